"""A surface that holds what belongs together."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui import theme
from annotator.ui.widgets.text import text_label


class Card(QFrame):
    """A rounded surface; put the content into `body`, and controls beside the title into `header`."""

    def __init__(self, title: str = "", parent: QWidget | None = None, *, padding: int = 20) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        inside = theme.px(padding)
        self.body.setContentsMargins(inside, theme.px(padding - 2), inside, theme.px(padding - 2))
        self.body.setSpacing(theme.px(8))
        self.header = QHBoxLayout()
        if title:
            self.title = text_label(title, "card-title")
            self.header.addWidget(self.title)
            self.header.addStretch(1)
            self.body.addLayout(self.header)
