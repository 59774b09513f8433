"""Rows of a CSV or TSV file, with broken ones set aside one by one."""

from __future__ import annotations

import csv
from collections.abc import Generator, Iterator
from typing import Literal

from annotator.errors import FileProblem
from annotator.formats.layout import BadRow, Layout, Row
from annotator.formats.text_file import MAX_LINE, TextFile, shown
from annotator.texts import english, say

_UNCLOSED = english("a quotation mark that is never closed")
_AFTER_QUOTE = english("text after a closing quotation mark")
_TOO_LONG = english("a cell of more than {most} million characters", most=MAX_LINE // 10**6)


def check_delimiter(delimiter: str) -> None:
    """Raises FileProblem for what cannot stand between two cells."""
    if len(delimiter) != 1 or delimiter in '"\r\n\0':
        raise FileProblem(
            say("“{delimiter}” cannot be a delimiter.", delimiter=delimiter),
            hint=say("Give one character; usual ones are , ; | and the tab."),
        )


def rows(file: TextFile, layout: Layout, width: int | None = None) -> Iterator[Row | BadRow]:
    """Every row that is not blank, the header included; one with other than `width` cells is bad.

    A quoted cell may span lines, also over blocks: lines are kept back until its row is whole. A quote that is
    never closed costs its first line only; reading goes on with the next.
    """
    csv.field_size_limit(MAX_LINE)
    lines: list[str] = []
    first, amount, wanted, flawed = 1, 0, 0, False
    for block in file.blocks():
        lines += block.lines
        flawed = flawed or block.flawed
        amount += sum(map(len, block.lines))
        if amount < wanted:
            continue
        rest = yield from _parse(file, lines, layout, width, first=first, flawed=flawed, last=False)
        first += len(lines) - len(rest)
        lines, flawed = rest, flawed and bool(rest)
        amount = sum(map(len, rest))
        wanted = 2 * amount  # doubling keeps the repeated parsing of one long cell linear
    yield from _parse(file, lines, layout, width, first=first, flawed=flawed, last=True)


def _parse(
    file: TextFile, lines: list[str], layout: Layout, width: int | None, *, first: int, flawed: bool, last: bool
) -> Generator[Row | BadRow, None, list[str]]:
    """Yields the rows of these lines; returns the lines of the row at the end that is not whole yet."""
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if layout.quoted else csv.QUOTE_NONE
    while lines:
        reader = csv.reader(lines, delimiter=layout.delimiter, quoting=quoting, strict=True)
        done = 0  # lines whose rows have been yielded
        try:
            for cells in reader:
                line = first + done
                start, done = done, reader.line_num
                if (len(cells) == width or width is None) and not flawed and cells:
                    yield line, cells
                elif cells:
                    yield _checked(file, line, cells, lines[start:done], width=width, flawed=flawed)
            return []
        except csv.Error as error:
            if _is_unfinished(error) and not last:
                return lines[done:]
            reason = _reason(error, spanned=reader.line_num - done)
            yield BadRow(first + done, file.flaw(lines[done : done + 1]) or reason, shown(lines[done]))
        # The row that failed may have run over many good lines: go on behind its first one.
        first += done + 1
        lines = lines[done + 1 :]
    return []


def _checked(
    file: TextFile, line: int, cells: list[str], lines: list[str], *, width: int | None, flawed: bool
) -> Row | BadRow:
    """The slow path: says what is wrong with a row, if anything is."""
    reason = file.flaw(lines) if flawed else None
    if reason is None and width is not None and len(cells) != width:
        reason = english("{cells} instead of {width}", cells=_counted(len(cells)), width=width)
        if len(lines) > 1:
            reason += english(
                " (lines {line} to {lines}, within quotation marks)", line=line, lines=line + len(lines) - 1
            )
    return BadRow(line, reason, shown("".join(lines))) if reason else (line, cells)


def _counted(cells: int) -> str:
    return english("1 cell") if cells == 1 else english("{cells} cells", cells=cells)


# The module has one exception for all; these words have been the same in every version of Python 3.
def _is_unfinished(error: csv.Error) -> bool:
    return "unexpected end of data" in str(error)


def _reason(error: csv.Error, *, spanned: int) -> str:
    if spanned > 1 or _is_unfinished(error):
        return _UNCLOSED
    return _TOO_LONG if "field larger" in str(error) else _AFTER_QUOTE
