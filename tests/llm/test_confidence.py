"""Tests of annotator.llm.confidence."""

from __future__ import annotations

import numpy as np
import pytest

from annotator.llm.confidence import (
    BATCH_AT_LEAST,
    as_matrix,
    batch_calibration,
    calibrate,
    plain,
    softmax,
)


def test_columns_follow_the_order_of_the_labels_asked_for() -> None:
    z = as_matrix([{7: -1.0, 3: -2.0}, {3: -4.0, 7: -3.0}], [3, 7])
    np.testing.assert_array_equal(z, [[-2, -1], [-4, -3]])


def test_no_replies_still_have_a_column_for_each_label() -> None:
    assert as_matrix([], [3, 7]).shape == (0, 2)


def test_calibration_takes_a_leaning_towards_one_label_off() -> None:
    evidence = np.array([[1.0, -1.0], [-1.0, 1.0]] * 20)
    leaning = np.array([5.0, 0.0])
    z = evidence + leaning
    assert (z.argmax(axis=1) == 0).all()
    p = calibrate(z, batch_calibration(z).mean)
    np.testing.assert_allclose(p, softmax(evidence))


def test_a_constant_added_to_an_items_values_changes_nothing() -> None:
    z = np.random.default_rng(1).normal(size=(20, 3))
    moved = z + np.arange(20.0)[:, None]
    p, q = (calibrate(x, batch_calibration(x).mean) for x in (z, moved))
    np.testing.assert_allclose(p, q)


def test_probabilities_sum_to_one_even_for_extreme_values() -> None:
    p = softmax(np.array([[-1000.0, -2000.0], [800.0, 799.0]]))
    np.testing.assert_allclose(p.sum(axis=1), 1)
    assert np.isfinite(p).all()


def test_enough_items_are_their_own_prior() -> None:
    z = np.tile([-1.0, -2.0], (BATCH_AT_LEAST, 1))
    found = batch_calibration(z, content_free=np.array([[-9.0, 0.0]]))
    np.testing.assert_array_equal(found.mean, [-1, -2])
    assert found.source == "batch"
    assert found.method == "label probability, divided by the mean over 16 items of the run"


def test_few_items_take_the_prior_of_inputs_without_content() -> None:
    z = np.tile([-1.0, -2.0], (BATCH_AT_LEAST - 1, 1))
    found = batch_calibration(z, content_free=np.array([[-4.0, 0.0], [-2.0, -2.0], [0.0, -4.0]]))
    np.testing.assert_array_equal(found.mean, [-2, -2])
    assert (found.source, found.n) == ("content-free", 3)


def test_few_items_and_nothing_else_stay_as_they_are() -> None:
    z = np.array([[-1.0, -2.0]])
    found = batch_calibration(z)
    np.testing.assert_array_equal(calibrate(z, found.mean), softmax(z))
    assert found.method == "label probability"


def test_plain_probabilities_are_renormalised_over_the_labels() -> None:
    p = plain({1: float(np.log(0.2)), 2: float(np.log(0.05))})
    assert p == pytest.approx({1: 0.8, 2: 0.2})
