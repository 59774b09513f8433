"""All models in one list: chosen with the mouse, or typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.services import known_models
from annotator.services.agents import AgentChoice
from annotator.ui.widgets.agent_form import AgentForm

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def form(qtbot: QtBot) -> AgentForm:
    form = AgentForm()
    qtbot.addWidget(form)
    form.show()
    return form


def pick(form: AgentForm, text: str) -> None:
    """Choose a row of the list as a click does."""
    place = next(place for place in range(form.model.count()) if text in form.model.itemText(place))
    form.model.setCurrentIndex(place)
    form.model.activated.emit(place)


def test_servers_of_this_computer_are_offered_by_their_usual_addresses(form: AgentForm) -> None:
    for name, address in known_models.LOCAL:
        pick(form, name)

        assert form.choice() == AgentChoice("", address)
        assert form.name.isVisible()  # the model's name, which may be left to the server


def test_a_hosted_model_needs_a_name_and_perhaps_a_key_but_no_address(form: AgentForm) -> None:
    pick(form, "claude")

    assert form.choice() == AgentChoice("anthropic/claude-haiku-4-5")
    assert form.key.isVisible()
    assert not form.name.isVisible()


def test_the_built_in_model_needs_nothing(form: AgentForm) -> None:
    pick(form, "claude")
    pick(form, "Built-in")

    assert form.choice() == AgentChoice()
    assert not form.key.isVisible()


def test_the_headings_of_the_list_cannot_be_chosen(form: AgentForm) -> None:
    rows = [form.model.model().index(place, 0) for place in range(form.model.count())]
    headings = [row for row in rows if not row.flags() & Qt.ItemFlag.ItemIsSelectable]

    assert [row.data() for row in headings] == ["On this computer, by address", "Hosted, by name"]


def test_all_names_are_wished_for_once_somebody_types_one(qtbot: QtBot, form: AgentForm) -> None:
    form.model.line.selectAll()

    with qtbot.waitSignal(form.model.names_wished):
        qtbot.keyClicks(form.model.line, "g")
    with qtbot.assertNotEmitted(form.model.names_wished):
        qtbot.keyClicks(form.model.line, "pt")

    form.model.offer(["openai/gpt-5-mini", "groq/other"])
    completer = form.model.completer()
    assert completer is not None
    completer.setCompletionPrefix("5-MINI")
    assert completer.completionCount() == 1


def test_the_names_that_litellm_knows_hold_those_that_are_offered() -> None:
    names = known_models.every()

    assert set(known_models.HOSTED) <= set(names)
    assert len(names) > 500


def test_the_wheel_scrolls_the_page_and_changes_no_model(form: AgentForm) -> None:
    before = form.model.text
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    QApplication.sendEvent(form.model, wheel)

    assert form.model.text == before
    assert not wheel.isAccepted()
