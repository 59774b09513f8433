"""Messages that stand at the lower edge of the window and go away by themselves."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from annotator.ui import actions, theme
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
        self._action = buttons.link("", self.act)
        self._action.setObjectName("toast_action")
        self._action.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._target: Callable[[], object] | None = None
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(6), theme.px(6), theme.px(6))
        row.setSpacing(theme.px(10))
        row.addWidget(self._icon)
        row.addWidget(self.text, 1)
        row.addWidget(self._action)
        row.addWidget(close)
        parent.installEventFilter(self)
        self.hide()

    def offer(self, text: str, button: str, target: Callable[[], object]) -> None:
        """A message about what was done, with a button that takes it back."""
        self.tell(text, "warn")  # for as long as one needs to think about it
        self._icon.set_icon(*ICONS["good"])
        self._target = target
        key = actions.key_of("message_action")
        self._action.setText(button)
        self._action.setToolTip(key)
        self._action.setAccessibleName(f"{button} ({key})" if key else button)
        self._action.show()
        self._place()

    def tell(self, text: str, level: str = "info") -> None:
        self._target = None
        self._action.hide()
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

    @property
    def offered(self) -> str:
        """What the button of the message in sight says, "" where it has none."""
        return self._action.text() if self._target is not None and self.isVisible() else ""

    def act(self) -> None:
        """What the button of the message does; nothing where it has none."""
        target, self._target = self._target, None
        self.hide()
        if target is not None:
            target()

    def _place(self) -> None:
        room = self._window.size()
        wanted = self.text.fontMetrics().horizontalAdvance(self.text.text()) + theme.px(110)
        if self._target is not None:
            wanted += self._action.sizeHint().width() + theme.px(10)
        width = min(wanted, theme.px(640), room.width() - theme.px(40))
        self.setFixedWidth(width)
        self.setFixedHeight(max(self._row.totalHeightForWidth(width), theme.px(44)))
        self.move((room.width() - width) // 2, room.height() - self.height() - theme.px(18))
