"""Asks for the items that a filter finds, beside the window; only the latest question is answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from annotator.domain.filters import Filter, Sort
from annotator.domain.model import Report
from annotator.services import browsing, importing, saved_filters, selecting
from annotator.services.project_file import Db
from annotator.services.selecting import Selection
from annotator.ui.jobs import Job, Reporter
from annotator.ui.session import Session

T = TypeVar("T")


@dataclass(frozen=True)
class Found:
    """ids: in the order in which they are shown. selection: the same for a run, where a filter is set and finds any.
    rejected: whether imports have set rows aside."""

    ids: browsing.Ids
    selection: Selection | None
    rejected: bool


class Finding(QObject):
    """Somebody goes on typing while a search runs: what was asked before is stopped, and its answer dropped."""

    began = Signal(object)  # the first ids, in the order of import, to be seen at once
    found = Signal(object)  # Found
    counted = Signal(object)  # the LLM's confidences among them, as BrushHistogram takes them

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._asked = 0
        self._jobs: list[Job] = []

    def look(self, wanted: Filter, sort: Sort) -> None:
        """Ask anew."""
        self.stop()
        if not sort.by:
            self._ask(lambda db, report: browsing.first_found(db, wanted), self._begin)
        self._ask(lambda db, report: _find(db, wanted, sort, report), self.found.emit)
        self._ask(lambda db, report: browsing.confidence_counts(db, wanted, report=report), self.counted.emit)

    def stop(self) -> None:
        """Drop what is under way."""
        self._asked += 1
        for job in self._jobs:
            if not job.finished:
                job.cancel()
        self._jobs = []

    def _begin(self, ids: list[int] | None) -> None:
        if ids is not None:
            self.began.emit(ids)

    def _ask(self, work: Callable[[Db, Report], T], then: Callable[[T], object]) -> None:
        asked, reporter = self._asked, Reporter()

        def done(result: T) -> None:
            if asked == self._asked:
                then(result)

        self._jobs.append(
            self._session.browse(lambda db: work(db, reporter.report), owner=self, done=done, reporter=reporter)
        )


def _find(db: Db, wanted: Filter, sort: Sort, report: Report) -> Found:
    ids = browsing.find(db, wanted, sort, report=report)
    selection = None
    if wanted and ids.size:
        selection = selecting.these(ids, wanted.sentence(saved_filters.names(db)))
    return Found(ids, selection, bool(importing.rejected_rows(db, limit=1)))
