"""Which backups commands make by themselves, and what `annotator backups` says of them."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from annotator.services import project_file
from tests.projects import crowd, make_project
from tests.services import sending
from tests.test_command_line import annotator, asked


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with closing(make_project(tmp_path)) as db:
        project_file.add_person(db, "Lena")
        return db.path


def reasons(path: Path) -> list[str]:
    return [each["reason"] for each in asked("backups", path)]


def test_a_taking_that_brings_nothing_leaves_no_backup_and_pushes_none_out(path: Path, tmp_path: Path) -> None:
    annotator("pack", path, "--to", "Ada", "--out", tmp_path)
    mine = Path(asked("unpack", tmp_path / "small - Ada.annopack")["project"])
    sending.answer(mine, {"i0": "good"})
    annotator("hand-back", mine)
    other = tmp_path / "other.annotator"
    shutil.copyfile(path, other)
    annotator("label", "rename", other, "good", "fine")

    back = tmp_path / "small - Ada.annoreturn"
    annotator("take", path, back)
    annotator("take", path, other)
    known = asked("backups", path)
    assert [each["reason"] for each in known] == ["take", "take"]
    for _ in range(3):
        annotator("take", path, back)
        annotator("take", path, other)
    assert asked("backups", path) == known
    assert "before taking files" in annotator("backups", path)


def test_changing_labels_makes_a_backup_first(path: Path) -> None:
    annotator("label", "rename", path, "good", "fine")
    annotator("label", "add", path, "mixed")
    annotator("label", "split", path, "fine", "superb")
    annotator("label", "merge", path, "superb", "fine")
    assert reasons(path) == ["labels", "labels", "labels"]
    assert "before labels changed" in annotator("backups", path)
    annotator("label", "undo", path)
    assert reasons(path) == ["labels", "labels", "labels", "labels"]


def test_an_export_that_merges_first_makes_a_backup_and_another_does_not(path: Path, tmp_path: Path) -> None:
    with closing(project_file.open_project(path)) as db:
        crowd(db, tmp_path, [("i0", "Ada", "good")])
    for _ in range(2):
        annotator("export", path, tmp_path / "out.csv")
    assert reasons(path) == ["merge"]


def test_watching_a_folder_makes_a_backup_before_what_came_is_taken_and_none_otherwise(
    path: Path, tmp_path: Path
) -> None:
    annotator("pack", path, "--to", "Ada", "--out", tmp_path)
    mine = Path(asked("unpack", tmp_path / "small - Ada.annopack")["project"])
    stick = tmp_path / "stick"
    stick.mkdir()
    annotator("take", path, "--watch", stick, "--once")
    assert reasons(path) == []
    sending.answer(mine, {"i0": "good"})
    annotator("hand-back", mine, "--out", stick / "a.annoreturn")

    annotator("take", path, "--watch", stick, "--once")

    assert reasons(path) == ["take"]
    annotator("backups", path, "--restore", "1", "--to", tmp_path / "before.annotator")
    with closing(project_file.open_project(tmp_path / "before.annotator")) as db:
        assert sending.said(db) == {}
    annotator("take", path, "--watch", stick, "--once")
    assert reasons(path) == ["take"]


def test_asking_many_again_makes_a_backup_first(path: Path, tmp_path: Path) -> None:
    with closing(project_file.open_project(path)) as db:
        sending.answer_in(db, project_file.people(db)[0].id, "i0", "good")
    guideline = tmp_path / "guideline.md"
    guideline.write_text("What is good is good.", encoding="utf-8")
    annotator("guideline", path, "--set", guideline)
    annotator("guideline", path, "--ask-again", "--preview")
    assert reasons(path) == []
    annotator("guideline", path, "--ask-again")
    assert reasons(path) == ["bulk"]


def test_a_preview_names_what_differs_and_nothing_else(path: Path) -> None:
    annotator("backups", path, "--make")
    assert annotator("backups", path, "--preview", "1") == "Nothing would change.\n"
    annotator("label", "rename", path, "good", "fine")
    said = annotator("backups", path, "--preview", "1")
    assert "  Labels of “Sentiment”: fine, bad -> good, bad\n" in said
    assert "Items" not in said


def test_a_backup_put_into_a_new_file_gets_our_suffix(path: Path, tmp_path: Path) -> None:
    annotator("backups", path, "--make")
    assert asked("backups", path, "--restore", "1", "--to", tmp_path / "back")["project"].endswith("back.annotator")


def test_backups_of_a_project_that_is_not_there_are_told_from_none(path: Path, tmp_path: Path) -> None:
    annotator("backups", path, "--make")
    assert "There is no project" in annotator("backups", tmp_path / "nope", code=1)
    said = annotator("backups", tmp_path / "elsewhere" / "small", code=1)
    assert f"There are backups of “{path}”" in said
    path.unlink()
    assert [each["number"] for each in asked("backups", path.with_suffix(""))] == [1]
