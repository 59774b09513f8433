"""Names and remarks in quotation marks, which differ from language to language."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.texts import say


def quoted(text: str) -> str:
    """“text”, in the quotation marks of the language in force."""
    return say("“{text}”", text=text)


def in_a_row(names: Sequence[str]) -> str:
    """ "a, b and c"."""
    *others, last = names
    return say("{first} and {last}", first=", ".join(others), last=last) if others else last
