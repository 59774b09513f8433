"""How one annotator answers for each truth, as a small heat grid with numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from annotator.ui import theme
from annotator.ui.widgets.text import tool_tip

AnyIndex = QModelIndex | QPersistentModelIndex
_CENTRE = Qt.AlignmentFlag.AlignCenter
_START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


NAME_WIDEST = 120  # pixels of a row's title
CELL = 25  # pixels that a cell has at least


class ConfusionTable(QAbstractTableModel):
    """P(answers row given truth is column), shown in hundredths; columns sum to 1.

    numbered: the columns have the numbers of the rows as their titles, where names would not fit.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.numbered = False
        self._labels: tuple[str, ...] = ()
        self._matrix: NDArray[np.float64] = np.zeros((0, 0))

    def show_matrix(self, labels: Sequence[str], matrix: NDArray[np.float64] | None) -> None:
        """matrix: (labels, labels) by [answered, truth], or None to show nothing."""
        self.beginResetModel()
        self._labels = tuple(labels) if matrix is not None else ()
        self._matrix = np.zeros((0, 0)) if matrix is None else matrix
        self.endResetModel()

    def set_numbered(self, numbered: bool) -> None:
        if numbered != self.numbered:
            self.numbered = numbered
            for orientation in (Qt.Orientation.Horizontal, Qt.Orientation.Vertical):
                self.headerDataChanged.emit(orientation, 0, max(0, len(self._labels) - 1))

    def value(self, index: AnyIndex) -> float:
        return float(self._matrix[index.row(), index.column()])

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._labels)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._labels)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not (0 <= index.row() < len(self._labels)):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return written(self.value(index))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _CENTRE
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            answered, truth = self._labels[index.row()], self._labels[index.column()]
            share = f"{100 * self.value(index):.0f}"
            words = self.tr("Answers “{answered}” in {share} % of the items that are “{truth}”")
            text = words.format(answered=answered, truth=truth, share=share)
            return tool_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= section < len(self._labels):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            if not self.numbered:
                return self._labels[section]
            number = str(section + 1)
            return number if orientation is Qt.Orientation.Horizontal else f"{number}  {self._labels[section]}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _CENTRE if orientation is Qt.Orientation.Horizontal else _START
        if role == Qt.ItemDataRole.ToolTipRole:
            pattern = self.tr("answered “{label}”") if orientation is Qt.Orientation.Vertical else None
            return tool_tip((pattern or self.tr("truth is “{label}”")).format(label=self._labels[section]))
        return None


class ConfusionGrid(QTableView):
    """The matrix as coloured cells: the accent on the diagonal where the annotator is right, a warning elsewhere."""

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

    def show_matrix(self, labels: Sequence[str], matrix: NDArray[np.float64] | None) -> None:
        self.table.show_matrix(labels, matrix)
        self._widest = max((self.fontMetrics().horizontalAdvance(name) for name in labels), default=0) + theme.px(16)
        self.verticalHeader().setFixedWidth(min(self._widest, theme.px(NAME_WIDEST)))
        self.setMinimumWidth(self.verticalHeader().width() + len(labels) * theme.px(CELL) + theme.px(4))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Names above the columns where all of them fit, else numbers."""
        columns = self.table.columnCount()
        if columns:
            room = (self.width() - self.verticalHeader().width()) // columns
            self.table.set_numbered(self._widest > room)


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
        painter.drawText(rect, _CENTRE, written(value))


def written(share: float) -> str:
    """A share in hundredths."""
    return f"{100 * share:.0f}"
