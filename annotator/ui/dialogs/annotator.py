"""Who is annotating here: choose a name or add one's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from annotator.ui import theme
from annotator.ui.widgets.name_chooser import NameChooser
from annotator.ui.widgets.text import text_label


class AnnotatorDialog(QDialog):
    """Emits `chosen(name)` when a name was chosen or typed; Escape leaves things as they are."""

    chosen = Signal(str)

    def __init__(self, known: Sequence[str], hint: str, parent: QWidget) -> None:
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
        column.addWidget(text_label(self.tr("Who is annotating?"), "item-title"))
        text = self.tr("Your answers are kept under this name, beside those of others. Choose yours or type a new one.")
        said = text_label(text, "muted", wrap=True)
        said.setMinimumWidth(theme.px(360))
        column.addWidget(said)
        column.addWidget(self.names)
        self.names.setFocus()

    def _choose(self, name: str) -> None:
        self.accept()
        self.chosen.emit(name)
