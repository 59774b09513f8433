"""The ledger: what agents and people have cost, and what a right label costs."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.domain.model import Changes, Report
from annotator.domain.words import counted
from annotator.errors import UserError
from annotator.services import agents, ledger, prices
from annotator.services.estimating import duration
from annotator.services.ledger import AgentCost, AgentSums, Ledger, PersonCost, PersonSums, TrialSums
from annotator.services.prices import ModelPrice
from annotator.services.project_file import Db
from annotator.services.run_summary import dollars
from annotator.texts import figure, numeral
from annotator.ui import theme
from annotator.ui.actions import Action
from annotator.ui.pages.base import GAP
from annotator.ui.pages.reading_tab import ReadingTab
from annotator.ui.session import Session
from annotator.ui.widgets import buttons
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.empty import EmptyState
from annotator.ui.widgets.figures import Figures
from annotator.ui.widgets.number_field import NumberField
from annotator.ui.widgets.price_row import PriceRow
from annotator.ui.widgets.records import Records
from annotator.ui.widgets.text import text_label, tool_tip

_ENERGY = 9  # column
_SENT = (2, 3, 4, 5)  # those of requests, the cache and tokens
_NARROW = 860  # pixels of a page in which they would take the room of the agents' names


class _State(NamedTuple):
    """What the tab shows, read at one go. models: by the agents' annotator ids; prices: that the user has set."""

    ledger: Ledger
    models: dict[int, str]
    prices: dict[str, ModelPrice]


class CostsTab(ReadingTab[_State]):
    """Totals on top, then one row for each agent and each person."""

    title = "Costs"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._state: _State | None = None
        self.totals = Figures(
            {
                "money": self.tr("spent on LLMs"),
                "tokens": self.tr("tokens"),
                "time": self.tr("LLMs at work"),
                "energy": self.tr("energy"),
                "minutes": self.tr("people at work"),
            }
        )
        self.factor = NumberField(self.tr("Energy in Wh for 1,000 tokens"), self.tr("not estimated"))
        self.factor.setObjectName("energy_factor")
        self.factor.entered.connect(self._set_factor)
        self.factor.refused.connect(session.tell)
        self.copy_button = buttons.plain(self.tr("Copy as table"), "content-copy", self.copy)
        self.copy_button.setObjectName("copy_ledger")
        self.agents = self._agents_table()
        self.agents.currentCellChanged.connect(lambda *_: self._show_price())
        self.price = PriceRow()
        self.price.priced.connect(self._set_price)
        self.price.forgotten.connect(self._forget_price)
        self.price.refused.connect(session.tell)
        self.people = self._people_table()
        self._cards: dict[Records, tuple[QVBoxLayout, Card, int]] = {}  # where each stands, and its share of the height
        self.set_faces(
            self._lay_out(),
            EmptyState(
                "calculator-variant-outline",
                self.tr("Nothing has cost anything yet"),
                self.tr("Once an agent or a person has answered, this tab adds up money, tokens, energy and time."),
                self.tr("Pre-label with an LLM"),
                lambda: session.go("agents", "label"),
            ),
        )
        self.set_shortcuts(
            [Action("costs_copy", self.tr("Copy as table"), "Ctrl+Shift+C", "agents", self.copy)],
            {"Up Down": self.tr("Previous or next agent")},
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for all columns, requests and tokens are told by pointing at the agent."""
        super().resizeEvent(event)
        for column in _SENT:
            self.agents.setColumnHidden(column, self.width() < theme.px(_NARROW))

    def changed(self, changes: Changes) -> None:
        if changes.annotations or changes.runs or changes.gold or changes.setup:
            self.refresh()

    def read(self, db: Db, report: Report) -> _State:
        models = {info.annotator.id: info.model for info in agents.agents(db)}
        return _State(ledger.ledger(db), models, {price.model: price for price in prices.every(db)})

    def show_state(self, state: _State) -> bool:
        self._state, found = state, state.ledger
        self.factor.set_number(found.energy_factor)
        self._show_totals(found)
        self.agents.setColumnHidden(_ENERGY, found.energy_factor is None)
        tried = [self._tries_row(found)] if found.tries.requests else []
        elsewhere = [self._elsewhere_row(found)] if found.others.llms.requests or found.others.llms.answers else []
        rows = [self._agent_row(agent) for agent in found.agents] + tried + elsewhere
        self.agents.show_rows(rows)
        for row, agent in enumerate(found.agents):
            self._say_requests(row, agent)
        self.agents_note.setVisible(not rows)
        self.agents.setVisible(bool(rows))
        people = [self._person_row(person.annotator.name, person, person.minutes) for person in found.people]
        if found.others.people.answers:
            sums = found.others.people
            people.append(self._person_row(self.tr("Other questions"), sums, sums.seconds / 60))
        self.people.show_rows(people)
        self.people_note.setVisible(not people)
        self.people.setVisible(bool(people))
        self._share_height({self.agents: bool(rows), self.people: bool(people)})
        self._show_price()
        return bool(rows or people)

    def focus_first(self) -> None:
        self.agents.setFocus()

    def copy(self) -> None:
        """Both tables, as text that a spreadsheet takes."""
        agents = self.agents.as_text(also=_SENT)
        QGuiApplication.clipboard().setText(f"{agents}\n\n{self.people.as_text()}")
        self.session.tell(self.tr("The table is on the clipboard."), "good")

    def _set_factor(self, factor: float | None) -> None:
        self.session.write(lambda db: ledger.set_energy_factor(db, factor), owner=self, failed=self._factor_refused)

    def _factor_refused(self, error: UserError) -> None:
        self.session.tell(error)
        self.factor.set_number(self._state.ledger.energy_factor if self._state is not None else None)

    def _show_price(self) -> None:
        """Of the chosen agent's model, where nobody else knows it."""
        state, row = self._state, self.agents.currentRow()
        agent = state.ledger.agents[row] if state is not None and 0 <= row < len(state.ledger.agents) else None
        model = state.models.get(agent.annotator.id, "") if state is not None and agent is not None else ""
        known = state.prices.get(model) if state is not None else None
        wanted = bool(model) and (known is not None or (agent is not None and agent.unpriced > 0))
        self.price.setVisible(wanted)
        if wanted:
            self.price.show_model(model, known)

    def _set_price(self, price: ModelPrice) -> None:
        def told(_: Changes) -> None:
            self.session.tell(self.tr("The price of {model} is set.").format(model=price.model), "good")

        self.session.write(lambda db: prices.set_price(db, *price), owner=self, done=told)

    def _forget_price(self, model: str) -> None:
        self.session.write(lambda db: prices.forget(db, model), owner=self)

    def _show_totals(self, found: Ledger) -> None:
        self.totals.set_figure("money", *self._money_total(found))
        self.totals.set_figure("tokens", figure(found.tokens))
        self.totals.set_figure("time", duration(found.seconds) if found.seconds else "–")
        if found.energy is None:
            self.totals.set_figure("energy", "–", self.tr("not estimated"))
        else:
            self.totals.set_figure("energy", _energy(found.energy), self.tr("an estimate"))
        more = self.tr("and an unknown time for {answers}").format(answers=counted(found.untimed, "answer"))
        self.totals.set_figure("minutes", self._minutes(found.minutes), more if found.untimed else "")

    def _money_total(self, found: Ledger) -> tuple[str, str]:
        """The number, and what must be said beside it: an unknown price is never zero."""
        notes = []
        if found.unpriced:
            requests = counted(found.unpriced, "request")
            what = self.tr("and an unknown price for {requests}") if found.money else self.tr("price of {requests}")
            notes.append(what.format(requests=requests))
        if found.perhaps:
            perhaps = dollars(found.perhaps)
            notes.append(self.tr("perhaps {money} more, for requests without an answer").format(money=perhaps))
        nothing_known = found.unpriced and not found.money
        return self.tr("unknown") if nothing_known else dollars(found.money), "; ".join(notes)

    def _agent_row(self, agent: AgentCost) -> tuple[str, ...]:
        return (
            agent.annotator.name,
            figure(agent.labels),
            figure(agent.requests),
            figure(agent.cached),
            figure(agent.tokens_in),
            figure(agent.tokens_out),
            self._money(agent.money, agent.unpriced),
            self._for_a_right_label(agent),
            duration(agent.seconds) if agent.seconds else "–",
            "–" if agent.energy is None else _energy(agent.energy),
        )

    def _say_requests(self, row: int, agent: AgentCost) -> None:
        cell = self.agents.item(row, 0)
        if cell is not None:
            told = self.tr("{agent}: {requests}, {cached} from the cache; {read} tokens in, {written} out").format(
                agent=agent.annotator.name,
                requests=counted(agent.requests, "request"),
                cached=figure(agent.cached),
                read=figure(agent.tokens_in),
                written=figure(agent.tokens_out),
            )
            with self.agents.quietly():
                cell.setToolTip(tool_tip(told))

    def _tries_row(self, found: Ledger) -> tuple[str, ...]:
        """What trying agents out has taken, so that the rows come to what stands above them."""
        return self._sums_row(self.tr("Trying agents out"), found.tries, "–", found.energy_factor)

    def _elsewhere_row(self, found: Ledger) -> tuple[str, ...]:
        """What all agents have taken for the other questions, for the same reason."""
        sums = found.others.llms
        return self._sums_row(self.tr("Other questions"), sums, figure(sums.cached), found.energy_factor)

    def _sums_row(self, name: str, sums: TrialSums | AgentSums, cached: str, factor: float | None) -> tuple[str, ...]:
        energy = None if factor is None else (sums.tokens_in + sums.tokens_out) / 1_000 * factor
        return (
            name,
            "–",
            figure(sums.requests),
            cached,
            figure(sums.tokens_in),
            figure(sums.tokens_out),
            self._money(sums.money, sums.unpriced),
            "–",
            duration(sums.seconds) if sums.seconds else "–",
            "–" if energy is None else _energy(energy),
        )

    def _money(self, money: float, unpriced: int) -> str:
        if not unpriced:
            return dollars(money)
        return self.tr("{money} + unknown").format(money=dollars(money)) if money else self.tr("unknown")

    def _for_a_right_label(self, agent: AgentCost) -> str:
        if agent.per_correct_label is not None:
            return dollars(agent.per_correct_label)
        if agent.accuracy.value is None:
            return self.tr("no gold yet")
        return self.tr("unknown") if agent.unpriced else self.tr("none is right")

    def _person_row(self, name: str, person: PersonCost | PersonSums, minutes: float) -> tuple[str, ...]:
        each = f"{figure(60 * minutes / person.timed, 1)} s" if person.timed else "–"
        untimed = person.answers - person.timed
        return (
            name,
            figure(person.answers),
            self._minutes(minutes) if person.timed or minutes else self.tr("unknown"),
            each,
            figure(untimed) if untimed else "–",
        )

    def _minutes(self, minutes: float) -> str:
        if minutes < 1:
            return self.tr("{n} s").format(n=figure(60 * minutes)) if minutes else "–"
        return self.tr("{n} min").format(n=figure(minutes, 1) if minutes < 10 else figure(minutes))

    def _agents_table(self) -> Records:
        table = Records(
            (
                self.tr("Agent"),
                self.tr("Answers"),
                self.tr("Requests"),
                self.tr("From cache"),
                self.tr("Tokens in"),
                self.tr("Tokens out"),
                self.tr("Money"),
                self.tr("A right label"),
                self.tr("Time"),
                self.tr("Energy (est.)"),
            ),
            numbers=range(1, 10),
            names=(0,),
        )
        table.explain(
            (
                "",
                self.tr("Items that it has answered; invalid replies are not counted"),
                self.tr("Sent to the model, also those that were tried again"),
                self.tr("Replies that came from the cache and cost nothing"),
                "",
                "",
                self.tr("US dollars as the provider or the price list says; what nobody knows is called unknown"),
                self.tr("US dollars for each label that is right, going by its accuracy on gold"),
                self.tr("In which its runs were at work"),
                self.tr("Tokens times the factor above, in Wh"),
            )
        )
        table.setObjectName("agent_costs")
        table.setAccessibleName(self.tr("Costs of the agents"))
        return table

    def _people_table(self) -> Records:
        table = Records(
            (
                self.tr("Person"),
                self.tr("Answers"),
                self.tr("Time"),
                self.tr("For an answer"),
                self.tr("Of unknown time"),
            ),
            numbers=range(1, 5),
            names=(0,),
        )
        table.explain(
            (
                "",
                self.tr("Answers given by people; those made up by a script are left out"),
                self.tr("Together, as far as it was measured"),
                self.tr("On average, of those that were measured"),
                self.tr("Answers from files, of which nobody knows how long they took"),
            )
        )
        table.setObjectName("people_costs")
        table.setAccessibleName(self.tr("Time of the people"))
        return table

    def _lay_out(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        top = Card(self.tr("In all"))
        top.header.addWidget(self.copy_button)
        top.body.addWidget(self.totals)
        top.body.addSpacing(theme.px(8))
        top.body.addLayout(self._factor_row())
        column.addWidget(top)
        self.agents_note = _note(self.tr("No agent has been asked yet."))
        self.people_note = _note(self.tr("No person has answered here yet. Answers made up by a script are left out."))
        for title, table, note, share in (
            (self.tr("Agents"), self.agents, self.agents_note, 3),
            (self.tr("People"), self.people, self.people_note, 2),
        ):
            card = Card(title, ends=12)
            card.body.addWidget(table, 1)
            card.body.addWidget(note, 1)
            if table is self.agents:
                card.body.addWidget(self.price)
            column.addWidget(card, share)
            self._cards[table] = (column, card, share)
        column.addStretch()
        return content

    def _share_height(self, filled: dict[Records, bool]) -> None:
        """A card without rows is no higher than what it says instead."""
        for table, (column, card, share) in self._cards.items():
            column.setStretchFactor(card, share if filled[table] else 0)
            card.setMinimumHeight(theme.px(120) if filled[table] else 0)

    def _factor_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        said = text_label(self.tr("Energy"), "muted")
        said.setBuddy(self.factor)
        row.addWidget(said)
        row.addWidget(self.factor)
        row.addWidget(text_label(self.tr("Wh for 1,000 tokens"), "muted"))
        row.addSpacing(theme.px(8))
        words = self.tr("Your own figure: it makes an estimate, not a measurement.")
        row.addWidget(text_label(words, "secondary", wrap=True), 1)
        return row


def _note(text: str) -> QLabel:
    found = text_label(text, "muted")
    found.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
    return found


def _energy(wh: float) -> str:
    return f"{numeral(f'{wh / 1_000:,.3g}')} kWh" if wh >= 1_000 else f"{numeral(f'{wh:.3g}')} Wh"
