"""The table of all items as it is seen: its columns share the room by what stands in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QItemSelectionModel, QItemSelectionRange, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from annotator.domain.filters import Sort
from annotator.domain.model import Label
from annotator.ui import theme
from annotator.ui.item_table import SORTED_BY, Column, ItemTable
from annotator.ui.widgets.label_delegate import GAP, LabelDelegate

ANSWERS_WIDTH = 68  # pixels
ID_LEAST, ID_SHARE = 64, 0.15  # pixels; share of the table that an id may take
LABEL_SHARE = 0.15
TEXT_LEAST = 140  # pixels
MEASURED = 50  # rows whose ids are looked at
_AROUND = 22  # pixels around an id
_AROUND_LABEL = 40  # pixels, its dot among them, without its number
_LABELS = {Column.LLM: 132, Column.CONSENSUS: 132, Column.GOLD: 88}  # pixels at least, where there is a label


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
        model.dataChanged.connect(lambda *_: self.share_room())  # a column that was empty may have labels now
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
        for column in Column:
            self.setColumnHidden(column, False)  # a hidden one has no width, nor its title
        room = self.viewport().width()
        shown = range(min(MEASURED, self._items.rowCount()))
        ids = [str(self._items.index(row, Column.ID).data()) for row in shown]
        self.setColumnWidth(Column.ID, self._wanted(ids, _AROUND, ID_LEAST, round(room * ID_SHARE)))
        wanted = {column: self._label_room(column, shown) for column in _LABELS}
        for column, width in shared(wanted, round(room * LABEL_SHARE * len(_LABELS))).items():
            self.setColumnWidth(column, max(width, min(wanted[column], theme.px(_LABELS[column]))))
        title = str(self._items.headerData(Column.ANSWERS, Qt.Orientation.Horizontal))
        self.setColumnWidth(Column.ANSWERS, self._wanted([title], _AROUND, ANSWERS_WIDTH, room))
        self._make_room(room, shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.share_room()

    def _make_room(self, room: int, rows: range) -> None:
        """Where the text would have too little, columns give way, those without labels first: the item beside the
        table says all that stands in them, and a table that scrolls sideways says less at a glance."""
        bare = [column for column in _LABELS if rows and not any(self._items.cell(row, column)[0] for row in rows)]
        order = dict.fromkeys([*bare, Column.ANSWERS, Column.GOLD, Column.LLM])
        left = room - sum(self.columnWidth(column) for column in Column if column != Column.TEXT)
        for column in order:
            if left < theme.px(TEXT_LEAST):
                left += self.columnWidth(column)
                self.setColumnHidden(column, True)

    def _label_room(self, column: Column, rows: range) -> int:
        """Pixels in which no label is cut; those of the title alone where nothing stands in the column."""
        cells = [self._items.cell(row, column) for row in rows]
        title = self.horizontalHeader().sectionSizeHint(column)
        if cells and not any(label for label, _, _ in cells):
            return title
        width = self.fontMetrics().horizontalAdvance
        name = max(map(width, self._names), default=0) + theme.px(_AROUND_LABEL)
        number = max((width(number) + theme.px(GAP) for _, number, _ in cells if number), default=0)
        return max(name + number, title, theme.px(_LABELS[column]))

    def _wanted(self, texts: list[str] | tuple[str, ...], around: int, least: int, most: int) -> int:
        widest = max((self.fontMetrics().horizontalAdvance(text) for text in texts), default=0)
        return max(theme.px(least), min(widest + theme.px(around), most))


def shared(wanted: Mapping[Column, int], room: int) -> dict[Column, int]:
    """As many pixels as each wants; where there are not enough of them, what one leaves is for the others."""
    given: dict[Column, int] = {}
    for column in sorted(wanted, key=lambda column: wanted[column]):
        given[column] = min(wanted[column], room // (len(wanted) - len(given)))
        room -= given[column]
    return given
