"""Every page and tab by keyboard and by screen reader: names, roles, the way of Tab, and the ring of focus."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.services import annotating, merging, project_file
from annotator.ui import catalogue
from annotator.ui.dialogs.keys import KeySheet
from annotator.ui.main_window import MainWindow
from annotator.ui.page_table import PAGES
from tests.ui import accessible, windows
from tests.ui.conftest import MakeProject

PLACES = [(page, "") for page in PAGES if page not in {tab.page for tab in catalogue.tabs()}] + [
    (tab.page, tab.tab) for tab in catalogue.tabs()
]
# Painted by themselves, or only to be scrolled: Qt has no role for them; a screen reader says their name and what they
# show.
PAINTED = ("BrushHistogram", "ConfidenceHistogram", "QScrollArea")


@pytest.fixture
def opened(qtbot: QtBot, make_project: MakeProject) -> Iterator[MainWindow]:
    """A project with two people's answers, merged, and one of them here."""
    path = make_project()
    db = project_file.open_project(path)
    labels = [label.id for label in project_file.question(db).labels]
    for name, label in (("Jon", labels[0]), ("Mira", labels[1])):
        person = project_file.add_person(db, name)
        for _ in range(3):
            turn = annotating.next_turn(db, person.id)
            assert turn is not None
            annotating.answer(db, person.id, turn, label, seconds=1)
    merging.merge_and_store(db)
    db.close()
    with windows.shown(qtbot, path) as window:
        session = window.session
        assert session is not None
        session.seat("Mira", window, lambda: None)
        qtbot.waitUntil(lambda: session.annotator is not None)
        yield window


def unnamed(root: QWidget) -> list[str]:
    return [row for row in accessible.nameless(root) if not row.startswith(PAINTED) or "no name" in row]


@pytest.mark.parametrize(("page", "tab"), PLACES)
def test_everything_that_takes_the_keyboard_has_a_name_and_a_role_and_shows_it(
    qtbot: QtBot, opened: MainWindow, page: str, tab: str
) -> None:
    assert opened.view is not None
    opened.view.go(page, tab or None)
    qtbot.waitUntil(lambda: bool(accessible.focusable(windows.page_of(opened))))
    windows.calm(qtbot, opened)

    assert unnamed(opened) == []
    assert accessible.mouse_only(opened) == []
    assert accessible.backwards(opened) == []
    assert [row for row in accessible.unmarked(opened) if not row.startswith("QToolButton[Scroll")] == []


def test_the_start_page_can_be_used_by_keyboard_alone(qtbot: QtBot) -> None:
    with windows.shown(qtbot) as window:
        assert accessible.nameless(window) == []
        assert accessible.mouse_only(window) == []
        assert accessible.unmarked(window) == []


def test_the_key_sheet_can_be_used_by_keyboard_alone(qtbot: QtBot, opened: MainWindow) -> None:
    opened.show_keys()
    sheet = opened.findChildren(KeySheet)[-1]
    qtbot.waitUntil(sheet.isActiveWindow)
    assert unnamed(sheet) == []

    sheet.edit()

    assert accessible.nameless(sheet) == []
    assert accessible.mouse_only(sheet) == []
    assert accessible.backwards(sheet) == []
    assert accessible.unmarked(sheet) == []
    sheet.reject()


def test_a_row_of_the_key_list_is_read_with_its_place_and_key(qtbot: QtBot, opened: MainWindow) -> None:
    opened.show_keys()
    sheet = opened.findChildren(KeySheet)[-1]
    sheet.edit()
    assert sheet.editor is not None
    sheet.editor.search.setText("New project")

    row = QAccessible.queryAccessibleInterface(sheet.editor.list).child(0)

    assert row.text(QAccessible.Text.Name) == "New project, Everywhere, Ctrl+N"
    sheet.reject()
