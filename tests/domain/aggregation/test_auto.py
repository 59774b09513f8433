"""The automatic method: calibrated posteriors, with gold and without, of people, LLMs and both."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.aggregation import auto, scoring
from annotator.domain.aggregation.blocks import CELLS, blocks
from annotator.domain.aggregation.calibration import Pool, fitted
from annotator.domain.aggregation.correlation import effective_votes
from annotator.domain.aggregation.dawid_skene import fit
from annotator.domain.aggregation.pooling import ItemAnswers, Start, updated
from annotator.domain.aggregation.responses import Responses
from annotator.domain.aggregation.settings import PLAIN
from annotator.domain.aggregation.symbols import confidence_bins
from annotator.domain.aggregation.voting import smoothed_shares
from annotator.domain.model import Kind


def hard_crowd(
    seed: int,
    *,
    items: int = 400,
    annotators: int = 30,
    labels: int = 3,
    per_item: int = 5,
    harder: float = 0.35,
    kind: Kind = Kind.HUMAN,
    families: Sequence[str] | None = None,
) -> tuple[Responses, np.ndarray]:
    """Annotators who share what is hard: on a third of the items all are less often right, and err alike."""
    rng = np.random.default_rng(seed)
    truth = rng.integers(labels, size=items)
    lure = (truth + rng.integers(1, labels, size=items)) % labels
    hard = rng.random(items) < 0.33
    item = np.repeat(np.arange(items), per_item)
    who = np.concatenate([rng.choice(annotators, per_item, replace=False) for _ in range(items)])
    skill = rng.uniform(0.6, 0.95, annotators)[who]
    right = rng.random(item.size) < np.where(hard[item], skill - harder, skill)
    label = np.where(right, truth[item], lure[item])
    responses = Responses.from_codes(
        item,
        who,
        label,
        n_items=items,
        n_annotators=annotators,
        n_labels=labels,
        kinds=[kind] * annotators,
        families=families,
    )
    return responses, truth


def gold_of(truth: np.ndarray, count: int, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Gold of some items, and of the others."""
    chosen = np.random.default_rng(seed).choice(truth.size, count, replace=False)
    known, rest = np.full(truth.size, -1), truth.copy()
    known[chosen], rest[chosen] = truth[chosen], -1
    return known, rest


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_where_items_are_hard_for_all_it_loses_less_than_dawid_skene_and_its_own_model(seed: int) -> None:
    responses, truth = hard_crowd(seed)

    merged = auto.merge(responses, None)

    ours = scoring.log_loss(merged.posterior, truth)
    assert ours < 0.5 * scoring.log_loss(fit(responses, PLAIN).posterior, truth)
    assert ours < 0.9 * scoring.log_loss(merged.raw_posterior, truth)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_where_annotators_differ_it_loses_less_than_votes(seed: int, simulate: Callable[..., Any]) -> None:
    crowd = simulate(seed, items=400, annotators=30, per_item=5)

    merged = auto.merge(crowd.responses, None)

    votes = scoring.log_loss(smoothed_shares(crowd.responses), crowd.truth)
    assert scoring.log_loss(merged.posterior, crowd.truth) < 0.9 * votes


def test_gold_calibrates_and_lowers_the_log_loss() -> None:
    responses, truth = hard_crowd(4, items=1_000, harder=0.2)
    known, rest = gold_of(truth, 100)

    without, merged = auto.merge(responses, None), auto.merge(responses, known)

    assert scoring.log_loss(merged.posterior, rest) < scoring.log_loss(without.posterior, rest)
    assert scoring.reliability(merged.posterior, rest).expected_calibration_error < 0.06
    assert merged.posterior[known >= 0].max(axis=1).tolist() == [1] * 100


def test_what_answers_say_of_gold_items_is_not_certain() -> None:
    responses, truth = hard_crowd(5)
    known, rest = gold_of(truth, 50)

    merged = auto.merge(responses, known)

    settled = known >= 0
    assert merged.from_answers[settled].max() < 1
    assert (merged.from_answers[~settled] == merged.posterior[~settled]).all()
    # As good, or bad, as on items whose gold was not known.
    assert scoring.accuracy(merged.from_answers, known) == pytest.approx(
        scoring.accuracy(merged.posterior, rest), abs=0.15
    )


def test_alternatives_are_scored_on_gold_with_the_automatic_method_first() -> None:
    responses, truth = hard_crowd(6)

    merged = auto.merge(responses, gold_of(truth, 40)[0])

    names = [found.method for found in merged.alternatives]
    assert names[0] == auto.AUTO
    assert {"majority-vote", "one-coin", "dawid-skene"} <= set(names)
    assert "40 gold items" in merged.reason
    scores = {found.method: found for found in merged.alternatives}
    assert scores["auto"].log_loss < scores["dawid-skene"].log_loss


@pytest.mark.parametrize("with_gold", [False, True])
@pytest.mark.parametrize("kind", [Kind.HUMAN, Kind.LLM, None])
def test_updating_one_item_equals_the_batch(kind: Kind | None, with_gold: bool) -> None:
    responses, truth = hard_crowd(7, items=60, kind=kind or Kind.LLM, families=["x", "y", "z"] * 10)
    if kind is None:
        responses = with_people(responses)
    merged = auto.merge(responses, gold_of(truth, 15)[0] if with_gold else None)

    for item in range(20, 40):
        rows = responses.item == item
        confidence = None if responses.confidence is None else responses.confidence[rows]
        one = updated(merged.fitted, ItemAnswers(responses.annotator[rows], responses.label[rows], confidence))
        if merged.posterior[item].max() < 1:
            assert np.allclose(one, merged.posterior[item], atol=1e-9)


def with_people(of: Responses) -> Responses:
    """Every other annotator becomes a person; the LLMs tell a confidence."""
    confidence = np.random.default_rng(0).random(of.n_answers)
    return Responses.from_codes(
        of.item,
        of.annotator,
        of.label,
        n_items=of.n_items,
        n_annotators=of.n_annotators,
        n_labels=of.n_labels,
        kinds=[Kind.HUMAN, Kind.LLM] * (of.n_annotators // 2),
        families=of.families,
        confidence=np.where(of.annotator % 2, confidence, np.nan),
    )


@pytest.mark.parametrize("with_gold", [False, True])
def test_going_on_from_the_last_fit_ends_in_the_same_place_in_fewer_rounds(with_gold: bool) -> None:
    responses, truth = hard_crowd(17, items=600)
    known = gold_of(truth, 40)[0] if with_gold else None
    # Before: two items and one answer in a hundred of the others missing.
    there = (responses.item < 598) & (np.arange(responses.n_answers) % 100 > 0)
    before = auto.merge(part_of(responses, there, items=598), None if known is None else known[:598])

    start = Start.after(before.fitted, np.where(np.arange(600) < 598, np.arange(600), -1))
    cold, warm = auto.merge(responses, known), auto.merge(responses, known, start)

    assert warm.iterations < cold.iterations
    assert np.abs(warm.posterior - cold.posterior).max() < 0.005
    assert np.abs(warm.reliability - cold.reliability).max() < 0.005


def test_going_on_where_nothing_changed_takes_a_round_or_two() -> None:
    responses, truth = hard_crowd(18)
    known = gold_of(truth, 40)[0]
    before = auto.merge(responses, known)

    again = auto.merge(responses, known, Start.after(before.fitted, np.arange(400)))

    assert again.iterations <= 2
    assert np.abs(again.posterior - before.posterior).max() < 1e-3


def part_of(of: Responses, rows: np.ndarray, *, items: int) -> Responses:
    return Responses.from_codes(
        of.item[rows],
        of.annotator[rows],
        of.label[rows],
        n_items=items,
        n_annotators=of.n_annotators,
        n_labels=of.n_labels,
        kinds=of.kinds,
        families=of.families,
    )


@pytest.mark.parametrize("with_gold", [False, True])
def test_several_blocks_of_items_give_what_one_gives(with_gold: bool) -> None:
    responses, truth = hard_crowd(19, items=CELLS // 2, labels=3, per_item=3)
    known = gold_of(truth, 50)[0] if with_gold else None
    merged = auto.merge(responses, known)

    assert len(blocks(responses)) > 1
    for item in (0, CELLS // 3 - 1, CELLS // 3, CELLS // 2 - 1):
        rows = responses.item == item
        one = updated(merged.fitted, ItemAnswers(responses.annotator[rows], responses.label[rows]))
        assert np.allclose(one, merged.from_answers[item], atol=1e-9) or known[item] >= 0
    assert scoring.log_loss(merged.from_answers, truth) < 0.9 * scoring.log_loss(merged.raw_posterior, truth)


def test_an_update_takes_less_than_a_millisecond() -> None:
    merged = auto.merge(hard_crowd(8, items=2_000, annotators=1_000)[0], None)
    answers = ItemAnswers(np.array([3, 500, 70, 8]), np.array([0, 1, 1, 2]))
    updated(merged.fitted, answers)

    times = []
    for _ in range(50):
        start = time.perf_counter()
        updated(merged.fitted, answers)
        times.append(time.perf_counter() - start)

    assert np.median(times) < 1e-3


def test_an_item_without_answers_gets_the_class_prior_in_the_update_as_in_the_batch() -> None:
    of = hard_crowd(9, items=50)[0]
    more = Responses.from_codes(of.item, of.annotator, of.label, n_items=51, n_annotators=30, n_labels=3)

    merged = auto.merge(more, None)
    none = np.zeros(0, dtype=np.int64)

    assert np.allclose(merged.posterior[50], merged.class_prior)
    assert np.allclose(updated(merged.fitted, ItemAnswers(none, none)), merged.class_prior)


@pytest.mark.parametrize("count", [0, 20])
def test_permuting_items_annotators_and_labels_permutes_the_result(count: int) -> None:
    responses, truth = hard_crowd(10, items=80)
    rng = np.random.default_rng(1)
    items, who, labels = rng.permutation(80), rng.permutation(30), rng.permutation(3)
    known = gold_of(truth, count)[0] if count else None
    there = Responses.from_codes(
        items[responses.item],
        who[responses.annotator],
        labels[responses.label],
        n_items=80,
        n_annotators=30,
        n_labels=3,
    )
    moved = None
    if known is not None:
        moved = np.full(80, -1)
        moved[items] = np.where(known >= 0, labels[known], -1)

    here, permuted = auto.merge(responses, known), auto.merge(there, moved)

    assert np.allclose(here.posterior, permuted.posterior[np.ix_(items, labels)], atol=1e-3 if count else 1e-9)


def test_ten_gold_items_turn_a_bloc_that_errs_together() -> None:
    rng = np.random.default_rng(11)
    truth = rng.integers(2, size=300)
    trap = rng.random(300) < 0.8
    # Of 40 judges 26 fall for the trap together, 14 mostly do not.
    fooled = (trap & (np.arange(40)[:, None] < 26)) ^ (rng.random((40, 300)) < 0.15)
    label = np.where(fooled, 1 - truth, truth)
    judges = Responses.from_codes(
        np.tile(np.arange(300), 40),
        np.repeat(np.arange(40), 300),
        label.ravel(),
        n_items=300,
        n_annotators=40,
        n_labels=2,
        kinds=[Kind.LLM] * 40,
        families=[f"family {number % 5}" for number in range(40)],
    )
    known, rest = gold_of(truth, 10)

    without, merged = auto.merge(judges, None), auto.merge(judges, known)

    assert scoring.accuracy(without.posterior, truth) < 0.4
    assert scoring.accuracy(merged.posterior, rest) > 0.75
    assert scoring.accuracy(fit(judges, PLAIN, gold=known).posterior, rest) < scoring.accuracy(merged.posterior, rest)


def test_llms_that_err_together_are_worth_few_votes_and_are_warned_of() -> None:
    responses, truth = hard_crowd(12, annotators=6, per_item=6, kind=Kind.LLM)
    copies = np.where(responses.annotator > 0, responses.label[responses.item * 6], responses.label)
    same = Responses.from_codes(
        responses.item, responses.annotator, copies, n_items=400, n_annotators=6, n_labels=3, kinds=[Kind.LLM] * 6
    )

    merged = auto.merge(same, gold_of(truth, 100)[0])

    assert merged.correlation == pytest.approx(1, abs=0.05)
    assert merged.effective_votes == pytest.approx(1, abs=0.25)
    assert any("err together" in text for text in merged.warnings)


def test_independent_errors_show_next_to_no_correlation(simulate: Callable[..., Any]) -> None:
    crowd = simulate(13, items=2_000, annotators=10, per_item=5, accuracy=(0.6, 0.9))

    on_gold = auto.merge(crowd.responses, crowd.truth)

    assert abs(on_gold.correlation) < 0.03
    assert on_gold.effective_votes > 4.4
    assert auto.merge(crowd.responses, None).correlation < 0.35


def test_effective_votes_follow_the_design_effect() -> None:
    assert effective_votes(33, 0.38) == pytest.approx(33 / (1 + 32 * 0.38))
    assert effective_votes(5, 0) == 5
    assert effective_votes(5, float("nan")) == 5


def test_what_high_confidence_is_worth_is_learnt_without_gold() -> None:
    rng = np.random.default_rng(14)
    crowd, truth = hard_crowd(14, items=800, per_item=3)
    sure = rng.random(800) < 0.5
    said = np.where(rng.random(800) < np.where(sure, 0.95, 0.4), truth, (truth + 1) % 3)
    confidence = np.where(sure, 0.7, 0.2) + rng.random(800) * 0.3

    def merged(told: bool) -> np.ndarray:
        both = Responses.from_codes(
            np.r_[crowd.item, np.arange(800)],
            np.r_[crowd.annotator, np.full(800, 30)],
            np.r_[crowd.label, said],
            n_items=800,
            n_annotators=31,
            n_labels=3,
            kinds=[*crowd.kinds, Kind.LLM],
            confidence=np.r_[np.full(crowd.n_answers, np.nan), confidence] if told else None,
        )
        return auto.merge(both, None).posterior

    assert scoring.log_loss(merged(True), truth) < scoring.log_loss(merged(False), truth) - 0.01


def test_confidence_bins_are_quantiles_of_each_llm_and_none_for_people() -> None:
    of = Responses.from_codes(
        np.tile(np.arange(100), 3),
        np.repeat(np.arange(3), 100),
        np.zeros(300, dtype=np.int64),
        n_items=100,
        n_annotators=3,
        n_labels=2,
        kinds=[Kind.LLM, Kind.HUMAN, Kind.LLM],
        confidence=np.r_[np.arange(100) / 100, np.arange(100) / 100, np.full(100, 0.5)],
    )

    bins = confidence_bins(of)
    found = bins.of(of.annotator, of.confidence)

    assert np.bincount(found[of.annotator == 0]).tolist() == [0, 20, 20, 20, 20, 20]
    assert not found[of.annotator > 0].any()
    assert bins.of(np.array([0]), np.array([np.nan])).tolist() == [0]


def test_overconfident_evidence_is_tempered_by_the_fit() -> None:
    rng = np.random.default_rng(15)
    truth = (rng.random(300) < 0.5).astype(np.int64)
    claimed = np.where(rng.random(300) < 0.7, truth, 1 - truth)
    logits = np.where(np.arange(2) == claimed[:, None], 2.5, -2.5)  # claims 99.3 %, is right for 70 %

    pool = fitted(logits[:, :, None], truth, Pool(np.ones(1), np.zeros(2)), np.full(1, 6.0))

    assert pool.weights[0] < 0.4
    assert pool.probabilities(logits[:, :, None]).max() == pytest.approx(0.7, abs=0.07)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_confidence_and_gold_of_any_kind_never_give_nan(data: st.DataObject) -> None:
    items, annotators, labels = (data.draw(st.integers(1, top)) for top in (8, 5, 4))
    cell = st.tuples(st.integers(0, items - 1), st.integers(0, annotators - 1), st.integers(0, labels - 1))
    rows = np.array(data.draw(st.lists(cell, min_size=1, max_size=60)))
    told = st.sampled_from([0.0, 0.2, 0.9, 1.0, float("nan")])
    responses = Responses.from_codes(
        *rows.T,
        n_items=items,
        n_annotators=annotators,
        n_labels=labels,
        kinds=data.draw(st.lists(st.sampled_from(Kind), min_size=annotators, max_size=annotators)),
        families=data.draw(st.lists(st.sampled_from(["", "x"]), min_size=annotators, max_size=annotators)),
        confidence=data.draw(st.lists(told, min_size=len(rows), max_size=len(rows))),
    )
    gold = np.array(data.draw(st.lists(st.integers(-1, labels - 1), min_size=items, max_size=items)))

    merged = auto.merge(responses, gold)

    for found in (merged.posterior, merged.raw_posterior, merged.from_answers):
        assert np.isfinite(found).all()
        assert np.allclose(found.sum(axis=1), 1)
    assert all(np.isfinite([found.accuracy, found.log_loss]).all() for found in merged.alternatives)


def test_100_000_annotators_and_1_000_labels_are_no_obstacle() -> None:
    rng = np.random.default_rng(16)
    truth = rng.integers(1_000, size=2_000)
    item = np.repeat(np.arange(2_000), 50)
    label = np.where(rng.random(item.size) < 0.6, truth[item], rng.integers(1_000, size=item.size))
    many = Responses.from_codes(
        item, rng.permutation(100_000), label, n_items=2_000, n_annotators=100_000, n_labels=1_000
    )

    merged = auto.merge(many, None)

    assert (merged.consensus == truth).mean() > 0.99
    assert np.isfinite(merged.posterior).all()
    assert merged.confusion is None


def lone_llm(labels: Sequence[int], confidence: Sequence[float], n_labels: int = 2) -> Responses:
    item = np.arange(len(labels))
    return Responses.from_codes(
        item,
        np.zeros_like(item),
        np.array(labels),
        n_items=item.size,
        n_annotators=1,
        n_labels=n_labels,
        kinds=[Kind.LLM],
        families=["one"],
        confidence=np.array(confidence),
    )


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 2), st.floats(0.4, 0.97)), min_size=1, max_size=30))
def test_a_single_llm_is_taken_at_its_word(answers: list[tuple[int, float]]) -> None:
    label, confidence = [answer[0] for answer in answers], [answer[1] for answer in answers]

    merged = auto.merge(lone_llm(label, confidence, n_labels=3), None)

    rows = np.arange(len(answers))
    assert merged.posterior[rows, label] == pytest.approx(confidence, abs=1e-6)
    assert merged.consensus.tolist() == label


def test_a_single_llm_is_never_certain_and_never_less_than_a_guess() -> None:
    merged = auto.merge(lone_llm([0, 1, 1, 0], [1.0, 0.1, np.nan, 0.5]), None)

    assert merged.posterior[[0, 1, 2, 3], [0, 1, 1, 0]] == pytest.approx([0.98, 0.51, 0.75, 0.51])


def test_gold_corrects_how_sure_a_single_llm_is() -> None:
    rng = np.random.default_rng(3)
    truth = rng.integers(2, size=400)
    right = rng.random(400) < 0.6
    label = np.where(right, truth, 1 - truth)
    answers = lone_llm(label.tolist(), np.clip(0.9 + 0.05 * rng.normal(size=400), 0.6, 0.97).tolist())
    gold = np.where(np.arange(400) < 100, truth, -1)

    alone, corrected = auto.merge(answers, None), auto.merge(answers, gold)

    scored = np.where(np.arange(400) < 100, -1, truth)
    assert scoring.log_loss(corrected.posterior, scored) < scoring.log_loss(alone.posterior, scored) - 0.1
    assert "corrected by 100 gold items" in corrected.reason


def test_one_more_answer_of_a_single_llm_counts_as_much_as_in_the_batch() -> None:
    merged = auto.merge(lone_llm([0, 1, 1], [0.9, 0.6, np.nan]), None)
    assert merged.fitted is not None

    now = updated(merged.fitted, ItemAnswers(np.array([0]), np.array([1]), np.array([0.6])))

    assert now == pytest.approx(merged.posterior[1], abs=1e-9)
