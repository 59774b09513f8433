"""Cells that a spreadsheet would run as formulas, made harmless: in files, and in tables that are copied."""

from __future__ import annotations

import re
from collections.abc import Iterable

# A spreadsheet takes a cell that begins with one of these for a formula; the wide ones in East Asian settings.
_FORMULA_STARTS = frozenset("=+-@\t\r＝＋－＠")
_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d+)?%?")


def defuse(cell: str) -> str:
    """The cell, with an apostrophe before it where a spreadsheet would run it as a formula.

    Plain numbers such as -3.5, +1 and -1e-5 stay as they are: a spreadsheet reads them as numbers.
    """
    if cell and cell[0] in _FORMULA_STARTS and not _NUMBER.fullmatch(cell):
        return "'" + cell
    return cell


def armed(cell: str) -> str:
    """What `defuse` was given, of a cell that it has written."""
    return cell[1:] if cell[:1] == "'" and defuse(cell[1:]) == cell else cell


def tabbed(cells: Iterable[str]) -> str:
    """A row for the clipboard: tab-separated, each cell defused, and none that would end the row or its cell early."""
    return "\t".join(defuse(" ".join(cell.split())) for cell in cells)
