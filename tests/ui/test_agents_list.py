"""The agents of a project on the Label tab: looked at, compared, tried out, and carried to other projects."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from annotator.llm.methods import ConfidenceMethod
from annotator.services import agent_files
from annotator.services.agents import AgentChoice
from annotator.services.ways import Way
from annotator.ui.pages.agents_label import LabelTab
from annotator.ui.session import Session
from tests.loopback import LoopbackServer, hangs, says
from tests.ui.runs import by_text, labelled_by

NAME = "SmolLM2 135M (built in)"
SECOND = AgentChoice(way=Way(confidence=ConfidenceMethod.PROBABILITY))


@pytest.fixture
def server() -> Iterator[LoopbackServer]:
    with LoopbackServer(lambda number, body: says("pleased")) as server:
        yield server


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> LabelTab:
    """With two versions of one agent, both of which have answered."""
    labelled_by(qtbot, session, by_text)
    labelled_by(qtbot, session, lambda request: "negative | 70", SECOND)
    page = LabelTab(session)
    qtbot.addWidget(page)
    page.resize(1036, 690)
    page.show()
    page.shown()
    qtbot.waitUntil(lambda: page.tables.agents.rowCount() == 2 and page.tables.detail.name == NAME)
    return page


def choose(qtbot: QtBot, page: LabelTab, row: int) -> None:
    table = page.tables.agents
    name = table.text(row, 0)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualItemRect(table.item(row, 0)).center())
    qtbot.waitUntil(lambda: page.tables.detail.name == name)


def test_each_version_stands_in_the_list_with_what_it_did(page: LabelTab) -> None:
    table = page.tables.agents

    rows = [[table.text(row, column) for column in range(5)] for row in range(2)]

    assert rows == [[NAME, "3", "1", "no gold", "finished"], [f"{NAME} v2", "4", "0", "no gold", "finished"]]


def test_an_agent_says_what_it_is_what_it_sends_and_what_is_new_in_it(qtbot: QtBot, page: LabelTab) -> None:
    detail = page.tables.detail
    assert "texts stay on this machine" in detail.description.toPlainText()
    assert "How does the customer feel?" in detail.sent.toPlainText()
    assert "The parcel came late." in detail.sent.toPlainText()
    assert not detail.tabs.isTabVisible(2)  # there is no version before

    choose(qtbot, page, 1)

    assert detail.tabs.isTabVisible(2)
    assert "onfidence" in detail.differs.toPlainText()
    assert "label probability" in detail.differs.toPlainText()


def test_label_with_it_takes_an_agent_as_it_is_and_new_agent_lets_go_of_it(qtbot: QtBot, page: LabelTab) -> None:
    choose(qtbot, page, 1)

    qtbot.mouseClick(page.tables.detail.use, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(page.form.chosen.isVisible)
    assert page.form.chosen.accessibleName() == f"{NAME} v2"
    assert not page.form.model.isVisible()
    qtbot.waitUntil(lambda: page.planned.text() == "All 4 items are answered.")
    choice = page.form.choice()
    assert choice is not None
    assert choice.spec().confidence is ConfidenceMethod.PROBABILITY

    qtbot.mouseClick(page.tables.new_button, Qt.MouseButton.LeftButton)

    assert page.form.model.isVisible()
    assert page.form.choice() == AgentChoice()


def test_an_agent_that_was_exported_is_imported_and_labels_as_it_was(
    qtbot: QtBot, page: LabelTab, tmp_path: Path
) -> None:
    choose(qtbot, page, 1)
    qtbot.mouseClick(page.tables.detail.export, Qt.MouseButton.LeftButton)
    dialog = page.tables.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.selectedNameFilter().startswith("Agent without texts")  # unless somebody chooses otherwise
    dialog.close()
    target = tmp_path / "second"

    page.shown_agents.export_agent(f"{NAME} v2", target)

    qtbot.waitUntil(lambda: "is in second.toml" in page.tables.detail.notice.text)
    before = agent_files.load(page.session.read, tmp_path / "second.toml").spec().content_hash()
    with qtbot.waitSignal(page.form.changed):
        page.shown_agents.import_agent(tmp_path / "second.toml")
    choice = page.form.choice()
    assert choice is not None
    assert choice.spec().content_hash() == before
    qtbot.waitUntil(lambda: page.planned.text() == "All 4 items are answered.")


def test_a_file_that_is_no_agent_is_refused_in_words_and_changes_nothing(
    qtbot: QtBot, page: LabelTab, tmp_path: Path
) -> None:
    path = tmp_path / "agent.toml"
    path.write_text("this is no agent")

    with qtbot.waitSignal(page.session.told) as told:
        page.shown_agents.import_agent(path)

    assert told.args is not None
    assert told.args[1] == "bad"
    assert page.form.choice() == AgentChoice()


def test_a_test_says_how_fast_a_model_is_and_what_it_supports(
    qtbot: QtBot, page: LabelTab, server: LoopbackServer
) -> None:
    page.form.choose(AgentChoice("m", server.address))

    qtbot.mouseClick(page.form.test_button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: bool(page.form.tested.text), timeout=60_000)
    assert "“m” answered in" in page.form.tested.text
    assert "supports" in page.form.tested.text
    assert page.form.test_button.isEnabled()
    texts = [message["content"] for request in server.requests for message in request["messages"]]
    assert texts
    assert not any("parcel" in text for text in texts)  # no item was sent


def test_a_test_of_a_server_that_is_not_there_says_what_to_do(qtbot: QtBot, page: LabelTab) -> None:
    page.form.choose(AgentChoice("m", "http://127.0.0.1:9/v1"))

    page.test()

    qtbot.waitUntil(lambda: bool(page.form.tested.text), timeout=60_000)
    assert "address" in page.form.tested.text
    assert page.form.test_button.isEnabled()


@pytest.fixture
def silent() -> Iterator[LoopbackServer]:
    """Hangs at the first request, and answers those after it."""
    with LoopbackServer(lambda number, body: says("pleased") if number else hangs) as server:
        yield server


def test_a_test_that_hangs_can_be_stopped_and_made_again(qtbot: QtBot, page: LabelTab, silent: LoopbackServer) -> None:
    page.form.choose(AgentChoice("m", silent.address))
    qtbot.mouseClick(page.form.test_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(silent.requests) == 1, timeout=60_000)
    assert page.form.test_button.text() == "Stop the test"
    page.test()  # Ctrl+T again neither stops it nor begins another
    assert page.form.test_button.text() == "Stop the test"

    qtbot.mouseClick(page.form.test_button, Qt.MouseButton.LeftButton)

    assert page.form.tested.text == "The test was stopped."
    assert page.form.test_button.text() == "Test"
    qtbot.mouseClick(page.form.test_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "answered in" in page.form.tested.text, timeout=60_000)
    assert page.form.test_button.text() == "Test"


def test_the_key_that_stops_a_run_stops_a_test(qtbot: QtBot, page: LabelTab, silent: LoopbackServer) -> None:
    page.form.choose(AgentChoice("m", silent.address))
    page.test()
    qtbot.waitUntil(lambda: len(silent.requests) == 1, timeout=60_000)

    qtbot.keyClick(page, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)

    assert page.form.tested.text == "The test was stopped."


def test_the_test_of_an_agent_in_the_list_can_be_stopped_too(
    qtbot: QtBot, page: LabelTab, silent: LoopbackServer
) -> None:
    detail = page.tables.detail
    labelled_by(qtbot, page.session, by_text, AgentChoice("m", silent.address))
    qtbot.waitUntil(lambda: page.tables.agents.rowCount() == 3)
    choose(qtbot, page, 2)
    qtbot.mouseClick(detail.test, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(silent.requests) == 1, timeout=60_000)
    assert detail.test.text() == "Stop the test"

    qtbot.mouseClick(detail.test, Qt.MouseButton.LeftButton)

    assert (detail.notice.text, detail.test.text()) == ("The test was stopped.", "Test")


def test_in_a_narrow_window_the_agent_stands_below_the_list(qtbot: QtBot, page: LabelTab) -> None:
    page.resize(656, 560)

    qtbot.waitUntil(lambda: page.tables.detail.y() > page.tables.agents.y())
    qtbot.waitUntil(lambda: page._area.horizontalScrollBar().maximum() == 0)
