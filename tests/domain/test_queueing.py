"""Which item the next answer helps most."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain import queueing
from annotator.domain.queueing import SHARED, Standing


def standing(*rows: tuple[float, ...], answers: tuple[int, ...] = ()) -> Standing:
    return Standing(np.array(rows), np.array(answers or [0] * len(rows), dtype=np.int64))


def test_the_less_sure_an_item_is_the_more_an_answer_gains() -> None:
    items = standing((0.5, 0.5), (0.6, 0.4), (0.75, 0.25), (0.9, 0.1), (0.99, 0.01), (1.0, 0.0))

    gain = queueing.gain(items, queueing.one_coin(0.8, 2))

    assert np.all(np.diff(gain) < 0)
    assert gain[-1] == 0


def test_a_perfect_annotator_takes_all_error_away_and_a_coin_none() -> None:
    items = standing((0.6, 0.4), (0.8, 0.2))

    perfect, coin = (queueing.gain(items, queueing.one_coin(right, 2)) for right in (1.0, 0.5))

    truth = items.posterior
    np.testing.assert_allclose(perfect, (1 - truth.max(axis=1)) + (1 - (truth**2).sum(axis=1)))
    np.testing.assert_allclose(coin, 0, atol=1e-12)


def test_who_answers_decides_which_item_gains_most() -> None:
    """One tells the first two labels apart, the other the last two."""
    items = standing((0.5, 0.5, 0.0), (0.0, 0.5, 0.5))
    first = np.array([[0.9, 0.1, 0.1], [0.05, 0.45, 0.45], [0.05, 0.45, 0.45]])
    last = np.array([[0.45, 0.45, 0.05], [0.45, 0.45, 0.05], [0.1, 0.1, 0.9]])

    assert queueing.best_for(items, first, SHARED) == 0
    assert queueing.best_for(items, last, SHARED) == 1


def test_where_each_item_has_somebody_else_waiting_each_gets_what_that_one_gains() -> None:
    items = standing((0.5, 0.5), (0.7, 0.3), (0.9, 0.1), answers=(0, 1, 0))
    people = np.stack([queueing.one_coin(right, 2) for right in (0.6, 0.95)])
    who = np.array([1, 0, 1])

    gain = queueing.gain(items, people, who)

    each = [queueing.gain(items, matrix) for matrix in people]
    np.testing.assert_allclose(gain, [each[1][0], each[0][1], each[1][2]])


@given(n_labels=st.integers(1, 15), seed=st.integers(0, 99))
def test_one_person_waiting_everywhere_gains_what_that_person_gains(n_labels: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    items = Standing(rng.dirichlet(np.ones(n_labels), 6), rng.integers(0, 4, 6))
    people = rng.dirichlet(np.ones(n_labels), (3, n_labels)).transpose(0, 2, 1)

    gain = queueing.gain(items, people, np.full(6, 2))

    np.testing.assert_allclose(gain, queueing.gain(items, people[2]))


def test_people_meet_first_and_then_only_the_worth_counts() -> None:
    worth = np.ones(4)

    before = queueing.meeting(worth, np.array([0, 1, 0, 1]))
    half = queueing.meeting(worth, np.array([0, 1, 20, 0]))
    after = queueing.meeting(worth, np.array([0, 1, 20, 20]))

    np.testing.assert_allclose(before, [1, 1 + queueing.MEETING_BONUS, 1, 1 + queueing.MEETING_BONUS])
    np.testing.assert_allclose(half, [1, 1 + queueing.MEETING_BONUS / 2, 1 + queueing.MEETING_BONUS / 2, 1])
    np.testing.assert_allclose(after, worth)
    np.testing.assert_allclose(queueing.meeting(np.zeros(4), np.array([0, 1, 2, 3])), 0)


@given(
    rows=st.lists(st.lists(st.floats(0, 1), min_size=15, max_size=15), min_size=1, max_size=5),
    right=st.floats(0, 1),
)
def test_an_answer_never_loses_anything_and_no_more_than_all_error_is_gained(
    rows: list[list[float]], right: float
) -> None:
    posterior = np.array(rows) + 1e-6
    posterior /= posterior.sum(axis=1, keepdims=True)

    gain = queueing.gain(Standing(posterior, np.zeros(len(rows), dtype=np.int64)), queueing.one_coin(right, 15))

    assert np.all(gain >= 0)
    assert np.all(gain <= 2 - posterior.max(axis=1) - (posterior**2).sum(axis=1) + 1e-9)


def test_somebody_new_begins_where_others_answered_and_later_does_not() -> None:
    items = standing((0.5, 0.5), (0.6, 0.4), answers=(0, 1))

    assert queueing.best_for(items, queueing.one_coin(0.8, 2), 0) == 1
    assert queueing.best_for(items, queueing.one_coin(0.8, 2), SHARED) == 0


def test_equal_items_stay_in_their_order() -> None:
    items = standing((0.6, 0.4), (0.4, 0.6), (0.6, 0.4))
    coin = queueing.one_coin(0.8, 2)

    assert queueing.best_for(items, coin, SHARED) == 0
    assert queueing.order(queueing.gain(items, coin), np.zeros(3, bool), items.given).tolist() == [0, 1, 2]


def test_sure_items_are_accepted_and_stand_last_where_people_made_them_sure() -> None:
    worth = np.array([0.1, 0.0, 0.5, 0.0])
    sure = np.array([False, True, False, True])

    assert queueing.order(worth, sure, np.array([0, 0, 3, 2])).tolist() == [1, -1, 0, 2]


def test_without_a_merge_an_llms_confidence_is_the_posterior() -> None:
    posterior = queueing.spread(np.array([0.9, 0.2, np.nan]), 4)

    np.testing.assert_allclose(posterior.sum(axis=1), 1)
    np.testing.assert_allclose(posterior.max(axis=1), [0.9, 0.25, 0.25])


def test_where_only_an_llm_answered_its_confidence_tells_the_items_apart() -> None:
    posterior = np.array([[0.2, 0.4, 0.4], [0.1, 0.6, 0.3], [0.0, 0.0, 1.0]])

    found = queueing.by_confidence(posterior, np.array([np.nan, 0.9, 0.7]))

    np.testing.assert_allclose(found[0], posterior[0])
    np.testing.assert_allclose(found[1], [0.025, 0.9, 0.075])
    assert found[2, 2] == 0.7
    assert np.argmax(queueing.gain(Standing(found, np.zeros(3, dtype=np.int64)), queueing.one_coin(0.8, 3))) == 0
