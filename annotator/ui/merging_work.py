"""The merge that goes on in this window, whichever page is in sight."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.domain.words import counted
from annotator.errors import UserError
from annotator.services import apart, merging, project_file
from annotator.services.backups import Reason
from annotator.services.merging import Computed
from annotator.services.project_file import Db
from annotator.services.putting_in_force import MergeResult, Storing
from annotator.ui.jobs import Reporter

if TYPE_CHECKING:  # a session has one of these
    from annotator.ui.session import Session


class Merging(QObject):
    """One merge at a time: a backup, the merge beside the window, then many short writes, so that nobody's answer
    waits for all of them. How it ended is told."""

    begun = Signal()
    progressed = Signal(object, object)  # done, of how many
    ended = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._reporter: Reporter | None = None  # of the merge that goes on
        self._storing: Storing | None = None
        self._steps: list[Callable[[Db], object]] = []
        session.jobs.closed.connect(self._drop)

    @property
    def running(self) -> bool:
        return self._reporter is not None

    def start(self, method: str = merging.AUTO) -> None:
        """Merge all answers to the question looked at; nothing where a merge goes on already."""
        if self.running:
            return
        asked = self._session.question.id
        reporter = self._reporter = Reporter()
        reporter.progressed.connect(self.progressed)
        self.begun.emit()
        self._session.keep(Reason.MERGE)  # of the moment in which it begins, while merging is computed
        self._session.compute(
            lambda db: apart.merge(db, method, reporter.report),
            owner=self,
            done=lambda computed: self._store(reporter, computed, asked),
            failed=lambda error: self._failed(reporter, error),
            reporter=reporter,
        )

    def stop(self) -> None:
        """The result of before stays in force."""
        if self._reporter is not None:
            self._reporter.stop()
            self._end()

    def _store(self, reporter: Reporter, computed: Computed, asked: int) -> None:
        if reporter is not self._reporter:  # stopped while the last step was under way
            return
        storing = self._storing = Storing(computed)
        self._steps = [_about(asked, step) for step in storing.steps()]
        self._next_step(reporter, len(self._steps), len(computed.rows))

    def _next_step(self, reporter: Reporter, steps: int, items: int) -> None:
        if reporter is not self._reporter:
            return
        if not self._steps:
            self._stored()
            return
        self._session.jobs.on_project(
            self._steps.pop(0),
            owner=self,
            done=lambda _: self._next_step(reporter, steps, items),
            failed=lambda error: self._failed(reporter, error),
        )
        self.progressed.emit(items * (steps - len(self._steps)) // steps, items)

    def _stored(self) -> None:
        assert self._storing is not None
        result = self._storing.result()
        self._session.announce(result.changes)
        self._end()
        self._tell(result)

    def _tell(self, result: MergeResult) -> None:
        text = self.tr("Merged the answers to {items} by {method}. {reason}")
        told = text.format(items=counted(result.items, "item"), method=result.method, reason=result.reason)
        self._session.tell(told.strip(), "good")
        for warning in result.warnings:
            self._session.tell(warning, "warn")

    def _failed(self, reporter: Reporter, error: UserError) -> None:
        if reporter is self._reporter:
            self._end()
            self._session.tell(error)

    def _end(self) -> None:
        self._drop()
        self.ended.emit()

    def _drop(self) -> None:
        """Also what was under way when the project was closed."""
        self._reporter, self._storing, self._steps = None, None, []


def _about(question_id: int, step: Callable[[Db], object]) -> Callable[[Db], object]:
    """The step, about the question that was looked at when the merge began."""

    def done(db: Db) -> object:
        with project_file.looking_at(db, question_id):
            return step(db)

    return done
