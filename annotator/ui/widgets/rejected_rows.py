"""Rows of files that were set aside: file, line, reason and the row itself, to look at and to copy."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.spreadsheets import tabbed
from annotator.services.importing import ReasonCount, Rejected, in_words
from annotator.texts import figure, spoken
from annotator.ui.widgets import buttons
from annotator.ui.widgets.cells import CutCells
from annotator.ui.widgets.text import text_label

REASONS = 3  # that are told together, those of most rows
_FILE = 0  # column
_SHOWN = 300  # characters of a row in a cell; copying takes all that is kept


class RejectedRows(QWidget):
    """A table with a button that copies all of it as tab-separated text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rejected: tuple[Rejected, ...] = ()
        self._title = text_label(role="card-title")
        self._title.setObjectName("rejected_title")
        self._reasons = text_label(role="muted", wrap=True)
        self._reasons.setObjectName("rejected_reasons")
        self._reasons.hide()
        copy = buttons.plain(self.tr("Copy all"), "content-copy", self.copy)
        copy.setObjectName("copy_rejected")
        self.table = QTableWidget(0, 4)
        self.table.setObjectName("rejected_rows")
        self.table.setAccessibleName(self.tr("Rows set aside"))
        self.table.setHorizontalHeaderLabels([self.tr("File"), self.tr("Line"), self.tr("Why"), self.tr("Row")])
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setItemDelegate(CutCells(self.table))
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.table, self.copy)
        self._row = QHBoxLayout()
        self._row.addWidget(self._title, 1)
        self._row.addWidget(copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._row)
        layout.addWidget(self._reasons)
        layout.addWidget(self.table, 1)
        self.hide()

    def add_button(self, button: QPushButton) -> None:
        """Another button beside “Copy all”."""
        self._row.addWidget(button)

    def show_rows(self, rejected: Sequence[Rejected], total: int, reasons: Sequence[ReasonCount] = ()) -> None:
        """total: how many were set aside, of which these are the first; nothing is shown when there are none.

        reasons: those of most rows; what is said of a single row stands beside it.
        """
        self._rejected = tuple(rejected)
        self._reasons.setText("\n".join(in_words(found) for found in reasons if found.rows > 1))
        self._reasons.setVisible(bool(self._reasons.text()))
        self.setVisible(total > 0)
        if len(rejected) < total:
            self._title.setText(
                self.tr("{n} rows were set aside; the first {shown}:").format(
                    n=figure(total), shown=figure(len(rejected))
                )
            )
        elif total == 1:
            self._title.setText(self.tr("1 row was set aside:"))
        else:
            self._title.setText(self.tr("{n} rows were set aside:").format(n=figure(total)))
        self.table.setRowCount(len(rejected))
        for position, row in enumerate(rejected):
            cells = (row.file, str(row.line), spoken(row.reason), " ".join(row.raw[:_SHOWN].split()))
            for column, text in enumerate(cells):
                self.table.setItem(position, column, QTableWidgetItem(text))
        letter = self.fontMetrics().averageCharWidth()
        self.table.resizeColumnToContents(_FILE)
        self.table.setColumnWidth(_FILE, min(self.table.columnWidth(_FILE), letter * 24))
        self.table.resizeColumnToContents(_FILE + 1)
        self.table.setColumnWidth(_FILE + 2, letter * 36)

    def copy(self) -> None:
        lines = [tabbed((row.file, str(row.line), spoken(row.reason), row.raw)) for row in self._rejected]
        QGuiApplication.clipboard().setText("\n".join([self.tr("File\tLine\tWhy\tRow"), *lines]))
