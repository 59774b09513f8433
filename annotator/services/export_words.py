"""What an export is about to write, and what it has written, in numbers and in words."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from annotator.domain.model import Status
from annotator.domain.words import counted

What = Literal["labels", "annotations"]
Cell = str | int | float | None

# How the column `route` calls the states of items; the same words in docs/export.md.
ROUTES = {
    "settled": "settled",
    "waiting": "waiting",
    "in_conflict": "in conflict",
    "answered_by_people": "answered",
    "accepted": "accepted",
    "not_routed": "not routed",
}
STATUSES = {Status.LABEL: "labels", Status.SKIPPED: "skipped", Status.INVALID: "invalid replies"}
# How a sentence calls the sources of labels, where their own names do not fit in.
_TOLD = {
    "one answer": "with one answer",
    "none": "without an answer",
    "gold only": "with gold only, without a label",
    "no right answer": "where no label is right",
}


@dataclass(frozen=True)
class ExportPlan:
    """What would be written: the number of rows, the columns, and the first rows as they will stand in the file.

    counts: the rows by what they are: of labels by where their items stand, of annotations by what the answers say.
    """

    rows: int
    columns: tuple[str, ...]
    first_rows: tuple[tuple[Cell, ...], ...]
    stale: int
    what: What = "labels"
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def reconciled(self) -> bool:
        return sum(self.counts.values()) == self.rows

    @property
    def sentence(self) -> str:
        """How many rows, one for what, and what they are."""
        of = "item" if self.what == "labels" else "answer"
        parts = ", ".join(f"{number:,} {name}" for name, number in self.counts.items() if number)
        every = f", one for each {of} of the project" if self.reconciled else f", but the project has others: {parts}"
        kinds = f" ({parts})" if parts and self.reconciled else ""
        return f"{counted(self.rows, 'row')} of {counted(len(self.columns), 'column')} will be written{every}{kinds}."


@dataclass(frozen=True)
class ExportResult:
    """What was written. expected: the rows that the project has; equal to `rows`, or something is wrong.

    sources, routes: of labels, how many rows have which source and route.
    """

    path: Path
    rows: int
    expected: int
    sources: dict[str, int]
    routes: dict[str, int]

    @property
    def reconciled(self) -> bool:
        return self.rows == self.expected

    @property
    def waiting(self) -> int:
        """Items among the rows that still wait for an answer of people."""
        return self.routes.get(ROUTES["waiting"], 0)

    @property
    def sentence(self) -> str:
        """How many rows there are, of which sources, and how many of them may still change."""
        parts = ", ".join(f"{number:,} {_TOLD.get(source, source)}" for source, number in self.sources.items())
        kinds = f" ({parts})" if parts else ""
        has = "as many as the project has" if self.reconciled else f"but the project has {self.expected:,}"
        written = f"{counted(self.rows, 'row')} written to {self.path.name}, {has}{kinds}."
        if not self.waiting:
            return written
        waits = "1 item still waits" if self.waiting == 1 else f"{self.waiting:,} items still wait"
        return f"{written} {waits} for people (column route)."
