"""Expected accuracy after more answers of people: what must hold whatever the posteriors and the people."""

from __future__ import annotations

import numpy as np
import pytest

from annotator.domain import outlook
from annotator.domain.outlook import Curve, Forecast, People
from annotator.domain.queueing import Standing, one_coin

NOISE = 0.002


def standing(n_items: int, n_labels: int, seed: int = 0, given: int = 0) -> Standing:
    """Posteriors from even to sure."""
    random = np.random.default_rng(seed)
    likely = np.concatenate([[4.0], np.ones(n_labels - 1)])
    return Standing(random.dirichlet(likely, n_items), np.full(n_items, given))


def found(at: Standing, people: People | None = None, **how: object) -> Forecast:
    return outlook.forecast(at, people or People.unknown(at.posterior.shape[1]), **how)  # type: ignore[arg-type]


def arrays(forecast: Forecast) -> list[np.ndarray]:
    return [part for curve in (forecast.adaptive, forecast.overlap) for part in vars(curve).values()]


@pytest.mark.parametrize(("n_items", "n_labels"), [(1, 2), (7, 3), (400, 2), (300, 12), (60, 1_000)])
def test_curves_begin_at_what_the_posteriors_claim_and_rise_within_0_and_1(n_items: int, n_labels: int) -> None:
    at = standing(n_items, n_labels)
    forecast = found(at)

    assert forecast.now == pytest.approx(at.posterior.max(axis=1).mean(), abs=1e-12)
    for curve in (forecast.adaptive, forecast.overlap):
        assert curve.expected[0] == forecast.now
        assert ((curve.low >= 0) & (curve.low <= curve.expected)).all()
        assert ((curve.high <= 1) & (curve.high >= curve.expected)).all()
        assert np.diff(curve.expected).min() > -NOISE
        assert curve.expected[-1] >= curve.expected[0] - NOISE
        assert np.isfinite(curve.expected).all()


def test_the_same_seed_gives_the_same_forecast_and_another_seed_nearly_the_same() -> None:
    at = standing(500, 3)
    again, other = found(at), found(at, seed=1)

    for one, two in zip(arrays(found(at)), arrays(again), strict=True):
        assert np.array_equal(one, two)
    assert other.adaptive.at(300) != again.adaptive.at(300)
    assert other.adaptive.at(300) == pytest.approx(again.adaptive.at(300), abs=0.01)


def test_what_is_expected_is_how_often_the_simulated_labels_are_right() -> None:
    """Or the forecast would believe its own posteriors more than they deserve."""
    at = standing(800, 3, given=1)
    people = People(np.stack([one_coin(0.9, 3), one_coin(0.6, 3)]), np.array([0.4, 0.6]))
    courses = outlook._courses(at, people, 2.0, 6, 0)

    right = courses.first.mean() + courses.hit.sum(axis=2).mean()
    assert right == pytest.approx(at.posterior.max(axis=1).mean() + courses.top.sum(axis=2).mean(), abs=0.006)


def test_asking_where_it_helps_most_beats_one_more_answer_for_every_item() -> None:
    forecast = found(standing(600, 3))
    half = forecast.stops / 2

    assert forecast.adaptive.at(half) > forecast.overlap.at(half) + 0.02
    assert forecast.adaptive.at(half) - forecast.now > 0.75 * (forecast.best - forecast.now)


def test_labels_that_are_sure_are_not_asked_about() -> None:
    sure = Standing(np.tile([0.99, 0.01], (50, 1)), np.zeros(50, dtype=np.int64))
    forecast = found(sure)

    assert forecast.stops == 0
    assert forecast.unsure == 0
    assert forecast.best == pytest.approx(0.99)
    assert forecast.enough() == 0
    assert forecast.adaptive.reaches(0.99) == 0
    assert forecast.adaptive.reaches(0.995) is None


def test_an_item_gets_no_more_than_the_most_answers_those_it_has_counted() -> None:
    even = np.full((40, 2), 0.5)
    useless = People(one_coin(0.5, 2)[None], np.ones(1))

    for given, most, asked in ((0, 3, 120), (2, 3, 40), (3, 3, 0), (5, 3, 0)):
        forecast = found(Standing(even, np.full(40, given)), useless, most=most)
        assert forecast.stops == asked
        assert forecast.unsure == 40


def test_people_who_guess_bring_nothing_and_better_people_bring_more() -> None:
    at = standing(400, 2)
    best = [found(at, People(one_coin(right, 2)[None], np.ones(1))).best for right in (0.5, 0.7, 0.9)]

    assert best[0] == pytest.approx(at.posterior.max(axis=1).mean(), abs=1e-9)
    assert best[0] + 0.02 < best[1] < best[2] - 0.02


def test_answers_after_others_bring_less_as_hard_items_fool_everybody() -> None:
    fresh, worn = (
        found(Standing(standing(500, 2).posterior, np.full(500, given)), most=given + 1, answers=500)
        for given in (0, 6)
    )
    assert 0 < worn.best - worn.now < 0.5 * (fresh.best - fresh.now)


def test_one_label_is_right_from_the_start() -> None:
    forecast = found(Standing(np.ones((20, 1)), np.zeros(20, dtype=np.int64)))

    assert forecast.now == forecast.best == 1
    assert forecast.stops == forecast.enough() == 0


def test_a_sample_stands_for_all_items_and_says_nearly_the_same() -> None:
    at = standing(9_000, 2)
    top = at.posterior.max(axis=1)
    rows, weight = outlook.sample(top, 0.95, 2_000)
    part = outlook.forecast(
        Standing(at.posterior[rows], at.given[rows]), People.unknown(2), weight=weight, now=float(top.mean())
    )
    all_of_them = found(at)

    assert rows.size == 2_000
    assert weight.sum() == pytest.approx(9_000)
    assert len(set(rows.tolist())) == rows.size
    assert part.now == pytest.approx(all_of_them.now, abs=1e-12)
    assert part.stops == pytest.approx(all_of_them.stops, rel=0.05)
    for answers in (1_000, 4_000, 12_000):
        assert part.adaptive.at(answers) == pytest.approx(all_of_them.adaptive.at(answers), abs=0.008)
    spread, of_all = (curve.high - curve.low for curve in (part.adaptive, all_of_them.adaptive))
    assert spread[0] == pytest.approx(of_all[0], rel=0.5)


@pytest.mark.parametrize("sure", [0.0, 0.7, 1.1])
def test_a_sample_has_items_of_both_sides_as_far_as_there_are_any(sure: float) -> None:
    top = np.linspace(0.5, 1.0, 3_001)
    rows, weight = outlook.sample(top, sure, 300)

    assert rows.size == 300
    assert weight[top[rows] < sure].sum() == pytest.approx((top < sure).sum())
    assert weight[top[rows] >= sure].sum() == pytest.approx((top >= sure).sum())


def test_a_few_items_are_all_looked_at() -> None:
    rows, weight = outlook.sample(np.array([0.5, 0.99, 0.7]), 0.95, 300)
    assert rows.tolist() == [0, 1, 2]
    assert weight.tolist() == [1, 1, 1]


def test_enough_is_where_a_label_comes_to_cost_more_than_twenty_answers() -> None:
    answers = np.linspace(0, 2_000, 81)
    for n_items in (1_000, 50_000):
        # A label for every 5 answers up to 500, for every 50 afterwards.
        right = np.minimum(answers, 500) / 5 + np.maximum(answers - 500, 0) / 50
        expected = 0.5 + right / n_items
        curve = Curve(answers, expected, expected, expected)
        assert 400 <= Forecast(n_items, curve, curve, 2_000, 0).enough() <= 525


def test_a_target_is_reached_at_the_first_answer_after_which_it_is_expected() -> None:
    up = np.array([0.8, 0.85, 0.9, 0.9])
    curve = Curve(np.array([0.0, 100.0, 200.0, 300.0]), up, up, up)

    assert [curve.reaches(target) for target in (0.5, 0.8, 0.82, 0.85, 0.9)] == [0, 0, 40, 100, 200]
    assert curve.reaches(0.91) is None


def test_people_count_as_known_once_they_met_often_enough() -> None:
    matrices = np.stack([one_coin(0.9, 2), one_coin(0.6, 2)])

    strangers = People.met(matrices, np.array([5, 30]), met=4)
    assert strangers.assumed
    assert np.allclose(strangers.confusion, one_coin(0.8, 2))

    known = People.met(matrices, np.array([5, 30]), met=60)
    assert not known.assumed
    assert known.share.sum() == pytest.approx(1)
    assert np.allclose(known.average, (30 * matrices[1] + 5 * matrices[0]) / 35)


def test_nobody_has_answered_yet() -> None:
    assert People.met(np.empty((0, 3, 3)), np.empty(0, dtype=np.int64), met=0).assumed
