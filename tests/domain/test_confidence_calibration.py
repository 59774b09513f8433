from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.isotonic import IsotonicRegression

from annotator.domain.confidence_calibration import Calibrator, Way, cross_fitted, fit, isotonic
from annotator.domain.confidence_quality import Bools, Floats, quality, reliability

levels = st.one_of(st.floats(0, 1), st.sampled_from([0.0, 0.6, 0.9, 0.95, 1.0]))
claims = st.integers(0, 120).flatmap(
    lambda n: st.tuples(st.lists(levels, min_size=n, max_size=n), st.lists(st.booleans(), min_size=n, max_size=n))
)


def boastful(n: int, seed: int = 0) -> tuple[Floats, Bools]:
    """An agent that is surer than it may be: its logit is two and a half times the true one, and one more."""
    random = np.random.default_rng(seed)
    truth = random.beta(4, 1.2, n)
    return 1 / (1 + np.exp(-(2.5 * np.log(truth / (1 - truth)) + 1))), random.random(n) < truth


def empty(n: int, seed: int = 0) -> tuple[Floats, Bools]:
    """An agent that is very sure, and right four times in five, however sure it is."""
    random = np.random.default_rng(seed)
    return random.beta(9, 1, n), random.random(n) < 0.8


@given(claims)
def test_a_calibrated_confidence_is_a_probability_and_keeps_the_order(drawn: tuple[list[float], list[bool]]) -> None:
    confidence, right = np.array(drawn[0]), np.array(drawn[1], dtype=bool)
    curve = fit(confidence, right)
    found = curve.of(np.linspace(0, 1, 201))

    assert np.isfinite(found).all()
    assert found.min() >= 0
    assert found.max() <= 1
    assert (np.diff(found) >= -1e-12).all()
    assert curve.gold == len(drawn[0])
    assert Calibrator.from_dict(json.loads(json.dumps(curve.as_dict()))) == curve
    if right.size:
        held_out = cross_fitted(confidence, right)
        assert held_out.shape == right.shape
        assert held_out.min() >= 0
        assert held_out.max() <= 1


def test_how_it_is_calibrated_follows_from_the_gold_there_is() -> None:
    assert fit(*boastful(9)).way is Way.NONE
    assert fit(*boastful(40)).way is Way.LOGISTIC
    assert fit(*boastful(50)).way is Way.BOTH
    assert fit(*empty(200)).way is Way.ACCURACY


def test_without_enough_gold_the_confidence_stays_as_it_is() -> None:
    confidence, right = boastful(9)
    np.testing.assert_array_equal(fit(confidence, right).of(confidence), confidence)
    np.testing.assert_array_equal(cross_fitted(confidence, right), confidence)


def test_where_nothing_is_given_nothing_is_made_up() -> None:
    for gold in (5, 30, 60):
        assert np.isnan(fit(*boastful(gold)).of(np.array([0.5, np.nan]))).tolist() == [False, True]


@pytest.mark.parametrize(("gold", "reach"), [(20, 0.11), (50, 0.08), (200, 0.06), (2_000, 0.02)])
def test_other_items_are_as_right_as_the_calibrated_confidence_says(gold: int, reach: float) -> None:
    others, right = boastful(20_000, seed=99)
    before = reliability(others, right).error
    after = [reliability(fit(*boastful(gold, seed)).of(others), right).error for seed in range(20)]
    assert before > 0.15
    assert np.mean(after) <= reach


def test_an_honest_confidence_is_hardly_changed() -> None:
    random = np.random.default_rng(0)
    truth = random.beta(4, 1.2, 2_000)
    found = fit(truth, random.random(2_000) < truth).of(truth)
    assert np.abs(found - truth).mean() < 0.03


def test_a_confidence_without_signal_becomes_the_accuracy_for_every_answer() -> None:
    confidence, right = empty(200)
    curve = fit(confidence, right)
    found = curve.of(np.array([0.0, 0.5, 1.0]))
    assert curve.useless
    assert np.ptp(found) < 1e-12
    assert found[0] == pytest.approx((right.sum() + 1) / 202)


def test_a_confidence_that_points_the_wrong_way_is_not_turned_round() -> None:
    confidence, right = boastful(300)
    assert np.ptp(fit(1 - confidence, right).of(np.linspace(0, 1, 50))) < 1e-12


def test_ten_right_of_ten_is_not_called_certain() -> None:
    for gold in (12, 80):
        found = fit(np.linspace(0.7, 1, gold), np.ones(gold, dtype=bool)).of(np.array([1.0]))
        assert 0.8 < found[0] < 1


def test_the_cross_fitted_figures_are_those_of_other_items_not_of_the_gold_itself() -> None:
    """A curve that has seen an item flatters itself on it; one that has not does not."""
    others, right = boastful(20_000, seed=99)
    seen, held_out, true = [], [], []
    for seed in range(40):
        confidence, correct = boastful(60, seed)
        curve = fit(confidence, correct)
        seen.append(quality(curve.of(confidence), correct).log_loss)
        held_out.append(quality(cross_fitted(confidence, correct), correct).log_loss)
        true.append(quality(curve.of(others), right).log_loss)
    assert np.mean(seen) < np.mean(true)
    assert np.mean(held_out) == pytest.approx(np.mean(true), abs=0.03)


@pytest.mark.parametrize("seed", range(8))
def test_the_isotonic_curve_goes_through_the_blocks_of_scikit_learn(seed: int) -> None:
    confidence, right = boastful(60 + 40 * seed, seed)
    confidence = confidence.round(2 if seed % 2 else 6)
    ends = np.array([confidence.min(), confidence.max()])
    x, y = np.concatenate([confidence, ends]), np.concatenate([right, [True, False]])
    blocks = IsotonicRegression(increasing=True).fit(x, y).predict(x)
    values = np.unique(blocks.round(9))

    claimed, met = isotonic(confidence, right)

    np.testing.assert_allclose(met, values, atol=1e-8)
    np.testing.assert_allclose(claimed, [x[np.isclose(blocks, value)].mean() for value in values])
