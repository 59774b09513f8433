"""A quiet table of a few rows that are already in memory."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableWidget, QTableWidgetItem, QWidget

from annotator.domain.spreadsheets import tabbed
from annotator.texts import figure
from annotator.ui import theme
from annotator.ui.widgets.cells import WIDEST, CutCells
from annotator.ui.widgets.text import text_label, tool_tip

_START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LONG = 20  # characters of a title that may be cut
MEASURED = 60  # rows that decide how wide a column is; to measure all of them takes too long
NARROWEST = 64  # pixels that a column keeps where room is short


class Records(QTableWidget):
    """Rows of text; columns named in `numbers` are aligned at their end, `stretch` takes the room that is left.

    names: columns that are cut in the middle. widest: pixels of a column, however long its texts; a tool tip says all.
    Says `opened(row)` on Enter or a double click, `gave_way` when other columns are out of sight than before.
    """

    opened = Signal(int)
    gave_way = Signal()

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
        self._titles = _Titles(Qt.Orientation.Horizontal, self)
        self.setHorizontalHeader(self._titles)
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
        self._giving: tuple[int, ...] = ()
        self._stretch = stretch
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

    def let_give_way(self, *columns: int) -> None:
        """Columns that are out of sight where there is no room for all of them, the first one first: `left_out`."""
        self._giving = columns
        self._make_room()

    def left_out(self, row: int) -> str:
        """What stands in a row in columns that gave way, to be said elsewhere."""
        parts = [(self._title(column), self.text(row, column)) for column in sorted(self._out_of_sight)]
        return " · ".join(f"{title}: {text}" if title else text for title, text in parts if text)

    @property
    def _out_of_sight(self) -> set[int]:
        return {column for column in self._giving if self.isColumnHidden(column)}

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        if not self._giving:
            return
        before = self._out_of_sight
        shown = [each for each in range(self.columnCount()) if each in before or not self.isColumnHidden(each)]
        wanted = {column: self._wanted(column) for column in shown}
        hidden: set[int] = set()
        for column in self._giving:
            if sum(wanted.values()) <= self.viewport().width():
                break
            if wanted.pop(column, None) is not None:
                hidden.add(column)
        if hidden != before:
            for column in hidden ^ before:
                self.setColumnHidden(column, column in hidden)
            self._let_stretch()
            self.gave_way.emit()

    def _let_stretch(self) -> None:
        """The first column takes the room that is left, where the one that usually does is out of sight."""
        header = self.horizontalHeader()
        gone = self.isColumnHidden(self._stretch)
        header.setSectionResizeMode(0, header.ResizeMode.Stretch if gone else header.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(self._stretch, header.ResizeMode.Stretch)

    def _wanted(self, column: int) -> int:
        """Pixels of width in which nothing of a column is cut, whether or not it is in sight."""
        title = self._titles.sectionSizeFromContents(column).width()
        return max(title, self.sizeHintForColumn(column), self._titles.minimumSectionSize())

    def _title(self, column: int) -> str:
        head = self.horizontalHeaderItem(column)
        return head.text() if head is not None else ""

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
            self._make_room()

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
        told = {*also, *self._giving}
        columns = [each for each in range(self.columnCount()) if each in told or not self.isColumnHidden(each)]
        titles = [self._title(column) for column in columns]
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


def left_out_line(table: Records) -> QLabel:
    """To stand below a table: what its columns that gave way say of the chosen row; nothing where all are in sight."""
    line = text_label("", "secondary", wrap=True, parent=table)  # a layout takes it from there
    line.setObjectName(f"{table.objectName()}_left_out")
    line.hide()

    def show() -> None:
        said = table.left_out(table.currentRow())
        line.setText(said)
        line.setVisible(bool(said))

    table.gave_way.connect(show)
    table.currentCellChanged.connect(lambda *_: show())
    table.model().dataChanged.connect(lambda *_: show())
    return line


def signed(value: float) -> str:
    """A number of either sign with two digits and a true minus; nothing is less than none."""
    text = figure(value, 2)
    return text.removeprefix("-") if text.strip("-0.,") == "" else text.replace("-", "−")


def percent(share: float | None) -> str:
    """A share as a table writes it, nothing when there is none."""
    return "" if share is None else f"{figure(100 * share)} %"
