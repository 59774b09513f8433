"""Items as the texts that a model reads, and which of them with gold serve as its examples."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from annotator.domain.model import Item, Question
from annotator.errors import UserError
from annotator.storage import gold, items
from annotator.storage.database import Db

SEED = 0


class Examples(NamedTuple):
    """(text, label name) pairs, and the ids of their items in the same order."""

    pairs: tuple[tuple[str, str], ...]
    item_ids: tuple[int, ...]


def rendered(item: Item) -> str:
    """The item's fields as one text; with more than one, each under its name."""
    if len(item.fields) == 1:
        return next(iter(item.fields.values()))
    return "\n\n".join(f"{name}: {text}" for name, text in item.fields.items())


def pick(db: Db, question: Question, number: int) -> Examples:
    """So many items with gold, balanced over the labels; those that people settled come before imported ones.

    The same gold gives the same examples. Raises UserError where a label has no gold, or there is too little of it.
    """
    known: dict[int | None, list[gold.Gold]] = {label.id: [] for label in question.labels}
    for row in gold.every(db, question.id):
        known.setdefault(row.label_id, []).append(row)
    by_label = {label.name: _in_order(known[label.id]) for label in question.labels}
    _check(number, by_label)
    turns = zip_longest(*([(name, item_id) for item_id in ids] for name, ids in by_label.items()))
    chosen = [pair for turn in turns for pair in turn if pair is not None][:number]
    item_ids = tuple(item_id for _, item_id in chosen)
    shown = items.page(db, item_ids)
    return Examples(tuple((rendered(item), name) for item, (name, _) in zip(shown, chosen, strict=True)), item_ids)


def _in_order(rows: Sequence[gold.Gold]) -> list[int]:
    """Their item ids: what people settled first, else shuffled, so that the order of the file does not decide."""
    shuffled = random.Random(SEED).sample(rows, len(rows))
    return [row.item_id for row in sorted(shuffled, key=lambda row: row.source != "adjudicated")]


def _check(number: int, by_label: Mapping[str, Sequence[int]]) -> None:
    hint = "Settle more items in Review, import gold, or ask without examples."
    without = ", ".join(f"“{name}”" for name, ids in by_label.items() if not ids)
    if without:
        raise UserError(f"No item with gold shows what is {without}.", hint=hint)
    if number < len(by_label):
        raise UserError(
            f"{number} examples cannot show all {len(by_label)} labels.", hint=f"Choose at least {len(by_label)}."
        )
    there = sum(map(len, by_label.values()))
    if there < number:
        raise UserError(f"{number} examples are asked for, and {there} items have gold.", hint=hint)
