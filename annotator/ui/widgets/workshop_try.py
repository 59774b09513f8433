"""Trying an agent out on a few items: what came back, how sure it was, and whether it was right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget

from annotator.services.drafting import EMBEDDED, Preview
from annotator.services.try_outcome import Outcome, Tried
from annotator.services.trying import USUAL
from annotator.texts import figure, numeral, spoken
from annotator.ui import actions, theme
from annotator.ui.widgets import buttons
from annotator.ui.widgets.cap_choice import CapChoice
from annotator.ui.widgets.job_bar import JobBar
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.records import Records
from annotator.ui.widgets.text import text_label
from annotator.ui.widgets.workshop_editor import fixed_font

MOST = 500  # items; whoever wants more wants a run


class WorkshopTry(QWidget):
    """`wished`: ask now. `allowed`: texts may go where the notice says. `number_changed`: of items."""

    wished = Signal()
    stopped = Signal()
    allowed = Signal()
    number_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outcome: Outcome | None = None
        self.number = QSpinBox()
        self.number.setObjectName("try_number")
        self.number.setRange(1, MOST)
        self.number.setValue(USUAL)
        self.number.setSuffix(self.tr(" items"))
        self.number.lineEdit().setTextMargins(theme.px(6), 0, 0, 0)
        self.number.setAccessibleName(self.tr("On how many items"))
        self.number.valueChanged.connect(lambda _: self.number_changed.emit())
        self.cap = CapChoice()
        self.key = QLineEdit()
        self.key.setObjectName("try_key")
        self.key.setAccessibleName(self.tr("API key"))
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.key.setPlaceholderText(self.tr("API key, only if it is not known yet"))
        self.key.setToolTip(
            self.tr("Kept in this computer's keyring where there is one, else only while this page is open")
        )
        self.key.hide()
        self.button = buttons.filled(self.tr("Try"), "play", self.wished.emit)
        self.button.setObjectName("try")
        actions.mention(self.button, "workshop_try")
        self.button.setEnabled(False)
        self.takes = text_label("", "secondary", wrap=True)
        self.takes.setObjectName("try_takes")
        self.privacy = InlineNotice()
        self.privacy.setObjectName("try_privacy")
        self.allow = buttons.plain(self.tr("Allow"), "lock-open-outline", self.allowed.emit)
        self.allow.setObjectName("allow_place")
        self.allow.hide()
        self.progress = JobBar()
        self.progress.stopped.connect(self.stopped.emit)
        self.summary = InlineNotice()
        self.summary.setObjectName("try_summary")
        self.stale = text_label(self.tr("This try was before the latest changes."), "secondary", wrap=True)
        self.stale.setObjectName("try_stale")
        self.stale.hide()
        self.table = self._new_table()
        self.reply = QPlainTextEdit()
        self.reply.setObjectName("try_reply")
        self.reply.setAccessibleName(self.tr("The reply as it came"))
        self.reply.setReadOnly(True)
        self.reply.setTabChangesFocus(True)
        self.reply.setFont(fixed_font())
        self.reply.setFixedHeight(theme.px(120))
        self.table.currentCellChanged.connect(lambda *_: self._show_reply())
        self._lay_out()

    def show_plan(self, preview: Preview) -> None:
        """What a try would take, and where the texts would go."""
        self.takes.setText("" if preview.tries is None else preview.tries.sentence)
        self.stale.setVisible(self.outcome is not None and self.outcome.spec != preview.spec and not self.running)
        local = not preview.goes_to
        self.key.setVisible(preview.spec.model != EMBEDDED)
        self.allow.setVisible(not preview.allowed)
        if local:
            self.privacy.show_text(self.tr("Nothing leaves this computer."), "good")
        elif preview.allowed:
            self.privacy.show_text(self.tr("The texts go to {place}.").format(place=preview.goes_to), "warn")
        else:
            sentence = self.tr(
                "The texts would go to {place}, as the preview shows them. Nothing is sent before you allow it."
            )
            self.privacy.show_text(sentence.format(place=preview.goes_to), "warn")
        self.button.setEnabled(preview.allowed and preview.items > 0 and not self.running)

    def show_failure(self) -> None:
        """The draft cannot be tried as it stands."""
        self.takes.setText("")
        self.privacy.clear()
        self.allow.hide()
        self.button.setEnabled(False)

    @property
    def running(self) -> bool:
        return self._running

    def set_running(self, running: bool) -> None:
        self._running = running
        self.button.setEnabled(not running)
        for entry in (self.number, self.cap, self.key):
            entry.setEnabled(not running)
        if running:
            self.stale.hide()
            self.summary.show_text(self.tr("The first replies are on their way."))
            self.progress.start(self.tr("Trying"))
        else:
            self.progress.finish()

    def show_error(self, sentence: str) -> None:
        self.summary.show_text(sentence, "bad")

    def show_outcome(self, outcome: Outcome) -> None:
        self.outcome = outcome
        told = " ".join(part for part in (outcome.sentence, outcome.note, outcome.why) if part)
        self.summary.show_text(
            told, "warn" if outcome.invalid or outcome.failed or outcome.note or outcome.why else "good"
        )
        self.table.show_rows([self._row(each) for each in outcome.tried])
        mark_right(self.table, 1, [each.right for each in outcome.tried])
        self._show_reply()

    def _row(self, each: Tried) -> tuple[str, ...]:
        confidence = "" if each.confidence is None else figure(each.confidence, 2)
        label = each.label or (self.tr("invalid") if each.status == "invalid" else self.tr("no reply"))
        return (each.item, label, confidence, each.gold, " ".join(each.text.split()))

    def _show_reply(self) -> None:
        row = self.table.currentRow()
        if self.outcome is None or not 0 <= row < len(self.outcome.tried):
            self.reply.setPlainText("")
            return
        each = self.outcome.tried[row]
        took = self.tr("{s} s").format(s=numeral(f"{each.seconds:.2g}")) if each.seconds else ""
        came = self.tr("known before") if each.cached else took
        facts = [each.rung, each.confidence_source, came, each.reason, each.note, each.suspicion]
        self.reply.setPlainText(
            f"{each.reply or self.tr('(no reply)')}\n\n{' · '.join(spoken(fact) for fact in facts if fact)}"
        )

    def _new_table(self) -> Records:
        table = Records(
            (self.tr("Item"), self.tr("Label"), self.tr("Confidence"), self.tr("Gold"), self.tr("Text")),
            numbers=(2,),
            stretch=4,
        )
        table.setObjectName("tried")
        table.setAccessibleName(self.tr("What came back"))
        table.explain(
            (
                "",
                self.tr("What the reply was read as; the mark says whether gold agrees"),
                self.tr("How sure the agent says it is, 0 to 1"),
                self.tr("The label that is known to be right"),
                "",
            )
        )
        return table

    def _lay_out(self) -> None:
        self._running = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(8), 0, 0)
        column.setSpacing(theme.px(8))
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        row.addWidget(self.number)
        row.addWidget(text_label(self.tr("at most"), "muted"))
        row.addWidget(self.cap)
        row.addStretch(1)
        row.addWidget(self.button)
        column.addLayout(row)
        column.addWidget(self.key)
        column.addWidget(self.takes)
        place = QHBoxLayout()
        place.addWidget(self.privacy, 1)
        place.addWidget(self.allow)
        column.addLayout(place)
        column.addWidget(self.progress)
        column.addWidget(self.stale)
        column.addWidget(self.summary)
        column.addWidget(self.table, 1)
        column.addWidget(self.reply)


def mark_right(table: Records, column: int, right: Sequence[bool | None]) -> None:
    """Whether gold agrees with the labels in a column; None where that cannot be said."""
    translate = QCoreApplication.translate
    words = {
        True: ("check", translate("WorkshopTry", "as gold has it")),
        False: ("close", translate("WorkshopTry", "not as gold has it")),
    }
    for row, each in enumerate(right):
        if each is not None:
            table.mark(row, column, *words[each])
