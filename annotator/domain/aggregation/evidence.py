"""What each answer to an item weighs in the calibrated posterior, told as parts that add up to its log odds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

from annotator.domain.aggregation import gold_votes, tempered
from annotator.domain.aggregation.beside_llms import Beside
from annotator.domain.aggregation.coins import Coins
from annotator.domain.aggregation.matrices import Matrices
from annotator.domain.aggregation.pooling import PEOPLE, Fitted, ItemAnswers, Weighing, weigh
from annotator.domain.aggregation.responses import Floats, Ints
from annotator.domain.aggregation.symbols import Bins
from annotator.domain.aggregation.tempered import Model, design_effect

# Numbers that are kept of a result; above, the tables of many annotators and labels would outweigh the project.
MOST_CELLS = 4_000_000


class Evidence(NamedTuple):
    """Log odds, in nats, of one label against another; positive parts speak for the first.

    prior: from how frequent labels are, and what gold taught of that. answers: (n_answers,), what each answer would
    weigh if it were independent of the others. discount: what is taken off (or, below zero, added to) all of them,
    since annotators err together on the same items. The parts sum up to the log odds of the calibrated posterior.
    """

    prior: float
    answers: Floats
    discount: float

    @property
    def log_odds(self) -> float:
        return self.prior + float(self.answers.sum()) + self.discount


@dataclass(frozen=True, eq=False)
class Scales:
    """How the automatic method weighs answers, without those that it was learnt from.

    mix: (n_features,) and bias: (n_labels,), of the pool. logs, truths: (n_annotators, n_labels, n_bins, n_labels),
    log P(answer | truth) and P(truth | answer), by annotator, label given, bin of the confidence, truth.
    by_gold: (n_annotators,), log odds of being right as gold shows them, or empty. rows, edges: of the bins.
    """

    mix: Floats
    bias: Floats
    logs: Floats
    truths: Floats
    by_gold: Floats
    rows: Ints
    edges: Floats
    by_llm: NDArray[np.bool_]
    pool: Ints
    lone: NDArray[np.bool_]
    one_family: NDArray[np.bool_]
    ordinal: NDArray[np.bool_]
    mixed: NDArray[np.bool_]

    @classmethod
    def of(cls, fitted: Fitted) -> Scales | None:
        """Of a fit; None where they would be too large to keep."""
        panel = fitted.panel
        n_annotators, n_labels = panel.responses.n_annotators, panel.responses.n_labels
        if n_annotators * n_labels**2 * panel.bins.count > MOST_CELLS:
            return None
        logs, truths = _tables(fitted.learnt.model, n_annotators, n_labels, panel.bins.count)
        how = panel.weighing
        return cls(
            mix=fitted.pool.weights,
            bias=fitted.pool.bias,
            logs=logs,
            truths=truths,
            by_gold=np.empty(0) if fitted.gold_votes is None else fitted.gold_votes.weights,
            rows=panel.bins.rows,
            edges=panel.bins.edges,
            by_llm=how.by_llm,
            pool=how.pool,
            lone=np.array(how.lone),
            one_family=np.array(how.one_family),
            ordinal=np.array(how.ordinal),
            mixed=np.array(panel.mixed),
        )

    def arrays(self) -> dict[str, NDArray[Any]]:
        """By name, for keeping them."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    @classmethod
    def from_arrays(cls, kept: Mapping[str, NDArray[Any]]) -> Scales:
        return cls(**{field.name: kept[field.name] for field in fields(cls)})


def evidence(scales: Scales, answers: ItemAnswers, label: int, other: int) -> Evidence:
    """What speaks for one label (a code) against another, from all answers to an item.

    Of what is not a sum over answers (the logarithm of a share of votes), each gets its part in proportion to what it
    contributes, so that nothing is left over.
    """
    how = Weighing(
        scales.by_llm, scales.pool, scales.bias.size, bool(scales.lone), bool(scales.one_family), bool(scales.ordinal)
    )
    weights = weigh(how, np.zeros_like(answers.annotator), answers)
    counted = _weighed(scales, answers, weights, (label, other), tempered.CORRELATION, gold_votes.CORRELATION)
    alone = _weighed(scales, answers, np.maximum(weights, 1.0), (label, other), 0.0, 0.0)
    prior = float(scales.bias[label] - scales.bias[other])
    return Evidence(prior, alone, float(counted.sum() - alone.sum()))


def _weighed(
    scales: Scales, answers: ItemAnswers, weights: Floats, pair: tuple[int, int], correlation: float, of_gold: float
) -> Floats:
    """(n_answers,): what each answer adds to the log odds, at these weights and correlations of errors."""
    symbols = Bins(scales.rows, scales.edges).of(answers.annotator, answers.confidence)
    cell = (answers.annotator, answers.label, symbols if scales.logs.shape[2] > 1 else np.zeros_like(symbols))
    told, opinion = scales.logs[cell], scales.truths[cell]
    said = np.eye(scales.bias.size)[answers.label]
    found = np.zeros(answers.label.size)
    llms = scales.by_llm[answers.annotator]
    for number, group in enumerate((np.ones_like(llms), llms) if scales.mixed else (np.ones_like(llms),)):
        own = np.where(group, weights, 0.0)
        votes, sums, opinions = scales.mix[len(PEOPLE) * number : len(PEOPLE) * (number + 1)]
        found += votes * _shared(own[:, None] * said, pair)
        found += sums * own * (told[:, pair[0]] - told[:, pair[1]]) / design_effect(own.sum(keepdims=True), correlation)
        found += opinions * _shared(own[:, None] * opinion, pair)
    if scales.by_gold.size:
        worth = scales.by_gold[answers.annotator] * (said[:, pair[0]] - said[:, pair[1]])
        found += scales.mix[-1] * worth / (1 + max(answers.label.size - 1, 0) * of_gold)
    return found


def _shared(amounts: Floats, pair: tuple[int, int]) -> Floats:
    """(n_answers,): the log odds of smoothed shares, dealt out. amounts: (n_answers, n_labels), >= 0."""
    dealt = []
    for label in pair:
        total = float(amounts[:, label].sum())
        whole = np.log1p(amounts.shape[1] * total)
        dealt.append(amounts[:, label] * (whole / total if total > 0 else 0.0))
    found: Floats = dealt[0] - dealt[1]
    return found


def _tables(model: Model, n_annotators: int, n_labels: int, n_bins: int) -> tuple[Floats, Floats]:
    """(logs, truths) as `Scales` has them."""
    if isinstance(model, Beside):
        return _beside(model, n_annotators, n_labels, n_bins)
    if isinstance(model, Matrices):
        shape = (n_annotators, n_labels, -1, n_labels)
        return model.logs.reshape(shape), model.truths.reshape(shape)
    right, wrong = (part[:, None] for part in cast(Coins, model).given(np.arange(n_annotators)))
    return _spread(np.log(right), np.log(wrong), n_labels), _spread(right, wrong, n_labels)


def _beside(model: Beside, n_annotators: int, n_labels: int, n_bins: int) -> tuple[Floats, Floats]:
    """People's matrices, the same in each bin, and LLMs by how far each level of confidence can be trusted."""
    shape = (n_annotators, n_labels, 1, n_labels)
    logs = np.repeat(model.people.logs.reshape(shape), n_bins, axis=2)
    truths = np.repeat(model.people.truths.reshape(shape), n_bins, axis=2)
    llms = np.flatnonzero(model.responses.by_llm)
    level = model.trust.level(np.repeat(llms, n_bins), np.tile(np.arange(n_bins), llms.size))
    own, other = (part.reshape(llms.size, n_bins) for part in model.trust.given(level))
    logs[llms] = _spread(np.log(own), np.log(other), n_labels)
    truths[llms] = _spread(own, other, n_labels)
    return logs, truths


def _spread(own: Floats, other: Floats, n_labels: int) -> Floats:
    """(n_annotators, n_labels, n_bins, n_labels): `own` at the label given, `other` at the rest."""
    same = np.eye(n_labels, dtype=np.bool_)[None, :, None, :]
    found: Floats = np.where(same, own[:, None, :, None], other[:, None, :, None])
    return found
