"""What lies beside a project in a stranger's folder: nothing outside it is read, written or deleted for it."""

from __future__ import annotations

import os
import shutil
import sqlite3
import struct
from contextlib import closing
from pathlib import Path

import pytest

from annotator.errors import DamagedProject, FileProblem, ProjectProblem
from annotator.formats import agent_file
from annotator.llm.caller_file import Kept, ReplyFile, on_their_way
from annotator.services import (
    annotating,
    backups,
    importing,
    incoming,
    opening_packages,
    presence,
    project_file,
    putting_back,
    recovering,
    redacting,
)
from annotator.services.backups import Reason
from annotator.services.packing import Order, Wish
from annotator.services.watching import Watch
from annotator.storage import snapshots
from tests.projects import label_ids, make_project
from tests.services import sending

MARK = bytes.fromhex("d9d505f920a163d7")  # of a journal
PIPES = hasattr(os, "mkfifo")
pipes_only = pytest.mark.skipif(not PIPES, reason="this system has no named pipes")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "stranger").mkdir()
    with closing(make_project(tmp_path / "stranger")) as db:
        return db.path


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """What belongs to the user, and to nobody else."""
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Ann")
    return letter


def journal(project: Path, names: Path) -> Path:
    """As a transaction over several databases leaves it, with the file that SQLite deletes once this one is whole."""
    name = str(names).encode()
    head = MARK + struct.pack(">5I", 0, 1, project.stat().st_size // 4_096, 512, 4_096)
    end = name + struct.pack(">2I", len(name), sum(name) & 0xFFFFFFFF) + MARK
    written = project.with_name(f"{project.name}-journal")
    written.write_bytes(head.ljust(512, b"\0") + struct.pack(">I", 0x40000000 // 4_096 + 1) + end)
    return written


def plain(project: Path) -> None:
    """As SQLite keeps it for a program that wants no write-ahead log."""
    with closing(sqlite3.connect(project)) as db:
        db.execute("pragma journal_mode = delete")


def test_sqlite_by_itself_deletes_what_such_a_journal_names(path: Path, letter: Path) -> None:
    plain(path)
    journal(path, letter)
    with closing(sqlite3.connect(path)) as db:
        db.execute("select count(*) from item").fetchone()
    assert not letter.exists()  # else the next test would show nothing


@pytest.mark.parametrize("read_only", [False, True])
def test_a_journal_that_names_another_file_is_not_followed(path: Path, letter: Path, read_only: bool) -> None:
    plain(path)
    written, content = journal(path, letter), path.read_bytes()
    with pytest.raises(DamagedProject, match="has not made"):
        project_file.open_project(path, read_only=read_only)
    assert letter.read_text() == "Dear Ann"
    assert written.exists()
    assert path.read_bytes() == content


def test_a_project_behind_a_link_is_looked_at_where_it_is(path: Path, letter: Path, tmp_path: Path) -> None:
    plain(path)
    journal(path, letter)
    link = tmp_path / "link.annotator"
    link.symlink_to(path)
    with pytest.raises(DamagedProject):
        project_file.open_project(link)
    assert letter.exists()


def test_such_a_project_is_recovered_and_its_backup_put_back(path: Path, letter: Path, tmp_path: Path) -> None:
    backup = backups.keep(path, Reason.WISH)
    assert backup is not None
    plain(path)
    journal(path, letter)

    assert recovering.recover(path, tmp_path / "new.annotator").holds.items == 8
    done = putting_back.restore(path, backup)

    assert letter.exists()
    assert done.kept is not None
    assert (done.kept.parent / f"{path.name}-journal").exists()
    assert project_file.problems(path) == []


@pytest.mark.parametrize("end", ["-journal", "-wal", "-shm"])
def test_a_link_beside_a_project_is_not_followed(path: Path, letter: Path, end: str) -> None:
    path.with_name(path.name + end).symlink_to(letter)
    with pytest.raises(DamagedProject, match="has not made"):
        project_file.open_project(path)
    assert letter.read_text() == "Dear Ann"


@pipes_only
@pytest.mark.parametrize("end", ["-journal", "-wal", "-shm"])
def test_a_pipe_beside_a_project_keeps_nobody_waiting(path: Path, tmp_path: Path, end: str) -> None:
    os.mkfifo(path.with_name(path.name + end))
    with pytest.raises(DamagedProject, match="has not made"):
        project_file.open_project(path)
    assert recovering.recover(path, tmp_path / "new.annotator").holds.items == 8


def test_what_an_ordinary_crash_has_left_is_rolled_back_as_ever(path: Path) -> None:
    plain(path)
    before = path.read_bytes()
    head = MARK + struct.pack(">5I", 0, 1, len(before) // 4_096, 512, 4_096)
    path.with_name(f"{path.name}-journal").write_bytes(head.ljust(512, b"\0"))
    project_file.open_project(path).close()
    assert not path.with_name(f"{path.name}-journal").exists()
    assert project_file.problems(path) == []


def test_the_note_of_who_has_it_open_is_not_written_through_a_link(path: Path, letter: Path) -> None:
    note = path.with_name(f".{path.name}.open")
    note.symlink_to(letter)
    presence.check(path)
    presence.hold(path)
    assert letter.read_text() == "Dear Ann"
    assert not note.is_symlink()
    presence.release(path)
    assert sorted(file.name for file in path.parent.glob(".*")) == []


def test_a_note_that_never_ends_is_not_read(path: Path) -> None:
    note = path.with_name(f".{path.name}.open")
    note.symlink_to("/dev/zero")
    project_file.open_project(path).close()
    if PIPES:
        note.unlink()
        os.mkfifo(note)
        project_file.open_project(path).close()


def test_replies_are_noted_beside_the_project_and_never_through_a_link(path: Path, letter: Path) -> None:
    noted = path.with_name(f"{path.name}-x-1")
    noted.symlink_to(letter)
    replies = ReplyFile(noted)
    replies.note(Kept("1", "key", {}))
    assert on_their_way(noted) is None
    replies.close(drop=True)
    assert letter.read_text() == "Dear Ann"


@pipes_only
def test_a_pipe_in_the_place_of_noted_replies_keeps_nobody_waiting(path: Path) -> None:
    noted = path.with_name(f"{path.name}-x-1")
    os.mkfifo(noted)
    assert on_their_way(noted) is None
    ReplyFile(noted).close()


def stale_log(path: Path) -> bytes:
    """The write-ahead log of the project with an answer in it, as after a kill; the project is gone."""
    with closing(project_file.open_project(path)) as db:
        me = project_file.add_person(db, "Mira").id
        turn = annotating.next_turn(db, me)
        assert turn is not None
        annotating.answer(db, me, turn, label_ids(db)["good"], seconds=1)
        log = path.with_name(f"{path.name}-wal").read_bytes()
    path.unlink()
    path.with_name(f"{path.name}-wal").write_bytes(log)
    return log


def test_what_is_left_of_a_project_of_this_name_does_not_get_into_a_new_one(path: Path, tmp_path: Path) -> None:
    backup = backups.keep(path, Reason.WISH)
    assert backup is not None
    log, source = stale_log(path), tmp_path / "other.annotator"
    shutil.copyfile(backup.path, source)
    items = tmp_path / "items.csv"
    items.write_text("id,text\na,one\n")

    with pytest.raises(ProjectProblem, match="is left of another project"):
        putting_back.restore_to(backup, path)
    with pytest.raises(ProjectProblem, match="is left of another project"):
        recovering.recover(source, path)
    assert not path.exists()
    assert path.with_name(f"{path.name}-wal").read_bytes() == log

    putting_back.restore(path, backup)  # in its own place, where SQLite itself drops the log of what is gone
    assert project_file.problems(path) == []
    with closing(project_file.open_project(path)) as db:
        assert project_file.people(db) == []


def test_an_opened_package_and_a_rescue_take_another_name_than_one_with_leftovers(tmp_path: Path) -> None:
    with closing(make_project(tmp_path)) as db:
        package = sending.send(db, tmp_path / "out", Wish(to=("Ann",), order=Order.GIVEN))["Ann"]
        beside = package.with_name(f"{package.stem}.annotator-wal")
        beside.write_bytes(b"left")
        (tmp_path / "small (rescued).annotator-wal").write_bytes(b"left")

        opened = opening_packages.open_package(package)
        rescued = snapshots.rescue(db)

    assert opened.name == f"{package.stem} (2).annotator"
    assert rescued is not None
    assert rescued.name == "small (rescued 2).annotator"
    assert beside.read_bytes() == b"left"


def test_a_backup_is_put_beside_the_project_and_not_through_a_link(path: Path, letter: Path, tmp_path: Path) -> None:
    backup = backups.keep(path, Reason.WISH)
    assert backup is not None
    (tmp_path / "new.annotator.part").symlink_to(letter)
    putting_back.restore_to(backup, tmp_path / "new.annotator")
    assert letter.read_text() == "Dear Ann"


@pipes_only
def test_no_reader_waits_for_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.annopack"
    os.mkfifo(pipe)
    readers = (opening_packages.look, opening_packages.open_package, importing.inspect, agent_file.read)
    for read in (*readers, redacting.names_in):
        with pytest.raises(FileProblem, match="no ordinary file"):
            read(pipe)


def test_a_package_that_is_far_too_large_is_not_read_to_its_end(tmp_path: Path) -> None:
    huge = tmp_path / "huge.annopack"
    huge.write_bytes(b"PK\3\4")
    os.truncate(huge, 100 << 30)
    for read in (opening_packages.look, opening_packages.open_package):
        with pytest.raises(FileProblem, match="more than a package may"):
            read(huge)
    with (
        closing(make_project(tmp_path)) as db,
        pytest.raises(FileProblem, match="more than a package may"),
    ):
        incoming.read(db, huge)


def test_a_folder_that_is_watched_does_not_read_what_no_return_file_can_be(tmp_path: Path) -> None:
    (tmp_path / "huge.annoreturn").write_bytes(b"")
    os.truncate(tmp_path / "huge.annoreturn", 100 << 30)
    with closing(make_project(tmp_path)) as db:
        watch = Watch(tmp_path)
        assert [watch.look(db), watch.look(db)] == [[], []]
