"""`annotator settle`, as a script meets it."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.services import adjudicating, merging, project_file
from annotator.services.project_file import open_project
from tests.projects import crowd, make_project
from tests.test_command_line import annotator, asked


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """i0 and i1 are unanimous, i2 is not, the others have no answer."""
    db = make_project(tmp_path)
    said = {"Ann": ("good", "bad", "good"), "Bob": ("good", "bad", "bad"), "Cem": ("good", "bad", "bad")}
    crowd(db, tmp_path, [(f"i{n}", who, label) for who, labels in said.items() for n, label in enumerate(labels)])
    merging.merge_and_store(db)
    project_file.add_person(db, "Lead")
    db.close()
    return db.path


def settled(path: Path) -> dict[str, str]:
    return {item["id"]: item["gold"] for item in asked("items", path)["items"] if item["gold"]}


def test_all_unanimous_items_are_counted_then_settled_then_taken_back(path: Path) -> None:
    seen = asked("settle", path, "--unanimous", "--above", 0.5, "--dry-run")
    assert seen == {"found": 2, "settled": 0, "above": 0.5, "first": ["i0", "i1"]}
    assert settled(path) == {}

    said = annotator("settle", path, "--unanimous", "--above", 0.5, "--by", "Lead")

    assert said == (
        "2 items settled (i0, i1): everybody agrees and the label is 0.5 probable or more. --undo takes it back.\n"
    )
    assert settled(path) == {"i0": "good", "i1": "bad"}
    assert asked("settle", path, "--undo", "--by", "Lead") == {"taken_back": 2}
    assert settled(path) == {}
    assert "no decision of Lead's" in annotator("settle", path, "--undo", "--by", "Lead", code=1)
    assert "no decision of Led's" in annotator("settle", path, "--undo", "--by", "Led", code=1)
    annotator("settle", path, "--unanimous", "--above", 1, "--by", "Led")
    db = open_project(path)
    assert "Led" not in [person.name for person in project_file.people(db)]  # a name that did nothing is not kept
    db.close()


def test_items_are_settled_by_name_or_with_no_right_answer(path: Path) -> None:
    assert annotator("settle", path, "i2=bad", "i3=-", "--by", "Lead", "--why", "clear") == "2 items settled.\n"

    assert settled(path) == {"i2": "bad", "i3": "—"}
    db = open_project(path)
    decided = adjudicating.case(db, 3).gold
    db.close()
    assert decided is not None
    assert decided.why == "clear"
    assert asked("settle", path, "--undo", "--by", "Lead") == {"taken_back": 2}  # one command, one undo
    assert settled(path) == {}


def test_a_name_that_there_is_not_settles_nothing(path: Path) -> None:
    for wrong, says in (("i2=fine", "no label “fine”"), ("x=bad", "no item “x”")):
        assert says in annotator("settle", path, "i0=bad", wrong, "--by", "Lead", code=1)
        assert says in annotator("settle", path, "i0=bad", wrong, "--dry-run", code=1)
    assert settled(path) == {}


def test_wrong_command_lines_are_refused(path: Path) -> None:
    for wrong in ((), ("i0=good", "--unanimous"), ("i0=good", "--above", "0.9"), ("i0",)):
        annotator("settle", path, *wrong, code=2)
    assert "who decides" in annotator("settle", path, "i0=good", code=1)


def test_a_decision_that_is_replaced_is_told(path: Path) -> None:
    annotator("settle", path, "i2=bad", "i3=good", "--by", "Lead")

    said = annotator("settle", path, "i2=-", "i3=good", "--by", "Ann")

    assert said == "2 items settled.\n“i2” was “bad”, decided by Lead.\n"
    assert asked("settle", path, "i2=good", "--by", "Lead", "--dry-run")["replaced"] == [
        "“i2” was no label, decided by Ann."
    ]
