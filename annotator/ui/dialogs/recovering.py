"""Recovering a damaged project: which file, into which new one, and what could not be saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from annotator import paths
from annotator.errors import UserError
from annotator.services import recovering
from annotator.services.project_file import SUFFIX
from annotator.services.recovering import Recovered
from annotator.ui import theme
from annotator.ui.jobs import JobRunner, Reporter
from annotator.ui.widgets import buttons
from annotator.ui.widgets.job_bar import JobBar
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.text import ElidedLabel, Paragraph

WIDTH = 560  # pixels at least


class RecoverDialog(QDialog):
    """Says `recovered(path)` when the new project is to be opened; the damaged file stays as it is."""

    recovered = Signal(Path)

    def __init__(self, jobs: JobRunner, source: Path | None, parent: QWidget) -> None:
        """source: the damaged file, where it is known."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("recovering")
        self.setWindowTitle(self.tr("Recover a project"))
        self._jobs = jobs
        self._source: Path | None = None
        self._target: Path | None = None
        self._reporter: Reporter | None = None
        self.source = ElidedLabel("", "strong", middle=True)
        self.target = ElidedLabel("", "secondary", middle=True)
        for label in (self.source, self.target):  # a long path is cut; it does not make the window as wide as itself
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.notice = InlineNotice()
        self.lost = QPlainTextEdit()
        self.lost.setReadOnly(True)
        self.lost.setMinimumHeight(theme.px(160))
        self.lost.setAccessibleName(self.tr("What could not be saved"))
        self.progress = JobBar()
        self.progress.stopped.connect(self._stop)
        self.choose_button = buttons.plain(self.tr("Choose the file…"), on_click=self._ask_file)
        self.recover_button = buttons.filled(self.tr("Recover"), on_click=self.recover)
        self.open_button = buttons.filled(self.tr("Open it"), on_click=self._open)
        self._lay_out()
        self.lost.hide()
        self.open_button.hide()
        self.set_source(source)

    def set_source(self, source: Path | None) -> None:
        self._source = source
        self._target = _free(source) if source is not None else None
        self.source.set_text(str(source) if source is not None else self.tr("No file chosen yet"))
        said = self.tr("What can be read is saved as “{file}”.")
        self.target.set_text(said.format(file=self._target.name) if self._target is not None else "")
        self.recover_button.setEnabled(source is not None)

    def recover(self) -> None:
        """Read the file beside the window."""
        source, target = self._source, self._target
        if source is None or target is None:
            return
        reporter = self._reporter = Reporter()
        reporter.progressed.connect(self.progress.set_progress)
        self._set_working(True)
        self.progress.start(self.tr("Reading pages"))
        self._jobs.on_background(
            lambda: recovering.recover(source, target, reporter.report),
            owner=self,
            done=self._done,
            failed=self._failed,
            reporter=reporter,
        )

    def done(self, result: int) -> None:
        self._stop()
        super().done(result)

    def _done(self, found: Recovered) -> None:
        self.progress.finish()
        self.notice.show_text(found.sentence, "warn" if found.lost else "good")
        self.lost.setPlainText("\n".join(found.lost))
        self.lost.setVisible(bool(found.lost))
        self.recover_button.hide()
        self.open_button.show()
        self.open_button.setFocus()

    def _failed(self, error: UserError) -> None:
        self._set_working(False)
        self.notice.show_text(str(error), "bad")

    def _stop(self) -> None:
        if self._reporter is not None:
            self._reporter.stop()
        self._set_working(False)

    def _set_working(self, working: bool) -> None:
        if not working:
            self.progress.finish()
        self.recover_button.setEnabled(not working and self._source is not None)
        self.choose_button.setEnabled(not working)

    def _open(self) -> None:
        self.accept()
        if self._target is not None:
            self.recovered.emit(self._target)

    def _ask_file(self) -> None:
        folder = self._source.parent if self._source is not None else paths.documents()
        dialog = QFileDialog(self, self.tr("Recover a project"), str(folder))
        dialog.fileSelected.connect(lambda name: self.set_source(Path(name)))
        dialog.open()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        inside = theme.px(24)
        column.setContentsMargins(inside, inside, inside, inside)
        column.setSpacing(theme.px(12))
        said = self.tr("Reads a damaged project page by page. Nothing in the file is run, and it stays as it is.")
        column.addWidget(Paragraph(said, "muted", theme.px(WIDTH) - 2 * inside), 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.source)
        column.addWidget(self.target)
        column.addWidget(self.notice)
        column.addWidget(self.lost, 1)
        column.addWidget(self.progress)
        column.addLayout(buttons.row(self.recover_button, self.open_button, start=self.choose_button))
        self.setMinimumWidth(theme.px(WIDTH))


def _free(source: Path) -> Path:
    """A name beside the damaged file that nothing has yet."""
    for number in range(1, 1_000):
        name = f"{source.stem} (recovered{f' {number}' if number > 1 else ''}){SUFFIX}"
        if not (found := source.with_name(name)).exists():
            return found
    return source.with_name(f"{source.stem} (recovered again){SUFFIX}")
