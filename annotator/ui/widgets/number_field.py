"""A line for a number that may be left empty."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.errors import UserError
from annotator.texts import say
from annotator.ui import theme


class NumberField(QLineEdit):
    """Shows what is stored; says `entered(number, or None when empty)` once something else is typed and confirmed.

    Enter or leaving the field confirms, Esc goes back to what is stored. What is no number is `refused(UserError)`.
    """

    entered = Signal(object)
    refused = Signal(object)

    def __init__(self, meaning: str, empty: str = "", parent: QWidget | None = None) -> None:
        """meaning: for those who cannot see what stands beside it. empty: shown while there is no number."""
        super().__init__(parent)
        self._stored: float | None = None
        self.setAccessibleName(meaning)
        self.setPlaceholderText(empty)
        room = max(self.fontMetrics().horizontalAdvance(empty), self.fontMetrics().horizontalAdvance("0000.000"))
        self.setFixedWidth(room + theme.px(28))
        self.editingFinished.connect(self._confirm)

    @property
    def number(self) -> float | None:
        """As it is typed, None when empty; a comma is a decimal sign. Raises UserError for what is no number."""
        typed = self.text().strip()
        if not typed:
            return None
        try:
            found = float(typed.replace(",", "."))
        except ValueError:
            found = math.nan
        if not math.isfinite(found) or found < 0:
            raise UserError(
                say("“{typed}” is no number from 0 up.", typed=typed),
                hint=say("Type one such as 0.5, or leave the field empty."),
            )
        return found

    def set_number(self, number: float | None) -> None:
        """What is stored; it does not overwrite what somebody is typing."""
        if number != self._stored or not self.hasFocus():
            self._stored = number
            self.setText(_written(number))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != _written(self._stored):
            self.setText(_written(self._stored))
        else:
            super().keyPressEvent(event)

    def _confirm(self) -> None:
        try:
            found = self.number
        except UserError as error:
            self.refused.emit(error)
            self.setText(_written(self._stored))
            return
        if found != self._stored:
            self._stored = found
            self.entered.emit(found)


def _written(number: float | None) -> str:
    return "" if number is None else f"{number:.10g}"
