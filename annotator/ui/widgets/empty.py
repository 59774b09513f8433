"""What a page shows while it has nothing to show: why, and the next step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.ui import theme
from annotator.ui.widgets import buttons
from annotator.ui.widgets.icon_label import IconLabel
from annotator.ui.widgets.text import Paragraph

WIDTH = 440


class EmptyState(QWidget):
    """Icon, title, a sentence, and one button that does the next step; Enter anywhere on the page does it too."""

    def __init__(
        self,
        icon: str,
        title: str,
        text: str,
        button_text: str = "",
        on_click: Callable[[], object] | None = None,
        parent: QWidget | None = None,
        *,
        main: bool = True,
    ) -> None:
        """main: whether the button is the page's one main action."""
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(theme.px(10))
        self._column.addStretch(2)
        self._column.addStretch(3)
        self.title = Paragraph(title, "item-title", theme.px(WIDTH))
        self.text = Paragraph(text, "muted", theme.px(WIDTH))
        self.button = (buttons.filled if main else buttons.plain)(button_text, on_click=on_click)
        for words in (self.title, self.text):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.add(IconLabel(icon, "faint", 40))
        for widget in (self.title, self.text):
            self.add(widget)
        self._column.insertSpacing(self._column.count() - 1, theme.px(4))
        self.add(self.button)
        self.button.setVisible(bool(button_text))

    def add(self, widget: QWidget) -> None:
        """In the middle, below what is there."""
        self._column.insertWidget(self._column.count() - 1, widget, 0, Qt.AlignmentFlag.AlignHCenter)

    def go_on(self) -> None:
        """The next step, as a click on the button does it."""
        if self.button.isVisibleTo(self):
            self.button.click()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(480), theme.px(280))
