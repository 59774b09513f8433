"""A package is opened: its project is made or found beside the window, after asking for a passphrase if it has one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.errors import ProjectProblem, UserError
from annotator.services import opening_packages
from annotator.services.opening_packages import PassphraseNeeded, WrongPassphrase
from annotator.ui.dialogs.passphrase import PassphraseDialog
from annotator.ui.jobs import JobRunner
from annotator.ui.widgets.folder_choice import ask_folder


class PackageOpening(QObject):
    """A child of the window. `opened(project file)` follows, `failed(UserError)`, or nothing where nobody goes on.

    `busy(name of the file)` while it is read, which a passphrase makes slow on purpose; `busy("")` when that is over.
    """

    busy = Signal(str)
    opened = Signal(Path)
    failed = Signal(object)
    folder_wished = Signal(object)  # the UserError: where the package lies, no project can be made

    def __init__(self, jobs: JobRunner, path: Path, window: QWidget) -> None:
        super().__init__(window)
        self._jobs, self._path, self._window = jobs, path, window
        self._folder: Path | None = None
        self._passphrase = ""

    def start(self) -> None:
        path, folder, passphrase = self._path, self._folder, self._passphrase
        self.busy.emit(path.name)
        self._jobs.on_background(
            lambda: opening_packages.open_package(path, folder, passphrase=passphrase),
            owner=self,
            done=self._opened,
            failed=self._failed,
        )

    def choose_folder(self) -> None:
        """Where the project goes, when not beside the package."""
        ask_folder(self._window, self.tr("Folder for the project"), Path.home(), self.start_in)

    def start_in(self, folder: Path) -> None:
        self._folder = folder
        self.start()

    def _opened(self, project: Path) -> None:
        self.opened.emit(project)
        self.busy.emit("")
        self.deleteLater()

    def _failed(self, error: UserError) -> None:
        self.busy.emit("")
        if isinstance(error, (PassphraseNeeded, WrongPassphrase)):
            self._ask("" if isinstance(error, PassphraseNeeded) else str(error))
        elif isinstance(error, ProjectProblem):
            self.folder_wished.emit(error)
        else:
            self.failed.emit(error)
            self.deleteLater()

    def _ask(self, wrong: str) -> None:
        dialog = PassphraseDialog(self._path.name, wrong, self._window)
        dialog.given.connect(self._go_on)
        dialog.open()

    def _go_on(self, passphrase: str) -> None:
        self._passphrase = passphrase
        self.start()
