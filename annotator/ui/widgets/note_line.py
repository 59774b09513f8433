"""One line of writing under an item: opened by a key, closed by Enter or Escape, never in a dialog."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QStackedWidget, QWidget

from annotator.ui.widgets.icon_label import IconLabel
from annotator.ui.widgets.text import text_label


class NoteLine(QWidget):
    """Shows a note, and edits it in place. Keys typed while it is open are text and reach nothing else.

    `closed` follows every editing, with the text as it is then.
    """

    closed = Signal(str)

    def __init__(self, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = text_label("", "muted", wrap=True)
        self._edit = EnclosedLine()
        self._edit.setObjectName(f"{name}_edit")
        self._edit.setAccessibleName(placeholder)
        self._edit.setPlaceholderText(placeholder)
        self._edit.left.connect(self.close_editor)
        self._edit.editingFinished.connect(self.close_editor)
        self._stack = QStackedWidget()
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._stack.addWidget(self._shown)
        self._stack.addWidget(self._edit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(IconLabel("comment-text-outline", size=16))
        row.addWidget(self._stack, 1)
        self.setObjectName(name)
        self.set_text("")

    @property
    def text(self) -> str:
        """What is written, also while it is still being edited."""
        return self._edit.text().strip() if self.editing else self._shown.text()

    @property
    def editing(self) -> bool:
        return self._stack.currentWidget() is self._edit

    def set_text(self, text: str) -> None:
        """Show this note and stop editing, without `closed`; an empty one takes no room."""
        self._stack.setCurrentWidget(self._shown)
        self._shown.setText(text)
        self.setVisible(bool(text))

    def open_editor(self) -> None:
        self._edit.setText(self._shown.text())
        self._stack.setCurrentWidget(self._edit)
        self.show()
        self._edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_editor(self) -> None:
        if not self.editing:
            return
        text = self.text
        self.set_text(text)
        self.closed.emit(text)


class EnclosedLine(QLineEdit):
    """Esc leaves it; no key that is pressed in it reaches the page."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
        event.accept()  # what the line does not use must not answer or leave the item either


def commanding(event: QKeyEvent) -> bool:
    """Whether the key press is a command with Ctrl, which reaches the page from every line."""
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def kept_from_page(event: QEvent) -> bool:
    """Takes a key press without Ctrl before the page's actions can have it; tells whether it was one."""
    if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not commanding(event):
        event.accept()
        return True
    return False
