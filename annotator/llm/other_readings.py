"""The other ways in which a model may read a text: what is written so that people or a search do not find it."""

from __future__ import annotations

import base64
import binascii
import codecs
import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from urllib.parse import unquote

INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef"
LONGEST = 20_000  # characters of one encoded passage


def readings(text: str) -> Iterator[str]:
    """The text as usual letters, and then, where that makes a difference, in each way that something may be hidden in
    it; each once. They are as long as the text or shorter."""
    seen = set()
    for read in _readings(text):
        if read not in seen:
            seen.add(read)
            yield read


def letters(text: str) -> str:
    """The text's letters alone, and digits and signs as the letters that they look like: “1gn0re” is “ignore”."""
    return _NO_LETTER.sub("", usual(text).casefold().translate(_LEET))


def usual(text: str) -> str:
    """Without accents on Latin letters and marks on others, and with Latin letters where similar ones of another script
    stand among them."""
    text = plain(text)
    if text.isascii():
        return text
    bare = "".join(_base(char) for char in text if unicodedata.category(char) != "Mn")
    return _MIXED.sub(lambda word: word[0].translate(_LOOKALIKES), bare)


def plain(text: str) -> str:
    """Full-width letters as usual ones, and without characters that nobody sees."""
    if text.isascii():
        return text
    folded = unicodedata.normalize("NFKC", text)
    return _UNSEEN.sub("", "".join(char for char in folded if unicodedata.category(char) != "Cf"))


def _readings(text: str) -> Iterator[str]:
    yield (shown := plain(text))
    if _UNSEEN.search(text):
        yield plain(_UNSEEN.sub(" ", text))
    if "&" in shown:
        yield plain(html.unescape(shown))
    if "%20" in shown:
        yield plain(unquote(shown, errors="ignore"))
    yield (bare := usual(text))
    yield _JOINT.sub(" ", _MARKUP.sub("", bare))
    yield from (plain(passage) for passage in _decoded(shown))


def _decoded(text: str) -> Iterator[str]:
    for found in _BASE64.finditer(text):
        yield _as_text(lambda run: base64.b64decode(run + "=" * (-len(run) % 4)), found[0].translate(_URL_SAFE))
    for found in _HEX.finditer(text):
        yield _as_text(bytes.fromhex, found[0])
    if _TURNED.search(text):
        yield codecs.decode(text, "rot13")
    if _BACKWARDS.search(text):
        yield text[::-1]


def _as_text(decode: Callable[[str], bytes], run: str) -> str:
    """What the run says, "" where it is something else than text."""
    run = "".join(run[:LONGEST].split()).rstrip("=")
    try:
        said = decode(run).decode()
    except (binascii.Error, ValueError):
        return ""
    return said if sum(char.isprintable() or char.isspace() for char in said) == len(said) else ""


def _base(char: str) -> str:
    parts = unicodedata.decomposition(char).split() if not char.isascii() else []
    first = chr(int(parts[0], 16)) if parts and not parts[0].startswith("<") else ""
    return first if first.isascii() and first.isalpha() else char


_UNSEEN = re.compile(f"[{INVISIBLE}]")
_NO_LETTER = re.compile(r"[\W\d_]+")
_LEET = str.maketrans("0134578@$!|", "oieastbasil")
_MARKUP = re.compile("[*`~\\\\\"'“”‘’]+|^[ \\t]*[#>]+[ \\t]*", re.MULTILINE)
_JOINT = re.compile(r"[\s_./|-]+")
# Letters that look Latin, in a word that has Latin ones too.
_LOOKALIKES = str.maketrans(
    "аеорсухіјѕԁһӏԛԝвкмнтАЕОРСУХІЈЅВКМНТαειονρτυχ", "aeopcyxijsdhlqwbkmhtAEOPCYXIJSBKMHTaeiovptux"
)
_MIXED = re.compile(r"\b(?=\w*[A-Za-z])(?=\w*[\u0370-\u052f])\w+")
_BASE64 = re.compile(r"(?<![\w+/-])(?=[\w+/=-]*[a-z])(?=[\w+/=-]*[A-Z])[A-Za-z0-9+/_-]{20,}={0,2}")
_URL_SAFE = str.maketrans("-_", "+/")
_HEX = re.compile(r"(?<!\w)(?:[0-9a-fA-F]{2}[ ]?){16,}(?!\w)")
_TURNED = re.compile(r"\b(?:vtaber|qvfertneq|sbetrg)\b", re.IGNORECASE)
_BACKWARDS = re.compile(r"(?:erongi|dragersid|tegrof)\b", re.IGNORECASE)
