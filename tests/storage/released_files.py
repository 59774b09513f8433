"""Makes the stored project file of the present format, a row in every table: python -m tests.storage.released_files

A file of every released format stands in tests/files and is opened by the tests for ever. Format 1 is not released yet:
until it is, its file is made anew whenever the tables change; from then on it stays as it is, and a new format gets a
file of its own.
"""

from __future__ import annotations

import gzip
import re
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from annotator.domain.ids import uuid7
from annotator.llm.agents import AgentSpec
from annotator.services import agents, annotating, merging, project_file, sample, searching
from annotator.services.project_file import Db
from annotator.storage import migrations

FILES = Path(__file__).parents[1] / "files"
ANSWERED = 12


def name(version: int) -> str:
    return f"format-{version}.annotator.gz"


def make(target: Path) -> None:
    """Items, gold and a crowd of the sample; a person's answers with an undo; a merged result; a row wherever there is
    none yet, so that a migration meets every table with content."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.annotator"
        with closing(sample.make(path)) as db:
            _answer(db)
            agents.keep(db, AgentSpec())
            merging.merge_and_store(db)
            searching.fill(db)
            for table in empty(db):
                _fill(db, table)
            db.execute("vacuum")
        target.write_bytes(gzip.compress(path.read_bytes(), mtime=0))


def unpacked(version: int, folder: Path) -> Path:
    """The stored file of this format, as a project to work on."""
    path = folder / f"format-{version}.annotator"
    path.write_bytes(gzip.decompress((FILES / name(version)).read_bytes()))
    return path


def empty(db: Db) -> list[str]:
    """Tables without a row, each after those that it refers to."""
    rows = db.execute("select name from sqlite_schema where type = 'table' and rootpage > 0 order by rowid").fetchall()
    names = [row[0] for row in rows if not row[0].startswith(("sqlite_", "item_search"))]
    return [table for table in names if not db.value(f"select count(*) from [{table}]")]


def _answer(db: Db) -> None:
    me = project_file.add_person(db, "Mira").id
    labels = project_file.question(db).labels
    for number in range(ANSWERED):
        turn = annotating.next_turn(db, me)
        assert turn is not None
        annotating.answer(db, me, turn, labels[number % len(labels)].id, seconds=2.0, comment="ä" if not number else "")
    annotating.undo(db, me)


def _fill(db: Db, table: str) -> None:
    """A row of the table with what its columns and checks ask for."""
    values: dict[str, object] = {}
    for column, type_, key in db.execute(f"select name, type, pk from pragma_table_info('{table}')").fetchall():
        values[column] = {"INTEGER": 1, "REAL": 0.5, "TEXT": "{}", "BLOB": b""}[type_]
        if column in ("uid", "hash") or (key and type_ == "TEXT"):
            values[column] = uuid7()
    for column, choice in _choices(db, table).items():
        values[column] = choice
    for column, parent, to in _parents(db, table):
        values[column] = db.value(f"select min([{to}]) from [{parent}]")
    names = ", ".join(f"[{column}]" for column in values)
    marks = ", ".join("?" * len(values))
    with db.atomic():
        db.conn.execute(f"insert into [{table}] ({names}) values ({marks})", list(values.values()))


def _choices(db: Db, table: str) -> dict[str, str]:
    """The first word that `check (column in ('...'))` allows."""
    sql = str(db.value("select sql from sqlite_schema where name = ?", (table,)))
    return {column: first for column, first in re.findall(r"check\s*\(\s*(\w+)\s+in\s*\('([^']*)'", sql)}


def _parents(db: Db, table: str) -> list[tuple[str, str, str]]:
    rows = db.execute(f"select [from], [table], coalesce([to], 'id') from pragma_foreign_key_list('{table}')")
    return list(rows.fetchall())


if __name__ == "__main__":
    FILES.mkdir(exist_ok=True)
    made = FILES / name(migrations.FORMAT)
    make(made)
    sys.stdout.write(f"{made.name}: {made.stat().st_size:,} bytes\n")
