"""Words compared as people compare them: whatever their case, width, joiners and script."""

from __future__ import annotations

import re
import unicodedata


def normal(text: str) -> str:
    """Comparable form in any script: compatibility forms and case folded, joiners between words as spaces."""
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    text = "".join(char for char in text if unicodedata.category(char) != "Cf").replace("’", "'")
    text = re.sub(r"(?<=\w)[-_‐‑–]+(?=\w)", " ", text).replace("_", " ")
    return "\n".join(" ".join(line.split()) for line in text.splitlines()).strip()


def joined(left: str, right: str) -> bool:
    """Whether two neighbouring characters belong to one word; scripts without spaces never join."""
    return _in_word(left) and _in_word(right)


def unspaced(text: str) -> bool:
    """Whether the text has words of a script that puts no spaces between them."""
    return _UNSPACED.search(text) is not None


def trimmed(text: str, keep: str = "") -> str:
    """The text without punctuation, symbols and spaces at its ends; `keep` are characters that are part of it."""
    start, end = 0, len(text)
    while start < end and _is_ornament(text[start], keep):
        start += 1
    while end > start and _is_ornament(text[end - 1], keep):
        end -= 1
    return text[start:end]


def _is_ornament(char: str, keep: str) -> bool:
    if char in keep:
        return False
    return unicodedata.category(char)[0] in "PSZC" or char == "\ufe0f"


def _in_word(char: str) -> bool:
    if not char or _UNSPACED.match(char):
        return False
    return unicodedata.category(char)[0] in "LNM"


# Han, kana, Thai, Lao, Khmer, Myanmar: words are written without spaces between them.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
