"""A quiet table of a few rows that are already in memory."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from annotator.domain.spreadsheets import tabbed
from annotator.texts import figure
from annotator.ui import theme
from annotator.ui.widgets.cells import WIDEST, CutCells
from annotator.ui.widgets.text import tool_tip

_START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LONG = 20  # characters of a title that may be cut
MEASURED = 60  # rows that decide how wide a column is; to measure all of them takes too long
NARROWEST = 64  # pixels that a column keeps where room is short


class Records(QTableWidget):
    """Rows of text; columns named in `numbers` are aligned at their end, `stretch` takes the room that is left.

    names: columns that are cut in the middle. widest: pixels of a column, however long its texts; a tool tip says all.
    Says `opened(row)` on Enter or a double click.
    """

    opened = Signal(int)

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
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        if not framed:
            self.setFrameShape(QTableWidget.Shape.NoFrame)
            self.setStyleSheet("QTableWidget { border: none; border-radius: 0; }")
        self.setItemDelegate(CutCells(self, widest=widest, names=names))
        self.setHorizontalHeader(_Titles(Qt.Orientation.Horizontal, self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(34))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(theme.px(NARROWEST))
        header.setResizeContentsPrecision(MEASURED)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self, self.copy)
        self._whole = 0
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._settle)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

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

    def keep_whole(self, most: int) -> None:
        """As high as its rows at least, up to so many of them, so that the lower edge cuts none of these."""
        self._whole = most
        self._fit()

    def _fit(self) -> None:
        if self._whole:
            rows = min(self.rowCount(), self._whole) * self.verticalHeader().defaultSectionSize()
            bar = self.horizontalScrollBar().sizeHint().height()  # where the columns need more than the width
            self.setMinimumHeight(self.horizontalHeader().sizeHint().height() + rows + bar + 2 * self.frameWidth())

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Replace all rows; the row that was chosen stays chosen by its place."""
        chosen = self.currentRow()
        self.setRowCount(len(rows))
        self._fit()
        with self.quietly():
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
            with self.quietly():
                cell.setIcon(theme.icon(icon))
                cell.setData(Qt.ItemDataRole.AccessibleTextRole, f"{cell.text()} ({words})")
                cell.setToolTip(tool_tip(f"{cell.text()} ({words})"))

    @contextmanager
    def quietly(self) -> Iterator[None]:
        """Whatever changes meanwhile is laid out once, afterwards: each change alone would measure every column."""
        was = self.model().blockSignals(True)
        try:
            yield
        finally:
            self.model().blockSignals(was)
            self._settling.start()

    def _settle(self) -> None:
        model = self.model()
        if model.rowCount():
            last = model.index(model.rowCount() - 1, model.columnCount() - 1)
            model.dataChanged.emit(model.index(0, 0), last, [])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.opened.emit(self.currentRow())
        else:
            super().keyPressEvent(event)

    def text(self, row: int, column: int) -> str:
        cell = self.item(row, column)
        return cell.text() if cell is not None else ""

    def copy(self) -> None:
        """Put `as_text` on the clipboard."""
        QGuiApplication.clipboard().setText(self.as_text())

    def as_text(self, also: Collection[int] = ()) -> str:
        """All rows as tab-separated text, with the words for what is said by icons; without hidden columns.

        also: columns that are hidden in a small window only."""
        columns = [each for each in range(self.columnCount()) if each in also or not self.isColumnHidden(each)]
        heads = [self.horizontalHeaderItem(column) for column in columns]
        titles = [head.text() if head is not None else "" for head in heads]
        rows = [[self._spoken(row, column) for column in columns] for row in range(self.rowCount())]
        return "\n".join(map(tabbed, [titles, *rows]))

    def _spoken(self, row: int, column: int) -> str:
        cell = self.item(row, column)
        return "" if cell is None else str(cell.data(Qt.ItemDataRole.AccessibleTextRole) or cell.text())


class _Titles(QHeaderView):
    """Qt keeps room for titles in bold letters, which none of ours are: many words in German need that room."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self.setSectionsClickable(True)  # as those of a table are

    def sectionSizeFromContents(self, column: int) -> QSize:
        wanted = super().sectionSizeFromContents(column)
        title = str(self.model().headerData(column, self.orientation()) or "")
        bold = QFont(self.font())
        bold.setBold(True)
        spare = QFontMetrics(bold).horizontalAdvance(title) - self.fontMetrics().horizontalAdvance(title)
        return QSize(wanted.width() - max(spare, 0), wanted.height())


def signed(value: float) -> str:
    """A number of either sign with two digits and a true minus; nothing is less than none."""
    text = figure(value, 2)
    return text.removeprefix("-") if text.strip("-0.,") == "" else text.replace("-", "−")


def percent(share: float | None) -> str:
    """A share as a table writes it, nothing when there is none."""
    return "" if share is None else f"{figure(100 * share)} %"
