"""Labels out: what will be written, with its first rows, the writing of it, and the report that goes with it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.model import Changes
from annotator.errors import UserError
from annotator.services import apart, exporting, exporting_questions
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
from annotator.ui.widgets.report_card import ReportCard
from annotator.ui.widgets.text import text_label, tool_tip
from annotator.ui.widgets.wrapping import WrappingCheckBox, WrappingRadioButton

_LOWEST = 76  # pixels of the preview: its titles and a row
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
        self.labels = WrappingRadioButton(self.tr("Labels: one row per item, with probability and where it comes from"))
        self.labels.setObjectName("export_labels")
        self.labels.setChecked(True)
        self.annotations = WrappingRadioButton(self.tr("Annotations: one row per answer"))
        self.annotations.setObjectName("export_annotations")
        self._what = QButtonGroup(self)
        for button in (self.labels, self.annotations):
            self._what.addButton(button)
        self.per_annotator = self._option("per_annotator", self.tr("One more column for each annotator"), False)
        self.shares = self._option(
            "people_shares", self.tr("One more column for each label: the share of the people who gave it"), False
        )
        self.shares.setToolTip(
            tool_tip(
                self.tr(
                    "Keeps every opinion, for items without one right answer. The columns “p:” say how likely each"
                    " label is the right one instead, as merging sees it."
                )
            )
        )
        self.defuse = self._option("defuse", self.tr("Defuse cells that a spreadsheet would run as a formula"), True)
        self.defuse.setToolTip(
            tool_tip(self.tr("An apostrophe is put before such cells, as texts from outside may hold formulas."))
        )
        self.excel = self._option("excel", self.tr("For Excel: mark the file as UTF-8"), False)
        self.excel.setToolTip(tool_tip(self.tr("Without the mark Excel garbles accents; other programs do without.")))
        for choice in (self.labels, self.per_annotator, self.shares, self.defuse):
            choice.toggled.connect(self._read_plan)
        self._stale = 0
        self.banner = MergeBanner(session)
        session.summarised.connect(self._show_banner)
        self.progress = JobBar()
        self.progress.stopped.connect(self._stop)
        self.result = InlineNotice()
        self.count = InlineNotice()
        self.count.setObjectName("row_count")
        self.report = ReportCard(session)
        self.preview = Records(())
        self.preview.setObjectName("export_preview")
        self.preview.setSelectionMode(Records.SelectionMode.NoSelection)  # it is to be read only
        self.preview.setAccessibleName(self.tr("The first rows as they will be written"))
        self.preview.setMinimumHeight(theme.px(_LOWEST))  # it scrolls, so it gives way before what is chosen above it
        self.preview.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._stack = self._lay_out()
        self.set_shortcuts(
            [Action("export_now", self.tr("Export"), "Ctrl+E", "export", self.export_button.click)],
            {"Ctrl+C": self.tr("Copy the preview")},
        )

    def shown(self, argument: object = None) -> None:
        """argument: "distributions" for an export of labels with the answers of people by label."""
        self.result.clear()
        if argument == "distributions":
            self.labels.setChecked(True)
            self.shares.setChecked(True)
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
            apart.export,
            path=path,
            what=self.what,
            per_annotator=self.per_annotator.isChecked(),
            shares=self.shares.isChecked(),
            defuse=self.defuse.isChecked(),
            excel=self.excel.isChecked(),
            report=reporter.report,
        )
        self.session.compute(work, owner=self, done=self._written, failed=self._failed, reporter=reporter)

    def _option(self, name: str, text: str, on: bool) -> WrappingCheckBox:
        box = WrappingCheckBox(text)
        box.setObjectName(name)
        box.setChecked(on)
        return box

    def _choose_place(self) -> None:
        suggested = self.session.path.with_name(f"{self.session.path.stem}-{self.what}.csv")
        if len(self.session.questions) > 1:  # each question has a file of its own
            suggested = exporting_questions.named(suggested, self.session.question.name)
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
        for box in (self.per_annotator, self.shares):
            box.setEnabled(self.labels.isChecked())

        def show(plan: ExportPlan) -> None:
            if asked == self._asked:
                self._show(plan)

        work = partial(
            exporting.plan,
            what=self.what,
            per_annotator=self.per_annotator.isChecked(),
            shares=self.shares.isChecked(),
            defuse=self.defuse.isChecked(),
        )
        self.session.compute(work, owner=self, done=show)

    def _show(self, plan: ExportPlan) -> None:
        empty = not plan.rows and self.what == "labels"
        self._stack.setCurrentIndex(1 if empty else 0)
        self.export_button.setVisible(not empty)
        self.export_button.setEnabled(plan.rows > 0 and self._exporting is None)
        self.count.show_text(plan.sentence, "good" if plan.reconciled else "bad")
        self._show_rows(plan)
        self._stale = plan.stale
        self._show_banner()

    def _show_banner(self, _: object = None) -> None:
        """Whether the labels are those of today, and whether there are any."""
        summary = self.session.summary
        if self.what == "annotations":
            self.banner.hide()
        elif summary is not None and summary.merge is None and summary.answered:
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
        for box in (self.per_annotator, self.shares, self.defuse, self.excel):
            options.body.addWidget(box)
        options.body.addWidget(self.banner)
        options.body.addWidget(self.progress)
        options.body.addWidget(self.result)
        preview = Card()
        side, end = theme.px(20), theme.px(14)  # in line with the cards above; ten rows fit without a scroll bar
        preview.body.setContentsMargins(side, end, side, end)
        preview.body.addWidget(text_label(self.tr("Preview: the first rows as they will be written"), "card-title"))
        preview.body.addWidget(self.count)
        preview.body.addWidget(self.preview, 1)
        content = QWidget()
        column = _column(content)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(options, 3)
        row.addWidget(self.report, 2)
        column.addLayout(row)
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
