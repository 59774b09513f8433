"""Before the first text leaves for a place: exactly what would be sent, and whether it may be."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from annotator.ui import theme
from annotator.ui.widgets import buttons
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.text import text_label

_SEEN = 260  # px of the text


class Permission(Card):
    """Hidden until a place is asked for. The text is what would be sent about the first item, word for word."""

    allowed = Signal(str, str)  # the place, and the text that was shown
    asked = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("This leaves your computer"), parent)
        self._place = ""
        self._about = text_label("", wrap=True)
        self._about.setObjectName("permission")
        self.text = QPlainTextEdit()
        self.text.setObjectName("what_leaves")
        self.text.setAccessibleName(self.tr("What is sent"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setMinimumHeight(theme.px(_SEEN))
        self.allow = buttons.filled(self.tr("Allow this place and start"), "check", self._allow)
        self.allow.setObjectName("allow_place")
        self.refuse = buttons.plain(self.tr("Not now"), on_click=self.dismiss)
        self.refuse.setObjectName("refuse_place")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.refuse)
        row.addWidget(self.allow)
        self.body.addWidget(self._about)
        self.body.addWidget(self.text, 1)
        self.body.addLayout(row)
        self.hide()

    def ask(self, place: str, text: str) -> None:
        """text: all that is sent about the first item."""
        self._place = place
        self._about.setText(
            self.tr(
                "Nothing has been sent to {place} yet. If you allow it, texts of this project go there: about each item"
                " what is shown here for the first one. You are asked once for each place."
            ).format(place=place)
        )
        self.text.setPlainText(text)
        self.show()
        self.refuse.setFocus()
        self.asked.emit()

    def dismiss(self) -> None:
        """Nothing is allowed by that."""
        self.hide()
        self.closed.emit()

    def _allow(self) -> None:
        self.dismiss()
        self.allowed.emit(self._place, self.text.toPlainText())
