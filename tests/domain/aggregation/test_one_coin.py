"""One coin for each annotator, against crowd-kit and on large crowds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from crowdkit.aggregation import OneCoinDawidSkene

from annotator.domain.aggregation import one_coin
from annotator.domain.aggregation.blocks import CELLS, blocks
from annotator.domain.aggregation.choose import merge
from annotator.domain.aggregation.responses import Responses
from annotator.domain.aggregation.settings import PLAIN, Settings
from annotator.domain.model import Kind

# crowd-kit 1.4.2 uses what pandas 4 will drop.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.mark.parametrize("labels", [2, 5])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_without_prior_counts_it_equals_crowdkit_to_1e_6(simulate: Callable[..., Any], labels: int, seed: int) -> None:
    crowd = simulate(seed, labels=labels)

    ours = one_coin.fit(crowd.responses, PLAIN)

    fitted = OneCoinDawidSkene().fit(crowd.table())
    theirs = fitted.probas_.reindex(index=range(60), columns=range(labels), fill_value=0).to_numpy()
    assert np.abs(ours.posterior - theirs).max() < 1e-6
    assert ours.iterations == len(fitted.loss_history_)
    assert np.abs(ours.accuracy - fitted.skills_.sort_index()).max() < 1e-6


def test_a_crowd_of_several_blocks_equals_crowdkit_too(simulate: Callable[..., Any]) -> None:
    crowd = simulate(6, items=3 * CELLS // 40, annotators=20, labels=20, per_item=3)
    settings = replace(PLAIN, iterations=5, tolerance=float("-inf"))

    ours = one_coin.fit(crowd.responses, settings)

    assert len(blocks(crowd.responses)) > 1
    theirs = OneCoinDawidSkene(n_iter=5, tol=float("-inf")).fit_predict_proba(crowd.table())
    assert np.abs(ours.posterior - theirs.sort_index(axis=1).to_numpy()).max() < 1e-6


def test_it_finds_who_is_reliable(simulate: Callable[..., Any]) -> None:
    crowd = simulate(4, items=400, annotators=10, accuracy=(0.3, 0.95))
    of = crowd.responses
    actual = np.bincount(of.annotator, of.label == crowd.truth[of.item]) / of.answers_per_annotator

    assert np.abs(one_coin.fit(of).accuracy - actual).max() < 0.1


def test_gold_is_certain_and_teaches_about_its_annotators() -> None:
    responses = Responses.from_codes(
        np.repeat(np.arange(12), 2),
        np.tile([0, 1], 12),
        np.tile([0, 1], 12),
        n_items=12,
        n_annotators=2,
        n_labels=2,
    )
    gold = np.full(12, -1)
    gold[:5] = 1

    fit = one_coin.fit(responses, gold=gold)

    assert (fit.posterior[:5, 1] == 1).all()
    assert (fit.posterior[5:, 1] > 0.9).all()
    assert fit.accuracy[1] > fit.accuracy[0]


def test_a_person_is_believed_before_an_llm_that_labelled_everything() -> None:
    rng = np.random.default_rng(0)
    truth = rng.integers(3, size=300)
    checked = np.arange(0, 300, 4)

    def answers(accuracy: float, items: np.ndarray) -> np.ndarray:
        wrong = (truth[items] + rng.integers(1, 3, size=items.size)) % 3
        return np.where(rng.random(items.size) < accuracy, truth[items], wrong)

    item = np.concatenate([np.arange(300), checked])
    responses = Responses.from_codes(
        item,
        np.repeat([0, 1], [300, checked.size]),
        np.concatenate([answers(0.6, np.arange(300)), answers(0.9, checked)]),
        n_items=300,
        n_annotators=2,
        n_labels=3,
        kinds=[Kind.LLM, Kind.HUMAN],
    )
    merged = merge(responses)

    persons = responses.label[responses.annotator == 1]
    assert (merged.consensus[checked] == persons).mean() > 0.9
    assert (merged.consensus[checked] == truth[checked]).mean() > 0.8
    assert merged.reliability[1] > merged.reliability[0]


def test_100_000_annotators_and_1_000_labels_are_no_obstacle() -> None:
    rng = np.random.default_rng(0)
    truth = rng.integers(1_000, size=2_000)
    item = np.repeat(np.arange(2_000), 50)
    label = np.where(rng.random(item.size) < 0.5, truth[item], rng.integers(1_000, size=item.size))
    annotator = np.arange(item.size)

    fit = one_coin.fit(
        Responses.from_codes(item, annotator, label, n_items=2_000, n_annotators=100_000, n_labels=1_000),
        Settings(iterations=3),
    )

    assert (fit.posterior.argmax(axis=1) == truth).mean() > 0.99
