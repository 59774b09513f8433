"""A project and its items in one go."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.errors import Cancelled, UserError
from annotator.services import creating, importing, project_file

COLUMNS = importing.Mapping(("text",), "id")
QUESTION = project_file.make_question("Sentiment", "What is the sentiment?", ["good", "bad"])


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "items.csv"
    path.write_text("id,text\na,one\nb,two\na,three\n,four\n" + "".join(f"n{n},text\n" for n in range(5_000)))
    return path


def test_a_project_is_made_with_its_items_and_closed(tmp_path: Path, source: Path) -> None:
    path = tmp_path / "p.annotator"

    result = creating.create_from_file(path, name="Mine", question=QUESTION, source=source, mapping=COLUMNS)

    assert (result.added, result.skipped, result.rejected) == (5_002, 1, 1)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["items.csv", "p.annotator"]
    db = project_file.open_project(path, read_only=True)
    assert project_file.name(db) == "Mine"
    assert [row.line for row in importing.rejected_rows(db, result.import_id)] == [5]
    db.close()


@pytest.mark.parametrize("after", [1, 2, 5])
def test_stopping_at_any_moment_leaves_no_file(tmp_path: Path, source: Path, after: int) -> None:
    reports = 0

    def stop(done: int, total: int | None) -> None:
        nonlocal reports
        reports += 1
        if reports == after:
            raise Cancelled

    with pytest.raises(Cancelled):
        creating.create_from_file(
            tmp_path / "p.annotator", name="Mine", question=QUESTION, source=source, mapping=COLUMNS, report=stop
        )

    assert [file.name for file in tmp_path.iterdir()] == ["items.csv"]


def test_a_file_that_cannot_be_imported_leaves_no_project(tmp_path: Path, source: Path) -> None:
    with pytest.raises(UserError, match="occurs twice"):
        creating.create_from_file(
            tmp_path / "p.annotator",
            name="Mine",
            question=QUESTION,
            source=source,
            mapping=COLUMNS,
            duplicates="refuse",
        )

    assert [file.name for file in tmp_path.iterdir()] == ["items.csv"]


def test_a_file_that_is_there_already_is_left_alone(tmp_path: Path, source: Path) -> None:
    path = tmp_path / "p.annotator"
    path.write_text("precious")

    with pytest.raises(UserError, match="exists already"):
        creating.create_from_file(path, name="Mine", question=QUESTION, source=source, mapping=COLUMNS)

    assert path.read_text() == "precious"
