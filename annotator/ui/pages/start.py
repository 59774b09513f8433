"""The first thing to see: recent projects, a new one, or the sample."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator import paths
from annotator.errors import UserError
from annotator.ui import actions, language, theme
from annotator.ui.jobs import JobRunner, Reporter
from annotator.ui.settings import Settings
from annotator.ui.widgets import buttons
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.flow import Flow
from annotator.ui.widgets.keycap import KeyCap
from annotator.ui.widgets.layouts import clear
from annotator.ui.widgets.text import ElidedLabel, text_label, tool_tip

if TYPE_CHECKING:  # what it takes to make a project is loaded when one is made
    from annotator.services.sample import Made
    from annotator.ui.widgets.job_bar import JobBar

WIDTH = 620
REACH = 10  # pixels by which a row that is pointed at is wider than its text


class StartPage(QWidget):
    """Says what was wished; the window does it. Makes the sample project itself, in the background."""

    new_wished = Signal()
    open_wished = Signal()
    chosen = Signal(Path)
    backups_wished = Signal()
    recovery_wished = Signal()
    guide_wished = Signal()
    languages_wished = Signal(QWidget)  # below which
    told = Signal(str, str)

    def __init__(self, jobs: JobRunner, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAcceptDrops(True)
        self._jobs = jobs
        self._settings = settings
        self._reporter: Reporter | None = None
        self._job_bar: JobBar | None = None
        self._opening: JobBar | None = None
        self._recent = Card(self.tr("Recent projects"))
        outside, reach = theme.px(20 - REACH), theme.px(REACH)
        self._recent.body.setContentsMargins(outside, theme.px(18), outside, theme.px(12))
        self._recent.header.setContentsMargins(reach, 0, reach, 0)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(2))
        self._recent.body.addLayout(self._rows)
        self._lay_out()
        self.refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A project or a package can be dropped anywhere on the page."""
        if _dropped(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.chosen.emit(path)

    def refresh(self) -> None:
        """Read the recent projects anew."""
        clear(self._rows)
        recent = self._settings.recent()
        for path in recent:
            row = RecentProject(path)
            row.clicked.connect(lambda checked=False, path=path: self.chosen.emit(path))
            self._rows.addWidget(row)
        self._recent.setVisible(bool(recent))

    def show_language(self) -> None:
        """Which language was chosen; the window speaks it from its next start on."""
        self.language_button.setText(language.names()[language.known(self._settings.language)])

    def recent_projects(self) -> list[RecentProject]:
        return [row for row in self._recent.findChildren(RecentProject) if not row.isHidden()]

    def show_opening(self, name: str) -> None:
        """That a file is being opened, at once, since it was just asked for; "" when that is over."""
        if self._opening is None:
            from annotator.ui.widgets.job_bar import JobBar

            self._opening = JobBar(stoppable=False)
            self._opening.setObjectName("opening")
            self._column.insertWidget(self._column.indexOf(self._recent), self._opening)
        if name:
            self._opening.start(self.tr("Opening “{name}”…").format(name=name))
            self._opening.show()
        else:
            self._opening.finish()

    def open_sample(self) -> None:
        """Open the sample project, made first where it is not there yet."""
        from annotator.services import sample

        path = paths.documents() / sample.FILE_NAME
        reporter = self._reporter = Reporter()
        bar = self._bar()
        reporter.progressed.connect(bar.set_progress)
        bar.start(self.tr("Making the sample project"))
        self.sample_button.setEnabled(False)
        self._jobs.on_background(
            lambda: sample.open_sample(path, report=reporter.report),
            owner=self,
            done=self._open_made,
            failed=self._tell,
            reporter=reporter,
        )

    def _bar(self) -> JobBar:
        """Below the buttons, from the first job on: most starts need none."""
        if self._job_bar is None:
            from annotator.ui.widgets.job_bar import JobBar

            self._job_bar = JobBar()
            self._job_bar.stopped.connect(self._stop_sample)
            self._column.insertWidget(self._column.indexOf(self._recent), self._job_bar)
        return self._job_bar

    def _open_made(self, made: Made) -> None:
        self._sample_over()
        self.chosen.emit(made.path)

    def _tell(self, error: UserError) -> None:
        self._sample_over()
        self.told.emit(str(error), "bad")

    def _stop_sample(self) -> None:
        if self._reporter is not None:
            self._reporter.stop()
        self._sample_over()

    def _sample_over(self) -> None:
        self._bar().finish()
        self.sample_button.setEnabled(True)

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setFixedWidth(theme.px(WIDTH))
        column = self._column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(16))
        column.addWidget(text_label("Annotator", "big-number"))
        said = self.tr("People and language models label texts together. Everything is kept in one file of yours.")
        column.addWidget(text_label(said, "muted", wrap=True))
        column.addSpacing(theme.px(4))
        column.addWidget(self._buttons())
        column.addWidget(self._recent)
        column.addWidget(self._remedies())
        whole = QHBoxLayout(self)
        whole.addStretch(1)
        middle = QVBoxLayout()
        middle.addStretch(2)
        middle.addWidget(inner)
        middle.addStretch(3)
        whole.addLayout(middle)
        whole.addStretch(1)

    def _buttons(self) -> Flow:
        self.new_button = buttons.filled(self.tr("New project"), "plus", self.new_wished.emit)
        self.open_button = buttons.plain(self.tr("Open a project…"), "folder-open-outline", self.open_wished.emit)
        self.sample_button = buttons.plain(self.tr("Open the sample"), "flask-outline", self.open_sample)
        row = Flow(gap=theme.px(14), line_gap=theme.px(8))
        for button, name in (
            (self.new_button, "new_project"),
            (self.open_button, "open_project"),
            (self.sample_button, "open_sample"),
        ):
            button.setObjectName(name)
            row.add(_with_key(button, name))
        return row

    def _remedies(self) -> Flow:
        """For the day on which something is wrong, or is read in another language; out of the way until then."""
        self.language_button = buttons.link("")
        self.language_button.setObjectName("language")
        self.language_button.setToolTip(self.tr("Language"))
        self.language_button.clicked.connect(lambda _: self.languages_wished.emit(self.language_button))
        buttons.put_icon(self.language_button, "translate", "accent")
        self.show_language()
        row = Flow(gap=theme.px(16), line_gap=theme.px(4))
        row.add(_with_key(buttons.link(self.tr("Backups…"), self.backups_wished.emit), "backups"))
        row.add(_with_key(buttons.link(self.tr("Recover a damaged project…"), self.recovery_wished.emit), "recover"))
        row.add(_with_key(buttons.link(self.tr("Guide"), self.guide_wished.emit), "guide"))
        row.add(self.language_button)
        return row


class RecentProject(QPushButton):
    """One project: its name and where it lies."""

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "row")
        self.setAccessibleName(path.stem)
        self.setAccessibleDescription(str(path.parent))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(REACH), 0, theme.px(REACH), 0)
        row.setSpacing(theme.px(12))
        name = ElidedLabel(path.stem, "strong")
        folder = ElidedLabel(str(path.parent), "secondary")
        folder.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        for label in (name, folder):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setToolTip(tool_tip(str(path)))
        row.addWidget(name)
        row.addWidget(folder, 1)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(300), theme.px(40))


def _with_key(button: QPushButton, name: str) -> QWidget:
    """A button with the key of the action that does the same beside it, where there is one."""
    both, cap = QWidget(), KeyCap("")
    cap.hide()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(6))
    row.addWidget(button)
    row.addWidget(cap)
    actions.mention(cap, name)
    return both


def _dropped(data: QMimeData) -> Path | None:
    files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return Path(files[0]) if files else None
