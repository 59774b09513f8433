"""Messages that stand at the lower edge of the window and go away by themselves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from annotator.ui import theme
from annotator.ui.widgets import buttons
from annotator.ui.widgets.icon_label import IconLabel
from annotator.ui.widgets.text import text_label

ICONS = {
    "info": ("information-outline", "accent"),
    "good": ("check-circle-outline", "good"),
    "warn": ("alert-outline", "warn"),
    "bad": ("alert-circle-outline", "bad"),
}
SECONDS = {"info": 5, "good": 4, "warn": 8}  # a bad one stays until it is closed or another one comes


class Toast(QFrame):
    """One message at a time, above the content of `parent`; it never takes the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        self._icon = IconLabel("information-outline")
        self.text = text_label("", wrap=True)
        self.text.setObjectName("toast_text")
        close = buttons.icon_button("close", self.tr("Close message"), self.hide)
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(6), theme.px(6), theme.px(6))
        row.setSpacing(theme.px(10))
        row.addWidget(self._icon)
        row.addWidget(self.text, 1)
        row.addWidget(close)
        parent.installEventFilter(self)
        self.hide()

    def tell(self, text: str, level: str = "info") -> None:
        self._icon.set_icon(*ICONS.get(level, ICONS["info"]))
        self.text.setText(text)
        self._place()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        self._timer.stop()
        if level in SECONDS:
            self._timer.start(SECONDS[level] * 1000)

    @property
    def remaining(self) -> int | None:
        """Milliseconds until it goes, None when it stays."""
        return self._timer.remainingTime() if self._timer.isActive() else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        room = self._window.size()
        wanted = self.text.fontMetrics().horizontalAdvance(self.text.text()) + theme.px(110)
        width = min(wanted, theme.px(640), room.width() - theme.px(40))
        self.setFixedWidth(width)
        self.setFixedHeight(max(self._row.totalHeightForWidth(width), theme.px(44)))
        self.move((room.width() - width) // 2, room.height() - self.height() - theme.px(18))
