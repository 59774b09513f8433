"""Second page of the wizard: how the file is read, with its first rows."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from annotator.services.importing import Inspection, Layout
from annotator.texts import spoken
from annotator.ui import theme
from annotator.ui.dialogs.new_project_source import ChosenFile
from annotator.ui.dialogs.wizard import WizardPage
from annotator.ui.widgets.cells import WIDEST, CutCells
from annotator.ui.widgets.combo import ComboBox
from annotator.ui.widgets.notice import InlineNotice

ENCODINGS = (
    *("utf-8", "utf-8-sig", "utf-16", "cp1252", "iso8859-1", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254"),
    *("cp1255", "cp1256", "gb18030", "big5", "cp932", "euc_jp", "cp949"),
)
_CELL = 300  # characters shown of a cell


class PreviewPage(WizardPage):
    """What was recognised, each part of it changeable; the table below follows at once."""

    def __init__(self, source: ChosenFile, parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("PreviewPage", "Does this look right?"),
            QCoreApplication.translate(
                "PreviewPage", "The first rows as they will be read. Change what was not recognised well."
            ),
            parent,
        )
        self._source = source
        self._showing = False
        self.kind = self._combo("layout_kind", self.tr("Kind"))
        self.kind.addItem(self.tr("Table (CSV, TSV)"), "table")
        self.kind.addItem(self.tr("JSON Lines"), "jsonl")
        self.kind.addItem(self.tr("Plain text, one item a line"), "text")
        self.delimiter = self._combo("layout_delimiter", self.tr("Separator"))
        for text, character in (
            (self.tr("Comma  ,"), ","),
            (self.tr("Semicolon  ;"), ";"),
            (self.tr("Tab", "a character"), "\t"),
            (self.tr("Vertical bar  |"), "|"),
        ):
            self.delimiter.addItem(text, character)
        self.encoding = self._combo("layout_encoding", self.tr("Encoding"))
        self.encoding.addItems(ENCODINGS)
        self.encoding.setEditable(True)
        self.encoding.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.header = QCheckBox(self.tr("The first line names the columns"))
        self.header.setObjectName("layout_header")
        self.quoted = QCheckBox(self.tr("Quotation marks wrap cells"))
        self.quoted.setObjectName("layout_quoted")
        self._notice = InlineNotice()
        self.table = self._preview_table()
        for combo in (self.kind, self.delimiter, self.encoding):
            combo.activated.connect(self._relayout)
        line = self.encoding.lineEdit()
        assert line is not None
        line.editingFinished.connect(self._relayout)
        self.header.toggled.connect(self._relayout)
        self.quoted.toggled.connect(self._relayout)
        source.changed.connect(self._show)
        self._lay_out()

    def initializePage(self) -> None:
        self._show()

    def isComplete(self) -> bool:
        return self._source.ready

    def _combo(self, name: str, title: str) -> QComboBox:
        combo = ComboBox()
        combo.setObjectName(name)
        combo.setAccessibleName(title)
        return combo

    def _preview_table(self) -> QTableWidget:
        table = QTableWidget()
        table.setItemDelegate(CutCells(table))
        table.setObjectName("preview_table")
        table.setAccessibleName(self.tr("The first rows of the file"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setWordWrap(False)
        table.setAlternatingRowColors(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()  # numbers that are not the file's lines, over the round corner of the frame
        return table

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        columns = ((self.tr("Kind"), self.kind), (self.tr("Separator"), self.delimiter))
        for position, (title, widget) in enumerate((*columns, (self.tr("Encoding"), self.encoding))):
            label = QLabel(title)
            label.setProperty("role", "muted")
            label.setBuddy(widget)
            grid.addWidget(label, 0, position)
            grid.addWidget(widget, 1, position)
        grid.addWidget(self.header, 1, 3)
        grid.addWidget(self.quoted, 2, 3)
        grid.addWidget(self._notice, 2, 0, 1, 3)
        grid.setColumnStretch(4, 1)
        self.body.addLayout(grid)
        self.body.addWidget(self.table, 1)

    def _relayout(self) -> None:
        if self._showing:
            return
        layout = self._chosen()
        current = self._source.inspection.layout if self._source.inspection else None
        if layout != current:
            self._source.read_as(layout)
            self.completeChanged.emit()  # Enter must not go on with what was there before

    def _chosen(self) -> Layout:
        delimiter = str(self.delimiter.currentData())
        kind = self.kind.currentData()
        if kind == "table":
            kind = "tsv" if delimiter == "\t" else "csv"
        base = self._source.inspection.layout if self._source.inspection else Layout(kind)
        return replace(
            base,
            kind=kind,
            encoding=self.encoding.currentText().strip() or "utf-8",
            delimiter=delimiter,
            header=self.header.isChecked() and kind in ("csv", "tsv"),
            quoted=self.quoted.isChecked(),
        )

    def _show(self) -> None:
        inspection = self._source.inspection
        if inspection is None:
            self._notice.show_text(self._source.problem, "bad")
            self.table.setRowCount(0)
        else:
            self._showing = True
            self._show_layout(inspection.layout)
            self._showing = False
            self._show_rows(inspection)
            self._show_problems(inspection)
        self.completeChanged.emit()

    def _show_layout(self, layout: Layout) -> None:
        table = layout.kind in ("csv", "tsv")
        self.kind.setCurrentIndex(self.kind.findData("table" if table else layout.kind))
        if self.delimiter.findData(layout.delimiter) < 0:
            self.delimiter.addItem(layout.delimiter, layout.delimiter)
        self.delimiter.setCurrentIndex(self.delimiter.findData(layout.delimiter))
        self.encoding.setCurrentText(layout.encoding)
        for widget in (self.delimiter, self.header, self.quoted):
            widget.setEnabled(table)
        self.header.setChecked(layout.header and table)
        self.quoted.setChecked(layout.quoted)

    def _show_rows(self, inspection: Inspection) -> None:
        self.table.setColumnCount(len(inspection.columns))
        self.table.setHorizontalHeaderLabels(list(inspection.columns))
        self.table.setRowCount(len(inspection.rows))
        for row, cells in enumerate(inspection.rows):
            for column, cell in enumerate(cells[: len(inspection.columns)]):
                self.table.setItem(row, column, QTableWidgetItem(" ".join(cell[:_CELL].split())))
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(False)
        self.table.resizeColumnsToContents()
        widest = max(160, self.width() // 2)
        for column in range(self.table.columnCount()):
            self.table.setColumnWidth(column, min(self.table.columnWidth(column) + 16, widest))
        self._share_room()

    def _share_room(self) -> None:
        """What is left over goes to the columns whose texts are cut."""
        header = self.table.horizontalHeader()
        wide = [self.table.columnWidth(column) >= theme.px(WIDEST) for column in range(self.table.columnCount())]
        spare = any(wide) and header.length() < self.width()
        header.setStretchLastSection(not spare)
        kinds = QHeaderView.ResizeMode
        for column, cut in enumerate(wide):
            header.setSectionResizeMode(column, kinds.Stretch if cut and spare else kinds.Interactive)

    def _show_problems(self, inspection: Inspection) -> None:
        if not inspection.problems:
            self._notice.clear()
            return
        first = inspection.problems[0]
        self._notice.show_text(
            self.tr("Line {line} would be set aside: {reason}.").format(line=first.line, reason=spoken(first.reason)),
            "warn",
        )
