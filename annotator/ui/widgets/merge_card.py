"""Merging: what is in force, by which method, and the button that does it anew."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from annotator.domain.model import Changes
from annotator.domain.words import counted
from annotator.services import merging
from annotator.services.merging import MergeState
from annotator.services.project_file import Db
from annotator.texts import spoken
from annotator.ui import theme
from annotator.ui.session import Session
from annotator.ui.widgets import buttons
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.combo import ComboBox
from annotator.ui.widgets.job_bar import JobBar
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.text import text_label

NARROWEST, WORDS = 110, 280  # pixels of the box for the method, and of what is said of the merge
NARROW = 860  # pixels of a card in which the words have no room beside the controls


class _State(NamedTuple):
    """What the card shows, read at one go."""

    methods: dict[str, str]
    merge: MergeState | None
    answers: int


class MergeCard(Card):
    """Hidden until somebody has answered. Call refresh() when it is shown."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=14)
        self.session = session
        self._answers = 0
        self.state = InlineNotice()
        self.warnings = text_label("", "warn", wrap=True)
        self.warnings.setObjectName("merge_warnings")
        self.method = ComboBox()
        self.method.setObjectName("merge_method")
        self.method.setAccessibleName(self.tr("Merging method"))
        self.method.setMinimumWidth(theme.px(NARROWEST))  # in a narrow window the words need the room more
        self.method.currentIndexChanged.connect(lambda _: self._describe_method())
        self.button = buttons.filled(self.tr("Merge now"), "merge", self.merge)
        self.button.setObjectName("merge_now")
        self.progress = JobBar()
        self.progress.stopped.connect(session.merging.stop)
        session.merging.progressed.connect(self.progress.set_progress)
        for happened in (session.merging.begun, session.merging.ended):
            happened.connect(self._show_merging)
        self.state.setMinimumWidth(theme.px(WORDS))
        self._lay_out()
        self._show_merging()
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The controls beside the words, or below them."""
        super().resizeEvent(event)
        narrow = event.size().width() < theme.px(NARROW)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def refresh(self) -> None:
        self.session.compute(_read, owner=self, done=self._show)

    def changed(self, changes: Changes) -> None:
        if changes.annotations or changes.posteriors or changes.gold or changes.setup or changes.items:
            self.refresh()

    def merge(self) -> None:
        """Merge beside the window, then put the result in force."""
        if self._answers:
            self.session.merging.start(str(self.method.currentData() or merging.AUTO))

    def _show_merging(self) -> None:
        now = self.session.merging.running
        self.button.setEnabled(not now)
        if now:
            self.progress.start(self.tr("Merging"))
        else:
            self.progress.finish()

    def _show(self, state: _State) -> None:
        self._answers = state.answers
        self._show_methods(state.methods)
        self._show_merge(state.merge)
        self.setVisible(state.answers > 0)

    def _show_methods(self, methods: dict[str, str]) -> None:
        if self.method.count():
            return
        for name, line in methods.items():
            self.method.addItem(name, name)
            self.method.setItemData(self.method.count() - 1, spoken(line), Qt.ItemDataRole.ToolTipRole)
        self._describe_method()

    def _describe_method(self) -> None:
        line = self.method.currentData(Qt.ItemDataRole.ToolTipRole)
        self.method.setToolTip(f"{self.method.currentText()}: {line}." if line else "")

    def _show_merge(self, state: MergeState | None) -> None:
        told = () if state is None else (*state.warnings, *state.left_out)
        self.warnings.setVisible(bool(told))
        if state is None:
            self.state.show_text(
                self.tr("Not merged yet: “Merge now” turns all answers into a probability for each label."), "info"
            )
            return
        text = self.tr("{items} merged by {method}. {reason}").format(
            items=counted(state.items, "item"), method=state.method, reason=state.reason
        )
        if state.expected_accuracy is not None:
            text += " " + self.tr("Expected accuracy {share:.0f} %, if the method's assumptions hold.").format(
                share=100 * state.expected_accuracy
            )
        if state.stale:
            text += " " + self.tr("{answers} came after it: merge again to take this into account.").format(
                answers=counted(state.stale, "answer or decision", "answers or decisions")
            )
        self.state.show_text(text, "warn" if state.stale else "good")
        self.warnings.setText("\n".join(told))

    def _lay_out(self) -> None:
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(theme.px(12))
        row.addWidget(self.state, 1)
        said = text_label(self.tr("Method"), "muted")
        said.setBuddy(self.method)
        controls = QHBoxLayout()
        controls.setSpacing(theme.px(12))
        controls.addStretch(1)
        for widget in (said, self.method, self.button):
            controls.addWidget(widget)
        row.addLayout(controls)
        self.body.addLayout(row)
        self.body.addWidget(self.warnings)
        self.body.addWidget(self.progress)


def _read(db: Db) -> _State:
    return _State(merging.methods(), merging.state(db), merging.answer_count(db))
