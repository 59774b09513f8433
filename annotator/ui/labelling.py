"""The run of an LLM that goes on in this window, whichever page is in sight."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.domain.model import Changes
from annotator.errors import UserError

if TYPE_CHECKING:  # a session has one of these, and the window opens before any run
    from annotator.services.agents import AgentChoice
    from annotator.services.prelabelling import Control, Progress, Summary
    from annotator.ui.session import Session

BEAT = 2_000  # ms between two refreshes of what the window shows of a run

Service = Callable[..., Coroutine[Any, Any, "Summary"]]


class Labelling(QObject):
    """One run at a time. `service` runs an agent; `progress` is None until something has been answered.

    All numbers of a run follow one beat: at each, `progressed` comes first, then the session announces the change.
    """

    started = Signal()
    progressed = Signal(object)  # Progress
    ended = Signal(object)  # Summary, or the UserError that broke it off
    _came = Signal(object)  # a Progress from the loop's thread

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.service: Service = _run
        self.progress: Progress | None = None
        self._session = session
        self._control: Control | None = None
        self._latest: Progress | None = None
        self._beat = QTimer(self, singleShot=True, interval=BEAT)
        self._beat.timeout.connect(self._tell)
        self._came.connect(self._take)

    @property
    def running(self) -> bool:
        return self._control is not None

    def start(self, choice: AgentChoice, *, limit: int | None, concurrency: int | None, api_key: str = "") -> None:
        """Ask about what the agent has not answered yet."""
        from annotator.services.prelabelling import Control

        self._control = Control()
        self.progress = self._latest = None
        coroutine = self.service(
            self._session.jobs.store,
            choice,
            limit=limit,
            concurrency=concurrency,
            control=self._control,
            progress=self._came.emit,
            api_key=api_key,
        )
        self._session.jobs.on_calls(coroutine, owner=self, done=self._end, failed=self._end)
        self.started.emit()

    def pause(self, paused: bool) -> None:
        if self._control is not None:
            (self._control.pause if paused else self._control.resume)()

    def stop(self) -> None:
        """What was answered stays; another start goes on with the rest."""
        if self._control is not None:
            self._control.stop()

    def _take(self, progress: Progress) -> None:
        if self.running:
            self._latest = progress
            if not self._beat.isActive():
                self._tell()

    def _tell(self) -> None:
        """What came since the last beat, if anything did."""
        if self._latest is None or self._latest is self.progress:
            return
        self.progress = self._latest
        self._beat.start()
        self.progressed.emit(self.progress)
        self._session.announce(Changes(annotations=True, runs=True))

    def _end(self, outcome: Summary | UserError) -> None:
        self._control = self._latest = self.progress = None
        self._beat.stop()
        self.ended.emit(outcome)
        self._session.announce(Changes(annotations=True, runs=True))


def _run(*arguments: Any, **named: Any) -> Coroutine[Any, Any, Summary]:
    from annotator.services import prelabelling

    return prelabelling.run(*arguments, **named)
