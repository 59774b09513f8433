"""A field for a line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit


def written_line(name: str, placeholder: str, on_typed: Callable[[], object]) -> QLineEdit:
    """A field for one line; `on_typed` is called when a person types, not when a text is set."""
    line = QLineEdit()
    line.setObjectName(name)
    line.setPlaceholderText(placeholder)
    line.textEdited.connect(lambda _: on_typed())
    return line
