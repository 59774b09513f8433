"""Cells that draw how much is done as a bar, and write it beside that."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTableWidgetItem

from annotator.ui import theme
from annotator.ui.widgets.interval_cells import SHARE, IntervalCells

THICK = 8


def set_done(cell: QTableWidgetItem, share: float) -> None:
    """share: 0 to 1."""
    cell.setData(SHARE, (min(max(share, 0.0), 1.0), 0.0, 0.0))


class ShareCells(IntervalCells):
    """A bar in the place of the interval."""

    def draw(self, painter: QPainter, rect: QRectF, value: float, low: float, high: float) -> None:
        half = theme.px(THICK) / 2
        bar = QRectF(rect.left(), rect.center().y() - half, rect.width(), 2 * half)
        done = QRectF(bar)
        done.setWidth(max(bar.width() * value, 2 * half if value else 0.0))
        if self.parent() is not None and painter.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            done.moveRight(bar.right())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for part, token in ((bar, "line"), (done, "accent")):
            painter.setBrush(theme.colour(token))
            painter.drawRoundedRect(part, half, half)
        painter.restore()
