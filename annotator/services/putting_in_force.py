"""Stores a result of merging and puts it in force, without anybody having to wait for that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from annotator.domain.model import Changes
from annotator.errors import UserError
from annotator.storage import posteriors, setup
from annotator.storage.database import Db
from annotator.texts import say, spoken

if TYPE_CHECKING:
    from annotator.services.merging import Computed

BATCH = 2_000  # rows a step: an answer given meanwhile waits some hundredths of a second at most


@dataclass(frozen=True)
class MergeResult:
    """What was merged. items: those with at least one answer."""

    method: str
    reason: str
    warnings: tuple[str, ...]
    items: int
    changes: Changes


class Superseded(UserError):
    """The labels are others now, or somebody else's result was put in force."""


class Storing:
    """Puts a result of merging in force by short writes; between any two of them anything may be written, and until
    the last one nobody sees anything of it."""

    def __init__(self, computed: Computed) -> None:
        self._computed = computed
        self._id = -1
        self._changes: Changes | None = None

    def steps(self) -> list[Callable[[Db], object]]:
        """To be called one after the other. Superseded from one when the result cannot count any more."""
        parts = range(0, len(self._computed.rows), BATCH)
        adding = [partial(self._add, first=first) for first in parts]
        return [self._begin, *adding, *(self._thin_out for _ in parts), self._put_in_force]

    def result(self) -> MergeResult:
        """After the last step."""
        if self._changes is None:
            raise RuntimeError("the result is not in force yet")
        header = self._computed.header
        warnings = tuple(map(spoken, self._computed.warnings))
        return MergeResult(
            header["method"], spoken(header["reason"]), warnings, len(self._computed.rows), self._changes
        )

    def _begin(self, db: Db) -> None:
        if list(self._computed.header["labels"]) != [label.id for label in setup.question(db).labels]:
            raise _labels_changed()
        self._id = posteriors.begin(db, setup.question(db).id, self._computed.header)

    def _add(self, db: Db, *, first: int) -> None:
        if not posteriors.add(db, self._id, self._computed.rows[first : first + BATCH]):
            raise Superseded(say("Somebody else merged the answers meanwhile."), hint=say("Merge again."))

    def _thin_out(self, db: Db) -> None:
        posteriors.thin_out(db, self._id, BATCH)

    def _put_in_force(self, db: Db) -> None:
        self._changes = posteriors.put_in_force(db, self._id, self._computed.reliabilities)
        if self._changes is None:
            raise _labels_changed()


def _labels_changed() -> Superseded:
    return Superseded(say("The labels were changed while the answers were merged."), hint=say("Merge again."))
