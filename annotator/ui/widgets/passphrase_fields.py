"""A passphrase to set, typed twice, or to open something with, typed once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from annotator.errors import UserError
from annotator.ui import theme


class PassphraseFields(QWidget):
    """Nothing typed is no passphrase."""

    changed = Signal()
    entered = Signal()  # Enter in the last field

    def __init__(self, *, twice: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = _line(self.tr("Passphrase"))
        self.first.setObjectName("passphrase")
        self.again = _line(self.tr("The same again"))
        self.again.setObjectName("passphrase_again")
        self._twice = twice
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.first)
        if twice:
            row.addWidget(self.again)
        for line in (self.first, self.again):
            line.setParent(self)
            line.textEdited.connect(lambda _: self.changed.emit())
        self.again.setVisible(twice)
        (self.again if twice else self.first).returnPressed.connect(self.entered)
        self.setFocusProxy(self.first)

    @property
    def text(self) -> str:
        """A UserError where it was not typed the same way twice."""
        if self._twice and self.first.text() != self.again.text():
            raise UserError(self.tr("The two passphrases differ."), hint=self.tr("Type the same one twice."))
        return self.first.text()

    def clear(self) -> None:
        self.first.clear()
        self.again.clear()


def _line(name: str) -> QLineEdit:
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setAccessibleName(name)
    line.setPlaceholderText(name)
    return line
