"""A project that is open on another computer is not opened here, whatever its clock says."""

from __future__ import annotations

import json
import os
import time
from contextlib import closing
from pathlib import Path

import pytest

from annotator.errors import ProjectProblem
from annotator.services import presence, project_file
from tests.projects import make_project


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with closing(make_project(tmp_path)) as db:
        return db.path


def note(path: Path) -> Path:
    return path.with_name(f".{path.name}.open")


def held_elsewhere(path: Path, *, ago: float = 0) -> None:
    """As another computer leaves it; ago: seconds since it was touched."""
    note(path).write_text(json.dumps({"computer": "desk-7", "person": "ada"}))
    os.utime(note(path), (time.time() - ago,) * 2)


def test_a_project_that_is_open_on_another_computer_is_told_by_whom(path: Path) -> None:
    held_elsewhere(path)
    with pytest.raises(ProjectProblem, match="is open on the computer “desk-7”, by ada") as raised:
        project_file.open_project(path)
    assert "five minutes" in raised.value.hint
    project_file.open_project(path, read_only=True).close()
    assert [file.name for file in path.parent.glob(".*")] == [note(path).name]


def test_a_note_that_nobody_has_touched_for_long_is_forgotten(path: Path) -> None:
    held_elsewhere(path, ago=presence.FORGOTTEN_AFTER + 5)
    project_file.open_project(path).close()


def test_two_windows_on_one_computer_are_none_of_its_business(path: Path) -> None:
    presence.hold(path)
    project_file.open_project(path).close()
    presence.release(path)
    assert not note(path).exists()


def test_a_note_that_is_no_note_is_passed_over(path: Path) -> None:
    for content in (b"", b"[]", b"{", b'{"computer": "x"}', b"\xff" * 5_000):
        note(path).write_bytes(content)
        project_file.open_project(path).close()


def test_the_note_of_another_computer_is_not_taken_away(path: Path) -> None:
    held_elsewhere(path)
    presence.release(path)
    assert note(path).exists()
