"""The backups of projects: when they were made, what putting one back would change, and putting it back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from annotator.errors import UserError
from annotator.services import backups, putting_back
from annotator.services.backups import Backup, Kept
from annotator.services.project_file import SUFFIX
from annotator.services.putting_back import Difference, PutBack
from annotator.texts import figure, moment
from annotator.ui import theme
from annotator.ui.jobs import JobRunner
from annotator.ui.widgets import buttons
from annotator.ui.widgets.combo import ComboBox
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.records import Records
from annotator.ui.widgets.text import text_label

MOST = 1_000_000  # MB


class BackupsDialog(QDialog):
    """Says `put_back(path)` when a project is as it was in a backup, or is a new one made from it."""

    put_back = Signal(Path)
    told = Signal(str, str)  # what was done, when the project is open; its level

    def __init__(
        self, jobs: JobRunner, close_project: Callable[[], bool], opened: Path | None, parent: QWidget
    ) -> None:
        """close_project: called before the project that is open is put back; False stops it. opened: that project."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("backups")
        self.setWindowTitle(self.tr("Backups"))
        self._jobs, self._close_project, self._opened = jobs, close_project, opened
        self._projects: list[Kept] = []
        self._shown: list[Backup] = []
        self.projects = ComboBox()
        self.projects.setAccessibleName(self.tr("Project"))
        self.projects.currentIndexChanged.connect(self._show_backups)
        self.table = Records((self.tr("Made"), self.tr("Why"), self.tr("Size")), numbers=(2,), stretch=1, framed=True)
        self.table.setAccessibleName(self.tr("Backups"))
        self.table.currentCellChanged.connect(lambda row, *_: self._preview(row))
        titles = (self.tr("What"), self.tr("Now"), self.tr("In the backup"))
        self.changes = Records(titles, numbers=(1, 2), stretch=0, names=(0,), framed=True)
        self.changes.setAccessibleName(self.tr("What putting it back would change"))
        self.notice = InlineNotice()
        self.restore_button = buttons.filled(self.tr("Put it back"), on_click=self.restore)
        self.save_button = buttons.plain(self.tr("Save as a new project…"), on_click=self._ask_file)
        self.limit = QSpinBox()
        self._lay_out()
        self._load()

    @property
    def chosen(self) -> Backup | None:
        row = self.table.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    @property
    def project(self) -> Path | None:
        index = self.projects.currentIndex()
        return self._projects[index].project if 0 <= index < len(self._projects) else None

    def restore(self) -> None:
        """Put the chosen backup back in place of the project, which becomes a backup itself."""
        project, backup = self.project, self.chosen
        if project is None or backup is None:
            return
        if self._opened is not None and self._opened.resolve() == project.resolve() and not self._close_project():
            return
        said = self.tr("“{name}” is as it was on {when}.")
        told = said.format(name=project.stem, when=moment(backup.at))
        self._work(lambda: putting_back.restore(project, backup), told)

    def save_as(self, path: Path) -> None:
        """The chosen backup as a project of its own."""
        backup = self.chosen
        if backup is not None:
            said = self.tr("“{name}” is a new project, made from the backup of {when}.")
            told = said.format(name=path.stem, when=moment(backup.at))
            self._work(lambda: putting_back.restore_to(backup, path), told)

    def _work(self, work: Callable[[], PutBack], told: str) -> None:
        """told: when it is done."""
        self._enable(False)
        self.notice.show_text(self.tr("Putting it back…"))
        self._jobs.on_background(work, owner=self, done=lambda done: self._done(done, told), failed=self._failed)

    def _done(self, done: PutBack, told: str) -> None:
        self.accept()
        self.put_back.emit(done.path)
        kept = self.tr("What it was until now is kept too.") if done.kept is not None else ""
        self.told.emit(f"{told} {kept}".strip(), "good")

    def _failed(self, error: UserError) -> None:
        self._enable(True)
        self.notice.show_text(str(error), "bad")

    def _load(self) -> None:
        self._enable(False)
        self.notice.show_text(self.tr("Reading the backups…"))
        self._jobs.on_background(backups.everything, owner=self, done=self._show_projects, failed=self._failed)

    def _show_projects(self, found: list[Kept]) -> None:
        opened = self._opened.resolve() if self._opened is not None else None
        self._projects = sorted(found, key=lambda kept: kept.project != opened)
        self.projects.clear()
        for kept in self._projects:
            gone = "" if kept.project.exists() else self.tr(" (the file is gone)")
            self.projects.addItem(f"{kept.project.stem} — {kept.project.parent}{gone}")
        if not found:
            said = self.tr("There are no backups yet. They are made when a project is opened, and every hour of use.")
            self.notice.show_text(said)

    def _show_backups(self, index: int) -> None:
        self._shown = list(self._projects[index].backups) if 0 <= index < len(self._projects) else []
        self.table.show_rows([_row(backup) for backup in self._shown])
        if self._shown:
            self.table.setCurrentCell(0, 0)
            self._preview(0)

    def _preview(self, row: int) -> None:
        project, backup = self.project, self.chosen
        if project is None or backup is None:
            return
        self._enable(False)
        self.changes.show_rows([])
        self.notice.show_text(self.tr("Comparing the project with this backup…"))

        def show(rows: list[Difference]) -> None:
            if backup == self.chosen:
                self._show_changes(rows)

        self._jobs.on_background(
            lambda: putting_back.preview(project, backup), owner=self, done=show, failed=self._failed
        )

    def _show_changes(self, found: list[Difference]) -> None:
        rows = sorted(found, key=lambda row: not row.changes)  # what differs first
        self.changes.show_rows(
            [(row.what, "?" if row.now is None else _value(row.now), _value(row.then)) for row in rows]
        )
        for number, row in enumerate(rows):
            if row.changes:
                self.changes.mark(number, 2, "alert-outline", self.tr("differs"))
        if any(row.now is None for row in rows):
            self.notice.show_text(self.tr("The project itself cannot be read; it is set aside, not deleted."), "warn")
        elif any(row.changes for row in rows):
            self.notice.show_text(self.tr("The project of now becomes a backup first, so nothing is lost."))
        else:
            self.notice.show_text(self.tr("The project holds as much as this backup."))
        self._enable(True)

    def _enable(self, on: bool) -> None:
        for button in (self.restore_button, self.save_button):
            button.setEnabled(on)

    def _ask_file(self) -> None:
        dialog = QFileDialog(
            self, self.tr("Save as a new project"), "", self.tr("Projects (*{suffix})").format(suffix=SUFFIX)
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX.lstrip("."))
        dialog.fileSelected.connect(lambda name: self.save_as(Path(name)))
        dialog.open()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        inside = theme.px(20)
        column.setContentsMargins(inside, inside, inside, inside)
        column.setSpacing(theme.px(12))
        column.addWidget(self.projects)
        tables = QHBoxLayout()
        tables.setSpacing(theme.px(12))
        tables.addWidget(self.table, 1)
        tables.addWidget(self.changes, 1)
        column.addLayout(tables, 1)
        column.addWidget(self.notice)
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        row.addWidget(text_label(self.tr("Keep at most"), "secondary"))
        row.addWidget(self._limit_field())
        row.addStretch(1)
        row.addWidget(self.save_button)
        row.addWidget(self.restore_button)
        column.addLayout(row)
        self.resize(theme.px(860), theme.px(520))

    def _limit_field(self) -> QSpinBox:
        self.limit.setRange(0, MOST)
        self.limit.setSingleStep(500)
        self.limit.setGroupSeparatorShown(True)
        self.limit.lineEdit().setTextMargins(theme.px(6), 0, 0, 0)
        self.limit.setSuffix(self.tr(" MB a project"))
        self.limit.setSpecialValueText(self.tr("no backups"))
        self.limit.setAccessibleName(self.tr("Keep at most"))
        self.limit.setValue(backups.limit_megabytes())
        self.limit.editingFinished.connect(self._set_limit)
        return self.limit

    def _set_limit(self) -> None:
        try:
            backups.set_limit(self.limit.value())
        except UserError as error:
            self._failed(error)


def _value(value: int | str) -> str:
    return value if isinstance(value, str) else figure(value)


def _row(backup: Backup) -> tuple[str, str, str]:
    return moment(backup.at), backups.told(backup.reason), f"{figure(backup.size / 1e6, 1)} MB"
