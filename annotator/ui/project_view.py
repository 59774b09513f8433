"""An open project: navigation at the left, one page at a time beside it."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from annotator.ui.pages.base import Page
from annotator.ui.widgets.navigation import Navigation

if TYPE_CHECKING:  # the window opens before any project does
    from annotator.services.overview import Summary
    from annotator.ui.session import Session


class PageRow(NamedTuple):
    """A page's icon, and where its class is; it is imported when it is first shown."""

    icon: str
    where: str


PAGES = {
    "overview": PageRow("chart-donut", "annotator.ui.pages.overview:OverviewPage"),
    "items": PageRow("table", "annotator.ui.pages.items:ItemsPage"),
    "annotate": PageRow("keyboard-outline", "annotator.ui.pages.annotate:AnnotatePage"),
    "review": PageRow("scale-balance", "annotator.ui.pages.review:ReviewPage"),
    "agents": PageRow("robot-outline", "annotator.ui.pages.agents:AgentsPage"),
    "quality": PageRow("chart-scatter-plot", "annotator.ui.pages.quality:QualityPage"),
    "export": PageRow("tray-arrow-down", "annotator.ui.pages.export:ExportPage"),
    "setup": PageRow("tune", "annotator.ui.pages.setup:SetupPage"),
}


def page_title(name: str) -> str:
    """The page's name in the language of the window."""
    translate = QCoreApplication.translate
    return {
        "overview": translate("pages", "Overview"),
        "items": translate("pages", "Items"),
        "annotate": translate("pages", "Annotate"),
        "review": translate("pages", "Review"),
        "agents": translate("pages", "Agents"),
        "quality": translate("pages", "Quality"),
        "export": translate("pages", "Export"),
        "setup": translate("pages", "Setup"),
    }[name]


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
        row.addWidget(self._stack, 1)
        self.navigation.chosen.connect(self.go)
        session.go_requested.connect(self.go)
        session.alone_wished.connect(self.navigation.setHidden)
        session.summarised.connect(self._show_summary)
        session.question_changed.connect(self._another_question)
        self.navigation.question_chosen.connect(session.set_question)
        self._show_questions()
        session.jobs.writing_changed.connect(self.navigation.set_writing)
        self.navigation.set_project(session.name, 0)
        self.navigation.set_hosts([])
        session.refresh_summary()

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
        """Show a page; it is made when it is first wanted."""
        before = self.page
        if name not in self._pages:
            self._pages[name] = _load(PAGES[name].where)(self.session)
            self._stack.addWidget(self._pages[name])
        page = self._pages[name]
        if before is not None and before is not page:
            before.hidden()
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
            self.go(name or "overview")

    def _show_questions(self) -> None:
        asked = {question.id: question.name for question in self.session.questions}
        self.navigation.set_questions(asked, self.session.question.id)

    def _show_summary(self, summary: Summary) -> None:
        self.navigation.set_project(self.session.name, summary.items)
        self.navigation.set_counts({"annotate": summary.waiting, "review": summary.in_conflict})
        self.navigation.set_hosts(sorted({agent.goes_to for agent in summary.agents if agent.goes_to}))


def _load(where: str) -> type[Page]:
    module, _, name = where.partition(":")
    found: type[Page] = getattr(importlib.import_module(module), name)
    return found
