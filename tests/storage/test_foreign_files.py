"""Files that are damaged, or made by somebody else: recognised before anything is read from them, and left alone."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.errors import DamagedProject, ProjectProblem, UserError
from annotator.services import annotating, project_file
from annotator.storage import database, migrations, trusting
from tests.projects import label_ids, make_project

HOSTILE = {
    "a trigger": "create trigger spy after insert on annotation begin delete from item; end",
    "a view": "create view people as select * from annotator",
    "a table": "create table more (x)",
    "a table with a computed column": "create table more (x, y generated always as (zeroblob(1000000000)) stored)",
    "a virtual table": "create virtual table more using fts5(x)",
    "an index on an expression": "create index item_fields on item (abs(fields))",
    "another collation": "create index item_fields on item (fields collate nocase)",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project with an answer, closed."""
    with closing(make_project(tmp_path, [f"text {number} " * 40 for number in range(200)])) as db:
        me = project_file.add_person(db, "Mira").id
        turn = annotating.next_turn(db, me)
        assert turn is not None
        annotating.answer(db, me, turn, label_ids(db)["good"], seconds=1)
        return db.path


def changed(path: Path, *statements: str) -> bytes:
    """The file after a stranger has changed it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as stranger:
        stranger.execute("pragma foreign_keys = off")
        for statement in statements:
            stranger.execute(statement)
    return path.read_bytes()


def refused(path: Path, content: bytes) -> str:
    """The one sentence with which every way of opening refuses the file, which stays as it is."""
    for read_only in (False, True):
        with pytest.raises(DamagedProject) as raised:
            project_file.open_project(path, read_only=read_only)
    assert path.read_bytes() == content
    assert raised.value.message.count(".") <= raised.value.message.count(path.name) + 1
    return raised.value.message


@pytest.mark.parametrize("what", list(HOSTILE))
def test_what_annotator_has_not_made_is_refused_and_not_run(path: Path, what: str) -> None:
    assert "has not made" in refused(path, changed(path, HOSTILE[what]))


def test_a_table_in_the_place_of_ours_that_computes_is_refused(path: Path) -> None:
    content = changed(
        path,
        "drop table mark",
        "create table mark (name text, item_id integer, op_id integer as (abs(item_id)))",
    )
    assert "does not have the tables" in refused(path, content)


@pytest.mark.parametrize("name", ["sqlite_stat1", "sqlite_stat4"])
def test_a_trigger_under_the_name_of_a_table_of_sqlites_is_refused(path: Path, name: str) -> None:
    """SQLite gives no such name to a trigger, but runs one that bears it already."""
    spy = f"create trigger {name} after insert on annotation begin delete from item; end"
    content = changed(
        path,
        "pragma writable_schema = on",
        "insert into sqlite_schema (type, name, tbl_name, rootpage, sql)"
        f" values ('trigger', '{name}', 'annotation', 0, '{spy}')",
    )
    assert "has not made" in refused(path, content)


def test_a_schema_of_huge_statements_is_not_handed_out(path: Path) -> None:
    """A comment keeps it a statement that SQLite can read."""
    changed(path, f"create table more (a /* {'x' * 1_000_000} */)")
    with closing(sqlite3.connect(path)) as stranger:
        found = trusting.schema_of(stranger)
    assert max(map(len, found.values())) <= trusting.LONGEST_STATEMENT
    assert "has not made" in refused(path, path.read_bytes())


def test_a_view_in_the_place_of_a_table_is_refused(path: Path) -> None:
    content = changed(path, "drop table mark", "create view mark as select 1 as name, 2 as item_id, 3 as op_id")
    assert "has not made" in refused(path, content)


def test_a_file_of_an_earlier_build_is_told_in_one_sentence(path: Path) -> None:
    assert "does not have the tables" in refused(path, changed(path, "drop table trial"))


def test_two_tables_in_one_place_are_refused(path: Path) -> None:
    content = changed(
        path,
        "pragma writable_schema = on",
        "update sqlite_schema set rootpage = (select rootpage from sqlite_schema where name = 'op')"
        " where name = 'mark'",
    )
    assert "two in one place" in refused(path, content)


def test_a_name_that_is_markup_does_not_reach_the_message(path: Path) -> None:
    said = refused(path, changed(path, """create table "<img src='http://example.org'>" (x)"""))
    assert "<" not in said


def test_a_schema_that_cannot_be_read_is_damage(path: Path) -> None:
    content = changed(path, "pragma writable_schema = on", "update sqlite_schema set sql = 'create nonsense'")
    refused(path, content)


def test_another_text_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.annotator"
    with closing(sqlite3.connect(path)) as other:
        other.execute("pragma encoding = 'UTF-16'")
        other.execute(f"pragma application_id = {database.APPLICATION_ID}")
        other.execute("create table project (key text)")
        other.execute("pragma user_version = 1")
    refused(path, path.read_bytes())


def test_a_file_that_was_never_finished_says_so(tmp_path: Path) -> None:
    path = tmp_path / "x.annotator"
    with closing(sqlite3.connect(path)) as other:
        other.execute(f"pragma application_id = {database.APPLICATION_ID}")
        other.execute("create table project (key text)")
    with pytest.raises(ProjectProblem, match="never finished"):
        project_file.open_project(path)


@pytest.mark.parametrize("version", [0, -5])
def test_a_project_whose_version_is_lost_is_damaged_and_nobody_is_told_to_delete_it(path: Path, version: int) -> None:
    assert "is damaged" in refused(path, changed(path, f"pragma user_version = {version}"))


def test_a_project_that_any_sqlite_program_has_analyzed_still_opens(path: Path) -> None:
    changed(path, "analyze")
    project_file.open_project(path).close()


def test_a_list_of_migrations_as_another_version_of_its_library_makes_it_is_accepted(path: Path) -> None:
    changed(
        path,
        "create table kept as select * from _sqlite_migrations",
        "drop table _sqlite_migrations",
        'create table "_sqlite_migrations" ("migration_set" TEXT, "name" TEXT, "applied_at" TEXT)',
        "insert into _sqlite_migrations select migration_set, name, applied_at from kept",
        "drop table kept",
    )
    project_file.open_project(path).close()


def test_a_list_of_migrations_that_computes_is_refused(path: Path) -> None:
    content = changed(
        path,
        "drop table _sqlite_migrations",
        "create table _sqlite_migrations (migration_set, name, applied_at default (randomblob(9)))",
    )
    refused(path, content)


def test_a_value_of_hundreds_of_megabytes_is_not_handed_out(path: Path) -> None:
    changed(path, "update item set fields = cast(zeroblob(130000000) as text) where id = 1")
    with closing(project_file.open_project(path, read_only=True)) as db:
        with pytest.raises(ProjectProblem, match="longer than 128 MB"), db.explaining():
            db.value("select fields from item where id = 1")
        assert db.value("select count(*) from item") == 200


@pytest.mark.parametrize("length", [0, 50, 99, 100, 4_000, 20_000])
def test_a_file_that_is_cut_short_is_refused_as_it_is(path: Path, length: int) -> None:
    content = path.read_bytes()[:length]
    path.write_bytes(content)
    with pytest.raises(ProjectProblem):
        project_file.open_project(path)
    assert path.read_bytes() == content


def test_flipped_bytes_anywhere_end_in_a_sentence_and_never_in_a_bug(path: Path) -> None:
    whole = path.read_bytes()
    told = 0
    for seed in range(60):
        content = bytearray(whole)
        draw = random.Random(seed)
        start = draw.randrange(len(content))
        for place in range(start, min(start + draw.choice((1, 30, 3_000)), len(content))):
            content[place] ^= draw.randrange(1, 256)
        path.write_bytes(content)
        try:
            with closing(project_file.open_project(path, read_only=True)) as db, db.explaining():
                told += bool(project_file.problems(path))
                db.execute("select sum(length(fields)) from item").fetchall()
                annotating.next_turn(db, 1)
        except UserError:
            told += 1
    assert told > 10


def test_the_schema_of_a_new_file_is_what_its_migrations_make(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        assert trusting.schema_of(connection) == trusting.expected(migrations.FORMAT)
