"""Names, ids and texts that are far longer than anybody would want: nothing is cut off, and no page grows too wide."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QScrollArea, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator import app
from annotator.services import importing, project_file
from annotator.ui.item_table import Column
from annotator.ui.main_window import MainWindow
from annotator.ui.page_table import PAGES
from annotator.ui.pages.items import ItemsPage
from annotator.ui.widgets.column_mapping import ColumnMapping
from annotator.ui.widgets.flowing_text import FlowingText
from tests.ui.long_project import PEOPLE, TEXTS, WORD, make

WIDTH, HEIGHT = 1280, 800


@pytest.fixture
def window(qtbot: QtBot, qapp: object, tmp_path: Path) -> MainWindow:
    """The project open, with somebody before it who has answered nothing."""
    made = app.make_window(qapp, make(tmp_path))  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(WIDTH, HEIGHT)
    made.show()
    assert made.session is not None
    qtbot.waitUntil(lambda: made.session is not None and made.session.summary is not None)
    people = {person.name: person for person in project_file.people(made.session.read)}
    made.session.set_annotator(people[PEOPLE[1]])
    return made


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
@pytest.mark.parametrize("name", list(PAGES))
def test_no_page_grows_wider_than_the_window_or_scrolls_sideways(qtbot: QtBot, window: MainWindow, name: str) -> None:
    assert window.view is not None
    with qtbot.waitSignal(window.session.summarised):  # the page's own reads come before it
        window.view.go(name)
        window.session.refresh_summary()

    page = window.view.page
    assert page is not None
    assert window.size().width() == WIDTH
    assert page.width() <= WIDTH - window.view.navigation.width()
    for area in page.findChildren(QScrollArea):
        assert area.horizontalScrollBar().maximum() == 0, area.objectName()
    qtbot.waitUntil(lambda: not cut_off(page))
    window.close()


def cut_off(page: QWidget) -> list[str]:
    """Wrapped texts that are higher than the room they have."""
    wrapped = [label for label in page.findChildren(QLabel) if label.isVisible() and label.wordWrap()]
    return [label.text() for label in wrapped if label.height() < label.heightForWidth(label.width())]


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_every_text_of_an_item_is_wrapped_within_the_panel(qtbot: QtBot, window: MainWindow) -> None:
    assert window.view is not None
    window.view.go("items")
    page = window.view.page
    assert isinstance(page, ItemsPage)
    qtbot.waitUntil(lambda: page.model.rowCount() == len(TEXTS))
    page.table.setCurrentIndex(page.model.index(0, 0))
    qtbot.waitUntil(lambda: len(page.detail.findChildren(FlowingText)) >= 3)

    for text in page.detail.findChildren(FlowingText):
        qtbot.waitUntil(lambda text=text: shown_whole(text))
    assert page.table.columnWidth(Column.ID) <= page.table.width() // 4
    assert page.table.columnWidth(Column.TEXT) >= page.table.width() // 4
    window.close()


def shown_whole(text: QTextEdit) -> bool:
    size = text.document().size()
    return bool(size.width() <= text.viewport().width() and size.height() <= text.viewport().height() + 1)


def test_a_long_column_name_leaves_room_for_what_it_becomes(qtbot: QtBot) -> None:
    mapping = ColumnMapping()
    qtbot.addWidget(mapping)
    mapping.resize(900, 400)
    columns = ("id", WORD * 2)
    mapping.show_columns(columns, [("1", "value " * 400)], importing.Mapping((columns[1],), "id"))
    mapping.show()

    assert mapping.horizontalScrollBar().maximum() == 0
