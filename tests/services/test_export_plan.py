"""The look at an export before it is written."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.services import exporting, merging
from annotator.services.project_file import Db
from tests.projects import crowd, make_project


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Db]:
    """Eight items, two with answers of three people, one with an answer of one."""
    found = make_project(tmp_path, texts=("=1+1", *(f"text {n}" for n in range(7))))
    said = {"i0": "good good bad", "i1": "bad bad bad", "i2": "good"}
    crowd(
        found, tmp_path, [(i, f"w{n}", label) for i, labels in said.items() for n, label in enumerate(labels.split())]
    )
    merging.merge_and_store(found, "majority-vote")
    yield found
    found.close()


def test_the_rows_are_reconciled_with_where_the_items_stand(db: Db, tmp_path: Path) -> None:
    found = exporting.plan(db)

    assert found.reconciled
    assert sum(found.counts.values()) == found.rows == 8
    assert found.sentence.startswith("8 rows of 17 columns will be written, one for each item of the project (")
    assert exporting.export(db, tmp_path / "out.csv").routes == {k: n for k, n in found.counts.items() if n}


def test_annotations_are_reconciled_with_what_the_answers_say(db: Db) -> None:
    found = exporting.plan(db, "annotations")

    assert found.counts == {"labels": 7}
    assert found.sentence == "7 rows of 15 columns will be written, one for each answer of the project (7 labels)."


@pytest.mark.parametrize("shares", [False, True])
@pytest.mark.parametrize("defuse", [False, True])
def test_the_preview_has_the_cells_of_the_file(db: Db, tmp_path: Path, shares: bool, defuse: bool) -> None:
    plan = exporting.plan(db, shares=shares, defuse=defuse, per_annotator=True)
    exporting.export(db, tmp_path / "out.csv", shares=shares, defuse=defuse, per_annotator=True)

    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)

    assert tuple(head) == plan.columns
    assert rows == [["" if cell is None else str(cell) for cell in row] for row in plan.first_rows]
    assert rows[0][1] == ("'=1+1" if defuse else "=1+1")


def test_the_share_of_people_by_label_is_written_on_wish(db: Db, tmp_path: Path) -> None:
    exporting.export(db, tmp_path / "out.csv", shares=True)

    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    assert (rows[0]["people: good"], rows[0]["people: bad"]) == ("0.666667", "0.333333")
    assert (rows[1]["people: good"], rows[1]["people: bad"]) == ("0.0", "1.0")
    assert rows[5]["people: good"] == ""
