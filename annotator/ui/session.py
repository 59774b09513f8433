"""One open project in the window: what pages share, and how they read, write and tell."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from annotator.domain.model import Annotator, Changes, Question
from annotator.errors import UserError
from annotator.services import overview, project_file
from annotator.services.overview import Summary
from annotator.services.project_file import Db
from annotator.ui.jobs import Job, JobRunner, Reporter
from annotator.ui.labelling import Labelling
from annotator.ui.refitting import Refitting
from annotator.ui.settings import Settings

T = TypeVar("T")
SUMMARY_DELAY = 250  # ms; quick answers one after another cause one new summary, not one each


class Session(QObject):
    """The project that `jobs` has open. Pages get it and nothing else."""

    changed = Signal(object)  # Changes
    annotator_changed = Signal()
    summarised = Signal(object)  # Summary
    told = Signal(str, str)  # text, level
    go_requested = Signal(str, object)  # page, argument

    def __init__(self, jobs: JobRunner, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        if jobs.path is None:
            raise ValueError("the job runner has no project open")
        self.jobs = jobs
        self.settings = settings
        self.path: Path = jobs.path
        self.name = ""
        self.question: Question
        self.annotator: Annotator | None = None
        self.summary: Summary | None = None
        self.labelling = Labelling(self)
        self._load()
        self._recall_annotator()
        self._summary_timer = QTimer(self, singleShot=True, interval=SUMMARY_DELAY)
        self._summary_timer.timeout.connect(self.refresh_summary)
        jobs.default_failed = self.tell
        self.refitting = Refitting(self)

    @property
    def read(self) -> Db:
        return self.jobs.read

    def tell(self, message: str | UserError, level: str = "info") -> None:
        """Show a message that goes away by itself. Levels: info, good, warn, bad; an error is always bad."""
        self.told.emit(str(message), "bad" if isinstance(message, UserError) else level)

    def write(
        self,
        work: Callable[[Db], T],
        *,
        owner: QObject,
        done: Callable[[T], object] | None = None,
        failed: Callable[[UserError], object] | None = None,
        reporter: Reporter | None = None,
    ) -> Job:
        """Write on the project thread; what changed is announced before `done`, even when the owner has gone."""

        def announce(result: T) -> None:
            changes = _changes_of(result)
            if changes is not None:
                self.announce(changes)
            if done is not None and shiboken6.isValid(owner):
                done(result)

        return self.jobs.on_project(work, owner=self, done=announce, failed=failed, reporter=reporter)

    def compute(
        self,
        work: Callable[[Db], T],
        *,
        owner: QObject,
        done: Callable[[T], object] | None = None,
        failed: Callable[[UserError], object] | None = None,
        reporter: Reporter | None = None,
    ) -> Job:
        """Read and calculate beside the window."""
        return self.jobs.on_compute(work, owner=owner, done=done, failed=failed, reporter=reporter)

    def announce(self, changes: Changes) -> None:
        """Tell every page that shows such things; also for writes that went another way than `write`."""
        if changes.setup:
            self._load()
        self._summary_timer.start()
        self.changed.emit(changes)

    def refresh_summary(self) -> None:
        """Count anew beside the window; `summarised` follows."""
        self._summary_timer.stop()
        if self.jobs.path is not None:
            self.compute(overview.summary, owner=self, done=self._summarised)

    def go(self, page: str, argument: object = None) -> None:
        self.go_requested.emit(page, argument)

    def set_annotator(self, annotator: Annotator) -> None:
        self.annotator = annotator
        self.settings.set_annotator_of(self.path, annotator.name)
        self.annotator_changed.emit()

    def choose_annotator(self, owner: QWidget, then: Callable[[], object], *, again: bool = False) -> None:
        """Call `then` once it is known who is sitting here; asks for a name at most once, or `again` to change it."""
        if self.annotator is not None and not again:
            then()
            return
        from annotator.ui.dialogs.annotator import AnnotatorDialog

        dialog = AnnotatorDialog(self.people_names(), self.annotator_hint(), owner)
        dialog.chosen.connect(lambda name: self.seat(name, owner, then))
        dialog.open()

    def annotator_hint(self) -> str:
        """The name to offer first."""
        return self.annotator.name if self.annotator else self.settings.last_annotator

    def people_names(self) -> list[str]:
        """Of everybody who could sit here."""
        return [person.name for person in project_file.people(self.read) if not person.simulated]

    def seat(self, name: str, owner: QObject, then: Callable[[], object]) -> None:
        """Let the person of this name, added when new, sit here from now on; `then` follows."""

        def seated(annotator: Annotator) -> None:
            self.set_annotator(annotator)
            then()

        self.write(lambda db: project_file.add_person(db, name), owner=owner, done=seated)

    def _load(self) -> None:
        self.name = project_file.name(self.read)
        self.question = project_file.question(self.read)

    def _recall_annotator(self) -> None:
        name = self.settings.annotator_of(self.path)
        known = {person.name: person for person in project_file.people(self.read)}
        self.annotator = known.get(name)

    def _summarised(self, summary: Summary) -> None:
        self.summary = summary
        self.summarised.emit(summary)


def _changes_of(result: Any) -> Changes | None:
    found = result if isinstance(result, Changes) else getattr(result, "changes", None)
    return found if isinstance(found, Changes) else None
