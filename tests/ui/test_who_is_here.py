"""Saying who is sitting here, on the page for annotating."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.services import adjudicating, project_file
from annotator.ui.session import Session
from annotator.ui.widgets.empty import EmptyState
from annotator.ui.widgets.nothing_waits import NobodyHere
from tests.ui.annotating import POSITIVE, Here, add_llm_answers

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def nobody(qtbot: QtBot, session: Session) -> Here:
    """The page before anybody has said who is sitting there; Jon and Mira are known."""
    here = Here(qtbot, session)
    for name in ("Jon", "Mira"):
        here.write(lambda db, name=name: project_file.add_person(db, name))
    here.page.show()
    here.page.shown()
    return here


def test_nobody_chosen_asks_for_a_name_first(nobody: Here) -> None:
    assert nobody.page.findChild(EmptyState).title.text() == "Who is annotating?"
    nobody.qtbot.keyClick(nobody.page, Qt.Key.Key_1)
    assert not adjudicating.case(nobody.session.read, 1).answers


def seated(nobody: Here) -> str:
    """Who sits here once an item is shown; keys are the page's then."""
    assert nobody.session.annotator is not None
    assert nobody.text == "The parcel came late."
    nobody.press(Qt.Key.Key_1)
    assert nobody.label_of(1) == POSITIVE
    return nobody.session.annotator.name


def test_a_new_name_and_enter_begin(nobody: Here) -> None:
    line = nobody.page.findChild(NobodyHere).names.name

    nobody.qtbot.keyClicks(line, "  Lea  Okafor ")
    with nobody.qtbot.waitSignal(nobody.page.item_shown):
        nobody.qtbot.keyClick(line, Qt.Key.Key_Return)

    assert seated(nobody) == "Lea Okafor"


@pytest.mark.parametrize("where", ["name", "people"])
def test_arrow_keys_and_enter_choose_a_known_name(nobody: Here, where: str) -> None:
    names = nobody.page.findChild(NobodyHere).names
    assert names.names_listed() == ["Jon", "Mira"]
    widget = getattr(names, where)

    for _ in range(2):
        nobody.qtbot.keyClick(widget, Qt.Key.Key_Down)
    with nobody.qtbot.waitSignal(nobody.page.item_shown):
        nobody.qtbot.keyClick(widget, Qt.Key.Key_Enter)

    assert seated(nobody) == "Mira"


def test_typing_narrows_the_names_and_takes_a_known_one_as_it_is_written(nobody: Here) -> None:
    names = nobody.page.findChild(NobodyHere).names

    nobody.qtbot.keyClicks(names.name, "mIRA")
    assert names.names_listed() == ["Mira"]
    with nobody.qtbot.waitSignal(nobody.page.item_shown):
        nobody.qtbot.keyClick(names.name, Qt.Key.Key_Return)

    assert seated(nobody) == "Mira"
    assert len(project_file.people(nobody.session.read)) == 2


def test_a_double_click_on_a_name_begins(nobody: Here) -> None:
    people = nobody.page.findChild(NobodyHere).names.people
    middle = people.visualItemRect(people.item(0)).center()

    with nobody.qtbot.waitSignal(nobody.page.item_shown):
        nobody.qtbot.mouseClick(people.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        nobody.qtbot.mouseDClick(people.viewport(), Qt.MouseButton.LeftButton, pos=middle)

    assert seated(nobody) == "Jon"


def test_enter_takes_the_name_offered_wherever_the_focus_is(qtbot: QtBot, session: Session) -> None:
    session.settings.set_value("last_annotator", "Mira")
    here = Here(qtbot, session)
    here.page.show()
    here.page.shown()
    assert here.page.findChild(NobodyHere).names.name.selectedText() == "Mira"

    with qtbot.waitSignal(here.page.item_shown):
        qtbot.keyClick(here.page, Qt.Key.Key_Return)

    assert seated(here) == "Mira"


def test_a_name_that_is_being_typed_survives_news(nobody: Here) -> None:
    line = nobody.page.findChild(NobodyHere).names.name
    nobody.qtbot.keyClicks(line, "Lea")

    nobody.write(add_llm_answers)

    assert nobody.page.findChild(NobodyHere).names.name.text() == "Lea"
