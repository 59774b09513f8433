"""What is typed for an item that is still on its way: a line asked for by its key, and the text for it.

A key that answers is worth nothing for an item that nobody has seen, and is dropped. But where a line was asked for,
the letters after it are its text: dropped with its key, the last of them would answer the item that comes.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.ui.widgets.note_line import commanding, kept_from_page


class TypedAhead(QObject):
    """Keeps the keys of a page from it between `wish` and `open_line`; those with Ctrl, it leaves alone."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._open: Callable[[], object] | None = None
        self._text = ""
        self._whole = False  # Enter ended the text; what follows was meant for an item that nobody has seen

    def wish(self, open_line: Callable[[], object]) -> None:
        """To be opened for the item that comes; the first wish counts."""
        if self._open is None:
            self._open, self._text, self._whole = open_line, "", False
            self._page.installEventFilter(self)
            self._page.setFocus()  # a button or list that has the keys would take some of them

    def forget(self) -> None:
        """No item comes, or the person has gone elsewhere."""
        self._open = None
        self._page.removeEventFilter(self)

    def open_line(self) -> None:
        """The item is there: open what was wished for, with the text. It is sent or kept by a new press of Enter."""
        wished = self._open
        if wished is None:
            return
        self.forget()
        wished()
        line = self._page.focusWidget()
        if isinstance(line, QLineEdit):
            line.insert(self._text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if kept_from_page(event):
            return True
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or commanding(event):
            return False
        self._take(event)
        return True

    def _take(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.forget()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._whole = True
        elif event.key() == Qt.Key.Key_Backspace:
            self._text = self._text[:-1]
        elif not self._whole and event.text().isprintable():
            self._text += event.text()
