"""`annotator items`, as a script meets it."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.domain.filters import Filter, Range, State
from annotator.services import bulk, merging, project_file, routing, saved_filters
from annotator.services.bulk import Deed
from annotator.services.project_file import open_project
from tests.projects import gold, llm_answers, make_project
from tests.test_command_line import annotator, asked

SURE = {"i0": 0.9, "i1": 0.95, "i2": 0.2, "i3": 0.99, "i4": 0.3}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    db = make_project(tmp_path)
    llm_answers(db, tmp_path, "gpt", [(name, "good" if name != "i1" else "bad", sure) for name, sure in SURE.items()])
    gold(db, tmp_path, [("i3", "good")])
    routing.route(db, threshold=0.5, audit_share=0)
    merging.merge_and_store(db)
    bulk.do(db, project_file.add_person(db, "Mira").id, Deed.TAG, [1, 5], "later")
    db.close()
    return db.path


def found(path: Path, *options: object) -> list[str]:
    return [item["id"] for item in asked("items", path, *options)["items"]]


def test_each_option_is_a_condition_and_all_hold_together(path: Path) -> None:
    assert found(path, "--search", "DREAD") == ["i1"]
    assert found(path, "--label", "bad") == found(path, "--llm-label", "bad") == ["i1"]
    assert found(path, "--status", "waiting") == ["i2", "i4"]
    assert found(path, "--status", "waiting", "--tag", "later") == ["i4"]
    assert found(path, "--status", "in conflict") == []
    assert "one of 'accepted'" in annotator("items", path, "--status", "conflict", code=2)
    assert found(path, "--gold", "good", "--annotator", "gpt") == ["i3"]
    assert found(path, "--gold", "none") == []
    assert found(path, "--confidence", 0.9, 0.95, "--sort", "confidence", "--down") == ["i0"]
    assert found(path, "--people-label", "good") == found(path, "--agreement", "differing") == []
    assert len(found(path)) == 8


def test_what_is_found_is_said_listed_and_counted(path: Path) -> None:
    said = annotator("items", path, "--status", "waiting", "--status", "accepted", "--limit", 2).splitlines()

    assert said[0] == "Items with status waiting or accepted: 5"
    assert said[1].startswith("  i0  good ")
    assert said[1].endswith("  lovely")
    assert said[3] == "... and 3 more; --limit lists them."


def test_a_filter_is_saved_and_taken_up_again_with_more(path: Path) -> None:
    annotator("items", path, "--status", "waiting", "--confidence", 0, 0.5, "--save", "unsure")

    assert found(path, "--saved", "unsure") == ["i2", "i4"]
    assert found(path, "--saved", "unsure", "--search", "superb") == ["i4"]
    db = open_project(path)
    assert saved_filters.named(db, "unsure") == Filter(states=(State.WAITING,), confidence=Range(0.0, 0.5))
    db.close()


def test_what_is_found_is_written_as_csv(path: Path, tmp_path: Path) -> None:
    annotator("items", path, "--label", "good", "--sort", "confidence", "--down", "--csv", tmp_path / "out.csv")

    lines = (tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()
    assert [line.split(",")[0] for line in lines] == ["item_id", "i3", "i0", "i4", "i2"]


def test_names_that_are_not_there_are_answered_with_those_that_are(path: Path) -> None:
    for options, hint in (
        (("--label", "splendid"), "good, bad"),
        (("--annotator", "nobody"), "gpt, Mira"),
        (("--saved", "mine"), "Save one"),
        (("--metadata", "shop"), "COLUMN=VALUE"),
        (("--metadata", "shop=Berlin"), "No item has metadata “shop”"),
        (("--confidence", "nan", "1"), "no range"),
        (("--confidence", "0.9", "0.5"), "no range"),
    ):
        assert hint in annotator("items", path, *options, code=1)


def test_a_settled_item_is_listed_with_its_decision(path: Path) -> None:
    annotator("settle", path, "i3=bad", "i0=-", "--by", "Mira")
    listed = annotator("items", path).splitlines()
    assert [line[:19] for line in listed if line.startswith(("  i3", "  i0"))] == [
        "  i0  — (settled)  ",
        "  i3  bad (settled)",
    ]
    rows = {each["id"]: (each["gold"], each["settled"]) for each in asked("items", path)["items"]}
    assert rows["i3"] == ("bad", True)
    assert rows["i1"] == (None, False)
