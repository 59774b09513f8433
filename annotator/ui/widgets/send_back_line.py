"""Sending an item back: to whom, and with what note; Enter sends it, Esc leaves it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from annotator.ui import theme
from annotator.ui.widgets import buttons
from annotator.ui.widgets.combo import ComboBox
from annotator.ui.widgets.icon_label import IconLabel
from annotator.ui.widgets.note_line import kept_from_page


class SendBackLine(QWidget):
    """Hidden until opened. Arrow keys in the note choose the person. Emits `sent(note, annotator id or None)`."""

    sent = Signal(str, object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("send_back")
        self.who = ComboBox()
        self.who.setObjectName("send_back_who")
        self.who.setAccessibleName(self.tr("To whom"))
        self.who.setMinimumWidth(theme.px(150))
        self.who.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys in the note choose
        self.note = _Note()
        self.note.setObjectName("send_back_note")
        self.note.setAccessibleName(self.tr("Note for them"))
        self.note.setPlaceholderText(self.tr("What they are to look at; Enter sends it, ↑ ↓ choose the person"))
        self.note.left.connect(self.close_line)
        self.note.moved.connect(self._move)
        self.note.returnPressed.connect(self._send)
        ok = buttons.plain(self.tr("Send back"), "send-outline", self._send)
        ok.setEnabled(False)
        self.note.textChanged.connect(lambda text: ok.setEnabled(bool(text.strip())))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(10))
        row.addWidget(IconLabel("send-outline", size=16))
        row.addWidget(self.who)
        row.addWidget(self.note, 1)
        row.addWidget(ok)
        self.hide()

    def open_line(self, people: Sequence[tuple[int | None, str]]) -> None:
        """people: (annotator id, name) in their order, None for anybody; the first is chosen."""
        self.who.clear()
        for annotator_id, name in people:
            self.who.addItem(name, annotator_id)
        self.note.setText("")  # unlike clear(), it leaves no typing for Ctrl+Z to take back
        self.show()
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_line(self) -> None:
        if self.isHidden():
            return
        self.hide()
        self.closed.emit()

    def _move(self, by: int) -> None:
        self.who.setCurrentIndex(min(max(self.who.currentIndex() + by, 0), self.who.count() - 1))

    def _send(self) -> None:
        if self.note.text().strip():
            self.sent.emit(self.note.text().strip(), self.who.currentData())
            self.close_line()

    def event(self, event: QEvent) -> bool:
        """The page's letters settle nothing from here."""
        return kept_from_page(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc from the choice of the person, too; no other key here settles anything."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_line()
        event.accept()


class _Note(QLineEdit):
    left = Signal()
    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif by is not None:
            self.moved.emit(by)
        else:
            super().keyPressEvent(event)
        event.accept()  # what the line does not use must not settle the item either
