"""Thin, contradictory, huge and wrong input: a right result or one clear sentence from every method, never a NaN."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

from annotator.api import aggregate
from annotator.domain.aggregation.choose import METHODS, merge
from annotator.domain.aggregation.merged import Merged
from annotator.domain.aggregation.responses import Responses
from annotator.errors import UserError

# crowd-kit 1.4.2 uses what pandas 4 will drop.
pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:DataFrame is highly fragmented"),
]

MACE = "crowd-kit/MACE"  # 500 rounds, seconds however small the crowd: it gets one crowd with everything wrong at once
FAST = [name for name in METHODS if name != MACE]


def easy_crowd(items: int, annotators: int, labels: int, per_item: int = 5, right: float = 0.8) -> tuple[Any, ...]:
    """(item, annotator, label, truth), most answers right."""
    rng = np.random.default_rng(3)
    truth = rng.integers(labels, size=items)
    item = np.repeat(np.arange(items), per_item)
    who = np.concatenate([rng.choice(annotators, per_item, replace=False) for _ in range(items)])
    label = np.where(rng.random(item.size) < right, truth[item], rng.integers(labels, size=item.size))
    return item, who, label, truth


def is_sound(merged: Merged, shape: tuple[int, int]) -> None:
    assert merged.posterior.shape == shape
    for values in (merged.posterior, merged.reliability, merged.class_prior, merged.raw_posterior, merged.confusion):
        assert values is None or (np.isfinite(values).all() and (values >= 0).all() and (values <= 1 + 1e-9).all())
    assert np.allclose(merged.posterior.sum(axis=1), 1)


@pytest.mark.parametrize("method", METHODS)
def test_everything_that_is_odd_but_allowed_at_once_gives_the_right_labels(method: str) -> None:
    item, who, label, truth = easy_crowd(24, 7, 3)
    # Annotator 7 gave one answer, and 8 none; items 24 and 25 have none; label 3 occurs in gold alone; annotator 0
    # answers item 0 twice, and the later answer counts.
    wrong = (truth[0] + 1) % 3
    answers = Responses.from_codes(
        np.r_[item, 5, 0, 0],
        np.r_[who, 7, 0, 0],
        np.r_[label, truth[5], wrong, truth[0]],
        n_items=26,
        n_annotators=9,
        n_labels=4,
    )
    gold = np.full(26, -1)
    gold[[1, 24]] = [truth[1], 3]

    merged = merge(answers, gold, method)

    is_sound(merged, (26, 4))
    assert answers.answers_per_item[0] == len({*who[item == 0], 0})
    assert (merged.consensus[:24] == truth).mean() > 0.85
    assert merged.consensus[24] == 3
    assert merged.posterior[24, 3] == 1


@pytest.mark.parametrize("method", FAST)
def test_an_annotator_with_one_answer_does_no_harm(method: str) -> None:
    item, who, label, truth = easy_crowd(20, 6, 2)
    answers = Responses.from_codes(
        np.r_[item, 3], np.r_[who, 6], np.r_[label, 1 - truth[3]], n_items=20, n_annotators=7, n_labels=2
    )

    merged = merge(answers, method=method)

    is_sound(merged, (20, 2))
    assert (merged.consensus == truth).mean() > 0.85


@pytest.mark.parametrize("method", FAST)
def test_an_item_without_answers_is_left_at_the_share_of_each_label(method: str) -> None:
    item, who, label, _ = easy_crowd(20, 6, 3)

    merged = merge(Responses.from_codes(item, who, label, n_items=21, n_annotators=6, n_labels=3), method=method)

    is_sound(merged, (21, 3))
    assert merged.posterior[20] == pytest.approx(merged.posterior[:20].mean(axis=0), abs=0.05)
    assert any("1 items have no answer" in text for text in merged.warnings)


@pytest.mark.parametrize("method", METHODS)
def test_one_label_only_is_certain_or_refused_in_a_sentence(method: str) -> None:
    answers = Responses.from_codes([0, 0, 1], [0, 1, 0], [0, 0, 0], n_items=2, n_annotators=2, n_labels=1)

    if method.startswith("crowd-kit/"):
        with pytest.raises(UserError, match="at least two different labels") as refused:
            merge(answers, method=method)
        assert refused.value.hint
    else:
        merged = merge(answers, method=method)
        is_sound(merged, (2, 1))
        assert merged.posterior.tolist() == [[1], [1]]


@pytest.mark.parametrize("method", [name for name in METHODS if not name.startswith("crowd-kit/")])
def test_where_all_gave_the_same_label_it_wins(method: str) -> None:
    answers = Responses.from_codes([0, 0, 1, 1], [0, 1, 0, 1], [2, 2, 2, 2], n_items=2, n_annotators=2, n_labels=3)

    merged = merge(answers, method=method)

    is_sound(merged, (2, 3))
    assert merged.consensus.tolist() == [2, 2]


@pytest.mark.parametrize("method", FAST)
def test_a_label_that_occurs_in_gold_alone_is_that_of_its_item(method: str) -> None:
    item, who, label, truth = easy_crowd(20, 6, 2)
    gold = np.full(20, -1)
    gold[7] = 2

    merged = merge(Responses.from_codes(item, who, label, n_items=20, n_annotators=6, n_labels=3), gold, method)

    is_sound(merged, (20, 3))
    assert merged.consensus[7] == 2
    rest = np.arange(20) != 7
    assert (merged.consensus[rest] == truth[rest]).mean() > 0.8


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("wrong", [-0.1, 1.5, np.inf])
def test_confidences_outside_0_to_1_are_refused_whatever_the_method(method: str, wrong: float) -> None:
    table = pd.DataFrame({"task": [1, 1, 2], "worker": ["a", "b", "a"], "label": list("xyx")})

    with pytest.raises(UserError, match="outside 0 to 1") as refused:
        aggregate(table.assign(confidence=[0.5, wrong, 0.5]), method=method)

    assert refused.value.hint


@pytest.mark.parametrize("method", FAST)
def test_an_unknown_confidence_is_none(method: str) -> None:
    item, who, label, _ = easy_crowd(20, 6, 2)
    table = pd.DataFrame({"task": item, "worker": who, "label": label})

    without, unknown = aggregate(table, method=method), aggregate(table.assign(confidence=np.nan), method=method)

    assert np.allclose(without.probabilities, unknown.probabilities)


@pytest.mark.parametrize("method", METHODS)
def test_a_missing_label_is_refused_whatever_the_method(method: str) -> None:
    table = pd.DataFrame({"task": [1, 1, 2], "worker": ["a", "b", "a"], "label": ["x", np.nan, "y"]})

    with pytest.raises(UserError, match="1 rows without a label"):
        aggregate(table, method=method)


@pytest.mark.parametrize("method", FAST)
def test_of_two_answers_of_one_annotator_to_an_item_the_later_counts(method: str) -> None:
    item, who, label, truth = easy_crowd(20, 6, 2)
    sizes = {"n_items": 20, "n_annotators": 6, "n_labels": 2}
    twice = Responses.from_codes(np.r_[item, item], np.r_[who, who], np.r_[1 - label, label], **sizes)

    merged = merge(twice, method=method)

    assert np.allclose(
        merged.posterior, merge(Responses.from_codes(item, who, label, **sizes), method=method).posterior
    )
    assert (merged.consensus == truth).mean() > 0.85


@pytest.mark.parametrize("method", [*FAST, MACE])
def test_1_000_labels_are_merged_or_refused_in_a_sentence(method: str) -> None:
    item, who, label, truth = easy_crowd(300, 5, 1_000, per_item=3, right=0.9)
    answers = Responses.from_codes(item, who, label, n_items=300, n_annotators=5, n_labels=1_000)

    if method in (MACE, "crowd-kit/OneCoinDawidSkene"):
        with pytest.raises(UserError, match="would take far too long") as refused:
            merge(answers, method=method)
        assert refused.value.hint
        return
    merged = merge(answers, method=method)
    is_sound(merged, (300, 1_000))
    # Plain Dawid-Skene knows no shrinkage and is lost here; it is offered as published.
    assert (merged.consensus == truth).mean() > (0.2 if method.lower().endswith(("plain", "/dawidskene")) else 0.9)


@pytest.mark.parametrize("method", [*FAST, MACE])
def test_100_000_annotators_are_merged_or_refused_in_a_sentence(method: str) -> None:
    rng = np.random.default_rng(4)
    truth = rng.integers(3, size=20_000)
    item = np.repeat(np.arange(20_000), 5)
    label = np.where(rng.random(item.size) < 0.8, truth[item], rng.integers(3, size=item.size))
    answers = Responses.from_codes(
        item, rng.permutation(100_000), label, n_items=20_000, n_annotators=100_000, n_labels=3
    )

    if method in (MACE, "crowd-kit/OneCoinDawidSkene", "crowd-kit/GLAD", "crowd-kit/MMSR"):
        with pytest.raises(UserError, match="far too long|works with 3 to 500") as refused:
            merge(answers, method=method)
        assert refused.value.hint
        return
    merged = merge(answers, method=method)
    is_sound(merged, (20_000, 3))
    # With one answer each, plain Dawid-Skene has nothing to tell annotators apart by.
    assert (merged.consensus == truth).mean() > (0.3 if method.lower().endswith(("plain", "/dawidskene")) else 0.95)
