"""Who is sitting here: choose a name or add one's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from annotator.ui import theme
from annotator.ui.widgets.name_chooser import NameChooser
from annotator.ui.widgets.text import text_label

Doing = Literal["annotating", "reviewing", "changing"]  # what a name is needed for


class AnnotatorDialog(QDialog):
    """Emits `chosen(name)` when a name was chosen or typed; Escape leaves things as they are."""

    chosen = Signal(str)

    def __init__(self, known: Sequence[str], hint: str, parent: QWidget | None, doing: Doing = "annotating") -> None:
        """known: the people of this project; hint: the name to offer first."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Your name"))
        self.names = NameChooser(known, hint)
        self.names.ok.setDefault(True)
        self.names.chosen.connect(self._choose)
        column = QVBoxLayout(self)
        inside = theme.px(24)
        column.setContentsMargins(inside, inside, inside, inside)
        column.setSpacing(theme.px(10))
        question, text = self._words(doing)
        column.addWidget(text_label(question, "item-title"))
        said = text_label(text, "muted", wrap=True)
        said.setMinimumWidth(theme.px(360))
        column.addWidget(said)
        column.addWidget(self.names)
        self.names.setFocus()

    def _words(self, doing: Doing) -> tuple[str, str]:
        """What is asked, and what the name is for."""
        if doing == "reviewing":
            return (
                self.tr("Who is reviewing?"),
                self.tr("Your decisions are kept under this name. Choose yours or type a new one."),
            )
        if doing == "changing":
            return (
                self.tr("Who is changing the project?"),
                self.tr("What you change is kept under this name. Choose yours or type a new one."),
            )
        return (
            self.tr("Who is annotating?"),
            self.tr(
                "Your answers are kept under your name, apart from everybody else's. Choose yours or type a new one."
            ),
        )

    def _choose(self, name: str) -> None:
        self.accept()
        self.chosen.emit(name)
