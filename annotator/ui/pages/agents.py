"""LLMs: choosing a model, running it over the items, and routing what it is unsure of to people."""

from __future__ import annotations

import time
from collections.abc import Callable, Coroutine
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QStackedWidget, QTabWidget, QWidget

from annotator.domain.model import Changes
from annotator.errors import UserError
from annotator.services import agents, alt_test, prelabelling, routing
from annotator.services.agents import AgentChoice, AgentInfo, Plan
from annotator.services.alt_test import Verdict
from annotator.services.prelabelling import Control, Progress, Summary
from annotator.services.project_file import Db
from annotator.services.routing import Confidences, Routing
from annotator.ui import theme
from annotator.ui.pages.base import GAP, Page
from annotator.ui.pages.sending import Sending
from annotator.ui.session import Session
from annotator.ui.widgets import buttons
from annotator.ui.widgets.agent_form import AgentForm
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.empty import EmptyState
from annotator.ui.widgets.job_bar import JobBar
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.records import Records, percent
from annotator.ui.widgets.routing_card import RoutingCard
from annotator.ui.widgets.text import text_label

_ANNOUNCED = 2.0  # seconds between two refreshes of the window while a run goes on
_INVALID_SHOWN = 500

Run = Callable[..., Coroutine[Any, Any, Summary]]


class _State(NamedTuple):
    """What the page shows, read at one go."""

    agents: list[AgentInfo]
    invalid: list[tuple[int, str, str, str]]
    confidences: Confidences | None
    current: Routing | None


class _Progress(QObject):
    """Carries a run's progress from the loop's thread to the window's."""

    progressed = Signal(object)


class AgentsPage(Page):
    """One run at a time. `run` is the service that runs an agent."""

    title = "Agents"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.run: Run = prelabelling.run
        self._control: Control | None = None
        self._plan: Plan | None = None
        self._asked = 0
        self._announced = 0.0
        self._agents: list[AgentInfo] = []
        self._relay = _Progress(self)
        self._relay.progressed.connect(self._progressed)
        header = self.add_header(self.tr("Agents"), self.tr("LLMs that label, and which of their answers people check"))
        self._header = header
        self.form = AgentForm()
        self.form.changed.connect(self._read_plan)
        self.start_button = buttons.filled(self.tr("Start"), "play", self.start)
        self.start_button.setObjectName("start_run")
        self.start_button.setEnabled(False)  # until it is known what would be asked
        self.progress = JobBar(pausable=True)
        self.progress.pause_toggled.connect(self._pause)
        self.progress.stopped.connect(self.stop)
        self.privacy = InlineNotice()
        self.planned = text_label("", "muted", wrap=True)
        self.planned.setObjectName("plan")
        self.outcome = InlineNotice()
        self.routing = RoutingCard()
        Sending(self.routing, session)
        self.agents = Records(
            (
                self.tr("Agent"),
                self.tr("Labelled"),
                self.tr("Invalid"),
                self.tr("Mean confidence"),
                self.tr("Accuracy on gold"),
                self.tr("Confidence from"),
                self.tr("Last run"),
            ),
            numbers=(1, 2, 3, 4),
            stretch=5,
        )
        self.agents.setObjectName("agents")
        self.invalid = Records((self.tr("Item"), self.tr("Agent"), self.tr("Why"), self.tr("Reply")), stretch=3)
        self.invalid.setObjectName("invalid_replies")
        self.verdicts = Records(
            (self.tr("Agent"), self.tr("Winning rate"), self.tr("Advantage"), self.tr("May it replace people?")),
            numbers=(1, 2),
            stretch=3,
        )
        self.verdicts.setObjectName("verdicts")
        self.verdicts.setWordWrap(True)
        self._stack = self._lay_out()

    def shown(self, argument: object = None) -> None:
        self._refresh()
        if argument == "invalid":
            self._tabs.setCurrentWidget(self.invalid)

    def changed(self, changes: Changes) -> None:
        if changes.annotations or changes.runs or changes.items or changes.gold or changes.queue or changes.setup:
            self._refresh()

    @property
    def running(self) -> bool:
        return self._control is not None

    def start(self) -> None:
        """Begin or go on; a key that was typed is put into the keyring first."""
        choice = self.form.choice()
        if choice is None or self.running:
            return
        key = self.form.key.text().strip()
        self.outcome.clear()
        if not key or choice.built_in:
            self._start(choice, "")
            return
        self.start_button.setEnabled(False)
        self.session.jobs.on_background(
            lambda: agents.store_key(choice, key),
            owner=self,
            done=lambda _: self._key_kept(choice, self.tr("The key is kept in this computer's keyring."), ""),
            failed=lambda error: self._key_kept(
                choice, self.tr("{why} The key is used for this run only.").format(why=error.message), key
            ),
        )

    def stop(self) -> None:
        """What was answered stays; Start goes on with the rest."""
        if self._control is not None:
            self._control.stop()

    def _key_kept(self, choice: AgentChoice, sentence: str, key: str) -> None:
        self.form.key.clear()
        self.session.tell(sentence, "info")
        self._start(choice, key)

    def _start(self, choice: AgentChoice, key: str) -> None:
        self._control = Control()
        self.progress.start(self.tr("Labelling"))
        self._show_running()
        coroutine = self.run(
            self.session.jobs.store,
            choice,
            limit=self.form.limit_chosen(),
            concurrency=self.form.concurrency_chosen(),
            control=self._control,
            progress=self._relay.progressed.emit,
            api_key=key,
        )
        self.session.jobs.on_calls(coroutine, owner=self, done=self._finished, failed=self._failed)

    def _pause(self, paused: bool) -> None:
        if self._control is not None:
            (self._control.pause if paused else self._control.resume)()

    def _progressed(self, progress: Progress) -> None:
        if not self.running:
            return
        self.progress.set_progress(
            progress.done, progress.total, rate=progress.rate, seconds_left=progress.seconds_left
        )
        self.planned.setText(self._counts(progress.labelled, progress.invalid, progress.failed))
        now = time.monotonic()
        if now - self._announced > _ANNOUNCED:
            self._announced = now
            self.session.announce(Changes(annotations=True, runs=True))

    def _finished(self, summary: Summary) -> None:
        self.form.name_model(summary.model)
        self._end(summary.changes)
        counts = self._counts(summary.labelled, summary.invalid, summary.failed)
        if summary.failures:
            reasons = " ".join(f"{n:,} × {sentence}" for _, sentence, n in summary.failures[:3])
            self.outcome.show_text(f"{counts}. {reasons}", "warn")
        elif summary.stopped:
            self.outcome.show_text(self.tr("Stopped. {counts}; Start goes on with the rest.").format(counts=counts))
        else:
            self.outcome.show_text(self.tr("Done. {counts}.").format(counts=counts), "good")

    def _failed(self, error: UserError) -> None:
        self._end(Changes(annotations=True, runs=True))
        self.outcome.show_text(str(error), "bad")

    def _end(self, changes: Changes) -> None:
        self._control = None
        self.progress.finish()
        self._show_running()
        self.session.announce(changes)
        self._refresh()

    def _counts(self, labelled: int, invalid: int, failed: int) -> str:
        return self.tr("{labelled} labelled · {invalid} invalid · {failed} failed").format(
            labelled=f"{labelled:,}", invalid=f"{invalid:,}", failed=f"{failed:,}"
        )

    def _show_running(self) -> None:
        self.form.setEnabled(not self.running)
        self.start_button.setVisible(not self.running)

    def _refresh(self) -> None:
        self.session.compute(_read, owner=self, done=self._show)
        self._read_plan()

    def _show(self, state: _State) -> None:
        self._agents = state.agents
        self.agents.show_rows([self._agent_row(agent) for agent in state.agents])
        self.invalid.show_rows(
            [(str(item_id), name, reason, " ".join(raw.split())) for item_id, name, raw, reason in state.invalid]
        )
        invalid = sum(agent.invalid for agent in state.agents)
        self._tabs.setTabText(1, self.tr("Invalid replies ({n})").format(n=f"{invalid:,}"))
        self._bottom.setVisible(bool(state.agents))
        self.routing.show_confidences(state.confidences, state.current)
        self._show_accuracy()
        self._read_verdicts()

    def _agent_row(self, agent: AgentInfo) -> tuple[str, ...]:
        accuracy = agent.accuracy
        measured = percent(accuracy.value)
        if accuracy.value is not None:
            measured += f"  ({100 * accuracy.low:.0f}–{100 * accuracy.high:.0f}, n = {accuracy.of:,})"
        states = {
            "finished": self.tr("finished"),
            "stopped": self.tr("stopped, can go on"),
            "failed": self.tr("broken off, can go on"),
            "running": self.tr("running") if self.running else self.tr("broken off, can go on"),
        }
        mean = "" if agent.mean_confidence is None else f"{agent.mean_confidence:.2f}"
        return (
            agent.annotator.name,
            f"{agent.labelled:,}",
            f"{agent.invalid:,}",
            mean,
            measured or self.tr("no gold yet"),
            agent.calibration,
            states.get(agent.run_status, agent.run_status),
        )

    def _read_plan(self) -> None:
        """Only the latest choice counts; its plan says what is asked and what leaves this computer."""
        self._asked += 1
        asked, choice, limit = self._asked, self.form.choice(), self.form.limit_chosen()
        if choice is None:
            self._show_plan(None)
            return

        def show(plan: Plan | None, error: UserError | None = None) -> None:
            if asked == self._asked:
                self._show_plan(plan, error)

        self.session.compute(
            lambda db: agents.plan(db, choice, limit),
            owner=self,
            done=show,
            failed=lambda error: show(None, error),
        )

    def _show_plan(self, plan: Plan | None, error: UserError | None = None) -> None:
        """Without a plan nothing can be started: `error` says why, else the model is not named yet."""
        self._plan = plan
        self.start_button.setEnabled(plan is not None and plan.to_ask > 0)
        if self.running:
            return
        self._stack.setCurrentIndex(1 if plan is not None and not plan.items else 0)
        self._show_accuracy()
        if plan is None:
            self.planned.setText("" if error else self.tr("Say which model, to see what will be asked."))
            self.privacy.show_text(str(error) if error else "", "bad")
            return
        self.planned.setText(self._plan_text(plan))
        self.start_button.setText(self.tr("Go on") if plan.answered and plan.to_ask else self.tr("Start"))
        if plan.local:
            self.privacy.show_text(self.tr("Nothing leaves this computer."), "good")
        else:
            sentence = self.tr("The text of {n} items goes to {host}.")
            sent = plan.to_ask + (plan.examples if plan.to_ask else 0)
            self.privacy.show_text(sentence.format(n=f"{sent:,}", host=plan.goes_to), "warn")

    def _plan_text(self, plan: Plan) -> str:
        if plan.to_ask:
            parts = [self.tr("{n} items will be asked.").format(n=f"{plan.to_ask:,}")]
            if plan.answered:
                parts.append(self.tr("{n} are answered already.").format(n=f"{plan.answered:,}"))
        elif plan.answered:
            parts = [self.tr("All {n} items are answered.").format(n=f"{plan.answered:,}")]
        else:
            parts = [self.tr("No item is left to ask.")]
        if plan.examples:
            parts.append(self.tr("{n} are its examples.").format(n=f"{plan.examples:,}"))
        return " ".join(parts)

    def _show_accuracy(self) -> None:
        name = self._plan.agent_name if self._plan else ""
        self.form.show_accuracy(next((agent for agent in self._agents if agent.annotator.name == name), None))

    def _read_verdicts(self) -> None:
        """Only while they are looked at: the test reads every answer."""
        if self._tabs.currentWidget() is self.verdicts:
            self.session.compute(alt_test.verdicts, owner=self, done=self._show_verdicts)

    def _show_verdicts(self, found: list[Verdict]) -> None:
        rows = []
        for verdict in found:
            rate, advantage = verdict.result.winning_rate, verdict.result.advantage
            numbers = ["" if value is None else f"{value:.2f}" for value in (rate, advantage)]
            rows.append((verdict.llm.name, *numbers, verdict.sentence))
        self.verdicts.show_rows(rows)
        self.verdicts.resizeRowsToContents()

    def _lay_out(self) -> QStackedWidget:
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GAP)
        grid.addWidget(self._model_card(), 0, 0)
        grid.addWidget(self.routing, 0, 1)
        self._bottom = self._tables()
        grid.addWidget(self._bottom, 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(0, 3)
        grid.setRowStretch(1, 2)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        stack = QStackedWidget()
        stack.addWidget(area)
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

    def _model_card(self) -> Card:
        card = Card()
        card.body.addWidget(text_label(self.tr("Who labels"), "card-title"))
        card.body.addWidget(self.form)
        card.body.addWidget(self.privacy)
        card.body.addStretch(1)
        card.body.addWidget(self.outcome)
        card.body.addWidget(self.progress)
        row = QHBoxLayout()
        row.addWidget(self.planned, 1)
        row.addWidget(self.start_button)
        card.body.addLayout(row)
        return card

    def _tables(self) -> Card:
        card = Card(padding=14)
        self._tabs = QTabWidget()
        self._tabs.addTab(self.agents, self.tr("Agents"))
        self._tabs.addTab(self.invalid, self.tr("Invalid replies"))
        self._tabs.addTab(self.verdicts, self.tr("May it replace people?"))
        self._tabs.currentChanged.connect(lambda _: self._read_verdicts())
        card.body.addWidget(self._tabs)
        card.setMinimumHeight(theme.px(190))
        return card


def _read(db: Db) -> _State:
    found = agents.agents(db)
    confidences = routing.preview(db) if any(agent.labelled + agent.invalid for agent in found) else None
    return _State(found, agents.invalid_replies(db, _INVALID_SHOWN), confidences, routing.current(db))
