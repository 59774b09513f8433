"""Fifth page of the wizard: name and place of the project, and the making of it in the background."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
    QWizard,
)

from annotator import paths
from annotator.domain.model import Question, Report
from annotator.errors import Cancelled, UserError
from annotator.services import creating, importing, project_file
from annotator.services.importing import ImportResult, Layout, Mapping, ReasonCount, Rejected
from annotator.ui.dialogs.wizard import WizardPage
from annotator.ui.jobs import JobRunner, Reporter
from annotator.ui.widgets.file_progress import FileProgress
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.rejected_rows import REASONS

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


@dataclass(frozen=True)
class Draft:
    """All that the pages before have gathered."""

    source: Path
    layout: Layout
    mapping: Mapping
    duplicates: importing.Duplicates
    question: Question
    bad_rows: importing.BadRows = "set-aside"
    gold: bool = False  # whether the file's known labels are taken, too


@dataclass(frozen=True)
class Created:
    """The new project. rejected, reasons: the first of the rows set aside, and why most were.

    gold: what became of the known labels, if wanted.
    """

    path: Path
    result: ImportResult
    rejected: tuple[Rejected, ...]
    reasons: tuple[ReasonCount, ...]
    gold: ImportResult | None = None


def _create(path: Path, name: str, draft: Draft, report: Report) -> Created | None:
    """None when `report` said to stop."""
    try:
        result, gold = creating.create_from_file(
            path,
            name=name,
            question=draft.question,
            source=draft.source,
            layout=draft.layout,
            mapping=draft.mapping,
            duplicates=draft.duplicates,
            bad_rows=draft.bad_rows,
            gold=draft.gold,
            report=report,
        )
    except Cancelled:
        return None
    with closing(project_file.open_project(path, read_only=True)) as db:
        rejected = tuple(importing.rejected_rows(db, result.import_id))
        return Created(path, result, rejected, tuple(importing.reasons(db, result.import_id, REASONS)), gold)


class NamePage(WizardPage):
    """“Create project” starts the import; the page after it is reached when the project is there."""

    def __init__(self, jobs: JobRunner, draft: Callable[[], Draft], parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("NamePage", "Name and place"),
            QCoreApplication.translate(
                "NamePage", "One file holds the whole project: items, answers, decisions, and who made them."
            ),
            parent,
        )
        self._jobs, self._draft = jobs, draft
        self._running: Reporter | None = None
        self.created: Created | None = None
        self.setCommitPage(True)
        self.setButtonText(QWizard.WizardButton.CommitButton, self.tr("Create project"))
        self.name = QLineEdit()
        self.name.setObjectName("project_name")
        self.folder = QLineEdit()
        self.folder.setObjectName("project_folder")
        for edit in (self.name, self.folder):
            edit.textChanged.connect(self._changed)
        self._browse = QPushButton(self.tr("Browse…"))
        self._browse.clicked.connect(self._choose_folder)
        self._path = QLabel()
        self._path.setProperty("role", "muted")
        self._path.setWordWrap(True)
        self.notice = InlineNotice()
        self.progress = FileProgress()
        self.progress.stopped.connect(self.stop)
        self._lay_out()

    @property
    def path(self) -> Path:
        stem = _NOT_IN_NAMES.sub("-", self.name.text().strip()).strip(". ")
        return Path(self.folder.text().strip()).expanduser() / f"{stem}{project_file.SUFFIX}"

    def initializePage(self) -> None:
        if not self.name.text():
            stem = self._draft().source.stem.replace("_", " ").replace("-", " ").strip()
            self.name.setText(stem[:1].upper() + stem[1:])
        if not self.folder.text():
            documents = paths.documents()
            self.folder.setText(str(documents if documents.is_dir() else Path.home()))
        self._changed()

    def cleanupPage(self) -> None:
        self.stop()

    def isComplete(self) -> bool:
        return self._running is None and not self._problem() and bool(self.name.text().strip())

    def validatePage(self) -> bool:
        if self.created is None and self._running is None:
            self._start()
        return self.created is not None

    def stop(self) -> None:
        """Stop the import; what was begun is removed, and then the page can be used again."""
        if self._running is not None:
            self._running.stop()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        for row, (text, edit) in enumerate(((self.tr("Name"), self.name), (self.tr("Folder"), self.folder))):
            label = QLabel(text)
            label.setBuddy(edit)
            grid.addWidget(label, row, 0)
            grid.addWidget(edit, row, 1)
        grid.addWidget(self._browse, 1, 2)
        grid.addWidget(self._path, 2, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self.body.addWidget(self.notice)
        self.body.addWidget(self.progress)
        self.body.addStretch(1)

    def _start(self) -> None:
        path, name, draft = self.path, self.name.text().strip(), self._draft()
        reporter = Reporter()
        reporter.progressed.connect(self.progress.show_progress)
        self.notice.clear()
        self.progress.begin(self.tr("Importing {file}").format(file=draft.source.name))
        self._running = reporter
        self._jobs.on_background(
            lambda: _create(path, name, draft, reporter.report),
            owner=self,
            done=self._done,
            failed=self._failed,
            reporter=reporter,
        )
        self._enable(False)

    def _done(self, created: Created | None) -> None:
        self._ended()
        if created is None:
            self.notice.show_text(self.tr("Stopped; nothing was kept."), "info")
            return
        self.created = created
        self.wizard().next()

    def _failed(self, error: UserError) -> None:
        self._ended()
        self.notice.show_text(str(error), "bad")

    def _ended(self) -> None:
        self._running = None
        self.progress.finish()
        self._enable(True)

    def _enable(self, on: bool) -> None:
        for widget in (self.name, self.folder, self._browse):
            widget.setEnabled(on)
        self.completeChanged.emit()

    def _problem(self) -> str:
        if not self.path.parent.is_dir():
            return self.tr("There is no folder “{folder}”.").format(folder=self.path.parent)
        if self.path.exists():
            return self.tr("“{name}” exists already. Choose another name.").format(name=self.path.name)
        return ""

    def _changed(self) -> None:
        named = bool(self.name.text().strip())
        self._path.setText(self.tr("Will be saved as {path}").format(path=self.path) if named else "")
        self.notice.show_text(self._problem() if named else "", "bad")
        self.completeChanged.emit()

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Where to keep the project"), self.folder.text())
        if folder:
            self.folder.setText(folder)
