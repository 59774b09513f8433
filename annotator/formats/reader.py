"""Reads a file of rows as its layout says, in bounded memory, with its position for a progress bar."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from annotator.errors import FileProblem
from annotator.formats import delimited, json_lines
from annotator.formats.layout import BadRow, Layout, Row
from annotator.formats.text_file import TextFile, sample
from annotator.texts import english, say

TEXT_COLUMN = "text"  # the one column of a plain-text file


class Reader:
    """The rows of a file, good and bad ones in the order of their lines; iterating again starts again.

    columns: names without blanks and doubles. A row has one cell per column. With JSONL a later row may bring a new
    key, which is then appended to columns; rows before it have fewer cells.
    """

    def __init__(self, path: Path, layout: Layout) -> None:
        sample(path)  # raises where there is nothing to read
        delimited.check_delimiter(layout.delimiter)
        self.path = path
        self.layout = layout
        self._file = TextFile(path, layout.encoding)
        self.columns = self._columns()

    def __iter__(self) -> Iterator[Row | BadRow]:
        rows = self._rows()
        if self._has_header():
            next(rows)
        first = next(rows, None)
        if first is None:
            raise FileProblem(
                say("“{file}” has a header but no rows.", file=self.path.name),
                hint=say("Choose a file with at least one row."),
            )
        yield first
        yield from rows

    @property
    def position(self) -> int:
        """Bytes read so far."""
        return self._file.position

    @property
    def size(self) -> int:
        """Bytes in the file."""
        return self._file.size

    def fraction(self) -> float:
        """How much of the file has been read, 0 to 1."""
        return min(self.position / self.size, 1.0) if self.size else 1.0

    def written(self, cells: Sequence[str]) -> str:
        """The cells as a line of such a file, for a row that is set aside after reading."""
        if self.layout.kind == "jsonl":
            return json.dumps(dict(zip(self.columns, cells, strict=False)), ensure_ascii=False)
        if self.layout.kind == "text":
            return cells[0]
        line = io.StringIO()
        csv.writer(line, delimiter=self.layout.delimiter, lineterminator="").writerow(cells)
        return line.getvalue()

    def _has_header(self) -> bool:
        return self.layout.header and self.layout.kind in ("csv", "tsv")

    def _rows(self) -> Iterator[Row | BadRow]:
        match self.layout.kind:
            case "jsonl":
                return json_lines.rows(self._file, self.columns)
            case "text":
                return (row if isinstance(row, BadRow) else (row[0], [row[1]]) for row in self._file.lines())
            case _:
                return delimited.rows(self._file, self.layout, len(self.columns))

    def _columns(self) -> list[str]:
        match self.layout.kind:
            case "jsonl":
                return self._keys()
            case "text":
                return [TEXT_COLUMN]
            case _:
                return unique_names(self._header())

    def _keys(self) -> list[str]:
        found = json_lines.keys(self._file)
        if not found:
            raise FileProblem(
                say("No line of “{file}” is a JSON object with a key.", file=self.path.name),
                hint=say("Choose a file with an object like {example} on each line.", example='{"text": "…"}'),
            )
        return found

    def _header(self) -> list[str]:
        """The cells of the header; without one as many blanks as most of the first rows have cells."""
        rows = delimited.rows(self._file, self.layout)
        if not self.layout.header:
            widths = Counter(len(row[1]) for row in islice(rows, 100) if not isinstance(row, BadRow))
            return [""] * (widths.most_common(1)[0][0] if widths else 1)
        first = next(rows, None)
        if isinstance(first, BadRow):
            raise FileProblem(
                say(
                    "The header of “{file}” cannot be read: line {line} has {reason}.",
                    file=self.path.name,
                    line=first.line,
                    reason=first.reason,
                ),
                hint=say("Mend that line, or choose another encoding or delimiter."),
            )
        if first is None:
            raise FileProblem(
                say("“{file}” is empty.", file=self.path.name), hint=say("Choose a file with at least one row.")
            )
        return first[1]


def unique_names(names: Iterable[str]) -> list[str]:
    """Column names without line breaks, blanks ("column 3") and doubles ("text", "text 2")."""
    tidy = [" ".join(name.split()) for name in names]
    result: list[str] = []
    for number, name in enumerate(tidy, 1):
        base = candidate = name or english("column {number}", number=number)
        count = 1
        while candidate in result or (count > 1 and candidate in tidy):
            count += 1
            candidate = f"{base} {count}"
        result.append(candidate)
    return result
