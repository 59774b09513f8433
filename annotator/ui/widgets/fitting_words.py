"""Buttons in a row whose words go, one after the other, where there is no room for all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QPushButton, QWidget


class FittingWords(QObject):
    """Keeps a row within its width. What a button without its word says stands in its tool tip, and screen readers are
    told as ever."""

    def __init__(self, row: QWidget, words_go: Sequence[QPushButton], wanted: Callable[[], int] | None = None) -> None:
        """words_go: buttons with an icon each, the one whose word goes first before the others. wanted: pixels for what
        is in the row now, where not what its layout asks for."""
        super().__init__(row)
        self._row, self._buttons = row, tuple(words_go)
        self._words = [button.text() for button in words_go]
        self._wanted = wanted or self._asked_for
        for button, word in zip(self._buttons, self._words, strict=True):
            button.setAccessibleName(button.accessibleName() or word)
            button.setToolTip(button.toolTip() or word.rstrip("…"))
        row.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize or (event.type() is QEvent.Type.LayoutRequest and self._can_give_way()):
            self.fit()
        return False

    def fit(self) -> None:
        """Also to be called when something else in the row has become smaller."""
        for button, word in zip(self._buttons, self._words, strict=True):
            button.ensurePolished()
            button.setText(word)
        for button in self._buttons:
            if self._wanted() <= self._row.width():
                break
            button.setText("")

    def _can_give_way(self) -> bool:
        """Whether it is too narrow and a word is left: without any it would be laid out again without end."""
        return self._wanted() > self._row.width() and any(button.text() for button in self._buttons)

    def _asked_for(self) -> int:
        layout = self._row.layout()
        if layout is None:
            return 0
        layout.invalidate()
        return layout.sizeHint().width()
