"""Asks for the passphrase of a file."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from annotator.ui import theme
from annotator.ui.widgets import buttons
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.passphrase_fields import PassphraseFields
from annotator.ui.widgets.text import text_label


class PassphraseDialog(QDialog):
    """Says `given(passphrase)`; Escape leaves the file closed."""

    given = Signal(str)

    def __init__(self, file: str, wrong: str, parent: QWidget) -> None:
        """wrong: what was wrong with the passphrase before, "" at first."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("passphrase_dialog")
        self.setWindowTitle(self.tr("Passphrase"))
        self.fields = PassphraseFields(twice=False)
        self.fields.changed.connect(self._show_button)
        self.fields.entered.connect(self._give)
        self.notice = InlineNotice()
        self.open_button = buttons.filled(self.tr("Open"), on_click=self._give)
        self.cancel = buttons.plain(self.tr("Cancel"), on_click=self.reject)
        column = QVBoxLayout(self)
        inside = theme.px(24)
        column.setContentsMargins(inside, inside, inside, inside)
        column.setSpacing(theme.px(12))
        said = self.tr("“{file}” is locked. Whoever sent it has told you the passphrase.").format(file=file)
        about = text_label(said, wrap=True)
        about.setMinimumWidth(theme.px(360))
        column.addWidget(about)
        column.addWidget(self.fields)
        column.addWidget(self.notice)
        column.addLayout(buttons.row(self.cancel, self.open_button))
        self.notice.show_text(wrong, "bad")
        self._show_button()
        self.fields.setFocus()

    def _show_button(self) -> None:
        self.open_button.setEnabled(bool(self.fields.text))

    def _give(self) -> None:
        passphrase = self.fields.text
        if passphrase:
            self.accept()
            self.given.emit(passphrase)
