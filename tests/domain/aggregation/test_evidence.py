"""The parts of an item's evidence sum up to what merging says of it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.aggregation.auto import merge
from annotator.domain.aggregation.evidence import Evidence, Scales, evidence
from annotator.domain.aggregation.merged import Merged
from annotator.domain.aggregation.pooling import ItemAnswers, updated
from annotator.domain.aggregation.responses import Responses
from annotator.domain.model import Kind
from tests.domain.aggregation.test_beside_llms import mixed

ANNOTATORS = 7


def crowd(seed: int, labels: int, llms: int, *, families: int, ordinal: bool) -> tuple[Responses, np.ndarray]:
    """`llms` of seven annotators are LLMs of so many families, with confidences for most of their answers."""
    rng = np.random.default_rng(seed)
    truth = rng.integers(labels, size=60)
    who = np.concatenate([rng.choice(ANNOTATORS, 4, replace=False) for _ in truth])
    item = np.repeat(np.arange(truth.size), 4)
    label = np.where(rng.random(who.size) < 0.7, truth[item], rng.integers(labels, size=who.size))
    confidence = np.where((who < llms) & (rng.random(who.size) < 0.9), rng.random(who.size), np.nan)
    kinds = [Kind.LLM if number < llms else Kind.HUMAN for number in range(ANNOTATORS)]
    names = [f"f{number % max(families, 1)}" if number < llms else "" for number in range(ANNOTATORS)]
    responses = Responses.from_codes(
        item, who, label, n_items=truth.size, n_annotators=ANNOTATORS, n_labels=labels, kinds=kinds, families=names,
        confidence=confidence, ordinal=ordinal,
    )  # fmt: skip
    return responses, truth


def answers_of(responses: Responses, item: int) -> ItemAnswers:
    rows = responses.item == item
    confidence = None if responses.confidence is None else responses.confidence[rows]
    return ItemAnswers(responses.annotator[rows], responses.label[rows], confidence)


def told(merged: Merged, answers: ItemAnswers, label: int, other: int) -> Evidence:
    assert merged.fitted is not None
    scales = Scales.of(merged.fitted)
    assert scales is not None
    return evidence(scales, answers, label, other)


@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0, 10**6),
    labels=st.integers(2, 4),
    llms=st.integers(0, ANNOTATORS),
    families=st.integers(1, 3),
    ordinal=st.booleans(),
    known=st.sampled_from((0, 3, 25)),
)
def test_the_parts_sum_up_to_the_log_odds_of_the_posterior(
    seed: int, labels: int, llms: int, families: int, ordinal: bool, known: int
) -> None:
    responses, truth = crowd(seed, labels, llms, families=families, ordinal=ordinal)
    gold = np.where(np.arange(truth.size) < known, truth, -1) if known else None
    merged = merge(responses, gold)
    for item in (30, 45, 59):  # none of them has gold
        answers = answers_of(responses, item)
        best, second = np.argsort(-merged.posterior[item])[:2]

        found = told(merged, answers, int(best), int(second))

        parts = found.prior + sum(found.answers) + found.discount
        expected = np.log(merged.posterior[item, best]) - np.log(merged.posterior[item, second])
        assert parts == pytest.approx(expected, abs=1e-7)
        assert found.log_odds == pytest.approx(parts)


def test_the_other_way_round_everything_speaks_against() -> None:
    responses, _ = mixed(1)
    merged = merge(responses, None)
    answers = answers_of(responses, 5)

    one, other = told(merged, answers, 0, 2), told(merged, answers, 2, 0)

    assert one.answers == pytest.approx(-other.answers)
    assert (one.prior, one.discount) == pytest.approx((-other.prior, -other.discount))


def test_an_answer_speaks_for_its_own_label() -> None:
    responses, truth = crowd(3, 3, 0, families=1, ordinal=False)
    merged = merge(responses, None)
    for item in range(truth.size):
        answers = answers_of(responses, item)
        for label in set(answers.label.tolist()):
            found = told(merged, answers, label, (label + 1) % 3)
            assert (found.answers[answers.label == label] > 0).all()


def test_runs_of_one_family_that_agree_are_discounted() -> None:
    responses, _ = mixed(4, llms=4, same_errors=True, asked=1.0)
    merged = merge(responses, None)
    answers = answers_of(responses, 7)
    best, second = np.argsort(-merged.posterior[7])[:2]

    found = told(merged, answers, int(best), int(second))

    assert found.discount * found.answers.sum() < 0


def test_scales_survive_being_kept() -> None:
    responses, _ = mixed(2, llms=2)
    merged = merge(responses, None)
    assert merged.fitted is not None
    scales = Scales.of(merged.fitted)
    assert scales is not None
    answers = answers_of(responses, 3)

    again = evidence(Scales.from_arrays(scales.arrays()), answers, 1, 0)

    chances = updated(merged.fitted, answers)
    assert again.log_odds == pytest.approx(np.log(chances[1] / chances[0]))
