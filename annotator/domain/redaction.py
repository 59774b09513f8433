"""Takes personal data out of texts before they leave, in a way that can be undone for display."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from annotator.domain.identifiers import GAPS, UNSPACED, iban_at, is_card, is_phone


class Private(StrEnum):
    """What can be taken out. The value is the word in its placeholder, as in [EMAIL 1]."""

    IBAN = "IBAN"
    CARD = "CARD"
    EMAIL = "EMAIL"
    PHONE = "PHONE"
    NAME = "NAME"


@dataclass(frozen=True)
class Redaction:
    """What is taken out: the kinds that are recognised by their form, and the names listed here."""

    kinds: tuple[Private, ...] = ()
    names: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.kinds or self.names)


class Redacted(NamedTuple):
    """Texts without personal data; mapping: what each placeholder stands for."""

    texts: tuple[str, ...]
    mapping: dict[str, str]


class _Found(NamedTuple):
    start: int
    end: int
    kind: Private


def redact(texts: Sequence[str], redaction: Redaction, mark: str = "") -> Redacted:
    """The texts of one item with numbered placeholders; the same value has the same placeholder in all of them.

    mark: a capital letter before the numbers, as in [EMAIL Q1], so that texts that are read together with an item, and
    are redacted by themselves, share no placeholder with it.

    `restore` gives exactly the texts back, also where they held such placeholders before; in the result nothing is
    found any more that `redaction` names.
    """
    names = _names(redaction.names)
    numbers = _Numbers("\n".join(texts), mark)
    return Redacted(tuple(_redact_one(text, redaction, names, numbers) for text in texts), numbers.mapping())


def restore(text: str, mapping: Mapping[str, str]) -> str:
    """The text with what the placeholders stand for; a placeholder that is not in the mapping stays."""
    return _PLACEHOLDER.sub(lambda found: mapping.get(found[0], found[0]), text)


class _Numbers:
    """Gives out placeholders that stand nowhere in the texts yet."""

    def __init__(self, texts: str, mark: str) -> None:
        self._mark = mark
        self._taken = {*_PLACEHOLDER.findall(texts), *_PLACEHOLDER.findall(_UNSEEN.sub("", texts))}
        self._given: dict[tuple[Private, str], str] = {}
        self._last = dict.fromkeys(Private, 0)

    def placeholder(self, kind: Private, value: str) -> str:
        if (kind, value) not in self._given:
            self._given[kind, value] = self._next(kind)
        return self._given[kind, value]

    def mapping(self) -> dict[str, str]:
        return {placeholder: value for (_, value), placeholder in self._given.items()}

    def _next(self, kind: Private) -> str:
        while True:
            self._last[kind] += 1
            placeholder = f"[{kind} {self._mark}{self._last[kind]}]"
            if placeholder not in self._taken:
                return placeholder


def _redact_one(text: str, redaction: Redaction, names: re.Pattern[str] | None, numbers: _Numbers) -> str:
    # Again until nothing is found: what stood beside a value that is gone may be recognised only now.
    while found := _chosen(text, redaction.kinds, names) or _disguised(text, redaction.kinds, names):
        pieces, done = [], 0
        for start, end, kind in found:
            pieces += [text[done:start], numbers.placeholder(kind, text[start:end])]
            done = end
        text = "".join([*pieces, text[done:]])
    return text


def _disguised(text: str, kinds: Sequence[Private], names: re.Pattern[str] | None) -> list[_Found]:
    """What is found once full-width letters are usual ones, and characters that nobody sees are gone; where it stands
    in the text itself."""
    if text.isascii() or not _OTHERWISE.search(text):
        return []
    shown = [(_usual(char), place) for place, char in enumerate(text) if not _UNSEEN.match(char)]
    placeholders = [found.span() for found in _PLACEHOLDER.finditer(text)]
    found = _chosen("".join(char for char, _ in shown), kinds, names)
    spans = [_Found(shown[start][1], shown[end - 1][1] + 1, kind) for start, end, kind in found]
    return [one for one in spans if not any(one.start < end and start < one.end for start, end in placeholders)]


def _usual(char: str) -> str:
    folded = unicodedata.normalize("NFKC", char) if _WIDE.match(char) else char
    return folded if len(folded) == 1 else char


def _chosen(text: str, kinds: Sequence[Private], names: re.Pattern[str] | None) -> list[_Found]:
    """What is found, without overlaps, in the order of the text; kinds in their own order go first."""
    taken = bytearray(len(text))
    for placeholder in _PLACEHOLDER.finditer(text):
        taken[slice(*placeholder.span())] = b"\1" * len(placeholder[0])
    chosen: list[_Found] = []
    for found in _all(text, kinds, names):
        if not any(taken[found.start : found.end]):
            taken[found.start : found.end] = b"\1" * (found.end - found.start)
            chosen.append(found)
    return sorted(chosen)


def _all(text: str, kinds: Sequence[Private], names: re.Pattern[str] | None) -> Iterator[_Found]:
    for kind in Private:
        if kind in kinds:
            yield from _of_kind(text, kind)
    if names is not None:
        yield from (_Found(*found.span(), Private.NAME) for found in names.finditer(text))


def _of_kind(text: str, kind: Private) -> Iterator[_Found]:
    if kind is Private.EMAIL:
        yield from (_Found(*found.span(), kind) for found in _EMAIL.finditer(text))
    elif kind is Private.CARD:
        yield from (_Found(*found.span(), kind) for found in _CARD.finditer(text) if is_card(found[0]))
    elif kind is Private.PHONE:
        yield from (_Found(*found.span(), kind) for found in _PHONE.finditer(text) if is_phone(found[0]))
    elif kind is Private.IBAN:
        for start in (found.start() for found in _IBAN.finditer(text)):
            if end := iban_at(text, start):
                yield _Found(start, end, kind)


def _names(names: Sequence[str]) -> re.Pattern[str] | None:
    """Any of the names as whole words in any case, the longest first, so that "Ann Lee" is not left as "Lee"."""
    written = {" ".join(name.split()) for name in names if name.strip()}
    wanted = sorted(
        {unicodedata.normalize(form, name) for name in written for form in ("NFC", "NFD")}
        | written
        | {name.upper() for name in written if "ß" in name},  # which has two capitals, and those match no ß
        key=lambda name: (-len(name), name),
    )
    if not wanted:
        return None
    return re.compile("|".join(map(_spelt, wanted)), re.IGNORECASE)


def _spelt(name: str) -> str:
    """A name however its blanks, hyphens and apostrophes are written. In a script without spaces between words it may
    stand anywhere; in others no letter of such a script beside it makes another word of it."""
    words = [re.sub(r"['’ʼ]", "['’ʼ]", re.escape(word)) for word in name.split()]
    spelt = rf"[\s{_UNSEEN.pattern[1:-1]}]+".join(re.sub(r"\\?[-‐‑–]", "[-‐‑–]", word) for word in words)
    start = "" if re.match(f"[{_UNSPACED}]", name) else _NO_LETTER_BEFORE
    end = "" if re.search(f"[{_UNSPACED}]$", name) else _NO_LETTER_AFTER
    return f"{start}{spelt}{end}"


_PLACEHOLDER = re.compile(rf"\[(?:{'|'.join(Private)}) [A-Z]?[1-9]\d*\]")
_UNSPACED = UNSPACED.pattern[1:-1]
_OTHER = rf"(?:(?![{_UNSPACED}])\w)"  # a letter, a digit or _ that could be part of it
# Runs are bounded, and start where a run starts, so that a long text without any match takes linear time.
_LOCAL = rf"(?:(?![{_UNSPACED}])[\w.+%-])"
_EMAIL = re.compile(
    rf"(?:(?<!{_LOCAL}){_LOCAL}{{1,64}}(?:'{_LOCAL}{{1,64}})?|(?<![{_UNSPACED}])[{_UNSPACED}]{{1,64}})"
    rf"[@＠](?:[\w-]{{1,63}}\.){{1,8}}(?:(?:(?![{_UNSPACED}])[^\W\d_]){{2,24}}|[{_UNSPACED}]{{2,24}})"
)
_GAP = rf"[{GAPS}.]"
_CARD = re.compile(rf"(?<!{_OTHER})(?<!\+)(?:\d(?:{_GAP}|  )?){{12,18}}\d(?!{_OTHER})")
# In a hurry people write a number right after the word for it, as in “Call0800…”.
_AFTER_A_WORD = r"(?<=[^\W\d_]{3})(?=\+|0)"
_PHONE = re.compile(
    rf"(?:(?<!{_OTHER})(?<!\+)|{_AFTER_A_WORD})(?:\+|\(|\d)(?:(?:{_GAP}|/)?\(?\d\)?){{6,16}}(?!{_OTHER})"
)
_IBAN = re.compile(rf"(?<!{_OTHER})[A-Za-z]{{2}}\d{{2}}(?=[{GAPS}]?\w)")
_UNSEEN = re.compile("[\u00ad\u034f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_WIDE = re.compile("[\uff01-\uff5e\U0001d400-\U0001d7ff]")
_OTHERWISE = re.compile(f"{_UNSEEN.pattern}|{_WIDE.pattern}")
_NO_LETTER_BEFORE = rf"(?<![^\W\d_{_UNSPACED}])"
_NO_LETTER_AFTER = rf"(?![^\W\d_{_UNSPACED}]|[\u0300-\u036f])"
