"""Statistics that need only how often each label was given to each item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from annotator.domain.agreement.estimate import Floats, Ints, divided
from annotator.domain.agreement.table import Table, product, rowwise, summed

if TYPE_CHECKING:
    from annotator.domain.agreement.table import Sparse

Metric = Literal["nominal", "ordinal", "interval"]


@dataclass(frozen=True, eq=False)
class Profiles:
    """Sorts of items by their label counts, and how many items there are of each.

    agreeing: (n_sorts,), share of an item's pairs that agree; 0 where it has no pair.
    pairable: (n_sorts,), 1 where an item has a pair, else 0.
    share: (n_sorts, n_labels), each label's share in an item's answers; the sides count alike where there are two.
    values: (n_sorts,), answers that pair up; two sides are two answers.
    left, right: (n_sorts, n_labels), whose products, less the answers paired with themselves, are the pairs.
    """

    times: Ints
    agreeing: Floats
    pairable: Floats
    share: Sparse
    values: Floats
    left: Sparse
    right: Sparse
    own: bool

    @property
    def n_labels(self) -> int:
        return int(self.share.shape[1])


def profiles(table: Table) -> Profiles:
    """The items of a table by sorts."""
    first, times = table.sorts(table.label + table.n_labels * table.by_second)
    if table.second is not None:
        one, other = (table.counts(side)[first] for side in (~table.by_second, table.by_second))
        left, right = (rowwise(m, 1 / summed(m, 1)) for m in (one, other))
        agreeing = summed(left.multiply(right), 1)
        two, whole = np.full(times.size, 2.0), np.ones(times.size)
        share = rowwise(left + right, whole / 2)
        return Profiles(times, agreeing, whole, share, two, left, right, own=False)
    counts = table.counts()[first]
    n = summed(counts, 1)
    pairable = (n >= 2).astype(float)
    others = np.maximum(n - 1, 1)
    agreeing = (summed(counts.multiply(counts), 1) - n) / (n * others) * pairable
    right = rowwise(counts, pairable / others)
    return Profiles(times, agreeing, pairable, rowwise(counts, 1 / n), n * pairable, counts, right, own=True)


def percent(p: Profiles, weights: Floats) -> Floats:
    """(n_samples,): mean over the items of the share of pairs that agree. weights: (n_samples, n_sorts) counts."""
    return divided(weights @ (p.agreeing * p.pairable), weights @ p.pairable)


def fleiss(p: Profiles, weights: Floats) -> Floats:
    """Fleiss' kappa; with unequal numbers of answers every item counts alike (Gwet 2014)."""
    chance = (_shares(p, weights) ** 2).sum(axis=1)
    return divided(percent(p, weights) - chance, 1 - chance)


def ac1(p: Profiles, weights: Floats) -> Floats:
    """Gwet's AC1, chance from the permitted labels."""
    shares = _shares(p, weights)
    chance = (shares * (1 - shares)).sum(axis=1) / max(p.n_labels - 1, 1)
    return divided(percent(p, weights) - chance, 1 - chance)


def alpha(p: Profiles, weights: Floats, metric: Metric = "nominal") -> Floats:
    """Krippendorff's alpha. Two sides are taken as two annotators, each answering with its side's label shares."""
    if metric != "nominal":
        return np.array([_alpha_by_distance(_coincidences(p, w), metric) for w in weights])
    given = product(weights, rowwise(p.share, p.values))
    n = given.sum(axis=1)
    differing = divided(weights @ (p.values * (1 - p.agreeing)), n)
    by_chance = divided(n**2 - (given**2).sum(axis=1), n * (n - 1))
    return 1 - divided(differing, by_chance)


def _shares(p: Profiles, weights: Floats) -> Floats:
    """(n_samples, n_labels): each label's share, every item counting alike."""
    whole: Floats = np.maximum(weights.sum(axis=1, keepdims=True), 1)
    return product(weights, p.share) / whole


def _coincidences(p: Profiles, weights: Floats) -> Floats:
    """(n_labels, n_labels), symmetric: how often two labels meet on an item; sums to the number of answers."""
    weighted = rowwise(p.right, weights)
    pairs: Floats = (p.left.T @ weighted).toarray()
    if p.own:
        pairs -= np.diag(summed(weighted, 0))
        return pairs
    return np.asarray(pairs + pairs.T)


def _alpha_by_distance(met: Floats, metric: Metric) -> float:
    given = met.sum(axis=0)
    n = given.sum()
    distance = _distance(given, metric)
    by_chance = float(given @ distance @ given)
    if n < 2 or by_chance <= 1e-12:
        return float("nan")
    return float(1 - (n - 1) * (met * distance).sum() / by_chance)


def _distance(given: Floats, metric: Metric) -> Floats:
    """(n_labels, n_labels): squared distance; between ordered labels, by how many answers lie between them."""
    place = np.cumsum(given) - given / 2 if metric == "ordinal" else np.arange(given.size, dtype=np.float64)
    squared: Floats = (place[:, None] - place[None, :]) ** 2
    return squared
