"""What a model costs where no price list says it, as the user knows it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.errors import UserError
from annotator.services.prices import ModelPrice
from annotator.ui import theme
from annotator.ui.widgets import buttons
from annotator.ui.widgets.number_field import NumberField
from annotator.ui.widgets.text import ElidedLabel, text_label


class PriceRow(QWidget):
    """Says `priced(ModelPrice)` when both prices were given, and `forgotten(model)` when they are to be taken back."""

    priced = Signal(object)
    forgotten = Signal(str)
    refused = Signal(object)  # UserError

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ""
        self._title = ElidedLabel("", "muted", middle=True)
        self._title.setMaximumWidth(theme.px(320))
        self.each_in = self._field(self.tr("US dollars for a million tokens in"), "price_in")
        self.each_out = self._field(self.tr("US dollars for a million tokens out"), "price_out")
        self.set_button = buttons.plain(self.tr("Set price"), on_click=self._set)
        self.set_button.setObjectName("set_price")
        self.forget_button = buttons.quiet(self.tr("Forget it"), on_click=lambda: self.forgotten.emit(self._model))
        self.forget_button.setObjectName("forget_price")
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._title)
        for field, words in (
            (self.each_in, self.tr("$ in,")),
            (self.each_out, self.tr("$ out for a million tokens")),
        ):
            row.addWidget(field)
            row.addWidget(text_label(words, "muted"))
        row.addWidget(self.set_button)
        row.addWidget(self.forget_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(4), 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(row)
        column.addWidget(
            text_label(self.tr("It counts for requests from now on; earlier ones stay as they were."), "secondary")
        )

    def show_model(self, model: str, known: ModelPrice | None) -> None:
        """known: what the user has set before."""
        if model != self._model or (known is None and self.forget_button.isVisibleTo(self)):
            for field in (self.each_in, self.each_out):
                field.set_number(None)
                field.clear()
        self._model = model
        self._title.set_text(self.tr("Price of {model}").format(model=model))
        self.forget_button.setVisible(known is not None)
        if known is not None:
            self.each_in.set_number(known.each_in)
            self.each_out.set_number(known.each_out)

    def _field(self, meaning: str, name: str) -> NumberField:
        found = NumberField(meaning, self.tr("unknown"))
        found.setObjectName(name)
        found.refused.connect(self.refused)
        found.returnPressed.connect(self._set)
        return found

    def _set(self) -> None:
        try:
            prices = (self.each_in.number, self.each_out.number)
        except UserError as error:
            self.refused.emit(error)
            return
        if prices[0] is None or prices[1] is None:
            field = self.each_in if prices[0] is None else self.each_out
            field.setFocus()  # the other one is missing yet
            return
        self.priced.emit(ModelPrice(self._model, prices[0], prices[1]))
