"""Replies that name no label, one after the other: what was asked, what came back, and what it means."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPlainTextEdit, QWidget

from annotator.domain.model import Annotator, Item, Question
from annotator.services.repairing import InvalidReply
from annotator.texts import figure, spoken
from annotator.ui import actions, theme
from annotator.ui.settings import Settings
from annotator.ui.widgets import buttons, layouts
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.combo import ComboBox
from annotator.ui.widgets.item_view import ItemView
from annotator.ui.widgets.label_pad import LabelPad
from annotator.ui.widgets.records import Records
from annotator.ui.widgets.text import text_label

_WIDEST = 120  # px
_CUT = 400  # characters of a reply in its row
_MOVING = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


class InvalidView(QWidget):
    """Says `meant(reply, label id)` when a label is chosen; whoever takes that calls `pass_over`."""

    meant = Signal(object, int)
    rule_wished = Signal(object)  # InvalidReply
    chosen = Signal(object)  # InvalidReply in front, None when there is none
    agent_chosen = Signal(object)  # the annotator's id of the agent shown, None for all

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._replies: list[InvalidReply] = []
        self.agent = ComboBox()
        self.agent.setObjectName("invalid_agent")
        self.agent.setAccessibleName(self.tr("Agent"))
        self.agent.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.agent.setMinimumContentsLength(14)
        self.agent.currentIndexChanged.connect(lambda _: self.agent_chosen.emit(self.agent.currentData()))
        self.table = _Rows(
            (self.tr("Item"), self.tr("Agent"), self.tr("Reply"), self.tr("Why")),
            stretch=2,
            names=(1,),
            widest=_WIDEST,
        )
        self.table.setObjectName("invalid_replies")
        self.table.setAccessibleName(self.tr("Invalid replies"))
        self.table.currentCellChanged.connect(lambda row, *_: self._show(row))
        self.more = text_label("", "secondary")
        self.reason = text_label("", "warn", wrap=True)
        self.reason.setObjectName("invalid_reason")
        self.raw = QPlainTextEdit()
        self.raw.setReadOnly(True)
        self.raw.setObjectName("raw_reply")
        self.raw.setAccessibleName(self.tr("The reply as it came"))
        self.item = ItemView(settings)
        self.pad = LabelPad()
        self.pad.chosen.connect(self.choose)
        self.rule_button = buttons.quiet(self.tr("Make a rule of it"), "gavel", self.make_rule)
        self.rule_button.setObjectName("make_rule")
        self._lay_out()

    @property
    def reply(self) -> InvalidReply | None:
        """The one in front."""
        row = self.table.currentRow()
        return self._replies[row] if 0 <= row < len(self._replies) else None

    def set_question(self, question: Question) -> None:
        self.pad.set_question(question)

    def show_agents(self, agents: Sequence[Annotator]) -> None:
        """Those whose replies can be looked at alone."""
        before = self.agent.currentData()
        self.agent.blockSignals(True)
        self.agent.clear()
        self.agent.addItem(self.tr("All agents"), None)
        for agent in agents:
            self.agent.addItem(agent.name, agent.id)
        self.agent.setCurrentIndex(max(self.agent.findData(before), 0) if before is not None else 0)
        self.agent.blockSignals(False)
        self.agent.setVisible(len(agents) > 1)

    def show_replies(self, replies: Sequence[InvalidReply], more: int) -> None:
        """more: how many there are besides these. The one in front stays there, or the one in its place comes."""
        front, row = self.reply, self.table.currentRow()
        self._replies = list(replies)
        keys = [(reply.item_id, reply.agent.id) for reply in replies]
        here = (front.item_id, front.agent.id) if front is not None else None
        self.table.blockSignals(True)
        self.table.show_rows([_row(reply) for reply in replies])
        self.table.setCurrentCell(keys.index(here) if here in keys else min(max(row, 0), len(keys) - 1), 0)
        self.table.blockSignals(False)
        self.more.setText(self.tr("and {n} more").format(n=figure(more)))
        self.more.setVisible(more > 0)
        self._show(self.table.currentRow())

    def choose(self, label_id: int) -> None:
        """Say what the reply in front means."""
        if self.reply is not None:
            self.meant.emit(self.reply, label_id)

    def pass_over(self, reply: InvalidReply) -> None:
        """It is done with; the next one comes in front."""
        if reply not in self._replies:
            return
        row = self._replies.index(reply)
        del self._replies[row]
        self.table.blockSignals(True)
        self.table.removeRow(row)
        self.table.setCurrentCell(min(row, len(self._replies) - 1), 0)
        self.table.blockSignals(False)
        self._show(self.table.currentRow())

    def make_rule(self) -> None:
        if self.reply is not None:
            self.rule_wished.emit(self.reply)

    def show_item(self, item: Item | None) -> None:
        self.item.set_item(item)

    def _show(self, row: int) -> None:
        reply = self._replies[row] if 0 <= row < len(self._replies) else None
        self.pad.forget_typed()  # a code that was begun for one reply must not repair the next
        self.reason.setText(spoken(reply.reason) if reply is not None else "")
        self.reason.setVisible(bool(self.reason.text()))
        self.raw.setPlainText(reply.raw if reply is not None else "")
        self.rule_button.setEnabled(reply is not None)
        self.chosen.emit(reply)

    def _lay_out(self) -> None:
        left = Card(padding=14)
        left.body.addWidget(self.agent)
        left.body.addWidget(self.table, 1)
        left.body.addWidget(self.more)
        right = Card()
        right.body.addWidget(_heading(self.tr("The reply")))
        right.body.addWidget(self.reason)
        right.body.addWidget(self.raw, 1)
        right.body.addWidget(_heading(self.tr("The item")))
        right.body.addWidget(self.item, 2)
        right.body.addSpacing(theme.px(4))
        right.body.addWidget(self.pad)
        foot = QHBoxLayout()
        undo = text_label("", "secondary", wrap=True)
        actions.mention(undo, "replies_undo", self.tr("{key} takes the last repair back"))
        foot.addWidget(undo, 1)
        foot.addWidget(self.rule_button)
        right.body.addLayout(foot)
        layouts.halves(self, left, right, (560, 460))


class _Rows(Records):
    """Letters and digits say what a reply means, they do not search."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVING:
            super().keyPressEvent(event)
        else:
            event.ignore()


def _row(reply: InvalidReply) -> tuple[str, ...]:
    return (reply.external_id, reply.agent.name, " ".join(reply.raw[:_CUT].split()), spoken(reply.reason))


def _heading(text: str) -> QWidget:
    return text_label(text, "field")
