"""What an annotator sees: the item, the labels, the guideline, and the answers given just now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from annotator.domain.model import Question, Status
from annotator.services.annotating import Recent, Turn
from annotator.ui import theme
from annotator.ui.actions import Action
from annotator.ui.settings import Settings
from annotator.ui.widgets.annotator_button import AnnotatorButton
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.history import PADDING as HISTORY_PADDING
from annotator.ui.widgets.history import History
from annotator.ui.widgets.icon_label import IconLabel
from annotator.ui.widgets.item_view import ItemView
from annotator.ui.widgets.keycap import KeyHint
from annotator.ui.widgets.label_pad import LabelPad
from annotator.ui.widgets.markdown import GuidelineView
from annotator.ui.widgets.note_line import NoteLine
from annotator.ui.widgets.text import text_label

GAP = 16
SIDE_WIDTH, SIDE_WIDEST = 270, 420  # pixels; a quarter of the page in between
_ARROWS = {"Left": "←", "Right": "→"}


class AnnotateView(QWidget):
    """Shows a turn and passes on what the person does; it decides and stores nothing."""

    label_chosen = Signal(int)
    item_chosen = Signal(int)
    comment_closed = Signal(str)

    def __init__(self, settings: Settings, who: AnnotatorButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.who = who
        self.item_view = ItemView(settings)
        self.comment = NoteLine("comment", self.tr("Comment on this item; Enter keeps it"))
        self.comment.closed.connect(self.comment_closed)
        self.pad = LabelPad()
        self.pad.chosen.connect(self.label_chosen)
        self.history = History()
        self.history.chosen.connect(self.item_chosen)
        self.time_left = text_label("", "muted")
        self.time_left.setObjectName("time_left")
        self._guideline = GuidelineView()
        self._version = text_label("", "secondary")
        self._hints = QHBoxLayout()
        self._stack = QStackedWidget()
        self._work = self._new_work()
        self._stack.addWidget(self._work)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(GAP - 4))
        column.addLayout(self._new_header())
        column.addWidget(self._stack, 1)

    @property
    def working(self) -> bool:
        """Whether an item is shown, and not the reason why there is none."""
        return self._stack.currentWidget() is self._work

    def set_question(self, question: Question) -> None:
        self.pad.set_question(question)
        self._guideline.set_text(question.guideline)
        self._version.setText(self.tr("version {number}").format(number=question.version))
        self._guideline_card.setVisible(bool(question.guideline.strip()))

    def set_hints(self, rows: Sequence[Action]) -> None:
        """Keys below the page; clicking one does the same."""
        for row in rows:
            hint = KeyHint(_ARROWS.get(row.key_text(), row.key_text()), row.text, row.target)
            hint.setObjectName(f"{row.name}_hint")
            self._hints.addWidget(hint)

    def show_turn(self, turn: Turn) -> None:
        self._leave_empty()
        self.item_view.set_item(turn.item)
        self.comment.set_text(turn.comment)
        self.set_flagged(turn.flagged)
        self.pad.select(turn.own.label_id if turn.own else None)
        before = {None: "", Status.LABEL: self.tr("answered before"), Status.SKIPPED: self.tr("skipped before")}
        text = before.get(turn.own.status if turn.own else None, "")
        self._before.setText(text)
        self._before.setVisible(bool(text))

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
        for card in (self._guideline_card, self._history_card):
            card.setFixedWidth(min(max(self.width() // 4, theme.px(SIDE_WIDTH)), theme.px(SIDE_WIDEST)))

    def _leave_empty(self) -> None:
        shown = self._stack.currentWidget()
        if shown is not None and shown is not self._work:
            self._stack.setCurrentWidget(self._work)
            self._stack.removeWidget(shown)
            shown.deleteLater()

    def _new_header(self) -> QHBoxLayout:
        self._place = text_label("", "muted")
        self._place.setObjectName("place")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(theme.px(220))
        self._bar.setAccessibleName(self.tr("Done in your queue"))
        self._before = text_label("", "pill")
        self._before.setObjectName("before")
        self._before.hide()
        row = QHBoxLayout()
        row.setSpacing(theme.px(26))
        for widget in (self._place, self._bar, self._before):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self.who)
        return row

    def _new_work(self) -> QWidget:
        work = QWidget()
        grid = QVBoxLayout(work)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.px(GAP))
        columns = QHBoxLayout()
        columns.setSpacing(theme.px(GAP + 2))
        main = QVBoxLayout()
        main.setSpacing(theme.px(GAP))
        main.addWidget(self._new_item_card(), 1)
        pad_card = Card(padding=18)
        pad_card.body.addWidget(self.pad)
        main.addWidget(pad_card)
        columns.addLayout(main, 1)
        columns.addLayout(self._new_side())
        grid.addLayout(columns, 1)
        self._hints.setSpacing(theme.px(18))
        footer = QHBoxLayout()
        footer.addLayout(self._hints)
        footer.addStretch(1)
        footer.addWidget(self.time_left)
        grid.addLayout(footer)
        return work

    def _new_item_card(self) -> Card:
        card = Card(padding=30)
        self._flag = QWidget()
        self._flag.setObjectName("flagged")
        row = QHBoxLayout(self._flag)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(IconLabel("flag", "warn", 16))
        row.addWidget(text_label(self.tr("Flagged"), "warn"), 1)
        card.body.addWidget(self._flag)
        card.body.addWidget(self.item_view, 1)
        card.body.addWidget(self.comment)
        return card

    def _new_side(self) -> QVBoxLayout:
        self._guideline_card = Card(self.tr("Guideline"), padding=18)
        self._guideline_card.body.addWidget(self._guideline, 1)
        self._guideline_card.body.addWidget(self._version)
        # As high as its text while there is room; it gives way first when the window is low, and then scrolls.
        self._guideline_card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._history_card = self._new_history_card()
        side = QVBoxLayout()
        side.setSpacing(theme.px(GAP))
        for card in (self._guideline_card, self._history_card):
            side.addWidget(card)
        side.addStretch(1)
        return side

    def _new_history_card(self) -> Card:
        """The rows reach further out than the title, so that what marks one does not touch its text."""
        card = Card(self.tr("Just now"), padding=18)
        outside, inside = theme.px(18 - HISTORY_PADDING), theme.px(HISTORY_PADDING)
        card.body.setContentsMargins(outside, theme.px(16), outside, theme.px(16))
        card.body.setSpacing(theme.px(4))
        undo = text_label(self.tr("Ctrl+Z takes the last answer back"), "secondary", wrap=True)
        card.header.setContentsMargins(inside, 0, inside, 0)
        undo.setContentsMargins(inside, theme.px(4), inside, 0)
        card.body.addWidget(self.history)
        card.body.addWidget(undo)
        return card
