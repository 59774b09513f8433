"""In the Label tab a permission is taken back with one click, and a run that needs it stops."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.llm import reach
from annotator.llm.agents import AgentSpec
from annotator.llm.protocol import LabelRequest, Model, Reply
from annotator.llm.scripted import ScriptedModel
from annotator.services import allowing
from annotator.services.agents import AgentChoice
from annotator.ui.pages.agents_label import LabelTab
from annotator.ui.session import Session

PLACE = "llm.example.org"
AWAY = AgentChoice("m", f"https://{PLACE}/v1")


class Elsewhere(ScriptedModel):
    """Answers one item, and the next ones only once the place may no longer be asked."""

    def __init__(self) -> None:
        super().__init__(lambda _: "negative | 80")
        self.in_flight = 1
        self.refused = False

    async def open(self, spec: AgentSpec) -> Model:
        return self

    async def ask(self, request: LabelRequest) -> Reply:
        while self.asked:
            try:
                reach.check(PLACE)
            except Exception:
                self.refused = True
                raise
            await asyncio.sleep(0.01)
        with reach.bound_for(PLACE):
            return await super().ask(request)


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> LabelTab:
    """Where a model at an allowed place elsewhere is chosen."""
    done: list[object] = []
    session.write(lambda db: allowing.allow(db, PLACE), owner=session, done=done.append)
    qtbot.waitUntil(lambda: bool(done))
    page = LabelTab(session)
    qtbot.addWidget(page)
    page.resize(1036, 690)
    page.show()
    page.shown()
    assert not page.card.take_back.isVisible()
    page.form.choose(AWAY)
    qtbot.waitUntil(lambda: f"goes to {PLACE}" in page.privacy.text, timeout=60_000)
    return page


def test_taking_the_permission_back_stops_the_run_that_sends_there(qtbot: QtBot, page: LabelTab) -> None:
    model = Elsewhere()
    page.labelling.opener = model.open
    qtbot.mouseClick(page.start_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(model.asked) == 1)
    assert page.card.take_back.isVisible()

    with qtbot.waitSignal(page.labelling.ended):
        qtbot.mouseClick(page.card.take_back, Qt.MouseButton.LeftButton)

    assert model.refused
    assert len(model.asked) == 1
    assert f"the permission to send texts to {PLACE} was taken back" in page.outcome.text
    assert not allowing.names(page.session.read)
    qtbot.waitUntil(lambda: f"would go to {PLACE}" in page.privacy.text)
    assert not page.card.take_back.isVisible()


def test_where_nothing_leaves_there_is_nothing_to_take_back(qtbot: QtBot, page: LabelTab) -> None:
    assert page.card.take_back.isVisible()
    page.form.choose(AgentChoice())
    qtbot.waitUntil(lambda: page.privacy.text == "Nothing leaves this computer.")
    assert not page.card.take_back.isVisible()
