"""The table of all items as it is seen: its columns share the room by what stands in them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QItemSelectionModel, QItemSelectionRange, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from annotator.domain.filters import Sort
from annotator.domain.model import Label
from annotator.texts import fraction
from annotator.ui import theme
from annotator.ui.item_table import SORTED_BY, Column, ItemTable
from annotator.ui.widgets.label_delegate import LabelDelegate

ANSWERS_WIDTH = 68  # pixels
ID_LEAST, ID_SHARE = 64, 0.15  # pixels; share of the table that an id may take
LABEL_SHARE = 0.15
MEASURED = 50  # rows whose ids are looked at
_AROUND = 22  # pixels around an id
# Pixels around a label: its dot, and its number.
_LABELS = {Column.LLM: (68, 118), Column.CONSENSUS: (68, 118), Column.GOLD: (36, 88)}


class ItemsView(QTableView):
    """The text has what the other columns leave, which is most of it. Emits `sorted(Sort)` for a click on a title."""

    sorted = Signal(object)

    def __init__(self, model: ItemTable, on_chosen: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items = model
        self._names: tuple[str, ...] = ()
        self.setObjectName("items")
        self.setAccessibleName(self.tr("Items"))
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)  # else Qt measures every row of a million
        rows.setDefaultSectionSize(theme.px(36))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(Column.TEXT, QHeaderView.ResizeMode.Stretch)
        header.setSectionsClickable(True)
        # To know whether a whole column is selected Qt's header looks at every row, a million times for each painting.
        header.setSelectionModel(QItemSelectionModel(model, self))
        header.sectionClicked.connect(self._sort_by)
        self._sort = Sort()
        self._labels = LabelDelegate(self, names=(Column.ID,))
        self.setItemDelegate(self._labels)
        self.selectionModel().currentRowChanged.connect(lambda now, before: on_chosen())

    def set_sort(self, sort: Sort) -> None:
        """Show at the titles how the items are sorted."""
        self._sort = sort
        column = next((column for column, by in SORTED_BY.items() if by == sort.by), None)
        header = self.horizontalHeader()
        header.setSortIndicatorShown(column is not None)
        if column is not None:
            down, up = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
            header.setSortIndicator(column, down if sort.descending else up)

    def selected_count(self) -> int:
        return sum(part.height() for part in self._parts())

    def selected_ids(self) -> NDArray[np.int64]:
        """In the order of the rows; all of a million as quickly as one."""
        parts = sorted((part.top(), part.bottom()) for part in self._parts())
        return np.concatenate([self._items.ids(0, 0), *(self._items.ids(top, bottom + 1) for top, bottom in parts)])

    def _parts(self) -> list[QItemSelectionRange]:
        selection = self.selectionModel().selection()
        return [selection.at(position) for position in range(selection.count())]

    def _sort_by(self, column: int) -> None:
        """Up, down, and back to the order of import."""
        by = SORTED_BY[Column(column)]
        steps = [Sort(by), Sort(by, descending=True), Sort()]
        here = steps.index(self._sort) if self._sort in steps else 2
        self.sorted.emit(steps[(here + 1) % len(steps)])

    def set_labels(self, labels: tuple[Label, ...]) -> None:
        self._labels.set_labels(labels)
        self._names = tuple(label.name for label in labels)
        self.share_room()

    def share_room(self) -> None:
        """To be called when other items are shown, too."""
        room = self.viewport().width()
        shown = range(min(MEASURED, self._items.rowCount()))
        ids = [str(self._items.index(row, Column.ID).data()) for row in shown]
        self.setColumnWidth(Column.ID, self._wanted(ids, _AROUND, ID_LEAST, round(room * ID_SHARE)))
        for column, (around, least) in _LABELS.items():
            wanted = self._wanted(self._names, around, least, round(room * LABEL_SHARE))
            self.setColumnWidth(column, wanted + (self._longer_number() if column is not Column.GOLD else 0))
        title = str(self._items.headerData(Column.ANSWERS, Qt.Orientation.Horizontal))
        self.setColumnWidth(Column.ANSWERS, self._wanted([title], _AROUND, ANSWERS_WIDTH, room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.share_room()

    def _longer_number(self) -> int:
        """Pixels that "0,88" takes more than ".88", where the language writes it so."""
        written = (fraction(0.88), ".88")
        here, english = (self.fontMetrics().horizontalAdvance(text) for text in written)
        return max(0, here - english)

    def _wanted(self, texts: list[str] | tuple[str, ...], around: int, least: int, most: int) -> int:
        widest = max((self.fontMetrics().horizontalAdvance(text) for text in texts), default=0)
        return max(theme.px(least), min(widest + theme.px(around), most))
