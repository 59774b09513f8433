"""The guideline beside the item, with what each label means and items that people settled with it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.domain.model import Label, Question
from annotator.texts import figure
from annotator.ui import theme
from annotator.ui.widgets import label_keys
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.keycap import KeyHint
from annotator.ui.widgets.markdown import GuidelineView
from annotator.ui.widgets.text import text_label

LISTED = 100  # labels; the others are found by searching


class GuidelinePanel(Card):
    """A card that folds to its title. It is hidden where there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Guideline"), parent, padding=18)
        self._question: Question | None = None
        self._folded = False
        self._text = _LabelGuide()
        self._version = text_label("", "secondary")
        self.body.addWidget(self._text, 1)
        self.body.addWidget(self._version)
        # As high as its text while there is room; it gives way first when the window is low, and then scrolls.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    @property
    def folded(self) -> bool:
        return self._folded

    def add_hints(self, hide: KeyHint, show: KeyHint) -> None:
        """What stands beside the title while it is open, and while it is folded."""
        self._hide, self._show = hide, show
        for hint in (hide, show):
            self.header.addWidget(hint)
        self.fold(self._folded)

    def set_question(self, question: Question) -> None:
        """The examples shown so far are taken away."""
        self._question = question
        self._text.set_labels(question.labels, label_keys.assign(question.labels).caps(), {})
        self._text.set_text(question.guideline)
        self._version.setText(self.tr("version {number}").format(number=question.version))
        self._show_or_hide({})

    def set_examples(self, examples: Mapping[int, tuple[str, ...]]) -> None:
        """Texts by label id."""
        if self._question is not None:
            self._text.set_examples(examples)
            self._show_or_hide(examples)

    def fold(self, folded: bool) -> None:
        self._folded = folded
        for widget in (self._text, self._version, self._hide):
            widget.setVisible(not folded)
        self._show.setVisible(folded)

    def _show_or_hide(self, examples: Mapping[int, tuple[str, ...]]) -> None:
        asked = self._question
        described = asked is not None and any(label.description for label in asked.labels)
        self.setVisible(asked is not None and bool(asked.guideline.strip() or described or examples))


class _LabelGuide(GuidelineView):
    """The guideline, and below it the labels that have a description or examples."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._labels: tuple[Label, ...] = ()
        self._keys: tuple[str, ...] = ()
        self._examples: Mapping[int, tuple[str, ...]] = {}
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Guideline and labels"))

    def set_labels(
        self, labels: tuple[Label, ...], keys: tuple[str, ...], examples: Mapping[int, tuple[str, ...]]
    ) -> None:
        """Shown with the next text."""
        self._labels, self._keys, self._examples = labels, keys, examples

    def set_examples(self, examples: Mapping[int, tuple[str, ...]]) -> None:
        """The place that is being read stays."""
        if examples == self._examples:
            return
        self._examples = examples
        place = self.verticalScrollBar().value()
        self.set_text(self.text())
        self.verticalScrollBar().setValue(place)

    def add_below(self, cursor: QTextCursor) -> None:
        if not any(label.description or self._examples.get(label.id) for label in self._labels):
            return
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self._line(cursor, self.tr("Labels"), _ink("text", bold=True), above=14 if self.text().strip() else 0)
        for position, label in enumerate(self._labels[:LISTED]):
            self._add(cursor, position, label)
        if len(self._labels) > LISTED:
            more = self.tr("and {n} more: press / to find one").format(n=figure(len(self._labels) - LISTED))
            self._line(cursor, more, _ink("muted"), above=8)
        cursor.endEditBlock()

    def _add(self, cursor: QTextCursor, position: int, label: Label) -> None:
        dot = QTextCharFormat()
        dot.setForeground(theme.label_colour(label, position))
        self._line(cursor, "● ", dot, above=8)
        cursor.insertText(label.name, _ink("text", bold=True))
        cursor.insertText(f"  {self._keys[position]}", _ink("muted"))
        if label.description:
            self._line(cursor, label.description, _ink("text"), above=1)
        for example in self._examples.get(label.id, ()):
            self._line(cursor, self.tr("e.g. “{text}”").format(text=example), _ink("muted"), above=3)

    def _line(self, cursor: QTextCursor, text: str, ink: QTextCharFormat, *, above: int) -> None:
        block = QTextBlockFormat()
        block.setTopMargin(theme.px(above))
        if cursor.document().isEmpty():
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block)
        cursor.insertText(text, ink)


def _ink(token: str, *, bold: bool = False) -> QTextCharFormat:
    found = QTextCharFormat()
    found.setFont(theme.font(semibold=bold))
    found.setForeground(theme.colour(token))
    return found
