"""What is done to many items at once is counted first, is one operation, and is taken back as one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.domain.filters import Filter, State
from annotator.errors import UserError
from annotator.services import adjudicating, annotating, browsing, bulk, merging, project_file, routing
from annotator.services.bulk import Deed
from annotator.services.project_file import Db
from annotator.storage import gold
from tests.projects import gold as import_gold
from tests.projects import label_ids, llm_answers, make_project

SURE = {"i0": 0.9, "i1": 0.95, "i2": 0.2, "i3": 0.99, "i4": 0.3, "i5": 0.1, "i6": 0.88}


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Db]:
    """Eight items, seven with an LLM's label, three of which wait for people."""
    db = make_project(tmp_path)
    llm_answers(db, tmp_path, "gpt", [(name, "good", sure) for name, sure in SURE.items()])
    routing.route(db, threshold=0.5, audit_share=0)
    merging.merge_and_store(db)
    yield db
    db.close()


@pytest.fixture
def lead(db: Db) -> int:
    return project_file.add_person(db, "Lead").id


def state_of(db: Db) -> list[tuple[object, ...]]:
    """All that a deed could change, but for the numbers of operations."""
    tables = {
        "route": "select routing_id, item_id, reason, position from route order by 1, 2",
        "gold": "select item_id, label_id, source, annotator_id, why from gold order by 1",
        "mark": "select name, item_id from mark order by 1, 2",
    }
    return [(name, *row) for name, sql in tables.items() for row in db.conn.execute(sql)]


def waiting(db: Db) -> list[int]:
    return browsing.find(db, Filter(states=(State.WAITING,))).tolist()


@pytest.mark.parametrize("deed", list(Deed))
def test_each_deed_is_one_operation_that_is_undone_and_redone_as_one(db: Db, lead: int, deed: Deed) -> None:
    before, ops = state_of(db), db.value("select count(*) from op")
    told = bulk.plan(db, deed, range(1, 9), "later")

    done = bulk.do(db, lead, deed, range(1, 9), "later")

    after = state_of(db)
    assert done.number == told.number > 3
    assert len(after) >= len(before)
    assert after != before
    assert db.value("select count(*) from op") == ops + 1
    assert db.value("select count(*) from op_row where op_id = ?", (done.changes.operation,)) == done.number
    undone = bulk.undo(db, lead)
    assert undone is not None
    assert undone.number == done.number
    assert state_of(db) == before
    assert bulk.undo(db, lead) is None
    redone = bulk.redo(db, lead)
    assert redone is not None
    assert state_of(db) == after


def test_sending_to_people_puts_items_at_the_end_of_the_queue(db: Db, lead: int) -> None:
    assert waiting(db) == [3, 5, 6]

    told = bulk.plan(db, Deed.QUEUE, [8, 1, 3, 3])
    bulk.do(db, lead, Deed.QUEUE, [8, 1, 3, 3])

    assert (told.number, told.left_out, told.names) == (2, 1, ("i7", "i0"))
    assert waiting(db) == [1, 3, 5, 6, 8]
    order, after = [], -1
    while turn := annotating.next_turn(db, lead, after=after):
        order.append(turn.item.id)
        after = turn.position
    assert order[-2:] == [8, 1]


def test_what_has_its_answers_or_is_settled_is_not_sent_to_people_again(db: Db, lead: int) -> None:
    person, good = project_file.add_person(db, "Ann").id, label_ids(db)["good"]
    annotating.answer(db, person, annotating.turn_of(db, person, 1), good, seconds=1.0)
    adjudicating.settle(db, lead, 2, good)

    assert bulk.plan(db, Deed.QUEUE, [1, 2, 4]).names == ("i3",)
    bulk.do(db, lead, Deed.QUEUE, [1, 2, 4])
    assert waiting(db) == [3, 4, 5, 6]


def test_without_a_routing_nothing_is_sent_to_people(tmp_path: Path) -> None:
    db = make_project(tmp_path, name="fresh")
    with pytest.raises(UserError, match="routed"):
        bulk.plan(db, Deed.QUEUE, [1])
    db.close()


def test_accepting_decides_the_merged_label_and_never_replaces_a_known_one(db: Db, lead: int, tmp_path: Path) -> None:
    import_gold(db, tmp_path, [("i0", "bad")])
    question_id, labels = project_file.question(db).id, label_ids(db)
    adjudicating.settle(db, lead, 2, labels["bad"], "mine")

    told = bulk.plan(db, Deed.ACCEPT, range(1, 9))
    bulk.do(db, lead, Deed.ACCEPT, range(1, 9))

    assert (told.number, told.left_out) == (5, 3)
    known = gold.of_items(db, question_id, range(1, 9))
    assert (known[1].source, known[2].why, 8 in known) == ("imported", "mine", False)
    assert {(known[n].label_id, known[n].source) for n in (3, 4, 5, 6, 7)} == {(labels["good"], "adjudicated")}


def test_undo_of_a_deed_leaves_the_decisions_of_review_alone(db: Db, lead: int) -> None:
    adjudicating.settle(db, lead, 2, label_ids(db)["bad"], "mine")
    bulk.do(db, lead, Deed.ACCEPT, [3, 4])

    assert adjudicating.undo(db, lead) is not None
    assert browsing.find(db, Filter(states=(State.SETTLED,))).tolist() == [3, 4]
    assert bulk.undo(db, lead) is not None
    assert browsing.find(db, Filter(states=(State.SETTLED,))).tolist() == []


def test_deeds_come_off_in_turn_and_each_person_has_their_own(db: Db, lead: int) -> None:
    other = project_file.add_person(db, "Other").id
    bulk.do(db, lead, Deed.FLAG, [1, 2])
    bulk.do(db, lead, Deed.TAG, [2, 3], "odd  one ")
    assert bulk.undo(db, other) is None

    assert browsing.find(db, Filter(tags=("odd one",))).tolist() == [2, 3]
    bulk.undo(db, lead)
    assert browsing.find(db, Filter(tags=("odd one",))).tolist() == []
    assert browsing.find(db, Filter(states=(State.FLAGGED,))).tolist() == [1, 2]
    bulk.undo(db, lead)
    assert browsing.find(db, Filter(states=(State.FLAGGED,))).tolist() == []


def test_undo_after_another_routing_is_in_force_leaves_that_one_alone(db: Db, lead: int) -> None:
    bulk.do(db, lead, Deed.QUEUE, [1, 8])
    routing.route(db, threshold=0.5, audit_share=0)
    routing.route(db, threshold=0.93, audit_share=0)
    before = waiting(db)

    assert bulk.undo(db, lead) is not None
    assert bulk.redo(db, lead) is not None

    assert waiting(db) == before


def test_nothing_to_do_is_no_operation_and_an_empty_tag_is_refused(db: Db, lead: int) -> None:
    bulk.do(db, lead, Deed.FLAG, [1])
    ops = db.value("select count(*) from op")

    assert bulk.do(db, lead, Deed.FLAG, [1]).number == 0
    assert db.value("select count(*) from op") == ops
    assert bulk.sentence(bulk.plan(db, Deed.FLAG, [1])) == "Nothing to do. 1 item left out: flagged already."
    with pytest.raises(UserError, match="empty"):
        bulk.do(db, lead, Deed.TAG, [1], "  ")


def test_the_preview_says_how_many_which_and_what_is_left_out(db: Db, lead: int) -> None:
    bulk.do(db, lead, Deed.FLAG, [1])

    told = bulk.sentence(bulk.plan(db, Deed.TAG, range(1, 9), "later"), "later")
    flagged = bulk.sentence(bulk.plan(db, Deed.FLAG, [1, 2]))

    assert told == "Tag 8 items “later”? i0, i1, i2 and 5 more."
    assert flagged == "Flag 1 item? i1. 1 item left out: flagged already."
