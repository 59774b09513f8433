"""Items as the texts that a model reads, and which of them with gold serve as its examples."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from annotator.domain.model import Item, Question
from annotator.domain.quoting import quoted
from annotator.domain.words import counted
from annotator.errors import UserError
from annotator.llm.few_shot import MOST_EXAMPLES
from annotator.storage import gold, items
from annotator.storage.database import Db
from annotator.texts import english, figure, say, spoken

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
    by_label = {label.name: in_order(known[label.id]) for label in question.labels}
    _check(number, by_label)
    turns = zip_longest(*([(name, item_id) for item_id in ids] for name, ids in by_label.items()))
    chosen = [pair for turn in turns for pair in turn if pair is not None][:number]
    return _examples(db, [item_id for _, item_id in chosen], [name for name, _ in chosen])


def these(db: Db, question: Question, names: Sequence[str]) -> Examples:
    """The items of these ids, as people know them, in this order. Raises UserError for one without a known label."""
    ids = items.ids_by_external(db, names)
    strange = next((name for name in names if name not in ids), None)
    if strange is not None:
        raise UserError(
            say("There is no item “{strange}”.", strange=strange[:60]),
            hint=say("Name items by their ids, with commas between them."),
        )
    labels = {label.id: label.name for label in question.labels}
    known = gold.of_items(db, question.id, list(ids.values()))
    item_ids = list(dict.fromkeys(ids[name] for name in names))
    given = [labels.get(known[id_].label_id or 0, "") if id_ in known else "" for id_ in item_ids]
    if "" in given:
        bare = next(name for name in names if item_ids.index(ids[name]) == given.index(""))
        raise UserError(
            say("The label of “{bare}” is not known.", bare=bare),
            hint=say("Settle it in Review, or name another item."),
        )
    return _examples(db, item_ids, given)


def first(db: Db, question: Question, number: int) -> Examples:
    """So many items with gold, whatever their labels; those that people settled come first. Raises UserError."""
    labels = {label.id: label.name for label in question.labels}
    rows = {row.item_id: row for row in gold.every(db, question.id) if row.label_id is not None}
    if len(rows) < number:
        raise _too_little(number, len(rows))
    item_ids = in_order(list(rows.values()))[:number]
    return _examples(db, item_ids, [labels[rows[id_].label_id or 0] for id_ in item_ids])


def pool(db: Db, question: Question, number: int) -> Examples:
    """What so many nearest examples are chosen from: half of the gold, since the other half is to score the agent.

    Raises UserError where that is not enough.
    """
    labels = {label.id: label.name for label in question.labels}
    rows = {row.item_id: row for row in gold.every(db, question.id) if row.label_id is not None}
    if len(rows) // 2 < number:
        raise UserError(
            say(
                "{nearest_examples} must be chosen from half of the gold, and {rows} items have gold.",
                nearest_examples=counted(number, "nearest example"),
                rows=figure(len(rows)),
            ),
            hint=spoken(_MORE_GOLD),
        )
    item_ids = in_order(list(rows.values()))[: min(len(rows) // 2, MOST_EXAMPLES)]
    return _examples(db, item_ids, [labels[rows[id_].label_id or 0] for id_ in item_ids])


def _examples(db: Db, item_ids: Sequence[int], labels: Sequence[str]) -> Examples:
    shown = items.page(db, item_ids)
    return Examples(tuple((rendered(item), label) for item, label in zip(shown, labels, strict=True)), tuple(item_ids))


def _too_little(number: int, there: int) -> UserError:
    return UserError(
        say("{number} examples are asked for, and {there} items have gold.", number=number, there=there),
        hint=spoken(_MORE_GOLD),
    )


def in_order(rows: Sequence[gold.Gold]) -> list[int]:
    """Their item ids in the order in which they become examples: what people settled first, else shuffled, so that the
    order of the file does not decide."""
    shuffled = random.Random(SEED).sample(rows, len(rows))
    return [row.item_id for row in sorted(shuffled, key=lambda row: row.source != "adjudicated")]


def _check(number: int, by_label: Mapping[str, Sequence[int]]) -> None:
    without = ", ".join(quoted(name) for name, ids in by_label.items() if not ids)
    if without:
        raise UserError(say("No item with gold shows what is {without}.", without=without), hint=spoken(_MORE_GOLD))
    if number < len(by_label):
        raise UserError(
            say("{number} examples cannot show all {by_label} labels.", number=number, by_label=len(by_label)),
            hint=say("Choose at least {by_label}.", by_label=len(by_label)),
        )
    there = sum(map(len, by_label.values()))
    if there < number:
        raise _too_little(number, there)


_MORE_GOLD = english("Settle more items in Review, import gold, or ask without examples.")
