"""Which item an answer helps most next, given how sure its label is and who answers."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.domain.routing import Confidences, Reason, Split

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

SURE = 0.95  # with a calibrated posterior from here on nobody is asked
MOST = 5  # answers of people to one item
AVERAGE_RIGHT = 0.8  # how often a person is right about whom nothing is known

# Each answer of a person makes the next one worth less: what several did not settle is hard for everybody.
DISCOUNT = 0.8

# Somebody new begins with items that others answered too, as nothing else tells how good an annotator is.
SHARED = 10  # such items, after which the bonus has run out
BONUS = 1.0

# The same for people as a whole: how right they are shows where they meet, so they meet first.
MEETING = 40  # answers of people to items that other people answered too, after which there is no bonus any more
MEETING_BONUS = 3.0

LIKELY = 12  # labels of an item that are looked at one by one; the others count as one answer


class Standing(NamedTuple):
    """How things stand for some items.

    posterior: (n_items, n_labels), rows sum to 1. given: (n_items,), labels that people gave.
    """

    posterior: Floats
    given: Ints


def one_coin(right: float, n_labels: int) -> Floats:
    """(n_labels, n_labels), [answered, truth]: right so often, and wrong answers are any other label."""
    if n_labels < 2:
        return np.ones((n_labels, n_labels))
    matrix = np.full((n_labels, n_labels), (1 - right) / (n_labels - 1))
    np.fill_diagonal(matrix, right)
    return matrix


def gain(standing: Standing, confusion: Floats, who: Ints | None = None) -> Floats:
    """(n_items,), >= 0: what one more answer of an annotator is expected to gain for each item.

    confusion: (n_labels, n_labels), [answered, truth], columns sum to 1; with `who`, (n_items,), the number of the
    annotator who would answer each item, (n_annotators, n_labels, n_labels). The gain is the expected drop of the error
    of the most likely label, which is 0 where no single answer could turn it, plus that of a label drawn from the
    posterior, which every informative answer lowers.
    """
    posterior = standing.posterior
    if posterior.shape[1] < 2:
        return np.zeros(len(posterior))
    rows = np.arange(len(posterior))[:, None]
    likely = np.argsort(-posterior, axis=1, kind="stable")[:, :LIKELY]
    truth = posterior[rows, likely]  # (n_items, n_likely)
    cells = (likely[:, :, None], likely[:, None, :])  # (n_items, answered, truth)
    told = confusion[cells] if who is None else confusion[(who[:, None, None], *cells)]
    other = np.clip(1 - told.sum(axis=1, keepdims=True), 0, 1)
    joint = np.concatenate([told, other], axis=1) * truth[:, None, :]
    chance = joint.sum(axis=2)  # of each answer
    right = joint.max(axis=2).sum(axis=1) - truth.max(axis=1)
    squares = np.divide((joint**2).sum(axis=2), chance, out=np.zeros_like(chance), where=chance > 0)
    drawn = squares.sum(axis=1) - (truth**2).sum(axis=1)
    worth: Floats = np.maximum(right, 0) + np.maximum(drawn, 0)
    return worth * DISCOUNT**standing.given


def meeting(worth: Floats, given: Ints) -> Floats:
    """(n_items,): the worth of an answer, raised where other people answered, as long as people hardly met.

    given: (n_items,), labels that people gave. Of answers that only an LLM can be compared with nobody knows what they
    are worth: when one person and one LLM differ, either may be wrong.
    """
    met = int(given[given > 1].sum())
    raised: Floats = worth * np.where(given > 0, 1 + MEETING_BONUS * max(0.0, 1 - met / MEETING), 1.0)
    return raised


def best_for(standing: Standing, confusion: Floats, shared: int) -> int:
    """The row of the item to offer next to an annotator who answered none of them; of equal ones the first.

    shared: items that this annotator answered and others answered too.
    """
    worth = gain(standing, confusion)
    worth *= np.where(standing.given > 0, 1 + BONUS * max(0.0, 1 - shared / SHARED), 1.0)
    return int(np.argmax(np.round(worth, 12)))


def order(worth: Floats, sure: NDArray[np.bool_], given: Ints) -> Ints:
    """(n_items,): positions in the queue, -1 for items that are accepted as they are.

    The largest worth comes first, of equal ones the first item. Items that are sure by people's answers stand at the
    end, since one that is taken back can make them wait again.
    """
    queued = np.flatnonzero(~sure | (given > 0))
    ranked = queued[np.lexsort((-np.round(worth[queued], 12), sure[queued]))]
    position = np.full(worth.size, -1)
    position[ranked] = np.arange(ranked.size)
    return position


def spread(confidence: Floats, n_labels: int) -> Floats:
    """(n_items, n_labels): what an LLM's confidences say while nothing is merged; the likeliest label stands first.

    confidence: (n_items,), 0..1. One below an even chance, and NaN for an invalid reply, tells nothing.
    """
    even = 1 / max(n_labels, 1)
    first = np.maximum(np.nan_to_num(confidence, nan=even), even)
    posterior = np.repeat(((1 - first) / max(n_labels - 1, 1))[:, None], n_labels, axis=1)
    posterior[:, 0] = first
    return posterior


def by_confidence(posterior: Floats, confidence: Floats) -> Floats:
    """(n_items, n_labels): the posterior, with the likeliest label as probable as one LLM says.

    For items that nobody but one LLM answered: a merge knows little of those, and its posterior hardly tells one from
    the other, while the confidence does. confidence: (n_items,), NaN for the items that stay.
    """
    rows = np.flatnonzero(~np.isnan(confidence))
    best = posterior[rows].argmax(axis=1)
    top = posterior[rows, best]
    said = np.maximum(confidence[rows], 1 / max(posterior.shape[1], 1))
    changed = posterior.copy()
    changed[rows] *= ((1 - said) / np.maximum(1 - top, 1e-12))[:, None]
    changed[rows, best] = said
    return changed


def split(sure: NDArray[np.bool_], given: Ints, confidences: Confidences | None) -> Split:
    """Number of items on each side of an adaptive queue."""
    accepted = int((sure & (given == 0)).sum())
    invalid = 0 if confidences is None else int(confidences.invalid.sum())
    return Split(sure.size - accepted, 0, accepted, invalid, 0 if confidences is None else confidences.not_answered)


def routes(items: Ints, position: Ints, invalid: NDArray[np.bool_]) -> list[tuple[int, Reason, int | None]]:
    """(item id, reason, position in the people's queue or None) for every item.

    position: (n_items,), as `order` gives it. invalid: (n_items,), whether the LLM's reply named no label.
    """
    found: list[tuple[int, Reason, int | None]] = []
    for item, place, without_label in zip(items.tolist(), position.tolist(), invalid.tolist(), strict=True):
        asked = Reason.INVALID if without_label else Reason.UNCERTAIN
        found.append((item, Reason.CONFIDENT, None) if place < 0 else (item, asked, place))
    return found
