"""The Qt application, which a Mac tells of a double click on a project or a package."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """Says which file the system wants to be opened. Elsewhere than on a Mac it is an argument of the program."""

    asked_to_open = Signal(str)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.asked_to_open.emit(event.file())
            return True
        return super().event(event)
