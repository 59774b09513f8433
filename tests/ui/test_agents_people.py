"""The People tab of the Agents page: deciding what people check."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QRadioButton, QScrollArea
from pytestqt.qtbot import QtBot

from annotator.domain.model import Annotator, Changes, Kind
from annotator.llm.methods import ConfidenceMethod
from annotator.services import annotating, project_file, routing
from annotator.services.agents import AgentChoice
from annotator.services.project_file import Db
from annotator.services.ways import Way
from annotator.ui.pages.agents_people import PeopleTab
from annotator.ui.session import Session
from annotator.ui.widgets.routing_card import ADAPTIVE, THRESHOLD
from tests.ui.runs import by_text, held, labelled_by


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> PeopleTab:
    """After an LLM has answered the four items."""
    labelled_by(qtbot, session, by_text)
    page = PeopleTab(session)
    qtbot.addWidget(page)
    page.resize(1092, 800)
    page.show()
    page.shown()
    qtbot.waitUntil(lambda: page.routing.split is not None)
    return page


def test_a_bar_of_the_histogram_says_how_many_items_it_stands_for(qtbot: QtBot, page: PeopleTab) -> None:
    histogram = page.routing.histogram

    words = {histogram.bar_in_words(x) for x in range(histogram.width())}

    assert "1 item with a confidence from 0.9 to 0.925" in words
    assert histogram.bar_in_words(0) == ""


def test_moving_the_threshold_moves_items_between_the_sides(qtbot: QtBot, page: PeopleTab) -> None:
    card = page.routing

    card.threshold.setValue(0.6)
    assert [card.number(name) for name in ("people", "invalid", "not_answered")] == ["2", "1", "0"]
    qtbot.keyClick(card.slider, Qt.Key.Key_Home)
    assert card.threshold.value() == 0
    assert card.number("people") == "1"  # the invalid reply
    qtbot.keyClick(card.slider, Qt.Key.Key_End)

    assert card.number("people") == "4"


def test_the_histogram_takes_the_threshold_by_mouse_and_keys(qtbot: QtBot, page: PeopleTab) -> None:
    histogram = page.routing.histogram
    qtbot.waitUntil(lambda: histogram.width() > 100)

    qtbot.mouseClick(histogram, Qt.MouseButton.LeftButton, pos=QPoint(histogram.width() // 2, 20))
    middle = page.routing.threshold.value()
    qtbot.keyClick(histogram, Qt.Key.Key_Right)

    assert 0.45 <= middle <= 0.55
    assert page.routing.threshold.value() == pytest.approx(middle + 0.01)


def test_send_to_people_fills_the_queue_with_what_was_shown(qtbot: QtBot, page: PeopleTab) -> None:
    page.routing.threshold.setValue(0.6)
    page.routing.audit.setValue(0)
    split = page.routing.split

    with qtbot.waitSignal(page.session.told) as told:
        qtbot.mouseClick(page.routing.send, Qt.MouseButton.LeftButton)

    assert told.args == ["2 items wait for people.", "good"]
    assert split is not None
    current = routing.current(page.session.read)
    assert current is not None
    assert current.parameters["threshold"] == 0.6
    people: list[int] = []
    page.session.write(
        lambda db: annotating.progress(db, project_file.add_person(db, "Mira").id).open, owner=page, done=people.append
    )
    qtbot.waitUntil(lambda: people == [split.people + split.audit])


def test_sending_says_what_people_have_answered_already(qtbot: QtBot, page: PeopleTab) -> None:
    def answer_everything(db: Db) -> None:
        who, label = project_file.add_person(db, "Mira").id, project_file.question(db).labels[0].id
        while turn := annotating.next_turn(db, who):
            annotating.answer(db, who, turn, label, seconds=1)

    page.session.write(answer_everything, owner=page)
    page.routing.threshold.setValue(0.6)
    page.routing.audit.setValue(0)

    told = []
    page.session.told.connect(lambda text, level: told.append((text, level)))
    qtbot.mouseClick(page.routing.send, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(told) == 1)
    qtbot.mouseClick(page.routing.findChild(QRadioButton, "route_by_budget"), Qt.MouseButton.LeftButton)
    page.routing.budget.answers.setValue(1)
    qtbot.waitUntil(lambda: page.routing.send.isEnabled())
    qtbot.mouseClick(page.routing.send, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(told) == 2)

    answered = "2 of the items for people are answered or settled already, and are not asked about again."
    again = "1 of the items that wait has an answer of people already, and is to get more."
    assert told == [(f"0 items wait for people. {answered}", "good"), (f"1 item waits for people. {again}", "good")]


def test_target_quality_asks_for_an_audit_and_then_states_the_promise(qtbot: QtBot, page: PeopleTab) -> None:
    card = page.routing
    qtbot.mouseClick(card.findChild(QRadioButton, "route_by_target"), Qt.MouseButton.LeftButton)
    card.target.target.setValue(50.0)
    card.target.sure.setValue(50.0)
    card.target.audit.setValue(2)
    qtbot.waitUntil(lambda: "An audit sample of 2 items" in card.promise.text)
    assert (card.number("audit"), card.number("accepted")) == ("2", "0")
    assert card.send.text() == "Send audit to people"
    assert not card.slider.isVisible()

    with qtbot.waitSignal(page.session.told) as told:
        qtbot.mouseClick(card.send, Qt.MouseButton.LeftButton)
    assert told.args == ["2 items wait for people.", "good"]
    page.session.write(_agree_with_the_llm, owner=page)

    qtbot.waitUntil(lambda: "At least 50 % of the 3 accepted labels are right" in card.promise.text)
    assert card.send.text() == "Send to people"
    with qtbot.waitSignal(page.session.told) as told:
        qtbot.mouseClick(card.send, Qt.MouseButton.LeftButton)
    assert told.args == ["1 item waits for people.", "good"]  # the invalid reply
    in_force = card.findChild(QLabel, "routing_in_force")
    now = "Counted when sent. Now: 1 item waits."
    qtbot.waitUntil(lambda: in_force.text() == f"In force: 50 % promised from 0.550 on, 1 to people. {now}")


def _agree_with_the_llm(db: Db) -> Changes:
    mira = project_file.add_person(db, "Mira").id
    changes = Changes()
    while turn := annotating.next_turn(db, mira):
        assert turn.suggestion is not None
        changes |= annotating.answer(db, mira, turn, turn.suggestion.label_id, seconds=1)
    return changes


def test_a_budget_is_spent_on_the_least_sure(qtbot: QtBot, page: PeopleTab) -> None:
    card = page.routing
    qtbot.mouseClick(card.findChild(QRadioButton, "route_by_budget"), Qt.MouseButton.LeftButton)
    card.budget.answers.setValue(2)
    qtbot.waitUntil(lambda: card.number("people") == "2")
    assert card.promise.text == "2 answers of people, one each for the items of which the LLM is least sure."

    with qtbot.waitSignal(page.session.told) as told:
        qtbot.mouseClick(card.send, Qt.MouseButton.LeftButton)

    assert told.args == ["2 items wait for people.", "good"]
    current = routing.current(page.session.read)
    assert current is not None
    assert (current.parameters["mode"], current.parameters["budget"]) == ("budget", 2)


def test_while_a_run_goes_on_the_numbers_are_those_so_far(qtbot: QtBot, session: Session) -> None:
    page = PeopleTab(session)
    qtbot.addWidget(page)
    page.show()
    page.shown()
    with held(qtbot, session, by_text, after=1):
        qtbot.waitUntil(lambda: page.routing.number("accepted") == "0" and page.routing.number("not_answered") == "3")
        assert page.routing.number("audit") == "1"
        assert said_so_far(page)

    assert not said_so_far(page)


def said_so_far(page: PeopleTab) -> bool:
    return any(label.text() == "so far" and label.isVisible() for label in page.routing.findChildren(QLabel))


def test_in_a_narrow_window_the_cards_stand_one_below_the_other(qtbot: QtBot, page: PeopleTab) -> None:
    page.resize(656, 560)

    qtbot.waitUntil(lambda: page.outlook.y() > page.routing.y())
    area = page.findChild(QScrollArea)
    qtbot.waitUntil(lambda: area.horizontalScrollBar().maximum() == 0)


def test_at_no_width_does_the_tab_scroll_sideways(qtbot: QtBot, page: PeopleTab) -> None:
    names = ("a model with a long name at an address", "another one")
    page.routing.show_agents([Annotator(n, str(n), name, Kind.LLM) for n, name in enumerate(names)])
    bar = next(area for area in page.findChildren(QScrollArea) if area.widget() is not None).horizontalScrollBar()

    for width in range(1150, 850, -10):
        page.resize(width, 700)
        qtbot.waitUntil(lambda: bar.maximum() == 0)


def test_with_people_alone_adaptive_is_the_way_and_the_others_say_what_they_need(
    qtbot: QtBot, session: Session
) -> None:
    page = PeopleTab(session)
    qtbot.addWidget(page)
    page.show()
    page.shown()
    card = page.routing

    qtbot.waitUntil(lambda: card.number("people") == "4")

    assert card.mode == ADAPTIVE
    assert not card.findChild(QRadioButton, "route_by_threshold").isEnabled()
    with qtbot.waitSignal(session.told) as told:
        qtbot.mouseClick(card.send, Qt.MouseButton.LeftButton)
    assert told.args == ["4 items wait for people.", "good"]
    current = routing.current(session.read)
    assert current is not None
    assert current.parameters["mode"] == "adaptive"


def test_once_an_llm_has_answered_the_way_that_was_chosen_before_is_kept(qtbot: QtBot, session: Session) -> None:
    page = PeopleTab(session)
    qtbot.addWidget(page)
    page.show()
    page.shown()
    card = page.routing
    qtbot.waitUntil(lambda: card.mode == ADAPTIVE and card.number("people") == "4")

    labelled_by(qtbot, session, by_text)
    qtbot.waitUntil(lambda: card.mode == THRESHOLD)
    qtbot.mouseClick(card.findChild(QRadioButton, "route_by_adaptive"), Qt.MouseButton.LeftButton)
    session.announce(Changes(annotations=True))

    qtbot.waitUntil(lambda: card.number("people") == "4")
    assert card.mode == ADAPTIVE


def test_of_several_llms_the_one_that_was_chosen_routes(qtbot: QtBot, page: PeopleTab) -> None:
    card = page.routing
    assert not card.agent.isVisible()  # there is but one
    first = routing.llms(page.session.read)[0]

    labelled_by(
        qtbot,
        page.session,
        lambda request: "negative | 20",
        AgentChoice(way=Way(confidence=ConfidenceMethod.PROBABILITY)),
    )
    qtbot.waitUntil(card.agent.isVisible)
    qtbot.waitUntil(lambda: card.number("people") == "4")  # by the one that answered last
    place = card.agent.box.findData(first.id)
    assert place == 1
    card.agent.box.setCurrentIndex(place)
    card.agent.box.activated.emit(place)

    qtbot.waitUntil(lambda: card.number("people") == "3")
    qtbot.mouseClick(card.send, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: routing.current(page.session.read) is not None)
    current = routing.current(page.session.read)
    assert current is not None
    assert current.parameters["annotator"] == first.name
