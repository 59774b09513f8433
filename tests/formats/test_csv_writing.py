"""Writing CSV files: complete or not at all, and harmless in a spreadsheet."""

from __future__ import annotations

import csv
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.spreadsheets import armed
from annotator.errors import Cancelled, FileProblem
from annotator.formats.writing import defuse, write


def rows_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_cells_of_all_sorts_are_written_and_counted(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"

    count = write(path, ["id", "value"], iter([("1", 0.5), ("2", None), (3, 'a "b",\nc')]))

    assert count == 3
    assert rows_of(path) == [["id", "value"], ["1", "0.5"], ["2", ""], ["3", 'a "b",\nc']]
    assert path.read_bytes().startswith(b"id,value\r\n")


def test_the_mark_that_excel_needs_is_written_on_request(tmp_path: Path) -> None:
    write(tmp_path / "out.csv", ["naïve"], [], bom=True)

    assert (tmp_path / "out.csv").read_bytes() == b"\xef\xbb\xbfna\xc3\xafve\r\n"


@pytest.mark.parametrize(
    "cell", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t1", "\r1", "＝1+1", "-", "+49 170 1234567", "=-1"]
)
def test_a_cell_that_a_spreadsheet_would_run_is_defused(cell: str) -> None:
    assert defuse(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["", "text", "-3.5", "+1", "-1e-5", "-.5", "-0,25", "-3%", " =1+1", "a=b", "'=1"])
def test_text_and_numbers_stay_as_they_are(cell: str) -> None:
    assert defuse(cell) == cell


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("fine;=cmd|'/C calc'!A0;x", "fine;'=cmd|'/C calc'!A0;x"),
        ("one\n@SUM(A1)\n=2", "one\n'@SUM(A1)\n'=2"),
        ("one\t+HYPERLINK(A1)", "one\t'+HYPERLINK(A1)"),
        ("=1;-cmd|x", "'=1;'-cmd|x"),
        ("\t=1", "'\t'=1"),
    ],
)
def test_a_cell_that_would_begin_where_a_spreadsheet_splits_is_defused(cell: str, written: str) -> None:
    assert defuse(cell) == written
    assert armed(written) == cell


@pytest.mark.parametrize("cell", ["nice ;-) and ;-(", "to do:\n- this (and that)\n- +1\n-2", "a; =b", "x;y=1", "a,=b"])
def test_lists_and_smileys_stay_as_they_are(cell: str) -> None:
    assert defuse(cell) == cell


SPLITS = re.compile("[;\t\r\n][=+@＝＋－＠-]")


@settings(deadline=None)
@given(st.text() | st.text("=+-@;\n'(|a"))
def test_defusing_adds_apostrophes_or_nothing_and_never_twice(cell: str) -> None:
    once = defuse(cell)

    assert once in (cell, "'" + cell) or SPLITS.search(cell)
    assert once.replace("'", "") == cell.replace("'", "")
    assert defuse(once) == once
    assert defuse(armed(once)) == once


@settings(deadline=None)
@given(
    st.text(min_size=1).filter(lambda text: text[0] not in "=+-@\t\r＝＋－＠" and not SPLITS.search(text))
    | st.floats().map(repr)
)
def test_defusing_never_changes_a_harmless_cell(cell: str) -> None:
    if cell != "-inf":
        assert defuse(cell) == cell


def test_header_and_cells_are_defused_unless_switched_off(tmp_path: Path) -> None:
    safe, raw = tmp_path / "safe.csv", tmp_path / "raw.csv"
    for path, defused in ((safe, True), (raw, False)):
        write(path, ["@bob"], [("=1+1",), (-2.5,)], defused=defused)

    assert rows_of(safe) == [["'@bob"], ["'=1+1"], ["-2.5"]]
    assert rows_of(raw) == [["@bob"], ["=1+1"], ["-2.5"]]


def test_an_older_file_stays_until_the_new_one_is_complete(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old")
    seen = []

    def rows() -> Iterator[tuple[str]]:
        yield ("new",)
        seen.append(path.read_text())

    write(path, ["a"], rows())

    assert seen == ["old"]
    assert rows_of(path) == [["a"], ["new"]]
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("failure", [Cancelled("stopped"), ZeroDivisionError()])
def test_a_failure_on_the_way_leaves_what_was_there_and_passes_on(tmp_path: Path, failure: Exception) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old")

    def rows() -> Iterator[tuple[str]]:
        yield ("new",)
        raise failure

    with pytest.raises(type(failure)):
        write(path, ["a"], rows())

    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links")
def test_a_link_is_followed_and_not_replaced(tmp_path: Path) -> None:
    target, link = tmp_path / "there" / "out.csv", tmp_path / "out.csv"
    target.parent.mkdir()
    link.symlink_to(target)

    write(link, ["a"], [("1",)])

    assert link.is_symlink()
    assert rows_of(target) == [["a"], ["1"]]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_what_is_no_ordinary_file_is_not_replaced_by_one(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")

    with pytest.raises(FileProblem, match="no ordinary file"):
        write(tmp_path / "pipe.csv", ["a"], [("1",)])

    assert (tmp_path / "pipe.csv").is_fifo()


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX file modes")
def test_the_file_can_be_read_by_whom_the_system_lets(tmp_path: Path) -> None:
    old = os.umask(0o022)
    try:
        write(tmp_path / "out.csv", ["a"], [])
    finally:
        os.umask(old)

    assert (tmp_path / "out.csv").stat().st_mode & 0o777 == 0o644


def test_places_that_cannot_be_written_are_one_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder").mkdir()

    for path, sentence in (
        (tmp_path / "no" / "out.csv", "There is no folder “"),
        (tmp_path / "file" / "out.csv", "There is no folder “"),
        (tmp_path / "folder", "“folder” is a folder"),
    ):
        with pytest.raises(FileProblem, match=sentence):
            write(path, ["a"], [])
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["file", "folder"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs a folder that takes no files")
def test_a_folder_that_is_there_is_not_said_to_be_missing() -> None:
    with pytest.raises(FileProblem, match=r"^“out\.csv” may not be written in “/proc”\."):
        write(Path("/proc/out.csv"), ["a"], [])


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on file sizes")
def test_a_file_that_finds_no_room_is_one_clear_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    import resource

    path = tmp_path / "out.csv"
    path.write_text("old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        with pytest.raises(FileProblem, match=r"“out\.csv” cannot be written: File too large\."):
            write(path, ["a"], (("x" * 1000,) for _ in range(1000)))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
