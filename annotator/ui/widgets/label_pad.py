"""The question and a button for each of its labels."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.domain.model import Question
from annotator.ui import theme
from annotator.ui.widgets import label_keys
from annotator.ui.widgets.label_button import LabelButton
from annotator.ui.widgets.text import text_label

GAP = 10
ROWS_SEEN = 5  # more rows than this scroll, so that the item keeps its room
NARROWEST = 190  # pixels of a button before there is one column less


class LabelPad(QWidget):
    """Labels in a grid. It shows what it is told and says which label was clicked; it stores nothing itself."""

    chosen = Signal(int)  # label id

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[LabelButton] = []
        self._keys = label_keys.LabelKeys((), {})
        self._selected: int | None = None
        self._columns = 0
        self._text = text_label("", "card-title", wrap=True)
        self._text.setObjectName("question_text")
        self._surface = QWidget()
        self._grid = QGridLayout(self._surface)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(GAP))
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._surface)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(GAP))
        column.addWidget(self._text)
        column.addWidget(self._scroll)

    def set_question(self, question: Question) -> None:
        """Show this question; nothing is selected or suggested any more."""
        for button in self._buttons:
            button.deleteLater()
        self._text.setText(question.text)
        self._keys = label_keys.assign(question.labels)
        self._buttons = [self._button(question, position, key) for position, key in enumerate(self._keys.shown)]
        self._selected = None
        self._columns = 0
        self._arrange()

    def select(self, label_id: int | None) -> None:
        """Show this label as the answer, None for no answer."""
        self._selected = label_id
        for button in self._buttons:
            button.setChecked(button.label.id == label_id)

    def suggest(self, label_id: int | None, text: str = "") -> None:
        """Mark the LLM's suggestion with these words; None takes the mark away."""
        for button in self._buttons:
            button.set_suggested(text if button.label.id == label_id else "")

    def label_for(self, event: QKeyEvent) -> int | None:
        """The label that this key press means; None when it means none or repeats by itself."""
        position = label_keys.chosen(event, self._keys)
        return None if position is None else self._buttons[position].label.id

    def buttons(self) -> tuple[LabelButton, ...]:
        return tuple(self._buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _button(self, question: Question, position: int, key: str) -> LabelButton:
        label = question.labels[position]
        button = LabelButton(label, key, position, self._surface)
        button.setObjectName(f"label_{position + 1}")
        button.clicked.connect(lambda checked=False: self._clicked(label.id))
        return button

    def _clicked(self, label_id: int) -> None:
        # The click has toggled the button; what is shown stays what is stored until the page says otherwise.
        self.select(self._selected)
        self.chosen.emit(label_id)

    def _arrange(self) -> None:
        columns = self._fitting()
        if columns == self._columns or not self._buttons:
            return
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 0)
        self._columns = columns
        for position, button in enumerate(self._buttons):
            self._grid.addWidget(button, *divmod(position, columns))
            button.show()
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        rows = -(-len(self._buttons) // columns)
        row_height = self._buttons[0].height() + theme.px(GAP)
        self._scroll.setFixedHeight(min(rows, ROWS_SEEN) * row_height - theme.px(GAP))

    def _fitting(self) -> int:
        """Three columns as a rule, four for many labels, fewer where they would be too narrow."""
        wanted = {1: 1, 2: 2, 4: 2}.get(len(self._buttons), 3 if len(self._buttons) <= 12 else 4)
        room = (self.width() + theme.px(GAP)) // (theme.px(NARROWEST) + theme.px(GAP))
        return max(1, min(wanted, room))
