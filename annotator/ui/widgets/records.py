"""A quiet table of a few rows that are already in memory."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from annotator.ui import theme

_START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Records(QTableWidget):
    """Rows of text; columns named in `numbers` are aligned at their end, `stretch` takes the room that is left."""

    def __init__(
        self,
        titles: Sequence[str],
        *,
        numbers: Sequence[int] = (),
        stretch: int = 0,
        framed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(0, len(titles), parent)
        self._numbers = frozenset(numbers)
        for position, title in enumerate(titles):
            head = QTableWidgetItem(title)
            head.setTextAlignment(_END if position in self._numbers else _START)
            self.setHorizontalHeaderItem(position, head)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        if not framed:
            self.setFrameShape(QTableWidget.Shape.NoFrame)
            self.setStyleSheet("QTableWidget { border: none; border-radius: 0; }")
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(34))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self, self.copy)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Replace all rows; the row that was chosen stays chosen by its place."""
        chosen = self.currentRow()
        self.setRowCount(len(rows))
        for number, cells in enumerate(rows):
            for column, text in enumerate(cells):
                cell = QTableWidgetItem(text)
                cell.setTextAlignment(_END if column in self._numbers else _START)
                self.setItem(number, column, cell)
        if rows:
            self.setCurrentCell(min(max(chosen, 0), len(rows) - 1), 0)

    def text(self, row: int, column: int) -> str:
        cell = self.item(row, column)
        return cell.text() if cell is not None else ""

    def copy(self) -> None:
        """All rows as tab-separated text."""
        heads = [self.horizontalHeaderItem(column) for column in range(self.columnCount())]
        titles = [head.text() if head is not None else "" for head in heads]
        rows = [[self.text(row, column) for column in range(self.columnCount())] for row in range(self.rowCount())]
        QGuiApplication.clipboard().setText("\n".join("\t".join(cells) for cells in [titles, *rows]))


def percent(share: float | None) -> str:
    """A share as a table writes it, nothing when there is none."""
    return "" if share is None else f"{100 * share:.0f} %"
