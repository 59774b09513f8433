"""Review: what there is in which order, why the merge says what it says, sending back, and settling many at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from annotator.domain.filters import Filter, State
from annotator.errors import UserError
from annotator.services import (
    adjudicating,
    annotating,
    browsing,
    exporting,
    item_story,
    merging,
    overview,
    project_file,
    reviewing,
    routing,
)
from annotator.services.project_file import Db
from annotator.storage import gold
from tests.projects import crowd, label_ids, llm_answers, make_project

PEOPLE = ("Ann", "Bob", "Cem", "Dee")
# By item: what Ann, Bob, Cem and Dee say; "-" gave no answer.
SAID = {"i0": "ggg-", "i1": "ggb-", "i2": "gb--", "i3": "bbb-", "i4": "bbbb", "i5": "gg-g", "i6": "-bg-", "i7": "----"}
NAMES = {"g": "good", "b": "bad"}


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Db]:
    """Eight items: four unanimous, three in conflict (i1, i2, i6), and one that nobody answered."""
    db = make_project(tmp_path)
    rows = [
        (item, who, NAMES[letter])
        for item, letters in SAID.items()
        for who, letter in zip(PEOPLE, letters, strict=True)
        if letter != "-"
    ]
    crowd(db, tmp_path, rows)
    merging.merge_and_store(db)
    yield db
    db.close()


@pytest.fixture
def lead(db: Db) -> int:
    return project_file.add_person(db, "Lead").id


def person(db: Db, name: str) -> int:
    return next(who.id for who in project_file.people(db) if who.name == name)


def ids(db: Db, only: str = "conflicts", order: str = reviewing.GAIN) -> list[int]:
    return reviewing.listing(db, only, order).item_ids.tolist()


def probability(db: Db, item_id: int) -> float:
    return adjudicating.case(db, item_id).merged[0][1]


def test_the_default_order_is_by_expected_gain_and_says_it(db: Db) -> None:
    found = reviewing.listing(db, "conflicts")

    assert sorted(found.item_ids.tolist()) == [2, 3, 7]
    assert (np.diff(found.numbers) <= 0).all()
    for item_id, gain in zip(found.item_ids.tolist(), found.numbers.tolist(), strict=True):
        assert gain > 1 - probability(db, item_id)  # it teaches, too


def test_checked_annotators_teach_less(db: Db, lead: int) -> None:
    before = dict(zip(*(column.tolist() for column in _columns(db)), strict=True))
    for item_id, label in ((1, "good"), (4, "bad"), (5, "bad"), (6, "good")):
        adjudicating.settle(db, lead, item_id, label_ids(db)[label])

    after = dict(zip(*(column.tolist() for column in _columns(db)), strict=True))

    assert all(after[item_id] < gain for item_id, gain in before.items())


def _columns(db: Db) -> tuple[np.ndarray, np.ndarray]:
    found = reviewing.listing(db, "conflicts")
    return found.item_ids, found.numbers


def test_the_other_orders(db: Db, tmp_path: Path) -> None:
    llm_answers(db, tmp_path, "gpt", [("i6", "bad", 0.9), ("i1", "bad", 0.8), ("i2", "good", 0.6)])
    merging.merge_and_store(db)
    entropy = {item_id: adjudicating.case(db, item_id).entropy or 0.0 for item_id in (2, 3, 7)}

    assert ids(db, order=reviewing.UNSURE) == sorted(entropy, key=lambda item_id: -entropy[item_id])
    assert ids(db, order=reviewing.IMPORTED) == [2, 3, 7]
    assert ids(db, order=reviewing.ANSWERS)[0] == 2  # four answers
    assert ids(db, order=reviewing.LLM_FIRST)[0] == 2  # the LLM against both others
    assert reviewing.listing(db, "conflicts", reviewing.ANSWERS).numbers[0] == 4


def test_the_kinds_of_items(db: Db, lead: int) -> None:
    adjudicating.settle(db, lead, 2, None)
    adjudicating.settle(db, lead, 1, label_ids(db)["good"])
    adjudicating.send_back(db, lead, 3, "Is it irony?")

    assert sorted(ids(db, "none")) == [2]
    assert sorted(ids(db, "settled")) == [1, 2]
    assert ids(db, "sent") == [3]
    assert ids(db) == [7]
    assert sorted(ids(db, "all")) == [3, 4, 5, 6, 7]
    for only in ("none", "settled", "sent", "conflicts", "all"):
        assert reviewing.count(db, only) == len(ids(db, only))


def test_without_a_merge_there_is_nothing_to_list(tmp_path: Path) -> None:
    db = make_project(tmp_path)

    assert [reviewing.listing(db, only).item_ids.size for only in ("conflicts", "all", "sent", "settled")] == [0] * 4
    db.close()


def test_the_weights_sum_up_to_what_the_merge_says(db: Db) -> None:
    for item_id in range(1, 8):
        case = adjudicating.case(db, item_id)
        assert case.weight is not None
        assert case.weight.label == case.merged[0][0]
        assert set(case.weight.answers) == {answer.annotator.id for answer in case.answers}
        expected = np.log(case.merged[0][1] / case.merged[1][1])
        assert case.weight.log_odds == pytest.approx(expected, abs=1e-4)


def test_what_is_settled_still_shows_what_its_answers_weigh(db: Db, lead: int) -> None:
    adjudicating.settle(db, lead, 2, label_ids(db)["bad"])
    merging.merge_and_store(db)

    case = adjudicating.case(db, 2)

    assert case.weight is not None
    assert case.weight.log_odds == pytest.approx(np.log(case.merged[0][1] / case.merged[1][1]))


def test_answers_that_came_after_the_merge_leave_no_breakdown(db: Db) -> None:
    ann = person(db, "Ann")
    annotating.answer(db, ann, annotating.turn_of(db, ann, 3), label_ids(db)["bad"], seconds=1.0)

    case = adjudicating.case(db, 3)

    assert case.weight is None
    assert case.breaks_down


def test_methods_of_others_have_no_breakdown(db: Db) -> None:
    merging.merge_and_store(db, "crowd-kit/MajorityVote")

    case = adjudicating.case(db, 2)

    assert case.weight is None
    assert not case.breaks_down
    assert case.merged


def test_what_an_annotator_says_is_right_as_often_as_the_matrix_in_force_tells(db: Db) -> None:
    case = adjudicating.case(db, 2)
    bob = person(db, "Bob")
    report = case.reports[bob]
    assert report.confusion is not None
    prior = np.array(
        [
            float(p)
            for p in db.value("select json_extract(parameters, '$.class_prior') from aggregation")[1:-1].split(",")
        ]
    )

    joint = report.confusion[0] * prior  # Bob says "good", the first label

    assert case.says[bob] == pytest.approx(joint[0] / joint.sum())


def test_what_is_sent_back_comes_first_with_its_note_and_is_done_when_answered(db: Db, lead: int) -> None:
    ann, bob = person(db, "Ann"), person(db, "Bob")
    adjudicating.settle(db, lead, 2, label_ids(db)["bad"])

    adjudicating.send_back(db, lead, 2, " Read the  guideline on irony ", ann)

    turn = annotating.next_turn(db, ann)
    assert turn is not None
    assert (turn.item.id, turn.note, turn.by) == (2, "Read the guideline on irony", "Lead")
    assert turn.own is not None  # what they said before
    assert adjudicating.case(db, 2).gold is None  # the decision is gone
    other = annotating.next_turn(db, bob)
    assert other is None or (other.item.id != 2 and not other.note)
    assert browsing.find(db, Filter(states=(State.WAITING,))).tolist() == [2]

    annotating.answer(db, ann, turn, label_ids(db)["bad"], seconds=1.0)

    following = annotating.next_turn(db, ann)
    assert following is None or following.item.id != 2
    assert annotating.turn_of(db, ann, 2).note == ""
    assert 2 in ids(db)  # in conflict again


def test_what_is_sent_to_anybody_waits_for_whoever_comes_first(db: Db, lead: int, tmp_path: Path) -> None:
    llm_answers(db, tmp_path, "gpt", [(item, "good", 0.9) for item in SAID])
    routing.route(db, threshold=0.5, audit_share=0)  # all are accepted: nothing waits
    dee, cem = person(db, "Dee"), person(db, "Cem")
    before = annotating.progress(db, dee)

    adjudicating.send_back(db, lead, 7, "Who is right?")

    for who in (dee, cem):
        assert annotating.progress(db, who).open == before.open + 1
        turn = annotating.next_turn(db, who)
        assert turn is not None
        assert (turn.item.id, turn.note) == (7, "Who is right?")
    annotating.skip(db, dee, annotating.turn_of(db, dee, 7), seconds=1.0)
    assert annotating.next_turn(db, cem) is None
    assert overview.summary(db).waiting == 0


def test_sending_back_is_undone_and_redone_with_the_decision_it_took_away(db: Db, lead: int) -> None:
    bad = label_ids(db)["bad"]
    adjudicating.settle(db, lead, 2, bad, "clear")
    adjudicating.send_back(db, lead, 2, "Look again", person(db, "Ann"))

    undone = adjudicating.undo(db, lead)

    assert undone is not None
    assert undone.item_ids == (2,)
    assert undone.changes.gold
    assert undone.changes.queue
    case = adjudicating.case(db, 2)
    assert case.sent_back is None
    assert case.gold is not None
    assert (case.gold.label_id, case.gold.why) == (bad, "clear")
    assert adjudicating.redo(db, lead) is not None
    again = adjudicating.case(db, 2)
    assert again.gold is None
    assert again.sent_back is not None
    assert again.sent_back.note == "Look again"
    told = [event.what for event in item_story.of_item(db, 2).events]
    assert "sent back: “Look again”" in told


def test_settling_an_item_takes_it_out_of_the_queue_again(db: Db, lead: int) -> None:
    ann = person(db, "Ann")
    adjudicating.send_back(db, lead, 2, "Look again", ann)
    adjudicating.settle(db, lead, 2, None)

    turn = annotating.next_turn(db, ann)

    assert turn is None or turn.item.id != 2
    assert ids(db, "sent") == []


def test_sending_back_needs_a_note_and_a_person(db: Db, lead: int, tmp_path: Path) -> None:
    llm_answers(db, tmp_path, "gpt", [("i0", "good", 0.9)])
    llm = project_file.llms(db)[0].id

    with pytest.raises(UserError, match="note is empty"):
        adjudicating.send_back(db, lead, 2, "  ")
    with pytest.raises(UserError, match="LLM"):
        adjudicating.send_back(db, lead, 2, "Look", llm)


def test_all_unanimous_items_are_settled_as_one_and_taken_back_as_one(db: Db, lead: int) -> None:
    lowest = min(probability(db, item_id) for item_id in (1, 4, 5, 6))
    found = adjudicating.unanimous(db, 0.0)
    assert [item_id for item_id, _ in found.decisions] == [1, 4, 5, 6]
    assert found.names == ("i0", "i3", "i4")
    assert len(adjudicating.unanimous(db, lowest + 1e-9).decisions) < 4

    done = adjudicating.accept_unanimous(db, lead, 0.0)

    assert done.number == 4
    assert {item_id: adjudicating.case(db, item_id).gold.label_id for item_id in (1, 4)} == {  # type: ignore[union-attr]
        1: label_ids(db)["good"],
        4: label_ids(db)["bad"],
    }
    undone = adjudicating.undo(db, lead)
    assert undone is not None
    assert undone.item_ids == (1, 4, 5, 6)
    assert gold.every(db, 1) == []
    assert adjudicating.redo(db, lead) is not None
    assert len(gold.every(db, 1)) == 4


def test_what_somebody_doubts_or_what_still_waits_is_not_accepted_with_the_rest(db: Db, lead: int) -> None:
    dee, ann = person(db, "Dee"), person(db, "Ann")
    annotating.skip(db, dee, annotating.turn_of(db, dee, 1), seconds=1.0)
    annotating.answer(db, dee, annotating.turn_of(db, dee, 4), label_ids(db)["bad"], seconds=1.0, flagged=True)
    adjudicating.send_back(db, lead, 5, "Look again", ann)

    assert [item_id for item_id, _ in adjudicating.unanimous(db, 0.0).decisions] == [6]


def test_nothing_is_logged_where_nothing_is_unanimous(db: Db, lead: int) -> None:
    operations = db.value("select count(*) from op")

    assert adjudicating.accept_unanimous(db, lead, 1.0).number == 0
    assert db.value("select count(*) from op") == operations


def test_accepted_with_others_neither_teaches_nor_measures(db: Db, lead: int) -> None:
    before = {item_id: adjudicating.case(db, item_id).merged for item_id in (2, 3, 7)}
    adjudicating.accept_unanimous(db, lead, 0.0)

    merging.merge_and_store(db)

    for item_id, merged in before.items():
        assert [p for _, p in adjudicating.case(db, item_id).merged] == pytest.approx([p for _, p in merged])
    assert all(report.accuracy.of == 0 for report in adjudicating.reports(db).values())


def test_no_right_answer_is_never_turned_into_a_label(db: Db, lead: int, tmp_path: Path) -> None:
    before = {item_id: adjudicating.case(db, item_id).merged for item_id in (3, 7)}
    adjudicating.settle(db, lead, 2, None, "neither")
    merging.merge_and_store(db)

    exporting.export(db, tmp_path / "labels.csv")

    header, *lines = (tmp_path / "labels.csv").read_text(encoding="utf-8").splitlines()
    row = dict(zip(header.split(","), next(line for line in lines if line.startswith("i1,")).split(","), strict=True))
    assert (row["label"], row["source"], row["route"]) == ("", "no right answer", "settled")
    assert row["merged_label"] in ("good", "bad")  # what the answers say stays beside it
    assert row["probability"] == ""  # it is no label, so it has no probability
    assert all(report.accuracy.of == 0 for report in adjudicating.reports(db).values())
    for item_id, merged in before.items():  # it teaches nothing of anybody
        assert [p for _, p in adjudicating.case(db, item_id).merged] == pytest.approx([p for _, p in merged])
    adjudicating.accept_unanimous(db, lead, 0.0)
    assert adjudicating.case(db, 2).gold.label_id is None  # type: ignore[union-attr]


def test_people_and_llms_are_numbered_alike_while_they_are_anonymous(db: Db, tmp_path: Path) -> None:
    llm_answers(db, tmp_path, "gpt", [("i0", "good", 0.9)])
    assert not reviewing.anonymised(db)

    reviewing.set_anonymised(db, True)

    assert reviewing.anonymised(db)
    numbers = reviewing.numbers(db)
    assert sorted(numbers.values()) == list(range(1, len(numbers) + 1))
    assert set(numbers) >= {*(person(db, name) for name in PEOPLE), project_file.llms(db)[0].id}
