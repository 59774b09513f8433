"""The calibration tab: worked out, and its plots loaded, only when somebody looks at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from annotator.errors import UserError
from annotator.services import confidence, reliability
from annotator.services.project_file import Db
from annotator.services.reliability import Report
from annotator.texts import figure
from annotator.ui import plotting
from annotator.ui.session import Session
from annotator.ui.widgets.empty import EmptyState
from annotator.ui.widgets.reading import Reading

if TYPE_CHECKING:
    from annotator.ui.widgets.calibration_view import CalibrationView


class CalibrationTab(QWidget):
    """Call refresh() when the project has changed; while nobody looks it costs nothing."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._reading = self._again = False
        self.view: CalibrationView | None = None
        self.empty: EmptyState | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(Reading())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def refresh(self) -> None:
        """Changes that come while it is being worked out are taken in together, afterwards."""
        if not self.isVisible():
            return
        self._again = self._reading
        if not self._reading:
            self._reading = True
            self._session.compute(_read, owner=self, done=self._show, failed=self._failed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _show(self, report: Report) -> None:
        self._reading = False
        if report.sources:
            view = self._view()
            # In a turn of its own, since making the plots has taken a frame or two.
            QTimer.singleShot(0, view, lambda: self._fill(view, report))
        else:
            self._show_empty(report.measuring)
        if self._again:
            self.refresh()

    def _fill(self, view: CalibrationView, report: Report) -> None:
        view.show_report(report)
        self._stack.setCurrentWidget(view)

    def _failed(self, error: UserError) -> None:
        self._reading = False
        self._session.tell(error)

    def _view(self) -> CalibrationView:
        if self.view is None:
            from annotator.ui.widgets.calibration_view import CalibrationView

            self.view = CalibrationView()
            self.view.recalibration_wished.connect(self._recalibrate)
            self.view.copied.connect(lambda sentence: self._session.tell(sentence, "good"))
            self._stack.addWidget(self.view)
        return self.view

    def _show_empty(self, gold: int) -> None:
        if self.empty is not None:
            self._stack.removeWidget(self.empty)
            self.empty.deleteLater()
        self.empty = self._not_merged(gold) if gold else self._without_gold()
        self._stack.addWidget(self.empty)
        self._stack.setCurrentWidget(self.empty)

    def _without_gold(self) -> EmptyState:
        return EmptyState(
            "target",
            self.tr("No gold to measure on"),
            self.tr(
                "Settle about 50 items, drawn at random, in Review, or import gold under Items. Then this"
                " page shows how far probabilities can be trusted."
            ),
            self.tr("Settle items at random"),
            lambda: self._session.go("review", "random"),
        )

    def _not_merged(self, gold: int) -> EmptyState:
        return EmptyState(
            "target",
            self.tr("No probabilities to measure"),
            self.tr(
                "{n} items have gold, but none of them a merged label or an LLM's confidence. Merge the answers, or let"
                " an LLM answer."
            ).format(n=figure(gold)),
            self.tr("Go to Agents"),
            lambda: self._session.go("agents"),
        )

    def _recalibrate(self) -> None:
        self._session.write(confidence.on_gold, owner=self, done=lambda _: self.refresh())


def _read(db: Db) -> Report:
    """On a worker thread, where loading the plots stops nobody."""
    report = reliability.report(db)
    if report.sources:
        plotting.load()
    return report
