"""Parts beside one another or one above the other, which a person can make wider or narrower."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QSplitter, QWidget


class Splitter(QSplitter):
    """Its parts stay in sight from right to left, too: there Qt puts them one pixel too far to the right, so that the
    edge of the first one is cut off."""

    def __init__(self, orientation: Qt.Orientation = Qt.Orientation.Horizontal, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self._leave_room()

    def setOrientation(self, orientation: Qt.Orientation) -> None:
        super().setOrientation(orientation)
        self._leave_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._leave_room()

    def _leave_room(self) -> None:
        beside = self.orientation() is Qt.Orientation.Horizontal
        self.setContentsMargins(0, 0, int(beside and self.isRightToLeft()), 0)
