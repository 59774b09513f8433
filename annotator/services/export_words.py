"""What an export is about to write, and what it has written, in numbers and in words."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypedDict

from annotator.domain.model import Status
from annotator.domain.words import counted
from annotator.texts import english, figure, say, say_count, spoken

What = Literal["labels", "annotations"]
Cell = str | int | float | None


class Options(TypedDict, total=False):
    """The choices of `exporting.export`, with its own for those that are left out."""

    what: What
    per_annotator: bool
    shares: bool
    defuse: bool
    excel: bool


# How the column `route` calls the states of items; the same words in docs/export.md.
ROUTES = {
    "settled": english("settled"),
    "waiting": english("waiting"),
    "in_conflict": english("in conflict"),
    "answered_by_people": english("answered"),
    "accepted": english("accepted"),
    "not_routed": english("not routed"),
}
STATUSES = {
    Status.LABEL: english("labels"),
    Status.SKIPPED: english("skipped"),
    Status.INVALID: english("invalid replies"),
}
DECIDED_DIFFERENTLY = "decided differently"  # a source of its own: two copies decided, and neither decision counts
# How a sentence calls the sources of labels, where their own names do not fit in.
_TOLD = {
    "one answer": english("with one answer"),
    "none": english("without an answer"),
    "gold only": english("with gold only, without a label"),
    "no right answer": english("where no label is right"),
    DECIDED_DIFFERENTLY: english("decided differently"),
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
        parts = ", ".join(f"{figure(number)} {spoken(name)}" for name, number in self.counts.items() if number)
        every = self._every() if self.reconciled else say(", but the project has others: {parts}", parts=parts)
        kinds = f" ({parts})" if parts and self.reconciled else ""
        return say(
            "{rows} of {columns} will be written{every}{kinds}.",
            rows=counted(self.rows, "row"),
            columns=counted(len(self.columns), "column"),
            every=every,
            kinds=kinds,
        )

    def _every(self) -> str:
        if self.what == "labels":
            return say(", one for each item of the project")
        return say(", one for each answer of the project")


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
        parts = ", ".join(
            f"{figure(number)} {spoken(_TOLD.get(source, source))}" for source, number in self.sources.items()
        )
        kinds = f" ({parts})" if parts else ""
        has = (
            say("as many as the project has")
            if self.reconciled
            else say("but the project has {expected}", expected=figure(self.expected))
        )
        written = say(
            "{rows} written to {file}, {has}{kinds}.",
            rows=counted(self.rows, "row"),
            file=self.path.name,
            has=has,
            kinds=kinds,
        )
        if number := self.sources.get(DECIDED_DIFFERENTLY, 0):
            to_settle = say_count(
                number,
                "{n} item was decided differently by two leads: settle it in Review.",
                "{n} items were decided differently by two leads: settle them in Review.",
            )
            written = f"{written} {to_settle}"
        if not self.waiting:
            return written
        waits = say_count(
            self.waiting,
            "{n} item still waits for people (column route).",
            "{n} items still wait for people (column route).",
        )
        return f"{written} {waits}"
