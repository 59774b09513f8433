"""What a page shows while it has nothing to show: why, and the next step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.ui import theme
from annotator.ui.widgets import buttons
from annotator.ui.widgets.icon_label import IconLabel
from annotator.ui.widgets.text import text_label


class EmptyState(QWidget):
    """Icon, title, a sentence, and one button that does the next step."""

    def __init__(
        self,
        icon: str,
        title: str,
        text: str,
        button_text: str = "",
        on_click: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(10))
        column.addStretch(2)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(IconLabel(icon, "faint", 40), 0, middle)
        self.title = text_label(title, "item-title", wrap=True)
        self.title.setAlignment(middle)
        column.addWidget(self.title)
        self.text = text_label(text, "muted", wrap=True)
        self.text.setAlignment(middle)
        self.text.setFixedWidth(theme.px(440))
        column.addWidget(self.text, 0, middle)
        self.button = buttons.filled(button_text, on_click=on_click)
        if not button_text:
            self.button.hide()
        column.addSpacing(theme.px(6))
        column.addWidget(self.button, 0, middle)
        self.button.setVisible(bool(button_text))
        column.addStretch(3)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(480), theme.px(280))
