"""A line in a menu that says what the rows below it have in common."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from annotator.ui import theme


def head(menu: QMenu, text: str) -> None:
    """Add such a line; it cannot be chosen."""
    action = menu.addAction(text)
    action.setEnabled(False)
    action.setFont(theme.font(theme.SECONDARY, semibold=True))
