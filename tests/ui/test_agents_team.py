"""Several agents together: a panel that answers at once, and a cascade that hands on what it is unsure of."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.domain.model import Kind
from annotator.llm.agents import EMBEDDED, AgentSpec
from annotator.llm.protocol import LabelRequest, Model, Reply
from annotator.llm.scripted import Said, ScriptedModel
from annotator.services import browsing, overview, routing
from annotator.services.agents import AgentChoice
from annotator.services.prelabelling import Progress
from annotator.ui.labelling import together
from annotator.ui.pages.agents_label import LabelTab
from annotator.ui.session import Session
from annotator.ui.widgets.team_form import CASCADE, PANEL
from tests.ui.runs import SURE, by_text

OTHER = AgentChoice("m", "http://localhost:1/v1")
NAMES = ("SmolLM2 135M (built in)", "m at http://localhost:1/v1")


class Slow(ScriptedModel):
    """Answers one item a moment, without holding up the loop."""

    async def ask(self, request: LabelRequest) -> Reply:
        await asyncio.sleep(0.05)
        return await super().ask(request)


class Stuck(ScriptedModel):
    """Never answers."""

    async def ask(self, request: LabelRequest) -> Reply:
        await asyncio.Event().wait()
        raise AssertionError


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> LabelTab:
    page = LabelTab(session)
    qtbot.addWidget(page)
    page.resize(1036, 690)
    page.show()
    page.shown()
    qtbot.waitUntil(page.start_button.isEnabled)
    qtbot.mouseClick(page.card.more, Qt.MouseButton.LeftButton)
    return page


def surely(request: LabelRequest) -> Said:
    return "negative | 95"


def play(page: LabelTab, *, built_in: Model | None = None, other: Model | None = None) -> None:
    """Scripts in the place of the two models."""

    async def opener(spec: AgentSpec) -> Model:
        if spec.model == EMBEDDED:
            return built_in or ScriptedModel(by_text)
        return other or ScriptedModel(surely)

    page.labelling.opener = opener


def choose(qtbot: QtBot, page: LabelTab, kind: str) -> None:
    """Both models, in this order."""
    page.team.kind.setCurrentIndex(page.team.kind.findData(kind))
    assert not page.start_button.isEnabled()
    qtbot.mouseClick(page.team.add, Qt.MouseButton.LeftButton)
    page.form.choose(OTHER)
    qtbot.mouseClick(page.team.add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.start_button.isEnabled, timeout=60_000)


def finish(qtbot: QtBot, page: LabelTab) -> list[str]:
    qtbot.waitUntil(page.start_button.isEnabled)
    with qtbot.waitSignal(page.labelling.ended):
        qtbot.mouseClick(page.start_button, Qt.MouseButton.LeftButton)
    return page.outcome.text.split("\n")


def test_a_team_needs_two_agents_and_takes_each_once(qtbot: QtBot, page: LabelTab) -> None:
    page.team.kind.setCurrentIndex(page.team.kind.findData(PANEL))
    qtbot.waitUntil(lambda: page.planned.text() == "Add two or more models, to see what will be asked.")
    qtbot.mouseClick(page.team.add, Qt.MouseButton.LeftButton)

    with qtbot.waitSignal(page.session.told) as told:
        qtbot.mouseClick(page.team.add, Qt.MouseButton.LeftButton)

    assert told.args is not None
    assert "is there already" in told.args[0]
    assert len(page.team.members) == 1
    assert page.order() is None


def test_all_agents_of_a_panel_answer_every_item(qtbot: QtBot, page: LabelTab) -> None:
    play(page)
    choose(qtbot, page, PANEL)
    assert page.planned.text() == "2 agents, 8 to ask in all."
    qtbot.waitUntil(lambda: all(name in page.card.takes.text() for name in NAMES), timeout=60_000)

    said = finish(qtbot, page)

    assert said == [
        f"{NAMES[0]}: Done. 3 labelled · 1 invalid · 0 failed.",
        f"{NAMES[1]}: Done. 4 labelled · 0 invalid · 0 failed.",
    ]
    db = page.session.read
    for item_id in browsing.item_ids(db):
        assert len([a for a in browsing.answers_to(db, item_id) if a.annotator.kind is Kind.LLM]) == 2
    qtbot.waitUntil(lambda: page.tables.agents.rowCount() == 2)


def test_a_cascade_says_where_items_go_asks_the_second_about_the_rest_and_people_last(
    qtbot: QtBot, page: LabelTab
) -> None:
    other = ScriptedModel(lambda request: "negative | 60")
    play(page, other=other)
    choose(qtbot, page, CASCADE)
    page.team.members[0].threshold.setValue(0.8)
    page.team.members[1].threshold.setValue(0.7)
    qtbot.waitUntil(lambda: "People: 0 to 4 items." in page.card.takes.text(), timeout=60_000)
    assert page.planned.text() == "2 agents, in this order."
    assert not page.terms.limit.isEnabled()

    said = finish(qtbot, page)

    unsure = sum(sure < 0.8 for sure in SURE.values()) + 1  # and the reply that names no label
    assert said[1] == f"{NAMES[1]}: Done. {unsure} labelled · 0 invalid · 0 failed."
    assert len({request.text for request in other.asked}) == unsure
    current = routing.current(page.session.read)
    assert current is not None
    assert current.parameters["mode"] == "cascade"
    waiting = overview.summary(page.session.read).waiting
    assert said[2] == f"{waiting} items wait for people."


def test_while_a_panel_works_each_agent_says_how_far_it_is(qtbot: QtBot, page: LabelTab) -> None:
    play(page, built_in=Slow(by_text), other=Stuck(surely))
    choose(qtbot, page, PANEL)
    qtbot.mouseClick(page.start_button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: f"{NAMES[0]}: " in page.card.parts.text())
    qtbot.waitUntil(lambda: page.progress.text.text().endswith("left") or "of" in page.progress.text.text())
    qtbot.waitUntil(page.progress.isVisible)
    qtbot.mouseClick(page.progress.stop_button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: not page.running, timeout=15_000)
    assert not page.card.parts.isVisible()
    assert f"{NAMES[1]}: Stopped." in page.outcome.text
    qtbot.waitUntil(lambda: page.start_button.text() == "Go on")


def test_what_one_agent_cannot_do_stops_none_of_the_others(qtbot: QtBot, page: LabelTab) -> None:
    play(page)
    page.team.kind.setCurrentIndex(page.team.kind.findData(PANEL))
    qtbot.mouseClick(page.team.add, Qt.MouseButton.LeftButton)
    page.form.choose(AgentChoice("", "http://127.0.0.1:9/v1"))  # no server is there to say its model
    qtbot.mouseClick(page.team.add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.start_button.isEnabled, timeout=60_000)

    with qtbot.waitSignal(page.labelling.ended, timeout=60_000):
        qtbot.mouseClick(page.start_button, Qt.MouseButton.LeftButton)

    said = page.outcome.text.split("\n")
    assert said[0] == f"{NAMES[0]}: Done. 3 labelled · 1 invalid · 0 failed."
    assert "http://127.0.0.1:9/v1" in said[1]


def test_an_agent_is_taken_out_of_the_team_again(qtbot: QtBot, page: LabelTab) -> None:
    choose(qtbot, page, PANEL)

    qtbot.mouseClick(page.team.findChild(object, "leave_1"), Qt.MouseButton.LeftButton)

    assert [member.choice for member in page.team.members] == [OTHER]
    qtbot.waitUntil(lambda: not page.start_button.isEnabled())


def test_the_time_left_of_several_agents_is_that_of_the_slowest() -> None:
    fast = Progress(done=90, total=100, labelled=90, invalid=0, failed=0, rate=10.0, seconds_left=1.0)
    slow = Progress(done=10, total=100, labelled=8, invalid=1, failed=1, rate=1.0, seconds_left=90.0)
    over = Progress(done=100, total=100, labelled=100, invalid=0, failed=0, rate=20.0, seconds_left=0.0)

    found = together([fast, slow, over])

    assert (found.done, found.total) == (200, 300)
    assert (found.labelled, found.invalid, found.failed) == (198, 1, 1)
    assert found.rate == 11.0
    assert found.seconds_left == 90.0
