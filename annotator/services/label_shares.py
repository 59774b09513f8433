"""How often each label is given, by LLMs, by people, by merging and in gold."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from annotator.domain.intervals import Share, wilson
from annotator.domain.model import Kind
from annotator.domain.spreadsheets import csv_cell
from annotator.services import measuring
from annotator.storage import annotators, answer_tables, gold, posteriors, setup
from annotator.storage.database import Db
from annotator.texts import say

Ints = NDArray[np.int64]
LLMS = 4  # that have bars of their own: those with the most answers


@dataclass(frozen=True)
class Source:
    """Where labels come from. kind: "llm", "people", "merged" or "gold".

    shares: one for each label of the question; of people the mean over the items of what share of them says so, so
    that an item with many answers counts once. items: that have a label from here.
    """

    name: str
    kind: str
    shares: tuple[Share, ...]
    items: int


@dataclass(frozen=True)
class Distribution:
    """labels: names in the question's order. more: LLMs that are left out, since they gave the fewest answers.

    common: whether only items count that people have labelled, too. left_out: why there is more gold than is counted,
    in a sentence, or "".
    """

    labels: tuple[str, ...]
    sources: tuple[Source, ...]
    more: int
    common: bool
    left_out: str = ""

    def numbers(self) -> str:
        """As CSV, one line for each source and label."""
        lines = ["source,label,items,share,low,high"]
        for source in self.sources:
            for label, share in zip(self.labels, source.shares, strict=True):
                bounds = f"{share.value or 0:.6g},{share.low:.6g},{share.high:.6g}"
                lines.append(f"{csv_cell(source.name)},{csv_cell(label)},{source.items},{bounds}")
        return "\n".join(lines) + "\n"


def distribution(db: Db, *, common: bool = False) -> Distribution:
    """All sources that have labels; reads every answer, so it belongs on the compute thread.

    common: only items that people have labelled. Else sources differ also because people get the difficult items.
    """
    question = setup.question(db)
    ids = np.array([label.id for label in question.labels], dtype=np.int64)
    table = answer_tables.answer_table(db, question.id)
    by_llm = np.isin(table.annotator_id, [a.id for a in annotators.every(db, Kind.LLM)])
    shared = np.unique(table.item_id[~by_llm]) if common else None
    found: list[Source] = []

    def add(name: str, kind: str, item: Ints, label: Ints) -> None:
        chosen = np.ones(item.size, dtype=np.bool_) if shared is None else np.isin(item, shared)
        source = _source(name, kind, item[chosen], label[chosen], ids)
        if source is not None:
            found.append(source)

    llms = _most(db, table.annotator_id[by_llm])
    for who, name in llms[:LLMS]:
        own = table.annotator_id == who
        add(name, "llm", table.item_id[own], table.label_id[own])
    add(say("People"), "people", table.item_id[~by_llm], table.label_id[~by_llm])
    merged = np.array([(row.item_id, row.label_id) for row in posteriors.every(db)], dtype=np.int64).reshape(-1, 2)
    add(say("Merged labels"), "merged", merged[:, 0], merged[:, 1])
    right = np.array(gold.measuring(db, question.id), dtype=np.int64).reshape(-1, 2)
    add(say("Gold"), "gold", right[:, 0], right[:, 1])
    return Distribution(question.label_names(), tuple(found), max(len(llms) - LLMS, 0), common, measuring.left_out(db))


def _most(db: Db, annotator_id: Ints) -> list[tuple[int, str]]:
    """(id, name) of the LLMs that gave labels, those with the most first."""
    who, count = np.unique(annotator_id, return_counts=True)
    order = np.argsort(-count, kind="stable")
    return [(int(id_), annotators.get(db, int(id_)).name) for id_ in who[order]]


def _source(name: str, kind: str, item: Ints, label: Ints, ids: Ints) -> Source | None:
    """None without a label."""
    if not item.size:
        return None
    items, code = np.unique(item, return_inverse=True)
    weight = 1 / np.bincount(code)[code]
    shares = tuple(wilson(float(weight[label == id_].sum()), items.size) for id_ in ids)
    return Source(name, kind, shares, items.size)
