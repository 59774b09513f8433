"""Labels that are everyday words: sentences hold them without meaning the label."""

from __future__ import annotations

import re

from annotator.llm.clauses import first_sentence, negates
from annotator.llm.harmless import words
from annotator.llm.spelling import unspaced


def is_everyday(name: str) -> bool:
    """Whether the label is a word or number that sentences hold without meaning it."""
    return name in _EVERYDAY or name.isnumeric() or (len(name) == 1 and name.isalpha() and not unspaced(name))


def goes_on(name: str, after: str) -> bool:
    """Whether a label like "no" is part of something longer: "no idea", "No. 1", or a yes that is then denied."""
    if name not in _SHORT_WORDS:
        return False
    if _NEXT_WORD.match(after) is not None:
        return True
    rest = first_sentence(after)
    return name in _AFFIRMING and any(negates(word) for word in words(rest))


_AFFIRMING = frozenset(["yes", "ja", "oui", "si", "sí", "да", "true"])
_SHORT_WORDS = _AFFIRMING | frozenset(["no", "nein", "non", "nej", "nee", "нет", "none", "not", "all", "some", "any"])
_NEXT_WORD = re.compile(r"\s+(?!(?:it|this|that|is|i|the|es|das|c'est)\b)\w|\.\s*\d")
_EVERYDAY = frozenset(
    ["a", "i", "it", "us", "in", "on", "to", "no", "not", "yes", "ok", "may", "will", "can", "who", "what", "so", "all"]
    + ["other", "others", "none", "one", "two", "some", "any", "good", "bad", "new", "like", "even", "true", "false"]
    + ["general", "other hand", "more", "less", "same", "different", "first", "last", "high", "low", "text", "question"]
    + ["ja", "nein", "oui", "non", "si", "sí", "да", "нет", "left", "right"]
)
