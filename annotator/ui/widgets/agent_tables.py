"""What the LLMs of a project have done: their numbers, their invalid replies, and whether they may replace people."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from annotator.services.agents import AgentInfo
from annotator.services.alt_test import Verdict
from annotator.ui import theme
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.records import Records, percent


class AgentTables(Card):
    """Three tables behind tabs."""

    verdicts_wished = Signal()  # they came in sight: see show_verdicts

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=14)
        self.agents = self._agents()
        self.invalid = Records((self.tr("Item"), self.tr("Agent"), self.tr("Why"), self.tr("Reply")), stretch=3)
        self.invalid.setObjectName("invalid_replies")
        self.verdicts = self._verdicts()
        self._tabs = QTabWidget()
        self._tabs.addTab(self.agents, self.tr("Agents"))
        self._tabs.addTab(self.invalid, self.tr("Invalid replies"))
        self._tabs.addTab(self.verdicts, self.tr("May it replace people?"))
        self._tabs.currentChanged.connect(lambda _: self.ask_for_verdicts())
        self.body.addWidget(self._tabs)
        self.setMinimumHeight(theme.px(190))

    def show_agents(self, agents: Sequence[AgentInfo]) -> None:
        self.agents.show_rows([self._agent_row(agent) for agent in agents])
        invalid = sum(agent.invalid for agent in agents)
        self._tabs.setTabText(1, self.tr("Invalid replies ({n})").format(n=f"{invalid:,}"))
        self.setVisible(bool(agents))

    def show_invalid(self, replies: Sequence[tuple[str, str, str, str]]) -> None:
        """replies: (the item's own id, agent's name, raw reply, reason)."""
        self.invalid.show_rows([(item, name, reason, " ".join(raw.split())) for item, name, raw, reason in replies])

    def show_verdicts(self, found: Sequence[Verdict]) -> None:
        rows = []
        for verdict in found:
            numbers = (verdict.result.winning_rate, verdict.result.advantage)
            words = ["" if value is None else f"{value:.2f}" for value in numbers]
            rows.append((verdict.llm.name, *words, verdict.sentence))
        self.verdicts.show_rows(rows)
        self.verdicts.resizeRowsToContents()

    def open_invalid(self) -> None:
        self._tabs.setCurrentWidget(self.invalid)

    def ask_for_verdicts(self) -> None:
        """Only while they are looked at: the test reads every answer."""
        if self._tabs.currentWidget() is self.verdicts:
            self.verdicts_wished.emit()

    def _agents(self) -> Records:
        table = Records(
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
        table.setObjectName("agents")
        table.explain(
            (
                "",
                self.tr("Items that it gave a label"),
                self.tr("Replies that name none of the labels"),
                self.tr("How sure it says it is, on average, 0 to 1"),
                self.tr("Share of the items with a known label that it got right; in brackets the 95 % interval"),
                self.tr("What its confidence is worked out from"),
                "",
            )
        )
        return table

    def _verdicts(self) -> Records:
        table = Records(
            (self.tr("Agent"), self.tr("Winning rate"), self.tr("Advantage"), self.tr("May it replace people?")),
            numbers=(1, 2),
            stretch=3,
        )
        table.setObjectName("verdicts")
        table.setWordWrap(True)
        table.explain(
            (
                "",
                self.tr("Share of the people against whom it holds its ground, 0 to 1"),
                self.tr("Mean chance that it agrees with the others at least as well as a person does, 0 to 1"),
                "",
            )
        )
        return table

    def _agent_row(self, agent: AgentInfo) -> tuple[str, ...]:
        accuracy = agent.accuracy
        measured = percent(accuracy.value)
        if accuracy.value is not None:
            measured += f" ({100 * accuracy.low:.0f}–{100 * accuracy.high:.0f}, n = {accuracy.of:,})"
        states = {
            "finished": self.tr("finished"),
            "stopped": self.tr("stopped, can go on"),
            "failed": self.tr("broken off, can go on"),
            "running": self.tr("running"),
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
