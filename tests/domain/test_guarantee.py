from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from annotator.domain.guarantee import fewest, first_sample, guarantee, lower_bound, needed, thresholds
from annotator.domain.routing import audit_order

TARGET, DELTA = 0.95, 0.05


def test_the_bound_is_the_exact_one_of_clopper_and_pearson() -> None:
    of = np.array([1, 10, 59, 100, 1000, 1000])
    right = np.array([1, 0, 59, 97, 953, 1000])
    exact = [
        stats.binomtest(int(k), int(n), alternative="greater").proportion_ci(0.95, method="exact").low
        for k, n in zip(right, of, strict=True)
    ]
    assert lower_bound(right, of, DELTA) == pytest.approx(exact, abs=1e-12)


def test_the_fewest_answers_that_pass_are_the_fewest() -> None:
    assert fewest(TARGET, DELTA) == 59  # 0.95 ** 59 is the first power below 0.05
    for errors in (0, 1, 4):
        size = fewest(TARGET, DELTA, errors)
        assert stats.binom.cdf(errors, size, 1 - TARGET) <= DELTA < stats.binom.cdf(errors, size - 1, 1 - TARGET)


def test_what_is_needed_passes_and_is_never_enough_at_the_target_itself() -> None:
    for rate in (0.96, 0.97, 0.99, 1.0):
        size = needed(rate, TARGET, DELTA)
        assert size is not None
        assert lower_bound(size - int(size * (1 - rate) + 1e-9), size, DELTA) >= TARGET
    assert needed(TARGET, TARGET, DELTA) is None


def test_thresholds_fall_and_end_with_everything() -> None:
    valid = np.sort(np.random.default_rng(0).random(5_000))
    tried = thresholds(valid, 500, TARGET, DELTA)
    assert (np.diff(tried) < 0).all()
    assert tried[-1] == valid[0]
    # The strictest is where as many audited items are expected as pass with some errors.
    assert 59 <= 500 * (valid >= tried[0]).mean() <= 200


def test_testing_stops_at_the_first_threshold_that_fails() -> None:
    confidence = np.linspace(1, 0, 1_000)
    audited = np.arange(1_000)
    right = np.ones(1_000, dtype=bool)
    right[300:360] = False  # so many errors that 94 % of the first 360 to 1,000 cannot be seen to be right before ...
    found = guarantee(confidence, audited, right, 0.9, DELTA)
    everything = lower_bound(940, 1_000, DELTA)
    assert everything >= 0.9  # ... all of them would pass again
    assert found.threshold is not None
    assert found.accepted < 340


def test_a_perfect_llm_is_accepted_as_a_whole_once_enough_is_audited() -> None:
    confidence = np.random.default_rng(1).random(400)
    enough = guarantee(confidence, np.arange(59), np.ones(59, dtype=bool), TARGET, DELTA)
    assert (enough.threshold, enough.accepted, enough.needed_more) == (confidence.min(), 400, 0)
    assert "400 accepted labels" in enough.sentence
    too_few = guarantee(confidence, np.arange(58), np.ones(58, dtype=bool), TARGET, DELTA)
    assert too_few.threshold is None
    assert too_few.needed_more == first_sample(TARGET, DELTA, 400) - 58


def test_a_later_look_is_stricter() -> None:
    confidence = np.random.default_rng(1).random(400)
    right = np.ones(59, dtype=bool)
    assert guarantee(confidence, np.arange(59), right, TARGET, DELTA, look=1).threshold is None
    assert guarantee(confidence, np.arange(72), np.ones(72, dtype=bool), TARGET, DELTA, look=1).threshold is not None


def test_a_target_above_what_was_seen_cannot_be_reached() -> None:
    random = np.random.default_rng(2)
    right = np.tile([True] * 9 + [False], 50)  # 90 %, whatever the confidence
    found = guarantee(np.sort(random.random(2_000)), np.arange(0, 2_000, 4), right, TARGET, DELTA)
    assert found.threshold is None
    assert found.needed_more is None
    assert "cannot be reached" in found.sentence


def test_the_labels_that_are_too_few_are_those_with_a_confidence() -> None:
    confidence = np.full(200, np.nan)
    confidence[:100] = np.linspace(0, 1, 100)
    right = np.ones(100, dtype=bool)
    right[::25] = False  # 96 %, not far above the target
    found = guarantee(confidence, np.arange(100), right, TARGET, DELTA)
    assert "more than there are labels with a confidence (100)" in found.sentence


def test_what_is_missing_is_enough_when_the_rest_is_as_right_as_the_first() -> None:
    random = np.random.default_rng(3)
    confidence = random.random(20_000)
    right = np.ones(20_000, dtype=bool)
    right[::29] = False  # 96.6 %
    first = guarantee(confidence, np.arange(200), right[:200], TARGET, DELTA)
    assert first.threshold is None
    assert first.needed_more is not None
    size = 200 + 2 * first.needed_more
    assert guarantee(confidence, np.arange(size), right[:size], TARGET, DELTA).threshold is not None


def test_invalid_replies_are_never_accepted() -> None:
    confidence = np.array([np.nan] * 50 + [0.9] * 200)
    found = guarantee(confidence, np.arange(50, 250), np.ones(200, dtype=bool), TARGET, DELTA)
    assert found.accepted == 200


@given(
    values=st.lists(st.one_of(st.floats(0, 1), st.just(float("nan"))), max_size=80),
    target=st.floats(0.01, 0.999),
    delta=st.floats(0.001, 0.5),
)
def test_without_audit_answers_nothing_is_accepted(values: list[float], target: float, delta: float) -> None:
    none = np.array([], dtype=np.int64)
    found = guarantee(np.array(values), none, np.array([], dtype=bool), target, delta)
    assert (found.threshold, found.accepted, found.audited) == (None, 0, 0)
    assert found.sentence


@given(
    data=st.lists(st.tuples(st.sampled_from([0.2, 0.5, 0.9, 1.0]), st.booleans()), min_size=1, max_size=300),
    target=st.floats(0.5, 0.99),
)
def test_a_promise_is_backed_by_its_own_bound(data: list[tuple[float, bool]], target: float) -> None:
    confidence = np.array([value for value, _ in data])
    right = np.array([hit for _, hit in data])
    found = guarantee(confidence, np.arange(right.size), right, target, DELTA)
    if found.threshold is None:
        assert found.accepted == 0
        assert found.needed_more is None or found.needed_more > 0
    else:
        above = confidence >= found.threshold
        assert found.accepted == above.sum()
        assert lower_bound(int(right[above].sum()), int(above.sum()), DELTA) == pytest.approx(found.lower_bound)
        assert found.lower_bound is not None
        assert found.lower_bound >= target


@pytest.mark.parametrize("slope", [0.0, 1.0, 3.0])
def test_promises_are_false_at_most_as_often_as_said(slope: float) -> None:
    """400 projects each whose accuracy crosses the target within the range of confidences, or lies just below it."""
    random = np.random.default_rng(int(slope))
    false = 0
    for _ in range(400):
        confidence = np.sort(random.random(2_000))
        right = random.random(2_000) < 0.945 + slope * 0.02 * (confidence - 0.5)
        audited = random.choice(2_000, 400, replace=False)
        found = guarantee(confidence, audited, right[audited], TARGET, DELTA)
        if found.threshold is not None:
            false += right[confidence >= found.threshold].mean() < TARGET
    assert false <= stats.binom.ppf(0.999, 400, DELTA)


@given(seed=st.integers(0, 2**31), size=st.integers(1, 50))
def test_an_audit_order_keeps_its_order_when_items_are_added(seed: int, size: int) -> None:
    items = np.arange(1, 61)
    whole = items[audit_order(items, seed)]
    part = items[:size][audit_order(items[:size], seed)]
    assert [item for item in whole if item <= size] == part.tolist()


def test_the_first_of_an_audit_order_are_a_uniform_sample() -> None:
    items = np.arange(1, 21)
    drawn = np.zeros(20)
    for seed in range(4_000):
        drawn[audit_order(items, seed)[:5]] += 1
    assert stats.chisquare(drawn).pvalue > 1e-4
