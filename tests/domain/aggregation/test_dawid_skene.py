"""Dawid-Skene against crowd-kit, and what prior counts, gold and weights add."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest
from crowdkit.aggregation import DawidSkene

from annotator.domain.aggregation import dawid_skene
from annotator.domain.aggregation.blocks import CELLS, blocks
from annotator.domain.aggregation.responses import Responses
from annotator.domain.aggregation.settings import PLAIN, ClassPrior, PriorCounts, Settings
from annotator.domain.aggregation.voting import evidence_weights
from annotator.domain.model import Kind
from annotator.errors import UserError

# crowd-kit 1.4.2 uses what pandas 4 will drop.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

SHAPES = [
    {"items": 50, "annotators": 8, "labels": 3, "per_item": 3},
    {"items": 30, "annotators": 20, "labels": 4, "per_item": 2},
    {"items": 200, "annotators": 10, "labels": 2, "per_item": 5},
    {"items": 40, "annotators": 40, "labels": 5, "per_item": 3},
    {"items": 60, "annotators": 6, "labels": 20, "per_item": 5},
    {"items": 3, "annotators": 3, "labels": 2, "per_item": 2},
]

# Ten reviews as seven people might judge them: one is contrary, one always says the same, two are thin.
REAL_LIKE = """
great:ann=pos,bea=pos,cem=pos,dan=neg,eva=pos  awful:ann=neg,bea=neg,cem=neg,dan=pos,eva=pos
fine:ann=pos,bea=neu,cem=pos,dan=neg,eva=pos   meh:ann=neu,bea=neu,cem=neg,eva=pos,fay=neu
late:ann=neg,bea=neg,dan=pos,eva=pos,fay=neg   kind:ann=pos,cem=pos,dan=neg,eva=pos
broken:bea=neg,cem=neg,dan=pos,gus=neg         okay:ann=neu,bea=pos,cem=neu,eva=pos
quick:ann=pos,bea=pos,cem=neu,dan=neg          dull:ann=neg,bea=neu,cem=neg,dan=neu,gus=neg
"""


def reference(crowd: Any, gold: np.ndarray | None = None, **options: Any) -> tuple[np.ndarray, DawidSkene]:
    """Crowd-kit's posterior as (n_items, n_labels), and its fitted self."""
    known = None if gold is None else pd.Series(gold)[gold >= 0]
    fitted = DawidSkene(**options).fit(crowd.table(), true_labels=known)
    of = crowd.responses
    full = fitted.probas_.reindex(index=range(of.n_items), columns=range(of.n_labels), fill_value=0)
    return full.to_numpy(), fitted


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("seed", [1, 2])
def test_without_prior_counts_it_equals_crowdkit_to_1e_6(
    simulate: Callable[..., Any], shape: dict[str, int], seed: int
) -> None:
    crowd = simulate(seed, **shape)

    ours = dawid_skene.fit(crowd.responses, PLAIN)

    posterior, fitted = reference(crowd)
    assert np.abs(ours.posterior - posterior).max() < 1e-6
    assert ours.iterations == len(fitted.loss_history_)
    truths = fitted.errors_.columns.to_numpy(np.int64)
    for (annotator, label), row in fitted.errors_.iterrows():
        assert np.abs(ours.confusion[int(annotator), int(label), truths] - row.to_numpy()).max() < 1e-6


@pytest.mark.parametrize("shape", SHAPES)
def test_with_gold_it_still_equals_crowdkit(simulate: Callable[..., Any], shape: dict[str, int]) -> None:
    crowd = simulate(3, **shape)
    given = np.isin(crowd.truth, crowd.responses.label)
    gold = np.where(given & (np.arange(crowd.truth.size) % 4 == 0), crowd.truth, -1)

    ours = dawid_skene.fit(crowd.responses, PLAIN, gold=gold)

    posterior, _ = reference(crowd, gold)
    assert np.abs(ours.posterior - posterior).max() < 1e-6


@pytest.mark.parametrize("iterations", [1, 2, 20])
def test_after_a_fixed_number_of_rounds_it_equals_crowdkit(simulate: Callable[..., Any], iterations: int) -> None:
    crowd = simulate(4)
    endless = float("-inf")
    settings = replace(PLAIN, iterations=iterations, tolerance=endless)

    ours = dawid_skene.fit(crowd.responses, settings)

    posterior, _ = reference(crowd, n_iter=iterations, tol=endless)
    assert ours.iterations == iterations
    assert np.abs(ours.posterior - posterior).max() < 1e-6


def test_a_crowd_of_several_blocks_equals_crowdkit_too(simulate: Callable[..., Any]) -> None:
    crowd = simulate(6, items=3 * CELLS // 40, annotators=20, labels=20, per_item=3)
    settings = replace(PLAIN, iterations=5, tolerance=float("-inf"))

    ours = dawid_skene.fit(crowd.responses, settings)

    assert len(blocks(crowd.responses)) > 1
    posterior, _ = reference(crowd, n_iter=5, tol=float("-inf"))
    assert np.abs(ours.posterior - posterior).max() < 1e-6


def test_on_a_small_crowd_with_contrary_and_constant_annotators_it_equals_crowdkit() -> None:
    rows = [
        (task, *answer.split("="))
        for task, answers in (item.split(":") for item in REAL_LIKE.split())
        for answer in answers.split(",")
    ]
    table = pd.DataFrame(rows, columns=["task", "worker", "label"])
    columns = [pd.factorize(table[name], sort=True) for name in table]
    sizes = dict(zip(("n_items", "n_annotators", "n_labels"), (len(names) for _, names in columns), strict=True))

    ours = dawid_skene.fit(Responses.from_codes(*(codes for codes, _ in columns), **sizes), PLAIN)

    theirs = DawidSkene().fit_predict_proba(table).loc[columns[0][1], columns[2][1]]
    assert np.abs(ours.posterior - theirs.to_numpy()).max() < 1e-6


@pytest.mark.parametrize("settings", [PLAIN, Settings()])
def test_rows_of_posteriors_and_columns_of_confusion_matrices_sum_to_1(
    simulate: Callable[..., Any], settings: Settings
) -> None:
    fit = dawid_skene.fit(simulate(5, annotators=30, per_item=2).responses, settings)

    assert np.allclose(fit.posterior.sum(axis=1), 1)
    assert np.allclose(fit.confusion.sum(axis=1), 1)
    assert np.isclose(fit.class_prior.sum(), 1)


def test_permuting_items_annotators_and_labels_permutes_the_result(simulate: Callable[..., Any]) -> None:
    of = simulate(6, items=80).responses
    rng = np.random.default_rng(0)
    items, annotators, labels = rng.permutation(80), rng.permutation(8), rng.permutation(3)
    permuted = Responses.from_codes(
        items[of.item], annotators[of.annotator], labels[of.label], n_items=80, n_annotators=8, n_labels=3
    )

    before, after = dawid_skene.fit(of), dawid_skene.fit(permuted)

    assert np.allclose(after.posterior[items][:, labels], before.posterior, atol=1e-9)
    moved = after.confusion[annotators][:, labels][:, :, labels]
    assert np.allclose(moved, before.confusion, atol=1e-9)


def test_plain_likelihood_never_falls(simulate: Callable[..., Any]) -> None:
    trace = dawid_skene.fit(simulate(7).responses, PLAIN).log_likelihood

    assert len(trace) > 2
    assert (np.diff(trace) > -1e-12).all()


def test_prior_counts_help_annotators_with_few_answers(simulate: Callable[..., Any]) -> None:
    def accuracy(crowd: Any, settings: Settings) -> float:
        found = dawid_skene.fit(crowd.responses, settings).posterior.argmax(axis=1)
        return (found == crowd.truth).mean()

    thin = [simulate(seed, items=150, annotators=150, labels=4, per_item=4, accuracy=(0.6, 0.8)) for seed in range(5)]

    plain = np.mean([accuracy(crowd, PLAIN) for crowd in thin])
    shrunk = np.mean([accuracy(crowd, Settings()) for crowd in thin])

    assert shrunk > plain + 0.03


def test_strong_prior_counts_make_annotators_of_a_kind_alike_but_not_the_kinds(simulate: Callable[..., Any]) -> None:
    kinds = [Kind.HUMAN] * 4 + [Kind.LLM] * 4
    crowd = simulate(8, items=200, kinds=kinds, families=["x"] * 8)

    fit = dawid_skene.fit(crowd.responses, Settings(PriorCounts(annotator=1e6, pool=1)))

    assert np.allclose(fit.confusion[:4], fit.confusion[0], atol=1e-3)
    assert np.allclose(fit.confusion[4:], fit.confusion[4], atol=1e-3)
    assert np.abs(fit.confusion[0] - fit.confusion[4]).max() > 0.01


def test_a_strong_pool_prior_is_one_coin(simulate: Callable[..., Any]) -> None:
    confusion = dawid_skene.fit(simulate(9).responses, Settings(PriorCounts(1e6, 1e6))).confusion[0]

    diagonal, rest = confusion[np.eye(3, dtype=bool)], confusion[~np.eye(3, dtype=bool)]
    assert np.ptp(diagonal) < 1e-2
    assert np.ptp(rest) < 1e-2


def test_gold_is_certain_and_corrects_a_crowd_that_errs_together() -> None:
    items = np.repeat(np.arange(40), 4)
    truth = np.arange(40) % 2
    annotators = np.tile(np.arange(4), 40)
    contrary = np.where(annotators < 3, 1 - truth[items], truth[items])
    responses = Responses.from_codes(items, annotators, contrary, n_items=40, n_annotators=4, n_labels=2)
    gold = np.where(np.arange(40) < 10, truth, -1)

    fit = dawid_skene.fit(responses, gold=gold)

    assert (fit.posterior[np.arange(10), truth[:10]] == 1).all()
    assert (fit.posterior.argmax(axis=1) == truth).all()


def test_an_item_without_answers_gets_the_class_prior_and_changes_nothing_else(simulate: Callable[..., Any]) -> None:
    of = simulate(10).responses
    more = Responses.from_codes(of.item, of.annotator, of.label, n_items=62, n_annotators=9, n_labels=3)

    without, with_them = dawid_skene.fit(of, PLAIN), dawid_skene.fit(more, PLAIN)

    assert np.allclose(with_them.posterior[:60], without.posterior, atol=1e-12)
    assert np.allclose(with_them.posterior[60:], with_them.class_prior)
    assert np.allclose(with_them.confusion[8], 1 / 3)


def test_the_class_prior_stays_at_the_vote_shares_below_3_answers_per_item(simulate: Callable[..., Any]) -> None:
    of = simulate(11, per_item=2).responses

    kept, estimated = dawid_skene.fit(of), dawid_skene.fit(of, Settings(class_prior=ClassPrior.ESTIMATED))

    assert np.allclose(kept.class_prior, np.bincount(of.label, minlength=3) / of.n_answers)
    assert not np.allclose(estimated.class_prior, kept.class_prior)


def test_going_on_from_an_earlier_fit_settles_sooner_in_the_same_place(simulate: Callable[..., Any]) -> None:
    of = simulate(12, items=200).responses
    cold = dawid_skene.fit(of)

    warm = dawid_skene.fit(of, start=cold.posterior)

    assert warm.converged
    assert warm.iterations < cold.iterations / 2
    assert np.allclose(warm.posterior, cold.posterior, atol=0.02)


def test_runs_of_one_family_share_one_vote_beside_people() -> None:
    kinds = [Kind.HUMAN] * 2 + [Kind.LLM] * 4
    families = ["", "", "x", "x", "x", "y"]
    item, annotator = [0, 0, 0, 0, 0, 0, 1, 1], [0, 1, 2, 3, 4, 5, 0, 2]
    make = {"n_items": 2, "n_annotators": 6, "n_labels": 2, "families": families}

    with_people = Responses.from_codes(item, annotator, [0] * 8, kinds=kinds, **make)
    llms_only = Responses.from_codes(item, annotator, [0] * 8, kinds=[Kind.LLM] * 6, **make)

    assert np.allclose(evidence_weights(with_people), [1, 1, 1 / 3, 1 / 3, 1 / 3, 1, 1, 1])
    assert evidence_weights(llms_only) is None


def test_posteriors_with_matrices_held_fixed_are_those_of_the_fit(simulate: Callable[..., Any]) -> None:
    of = simulate(13).responses
    fit = dawid_skene.fit(of, Settings(tolerance=1e-12, iterations=2000))

    again = dawid_skene.posterior(of.votes(), fit.confusion, fit.class_prior)

    assert np.allclose(again, fit.posterior, atol=1e-4)


def test_matrices_too_large_for_memory_are_refused_with_a_way_out() -> None:
    many = Responses.from_codes([0], [0], [0], n_items=1, n_annotators=100_000, n_labels=1_000)

    with pytest.raises(UserError, match="would not fit in memory") as refused:
        dawid_skene.fit(many)

    assert "one-coin" in refused.value.hint
