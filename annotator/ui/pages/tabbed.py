"""Pages with tabs: each tab is a page of its own, made when it is first wanted."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QTabBar, QWidget

from annotator.ui.actions import Action
from annotator.ui.pages.base import Page
from annotator.ui.session import Session


class Tab(Page):
    """A page without margins and header, in a `TabbedPage`."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.body.setContentsMargins(0, 0, 0, 0)


class TabRow(NamedTuple):
    """What stands on a tab, and where its class is ("module:Class")."""

    text: str
    where: str


class TabbedPage(Page):
    """The tab in sight is shown, hidden and refreshed as a page is; its keys are the page's."""

    def __init__(
        self, session: Session, title: str, subtitle: str, rows: Mapping[str, TabRow], parent: QWidget | None = None
    ) -> None:
        super().__init__(session, parent)
        self._rows = dict(rows)
        self._tabs: dict[str, Tab] = {}
        self.header = self.add_header(title, subtitle)
        self.bar = QTabBar()
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setAccessibleName(title)
        for row in self._rows.values():
            self.bar.addTab(row.text)
        self.header.add(self.bar)
        self._stack = QStackedWidget()
        self.body.addWidget(self._stack, 1)
        self.bar.currentChanged.connect(lambda _: self._choose(None))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_bar()

    def _place_bar(self) -> None:
        """The tabs stand beside the title, or below it where it leaves too little room for all of them."""
        sides = self.body.contentsMargins()
        room = self.width() - sides.left() - sides.right()
        below = self.bar.sizeHint().width() + self.header.wanted_without(self.bar) > room
        if below != (self.bar.parentWidget() is self):
            if below:
                self.body.insertWidget(1, self.bar, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                self.header.add(self.bar)

    @property
    def tab_name(self) -> str:
        """Of the tab in sight."""
        return list(self._rows)[max(self.bar.currentIndex(), 0)]

    def tab_names(self) -> list[tuple[str, str]]:
        return [(name, row.text) for name, row in self._rows.items()]

    def made(self, name: str) -> Tab | None:
        """A tab that was wanted before."""
        return self._tabs.get(name)

    def place(self, name: str) -> int:
        """Where a tab stands in the bar, from 0 on."""
        return list(self._rows).index(name)

    def tab(self, name: str) -> Tab:
        """A tab by its name, whether or not it is in sight."""
        if name not in self._tabs:
            module, _, of = self._rows[name].where.partition(":")
            made: Tab = getattr(importlib.import_module(module), of)(self.session)
            self._tabs[name] = made
            self._stack.addWidget(made)
        return self._tabs[name]

    def open_tab(self, name: str, argument: object = None) -> None:
        """Bring a tab in sight."""
        self.bar.blockSignals(True)  # its signal brings no argument
        self.bar.setCurrentIndex(self.place(name))
        self.bar.blockSignals(False)
        self._choose(argument)

    def shown(self, argument: object = None) -> None:
        """argument: a tab's name, or (its name, what that tab is to show)."""
        name, wish = argument if isinstance(argument, tuple) else (argument, None)
        self.open_tab(name if name in self._rows else self.tab_name, wish)

    def hidden(self) -> None:
        if self.tab_name in self._tabs:
            self._tabs[self.tab_name].hidden()

    def keys(self) -> list[Action]:
        return [*self.shortcuts, *self.tab(self.tab_name).shortcuts]

    def _choose(self, argument: object) -> None:
        before, now = self._stack.currentWidget(), self.tab(self.tab_name)
        at = QApplication.focusWidget()
        here = at is not None and at is not self.bar and (at is self or self.isAncestorOf(at))
        if isinstance(before, Tab) and before is not now:
            before.hidden()
        self._stack.setCurrentWidget(now)
        self.setFocusProxy(now)  # the keys that the page binds are the tab's
        if here and before is not now:
            now.setFocus()
        now.shown(argument)
