"""Who is annotating here: choose a name or add one's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui import theme
from annotator.ui.widgets import buttons
from annotator.ui.widgets.text import text_label


class AnnotatorDialog(QDialog):
    """Emits `chosen(name)` when a name was chosen or typed."""

    chosen = Signal(str)

    def __init__(self, known: Sequence[str], hint: str, parent: QWidget) -> None:
        """known: the people of this project; hint: the name to offer first."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Your name"))
        self.name = QComboBox()
        self.name.setObjectName("annotator_name")
        self.name.setAccessibleName(self.tr("Your name"))
        self.name.setEditable(True)
        self.name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.name.addItems(list(known))
        completer = self.name.completer()
        if completer is not None:
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.name.setEditText(hint or (known[0] if known else ""))
        self.ok = buttons.filled(self.tr("Start"), on_click=self._choose)
        self.ok.setObjectName("annotator_ok")
        self.ok.setDefault(True)
        self._lay_out()
        self.name.editTextChanged.connect(self._check)
        self._check()
        self.name.setFocus()
        line = self.name.lineEdit()
        if line is not None:
            line.selectAll()

    def _choose(self) -> None:
        self.accept()
        self.chosen.emit(self.name.currentText().strip())

    def _check(self) -> None:
        self.ok.setEnabled(bool(self.name.currentText().strip()))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        inside = theme.px(24)
        column.setContentsMargins(inside, inside, inside, inside)
        column.setSpacing(theme.px(10))
        column.addWidget(text_label(self.tr("Who is annotating?"), "item-title"))
        text = self.tr("Your answers are kept under this name, beside those of others. Choose yours or type a new one.")
        said = text_label(text, "muted", wrap=True)
        said.setMinimumWidth(theme.px(360))
        column.addWidget(said)
        column.addWidget(self.name)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(buttons.plain(self.tr("Cancel"), on_click=self.reject))
        row.addWidget(self.ok)
        column.addSpacing(theme.px(8))
        column.addLayout(row)
