"""A bar from a middle line: to the end where something speaks for a label, to the start where it speaks against it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui import theme

HEIGHT = 8
LEAST = 2.0  # pixels, so that every part that is not nothing can be seen


class EvidenceBar(QWidget):
    """value: from -1 to 1 of the width of one side."""

    def __init__(self, value: float, colour: QColor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value = min(max(value, -1.0), 1.0)
        self._colour = colour
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(HEIGHT + 8))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(120), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        height, middle = theme.px(HEIGHT), self.width() / 2
        top = (self.height() - height) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("line"))
        painter.drawRoundedRect(QRectF(0, top, self.width(), height), height / 2, height / 2)
        length = max(abs(self.value) * middle, LEAST) if self.value else 0.0
        painter.setBrush(self._colour)
        left = middle if self.value > 0 else middle - length
        painter.drawRoundedRect(QRectF(left, top, length, height), 2, 2)
        painter.fillRect(QRectF(middle - 0.5, 0, 1, self.height()), theme.colour("muted"))
