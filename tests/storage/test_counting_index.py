"""Counting all answers reads a narrow index; what is asked about single items never does."""

from __future__ import annotations

from pathlib import Path

from annotator.domain.filters import Filter, State
from annotator.services import annotating, browsing, overview, project_file
from annotator.storage import answers, setup, spending
from annotator.storage.database import Db
from tests.projects import crowd, make_project

INDEX = "annotation_counted"


def answered(folder: Path) -> Db:
    db = make_project(folder)
    crowd(db, folder, [(f"i{number}", who, "good") for number in range(8) for who in ("ann", "bob")])
    return db


def plans_of(db: Db, sql: list[str]) -> str:
    return "\n".join(row[3] for one in sql for row in db.conn.execute(f"explain query plan {one}"))


def statements(db: Db, work: object) -> list[str]:
    """What is asked of SQLite meanwhile, with its values filled in."""
    said: list[str] = []
    db.conn.set_trace_callback(said.append)
    try:
        work(db)  # type: ignore[operator]
    finally:
        db.conn.set_trace_callback(None)
    return [one for one in said if one.lstrip().lower().startswith(("select", "with"))]


def test_counts_by_annotator_read_the_narrow_index_alone(tmp_path: Path) -> None:
    db = answered(tmp_path)
    question = setup.question(db).id
    for count in (answers.counts, answers.mean_confidences, answers.count, answers.count_labels):
        asked = [one for one in statements(db, lambda db, count=count: count(db, question)) if "annotation" in one]
        assert f"COVERING INDEX {INDEX}" in plans_of(db, asked)
    assert sum(answers.counts(db, question).values()) == answers.count(db, question) == 16
    db.close()


def test_the_time_of_people_is_summed_from_two_narrow_indexes(tmp_path: Path) -> None:
    db = answered(tmp_path)
    person, question = project_file.add_person(db, "Mira"), setup.question(db)
    for seconds in (2.0, None):
        turn = annotating.next_turn(db, person.id)
        assert turn is not None
        annotating.answer(db, person.id, turn, question.labels[0].id, seconds=seconds)
    asked = statements(db, lambda db: spending.by_person(db, question.id))
    assert spending.by_person(db, question.id)[person.id] == (2, 1, 2.0, 0)
    plan = plans_of(db, asked)
    assert f"COVERING INDEX {INDEX}" in plan
    assert "COVERING INDEX annotation_timed" in plan
    db.close()


def test_states_and_rows_of_items_are_found_by_item(tmp_path: Path) -> None:
    db = answered(tmp_path)
    asked = statements(db, lambda db: browsing.find(db, Filter(states=tuple(State))))
    asked += statements(db, lambda db: browsing.rows(db, browsing.item_ids(db)))
    assert asked
    assert INDEX not in plans_of(db, asked)
    assert overview.summary(db).answered_by_people == 8
    db.close()
