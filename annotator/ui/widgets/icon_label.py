"""An icon on a page."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from annotator.ui import theme


class IconLabel(QLabel):
    """An icon that follows the theme."""

    def __init__(self, name: str, token: str = "muted", size: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = theme.icon(name, token)
        self._size = theme.px(size)
        self.setFixedSize(self._size, self._size)

    def set_icon(self, name: str, token: str = "muted") -> None:
        self._icon = theme.icon(name, token)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._icon.paint(QPainter(self), self.rect())
