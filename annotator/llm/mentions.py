"""Where a text names labels, and whether it says that they are it or that they are not."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from annotator.llm.clauses import SENTENCE_END, WORD, claimed, clause, denied, hedged, modified, negated
from annotator.llm.everyday_labels import goes_on, is_everyday
from annotator.llm.harmless import contrasts, counts, crossed, introduces, turned_round
from annotator.llm.label_places import Place, places
from annotator.llm.near_misses import NEGATING
from annotator.llm.spelling import unspaced


class Mention(NamedTuple):
    """A label (by index) at a place of a text.

    negated: the text says that it is not this label. asked: it only asks whether it is.
    plain: it says so outright, and does not only use the word. claimed: it says so with a verb.
    """

    position: int
    start: int
    end: int
    negated: bool
    asked: bool
    plain: bool
    claimed: bool


def mentions(text: str, names: Sequence[str]) -> list[Mention]:
    """Labels in the text from left to right, the longest at each place, so "not spam" is not "spam".

    text and names in their normal form.
    """
    found = list(places(text, names))
    if not found:
        return []
    inner = {name for name in names if any(name != other and f" {name} " in f" {other} " for other in names)}
    reading = _Reading(text, found)
    return [reading.judged(place, names[place.position], names[place.position] in inner) for place in found]


def is_short(text: str) -> bool:
    """Whether a text is so short that a label in it needs no verb to be the answer."""
    return len(text) <= MOST_SIGNS if unspaced(text) else len(WORD.findall(text)) <= MOST_WORDS


class _Reading:
    """A text in which labels stand, and what there is to say of each of them."""

    def __init__(self, text: str, found: Sequence[Place]) -> None:
        around = list(text)  # the "not" of "not spam" says nothing of a label after it
        for _, start, end in found:
            around[start:end] = " " * (end - start)
        self._text, self._around = text, "".join(around)
        self._ends = [(end.start(), end.end()) for end in SENTENCE_END.finditer(text)]
        self._quotes = [quote.start() for quote in _QUOTES.finditer(text)]
        self._crossed = crossed(text)
        # With few words around a label no verb is needed, if all of them are known to take nothing back.
        several = len({place.position for place in found}) > 1
        self._introduced = is_short(text) and (contrasts if several else introduces)(self._around)
        self._counted = is_short(text) and counts(self._around)
        self._lone = not WORD.search(self._around)

    def judged(self, place: Place, name: str, inner: bool) -> Mention:
        """inner: the label is part of another one."""
        before, after, asked = self._sentence(place)
        says_so = claimed(before, after)
        # Words of any kind may hedge or report ("only a fool would call it"): those before the verb must be harmless.
        meant = says_so and contrasts(clause(before))
        changed = hedged(before, after) or (inner and modified(before, after)) or self._is_quoted_along(place)
        changed = changed or self._crossed or (name not in NEGATING and denied(self._after(place)))
        turned = turned_round(before, after, number=name.isnumeric())
        return Mention(
            position=place.position,
            start=place.start,
            end=place.end,
            negated=negated(before, after),
            asked=asked,
            plain=not turned
            and ((self._lone and not self._crossed) or (not changed and self._is_plain(place, name, before, meant))),
            claimed=says_so,
        )

    def _sentence(self, place: Place) -> tuple[str, str, bool]:
        """What of its sentence stands before and after the label, as far as it can matter, and whether it asks."""
        number = bisect_left(self._ends, (place.start, 0))
        start = self._ends[number - 1][1] if number else 0
        stop = next((end for end, _ in self._ends[number:] if end >= place.end), len(self._text))
        before = self._around[max(start, place.start - FAR) : place.start]
        after = self._around[place.end : min(stop, place.end + FAR)]
        asked = self._text[stop : stop + 1] == "?"
        return _SPACES.sub(" ", before), _SPACES.sub(" ", after), asked

    def _is_plain(self, place: Place, name: str, before: str, meant: bool) -> bool:
        after = self._after(place)
        if goes_on(name, after):
            return False
        bold = before.endswith("**") and after.startswith("**")
        leads = not self._text[: place.start].strip(_AROUND) and _DELIMITER.match(after.lstrip(_AROUND)) is not None
        if bold or leads:
            return True
        if is_everyday(name):
            return self._counted
        return self._introduced or meant

    def _is_quoted_along(self, place: Place) -> bool:
        """Whether the label stands among other words between quotation marks, as in: The text "this is spam"."""
        number = bisect_left(self._quotes, place.start)
        if number % 2 == 0 or number == len(self._quotes):
            return False
        inside = self._text[self._quotes[number - 1] : place.start] + self._text[place.end : self._quotes[number]]
        return WORD.search(inside) is not None

    def _after(self, place: Place) -> str:
        """What follows a label, other labels included."""
        return self._text[place.end : place.end + FAR]


FAR = 300  # characters: what is further away in a sentence says nothing of a label
MOST_WORDS = 6  # of an answer that needs no verb around the label
MOST_SIGNS = 24  # the same in scripts without spaces
_SPACES = re.compile(r"\s{2,}")  # what the patterns for clauses are slow with
_QUOTES = re.compile(r"[\"“”„«»「」『』]")
_AROUND = " \t\n\"'“”„«»「」『』`‹›*_"
_DELIMITER = re.compile(r"\s*(?:[.,:;!|\n(*—–…。，：；！、-]|$)")
