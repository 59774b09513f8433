"""How well a few typed letters fit a text: they must stand in it in their order, best where words begin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

# The run of letters that is typed counts most, then where words begin, then that little is left out between.
_IN_A_ROW, _WORD, _START, _GAP = 7.0, 6.0, 4.0, 0.15


class Fit(NamedTuple):
    """`score`: the higher the better. `places`: which letters of the text were typed, from 0 on."""

    score: float
    places: tuple[int, ...]


def fit(typed: str, text: str) -> Fit | None:
    """None where the letters do not all stand in the text in their order. Case and spaces are not looked at."""
    wanted = "".join(typed.casefold().split())
    if not wanted:
        return Fit(0.0, ())
    folded = "".join(letter.casefold()[:1] or letter for letter in text)  # as long as the text, for the places
    starts = [at for at, letter in enumerate(folded) if letter == wanted[0]]
    ways = [_from(start, wanted, folded, words) for start in starts for words in (True, False)]
    found = [places for places in ways if places is not None]
    return max((Fit(_score(places, folded), places) for places in found), default=None)


def best(typed: str, texts: Sequence[str], most: int) -> list[int]:
    """The positions of the texts that fit, the best first, at most so many; in their order where they fit alike."""
    fits = ((position, fit(typed, text)) for position, text in enumerate(texts))
    found = [(-one.score, position) for position, one in fits if one is not None]
    return [position for _, position in sorted(found)[:most]]


def _from(start: int, wanted: str, text: str, words: bool) -> tuple[int, ...] | None:
    """Where each letter stands from `start` on: at once, or else (words) where a word begins, or else anywhere."""
    places = [start]
    for letter in wanted[1:]:
        here = places[-1] + 1
        if text[here : here + 1] != letter:
            begun = (at for at in range(here, len(text)) if text[at] == letter and _begins(at, text))
            word = next(begun, -1) if words else -1
            here = word if word >= 0 else text.find(letter, here)
        if here < 0:
            return None
        places.append(here)
    return tuple(places)


def _begins(at: int, text: str) -> bool:
    return at == 0 or not text[at - 1].isalnum()


def _score(places: tuple[int, ...], text: str) -> float:
    total = _START if places[0] == 0 else 0.0
    for place, before in zip(places, (-2, *places), strict=False):
        total += 1 + (_IN_A_ROW if place == before + 1 else 0) + (_WORD if _begins(place, text) else 0)
    return total - _GAP * (places[-1] - places[0] + 1 - len(places)) - 0.02 * len(text)
