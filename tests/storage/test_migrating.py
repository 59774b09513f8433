"""A project of an earlier format is brought to this one when it is opened: backup first, then all of it or nothing."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from annotator.errors import DamagedProject, ProjectProblem, UserError
from annotator.services import backups, project_file, putting_back, taking
from annotator.services.backups import Reason
from annotator.storage import database
from tests import later_format
from tests.later_format import LATER
from tests.projects import crowd, make_project


class Usage(NamedTuple):
    """Of a disk."""

    free: int


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with closing(make_project(tmp_path)) as db:
        crowd(db, tmp_path, [("i0", "ann", "good"), ("i1", "ann", "bad"), ("i1", "bo", "bad")])
        return db.path


def test_opening_keeps_a_backup_of_the_file_and_brings_it_to_the_new_format(path: Path) -> None:
    earlier, old = later_format.contents(path)
    with later_format.known():
        with closing(project_file.open_project(path)) as db:
            assert db.value("select sum(people) from answered") == 3
            assert db.value("pragma foreign_keys") == 1
            assert db.execute("pragma foreign_key_check").fetchall() == []
        assert later_format.contents(path) == (LATER, later_format.migrated(old))
        (backup,) = backups.of(path)
        assert backup.reason is Reason.MIGRATION
        assert later_format.contents(backup.path) == (earlier, old)
        project_file.open_project(path).close()
        assert backups.of(path) == [backup]


def test_the_backup_put_back_is_brought_to_the_new_format_again(path: Path) -> None:
    _, old = later_format.contents(path)
    with later_format.known():
        project_file.open_project(path).close()
        (backup,) = backups.of(path)
        putting_back.restore(path, backup)
        project_file.open_project(path).close()
        assert later_format.contents(path) == (LATER, later_format.migrated(old))


def test_without_room_for_the_backup_the_file_stays_in_its_format(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = later_format.contents(path)
    monkeypatch.setattr(shutil, "disk_usage", lambda place: Usage(0))

    with later_format.known(), pytest.raises(UserError, match="no room for a backup"):
        project_file.open_project(path)

    assert later_format.contents(path) == before


def test_another_program_that_opens_it_meanwhile_waits_and_finds_it_done(path: Path) -> None:
    begun, go, made = threading.Event(), threading.Event(), []

    def slow(place: Path) -> None:
        made.append(place)
        begun.set()
        assert go.wait(30)

    def opened() -> int:
        with closing(database.open_file(path, before_migration=slow)) as db:
            return int(db.value("pragma user_version"))

    with later_format.known(), ThreadPoolExecutor(2) as threads:
        one = threads.submit(opened)
        assert begun.wait(30)
        other = threads.submit(opened)
        go.set()
        assert (one.result(), other.result()) == (LATER, LATER)
    assert made == [path]


def test_a_file_whose_list_of_steps_says_something_else_is_refused_untouched(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("update _sqlite_migrations set name = 'a_table_that_is_filled'")
    before = later_format.contents(path)

    with later_format.known(), pytest.raises(DamagedProject):
        project_file.open_project(path)

    assert later_format.contents(path) == before
    assert backups.of(path) == []


def test_a_list_of_steps_with_other_columns_is_refused(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("drop table _sqlite_migrations")
        connection.execute("create table _sqlite_migrations (a, b)")

    with later_format.known(), pytest.raises(DamagedProject):
        project_file.open_project(path)


def test_another_copy_of_an_earlier_format_is_taken_with_a_backup_of_it(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.annotator"
    shutil.copyfile(path, copy)
    with closing(project_file.open_project(copy)) as db:
        crowd(db, tmp_path, [("i2", "cy", "good")])
    before = later_format.contents(copy)

    with later_format.known():
        with closing(project_file.open_project(path)) as db:
            taking.take(db, [copy])
            assert db.value("select count(*) from annotation") == 4
        (backup,) = backups.of(copy)
        assert later_format.contents(backup.path) == before


def test_an_earlier_format_that_cannot_be_written_is_told_in_one_sentence(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Permissions do not hold for the user of some machines that run the tests.
    monkeypatch.setattr(database, "may_write", lambda place: False)

    with later_format.known(), pytest.raises(ProjectProblem, match="may not be written"):
        project_file.open_project(path, read_only=True)
