"""Files of every format open for ever. Format 1 is not released yet: when its tables change, make its file again by
`python -m tests.storage.released_files`; after the release it is never touched again."""

from __future__ import annotations

import csv
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from annotator.errors import ProjectProblem
from annotator.services import annotating, browsing, exporting, merging, overview, project_file, recovering
from annotator.storage import database, migrations
from tests.storage import released_files
from tests.storage.released_files import ANSWERED

FORMATS = range(1, migrations.FORMAT + 1)


@pytest.fixture(params=FORMATS)
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return released_files.unpacked(request.param, tmp_path)


def test_a_stored_file_opens_and_everything_in_it_is_read(path: Path, tmp_path: Path) -> None:
    assert project_file.problems(path) == []
    with closing(project_file.open_project(path)) as db:
        assert [label.name for label in project_file.question(db).labels] == ["positive", "negative"]
        summary = overview.summary(db)
        assert summary.items == 200
        assert len(browsing.rows(db, [1, 2, 3])) == 3
        me = project_file.add_person(db, "Mira").id
        assert db.value("select count(*) from annotation where annotator_id = ?", (me,)) == ANSWERED - 1
        assert annotating.redo(db, me) is not None
        assert merging.annotator_report(db)
        assert exporting.export(db, tmp_path / "out.csv").rows == 200
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == 200


def test_a_stored_file_has_a_row_in_every_table(path: Path) -> None:
    with closing(database.open_as_it_is(path)) as db:
        assert released_files.empty(db) == []


def test_a_stored_file_is_worked_on_and_recovered_row_by_row(path: Path, tmp_path: Path) -> None:
    with closing(project_file.open_project(path)) as db:
        me = project_file.add_person(db, "Ada").id
        turn = annotating.next_turn(db, me)
        assert turn is not None
        annotating.answer(db, me, turn, project_file.question(db).labels[0].id, seconds=1)
    found = recovering.recover(path, tmp_path / "new.annotator")
    assert found.holds.items == 200
    assert found.holds.answers["Ada"] == 1


# --- migrations


def two_steps(*, broken: bool) -> Migrations:
    """What a second format would be."""
    steps = Migrations("annotator")
    steps()(migrations.first_tables)

    @steps()
    def second(db: Database) -> None:
        db.conn.execute("alter table item add column language text not null default ''")
        db.conn.execute("pragma user_version = 2")
        if broken:
            db.conn.execute("create table item (x)")

    return steps


def test_a_migration_is_all_or_nothing(tmp_path: Path) -> None:
    path = released_files.unpacked(1, tmp_path)
    with closing(project_file.open_project(path)) as db:
        with pytest.raises(sqlite3.OperationalError, match="already exists"):
            migrations.apply(db, 2, two_steps(broken=True))
        assert db.value("pragma user_version") == 1
    project_file.open_project(path).close()

    with closing(project_file.open_project(path)) as db:
        migrations.apply(db, 2, two_steps(broken=False))
        assert db.value("pragma user_version") == 2
        assert db.value("select language from item limit 1") == ""
    with pytest.raises(ProjectProblem, match="newer Annotator"):
        project_file.open_project(path)


def test_migrating_to_an_earlier_format_stops_there(tmp_path: Path) -> None:
    with closing(Database(tmp_path / "x", execute_plugins=False)) as db:
        migrations.apply(db, 1, two_steps(broken=True))
        assert db.execute("pragma user_version").fetchone() == (1,)
