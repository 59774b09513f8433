"""Items on which reliable people disagree: where one right label may not be the whole truth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from annotator.domain.model import Kind
from annotator.domain.spreadsheets import csv_cell
from annotator.services.adjudicating import excerpt
from annotator.storage import annotators, answer_tables, gold, items, posteriors, setup
from annotator.storage.database import Db

RELIABLE = 0.7  # as merging estimates it; whoever is below may be wrong rather than of another opinion
SHOWN = 300  # items of the list

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class SoftItem:
    """An item with differing answers of reliable people.

    counts: (n_labels,), how many of them gave each label. posterior: (n_labels,), None where it is not merged.
    """

    item_id: int
    external_id: str
    text: str
    counts: NDArray[np.int64]
    posterior: Floats | None
    settled: bool

    @property
    def shares(self) -> Floats:
        found: Floats = self.counts / self.counts.sum()
        return found

    @property
    def entropy(self) -> float:
        """Of the answers: 0 where all say the same, 1 where all labels are given alike."""
        given = self.shares[self.counts > 0]
        return float(-(given * np.log(given)).sum() / np.log(self.counts.size)) if given.size > 1 else 0.0


@dataclass(frozen=True)
class SoftLabels:
    """items: the first of `differing`, those with the most answers against the commonest one first.

    several: items with two or more answers of reliable people. left_out: people whose answers do not count.
    estimated: whether merging has estimated how reliable people are; else all of them count.
    """

    labels: tuple[str, ...]
    items: tuple[SoftItem, ...]
    several: int
    differing: int
    left_out: tuple[str, ...]
    estimated: bool

    def numbers(self) -> str:
        """As CSV, one line for each item: answers by label, then the merged probabilities."""
        heads = [f"people: {name}" for name in self.labels] + [f"p: {name}" for name in self.labels]
        lines = [",".join(map(csv_cell, ["item_id", "entropy", *heads]))]
        for row in self.items:
            merged = ["" if row.posterior is None else f"{p:.6g}" for p in _padded(row)]
            lines.append(",".join([csv_cell(row.external_id), f"{row.entropy:.6g}", *map(str, row.counts), *merged]))
        return "\n".join(lines) + "\n"


def soft_labels(db: Db) -> SoftLabels:
    """Where reliable people differ; reads every answer, so it belongs on the compute thread."""
    with db.snapshot():
        return _soft_labels(db)


def _soft_labels(db: Db) -> SoftLabels:
    question = setup.question(db)
    ids = np.array([label.id for label in question.labels], dtype=np.int64)
    table = answer_tables.answer_table(db, question.id)
    right = {r.annotator_id: r.reliability for r in posteriors.reliabilities(db) if r.reliability is not None}
    people = [a for a in annotators.every(db, Kind.HUMAN) if np.any(table.annotator_id == a.id)]
    below = [a for a in people if right.get(a.id, 1.0) < RELIABLE]
    kept = np.isin(table.annotator_id, [a.id for a in people if a not in below])
    item, code = np.unique(table.item_id[kept], return_inverse=True)
    order = np.argsort(ids)
    label = order[np.searchsorted(ids[order], table.label_id[kept])]
    counts = np.bincount(code * ids.size + label, minlength=item.size * ids.size).reshape(-1, max(ids.size, 1))
    total, against = counts.sum(axis=1), counts.sum(axis=1) - counts.max(axis=1, initial=0)
    differing = np.flatnonzero(against > 0)
    chosen = differing[np.lexsort((differing, -against[differing] / total[differing], -against[differing]))][:SHOWN]
    return SoftLabels(
        labels=question.label_names(),
        items=tuple(_read(db, question.id, ids.tolist(), item[chosen].tolist(), counts[chosen])),
        several=int((total > 1).sum()),
        differing=int(differing.size),
        left_out=tuple(a.name for a in below),
        estimated=any(a.id in right for a in people),
    )


def _read(
    db: Db, question_id: int, label_ids: Sequence[int], ids: Sequence[int], counts: NDArray[np.int64]
) -> list[SoftItem]:
    merged, known = posteriors.of_items(db, ids), gold.of_items(db, question_id, ids)
    texts = {item.id: item for item in items.page(db, ids)}
    merging = posteriors.current(db)
    fits = merging is not None and merging.labels == tuple(label_ids)  # else labels were added or taken out since
    found = []
    for item_id, row in zip(ids, counts, strict=True):
        posterior = np.frombuffer(merged[item_id].probabilities) if fits and item_id in merged else None
        settled = item_id in known and known[item_id].source == "adjudicated"
        item = texts[item_id]
        found.append(SoftItem(item_id, item.external_id, excerpt(item), row, posterior, settled))
    return found


def _padded(row: SoftItem) -> Sequence[float]:
    return np.zeros(row.counts.size).tolist() if row.posterior is None else row.posterior.tolist()
