"""One open project in the window: what pages share, and how they read, write and tell."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from annotator.domain.model import Annotator, Changes, Question
from annotator.errors import UserError
from annotator.services import backups, overview, packages, project_file
from annotator.services.backups import Backup, Reason
from annotator.services.overview import Summary
from annotator.services.project_file import Db
from annotator.services.selecting import Selection
from annotator.ui.folder_watch import FolderWatch
from annotator.ui.jobs import Job, JobRunner, Reporter
from annotator.ui.labelling import Labelling
from annotator.ui.merging_work import Merging
from annotator.ui.refitting import Refitting
from annotator.ui.settings import Settings

if TYPE_CHECKING:
    from annotator.services.taking import Report
    from annotator.ui.dialogs.annotator import Doing

T = TypeVar("T")
SUMMARY_DELAY = 250  # ms; quick answers one after another cause one new summary, not one each
LOOK_AROUND = 2_000  # ms, between two looks at what somebody else has changed
REST = 2  # times as long as a summary takes, before the next one


class Session(QObject):
    """The project that `jobs` has open. Pages get it and nothing else."""

    changed = Signal(object)  # Changes
    annotator_changed = Signal()
    question_changed = Signal()  # another question is looked at, or the questions themselves have changed
    summarised = Signal(object)  # Summary
    told = Signal(str, str)  # text, level
    offered = Signal(str, str, object, str)  # text, what its button says, what that does, level
    go_requested = Signal(str, object)  # page, argument
    alone_wished = Signal(bool)  # whether the page in sight wants the window to itself
    hand_back_wished = Signal()  # of an opened package
    put_back = Signal()  # the file holds a backup now: nothing that was read before is to be trusted

    def __init__(self, jobs: JobRunner, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        if jobs.path is None:
            raise ValueError("the job runner has no project open")
        self.jobs = jobs
        self.settings = settings
        self.path: Path = jobs.path
        self.name = ""
        self.question: Question
        self.questions: list[Question] = []
        self.annotator: Annotator | None = None
        self.summary: Summary | None = None
        self.merge_uncounted = False  # something was merged, or taken out of force, that no summary tells of yet
        self.items_found: Selection | None = None  # what was last searched for on the Items page, while it stands there
        self.role = packages.role(self.read)  # of an opened package; None for any other project
        self._seen: set[tuple[int | None, int]] = set()  # (annotator, item) whose answers by LLMs were on the screen
        self.labelling = Labelling(self)
        self._recall_question()
        self._load()
        self._recall_annotator()
        self._summary_timer = QTimer(self, singleShot=True, interval=SUMMARY_DELAY)
        self._summary_timer.timeout.connect(self.refresh_summary)
        self._standing = project_file.standing(self.read)
        self._setup_timer = QTimer(self, interval=LOOK_AROUND)
        self._setup_timer.timeout.connect(self.look_around)
        self._setup_timer.start()
        self._counting_since = QElapsedTimer()
        self._count_again = False
        jobs.default_failed = self.tell
        self.merging = Merging(self)
        self.refitting = Refitting(self)
        self.watching = FolderWatch(self)

    @property
    def read(self) -> Db:
        return self.jobs.read

    def tell(self, message: str | UserError, level: str = "info") -> None:
        """Show a message that goes away by itself. Levels: info, good, warn, bad; an error is always bad."""
        self.told.emit(str(message), "bad" if isinstance(message, UserError) else level)

    def offer(self, message: str, button: str, target: Callable[[], object], level: str = "good") -> None:
        """Show what was done, with a button such as Undo. Levels as of `tell`."""
        self.offered.emit(message, button, target, level)

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

    def browse(
        self,
        work: Callable[[Db], T],
        *,
        owner: QObject,
        done: Callable[[T], object] | None = None,
        failed: Callable[[UserError], object] | None = None,
        reporter: Reporter | None = None,
    ) -> Job:
        """Search and filter beside the window, whatever else is calculated there."""
        return self.jobs.on_browsing(work, owner=owner, done=done, failed=failed, reporter=reporter)

    def keep(
        self,
        reason: Reason,
        then: Callable[[], object] = lambda: None,
        *,
        made: Callable[[Backup | None], object] = lambda backup: None,
    ) -> None:
        """Make a backup beside the work, unless nothing has changed since the last one; `made` is given it. `then`
        follows, also where none could be made, which is told."""
        reporter = Reporter()

        def failed(error: UserError) -> None:
            self.tell(str(error), "warn")
            then()

        self.jobs.on_keeping(
            lambda: backups.keep(self.path, reason, reporter.report),
            owner=self,
            done=lambda backup: (made(backup), then()),
            failed=failed,
            reporter=reporter,
        )

    def write_after_backup(
        self,
        reason: Reason,
        work: Callable[[Db], T],
        *,
        owner: QObject,
        done: Callable[[T], object] | None = None,
        failed: Callable[[UserError], object] | None = None,
    ) -> None:
        """As `write`, once a backup is made; about the question of this moment, whichever is looked at by then."""
        asked = self.question.id

        def about(db: Db) -> T:
            with project_file.looking_at(db, asked):
                return work(db)

        self.keep(reason, lambda: self.write(about, owner=owner, done=done, failed=failed))

    def take(
        self,
        work: Callable[[Db], Report | None],
        *,
        owner: QObject,
        done: Callable[[Report | None], object],
        failed: Callable[[UserError], object],
    ) -> None:
        """Take files after a backup, which goes again where nothing came."""
        path, found = self.path, list[Backup | None]()

        def settled(report: Report | None) -> None:
            needed = report is not None and report.brought
            made = found[0] if found else None
            self.jobs.on_keeping(lambda: backups.settle(path, made, needed=needed), owner=self)

        def took(report: Report | None) -> None:
            settled(report)
            done(report)

        def not_taken(error: UserError) -> None:
            settled(None)
            failed(error)

        def write() -> None:
            self.write(work, owner=owner, done=took, failed=not_taken)

        self.keep(Reason.TAKE, write, made=found.append)

    def announce(self, changes: Changes) -> None:
        """Tell every page that shows such things; also for writes that went another way than `write`."""
        if changes.setup:
            self._load_setup()
        if changes.items:
            with self.read.explaining():
                self._standing = project_file.standing(self.read)._replace(tables=self._standing.tables)
        self.merge_uncounted |= changes.posteriors
        self._summary_timer.start()
        self.changed.emit(changes)

    def refresh_summary(self) -> None:
        """Count anew beside the window; `summarised` follows."""
        self._summary_timer.stop()
        if self._counting_since.isValid():
            self._count_again = True
        elif self.jobs.path is not None:
            self._counting_since.start()
            self.compute(overview.summary, owner=self, done=self._summarised, failed=self._not_summarised)

    def go(self, page: str, argument: object = None) -> None:
        self.go_requested.emit(page, argument)

    def set_question(self, question_id: int) -> None:
        """Look at another question: whatever is read and written from now on is about it."""
        if question_id == self.question.id:
            return
        self.jobs.question_id = question_id
        self._load()
        self.settings.set_question_of(self.path, self.question.name)
        self.items_found = None
        self.question_changed.emit()
        self.announce(Changes(annotations=True, queue=True, posteriors=True, gold=True, runs=True))

    def set_annotator(self, annotator: Annotator) -> None:
        self.annotator = annotator
        self.settings.set_annotator_of(self.path, annotator.name)
        self.annotator_changed.emit()

    def choose_annotator(
        self, owner: QWidget, then: Callable[[], object], *, again: bool = False, doing: Doing = "annotating"
    ) -> None:
        """Call `then` once it is known who is sitting here; asks for a name at most once, or `again` to change it.

        doing: what the name is needed for, so that the question fits.
        """
        if self.annotator is not None and not again:
            then()
            return
        from annotator.ui.dialogs.annotator import AnnotatorDialog

        dialog = AnnotatorDialog(self.people_names(), self.annotator_hint(), owner, doing)
        dialog.chosen.connect(lambda name: self.seat(name, owner, then))
        dialog.open()

    def saw(self, item_id: int) -> None:
        """What LLMs say of an item is on the screen: an answer to it by the person here is not blind any more."""
        self._seen.add((None if self.annotator is None else self.annotator.id, item_id))

    def has_seen(self, annotator_id: int, item_id: int) -> bool:
        """Whether they have, or somebody before the program knew who was here."""
        return bool(self._seen & {(annotator_id, item_id), (None, item_id)})

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
        self.questions = project_file.questions(self.read)
        self.question = project_file.question(self.read)

    def _load_setup(self) -> None:
        """The question looked at may be asked no more; the first one is looked at then."""
        before = [(question.id, question.name) for question in self.questions]
        asked = project_file.questions(self.read)
        gone = self.question.id not in {question.id for question in asked}
        if gone:
            self.jobs.question_id = asked[0].id
        self._load()
        if gone or before != [(question.id, question.name) for question in asked]:
            self.settings.set_question_of(self.path, self.question.name)
            self.question_changed.emit()

    def look_around(self) -> None:
        """Another window or a command may have put a backup back, added items, or changed the questions."""
        if self.jobs.path is None or self.jobs.writing:
            return
        with suppress(UserError), self.read.explaining():
            found = project_file.standing(self.read)
            if found.tables != self._standing.tables:
                self._setup_timer.stop()
                self.put_back.emit()
                return
            if found != self._standing:
                self.announce(Changes(items=True))
                self.tell(self.tr("Items were added or changed elsewhere; they are shown as they are now."))
        self.look_at_setup()

    def look_at_setup(self) -> None:
        """Another window or a command may have changed the questions, their labels or the guideline."""
        if self.jobs.path is None or self.jobs.writing:
            return
        with suppress(UserError), self.read.explaining():
            if project_file.questions(self.read) != self.questions:
                self.announce(Changes(setup=True))
                self.tell(self.tr("The questions were changed elsewhere; they are shown as they are now."))

    def _recall_question(self) -> None:
        name = self.settings.question_of(self.path)
        asked = project_file.questions(self.read)
        found = next((question for question in asked if question.name == name), asked[0])
        self.jobs.question_id = found.id

    def _recall_annotator(self) -> None:
        people = project_file.people(self.read)
        if self.role is not None:  # a package is one person's
            self.annotator = next((person for person in people if person.id == self.role.annotator_id), None)
            return
        name = self.settings.annotator_of(self.path)
        self.annotator = {person.name: person for person in people}.get(name)

    def _not_summarised(self, error: UserError) -> None:
        self._counted()
        self.tell(error)

    def _counted(self) -> None:
        """Where counting takes long, it rests for longer: it would never end while somebody answers."""
        self._summary_timer.setInterval(max(SUMMARY_DELAY, REST * self._counting_since.elapsed()))
        self._counting_since.invalidate()
        if self._count_again:
            self._count_again = False
            self._summary_timer.start()

    def _summarised(self, summary: Summary) -> None:
        self._counted()
        self.summary = summary
        if not self._summary_timer.isActive():
            self.merge_uncounted = False
        self.summarised.emit(summary)


def _changes_of(result: Any) -> Changes | None:
    found = result if isinstance(result, Changes) else getattr(result, "changes", None)
    return found if isinstance(found, Changes) else None
