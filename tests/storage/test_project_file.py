from __future__ import annotations

import os
import sqlite3
import stat
from pathlib import Path

import pytest

from annotator.errors import ProjectProblem
from annotator.services import project_file
from annotator.storage import database, migrations
from tests.projects import make_project


def test_a_project_opens_again_with_its_question(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    asked = project_file.question(db)
    db.close()

    again = project_file.open_project(db.path, read_only=True)

    assert project_file.question(again) == asked
    assert asked.label_names() == ("good", "bad")
    again.close()


def test_the_file_carries_its_marks_and_strict_tables(tmp_path: Path) -> None:
    db = make_project(tmp_path)

    assert db.value("pragma application_id") == database.APPLICATION_ID
    assert db.value("pragma user_version") == migrations.FORMAT
    assert db.value("pragma journal_mode") == "wal"
    assert db.value("pragma synchronous") == 2
    loose = db.execute(
        "select name from pragma_table_list where schema = 'main' and not strict and name not like '%sqlite%'"
        " and name not like 'item_search%'"  # SQLite's own tables of the search index
    )
    assert loose.fetchall() == []
    db.close()


def test_an_existing_file_is_not_overwritten(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    before = db.path.read_bytes()
    with pytest.raises(ProjectProblem, match="exists already"):
        project_file.create(db.path, name="x", question=project_file.question(db))
    assert db.path.read_bytes() == before
    db.close()


def test_a_newer_project_is_refused_untouched(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    db.execute(f"pragma user_version = {migrations.FORMAT + 1}")
    db.close()
    before = db.path.read_bytes()

    with pytest.raises(ProjectProblem, match="newer Annotator"):
        project_file.open_project(db.path)

    assert db.path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"id,text\n1,hello\n", b"SQLite format 3\0" + b"\0" * 84])
def test_what_is_no_project_is_refused_untouched(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.annotator"
    path.write_bytes(content)

    with pytest.raises(ProjectProblem, match="not an Annotator project"):
        project_file.open_project(path)

    assert path.read_bytes() == content


def test_another_sqlite_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.annotator"
    other = sqlite3.connect(path)
    other.execute("create table t (x)")
    other.close()
    with pytest.raises(ProjectProblem, match="not an Annotator project"):
        project_file.open_project(path)


def test_a_damaged_project_is_recognised(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    db.execute("pragma wal_checkpoint(truncate)")
    db.close()
    content = bytearray(db.path.read_bytes())
    content[100:4000] = os.urandom(3900)
    db.path.write_bytes(content)

    with pytest.raises(ProjectProblem, match="damaged"):
        project_file.open_project(db.path)


def test_a_missing_project_and_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(ProjectProblem, match="no project file"):
        project_file.open_project(tmp_path / "none.annotator")
    with pytest.raises(ProjectProblem, match="does not exist"):
        project_file.create(
            tmp_path / "gone" / "x.annotator", name="", question=project_file.make_question("a", "b?", ["c", "d"])
        )


def test_a_second_writer_waits_and_is_told(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    other = project_file.open_project(db.path)
    other.execute("pragma busy_timeout = 1")
    with db.atomic(), pytest.raises(ProjectProblem, match="another program"):
        project_file.add_person(other, "Mira")
    assert project_file.add_person(other, "Mira").name == "Mira"
    other.close()
    db.close()


def test_a_full_disk_is_one_sentence_and_loses_nothing(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    db.execute(f"pragma max_page_count = {db.value('pragma page_count')}")
    with pytest.raises(ProjectProblem, match="full"):
        project_file.set_setting(db, "note", "x" * 1_000_000)
    assert project_file.setting(db, "note") is None
    db.close()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everything")
def test_a_read_only_file_is_one_sentence(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    db.close()
    db.path.chmod(stat.S_IRUSR)
    with pytest.raises(ProjectProblem, match="may not be written"):
        project_file.add_person(project_file.open_project(db.path), "Mira")


def test_an_error_in_a_transaction_leaves_nothing_behind(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    with pytest.raises(ProjectProblem, match="exists already"), db.atomic():  # noqa: PT012 - the block is the transaction
        project_file.add_person(db, "Mira")
        database.create(db.path)
    assert project_file.people(db) == []
    db.close()


def test_whoever_closes_last_leaves_the_project_file_alone_in_its_folder(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    reader = project_file.open_project(db.path, read_only=True)
    project_file.add_person(db, "Mira")
    db.close()
    assert [person.name for person in project_file.people(reader)] == ["Mira"]
    reader.close()
    assert [path.name for path in tmp_path.glob("small.annotator*")] == ["small.annotator"]


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    make_project(tmp_path).close()
    reader = project_file.open_project(tmp_path / "small.annotator", read_only=True)
    with pytest.raises(ProjectProblem, match="may not be written"):
        project_file.set_setting(reader, "name", "other")
    assert project_file.name(reader) == "small"
    reader.close()


def test_the_suffix_may_be_left_out_unless_there_is_such_a_file(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    db.close()
    again = project_file.open_project(tmp_path / "small")
    assert again.path == db.path
    again.close()
    (tmp_path / "small").write_text("a file of that name is what is meant")
    with pytest.raises(ProjectProblem, match="not an Annotator project"):
        project_file.open_project(tmp_path / "small")
