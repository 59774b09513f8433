"""Tabs that show what they read of the project beside the window."""

from __future__ import annotations

from functools import partial
from typing import Generic, TypeVar

from PySide6.QtWidgets import QApplication, QStackedWidget, QTabBar, QWidget

from annotator.domain.model import Report
from annotator.errors import UserError
from annotator.services.project_file import Db
from annotator.ui.jobs import Reporter
from annotator.ui.pages.tabbed import Tab
from annotator.ui.session import Session
from annotator.ui.widgets.empty import EmptyState
from annotator.ui.widgets.reading import Reading

State = TypeVar("State")


class ReadingTab(Tab, Generic[State]):
    """Reads once at a time and only while it is looked at, so that a long run does not pile readings up."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._under_way: Reporter | None = None
        self._again = False
        self._faces = QStackedWidget()
        self._faces.addWidget(Reading())
        self.body.addWidget(self._faces, 1)

    def set_faces(self, content: QWidget, empty: EmptyState) -> None:
        """What is in sight once something, or nothing, was read."""
        self._content, self.empty = content, empty
        self._faces.addWidget(content)
        self._faces.addWidget(empty)

    def read(self, db: Db, report: Report) -> State:
        """What the tab shows; called on the compute thread, so it touches no widget. `report` stops it."""
        raise NotImplementedError

    def show_state(self, state: State) -> bool:
        """Show what was read; False when there is nothing to show."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Put the focus where the arrow keys are of use; called once something is shown."""

    def shown(self, argument: object = None) -> None:
        if not isinstance(QApplication.focusWidget(), QTabBar):  # else arrow keys are at work there
            self.setFocus()
        self.refresh()

    def hidden(self) -> None:
        """A reading that is under way is dropped."""
        if self._under_way is not None:
            self._under_way.stop()
        self._under_way, self._again = None, False

    def refresh(self) -> None:
        """Read anew; what is wished meanwhile is read afterwards, once."""
        self._again = self._under_way is not None
        if self._again:
            return
        reporter = self._under_way = Reporter()
        self.session.compute(
            lambda db: self.read(db, reporter.report),
            owner=self,
            done=partial(self._read, reporter),
            failed=partial(self._not_read, reporter),
            reporter=reporter,
        )

    def _read(self, reporter: Reporter, state: State) -> None:
        if reporter is self._under_way:
            self._faces.setCurrentWidget(self._content if self.show_state(state) else self.empty)
            if self.hasFocus():
                self.focus_first()
            self._end()

    def _not_read(self, reporter: Reporter, error: UserError) -> None:
        if reporter is self._under_way:
            self.session.tell(error)
            self._end()

    def _end(self) -> None:
        self._under_way = None
        if self._again and self.isVisible():
            self.refresh()
