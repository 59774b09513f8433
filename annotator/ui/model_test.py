"""A test of a model that goes on in the window, and can be stopped."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.services import agents
from annotator.services.agents import AgentChoice
from annotator.ui.jobs import Job
from annotator.ui.session import Session


class ModelTest(QObject):
    """One test at a time. How it ended is told as (sentence, level of a notice)."""

    def __init__(self, session: Session, tell: Callable[[str, str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._tell = session, tell
        self._job: Job | None = None  # of the test that goes on

    @property
    def running(self) -> bool:
        return self._job is not None

    def start(self, choice: AgentChoice, api_key: str = "") -> None:
        """Ask the model one question of our own."""
        self.stop()
        jobs = self._session.jobs
        job = self._job = jobs.on_calls(
            agents.tried(jobs.store, choice, api_key=api_key),
            owner=self,
            done=lambda probe: self._end(job, probe.sentence, "good"),
            failed=lambda error: self._end(job, str(error), "bad"),
        )

    def stop(self) -> None:
        """Take the question back; an answer that is on its way is not waited for."""
        if self._job is not None:
            self._job.cancel()
            self._end(self._job, self.tr("The test was stopped."), "info")

    def _end(self, job: Job, sentence: str, level: str) -> None:
        """What comes of a test that was stopped before is told nowhere."""
        if job is self._job:
            self._job = None
            self._tell(sentence, level)
