"""Rows of a list that name an action: what it does, where it belongs, and its keys at the end."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui import theme
from annotator.ui.widgets.keycap import key_size, paint_key

AnyIndex = QModelIndex | QPersistentModelIndex
# A list of caps; a name, "" for none; whether the row only names what is below it.
KEYS, WHERE, HEADING = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2


class KeyedRows(QStyledItemDelegate):
    """Paints KEYS and WHERE of each row beside its text, in the direction of reading."""

    def __init__(self, view: QAbstractItemView, height: int) -> None:
        """height: pixels of a row."""
        super().__init__(view)
        self._height = height

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(theme.px(120), theme.px(self._height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft"))
            painter.drawRoundedRect(QRectF(option.rect), theme.px(6), theme.px(6))
        line = option.rect.adjusted(theme.px(10), 0, -theme.px(10), 0)
        for key in reversed(index.data(KEYS) or []):
            line = _cap(painter, option, line, key)
        painter.setPen(theme.colour("muted"))
        painter.setFont(theme.font(theme.SECONDARY))
        line = _where(painter, option, line, str(index.data(WHERE) or ""))
        heading = bool(index.data(HEADING))
        painter.setPen(theme.colour("muted" if heading else "text"))
        painter.setFont(theme.font(semibold=heading))
        _write(painter, option, line, str(index.data() or ""), at_end=False)
        painter.restore()


def _cap(painter: QPainter, option: QStyleOptionViewItem, line: QRect, key: str) -> QRect:
    """Draw one cap at the end of the line; returns what is left of it."""
    size = key_size(key, option.font)
    area, rest = _split(line, size.width(), option)
    cap = QRectF(area.left(), line.center().y() - size.height() // 2, size.width(), size.height())
    paint_key(painter, cap, key, option.font)
    return _split(rest, theme.px(6), option)[1]


def _where(painter: QPainter, option: QStyleOptionViewItem, line: QRect, text: str) -> QRect:
    """Write at the end of the line, on a third of it at most; returns what is left of it."""
    if not text:
        return line
    wanted = painter.fontMetrics().horizontalAdvance(text) + theme.px(12)
    area, rest = _split(line, min(wanted, line.width() // 3), option)
    _write(painter, option, area, text, at_end=True)
    return rest


def _write(painter: QPainter, option: QStyleOptionViewItem, area: QRect, text: str, *, at_end: bool) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    to_left = (option.direction is Qt.LayoutDirection.RightToLeft) == at_end
    side = Qt.AlignmentFlag.AlignLeft if to_left else Qt.AlignmentFlag.AlignRight
    painter.drawText(area, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, shown)


def _split(line: QRect, width: int, option: QStyleOptionViewItem) -> tuple[QRect, QRect]:
    """`width` pixels at the end of the line, and the rest of it."""
    if option.direction is Qt.LayoutDirection.RightToLeft:
        return QRect(line.left(), line.top(), width, line.height()), line.adjusted(width, 0, 0, 0)
    end = line.adjusted(line.width() - width, 0, 0, 0)
    return end, line.adjusted(0, 0, -width, 0)
