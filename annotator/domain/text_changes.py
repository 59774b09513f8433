"""In what two versions of a text differ, by lines and by words."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple


class Change(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


class Piece(NamedTuple):
    """Part of a line, with its spaces."""

    change: Change
    text: str


class Line(NamedTuple):
    """A line of the comparison; a changed line stands twice, as it was and as it is, its changed words marked."""

    change: Change
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def compared(before: str, after: str) -> list[Line]:
    """All lines of both versions in order."""
    old, new = before.splitlines(), after.splitlines()
    found: list[Line] = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found += [Line(Change.SAME, (Piece(Change.SAME, line),)) for line in old[a:b]]
        else:
            found += _changed(old[a:b], new[c:d])
    return found


def changed_lines(before: str, after: str) -> list[str]:
    """The lines that one version has and the other has not."""
    return [line.text for line in compared(before, after) if line.change is not Change.SAME and line.text.strip()]


def _changed(old: list[str], new: list[str]) -> Iterator[Line]:
    """Lines that took each other's place are compared by words; of the others all is new or gone."""
    pairs = list(zip(old, new, strict=False))
    marked = [_words(one, other) for one, other in pairs]
    yield from (Line(Change.REMOVED, was) for was, _ in marked)
    yield from (Line(Change.REMOVED, (Piece(Change.REMOVED, line),)) for line in old[len(pairs) :])
    yield from (Line(Change.ADDED, now) for _, now in marked)
    yield from (Line(Change.ADDED, (Piece(Change.ADDED, line),)) for line in new[len(pairs) :])


def _words(one: str, other: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    old, new = re.findall(r"\s+|\w+|[^\w\s]", one), re.findall(r"\s+|\w+|[^\w\s]", other)
    was: list[Piece] = []
    now: list[Piece] = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        same = tag == "equal"
        if b > a:
            was.append(Piece(Change.SAME if same else Change.REMOVED, "".join(old[a:b])))
        if d > c:
            now.append(Piece(Change.SAME if same else Change.ADDED, "".join(new[c:d])))
    return tuple(was), tuple(now)
