"""The report that a lead hands over: what it holds, what may be shown in it, and the writing of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from annotator.domain.model import Report
from annotator.domain.words import counted
from annotator.errors import UserError
from annotator.services.project_file import Db
from annotator.ui.jobs import Reporter
from annotator.ui.session import Session
from annotator.ui.widgets import buttons
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.job_bar import JobBar
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.text import text_label
from annotator.ui.widgets.wrapping import WrappingCheckBox


class ReportCard(Card):
    """PDF or one page of HTML; worked out and written beside the window."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Report"), parent)
        self.session = session
        self._writing: Reporter | None = None
        self.examples = WrappingCheckBox(self.tr("Show texts of some items with differing answers"))
        self.examples.setObjectName("report_examples")
        self.write_button = buttons.plain(self.tr("Write report…"), "file-document-outline", self.choose_place)
        self.write_button.setObjectName("write_report")
        self.progress = JobBar()
        self.progress.stopped.connect(self._stop)
        self.result = InlineNotice()
        self.body.addWidget(
            text_label(
                self.tr(
                    "To hand over with the labels: task and guideline, people and agents, agreement, calibration,"
                    " cost, and what all this cannot promise. As PDF, or as one HTML page that loads nothing from"
                    " elsewhere. No item's text is in it unless you say so."
                ),
                "secondary",
                wrap=True,
            )
        )
        for widget in (self.examples, self.progress, self.result):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.body.addWidget(self.write_button, 0, Qt.AlignmentFlag.AlignLeft)

    def choose_place(self) -> None:
        suggested = self.session.path.with_name(f"{self.session.path.stem}-report.pdf")
        kinds = [self.tr("PDF (*.pdf)"), self.tr("HTML page (*.html)")]
        dialog = QFileDialog(self, self.tr("Report"), str(suggested.parent), ";;".join(kinds))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix("pdf" if chosen == kinds[0] else "html"))
        dialog.selectFile(suggested.name)
        dialog.fileSelected.connect(lambda path: self.write_to(Path(path)))
        dialog.open()

    def write_to(self, path: Path) -> None:
        """Write the report: as HTML where the name ends so, else as PDF."""
        if self._writing is not None:
            return
        reporter = self._writing = Reporter()
        reporter.progressed.connect(lambda done, total: self.progress.set_progress(done, total))
        examples = self.examples.isChecked()
        self.write_button.setEnabled(False)
        self.result.clear()
        self.progress.start(self.tr("Writing {file}").format(file=path.name))
        self.session.compute(
            lambda db: _write(db, path, examples, reporter.report),
            owner=self,
            done=lambda pages: self._written(path, pages),
            failed=self._failed,
            reporter=reporter,
        )

    def _written(self, path: Path, pages: int) -> None:
        self._end()
        size = f", {counted(pages, 'page')}" if pages else ""
        self.result.show_text(f"{path.name}{size}\n{path.parent}", "good")
        self.session.offer(
            self.tr("Report written to {file}.").format(file=path.name),
            self.tr("Open"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))),
        )

    def _failed(self, error: UserError) -> None:
        self._end()
        self.result.show_text(str(error), "bad")

    def _stop(self) -> None:
        if self._writing is not None:
            self._writing.stop()
            self._end()

    def _end(self) -> None:
        self._writing = None
        self.progress.finish()
        self.write_button.setEnabled(True)


def _write(db: Db, path: Path, examples: bool, report: Report) -> int:
    """Returns the pages of a PDF, 0 of HTML. What it needs is loaded here, beside the window."""
    from annotator.services import exporting, report_page, reporting

    exporting.check_place(db, path)
    found = reporting.content(db, examples=examples, progress=report)
    if path.suffix.lower() in (".html", ".htm"):
        report_page.write_html(db, path, found)
        return 0
    from annotator.ui import printing

    return printing.write_pdf(db, path, found)
