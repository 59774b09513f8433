"""Messages that stand at the lower edge of the window and go away by themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QHideEvent
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
SECONDS = {"info": 5, "good": 4, "warn": 8}  # a bad one stays until it is closed
BELOW, APART = 18, 12  # pixels from the edge of the window, and from the content above
MARGIN = 22  # pixels below the content that are empty anyway, on every page
KEPT = 3  # bad ones that wait behind later messages; of more, the oldest are gone


class _Bad(NamedTuple):
    """What went wrong, and what the button beside it does, if there is one."""

    text: str
    button: str
    target: Callable[[], object] | None


class Toast(QFrame):
    """One message at a time, at the lower edge of `parent`; it never takes the focus.

    What is worked with is never under it: the widget that it was told to `stand_in` makes room while it is there.
    A bad one that another message covers comes back after it.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._area: QWidget | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._leave)
        self._level = ""
        self._kept: list[_Bad] = []
        self._icon = IconLabel("information-outline")
        self.text = text_label("", wrap=True)
        self.text.setObjectName("toast_text")
        close = buttons.icon_button("close", self.tr("Close message"), self._leave)
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._action = buttons.link("", self.act)
        self._action.setObjectName("toast_action")
        self._action.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._key = text_label("", "secondary")
        self._target: Callable[[], object] | None = None
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(6), theme.px(6), theme.px(6))
        row.setSpacing(theme.px(10))
        row.addWidget(self._icon)
        row.addWidget(self.text, 1)
        row.addWidget(self._action)
        row.addWidget(self._key)
        row.addWidget(close)
        parent.installEventFilter(self)
        self.hide()

    def stand_in(self, area: QWidget) -> None:
        """Below the content of this part of the window from now on, which gives way to a message. It needs a layout."""
        self._make_room(0)
        if self._area is not None:
            self._area.removeEventFilter(self)
        self._area = area
        area.installEventFilter(self)
        if self.isVisible():
            self._place()

    def offer(self, text: str, button: str, target: Callable[[], object], level: str = "good") -> None:
        """A message about what was done, with a button that takes it back; a bad one with what helps stays."""
        self.tell(text, "bad" if level == "bad" else "warn")  # for as long as one needs to think about it
        self._icon.set_icon(*ICONS[level])
        self._target = target
        key = actions.key_of("message_action")
        self._action.setText(button)
        self._key.setText(key)
        self._key.setVisible(bool(key))
        self._action.setAccessibleName(f"{button} ({key})" if key else button)
        self._action.show()
        self._place()

    def tell(self, text: str, level: str = "info") -> None:
        self._keep_bad(text)
        self._target, self._level = None, level
        self._action.hide()
        self._key.hide()
        self._icon.set_icon(*ICONS.get(level, ICONS["info"]))
        self.text.setText(text)
        self._place()
        self.show()
        self.raise_()
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # not made before the window is shown

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        self._timer.stop()
        if level in SECONDS:
            self._timer.start(SECONDS[level] * 1000)

    @property
    def remaining(self) -> int | None:
        """Milliseconds until it goes, None when it stays."""
        return self._timer.remainingTime() if self._timer.isActive() else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self.isVisible():
            self._place()
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not self.isVisibleTo(self._window):  # gone, and not only out of sight with the window
            self._make_room(0)

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
        if not self.isVisible():
            self._leave()

    def _keep_bad(self, text: str) -> None:
        """`text` is about to cover what is in sight."""
        now = self.text.text()
        if self._level == "bad" and self.isVisible() and now != text:
            self._kept.append(_Bad(now, self._action.text(), self._target))
        self._kept = [bad for bad in self._kept if bad.text != text][-KEPT:]

    def _leave(self) -> None:
        """What is in sight goes; a bad one that it covered comes back."""
        self.hide()
        if not self._kept:
            return
        bad = self._kept.pop()
        if bad.target is None:
            self.tell(bad.text, "bad")
        else:
            self.offer(bad.text, bad.button, bad.target, "bad")

    def _place(self) -> None:
        room = self._room()
        wanted = self.text.fontMetrics().horizontalAdvance(self.text.text()) + theme.px(110)
        if self._target is not None:
            wanted += self._action.sizeHint().width() + self._key.sizeHint().width() + theme.px(20)
        width = min(wanted, theme.px(640), room.width() - theme.px(40))
        self.setFixedWidth(width)
        self.setFixedHeight(max(self._row.totalHeightForWidth(width), theme.px(44)))
        self.move(room.left() + (room.width() - width) // 2, room.bottom() + 1 - self.height() - theme.px(BELOW))
        self._make_room(self.height() + theme.px(BELOW + APART) - MARGIN)

    def _room(self) -> QRect:
        """Where messages stand, in the window."""
        area = self._area
        if area is None or not self._window.isAncestorOf(area):  # not put into the window yet
            return self._window.rect()
        return QRect(area.mapTo(self._window, QPoint(0, 0)), area.size())

    def _make_room(self, pixels: int) -> None:
        if self._area is not None:
            self._area.setContentsMargins(0, 0, 0, pixels)
