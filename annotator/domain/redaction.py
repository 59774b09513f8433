"""Takes personal data out of texts before they leave, in a way that can be undone for display."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from annotator.domain.identifiers import GAPS, iban_at, is_card, is_phone


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


def redact(texts: Sequence[str], redaction: Redaction) -> Redacted:
    """The texts of one item with numbered placeholders; the same value has the same placeholder in all of them.

    `restore` gives exactly the texts back, also where they held such placeholders before; in the result nothing is
    found any more that `redaction` names.
    """
    names = _names(redaction.names)
    numbers = _Numbers("\n".join(texts))
    return Redacted(tuple(_redact_one(text, redaction, names, numbers) for text in texts), numbers.mapping())


def restore(text: str, mapping: Mapping[str, str]) -> str:
    """The text with what the placeholders stand for; a placeholder that is not in the mapping stays."""
    return _PLACEHOLDER.sub(lambda found: mapping.get(found[0], found[0]), text)


class _Numbers:
    """Gives out placeholders that stand nowhere in the texts yet."""

    def __init__(self, texts: str) -> None:
        self._taken = set(_PLACEHOLDER.findall(texts))
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
            placeholder = f"[{kind} {self._last[kind]}]"
            if placeholder not in self._taken:
                return placeholder


def _redact_one(text: str, redaction: Redaction, names: re.Pattern[str] | None, numbers: _Numbers) -> str:
    # Again until nothing is found: what stood beside a value that is gone may be recognised only now.
    while found := _chosen(text, redaction.kinds, names):
        pieces, done = [], 0
        for start, end, kind in found:
            pieces += [text[done:start], numbers.placeholder(kind, text[start:end])]
            done = end
        text = "".join([*pieces, text[done:]])
    return text


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
        {unicodedata.normalize(form, name) for name in written for form in ("NFC", "NFD")} | written,
        key=lambda name: (-len(name), name),
    )
    if not wanted:
        return None
    return re.compile("|".join(map(_spelt, wanted)), re.IGNORECASE)


def _spelt(name: str) -> str:
    """A name however its blanks, hyphens and apostrophes are written. In a script without spaces between words it may
    stand anywhere; in others no letter of such a script beside it makes another word of it."""
    spelt = r"\s+".join(map(re.escape, name.split()))
    spelt = re.sub(r"['’ʼ]", "['’ʼ]", spelt)
    spelt = re.sub(r"\\?[-‐‑–]", "[-‐‑–]", spelt)
    start = "" if re.match(f"[{_UNSPACED}]", name) else _NO_LETTER_BEFORE
    end = "" if re.search(f"[{_UNSPACED}]$", name) else _NO_LETTER_AFTER
    return f"{start}{spelt}{end}"


_PLACEHOLDER = re.compile(rf"\[(?:{'|'.join(Private)}) [1-9]\d*\]")
# Runs are bounded, and start where a run starts, so that a long text without any match takes linear time.
_EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]{1,64}(?:'[\w.+%-]{1,64})?[@＠](?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}")
_GAP = rf"[{GAPS}.]"
_CARD = re.compile(rf"(?<![\w+])(?:\d(?:{_GAP}|  )?){{12,18}}\d(?!\w)")
_PHONE = re.compile(rf"(?<![\w+])(?:\+|\(|\d)(?:(?:{_GAP}|/)?\(?\d\)?){{6,16}}(?!\w)")
_IBAN = re.compile(rf"(?<!\w)[A-Za-z]{{2}}\d{{2}}(?=[{GAPS}]?\w)")
_UNSPACED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_NO_LETTER_BEFORE = rf"(?<![^\W\d_{_UNSPACED}])"
_NO_LETTER_AFTER = rf"(?![^\W\d_{_UNSPACED}]|[\u0300-\u036f])"
