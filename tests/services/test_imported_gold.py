"""A label known from a file stays to be seen when somebody decides otherwise in review."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotator.services import adjudicating, browsing, exporting, item_story, project_file, relabelling
from annotator.services.project_file import Db
from tests import projects
from tests.projects import label_ids


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Db]:
    """i0 is known to be good, i1 to be bad, from gold.csv."""
    with closing(projects.make_project(tmp_path, labels=("good", "bad", "mixed"))) as db:
        projects.gold(db, tmp_path, [("i0", "good"), ("i1", "bad")])
        project_file.add_person(db, "Lead")
        yield db


def lead(db: Db) -> int:
    return project_file.people(db)[0].id


def exported(db: Db, folder: Path) -> dict[str, tuple[str, str, str]]:
    """By item: label, source and gold."""
    path = exporting.export(db, folder / "out.csv").path
    with path.open(encoding="utf-8", newline="") as file:
        return {row["item_id"]: (row["label"], row["source"], row["gold"]) for row in csv.DictReader(file)}


def events(db: Db) -> list[str]:
    return [event.what for event in item_story.of_item(db, 1).events]


def test_a_decision_shows_the_imported_label_that_it_stands_in_place_of(db: Db, tmp_path: Path) -> None:
    labels = label_ids(db)
    adjudicating.settle(db, lead(db), 1, labels["bad"], "sarcasm")
    adjudicating.settle(db, lead(db), 1, labels["mixed"])
    adjudicating.settle(db, lead(db), 3, labels["good"])

    assert exported(db, tmp_path) == {
        "i0": ("mixed", "adjudicated", "good"),
        "i1": ("", "gold only", "bad"),
        "i2": ("good", "adjudicated", ""),
        **{f"i{n}": ("", "none", "") for n in range(3, 8)},
    }
    assert [browsing.known_before(db, item_id) for item_id in (1, 2, 3)] == ["good", "", ""]
    assert events(db) == [
        "gold good",
        "settled as bad, in place of gold good from gold.csv",
        "settled as mixed, before bad",
    ]


def test_it_is_told_also_where_the_decision_says_the_same(db: Db, tmp_path: Path) -> None:
    adjudicating.settle(db, lead(db), 1, label_ids(db)["good"])
    assert exported(db, tmp_path)["i0"] == ("good", "adjudicated", "good")
    assert events(db)[-1] == "settled as good, in place of gold good from gold.csv"


def test_undoing_and_redoing_decisions_keeps_it(db: Db, tmp_path: Path) -> None:
    labels = label_ids(db)
    for label in ("bad", "mixed"):
        adjudicating.settle(db, lead(db), 1, labels[label])
    adjudicating.undo(db, lead(db))
    assert exported(db, tmp_path)["i0"] == ("bad", "adjudicated", "good")
    adjudicating.undo(db, lead(db))
    assert exported(db, tmp_path)["i0"] == ("", "gold only", "good")
    adjudicating.redo(db, lead(db))
    adjudicating.redo(db, lead(db))
    assert exported(db, tmp_path)["i0"] == ("mixed", "adjudicated", "good")
    assert browsing.known_before(db, 1) == "good"


def test_a_label_merged_since_is_the_one_in_its_place(db: Db, tmp_path: Path) -> None:
    labels = label_ids(db)
    adjudicating.settle(db, lead(db), 1, labels["bad"])
    relabelling.merge(db, lead(db), labels["good"], labels["mixed"])
    assert exported(db, tmp_path)["i0"] == ("bad", "adjudicated", "mixed")


def test_sending_back_what_was_decided_brings_the_imported_label_back(db: Db, tmp_path: Path) -> None:
    adjudicating.settle(db, lead(db), 1, label_ids(db)["bad"])
    adjudicating.send_back(db, lead(db), 1, "look again")
    assert exported(db, tmp_path)["i0"] == ("", "gold only", "good")
    assert browsing.known_before(db, 1) == ""
    assert "gold good, before bad" in events(db)
    adjudicating.undo(db, lead(db))
    assert exported(db, tmp_path)["i0"] == ("bad", "adjudicated", "good")
    adjudicating.redo(db, lead(db))
    assert exported(db, tmp_path)["i0"] == ("", "gold only", "good")
