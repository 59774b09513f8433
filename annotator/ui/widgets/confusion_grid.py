"""How one annotator answers for each truth, or beside another, as a small heat grid with numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from annotator.domain.spreadsheets import csv_cell
from annotator.domain.words import counted
from annotator.texts import figure
from annotator.ui import theme
from annotator.ui.widgets.text import tool_tip

AnyIndex = QModelIndex | QPersistentModelIndex
_CENTRE = Qt.AlignmentFlag.AlignCenter
_START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


NAME_WIDEST = 120  # pixels of a row's title
CELL = 25  # pixels that a cell has at least
LABEL = Qt.ItemDataRole.UserRole  # of a header: the label's whole name


class ConfusionTable(QAbstractTableModel):
    """P(answers row given truth is column), shown in hundredths; columns sum to 1. Or how many items two gave what.

    numbered: the columns have the numbers of the rows as their titles, where names would not fit.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.numbered = False
        self._labels: tuple[str, ...] = ()
        self._matrix: NDArray[np.float64] = np.zeros((0, 0))
        self._counts: NDArray[np.int64] | None = None
        self._sides = ("", "")

    def show_matrix(self, labels: Sequence[str], matrix: NDArray[np.float64] | None) -> None:
        """matrix: (labels, labels) by [answered, truth], or None to show nothing."""
        self.beginResetModel()
        self._labels = tuple(labels) if matrix is not None else ()
        self._matrix = np.zeros((0, 0)) if matrix is None else matrix
        self._counts = None
        self.endResetModel()

    def show_counts(self, labels: Sequence[str], counts: NDArray[np.int64], sides: tuple[str, str]) -> None:
        """counts: (labels, labels), items by what the one of `sides` (row) and the other (column) says of them."""
        self.beginResetModel()
        self._labels, self._counts, self._sides = tuple(labels), counts, sides
        self._matrix = counts / np.maximum(counts.sum(axis=0), 1)
        self.endResetModel()

    def set_numbered(self, numbered: bool) -> None:
        if numbered != self.numbered:
            self.numbered = numbered
            for orientation in (Qt.Orientation.Horizontal, Qt.Orientation.Vertical):
                self.headerDataChanged.emit(orientation, 0, max(0, len(self._labels) - 1))

    def value(self, index: AnyIndex) -> float:
        """The share of its column."""
        return float(self._matrix[index.row(), index.column()])

    @property
    def counts(self) -> NDArray[np.int64] | None:
        """What `show_counts` was given, None while shares are shown."""
        return self._counts

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._labels)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._labels)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not (0 <= index.row() < len(self._labels)):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return written(self.value(index)) if self._counts is None else figure(self._count(index))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _CENTRE
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            text = self._in_words(index)
            return tool_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text
        return None

    def index_number(self, index: AnyIndex) -> str:
        """The number of a cell, unrounded."""
        return f"{self.value(index):.6g}" if self._counts is None else str(self._count(index))

    def _count(self, index: AnyIndex) -> int:
        return 0 if self._counts is None else int(self._counts[index.row(), index.column()])

    def _in_words(self, index: AnyIndex) -> str:
        row, column = self._labels[index.row()], self._labels[index.column()]
        if self._counts is None:
            words = self.tr("Answers “{answered}” in {share} % of the items that are “{truth}”")
            return words.format(answered=row, truth=column, share=figure(100 * self.value(index)))
        words = self.tr("{items}: {one} says “{row}”, {other} “{column}”")
        items = counted(self._count(index), "item")
        return words.format(items=items, one=self._sides[0], row=row, other=self._sides[1], column=column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= section < len(self._labels):
            return None
        if role == LABEL:
            return self._labels[section]
        if role == Qt.ItemDataRole.DisplayRole:
            if not self.numbered:
                return self._labels[section]
            number = str(section + 1)
            return number if orientation is Qt.Orientation.Horizontal else f"{number}  {self._labels[section]}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _CENTRE if orientation is Qt.Orientation.Horizontal else _START
        if role == Qt.ItemDataRole.ToolTipRole and self._counts is not None:
            side = self._sides[0 if orientation is Qt.Orientation.Vertical else 1]
            return tool_tip(self.tr("{side} says “{label}”").format(side=side, label=self._labels[section]))
        if role == Qt.ItemDataRole.ToolTipRole:
            pattern = self.tr("answered “{label}”") if orientation is Qt.Orientation.Vertical else None
            return tool_tip((pattern or self.tr("truth is “{label}”")).format(label=self._labels[section]))
        return None


class ConfusionGrid(QTableView):
    """The matrix as coloured cells: the accent on the diagonal where both say the same, a warning elsewhere.

    A click or Enter on a cell is `cell_chosen(row, column)`, and a frame is around that cell.
    """

    cell_chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = ConfusionTable(self)
        self._widest = 0  # pixels of the longest name
        self.setModel(self.table)
        self.setItemDelegate(_Heat(self))
        self.setObjectName("confusion_grid")
        self.setAccessibleName(self.tr("Confusion matrix: rows are answers, columns are the truth"))
        self.setStyleSheet("QTableView { border: none; border-radius: 0; } QHeaderView::section { padding: 6px 3px; }")
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
            header.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(theme.px(CELL))
        self.verticalHeader().setDefaultSectionSize(2 * self.fontMetrics().height() + 4)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.clicked.connect(self._choose)

    def show_matrix(self, labels: Sequence[str], matrix: NDArray[np.float64] | None) -> None:
        self.setAccessibleName(self.tr("Confusion matrix: rows are answers, columns are the truth"))
        self.table.show_matrix(labels, matrix)
        self._make_room(labels)
        self.setMinimumWidth(self._names_wide(numbered=True) + len(labels) * theme.px(CELL) + theme.px(4))
        self._fit()

    def show_counts(self, labels: Sequence[str], counts: NDArray[np.int64], sides: tuple[str, str]) -> None:
        """See `ConfusionTable.show_counts`. More columns than there is room for are scrolled."""
        self.setAccessibleName(
            self.tr("Items: rows are {one}, columns are {other}").format(one=sides[0], other=sides[1])
        )
        self.table.show_counts(labels, counts, sides)
        self._make_room(labels)
        number = self.fontMetrics().horizontalAdvance(figure(int(counts.max(initial=0)))) + theme.px(10)
        self.horizontalHeader().setMinimumSectionSize(max(theme.px(CELL), number))
        self._fit()

    def choose(self, row: int, column: int) -> None:
        """As a click on this cell does."""
        index = self.table.index(row, column)
        self.setCurrentIndex(index)
        self._choose(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def numbers(self) -> str:
        """What is shown as CSV: one line for each row, shares of their column, or counts."""
        names = [str(self.table.headerData(n, Qt.Orientation.Vertical, LABEL)) for n in range(self.table.rowCount())]
        lines = [",".join(map(csv_cell, ["", *names]))]
        for row, name in enumerate(names):
            cells = [self.table.index(row, column) for column in range(len(names))]
            values = [self.table.index_number(cell) for cell in cells]
            lines.append(",".join([csv_cell(name), *values]))
        return "\n".join(lines) + "\n"

    def _choose(self, index: AnyIndex) -> None:
        if index.isValid():
            self.cell_chosen.emit(index.row(), index.column())

    def _make_room(self, labels: Sequence[str]) -> None:
        self._widest = max((self.fontMetrics().horizontalAdvance(name) for name in labels), default=0) + theme.px(16)
        self._name_rows()

    def _name_rows(self) -> None:
        self.verticalHeader().setFixedWidth(self._names_wide(numbered=self.table.numbered))

    def _names_wide(self, *, numbered: bool) -> int:
        before = self.fontMetrics().horizontalAdvance(f"{self.table.rowCount()}  ") if numbered else 0
        return min(self._widest + before, theme.px(NAME_WIDEST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Names above the columns where all of them fit, else numbers."""
        columns = self.table.columnCount()
        if columns:
            room = (self.width() - self.verticalHeader().width()) // columns
            numbered = self._widest > room
            if numbered != self.table.numbered:
                self.table.set_numbered(numbered)
                self._name_rows()


class _Heat(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        model = index.model()
        assert isinstance(model, ConfusionTable)
        value = model.value(index)
        rect: QRect = option.rect.adjusted(1, 1, -1, -1)
        tone = theme.colour("accent" if index.row() == index.column() else "warn")
        ground = theme.mixed(theme.colour("surface"), tone, 0.85 * value)
        painter.fillRect(rect, ground)
        inks = (theme.colour("text"), theme.colour("surface"))
        painter.setPen(max(inks, key=lambda ink: theme.contrast(ink, ground)))
        painter.drawText(rect, _CENTRE, str(index.data()))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(theme.colour("text"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))


def written(share: float) -> str:
    """A share in hundredths."""
    return figure(100 * share)
