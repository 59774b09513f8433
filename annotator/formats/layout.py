"""How a file of rows is laid out, and what reading it yields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FileKind = Literal["csv", "tsv", "jsonl", "text"]

# A good row: the number of the line it begins on, counted from 1, and its cells. A plain tuple, because a
# million of them are made per import and a named one costs as much as reading the row.
Row = tuple[int, list[str]]


@dataclass(frozen=True)
class BadRow:
    """A row that is set aside: where it begins, why, and its text with unreadable bytes shown as \\xNN."""

    line: int
    reason: str
    raw: str


@dataclass(frozen=True)
class Layout:
    """How to read a file: what `recognise` found, or what the user changed it to.

    delimiter and header matter for csv and tsv only. quoted: whether a cell may be wrapped in double quotes; files
    of raw text are often written without any quoting, and then a quotation mark is only a character.
    """

    kind: FileKind
    encoding: str = "utf-8"
    delimiter: str = ","
    header: bool = True
    quoted: bool = True
