"""Recognises how a file of rows is laid out: encoding, kind, delimiter, quoting and header."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Literal, NamedTuple

from annotator.errors import FileProblem
from annotator.formats.crowd import CROWD_COLUMNS
from annotator.formats.delimited import check_delimiter
from annotator.formats.encoding import guess
from annotator.formats.layout import FileKind, Layout
from annotator.formats.mapping import ID_NAMES, TEXT_NAMES, plain
from annotator.formats.text_file import TextFile, sample
from annotator.texts import say

DELIMITERS = ("\t", ",", ";", "|")
_BY_EXTENSION = {".csv": ",", ".tsv": "\t", ".tab": "\t"}
_SAMPLED = 300  # lines
_HEADER_NAMES = ID_NAMES | TEXT_NAMES | {name for names in CROWD_COLUMNS.values() for name in names}
_NUMBER = re.compile(r"\s*[-+]?[\d.,]*\d%?\s*")
_NAME = re.compile(r"\s*[^\W\d][\w .:()/#-]{0,40}\s*")


class _Table(NamedTuple):
    """The sample, split at one delimiter. regular: the share of rows that have as many cells as most."""

    delimiter: str
    quoted: bool
    rows: list[list[str]]
    width: int
    regular: float


def recognise(path: Path, *, delimiter: str = "") -> Layout:
    """The layout that fits the file's beginning; its extension only decides where the content leaves it open.

    delimiter: makes it a table with this one. Raises FileProblem where the file is missing, a folder, empty or no text,
    and where the delimiter separates nothing while another one does.
    """
    if delimiter:
        check_delimiter(delimiter)
    encoding = guess(path, sample(path))
    lines = [line for block in islice(TextFile(path, encoding).blocks(), 16) for line in block.lines][:_SAMPLED]
    first = next((line.strip() for line in lines if not line.isspace()), "")
    if not first:
        raise FileProblem(say("“{file}” is empty.", file=path.name), hint=say("Choose a file with at least one row."))
    extension = path.suffix.lower()
    if delimiter:
        return _as_told(path, lines, delimiter, encoding)
    if _is_json_lines(lines, extension):
        return Layout("jsonl", encoding, header=False)
    if first.startswith("[") and extension in {".json", ".jsonl", ".ndjson"} or extension == ".json":
        raise FileProblem(
            say("“{file}” is one JSON document, not one object per line.", file=path.name),
            hint=say("Save it as JSON Lines (JSONL)."),
        )
    table = _table(lines, extension)
    if table is None:
        return Layout("text", encoding, header=False)
    return _layout(table, encoding)


def _as_told(path: Path, lines: Sequence[str], delimiter: str, encoding: str) -> Layout:
    told, found = _split(lines, delimiter), _table(lines, path.suffix.lower())
    if told.width == 1 and found is not None and found.width > 1:
        raise FileProblem(
            say("“{delimiter}” separates no cells in “{file}”.", delimiter=delimiter, file=path.name),
            hint=say("Leave the delimiter out; “{delimiter}” is recognised.", delimiter=found.delimiter),
        )
    return _layout(told, encoding)


def _layout(table: _Table, encoding: str) -> Layout:
    kind: FileKind = "tsv" if table.delimiter == "\t" else "csv"
    return Layout(kind, encoding, delimiter=table.delimiter, header=_has_header(table.rows), quoted=table.quoted)


def _is_json_lines(lines: Sequence[str], extension: str) -> bool:
    begun = [line for line in lines if not line.isspace()][:20]
    if not begun[0].lstrip().startswith("{"):
        return False
    objects = sum(_is_object(line) for line in begun)
    return objects * 2 >= len(begun) or (extension in {".jsonl", ".ndjson"} and objects > 0)


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _table(lines: Sequence[str], extension: str) -> _Table | None:
    """The sample as a table, or None where it is plain text, one item per line."""
    hinted = _BY_EXTENSION.get(extension)
    # Commas come in every text; in a .txt file only tabs are taken for a table.
    candidates = ("\t",) if extension == ".txt" else DELIMITERS
    tables = [_split(lines, delimiter) for delimiter in candidates]
    best = max(tables, key=lambda t: (t.width > 1, round(t.regular, 2), t.delimiter == hinted))
    if hinted and (best.width == 1 or best.regular < 0.5):
        return next(t for t in tables if t.delimiter == hinted)
    if hinted or (best.width > 1 and best.regular >= 0.9 and len(best.rows) > 1):
        return best
    return None


def _split(lines: Sequence[str], delimiter: str) -> _Table:
    rows, broken = _rows(lines, delimiter, quoted=True)
    quoted = True
    if broken:  # quotation marks that wrap no cell: either damaged rows, or a file that knows no quoting
        raw, _ = _rows(lines, delimiter, quoted=False)
        wrapped = sum(len(cell) > 1 and cell[0] == cell[-1] == '"' for row in raw for cell in row)
        holding = sum(delimiter in cell and "\n" not in cell for row in rows for cell in row)
        if wrapped + holding < broken:
            rows, broken, quoted = raw, 0, False
    widths = Counter(map(len, rows))
    width = widths.most_common(1)[0][0] if widths else 1
    # Half a quoted cell shows that the delimiter stands inside the quotes.
    regular = sum(len(row) == width and not (quoted and _splits_quotes(row)) for row in rows)
    share = regular / max(len(rows) + broken, 1)
    if rows and len(rows[0]) != width:  # a header that lacks the delimiter speaks against it
        share /= 2
    return _Table(delimiter, quoted, rows, width, share)


def _splits_quotes(row: Sequence[str]) -> bool:
    return any(cell.startswith('"') or cell.count('"') % 2 for cell in row)


def _rows(lines: Sequence[str], delimiter: str, *, quoted: bool) -> tuple[list[list[str]], int]:
    """The rows that can be read, and how many cannot."""
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
    reader = csv.reader(lines, delimiter=delimiter, quoting=quoting, strict=True)
    rows: list[list[str]] = []
    broken = 0
    while True:
        try:
            rows.extend(filter(None, reader))  # keeps those before an error
        except csv.Error as error:
            if "unexpected end of data" in str(error):  # only the sample ends here
                return rows, broken
            broken += 1
        else:
            return rows, broken


def _has_header(rows: Sequence[Sequence[str]]) -> bool:
    if not rows:
        return True
    first, others = rows[0], [row for row in rows[1:] if len(row) == len(rows[0])]
    if any(_NUMBER.fullmatch(cell) or len(cell) > 100 for cell in first):
        return False
    if any(plain(cell) in _HEADER_NAMES for cell in first):
        return True
    columns = list(zip(*others, strict=True))
    if any(name and name in column for name, column in zip(first, columns, strict=False)):
        return False  # a value that comes again is a value, not a name
    return any(map(_differs, first, columns)) or all(_NAME.fullmatch(cell) or not cell for cell in first)


def _differs(name: str, column: Sequence[str]) -> bool:
    """Whether the cells below are plainly of another sort than the first: numbers, or far longer."""
    numbers = sum(bool(_NUMBER.fullmatch(cell)) for cell in column)
    length = sum(map(len, column)) / len(column)
    return bool(name) and (numbers * 2 > len(column) or length > 4 * len(name) + 20)
