"""Cells that draw a share as a dot with a whisker for its interval, and write it beside that."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem, QTableWidgetItem

from annotator.domain.intervals import Share
from annotator.ui import theme
from annotator.ui.widgets.cells import AnyIndex, CutCells

SHARE = Qt.ItemDataRole.UserRole + 1
DRAWN = 84  # pixels of the line from 0 to 1
GAP = 10


def set_share(cell: QTableWidgetItem, share: Share) -> None:
    """Draw this before the cell's text; nothing without a value."""
    cell.setData(SHARE, None if share.value is None else (share.value, share.low, share.high))


class IntervalCells(CutCells):
    """All cells of a column have the same line from 0 to 1, so that they can be compared at a glance."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        self.initStyleOption(option, index)
        written = option.text
        option.text = ""
        style = option.widget.style() if option.widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        inside = option.rect.adjusted(theme.px(8), 0, -theme.px(8), 0)
        share = index.data(SHARE)
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        if share is not None:
            line = QRect(inside.left(), inside.top(), theme.px(DRAWN), inside.height())
            if mirrored:
                line.moveRight(inside.right())
            self.draw(painter, QRectF(line), *share)
            room = theme.px(DRAWN + GAP)
            inside = inside.adjusted(0, 0, -room, 0) if mirrored else inside.adjusted(room, 0, 0, 0)
        painter.setPen(theme.colour("text" if share is not None else "muted"))
        shown = option.fontMetrics.elidedText(written, Qt.TextElideMode.ElideRight, inside.width())
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(inside, side | Qt.AlignmentFlag.AlignVCenter, shown)

    def draw(self, painter: QPainter, rect: QRectF, value: float, low: float, high: float) -> None:
        """What stands beside the text. value, low and high: 0 to 1 along the width of the rectangle."""
        _draw(painter, rect, value, low, high)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(self.room_wanted(option, index), super().sizeHint(option, index).height())

    def room_wanted(self, option: QStyleOptionViewItem, index: AnyIndex) -> int:
        drawn = theme.px(DRAWN + GAP) if index.data(SHARE) is not None else 0
        return super().room_wanted(option, index) + drawn + theme.px(8)


def _draw(painter: QPainter, rect: QRectF, value: float, low: float, high: float) -> None:
    """value, low and high: 0 to 1 along the width of the rectangle."""
    middle, radius = rect.center().y(), theme.px(4)
    left, width = rect.left() + radius, rect.width() - 2 * radius
    at, first, last = (left + part * width for part in (value, low, high))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("line"), theme.px(2)))
    painter.drawLine(QPointF(left, middle), QPointF(left + width, middle))
    painter.setPen(QPen(theme.colour("accent"), max(1.5, theme.px(2))))
    painter.drawLine(QPointF(first, middle), QPointF(last, middle))
    for end in (first, last):
        painter.drawLine(QPointF(end, middle - radius), QPointF(end, middle + radius))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    painter.drawEllipse(QPointF(at, middle), radius, radius)
    painter.restore()
