"""Push buttons in the theme's kinds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from annotator.ui import theme


def filled(text: str, icon: str = "", on_click: Callable[[], object] | None = None) -> QPushButton:
    """The one main action of a page."""
    return _button(text, "filled", icon, "on_accent", on_click)


def plain(text: str, icon: str = "", on_click: Callable[[], object] | None = None) -> QPushButton:
    return _button(text, "plain", icon, "muted", on_click)


def quiet(text: str, icon: str = "", on_click: Callable[[], object] | None = None) -> QPushButton:
    """No frame until pointed at."""
    return _button(text, "quiet", icon, "muted", on_click)


def fold(text: str) -> QPushButton:
    """Opens and folds what stands below it, in line with the headings beside it."""
    button = _button(text, "fold", "chevron-right", "muted", None)
    button.setCheckable(True)
    button.toggled.connect(lambda on: button.setIcon(theme.icon("chevron-down" if on else "chevron-right", "muted")))
    return button


def link(text: str, on_click: Callable[[], object] | None = None) -> QPushButton:
    return _button(text, "link", "", "accent", on_click)


def icon_button(icon: str, name: str, on_click: Callable[[], object] | None = None) -> QPushButton:
    """A square button with an icon only; `name` is its tool tip and what a screen reader says."""
    button = _button("", "quiet", icon, "muted", on_click)
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.setFixedWidth(theme.px(34))
    return button


def row(*at_end: QPushButton, start: QPushButton | None = None) -> QHBoxLayout:
    """The foot of a dialog: what ends it at its end, and what else there is at its start."""
    found = QHBoxLayout()
    found.setSpacing(theme.px(10))
    if start is not None:
        found.addWidget(start)
    found.addStretch(1)
    for button in at_end:
        found.addWidget(button)
    return found


def literal(text: str) -> str:
    """For a button or a menu: an & in a name is no sign for the letter behind it."""
    return text.replace("&", "&&")


def put_icon(button: QPushButton, icon: str, token: str = "muted", *, beside_text: bool = True) -> None:
    """An icon with the same room between it and the text everywhere."""
    button.setIcon(theme.icon(icon, token))
    room = theme.px(6) if beside_text else 0
    button.setIconSize(QSize(theme.px(16) + room, theme.px(16)))


def _button(
    text: str, role: str, icon: str, token: str, on_click: Callable[[], object] | None, parent: QWidget | None = None
) -> QPushButton:
    button = QPushButton(text, parent)
    button.setProperty("role", role)
    button.setAutoDefault(False)
    button.setCursor(Qt.CursorShape.PointingHandCursor if role == "link" else Qt.CursorShape.ArrowCursor)
    if icon:
        put_icon(button, icon, token, beside_text=bool(text))
    if on_click is not None:
        button.clicked.connect(lambda checked=False: on_click())
    return button
