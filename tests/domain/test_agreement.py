"""Agreement: equal to the reference packages, undefined where it is, and the same whatever the order of the rows."""

from __future__ import annotations

import krippendorff
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

from annotator.domain.agreement import ORDINAL, Estimate, Statistic, Table, measure, measure_all
from annotator.domain.agreement.measure import LEAST_SHARED

LABELS = 4
# Shrout and Fleiss (1979), table 2: six targets, four judges.
SHROUT_FLEISS = np.array([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]])

sparse_answers = st.tuples(st.integers(1, 15), st.integers(2, 5)).flatmap(
    lambda shape: arrays(np.int64, shape, elements=st.integers(-1, LABELS - 1))
)
full_answers = st.tuples(st.integers(2, 15), st.integers(2, 5)).flatmap(
    lambda shape: arrays(np.int64, shape, elements=st.integers(0, LABELS - 1))
)


def value(matrix: np.ndarray, statistic: Statistic, second: list[bool] | None = None) -> float | None:
    table = Table.from_matrix(matrix, n_labels=LABELS, second=second)
    return measure(table, statistic, resamples=0).value


def same(found: float | None, expected: float) -> None:
    if np.isfinite(expected):
        assert found == pytest.approx(expected, abs=1e-6)
    else:
        assert found is None


@pytest.mark.parametrize(
    ("statistic", "level"),
    [
        (Statistic.ALPHA, "nominal"),
        (Statistic.ALPHA_ORDINAL, "ordinal"),
        (Statistic.ALPHA_INTERVAL, "interval"),
    ],
)
@settings(max_examples=60, deadline=None)
@given(matrix=sparse_answers)
def test_alpha_equals_krippendorff_with_answers_missing(matrix: np.ndarray, statistic: Statistic, level: str) -> None:
    met = matrix[(matrix >= 0).sum(axis=1) > 1]
    ratings = np.where(matrix < 0, np.nan, matrix).T
    expected = np.nan  # the package refuses what cannot be told from chance
    if np.unique(met[met >= 0]).size > 1:
        expected = krippendorff.alpha(ratings, level_of_measurement=level, value_domain=list(range(LABELS)))

    same(value(matrix, statistic), expected)


@settings(max_examples=60, deadline=None)
@given(matrix=full_answers)
def test_fleiss_kappa_equals_statsmodels(matrix: np.ndarray) -> None:
    expected = fleiss_kappa(aggregate_raters(matrix)[0]) if np.unique(matrix).size > 1 else np.nan

    same(value(matrix, Statistic.FLEISS), expected)


@pytest.mark.parametrize(
    ("statistic", "weights"),
    [(Statistic.COHEN, None), (Statistic.COHEN_LINEAR, "linear"), (Statistic.COHEN_QUADRATIC, "quadratic")],
)
@settings(max_examples=60, deadline=None)
@given(matrix=st.integers(2, 5).flatmap(lambda k: arrays(np.int64, (25, k), elements=st.integers(-1, LABELS - 1))))
def test_cohens_kappa_equals_scikit_learn_for_every_pair(
    matrix: np.ndarray, statistic: Statistic, weights: str | None
) -> None:
    kappas, shared, met = [], [], []
    for one in range(matrix.shape[1]):
        for two in range(one + 1, matrix.shape[1]):
            both = (matrix[:, one] >= 0) & (matrix[:, two] >= 0)
            answers = matrix[both][:, [one, two]]
            met.append(both.sum())
            if np.unique(answers).size > 1:
                kappas.append(cohen_kappa_score(*answers.T, weights=weights, labels=range(LABELS)))
                shared.append(both.sum())

    expected = np.average(kappas, weights=shared) if kappas else np.nan
    if np.count_nonzero(met) > 1 and np.dot(met, met) < LEAST_SHARED * sum(met):  # a pair that never met is none
        expected = np.nan
    same(value(matrix, statistic), expected)


@settings(max_examples=60, deadline=None)
@given(matrix=sparse_answers)
def test_percent_and_ac1_follow_their_definitions_item_by_item(matrix: np.ndarray) -> None:
    agreeing, shares = [], []
    for row in matrix:
        given_ = row[row >= 0]
        if given_.size:
            shares.append([np.mean(given_ == label) for label in range(LABELS)])
        if given_.size > 1:
            pairs = [given_[i] == given_[j] for i in range(given_.size) for j in range(i)]
            agreeing.append(np.mean(pairs))
    if not agreeing:
        assert value(matrix, Statistic.PERCENT) is None
        return
    pi = np.mean(shares, axis=0)
    chance = float((pi * (1 - pi)).sum() / (LABELS - 1))

    same(value(matrix, Statistic.PERCENT), float(np.mean(agreeing)))
    same(value(matrix, Statistic.AC1), (float(np.mean(agreeing)) - chance) / (1 - chance))


def test_ac1_of_gwets_example() -> None:
    # Gwet (2008): 118 yes/yes, 5 yes/no, 2 no/yes, 0 no/no; kappa says -.02 where nearly everything agrees.
    pairs = [(0, 0)] * 118 + [(0, 1)] * 5 + [(1, 0)] * 2
    table = Table.from_matrix(np.array(pairs))

    assert measure(table, Statistic.AC1, resamples=0).value == pytest.approx(0.9408, abs=1e-4)
    assert measure(table, Statistic.COHEN, resamples=0).value == pytest.approx(-0.0234, abs=1e-4)


def test_icc_of_shrout_and_fleiss() -> None:
    table = Table.from_matrix(SHROUT_FLEISS)
    agreement = measure(table, Statistic.ICC_A1)
    consistency = measure(table, Statistic.ICC_C1)

    assert agreement.value == pytest.approx(0.2898, abs=1e-4)
    assert consistency.value == pytest.approx(0.7148, abs=1e-4)


@settings(max_examples=40, deadline=None)
@given(matrix=full_answers)
def test_icc_equals_an_analysis_of_variance(matrix: np.ndarray) -> None:
    from statsmodels.regression.linear_model import OLS

    n, k = matrix.shape
    rows, columns = np.indices(matrix.shape)
    dummies = [np.ones((n * k, 1))]
    by_rows = (rows.ravel()[:, None] == np.arange(1, n)).astype(float)
    by_columns = (columns.ravel()[:, None] == np.arange(1, k)).astype(float)
    y = matrix.ravel().astype(float)
    left = {
        name: OLS(y, np.hstack([*dummies, *terms])).fit().ssr
        for name, terms in {
            "none": [],
            "rows": [by_rows],
            "columns": [by_columns],
            "both": [by_rows, by_columns],
        }.items()
    }
    msr = (left["none"] - left["rows"]) / (n - 1)
    msc = (left["none"] - left["columns"]) / (k - 1)
    mse = left["both"] / ((n - 1) * (k - 1))
    below = {Statistic.ICC_C1: msr + (k - 1) * mse, Statistic.ICC_A1: msr + (k - 1) * mse + k * (msc - mse) / n}
    for statistic, divisor in below.items():
        if divisor > 1e-9:
            same(value(matrix, statistic), (msr - mse) / divisor)
        elif divisor < 1e-13:
            assert value(matrix, statistic) is None


@settings(max_examples=40, deadline=None)
@given(matrix=st.integers(1, 15).flatmap(lambda n: arrays(np.int64, (n, 2), elements=st.integers(-1, LABELS - 1))))
def test_a_person_and_an_llm_agree_as_any_two_annotators(matrix: np.ndarray) -> None:
    both = matrix[(matrix >= 0).all(axis=1)]
    for statistic in Statistic:
        plain = measure(Table.from_matrix(both, n_labels=LABELS), statistic, resamples=0)
        sides = measure(Table.from_matrix(matrix, n_labels=LABELS, second=[False, True]), statistic, resamples=0)
        assert (sides.value is None) == (plain.value is None)
        assert sides.value == (None if plain.value is None else pytest.approx(plain.value, abs=1e-9))
        assert (sides.items, sides.pairs) == (plain.items, plain.pairs)


def test_between_two_sides_only_pairs_across_count() -> None:
    people_differ = np.array([[0, 1, 0], [0, 1, 1], [1, 0, 0], [1, -1, 1], [0, 0, -1]])
    found = measure(Table.from_matrix(people_differ, second=[False, False, True]), Statistic.PERCENT)

    assert found.value == pytest.approx((0.5 + 0.5 + 0.5 + 1) / 4)
    assert (found.items, found.pairs) == (4, 7)


@pytest.mark.parametrize("statistic", list(Statistic))
def test_the_order_of_items_and_annotators_does_not_matter(statistic: Statistic) -> None:
    matrix = np.random.default_rng(5).integers(-1, LABELS, (40, 4))
    matrix[:10] = np.abs(matrix[:10])
    shuffled = matrix[::-1][:, [2, 0, 3, 1]]

    assert value(matrix, statistic) == pytest.approx(value(shuffled, statistic), abs=1e-12)


@pytest.mark.parametrize("statistic", [s for s in Statistic if s not in ORDINAL])
def test_the_names_of_the_labels_do_not_matter_without_an_order(statistic: Statistic) -> None:
    matrix = np.random.default_rng(6).integers(-1, LABELS, (40, 4))
    renamed = np.where(matrix < 0, -1, np.array([2, 0, 3, 1])[matrix])

    assert value(matrix, statistic) == pytest.approx(value(renamed, statistic), abs=1e-12)


@pytest.mark.parametrize("statistic", list(Statistic))
@pytest.mark.parametrize("answered", [[[0, -1], [-1, 1]], [[-1, -1]], [[2, -1]]])
def test_no_item_answered_twice_is_undefined_and_says_so(statistic: Statistic, answered: list[list[int]]) -> None:
    found = measure(Table.from_matrix(np.array(answered), n_labels=LABELS), statistic)

    assert found == Estimate(None, None, None, 0, 0, "no item has answers of two annotators")


@pytest.mark.parametrize("statistic", [s for s in Statistic if s not in (Statistic.PERCENT, Statistic.AC1)])
def test_one_label_only_is_undefined_but_for_what_needs_no_variety(statistic: Statistic) -> None:
    table = Table.from_matrix(np.ones((6, 3), dtype=int), n_labels=2)
    found = measure(table, statistic)

    assert found.value is None
    assert "same" in found.reason or "only one label" in found.reason
    assert measure(table, Statistic.PERCENT).value == 1
    assert measure(table, Statistic.AC1).value == 1


def test_icc_needs_items_that_everybody_answered() -> None:
    found = measure(Table.from_matrix(np.array([[0, 1, -1], [1, -1, 1], [-1, 0, 0]])), Statistic.ICC_A1)

    assert found.value is None
    assert found.reason == "fewer than two items have an answer from all 3 annotators"


@pytest.mark.parametrize("statistic", list(Statistic))
def test_intervals_hold_the_value_and_come_out_the_same_again(statistic: Statistic) -> None:
    rng = np.random.default_rng(7)
    truth = rng.integers(0, LABELS, 80)
    matrix = np.where(rng.random((80, 3)) < 0.7, truth[:, None], rng.integers(0, LABELS, (80, 3)))
    table = Table.from_matrix(matrix, n_labels=LABELS)
    found = measure(table, statistic, seed=3)

    assert found == measure(table, statistic, seed=3)
    assert found.value is not None
    assert found.low is not None
    assert found.high is not None
    assert found.low < found.value < found.high
    assert found[1:3] != measure(table, statistic, seed=4)[1:3]


@pytest.mark.parametrize("statistic", [Statistic.ALPHA, Statistic.COHEN, Statistic.FLEISS, Statistic.ALPHA_ORDINAL])
def test_the_interval_is_that_of_resampling_rows(statistic: Statistic) -> None:
    rng = np.random.default_rng(8)
    truth = rng.integers(0, 3, 60)
    matrix = np.where(rng.random((60, 2)) < 0.7, truth[:, None], rng.integers(0, 3, (60, 2)))
    found = measure(Table.from_matrix(matrix, n_labels=LABELS), statistic)
    drawn = [value(matrix[rng.integers(0, 60, 60)], statistic) for _ in range(400)]

    assert np.allclose(found[1:3], np.percentile(np.array(drawn, dtype=float), [2.5, 97.5]), atol=0.04)


def test_pairs_with_next_to_nothing_in_common_have_no_mean_kappa() -> None:
    rng = np.random.default_rng(9)
    item = np.repeat(np.arange(300), 2)
    annotator = np.concatenate([rng.permutation(60)[:2] for _ in range(300)])
    label = np.where(rng.random(600) < 0.9, item % 3, rng.integers(0, 3, 600))
    table = Table.from_codes(item, annotator, label, n_labels=3)

    found = measure(table, Statistic.COHEN)
    assert found.value is None
    assert "share fewer than 10 items" in found.reason
    assert measure(table, Statistic.ALPHA).value == pytest.approx(0.8, abs=0.08)


def test_measure_all_leaves_the_order_of_labels_alone_unless_it_is_meant() -> None:
    table = Table.from_matrix(SHROUT_FLEISS)

    assert not set(measure_all(table, resamples=0)) & set(ORDINAL)
    assert set(measure_all(table, ordinal=True, resamples=0)) == set(Statistic)


def test_two_answers_of_one_annotator_to_an_item_are_refused() -> None:
    with pytest.raises(ValueError, match="at most once"):
        Table.from_codes([7, 7], [1, 1], [0, 1], n_labels=2)
