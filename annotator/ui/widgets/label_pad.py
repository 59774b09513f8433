"""The question and a button for each of its labels."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.domain.model import Label, Question
from annotator.ui import theme
from annotator.ui.widgets import label_keys
from annotator.ui.widgets.keycap import KeyHint
from annotator.ui.widgets.label_button import LabelButton
from annotator.ui.widgets.label_grid import GAP, LabelGrid
from annotator.ui.widgets.label_search import LabelSearch, found
from annotator.ui.widgets.text import text_label

SEARCHED = 10  # with more labels than this the search is offered beside the question


class LabelPad(QWidget):
    """Labels in a grid. It shows what it is told and says which label was chosen; it stores nothing itself."""

    chosen = Signal(int)  # label id
    search_left = Signal()  # without a choice, or with one

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: tuple[Label, ...] = ()
        self._keys = label_keys.LabelKeys((), {})
        self._matches: list[int] = []  # positions that the search found
        self._at = 0  # of them, the one that Enter takes
        self._text = text_label("", "card-title", wrap=True)
        self._text.setObjectName("question_text")
        self._state = text_label("", "muted")
        self._state.setObjectName("label_state")
        self.search = LabelSearch()
        self.search.textChanged.connect(self._find)
        self.search.moved.connect(self._move)
        self.search.taken.connect(self._take)
        self.search.left.connect(self.close_search)
        self._offer: KeyHint | None = None
        self._grid = LabelGrid()
        self._grid.clicked.connect(self._clicked)
        self._head = QHBoxLayout()
        self._head.setSpacing(theme.px(12))
        self._head.addWidget(self._text, 1)
        self._head.addWidget(self._state)
        self._head.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(GAP))
        column.addLayout(self._head)
        column.addWidget(self._grid)
        self.search.hide()
        self._state.hide()

    def set_question(self, question: Question) -> None:
        """Show this question; nothing is selected or suggested any more."""
        self.close_search()
        self._labels = question.labels
        self._text.setText(question.text)
        self._keys = label_keys.assign(question.labels)
        self._grid.set_labels(question.labels, self._keys.caps())
        self._show_state()

    def offer_search(self, key: str, text: str) -> KeyHint:
        """Beside the question, where there are many labels: this key opens the search, and so does a click."""
        self._offer = KeyHint(key, text, self.open_search)
        self._offer.setObjectName("label_search_hint")
        self._head.addWidget(self._offer, 0, Qt.AlignmentFlag.AlignVCenter)
        self._show_state()
        return self._offer

    def set_room(self, pixels: int) -> None:
        """Height that the labels may take; more of them scroll."""
        self._grid.set_room(pixels)

    def select(self, label_id: int | None) -> None:
        """Show this label as the answer, None for no answer; a code begun before is forgotten."""
        self.forget_typed()
        self._grid.select(label_id)

    def suggest(self, label_id: int | None, text: str = "") -> None:
        """Mark the LLM's suggestion with these words; None takes the mark away."""
        self._grid.suggest(label_id, text)

    def label_for(self, event: QKeyEvent) -> int | None:
        """The label that this key press means; None when it means none, begins a code, or repeats by itself."""
        position = label_keys.chosen(event, self._keys)
        self._grid.reach(self._keys.reachable())
        self._show_state()
        return None if position is None else self._labels[position].id

    @property
    def typed(self) -> str:
        """The digits of a code that were pressed so far."""
        return self._keys.typed

    def forget_typed(self) -> None:
        if self._keys.typed:
            self._keys.typed = ""
            self._grid.reach(frozenset())
            self._show_state()

    @property
    def searching(self) -> bool:
        return not self.search.isHidden()

    def open_search(self) -> None:
        self.forget_typed()
        self.search.clear()
        self.search.show()
        self._find("")
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_search(self) -> None:
        """Back to all labels; `search_left` follows if the search was open."""
        if not self.searching:
            return
        self.search.hide()
        self._matches = []
        self._grid.reach(frozenset())
        self._grid.show_only(range(len(self._labels)))
        self._show_state()
        self.search_left.emit()

    def buttons(self) -> tuple[LabelButton, ...]:
        """With very many labels, those that have been in sight."""
        return self._grid.buttons()

    def shown(self) -> list[str]:
        """The names of the labels that the search leaves."""
        return [label.name for label in (self._labels[n] for n in self._matches)] if self.searching else []

    def _find(self, text: str) -> None:
        if not self.searching:
            return
        self._matches = found(self._labels, text)
        self._at = 0
        self._grid.show_only(self._matches)
        self._move(0)
        self._show_state()

    def _move(self, by: int) -> None:
        if self._matches:
            self._at = min(max(self._at + by, 0), len(self._matches) - 1)
            self._grid.reach(frozenset({self._matches[self._at]}))

    def _take(self) -> None:
        if self._matches:
            label_id = self._labels[self._matches[self._at]].id
            self.close_search()
            self.chosen.emit(label_id)

    def _clicked(self, label_id: int) -> None:
        self.close_search()
        self.chosen.emit(label_id)

    def _show_state(self) -> None:
        """What was typed of a code, or how many labels the search leaves."""
        text = ""
        if self.searching:
            text = self.tr("{n} of {total}").format(n=len(self._matches), total=len(self._labels))
            text = text if self._matches else self.tr("No label is called so")
        elif self._keys.typed:
            left = len(self._keys.shown[0]) - len(self._keys.typed)
            text = self.tr("{typed} — Esc forgets it").format(typed=self._keys.typed + " _" * left)
        self._state.setText(text)
        self._state.setVisible(bool(text))
        many = len(self._labels) > SEARCHED
        self._text.setMinimumHeight(self.search.sizeHint().height() if many else 0)  # so that nothing jumps later
        if self._offer is not None:
            self._offer.setVisible(many and not self.searching)
