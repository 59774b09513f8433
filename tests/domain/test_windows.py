"""Answers over time in windows, with intervals."""

from __future__ import annotations

import numpy as np

from annotator.domain.windows import FEWEST, LEAST, MOST, means, medians, shares_of_others


def test_each_answer_has_the_share_of_the_others_that_say_the_same() -> None:
    item = np.array([0, 0, 0, 1, 1, 2])
    label = np.array([1, 1, 0, 2, 2, 0])

    found = shares_of_others(item, label)

    assert np.array_equal(found[:5], [0.5, 0.5, 0.0, 1.0, 1.0])
    assert np.isnan(found[5])  # nobody else answered it


def test_fewer_than_three_windows_of_ten_are_no_line() -> None:
    assert means(np.ones(FEWEST * LEAST - 1)) is None
    assert means(np.ones(FEWEST * LEAST)) is not None
    assert medians(np.full(100, np.nan)) is None


def test_windows_cover_all_answers_and_say_which() -> None:
    values = np.full(200, np.nan)
    values[::2] = 1.0  # every other answer can be compared

    course = means(values)

    assert course is not None
    assert course.value.size == LEAST
    assert course.answers.sum() == 100
    assert (course.first[0], course.last[-1]) == (1, 199)
    assert means(np.ones(10_000)).value.size == MOST  # type: ignore[union-attr]


def test_the_interval_of_a_mean_holds_it_and_the_truth_about_as_often_as_it_says() -> None:
    chance = np.random.default_rng(3)
    held = total = 0
    for _ in range(200):
        course = means((chance.random(240) < 0.8).astype(float))
        assert course is not None
        assert ((course.low <= course.value) & (course.value <= course.high)).all()
        held += int(((course.low <= 0.8) & (course.high >= 0.8)).sum())
        total += course.value.size

    assert 0.92 < held / total < 0.995


def test_the_interval_of_a_median_holds_the_truth_about_as_often_as_it_says() -> None:
    chance = np.random.default_rng(4)
    held = total = 0
    for _ in range(200):
        course = medians(chance.exponential(5.0, 240))
        assert course is not None
        true = 5.0 * np.log(2)
        held += int(((course.low <= true) & (course.high >= true)).sum())
        total += course.value.size

    assert 0.92 < held / total < 0.995
