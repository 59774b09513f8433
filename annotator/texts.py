"""Sentences for people: in English here, and in the window's language where the window has set one.

Everything below the window takes its texts from here, so that it needs no Qt. On the command line nobody sets a
language, and everything is English. What is stored, or is a key of something, is never translated when it is made:
`english` marks it, and `spoken` translates it when it is shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime

Lookup = Callable[[str, int], str]
"""(English text, number or -1) -> the text in another language, "" where it is not known."""


class Language(NamedTuple):
    """How the window speaks. stored: the English texts marked by `english`, with their {places} for values.

    code: as in HTML, "de" or "zh-CN". moment: writes a time as people there do.
    """

    lookup: Lookup
    group: str = ","
    decimal: str = "."
    stored: Iterable[str] = ()
    code: str = "en"
    moment: Callable[[datetime.datetime], str] | None = None


class _Stored(NamedTuple):
    text: str
    shape: re.Pattern[str]


_language: Language | None = None
_stored: list[_Stored] = []
_PLACE = re.compile(r"\\\{(\w+)\\\}")
_NUMBER = re.compile(r"[\d,]*\d(?:\.\d+)?")


def speak(language: Language | None) -> None:
    """From now on every text is in this language; None for English."""
    global _language
    _language = language
    _stored[:] = sorted(map(_shaped, language.stored), key=lambda row: -len(row.text)) if language else []


def say(text: str, /, **values: object) -> str:
    """The text in the language in force, with the values in its {places}."""
    found = (_language.lookup(text, -1) if _language else "") or text
    return found.format(**values) if values else found


def say_count(n: int, one: str, many: str, **values: object) -> str:
    """`one` or `many`, whichever fits the number in the language in force; {n} is the number. `many` is looked up."""
    found = (_language.lookup(many, n) if _language else "") or (one if n == 1 else many)
    return found.format(n=figure(n), **values)


def english(text: str, /, **values: object) -> str:
    """The text in English, with its values: for what is stored, or is a constant that is translated when shown."""
    return text.format(**values) if values else text


def spoken(text: str) -> str:
    """What `english` gave, perhaps long ago, in the language in force; any other text as it is."""
    if _language is None or not text:
        return text
    if exact := _language.lookup(text, -1):
        return exact
    for row in _stored:
        if found := row.shape.fullmatch(text):
            return say(row.text, **{name: _value(value) for name, value in found.groupdict().items()})
    return text


def language() -> str:
    """The code of the language in force, as "de"."""
    return _language.code if _language else "en"


def figure(value: float, digits: int = 0) -> str:
    """A number for people: "12,345", or "0.25" with two digits; separators as in the language in force."""
    return numeral(f"{value:,.{digits}f}")


def numeral(plain: str) -> str:
    """A number that Python has written, as f"{value:.3g}": with the separators of the language in force."""
    return plain if _language is None else _separated(plain, _language)


def fraction(value: float) -> str:
    """A number from 0 to 1 with two digits: ".91" in English, as tables there leave the zero out, else "0,91"."""
    text = figure(value, 2)
    return text.removeprefix("0") if _language is None else text


def moment(at: datetime.datetime) -> str:
    """A time for people, in their own time zone: "2026-01-31 14:05", or as the language in force writes it."""
    local = at.astimezone()
    if _language is not None and _language.moment is not None:
        return _language.moment(local)
    return local.strftime("%Y-%m-%d %H:%M")


def _separated(plain: str, language: Language) -> str:
    return plain.translate({ord(","): language.group, ord("."): language.decimal})


def _value(text: str) -> str:
    if _language is not None and _NUMBER.fullmatch(text):
        return _separated(text, _language)
    return spoken(text)


def _shaped(text: str) -> _Stored:
    """A place that occurs twice must hold the same both times."""
    seen: set[str] = set()

    def place(found: re.Match[str]) -> str:
        name = found[1]
        if name in seen:
            return f"(?P={name})"
        seen.add(name)
        return f"(?P<{name}>.+?)"

    return _Stored(text, re.compile(_PLACE.sub(place, re.escape(text)), re.DOTALL))
