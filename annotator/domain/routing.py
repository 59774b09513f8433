"""Which items go to people: those below a threshold, a random audit sample, or those where an answer helps most."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

AUDIT_SHARE = 0.05
MOST_ANSWERS = 3  # to one item out of a budget; after them merging knows better than a plan made before
# What is left of an item's expected error after one more answer of a person. A posterior that is unsure in spite of
# answers belongs to a hard item, where one more answer helps less.
LEFT_OVER = 0.5


class Reason(StrEnum):
    """Why an item stands where it stands."""

    CONFIDENT = "confident"  # accepted from the LLM
    UNCERTAIN = "uncertain"
    INVALID = "invalid"  # the LLM's reply named no label
    AUDIT = "audit"  # accepted, but asked all the same to see what the others are worth
    CHOSEN = "chosen"  # sent to people by hand


class Split(NamedTuple):
    """Number of items on each side. `people` counts the uncertain and invalid ones, `audit` those drawn on top.

    without_label: neither sent to people nor accepted, since nobody has given them a label that could be.
    """

    people: int
    audit: int
    accepted: int
    invalid: int
    not_answered: int
    without_label: int = 0


@dataclass(frozen=True)
class Confidences:
    """One LLM's answers to all items that it answered.

    item_ids: (n,) ; confidence: (n,), 0..1, NaN where nothing can be accepted: the reply was invalid, or `held`, (n,):
    it says a label, but has no confidence, or the item tries to give orders. not_answered: items without a reply.
    origin: where the confidence comes from, in words. gold: items that it is calibrated on, 0 where it is as given.
    warning: why a threshold on it is a bad guide, in a sentence, else "".
    """

    item_ids: NDArray[np.int64]
    confidence: NDArray[np.float64]
    not_answered: int
    origin: str = ""
    gold: int = 0
    warning: str = ""
    held: NDArray[np.bool_] | None = None

    @property
    def invalid(self) -> NDArray[np.bool_]:
        """(n,): whether the reply named no label."""
        nothing = np.isnan(self.confidence)
        return nothing if self.held is None else nothing & ~self.held

    def split(self, threshold: float, audit_share: float = AUDIT_SHARE) -> Split:
        """The workload of a threshold, without drawing anything."""
        people = int((~(self.confidence >= threshold)).sum())
        above = self.confidence.size - people
        audit = audit_size(above, audit_share)
        return Split(people, audit, above - audit, int(self.invalid.sum()), self.not_answered)

    def histogram(self, bins: int) -> list[int]:
        """Number of items by confidence in equal bins from 0 to 1."""
        valid = self.confidence[~np.isnan(self.confidence)]
        return [int(n) for n in np.histogram(valid, bins=bins, range=(0.0, 1.0))[0]]


def audit_size(confident: int, share: float) -> int:
    """How many of the confident items are audited: the share, rounded up, so that a small set has one too."""
    return min(confident, int(np.ceil(confident * share - 1e-9)))


@dataclass(frozen=True)
class Outlook:
    """How likely each item's label is wrong as things stand.

    item_ids: (n,); error: (n,), 0..1; given: (n,), labels that people have given already; merged: whether the errors
    are those of merged labels, so that several answers to one item can be planned, or of one LLM's confidence alone.
    labelled: (n,), whether anybody has given a label, without which nothing can be accepted; None where all have one.
    """

    item_ids: NDArray[np.int64]
    error: NDArray[np.float64]
    given: NDArray[np.int64]
    merged: bool
    labelled: NDArray[np.bool_] | None = None

    def acceptable(self) -> NDArray[np.bool_]:
        """(n,): whether there is a label to accept."""
        return np.ones(self.error.size, dtype=bool) if self.labelled is None else self.labelled

    def spend(self, budget: int) -> NDArray[np.int64]:
        """(n,): how many answers to ask for, `budget` in all, each where it lowers the expected error most.

        Ties go to the items that come first; an item that cannot be wrong is never asked about.
        """
        most = MOST_ANSWERS if self.merged else 1
        before = self.given if self.merged else np.zeros_like(self.given)
        gain = self.error[:, None] * LEFT_OVER ** (before[:, None] + np.arange(most))
        best = np.argsort(-gain, axis=None, kind="stable")[:budget]
        best = best[gain.ravel()[best] > 0]
        return np.bincount(best // most, minlength=self.error.size)


def audit_order(item_ids: NDArray[np.int64], seed: int) -> NDArray[np.int64]:
    """Positions of the items in a random order that depends on nothing but their ids and the seed.

    The first m are a uniform sample for every m, of whatever items there are: a sample grows without being drawn anew,
    also when items have been added since.
    """
    with np.errstate(over="ignore"):
        mixed = _mix(_mix(np.array([seed]).astype(np.uint64)) ^ item_ids.astype(np.uint64))
    return np.argsort(mixed, kind="stable")


def _mix(x: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """SplitMix64 (Steele, Lea and Flood 2014): every bit of the output depends on every bit of the input."""
    x = x + np.uint64(0x9E3779B97F4A7C15)
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return x ^ (x >> np.uint64(31))


def decide(
    confidences: Confidences, *, threshold: float, audit_share: float, seed: int
) -> list[tuple[int, Reason, int | None]]:
    """(item id, reason, position in the people's queue or None) for every answered item.

    The least confident come first, invalid replies before them; audited items lie among them at random, so that
    nobody can tell them by their place. The same seed draws the same sample.
    """
    value = np.nan_to_num(confidences.confidence, nan=-1.0)
    order = audit_order(confidences.item_ids, seed)
    confident = order[value[order] >= threshold]
    audited = confident[: audit_size(confident.size, audit_share)]
    asked = np.flatnonzero(value < threshold)
    asked = asked[np.argsort(value[asked], kind="stable")]
    random = np.random.default_rng(seed)
    places = np.concatenate([np.arange(asked.size), random.uniform(0, max(asked.size, 1), audited.size)])
    queue = np.concatenate([asked, audited])[np.argsort(places, kind="stable")]
    return _routes(confidences, queue, threshold, audited)


def decide_sample(
    confidences: Confidences, sample: NDArray[np.int64], answered: NDArray[np.bool_]
) -> list[tuple[int, Reason, int | None]]:
    """Only the audit sample (positions, in the order of the queue) is routed; nothing is accepted yet."""
    waiting = np.flatnonzero(~answered)
    place = dict(zip(waiting.tolist(), range(waiting.size), strict=True))
    return [(int(confidences.item_ids[at]), Reason.AUDIT, place.get(n)) for n, at in enumerate(sample.tolist())]


def decide_promised(
    confidences: Confidences, threshold: float, sample: NDArray[np.int64]
) -> list[tuple[int, Reason, int | None]]:
    """The items at or above the promised threshold are accepted, the others queued, the least confident first.

    sample: positions of the audited items.
    """
    value = np.nan_to_num(confidences.confidence, nan=-1.0)
    asked = np.flatnonzero(value < threshold)
    return _routes(confidences, asked[np.argsort(value[asked], kind="stable")], threshold, sample)


def decide_budget(
    confidences: Confidences, outlook: Outlook, budget: int
) -> tuple[list[tuple[int, Reason, int | None]], list[int]]:
    """Routes of all items of the outlook, and how many of the first in the queue are asked for 2, 3, ... answers.

    Those that need most answers come first, and among them those most likely wrong.
    """
    wanted = outlook.spend(budget)
    queue = np.lexsort((-outlook.error, -wanted))[: np.count_nonzero(wanted)]
    place = dict(zip(queue.tolist(), range(queue.size), strict=True))
    invalid = set(confidences.item_ids[confidences.invalid].tolist())
    acceptable = outlook.acceptable().tolist()
    routes: list[tuple[int, Reason, int | None]] = []
    for row, item in enumerate(outlook.item_ids.tolist()):
        asked = Reason.INVALID if item in invalid else Reason.UNCERTAIN
        routes.append((item, Reason.CONFIDENT if acceptable[row] and row not in place else asked, place.get(row)))
    return routes, [int((wanted >= answers).sum()) for answers in range(2, MOST_ANSWERS + 1)]


def _routes(
    confidences: Confidences, queue: NDArray[np.int64], threshold: float, audited: NDArray[np.int64]
) -> list[tuple[int, Reason, int | None]]:
    value = np.nan_to_num(confidences.confidence, nan=-1.0)
    position = np.full(value.size, -1)
    position[queue] = np.arange(queue.size)
    audit = np.zeros(value.size, dtype=bool)
    audit[audited] = True
    return [
        (int(item), _reason(v, threshold, a, i), int(p) if p >= 0 else None)
        for item, v, a, i, p in zip(confidences.item_ids, value, audit, confidences.invalid, position, strict=True)
    ]


def _reason(value: float, threshold: float, audited: bool, invalid: bool) -> Reason:
    if audited and value >= threshold:
        return Reason.AUDIT
    if invalid:
        return Reason.INVALID
    return Reason.UNCERTAIN if value < threshold else Reason.CONFIDENT
