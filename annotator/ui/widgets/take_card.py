"""Where return files are dropped or chosen, and the folder that is watched for them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from annotator.services.packages import RETURN_SUFFIX
from annotator.services.project_file import SUFFIX
from annotator.ui import theme
from annotator.ui.folder_watch import FolderWatch
from annotator.ui.session import Session
from annotator.ui.widgets import buttons
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.folder_choice import ask_folder
from annotator.ui.widgets.passphrase_fields import PassphraseFields
from annotator.ui.widgets.text import ElidedLabel, text_label
from annotator.ui.widgets.wrapping import WrappingCheckBox


class TakeCard(Card):
    """Says `chosen(paths)` and `copy_chosen(path)`; starts and stops the watching itself."""

    chosen = Signal(list)
    copy_chosen = Signal(Path)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._session = session
        self._watch: FolderWatch = session.watching
        self._watch.changed.connect(self.show_watch)
        self.choose = buttons.filled(self.tr("Choose files…"), "file-download-outline", self.choose_files)
        self.choose.setObjectName("choose_returns")
        self.copy_button = buttons.plain(
            self.tr("Take in another copy of this project…"), "source-merge", self.choose_copy
        )
        self.copy_button.setObjectName("choose_copy")
        self.passphrase = PassphraseFields(twice=False)
        self.passphrase.first.setPlaceholderText(self.tr("Only if the files have one"))
        self.watching = WrappingCheckBox(self.tr("Watch a folder"))
        self.watching.setObjectName("watch_folder")
        self.watching.clicked.connect(self._switch)
        self.status = ElidedLabel("", "secondary", middle=True)
        self.status.setObjectName("watch_status")
        self._lay_out()
        self.show_watch()

    def choose_files(self) -> None:
        dialog = QFileDialog(
            self,
            self.tr("Take back"),
            str(self._session.path.parent),
            self.tr("Return files (*{suffix});;All files (*)").format(suffix=RETURN_SUFFIX),
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.chosen.emit([Path(name) for name in names]))
        dialog.open()

    def choose_copy(self) -> None:
        dialog = QFileDialog(
            self,
            self.tr("Another copy of this project"),
            str(self._session.path.parent),
            self.tr("Projects (*{suffix})").format(suffix=SUFFIX),
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.copy_chosen.emit(Path(name)))
        dialog.open()

    def watch(self, folder: Path) -> None:
        """Watch this folder from now on."""
        self._watch.start(folder, self.passphrase.text)

    def show_watch(self) -> None:
        """What the switch and the line beside it say of the watching."""
        folder = self._watch.folder
        self.watching.setChecked(folder is not None)
        if self._watch.problem:
            self.status.set_text(self._watch.problem)
        elif folder is None:
            self.status.set_text(self.tr("Return files that come into it are taken by themselves."))
        elif self._watch.there:
            self.status.set_text(self.tr("Watching “{folder}”").format(folder=folder))
        else:
            self.status.set_text(self.tr("“{folder}” is away; it is watched on when it is back").format(folder=folder))

    def _switch(self, on: bool) -> None:
        """The box shows what is so, and a folder has to be chosen first."""
        self.show_watch()
        if not on:
            self._watch.stop()
            return
        ask_folder(self, self.tr("Folder to watch"), self._session.path.parent, self.watch)

    def _lay_out(self) -> None:
        self.body.addWidget(text_label(self.tr("Drop return files here"), "card-title"))
        about = self.tr("In any order and as often as they come: what is known already changes nothing.")
        self.body.addWidget(text_label(about, "muted", wrap=True))
        first = QHBoxLayout()
        first.setSpacing(theme.px(10))
        first.addWidget(self.choose)
        first.addWidget(self.copy_button)
        first.addStretch(1)
        self.body.addLayout(first)
        second = QHBoxLayout()
        second.setSpacing(theme.px(12))
        label = text_label(self.tr("Passphrase"), "muted")
        label.setBuddy(self.passphrase.first)
        self.passphrase.setFixedWidth(theme.px(260))
        second.addWidget(label)
        second.addWidget(self.passphrase)
        second.addStretch(1)
        self.body.addLayout(second)
        third = QHBoxLayout()
        third.setSpacing(theme.px(12))
        third.addWidget(self.watching)
        third.addWidget(self.status, 1)
        self.body.addLayout(third)
