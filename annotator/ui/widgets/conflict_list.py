"""The list of items to settle: a title and how unsure the merge is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.services.adjudicating import Conflict
from annotator.ui import theme
from annotator.ui.widgets.text import tool_tip

AnyIndex = QModelIndex | QPersistentModelIndex
ENTROPY = Qt.ItemDataRole.UserRole
_MOVING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ConflictModel(QAbstractListModel):
    """Conflicts in the order given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Conflict] = []

    def set_conflicts(self, conflicts: Sequence[Conflict]) -> None:
        self.beginResetModel()
        self._rows = list(conflicts)
        self.endResetModel()

    def item_id(self, row: int) -> int | None:
        return self._rows[row].item_id if 0 <= row < len(self._rows) else None

    def row_of(self, item_id: int) -> int:
        """The item's row, -1 when it is not listed."""
        return next((row for row, conflict in enumerate(self._rows) if conflict.item_id == item_id), -1)

    def remove(self, item_id: int) -> int:
        """Take an item out; returns the row where it was, -1 when it was not listed."""
        row = self.row_of(item_id)
        if row >= 0:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._rows[row]
            self.endRemoveRows()
        return row

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        conflict = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return conflict.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("{title}, disagreement {entropy}").format(
                title=conflict.title, entropy=short(conflict.entropy)
            )
        if role == Qt.ItemDataRole.ToolTipRole:
            words = self.tr("Disagreement {entropy}: 0 is sure, 1 is all labels alike")
            return tool_tip(f"{conflict.title}\n\n{words.format(entropy=short(conflict.entropy))}")
        return conflict.entropy if role == ENTROPY else None


class ConflictDelegate(QStyledItemDelegate):
    """One line: the title, shortened where it must be, and the entropy."""

    PADDING = 16

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(160, QFontMetrics(option.font).height() + 28)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = QRect(option.rect)
        painter.save()
        if selected:
            painter.fillRect(rect, theme.colour("accent_soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("hover"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._write(painter, option, index, selected)
        painter.restore()

    def _write(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, selected: bool) -> None:
        inner = QRect(option.rect).adjusted(self.PADDING, 0, -self.PADDING, 0)
        font = option.font
        number = short(index.data(ENTROPY))
        painter.setFont(font)
        painter.setPen(theme.colour("muted"))
        painter.drawText(inner, _align(_RIGHT, option), number)
        room = inner.width() - QFontMetrics(font).horizontalAdvance(number) - self.PADDING
        font.setBold(selected)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        title = QFontMetrics(font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, _align(_LEFT, option), title)


class ConflictList(QListView):
    """The list itself, which keeps no key but those that move in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("conflict_list")
        self.setModel(ConflictModel(self))
        self.setItemDelegate(ConflictDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Items to settle, the least sure first"))

    def conflicts(self) -> ConflictModel:
        model = self.model()
        assert isinstance(model, ConflictModel)
        return model

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVING:
            super().keyPressEvent(event)
        else:
            event.ignore()  # letters and digits settle, they do not search


def short(value: float | None) -> str:
    """A probability without the zero in front, as it is written in running text: .97, 1.00."""
    return "" if value is None else f"{value:.2f}".removeprefix("0")


def _align(alignment: Qt.AlignmentFlag, option: QStyleOptionViewItem) -> Qt.AlignmentFlag:
    return QStyle.visualAlignment(option.direction, alignment)
