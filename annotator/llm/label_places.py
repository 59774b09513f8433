"""Where labels stand in a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.llm.spelling import joined


class Place(NamedTuple):
    """From start to before end stands the label of this index."""

    position: int
    start: int
    end: int


def places(text: str, names: Sequence[str]) -> Iterator[Place]:
    """Labels in the text from left to right, the longest at each place."""
    by_length = sorted((i for i in range(len(names)) if names[i]), key=lambda i: -len(names[i]))
    firsts = {names[i][0] for i in by_length}
    place = 0
    while place < len(text):
        here = [i for i in by_length if _stands_at(text, place, names[i])] if text[place] in firsts else []
        if not here:
            place += 1
            continue
        length = len(names[here[0]])
        yield from (Place(i, place, place + length) for i in here if len(names[i]) == length)
        place += length


def _stands_at(text: str, place: int, name: str) -> bool:
    end = place + len(name)
    if not text.startswith(name, place):
        return False
    return not joined(text[place - 1 : place], name[0]) and not joined(name[-1], text[end : end + 1])
