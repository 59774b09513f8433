"""The folder that is watched for return files, whichever page is in sight."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.errors import UserError

if TYPE_CHECKING:  # a session has one of these, and most watch nothing
    from annotator.services.taking import Report
    from annotator.services.watching import Watch
    from annotator.ui.session import Session

TOLD = 2  # sentences in the message; the page has all of them


class FolderWatch(QObject):
    """A child of the session. `took(Report)` when something was taken, `changed` of the state.

    Which folder it is, is remembered on this computer; it is watched again when the project is opened the next time.
    """

    took = Signal(object)
    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._watch: Watch | None = None
        self._busy = False
        self._passphrase = ""
        self.there = True  # whether the folder was there at the last look
        self.problem = ""  # why the folder cannot be watched
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        folder = session.settings.watched_of(session.path)
        if folder and session.role is None:
            self._begin(Path(folder), must_be_there=False)

    @property
    def folder(self) -> Path | None:
        """None while nothing is watched."""
        return self._watch.folder if self._watch is not None else None

    def start(self, folder: Path, passphrase: str = "") -> None:
        """Watch this folder from now on. passphrase: of the files in it, for as long as the window is open."""
        self._passphrase = passphrase
        self._begin(folder)

    def stop(self) -> None:
        self._timer.stop()
        self._watch, self.problem = None, ""
        self._session.settings.set_watched_of(self._session.path, "")
        self.changed.emit()

    def look(self) -> None:
        """Beside the window, unless the look before is not over; a drive that is away can keep one waiting."""
        watch = self._watch
        if watch is None or self._busy or self._session.jobs.path is None:
            return
        self._busy = True
        self._session.compute(
            lambda db: (watch.look(db), watch.folder.is_dir()),
            owner=self,
            done=lambda found: self._looked(*found),
            failed=self._not_looked,
        )

    def _begin(self, folder: Path, *, must_be_there: bool = True) -> None:
        from annotator.services import watching

        self._timer.stop()
        self._session.jobs.on_background(
            lambda: watching.Watch(folder, must_be_there=must_be_there),
            owner=self,
            done=self._begun,
            failed=self._not_begun,
        )

    def _begun(self, watch: Watch) -> None:
        from annotator.services import watching

        self._watch, self.there, self.problem = watch, True, ""
        self._session.settings.set_watched_of(self._session.path, str(watch.folder))
        self._timer.start(round(watching.EVERY * 1_000))
        self.changed.emit()

    def _not_begun(self, error: UserError) -> None:
        self._watch, self.problem = None, str(error)
        self.changed.emit()

    def _looked(self, found: list[Path], there: bool) -> None:
        if there != self.there or self.problem:
            self.there, self.problem = there, ""
            self.changed.emit()
        if found and self._watch is not None:
            self._take()
        else:
            self._busy = False

    def _not_looked(self, error: UserError) -> None:
        self._busy = False
        self.problem = str(error)
        self.changed.emit()

    def _take(self) -> None:
        watch, who, passphrase = self._watch, self._session.annotator, self._passphrase
        if watch is None:
            self._busy = False
            return
        by = who.id if who is not None else None
        self._session.take(
            lambda db: watch.take(db, by=by, passphrase=passphrase),
            owner=self,
            done=self._taken,
            failed=self._not_looked,
        )

    def _taken(self, report: Report | None) -> None:
        self._busy = False
        if report is None:
            return
        said = " ".join(report.sentences()[:TOLD])
        level = "warn" if any(came.problem for came in report.files) else "good"
        self._session.offer(said, self.tr("Show"), lambda: self._session.go("team", "take"), level)
        self.took.emit(report)
