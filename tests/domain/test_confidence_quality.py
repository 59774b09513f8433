from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import brier_score_loss, log_loss, roc_auc_score

from annotator.domain.aggregation import scoring
from annotator.domain.confidence_quality import (
    Bools,
    Floats,
    Signal,
    auroc,
    chance_error,
    quality,
    reliability,
    risk_coverage,
)
from annotator.domain.intervals import wilson

claims = st.integers(1, 80).flatmap(
    lambda n: st.tuples(
        st.lists(st.one_of(st.floats(0, 1), st.sampled_from([0.0, 0.5, 0.9, 1.0])), min_size=n, max_size=n),
        st.lists(st.booleans(), min_size=n, max_size=n),
    )
)


def honest(n: int, seed: int = 0) -> tuple[Floats, Bools]:
    """A confidence that means exactly what it says."""
    random = np.random.default_rng(seed)
    confidence = random.beta(4, 1.2, n)
    return confidence, random.random(n) < confidence


@given(claims)
def test_auroc_brier_and_log_loss_are_those_of_scikit_learn(drawn: tuple[list[float], list[bool]]) -> None:
    confidence, right = np.array(drawn[0]), np.array(drawn[1])
    found = quality(confidence, right)

    assert found.brier == pytest.approx(brier_score_loss(right, confidence), abs=1e-12)
    inside = np.clip(confidence, 1e-15, 1 - 1e-15)
    assert found.log_loss == pytest.approx(log_loss(right, inside, labels=[False, True]), rel=1e-4, abs=1e-6)
    if right.all() or not right.any():
        assert found.auroc == (None, 0.0, 1.0)
    else:
        assert found.auroc.value == pytest.approx(roc_auc_score(right, confidence), abs=1e-9)


@given(claims)
def test_everything_keeps_within_its_bounds(drawn: tuple[list[float], list[bool]]) -> None:
    found = quality(np.array(drawn[0]), np.array(drawn[1]))
    area, curve, bins = found.auroc, found.risk_coverage, found.bins

    assert 0 <= area.low <= area.high <= 1
    assert area.value is None or area.low <= area.value <= area.high
    assert 0 <= found.error <= 1
    assert 0 <= found.chance_error <= 1
    assert 0 <= curve.area <= 1
    assert bins.count.sum() == found.items
    filled = bins.count > 0
    assert (bins.low[filled] <= bins.accuracy[filled] + 1e-12).all()
    assert (bins.high[filled] >= bins.accuracy[filled] - 1e-12).all()
    assert np.isnan(bins.low[~filled]).all()
    assert curve.coverage[-1] == 1
    assert curve.accuracy[-1] == pytest.approx(found.accuracy.value)
    assert (np.diff(curve.confidence) <= 0).all()


def test_the_interval_of_auroc_holds_its_true_value_nineteen_times_in_twenty() -> None:
    everybody, right = honest(200_000, seed=1)
    truth = roc_auc_score(right, everybody)
    for n in (30, 200):
        found = [auroc(*honest(n, seed)) for seed in range(400)]
        assert np.mean([area.low <= truth <= area.high for area in found]) >= 0.92


def test_a_confidence_without_signal_is_told_from_one_that_too_little_gold_says_nothing_about() -> None:
    random = np.random.default_rng(0)
    empty, right = random.random(200), random.random(200) < 0.8
    assert auroc(empty, right).signal is Signal.ABSENT
    assert auroc(*honest(200)).signal is Signal.SHOWN
    assert auroc(*honest(8)).signal is Signal.OPEN
    assert auroc(np.full(60, 0.9), np.arange(60) > 5).signal is Signal.ABSENT
    assert auroc(np.linspace(0, 1, 60), np.ones(60, dtype=bool)).signal is Signal.OPEN
    backwards = auroc(1 - honest(200)[0], honest(200)[1])
    assert backwards.value is not None
    assert backwards.value < 0.5
    assert backwards.signal is Signal.ABSENT


def test_few_answers_never_make_the_interval_a_point() -> None:
    perfect = auroc(np.array([0.1, 0.8, 0.9, 0.95]), np.array([False, True, True, True]))
    assert perfect.value == 1
    assert perfect.low < 0.9


def test_the_calibration_error_is_that_of_merging() -> None:
    confidence, right = honest(500)
    probabilities = np.column_stack([confidence, 1 - confidence])
    truth = np.where(right, 0, 1)
    merged = scoring.reliability(probabilities, truth, consensus=np.zeros(500, dtype=np.int64))

    found = reliability(confidence, right)

    assert found.error == pytest.approx(merged.expected_calibration_error, abs=1e-12)
    np.testing.assert_array_equal(found.count, merged.count)
    np.testing.assert_allclose(found.accuracy, merged.accuracy)


def test_the_intervals_of_the_bins_are_wilsons() -> None:
    confidence = np.repeat([0.05, 0.95], [4, 16])
    right = np.arange(20) % 4 > 0
    found = reliability(confidence, right)
    for at, of in ((0, 4), (9, 16)):
        share = wilson(3 * of // 4, of)
        assert (found.low[at], found.accuracy[at], found.high[at]) == pytest.approx((share.low, 0.75, share.high))


def test_the_error_by_chance_is_what_an_honest_confidence_shows() -> None:
    confidence, _ = honest(200)
    random = np.random.default_rng(3)
    shown = [reliability(confidence, random.random(200) < confidence).error for _ in range(400)]
    assert chance_error(confidence) == pytest.approx(np.mean(shown), rel=0.1)


def test_accepting_the_most_confident_first_counts_ties_as_their_mean() -> None:
    found = risk_coverage(np.array([0.9, 0.9, 0.5, 0.2]), np.array([True, False, True, False]), steps=4)

    np.testing.assert_allclose(found.accuracy, [0.5, 0.5, 2 / 3, 0.5])
    np.testing.assert_allclose(found.confidence, [0.9, 0.9, 0.5, 0.2])
    assert found.area == pytest.approx(np.mean([0.5, 0.5, 1 / 3, 0.5]))
    assert found.items.tolist() == [1, 2, 3, 4]


@given(claims)
def test_the_order_of_the_answers_decides_nothing(drawn: tuple[list[float], list[bool]]) -> None:
    confidence, right = np.array(drawn[0]), np.array(drawn[1])
    order = np.random.default_rng(len(confidence)).permutation(len(confidence))
    one, other = quality(confidence, right), quality(confidence[order], right[order])
    assert one.auroc == pytest.approx(other.auroc)
    assert one.risk_coverage.area == pytest.approx(other.risk_coverage.area)
    assert one.error == pytest.approx(other.error)
