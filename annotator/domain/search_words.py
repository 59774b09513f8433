"""How a text is searched in: as words, folded so that case, accents and width do not matter, in any script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

# Scripts that are written without spaces, or with endings that run on: each of their characters is a word of its own,
# so that what is looked for is found in the middle of a sentence, be it one character long.
_UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x3005, 0x3007), (0x3040, 0x30FF), (0x31F0, 0x31FF),  # Japanese
    (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF),  # Han
    (0xAC00, 0xD7AF),  # Hangul
)  # fmt: skip
_ACCENTS = range(0x0300, 0x0370)
_CHUNK = re.compile(r'"([^"]*)"?|([^\s"]+)')
_SHORTEST_START = 2  # characters; a single letter stands for itself, or it would find nearly everything


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared: letters, digits, and each symbol (an emoji) by itself."""
    whole = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return whole.translate(_FOLDED).split()


def searchable(texts: Iterable[str]) -> str:
    """All words of these texts, separated by single spaces: what the search index holds of an item."""
    return " ".join(word for text in texts for word in words_of(text))


@dataclass(frozen=True)
class Phrase:
    """Words that follow one another. open: the last one may go on ("refund" finds "refunds")."""

    words: tuple[str, ...]
    open: bool


@dataclass(frozen=True)
class Query:
    """What somebody looks for: all of these phrases, wherever they stand."""

    phrases: tuple[Phrase, ...]

    def found_in(self, words: str) -> bool:
        """Whether an item with these `searchable` words is meant. A query without any word finds nothing."""
        padded = f" {words} "
        return bool(self.phrases) and all(_needle(phrase) in padded for phrase in self.phrases)


def query(typed: str) -> Query:
    """Reads what was typed: words are found by their beginnings, "words in quotation marks" exactly as they stand."""
    phrases = []
    for quoted, plain in _CHUNK.findall(typed):
        words = tuple(words_of(quoted or plain))
        if words:
            phrases.append(Phrase(words, open=not quoted and _goes_on(words[-1])))
    return Query(tuple(phrases))


def _needle(phrase: Phrase) -> str:
    return f" {' '.join(phrase.words)}{'' if phrase.open else ' '}"


def _goes_on(word: str) -> bool:
    return len(word) >= _SHORTEST_START


class _Folded(dict[int, str]):
    """What becomes of each character; worked out when it is first met, since a table of all would take a second."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFD", chr(code).casefold())
        kept = unicodedata.normalize("NFC", "".join(c for c in decomposed if ord(c) not in _ACCENTS))
        self[code] = found = "".join(map(_placed, kept))
        return found


_FOLDED = _Folded()


def _placed(character: str) -> str:
    """As a part of a word, as a word of its own, or as a gap. Marks are vowels in Indic scripts, so they belong."""
    category = unicodedata.category(character)
    if category == "So" or any(first <= ord(character) <= last for first, last in _UNSPACED):
        return f" {character} " if category[0] in "LNMS" else " "
    return character if category[0] in "LNM" else " "
