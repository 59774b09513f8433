"""How one annotator answers for each truth, as a small heat grid with numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from annotator.ui import theme

AnyIndex = QModelIndex | QPersistentModelIndex
_CENTRE = Qt.AlignmentFlag.AlignCenter


class ConfusionTable(QAbstractTableModel):
    """P(answers row given truth is column); columns sum to 1."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._labels: tuple[str, ...] = ()
        self._matrix: NDArray[np.float64] = np.zeros((0, 0))

    def show_matrix(self, labels: Sequence[str], matrix: NDArray[np.float64] | None) -> None:
        """matrix: (labels, labels) by [answered, truth], or None to show nothing."""
        self.beginResetModel()
        self._labels = tuple(labels) if matrix is not None else ()
        self._matrix = np.zeros((0, 0)) if matrix is None else matrix
        self.endResetModel()

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
            return f"{self.value(index):.2f}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _CENTRE
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            answered, truth = self._labels[index.row()], self._labels[index.column()]
            share = f"{100 * self.value(index):.0f}"
            return self.tr("Answers “{answered}” in {share} % of the items that are “{truth}”").format(
                answered=answered, truth=truth, share=share
            )
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= section < len(self._labels):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._labels[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            pattern = self.tr("answered “{label}”") if orientation is Qt.Orientation.Vertical else None
            return (pattern or self.tr("truth is “{label}”")).format(label=self._labels[section])
        return None


class ConfusionGrid(QTableView):
    """The matrix as coloured cells: the accent on the diagonal where the annotator is right, a warning elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = ConfusionTable(self)
        self.setModel(self.table)
        self.setItemDelegate(_Heat(self))
        self.setObjectName("confusion_grid")
        self.setAccessibleName(self.tr("Confusion matrix: rows are answers, columns are the truth"))
        self.setStyleSheet("QTableView { border: none; border-radius: 0; }")
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(self.fontMetrics().horizontalAdvance("0.000"))
        self.verticalHeader().setDefaultSectionSize(2 * self.fontMetrics().height() + 4)

    def show_matrix(self, labels: Sequence[str], matrix: NDArray[np.float64] | None) -> None:
        self.table.show_matrix(labels, matrix)


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
        painter.drawText(rect, _CENTRE, f"{value:.2f}")
