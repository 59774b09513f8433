"""Write again: the file of a package that was lost, for the same person, under a passphrase of its own if any."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from annotator.errors import UserError
from annotator.services import packing_again
from annotator.services.packing import Written
from annotator.services.packing_again import Again
from annotator.texts import say
from annotator.ui import theme
from annotator.ui.session import Session
from annotator.ui.widgets import buttons
from annotator.ui.widgets.folder_choice import ask_folder
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.passphrase_fields import PassphraseFields
from annotator.ui.widgets.text import text_label


class WriteAgainDialog(QDialog):
    """What is written stands above the button, what was written below; only a folder is asked for."""

    def __init__(self, session: Session, again: Again, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("write_again")
        self.setWindowTitle(self.tr("Write the package again"))
        self._session, self._again = session, again
        self._file: Path | None = None
        self.about = text_label("\n".join(again.sentences()), wrap=True)
        self.passphrase = PassphraseFields(twice=True)
        self.passphrase.entered.connect(self.choose_folder)
        self.notice = InlineNotice()
        self.open_folder = buttons.link(self.tr("Open the folder"), self._open_folder)
        self.write_button = buttons.filled(self.tr("Write…"), "send-outline", self.choose_folder)
        self.write_button.setObjectName("write_package_again")
        self.close_button = buttons.plain(self.tr("Close"), on_click=self.accept)
        self._lay_out()
        self.write_button.setFocus()

    def choose_folder(self) -> None:
        """Ask where the file goes, then write it."""
        if self._passphrase() is None:
            return
        ask_folder(self, self.tr("Folder for the package"), self._session.path.parent, self.write_to)

    def write_to(self, folder: Path) -> None:
        passphrase = self._passphrase()
        if passphrase is None:
            return
        who = self._session.annotator
        self.write_button.setEnabled(False)
        self._session.write(
            partial(
                packing_again.write,
                uid=self._again.package.uid,
                folder=folder,
                passphrase=passphrase,
                by=who.id if who else None,
            ),
            owner=self,
            done=self._written,
            failed=self._failed,
        )

    def _passphrase(self) -> str | None:
        try:
            return self.passphrase.text
        except UserError as error:
            self._failed(error)
            return None

    def _written(self, written: Written) -> None:
        self._file = written.files[0]
        self.passphrase.clear()
        said = say("“{file}” is written to “{folder}”.", file=self._file.name, folder=self._file.parent)
        self.notice.show_text(said, "good")
        self.open_folder.show()
        self.adjustSize()
        self.close_button.setFocus()

    def _failed(self, error: UserError) -> None:
        self.notice.show_text(str(error), "bad")
        self.adjustSize()
        self.write_button.setEnabled(True)

    def _open_folder(self) -> None:
        if self._file is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file.parent)))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        inside = theme.px(24)
        column.setContentsMargins(inside, inside, inside, inside)
        column.setSpacing(theme.px(12))
        self.about.setMinimumWidth(theme.px(460))
        column.addWidget(self.about)
        column.addWidget(text_label(self.tr("A passphrase, if it is to have one"), "muted"))
        column.addWidget(self.passphrase)
        column.addWidget(self.notice)
        column.addLayout(buttons.row(self.close_button, self.write_button, start=self.open_folder))
        self.open_folder.hide()
