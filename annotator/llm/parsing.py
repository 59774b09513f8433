"""Reads exactly one permitted label out of what a model wrote, or says why there is none."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.llm.harmless import words
from annotator.llm.label_names import LabelNames
from annotator.llm.mentions import is_short, mentions
from annotator.llm.parsed import CUT_OFF, EMPTY, NONE_NAMED, Parsed
from annotator.llm.reply_data import from_data, from_names
from annotator.llm.reply_json import Pairs, find, said, weighed
from annotator.llm.reply_text import cleaned, split_confidence
from annotator.llm.reply_words import from_words, search
from annotator.llm.spelling import normal


def parse_reply(reply: str, names: Sequence[str]) -> Parsed:
    """The label that the reply names, tolerant of case, quotes, fences, numbering, data and a sentence around it.

    Never a guess: two different labels, a negated one, one used in passing, or a reply that was cut off are invalid.
    """
    text, still_open = cleaned(reply)
    if still_open:
        return Parsed(None, CUT_OFF)
    if not text.strip():
        return Parsed(None, EMPTY)
    known = LabelNames(names)
    values, around = find(text)
    data = [value for value in values if said(value) or weighed(value)]
    if data:
        return _unless_around(from_data(data, known), around, known)
    if any(isinstance(value, Pairs) and value for value in values):
        named = from_names(values, known)
        if named is not None:
            return _unless_around(named, around, known)
        return from_words(around, known) if words(around) else Parsed(None, NONE_NAMED)
    return from_words(text, known)


def _unless_around(found: Parsed, around: str, known: LabelNames) -> Parsed:
    """Invalid where the words around the data name another label."""
    if found.position is None or not around.strip():
        return found
    spoken = split_confidence(around)[0]
    said_in_words = {search(spoken, known).position}
    if is_short(spoken):
        said_in_words |= {m.position for m in mentions(normal(spoken), known.normal) if not m.negated}
    if said_in_words <= {None, found.position}:
        return found
    return known.named({position for position in (*said_in_words, found.position) if position is not None})
