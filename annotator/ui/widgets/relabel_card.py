"""Two labels become one, or one becomes two; what that would do is said before it is done."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from annotator.domain.model import Label
from annotator.errors import UserError
from annotator.services import relabelling
from annotator.services.relabelling import MergePlan, SplitPlan
from annotator.ui import theme
from annotator.ui.session import Session
from annotator.ui.widgets import buttons
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.combo import ComboBox
from annotator.ui.widgets.label_editor import swatch
from annotator.ui.widgets.text import text_label
from annotator.ui.widgets.wrapping import WrappingCheckBox

LOOK_AFTER = 250  # ms after the last key of the words that are looked for


class RelabelCard(Card):
    """`merged(label, into, what was said)` and `split(label, name, words, ask people, what was said)` are wishes."""

    merged = Signal(int, int, str)
    split = Signal(int, str, str, bool, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent, padding=18)
        self._session = session
        self._waiting = False
        self._asked = 0
        self.label, self.into = self._chooser("merge_label"), self._chooser("merge_into")
        self.split_label = self._chooser("split_label")
        self.new = self._line("split_new", self.tr("name of the new label"))
        self.words = self._line("split_words", self.tr("words in the text, or nothing: soap, refund"))
        self.ask = WrappingCheckBox(self.tr("Ask people again about the other items that they gave this label"))
        self.ask.setObjectName("split_ask")
        self.ask.toggled.connect(self._plan)
        self.merge_plan, self.split_plan = text_label("", wrap=True), text_label("", wrap=True)
        self.merge_plan.setObjectName("merge_plan")
        self.split_plan.setObjectName("split_plan")
        self.merge_button = buttons.plain(self.tr("Merge", "labels"), on_click=self._merge)
        self.split_button = buttons.plain(self.tr("Split"), on_click=self._split)
        self.merge_button.setObjectName("merge_labels")
        self.split_button.setObjectName("split_labels")
        self._timer = QTimer(self, singleShot=True, interval=LOOK_AFTER)
        self._timer.timeout.connect(self._plan)
        self._lay_out()
        self._beside: bool | None = None
        self._place_buttons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_buttons()

    def show_labels(self, labels: Sequence[Label]) -> None:
        for box in (self.label, self.into, self.split_label):
            chosen = box.currentData()
            box.blockSignals(True)
            box.clear()
            box.addItem(self.tr("choose…"), 0)
            for label in labels:
                box.addItem(swatch(label.colour), label.name, label.id)
            box.setCurrentIndex(max(box.findData(chosen), 0))
            box.blockSignals(False)
        self._plan()

    def set_waiting(self, waiting: bool) -> None:
        """Whether labels are written that are not saved yet, which comes first."""
        if waiting != self._waiting:
            self._waiting = waiting
            self._plan()

    def clear(self) -> None:
        """After it was done. A look at what was typed may be under way, which finds the new label there already."""
        self.new.clear()
        self.words.clear()
        self.ask.setChecked(False)
        self._plan()

    def _plan(self) -> None:
        """What would be done, counted beside the window; the last choice counts."""
        self._timer.stop()
        self._asked += 1
        number = self._asked
        for button, told in ((self.merge_button, self.merge_plan), (self.split_button, self.split_plan)):
            button.setEnabled(False)
            told.setText(self.tr("Save or discard what is written above first.") if self._waiting else "")
        if self._waiting:
            return
        one, other, split, new = self._chosen()
        words, ask = self.words.text(), self.ask.isChecked()
        if one and other:
            self._session.browse(
                lambda db: relabelling.plan_merge(db, one, other),
                owner=self,
                done=lambda plan: self._show(number, plan),
                failed=lambda error: self._refuse(number, self.merge_plan, error),
            )
        if split and new:
            self._session.browse(
                lambda db: relabelling.plan_split(db, split, new, search=words, ask=ask),
                owner=self,
                done=lambda plan: self._show(number, plan),
                failed=lambda error: self._refuse(number, self.split_plan, error),
            )

    def _chosen(self) -> tuple[int, int, int, str]:
        return (
            self.label.currentData() or 0,
            self.into.currentData() or 0,
            self.split_label.currentData() or 0,
            self.new.text().strip(),
        )

    def _show(self, number: int, plan: MergePlan | SplitPlan) -> None:
        if number != self._asked:
            return
        merge = isinstance(plan, MergePlan)
        told, button = (self.merge_plan, self.merge_button) if merge else (self.split_plan, self.split_button)
        told.setText(plan.sentence)
        button.setEnabled(True)

    def _refuse(self, number: int, told: QLabel, error: UserError) -> None:
        if number == self._asked:
            told.setText(str(error))

    def _merge(self) -> None:
        one, other, _, _ = self._chosen()
        self.merged.emit(one, other, self.merge_plan.text())

    def _split(self) -> None:
        _, _, label, new = self._chosen()
        self.split.emit(label, new, self.words.text(), self.ask.isChecked(), self.split_plan.text())

    def _chooser(self, name: str) -> QComboBox:
        box = ComboBox()
        box.setObjectName(name)
        box.setMinimumContentsLength(10)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.activated.connect(self._plan)
        return box

    def _line(self, name: str, placeholder: str) -> QLineEdit:
        edit = QLineEdit()
        edit.setObjectName(name)
        edit.setPlaceholderText(placeholder)
        edit.textEdited.connect(lambda _: self._timer.start())
        return edit

    def _lay_out(self) -> None:
        grid = self._grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(10))
        grid.setVerticalSpacing(theme.px(4))
        named = {
            self.label: self.tr("Label to merge"),
            self.into: self.tr("Label that it becomes"),
            self.split_label: self.tr("Label to split"),
            self.new: self.tr("Name of the new label"),
            self.words: self.tr(
                "Words in the texts whose answers become the new label. Between commas, each is enough: soap, refund"
            ),
        }
        for widget, name in named.items():
            widget.setAccessibleName(name)
            widget.setToolTip(name)
        merge, split = QHBoxLayout(), QHBoxLayout()
        self._merge_line = merge
        for row, widgets in (
            (merge, (self.label, text_label(self.tr("into"), "muted"), self.into)),
            (split, (self.split_label, text_label(self.tr("with"), "muted"), self.new)),
        ):
            row.setSpacing(theme.px(8))
            row.setContentsMargins(0, 0, 0, 0 if row is merge else theme.px(4))
            for widget in widgets:
                row.addWidget(widget, int(isinstance(widget, QLineEdit)))
        merge.addStretch(1)
        grid.addWidget(text_label(self.tr("Merge", "labels"), "strong"), 0, 0)
        grid.addWidget(text_label(self.tr("Split"), "strong"), 2, 0)
        grid.addLayout(split, 2, 1, 1, 2)
        grid.addWidget(self.words, 3, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)

    def _place_buttons(self) -> None:
        """At the end of the line that they belong to, or below it where that has no room for them."""
        sides = self.body.contentsMargins()
        room = self.width() - sides.left() - sides.right() - self._grid.cellRect(0, 0).width()
        gaps = 2 * self._grid.horizontalSpacing()
        widest = max(self.merge_button.sizeHint().width(), self.split_button.sizeHint().width())
        beside = self._merge_line.sizeHint().width() + widest + gaps <= room
        if beside == self._beside:
            return
        self._beside = beside
        self._grid.removeItem(self._merge_line)
        for widget in (self.ask, self.merge_plan, self.split_plan, self.merge_button, self.split_button):
            self._grid.removeWidget(widget)
        line, plan = (1, 2) if beside else (2, 1)  # columns that they take
        self._grid.addLayout(self._merge_line, 0, 1, 1, line)
        self._grid.addWidget(self.ask, 4, 1, 1, line)
        for row, told, button in ((0, self.merge_plan, self.merge_button), (4, self.split_plan, self.split_button)):
            self._grid.addWidget(told, row + 1, 1, 1, plan)
            self._grid.addWidget(button, row if beside else row + 1, 2)
        inputs = (self.label, self.into, self.merge_button, self.split_label, self.new, self.words, self.ask)
        for one, next_one in pairwise((*inputs, self.split_button)):  # Tab goes as they are read, wherever they stand
            QWidget.setTabOrder(one, next_one)
