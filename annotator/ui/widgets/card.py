"""A surface that holds what belongs together."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui import theme
from annotator.ui.widgets.text import text_label


class Card(QFrame):
    """A rounded surface; put the content into `body`, and controls beside the title into `header`.

    padding: pixels around the content. ends: above and below it, where that is to be less than at its sides.
    """

    def __init__(
        self, title: str = "", parent: QWidget | None = None, *, padding: int = 20, ends: int | None = None
    ) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        side, end = theme.px(padding), theme.px(padding - 2 if ends is None else ends)
        self.body.setContentsMargins(side, end, side, end)
        self.body.setSpacing(theme.px(8))
        self.header = QHBoxLayout()
        if title:
            self.title = text_label(title, "card-title")
            self.header.addWidget(self.title)
            self.header.addStretch(1)
            self.body.addLayout(self.header)

    def let_title_wrap(self) -> None:
        """Into lines, where what stands beside it leaves too little room for one."""
        self.title.setWordWrap(True)
        self.header.setStretch(0, 1)
        self.header.setStretch(1, 0)  # the title's room now
