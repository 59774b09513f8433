"""A last look before all unanimous items are accepted: how many they are, from which probability on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QWidget

from annotator.domain.words import counted
from annotator.services.adjudicating import ABOVE, Unanimous
from annotator.texts import figure
from annotator.ui import theme
from annotator.ui.widgets import buttons
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.icon_label import IconLabel
from annotator.ui.widgets.note_line import kept_from_page
from annotator.ui.widgets.text import ElidedLabel, text_label, tool_tip


class UnanimousBar(Card):
    """Hidden until opened. Emits `wished(above)` for another count, and `confirmed(above)`."""

    wished = Signal(float)
    confirmed = Signal(float)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=10, parent=parent)
        self.setObjectName("unanimous_bar")
        self.text = text_label("")
        self.text.setObjectName("unanimous_text")
        self.above = QDoubleSpinBox()
        self.above.setObjectName("unanimous_above")
        self.above.setAccessibleName(self.tr("Probability from which items are accepted"))
        self.above.setRange(0.5, 0.999)
        self.above.setDecimals(3)
        self.above.setSingleStep(0.01)
        self.above.setValue(ABOVE)
        self.above.setFixedWidth(theme.px(84))
        self.above.setKeyboardTracking(False)  # Enter counts what was typed; the next one accepts it
        self.above.valueChanged.connect(self._changed)
        self.names = ElidedLabel("", "secondary")
        self.yes = buttons.filled("", on_click=self._confirm)
        self.yes.setObjectName("unanimous_yes")
        self.no = buttons.plain(self.tr("Cancel"), on_click=self.close_bar)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(IconLabel("check-all", "accent", 18))
        for widget in (self.text, self.above, self.names):
            row.addWidget(widget, 1 if widget is self.names else 0)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        self.body.addLayout(row)
        self.setToolTip(
            tool_tip(
                self.tr(
                    "Items on which two or more answers are all alike. Left out is what somebody skipped or flagged,"
                    " what still waits for people, and what is settled or has gold. They are settled as merged, and"
                    " teach the merge nothing, since nobody looked at them."
                )
            )
        )
        self.hide()

    def open_bar(self) -> None:
        self.show()
        self.above.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._changed(self.above.value())

    def show_found(self, found: Unanimous) -> None:
        """What would be accepted; a count for another probability is dropped."""
        if abs(found.above - self.above.value()) > 1e-9:
            return
        number = len(found.decisions)
        text = self.tr("{items}: everybody agrees and the merged label is at least this probable:")
        self.text.setText(text.format(items=counted(number, "item")))
        more = self.tr("and {count} more").format(count=figure(number - len(found.names)))
        self.names.set_text(", ".join([*found.names, *([more] if number > len(found.names) else [])]))
        self.yes.setText(self.tr("Accept {items}").format(items=counted(number, "item")))
        self.yes.setEnabled(number > 0)

    def close_bar(self) -> None:
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def event(self, event: QEvent) -> bool:
        """The page's letters settle nothing from here."""
        return kept_from_page(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.no.hasFocus():
            self._confirm()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close_bar()
        event.accept()  # no key here settles the item in front

    def _changed(self, above: float) -> None:
        self.yes.setEnabled(False)
        self.yes.setText(self.tr("Counting…"))
        self.wished.emit(above)

    def _confirm(self) -> None:
        if self.yes.isEnabled():
            above = self.above.value()
            self.close_bar()
            self.confirmed.emit(above)
