"""Labels out: what will be written, with its first rows, and the writing of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFileDialog,
    QHeaderView,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.model import Changes
from annotator.errors import UserError
from annotator.services import exporting
from annotator.services.exporting import ExportPlan, ExportResult, What
from annotator.ui import theme
from annotator.ui.actions import Action
from annotator.ui.jobs import Reporter
from annotator.ui.pages.base import GAP, Page
from annotator.ui.session import Session
from annotator.ui.widgets import buttons
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.empty import EmptyState
from annotator.ui.widgets.job_bar import JobBar
from annotator.ui.widgets.merge_banner import MergeBanner
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.reading import Reading
from annotator.ui.widgets.records import Records
from annotator.ui.widgets.text import text_label

_CELL = 60  # characters of a cell in the preview
_WIDEST = 220  # px


class ExportPage(Page):
    """The preview is made by the same code as the file."""

    title = "Export"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._asked = 0
        self._exporting: Reporter | None = None
        self._header = self.add_header(self.tr("Export"))
        self.export_button = buttons.filled(self.tr("Export…"), "tray-arrow-down", self._choose_place)
        self.export_button.setObjectName("export")
        self._header.add(self.export_button)
        self.labels = QRadioButton(self.tr("Labels: one row per item, with probability and where it comes from"))
        self.labels.setObjectName("export_labels")
        self.labels.setChecked(True)
        self.annotations = QRadioButton(self.tr("Annotations: one row per answer"))
        self.annotations.setObjectName("export_annotations")
        self._what = QButtonGroup(self)
        for button in (self.labels, self.annotations):
            self._what.addButton(button)
        self.per_annotator = self._option("per_annotator", self.tr("One more column for each annotator"), False)
        self.defuse = self._option("defuse", self.tr("Defuse cells that a spreadsheet would run as a formula"), True)
        self.excel = self._option("excel", self.tr("For Excel: mark the file as UTF-8"), False)
        self.labels.toggled.connect(self._read_plan)
        self.per_annotator.toggled.connect(self._read_plan)
        self._stale = 0
        self.banner = MergeBanner(session)
        session.summarised.connect(self._show_banner)
        self.progress = JobBar()
        self.progress.stopped.connect(self._stop)
        self.result = InlineNotice()
        self.count = text_label("", "secondary")
        self.count.setObjectName("row_count")
        self.preview = Records(())
        self.preview.setObjectName("export_preview")
        self.preview.setSelectionMode(Records.SelectionMode.NoSelection)  # it is to be read only
        self.preview.setAccessibleName(self.tr("The first rows as they will be written"))
        self._stack = self._lay_out()
        self.set_shortcuts(
            [Action("export_now", self.tr("Export"), "Ctrl+E", "export", self.export_button.click)],
            {"Ctrl+C": self.tr("Copy the preview")},
        )

    def shown(self, argument: object = None) -> None:
        self.result.clear()
        self._read_plan()

    def changed(self, changes: Changes) -> None:
        self._read_plan()

    @property
    def what(self) -> What:
        return "labels" if self.labels.isChecked() else "annotations"

    def export_to(self, path: Path) -> None:
        """Write the file beside the window."""
        reporter = Reporter()
        reporter.progressed.connect(lambda done, total: self.progress.set_progress(done, total))
        self._exporting = reporter
        self.export_button.setEnabled(False)
        self.result.clear()
        self.progress.start(self.tr("Writing {file}").format(file=path.name))
        work = partial(
            exporting.export,
            path=path,
            what=self.what,
            per_annotator=self.per_annotator.isChecked(),
            defuse=self.defuse.isChecked(),
            excel=self.excel.isChecked(),
            report=reporter.report,
        )
        self.session.compute(work, owner=self, done=self._written, failed=self._failed, reporter=reporter)

    def _option(self, name: str, text: str, on: bool) -> QCheckBox:
        box = QCheckBox(text)
        box.setObjectName(name)
        box.setChecked(on)
        return box

    def _choose_place(self) -> None:
        suggested = self.session.path.with_name(f"{self.session.path.stem}-{self.what}.csv")
        dialog = QFileDialog(self, self.tr("Export"), str(suggested.parent), self.tr("CSV (*.csv)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(suggested.name)
        dialog.fileSelected.connect(lambda path: self.export_to(Path(path)))
        dialog.open()

    def _written(self, result: ExportResult) -> None:
        self._end()
        level = "good" if result.reconciled else "bad"
        self.session.tell(result.sentence, level)
        self.result.show_text(f"{result.sentence}\n{result.path}", level)

    def _failed(self, error: UserError) -> None:
        self._end()
        self.result.show_text(str(error), "bad")

    def _stop(self) -> None:
        if self._exporting is not None:
            self._exporting.stop()
            self._end()

    def _end(self) -> None:
        self._exporting = None
        self.progress.finish()
        self.export_button.setEnabled(True)

    def _read_plan(self) -> None:
        self._asked += 1
        asked = self._asked
        self.per_annotator.setEnabled(self.labels.isChecked())

        def show(plan: ExportPlan) -> None:
            if asked == self._asked:
                self._show(plan)

        work = partial(exporting.plan, what=self.what, per_annotator=self.per_annotator.isChecked())
        self.session.compute(work, owner=self, done=show)

    def _show(self, plan: ExportPlan) -> None:
        empty = not plan.rows and self.what == "labels"
        self._stack.setCurrentIndex(1 if empty else 0)
        self.export_button.setVisible(not empty)
        self.export_button.setEnabled(plan.rows > 0 and self._exporting is None)
        rows = self.tr("1 row") if plan.rows == 1 else self.tr("{n} rows").format(n=f"{plan.rows:,}")
        self.count.setText(
            self.tr("{rows} will be written, {columns} columns; these are the first {shown}").format(
                rows=rows, columns=len(plan.columns), shown=len(plan.first_rows)
            )
        )
        self._show_rows(plan)
        self._stale = plan.stale
        self._show_banner()

    def _show_banner(self, _: object = None) -> None:
        """Whether the labels are those of today, and whether there are any."""
        summary = self.session.summary
        if self.what == "annotations":
            self.banner.hide()
        elif summary is not None and summary.merge is None and summary.annotators:
            self.banner.show_unmerged(self.tr("Nothing is merged yet, so that the labels are missing."))
        else:
            self.banner.show_stale(self._stale)

    def _show_rows(self, plan: ExportPlan) -> None:
        self.preview.set_titles(plan.columns, numbers=_numeric(plan.first_rows))
        self.preview.show_rows([[_text(cell) for cell in row] for row in plan.first_rows])
        header = self.preview.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.preview.resizeColumnsToContents()
        for column in range(len(plan.columns)):
            self.preview.setColumnWidth(column, min(self.preview.columnWidth(column), theme.px(_WIDEST)))

    def _lay_out(self) -> QStackedWidget:
        options = Card()
        options.body.addWidget(text_label(self.tr("What"), "card-title"))
        options.body.addWidget(self.labels)
        options.body.addWidget(self.annotations)
        options.body.addSpacing(theme.px(6))
        for box in (self.per_annotator, self.defuse, self.excel):
            options.body.addWidget(box)
        options.body.addWidget(self.banner)
        options.body.addWidget(self.progress)
        options.body.addWidget(self.result)
        preview = Card(padding=14)
        preview.body.addWidget(text_label(self.tr("Preview"), "card-title"))
        preview.body.addWidget(self.count)
        preview.body.addWidget(self.preview, 1)
        content = QWidget()
        column = _column(content)
        column.addWidget(options)
        column.addWidget(preview, 1)
        stack = QStackedWidget()
        stack.addWidget(content)
        stack.addWidget(
            EmptyState(
                "tray-arrow-down",
                self.tr("Nothing to export yet"),
                self.tr("Import items first; whatever is known about them can be exported at any time."),
                self.tr("Go to Items"),
                lambda: self.session.go("items"),
            )
        )
        reading = Reading()
        stack.addWidget(reading)
        stack.setCurrentWidget(reading)
        self.body.addWidget(stack, 1)
        return stack


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GAP)
    return column


def _numeric(rows: Sequence[Sequence[exporting.Cell]]) -> list[int]:
    """The columns that hold numbers only."""
    return [
        position
        for position, cells in enumerate(zip(*rows, strict=True))
        if any(cell is not None for cell in cells)
        and all(cell is None or isinstance(cell, (int, float)) for cell in cells)
    ]


def _text(cell: exporting.Cell) -> str:
    return "" if cell is None else " ".join(str(cell).split())[:_CELL]
