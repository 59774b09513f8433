"""Paints a label in a table: its dot, its name, and a number at the end of the cell."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem, QWidget

from annotator.domain.model import Label
from annotator.ui import theme
from annotator.ui.item_table import LABEL, NUMBER, Column, ItemTable
from annotator.ui.widgets.cells import CutCells
from annotator.ui.widgets.text import by_itself, kept_in_order

AnyIndex = QModelIndex | QPersistentModelIndex
DOT_ROOM, GAP = 16, 8  # pixels: before the name, and between name and number


class LabelDelegate(CutCells):
    """For cells with a LABEL; others are painted as usual."""

    def __init__(self, parent: QWidget | None = None, *, names: Collection[int] = ()) -> None:
        super().__init__(parent, names=names)
        self._labels: dict[str, tuple[Label, int]] = {}

    def set_labels(self, labels: tuple[Label, ...]) -> None:
        self._labels = {label.name: (label, position) for position, label in enumerate(labels)}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        if not option.state & _POINTED_AT:
            self._paint_plainly(painter, option, index)
            return
        name = index.data(LABEL)
        if not name:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        number = str(index.data(NUMBER) or "")
        option.text = ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        painter.save()
        self._write(painter, option, str(name), number)
        painter.restore()

    def room_wanted(self, option: QStyleOptionViewItem, index: AnyIndex) -> int:
        dot_and_gap = theme.px(DOT_ROOM + GAP) if index.data(LABEL) else 0
        return super().room_wanted(option, index) + dot_and_gap

    def _paint_plainly(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """What the style paints, in a third of the time: it asks for each cell seven times, and a screen has 100."""
        model, cell = index.model(), option.rect
        assert isinstance(model, ItemTable)
        text, number, is_label = model.cell(index.row(), index.column())
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(cell, theme.colour("accent_soft"))
        painter.fillRect(cell.left(), cell.bottom(), cell.width(), 1, theme.colour("line"))
        if is_label and text:
            self._write(painter, option, text, number)
        elif text or number:
            self._write_text(painter, option, text or number, index.column())
        painter.restore()

    def _write_text(self, painter: QPainter, option: QStyleOptionViewItem, text: str, column: int) -> None:
        cell: QRect = option.rect.adjusted(_INDENT, 0, -_INDENT, -1)
        metrics, direction = option.fontMetrics, option.direction
        mode = Qt.TextElideMode.ElideMiddle if column in self._names else Qt.TextElideMode.ElideRight
        number = column == Column.ANSWERS
        ordered = kept_in_order(text, direction) if number else by_itself(text, direction)
        shown = metrics.elidedText(ordered, mode, cell.width())
        left = float(cell.left())
        if number is (direction is Qt.LayoutDirection.LeftToRight):
            left += cell.width() - QFontMetricsF(option.font).horizontalAdvance(shown)
        base = cell.top() + (cell.height() - metrics.height()) // 2 + metrics.ascent()
        painter.setPen(theme.colour("text"))
        painter.drawText(QPointF(left, base), shown)

    def _write(self, painter: QPainter, option: QStyleOptionViewItem, name: str, number: str) -> None:
        side = theme.px(GAP)
        cell: QRect = option.rect.adjusted(side, 0, -side, 0)
        metrics = option.fontMetrics
        known = self._labels.get(name)
        indent = 0
        if known is not None:
            radius, middle = theme.px(4), cell.center().y() + 0.5
            mirrored = option.direction is Qt.LayoutDirection.RightToLeft
            x = cell.right() - radius if mirrored else cell.left() + radius
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_colour(known))
            painter.drawEllipse(QPointF(x, middle), radius, radius)
            indent = theme.px(DOT_ROOM)
        direction = option.direction
        painter.setPen(theme.colour("muted"))
        painter.drawText(cell, QStyle.visualAlignment(direction, _END), kept_in_order(number, direction))
        room = cell.width() - indent - (metrics.horizontalAdvance(number) + side if number else 0)
        place = QStyle.visualRect(direction, cell, QRect(cell.left() + indent, cell.top(), room, cell.height()))
        painter.setPen(theme.colour("text" if known is not None else "muted"))
        text = metrics.elidedText(by_itself(name, direction), Qt.TextElideMode.ElideRight, room)
        painter.drawText(place, QStyle.visualAlignment(direction, _START), text)


_POINTED_AT = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_MouseOver
_INDENT = 8  # pixels: the style sheet's padding of a cell and the style's own margin
_START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _colour(known: tuple[Label, int]) -> QColor:
    return theme.label_colour(*known)
