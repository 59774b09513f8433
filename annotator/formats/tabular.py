"""Files of rows (CSV, TSV, JSON Lines, plain text): recognised, previewed, and read row by row."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from annotator.formats.layout import BadRow, FileKind, Layout, Row
from annotator.formats.reader import Reader
from annotator.formats.recognising import recognise

__all__ = [
    "BadRow",
    "FileKind",
    "Layout",
    "Preview",
    "Reader",
    "Row",
    "columns",
    "preview",
    "read",
    "recognise",
]

_MOST_PROBLEMS = 100  # a wrong encoding makes every row bad: no need to read them all to show it


@dataclass(frozen=True)
class Preview:
    """The beginning of a file as it would be read. size: bytes of the whole file."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    size: int
    problems: tuple[BadRow, ...]


def read(path: Path, layout: Layout | None = None) -> Reader:
    """A reader of the file's rows; raises FileProblem where it has no readable header or is no file of rows."""
    return Reader(path, layout or recognise(path))


def columns(path: Path, layout: Layout | None = None) -> tuple[str, ...]:
    return tuple(read(path, layout).columns)


def preview(path: Path, layout: Layout | None = None, *, rows: int = 20) -> Preview:
    """The first good rows, and the bad ones among them."""
    reader = read(path, layout)
    good: list[tuple[str, ...]] = []
    problems: list[BadRow] = []
    for row in reader:
        if isinstance(row, BadRow):
            problems.append(row)
        else:
            good.append(tuple(row[1]))
        if len(good) >= rows or len(problems) >= _MOST_PROBLEMS:
            break
    return Preview(tuple(reader.columns), tuple(good), reader.size, tuple(problems))
