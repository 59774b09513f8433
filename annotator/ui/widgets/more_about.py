"""More about an item, when it is asked for: the LLMs' replies, its history, and items like it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from annotator.services.item_story import Source, Story, when
from annotator.services.similar import Similar
from annotator.texts import figure
from annotator.ui import theme
from annotator.ui.widgets import buttons
from annotator.ui.widgets.flowing_text import FlowingText
from annotator.ui.widgets.layouts import clear
from annotator.ui.widgets.text import text_label, tool_tip

_REPLY = 2_000  # characters of a raw reply that are shown
_TITLE = 32  # characters of a similar item


class MoreAbout(QWidget):
    """Two parts that stay open from item to item once they are opened."""

    story_wished = Signal()
    similar_wished = Signal()
    item_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        self.story_button = self._opener(self.tr("Replies and history"), "item_story")
        self.similar_button = self._opener(self.tr("Similar items"), "similar_items")
        self._story, self._similar = _part(), _part()
        for button, part in ((self.story_button, self._story), (self.similar_button, self._similar)):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
            column.addLayout(part)
        self.story_button.toggled.connect(lambda on: self._toggled(on, self._story, self.story_wished))
        self.similar_button.toggled.connect(lambda on: self._toggled(on, self._similar, self.similar_wished))

    def begin(self, same: bool) -> None:
        """Another item is shown, or the same one anew."""
        if self.story_button.isChecked():
            self._toggled(True, self._story, self.story_wished)
        if self.similar_button.isChecked() and not same:
            self._toggled(True, self._similar, self.similar_wished)

    def show_story(self, story: Story) -> None:
        clear(self._story)
        for source in story.sources:
            self._add_source(source)
        self._story.addWidget(text_label(self.tr("History"), "secondary"))
        if not story.events:
            self._story.addWidget(FlowingText(self.tr("Nothing was done to it yet."), token="muted"))
        for event in story.events:
            said = f"{when(event.at)} · {event.who}: {event.what}"
            self._story.addWidget(FlowingText(said, factor=theme.SECONDARY))

    def show_similar(self, similar: Similar) -> None:
        clear(self._similar)
        for alike in similar.found:
            title = alike.title if len(alike.title) <= _TITLE else f"{alike.title[: _TITLE - 1]}…"
            button = buttons.link(f"{alike.external_id} · {title}".replace("&", "&&"))
            button.setObjectName("similar_item")
            button.setToolTip(tool_tip(self.tr("{n} % alike").format(n=round(100 * alike.likeness))))
            button.setMinimumWidth(1)  # cut, or it would make the pane wider
            button.clicked.connect(partial(self._choose, alike.item_id))
            self._similar.addWidget(button)
        if not similar.found:
            self._similar.addWidget(FlowingText(self.tr("No other item shares enough words with it."), token="muted"))
        if similar.sampled:
            told = self.tr("Looked for among {n} items drawn at random, of {all}.")
            words = told.format(n=figure(similar.among), all=figure(similar.of))
            self._similar.addWidget(FlowingText(words, factor=theme.SECONDARY, token="muted"))

    def _choose(self, item_id: int, checked: bool = False) -> None:
        self.item_chosen.emit(item_id)

    def _add_source(self, source: Source) -> None:
        self._story.addWidget(text_label(source.who, "strong"))
        self._story.addWidget(FlowingText(source.facts, factor=theme.SECONDARY, token="muted"))
        reply = source.reply if len(source.reply) <= _REPLY else f"{source.reply[:_REPLY]} …"
        self._story.addWidget(FlowingText(reply or self.tr("No reply")))
        if source.note:
            self._story.addWidget(FlowingText(source.note, factor=theme.SECONDARY, token="warn"))

    def _toggled(self, on: bool, part: QVBoxLayout, wished: SignalInstance) -> None:
        clear(part)
        if on:
            part.addWidget(text_label(self.tr("Reading…"), "muted"))
            wished.emit()

    def _opener(self, text: str, name: str) -> QPushButton:
        button = buttons.fold(text)
        button.setObjectName(name)
        return button


def _part() -> QVBoxLayout:
    part = QVBoxLayout()
    part.setSpacing(theme.px(4))
    return part
