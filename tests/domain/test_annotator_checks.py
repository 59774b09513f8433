"""Signs of careless work are found in those who show them, with the reason, and seldom in those who do not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import pytest

from annotator.domain.annotator_checks import Check, Given, check_all
from annotator.domain.annotator_signs import Sign

NAMES = ("yes", "no", "maybe")
ITEMS = 120
rng_of = np.random.default_rng


def crowd(*people: np.ndarray, seconds: dict[int, float] | None = None, gold: np.ndarray | None = None) -> Given:
    """Everybody answers every item, in order; people[a] holds the labels of annotator a, -1 where there is none."""
    said = np.stack(people, axis=1)
    item, who = np.nonzero(said >= 0)
    pace = seconds or {}
    return Given(
        item=item,
        annotator=who,
        label=said[item, who],
        order=np.arange(item.size),
        seconds=np.array([pace.get(int(a), np.nan) for a in who]),
        gold=np.full(item.size, -1) if gold is None else gold[item],
        people=frozenset(range(len(people))),
        labels=NAMES,
    )


def truth(seed: int = 0, items: int = ITEMS) -> np.ndarray:
    return rng_of(seed).integers(0, len(NAMES), items)


def careful(right: np.ndarray, seed: int, accuracy: float = 0.8) -> np.ndarray:
    rng = rng_of(1000 + seed)
    return np.where(rng.random(right.size) < accuracy, right, rng.integers(0, len(NAMES), right.size))


def signs(check: Check) -> set[Sign]:
    return {suspicion.sign for suspicion in check.suspicions}


def reasons(checks: Iterable[Check], code: int) -> str:
    return " ".join(s.reason for check in checks if check.annotator == code for s in check.suspicions)


def test_agreement_with_the_rest_is_the_share_of_the_others_that_say_the_same() -> None:
    one, two, three = np.array([0, 1, 1, -1]), np.array([0, 1, 0, 2]), np.array([0, 0, 0, 2])
    first, _, last = check_all(crowd(one, two, three))

    assert first.answers == 3
    assert first.with_rest.value == pytest.approx((1 + 0.5 + 0) / 3)
    chance = 1 / 3 * (1 + 0.5 + 1) / 3 + 2 / 3 * (0.5 / 3)
    assert first.kappa.value == pytest.approx((0.5 - chance) / (1 - chance))
    assert last.with_rest.value == pytest.approx((1 + 0 + 0.5 + 1) / 4)


def test_kappa_with_one_other_is_cohens() -> None:
    from sklearn.metrics import cohen_kappa_score

    right = truth()
    one, two = careful(right, 1), careful(right, 2)

    assert check_all(crowd(one, two))[0].kappa.value == pytest.approx(cohen_kappa_score(one, two), abs=1e-9)


def test_careful_annotators_are_seldom_suspected() -> None:
    found = []
    for seed in range(40):
        right = truth(seed)
        found.extend(check_all(crowd(*(careful(right, 10 * seed + n) for n in range(5)))))

    suspected = sum(bool(check.suspicions) for check in found)
    assert suspected <= 0.03 * len(found)  # 200 annotators, drift tested at 1 in 100


@pytest.mark.parametrize("constant", [True, False])
def test_answers_that_do_not_depend_on_the_item_are_found(constant: bool) -> None:
    right = truth()
    spam = np.full(ITEMS, 2) if constant else rng_of(9).integers(0, len(NAMES), ITEMS)
    *others, spammer = check_all(crowd(*(careful(right, n) for n in range(4)), spam))

    assert Sign.INDEPENDENT in signs(spammer)
    assert all(Sign.INDEPENDENT not in signs(check) for check in others)
    assert "120 items" in reasons([spammer], 4)
    assert ("“maybe” is 100 %" in reasons([spammer], 4)) == constant


def test_mixed_up_labels_are_told_from_spam() -> None:
    right = truth()
    *_, swapped = check_all(crowd(*(careful(right, n) for n in range(4)), (careful(right, 5) + 1) % len(NAMES)))

    assert signs(swapped) == {Sign.OPPOSITE}


def test_who_is_right_less_often_than_by_chance_on_imported_gold_is_found_also_with_one_other() -> None:
    right = rng_of(3).integers(0, 2, 49)
    worse = np.where(np.arange(49) < 21, right, 1 - right)  # 43 %
    good = np.where(np.arange(49) % 5 > 0, right, 1 - right)

    first, second = check_all(crowd(good, worse, gold=right))

    assert Sign.GUESSING not in signs(first)
    assert Sign.GUESSING in signs(second)
    assert "Right on 43 % (30–57) of 49 items" in reasons([second], 1)


def test_nobody_is_called_a_spammer_where_everybody_guesses() -> None:
    guesses = [rng_of(seed).integers(0, len(NAMES), ITEMS) for seed in range(5)]

    assert all(Sign.INDEPENDENT not in signs(check) for check in check_all(crowd(*guesses)))


def test_few_answers_are_not_judged() -> None:
    right = truth(items=15)
    *_, spammer = check_all(crowd(*(careful(right, n) for n in range(4)), np.zeros(15, dtype=int)))

    assert spammer.suspicions == ()
    assert spammer.independence is None


def test_a_run_of_one_label_is_found_where_the_others_disagree() -> None:
    right = truth()
    lazy = right.copy()
    lazy[40:75] = 0
    *others, found = check_all(crowd(*(careful(right, n) for n in range(4)), lazy))

    assert Sign.RUN in signs(found)
    assert "“yes” 3" in reasons([found], 4)
    assert all(Sign.RUN not in signs(check) for check in others)


def test_a_run_that_the_items_call_for_is_no_sign() -> None:
    right = np.sort(truth())

    assert not any(check.suspicions for check in check_all(crowd(*(careful(right, n, 0.95) for n in range(4)))))


@pytest.mark.parametrize("with_gold", [True, False])
def test_drift_is_the_last_third_less_the_first(with_gold: bool) -> None:
    right = truth()
    tired = right.copy()
    tired[80:] = rng_of(3).integers(0, len(NAMES), 40)
    gold = right if with_gold else None
    *others, found = check_all(crowd(*(careful(right, n) for n in range(4)), tired, gold=gold))

    assert found.drift.measure == ("accuracy" if with_gold else "agreement")
    assert found.drift.change is not None
    if with_gold:
        assert found.drift.change == pytest.approx(np.mean(tired[80:] == right[80:]) - 1)
    assert found.drift.low is not None
    assert found.drift.high is not None
    assert found.drift.low < found.drift.change < found.drift.high < 0
    assert "fell by" in reasons([found], 4)
    assert all(Sign.DRIFT not in signs(check) for check in others)


def test_drift_is_undefined_when_all_answers_came_at_once() -> None:
    right = truth()
    given = crowd(careful(right, 1), careful(right, 2))
    at_once = Given(**{**vars(given), "order": np.zeros_like(given.order)})

    drift = check_all(at_once)[0].drift
    assert drift.change is None
    assert "at once" in drift.reason


def test_very_fast_is_measured_against_the_other_people() -> None:
    right = truth()
    people = [careful(right, n) for n in range(4)]
    checks = check_all(crowd(*people, seconds={0: 6.0, 1: 5.0, 2: 7.0, 3: 1.0}))

    assert [signs(check) for check in checks] == [set(), set(), set(), {Sign.FAST}]
    assert (checks[3].seconds, checks[3].fast_share) == (1.0, 1.0)
    assert "6.0 s" in reasons(checks, 3)


def test_an_llm_is_never_too_fast_and_sets_no_pace() -> None:
    right = truth()
    given = crowd(*(careful(right, n) for n in range(3)), seconds={0: 0.01, 1: 5.0, 2: 6.0})
    checks = check_all(Given(**{**vars(given), "people": frozenset({1, 2})}))

    assert not any(check.suspicions for check in checks)


def test_alone_nothing_can_be_compared_and_the_reason_is_given() -> None:
    (found,) = check_all(crowd(truth()))

    assert found.kappa.value is None
    assert found.with_rest.reason == "nobody else answered these items"
    assert found.suspicions == ()


def test_without_answers_there_is_nobody() -> None:
    assert check_all(crowd(np.full(3, -1))) == []


def alone(said: np.ndarray, *, seconds: float | None = None, mixed: bool = True) -> Check:
    """Somebody whose items nobody else answered. mixed: whether they came in another order than the project's."""
    items = rng_of(4).permutation(said.size) if mixed else np.arange(said.size)
    given = crowd(said, seconds=None if seconds is None else {0: seconds})
    (found,) = check_all(replace(given, item=items))
    return found


def test_one_label_always_is_found_without_others_and_from_twenty_answers_on() -> None:
    found, few = alone(np.full(20, 2)), alone(np.full(19, 2))

    assert signs(found) == {Sign.ALWAYS}
    assert "“maybe” in 20 of 20 answers" in reasons([found], 0)
    assert few.suspicions == ()
    assert "One label always: too few answers yet (19 of 20)." in few.unjudged
    assert not any("One label" in text for text in found.unjudged)


def test_one_label_always_is_no_sign_where_the_others_say_so_too() -> None:
    rare = np.where(np.arange(200) % 50 == 0, 1, 0)
    yes, elsewhere = np.full(200, -1), np.full(200, -1)
    yes[:40], elsewhere[40:] = 0, rare[40:]  # no item in common
    several = np.full(200, -1)
    several[40:] = truth(items=160)

    assert Sign.ALWAYS not in signs(check_all(crowd(yes, elsewhere))[0])
    found = check_all(crowd(yes, several))[0]
    assert Sign.ALWAYS in signs(found)
    assert "of the others' answers" in reasons([found], 0)


def test_one_label_always_is_found_with_a_single_other() -> None:
    right = truth()
    constant, other = check_all(crowd(np.full(ITEMS, 2), careful(right, 1)))

    assert signs(constant) == {Sign.ALWAYS}
    assert signs(other) == set()


def test_a_run_too_long_for_chance_is_found_without_others_but_not_in_a_sorted_file() -> None:
    said = truth()
    said[40:70] = 0

    assert signs(alone(said)) == {Sign.RUN}
    assert "in a row" in reasons([alone(said)], 0)
    assert signs(alone(said, mixed=False)) == set()
    assert not any(signs(alone(truth(seed))) for seed in range(40))


def test_answers_faster_than_reading_are_found_without_others() -> None:
    assert signs(alone(truth(), seconds=0.4)) == {Sign.FAST}
    assert "0.4 s" in reasons([alone(truth(), seconds=0.4)], 0)
    assert signs(alone(truth(), seconds=1.5)) == set()
    assert "Speed: too few timed answers yet (0 of 10)." in alone(truth()).unjudged


def test_what_cannot_be_judged_yet_is_said_with_how_much_there_is() -> None:
    mine, other = np.full(40, -1), np.full(40, -1)
    mine[:30], other[25:] = truth(items=30), truth(items=15)

    assert check_all(crowd(mine, other, seconds={0: 5.0, 1: 5.0}))[0].unjudged == (
        "Answers that do not depend on the item: too few answers yet to items that others answered (5 of 20).",
    )
    assert "nobody else answered these items" in alone(truth()).unjudged[-1]
    assert check_all(crowd(truth(), careful(truth(), 1), seconds={0: 5.0, 1: 5.0}))[0].unjudged == ()


def test_one_label_always_is_measured_by_known_labels_where_nobody_else_answered() -> None:
    gold = np.full(30, -1)
    gold[:9] = 0

    (fits,) = check_all(crowd(np.zeros(30, dtype=int), gold=gold))
    (other,) = check_all(crowd(np.zeros(30, dtype=int), gold=np.where(np.arange(30) < 9, np.arange(30) % 3, -1)))

    assert signs(fits) == set()
    assert Sign.ALWAYS in signs(other)
    assert "known labels" in reasons([other], 0)
