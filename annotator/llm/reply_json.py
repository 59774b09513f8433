"""The answer in a reply that is data: JSON with or without words around it."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any, NamedTuple

from annotator.llm.reply_text import as_share
from annotator.llm.spelling import normal

ANSWER_KEYS = frozenset(
    ["label", "answer", "final answer", "category", "class", "classification", "prediction", "choice", "verdict"]
    + ["sentiment", "result", "output", "response", "labels"]
)
CONFIDENCE_KEYS = frozenset(["confidence", "certainty", "probability", "confidence score"])
GUESS_KEYS = frozenset(["guesses", "answers", "predictions", "labels"])
DEEPEST = 6
_HOLDING = frozenset(["correct", "is correct", "valid", "is valid", "applies", "matches", "match", "true"])
_SAID = {"yes": 1.0, "true": 1.0, "no": 0.0, "false": 0.0}


class Pairs(list[tuple[str, Any]]):
    """A JSON object as it was written, so that a name that occurs twice is seen twice."""


class Said(NamedTuple):
    """What data says: the texts in the answer's place, and the confidence beside them as 0..1."""

    answers: list[str]
    stated: float | None


class Found(NamedTuple):
    """The JSON values in a text, objects as `Pairs`, and the words around them."""

    values: list[Any]
    around: str


def find(text: str) -> Found:
    """The JSON objects in the text, or the list that it is."""
    stripped = text.strip()
    if stripped.startswith("["):
        value, end = _decoded(stripped, 0)
        return Found([value], "") if isinstance(value, list) and not stripped[end:].strip() else _objects(text)
    return _objects(text)


def said(value: Any) -> Said | None:
    """The answer in a JSON value; None where it has no place for one."""
    answers = list(_answers(value, 0))
    if not answers:
        return None
    return Said(answers, next(_stated(value, 0), None))


def weighed(value: Any) -> dict[str, float] | None:
    """A number for each label, by normal name, of an object like {"spam": 0.9, "ham": 0.1} or {"spam": true}; None
    where it is no such object."""
    if not isinstance(value, Pairs) or not value:
        return None
    if len(value) == 1 and normal(value[0][0]) in ANSWER_KEYS:
        return weighed(value[0][1])
    numbers = {normal(name): _weight(number) for name, number in value}
    if len(numbers) < len(value) or any(number is None for number in numbers.values()):
        return None
    return {name: number for name, number in numbers.items() if number is not None}


def by_name(value: Any) -> list[tuple[str, str]]:
    """The texts in an object that has no place for an answer, each with its name."""
    if not isinstance(value, Pairs):
        return []
    if len(value) == 1 and normal(value[0][0]) in ANSWER_KEYS:
        return by_name(value[0][1])
    return [(name, inner) for name, inner in value if isinstance(inner, str)]


def denied(value: Any) -> bool:
    """Whether an object says itself that what it says is not so, as {"label": "spam", "correct": false}."""
    return isinstance(value, Pairs) and any(normal(name) in _HOLDING and inner is False for name, inner in value)


def _objects(text: str) -> Found:
    values, around, done = [], "", 0
    place = text.find("{")
    while place >= 0:
        value, end = _decoded(text, place)
        if isinstance(value, Pairs):
            values.append(value)
            around, done = f"{around}{text[done:place]}\n", end
        place = text.find("{", max(end, place + 1))
    return Found(values, around + text[done:])


def _decoded(text: str, place: int) -> tuple[Any, int]:
    try:
        return json.JSONDecoder(object_pairs_hook=Pairs).raw_decode(text, place)
    except (ValueError, RecursionError):
        return None, place


def _answers(value: Any, depth: int) -> Iterator[str]:
    if depth > DEEPEST:
        return
    if isinstance(value, Pairs):
        own = [inner for name, inner in value if normal(name) in ANSWER_KEYS]
        for inner in own or [inner for _, inner in value if isinstance(inner, Pairs)]:
            yield from _spoken(inner, depth) if own else _answers(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _spoken(inner, depth)


def _spoken(value: Any, depth: int) -> Iterator[str]:
    if isinstance(value, (Pairs, list)):
        yield from _answers(value, depth + 1)
    else:
        whole = isinstance(value, float) and value.is_integer()
        yield value if isinstance(value, str) else json.dumps(int(value) if whole else value)


def _stated(value: Any, depth: int) -> Iterator[float]:
    if not isinstance(value, Pairs) or depth > DEEPEST:
        return
    for name, inner in value:
        if normal(name) in CONFIDENCE_KEYS and (share := share_of(inner)) is not None:
            yield share
        yield from _stated(inner, depth + 1)


def share_of(value: Any) -> float | None:
    """0..1 from a number or a text like "85%"; None for anything else."""
    if isinstance(value, str):
        value = value.strip().rstrip("%").strip()
    try:
        return None if isinstance(value, bool) else as_share(value)
    except (TypeError, ValueError, OverflowError):
        return None


def _weight(value: Any) -> float | None:
    if isinstance(value, str):
        return _SAID.get(normal(value))
    if not isinstance(value, (bool, int, float)) or abs(value) > 100 or not math.isfinite(value):
        return None
    return float(value)
