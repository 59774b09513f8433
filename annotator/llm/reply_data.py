"""The label in a reply that is data: in a place for the answer, by a number for each label, or by its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from annotator.llm.harmless import words
from annotator.llm.label_names import LabelNames
from annotator.llm.parsed import NONE_NAMED, NOT_PLAIN, Parsed
from annotator.llm.reply_json import by_name, denied, said, weighed
from annotator.llm.reply_lines import of_it
from annotator.llm.reply_words import short
from annotator.llm.spelling import normal


def from_data(data: Sequence[Any], known: LabelNames) -> Parsed:
    """The label that all places for an answer agree on."""
    found = [parsed for value in data for parsed in _in_value(value, known)]
    positions = {parsed.position for parsed in found if parsed.position is not None}
    if len(positions) > 1:
        return known.named(positions)
    invalid = next((parsed for parsed in found if parsed.position is None), None)
    return invalid or found[0]


def from_names(values: Sequence[Any], known: LabelNames) -> Parsed | None:
    """From data without a place for the answer: the one label in it, as in {"emotion": "joy"}, unless its name says
    that it is something else; None where no label is in it."""
    rows = [row for value in values for row in by_name(value)]
    named = [(name, found) for name, text in rows if (found := known.resolve(text)).position is not None]
    if not named:
        return None
    if len(named) > 1:
        return Parsed(None, NOT_PLAIN)
    [(name, found)] = named
    if not of_it(words(normal(name))) or not _NO_ANSWER.isdisjoint(words(normal(name))):
        return Parsed(None, NOT_PLAIN)
    return found


def _in_value(value: Any, known: LabelNames) -> list[Parsed]:
    answer = said(value)
    if denied(value):
        return [Parsed(None, NOT_PLAIN)]
    if answer is None:
        return [_weighed(weighed(value) or {}, known)]
    return [short(text, known)._replace(stated=answer.stated) for text in answer.answers]


def _weighed(numbers: dict[str, float], known: LabelNames) -> Parsed:
    """From a number for each label: true for one, or the largest of shares that sum to one or a hundred."""
    weights = {known.normal.index(name): number for name, number in numbers.items() if name in known.normal}
    if len(weights) < len(numbers) or len(set(known.normal)) < len(known.normal):
        return Parsed(None, NONE_NAMED)
    largest = max(weights.values())
    best = [position for position, number in weights.items() if number == largest]
    total = sum(weights.values())
    if len(best) > 1 or largest <= 0 or min(weights.values()) < 0:
        return Parsed(None, NONE_NAMED)
    if not any(abs(total - whole) <= 0.02 * whole for whole in (1, 100)):
        return Parsed(None, NOT_PLAIN)
    return Parsed(best[0], stated=largest / total if len(weights) > 1 else None)


_NO_ANSWER = frozenset(
    ["text", "input", "item", "message", "content", "sentence", "quote", "reason", "reasons", "reasoning", "rationale"]
    + ["explanation", "thought", "thoughts", "note", "comment", "example", "examples", "option", "options", "question"]
    + ["const", "enum", "type", "title", "description", "keyword"]
)
