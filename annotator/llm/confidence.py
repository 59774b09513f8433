"""From raw label log-probabilities to probabilities that can be trusted: batch calibration."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from annotator.texts import english

Floats = NDArray[np.float64]

# Fewer items than this say little about the model's prior for the label words; inputs without content say more.
BATCH_AT_LEAST = 16
CONTENT_FREE = ("N/A", "", "[MASK]")

Source = Literal["batch", "content-free", "none"]
_METHODS: dict[Source, str] = {
    "batch": english("label probability, divided by the mean over {n} items of the run"),
    "content-free": english("label probability, divided by the prior of {n} inputs without content"),
    "none": english("label probability"),
}


@dataclass(frozen=True)
class BatchCalibration:
    """What a model tends to answer whatever the text says.

    mean: (n_labels,), mean raw log-probability of each label; n: how many replies it is the mean of.
    """

    mean: Floats
    n: int
    source: Source

    @property
    def method(self) -> str:
        """The confidence's origin in words, kept with each annotation."""
        return _METHODS[self.source].format(n=self.n)


def as_matrix(replies: Sequence[Mapping[int, float]], label_ids: Sequence[int]) -> Floats:
    """(n_replies, n_labels) of raw label log-probabilities z, columns in the order of label_ids."""
    rows = [[reply[label] for label in label_ids] for reply in replies]
    return np.array(rows, dtype=np.float64).reshape(len(replies), len(label_ids))


def batch_calibration(z: Floats, *, content_free: Floats | None = None) -> BatchCalibration:
    """The mean to take off: over the run's items, or with fewer than 16 of them over content-free inputs.

    z: (n_items, n_labels) raw log-probabilities of one agent and one question; content_free: the same of the
    replies to `CONTENT_FREE`. With too few items and no content-free replies nothing is taken off.
    """
    if len(z) >= BATCH_AT_LEAST:
        return BatchCalibration(z.mean(axis=0), len(z), "batch")
    if content_free is not None and len(content_free):
        return BatchCalibration(content_free.mean(axis=0), len(content_free), "content-free")
    return BatchCalibration(np.zeros(z.shape[1]), 0, "none")


def calibrate(z: Floats, mean: Floats) -> Floats:
    """Probability of each label: softmax(z - mean), rows sum to 1."""
    return softmax(z - mean)


def plain(logprobs: Mapping[int, float]) -> dict[int, float]:
    """Probability by label id without calibration: the log-probabilities renormalised over the labels."""
    p = softmax(np.array(list(logprobs.values()), dtype=np.float64))
    return dict(zip(logprobs, p.tolist(), strict=True))


def softmax(z: Floats) -> Floats:
    """Over the last axis; adding a constant to a row changes nothing."""
    shifted: Floats = np.exp(z - z.max(axis=-1, keepdims=True))
    shifted /= shifted.sum(axis=-1, keepdims=True)
    return shifted
