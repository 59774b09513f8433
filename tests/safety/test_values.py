"""A value that somebody has changed in a project, and that SQLite takes for sound, is told when the file is checked."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.services import merging, project_file, routing
from tests.projects import gold, llm_answers, make_project


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with closing(make_project(tmp_path)) as db:
        llm_answers(db, tmp_path, "gpt", [(f"i{n}", "good", n / 8) for n in range(8)])
        gold(db, tmp_path, [("i0", "good")])
        merging.merge_and_store(db)
        routing.route(db, threshold=0.5)
        return db.path


def test_a_sound_project_has_no_problems(path: Path) -> None:
    assert project_file.problems(path) == []


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("item.fields", "[]"),
        ("item.metadata", "no json"),
        ("project.value", "{"),
        ("aggregation.labels", "{}"),
        ("routing.parameters", "5"),
        ("import.counts", "null"),
        ("posterior.probabilities", b"odd"),
        ("op_row.after", "{'single'}"),
    ],
)
def test_a_value_of_another_shape_is_told(path: Path, place: str, value: str | bytes) -> None:
    table, column = place.split(".")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"update {table} set {column} = ?", [value])

    [problem] = project_file.problems(path)

    assert "cannot be read" in problem
