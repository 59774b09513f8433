"""The window: the start page, or a project."""

from __future__ import annotations

from functools import cached_property, partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from annotator import paths
from annotator.errors import DamagedProject, UserError
from annotator.ui import actions, theme
from annotator.ui.actions import Action
from annotator.ui.jobs import JobRunner
from annotator.ui.page_table import AHEAD_AT_START, PAGES, page_title
from annotator.ui.pages.start import StartPage
from annotator.ui.settings import Settings
from annotator.ui.widgets.focus_ring import FocusRings

if TYPE_CHECKING:  # the window opens before any project does
    from annotator.ui.catalogue import Listed
    from annotator.ui.dialogs.guide import GuideDialog
    from annotator.ui.project_view import ProjectView
    from annotator.ui.session import Session
    from annotator.ui.widgets.command_palette import CommandPalette
    from annotator.ui.widgets.package_bar import PackageBar
    from annotator.ui.widgets.toast import Toast

WAIT_FOR_DIALOG = 1_000  # ms
SCHEMES = ("system", "light", "dark")


class MainWindow(QMainWindow):
    """Owns what is open; pages do the rest."""

    def __init__(self, jobs: JobRunner, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self.settings = settings
        self.session: Session | None = None
        self.view: ProjectView | None = None
        self.setWindowTitle("Annotator")
        self.setMinimumSize(900, 600)
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        actions.use(settings.own_keys)
        settings.keys_changed.connect(self._renew_keys)
        self._rows = self._table()
        self._pages = {f"go_{name}" for name in PAGES}
        self._in_project = {*self._pages, "close_project", "larger", "smaller", "normal_size"}
        actions.bind(self, self._rows)  # before the page that names their keys
        self.start = StartPage(jobs, settings)
        self.start.new_wished.connect(self.new_project)
        self.start.open_wished.connect(self.choose_project)
        self.start.chosen.connect(self.open_file)
        self.start.backups_wished.connect(self.show_backups)
        self.start.recovery_wished.connect(self.recover)
        self.start.guide_wished.connect(self.show_guide)
        self.start.languages_wished.connect(self.show_languages)
        self.start.told.connect(lambda text, level: self.toast.tell(text, level))
        self._stack.addWidget(self.start)
        self.start.setFocus()
        FocusRings(self)
        self._palette: CommandPalette | None = None
        self._guide: GuideDialog | None = None
        if settings.geometry.isEmpty() or not self.restoreGeometry(QByteArray(settings.geometry)):
            self.resize(1280, 800)

    @cached_property
    def toast(self) -> Toast:
        """Where messages are shown; a window that has none to show opens without it."""
        from annotator.ui.widgets.toast import Toast

        made = Toast(self)
        made.stand_in(self.start if self.view is None else self.view.content)
        return made

    def load_ahead(self) -> None:
        """Import beside the window what the start page leads to, so that no key there waits for that.

        One after the other, as closing waits for the one at work. A project that is open sees to it itself.
        """
        if self.view is None:
            for module in AHEAD_AT_START:
                self.jobs.on_background(partial(import_module, module), owner=self)

    def open_project(self, path: Path) -> bool:
        """Show a project; on failure the start page says why. Tells whether it is open."""
        from annotator.ui.session import Session

        self.close_project()
        try:
            self.jobs.open(path)
            self.session = Session(self.jobs, self.settings, self)
        except UserError as error:
            self.jobs.close()
            if isinstance(error, DamagedProject):
                self.toast.offer(str(error), self.tr("Recover…"), lambda: self.recover(path), "bad")
            else:
                self.toast.tell(str(error), "bad")
            return False
        self.settings.remember(path)
        self._show_project(self.session)
        return True

    def open_file(self, path: Path) -> None:
        """Show what a file holds: a project, a package, or the page where a return file is taken back."""
        from annotator.services.packages import PACKAGE_SUFFIX, RETURN_SUFFIX

        if path.suffix.lower() == PACKAGE_SUFFIX:
            self.open_package(path)
        elif path.suffix.lower() != RETURN_SUFFIX:
            self.open_project(path)
        elif self.view is not None and "team" in self.view.pages:
            self.view.go("team", ("take", [path]))
        else:
            said = self.tr("“{name}” is a return file. Open the project that it belongs to, then open it again.")
            self.toast.tell(said.format(name=path.name), "warn")

    def open_package(self, path: Path) -> None:
        """Open what somebody sent, with nothing but the page for annotating."""
        from annotator.ui.package_opening import PackageOpening

        opening = PackageOpening(self.jobs, path, self)
        opening.busy.connect(self._show_opening)
        opening.opened.connect(self.open_project)
        opening.failed.connect(lambda error: self.toast.tell(str(error), "bad"))
        opening.folder_wished.connect(
            lambda error: self.toast.offer(str(error), self.tr("Choose a folder…"), opening.choose_folder, "bad")
        )
        opening.start()

    def _show_opening(self, name: str) -> None:
        """Where a project is in sight, the message says it."""
        self.start.show_opening(name)
        if name and self.view is not None:
            self.toast.tell(self.tr("Opening “{name}”…").format(name=name))

    def hand_back(self) -> None:
        """Write the return file of the package that is open."""
        if self.session is None or self.session.role is None:
            self.toast.tell(self.tr("Only a package that was sent to you can be handed back."))
            return
        from annotator.ui.dialogs.hand_back import HandBackDialog

        HandBackDialog(self.session, self.session.role, self).open()

    def show_feedback(self) -> None:
        """What the person of the package that is open got wrong before, as its sender put it in."""
        if self.session is None or self.session.role is None:
            return
        from annotator.ui.dialogs.feedback_sheet import FeedbackSheet

        role = self.session.role
        FeedbackSheet(role.annotator, role.feedback, self, for_lead=False).open()

    def close_project(self) -> bool:
        """Back to the start page. Every write is on disk before this returns, or False and a message says why not."""
        if self.view is None or self.session is None:
            return True
        self.view.leave()
        written = self.jobs.close()
        self._stack.removeWidget(self.view)
        self.view.deleteLater()
        self.session.deleteLater()
        self.view = self.session = None
        self.toast.stand_in(self.start)
        self.jobs.default_failed = None
        self.setWindowTitle("Annotator")
        self.start.refresh()
        self.start.setFocus()
        return written

    def _open_again(self) -> None:
        """The file holds a backup that another program has put back: nothing that is in sight is so any more."""
        if self.session is None or self.view is None:
            return
        if QApplication.activeModalWidget() is not None:  # what is asked there would be answered to nobody
            QTimer.singleShot(WAIT_FOR_DIALOG, self.session, self._open_again)
            return
        path, page = self.session.path, self.view.page_name
        if not self.close_project() or not self.open_project(path):
            return
        if page:
            self._go(page)
        said = self.tr("A backup of this project was put back elsewhere; it is shown as it is now.")
        self.toast.tell(said, "warn")

    def new_project(self) -> None:
        from annotator.ui.dialogs.new_project import NewProjectWizard

        wizard = NewProjectWizard(self.jobs, self)
        wizard.accepted.connect(lambda: wizard.path and self.open_project(wizard.path))
        wizard.open()

    def choose_project(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        from annotator.services.packages import PACKAGE_SUFFIX
        from annotator.services.project_file import SUFFIX

        name, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Open a project"),
            str(paths.documents()),
            self.tr("Projects and packages ({suffixes})").format(suffixes=f"*{SUFFIX} *{PACKAGE_SUFFIX}"),
        )
        if name:
            self.open_file(Path(name))

    def show_backups(self) -> None:
        """The backups of every project on this computer, those of the one that is open first."""
        from annotator.ui.dialogs.backups import BackupsDialog

        opened = self.session.path if self.session is not None else None
        dialog = BackupsDialog(self.jobs, self.close_project, opened, self)
        dialog.put_back.connect(self.open_project)
        dialog.told.connect(self.toast.tell)
        dialog.open()

    def recover(self, path: Path | None = None) -> None:
        """Save what can be read of a damaged file as a new project, which is opened then. The project that is open is
        closed first: what is written while it is read would be missing."""
        from annotator.ui.dialogs.recovering import RecoverDialog

        if path is not None and self.session is not None and path == self.session.path:
            self.close_project()  # what could not be written is told, and no reason to stop
        dialog = RecoverDialog(self.jobs, path, self)
        dialog.recovered.connect(self.open_project)
        dialog.open()

    def show_keys(self) -> None:
        """The key sheet: the page in sight first, then what works in every page."""
        from annotator.ui.dialogs.keys import KeySheet

        groups = {}
        if self.view is not None and self.view.page is not None:
            groups[page_title(self.view.page_name)] = self.view.page.keys()
        groups[self.tr("Everywhere")] = self._usable()
        KeySheet(groups, self._changeable, self.settings, self).open()

    def show_guide(self) -> None:
        """The guide, beside the window, at the page about what is in sight."""
        from annotator.ui import guide
        from annotator.ui.dialogs.guide import GuideDialog

        if self._guide is None:
            self._guide = GuideDialog(self.settings, self)
        self._guide.open_at(guide.about(self.view))

    def show_palette(self) -> None:
        """The command palette; asked for again, it closes."""
        from annotator.ui import commands
        from annotator.ui.widgets.command_palette import CommandPalette

        if self._palette is None:
            self._palette = CommandPalette(self)
        if self._palette.isVisible():
            self._palette.close_palette()
        else:
            self._palette.open(commands.entries(self, self._usable()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters work by their place where the keyboard's own letter is not Latin."""
        if not actions.by_place(self, event):
            super().keyPressEvent(event)

    def switch_scheme(self) -> None:
        """From light to dark and back, whichever is in sight; the third step follows the system again."""
        following = SCHEMES[(SCHEMES.index(self.settings.scheme) + 1) % len(SCHEMES)]
        self.settings.scheme = following
        self.apply_scheme()
        names = {"system": self.tr("as the system"), "light": self.tr("light"), "dark": self.tr("dark")}
        self.toast.tell(self.tr("Colours: {scheme}").format(scheme=names[following]))

    def show_languages(self, anchor: QWidget) -> None:
        """The menu of languages, at what asked for it."""
        from annotator.ui.widgets.language_menu import LanguageMenu

        menu = LanguageMenu(self.settings.language, self)
        menu.chosen.connect(self.set_language)
        menu.popup_at(anchor)

    def set_language(self, language: str) -> None:
        """The language to start with the next time; what is in sight was made in the one of now."""
        self.settings.language = language
        self.start.show_language()
        self.toast.tell(self.tr("Annotator speaks it when it is started again."))

    def apply_scheme(self) -> None:
        """Dress the application as the settings, or the system just now, say."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, self.settings.scheme)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.geometry = self.saveGeometry()
        self.hide()  # what is being saved takes a moment; nobody needs to watch
        if not self.close_project():
            self.show()
            event.ignore()
            return
        self.jobs.close()
        event.accept()

    def _show_project(self, session: Session) -> None:
        from annotator.ui.project_view import ProjectView

        self.view = ProjectView(session)
        self.toast.stand_in(self.view.content)
        session.told.connect(self.toast.tell)
        session.offered.connect(self.toast.offer)
        session.put_back.connect(self._open_again, Qt.ConnectionType.QueuedConnection)  # it ends the session
        self._look_after(session)
        self.view.navigation.keys_wished.connect(self.show_keys)
        self.view.navigation.guide_wished.connect(self.show_guide)
        self.view.navigation.scheme_wished.connect(self.switch_scheme)
        self.view.navigation.languages_wished.connect(self.show_languages)
        self.view.navigation.closing_wished.connect(self.close_project)
        self._stack.addWidget(self.view)
        self._stack.setCurrentWidget(self.view)
        self.setWindowTitle(f"{session.name} — Annotator")
        self.view.go(self.view.pages[0])
        if self.view.package_bar is not None:
            self._show_package(session, self.view.package_bar)

    def _show_package(self, session: Session, bar: PackageBar) -> None:
        """Feedback on earlier answers is shown once by itself."""
        session.hand_back_wished.connect(self.hand_back)
        bar.hand_back_wished.connect(self.hand_back)
        bar.feedback_wished.connect(self.show_feedback)
        bar.closing_wished.connect(self.close_project)
        bar.scheme_wished.connect(self.switch_scheme)
        bar.languages_wished.connect(self.show_languages)
        bar.keys_wished.connect(self.show_keys)
        bar.guide_wished.connect(self.show_guide)
        role = session.role
        if role is not None and role.feedback and not self.settings.value(f"feedback/{role.copy}"):
            self.settings.set_value(f"feedback/{role.copy}", "shown")
            self.show_feedback()

    def _look_after(self, session: Session) -> None:
        from annotator.ui.care import Care

        care = Care(session)
        path, button = session.path, self.tr("Recover…")
        care.found_wrong.connect(lambda said: self.toast.offer(said, button, lambda: self.recover(path), "bad"))

    def _usable(self) -> list[Action]:
        """What works in the window as a whole just now."""
        in_package = self.session is not None and self.session.role is not None
        without = self._in_project if self.view is None else set()
        hidden = self._pages if in_package else {*without, "hand_back"}
        return [row for row in self._rows if row.name not in hidden]

    def _changeable(self) -> list[Listed]:
        """Everything with a key, of the window and of every page."""
        from annotator.ui import catalogue

        whole = [catalogue.Listed(catalogue.WINDOW, "", row, True) for row in self._rows]
        return [*whole, *(catalogue.listed(self.view) if self.view is not None else [])]

    def _renew_keys(self) -> None:
        actions.use(self.settings.own_keys)
        actions.renew(self)

    def _go(self, page: str) -> None:
        if self.view is not None:
            self.view.go(page)

    def _table(self) -> list[Action]:
        def row(name: str, text: str, keys: str, target: object) -> Action:
            return Action(name, text, keys, "window", target)  # type: ignore[arg-type]

        pages = [
            row(f"go_{name}", page_title(name), f"Ctrl+{number}", lambda name=name: self._go(name))
            for number, name in enumerate(PAGES, 1)
        ]
        return [
            *pages,
            row("palette", self.tr("Find a command"), "Ctrl+K", self.show_palette),
            row("keys", self.tr("Show the keys"), "?", self.show_keys),
            row("guide", self.tr("Guide"), "F1", self.show_guide),
            row("message_action", self.tr("Do what the message offers"), "Alt+Z", lambda: self.toast.act()),
            row("new_project", self.tr("New project"), "Ctrl+N", self.new_project),
            row("open_project", self.tr("Open a project"), "Ctrl+O", self.choose_project),
            row("close_project", self.tr("All projects"), "Ctrl+W", self.close_project),
            row("hand_back", self.tr("Hand back what was answered"), "Ctrl+Shift+H", self.hand_back),
            row("backups", self.tr("Backups"), "", self.show_backups),
            row("recover", self.tr("Recover a damaged project"), "", self.recover),
            row("larger", self.tr("Larger item text"), "Ctrl++ Ctrl+=", lambda: self.settings.zoom_by(1)),
            row("smaller", self.tr("Smaller item text"), "Ctrl+-", lambda: self.settings.zoom_by(-1)),
            row("normal_size", self.tr("Normal item text"), "Ctrl+0", lambda: self.settings.zoom_by(0)),
            row("scheme", self.tr("Light, dark, or as the system"), "Ctrl+Shift+L", self.switch_scheme),
            row("quit", self.tr("Quit"), "Ctrl+Q", self.close),
        ]
