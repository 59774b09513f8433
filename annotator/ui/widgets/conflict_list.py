"""The list of items to settle: a title, and what the items are ordered by; ids in memory, titles by page."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.services import reviewing
from annotator.services.reviewing import Listing
from annotator.texts import figure, fraction
from annotator.ui import theme
from annotator.ui.widgets.text import by_itself, kept_in_order, tool_tip

AnyIndex = QModelIndex | QPersistentModelIndex
Fetch = Callable[[list[int]], Mapping[int, str]]
NUMBER = Qt.ItemDataRole.UserRole
_MOVING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ConflictModel(QAbstractListModel):
    """Items in the order given; only titles that are looked at are fetched."""

    PAGE_ROWS = 200
    PAGES_KEPT = 50

    def __init__(self, fetch: Fetch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._ids: NDArray[np.int64] = np.zeros(0, dtype=np.int64)
        self._numbers: NDArray[np.float64] = np.zeros(0)
        self._order = reviewing.GAIN
        self._pages: OrderedDict[int, Mapping[int, str]] = OrderedDict()

    def set_listing(self, found: Listing, order: str) -> None:
        self.beginResetModel()
        self._ids, self._numbers, self._order = found.item_ids, found.numbers, order
        self._pages.clear()
        self.endResetModel()

    def item_id(self, row: int) -> int | None:
        return int(self._ids[row]) if 0 <= row < len(self._ids) else None

    def row_of(self, item_id: int) -> int:
        """The item's row, -1 when it is not listed."""
        rows = np.flatnonzero(self._ids == item_id)
        return int(rows[0]) if rows.size else -1

    def remove(self, item_id: int) -> int:
        """Take an item out; returns the row where it was, -1 when it was not listed."""
        row = self.row_of(item_id)
        if row >= 0:
            self.beginRemoveRows(QModelIndex(), row, row)
            self._ids, self._numbers = np.delete(self._ids, row), np.delete(self._numbers, row)
            self._pages.clear()  # every page behind it begins with another item
            self.endRemoveRows()
        return row

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._ids):
            return None
        if role == NUMBER:
            return self._number(index.row())
        title = self._title(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        words = f"{self.named()} {self._number(index.row())}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{title}, {words}"
        return tool_tip(f"{title}\n\n{words}") if role == Qt.ItemDataRole.ToolTipRole else None

    def named(self) -> str:
        """What the numbers are."""
        if self._order == reviewing.ANSWERS:
            return self.tr("Answers")
        return self.tr("Gain") if self._order == reviewing.GAIN else self.tr("Disagreement")

    def explained(self) -> str:
        """What the numbers mean."""
        if self._order == reviewing.ANSWERS:
            return self.tr("How many people and LLMs have labelled the item")
        if self._order == reviewing.GAIN:
            return self.tr(
                "How many wrong labels settling the item is expected to save: the probability that its merged label is"
                " wrong, and what it teaches about the annotators who answered it. It teaches more where merging does"
                " not know whether they are right, where they answered many items that are nearly undecided, and where"
                " few of their answers are checked so far."
            )
        return self.tr(
            "How much the merged answers leave open, from 0 to 1: at 0 one label is certain, at 1 all labels are"
            " equally likely. This is the entropy of the labels' probabilities."
        )

    def _number(self, row: int) -> str:
        number = float(self._numbers[row])
        if np.isnan(number):
            return ""
        return figure(number) if self._order == reviewing.ANSWERS else short(number)

    def _title(self, row: int) -> str:
        page = row // self.PAGE_ROWS
        if page not in self._pages:
            first = page * self.PAGE_ROWS
            self._pages[page] = self._fetch(self._ids[first : first + self.PAGE_ROWS].tolist())
            if len(self._pages) > self.PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(page)
        return self._pages[page].get(int(self._ids[row]), "")


class ConflictDelegate(QStyledItemDelegate):
    """One line: the title, shortened where it must be, and the number."""

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
        number = str(index.data(NUMBER))
        painter.setFont(font)
        painter.setPen(theme.colour("muted"))
        painter.drawText(inner, _align(_RIGHT, option), kept_in_order(number, option.direction))
        room = inner.width() - QFontMetrics(font).horizontalAdvance(number) - self.PADDING
        font.setBold(selected)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        title = by_itself(str(index.data()), option.direction)
        title = QFontMetrics(font).elidedText(title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, _align(_LEFT, option), title)


class ConflictList(QListView):
    """The list itself, which keeps no key but those that move in it."""

    def __init__(self, fetch: Fetch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("conflict_list")
        self.setModel(ConflictModel(fetch, self))
        self.setItemDelegate(ConflictDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Items to settle"))

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
    """A probability as running text has it: .97, 1.00, in other languages 0,97."""
    return "" if value is None else fraction(value)


def _align(alignment: Qt.AlignmentFlag, option: QStyleOptionViewItem) -> Qt.AlignmentFlag:
    return QStyle.visualAlignment(option.direction, alignment)
