"""What a page shows until it knows what to show."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.ui.widgets.text import text_label

SHOWN_AFTER = 400  # ms; most projects are read before an eye could


class Reading(QWidget):
    """Empty for a moment, then says that the project is being read: cards without numbers would say that it is bare."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = text_label(self.tr("Reading the project …"), "muted")
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.hide()
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_AFTER)
        self._timer.timeout.connect(self.words.show)
        QVBoxLayout(self).addWidget(self.words)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
