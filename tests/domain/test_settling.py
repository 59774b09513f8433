"""Which item to settle first: by its own chance of being wrong, and by what it teaches."""

from __future__ import annotations

import numpy as np
import pytest

from annotator.domain.settling import gain

POSTERIOR = np.array([[0.55, 0.45], [0.9, 0.1], [0.99, 0.01]])
ITEM, WHO, LABEL = np.array([0, 0, 1, 2]), np.array([0, 1, 0, 1]), np.array([0, 1, 0, 0])


def gains(checked: tuple[int, int] = (0, 0), posterior: np.ndarray = POSTERIOR) -> np.ndarray:
    return gain(posterior, ITEM, WHO, LABEL, checked=np.array(checked), reliability=np.array([0.8, 0.8]))


def test_the_least_sure_item_gains_most_and_none_gains_less_than_its_own_error() -> None:
    found = gains()

    assert np.argsort(-found).tolist() == [0, 1, 2]
    assert (found > 1 - POSTERIOR.max(axis=1)).all()


def test_with_many_checked_answers_only_the_items_own_error_is_left() -> None:
    assert gains((10**6, 10**6)) == pytest.approx(1 - POSTERIOR.max(axis=1), abs=1e-9)


def test_an_item_of_a_less_checked_annotator_teaches_more() -> None:
    same = np.array([[0.55, 0.45], [0.9, 0.1], [0.9, 0.1]])

    found = gains((0, 50), same)

    assert found[1] > found[2]


def test_a_sure_item_teaches_nothing_since_merging_knows_it_already() -> None:
    sure = np.array([[0.55, 0.45], [1.0, 0.0], [1.0, 0.0]])

    assert gains(posterior=sure)[1:] == pytest.approx(0.0)


def test_one_label_or_no_item_is_no_error() -> None:
    none = np.zeros(0, dtype=np.int64)

    assert gain(np.ones((2, 1)), none, none, none, checked=none, reliability=np.zeros(0)).tolist() == [0.0, 0.0]
    assert gain(np.ones((0, 3)), none, none, none, checked=none, reliability=np.zeros(0)).size == 0
