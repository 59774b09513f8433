"""Reads a reply that gives several labels, each with how likely it is right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from annotator.llm.parsed import CUT_OFF, EMPTY, NONE_NAMED, Parsed
from annotator.llm.parsing import parse_reply
from annotator.llm.reply_json import CONFIDENCE_KEYS, GUESS_KEYS, Pairs, find, share_of
from annotator.llm.reply_text import cleaned, split_confidence, split_share
from annotator.llm.spelling import normal
from annotator.texts import english

NO_NUMBERS = english("The reply gives its guesses no confidence.")
SPLIT = english("The reply is as sure of two labels.")


class Guessed(NamedTuple):
    """`parsed`: the likeliest label, or why there is none. shares: 0..1 by position of every label that was guessed,
    as stated; they need not sum to one."""

    parsed: Parsed
    shares: dict[int, float]


def parse_guesses(reply: str, names: Sequence[str]) -> Guessed:
    """The guesses in a reply, as data or one in a line; the first of them has to be a permitted label, others that are
    none are left out. The likeliest is the answer; of two as likely there is none, unless no number is given at all
    and only one label is."""
    text, still_open = cleaned(reply)
    if still_open or not text.strip():
        return Guessed(Parsed(None, CUT_OFF if still_open else EMPTY), {})
    rows = list(_from_data(text)) or _from_lines(text)
    found = [(parse_reply(said, names), share) for said, share in rows]
    known = [(parsed.position, share) for parsed, share in found if parsed.position is not None]
    if not found or found[0][0].position is None:
        return Guessed(found[0][0] if found else Parsed(None, NONE_NAMED), {})
    if len(found) == 1 and found[0][1] is None:
        return Guessed(found[0][0], {})
    shares: dict[int, float] = {}
    for position, share in known:
        if share is not None:
            shares[position] = max(share, shares.get(position, 0.0))
    return Guessed(_likeliest(found[0][0], shares), shares)


def _likeliest(first: Parsed, shares: dict[int, float]) -> Parsed:
    if not shares:
        return Parsed(None, NO_NUMBERS)
    top = max(shares.values())
    best = [position for position, share in shares.items() if share == top]
    if len(best) > 1 and first.position not in best:
        return Parsed(None, SPLIT)
    # The first guess is asked to be the likeliest, so it breaks a tie.
    position = first.position if first.position in best else best[0]
    return Parsed(position, stated=top, note=first.note if position == first.position else "")


def _from_data(text: str) -> Iterator[tuple[str, float | None]]:
    for value in find(text).values:
        for row in _rows(value):
            yield from _row(row)


def _rows(value: Any) -> list[Any]:
    """The guesses of an object with a list of them, of a list, or of one object that is a guess."""
    if isinstance(value, list) and not isinstance(value, Pairs):
        return value
    if not isinstance(value, Pairs):
        return []
    lists = [inner for name, inner in value if normal(name) in GUESS_KEYS and isinstance(inner, list)]
    return list(lists[0]) if lists and not isinstance(lists[0], Pairs) else [value]


def _row(row: Any) -> Iterator[tuple[str, float | None]]:
    """{"label": "spam", "confidence": 80}, {"spam": 80} or "spam"."""
    if isinstance(row, str):
        yield row, None
    if not isinstance(row, Pairs):
        return
    labels = [inner for name, inner in row if normal(name) in ("label", "guess", "answer", "category")]
    numbers = [share_of(inner) for name, inner in row if normal(name) in CONFIDENCE_KEYS]
    if labels:
        yield str(labels[0]), numbers[0] if numbers else None
        return
    for name, inner in row:
        if (share := share_of(inner)) is not None and normal(name) not in CONFIDENCE_KEYS:
            yield name, share


def _from_lines(text: str) -> list[tuple[str, float | None]]:
    """Lines such as "1. spam | 80", "G1: spam (80%)" or "spam: 80"; where there are such, others are talk."""
    rows = list(_rows_of(text.split("\n")))
    return [row for row in rows if row[1] is not None] or rows


def _rows_of(lines: Sequence[str]) -> Iterator[tuple[str, float | None]]:
    for line in lines:
        row = _NUMBERED.sub("", line.strip())
        rest, share = split_confidence(row)
        if share is None:
            rest, share = split_share(row)
        if share is None and (found := _NUMBER_LAST.search(row)):
            rest, share = row[: found.start()], share_of(found["number"])
        if rest.strip():
            yield rest, share


_NUMBERED = re.compile(r"^(?:\(?(?:guess|g|answer)?[ ]?\d{1,2}[.):]|[-*•])\s*", re.IGNORECASE)
_NUMBER_LAST = re.compile(r"(?<![\s:=,;|–-])[\s:=,;|–-]+(?P<number>\d{1,3}(?:\.\d+)?)\s*$")
