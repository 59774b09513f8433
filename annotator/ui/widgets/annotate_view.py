"""What an annotator sees: the item, the labels, the guideline, and the answers given just now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from annotator.domain.appearance import Appearance
from annotator.domain.model import Question, Status
from annotator.services.annotating import Recent, Turn
from annotator.texts import spoken
from annotator.ui import actions, theme
from annotator.ui.actions import Action
from annotator.ui.settings import Settings
from annotator.ui.widgets.annotator_button import AnnotatorButton
from annotator.ui.widgets.break_note import BreakNote
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.flow_layout import FlowLayout
from annotator.ui.widgets.guideline_panel import GuidelinePanel
from annotator.ui.widgets.history import PADDING as HISTORY_PADDING
from annotator.ui.widgets.history import History
from annotator.ui.widgets.icon_label import IconLabel
from annotator.ui.widgets.item_view import ItemView
from annotator.ui.widgets.keycap import KeyHint
from annotator.ui.widgets.label_pad import LabelPad
from annotator.ui.widgets.note_line import NoteLine
from annotator.ui.widgets.skip_choice import SkipChoice, in_words
from annotator.ui.widgets.text import text_label

GAP = 16
SIDE_WIDTH, SIDE_WIDEST = 270, 420  # pixels; a quarter of the page in between
PAD_SHARE = 0.42  # of the height, for the labels' buttons at most
BAR, BAR_LEAST = 220, 60  # pixels of the progress
FOCUS_WIDEST = 1080  # pixels of the item when there is nothing beside it
_NO_LIMIT = 16_777_215  # Qt's


class AnnotateView(QWidget):
    """Shows a turn and passes on what the person does; it decides and stores nothing."""

    label_chosen = Signal(int)
    item_chosen = Signal(int)
    comment_closed = Signal(str)

    def __init__(
        self, settings: Settings, who: AnnotatorButton, choices: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        """choices: a button for how the page looks, beside the one for who sits here."""
        super().__init__(parent)
        self.who = who
        self._choices = choices
        self._focused = False
        self.item_view = ItemView(settings)
        self.comment = NoteLine("comment", self.tr("Comment on this item; Enter keeps it"))
        self.comment.closed.connect(self.comment_closed)
        self.skip_choice = SkipChoice()
        self.break_note = BreakNote(settings)
        self.pad = LabelPad()
        self.pad.chosen.connect(self.label_chosen)
        self.history = History()
        self.history.chosen.connect(self.item_chosen)
        self.time_left = text_label("", "muted")
        self.time_left.setObjectName("time_left")
        self.guideline = GuidelinePanel()
        self._hints = FlowLayout(theme.px(16))
        self._stack = QStackedWidget()
        self._work = self._new_work()
        self._stack.addWidget(self._work)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(GAP - 4))
        column.addWidget(self._new_header())
        column.addWidget(self._stack, 1)
        self.item_view.paged.connect(self._show_place)

    @property
    def working(self) -> bool:
        """Whether an item is shown, and not the reason why there is none."""
        return self._stack.currentWidget() is self._work

    def set_question(self, question: Question) -> None:
        self.pad.set_question(question)
        self.guideline.set_question(question)

    def set_appearance(self, chosen: Appearance) -> None:
        self.item_view.set_appearance(chosen)

    def set_focused(self, focused: bool) -> None:
        """Show the item and its labels alone, or everything again."""
        self._focused = focused
        for widget in (self._header, self._side, self._footer):
            widget.setVisible(not focused)
        self._main.setMaximumWidth(theme.px(FOCUS_WIDEST) if focused else _NO_LIMIT)
        self._show_place()

    @property
    def focused(self) -> bool:
        return self._focused

    def set_hints(self, rows: Sequence[Action]) -> None:
        """Keys below the page; clicking one does the same."""
        for row in rows:
            hint = KeyHint(row.key_text(), row.text, row.target)
            hint.setObjectName(f"{row.name}_hint")
            actions.mention(hint, row.name)
            self._hints.addWidget(hint)

    def show_turn(self, turn: Turn, *, away: bool = False) -> None:
        """away: another item waits meanwhile, to which the person returns after this."""
        self._leave_empty()
        self.skip_choice.hide()
        self.item_view.set_item(turn.item)
        self.comment.set_text(turn.comment)
        self.set_flagged(turn.flagged)
        self._note.setText(self.tr("Sent back by {name}: “{note}”").format(name=turn.by, note=turn.note))
        self._note.setVisible(bool(turn.note))
        self._suspicion.setText(spoken(turn.suspicion))
        self._suspicion.setVisible(bool(turn.suspicion))
        self.pad.select(turn.own.label_id if turn.own else None)
        before = {None: "", Status.LABEL: self.tr("answered before"), Status.SKIPPED: self.tr("skipped before")}
        text = before.get(turn.own.status if turn.own else None, "")
        if turn.own is not None and turn.own.reason:
            text = self.tr("skipped before: {reason}").format(reason=in_words(turn.own.reason))
        self._before.setText(text)
        self._before.setVisible(bool(text))
        self._returning.setVisible(away)
        self._show_place()

    def set_flagged(self, flagged: bool) -> None:
        self._flag.setVisible(flagged)

    def set_progress(self, text: str, done: int, total: int) -> None:
        self._place.setText(text)
        self._bar.setMaximum(max(total, 1))
        self._bar.setValue(done)
        self._bar.setVisible(total > 0)

    def set_history(self, answers: Sequence[Recent], current_item: int | None) -> None:
        self.history.set_answers(answers, current_item)
        self._history_card.setVisible(bool(answers))

    def show_empty(self, reason: QWidget) -> None:
        """Show why there is no item, instead of one."""
        self._leave_empty()
        self._stack.addWidget(reason)
        self._stack.setCurrentWidget(reason)
        self._before.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.pad.set_room(round(PAD_SHARE * self.height()))
        for card in (self.guideline, self._history_card):
            card.setFixedWidth(min(max(self.width() // 4, theme.px(SIDE_WIDTH)), theme.px(SIDE_WIDEST)))

    def _show_place(self) -> None:
        """Which part of a long text is in sight, and how to go on."""
        page, pages = self.item_view.place()
        text = self.tr("Page {page} of {pages} · Space reads on, Shift+Space back").format(page=page, pages=pages)
        way_out = self.tr("Esc brings the rest back") if self._focused else ""
        self._pages.setText(" · ".join(part for part in (text if pages > 1 else "", way_out) if part))

    def _leave_empty(self) -> None:
        shown = self._stack.currentWidget()
        if shown is not None and shown is not self._work:
            self._stack.setCurrentWidget(self._work)
            self._stack.removeWidget(shown)
            shown.deleteLater()

    def _new_header(self) -> QWidget:
        self._place = text_label("", "muted")
        self._place.setObjectName("place")
        self._bar = _Bar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Done in your queue"))
        self._before = text_label("", "pill")
        self._before.setObjectName("before")
        self._before.hide()
        self._header = QWidget()
        whole = QVBoxLayout(self._header)
        whole.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(theme.px(26))
        for widget in (self._place, self._bar, self._before):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        right = QHBoxLayout()
        right.setSpacing(theme.px(2))
        if self._choices is not None:
            right.addWidget(self._choices)
        right.addWidget(self.who)
        row.addLayout(right)
        whole.addLayout(row)
        whole.addWidget(self.break_note)
        return self._header

    def _new_work(self) -> QWidget:
        work = QWidget()
        grid = QVBoxLayout(work)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.px(GAP))
        columns = QHBoxLayout()
        columns.setSpacing(theme.px(GAP + 2))
        self._main = QWidget()
        main = QVBoxLayout(self._main)
        main.setContentsMargins(0, 0, 0, 0)
        main.setSpacing(theme.px(GAP))
        main.addWidget(self._new_item_card(), 1)
        pad_card = Card(padding=18)
        pad_card.body.addWidget(self.pad)
        main.addWidget(pad_card)
        columns.addWidget(self._main, 1)
        columns.addWidget(self._new_side())
        grid.addLayout(columns, 1)
        grid.addWidget(self._new_footer())
        return work

    def _new_footer(self) -> QWidget:
        self._footer = QWidget()
        row = QHBoxLayout(self._footer)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16))
        row.addLayout(self._hints, 1)  # in two lines where the words are long
        row.addWidget(self.time_left)
        return self._footer

    def _new_item_card(self) -> Card:
        card = Card(padding=30)
        self._flag = QWidget()
        self._flag.setObjectName("flagged")
        row = QHBoxLayout(self._flag)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(IconLabel("flag", "warn", 16))
        row.addWidget(text_label(self.tr("Flagged"), "warn"), 1)
        card.body.addWidget(self._flag)
        self._note = text_label("", "warn", wrap=True)
        self._note.setObjectName("sent_back_note")
        card.body.addWidget(self._note)
        self._suspicion = text_label("", "warn", wrap=True)
        self._suspicion.setObjectName("suspicion")
        card.body.addWidget(self._suspicion)
        card.body.addWidget(self.item_view, 1)
        self._pages = text_label("", "secondary")
        self._pages.setObjectName("pages")
        self._pages.setAlignment(Qt.AlignmentFlag.AlignRight)
        card.body.addWidget(self._pages)  # its line is always there, so that the text does not jump when it speaks
        card.body.addWidget(self.comment)
        card.body.addWidget(self.skip_choice)
        return card

    def _new_side(self) -> QWidget:
        self._history_card = self._new_history_card()
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(theme.px(GAP))
        for card in (self.guideline, self._history_card):
            side.addWidget(card)
        side.addStretch(1)
        return self._side

    def _new_history_card(self) -> Card:
        """The rows reach further out than the title, so that what marks one does not touch its text."""
        card = Card(self.tr("Just now"), padding=18)
        outside, inside = theme.px(18 - HISTORY_PADDING), theme.px(HISTORY_PADDING)
        card.body.setContentsMargins(outside, theme.px(16), outside, theme.px(16))
        card.body.setSpacing(theme.px(4))
        undo = text_label(self.tr("Ctrl+Z takes the last answer back"), "secondary", wrap=True)
        card.header.setContentsMargins(inside, 0, inside, 0)
        undo.setContentsMargins(inside, theme.px(4), inside, 0)
        self._returning = text_label(self.tr("N returns to the item that you left"), "secondary", wrap=True)
        self._returning.setObjectName("returning")
        self._returning.setContentsMargins(inside, 0, inside, 0)
        self._returning.hide()
        actions.mention(undo, "annotate_undo", self.tr("{key} takes the last answer back"))
        actions.mention(self._returning, "annotate_next", self.tr("{key} returns to the item that you left"))
        card.body.addWidget(self.history)
        card.body.addWidget(undo)
        card.body.addWidget(self._returning)
        return card


class _Bar(QProgressBar):
    """As wide as it should be where there is room; words beside it go first."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(BAR), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(BAR_LEAST), super().sizeHint().height())
