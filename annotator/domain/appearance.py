"""How the fields of an item stand on the page, as the lead chose or as their texts suggest."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

TITLE_LENGTH = 100  # a first field up to this long stands as a title above the others
LONG = 120  # characters from which on a text is worth a column of its own
SIMILAR = 3  # two texts are for comparing if neither is this many times as long as the other


class Fields(StrEnum):
    """Where the fields stand."""

    AUTO = "auto"  # side by side where there are two long texts of similar length
    BESIDE = "beside"
    STACKED = "stacked"


@dataclass(frozen=True)
class Appearance:
    """The lead's choice for all items of a project."""

    fields: Fields = Fields.AUTO
    markdown: bool = False


def is_title(position: int, count: int, text: str) -> bool:
    """Whether a field, of so many, is short enough to head the others."""
    return position == 0 and count > 1 and len(text) <= TITLE_LENGTH and "\n" not in text


def beside(fields: Mapping[str, str], wanted: Fields) -> tuple[str, ...]:
    """The names of the fields that stand side by side where there is room; the others stand above them."""
    if wanted is Fields.STACKED or len(fields) < 2:
        return ()
    names = [name for n, (name, text) in enumerate(fields.items()) if not is_title(n, len(fields), text)]
    if wanted is Fields.BESIDE:
        return tuple(names) if len(names) > 1 else tuple(fields)
    lengths = sorted(len(fields[name]) for name in names)
    return tuple(names) if len(names) == 2 and lengths[0] >= LONG and lengths[1] <= SIMILAR * lengths[0] else ()


def runs_rightwards(text: str) -> bool | None:
    """True from left to right, False from right to left, by the first letter that says; None where none does."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("L", "R", "AL"):
            return kind == "L"
    return None
