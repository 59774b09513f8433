"""What a try in the workshop may spend, with which key, and what is taken out of the texts before."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.domain.redaction import Private, Redaction
from annotator.llm.agents import AgentSpec, make_spec
from annotator.llm.scripted import ScriptedModel
from annotator.llm.spending import Cap
from annotator.services import agents, allowing, prices, trying
from annotator.ui.pages.workshop import WorkshopTab
from annotator.ui.session import Session
from annotator.ui.widgets.cap_choice import CapChoice
from annotator.ui.widgets.redaction_choice import RedactionChoice
from tests.keyrings import memory_keyring
from tests.loopback import LoopbackServer, says
from tests.ui.test_workshop import settled, tried

POSITIVE = '{"label": "positive"}'


@pytest.fixture
def tab(qtbot: QtBot, session: Session) -> WorkshopTab:
    tab = WorkshopTab(session)
    qtbot.addWidget(tab)
    tab.resize(1036, 680)
    tab.show()
    tab.shown()
    qtbot.waitUntil(lambda: tab.preview is not None, timeout=60_000)
    return tab


def at(qtbot: QtBot, tab: WorkshopTab, address: str, model: str = "m") -> None:
    tab.left.settings.model.setText(model)
    tab.left.settings.address.setText(address)
    settled(qtbot, tab)
    assert (tab.left.problem.text, tab.trying.summary.text) == ("", "")


def test_a_try_stops_at_its_cap_and_says_so(qtbot: QtBot, tab: WorkshopTab) -> None:
    with LoopbackServer(lambda number, body: says(POSITIVE)) as server:
        at(qtbot, tab, server.address)
        tab.trying.cap.unit.setCurrentText("calls")
        tab.trying.cap.amount.setValue(2)
        outcome = tried(qtbot, tab)
        assert len(server.requests) == 2
        tab.trying.cap.amount.setValue(0)
        rest = tried(qtbot, tab)
        assert len(server.requests) == 4

    assert (len(outcome.tried), outcome.wanted) == (2, 4)
    assert "cap of 2 calls" in outcome.why
    assert (len(rest.tried), rest.cached, rest.why) == (4, 2, "")


def test_a_cap_in_money_needs_a_price_and_holds_with_one(qtbot: QtBot, tab: WorkshopTab) -> None:
    with LoopbackServer(lambda number, body: says(POSITIVE)) as server:
        at(qtbot, tab, server.address)
        done: list[object] = []
        tab.session.write(lambda db: prices.set_price(db, "openai/m", 100, 100), owner=tab, done=done.append)
        qtbot.waitUntil(lambda: bool(done))
        tab.look()
        settled(qtbot, tab)
        assert "$" in tab.trying.takes.text()
        assert " to $" in tab.trying.takes.text()
        tab.trying.cap.amount.setValue(0.01)  # less than the longest answer may cost
        outcome = tried(qtbot, tab)
    assert server.requests == []
    assert "cap of $0.01" in outcome.why


def test_a_cap_in_money_is_refused_where_nobody_knows_the_price(qtbot: QtBot, tab: WorkshopTab) -> None:
    at(qtbot, tab, "http://192.0.2.1:1/v1")
    qtbot.keyClick(tab.trying.allow, Qt.Key.Key_Space)
    qtbot.waitUntil(tab.trying.button.isEnabled)
    tab.trying.cap.amount.setValue(1.0)
    qtbot.keyClick(tab.left.settings.model, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "a cap in money cannot be kept" in tab.trying.summary.text, timeout=30_000)
    assert allowing.names(tab.session.read) == {"192.0.2.1"}


def test_a_key_goes_into_the_keyring_and_is_used_at_once(qtbot: QtBot, tab: WorkshopTab) -> None:
    assert not tab.trying.key.isVisibleTo(tab.trying)  # the built-in model has none
    with memory_keyring() as ring, LoopbackServer(lambda number, body: says(POSITIVE)) as server:
        at(qtbot, tab, server.address)
        assert tab.trying.key.isVisibleTo(tab.trying)
        QTest.keyClicks(tab.trying.key, "typed-key-42")
        outcome = tried(qtbot, tab)
        heard = [headers.get("authorization") for headers in server.headers]
        stored = dict(ring.stored)

    assert len(outcome.tried) == 4
    assert set(heard) == {"Bearer typed-key-42"}
    assert list(stored.values()) == ["typed-key-42"]
    assert tab.trying.key.text() == ""


def test_what_is_taken_out_is_chosen_in_the_workshop_previewed_sent_so_and_saved(
    qtbot: QtBot, tab: WorkshopTab
) -> None:
    model = ScriptedModel(lambda request: "positive | 80")
    opened: list[AgentSpec] = []

    async def opener(spec: AgentSpec) -> Any:
        opened.append(spec)
        return model

    tab.service = partial(trying.try_out, opener=opener)
    at(qtbot, tab, "http://localhost:1/v1")
    box = tab.left.settings.redaction
    box.kinds[Private.EMAIL].setChecked(True)
    QTest.keyClicks(box.names, "parcel")
    qtbot.waitUntil(lambda: "[NAME 1]" in tab.look_view.text.toPlainText())
    assert "The parcel came late." not in tab.look_view.text.toPlainText()
    qtbot.mouseClick(box.show_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "[NAME 1]" in box.sent.toPlainText())

    tried(qtbot, tab)
    assert opened[0].redaction == Redaction((Private.EMAIL,), ("parcel",))
    tab.save()
    qtbot.waitUntil(lambda: tab.left.state.text().startswith("In the project as "))
    [kept] = agents.known(tab.session.read)
    assert kept.spec.redaction == Redaction((Private.EMAIL,), ("parcel",))
    box.kinds[Private.EMAIL].setChecked(False)
    settled(qtbot, tab)
    assert tab.left.state.text().startswith("Changed: ")


def test_names_with_commas_stay_as_they_are_until_somebody_edits_them(qtbot: QtBot) -> None:
    box = RedactionChoice()
    qtbot.addWidget(box)
    changed: list[int] = []
    box.changed.connect(lambda: changed.append(1))
    given = Redaction((Private.IBAN,), ("Doe, Jane", "Bob"))
    box.set_redaction(given)
    assert box.redaction == given
    assert not changed
    box.names.setText("Bob, Ann")
    assert box.redaction == Redaction((Private.IBAN,), ("Bob", "Ann"))
    box.set_redaction(Redaction())
    assert box.redaction == Redaction()


def test_a_cap_is_in_the_unit_that_is_chosen_and_starts_anew_with_another(qtbot: QtBot) -> None:
    choice = CapChoice()
    qtbot.addWidget(choice)
    assert choice.cap == Cap()
    choice.amount.setValue(0.25)
    assert choice.cap == Cap(money=0.25)
    choice.unit.setCurrentText("tokens")
    assert choice.cap == Cap()
    choice.amount.setValue(5_000)
    assert choice.cap == Cap(tokens=5_000)


def test_an_agent_of_a_file_shows_what_it_takes_out(qtbot: QtBot, tab: WorkshopTab, tmp_path: Path) -> None:
    spec = make_spec("m", "http://localhost:1/v1", redaction=Redaction((Private.PHONE,)))
    done: list[object] = []
    tab.session.write(lambda db: agents.keep(db, spec), owner=tab, done=done.append)
    qtbot.waitUntil(lambda: bool(done))
    tab.shown(spec.display_name)
    qtbot.waitUntil(lambda: tab.left.settings.redaction.kinds[Private.PHONE].isChecked())
    settled(qtbot, tab)
    assert tab.left.state.text() == f"In the project as “{spec.display_name}”."
