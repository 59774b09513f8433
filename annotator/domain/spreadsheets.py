"""Cells that a spreadsheet would run as formulas, made harmless: in files, and in tables that are copied."""

from __future__ import annotations

import re
from collections.abc import Iterable

# A spreadsheet takes a cell that begins with one of these for a formula; the wide ones in East Asian settings.
_FORMULA_STARTS = frozenset("=+-@\t\r＝＋－＠")
# Where such a cell would begin within this one: LibreOffice splits at semicolons and tabs as well unless it is told not
# to, and Excel at semicolons, and at the ends of lines then, wherever the comma is for decimals. There a hyphen begins
# a list or a smiley far more often, so it takes a call or a command to make it harmful.
_WITHIN = re.compile(r"(?<=[;\t\r\n])(?=[=@＝＠]|[+\-＋－][^;\t\r\n]*?(?:\w\(|\|))")
_DEFUSED = re.compile(r"(?<=[;\t\r\n])'(?=[=+\-@＝＋－＠])")
_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d+)?%?")


def defuse(cell: str) -> str:
    """The cell, with an apostrophe before it, or before a part of it, where a spreadsheet would run that as a formula.

    Plain numbers such as -3.5, +1 and -1e-5 stay as they are: a spreadsheet reads them as numbers.
    """
    if cell and cell[0] in _FORMULA_STARTS and not _NUMBER.fullmatch(cell):
        cell = "'" + cell
    return _WITHIN.sub("'", cell)


def armed(cell: str) -> str:
    """What `defuse` was given, of a cell that it has written."""
    inside = _DEFUSED.sub("", cell)
    return next(
        (before for before in (inside[1:], inside, cell[1:]) if before != cell and defuse(before) == cell), cell
    )


def csv_cell(cell: str) -> str:
    """The cell, defused, as it stands between two commas."""
    cell = defuse(cell)
    return '"' + cell.replace('"', '""') + '"' if any(c in cell for c in ',"\r\n') else cell


def tabbed(cells: Iterable[str]) -> str:
    """A row for the clipboard: tab-separated, each cell defused, and none that would end the row or its cell early."""
    return "\t".join(defuse(" ".join(cell.split())) for cell in cells)
