from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from annotator.domain.model import Kind, NewAnnotation, Status
from annotator.errors import UserError
from annotator.services import adjudicating, annotating, exporting, importing, merging, overview, project_file, routing
from annotator.services.project_file import Db
from annotator.storage import annotators, answers, audit, gold, setup
from tests.projects import crowd, label_ids, llm_answers, make_project
from tests.services import sending

ROWS = [
    *(("i0", w, "good") for w in "abc"),
    *(("i1", w, "bad") for w in "abc"),
    ("i2", "a", "good"),
    ("i2", "b", "bad"),
    ("i2", "c", "good"),
    ("i3", "a", "bad"),
    ("i3", "b", "good"),
]


@pytest.fixture
def db(tmp_path: Path) -> Any:
    db = make_project(tmp_path)
    crowd(db, tmp_path, ROWS)
    yield db
    db.close()


def _lead(db: Db) -> int:
    return project_file.add_person(db, "Lead").id


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_answers_that_come_while_the_others_are_read_wait_for_the_next_merge(db: Db) -> None:
    reader = project_file.open_project(db.path, read_only=True)
    person, late = project_file.add_person(db, "Late").id, iter(["i3"])

    def between(statement: str) -> None:
        if statement.startswith("select item_id, annotator_id, label_id, confidence"):
            for item in late:
                sending.answer_in(db, person, item, "good")

    reader.conn.set_trace_callback(between)
    merged = merging.merge(reader).header["op_id"]

    assert next(late, None) is None
    assert merged < audit.last_operation(db)
    reader.close()


def test_merging_gives_probabilities_and_a_confusion_matrix_for_each(db: Db) -> None:
    result = merging.merge_and_store(db, "dawid-skene")

    assert result.items == 4
    case = adjudicating.case(db, 1)
    assert case.merged[0][0].name == "good"
    assert sum(p for _, p in case.merged) == pytest.approx(1)
    for report in merging.annotator_report(db):
        assert report.confusion is not None
        np.testing.assert_allclose(report.confusion.sum(axis=0), 1)
    assert merging.state(db) is not None


def test_nothing_to_merge_is_one_sentence(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    with pytest.raises(UserError, match="no answers"):
        merging.merge(db)
    db.close()


def test_new_answers_make_the_result_stale_until_it_is_merged_again(db: Db) -> None:
    merging.merge_and_store(db)
    lead = _lead(db)
    annotating.answer(db, lead, annotating.turn_of(db, lead, 5), label_ids(db)["bad"], seconds=2)
    state = merging.state(db)
    assert state is not None
    assert state.stale == 1
    merging.merge_and_store(db)
    state = merging.state(db)
    assert state is not None
    assert (state.stale, state.items) == (0, 5)


def test_conflicts_come_the_least_sure_first_and_leave_when_settled(db: Db) -> None:
    merging.merge_and_store(db)
    lead = _lead(db)

    found = adjudicating.conflicts(db)
    assert [c.external_id for c in found] == ["i3", "i2"]
    assert found[0].entropy >= found[1].entropy

    adjudicating.settle(db, lead, found[0].item_id, label_ids(db)["bad"], why="clear")
    assert [c.external_id for c in adjudicating.conflicts(db)] == ["i2"]
    assert adjudicating.conflict_count(db) == 1

    undone = adjudicating.undo(db, lead)
    assert undone is not None
    assert undone.item_ids == (found[0].item_id,)
    assert adjudicating.conflict_count(db) == 2
    assert adjudicating.redo(db, lead) is not None
    assert adjudicating.case(db, found[0].item_id).gold is not None


def test_undoing_a_second_decision_brings_the_first_back(db: Db) -> None:
    labels, lead = label_ids(db), _lead(db)
    adjudicating.settle(db, lead, 3, labels["good"])
    adjudicating.settle(db, lead, 3, None, why="neither")
    adjudicating.undo(db, lead)
    known = adjudicating.case(db, 3).gold
    assert known is not None
    assert known.label_id == labels["good"]


def test_taking_back_an_answer_does_not_take_back_a_decision(db: Db) -> None:
    lead = _lead(db)
    annotating.answer(db, lead, annotating.turn_of(db, lead, 1), label_ids(db)["good"], seconds=1)
    adjudicating.settle(db, lead, 3, label_ids(db)["good"])
    annotating.undo(db, lead)
    assert adjudicating.case(db, 3).gold is not None
    assert annotating.turn_of(db, lead, 1).own is None


def test_the_export_says_label_probability_and_source_of_every_item(db: Db, tmp_path: Path) -> None:
    labels, lead = label_ids(db), _lead(db)
    adjudicating.settle(db, lead, 3, labels["bad"], why="=it is bad")
    adjudicating.settle(db, lead, 4, None)
    merging.merge_and_store(db)

    result = exporting.export(db, tmp_path / "out.csv", per_annotator=True)

    rows = read(tmp_path / "out.csv")
    assert result.reconciled
    assert result.rows == len(rows) == 8
    assert [(r["item_id"], r["label"], r["source"]) for r in rows[:5]] == [
        ("i0", "good", "unanimous"),
        ("i1", "bad", "unanimous"),
        ("i2", "bad", "adjudicated"),
        ("i3", "", "no right answer"),
        ("i4", "", "none"),
    ]
    assert float(rows[2]["merged_probability"]) < 1 == float(rows[2]["probability"])
    assert rows[2]["why"] == "'=it is bad"
    assert rows[2]["annotator: b"] == "bad"
    assert float(rows[0]["p: good"]) + float(rows[0]["p: bad"]) == pytest.approx(1, abs=1e-5)
    assert rows[0]["text"] == "lovely"


def test_raw_annotations_come_one_row_each(db: Db, tmp_path: Path) -> None:
    lead = _lead(db)
    annotating.skip(db, lead, annotating.turn_of(db, lead, 8), seconds=2.5, comment="+1, unclear", flagged=True)
    result = exporting.export(db, tmp_path / "a.csv", what="annotations", defuse=False)
    rows = read(tmp_path / "a.csv")
    assert result.rows == len(rows) == len(ROWS) + 1
    assert rows[-1]["status"] == "skipped"
    assert rows[-1]["comment"] == "+1, unclear"
    assert rows[-1]["seconds"] == "2.5"


def test_a_file_that_was_imported_is_never_overwritten(db: Db, tmp_path: Path) -> None:
    source = tmp_path / "answers.csv"
    source.write_text("item,annotator,label\nr-1,somebody,good\n", encoding="utf-8")
    importing.import_labels(db, source)
    before = source.read_bytes()

    with pytest.raises(UserError, match="was imported into this project"):
        exporting.export(db, source)

    assert source.read_bytes() == before
    assert exporting.export(db, tmp_path / "others.csv").reconciled


def test_the_project_itself_is_never_overwritten(db: Db) -> None:
    before = db.path.read_bytes()
    with pytest.raises(UserError, match="project file itself"):
        exporting.export(db, db.path)
    assert db.path.read_bytes() == before


def test_a_failing_export_leaves_the_old_file(db: Db, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    target.write_text("old", encoding="utf-8")

    def stop(done: int, total: int | None) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        exporting.export(db, target, report=stop)
    assert target.read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.glob("*out*")) == ["out.csv"]


def test_the_overview_counts_every_item_once(db: Db) -> None:
    merging.merge_and_store(db)
    adjudicating.settle(db, _lead(db), 3, label_ids(db)["good"])
    found = overview.summary(db)
    parts = (
        found.settled,
        found.waiting,
        found.in_conflict,
        found.answered_by_people,
        found.accepted,
        found.not_routed,
    )
    assert sum(parts) == found.items == 8
    assert (found.settled, found.in_conflict, found.answered_by_people, found.not_routed) == (1, 1, 2, 4)
    assert overview.sentences(found)[:2] == [
        "small: 8 items",
        "  1 in conflict, 1 settled in review, 2 answered by people, 4 not routed yet",
    ]


def test_only_the_result_in_force_and_the_one_before_are_kept(db: Db) -> None:
    for _ in range(4):
        merging.merge_and_store(db)
    assert db.value("select count(*) from aggregation") == 2
    assert db.value("select count(distinct aggregation_id) from posterior") == 2


def test_imported_gold_scores_and_does_not_decide(db: Db, tmp_path: Path) -> None:
    with db.atomic():
        gold.add_imported(db, 1, setup.question(db).id, [(1, label_ids(db)["bad"])], "g.csv")
    merging.merge_and_store(db)
    exporting.export(db, tmp_path / "out.csv")
    row = read(tmp_path / "out.csv")[0]
    assert (row["label"], row["gold"]) == ("good", "bad")
    accuracy = merging.annotator_report(db)[0].accuracy
    assert (accuracy.value, accuracy.of) == (0.0, 1)


def _llm(db: Db, items: dict[int, float]) -> None:
    """An LLM that says "good" to these items, with these confidences."""
    with db.atomic():
        llm = annotators.named(db, "llm", kind=Kind.LLM)
    good = label_ids(db)["good"]
    new = [NewAnnotation(item, Status.LABEL, good, confidence) for item, confidence in items.items()]
    answers.record(db, llm.id, setup.question(db).id, new, kind="prelabel")


def test_the_export_says_where_each_item_stands_as_the_status_does(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    _llm(db, {1: 0.9, 2: 0.5, 3: 0.5, 4: 0.5, 5: 0.5, 6: 0.5, 7: 0.5})
    routing.route(db, threshold=0.8, audit_share=0)
    lead, labels = _lead(db), label_ids(db)
    for item, label in ((2, "good"), (3, "bad"), (4, "bad")):
        annotating.answer(db, lead, annotating.turn_of(db, lead, item), labels[label], seconds=1)
    merging.merge_and_store(db)
    adjudicating.settle(db, lead, 4, labels["bad"])

    result = exporting.export(db, tmp_path / "out.csv")

    routes = [row["route"] for row in read(tmp_path / "out.csv")]
    assert routes == ["accepted", "answered", "in conflict", "settled", *["waiting"] * 3, "not routed"]
    assert result.waiting == overview.summary(db).waiting == 3
    assert result.sentence.endswith("3 items still wait for people (column route).")
    annotating.answer(db, lead, annotating.turn_of(db, lead, 5), labels["good"], seconds=1)
    annotating.answer(db, lead, annotating.turn_of(db, lead, 6), labels["good"], seconds=1)
    assert "1 item still waits" in exporting.export(db, tmp_path / "out.csv").sentence
    annotating.answer(db, lead, annotating.turn_of(db, lead, 7), labels["good"], seconds=1)
    assert "wait" not in exporting.export(db, tmp_path / "out.csv").sentence
    db.close()


def test_annotations_are_in_the_order_of_items_with_people_first(db: Db, tmp_path: Path) -> None:
    _llm(db, {4: 0.9, 1: 0.9})
    crowd(db, tmp_path, [("i4", "d", "good"), ("i0", "d", "bad")])

    exporting.export(db, tmp_path / "a.csv", what="annotations")

    rows = read(tmp_path / "a.csv")
    assert [(r["item_id"], r["annotator"]) for r in rows if r["item_id"] in ("i0", "i3", "i4")] == [
        *(("i0", who) for who in ("a", "b", "c", "d", "llm")),
        *(("i3", who) for who in ("a", "b", "llm")),
        ("i4", "d"),
    ]
    assert [int(r["item_id"][1:]) for r in rows] == sorted(int(r["item_id"][1:]) for r in rows)
    assert {r["annotator"]: r["exposure"] for r in rows} == dict.fromkeys("abcd", "unknown") | {"llm": "blind"}


def test_an_item_with_gold_and_no_answer_has_no_label_and_says_why(db: Db, tmp_path: Path) -> None:
    (tmp_path / "g.csv").write_text("item,label\ni0,bad\ni7,good\n", encoding="utf-8")
    importing.import_gold(db, tmp_path / "g.csv")
    merging.merge_and_store(db)

    result = exporting.export(db, tmp_path / "out.csv")

    rows = read(tmp_path / "out.csv")
    assert [rows[7][name] for name in ("label", "source", "gold")] == ["", "gold only", "good"]
    assert [rows[0][name] for name in ("label", "source", "gold")] == ["good", "unanimous", "bad"]
    assert "1 with gold only, without a label" in result.sentence


def test_people_come_first_in_the_status_and_those_with_more_answers_before_others(db: Db) -> None:
    _llm(db, dict.fromkeys(range(1, 9), 0.9))
    found = overview.summary(db)
    assert [(who.name, number) for who, number in found.annotators] == [("a", 4), ("b", 4), ("c", 3), ("llm", 8)]
    assert "  c (person): 3 answers" in overview.sentences(found)


def test_one_of_anything_is_told_in_the_singular(tmp_path: Path) -> None:
    db = make_project(tmp_path, texts=("lovely",))
    crowd(db, tmp_path, [("i0", "a", "good")])
    llm_answers(db, tmp_path, "m", [("i9", "good", 0.9)])
    (tmp_path / "g.csv").write_text("item,label\ni0,good\n", encoding="utf-8")
    importing.import_gold(db, tmp_path / "g.csv")
    merging.merge_and_store(db)
    crowd(db, tmp_path, [("i0", "a", "bad")])

    told = overview.sentences(overview.summary(db))

    assert told[:4] == [
        "small: 1 item",
        "  1 answered by people",
        "  a (person): 1 answer",
        "  Merged labels: 1 item, 100 % right on the 1 with gold (95 % interval 21 % to 100 %)",
    ]
    assert "  Look at: 1 row set aside: it could not be imported from “llm.csv”" in told
    assert told[-1] == "  Look at: 1 answer or decision since the last merge: merge again to take this into account"
    assert exporting.export(db, tmp_path / "out.csv").sentence.startswith("1 row written to out.csv, as many as")
    db.close()
