"""`annotator check`, `backups` and `recover`, as a script meets them."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from annotator.services import annotating, merging, project_file
from tests.projects import label_ids, make_project
from tests.test_command_line import annotator, asked


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with closing(make_project(tmp_path)) as db:
        return db.path


def answer(path: Path, number: int) -> None:
    with closing(project_file.open_project(path)) as db:
        me = project_file.add_person(db, "Mira").id
        for _ in range(number):
            turn = annotating.next_turn(db, me)
            assert turn is not None
            annotating.answer(db, me, turn, label_ids(db)["good"], seconds=1)


def damage(path: Path, name: str) -> None:
    with closing(project_file.open_project(path)) as db:
        page = int(db.value("select rootpage from sqlite_schema where name = ?", (name,)))
    with path.open("r+b") as file:
        file.seek((page - 1) * 4_096)
        file.write(bytes(4_096))


def test_check_says_whether_a_file_is_sound_and_exits_accordingly(path: Path) -> None:
    answer(path, 2)
    assert annotator("check", path) == "“small.annotator” is sound.\n"
    damage(path, "annotation_annotator")
    assert '"sound": false' in annotator("check", path, "--json", code=1)


def test_backups_are_made_listed_previewed_and_put_back(path: Path) -> None:
    assert annotator("backups", path) == "There are no backups of this project yet.\n"
    answer(path, 2)
    annotator("backups", path, "--make")
    answer(path, 3)

    assert [each["number"] for each in asked("backups", path)] == [1]
    rows = {row["what"]: (row["now"], row["in the backup"]) for row in asked("backups", path, "--preview", "1")}
    assert rows["Answers of Mira"] == (5, 2)
    done = asked("backups", path, "--restore", "1")

    assert done["kept"] is not None
    assert [(each["number"], each["reason"]) for each in asked("backups", path)] == [(2, "restore"), (1, "wish")]
    assert "Answers of Mira: 2 -> 5" in annotator("backups", path, "--preview", "2")


def test_a_backup_is_put_into_a_new_file(path: Path, tmp_path: Path) -> None:
    annotator("backups", path, "--make")
    path.unlink()
    new = tmp_path / "new.annotator"
    assert asked("backups", path, "--restore", "1", "--to", new)["project"] == str(new)
    annotator("check", new)


def test_a_wrong_number_and_options_that_do_not_go_together_are_told(path: Path) -> None:
    assert "There is no backup 3" in annotator("backups", path, "--restore", "3", code=1)
    assert "--to goes with --restore" in annotator("backups", path, "--to", "x", code=2)


def test_merging_makes_a_backup_first(path: Path) -> None:
    answer(path, 2)
    annotator("merge", path)
    assert [each["reason"] for each in asked("backups", path)] == ["merge"]
    annotator("backups", path, "--restore", "1")
    with closing(project_file.open_project(path)) as db:
        assert merging.state(db) is None


def test_recover_saves_what_can_be_read_and_lists_what_cannot(path: Path, tmp_path: Path) -> None:
    answer(path, 2)
    damage(path, "label")
    assert "cannot be read" in annotator("recover", path, "--to", tmp_path / "new")
    annotator("check", tmp_path / "new.annotator")
    again = asked("recover", path, "--to", tmp_path / "again.annotator")
    assert again["holds"]["answers"] == {"Mira": 2}
    assert "1 page of “labels” cannot be read." in again["lost"]
    assert "There is no file" in annotator("recover", tmp_path / "none", "--to", tmp_path / "x", code=1)
