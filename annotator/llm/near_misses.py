"""Recognises a misspelt label, where nothing else can be meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotator.llm.spelling import unspaced

SHORT = 5  # letters of a word from which a mistake is forgiven
MARGIN = 2  # mistakes by which every other label must be further away


def near_miss(said: str, names: Sequence[str]) -> int | None:
    """The index of the one label that `said` misspells, or None; both in their normal form.

    Never where another label is near, where the beginning differs (as in "uninformative"), where numbers differ, or
    in a script whose signs are words.
    """
    if not said or unspaced(said) or said in NEGATING:
        return None
    distances = [_distance(said, name) for name in names]
    best = min(range(len(names)), key=lambda i: distances[i])
    if any(other != best and distances[other] < distances[best] + MARGIN for other in range(len(names))):
        return None
    if any(other != best and _distance(names[best], name) <= MARGIN + 1 for other, name in enumerate(names)):
        return None
    return best if _misspells(said, names[best]) else None


def _misspells(said: str, name: str) -> bool:
    """Whether the texts differ in a few letters of one word, and not in one that turns the meaning round."""
    ours, theirs = name.split(), said.split()
    if len(ours) != len(theirs) or re.findall(r"\d+", said) != re.findall(r"\d+", name):
        return False
    different = [(own, other) for own, other in zip(ours, theirs, strict=True) if own != other]
    if len(different) != 1:
        return False
    [(own, other)] = different
    return len(own) >= SHORT and own[:1] == other[:1] and other not in NEGATING and _is_slip(own, other)


def _is_slip(own: str, other: str) -> bool:
    """Whether a letter is missing, too many, or changed places with its neighbour, or a last vowel differs.

    A letter for another one makes other words: "compliment", "complement"; "macroscopic", "microscopic".
    """
    if _distance(own, other) != 1:
        return False
    if len(own) != len(other) or sorted(own) == sorted(other):
        return True
    return own[:-1] == other[:-1] and {own[-1], other[-1]} <= _VOWELS


def _distance(one: str, other: str) -> int:
    """Letters to insert, remove, replace or swap with their neighbour (optimal string alignment)."""
    if abs(len(one) - len(other)) > 2 * MARGIN + 2:
        return abs(len(one) - len(other))
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        earlier, before, row = before, row, [i]
        for j, b in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row[-1]


_VOWELS = frozenset("aeiouy")
_NEGATING = (
    "not no never nor neither non none nothing nobody without cannot hardly barely unlike nicht kein keine keinen nie "
    "ohne pas jamais sans aucun aucune sin ni nada nunca ninguno não nem sem nessun nessuno niente mai senza "
    "не ни нет никогда без ні geen niet ikke inte ingen brak není nem ei nu değil bukan tidak không δεν όχι "
    "ليس ليست غير لا ليسا نیست לא אינו नहीं 아닌 안"
)
NEGATING = frozenset(_NEGATING.split())
