"""Tests of annotator.domain.intervals."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.intervals import to_come, wilson

COUNTS = st.integers(1, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))


@given(COUNTS, st.integers(1, 10_000))
def test_what_is_to_come_is_less_certain_than_what_is_true(counts: tuple[int, int], coming: int) -> None:
    right, of = counts
    low, high = to_come(right, of, coming)
    true = wilson(right, of)
    assert 0 <= low <= true.low + 1e-12
    assert true.high - 1e-12 <= high <= 1
    fewer = to_come(right, of, max(1, coming // 2))
    assert fewer[0] <= low + 1e-12
    assert fewer[1] >= high - 1e-12


def test_very_many_to_come_are_as_certain_as_what_is_true() -> None:
    assert to_come(30, 100, 10**9) == pytest.approx((wilson(30, 100).low, wilson(30, 100).high), abs=1e-6)


@pytest.mark.parametrize(("share", "of", "coming"), [(0.5, 30, 30), (0.2, 100, 40), (0.35, 60, 500), (0.1, 200, 20)])
def test_it_holds_in_95_of_100_cases_or_more(share: float, of: int, coming: int) -> None:
    rng = np.random.default_rng(5)
    seen, come = rng.binomial(of, share, 4_000), rng.binomial(coming, share, 4_000)
    bounds = np.array([to_come(int(right), of, coming) for right in seen])
    held = (np.floor(bounds[:, 0] * coming) <= come) & (come <= np.ceil(bounds[:, 1] * coming))
    assert held.mean() >= 0.94
