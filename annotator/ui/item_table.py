"""The table of all items: ids in memory, rows read by page, so that a million items scroll like a hundred."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator import texts
from annotator.services.browsing import ItemRow

AnyIndex = QModelIndex | QPersistentModelIndex
Fetch = Callable[[Sequence[int]], Sequence[ItemRow]]

ITEM_ID = Qt.ItemDataRole.UserRole
LABEL = Qt.ItemDataRole.UserRole + 1  # the label's name in this cell, for its coloured dot
NUMBER = Qt.ItemDataRole.UserRole + 2  # its confidence or probability as written, for the right end of the cell

_EXCERPT = 200  # characters; a cell never shows more
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Column(IntEnum):
    """The columns, in the order shown."""

    ID = 0
    TEXT = 1
    LLM = 2  # label and confidence
    CONSENSUS = 3  # label and probability
    ANSWERS = 4
    GOLD = 5


# Where the cells of a row stand in a kept page: the columns first, then the numbers of two of them.
_NUMBER_AT = {Column.LLM: 6, Column.CONSENSUS: 7}
_LABELS = frozenset({Column.LLM, Column.CONSENSUS, Column.GOLD})
# What a click on a column's title sorts by: numbers where there are some, since they say more than a label's name.
SORTED_BY = {
    Column.ID: "id",
    Column.TEXT: "text",
    Column.LLM: "confidence",
    Column.CONSENSUS: "probability",
    Column.ANSWERS: "answers",
    Column.GOLD: "gold",
}


class ItemTable(QAbstractTableModel):
    """Items by id. Only pages that are looked at are fetched, and the latest PAGES_KEPT of them are kept."""

    PAGE_ROWS = 50  # a screen lies on two of them as a rule, and both are read before it is painted
    PAGES_KEPT = 200

    def __init__(self, fetch: Fetch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._ids: NDArray[np.int64] = np.zeros(0, dtype=np.int64)
        self._pages: OrderedDict[int, dict[int, tuple[str, ...]]] = OrderedDict()

    def set_ids(self, ids: Sequence[int] | NDArray[np.int64]) -> None:
        """Show these items, in this order. Where they only go on after those that are shown, those stay as they are."""
        new = np.asarray(ids, dtype=np.int64)
        shown = self._ids.size
        if 0 < shown <= new.size and np.array_equal(new[:shown], self._ids):
            self._go_on(new)
            return
        self.beginResetModel()
        self._ids = new
        self._pages.clear()
        self.endResetModel()

    def _go_on(self, new: NDArray[np.int64]) -> None:
        if new.size > self._ids.size:
            self._pages.pop(self._ids.size // self.PAGE_ROWS, None)  # may have been read before it was full
            self.beginInsertRows(QModelIndex(), self._ids.size, new.size - 1)
            self._ids = new
            self.endInsertRows()

    def refresh(self) -> None:
        """Read the rows anew where only values changed: selection and scroll position stay."""
        self._pages.clear()
        if self._ids.size:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(Column) - 1))

    def item_id(self, row: int) -> int | None:
        return int(self._ids[row]) if 0 <= row < len(self._ids) else None

    def ids(self, first: int = 0, last: int | None = None) -> NDArray[np.int64]:
        """The items of the rows from `first` up to, not including, `last`."""
        return self._ids[first:last]

    def cell(self, row: int, column: int) -> tuple[str, str, bool]:
        """(text, number, whether it is a label's name): all that is painted of a cell, at once."""
        return self._cell(row, column), self._number(row, column), column in _LABELS

    def row_of(self, item_id: int) -> int:
        """The item's row, -1 when it is not shown."""
        rows = np.flatnonzero(self._ids == item_id)
        return int(rows[0]) if rows.size else -1

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._ids):
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            label, number = self._cell(row, column), self._number(row, column)
            return f"{label} {number}" if number else label
        if role == LABEL:
            return self._cell(row, column) if column in _LABELS else None
        if role == NUMBER:
            return self._number(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column == Column.ANSWERS else _LEFT
        if role == ITEM_ID:
            return int(self._ids[row])
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section == Column.ANSWERS else _LEFT
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles()[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._explained(section)
        return None

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("Id"),
            self.tr("Text"),
            self.tr("LLM"),
            self.tr("Consensus"),
            self.tr("Answers"),
            self.tr("Gold"),
        )

    def _explained(self, section: int) -> str | None:
        explained = {
            Column.LLM: self.tr("The LLM's label and its confidence, 0 to 1"),
            Column.CONSENSUS: self.tr("The label with the highest probability after merging, and that probability"),
            Column.ANSWERS: self.tr("Labels that people and LLMs gave; skips and invalid replies are none"),
            Column.GOLD: self.tr("The label taken as known: settled in review or imported"),
        }
        return explained.get(Column(section))

    def _cell(self, row: int, column: int) -> str:
        cells = self._page(row // self.PAGE_ROWS).get(int(self._ids[row]))
        return cells[column] if cells else ""  # removed since the ids were read

    def _number(self, row: int, column: int) -> str:
        return self._cell(row, _NUMBER_AT[Column(column)]) if column in _NUMBER_AT else ""

    def _page(self, page: int) -> dict[int, tuple[str, ...]]:
        if page not in self._pages:
            first = page * self.PAGE_ROWS
            rows = self._fetch(self._ids[first : first + self.PAGE_ROWS].tolist())
            self._pages[page] = {row.id: _cells(row) for row in rows}
            if len(self._pages) > self.PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(page)
        return self._pages[page]


def fraction(value: float | None) -> str:
    """A probability as tables write it, nothing when there is none; never 1.00 for what is not certain."""
    if value is None:
        return ""
    return f"> {texts.fraction(0.99)}" if 0.995 <= value < 1 else texts.fraction(value)


def _cells(row: ItemRow) -> tuple[str, ...]:
    return (
        row.external_id,
        " ".join(row.text[: 2 * _EXCERPT].split())[:_EXCERPT],
        row.llm_label,
        row.consensus,
        str(row.answers),
        row.gold,
        fraction(row.llm_confidence),
        fraction(row.probability),
    )
