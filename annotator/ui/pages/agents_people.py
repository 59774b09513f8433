"""The People tab of the Agents page: which answers of the LLMs people check, and what their work is worth."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from annotator.domain.model import Annotator, Changes
from annotator.services import browsing, overview, routing
from annotator.services.project_file import Db
from annotator.services.routing import Confidences, Routing
from annotator.ui import theme
from annotator.ui.actions import Action
from annotator.ui.pages.base import GAP
from annotator.ui.pages.sending import Sending
from annotator.ui.pages.tabbed import Tab
from annotator.ui.session import Session
from annotator.ui.widgets.empty import EmptyState
from annotator.ui.widgets.outlook_card import OutlookCard
from annotator.ui.widgets.routing_card import RoutingCard
from annotator.ui.widgets.scrolled import scrolled

NARROW = 900  # pixels of a tab that has no room for two cards side by side


class _State(NamedTuple):
    """What the tab shows, read at one go. confidences: None without items. waiting: items that wait for people."""

    llms: list[Annotator]
    confidences: Confidences | None
    current: Routing | None
    waiting: int


class PeopleTab(Tab):
    """Follows the run that goes on, and works before any LLM has answered."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.routing = RoutingCard()
        self.routing.agent_chosen.connect(self._refresh)
        Sending(self.routing, session)
        self.outlook = OutlookCard(session)
        self._stack = self._lay_out()
        for happened in (session.labelling.started, session.labelling.ended):
            happened.connect(self._show_running)
        self._show_running()
        self.set_shortcuts(
            [
                Action(
                    "agents_send",
                    self.tr("Send to people"),
                    "Ctrl+Shift+Return",
                    "agents",
                    self.routing.send.click,
                )
            ],
            {"Left Right": self.tr("Move the threshold, on the histogram")},
        )

    def shown(self, argument: object = None) -> None:
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The two cards beside each other, or one below the other where there is no room for that."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Beside each other they need their least widths, and room for the scroll bar."""
        cards = self.routing.minimumSizeHint().width() + self.outlook.minimumSizeHint().width()
        needed = cards + GAP + self._area.verticalScrollBar().sizeHint().width()
        narrow = self.width() < max(needed, theme.px(NARROW))
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def changed(self, changes: Changes) -> None:
        if changes.annotations or changes.runs or changes.items or changes.gold or changes.queue or changes.setup:
            self._refresh()

    def _show_running(self) -> None:
        self.routing.set_running(self.session.labelling.running)

    def _refresh(self) -> None:
        chosen = self.routing.annotator_id
        self.session.compute(lambda db: _read(db, chosen), owner=self, done=self._show)

    def _show(self, state: _State) -> None:
        self._stack.setCurrentIndex(1 if state.confidences is None else 0)
        self.routing.show_agents(state.llms)
        self.routing.show_confidences(state.confidences, state.current, state.waiting)
        self._arrange()

    def _lay_out(self) -> QStackedWidget:
        content = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addWidget(self.routing, 1)
        self._row.addWidget(self.outlook, 1)
        self._area = area = scrolled(content, sideways=True)
        stack = QStackedWidget()
        stack.addWidget(area)
        stack.addWidget(
            EmptyState(
                "account-multiple-outline",
                self.tr("Nothing to check yet"),
                self.tr("Import items first; then LLMs and people can label them."),
                self.tr("Go to Items"),
                lambda: self.session.go("items"),
            )
        )
        self.body.addWidget(stack, 1)
        return stack


def _read(db: Db, chosen: int | None) -> _State:
    llms, current, waiting = routing.llms(db), routing.current(db), overview.waiting(db)
    if llms:
        known = chosen if any(llm.id == chosen for llm in llms) else None
        return _State(llms, routing.preview(db, known), current, waiting)
    return _State([], routing.no_confidences() if browsing.item_ids(db) else None, current, waiting)
