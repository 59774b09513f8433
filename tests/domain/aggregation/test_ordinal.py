"""Labels with an order: medians, distances, and what they change in merging."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from annotator.domain.aggregation import auto, choose, scoring
from annotator.domain.aggregation.consensus import consensus
from annotator.domain.aggregation.ordinal import error_shapes, lower_median, towards_median
from annotator.domain.aggregation.pooling import ItemAnswers, Panel, updated
from annotator.domain.aggregation.responses import Responses
from annotator.domain.aggregation.voting import evidence_weights
from annotator.domain.model import Kind


def ratings(seed: int, *, items: int = 60, annotators: int = 40, labels: int = 5, per_item: int = 3) -> tuple[Any, Any]:
    """Annotators who err by little more often than by much, each with a leaning of their own."""
    rng = np.random.default_rng(seed)
    truth = rng.integers(labels, size=items)
    item = np.repeat(np.arange(items), per_item)
    who = np.concatenate([rng.choice(annotators, per_item, replace=False) for _ in range(items)])
    leaning, noise = rng.normal(0, 0.4, annotators), rng.uniform(0.4, 1.2, annotators)
    felt = truth[item] + leaning[who] + noise[who] * rng.standard_normal(item.size)
    label = np.clip(np.rint(felt), 0, labels - 1).astype(np.int64)
    sizes = {"n_items": items, "n_annotators": annotators, "n_labels": labels}
    return Responses.from_codes(item, who, label, **sizes, ordinal=True), truth


def one_item(labels: Sequence[int], families: Sequence[str], *, n_labels: int = 5, people: int = 0) -> Responses:
    n = len(labels)
    kinds = [Kind.HUMAN] * people + [Kind.LLM] * (n - people)
    sizes = {"n_items": 1, "n_annotators": n, "n_labels": n_labels}
    return Responses.from_codes([0] * n, range(n), labels, **sizes, kinds=kinds, families=families, ordinal=True)


def test_of_two_middle_labels_the_lower_is_the_median() -> None:
    shares = np.array([[2, 0, 2, 0], [1, 1, 1, 0], [0.1, 0.2, 0.3, 0.4], [0, 0, 0, 3]])

    assert lower_median(shares).tolist() == [0, 1, 2, 3]


def test_the_median_does_not_depend_on_how_shares_are_rounded() -> None:
    assert lower_median(np.array([[0.1 + 0.2, 0.2, 0.5]])).tolist() == [1]
    assert lower_median(np.array([[0.1] * 10])).tolist() == [4]


def test_half_of_a_familys_vote_goes_to_its_lower_median() -> None:
    families = ["", "x", "x", "x", "x", "y"]
    responses = one_item([0, 1, 3, 3, 4, 2], families, people=1)

    weights = Panel.of(responses).weights

    # x: 1/8 to each of its four, and 1/2 to its median 3, shared by the two that gave it.
    assert np.allclose(weights, [1, 1 / 8, 3 / 8, 3 / 8, 1 / 8, 1])
    assert np.allclose(evidence_weights(responses), weights)
    assert np.allclose(Panel.of(replace(responses, ordinal=False)).weights, [1, 1 / 4, 1 / 4, 1 / 4, 1 / 4, 1])


def test_groups_of_any_order_keep_their_weight() -> None:
    rng = np.random.default_rng(0)
    group, label = rng.permutation(np.repeat(np.arange(50), 7)), rng.integers(6, size=350)

    factors = towards_median(group, label)

    assert np.allclose(np.bincount(group, factors), 7)
    assert (factors >= 0.5).all()


def test_errors_are_likelier_the_nearer_they_lie() -> None:
    responses, _ = ratings(1, items=300)
    counts = np.zeros((1, 5, 5))
    truth = auto.merge(responses, None).consensus
    np.add.at(counts[0], (responses.label, truth[responses.item]), 1)

    shape = error_shapes(counts)[0]

    assert np.allclose(shape.sum(axis=0), 1)
    assert not np.diag(shape).any()
    assert shape[1, 0] > shape[2, 0] > shape[3, 0] > 0
    assert shape[1, 2] == pytest.approx(shape[3, 2])


def test_knowing_the_order_lowers_the_log_loss_of_small_sets_of_ratings() -> None:
    gained = []
    for seed in range(8):
        responses, truth = ratings(seed)
        ordered, plain = auto.merge(responses, None), auto.merge(replace(responses, ordinal=False), None)
        gained.append(scoring.log_loss(plain.posterior, truth) - scoring.log_loss(ordered.posterior, truth))

    assert np.mean(gained) > 0.005


def test_the_median_of_the_posterior_is_nearer_to_the_truth_than_the_most_probable_label() -> None:
    distances = []
    for seed in range(8):
        responses, truth = ratings(seed)
        merged = auto.merge(responses, None)
        found = (merged.consensus, merged.median)
        distances.append([scoring.mean_distance(chosen, truth) for chosen in found])

    mode, median = np.mean(distances, axis=0)
    assert median < mode


def test_only_ordinal_labels_have_a_median(simulate: Callable[..., Any]) -> None:
    of = simulate(1).responses

    assert choose.merge(of).median is None
    for method in ("auto", "majority-vote", "one-coin", "dawid-skene"):
        merged = choose.merge(replace(of, ordinal=True), method=method)
        assert (merged.median == lower_median(merged.posterior)).all()


def test_a_tie_between_equally_reliable_sides_goes_to_the_label_nearest_to_the_median() -> None:
    responses = one_item([0, 2, 3], ["", "", ""], people=3)
    even = np.array([[0.3, 0.1, 0.3, 0.3, 0]])
    options = {"reliability": np.full(3, 0.5), "class_prior": np.array([0.6, 0.1, 0.1, 0.1, 0.1])}

    assert consensus(even, responses, **options).tolist() == [2]
    assert consensus(even, replace(responses, ordinal=False), **options).tolist() == [0]
    options["reliability"] = np.array([0.9, 0.5, 0.5])
    assert consensus(even, responses, **options).tolist() == [0]


@pytest.mark.parametrize("people", [0, 20])
def test_updating_one_item_equals_the_batch_for_ratings_too(people: int) -> None:
    rated, _ = ratings(3, per_item=6)
    kinds = [Kind.HUMAN] * people + [Kind.LLM] * (40 - people)
    sizes = {"n_items": 60, "n_annotators": 40, "n_labels": 5}
    responses = Responses.from_codes(
        rated.item, rated.annotator, rated.label, **sizes, kinds=kinds, families=["x", "y"] * 20, ordinal=True
    )
    merged = auto.merge(responses, None)

    for item in range(20):
        rows = responses.item == item
        one = updated(merged.fitted, ItemAnswers(responses.annotator[rows], responses.label[rows]))
        assert np.allclose(one, merged.posterior[item], atol=1e-9)


def test_distances_to_gold_are_those_of_scikit_learn() -> None:
    from sklearn.metrics import cohen_kappa_score, mean_absolute_error

    rng = np.random.default_rng(2)
    gold = rng.integers(5, size=200)
    chosen = np.clip(gold + rng.integers(-1, 2, size=200), 0, 4)
    known = np.where(np.arange(200) % 4 == 0, -1, gold)
    rest = known >= 0

    assert scoring.mean_distance(chosen, known) == pytest.approx(mean_absolute_error(gold[rest], chosen[rest]))
    expected = cohen_kappa_score(chosen[rest], gold[rest], weights="quadratic")
    assert scoring.weighted_kappa(chosen, known, 5) == pytest.approx(expected)


def test_distances_without_gold_or_variety_are_undefined() -> None:
    nothing, same = np.full(3, -1), np.zeros(3, dtype=np.int64)

    assert np.isnan(scoring.mean_distance(same, nothing))
    assert np.isnan(scoring.weighted_kappa(same, nothing, 3))
    assert np.isnan(scoring.weighted_kappa(same, same, 3))
