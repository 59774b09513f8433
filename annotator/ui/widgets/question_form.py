"""A question to edit: its words, and its labels in rows."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.domain.model import Question
from annotator.domain.questions import make_question
from annotator.ui import actions, theme
from annotator.ui.widgets import buttons
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.label_editor import LabelEditor
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.text import text_label
from annotator.ui.widgets.written_line import written_line


class QuestionForm(Card):
    """`edited` after each change; `saved` and `discarded` are wishes."""

    edited = Signal()
    saved = Signal()
    discarded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, padding=18)
        self._stored = Question("", "", ())
        self.name = written_line("setup_name", self.tr("for example: Sentiment"), self._changed)
        self.noun = written_line("setup_noun", self.tr("for example: Review"), self._changed)
        self.text = written_line(
            "setup_text", self.tr("for example: What is the sentiment of this review?"), self._changed
        )
        self.labels = LabelEditor(rows=0)
        self.labels.setObjectName("setup_labels")
        self.labels.changed.connect(self._changed)
        self.notice = InlineNotice()
        self.discard_button = buttons.quiet(self.tr("Discard"), "", self.discarded.emit)
        self.discard_button.setObjectName("setup_discard")
        self.save_button = buttons.filled(self.tr("Save"), "", self.saved.emit)
        self.save_button.setObjectName("setup_save")
        actions.mention(self.save_button, "setup_save", self.tr("Save ({key})"))
        self._lay_out()

    @property
    def dirty(self) -> bool:
        """Whether anything is written that is not stored."""
        return self.written() != self._stored

    def show_question(self, written: Question, stored: Question) -> None:
        self._stored = stored
        for edit, value in ((self.name, written.name), (self.noun, written.noun), (self.text, written.text)):
            edit.setText(value)
            edit.setCursorPosition(0)
        self.labels.set_labels([*written.labels], at_least=2)
        self.notice.clear()
        self._show_buttons()

    def forget(self) -> None:
        """What is written is stored now."""
        self._stored = self.written()
        self._show_buttons()

    def written(self) -> Question:
        """As it stands in the form, whether or not it can be asked."""
        return replace(
            self._stored,
            name=self.name.text().strip(),
            noun=self.noun.text().strip(),
            text=self.text.text().strip(),
            labels=tuple(self.labels.labels()),
        )

    def question(self) -> Question:
        """As it can be asked; UserError says what is missing."""
        written = self.written()
        made = make_question(written.name, written.text, written.labels, written.guideline, written.noun)
        return replace(made, id=written.id, version=written.version)

    def _changed(self) -> None:
        self.notice.clear()
        self._show_buttons()
        self.edited.emit()

    def _show_buttons(self) -> None:
        dirty = self.dirty
        self.save_button.setEnabled(dirty)
        self.discard_button.setEnabled(dirty or self._stored.id == 0)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(4))
        rows = (
            (self.tr("Short name"), self.name, 0, 2),
            (self.tr("An item is called"), self.noun, 1, 2),
            (self.tr("Question"), self.text, 2, 6),
        )
        for title, edit, column, stretch in rows:
            label = QLabel(title)
            label.setProperty("role", "muted")
            label.setBuddy(edit)
            edit.setAccessibleName(title)
            grid.addWidget(label, 0, column)
            grid.addWidget(edit, 1, column)
            grid.setColumnStretch(column, stretch)
        self.body.addLayout(grid)
        self.body.addSpacing(theme.px(6))
        self.body.addWidget(self.labels, 1)
        keeps = text_label(self.tr("Renaming or sorting labels keeps their answers."), "secondary", wrap=True)
        foot = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        for widget in (keeps, self.notice):
            words.addWidget(widget)
        foot.addLayout(words, 1)
        foot.addWidget(self.discard_button)
        foot.addWidget(self.save_button)
        self.body.addLayout(foot)
