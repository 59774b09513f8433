from __future__ import annotations

import asyncio
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from annotator.cli.program import commands
from annotator.domain.routing import MOST_ANSWERS, Confidences, Outlook, Reason, Split, decide
from annotator.errors import UserError
from annotator.llm.scripted import ScriptedModel
from annotator.services import (
    adjudicating,
    agents,
    alt_test,
    annotating,
    auditing,
    merging,
    overview,
    prelabelling,
    project_file,
    routing,
)
from annotator.services.project_file import Db
from annotator.storage import progress, setup
from tests.projects import crowd, direct, gold, label_ids, make_project


@given(
    values=st.lists(st.one_of(st.floats(0, 1), st.just(float("nan"))), min_size=1, max_size=60),
    threshold=st.floats(0, 1),
    share=st.floats(0, 1),
    seed=st.integers(0, 5),
)
def test_every_item_goes_to_exactly_one_side_and_the_preview_is_right(
    values: list[float], threshold: float, share: float, seed: int
) -> None:
    confidences = Confidences(np.arange(1, len(values) + 1), np.array(values), not_answered=0)

    routes = decide(confidences, threshold=threshold, audit_share=share, seed=seed)
    split = confidences.split(threshold, share)

    reasons = [reason for _, reason, _ in routes]
    queue = sorted(position for *_, position in routes if position is not None)
    assert [item for item, *_ in routes] == list(range(1, len(values) + 1))
    assert queue == list(range(split.people + split.audit))
    assert reasons.count(Reason.AUDIT) == split.audit
    assert reasons.count(Reason.INVALID) == split.invalid
    assert reasons.count(Reason.CONFIDENT) == split.accepted
    for value, (_, reason, position) in zip(values, routes, strict=True):
        assert (reason is Reason.CONFIDENT) == (position is None)
        if not np.isnan(value):
            assert (reason is Reason.UNCERTAIN) == (value < threshold)


def _prelabelled(folder: Path) -> Db:
    db = make_project(folder)
    _prelabel(db)
    return db


def _prelabel(db: Db) -> None:
    scale = {"lovely": 0.99, "dreadful": 0.97, "fine": 0.55, "awful": 0.9, "superb": 0.95, "broken": 0.6, "great": 0.92}
    model = ScriptedModel(
        lambda request: f"good | {100 * scale[request.text]:.0f}" if request.text in scale else "no idea"
    )

    async def opener(spec: object) -> ScriptedModel:
        return model

    choice = agents.AgentChoice("ollama/scripted")
    asyncio.run(prelabelling.run(direct(db), choice, opener=opener))


def test_uncertain_invalid_and_audited_items_wait_for_people(tmp_path: Path) -> None:
    db = _prelabelled(tmp_path)

    result = routing.route(db, threshold=0.8, audit_share=0.05)

    assert result.split == Split(people=3, audit=1, accepted=4, invalid=1, not_answered=0)
    mira = project_file.add_person(db, "Mira").id
    seen = []
    while turn := annotating.next_turn(db, mira):
        seen.append((turn.item.fields["text"], turn.reason))
        annotating.answer(db, mira, turn, label_ids(db)["good"], seconds=1)
    assert {text for text, reason in seen if reason != "audit"} == {"useless", "fine", "broken"}
    assert len(seen) == 4
    db.close()


def test_one_answer_is_enough_unless_more_are_wanted(tmp_path: Path) -> None:
    db = _prelabelled(tmp_path)
    routing.route(db, threshold=0.8, audit_share=0, answers_per_item=2)
    people = [project_file.add_person(db, name).id for name in ("Mira", "Jo", "Kim")]
    for person in people[:2]:
        while turn := annotating.next_turn(db, person):
            annotating.answer(db, person, turn, label_ids(db)["good"], seconds=1)
    assert annotating.progress(db, people[0]) == annotating.Progress(done=3, open=0)
    assert annotating.next_turn(db, people[2]) is None
    db.close()


def _answer(db: Db, person: int, number: int, label: str = "good") -> None:
    """The person answers the next so many items that wait for them."""
    for _ in range(number):
        turn = annotating.next_turn(db, person)
        assert turn is not None
        annotating.answer(db, person, turn, label_ids(db)[label], seconds=1)


def _waiting(db: Db) -> tuple[int, int]:
    """What Annotate's people and the overview are told of the items that wait: the same."""
    return overview.waiting(db), overview.summary(db).waiting


@pytest.mark.parametrize("later", [0.8, 0.93])
def test_answers_given_here_count_when_the_items_are_routed_anew(tmp_path: Path, later: float) -> None:
    db = _prelabelled(tmp_path)
    first = routing.route(db, threshold=0.8, audit_share=0)
    assert (first.split.people, first.waiting, first.answered) == (3, 3, 0)
    mira = project_file.add_person(db, "Mira").id
    _answer(db, mira, 2)

    again = routing.route(db, threshold=later, audit_share=0)

    assert again.answered == 2
    assert again.waiting == again.split.people - 2
    assert annotating.progress(db, mira) == annotating.Progress(done=2, open=again.waiting)
    assert _waiting(db) == (again.waiting, again.waiting)
    assert overview.summary(db).answered_by_people == 2
    db.close()


def test_an_answer_given_before_any_routing_counts_as_one_of_several(tmp_path: Path) -> None:
    db = _prelabelled(tmp_path)
    mira, jo = (project_file.add_person(db, name).id for name in ("Mira", "Jo"))
    _answer(db, mira, 8)  # without a routing everything is open to everybody

    result = routing.route(db, threshold=0.8, audit_share=0, answers_per_item=2)

    assert (result.waiting, result.answered) == (3, 0)
    assert annotating.progress(db, mira) == annotating.Progress(done=3, open=0)
    _answer(db, jo, 3)
    assert annotating.next_turn(db, jo) is None
    assert _waiting(db) == (0, 0)
    db.close()


ORDERS = (("prelabel", "route", "crowd"), ("prelabel", "crowd", "route"), ("crowd", "prelabel", "route"))


@pytest.mark.parametrize("merged", [False, True])
@pytest.mark.parametrize(
    ("wanted", "share", "waiting"), [(1, 0.0, 1), (2, 0.0, 2), (3, 0.0, 3), (1, 1.0, 3), (2, 1.0, 7)]
)
def test_importing_answers_and_routing_lead_to_the_same_in_either_order(
    tmp_path: Path, wanted: int, share: float, waiting: int, merged: bool
) -> None:
    found = {}
    for order in ORDERS:
        folder = tmp_path / "-".join(order)
        folder.mkdir()
        db = make_project(folder)
        for step in order:
            if step == "prelabel":
                _prelabel(db)
            elif step == "crowd":  # of those that the LLM is unsure of, i2 has two answers, i5 one and i7 none
                rows = [("i0", "ann", "good"), ("i1", "bob", "bad"), ("i2", "ann", "good"), ("i5", "ann", "bad")]
                crowd(db, folder, [*rows, ("i2", "bob", "good"), ("i3", "bob", "bad")])
            else:
                routing.route(db, threshold=0.8, audit_share=share, answers_per_item=wanted)
        if merged:
            merging.merge_and_store(db)
        mira = project_file.add_person(db, "Mira").id
        seen = overview.summary(db)
        numbers = [getattr(seen, state) for state in progress.STATES]
        states = progress.of_items(db, setup.question_id(db), range(1, 9))
        found[order] = (states, numbers, _waiting(db), annotating.progress(db, mira), _texts_for(db, mira))
        db.close()

    first = found[ORDERS[0]]
    assert found == dict.fromkeys(ORDERS, first)
    assert first[2] == (waiting, waiting)
    assert list(first[0].values()).count("waiting") == first[3].open == len(first[4]) == waiting


def _texts_for(db: Db, person: int) -> list[str]:
    """What the person is shown, all of it skipped."""
    texts = []
    while turn := annotating.next_turn(db, person):
        texts.append(turn.item.fields["text"])
        annotating.skip(db, person, turn, seconds=1)
    return texts


def test_answers_that_were_imported_before_a_routing_are_not_asked_for_again(tmp_path: Path) -> None:
    db = _prelabelled(tmp_path)
    crowd(db, tmp_path, [(f"i{number}", "ann", "good") for number in range(8)])

    result = routing.route(db, threshold=0.8, audit_share=1)

    assert (result.waiting, result.answered, result.again) == (0, 8, 0)
    assert result.already == [
        "8 of the items for people are answered or settled already, and are not asked about again."
    ]
    assert _waiting(db) == (0, 0)
    db.close()


def test_a_routing_says_of_how_many_items_it_wants_more_answers(tmp_path: Path) -> None:
    db = _prelabelled(tmp_path)
    crowd(db, tmp_path, [("i2", "ann", "good"), ("i5", "ann", "bad"), ("i5", "bob", "bad")])

    result = routing.route(db, threshold=0.8, audit_share=0, answers_per_item=2)
    spent = routing.route_budget(db, budget=3)

    assert (result.waiting, result.answered, result.again) == (2, 1, 1)
    assert result.already == [
        "1 of the items for people is answered or settled already, and is not asked about again.",
        "1 of the items that wait has an answer of people already, and is to get more.",
    ]
    assert (spent.waiting, spent.answered, spent.again) == (3, 0, 2)  # a budget is for answers on top
    assert spent.already == ["2 of the items that wait have answers of people already, and are to get more."]
    db.close()


def test_an_imported_answer_that_was_given_again_and_taken_back_is_an_imported_one(tmp_path: Path) -> None:
    db = _prelabelled(tmp_path)
    crowd(db, tmp_path, [("i2", "Mira", "good")])
    mira = project_file.add_person(db, "Mira").id
    annotating.answer(db, mira, annotating.turn_of(db, mira, 3), label_ids(db)["bad"], seconds=1)
    annotating.undo(db, mira)

    assert routing.route(db, threshold=0.8, audit_share=0).waiting == 2
    assert crowd(db, tmp_path, [("i2", "Mira", "bad")]).updated == 1
    db.close()


def test_a_budget_asks_for_more_answers_whatever_was_given_before(tmp_path: Path) -> None:
    db = _prelabelled(tmp_path)
    routing.route(db, threshold=0.8, audit_share=0)
    mira, jo = (project_file.add_person(db, name).id for name in ("Mira", "Jo"))
    _answer(db, mira, 3)

    result = routing.route_budget(db, budget=3)

    assert (result.waiting, result.answered) == (3, 0)
    assert annotating.next_turn(db, mira) is None  # nobody is asked twice
    _answer(db, jo, 3)
    assert _waiting(db) == (0, 0)
    db.close()


def test_an_audit_item_that_was_answered_with_the_suggestion_in_view_waits_in_every_count(tmp_path: Path) -> None:
    db = _prelabelled(tmp_path)
    routing.route(db, threshold=0.5, audit_share=1)  # "no idea" is the only one that is not audited
    mira = project_file.add_person(db, "Mira").id
    while turn := annotating.next_turn(db, mira):
        annotating.answer(db, mira, turn, label_ids(db)["good"], seconds=1, shown=True)

    assert _waiting(db) == (7, 7)
    assert routing.route(db, threshold=0.5, audit_share=1).answered == 1
    db.close()


def test_a_conflict_is_listed_as_soon_as_no_more_answers_are_waited_for_after_routing_anew(tmp_path: Path) -> None:
    db = _prelabelled(tmp_path)
    mira = project_file.add_person(db, "Mira").id
    routing.route(db, threshold=0.8, audit_share=0)
    _answer(db, mira, 3, label="bad")
    routing.route(db, threshold=0.8, audit_share=0)
    merging.merge_and_store(db)

    found = overview.summary(db)

    assert found.in_conflict == adjudicating.conflict_count(db) == 2  # the invalid reply says no other label
    db.close()


def test_a_skipped_item_goes_to_somebody_else(tmp_path: Path) -> None:
    db = _prelabelled(tmp_path)
    routing.route(db, threshold=0.8, audit_share=0)
    mira, jo = (project_file.add_person(db, name).id for name in ("Mira", "Jo"))
    first = annotating.next_turn(db, mira)
    assert first is not None
    annotating.skip(db, mira, first, seconds=1)
    second, other = annotating.next_turn(db, mira), annotating.next_turn(db, jo)
    assert second is not None
    assert other is not None
    assert second.item.id != first.item.id
    assert other.item.id == first.item.id
    db.close()


def test_routing_without_llm_answers_says_what_to_do(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    with pytest.raises(UserError, match="Pre-label"):
        routing.route(db, threshold=0.8)
    db.close()


@pytest.mark.parametrize(
    "wrong", [{"threshold": 1.5}, {"threshold": 0.5, "audit_share": 2}, {"threshold": 0.5, "answers_per_item": 0}]
)
def test_wrong_numbers_are_refused(tmp_path: Path, wrong: dict[str, float]) -> None:
    db = _prelabelled(tmp_path)
    with pytest.raises(UserError):
        routing.route(db, **wrong)  # type: ignore[arg-type]
    db.close()


CLEAR, ITEMS = 240, 300


def _many(folder: Path) -> Db:
    """300 items of which the LLM says "good": sure of the first 240, and unsure of the rest."""
    db = make_project(folder, texts=[f"text {number}" for number in range(ITEMS)])

    async def opener(spec: object) -> ScriptedModel:
        return ScriptedModel(lambda request: f"good | {95 if int(request.text.split()[1]) < CLEAR else 40}")

    asyncio.run(prelabelling.run(direct(db), agents.AgentChoice("ollama/scripted"), opener=opener))
    return db


def _answer_all(db: Db, person: int, wrong: frozenset[int] = frozenset(), *, shown: bool = False) -> list[str]:
    """The person answers all that waits: "good" for the clear items, but for the `wrong` ones; returns the reasons."""
    labels, reasons = label_ids(db), []
    while turn := annotating.next_turn(db, person):
        number = int(turn.item.fields["text"].split()[1])
        label = "good" if number < CLEAR and number not in wrong else "bad"
        annotating.answer(db, person, turn, labels[label], seconds=1, shown=shown)
        reasons.append(turn.reason)
    return reasons


def test_a_routing_says_on_how_much_gold_its_confidences_are_calibrated(tmp_path: Path) -> None:
    db = _many(tmp_path)
    plain = CliRunner().invoke(commands, ["route", str(db.path), "--threshold", "0.8"]).output
    gold(db, tmp_path, [(f"i{n}", "good" if n < CLEAR and n % 20 else "bad") for n in range(0, ITEMS, 2)])
    db.close()

    told = CliRunner().invoke(commands, ["route", str(tmp_path / "small.annotator"), "--threshold", "0.8"]).output

    assert "calibrated" not in plain
    assert "\nThe confidences are calibrated on 150 gold items.\n" in told


def test_target_quality_asks_for_an_audit_then_accepts_what_it_promises(tmp_path: Path) -> None:
    db = _many(tmp_path)
    first = auditing.route_to_target(db, target=0.95, audit=120)
    assert (first.look.promised, first.split.audit, first.split.accepted) == (False, 120, 0)
    assert "120" in first.look.sentence
    mira = project_file.add_person(db, "Mira").id
    assert _answer_all(db, mira) == ["audit"] * 120

    second = auditing.route_to_target(db, target=0.95)

    assert second.look.promised
    promise = second.look.promise
    assert promise is not None
    assert promise.threshold == pytest.approx(0.95)
    assert promise.accepted == CLEAR
    assert second.split.accepted + second.split.audit == CLEAR
    current = routing.current(db)
    assert current is not None
    assert current.parameters["sentence"] == second.look.sentence
    assert second.split.people == ITEMS - CLEAR
    assert 0 < second.answered < second.split.people  # the audited ones below need no second answer
    assert second.waiting + second.answered == second.split.people
    assert _answer_all(db, mira) == ["uncertain"] * second.waiting
    db.close()


def test_an_audit_that_fails_grows_and_spends_more_of_delta(tmp_path: Path) -> None:
    db = _many(tmp_path)
    mira = project_file.add_person(db, "Mira").id
    auditing.route_to_target(db, target=0.95, audit=100)
    _answer_all(db, mira, wrong=frozenset(range(0, CLEAR, 30)))

    grown = auditing.route_to_target(db, target=0.95)

    assert not grown.look.promised
    assert len(grown.look.sizes) == 2
    assert grown.look.sizes[1] > 100
    assert grown.split.audit == grown.look.sizes[1] - 100
    assert "more audit answers are needed" in grown.look.sentence
    db.close()


def test_looking_changes_nothing_and_an_unfinished_audit_is_not_looked_at(tmp_path: Path) -> None:
    db = _many(tmp_path)
    auditing.route_to_target(db, target=0.95, audit=120)
    mira = project_file.add_person(db, "Mira").id
    turn = annotating.next_turn(db, mira)
    assert turn is not None
    annotating.answer(db, mira, turn, label_ids(db)["good"], seconds=1)
    before = routing.current(db)
    found = auditing.look(db, 0.95)
    assert (found.promise, found.waiting, found.sizes) == (None, 119, (120,))
    assert routing.current(db) == before
    db.close()


def test_answers_given_with_the_suggestion_in_view_are_no_audit(tmp_path: Path) -> None:
    db = _many(tmp_path)
    auditing.route_to_target(db, target=0.95, audit=100)
    mira, jo = (project_file.add_person(db, name).id for name in ("Mira", "Jo"))
    _answer_all(db, mira, shown=True)
    assert auditing.look(db, 0.95).waiting == 100
    assert len(_answer_all(db, jo)) == 100
    assert auditing.look(db, 0.95).waiting == 0
    db.close()


def test_audit_answers_survive_another_routing_and_a_threshold_audit_counts_too(tmp_path: Path) -> None:
    db = _many(tmp_path)
    mira = project_file.add_person(db, "Mira").id
    routing.route(db, threshold=0.5, audit_share=0.5, seed=7)  # all below are asked, and half of the others
    _answer_all(db, mira)
    found = auditing.look(db, 0.95, audit=120)
    assert found.promised
    assert found.seed == 7
    auditing.route_to_target(db, target=0.95, audit=120)
    routing.route(db, threshold=0.2)
    assert auditing.look(db, 0.95).promised
    db.close()


def test_a_skipped_item_counts_against_the_llm(tmp_path: Path) -> None:
    db = _many(tmp_path)
    mira = project_file.add_person(db, "Mira").id
    auditing.route_to_target(db, target=0.95, audit=120)
    while turn := annotating.next_turn(db, mira):
        annotating.skip(db, mira, turn, seconds=1)
    found = auditing.look(db, 0.95)
    assert found.promise is not None
    assert found.promise.observed == 0
    assert found.hopeless
    db.close()


def test_a_target_out_of_reach_puts_nothing_in_force(tmp_path: Path) -> None:
    db = _many(tmp_path)
    mira = project_file.add_person(db, "Mira").id
    auditing.route_to_target(db, target=0.95, audit=200)
    _answer_all(db, mira, wrong=frozenset(range(0, CLEAR, 5)))
    before = routing.current(db)
    found = auditing.route_to_target(db, target=0.95)
    assert found.look.hopeless
    assert "cannot be reached" in found.look.sentence
    assert found.look.sentence.startswith(f"{found.look.llm.name}: ")
    assert found.look.sentence.endswith("Judged by answers of people, and by what was settled in review.")
    assert routing.current(db) == before
    with pytest.raises(UserError, match=f"The audit sample is 10,000, but .* gave {ITEMS} labels with a confidence"):
        auditing.look(db, 0.95, audit=10_000)
    db.close()
    said = CliRunner().invoke(commands, ["route", str(db.path), "--target-accuracy", "0.95"])
    assert (said.exit_code, "cannot be reached" in said.output) == (1, True)  # nothing was routed


def test_a_budget_asks_about_the_least_confident(tmp_path: Path) -> None:
    db = _prelabelled(tmp_path)
    result = routing.route_budget(db, budget=3)
    mira = project_file.add_person(db, "Mira").id
    seen = []
    while turn := annotating.next_turn(db, mira):
        seen.append(turn.item.fields["text"])
        annotating.answer(db, mira, turn, label_ids(db)["good"], seconds=1)
    assert seen == ["useless", "fine", "broken"]
    assert result.split == Split(people=3, audit=0, accepted=5, invalid=1, not_answered=0)
    db.close()


def test_with_merged_labels_a_budget_asks_several_people_about_the_least_sure(tmp_path: Path) -> None:
    db = _prelabelled(tmp_path)
    people = [project_file.add_person(db, name).id for name in ("Mira", "Jo", "Kim", "Lee")]
    for person, label in zip(people[:2], ("good", "bad"), strict=True):
        for item_id in range(1, 9):
            turn = annotating.turn_of(db, person, item_id)
            said = label if item_id == 3 else "good"  # they differ on one item only
            annotating.answer(db, person, turn, label_ids(db)[said], seconds=1)
    merging.merge_and_store(db)
    forecast = routing.outlook(db)
    assert forecast.merged
    wanted = forecast.spend(12)
    assert wanted.sum() == 12
    assert wanted[2] == wanted.max() >= 2

    routing.route_budget(db, budget=12)

    given = 0
    for person in people[2:]:
        first = annotating.next_turn(db, person)
        assert first is not None
        assert first.item.id == 3
        while turn := annotating.next_turn(db, person):
            annotating.answer(db, person, turn, label_ids(db)["good"], seconds=1)
            given += 1
    assert given == int(np.minimum(wanted, 2).sum())
    db.close()


@given(
    error=st.lists(st.floats(0, 1), min_size=1, max_size=40),
    budget=st.integers(1, 200),
    merged=st.booleans(),
    seed=st.integers(0, 5),
)
def test_a_budget_is_never_overspent_nor_spent_on_what_is_sure(
    error: list[float], budget: int, merged: bool, seed: int
) -> None:
    given = np.random.default_rng(seed).integers(0, 4, len(error))
    errors = np.array(error)
    wanted = Outlook(np.arange(len(error)), errors, given, merged).spend(budget)
    possible = np.count_nonzero(errors * 0.5**given > 0 if merged else errors > 0) * (MOST_ANSWERS if merged else 1)
    assert wanted.sum() <= min(budget, possible)
    assert wanted.sum() >= min(budget, np.count_nonzero(errors > 1e-300))
    assert not wanted[errors == 0].any()
    assert wanted.max() <= (MOST_ANSWERS if merged else 1)


@pytest.mark.parametrize("wrong", [{"target": 1.0}, {"target": 0.9, "delta": 0}, {"target": 0.9, "audit": 0}])
def test_a_target_that_makes_no_sense_is_refused(tmp_path: Path, wrong: dict[str, float]) -> None:
    db = _prelabelled(tmp_path)
    with pytest.raises(UserError):
        auditing.route_to_target(db, **wrong)  # type: ignore[arg-type]
    with pytest.raises(UserError):
        routing.route_budget(db, budget=0)
    db.close()


def test_whether_the_llm_may_replace_people_is_said_per_agent(tmp_path: Path) -> None:
    db = _many(tmp_path)
    rows = [(f"i{n}", who, "good" if n < CLEAR else "bad") for n in range(60) for who in ("Mira", "Jo", "Kim")]
    (few,) = alt_test.verdicts(db)
    assert "3 people with 30 items each" in few.sentence
    crowd(db, tmp_path, rows)
    (verdict,) = alt_test.verdicts(db)
    assert verdict.result.may_replace
    assert verdict.sentence.startswith("Yes, it may replace people: it holds its ground against 3 of 3 people")
    with pytest.raises(UserError, match="Epsilon"):
        alt_test.verdicts(db, 2)
    db.close()
