"""How many answers are older than the guideline, and asking people again about those near the change."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from annotator.domain.words import counted
from annotator.services.guidelines import Near
from annotator.ui import theme
from annotator.ui.widgets import buttons
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.icon_label import IconLabel
from annotator.ui.widgets.text import text_label


class AskAgain(Card):
    """`wished(only the unsure ones, how many items)`. Hidden where no answer is older."""

    wished = Signal(bool, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, padding=14)
        self._near: Near | None = None
        self.older = text_label("", "strong", wrap=True)
        self.older.setObjectName("older_answers")
        self.near = text_label("", "muted", wrap=True)
        self.near.setObjectName("near_the_change")
        self.unsure_only = QCheckBox(self.tr("only the unsure ones"))
        self.unsure_only.setObjectName("unsure_only")
        self.unsure_only.toggled.connect(self._show_button)
        self.button = buttons.plain(self.tr("Ask again"), "account-question-outline", self._wish)
        self.button.setObjectName("ask_again")
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(self.older)
        words.addWidget(self.near)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(IconLabel("clock-alert-outline", "warn"))
        row.addLayout(words, 1)
        row.addWidget(self.unsure_only)
        row.addWidget(self.button)
        self.body.addLayout(row)
        self.hide()

    def show_older(self, sentence: str, near: Near | None) -> None:
        """sentence: "" for none. near: None where no person answered before."""
        self._near = near
        self.older.setText(sentence)
        self.near.setText("" if near is None else near.sentence)
        self.near.setVisible(near is not None)
        self.setVisible(bool(sentence))
        self._show_button()

    def _chosen(self) -> int:
        return 0 if self._near is None else len(self._near.chosen(unsure_only=self.unsure_only.isChecked()))

    def _show_button(self) -> None:
        number = self._chosen()
        there = self._near is not None and bool(self._near.item_ids)
        self.button.setText(self.tr("Ask again about {items}").format(items=counted(number, "item")))
        self.button.setEnabled(number > 0)
        for widget in (self.unsure_only, self.button):
            widget.setVisible(there)

    def _wish(self) -> None:
        self.wished.emit(self.unsure_only.isChecked(), self._chosen())
