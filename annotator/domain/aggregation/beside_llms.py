"""People beside LLMs: confusion matrices for people, and for each LLM how far it can be trusted.

One person and one LLM who differ do not say which of them is right. What decides is how often people agree with each
other, and with the LLM where it is sure and where it is not; and before there is enough of that, what people and LLMs
are like elsewhere. So the first answers of people correct an LLM where it is unsure, without spoiling what it knows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np

from annotator.domain.aggregation import tempered
from annotator.domain.aggregation.blocks import Block, block_totals, block_votes
from annotator.domain.aggregation.calibration import softmax
from annotator.domain.aggregation.dawid_skene import MAX_CELLS
from annotator.domain.aggregation.matrices import Matrices
from annotator.domain.aggregation.responses import Floats, Ints, Responses
from annotator.domain.aggregation.symbols import Bins, confidence_bins
from annotator.domain.aggregation.tempered import Learnt, Reading, design_effect
from annotator.domain.aggregation.trust import Trust

# Weights of the vote share, the evidence and the opinions, and of the class prior, when the posterior is pooled without
# gold. Learnt across crowds beside simulated LLMs, and flat around these values, as are the strengths below. With
# gold the fit does better from the weights of people alone.
MIX = (0.0, 0.6, 0.6)
PRIOR_WEIGHT = 0.6

# A person is expected to be right so often, which counts for so many answers. Then the answers that what a person
# shrinks to counts for: the coin of all people, its own coin on the people's matrix, and for that one, their coin. That
# one has many cells: where few people meet, a handful of disagreements must not make everybody look like chance.
RIGHT, RIGHT_STRENGTH = 0.8, 20.0
COIN_STRENGTH = 8.0
MATRIX_STRENGTH = 12.0
POOL_STRENGTH = 100.0

# Items of each label that have been seen before, so to speak: the labels of twenty items say little of their shares.
SEEN_BEFORE = 10.0

# What one answer of an LLM counts for at most, where it stands for others with the same label that nobody checked.
MOST_WEIGHT = 10.0

# So many answers of people to items that other people answered too, or that have gold, make those count for half that
# only LLMs check.
CHECKS = 20.0

# Of an LLM's confidence. A line through them is what is learnt, so that one answer in each is enough.
MOST_BINS = 20


def applies(responses: Responses) -> bool:
    """Whether people and LLMs both answered, labels have no order, and people's confusion matrices fit in memory.

    Ratings are left to matrices for LLMs too: who leans to one end does so on every item, and a coin cannot say it.
    """
    if responses.ordinal:
        return False
    fits = responses.n_annotators * responses.n_labels**2 <= MAX_CELLS
    return fits and responses.has_people() and responses.has_llms()


def bins(responses: Responses) -> Bins:
    """Fine bins of confidence for the LLMs that gave one."""
    return confidence_bins(responses, most=MOST_BINS, at_least=1)


def learn(
    model: Beside, prior: Floats, weights: Floats | None, total: Floats, gold: Ints | None, start: Floats | None
) -> Learnt:
    """Tempered EM, from what people and LLMs are like elsewhere.

    prior: (n_labels,), of the classes. weights: (n_answers,). total: (n_items,), their sums. start: (n_items,
    n_labels), where an earlier fit ended, NaN for items it did not have.
    """
    reading, scale = model.reading(weights), 1 / design_effect(total, tempered.CORRELATION)[:, None]
    first = np.empty((total.size, prior.size))
    for block in model.blocks:
        first[block.rows] = softmax(reading.evidence(block) * scale[block.rows] + np.log(prior))
    begin = first if start is None else np.where(np.isnan(start), first, start)
    return tempered.learn(
        model, np.tile(prior, (total.size, 1)), weights, total, gold, begin, share_weight=1.0, evidence_weight=1.0
    )


def class_prior(votes: Floats) -> Floats:
    """(n_labels,), sums to 1: mean vote shares after some items of each label, drawn half-way to even.

    Labels that are given too often are not more often true: even shares do better for such a crowd, vote shares where
    labels are rare indeed, and half-way nearly as well as the better of both. votes: (n_items, n_labels).
    """
    total = votes.sum(axis=1, keepdims=True)
    shares = np.divide(votes, total, out=np.zeros_like(votes), where=total > 0).sum(axis=0) + SEEN_BEFORE
    prior: Floats = np.sqrt(shares) / np.sqrt(shares).sum()
    return prior


class Beside:
    """Confusion matrices for people; for LLMs the probability of being right at each level of confidence.

    Wrong answers of an LLM are any other label alike: an LLM that answered every item, with a matrix to be learnt,
    would explain away what few people say. The matrix shown for it is not used.
    """

    def __init__(self, responses: Responses, gold: Ints | None, bins: Bins, symbols: Ints) -> None:
        self.responses = responses
        self.by_llm = responses.by_llm[responses.annotator]
        self._told = _told(responses, gold)
        self.people = _People(responses, self._told)
        self.trust = Trust(responses, bins, symbols, self._told)
        self.level = np.zeros_like(symbols)
        self.level[self.by_llm] = self.trust.level(responses.annotator[self.by_llm], symbols[self.by_llm])

    @property
    def blocks(self) -> Sequence[Block]:
        return self.people.blocks

    @property
    def confusion(self) -> Floats | None:
        return self.people.confusion

    def counts(self, block: Block, posterior: Floats) -> Floats:
        """Those of the matrices, then (levels of all LLMs, n_labels): how many of the answers there are right."""
        of, n_labels = self.responses, self.responses.n_labels
        among = np.flatnonzero(self.by_llm[block.answers]) + block.answers.start
        label = of.label[among]
        each = posterior[of.item[among] - block.rows.start, label] * self._told[among]
        right = np.bincount(self.level[among] * n_labels + label, each, self.trust.size * n_labels)
        return np.concatenate([self.people.counts(block, posterior), right.reshape(-1, n_labels)])

    def estimate(self, counts: Floats) -> None:
        matrices, right = np.split(counts, [len(counts) - self.trust.size])
        self.people.estimate(matrices)
        self.trust.learn(right.sum(axis=1))

    def reading(self, weights: Floats | None) -> _Reading:
        given = np.ones(self.responses.n_answers) if weights is None else weights
        return _Reading(self, self.people.reading(np.where(self.by_llm, 0.0, given)), np.where(self.by_llm, given, 0.0))

    def of_item(self, annotator: Ints, label: Ints, bins: Ints, weights: Floats) -> tuple[Floats, Floats]:
        llm = self.responses.by_llm[annotator]
        evidence, opinions = self.people.of_item(annotator[~llm], label[~llm], bins[~llm], weights[~llm])
        own, other = self.trust.given(self.trust.level(annotator[llm], bins[llm]))
        return (
            evidence + _spread_over(label[llm], np.log(own), np.log(other), weights[llm], evidence.size),
            opinions + _spread_over(label[llm], own, other, weights[llm], evidence.size),
        )


class _People(Matrices):
    """Confusion matrices that begin where nothing is known. told: (n_answers,), what each answer counts for."""

    def __init__(self, responses: Responses, told: Floats) -> None:
        super().__init__(responses, None, 1, np.zeros_like(responses.label))
        self._counted = self._votes(told)
        self.estimate(np.zeros((self._width + 1, responses.n_labels)))

    def _shrunk(self, counts: Floats) -> Floats:
        n_labels = counts.shape[1]
        sums = cast(Floats, self._members @ counts.reshape(len(counts), -1)).reshape(-1, n_labels, n_labels)
        right = np.trace(sums, axis1=1, axis2=2) + RIGHT_STRENGTH * RIGHT
        accuracy = right / (sums.sum(axis=(1, 2)) + RIGHT_STRENGTH)
        coin = (1 - accuracy)[:, None, None] * self._errors(sums)
        np.einsum("ptt->pt", coin)[...] = accuracy[:, None]
        pooled = sums + POOL_STRENGTH * coin
        pooled /= pooled.sum(axis=1, keepdims=True)
        cells = self._coins_on(pooled, accuracy, counts, COIN_STRENGTH)
        cells *= MATRIX_STRENGTH
        cells += counts
        cells /= cells.sum(axis=1, keepdims=True)
        return cells


@dataclass(frozen=True, eq=False)
class _Reading:
    """people: their answers, as the matrices read them. llms: (n_answers,), weights, 0 for answers of people."""

    model: Beside
    people: Reading
    llms: Floats

    def evidence(self, block: Block) -> Floats:
        own, other = self.model.trust.given(self.model.level[block.answers])
        return self._spread(block, self.people.evidence(block), np.log(own), np.log(other))

    def opinions(self, block: Block) -> Floats:
        given = self.model.trust.given(self.model.level[block.answers])
        return self._spread(block, self.people.opinions(block), *given)

    def _spread(self, block: Block, rows: Floats, own: Floats, other: Floats) -> Floats:
        of, weights = self.model.responses, self.llms[block.answers]
        rows += block_votes(of, block, (own - other) * weights)
        rows += block_totals(of, block, other * weights)
        return rows


def _told(responses: Responses, gold: Ints | None) -> Floats:
    """(n_answers,): what each answer counts for when it is learnt how good its annotator is.

    An answer of an LLM that no person and no gold checks tells nothing: LLMs err together and would confirm each
    other. One of a person whom only LLMs check tells less the fewer there are that people or gold check: when one
    person and one LLM differ, either may be wrong.
    """
    by_llm, known = responses.by_llm[responses.annotator], np.zeros(responses.n_items, dtype=np.bool_)
    if gold is not None:
        known = gold >= 0
    people = np.bincount(responses.item[~by_llm], minlength=responses.n_items)
    checked = ((people > 0) | known)[responses.item]
    firm = ((people > 1) | known)[responses.item]
    share = np.count_nonzero(firm & ~by_llm) / (np.count_nonzero(firm & ~by_llm) + CHECKS)
    of_people = np.where(firm, 1.0, np.where(responses.answers_per_item > 1, share, 0.0)[responses.item])
    weights: Floats = np.where(by_llm, checked * _as_given(responses, checked.astype(np.float64)), of_people)
    return weights


def _as_given(of: Responses, told: Floats) -> Floats:
    """(n_answers,): what makes each annotator's labels count as often as they were given, as far as they are checked.

    People are asked where an LLM is unsure: at some labels more than at others, and there it is wrong more often.
    """
    cell, shape = of.annotator * of.n_labels + of.label, (of.n_annotators, of.n_labels)
    given = np.bincount(cell, minlength=shape[0] * shape[1]).reshape(shape)
    known = np.bincount(cell, told, given.size).reshape(shape)
    in_all = known.sum(axis=1, keepdims=True)
    expected = given * in_all / np.maximum(given.sum(axis=1, keepdims=True), 1)
    weight = np.minimum(np.divide(expected, known, out=np.zeros(shape), where=known > 0), MOST_WEIGHT)
    total = (weight * known).sum(axis=1, keepdims=True)
    weight *= np.divide(in_all, total, out=np.zeros_like(total), where=total > 0)
    weights: Floats = weight.ravel()[cell]
    return weights


def _spread_over(label: Ints, own: Floats, other: Floats, weights: Floats, n_labels: int) -> Floats:
    """(n_labels,): `own` at the labels given and `other` at the rest, summed up by weight."""
    row: Floats = np.bincount(label, weights * (own - other), n_labels) + (weights * other).sum()
    return row
