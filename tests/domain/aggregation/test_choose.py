"""Merging by every method, the automatic choice, warnings and ties."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.aggregation import choose, tempered
from annotator.domain.aggregation.choose import METHODS, merge
from annotator.domain.aggregation.consensus import consensus, entropy
from annotator.domain.aggregation.merged import Merged
from annotator.domain.aggregation.responses import Responses
from annotator.domain.model import Kind
from annotator.errors import UserError

# crowd-kit 1.4.2 uses what pandas 4 will drop.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

CROWDKIT = [name for name in METHODS if name.startswith("crowd-kit/")]
OURS = [name for name in METHODS if name not in CROWDKIT]


def crowd_of(rows: list[tuple[int, int, int]], *, shape: tuple[int, int, int], **options: Any) -> Responses:
    """rows: (item, annotator, label)."""
    item, annotator, label = np.array(rows).T
    items, annotators, labels = shape
    return Responses.from_codes(
        item, annotator, label, n_items=items, n_annotators=annotators, n_labels=labels, **options
    )


def is_sound(merged: Merged, responses: Responses) -> None:
    shape = (responses.n_items, responses.n_labels)
    values = [merged.posterior, merged.reliability, merged.class_prior, entropy(merged.posterior)]
    assert merged.posterior.shape == shape
    assert all(np.isfinite(value).all() and (value >= 0).all() and (value <= 1 + 1e-9).all() for value in values)
    assert np.allclose(merged.posterior.sum(axis=1), 1)
    assert np.isfinite(merged.confusion).all()
    assert np.allclose(merged.confusion.sum(axis=1), 1)
    picked = merged.posterior[np.arange(shape[0]), merged.consensus]
    assert (picked >= merged.posterior.max(axis=1) - 1e-6).all()


@st.composite
def any_crowd(draw: st.DrawFn) -> tuple[Responses, np.ndarray | None]:
    items, annotators, labels = (draw(st.integers(1, top)) for top in (6, 5, 4))
    cell = st.tuples(st.integers(0, items - 1), st.integers(0, annotators - 1), st.integers(0, labels - 1))
    rows = draw(st.lists(cell, min_size=1, max_size=25))
    kinds = draw(st.lists(st.sampled_from(Kind), min_size=annotators, max_size=annotators))
    families = draw(st.lists(st.sampled_from(["", "x", "y"]), min_size=annotators, max_size=annotators))
    gold = draw(st.none() | st.lists(st.integers(-1, labels - 1), min_size=items, max_size=items).map(np.array))
    return crowd_of(rows, shape=(items, annotators, labels), kinds=kinds, families=families), gold


@settings(max_examples=150, deadline=None)
@given(crowd=any_crowd(), method=st.sampled_from(OURS))
def test_any_crowd_merges_to_probabilities_and_never_to_nan(crowd: Any, method: str) -> None:
    responses, gold = crowd

    merged = merge(responses, gold, method)

    is_sound(merged, responses)
    if gold is not None:
        known = np.flatnonzero(gold >= 0)
        assert (merged.posterior[known, gold[known]] == 1).all()


@pytest.mark.parametrize("method", OURS)
def test_each_of_our_methods_finds_most_labels_of_an_easy_crowd(simulate: Callable[..., Any], method: str) -> None:
    crowd = simulate(1, items=25, annotators=6, per_item=5, accuracy=(0.8, 0.95))

    merged = merge(crowd.responses, method=method)

    is_sound(merged, crowd.responses)
    assert (merged.consensus == crowd.truth).mean() > 0.9
    assert merged.reason


# MACE takes seconds however small the crowd; it is tried once, where input is bad.
@pytest.mark.parametrize("method", [name for name in CROWDKIT if not name.endswith("/MACE")])
def test_crowdkit_methods_give_crowdkits_own_labels_and_cope_with_what_it_never_sees(
    simulate: Callable[..., Any], method: str
) -> None:
    import crowdkit.aggregation

    crowd = simulate(2, items=25, annotators=6, per_item=4)
    of = crowd.responses
    theirs = getattr(crowdkit.aggregation, method.removeprefix("crowd-kit/"))().fit_predict(crowd.table())

    # An item without answers, an annotator who gave none, and a label that nobody gave.
    more = Responses.from_codes(of.item, of.annotator, of.label, n_items=26, n_annotators=7, n_labels=4)
    merged = merge(more, method=method)

    is_sound(merged, more)
    top_two = np.sort(merged.posterior[:25], axis=1)[:, -2:]
    clear = top_two[:, 1] - top_two[:, 0] > 1e-6
    assert clear.mean() > 0.5
    assert (merged.consensus[:25] == theirs.sort_index().to_numpy())[clear].all()


def test_crowdkits_mmsr_says_so_where_its_solver_fails() -> None:
    rows = [(0, 0, 1), (0, 1, 0), (0, 2, 0), (1, 0, 0), (1, 1, 0)]

    with pytest.raises(UserError, match="too few of them answered the same items"):
        merge(crowd_of(rows, shape=(2, 3, 2)), method="crowd-kit/MMSR")


@pytest.mark.parametrize("method", ["crowd-kit/DawidSkene", "crowd-kit/Wawa"])
def test_gold_is_certain_with_crowdkit_methods_too(simulate: Callable[..., Any], method: str) -> None:
    of = simulate(3, items=12, annotators=5).responses
    more = Responses.from_codes(of.item, of.annotator, of.label, n_items=13, n_annotators=5, n_labels=4)
    gold = np.full(13, -1)
    gold[[0, 1, 12]] = [3, 0, 3]

    merged = merge(more, gold, method)

    is_sound(merged, more)
    assert merged.consensus[[0, 1, 12]].tolist() == [3, 0, 3]


@pytest.mark.parametrize("method", CROWDKIT)
def test_crowdkit_methods_refuse_a_crowd_with_one_label_in_a_sentence(method: str) -> None:
    with pytest.raises(UserError, match="at least two"):
        merge(crowd_of([(0, 0, 1), (0, 1, 1), (1, 0, 1)], shape=(2, 2, 2)), method=method)


def test_crowdkits_dawid_skene_and_our_plain_one_agree_in_everything(simulate: Callable[..., Any]) -> None:
    of = simulate(4, annotators=12).responses

    theirs, ours = merge(of, method="crowd-kit/DawidSkene"), merge(of, method=choose.DAWID_SKENE_PLAIN)

    assert np.abs(theirs.posterior - ours.posterior).max() < 1e-6
    assert np.abs(theirs.confusion - ours.confusion).max() < 1e-6


def test_an_unknown_method_is_refused_with_the_names_of_the_others() -> None:
    with pytest.raises(UserError, match="no merging method") as refused:
        merge(crowd_of([(0, 0, 0)], shape=(1, 1, 2)), method="magic")

    assert "dawid-skene" in refused.value.hint


def test_nothing_to_merge_is_said_so() -> None:
    empty = Responses.from_codes([], [], [], n_items=3, n_annotators=1, n_labels=2)

    with pytest.raises(UserError, match="no answers to merge"):
        merge(empty)


def test_auto_is_the_pooled_result_and_says_why(simulate: Callable[..., Any]) -> None:
    crowd = simulate(5, items=100, per_item=4)

    merged = merge(crowd.responses)

    assert merged.method == choose.AUTO
    assert "weights from other crowds" in merged.reason
    assert (merged.consensus == crowd.truth).mean() > 0.8
    assert not any("not calibrated" in text for text in merged.warnings)


def test_every_other_method_is_warned_of_as_not_calibrated(simulate: Callable[..., Any]) -> None:
    merged = merge(simulate(5).responses, method=choose.DAWID_SKENE)

    assert any("dawid-skene claims probabilities that are not calibrated" in text for text in merged.warnings)


def test_auto_is_unsure_where_no_item_has_two_answers(simulate: Callable[..., Any]) -> None:
    merged = merge(simulate(8, per_item=1).responses)

    assert merged.posterior.max() < 0.9
    assert any("Fewer than 2 answers per item" in text for text in merged.warnings)


def test_auto_takes_votes_for_llms_without_gold_and_warns(simulate: Callable[..., Any]) -> None:
    of = simulate(9, kinds=[Kind.LLM] * 8).responses

    without, with_gold = merge(of), merge(of, np.r_[0, np.full(59, -1)])

    assert "Votes, since LLMs err together" in without.reason
    assert any("Only LLMs" in text for text in without.warnings)
    assert not any("Only LLMs" in text for text in with_gold.warnings)


def test_auto_gives_no_matrices_where_they_would_not_fit() -> None:
    rng = np.random.default_rng(0)
    many = Responses.from_codes(
        np.repeat(np.arange(1_000), 3),
        rng.permutation(3_000),
        rng.integers(100, size=3_000),
        n_items=1_000,
        n_annotators=3_000,
        n_labels=100,
    )

    merged = merge(many)

    assert merged.method == choose.AUTO
    assert merged.confusion is None
    assert np.allclose(merged.posterior.sum(axis=1), 1)


def test_thin_annotators_and_empty_items_are_warned_of(simulate: Callable[..., Any]) -> None:
    of = simulate(10, items=20, annotators=40, per_item=3).responses
    more = Responses.from_codes(of.item, of.annotator, of.label, n_items=22, n_annotators=40, n_labels=3)

    warnings = " ".join(merge(more).warnings)

    assert "2 items have no answer" in warnings
    assert "Fewer than 5 answers per annotator" in warnings


def test_a_fit_that_has_not_settled_says_what_helps(
    simulate: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    crowd = simulate(5).responses
    assert not any("had not settled" in text for text in merge(crowd).warnings)
    monkeypatch.setattr(tempered, "ROUNDS", 2)

    [warning] = [text for text in merge(crowd).warnings if "had not settled after 2 rounds" in text]

    assert "More answers to the same items help, or some items settled in Review; then merge again." in warning


def test_a_tie_goes_to_the_more_reliable_annotator_then_to_the_frequent_label_then_to_the_first() -> None:
    responses = crowd_of([(0, 0, 2), (0, 1, 1), (1, 1, 1), (1, 2, 2)], shape=(3, 3, 3))
    even = np.full((3, 3), 1 / 3)

    def picked(reliability: list[float], class_prior: list[float]) -> list[int]:
        options = {"reliability": np.array(reliability), "class_prior": np.array(class_prior)}
        return consensus(even, responses, **options).tolist()

    assert picked([0.9, 0.5, 0.4], [0.2, 0.2, 0.6]) == [2, 1, 2]
    assert picked([0.5, 0.5, 0.5], [0.2, 0.3, 0.5]) == [2, 2, 2]
    assert picked([0.5, 0.5, 0.5], [0.2, 0.4, 0.4]) == [1, 1, 1]


def test_votes_break_a_tie_by_who_agrees_with_the_others() -> None:
    lone = [(item, annotator, 0) for item in range(4) for annotator in (0, 1, 2)]
    contrary = [(item, 3, 1) for item in range(4)]
    responses = crowd_of([*lone, *contrary, (4, 0, 1), (4, 3, 0)], shape=(5, 4, 2))

    merged = merge(responses, method=choose.MAJORITY)

    assert merged.posterior[4].tolist() == [0.5, 0.5]
    assert merged.consensus[4] == 1


def test_entropy_runs_from_0_where_certain_to_1_where_all_labels_are_alike() -> None:
    posterior = np.array([[1, 0, 0, 0], [0.25, 0.25, 0.25, 0.25], [0.5, 0.5, 0, 0]])

    assert np.allclose(entropy(posterior), [0, 1, 0.5])
    assert entropy(np.ones((2, 1))).tolist() == [0, 0]
