"""A folder that is watched for return files: files with names in capitals, sticks that come late, projects in use."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotator.errors import UserError
from annotator.services.packing import Order, Wish
from annotator.services.project_file import Db
from annotator.services.watching import AT_ONCE, ONCE_MORE, Watch
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


def test_a_file_that_was_filled_without_a_trace_is_taken_after_all(lead: Db, returned: Path, stick: Path) -> None:
    """As where a copy is made in its full size first, on a disk that tells times to two seconds only."""
    watch, content, file = Watch(stick), returned.read_bytes(), stick / "a.annoreturn"
    file.write_bytes(bytes(len(content)))
    times = file.stat().st_atime_ns, file.stat().st_mtime_ns
    watch.look(lead)
    report = watch.take(lead)
    assert report is not None
    assert report.refused
    file.write_bytes(content)
    os.utime(file, ns=times)
    reports = [watch.take(lead) for _ in range(ONCE_MORE)]
    assert [report.refused for report in reports if report is not None] == [()]
    assert sending.said(lead) == {("i0", "Ann"): "good"}
    assert watch.take(lead) is None


def test_one_file_under_many_names_is_taken_in_parts_and_once(lead: Db, returned: Path, stick: Path) -> None:
    """The clock of each is far ahead, and one is a link."""
    watch = Watch(stick)
    for number in range(AT_ONCE + 5):
        file = stick / f"{number:04}.annoreturn"
        shutil.copy(returned, file)
        os.utime(file, (4_000_000_000, 4_000_000_000 + number))
    (stick / "link.annoreturn").symlink_to(returned)
    watch.look(lead)
    report = watch.take(lead)
    assert report is not None
    assert len(report.files) == AT_ONCE
    assert sum(came.new for came in report.files) == 1
    assert watch.take(lead) is None  # the rest is known
    assert sending.said(lead) == {("i0", "Ann"): "good"}


def test_a_stick_that_is_pulled_out_while_it_is_looked_through_and_comes_back(
    lead: Db, returned: Path, stick: Path
) -> None:
    watch = Watch(stick)
    returned.rename(stick / "a.annoreturn")
    watch.look(lead)
    stick.rename(stick.with_name("away"))
    assert watch.take(lead) is None
    stick.with_name("away").rename(stick)
    assert watch.take(lead) is None  # seen once since it is back
    stick.chmod(0o500)
    try:
        assert watch.take(lead) is not None
    finally:
        stick.chmod(0o700)
    assert sending.said(lead) == {("i0", "Ann"): "good"}
