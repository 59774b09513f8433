"""Which items go to people: those below a confidence threshold, and a random audit sample of the others."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

AUDIT_SHARE = 0.05


class Reason(StrEnum):
    """Why an item stands where it stands."""

    CONFIDENT = "confident"  # accepted from the LLM
    UNCERTAIN = "uncertain"
    INVALID = "invalid"  # the LLM's reply named no label
    AUDIT = "audit"  # accepted, but asked all the same to see what the others are worth


class Split(NamedTuple):
    """Number of items on each side. `people` counts the uncertain and invalid ones, `audit` those drawn on top."""

    people: int
    audit: int
    accepted: int
    invalid: int
    not_answered: int


@dataclass(frozen=True)
class Confidences:
    """One LLM's answers to all items that it answered.

    item_ids: (n,) ; confidence: (n,), 0..1, NaN where the reply was invalid; not_answered: items without a reply.
    """

    item_ids: NDArray[np.int64]
    confidence: NDArray[np.float64]
    not_answered: int

    def split(self, threshold: float, audit_share: float = AUDIT_SHARE) -> Split:
        """The workload of a threshold, without drawing anything."""
        invalid = int(np.isnan(self.confidence).sum())
        below = int((self.confidence < threshold).sum())
        above = self.confidence.size - invalid - below
        audit = audit_size(above, audit_share)
        return Split(below + invalid, audit, above - audit, invalid, self.not_answered)

    def histogram(self, bins: int) -> list[int]:
        """Number of items by confidence in equal bins from 0 to 1."""
        valid = self.confidence[~np.isnan(self.confidence)]
        return [int(n) for n in np.histogram(valid, bins=bins, range=(0.0, 1.0))[0]]


def audit_size(confident: int, share: float) -> int:
    """How many of the confident items are audited: the share, rounded up, so that a small set has one too."""
    return min(confident, int(np.ceil(confident * share - 1e-9)))


def decide(
    confidences: Confidences, *, threshold: float, audit_share: float, seed: int
) -> list[tuple[int, Reason, int | None]]:
    """(item id, reason, position in the people's queue or None) for every answered item.

    The least confident come first, invalid replies before them; audited items lie among them at random, so that
    nobody can tell them by their place. The same seed draws the same sample.
    """
    value = np.nan_to_num(confidences.confidence, nan=-1.0)
    asked = np.flatnonzero(value < threshold)
    confident = np.flatnonzero(value >= threshold)
    random = np.random.default_rng(seed)
    audited = random.choice(confident, size=audit_size(confident.size, audit_share), replace=False)
    asked = asked[np.argsort(value[asked], kind="stable")]
    places = np.concatenate([np.arange(asked.size), random.uniform(0, max(asked.size, 1), audited.size)])
    queue = np.concatenate([asked, audited])[np.argsort(places, kind="stable")]
    position = np.full(value.size, -1)
    position[queue] = np.arange(queue.size)
    audit = np.zeros(value.size, dtype=bool)
    audit[audited] = True
    return [
        (int(item), _reason(v, threshold, a), int(p) if p >= 0 else None)
        for item, v, a, p in zip(confidences.item_ids, value, audit, position, strict=True)
    ]


def _reason(value: float, threshold: float, audited: bool) -> Reason:
    if audited:
        return Reason.AUDIT
    if value < 0:
        return Reason.INVALID
    return Reason.UNCERTAIN if value < threshold else Reason.CONFIDENT
