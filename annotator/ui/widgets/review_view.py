"""What a reviewer sees: the items to settle, and all that is known about the one in front."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import ceil

from PySide6.QtCore import QSizeF, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.domain.model import Label, Question
from annotator.services.adjudicating import Case
from annotator.ui import actions, theme
from annotator.ui.actions import Action
from annotator.ui.settings import Settings
from annotator.ui.widgets import evidence_words, label_keys
from annotator.ui.widgets.answer_rows import AnswerRows, merged_text
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.conflict_list import ConflictList, Fetch
from annotator.ui.widgets.flow import Flow
from annotator.ui.widgets.icon_label import IconLabel
from annotator.ui.widgets.item_view import ItemView
from annotator.ui.widgets.keycap import KeyHint
from annotator.ui.widgets.label_keys import LabelKeys
from annotator.ui.widgets.note_line import NoteLine
from annotator.ui.widgets.scrolled import scrolled
from annotator.ui.widgets.send_back_line import SendBackLine
from annotator.ui.widgets.text import text_label, tool_tip

GAP = 16
LIST_WIDTH, LIST_LEAST = 300, 200
NARROW = 780  # pixels, below which the list is narrower and the answers stand without bars
ITEM_HEIGHT = 240  # a longer item scrolls, so that the answers stay in sight


class ReviewView(QWidget):
    """Shows a case and passes on what the reviewer does; it decides and stores nothing."""

    label_chosen = Signal(int)

    def __init__(self, settings: Settings, fetch: Fetch, parent: QWidget | None = None) -> None:
        """fetch: titles of items."""
        super().__init__(parent)
        self.conflicts = ConflictList(fetch)
        self.why = NoteLine("why", self.tr("Reason, kept with the decision; Enter keeps it"))
        self.send_back = SendBackLine()
        self._item = ItemView(settings)
        self._answers = AnswerRows()
        self._merged = text_label("", "muted", wrap=True)
        self._merged.setObjectName("merged")
        self._why_merged = text_label("", "secondary", wrap=True)
        self._why_merged.setObjectName("why_merged")
        self._sent = text_label("", "warn", wrap=True)
        self._sent.setObjectName("sent_back_to")
        self._contested = text_label("", "warn", wrap=True)
        self._contested.setObjectName("contested")
        self._gold = text_label("", "good", wrap=True)
        self._gold.setObjectName("gold")
        self._typed = text_label("", "muted")
        self._typed.setObjectName("label_state")
        self._typed.hide()
        self._last = text_label("", "secondary", wrap=True)
        self._last.setObjectName("last_settled")
        self._label_keys = Flow(gap=theme.px(14), line_gap=theme.px(6))
        self._other_keys = Flow(gap=theme.px(14), line_gap=theme.px(6))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(GAP))
        left = QVBoxLayout()
        left.setSpacing(theme.px(8))
        left.addWidget(self._new_heading())
        left.addWidget(self.conflicts, 1)
        self.conflicts.setFixedWidth(theme.px(LIST_WIDTH))
        row.addLayout(left)
        row.addLayout(self._new_right(), 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme.px(NARROW)
        self.conflicts.setFixedWidth(theme.px(LIST_LEAST if narrow else LIST_WIDTH))
        self._answers.set_narrow(narrow)
        for card in (self._item_card, self._said_card):
            side, sides = theme.px(14 if narrow else 22), card.body.contentsMargins()
            card.body.setContentsMargins(side, sides.top(), side, sides.bottom())

    def set_question(self, question: Question) -> None:
        """The keys that settle; with the same letters as on the page for annotating."""
        self._label_keys.clear()
        for keys, label in zip(label_keys.assign(question.labels).caps(), question.labels, strict=True):
            key, *also = keys.split()
            hint = KeyHint(key, label.name, _settles(self.label_chosen.emit, label))
            named = f"{label.name} ({', '.join((key, *also))})"  # the other key too; on the page are many already
            hint.setToolTip(tool_tip("\n".join(part for part in (named, label.description) if part)))
            hint.setAccessibleName(named)
            self._label_keys.add(hint)

    def set_hints(self, rows: Sequence[Action]) -> None:
        for row in rows:
            hint = KeyHint(row.key_text(), row.text, row.target)
            hint.setObjectName(f"{row.name}_hint")
            actions.mention(hint, row.name)
            self._other_keys.add(hint)

    def show_case(self, case: Case, question: Question, method: str, numbers: Mapping[int, int] | None = None) -> None:
        """numbers: by annotator id, where names are hidden."""
        self._item.set_item(case.item)
        self._answers.show_case(case, question, numbers)
        self.why.set_text("")
        merged = self.tr("Merged: {labels} (method: {method})").format(
            labels=merged_text(case.merged, self.tr("others")), method=method
        )
        self._merged.setText(merged if case.merged else self.tr("Nobody's answer to this item is merged yet"))
        why = evidence_words.why(case, method, self._answers.name_of, hidden=numbers is not None)
        self._show(self._why_merged, why)
        self._case_area.verticalScrollBar().setValue(0)
        self._case.show()
        self._right.show()

    def show_sent(self, text: str) -> None:
        """To whom the item was sent back, and why; "" says nothing."""
        self._show(self._sent, text)

    def show_contested(self, text: str) -> None:
        """Decisions that contradict each other; "" says nothing."""
        self._show(self._contested, text)

    def show_heading(self) -> None:
        """What the numbers in the list are, as they are ordered now."""
        rows = self.conflicts.conflicts()
        self._number.setText(rows.named())
        for widget in (self._number, self._number_icon):
            widget.setToolTip(tool_tip(rows.explained()))

    def show_gold(self, text: str) -> None:
        """Say what is known to be right; "" says nothing."""
        self._show(self._gold, text)

    def show_last(self, text: str) -> None:
        self._show(self._last, text)

    def show_typed(self, keys: LabelKeys) -> None:
        """What was typed of a label's code so far."""
        left = len(keys.shown[0]) - len(keys.typed) if keys.typed else 0
        typed = self.tr("{typed} — Esc forgets it").format(typed=keys.typed + " _" * left)
        self._show(self._typed, typed if keys.typed else "")

    def read_on(self, by: int) -> None:
        """Further down (1) or back up (-1): in the item while it has more, then in what was said of it."""
        inside, outside = self._item.verticalScrollBar(), self._case_area.verticalScrollBar()
        more = inside.value() < inside.maximum() if by > 0 else not outside.value()
        if more:
            self._item.page(by)
        else:
            step = max(1, self._case_area.viewport().height() - theme.px(2 * GAP))
            outside.setValue(outside.value() + by * step)

    def answer_texts(self) -> list[str]:
        return self._answers.texts()

    def shown_item(self) -> int | None:
        return self._item.item.id if self._item.item is not None else None

    def _new_heading(self) -> QWidget:
        """What the numbers in the list are."""
        heading = QWidget()
        row = QHBoxLayout(heading)
        side = theme.px(16)
        row.setContentsMargins(side, 0, side, 0)
        row.setSpacing(theme.px(4))
        row.addWidget(text_label(self.tr("Item"), "secondary"))
        row.addStretch(1)
        self._number = text_label("", "secondary")
        self._number.setObjectName("ordered_by")
        self._number_icon = IconLabel("information-outline", size=14)
        row.addWidget(self._number)
        row.addWidget(self._number_icon)
        self.show_heading()
        return heading

    def _new_right(self) -> QVBoxLayout:
        case = self._case = QWidget()
        column = QVBoxLayout(case)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(GAP))
        item_card = self._item_card = Card(padding=22)
        self._item.document().documentLayout().documentSizeChanged.connect(self._fit_item)
        item_card.body.addWidget(self._item)
        column.addWidget(item_card)
        said = self._said_card = Card(self.tr("Who said what, and what it weighs"), padding=22)
        said.body.addWidget(self._answers)
        said.body.addSpacing(theme.px(4))
        said.body.addWidget(self._merged)
        for widget in (self._why_merged, self._contested, self._sent, self._gold):
            said.body.addWidget(widget)
            widget.hide()
        column.addWidget(said)
        column.addStretch(1)
        self._case_area = scrolled(case)
        case.hide()  # until there is one
        right = QVBoxLayout()
        right.setSpacing(theme.px(GAP))
        right.addWidget(self._case_area, 1)
        self._below = QHBoxLayout()
        self._below.addWidget(self._new_settle_card())
        right.addLayout(self._below)
        self._case_area.verticalScrollBar().rangeChanged.connect(self._align_below)
        return right

    def _align_below(self, first: int, last: int) -> None:
        """The card below ends where those above it do, beside their scroll bar."""
        bar = self._case_area.verticalScrollBar().sizeHint().width()
        self._below.setContentsMargins(0, 0, bar if last > first else 0, 0)

    def _fit_item(self, size: QSizeF) -> None:
        """As high as its text; a long one scrolls."""
        self._item.setFixedHeight(min(ceil(size.height()) + theme.px(4), theme.px(ITEM_HEIGHT)))

    def _new_settle_card(self) -> Card:
        card = Card(padding=16)
        card.body.addWidget(self._label_keys)
        card.body.addWidget(self._typed)
        card.body.addWidget(self._other_keys)
        card.body.addWidget(self.why)
        card.body.addWidget(self.send_back)
        card.body.addWidget(self._last)
        self._right = card
        card.hide()
        self._last.hide()
        return card

    @staticmethod
    def _show(label: QLabel, text: str) -> None:
        """What says nothing takes no room."""
        label.setText(text)
        label.setVisible(bool(text))


def _settles(emit: Callable[[int], object], label: Label) -> Callable[[], object]:
    return lambda: emit(label.id)
