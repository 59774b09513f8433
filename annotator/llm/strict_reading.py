"""Reads what a file or a project says an agent is: every part has its type and size, and nothing else is there."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from annotator.errors import UserError
from annotator.texts import english, figure, say

E = TypeVar("E", bound=StrEnum)

Scalar = str | int | float | bool

_HINT = english("It was made by another version of Annotator, or changed by hand.")
_MISSING: Any = object()
_BROKEN = re.compile("[\ud800-\udfff]")  # halves of characters


class Table:
    """A table of named values; each is taken once, and `done` complains of what is left."""

    def __init__(self, content: object, where: str) -> None:
        if not isinstance(content, Mapping) or not all(isinstance(name, str) for name in content):
            raise wrong(say("{where} is not a table of names and values", where=where))
        self._left: dict[str, Any] = dict(content)
        self._where = where

    def text(self, name: str, default: str = _MISSING, *, most: int = 1_000) -> str:
        value = self._take(name, default)
        if not is_text(value, most):
            raise wrong(
                say("{place} is not a text of at most {most} characters", place=self._place(name), most=figure(most))
            )
        return str(value)

    def number(self, name: str, default: int, *, least: int, most: int) -> int:
        value = self._take(name, default)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise wrong(
                say(
                    "{place} is not a whole number from {least} to {most}",
                    place=self._place(name),
                    least=figure(least),
                    most=figure(most),
                )
            )
        return value

    def flag(self, name: str, default: bool) -> bool:
        value = self._take(name, default)
        if not isinstance(value, bool):
            raise wrong(say("{place} is neither true nor false", place=self._place(name)))
        return value

    def choice(self, name: str, kind: type[E], default: E = _MISSING) -> E:
        return _member(self._take(name, default), kind, self._place(name))

    def choices(self, name: str, kind: type[E]) -> tuple[E, ...]:
        return tuple(_member(value, kind, self._place(name)) for value in self.entries(name, most=len(kind)))

    def table(self, name: str, *, optional: bool = False) -> Table:
        return Table(self._take(name, {} if optional else _MISSING), self._place(name))

    def entries(self, name: str, *, most: int) -> list[Any]:
        value = self._take(name, [])
        if not isinstance(value, list) or len(value) > most:
            raise wrong(
                say("{place} is not a list of at most {most} entries", place=self._place(name), most=figure(most))
            )
        return value

    def scalars(self) -> dict[str, Scalar]:
        """All that is left, each a text, a finite number, or true or false."""
        left, self._left = self._left, {}
        for name, value in left.items():
            if not isinstance(value, (str, int, float)) or not math.isfinite(_as_number(value)):
                raise wrong(say("{place} is neither a text nor a number", place=self._place(name)))
        return left

    def done(self) -> None:
        if self._left:
            raise wrong(say("{place} is not known", place=self._place(min(self._left))))

    def _take(self, name: str, default: Any) -> Any:
        value = self._left.pop(name, default)
        if value is _MISSING:
            raise wrong(say("{place} is missing", place=self._place(name)))
        return value

    def _place(self, name: str) -> str:
        return say("“{shown}” in {where}", shown=_shown(name), where=self._where)


def is_text(value: object, most: int) -> bool:
    """Whether the value is a text that any file can hold, of at most so many characters."""
    return isinstance(value, str) and len(value) <= most and not _BROKEN.search(value)


def wrong(what: str) -> UserError:
    """The error for an agent that cannot be read."""
    return UserError(say("This agent cannot be read: {what}.", what=what), hint=say(_HINT))


def _member(value: object, kind: type[E], place: str) -> E:
    try:
        return kind(value)  # type: ignore[arg-type]  # what it is, is what this finds out
    except ValueError:
        known = ", ".join(f"“{member}”" for member in kind)
        raise wrong(
            say("{place} is “{shown}”, which is none of {known}", place=place, shown=_shown(value), known=known)
        ) from None


def _as_number(value: Scalar) -> float:
    if isinstance(value, str):
        return 0.0
    try:
        return float(value)
    except OverflowError:
        return math.inf


def _shown(value: object) -> str:
    if not isinstance(value, str):
        return f"a {type(value).__name__}"
    return value if len(value) <= 60 else f"{value[:59]}…"
