"""Every statistic of agreement by name, with interval or reason."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import numpy as np

from annotator.domain.agreement import chance, pairwise
from annotator.domain.agreement.estimate import LEAST_RESAMPLES, RESAMPLES, Estimate, Floats, interval
from annotator.domain.agreement.intraclass import Kind, intraclass, ratings
from annotator.domain.agreement.table import Table, product
from annotator.texts import english, say

LEAST_SHARED = 10  # items that a pair of annotators has in common, for the mean over several pairs to mean anything
_PAIR_BUDGET = 400_000_000  # cells worked through for one interval of Cohen's kappa
_MOST_ORDERED = 200  # labels up to which an order is taken as meant


class Statistic(StrEnum):
    """The names are those of the command line's JSON."""

    PERCENT = "percent"
    COHEN = "cohen"
    COHEN_LINEAR = "cohen_linear"
    COHEN_QUADRATIC = "cohen_quadratic"
    FLEISS = "fleiss"
    ALPHA = "alpha"
    ALPHA_ORDINAL = "alpha_ordinal"
    ALPHA_INTERVAL = "alpha_interval"
    AC1 = "ac1"
    ICC_C1 = "icc_c1"
    ICC_A1 = "icc_a1"


TITLES = {
    Statistic.PERCENT: english("Percent agreement"),
    Statistic.COHEN: english("Cohen's kappa"),
    Statistic.COHEN_LINEAR: english("Cohen's kappa, linear weights"),
    Statistic.COHEN_QUADRATIC: english("Cohen's kappa, quadratic weights"),
    Statistic.FLEISS: english("Fleiss' kappa"),
    Statistic.ALPHA: english("Krippendorff's alpha"),
    Statistic.ALPHA_ORDINAL: english("Krippendorff's alpha, ordinal"),
    Statistic.ALPHA_INTERVAL: english("Krippendorff's alpha, interval"),
    Statistic.AC1: english("Gwet's AC1"),
    Statistic.ICC_C1: english("ICC(C,1)"),
    Statistic.ICC_A1: english("ICC(A,1)"),
}
MEANINGS = {
    Statistic.PERCENT: english(
        "The share of pairs of answers to the same item that say the same; chance counts as agreement here."
    ),
    Statistic.COHEN: english(
        "Agreement of two annotators beyond chance, given how often each uses each label; of several, their mean."
    ),
    Statistic.COHEN_LINEAR: english("Cohen's kappa in which labels that are near each other agree in part."),
    Statistic.COHEN_QUADRATIC: english(
        "Cohen's kappa in which labels that are near each other nearly agree, and those far apart count the most."
    ),
    Statistic.FLEISS: english(
        "Agreement of any number of annotators beyond chance, given how often all of them together use each label."
    ),
    Statistic.ALPHA: english(
        "Agreement beyond chance, whoever answered what; 0.8 or more is held to be reliable, less than 0.67 is not."
    ),
    Statistic.ALPHA_ORDINAL: english("Krippendorff's alpha in which labels further apart in order disagree more."),
    Statistic.ALPHA_INTERVAL: english("Krippendorff's alpha in which all steps between labels are equally large."),
    Statistic.AC1: english(
        "Agreement beyond chance, which stays high where nearly all items have the same label and kappas fall."
    ),
    Statistic.ICC_C1: english("How far ratings rise and fall together, though some may rate higher throughout."),
    Statistic.ICC_A1: english("How far ratings are the same; whoever rates higher throughout makes it smaller."),
}
NOMINAL = (Statistic.PERCENT, Statistic.ALPHA, Statistic.AC1, Statistic.FLEISS, Statistic.COHEN)
ORDINAL = (
    Statistic.ALPHA_ORDINAL,
    Statistic.ALPHA_INTERVAL,
    Statistic.COHEN_LINEAR,
    Statistic.COHEN_QUADRATIC,
    Statistic.ICC_C1,
    Statistic.ICC_A1,
)  # these take the order of the labels as meant, interval statistics and ICC also their distances

_METRICS: dict[Statistic, chance.Metric] = {
    Statistic.ALPHA: "nominal",
    Statistic.ALPHA_ORDINAL: "ordinal",
    Statistic.ALPHA_INTERVAL: "interval",
}
_WEIGHTS: dict[Statistic, pairwise.Weights] = {
    Statistic.COHEN: "none",
    Statistic.COHEN_LINEAR: "linear",
    Statistic.COHEN_QUADRATIC: "quadratic",
}
_ICC: dict[Statistic, Kind] = {Statistic.ICC_C1: "consistency", Statistic.ICC_A1: "agreement"}

NO_PAIR = english("no item has answers of two annotators")
NO_PAIR_OF_SIDES = english("no item has an answer from either side")
ONE_LABEL = english("only one label was given, so agreement cannot be told from chance")
ONE_LABEL_PAIRS = english(
    "every two annotators gave one and the same label only, so agreement cannot be told from chance"
)
FEW_SHARED = english(
    "most pairs of annotators share fewer than {least} items; Krippendorff's alpha needs no pairs", least=LEAST_SHARED
)
TOO_MANY_PAIRS = english("there are too many pairs of answers to work out an interval")
TOO_MANY_LABELS = english("more than {most} labels have no order that could be meant", most=_MOST_ORDERED)


def measure_all(
    table: Table, *, ordinal: bool = False, resamples: int = RESAMPLES, seed: int = 0
) -> dict[Statistic, Estimate]:
    """What can be said of any labels, and with `ordinal` what takes their order as meant."""
    names: Sequence[Statistic] = (*NOMINAL, *ORDINAL) if ordinal else NOMINAL
    return {name: measure(table, name, resamples=resamples, seed=seed) for name in names}


def measure(table: Table, statistic: Statistic, *, resamples: int = RESAMPLES, seed: int = 0) -> Estimate:
    """One statistic with a 95 % percentile interval from resampling the items; resamples=0 leaves that out.

    Cohen's kappa of more than two annotators is the mean of the pairs, weighted by the items that they share; its
    interval is moved to lie around the value.
    The same table and seed give the same interval.
    """
    items, pairs = int(np.count_nonzero(table.pairs_per_item)), int(table.pairs_per_item.sum())
    reason = ""
    if not pairs:
        reason = NO_PAIR if table.second is None else NO_PAIR_OF_SIDES
    elif statistic in ORDINAL and table.n_labels > _MOST_ORDERED:
        reason = TOO_MANY_LABELS
    if reason:
        return Estimate(None, None, None, items, pairs, reason)
    found = _of(table, statistic, resamples, seed)
    return found if found.items else found._replace(items=items, pairs=pairs)


def _of(table: Table, statistic: Statistic, resamples: int, seed: int) -> Estimate:
    """The estimate; its items are 0 where they are all those with a pair."""
    if statistic in _WEIGHTS:
        return _cohen(table, _WEIGHTS[statistic], resamples, seed)
    if statistic in _ICC:
        return _intraclass(table, _ICC[statistic], resamples, seed)
    p = chance.profiles(table)

    def value(weights: Floats) -> Floats:
        if statistic in _METRICS:
            return chance.alpha(p, weights, _METRICS[statistic])
        return {
            Statistic.PERCENT: chance.percent,
            Statistic.FLEISS: chance.fleiss,
            Statistic.AC1: chance.ac1,
        }[statistic](p, weights)

    found = float(value(p.times[None].astype(np.float64))[0])
    if not np.isfinite(found):
        return _undefined(ONE_LABEL)
    return Estimate(found, *interval(value, p.times, resamples=resamples, seed=seed, width=p.n_labels), 0, 0)


def _cohen(table: Table, weights: pairwise.Weights, resamples: int, seed: int) -> Estimate:
    met = pairwise.meetings(table)
    kappa, together = pairwise.every_kappa(met, weights)
    found = float(pairwise.mean_kappa(kappa[None], together[None])[0])
    if not np.isfinite(found):
        return _undefined(ONE_LABEL if met.one.size == 1 else ONE_LABEL_PAIRS)
    if met.one.size > 1 and (together @ together) / together.sum() < LEAST_SHARED:
        return _undefined(FEW_SHARED)
    sorts = pairwise.by_sort(table, met)
    if sorts is None:
        return Estimate(found, None, None, 0, 0, TOO_MANY_PAIRS)
    times, cells = sorts
    width = max(met.pair.size, met.one.size * met.n_labels)
    affordable = _PAIR_BUDGET // max(width, cells.nnz)
    if affordable < LEAST_RESAMPLES:
        return Estimate(found, None, None, 0, 0, TOO_MANY_PAIRS)

    def value(drawn: Floats) -> Floats:
        counts = product(drawn, cells)
        return pairwise.mean_kappa(*pairwise.kappas(met, counts, weights))

    # Few items in common make a kappa fall when some are drawn twice; of many pairs, that bias would be all one sees.
    around = found if met.one.size > 1 else None
    low, high = interval(value, times, resamples=min(resamples, affordable), seed=seed, width=width, around=around)
    return Estimate(found, low, high, 0, 0)


def _intraclass(table: Table, kind: Kind, resamples: int, seed: int) -> Estimate:
    scores = ratings(table)
    n, k = scores.shape
    if n < 2:
        who = say("both sides") if table.second is not None else say("all {k} annotators", k=k)
        return _undefined(english("fewer than two items have an answer from {who}", who=who))
    found = float(intraclass(scores, np.ones((1, n)), kind)[0])
    if not np.isfinite(found):
        return _undefined(english("all answers are the same, so there is no variance to explain"))
    times = np.ones(n, dtype=np.int64)
    low, high = interval(lambda w: intraclass(scores, w, kind), times, resamples=resamples, seed=seed, width=k)
    return Estimate(found, low, high, n, n * k * (k - 1) // 2)


def _undefined(reason: str) -> Estimate:
    return Estimate(None, None, None, 0, 0, reason)
