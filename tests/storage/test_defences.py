"""What SQLite does by itself against a file that somebody has made to do harm."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

import pytest

from annotator.services import project_file
from annotator.services.project_file import Db
from tests.projects import make_project


@pytest.fixture(params=[False, True], ids=["for writing", "for reading"])
def db(request: pytest.FixtureRequest, tmp_path: Path) -> Db:
    made = make_project(tmp_path, ["one"])
    made.close()
    return project_file.open_project(made.path, read_only=request.param)


def test_nothing_in_a_file_is_trusted_and_its_pages_are_looked_at(db: Db) -> None:
    asked = ("trusted_schema", "cell_size_check", "writable_schema")
    assert [db.value(f"pragma {name}") for name in asked] == [0, 1, 0]
    db.close()


@pytest.mark.skipif(sys.version_info < (3, 12), reason="Python's sqlite3 cannot set the defensive mode before 3.12")
def test_sql_cannot_write_what_sqlite_keeps_of_its_tables(tmp_path: Path) -> None:
    db = make_project(tmp_path, ["one"])
    db.conn.execute("pragma writable_schema = on")

    with pytest.raises(sqlite3.OperationalError, match="may not be modified"):
        db.conn.execute("update sqlite_schema set sql = '' where name = 'item'")

    db.close()
