"""A folder that is watched for return files: files with names in capitals, sticks that come late, projects in use."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotator.errors import UserError
from annotator.services.packing import Order, Wish
from annotator.services.project_file import Db
from annotator.services.watching import Watch
from tests.projects import make_project
from tests.services import sending


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Db]:
    db = make_project(tmp_path)
    yield db
    db.close()


@pytest.fixture
def returned(lead: Db, tmp_path: Path) -> Path:
    """Ann's return file, beside the folder that is watched."""
    package = sending.send(lead, tmp_path / "out", Wish(to=("Ann",), order=Order.GIVEN))["Ann"]
    mine = sending.opened(package, tmp_path / "mine")
    sending.answer(mine, {"i0": "good"})
    return sending.hand_back(mine, tmp_path / "a.annoreturn")


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_a_file_whose_name_came_in_capitals_is_taken_too(lead: Db, returned: Path, stick: Path) -> None:
    watch = Watch(stick)
    returned.rename(stick / "A.ANNORETURN")
    assert watch.take(lead) is None  # it might still be being copied
    report = watch.take(lead)
    assert report is not None
    assert sending.said(lead) == {("i0", "Ann"): "good"}


def test_a_stick_that_comes_later_is_looked_through_where_it_is_waited_for(
    lead: Db, returned: Path, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match="There is no folder"):
        Watch(tmp_path / "late")
    watch = Watch(tmp_path / "late", must_be_there=False)
    assert watch.look(lead) == []
    (tmp_path / "late").mkdir()
    returned.rename(tmp_path / "late" / "a.annoreturn")
    watch.look(lead)
    assert watch.take(lead) is not None
    assert sending.said(lead) == {("i0", "Ann"): "good"}


def test_a_file_that_came_while_the_project_was_locked_is_taken_afterwards(
    lead: Db, returned: Path, stick: Path
) -> None:
    watch = Watch(stick)
    returned.rename(stick / "a.annoreturn")
    watch.look(lead)
    lead.conn.execute("pragma busy_timeout = 0")
    with closing(sqlite3.connect(lead.path, isolation_level=None)) as other:
        other.execute("begin immediate")
        with pytest.raises(UserError):
            watch.take(lead)
        other.execute("rollback")
    report = watch.take(lead)
    assert report is not None
    assert not report.refused
    assert sending.said(lead) == {("i0", "Ann"): "good"}


def test_a_file_that_is_no_return_file_is_refused_once_and_does_not_stop_the_watch(lead: Db, stick: Path) -> None:
    watch = Watch(stick)
    (stick / "cut.annoreturn").write_bytes(b"nothing")
    watch.look(lead)
    report = watch.take(lead)
    assert report is not None
    assert report.refused
    assert watch.take(lead) is None
