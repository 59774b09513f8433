"""A row of large numbers, each with what it counts."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.ui import theme
from annotator.ui.widgets.text import text_label


class Figures(QWidget):
    """captions: by name; the numbers stand above them, with a line of small words below where there is one."""

    def __init__(self, captions: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._captions = dict(captions)
        self._numbers = {name: text_label("–", "number") for name in captions}
        self._notes = {name: text_label("", "secondary", wrap=True) for name in captions}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(20))
        for name, caption in self._captions.items():
            column = QVBoxLayout()
            column.setSpacing(theme.px(1))
            for label in (self._numbers[name], text_label(caption, "muted", wrap=True), self._notes[name]):
                column.addWidget(label)
            column.addStretch(1)
            row.addLayout(column, 1)

    def set_figure(self, name: str, number: str, note: str = "") -> None:
        self._numbers[name].setText(number)
        self._numbers[name].setAccessibleName(f"{self._captions[name]}: {number}. {note}".strip())
        self._notes[name].setText(note)
        self._notes[name].setVisible(bool(note))

    def number(self, name: str) -> str:
        return self._numbers[name].text()

    def note(self, name: str) -> str:
        return self._notes[name].text()

    def label(self, name: str) -> QLabel:
        """The label of a number."""
        return self._numbers[name]
