"""The ring around a list or a text that has no frame of its own to show that the keyboard is on it."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QWidget

from annotator.ui import theme
from annotator.ui.widgets.keycap import paint_focus


class FocusRings(QObject):
    """Follows the focus through every window of the application, as long as its parent lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ring: _Ring | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if self._ring is not None and shiboken6.isValid(self._ring):
            self._ring.leave()
        self._ring = None
        if isinstance(now, QAbstractScrollArea) and _unframed(now):
            self._ring = _Ring(now)


class _Ring(QWidget):
    """Lies over the whole of its parent and lets everything through."""

    def __init__(self, around: QWidget) -> None:
        super().__init__(around)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        around.installEventFilter(self)
        self.setGeometry(around.rect())
        self.raise_()
        self.show()

    def leave(self) -> None:
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_focus(painter, QRectF(self.rect()), theme.px(6))


def _unframed(area: QAbstractScrollArea) -> bool:
    """Lists and texts that take the focus by Tab; what only scrolls, or is typed into, shows it in another way."""
    by_tab = bool(area.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and area.frameShape() == QFrame.Shape.NoFrame
