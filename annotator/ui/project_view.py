"""An open project: navigation at the left, one page at a time beside it. Of an opened package, one page alone."""

from __future__ import annotations

import importlib
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from annotator.ui.page_table import AHEAD, PAGES, page_title
from annotator.ui.pages.base import Page
from annotator.ui.widgets.navigation import Navigation
from annotator.ui.widgets.package_bar import PackageBar

if TYPE_CHECKING:  # the window opens before any project does
    from annotator.services.overview import Summary
    from annotator.ui.session import Session


class ProjectView(QWidget):
    """Shows the session's project. `navigated(page)` after each change of page."""

    navigated = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.navigation = Navigation({name: (row.icon, page_title(name)) for name, row in PAGES.items()})
        self._stack = QStackedWidget()
        self._pages: dict[str, Page] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        self.content = QWidget()  # all but the navigation
        column = QVBoxLayout(self.content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row.addWidget(self.content, 1)
        self.package_bar = self._new_package_bar()
        if self.package_bar is not None:
            column.addWidget(self.package_bar)
        column.addWidget(self._stack, 1)
        self.navigation.chosen.connect(self.go)
        session.go_requested.connect(self.go)
        session.alone_wished.connect((self.package_bar or self.navigation).setHidden)
        session.summarised.connect(self._show_summary)
        session.question_changed.connect(self._another_question)
        self.navigation.question_chosen.connect(session.set_question)
        self._show_questions()
        self._loaded_ahead = False
        session.jobs.writing_changed.connect(self.navigation.set_writing)
        session.jobs.not_saved.connect(self.navigation.show_not_saved)
        self.navigation.set_project(session.name, 0)
        self.navigation.set_hosts([])
        session.refresh_summary()

    @property
    def pages(self) -> list[str]:
        """The names of those that can be shown, the first one first."""
        return ["annotate"] if self.session.role is not None else list(PAGES)

    @property
    def page(self) -> Page | None:
        """The page in sight."""
        found = self._stack.currentWidget()
        return found if isinstance(found, Page) else None

    @property
    def page_name(self) -> str:
        return next((name for name, page in self._pages.items() if page is self.page), "")

    def made(self, name: str) -> Page | None:
        """A page that was wanted before."""
        return self._pages.get(name)

    def go(self, name: str, argument: object = None) -> None:
        """Show a page; it is made when it is first wanted. Nothing, where the project has no such page."""
        if name not in self.pages:
            return
        before = self.page
        if before is not None and before is not self._pages.get(name):
            before.hidden()  # may give the question back, for which other pages are made anew
        if name not in self._pages:
            self._pages[name] = _load(PAGES[name].where)(self.session)
            self._stack.addWidget(self._pages[name])
        page = self._pages[name]
        self._stack.setCurrentWidget(page)
        self.navigation.select(name)
        if before is not page:
            page.setFocus()  # so that the page's keys work at once, and none changes whatever field comes first
        page.shown(argument)
        self.navigated.emit(name)

    def leave(self) -> None:
        """Before the project is closed: the page in sight may have something to keep."""
        if self.page is not None:
            self.page.hidden()

    def _another_question(self) -> None:
        """Pages show one question from top to bottom, so they are made anew; but for one that sees to it by itself."""
        self._show_questions()
        name, kept = self.page_name, self.page
        for other, page in list(self._pages.items()):
            if not page.follows_question:
                del self._pages[other]
                if page is kept:
                    page.hidden()
                self._stack.removeWidget(page)
                page.deleteLater()
        if kept is None or not kept.follows_question:
            self.go(name or self.pages[0])

    def _show_questions(self) -> None:
        asked = {question.id: question.name for question in self.session.questions}
        self.navigation.set_questions(asked, self.session.question.id)
        if self.package_bar is not None:
            self.package_bar.questions.set_questions(asked, self.session.question.id)

    def _new_package_bar(self) -> PackageBar | None:
        """In the place of the navigation, where the project is an opened package."""
        role = self.session.role
        if role is None:
            return None
        self.navigation.hide()
        bar = PackageBar(role)
        bar.questions.chosen.connect(self.session.set_question)
        return bar

    def _load_ahead(self) -> None:
        """Once, and one after the other, so that closing never waits for more than one of them."""
        if not self._loaded_ahead and self.session.role is None:
            self._loaded_ahead = True
            for module in AHEAD:
                self.session.jobs.on_background(partial(importlib.import_module, module), owner=self)

    def _show_summary(self, summary: Summary) -> None:
        self._load_ahead()
        self.navigation.set_project(self.session.name, summary.items)
        self.navigation.set_counts({"annotate": summary.waiting, "review": summary.in_conflict})
        self.navigation.set_hosts(sorted({agent.goes_to for agent in summary.agents if agent.goes_to}))


def _load(where: str) -> type[Page]:
    module, _, name = where.partition(":")
    found: type[Page] = getattr(importlib.import_module(module), name)
    return found
