"""Nothing leaves for a place that is not allowed: the Label tab shows first what would be sent, word for word."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.llm.protocol import LabelRequest
from annotator.llm.scripted import Said
from annotator.services import agent_views, allowing
from annotator.services.agents import AgentChoice
from annotator.ui.pages.agents_label import LabelTab
from annotator.ui.session import Session
from tests.ui.conftest import TEXTS
from tests.ui.runs import played_by

PLACE = "llm.example.org"
AWAY = AgentChoice("m", f"https://{PLACE}/v1")


@pytest.fixture
def asked(session: Session) -> list[str]:
    """The texts that models were asked about."""
    seen: list[str] = []

    def answer(request: LabelRequest) -> Said:
        seen.append(request.text)
        return "negative | 80"

    played_by(session, answer)
    return seen


@pytest.fixture
def page(qtbot: QtBot, session: Session, asked: list[str]) -> LabelTab:
    """Where a model elsewhere is chosen."""
    page = LabelTab(session)
    qtbot.addWidget(page)
    page.resize(1036, 690)
    page.show()
    page.shown()
    page.form.choose(AWAY)
    qtbot.waitUntil(lambda: PLACE in page.privacy.text, timeout=60_000)
    return page


def start(qtbot: QtBot, page: LabelTab) -> None:
    qtbot.mouseClick(page.start_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.permission.isVisible)


def test_start_shows_exactly_what_would_be_sent_and_sends_nothing(
    qtbot: QtBot, page: LabelTab, asked: list[str]
) -> None:
    start(qtbot, page)

    sent = agent_views.first_request(page.session.read, AWAY)
    assert sent is not None
    shown = page.permission.text.toPlainText()
    for message in sent.messages:
        for line in message["content"].splitlines():
            assert line in shown
    assert TEXTS[0] in shown
    assert PLACE in page.permission._about.text()
    assert not page.start_button.isVisible()
    assert not asked
    assert not allowing.names(page.session.read)


def test_not_now_leaves_everything_as_it_was(qtbot: QtBot, page: LabelTab, asked: list[str]) -> None:
    start(qtbot, page)

    qtbot.mouseClick(page.permission.refuse, Qt.MouseButton.LeftButton)

    assert not page.permission.isVisible()
    assert page.start_button.isVisible()
    assert not page.running
    assert not asked
    assert not allowing.names(page.session.read)


def test_allowing_the_place_starts_the_run_and_is_asked_for_once(
    qtbot: QtBot, page: LabelTab, asked: list[str]
) -> None:
    page.terms.limit.setValue(2)
    qtbot.waitUntil(lambda: page.planned.text() == "2 items will be asked.")
    start(qtbot, page)
    shown = page.permission.text.toPlainText()

    with qtbot.waitSignal(page.labelling.ended):
        qtbot.mouseClick(page.permission.allow, Qt.MouseButton.LeftButton)

    assert page.outcome.text.startswith("Done. 2 labelled")
    place = allowing.allowed(page.session.read)[0]
    assert (place.name, place.shown) == (PLACE, shown)
    qtbot.waitUntil(lambda: page.privacy.text == f"The text of 2 items goes to {PLACE}.")
    with qtbot.waitSignal(page.labelling.ended):
        qtbot.mouseClick(page.start_button, Qt.MouseButton.LeftButton)
    assert not page.permission.isVisible()
    assert len(asked) == len(TEXTS)


def test_a_test_of_a_model_elsewhere_asks_first_too(qtbot: QtBot, page: LabelTab, asked: list[str]) -> None:
    qtbot.mouseClick(page.form.test_button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(page.permission.isVisible)
    assert not page.form.tested.text
    assert not asked


def test_models_of_this_computer_need_no_permission(qtbot: QtBot, page: LabelTab, asked: list[str]) -> None:
    page.form.choose(AgentChoice())
    qtbot.waitUntil(lambda: page.privacy.text == "Nothing leaves this computer.")

    with qtbot.waitSignal(page.labelling.ended):
        qtbot.mouseClick(page.start_button, Qt.MouseButton.LeftButton)

    assert len(asked) == len(TEXTS)
    assert not page.permission.isVisible()
