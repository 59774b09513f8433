"""A small surface over the page that asks for a word or a range; Enter takes it, Esc closes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QDoubleSpinBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.domain.filters import Range
from annotator.ui import theme
from annotator.ui.widgets import buttons
from annotator.ui.widgets.text import text_label


class Popup(QFrame):
    """Title, a row of fields, and one button."""

    def __init__(self, title: str, button: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(14)] * 4)
        column.setSpacing(theme.px(10))
        column.addWidget(text_label(title, "card-title"))
        self.row = QHBoxLayout()
        self.row.setSpacing(theme.px(8))
        column.addLayout(self.row)
        self.ok = buttons.filled(button, on_click=self.accept)
        self.ok.setObjectName("popup_ok")

    def show_under(self, anchor: QWidget, first: QWidget) -> None:
        """Below another widget, inside the screen; the focus is in `first`."""
        self.row.addWidget(self.ok)
        self.adjustSize()
        place = anchor.mapToGlobal(QPoint(0, anchor.height() + theme.px(4)))
        room = anchor.screen().availableGeometry()
        self.move(min(place.x(), room.right() - self.width()), min(place.y(), room.bottom() - self.height()))
        self.show()
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def accept(self) -> None:
        """What the button and Enter do."""
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        else:
            super().keyPressEvent(event)


class WordPopup(Popup):
    """Emits `entered(text)`; an empty text is not taken."""

    entered = Signal(str)

    def __init__(self, title: str, button: str, parent: QWidget, known: Sequence[str] = (), text: str = "") -> None:
        """known: words that are offered while typing."""
        super().__init__(title, button, parent)
        self.line = QLineEdit(text)
        self.line.setObjectName("popup_word")
        self.line.setAccessibleName(title)
        self.line.setMinimumWidth(theme.px(240))
        if known:
            completer = QCompleter(list(known), self.line)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self.line.setCompleter(completer)
        self.line.textChanged.connect(lambda typed: self.ok.setEnabled(bool(typed.strip())))
        self.ok.setEnabled(bool(text.strip()))
        self.row.addWidget(self.line, 1)

    def accept(self) -> None:
        text = " ".join(self.line.text().split())
        if text:
            self.close()
            self.entered.emit(text)


class RangePopup(Popup):
    """Emits `chosen(Range)`."""

    chosen = Signal(object)

    def __init__(self, title: str, button: str, parent: QWidget, start: Range) -> None:
        super().__init__(title, button, parent)
        self.low, self.high = self._box(self.tr("From"), start.low), self._box(self.tr("To"), start.high)
        for words, box in ((self.tr("from"), self.low), (self.tr("to"), self.high)):
            self.row.addWidget(text_label(words, "muted"))
            self.row.addWidget(box)

    def accept(self) -> None:
        low, high = sorted((self.low.value(), self.high.value()))
        self.close()
        self.chosen.emit(Range(round(low, 2), round(high, 2)))

    def _box(self, name: str, value: float) -> QDoubleSpinBox:
        box = QDoubleSpinBox()
        box.setRange(0.0, 1.0)
        box.setSingleStep(0.05)
        box.setValue(value)
        box.setAccessibleName(name)
        box.setKeyboardTracking(False)
        return box
