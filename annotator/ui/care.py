"""Looks after the project that is open: checks the file and its place once, and makes backups while it is used."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.errors import UserError
from annotator.services import drives, presence, project_file
from annotator.services.backups import Reason
from annotator.ui.jobs import Reporter
from annotator.ui.session import Session

AFTER = 1_000  # ms after opening, so that the first page has what it needs first
HOUR = 3_600_000  # ms
LOOK = 10_000  # ms


class Care(QObject):
    """A child of the session. What it finds wrong is `found_wrong(sentence)`; all else it does in silence."""

    found_wrong = Signal(str)
    checked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._first = QTimer(self, singleShot=True, interval=AFTER)
        self._first.timeout.connect(self.look_at_place)
        self._first.timeout.connect(self.check)
        self._first.start()
        self._hourly = QTimer(self, interval=HOUR)
        self._hourly.timeout.connect(lambda: session.keep(Reason.HOUR))
        self._hourly.start()
        self._look = QTimer(self, interval=LOOK)
        self._look.timeout.connect(self.look)
        self._look.start()
        self._held = QTimer(self, interval=presence.TOUCHED_EVERY * 1_000)
        self._held.timeout.connect(self.hold)
        self._held.start()

    def look_at_place(self) -> None:
        """Tell of a drive or folder that a project is not safe in; a drive that hangs keeps nobody waiting."""
        if self._session.jobs.path is not None:
            path = self._session.path
            self._session.jobs.on_keeping(lambda: drives.warning(path), owner=self, done=self._warn)

    def check(self) -> None:
        """Read the whole file on a connection of its own; a sound one becomes a backup."""
        if self._session.jobs.path is None:  # closed meanwhile
            return
        reporter = Reporter()
        self._session.jobs.on_keeping(
            lambda: project_file.problems(self._session.path, reporter.report, interrupts=reporter.interrupts),
            owner=self,
            done=self._found,
            failed=self._failed,
            reporter=reporter,
            checks=True,
        )

    def look(self) -> None:
        """Whether the file is still where it was opened; if not, whoever works on it is told before more is lost."""
        jobs = self._session.jobs
        if jobs.path is not None:
            jobs.on_keeping(jobs.read.moved, owner=self, done=self._looked)

    def hold(self) -> None:
        """Say anew that the project is open here."""
        jobs = self._session.jobs
        if jobs.path is not None:
            jobs.on_keeping(lambda: presence.hold(self._session.path), owner=self)

    def _warn(self, sentence: str) -> None:
        if sentence:
            self._session.tell(sentence, "warn")

    def _looked(self, moved: bool) -> None:
        if moved:
            self._look.stop()
            self._session.write(lambda db: db.check_place(), owner=self)

    def _found(self, problems: list[str]) -> None:
        if problems:
            self._wrong(self.tr("The project file is damaged: {problem}").format(problem=problems[0]))
        else:
            self._session.keep(Reason.OPENING)
        self.checked.emit()

    def _failed(self, error: UserError) -> None:
        self._wrong(str(error))

    def _wrong(self, sentence: str) -> None:
        self._hourly.stop()  # a damaged file must not push good backups out
        self.found_wrong.emit(sentence)
