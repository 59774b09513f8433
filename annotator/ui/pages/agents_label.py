"""The Label tab of the Agents page: who labels which items, at what price, and the run itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from annotator.domain.model import Changes
from annotator.domain.redaction import Redaction
from annotator.errors import UserError
from annotator.services import agents, redaction_preview
from annotator.services.agents import AgentChoice, AgentInfo
from annotator.services.cascade import Outcome
from annotator.services.prelabelling import Progress, Summary
from annotator.ui import run_plan
from annotator.ui.actions import Action
from annotator.ui.labelling import Order
from annotator.ui.pages.agents_shown import AgentsShown
from annotator.ui.pages.agents_start import Starting
from annotator.ui.pages.base import GAP
from annotator.ui.pages.tabbed import Tab
from annotator.ui.run_plan import Planned
from annotator.ui.session import Session
from annotator.ui.widgets.agent_tables import AgentTables
from annotator.ui.widgets.empty import EmptyState
from annotator.ui.widgets.permission import Permission
from annotator.ui.widgets.run_card import RunCard
from annotator.ui.widgets.scrolled import scrolled

_TYPING = 250  # ms without a key press before a name or an address is looked at


class LabelTab(Tab):
    """Shows the session's run and what came of those before; the run itself goes on without the tab."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.labelling = session.labelling
        self._planned: Planned | None = None
        self._order: Order | None = None  # what that is the plan of
        self._asked = 0
        self._agents: list[AgentInfo] = []
        self.card = RunCard()
        self.form, self.terms, self.team = self.card.form, self.card.terms, self.card.team
        self.start_button, self.progress = self.card.start_button, self.card.progress
        self.planned, self.outcome, self.privacy = self.card.planned, self.card.outcome, self.card.privacy
        self.permission = Permission()
        self.tables = AgentTables()
        self.shown_agents = AgentsShown(self.tables, self.form, session)
        self.starting = Starting(self.card, self.permission, session)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING)
        self._typing.timeout.connect(self._read_plan)
        self._stack = self._lay_out()
        self._connect()
        self._bind_keys()
        if self.running:
            self._started()

    def shown(self, argument: object = None) -> None:
        """argument: an AgentChoice that is to label, or the name of an agent to look at."""
        self.terms.offer_items([] if self.session.items_found is None else [self.session.items_found])
        self._refresh()
        if isinstance(argument, AgentChoice):
            self.form.choose(argument)
        elif isinstance(argument, str):
            self.tables.choose(argument)

    def changed(self, changes: Changes) -> None:
        if changes.annotations or changes.runs or changes.items or changes.gold or changes.queue or changes.setup:
            self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.card.arrange(event.size().width())
        self.tables.arrange(event.size().width())

    @property
    def running(self) -> bool:
        return self.labelling.running

    def order(self) -> Order | None:
        """What the form, the team and the terms say; None while something is missing."""
        chosen = self._members()
        if not chosen:
            return None
        return Order(
            tuple(choice for choice, _ in chosen),
            selection=self.terms.selection,
            limit=None if self.team.thresholds else self.terms.limit_chosen,
            concurrency=self.terms.concurrency_chosen,
            per_minute=self.terms.per_minute_chosen,
            timeout=self.terms.timeout_chosen,
            cap=self.terms.cap or None,
            cache=self.terms.cache_chosen,
            thresholds=self.team.thresholds,
            api_keys={place: key for place, (_, key) in enumerate(chosen) if key},
        )

    def start(self) -> None:
        """Begin or go on with what is planned."""
        order, seen = self.order(), self._planned
        if order is None or seen is None or self.running or not self.start_button.isEnabled():
            return
        if order.alike(self._order):
            self.starting.start(order, seen)

    def test(self) -> None:
        """Try the model of the form, one test at a time."""
        choice = self.form.choice()
        if choice is not None and not self.starting.testing.running:
            self.starting.test(self._redacted(choice), self._key(choice))

    def _members(self) -> Sequence[tuple[AgentChoice, str]]:
        """Who labels, each with its API key."""
        if self.team.mode == "alone":
            choice = self.form.choice()
            return () if choice is None else ((self._redacted(choice), self._key(choice)),)
        members = self.team.members
        return [(self._redacted(m.choice), m.key) for m in members] if len(members) > 1 else ()

    def _redacted(self, choice: AgentChoice) -> AgentChoice:
        """What is ticked is never sent: an agent that is taken as it is takes that out beside what it always has."""
        wished = self.terms.redaction_chosen
        if not wished or choice.exact is None:
            return choice if not wished else replace(choice, redaction=wished)
        exact = choice.exact
        return replace(choice, exact=replace(exact, redaction=_both(exact.redaction, wished)))

    def _key(self, choice: AgentChoice) -> str:
        return "" if choice.built_in else self.form.key.text().strip()

    def _join(self) -> None:
        choice = self.form.choice()
        if choice is None:
            return
        shown = choice.place().display_name if choice.named else choice.api_base
        name = self.form.chosen.accessibleName() if choice.exact is not None else shown
        if not self.team.join(choice, name, self._key(choice)):
            self.session.tell(self.tr("“{name}” is there already.").format(name=name), "warn")

    def _make_room(self) -> None:
        """For what is to be read before anything leaves."""
        self.tables.hide()
        self.start_button.hide()  # one thing is asked at a time
        QTimer.singleShot(0, self.permission, lambda: self._area.ensureWidgetVisible(self.permission))

    def _take_room_back(self) -> None:
        self.tables.setVisible(bool(self._agents))
        self.start_button.setVisible(not self.running)

    def _pause_or_go_on(self) -> None:
        if self.running:
            self.progress.pause_button.click()

    def _stop(self) -> None:
        """The run; a test while there is none."""
        if self.running:
            self.progress.stop_button.click()
        elif self.starting.testing.running:
            self.starting.testing.stop()
        else:
            self.shown_agents.testing.stop()

    def _test_or_stop(self) -> None:
        if self.starting.testing.running:
            self.starting.testing.stop()
        else:
            self.test()

    def _started(self) -> None:
        self.permission.dismiss()
        self.tables.set_running(True)
        self.card.show_started()

    def _progressed(self, progress: Progress) -> None:
        """The counts follow with the tables, from one look at the project."""
        self.card.show_progress(progress, self.labelling.parts, self._names())

    def _names(self) -> list[str]:
        return [plan.agent_name for plan in self._planned.plans] if self._planned else []

    def _ended(self, outcome: Summary | Outcome | UserError) -> None:
        self.tables.set_running(False)
        self.card.show_ended()
        if isinstance(outcome, Summary):
            self.form.name_model(outcome.model)
        self.card.show_outcome(outcome)

    def _refresh(self) -> None:
        self.session.compute(agents.agents, owner=self, done=self._show)
        self._read_plan()

    def _show(self, found: list[AgentInfo]) -> None:
        self._agents = found
        self.tables.show_agents(found)
        self.tables.setVisible(bool(found) and not self.permission.isVisibleTo(self))
        self._show_so_far()
        self._show_accuracy()

    def _show_so_far(self) -> None:
        """The counts of the agents at work, as the table has them; nothing before their first answers."""
        if not self.running or self.labelling.progress is None:
            return
        at_work = [agent for agent in self._agents if agent.run_status == "running"]
        if at_work:
            self.card.show_so_far(
                sum(agent.labelled for agent in at_work),
                sum(agent.invalid for agent in at_work),
                self.labelling.progress.failed,
            )

    def _plan_later(self) -> None:
        """Nothing is started by a plan, or said of where texts go, that is not that of the form."""
        self.card.show_planning()
        self._asked += 1
        self._typing.start()

    def _read_plan(self) -> None:
        """Only the latest choice counts; its plan says what is asked and what leaves this computer."""
        self._typing.stop()
        self._asked += 1
        if self.running or self.session.jobs.path is None:  # closed while somebody typed
            return
        asked, order = self._asked, self.order()
        if order is None or not order.alike(self._order):
            self.start_button.setEnabled(False)  # until it is known what would be asked
        if order is None:
            self._show_plan(None)
            return

        def show(seen: Planned) -> None:
            if asked == self._asked:
                self._order = order
                self._show_plan(seen)
                self._read_takes(asked, order)

        def failed(error: UserError) -> None:
            if asked == self._asked:
                self._show_plan(None, error)

        self.session.compute(lambda db: run_plan.planned(db, order), owner=self, done=show, failed=failed)

    def _read_takes(self, asked: int, order: Order) -> None:
        """What it will take: after the plan, since counting tokens takes longer."""

        def show(sentences: list[str]) -> None:
            if asked == self._asked and not self.running and self._planned is not None:
                self.card.show_takes([run_plan.news(self._planned.plans[0]), *sentences])

        def failed(error: UserError) -> None:
            show([str(error)])

        self.session.compute(lambda db: run_plan.takes(db, order), owner=self, done=show, failed=failed)

    def _show_plan(self, seen: Planned | None, error: UserError | None = None) -> None:
        """Without a plan nothing can be started: `error` says why, else the model is not named yet."""
        self._planned = seen
        if self.running:
            return
        self.start_button.setEnabled(seen is not None and seen.to_ask > 0)
        self._stack.setCurrentIndex(1 if seen is not None and not seen.items else 0)
        self._show_accuracy()
        self.card.show_plan(seen, error)

    def _show_accuracy(self) -> None:
        names = self._names()
        name = names[0] if len(names) == 1 else ""
        self.form.show_accuracy(next((agent for agent in self._agents if agent.annotator.name == name), None))

    def _read_names(self) -> None:
        self.session.jobs.on_background(known_names, owner=self, done=self.form.model.offer)

    def _show_redaction(self) -> None:
        redaction = self.terms.redaction_chosen
        self.session.compute(
            lambda db: redaction_preview.preview(db, redaction), owner=self, done=self.terms.redaction.show_preview
        )

    def _connect(self) -> None:
        self.start_button.clicked.connect(lambda: self.start())
        self.progress.pause_toggled.connect(self.labelling.pause)
        self.progress.stopped.connect(self.labelling.stop)
        self.form.typed.connect(self._plan_later)
        self.team.changed.connect(lambda: self.terms.limit.setEnabled(not self.team.thresholds))
        for changed in (self.form.changed, self.terms.changed, self.team.changed):
            changed.connect(self._read_plan)
        self.form.test_button.clicked.connect(lambda: self._test_or_stop())
        self.form.model.names_wished.connect(self._read_names)
        self.terms.preview_wished.connect(self._show_redaction)
        self.team.add_wished.connect(self._join)
        self.permission.asked.connect(self._make_room)
        self.permission.closed.connect(self._take_room_back)
        self.labelling.started.connect(self._started)
        self.labelling.progressed.connect(self._progressed)
        self.labelling.ended.connect(self._ended)

    def _lay_out(self) -> QStackedWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.card)
        column.addWidget(self.permission)
        column.addWidget(self.tables, 1_000)
        column.addStretch(1)  # the room below the card while there are no agents
        self._area = scrolled(content, sideways=True)
        stack = QStackedWidget()
        stack.addWidget(self._area)
        stack.addWidget(
            EmptyState(
                "robot-outline",
                self.tr("Nothing to label yet"),
                self.tr("Import items first; then an LLM can label all of them in one go."),
                self.tr("Go to Items"),
                lambda: self.session.go("items"),
            )
        )
        self.body.addWidget(stack, 1)
        return stack

    def _bind_keys(self) -> None:
        table = (
            ("agents_start", self.tr("Start, or go on"), "Ctrl+Return", self.start),
            ("agents_pause", self.tr("Pause, or go on"), "Ctrl+P", self._pause_or_go_on),
            ("agents_stop", self.tr("Stop"), "Ctrl+.", self._stop),
            ("agents_test", self.tr("Test the model"), "Ctrl+T", self.test),
        )
        self.set_shortcuts(
            [Action(name, text, keys, "agents", target) for name, text, keys, target in table],
            {"Ctrl+C": self.tr("Copy the table")},
        )


def _both(one: Redaction, other: Redaction) -> Redaction:
    kinds, names = (*one.kinds, *other.kinds), (*one.names, *other.names)
    return Redaction(tuple(dict.fromkeys(kinds)), tuple(dict.fromkeys(names)))


def known_names() -> list[str]:
    """On a background thread: it may wait for litellm."""
    from annotator.services import known_models

    return known_models.every()
