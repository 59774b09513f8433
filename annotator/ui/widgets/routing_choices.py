"""What a lead sets for each way of deciding what people check."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QHBoxLayout, QLabel, QSpinBox, QWidget

from annotator.domain.model import Annotator
from annotator.services import adaptive, auditing
from annotator.ui import theme
from annotator.ui.widgets.combo import ComboBox
from annotator.ui.widgets.text import text_label

DEFAULT_BUDGET = 100


def decimal_box(name: str, most: float, step: float) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setObjectName(name)
    box.setRange(0.0, most)
    box.setSingleStep(step)
    box.lineEdit().setTextMargins(theme.px(6), 0, 0, 0)
    return box


def whole_box(name: str, least: int, most: int) -> QSpinBox:
    box = QSpinBox()
    box.setObjectName(name)
    box.setRange(least, most)
    box.setGroupSeparatorShown(True)
    box.lineEdit().setTextMargins(theme.px(6), 0, 0, 0)
    return box


class TargetChoice(QWidget):
    """How right the accepted labels are to be, and how sure one wants to be of it.

    `audit`, the size of the audit sample, stands where the card has room for it.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.target = self._percent("target_accuracy", 100 * auditing.TARGET)
        self.sure = self._percent("target_confidence", 100 * (1 - auditing.DELTA))
        self.audit = whole_box("audit_size", 0, 1_000_000)
        self.audit.setSpecialValueText(self.tr("estimated"))
        self.audit.setToolTip(self.tr("Items drawn at random from all of the LLM's labels, whatever its confidence"))
        row = _row(self)
        _add(row, self.tr("Right at least"), self.target)
        _add(row, self.tr("with confidence"), self.sure)
        row.addStretch(1)
        for box in (self.target, self.sure, self.audit):
            box.setKeyboardTracking(False)  # half a number is no wish
            box.valueChanged.connect(lambda _: self.changed.emit())

    @property
    def accuracy(self) -> float:
        return round(self.target.value() / 100, 4)

    @property
    def delta(self) -> float:
        return round(1 - self.sure.value() / 100, 4)

    @property
    def audit_size(self) -> int | None:
        """None where it is to be estimated."""
        return self.audit.value() or None

    def _percent(self, name: str, value: float) -> QDoubleSpinBox:
        box = decimal_box(name, 99.9, 1.0)
        box.setMinimum(50.0)
        box.setDecimals(1)
        box.setSuffix(self.tr(" %"))
        box.setValue(value)
        return box


class BudgetChoice(QWidget):
    """How many answers of people there are to spend."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answers = whole_box("budget", 1, 10_000_000)
        self.answers.setValue(DEFAULT_BUDGET)
        self.answers.valueChanged.connect(lambda _: self.changed.emit())
        row = _row(self)
        _add(row, self.tr("Answers of people to spend"), self.answers)
        row.addStretch(1)


class AdaptiveChoice(QWidget):
    """When nobody is asked about an item any more."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sure = decimal_box("adaptive_sure", 100.0, 1.0)
        self._sure.setMinimum(1.0)
        self._sure.setDecimals(1)
        self._sure.setSuffix(self.tr(" %"))
        self._sure.setValue(100 * adaptive.SURE)
        self.most = whole_box("adaptive_most", 1, 99)
        self.most.setSuffix(self.tr(" answers"))
        self.most.setValue(adaptive.MOST)
        self._sure.setToolTip(self.tr("A merged label that is as probable is asked about no more"))
        self.most.setToolTip(self.tr("After so many answers of people an item is asked about no more"))
        self._sure.valueChanged.connect(lambda _: self.changed.emit())
        row = _row(self)
        _add(row, self.tr("Sure enough at"), self._sure)
        _add(row, self.tr("at most"), self.most)
        row.addStretch(1)

    @property
    def sure(self) -> float:
        return round(self._sure.value() / 100, 4)


class AgentBox(QWidget):
    """Whose confidence decides, where several LLMs answered."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = ComboBox()
        self.box.setObjectName("routing_agent")
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(18)
        self.box.activated.connect(self._choose)
        self._chosen: int | None = None
        row = _row(self)
        label = text_label(self.tr("Confidence of"), "muted")
        label.setBuddy(self.box)
        self.box.setAccessibleName(label.text())
        row.addWidget(label)
        row.addWidget(self.box)
        self.hide()

    @property
    def annotator_id(self) -> int | None:
        """None while nobody was chosen."""
        return self._chosen

    def show_agents(self, llms: Sequence[Annotator]) -> None:
        """llms: the one that decides by default first."""
        self.box.clear()
        for llm in llms:
            self.box.addItem(llm.name, llm.id)
        place = self.box.findData(self._chosen)
        if place < 0:
            self._chosen = None
        self.box.setCurrentIndex(max(place, 0) if llms else -1)

    def show_if_useful(self, useful: bool) -> None:
        self.setVisible(useful and self.box.count() > 1)

    def _choose(self, place: int) -> None:
        self._chosen = self.box.itemData(place)
        self.changed.emit()


def _row(owner: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(owner)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(8))
    return row


def _add(row: QHBoxLayout, text: str, box: QSpinBox | QDoubleSpinBox) -> QLabel:
    label = text_label(text, "muted")
    label.setBuddy(box)
    box.setAccessibleName(text)
    row.addWidget(label)
    row.addWidget(box)
    return label
