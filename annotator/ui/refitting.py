"""The refit behind an adaptive queue: beside the window, from the last solution, whenever enough was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from annotator.domain.model import Changes
from annotator.errors import UserError
from annotator.services import adaptive, following
from annotator.services.fit import Fit
from annotator.services.following import Refit, Step
from annotator.ui.jobs import Reporter

if TYPE_CHECKING:  # a session has one of these
    from annotator.ui.session import Session


class Refitting(QObject):
    """Works by itself while the routing in force is adaptive. `fit` is the last solution, with which an answer
    updates its item at once; None while there is none."""

    refitted = Signal()  # a refit is in force, and the queue follows it

    ANSWERS = 20  # new ones that are worth a refit
    PAUSE = 60_000  # ms between the ends of two refits at least

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.fit: Fit | None = None
        self.answers, self.pause = self.ANSWERS, self.PAUSE
        self._session = session
        self._about = 0  # counts the questions that were looked at
        self._new = 0  # changes of answers that the last refit does not know
        self._under_way = False
        self._ours = False  # what is announced is the end of our own refit
        self._steps: list[Step] = []
        self._found: Fit | None = None  # of the refit whose steps these are
        self._since = QElapsedTimer()
        self._wait = QTimer(self, singleShot=True)
        self._wait.timeout.connect(self._start_if_due)
        self._adaptive = False
        session.changed.connect(self._changed)
        session.jobs.closed.connect(self._stop)
        session.question_changed.connect(self._begin_anew)
        session.merging.begun.connect(self._begin_anew)  # of two that are stored at a time only one would be kept
        session.merging.ended.connect(self._start_if_due)
        self._look()

    @property
    def under_way(self) -> bool:
        return self._under_way

    def _changed(self, changes: Changes) -> None:
        if self._ours:
            return
        if changes.setup and changes.posteriors:  # its labels are not those of the question any more
            self._begin_anew()
        elif changes.queue or changes.setup:
            self._look()
        if not self._adaptive:
            return
        if changes.posteriors or changes.gold or changes.runs:
            self._new += self.answers  # not counted one by one, and worth following
        elif changes.annotations:
            self._new += 1
        self._start_if_due()

    def _look(self) -> None:
        """Begin with an adaptive routing, and anew with every other one of them."""
        self._adaptive = adaptive.in_force(self._session.read) is not None
        self.fit = self.fit if self._adaptive else None
        if self._adaptive:
            self._since.invalidate()
            self._new = max(self._new, self.answers)
            self._wait.start(0)  # after what is opening now

    def _start_if_due(self) -> None:
        if self._under_way or not self._adaptive or self._new < self.answers or self._session.jobs.path is None:
            return
        if self._session.merging.running:
            return
        left = self.pause - self._since.elapsed() if self._since.isValid() else 0
        if left > 0:
            self._wait.start(left)
            return
        self._under_way, self._new = True, 0
        last, reporter, about = self.fit, Reporter(), self._about
        self._session.compute(
            lambda db: following.refit(db, last, reporter.report),
            owner=self,
            done=lambda found: self._store(found if about == self._about else None),
            failed=self._failed,
            reporter=reporter,
        )

    def _store(self, found: Refit | None) -> None:
        if found is None:
            self._end()
            return
        self._found, self._steps = found.fit, found.steps()
        self._next_step()

    def _next_step(self) -> None:
        """One short write after the other, so that an answer never waits for all of them."""
        if not self._steps:
            self.fit = self._found if self._adaptive else None
            self._end()
            self.refitted.emit()
            return
        step = self._steps.pop(0)
        self._session.jobs.on_project(step, owner=self, done=self._stepped, failed=self._failed)

    def _stepped(self, changes: Changes | None) -> None:
        if changes is not None:
            self._ours = True
            try:
                self._session.announce(changes)
            finally:
                self._ours = False
        self._next_step()

    def _failed(self, error: UserError) -> None:
        self._steps = []
        self._end()
        self._session.tell(error)

    def _begin_anew(self) -> None:
        """What was found out about one question is nothing for another; what is half stored is never put in force."""
        self._about += 1
        self._steps, self._found, self.fit = [], None, None
        self._look()

    def _stop(self) -> None:
        """What was under way has been dropped with the project."""
        self._adaptive = False
        self._wait.stop()
        self._steps, self._found, self.fit = [], None, None

    def _end(self) -> None:
        self._found = None
        self._under_way = False
        self._since.restart()
        self._start_if_due()
