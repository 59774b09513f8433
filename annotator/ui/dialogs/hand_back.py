"""Hand back: writes the return file of an opened package, half done too and as often as one likes."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.errors import UserError
from annotator.services import handing_back, written_before
from annotator.services.handing_back import HandedBack
from annotator.services.packages import RETURN_SUFFIX, Role
from annotator.services.project_file import Db
from annotator.ui import theme
from annotator.ui.session import Session
from annotator.ui.widgets import buttons
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.passphrase_fields import PassphraseFields
from annotator.ui.widgets.text import text_label


class HandBackDialog(QDialog):
    """Enter writes the file that is suggested; what was written stands below. Another file that is there already is
    written over when that is asked for a second time."""

    def __init__(self, session: Session, role: Role, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("hand_back")
        self.setWindowTitle(self.tr("Hand back"))
        self._session = session
        self._role = role
        self._written: Path | None = None
        self._in_the_way: Path | None = None  # a file that was asked about
        self.file = QLineEdit(str(handing_back.suggested(session.read)))
        self.file.setObjectName("return_file")
        self.file.setAccessibleName(self.tr("Return file"))
        self.file.setCursorPosition(len(self.file.text()))
        self.file.returnPressed.connect(self.write)
        self.file.textEdited.connect(self._another_place)
        self.browse = buttons.plain(self.tr("Browse…"), "folder-open-outline", self._browse)
        self.passphrase = PassphraseFields(twice=True)
        self.passphrase.entered.connect(self.write)
        self.notice = InlineNotice()
        self.open_folder = buttons.link(self.tr("Open the folder"), self._open_folder)
        self.write_button = buttons.filled(self.tr("Write the return file"), "send-outline", self.write)
        self.write_button.setObjectName("write_return")
        self.close_button = buttons.plain(self.tr("Close"), on_click=self.accept)
        self._lay_out(role)
        if role.sealed:
            said = self.tr("The package came with a passphrase; give the return file one that its sender knows.")
            self.notice.show_text(said)
        self.write_button.setFocus()

    def write(self) -> None:
        """Everything that was said so far, after all answers that are still being saved."""
        try:
            passphrase = self.passphrase.text
        except UserError as error:
            self._failed(error)
            return
        path = Path(self.file.text().strip()).expanduser()
        if path.suffix.lower() != RETURN_SUFFIX:
            path = path.with_name(path.name + RETURN_SUFFIX)
        self.write_button.setEnabled(False)
        # Beside the project lies its own, and what this dialog has written is its own too.
        own = path in (handing_back.suggested(self._session.read), self._written)
        role = None if own or path == self._in_the_way else self._role
        self._session.write(
            partial(_write, path=path, role=role, passphrase=passphrase),
            owner=self,
            done=lambda done: self._ask_about(path) if done is None else self._done(done),
            failed=self._failed,
        )

    def _ask_about(self, path: Path) -> None:
        """Nothing was written, since something else lies there."""
        self._in_the_way = path
        self.open_folder.hide()
        said = self.tr("“{file}” is there already, and is no earlier return file of this project.")
        self.notice.show_text(said.format(file=path.name), "warn")
        self.adjustSize()
        self.write_button.setEnabled(True)
        self.write_button.setText(self.tr("Write over it"))
        self.file.setFocus()
        self.file.selectAll()

    def _another_place(self) -> None:
        """What was asked about the file before is said of that one alone."""
        if self._in_the_way is not None:
            self._in_the_way = None
            self.notice.clear()
            self.write_button.setText(self.tr("Write the return file"))

    def _done(self, done: HandedBack) -> None:
        self._written, self._in_the_way = done.path, None
        send = self.tr("Send “{file}” to whoever sent you the package.").format(file=done.path.name)
        said_something = done.answers or done.skipped or done.drafts
        self.notice.show_text(f"{done.far()} {send}", "good" if said_something else "info")
        self.open_folder.show()
        self.adjustSize()
        self.write_button.setEnabled(True)
        self.write_button.setText(self.tr("Write it again"))
        self.close_button.setFocus()

    def _failed(self, error: UserError) -> None:
        self.open_folder.hide()
        self.notice.show_text(str(error), "bad")
        self.adjustSize()
        self.write_button.setEnabled(True)

    def _browse(self) -> None:
        dialog = QFileDialog(
            self,
            self.tr("Hand back"),
            str(Path(self.file.text()).parent),
            self.tr("Return files (*{suffix})").format(suffix=RETURN_SUFFIX),
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(RETURN_SUFFIX.lstrip("."))
        dialog.selectFile(Path(self.file.text()).name)
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    def _chosen(self, name: str) -> None:
        """A file that is there was asked about by the dialog that chose it."""
        self._another_place()
        self.file.setText(name)
        self._in_the_way = Path(name)

    def _open_folder(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))

    def _lay_out(self, role: Role) -> None:
        column = QVBoxLayout(self)
        inside = theme.px(24)
        column.setContentsMargins(inside, inside, inside, inside)
        column.setSpacing(theme.px(12))
        about = self.tr(
            "Writes a file with all that you have answered so far. You can go on afterwards and hand back again."
        )
        column.addWidget(text_label(about, "muted", wrap=True))
        file = QHBoxLayout()
        file.setSpacing(theme.px(8))
        file.addWidget(self.file, 1)
        file.addWidget(self.browse)
        column.addLayout(file)
        column.addWidget(text_label(self.tr("Passphrase, if the file is to have one"), "muted"))
        column.addWidget(self.passphrase)
        column.addWidget(self.notice)
        column.addLayout(buttons.row(self.close_button, self.write_button, start=self.open_folder))
        self.open_folder.hide()
        self.setMinimumWidth(theme.px(560))


def _write(db: Db, path: Path, role: Role | None, passphrase: str) -> HandedBack | None:
    """role: of a copy whose own return files alone are written over; None where any file may be. None, and nothing is
    written, where something else is there."""
    written_before.check_return_place(path)
    if role is not None and written_before.is_in_the_way(path, role, passphrase):
        return None
    return handing_back.hand_back(db, path, passphrase=passphrase)
