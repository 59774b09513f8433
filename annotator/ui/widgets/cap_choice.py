"""What may be spent at most: one number, in money, calls or tokens."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.services.prelabelling import Cap
from annotator.ui import theme
from annotator.ui.widgets.combo import ComboBox
from annotator.ui.widgets.routing_choices import decimal_box

MOST = 1_000_000_000.0
_STEPS = {"money": (2, 0.1), "calls": (0, 1.0), "tokens": (0, 1_000.0)}  # decimals, and a step of the arrows


class CapChoice(QWidget):
    """No cap until a number above 0 is set."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.amount = decimal_box("try_cap", MOST, 0.1)
        self.amount.setSpecialValueText(self.tr("no cap"))
        self.amount.setGroupSeparatorShown(True)
        self.amount.setAccessibleName(self.tr("What may be spent at most"))
        self.unit = ComboBox()
        self.unit.setObjectName("try_cap_unit")
        self.unit.setAccessibleName(self.tr("What the cap counts"))
        for unit, word in (
            ("money", self.tr("US dollars")),
            ("calls", self.tr("calls")),
            ("tokens", self.tr("tokens")),
        ):
            self.unit.addItem(word, unit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(self.amount)
        row.addWidget(self.unit)
        self.unit.currentIndexChanged.connect(lambda _: self._fit())
        self.amount.valueChanged.connect(lambda _: self.changed.emit())
        self._fit()

    @property
    def cap(self) -> Cap:
        amount = self.amount.value()
        if not amount:
            return Cap()
        unit = self.unit.currentData()
        return Cap(money=amount) if unit == "money" else Cap(**{unit: round(amount)})

    def _fit(self) -> None:
        """Dollars of a cap in dollars are no calls."""
        decimals, step = _STEPS[self.unit.currentData()]
        self.amount.setValue(0.0)
        self.amount.setDecimals(decimals)
        self.amount.setSingleStep(step)
