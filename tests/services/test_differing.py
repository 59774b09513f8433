"""Two project files are told apart in counts and lists."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from annotator.services import adjudicating, differing, importing, project_file
from annotator.services.packing import Wish
from tests import projects
from tests.services import sending
from tests.test_command_line import annotator, asked

Pair = tuple[Path, Path]


@pytest.fixture
def pair(tmp_path: Path) -> Pair:
    with closing(projects.make_project(tmp_path)) as db:
        sending.answer_in(db, project_file.add_person(db, "Ann").id, "i0", "good")
        db.conn.execute("pragma wal_checkpoint(truncate)")
        path = db.path
        other = Path(shutil.copy(path, tmp_path / "other.annotator"))
    return path, other


def test_copies_do_not_differ(pair: Pair) -> None:
    found = differing.diff(*pair)
    assert not found.differs
    assert found.copies
    assert found.sentences() == ["There is no difference."]


def test_everything_that_differs_is_counted_and_listed(pair: Pair, tmp_path: Path) -> None:
    a, b = pair
    with closing(project_file.open_project(a)) as db:
        sending.answer_in(db, project_file.add_person(db, "Ann").id, "i0", "bad", comment="no")
        adjudicating.settle_named(db, project_file.add_person(db, "Lea").id, [("i3", "good")])
        sending.send(db, tmp_path / "out", Wish(to=("Bo",)))
    with closing(project_file.open_project(b)) as db:
        sending.answer_in(db, project_file.add_person(db, "Cy").id, "i1", None)
        projects.llm_answers(db, tmp_path, "model", [("i2", "good", 0.9)])
        (tmp_path / "more.csv").write_text("id,text\nn,new\ni5,changed\n", encoding="utf-8")
        importing.import_items(db, tmp_path / "more.csv", duplicates="update")
        project_file.set_setting(db, "name", "other")
    found = asked("diff", a, b)
    assert found["copies"]
    assert found["items"] == {
        "same": 7,
        "only_a": [],
        "only_b": ["n"],
        "changed": [{"what": "i5", "a": "i5", "b": "i5"}],
    }
    assert found["answers"]["changed"] == [{"what": "i0, Ann", "a": "bad (no)", "b": "good"}]
    assert found["answers"]["only_b"] == ["i1, Cy: skipped (Unclear)"]
    assert found["llm_answers"]["only_b"] == ["i2, model: good"]
    assert found["decisions"]["only_a"] == ["i3, settled: good"]
    assert found["packages"]["only_a"] == ["Bo, 1"]
    assert found["settings"] == ["name"]
    said = annotator("diff", a, b)
    assert "Answers of people: 0 only in the first, 1 only in the second, 1 not the same, 0 alike." in said


def test_files_of_different_projects_are_named_as_such(pair: Pair, tmp_path: Path) -> None:
    with closing(projects.make_project(tmp_path, name="another")) as db:
        found = differing.diff(pair[0], db.path)
    assert found.sentences()[0] == "These are not copies of one project."
