"""The adaptive queue on a real project file: what it offers, when it stops asking, and how it follows the answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from annotator.domain import queueing
from annotator.domain.routing import Split
from annotator.errors import UserError
from annotator.services import adaptive, adjudicating, annotating, following, merging, overview, project_file, routing
from annotator.services.annotating import Turn
from annotator.services.fit import Fit
from annotator.services.project_file import Db
from annotator.storage import posteriors, queue
from tests.projects import crowd, label_ids, llm_answers, make_project

ITEMS = 30


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Db]:
    """An LLM has answered everything, the later the surer, and is wrong at every fifth."""
    db = make_project(tmp_path, [f"text {number}" for number in range(ITEMS)])
    rows = []
    for number in range(ITEMS):
        right, wrong = ("good", "bad") if number % 2 else ("bad", "good")
        rows.append((f"i{number}", wrong if number % 5 == 0 else right, 0.5 + number / 62))
    llm_answers(db, tmp_path, "small-model", rows)
    yield db
    db.close()


def truth(item_id: int) -> str:
    return "good" if (item_id - 1) % 2 else "bad"


def answer(db: Db, who: int, turn: Turn, fit: Fit | None = None, label: str = "") -> None:
    annotating.answer(db, who, turn, label_ids(db)[label or truth(turn.item.id)], seconds=1, fit=fit)


def follow(db: Db, last: Fit | None = None) -> Fit:
    """A refit and all its writes, as the window does them."""
    found = following.refit(db, last)
    assert found is not None
    for step in found.steps():
        step(db)
    return found.fit


def person(db: Db, name: str) -> int:
    return project_file.add_person(db, name).id


def probability(db: Db, item_id: int) -> float:
    return posteriors.of_items(db, [item_id])[item_id].probability


def offered(db: Db, who: int, number: int) -> list[int]:
    """What would be offered if everything were skipped."""
    found = []
    for _ in range(number):
        turn = annotating.next_turn(db, who)
        if turn is None:
            break
        found.append(turn.item.id)
        annotating.skip(db, who, turn, seconds=1)
    return found


def test_before_any_merge_the_llms_least_confident_items_come_first_and_its_sure_ones_not_at_all(db: Db) -> None:
    result = adaptive.route(db, sure=0.9)

    assert result.split == Split(people=25, audit=0, accepted=5, invalid=0, not_answered=0)
    assert result.waiting == 25
    assert offered(db, person(db, "Mira"), ITEMS) == list(range(1, 26))


def test_without_an_llm_every_item_waits_in_its_order(tmp_path: Path) -> None:
    db = make_project(tmp_path)

    assert adaptive.route(db).waiting == 8
    assert offered(db, person(db, "Mira"), 9) == list(range(1, 9))
    db.close()


def test_an_item_that_an_answer_makes_sure_leaves_the_queue_and_comes_back_when_it_is_taken_back(db: Db) -> None:
    adaptive.route(db)
    fit = follow(db)
    mira, tom = person(db, "Mira"), person(db, "Tom")
    turn = annotating.next_turn(db, mira)
    assert turn is not None
    item, before = turn.item.id, probability(db, turn.item.id)
    label = "good" if turn.suggestion and turn.suggestion.label_id == label_ids(db)["good"] else "bad"
    answer(db, mira, turn, fit, label)
    sure = (before + probability(db, item)) / 2
    annotating.undo(db, mira, fit)
    adaptive.route(db, sure=sure, most=4)
    waiting = overview.waiting(db)

    answer(db, mira, turn, fit, label)

    assert before < sure <= probability(db, item)
    assert overview.waiting(db) == waiting - 1 == overview.summary(db).waiting
    assert item not in [found.item_id for found in _open(db, tom)]

    annotating.undo(db, mira, fit)

    assert probability(db, item) == pytest.approx(before)
    assert overview.waiting(db) == waiting == overview.summary(db).waiting
    assert item in [found.item_id for found in _open(db, tom)]
    assert annotating.again(db, mira, item) is not None

    annotating.redo(db, mira, fit)

    assert overview.waiting(db) == waiting - 1


def _open(db: Db, who: int) -> list[queue.Queued]:
    return queue.open_among(db, project_file.question(db).id, who, range(1, ITEMS + 1))


def test_an_item_on_which_people_differ_waits_until_it_has_most_answers(db: Db) -> None:
    adaptive.route(db, sure=1.0, most=2)
    fit = follow(db)
    people = [person(db, name) for name in ("Mira", "Tom", "Ida")]
    item = _open(db, people[0])[0].item_id

    for who, label in zip(people, ("good", "bad"), strict=False):
        assert item in [found.item_id for found in _open(db, who)]
        turn = annotating.again(db, who, item)
        assert turn is not None
        answer(db, who, turn, fit, label)

    assert item not in [found.item_id for found in _open(db, people[2])]
    assert item in [case.item_id for case in adjudicating.conflicts(db)]


def test_the_result_of_an_item_is_the_one_of_a_merge_with_everything_else_as_it_was(db: Db) -> None:
    adaptive.route(db)
    fit = follow(db)
    mira = person(db, "Mira")
    turn = annotating.next_turn(db, mira)
    assert turn is not None

    answer(db, mira, turn, fit)

    row = posteriors.of_items(db, [turn.item.id])[turn.item.id]
    found = merging.update_item(fit, adjudicating.case(db, turn.item.id).answers)
    np.testing.assert_allclose(np.frombuffer(row.probabilities), list(found.values()))
    assert (row.answers, row.probability) == (2, pytest.approx(max(found.values())))
    state = merging.state(db)
    assert state is not None
    assert state.stale == 1  # it stays provisional, so that an export merges


def test_an_answer_given_while_a_refit_is_computed_is_in_the_result_in_force(db: Db) -> None:
    adaptive.route(db)
    fit = follow(db)
    mira = person(db, "Mira")
    turn = annotating.next_turn(db, mira)
    assert turn is not None
    answer(db, mira, turn, fit)
    found = following.refit(db, fit)
    assert found is not None
    steps = found.steps()
    turn = annotating.next_turn(db, mira)
    assert turn is not None
    steps[0](db)
    answer(db, mira, turn, fit)

    for step in steps[1:]:
        step(db)

    assert posteriors.of_items(db, [turn.item.id])[turn.item.id].answers == 2


def test_a_refit_gives_way_to_a_merge_and_a_routing_that_came_meanwhile(db: Db, tmp_path: Path) -> None:
    adaptive.route(db)
    fit = follow(db)
    llm_answers(db, tmp_path, "other-model", [("i0", "good", 0.9)])
    found = following.refit(db, fit)
    assert found is not None
    steps = found.steps()
    steps[0](db)
    merging.merge_and_store(db, "majority-vote")
    routing.route(db, threshold=0.6, audit_share=0)
    before = posteriors.current(db), routing.current(db), [f.item_id for f in _open(db, 0)]

    for step in steps[1:]:
        step(db)

    assert (posteriors.current(db), routing.current(db), [f.item_id for f in _open(db, 0)]) == before
    assert following.refit(db, fit) is None


def test_the_queue_follows_a_refit(db: Db, tmp_path: Path) -> None:
    adaptive.route(db, sure=0.99)
    rows = [(f"i{n}", who, truth(n + 1)) for n in range(ITEMS - 4) for who in ("p1", "p2", "p3")]
    crowd(db, tmp_path, rows)
    before = [found.item_id for found in _open(db, 0)]

    follow(db)

    after = [found.item_id for found in _open(db, 0)]
    assert before[:2] == [1, 2]
    assert set(after[:4]) == set(range(ITEMS - 3, ITEMS + 1))  # those that nobody has checked


def test_a_second_person_begins_with_items_of_the_first(db: Db) -> None:
    adaptive.route(db, sure=1.0)
    mira, tom = person(db, "Mira"), person(db, "Tom")
    fit, mine = follow(db), []
    for _ in range(12):
        turn = annotating.next_turn(db, mira)
        assert turn is not None
        mine.append(turn.item.id)
        answer(db, mira, turn, fit)
    fit = follow(db, fit)

    theirs = []
    for _ in range(12):
        turn = annotating.next_turn(db, tom)
        assert turn is not None
        theirs.append(turn.item.id)
        answer(db, tom, turn, fit)

    assert set(theirs[:3]) <= set(mine)
    assert set(theirs) - set(mine)


def test_two_people_with_different_strengths_are_offered_different_items(tmp_path: Path) -> None:
    """Ann cannot tell b from c, Bob not a from b; what is open between a and b is Ann's, the other Bob's."""
    db = make_project(tmp_path, [f"text {n}" for n in range(90)], labels=("a", "b", "c"))
    rng = np.random.default_rng(1)
    rows = []
    for n in range(80):
        label = "abc"[n % 3]
        rows += [(f"i{n}", who, label) for who in ("p1", "p2", "p3")]
        rows.append((f"i{n}", "Ann", label if label == "a" else "bc"[rng.integers(2)]))
        rows.append((f"i{n}", "Bob", label if label == "c" else "ab"[rng.integers(2)]))
    for n in range(80, 85):
        rows += [(f"i{n}", "p1", "a"), (f"i{n}", "p2", "b")]
        rows += [(f"i{n + 5}", "p1", "b"), (f"i{n + 5}", "p2", "c")]
    crowd(db, tmp_path, rows)
    merging.merge_and_store(db)
    adaptive.route(db, sure=0.99)

    ann, bob = (offered(db, person(db, name), 5) for name in ("Ann", "Bob"))

    assert sorted(ann) == [81, 82, 83, 84, 85]
    assert sorted(bob) == [86, 87, 88, 89, 90]
    db.close()


def test_the_order_is_the_same_after_a_restart(db: Db) -> None:
    adaptive.route(db)
    fit = follow(db)
    mira, tom = person(db, "Mira"), person(db, "Tom")
    for _ in range(5):
        turn = annotating.next_turn(db, mira)
        assert turn is not None
        answer(db, mira, turn, fit)
    before = [turn and turn.item.id for turn in (annotating.next_turn(db, who) for who in (mira, tom))]
    waiting = [found.item_id for found in _open(db, mira)]
    path = db.path
    db.close()

    again = project_file.open_project(path)

    assert [turn and turn.item.id for turn in (annotating.next_turn(again, who) for who in (mira, tom))] == before
    assert [found.item_id for found in _open(again, mira)] == waiting
    again.close()


def test_an_item_settled_in_review_waits_no_more(db: Db) -> None:
    adaptive.route(db)
    mira = person(db, "Mira")
    waiting = overview.waiting(db)

    adjudicating.settle(db, mira, 1, label_ids(db)["good"])

    assert overview.waiting(db) == waiting - 1
    assert offered(db, mira, 1) == [2]


@pytest.mark.parametrize(("sure", "most"), [(0.0, 5), (1.5, 5), (0.9, 0)])
def test_settings_that_make_no_sense_are_refused_in_words(db: Db, sure: float, most: int) -> None:
    with pytest.raises(UserError):
        adaptive.route(db, sure=sure, most=most)


def test_items_far_behind_keep_their_place_and_no_two_at_the_front_share_one(
    db: Db, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "FRONT", 6)
    adaptive.route(db, sure=0.99)
    found = adaptive.in_force(db)
    assert found is not None
    before = queue.routes_of(db, found.id)
    crowd(db, tmp_path, [(f"i{n}", who, truth(n + 1)) for n in range(ITEMS - 4) for who in ("p1", "p2", "p3")])

    follow(db)

    after = queue.routes_of(db, found.id)
    front = sorted(r.position for r in after.values() if r.position is not None and r.position < 6)
    stayed = [item for item, route in after.items() if route == before[item]]
    assert front == list(range(6))
    assert {route.item_id for route in after.values() if (route.position or 9) < 4} <= set(range(27, 31))
    assert len(stayed) >= 10


def test_only_the_result_in_force_and_the_one_before_are_kept(db: Db) -> None:
    adaptive.route(db)
    fit, mira = follow(db), person(db, "Mira")
    for _ in range(3):
        turn = annotating.next_turn(db, mira)
        assert turn is not None
        answer(db, mira, turn, fit)
        fit = follow(db, fit)

    kept = db.conn.execute("select aggregation_id, count(*) from posterior group by 1").fetchall()

    assert [rows for _, rows in kept] == [ITEMS, ITEMS]


def test_a_refit_that_knows_nothing_new_writes_nothing(db: Db) -> None:
    adaptive.route(db)
    fit = follow(db)
    before = db.value("select max(id) from op")

    again = follow(db, fit)

    assert db.value("select max(id) from op") == before
    assert again.label_ids == fit.label_ids


def test_the_queue_follows_a_merge_that_the_lead_started(db: Db, tmp_path: Path) -> None:
    adaptive.route(db, sure=0.99)
    fit = follow(db)
    crowd(db, tmp_path, [(f"i{n}", who, truth(n + 1)) for n in range(ITEMS - 4) for who in ("p1", "p2", "p3")])
    merging.merge_and_store(db)
    merged = posteriors.current(db)

    follow(db, fit)

    assert posteriors.current(db) == merged
    assert {found.item_id for found in _open(db, 0)[:4]} == set(range(ITEMS - 3, ITEMS + 1))


def test_an_empty_project_has_an_empty_queue(tmp_path: Path) -> None:
    db = make_project(tmp_path, [])

    assert adaptive.route(db).waiting == 0
    assert annotating.next_turn(db, person(db, "Mira")) is None
    db.close()


def test_invalid_replies_wait_first_and_say_why(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    llm_answers(db, tmp_path, "small-model", [(f"i{n}", "good", 0.9) for n in range(8)])
    db.conn.execute("update annotation set status = 'invalid', label_id = null, confidence = null where item_id = 5")
    db.conn.commit()

    result = adaptive.route(db, sure=0.92)

    assert (result.split.invalid, result.waiting) == (1, 8)
    turn = annotating.next_turn(db, person(db, "Mira"))
    assert turn is not None
    assert (turn.item.id, turn.reason) == (5, "invalid")
    db.close()


def test_after_a_merge_too_the_llms_least_confident_items_come_before_its_confident_ones(db: Db) -> None:
    adaptive.route(db, sure=1.0)
    fit, mira = follow(db), person(db, "Mira")
    for _ in range(6):
        turn = annotating.next_turn(db, mira)
        assert turn is not None
        answer(db, mira, turn, fit)
    follow(db, fit)

    others = [item for item in offered(db, mira, 8) if item > 6]

    assert others == sorted(others)
    assert others[0] == 7


def test_as_long_as_people_hardly_met_a_second_person_is_worth_more_than_a_first(
    db: Db, monkeypatch: pytest.MonkeyPatch
) -> None:
    adaptive.route(db)
    mira = person(db, "Mira")
    for _ in range(3):
        turn = annotating.next_turn(db, mira)
        assert turn is not None
        answer(db, mira, turn)
    follow(db)

    worth = adaptive.rank(db, 0.95, posteriors.every(db), None)
    monkeypatch.setattr(queueing, "MEETING_BONUS", 0.0)
    plain = adaptive.rank(db, 0.95, posteriors.every(db), None)

    assert (worth.given > 0).sum() == 3
    np.testing.assert_allclose(worth.worth, plain.worth * np.where(plain.given > 0, 4, 1))
