"""One line to find a label by a part of its name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.domain.model import Label
from annotator.ui import theme


def found(labels: Sequence[Label], text: str) -> list[int]:
    """The positions of the labels that have this text, those first whose name or a word of it begins with it."""
    wanted = " ".join(text.casefold().split())
    ranked = []
    for position, label in enumerate(labels):
        name = " ".join(label.name.casefold().split())
        places = (name.startswith(wanted), f" {wanted}" in name, wanted in name, wanted in label.description.casefold())
        if any(places):
            ranked.append((places.index(True), position))
    return [position for _, position in sorted(ranked)]


class LabelSearch(QLineEdit):
    """Up and Down move the choice, Enter takes it, Escape closes. Whatever else is typed is text."""

    moved = Signal(int)  # by how many
    taken = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("label_search")
        self.setPlaceholderText(self.tr("Part of a label's name"))
        self.setAccessibleName(self.tr("Find a label: ↑ ↓ choose, Enter answers, Esc closes"))
        self.setFixedWidth(theme.px(240))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
        event.accept()  # what the line does not use must not answer or leave the item either
