"""The file that items come from, as the pages of a wizard share it: looked at in the background, read anew at once
when its layout is changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator.errors import UserError
from annotator.services import importing
from annotator.services.importing import Inspection, Layout
from annotator.ui.jobs import JobRunner


class ChosenFile(QObject):
    """`inspection` is set once the file was read as what it should be, otherwise `problem` says why it was not."""

    changed = Signal()

    def __init__(self, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._asked = 0
        self._reading = False
        self.path: Path | None = None
        self.inspection: Inspection | None = None
        self.problem = ""

    @property
    def ready(self) -> bool:
        """The file was read, with the layout asked for last."""
        return self.inspection is not None and not self._reading

    def choose(self, path: Path | None) -> None:
        """Recognise this file's layout; `changed` follows."""
        self.path = path
        self.inspection = None
        if path is None:
            self._asked += 1
            self._reading = False
            self.problem = ""
            self.changed.emit()
        else:
            self._inspect(path, None)

    def read_as(self, layout: Layout) -> None:
        """Read the same file with another layout."""
        if self.path is not None:
            self._inspect(self.path, layout)

    def _inspect(self, path: Path, layout: Layout | None) -> None:
        self._asked += 1
        self._reading = True
        asked = self._asked
        self.problem = ""
        self._jobs.on_background(
            lambda: importing.inspect(path, layout),
            owner=self,
            done=lambda found: self._if_latest(asked, lambda: self._inspected(found)),
            failed=lambda error: self._if_latest(asked, lambda: self._refused(error)),
        )

    def _if_latest(self, asked: int, deliver: Callable[[], None]) -> None:
        """Somebody who tries three encodings in a row sees only the last one's result."""
        if asked == self._asked:
            self._reading = False
            deliver()
            self.changed.emit()

    def _inspected(self, found: Inspection) -> None:
        self.inspection, self.problem = found, ""

    def _refused(self, error: UserError) -> None:
        self.inspection, self.problem = None, str(error)
