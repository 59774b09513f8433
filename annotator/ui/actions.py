"""One table of what can be done by key: shown in the key sheet, bound to a page or the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class Action:
    """name: how tests and settings know it. keys: one or more, separated by a space ("Ctrl+Y Ctrl+Shift+Z").

    page: where it works ("annotate"), or "window". Letters and digits reach a text box first, so typing never acts.
    """

    name: str
    text: str
    keys: str
    page: str
    target: Callable[[], object]

    def sequences(self) -> list[QKeySequence]:
        return [QKeySequence(key) for key in self.keys.split()]

    def key_text(self) -> str:
        """The first key as the system writes it."""
        sequences = self.sequences()
        return sequences[0].toString(QKeySequence.SequenceFormat.NativeText) if sequences else ""


def bind(widget: QWidget, rows: Sequence[Action]) -> list[QAction]:
    """Make each row work while the focus is in `widget`. ValueError when two rows claim one key."""
    taken: dict[str, str] = {}
    bound = []
    for row in rows:
        for sequence in row.sequences():
            key = sequence.toString(QKeySequence.SequenceFormat.PortableText)
            if taken.setdefault(key, row.name) != row.name:
                raise ValueError(f"{row.name} and {taken[key]} both want {key}")
        bound.append(_bound(widget, row))
    return bound


def unbind(widget: QWidget, bound: Sequence[QAction]) -> None:
    """Take actions back, for rows that follow the labels."""
    for action in bound:
        widget.removeAction(action)
        action.deleteLater()


def _bound(widget: QWidget, row: Action) -> QAction:
    action = QAction(row.text, widget)
    action.setObjectName(row.name)
    action.setShortcuts(row.sequences())
    context = Qt.ShortcutContext.WindowShortcut if row.page == "window" else None
    action.setShortcutContext(context or Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(lambda checked=False: row.target())
    widget.addAction(action)
    return action
