"""One sentence about a state, with an icon, where the thing it is about stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.ui import theme
from annotator.ui.widgets.icon_label import IconLabel
from annotator.ui.widgets.text import text_label

_ICONS = {
    "good": "check-circle-outline",
    "warn": "alert-outline",
    "bad": "close-circle-outline",
    "info": "information-outline",
}


class InlineNotice(QWidget):
    """Hidden until something is to be said. Levels: info, good, warn, bad."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel(_ICONS["info"])
        self._text = text_label(wrap=True)
        self._text.setObjectName("notice")
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._text, 1)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    def show_text(self, text: str, level: str = "info") -> None:
        self._icon.set_icon(_ICONS[level], "muted" if level == "info" else level)
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self.setVisible(bool(text))

    def clear(self) -> None:
        self.show_text("")
