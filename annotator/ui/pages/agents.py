"""LLMs: choosing a model, running it over the items, and routing what it is unsure of to people."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QStackedWidget, QWidget

from annotator.domain.model import Changes
from annotator.domain.words import counted
from annotator.errors import UserError
from annotator.services import agents, alt_test, browsing, routing
from annotator.services.agents import AgentChoice, AgentInfo, Plan
from annotator.services.prelabelling import Progress, Summary
from annotator.services.project_file import Db
from annotator.services.routing import Confidences, Routing
from annotator.ui import theme
from annotator.ui.actions import Action
from annotator.ui.pages.base import GAP, Page
from annotator.ui.pages.sending import Sending
from annotator.ui.session import Session
from annotator.ui.widgets import buttons
from annotator.ui.widgets.agent_form import AgentForm
from annotator.ui.widgets.agent_tables import AgentTables
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.empty import EmptyState
from annotator.ui.widgets.job_bar import JobBar
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.routing_card import RoutingCard
from annotator.ui.widgets.text import text_label

NARROW = 960  # pixels of a page that has no room for two cards side by side
_INVALID_SHOWN = 500
_TYPING = 250  # ms without a key press before a name or an address is looked at


class _State(NamedTuple):
    """What the page shows, read at one go."""

    agents: list[AgentInfo]
    invalid: list[tuple[str, str, str, str]]
    confidences: Confidences | None
    current: Routing | None


class AgentsPage(Page):
    """Shows the session's run and what came of those before; the run itself goes on without the page."""

    title = "Agents"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.labelling = session.labelling
        self._plan: Plan | None = None
        self._asked = 0
        self._agents: list[AgentInfo] = []
        self._header = self.add_header(
            self.tr("Agents"), self.tr("LLMs that label, and which of their answers people check")
        )
        self.form = AgentForm()
        self.form.changed.connect(self._read_plan)
        self.form.typed.connect(self._plan_later)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING)
        self._typing.timeout.connect(self._read_plan)
        self.start_button = buttons.filled(self.tr("Start"), "play", self.start)
        self.start_button.setObjectName("start_run")
        self.start_button.setEnabled(False)  # until it is known what would be asked
        self.progress = JobBar(pausable=True)
        self.progress.pause_toggled.connect(self.labelling.pause)
        self.progress.stopped.connect(self.labelling.stop)
        self.privacy = InlineNotice()
        self.planned = text_label("", "muted", wrap=True)
        self.planned.setObjectName("plan")
        self.outcome = InlineNotice()
        self.routing = RoutingCard()
        Sending(self.routing, session)
        self.tables = AgentTables()
        self.tables.verdicts_wished.connect(self._read_verdicts)
        self._stack = self._lay_out()
        self.labelling.started.connect(self._started)
        self.labelling.progressed.connect(self._progressed)
        self.labelling.ended.connect(self._ended)
        self._bind_keys()
        if self.running:
            self._started()

    def shown(self, argument: object = None) -> None:
        self._refresh()
        if argument == "invalid":
            self.tables.open_invalid()

    def changed(self, changes: Changes) -> None:
        if changes.annotations or changes.runs or changes.items or changes.gold or changes.queue or changes.setup:
            self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < theme.px(NARROW)
        if narrow != self._narrow:
            self._arrange(narrow=narrow)

    @property
    def running(self) -> bool:
        return self.labelling.running

    def start(self) -> None:
        """Begin or go on; a key that was typed is put into the keyring first."""
        choice = self.form.choice()
        if choice is None or self.running or not self.start_button.isEnabled():
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

    def _pause_or_go_on(self) -> None:
        if self.running:
            self.progress.pause_button.click()

    def _stop(self) -> None:
        if self.running:
            self.progress.stop_button.click()

    def _key_kept(self, choice: AgentChoice, sentence: str, key: str) -> None:
        self.form.key.clear()
        self.session.tell(sentence, "info")
        self._start(choice, key)

    def _start(self, choice: AgentChoice, key: str) -> None:
        self.labelling.start(
            choice, limit=self.form.limit_chosen(), concurrency=self.form.concurrency_chosen(), api_key=key
        )

    def _started(self) -> None:
        self.progress.start(self.tr("Labelling"))
        self._show_running()

    def _progressed(self, progress: Progress) -> None:
        """The counts follow with the tables and the histogram, from one look at the project."""
        self.progress.set_progress(
            progress.done, progress.total, rate=progress.rate, seconds_left=progress.seconds_left
        )

    def _ended(self, outcome: Summary | UserError) -> None:
        self.progress.finish()
        self._show_running()
        if isinstance(outcome, UserError):
            self.outcome.show_text(str(outcome), "bad")
            return
        self.form.name_model(outcome.model)
        counts = self._counts(outcome.labelled, outcome.invalid, outcome.failed)
        if outcome.failures:
            reasons = " ".join(f"{n:,} × {sentence}" for _, sentence, n in outcome.failures[:3])
            self.outcome.show_text(f"{counts}. {reasons}", "warn")
        elif outcome.stopped:
            self.outcome.show_text(self.tr("Stopped. {counts}; Start goes on with the rest.").format(counts=counts))
        else:
            self.outcome.show_text(self.tr("Done. {counts}.").format(counts=counts), "good")

    def _counts(self, labelled: int, invalid: int, failed: int) -> str:
        return self.tr("{labelled} labelled · {invalid} invalid · {failed} failed").format(
            labelled=f"{labelled:,}", invalid=f"{invalid:,}", failed=f"{failed:,}"
        )

    def _show_running(self) -> None:
        self.form.setEnabled(not self.running)
        self.start_button.setVisible(not self.running)
        self.routing.set_running(self.running)
        if self.running:
            self.planned.setText(self.tr("The first answers are on their way."))

    def _refresh(self) -> None:
        self.session.compute(_read, owner=self, done=self._show)
        self._read_plan()

    def _show(self, state: _State) -> None:
        self._agents = state.agents
        self.tables.show_agents(state.agents)
        self.tables.show_invalid(state.invalid)
        self.routing.show_confidences(state.confidences, state.current)
        self._show_so_far()
        self._show_accuracy()
        self.tables.ask_for_verdicts()

    def _show_so_far(self) -> None:
        """The counts of the agent at work, as the table has them; nothing before its first answers."""
        if not self.running or self.labelling.progress is None:
            return
        agent = next((agent for agent in self._agents if agent.run_status == "running"), None)
        if agent is not None:
            counts = self._counts(agent.labelled, agent.invalid, self.labelling.progress.failed)
            self.planned.setText(self.tr("{counts} so far").format(counts=counts))

    def _plan_later(self) -> None:
        """Nothing is started by a plan, or said of where texts go, that is not that of the form."""
        self.start_button.setEnabled(False)
        self.privacy.clear()
        self.planned.setText(self.tr("Working out what will be asked …"))
        self._asked += 1
        self._typing.start()

    def _read_plan(self) -> None:
        """Only the latest choice counts; its plan says what is asked and what leaves this computer."""
        self._typing.stop()
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
            sentence = self.tr("The text of {items} goes to {host}.")
            sent = plan.to_ask + (plan.examples if plan.to_ask else 0)
            self.privacy.show_text(sentence.format(items=counted(sent, "item"), host=plan.goes_to), "warn")

    def _plan_text(self, plan: Plan) -> str:
        if plan.to_ask:
            parts = [self.tr("{items} will be asked.").format(items=counted(plan.to_ask, "item"))]
            if plan.answered:
                answered = (
                    self.tr("1 is answered already.") if plan.answered == 1 else self.tr("{n} are answered already.")
                )
                parts.append(answered.format(n=f"{plan.answered:,}"))
        elif plan.answered:
            parts = [self.tr("All {items} are answered.").format(items=counted(plan.answered, "item"))]
        else:
            parts = [self.tr("No item is left to ask.")]
        if plan.examples:
            shown = self.tr("1 is its example.") if plan.examples == 1 else self.tr("{n} are its examples.")
            parts.append(shown.format(n=f"{plan.examples:,}"))
        return " ".join(parts)

    def _show_accuracy(self) -> None:
        name = self._plan.agent_name if self._plan else ""
        self.form.show_accuracy(next((agent for agent in self._agents if agent.annotator.name == name), None))

    def _read_verdicts(self) -> None:
        self.session.compute(alt_test.verdicts, owner=self, done=self.tables.show_verdicts)

    def _lay_out(self) -> QStackedWidget:
        content = QWidget()
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._grid.addWidget(self.tables, 2, 0, 1, 2)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)
        for row, share in ((0, 3), (2, 2)):
            self._grid.setRowStretch(row, share)
        self._model = self._model_card()
        self._arrange(narrow=False)
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

    def _arrange(self, *, narrow: bool) -> None:
        """The two cards beside each other, or one below the other where there is no room for that."""
        self._narrow = narrow
        self._grid.addWidget(self._model, 0, 0, 1, 2 if narrow else 1)
        self._grid.addWidget(self.routing, *((1, 0, 1, 2) if narrow else (0, 1, 1, 1)))

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

    def _bind_keys(self) -> None:
        table = (
            ("agents_start", self.tr("Start, or go on"), "Ctrl+Return", self.start),
            ("agents_pause", self.tr("Pause, or go on"), "Ctrl+P", self._pause_or_go_on),
            ("agents_stop", self.tr("Stop"), "Ctrl+.", self._stop),
            ("agents_send", self.tr("Send to people"), "Ctrl+Shift+Return", self.routing.send.click),
        )
        self.set_shortcuts(
            [Action(name, text, keys, "agents", target) for name, text, keys, target in table],
            {"Left Right": self.tr("Move the threshold, on the histogram"), "Ctrl+C": self.tr("Copy the table")},
        )


def _read(db: Db) -> _State:
    found = agents.agents(db)
    confidences = routing.preview(db) if any(agent.labelled + agent.invalid for agent in found) else None
    invalid = agents.invalid_replies(db, _INVALID_SHOWN)
    names = {row.id: row.external_id for row in browsing.rows(db, [item_id for item_id, *_ in invalid])}
    replies = [(names[item_id], name, raw, reason) for item_id, name, raw, reason in invalid]
    return _State(found, replies, confidences, routing.current(db))
