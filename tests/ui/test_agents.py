"""The Agents page: its tabs, and what leads to them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.services import overview
from annotator.ui.pages.agent_replies import RepliesTab
from annotator.ui.pages.agents import AgentsPage
from annotator.ui.pages.agents_label import LabelTab
from annotator.ui.pages.agents_people import PeopleTab
from annotator.ui.session import Session
from tests.ui.runs import by_text, labelled_by

CONTROL = Qt.KeyboardModifier.ControlModifier
TABS = ("label", "workshop", "people", "compare", "replies", "costs")


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> AgentsPage:
    page = AgentsPage(session)
    qtbot.addWidget(page)
    page.resize(1092, 800)
    with qtbot.waitExposed(page):
        page.show()
    return page


def label_tab(page: AgentsPage) -> LabelTab:
    found = page.tab("label")
    assert isinstance(found, LabelTab)
    return found


def test_it_opens_with_who_labels(page: AgentsPage) -> None:
    page.shown()

    assert page.tab_name == "label"
    assert page.tab("label").isVisible()


@pytest.mark.parametrize("name", TABS)
def test_each_tab_opens_by_its_name_and_by_a_click(qtbot: QtBot, page: AgentsPage, name: str) -> None:
    page.shown(name)
    assert page.tab_name == name
    page.shown("costs" if name == "label" else "label")

    qtbot.mouseClick(page.bar, Qt.MouseButton.LeftButton, pos=page.bar.tabRect(page.place(name)).center())

    assert page.tab_name == name
    assert page.tab(name).isVisible()


def test_the_note_about_invalid_replies_leads_to_them(qtbot: QtBot, page: AgentsPage) -> None:
    labelled_by(qtbot, page.session, by_text)
    notices = overview.summary(page.session.read).attention
    note = next(notice for notice in notices if "invalid" in notice.title)
    assert note.page == "agents"

    page.shown(note.argument)

    replies = page.tab("replies")
    assert isinstance(replies, RepliesTab)
    assert replies.isVisible()


def test_the_keys_of_the_tab_in_sight_work_as_soon_as_it_is_there(qtbot: QtBot, page: AgentsPage) -> None:
    page.setFocus()
    page.shown("people")
    people = page.tab("people")
    assert isinstance(people, PeopleTab)
    qtbot.waitUntil(lambda: people.routing.number("people") == "4")

    with qtbot.waitSignal(page.session.told) as told:
        qtbot.keyClick(focused(page), Qt.Key.Key_Return, CONTROL | Qt.KeyboardModifier.ShiftModifier)

    assert told.args == ["4 items wait for people.", "good"]


def test_the_key_sheet_shows_the_keys_of_the_tab_in_sight(page: AgentsPage) -> None:
    page.shown("label")
    assert {"agents_start", "agents_stop"} <= key_names(page)

    page.shown("people")

    names = key_names(page)
    assert "agents_send" in names
    assert "agents_start" not in names


def test_a_run_goes_on_while_another_tab_is_in_sight_and_the_tab_shows_its_end(qtbot: QtBot, page: AgentsPage) -> None:
    page.shown("label")
    page.shown("costs")

    labelled_by(qtbot, page.session, by_text)
    page.shown("label")

    label = label_tab(page)
    assert label.outcome.text == "Done. 3 labelled · 1 invalid · 0 failed."
    qtbot.waitUntil(lambda: label.planned.text() == "All 4 items are answered.")


def test_an_agent_that_is_named_by_another_page_is_shown_in_the_list(qtbot: QtBot, page: AgentsPage) -> None:
    labelled_by(qtbot, page.session, by_text)
    name = "SmolLM2 135M (built in)"

    page.shown(("label", name))

    label = label_tab(page)
    qtbot.waitUntil(lambda: label.tables.detail.name == name)


def focused(page: AgentsPage) -> QWidget:
    found = page.window().focusWidget()
    assert found is not None
    return found


def key_names(page: AgentsPage) -> set[str]:
    rows = page.keys()
    return {row.name for row in rows}
