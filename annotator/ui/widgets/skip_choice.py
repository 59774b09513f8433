"""Why an item is skipped: asked below the item, answered by one key."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from annotator.domain.skipping import LANGUAGE, REASONS, TECHNICAL, UNCLEAR
from annotator.ui import theme
from annotator.ui.widgets import label_keys
from annotator.ui.widgets.flow import Flow
from annotator.ui.widgets.keycap import KeyHint
from annotator.ui.widgets.note_line import EnclosedLine
from annotator.ui.widgets.text import text_label

OTHER = str(len(REASONS) + 1)  # the key that opens the line for another reason


class SkipChoice(QWidget):
    """Hidden until opened. While it is open it takes every key: a digit is a reason, Enter none, Escape closes."""

    chosen = Signal(str)  # the reason, "" for none
    left = Signal()  # closed without skipping

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("skip_choice")
        self.setAccessibleName(self.tr("Why skip this item?"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._reasons = Flow(gap=theme.px(16), line_gap=theme.px(6))
        for number, reason in enumerate(REASONS, 1):
            self._add(str(number), in_words(reason), reason)
        self._reasons.add(KeyHint(OTHER, self.tr("another reason…"), self._open_line))
        self._add(self.tr("Enter"), self.tr("no reason"), "")
        self._reasons.add(KeyHint(self.tr("Esc"), self.tr("do not skip"), self.close_choice))
        self._line = EnclosedLine()
        self._line.setObjectName("skip_reason")
        self._line.setPlaceholderText(self.tr("Why you skip it; Enter skips"))
        self._line.setAccessibleName(self._line.placeholderText())
        self._line.returnPressed.connect(lambda: self._take(" ".join(self._line.text().split())))
        self._line.left.connect(self.close_choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(text_label(self.accessibleName(), "strong"))
        column.addWidget(self._reasons)
        column.addWidget(self._line)
        self.hide()

    @property
    def is_open(self) -> bool:
        return not self.isHidden()

    def open_choice(self) -> None:
        self._line.clear()
        self._line.hide()
        self._reasons.show()
        self.show()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_choice(self) -> None:
        """Not skipped after all."""
        if self.is_open:
            self.hide()
            self.left.emit()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            event.setAccepted(not event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            return event.isAccepted()  # then it is an answer to this question, no command
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        if event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_Escape:
            self.close_choice()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take("")
        else:
            self._answer_with(label_keys.readings(event))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        inside = self.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        if event.reason() is Qt.FocusReason.MouseFocusReason and not inside:
            self.close_choice()

    def _answer_with(self, readings: list[str]) -> None:
        if "s" in readings:  # twice the key that skips: no reason
            self._take("")
        elif OTHER in readings:
            self._open_line()
        else:
            numbered = {str(number): reason for number, reason in enumerate(REASONS, 1)}
            reason = next((numbered[reading] for reading in readings if reading in numbered), None)
            if reason is not None:
                self._take(reason)

    def _add(self, key: str, text: str, reason: str) -> None:
        self._reasons.add(KeyHint(key, text, lambda: self._take(reason)))

    def _open_line(self) -> None:
        self._reasons.hide()
        self._line.show()
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _take(self, reason: str) -> None:
        if self.is_open:
            self.hide()
            self.chosen.emit(reason)


def in_words(reason: str) -> str:
    """One of the reasons offered, in the language of the window; another one as it was written."""
    translate = QCoreApplication.translate
    known = {
        UNCLEAR: translate("SkipChoice", "unclear"),
        LANGUAGE: translate("SkipChoice", "not my language"),
        TECHNICAL: translate("SkipChoice", "technical problem"),
    }
    return known.get(reason, reason)
