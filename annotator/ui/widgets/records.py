"""A quiet table of a few rows that are already in memory."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from annotator.ui import theme
from annotator.ui.widgets.cells import WIDEST, CutCells
from annotator.ui.widgets.text import tool_tip

_START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LONG = 20  # characters of a title that may be cut
NARROWEST = 64  # pixels that a column keeps where room is short


class Records(QTableWidget):
    """Rows of text; columns named in `numbers` are aligned at their end, `stretch` takes the room that is left.

    names: columns that are cut in the middle. widest: pixels of a column, however long its texts; a tool tip says all.
    """

    def __init__(
        self,
        titles: Sequence[str],
        *,
        numbers: Sequence[int] = (),
        stretch: int = 0,
        names: Sequence[int] = (),
        framed: bool = False,
        widest: int = WIDEST,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(0, len(titles), parent)
        self._numbers: frozenset[int] = frozenset()
        self.set_titles(titles, numbers=numbers)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setIconSize(QSize(theme.px(16), theme.px(16)))
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        if not framed:
            self.setFrameShape(QTableWidget.Shape.NoFrame)
            self.setStyleSheet("QTableWidget { border: none; border-radius: 0; }")
        self.setItemDelegate(CutCells(self, widest=widest, names=names))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(34))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(theme.px(NARROWEST))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self, self.copy)

    def set_titles(self, titles: Sequence[str], *, numbers: Sequence[int] = ()) -> None:
        """Other columns from now on; a long title is said by pointing at it."""
        self._numbers = frozenset(numbers)
        self.setColumnCount(len(titles))
        for position, title in enumerate(titles):
            head = QTableWidgetItem(title)
            head.setTextAlignment(_END if position in self._numbers else _START)
            if len(title) > LONG:
                head.setToolTip(tool_tip(title))
            self.setHorizontalHeaderItem(position, head)

    def explain(self, tips: Sequence[str]) -> None:
        """What each column means, said by pointing at its title; "" says nothing."""
        for column, tip in enumerate(tips):
            head = self.horizontalHeaderItem(column)
            if head is not None:
                head.setToolTip(tool_tip(tip))

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Replace all rows; the row that was chosen stays chosen by its place."""
        chosen = self.currentRow()
        self.setRowCount(len(rows))
        for number, cells in enumerate(rows):
            for column, text in enumerate(cells):
                cell = QTableWidgetItem(text)
                cell.setTextAlignment(_END if column in self._numbers else _START)
                self.setItem(number, column, cell)
        if rows and self.selectionMode() is not self.SelectionMode.NoSelection:
            self.setCurrentCell(min(max(chosen, 0), len(rows) - 1), 0)

    def mark(self, row: int, column: int, icon: str, words: str) -> None:
        """Put an icon before a cell's text; the words are for those who ask what it means, or cannot see it."""
        cell = self.item(row, column)
        if cell is not None:
            cell.setIcon(theme.icon(icon))
            cell.setData(Qt.ItemDataRole.AccessibleTextRole, f"{cell.text()} ({words})")
            cell.setToolTip(tool_tip(f"{cell.text()} ({words})"))

    def text(self, row: int, column: int) -> str:
        cell = self.item(row, column)
        return cell.text() if cell is not None else ""

    def copy(self) -> None:
        """All rows as tab-separated text, with the words for what is said by icons."""
        heads = [self.horizontalHeaderItem(column) for column in range(self.columnCount())]
        titles = [head.text() if head is not None else "" for head in heads]
        rows = [[self._spoken(row, column) for column in range(self.columnCount())] for row in range(self.rowCount())]
        QGuiApplication.clipboard().setText("\n".join("\t".join(cells) for cells in [titles, *rows]))

    def _spoken(self, row: int, column: int) -> str:
        cell = self.item(row, column)
        return "" if cell is None else str(cell.data(Qt.ItemDataRole.AccessibleTextRole) or cell.text())


def signed(value: float) -> str:
    """A number of either sign with two digits and a true minus; nothing is less than none."""
    text = f"{value:.2f}"
    return "0.00" if text == "-0.00" else text.replace("-", "−")


def percent(share: float | None) -> str:
    """A share as a table writes it, nothing when there is none."""
    return "" if share is None else f"{100 * share:.0f} %"
