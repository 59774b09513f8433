"""What every page of the window has in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.ui import actions, theme
from annotator.ui.actions import Action
from annotator.ui.widgets.empty import EmptyState
from annotator.ui.widgets.text import text_label

if TYPE_CHECKING:  # the window opens before any project does
    from annotator.domain.model import Changes
    from annotator.ui.session import Session

MARGIN, GAP = 28, 16


class Page(QWidget):
    """A page shows the session's project in `body` and is refreshed by shown() and changed()."""

    title = ""
    follows_question = False  # whether the page itself shows another question; otherwise it is made anew for it

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.shortcuts: list[Action] = []
        self._bound: list[QAction] = []
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # keys work after a click on empty space
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(MARGIN, 22, MARGIN, 22)
        self.body.setSpacing(GAP)
        session.changed.connect(self._changed)

    def shown(self, argument: object = None) -> None:
        """Called whenever the window navigates here; refresh everything that the page shows."""

    def hidden(self) -> None:
        """Called when the window leaves the page."""

    def changed(self, changes: Changes) -> None:
        """Called while visible, after a write; refresh what `changes` touches."""

    def set_shortcuts(self, rows: Sequence[Action], built_in: Mapping[str, str] | None = None) -> None:
        """The page's keys from now on; earlier ones are taken back. The key sheet shows them.

        built_in: keys -> what they do, of the page's own widgets; they are only shown.
        """
        actions.unbind(self, self._bound)
        shown = [Action(keys, text, keys, "", lambda: None) for keys, text in (built_in or {}).items()]
        self.shortcuts = [*rows, *shown]
        self._bound = actions.bind(self, rows)

    def keys(self) -> list[Action]:
        """What the key sheet shows of this page."""
        return self.shortcuts

    def commands(self) -> list[Action]:
        """The rows that are bound: what can be done here by the key sheet's keys, and bound to others."""
        bound = {action.objectName() for action in self._bound}
        return [row for row in self.shortcuts if row.name in bound]

    def tab_names(self) -> list[tuple[str, str]]:
        """Name and text of each tab; a page without tabs has none."""
        return []

    def made(self, name: str) -> Page | None:
        """A tab that was wanted before."""
        return None

    def add_header(self, title: str, subtitle: str = "") -> Header:
        """The title row on top of the page; add what stands at its right with `header.add`."""
        header = Header(title, subtitle, self)
        self.body.addWidget(header)
        return header

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does the next step of an empty page."""
        empty = next((found for found in self.findChildren(EmptyState) if found.isVisible()), None)
        if empty is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            empty.go_on()
        elif not actions.by_place(self, event):
            super().keyPressEvent(event)

    def _changed(self, changes: Changes) -> None:
        if self.isVisible():
            self.changed(changes)


class Header(QWidget):
    """A page's title, a line about it, and room for controls at the right."""

    def __init__(self, title: str, subtitle: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMinimumHeight(theme.px(34))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(12))
        self._row.addWidget(text_label(title, "title"))
        self._subtitle = text_label(subtitle, "muted")
        self._row.addWidget(self._subtitle)
        self._row.addStretch(1)

    @property
    def subtitle(self) -> QLabel:
        return self._subtitle

    def set_subtitle(self, text: str) -> None:
        self._subtitle.setText(text)

    def add(self, widget: QWidget) -> None:
        self._row.addWidget(widget)

    def wanted_without(self, widget: QWidget) -> int:
        """Pixels of width for everything else, with the room before the widget."""
        entries = [entry for place in range(self._row.count()) if (entry := self._row.itemAt(place)) is not None]
        others = [other for entry in entries if (other := entry.widget()) is not None and other is not widget]
        shown = [other for other in others if not other.isHidden()]
        return sum(other.sizeHint().width() + self._row.spacing() for other in shown)
