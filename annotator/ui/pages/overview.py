"""Where the project stands, and the next sensible step."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from annotator.domain.model import Changes
from annotator.services.overview import Notice, Summary
from annotator.ui import theme
from annotator.ui.actions import Action
from annotator.ui.pages.base import Page
from annotator.ui.pages.next_step import Step, next_step
from annotator.ui.pages.overview_beside import Beside
from annotator.ui.session import Session
from annotator.ui.widgets import buttons
from annotator.ui.widgets.accuracy import AccuracyCard
from annotator.ui.widgets.attention import AttentionCard
from annotator.ui.widgets.empty import EmptyState
from annotator.ui.widgets.flow_numbers import FlowCard, FlowPart
from annotator.ui.widgets.job_bar import JobBar
from annotator.ui.widgets.reading import Reading
from annotator.ui.widgets.scrolled import scrolled
from annotator.ui.widgets.who_answered import WhoCard

NARROW = 860  # pixels of a page that has no room for two cards beside each other

# Shown as a flow, left to right: numbers of the summary.
NUMBERS = (
    "items",
    "llm_answered",
    "accepted",
    "answered_by_people",
    "settled",
    "waiting",
    "in_conflict",
    "not_routed",
)


class OverviewPage(Page):
    title = "Overview"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._step = Step.PRELABEL
        self.next_button = buttons.filled(self._step_text(self._step), "play", self._do_next)
        self.next_button.setObjectName("next_step")
        self.next_button.hide()
        header = self.add_header(self.tr("Overview"))
        header.add(self.next_button)
        self.flow = FlowCard(self._parts())
        self.flow.chosen.connect(self._follow)
        self.accuracy = AccuracyCard(session)
        self.outlook = self.accuracy.outlook
        self.accuracy.merge_button.clicked.connect(lambda checked=False: self.merge())
        self.attention = AttentionCard()
        self.attention.chosen.connect(self._look_at)
        self.who = WhoCard()
        self.who.costs_wished.connect(lambda: session.go("agents", "costs"))
        self._unusual: tuple[Notice, ...] = ()
        self.beside = Beside(session, self)
        self.beside.costs_read.connect(self.who.show_costs)
        self.beside.unusual_read.connect(self._show_unusual)
        self.job_bar = JobBar()
        self.job_bar.stopped.connect(session.merging.stop)
        session.merging.progressed.connect(self.job_bar.set_progress)
        for happened in (session.merging.begun, session.merging.ended):
            happened.connect(self._show_merging)
        self.run_bar = JobBar(stoppable=False)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._content())
        self.empty = self._empty()
        self._stack.addWidget(self.empty)
        reading = Reading()
        self._stack.addWidget(reading)
        self._stack.setCurrentWidget(reading)
        self.body.addWidget(self._stack, 1)
        session.summarised.connect(self._show)
        for happened in (session.labelling.started, session.labelling.ended):
            happened.connect(self._show_run)
        self._bind_keys()

    def shown(self, argument: object = None) -> None:
        self._show_run()
        self._show_merging()
        if self.session.summary is not None:
            self._show(self.session.summary)
        self.session.refresh_summary()

    def changed(self, changes: Changes) -> None:
        """The session counts anew by itself, a moment after the last change; after a merge, for whose number somebody
        waits here, at once."""
        if changes.posteriors:
            if self.session.summary is not None:
                self.accuracy.show_summary(self.session.summary)
            self.session.refresh_summary()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The cards beside each other, or one below the other where there is no room for that."""
        super().resizeEvent(event)
        narrow = event.size().width() < theme.px(NARROW)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def merge(self) -> None:
        """Merge beside the window, then put the result in force."""
        if not self.accuracy.merge_button.isEnabled():
            return
        self.session.merging.start()

    def _show_merging(self) -> None:
        busy = self.session.merging.running
        self.accuracy.merge_button.setEnabled(not busy)
        self.next_button.setEnabled(not busy)
        if busy:
            self.job_bar.start(self.tr("Merging"))
        else:
            self.job_bar.finish()

    def _show(self, summary: Summary) -> None:
        empty = summary.items == 0
        self._stack.setCurrentIndex(1 if empty else 0)
        self.next_button.setVisible(not empty)
        self._show_run()
        self.accuracy.merge_button.setEnabled(summary.answered and self.next_button.isEnabled())
        self.flow.set_numbers({name: getattr(summary, name) for name in NUMBERS})
        if summary.merge is None:
            self.flow.set_unknown("in_conflict", self.tr("Conflicts are known once the answers are merged"))
        self.accuracy.show_summary(summary)
        self.who.show_summary(summary)
        self.attention.set_notices((*summary.attention, *self._unusual))
        self.beside.refresh()

    def _show_unusual(self, notices: tuple[Notice, ...]) -> None:
        self._unusual = notices
        if self.session.summary is not None:
            self.attention.set_notices((*self.session.summary.attention, *notices))

    def _follow(self, number: str) -> None:
        """To the items that a number counts; to Review, where conflicts are settled."""
        summary = self.session.summary
        if summary is None:
            return
        found = summary.behind(number)
        if number == "in_conflict":
            self.session.go("review")
        elif found is None:
            self.session.go("agents", "label")
        else:
            self.session.go("items", found)

    def _look_at(self, page: str, argument: object) -> None:
        """What asks for this page asks for a merge."""
        if page == "overview":
            self.merge()
        else:
            self.session.go(page, argument)

    def _show_step(self, summary: Summary) -> None:
        self._step = next_step(summary, running=self.session.labelling.running)
        self.next_button.setText(self._step_text(self._step))
        self.next_button.setIcon(theme.icon("progress-clock" if self._step is Step.WATCH else "play", "on_accent"))

    def _show_run(self) -> None:
        """The run of an LLM that goes on, with what follows from it; shown anew with the numbers, so that all agree."""
        labelling = self.session.labelling
        if labelling.running and labelling.progress is None:
            self.run_bar.start(self.tr("Labelling"))
        elif labelling.running and labelling.progress is not None:
            done = labelling.progress
            if self.run_bar.isHidden():
                self.run_bar.start(self.tr("Labelling"))
                self.run_bar.show()
            self.run_bar.set_progress(done.done, done.total, rate=done.rate, seconds_left=done.seconds_left)
        else:
            self.run_bar.finish()
        if self.session.summary is not None:
            self._show_step(self.session.summary)

    def _do_next(self) -> None:
        if not self.next_button.isEnabled():
            return
        if self._step is Step.MERGE:
            self.merge()
            return
        pages = {
            Step.WATCH: "agents",
            Step.PRELABEL: "agents",
            Step.ROUTE: "agents",
            Step.ANNOTATE: "annotate",
            Step.REVIEW: "review",
        }
        self.session.go(pages.get(self._step, "export"))

    def _step_text(self, step: Step) -> str:
        return {
            Step.WATCH: self.tr("Watch the run"),
            Step.PRELABEL: self.tr("Pre-label"),
            Step.ROUTE: self.tr("Route"),
            Step.ANNOTATE: self.tr("Annotate next"),
            Step.MERGE: self.tr("Merge"),
            Step.REVIEW: self.tr("Review"),
            Step.EXPORT: self.tr("Export"),
        }[step]

    def _parts(self) -> list[FlowPart]:
        return [
            FlowPart("items", self.tr("items"), ""),
            FlowPart("llm_answered", self.tr("answered by LLMs"), ""),
            FlowPart("accepted", self.tr("accepted"), "accent"),
            FlowPart("answered_by_people", self.tr("answered by people"), "good"),
            FlowPart("settled", self.tr("settled"), "settled"),
            FlowPart("waiting", self.tr("waiting for people"), "warn"),
            FlowPart("in_conflict", self.tr("in conflict"), "bad"),
            FlowPart("not_routed", self.tr("not routed yet"), "faint", in_bar=False),
        ]

    def _content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.flow)
        for bar in (self.run_bar, self.job_bar):
            self.flow.body.addWidget(bar)
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(16)
        row.addWidget(self.accuracy, 3)
        beside = QVBoxLayout()
        beside.setSpacing(16)
        beside.addWidget(self.attention)
        beside.addWidget(self.who, 1)
        self.attention.setMinimumWidth(theme.px(240))
        row.addLayout(beside, 2)
        column.addLayout(row, 1)
        return scrolled(content)

    def _bind_keys(self) -> None:
        table = (
            ("overview_next", self.tr("The next step"), "Ctrl+Return", self._do_next),
            ("overview_merge", self.tr("Merge"), "Ctrl+M", self.merge),
        )
        self.set_shortcuts([Action(name, text, keys, "overview", target) for name, text, keys, target in table])

    def _empty(self) -> EmptyState:
        return EmptyState(
            "inbox-outline",
            self.tr("No items yet"),
            self.tr("Import a file with the texts to be labelled, one a row."),
            self.tr("Go to Items"),
            lambda: self.session.go("items"),
        )
