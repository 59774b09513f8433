"""Rules that say what replies without a label mean: tried out first, then kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from annotator.domain.model import Annotator, Question
from annotator.domain.quoting import quoted
from annotator.services.repairing import How, InvalidReply, Rule, RulePreview
from annotator.texts import figure
from annotator.ui import theme
from annotator.ui.widgets import buttons, layouts
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.combo import ComboBox
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.records import Records
from annotator.ui.widgets.text import text_label

_TYPING = 250  # ms without a key press before a rule is tried out
_CUT = 400  # characters of a reply in its row
LONGEST_TEXT = 200  # characters of a reply that are offered as a rule's text


class Wish(NamedTuple):
    """A rule as it is typed. agent: the annotator's id."""

    agent: int
    how: How
    text: str
    label: int


class RuleView(QWidget):
    """Says `preview_wished(Wish)` when something else is typed, `applied(Wish, RulePreview)`, `removed(agent, id)`."""

    preview_wished = Signal(object)
    applied = Signal(object, object)
    removed = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview: RulePreview | None = None
        self._kept: list[tuple[Annotator, Rule]] = []
        self._names: dict[int, str] = {}
        self.agent = self._chooser(self.tr("Agent"), "rule_agent")
        self.how = self._chooser(self.tr("How the text is compared"), "rule_how")
        for how, words in (
            (How.CONTAINS, self.tr("contains")),
            (How.IS, self.tr("is exactly")),
            (How.PATTERN, self.tr("matches the pattern")),
        ):
            self.how.addItem(words, how.value)
        self.text = _Line()
        self.text.setObjectName("rule_text")
        self.text.setAccessibleName(self.tr("Text"))
        self.text.setPlaceholderText(self.tr("what the replies say"))
        self.label = self._chooser(self.tr("Label"), "rule_label")
        self.state = InlineNotice()
        self.preview = Records((self.tr("Item"), self.tr("What happens"), self.tr("Reply")), stretch=2)
        self.preview.setObjectName("rule_preview")
        self.preview.setAccessibleName(self.tr("Replies that the rule is about"))
        self.more = text_label("", "secondary")
        self.apply_button = buttons.filled(self.tr("Keep the rule"), "check", self.apply)
        self.apply_button.setObjectName("apply_rule")
        self.rules = _Rules(
            (self.tr("Agent"), self.tr("A reply that"), self.tr("means")), stretch=1, names=(0,), widest=130
        )
        self.rules.setObjectName("rules")
        self.rules.setAccessibleName(self.tr("Rules that are kept"))
        self.rules.removed.connect(self.remove)
        self.rules.itemSelectionChanged.connect(self._show_remove)
        self.remove_button = buttons.plain(self.tr("Remove"), "delete-outline", self.remove)
        self.remove_button.setObjectName("remove_rule")
        self._typing = QTimer(self, singleShot=True, interval=_TYPING)
        self._typing.timeout.connect(self._ask)
        self.text.textChanged.connect(lambda _: self._later())
        self.text.returnPressed.connect(self.apply)
        for chooser in (self.agent, self.how, self.label):
            chooser.currentIndexChanged.connect(lambda _: self._later())
        self._lay_out()
        self.show_preview(None)

    @property
    def wish(self) -> Wish | None:
        """None until an agent, a text and a label are there."""
        agent, label, text = self.agent.currentData(), self.label.currentData(), self.text.text()
        if agent is None or label is None or not text.strip():
            return None
        return Wish(agent, How(self.how.currentData()), text, label)

    def set_question(self, question: Question) -> None:
        self._names = {label.id: label.name for label in question.labels}
        _fill(self.label, [(label.name, label.id) for label in question.labels])

    def show_agents(self, agents: Sequence[Annotator]) -> None:
        _fill(self.agent, [(agent.name, agent.id) for agent in agents])

    def begin(self, reply: InvalidReply) -> None:
        """Fill in a rule for replies like this one."""
        self.agent.setCurrentIndex(self.agent.findData(reply.agent.id))
        self.text.setText(" ".join(reply.raw.split())[:LONGEST_TEXT])
        self.how.setCurrentIndex(self.how.findData(How.CONTAINS.value))
        self.text.setFocus()
        self.text.selectAll()

    def try_again(self) -> None:
        """What the rule is about has changed."""
        self._later()

    def show_rules(self, kept: Sequence[tuple[Annotator, Rule]]) -> None:
        self._kept = list(kept)
        words = {self.how.itemData(row): self.how.itemText(row) for row in range(self.how.count())}
        self.rules.show_rows(
            [
                (agent.name, f"{words[rule.how.value]} {quoted(rule.text)}", self._names.get(rule.label_id, ""))
                for agent, rule in kept
            ]
        )
        self.rules.setVisible(bool(kept))
        self.none.setVisible(not kept)
        self._show_remove()

    def show_preview(self, preview: RulePreview | None, why: str = "") -> None:
        """why: said in place of a preview that cannot be made."""
        self._preview = preview
        self.apply_button.setEnabled(preview is not None)
        self.preview.setVisible(preview is not None and preview.matched > 0)
        if preview is None:
            self.state.show_text(why or self.tr("Type what the replies say, to see which of them the rule is about."))
            self.preview.show_rows([])
            self.more.hide()
            return
        self.state.show_text(preview.sentence, "good" if preview.to_repair else "warn")
        repairs = self.tr("Keep it and repair {n}").format(n=figure(preview.to_repair))
        self.apply_button.setText(repairs if preview.to_repair else self.tr("Keep the rule"))
        means = self.tr("is “{label}”").format(label=self._names.get(preview.rule.label_id, ""))
        left = self.tr("stays: it could mean another label")
        rows = [(left, reply) for reply in preview.ambiguous] + [(means, reply) for reply in preview.repaired]
        self.preview.show_rows([(r.external_id, words, " ".join(r.raw[:_CUT].split())) for words, r in rows])
        for row in range(len(preview.ambiguous)):
            self.preview.mark(row, 1, "alert-outline", left)
        more = preview.matched - len(rows)
        self.more.setText(self.tr("and {n} more").format(n=figure(more)))
        self.more.setVisible(more > 0)

    def apply(self) -> None:
        """Keep what was tried out; while it is not, nothing."""
        wish = self.wish
        if wish is not None and self._preview is not None and not self._typing.isActive():
            self.applied.emit(wish, self._preview)

    def remove(self) -> None:
        row = self.rules.currentRow()
        if 0 <= row < len(self._kept):
            agent, rule = self._kept[row]
            self.removed.emit(agent.id, rule.id)

    def _later(self) -> None:
        self.apply_button.setEnabled(False)
        self._typing.start()

    def _ask(self) -> None:
        wish = self.wish
        if wish is None:
            self.show_preview(None)
        else:
            self.preview_wished.emit(wish)

    def _show_remove(self) -> None:
        self.remove_button.setVisible(bool(self._kept))

    def _chooser(self, meaning: str, name: str) -> QComboBox:
        found = ComboBox()
        found.setObjectName(name)
        found.setAccessibleName(meaning)
        found.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        found.setMinimumContentsLength(9)
        return found

    def _lay_out(self) -> None:
        new = Card(self.tr("New rule"))
        form = QGridLayout()
        form.setHorizontalSpacing(theme.px(10))
        form.setVerticalSpacing(theme.px(8))
        form.setColumnStretch(2, 1)
        for row, (words, widgets) in enumerate(
            (
                (self.tr("Agent"), (self.agent,)),
                (self.tr("A reply that"), (self.how, self.text)),
                (self.tr("means"), (self.label,)),
            )
        ):
            said = text_label(words, "muted")
            said.setBuddy(widgets[0])
            form.addWidget(said, row, 0)
            form.addWidget(widgets[0], row, 1, 1, 2 if words == self.tr("Agent") else 1)
            if len(widgets) > 1:
                form.addWidget(widgets[1], row, 2)
        form.addWidget(self.apply_button, 2, 2, Qt.AlignmentFlag.AlignTrailing)
        new.body.addLayout(form)
        new.body.addWidget(self.state)
        new.body.addWidget(self.preview, 1)
        new.body.addWidget(self.more)
        new.body.addStretch(0)
        kept = Card(self.tr("Rules"))
        kept.header.addWidget(self.remove_button)
        kept.body.addWidget(
            text_label(
                self.tr(
                    "Later replies are repaired by them as they come. What a rule has repaired stays when it goes."
                ),
                "secondary",
                wrap=True,
            )
        )
        self.none = text_label(self.tr("There is none yet."), "muted")
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop)
        kept.body.addWidget(self.none, 1)
        kept.body.addWidget(self.rules, 1)
        layouts.halves(self, new, kept, (620, 400))


class _Line(QLineEdit):
    """Leaves Ctrl+Z to the page where there is nothing typed to take back."""

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo, redo = (event.matches(key) for key in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo))
            if (undo and not self.isUndoAvailable()) or (redo and not self.isRedoAvailable()):
                event.ignore()
                return False
        return super().event(event)


class _Rules(Records):
    """`removed` on Delete."""

    removed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)


def _fill(chooser: QComboBox, rows: Sequence[tuple[str, int]]) -> None:
    """What was chosen stays so where it is still there."""
    known = [(chooser.itemText(row), chooser.itemData(row)) for row in range(chooser.count())]
    if known == list(rows):
        return
    before = chooser.currentData()
    chooser.blockSignals(True)
    chooser.clear()
    for text, data in rows:
        chooser.addItem(text, data)
    chooser.setCurrentIndex(max(chooser.findData(before), 0) if before is not None else 0)
    chooser.blockSignals(False)
