"""The calibrated posterior: votes, tempered evidence and opinions, pooled log-linearly.

The weights without gold were learnt across crowds, so that each is weighed as it predicts the truth elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from annotator.domain.aggregation import beside_llms, tempered
from annotator.domain.aggregation.blocks import Block, block_votes, by_blocks
from annotator.domain.aggregation.calibration import MIX_PENALTY, WEIGHT_PENALTY, Pool, softmax
from annotator.domain.aggregation.gold_votes import GoldVotes
from annotator.domain.aggregation.matrices import TINY
from annotator.domain.aggregation.ordinal import towards_median
from annotator.domain.aggregation.responses import Bools, Floats, Ints, Responses
from annotator.domain.aggregation.symbols import Bins, confidence_bins
from annotator.domain.aggregation.tempered import Learnt, design_effect
from annotator.domain.aggregation.voting import clamp, start_weights, vote_counts

# Weights of the vote share, the evidence and the opinions where people answered. Learnt on 17 crowds and on thinned
# copies of them; with each crowd left out in turn such weights still lose less than votes and single methods.
PEOPLE = (0.1, 0.2, 1.2)

# LLMs err together: without people or gold their evidence misleads, and families share the vote alike.
LLMS_ONLY = (1.0, 0.0, 0.0)

# The same with the votes by accuracy on gold added. For LLMs alone those are what counts: ten items tell a bloc that
# errs together from one that does not, which its votes never will.
LLMS_WITH_GOLD = (0.0, 0.0, 0.0, 1.0)

# What they count for beside people: gold soon shows which of both groups is the better one.
MIXED_WITH_GOLD = 0.3

# Runs of one family correlate by about .5; LLMs alone, of no more than one family, are worth so few votes.
WITHIN_FAMILY = 0.5

# A single LLM is taken at its word within these bounds: a little more than a guess, and never certain.
ABOVE_GUESS = 0.01
MOST_CONFIDENT = 0.98


class ItemAnswers(NamedTuple):
    """All answers to one item. annotator, label: (n,), codes. confidence: (n,), NaN where none was given."""

    annotator: Ints
    label: Ints
    confidence: Floats | None = None


class _Sums(NamedTuple):
    """What a group of annotators says, added up. total: (n_items,); the others (n_items, n_labels)."""

    votes: Floats
    total: Floats
    evidence: Floats
    opinions: Floats


class Weighing(NamedTuple):
    """Who shares a vote with whom. by_llm, pool: (n_annotators,). lone: one LLM gave all answers. one_family: LLMs of
    a single family did."""

    by_llm: Bools
    pool: Ints
    n_labels: int
    lone: bool
    one_family: bool
    ordinal: bool


def weigh(of: Weighing, item: Ints, answers: ItemAnswers) -> Floats:
    """(n_answers,): 1 for people; the m runs of one LLM family on an item share one vote.

    Where there is a single family and nobody else, they share as many votes as so many runs are worth. Of labels
    with an order half of what a family has goes to its lower median. A single LLM has as many votes as its
    confidence stands for, since there is nothing else to go by.
    """
    annotator, label = answers.annotator, answers.label
    if of.lone:
        return _votes_worth(answers.confidence, label.size, of.n_labels)
    n_pools = int(of.pool.max(initial=0)) + 1
    group = item * n_pools + of.pool[annotator]
    _, member, size = np.unique(group, return_inverse=True, return_counts=True)
    size = size[member].astype(np.float64)
    if of.one_family:
        size = 1 + (size - 1) * WITHIN_FAMILY
    weights = np.where(of.by_llm[annotator], 1 / size, 1.0)
    if of.ordinal:
        weights *= np.where(of.by_llm[annotator], towards_median(member, label), 1.0)
    return weights


@dataclass(frozen=True, eq=False)
class Panel:
    """Who answered, and how their answers are weighed and read.

    mixed: people and LLMs both answered. llms_only: no person did. beside: they are merged by `beside_llms`.
    """

    responses: Responses
    bins: Bins
    symbols: Ints
    mixed: bool
    llms_only: bool
    beside: bool

    @classmethod
    def of(cls, responses: Responses) -> Panel:
        beside = beside_llms.applies(responses)
        bins = beside_llms.bins(responses) if beside else confidence_bins(responses)
        people, llms = responses.has_people(), responses.has_llms()
        symbols = bins.of(responses.annotator, responses.confidence)
        return cls(responses, bins, symbols, people and llms, llms and not people, beside)

    @cached_property
    def weights(self) -> Floats | None:
        """(n_answers,): what each answer counts for; None where all count alike."""
        if not (self.mixed or self.llms_only):
            return None
        of = self.responses

        def weighed(some: slice) -> Floats:
            confidence = None if of.confidence is None else of.confidence[some]
            return self.weigh(of.item[some], ItemAnswers(of.annotator[some], of.label[some], confidence))

        return by_blocks(of, weighed)

    def weigh(self, item: Ints, answers: ItemAnswers) -> Floats:
        """(n_answers,): see the function of this name."""
        return weigh(self.weighing, item, answers)

    @cached_property
    def weighing(self) -> Weighing:
        of = self.responses
        return Weighing(of.by_llm, self.pool, of.n_labels, self.lone, self._one_family, of.ordinal)

    @cached_property
    def pool(self) -> Ints:
        return self.responses.pool

    @cached_property
    def _one_family(self) -> bool:
        answering = self.responses.answers_per_annotator > 0
        return self.llms_only and np.unique(self.pool[answering]).size == 1

    @cached_property
    def lone(self) -> bool:
        """Whether all answers are one LLM's."""
        return self.llms_only and np.count_nonzero(self.responses.answers_per_annotator) == 1

    @cached_property
    def total(self) -> Floats:
        """(n_items,): sum of the weights of each item's answers."""
        return np.bincount(self.responses.item, self.weights, self.responses.n_items).astype(np.float64)

    @cached_property
    def groups(self) -> tuple[Bools | None, ...]:
        """Whose sums are features: everybody (None), and LLMs once more where people answered too."""
        return (None, self.responses.by_llm) if self.mixed else (None,)

    @cached_property
    def class_prior(self) -> Floats:
        """(n_labels,): what `beside_llms` expects before the answers to an item."""
        return beside_llms.class_prior(vote_counts(self.responses, self.weights))

    def start(self, n_labels: int, *, with_gold_votes: bool) -> Pool:
        """The weights that hold without gold, and from which a fit on gold starts."""
        if self.llms_only:
            return Pool(np.array(LLMS_WITH_GOLD if with_gold_votes else LLMS_ONLY), np.zeros(n_labels))
        of_llms = (0.0,) * (3 * (len(self.groups) - 1))
        by_gold = (MIXED_WITH_GOLD,) * with_gold_votes
        mix, bias = PEOPLE, np.zeros(n_labels)
        if self.beside:
            mix = PEOPLE if with_gold_votes else beside_llms.MIX
            bias = beside_llms.PRIOR_WEIGHT * np.log(self.class_prior)
        return Pool(np.array([*mix, *of_llms, *by_gold]), bias)

    def mix_penalty(self, n_features: int) -> Floats:
        """(n_features,): how firmly a fit on gold holds each weight; those of PEOPLE hold for most crowds."""
        penalty = np.full(n_features, WEIGHT_PENALTY)
        if not self.llms_only:
            penalty[: len(PEOPLE)] = MIX_PENALTY
        return penalty


@dataclass(frozen=True, eq=False)
class Fitted:
    """All that is needed for the calibrated posterior of an item, with the fit held fixed.

    blind: the fit that did not know the gold; the same as `learnt` where there is none.
    """

    panel: Panel
    learnt: Learnt
    blind: Learnt
    pool: Pool
    gold_votes: GoldVotes | None
    class_prior: Floats


class Start(NamedTuple):
    """Where the fits with gold and without it begin: (n_items, n_labels), NaN for items that are new; None: votes."""

    learnt: Floats | None
    blind: Floats | None

    @classmethod
    def after(cls, fitted: Fitted, items: Ints) -> Start:
        """Where `fitted` ended, for items of which `items` gives the number they had there, or -1."""
        return cls(*(_moved(found.posterior, items) for found in (fitted.learnt, fitted.blind)))


def learn(panel: Panel, gold: Ints | None, start: Floats | None = None) -> Learnt:
    """Tempered EM on the answers, with gold clamped.

    start: (n_items, n_labels), the posterior that an earlier one ended with, NaN for new items; votes unless given.
    """
    of = panel.responses
    if panel.beside:
        beside = beside_llms.Beside(of, gold, panel.bins, panel.symbols)
        return beside_llms.learn(beside, panel.class_prior, panel.weights, panel.total, gold, start)
    shares = _smoothed(_started_votes(panel), of.n_labels)
    model = tempered.model_for(of, gold, panel.bins, panel.symbols)
    return tempered.learn(model, shares, panel.weights, panel.total, gold, start)


def features(panel: Panel, learnt: Learnt, items: Ints) -> Floats:
    """(items.size, n_labels, n_features): of some items, ascending; centred over the labels, 0 without answers."""
    found = [rows[items[_within(items, block)] - block.rows.start] for block, rows in _by_block(panel, learnt, items)]
    width = len(PEOPLE) * len(panel.groups)
    return np.concatenate(found) if found else np.empty((0, panel.responses.n_labels, width))


def probabilities(panel: Panel, learnt: Learnt, pool: Pool, gold_votes: GoldVotes | None) -> Floats:
    """(n_items, n_labels), rows sum to 1: the calibrated posterior of all items."""
    posterior: Floats = np.empty((panel.responses.n_items, panel.responses.n_labels))
    by_gold = None if gold_votes is None else gold_votes.of_items(panel.responses)[:, :, None]
    for block, rows in _by_block(panel, learnt):
        more = rows if by_gold is None else np.concatenate([rows, by_gold[block.rows]], axis=2)
        posterior[block.rows] = pool.probabilities(more)
    return posterior


def _by_block(panel: Panel, learnt: Learnt, among: Ints | None = None) -> Iterator[tuple[Block, Floats]]:
    """(n_rows, n_labels, n_features) for each block; with `among` only for those that hold one of these items."""
    of = panel.responses
    readings = []
    for group in panel.groups:
        weights = _of_group(panel, group)
        total = np.bincount(of.item, weights, of.n_items).astype(np.float64)
        readings.append((weights, total, learnt.model.reading(weights)))
    for block in learnt.model.blocks:
        if among is not None and not among[_within(among, block)].size:
            continue
        columns: list[Floats] = []
        for weights, total, reading in readings:
            votes = block_votes(of, block, None if weights is None else weights[block.answers])
            columns += _features(_Sums(votes, total[block.rows], reading.evidence(block), reading.opinions(block)))
        yield block, np.stack(columns, axis=2)


def _moved(posterior: Floats, items: Ints) -> Floats:
    moved: Floats = np.where((items >= 0)[:, None], posterior[np.maximum(items, 0)], np.nan)
    return moved


def _within(items: Ints, block: Block) -> slice:
    """Which of the ascending items lie in the block."""
    first, last = np.searchsorted(items, (block.rows.start, block.rows.stop))
    return slice(int(first), int(last))


def updated(fitted: Fitted, answers: ItemAnswers) -> Floats:
    """(n_labels,), sums to 1: the calibrated posterior of an item from all its answers, with the fit held fixed.

    Takes far less than a millisecond, whatever the size of the project. The same as the posterior in the batch
    for the answers it was fitted on, and the class prior for no answers.
    """
    if not answers.annotator.size:
        return fitted.class_prior
    panel, n_labels = fitted.panel, fitted.class_prior.size
    bins = panel.bins.of(answers.annotator, answers.confidence)
    everybody = panel.weigh(np.zeros_like(answers.annotator), answers)
    columns: list[Floats] = []
    for group in panel.groups:
        weights = everybody if group is None else np.where(group[answers.annotator], everybody, 0.0)
        evidence, opinions = fitted.learnt.model.of_item(answers.annotator, answers.label, bins, weights)
        votes = np.bincount(answers.label, weights, n_labels).astype(np.float64)
        columns += _features(_Sums(votes[None], weights.sum(keepdims=True), evidence[None], opinions[None]))
    if fitted.gold_votes is not None:
        columns.append(fitted.gold_votes.of_item(answers.annotator, answers.label)[None])
    row: Floats = fitted.pool.probabilities(np.stack(columns, axis=2))[0]
    return row


def raw_posterior(panel: Panel, learnt: Learnt, class_prior: Floats, gold: Ints | None) -> Floats:
    """(n_items, n_labels): what the confusion matrices say if answers were independent; overconfident."""
    posterior: Floats = np.empty((panel.responses.n_items, panel.responses.n_labels))
    prior, reading = np.log(np.maximum(class_prior, TINY)), learnt.model.reading(panel.weights)
    for block in learnt.model.blocks:
        posterior[block.rows] = softmax(reading.evidence(block) + prior)
    clamp(posterior, gold)
    return posterior


def smoothed_votes(panel: Panel, among: Bools | None = None) -> Floats:
    """(n_items, n_labels): vote shares after one more answer, spread evenly; LLM families share a vote.

    among: (n_annotators,), whose votes; everybody's unless given.
    """
    weights = _of_group(panel, among)
    return _smoothed(vote_counts(panel.responses, weights), panel.responses.n_labels)


def _votes_worth(confidence: Floats | None, n_answers: int, n_labels: int) -> Floats:
    """(n_answers,): how many votes make smoothed votes equal to the confidence; 1 where none was given."""
    if confidence is None or n_labels < 2:
        return np.ones(n_answers)
    claimed = np.clip(confidence, 1 / n_labels + ABOVE_GUESS, max(MOST_CONFIDENT, 1 / n_labels + ABOVE_GUESS))
    worth: Floats = np.where(np.isnan(claimed), 1.0, (claimed - 1 / n_labels) / (1 - claimed))
    return worth


def _of_group(panel: Panel, group: Bools | None) -> Floats | None:
    """(n_answers,): the weights, zero for answers of others."""
    if group is None:
        return panel.weights
    return np.where(group[panel.responses.annotator], 1.0 if panel.weights is None else panel.weights, 0.0)


def _started_votes(panel: Panel) -> Floats:
    return vote_counts(panel.responses, start_weights(panel.responses, panel.weights) if panel.mixed else panel.weights)


def _smoothed(votes: Floats, n_labels: int) -> Floats:
    shares: Floats = (votes + 1 / n_labels) / (votes.sum(axis=1, keepdims=True) + 1)
    return shares


def _features(sums: _Sums) -> list[Floats]:
    n_labels = sums.votes.shape[1]
    evidence = sums.evidence / design_effect(sums.total, tempered.CORRELATION)[:, None]
    found = (
        np.log(_smoothed(sums.votes, n_labels)),
        evidence,
        np.log(_smoothed(sums.opinions, n_labels)),
    )
    return [rows - rows.mean(axis=1, keepdims=True) for rows in found]
