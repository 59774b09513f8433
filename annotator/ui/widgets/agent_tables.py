"""The LLM agents of a project: what each has done, and what the one that is chosen is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from annotator.services.agents import AgentInfo
from annotator.texts import figure
from annotator.ui import theme
from annotator.ui.widgets import buttons
from annotator.ui.widgets.agent_detail import AgentDetail
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.records import Records, percent
from annotator.ui.widgets.splitter import Splitter

_LEAST = 380  # px of the table, and of what stands beside it
_AROUND = 64  # px of the card around them


class AgentTables(Card):
    """A table, and beside it the agent that is chosen there."""

    agent_chosen = Signal(str)  # in the table, by its name

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Agents of this project"), parent)
        self._names: list[str] = []
        self._wished = ""
        self.new_button = buttons.quiet(self.tr("New agent"), "plus")
        self.new_button.setObjectName("new_agent")
        self.import_button = buttons.quiet(self.tr("Import…"), "tray-arrow-up")
        self.import_button.setObjectName("import_agent")
        self.agents = self._agents()
        self.detail = AgentDetail()
        for button in (self.new_button, self.import_button):
            self.header.addWidget(button)
        self.agents.currentCellChanged.connect(lambda row, *_: self._choose(row))
        self._split = self._beside()
        self.body.addWidget(self._split, 1)
        self.setMinimumHeight(theme.px(300))

    def show_agents(self, agents: Sequence[AgentInfo]) -> None:
        """The agent that is chosen stays so."""
        chosen = self.chosen
        self._names = [agent.annotator.name for agent in agents]
        self.agents.blockSignals(True)
        self.agents.show_rows([self._agent_row(agent) for agent in agents])
        if self._wished in self._names:
            chosen, self._wished = self._wished, ""
        if chosen in self._names:
            self.agents.setCurrentCell(self._names.index(chosen), 0)
        self.agents.blockSignals(False)
        self.detail.setVisible(bool(agents))
        self._choose(self.agents.currentRow())

    @property
    def chosen(self) -> str:
        """The name of the agent that is chosen, "" for none."""
        row = self.agents.currentRow()
        return self._names[row] if 0 <= row < len(self._names) else ""

    def choose(self, name: str) -> None:
        """Show this agent, as soon as it is there."""
        self._wished = name
        if name in self._names:
            self.agents.setCurrentCell(self._names.index(name), 0)
            self._wished = ""

    def set_running(self, running: bool) -> None:
        """While a run goes on, who labels is not changed."""
        for button in (self.new_button, self.import_button, self.detail.use):
            button.setEnabled(not running)

    def arrange(self, width: int) -> None:
        """The agent beside the table, or below it where there is no room for that. width: pixels."""
        wide = width >= theme.px(2 * _LEAST + _AROUND)
        self._split.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
        self.setMinimumHeight(theme.px(300 if wide else 460))

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._names):
            self.agent_chosen.emit(self._names[row])

    def _beside(self) -> Splitter:
        split = Splitter()
        split.setChildrenCollapsible(False)
        split.setHandleWidth(theme.px(16))
        split.addWidget(self.agents)
        split.addWidget(self.detail)
        self.agents.setMinimumWidth(theme.px(_LEAST))
        self.detail.setMinimumWidth(theme.px(_LEAST))
        split.setSizes([1, 1])
        return split

    def _agents(self) -> Records:
        table = Records(
            (
                self.tr("Agent"),
                self.tr("Labelled"),
                self.tr("Invalid"),
                self.tr("Accuracy"),
                self.tr("Last run"),
            ),
            numbers=(1, 2, 3),
            stretch=0,
            names=(0,),
        )
        table.setObjectName("agents")
        table.setAccessibleName(self.tr("LLMs"))
        table.explain(
            (
                "",
                self.tr("Items that it gave a label"),
                self.tr("Replies that name none of the labels"),
                self.tr("Share of the items with gold that it got right; “What it is” has the interval"),
                self.tr("What was stopped or broken off can go on"),
            )
        )
        return table

    def _agent_row(self, agent: AgentInfo) -> tuple[str, ...]:
        states = {
            "finished": self.tr("finished"),
            "stopped": self.tr("stopped"),
            "failed": self.tr("broken off"),
            "running": self.tr("running"),
        }
        return (
            agent.annotator.name,
            figure(agent.labelled),
            figure(agent.invalid),
            percent(agent.accuracy.value) or self.tr("no gold"),
            states.get(agent.run_status, agent.run_status),
        )
