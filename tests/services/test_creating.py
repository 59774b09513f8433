"""A project and its items in one go."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.errors import Cancelled, UserError
from annotator.services import creating, importing, project_file
from annotator.storage import gold

COLUMNS = importing.Mapping(("text",), "id")
QUESTION = project_file.make_question("Sentiment", "What is the sentiment?", ["good", "bad"])


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "items.csv"
    path.write_text("id,text\na,one\nb,two\na,three\n,four\n" + "".join(f"n{n},text\n" for n in range(5_000)))
    return path


def test_a_project_is_made_with_its_items_and_closed(tmp_path: Path, source: Path) -> None:
    path = tmp_path / "p.annotator"

    result = creating.create_from_file(path, name="Mine", question=QUESTION, source=source, mapping=COLUMNS).items

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


def test_known_labels_of_the_same_file_become_gold_and_rows_without_one_are_items_all_the_same(tmp_path: Path) -> None:
    source = tmp_path / "known.csv"
    source.write_text("id,text,gold\na,one,good\nb,two,\nc,three,BAD\nd,four,awful\n")
    path = tmp_path / "p.annotator"

    made = creating.create_from_file(
        path, name="Mine", question=QUESTION, source=source, mapping=COLUMNS, bad_rows="refuse", gold=True
    )

    assert (made.items.added, made.items.rejected) == (4, 0)
    assert made.gold is not None
    assert (made.gold.added, made.gold.without_gold, made.gold.rejected) == (2, 1, 1)
    db = project_file.open_project(path, read_only=True)
    assert gold.count(db, project_file.question(db).id, "imported") == 2
    assert [row.line for row in importing.rejected_rows(db, made.gold.import_id)] == [5]
    db.close()


def test_known_labels_are_those_of_the_items_whatever_the_column_of_ids_is_called(tmp_path: Path) -> None:
    source = tmp_path / "known.csv"
    source.write_text("id,name,text,gold\n7,a,one,good\n7,b,two,bad\n")
    columns = importing.Mapping(("text",), "name", ("id", "gold"))

    made = creating.create_from_file(
        tmp_path / "p.annotator", name="Mine", question=QUESTION, source=source, mapping=columns, gold=True
    )

    assert made.gold is not None
    assert (made.gold.added, made.gold.rejected) == (2, 0)


def test_without_a_wish_no_column_becomes_gold(tmp_path: Path) -> None:
    source = tmp_path / "known.csv"
    source.write_text("id,text,gold\na,one,good\n")
    path = tmp_path / "p.annotator"

    made = creating.create_from_file(path, name="Mine", question=QUESTION, source=source, mapping=COLUMNS)

    assert made.gold is None
    db = project_file.open_project(path, read_only=True)
    assert gold.count(db, project_file.question(db).id, "imported") == 0
    db.close()
