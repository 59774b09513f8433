"""The command palette: everything that can be done or gone to, by a few letters."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QListWidget
from pytestqt.qtbot import QtBot

from annotator.domain.filters import Filter
from annotator.services import saved_filters
from annotator.ui import commands, matching
from annotator.ui.main_window import MainWindow
from annotator.ui.pages.items import ItemsPage
from annotator.ui.pages.tabbed import TabbedPage
from annotator.ui.widgets.command_palette import SHOWN, CommandPalette, Entry
from tests.ui import action_catalogue, windows
from tests.ui.conftest import MakeProject

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def opened(qtbot: QtBot, make_project: MakeProject) -> Iterator[MainWindow]:
    with windows.shown(qtbot, make_project()) as window:
        yield window


def palette_of(qtbot: QtBot, window: MainWindow) -> CommandPalette:
    """Opened by its key."""
    qtbot.keyClick(window.focusWidget() or window, "K", CONTROL)
    found = window.findChild(CommandPalette)
    assert found is not None
    assert found.isVisible()
    return found


def texts(palette: CommandPalette) -> list[str]:
    return [palette.list.item(row).text() for row in range(palette.list.count())]


def chosen(palette: CommandPalette) -> str:
    return palette.list.currentItem().text()


def search(qtbot: QtBot, palette: CommandPalette, typed: str) -> None:
    palette.field.clear()
    qtbot.keyClicks(palette.field, typed)


# --- open and close


def test_escape_closes_it_and_the_focus_is_where_it_was(qtbot: QtBot, opened: MainWindow) -> None:
    before = opened.focusWidget()
    palette = palette_of(qtbot, opened)
    assert palette.field.hasFocus()

    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)

    assert not palette.isVisible()
    assert opened.focusWidget() is before


def test_the_same_key_closes_it_again(qtbot: QtBot, opened: MainWindow) -> None:
    palette = palette_of(qtbot, opened)

    qtbot.keyClick(palette.field, "K", CONTROL)

    assert not palette.isVisible()


def test_a_click_beside_it_closes_it_and_takes_the_focus_along(qtbot: QtBot, opened: MainWindow) -> None:
    palette = palette_of(qtbot, opened)
    page = windows.page_of(opened)

    qtbot.mouseClick(page, Qt.MouseButton.LeftButton, pos=QPoint(4, page.height() - 4))

    assert not palette.isVisible()
    assert opened.focusWidget() is page


def test_the_rest_of_the_window_goes_on_while_it_is_open(qtbot: QtBot, opened: MainWindow) -> None:
    palette = palette_of(qtbot, opened)

    assert QApplication.activeModalWidget() is None
    assert not palette.isWindow()


# --- what it finds


def test_first_comes_what_the_page_in_sight_can_do(qtbot: QtBot, opened: MainWindow) -> None:
    palette = palette_of(qtbot, opened)

    assert texts(palette)[: len(windows.page_of(opened).commands())] == [
        row.text for row in windows.page_of(opened).commands()
    ]


def test_every_page_and_tab_and_action_is_found_by_its_name(qtbot: QtBot, opened: MainWindow) -> None:
    palette = palette_of(qtbot, opened)

    for typed, found in (
        ("quality", "Quality"),
        ("review", "Review"),
        ("agents workshop", "Agents · Workshop"),
        ("accept unanimous", "Accept all unanimous"),
        ("newproj", "New project"),
        ("light dark", "Light, dark, or as the system"),
    ):
        search(qtbot, palette, typed)
        assert chosen(palette) == found


def test_arrows_and_enter_do_what_is_chosen(qtbot: QtBot, opened: MainWindow) -> None:
    palette = palette_of(qtbot, opened)
    search(qtbot, palette, "export")
    names = texts(palette)

    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert chosen(palette) == names[1]
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)

    assert opened.view is not None
    assert opened.view.page_name == "export"
    assert not palette.isVisible()


def test_a_page_that_nobody_has_opened_is_opened_and_the_action_done(qtbot: QtBot, opened: MainWindow) -> None:
    palette = palette_of(qtbot, opened)
    search(qtbot, palette, "copy the item's id")

    qtbot.keyClick(palette.field, Qt.Key.Key_Return)

    page = windows.page_of(opened)
    assert isinstance(page, ItemsPage)
    qtbot.waitUntil(lambda: page.table.currentIndex().isValid())


def test_an_action_of_a_tab_brings_the_tab_in_sight(qtbot: QtBot, opened: MainWindow) -> None:
    palette = palette_of(qtbot, opened)
    search(qtbot, palette, "change sides")

    qtbot.keyClick(palette.field, Qt.Key.Key_Return)

    page = windows.page_of(opened)
    assert isinstance(page, TabbedPage)
    assert page.tab_name == "compare"


def test_an_action_is_done_on_a_page_opened_for_it(qtbot: QtBot, opened: MainWindow) -> None:
    palette = palette_of(qtbot, opened)
    search(qtbot, palette, "find a label")

    qtbot.keyClick(palette.field, Qt.Key.Key_Return)

    assert opened.view is not None
    assert opened.view.page_name == "annotate"


def test_saved_filters_and_other_projects_are_there(
    qtbot: QtBot, opened: MainWindow, make_project: MakeProject
) -> None:
    opened.settings.remember(make_project(name="parcels"))
    assert opened.session is not None
    opened.session.write(lambda db: saved_filters.save(db, "Late ones", Filter(text="late")), owner=opened)
    session = opened.session
    qtbot.waitUntil(lambda: bool(saved_filters.every(session.read)))
    palette = palette_of(qtbot, opened)

    search(qtbot, palette, "late ones")
    assert chosen(palette) == "Late ones"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    page = windows.page_of(opened)
    assert isinstance(page, ItemsPage)
    assert page.filters.filter == Filter(text="late")

    search(qtbot, palette_of(qtbot, opened), "parcels")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.session is not None and opened.session.name == "Parcels")


def test_without_a_project_it_offers_what_works(qtbot: QtBot) -> None:
    with windows.shown(qtbot) as window:
        palette = palette_of(qtbot, window)
        assert "New project" in texts(palette)
        assert "Annotate" not in texts(palette)


def test_keys_stand_beside_what_they_do(opened: MainWindow) -> None:
    found = {entry.text: entry for entry in commands.entries(opened, opened._usable())}

    assert found["New project"].key == "Ctrl+N"
    assert found["Accept all unanimous"].key == "Ctrl+U"
    assert found["Accept all unanimous"].where == "Review"


def test_letters_that_fit_nothing_say_so(qtbot: QtBot, opened: MainWindow) -> None:
    palette = palette_of(qtbot, opened)

    search(qtbot, palette, "zzqqxx")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)

    assert palette.list.isHidden()
    assert palette.isVisible()


def test_a_screen_reader_hears_what_is_chosen(qtbot: QtBot, opened: MainWindow) -> None:
    palette = palette_of(qtbot, opened)
    search(qtbot, palette, "new project")

    interface = QAccessible.queryAccessibleInterface(palette.field)

    assert interface.text(QAccessible.Text.Name) == "What do you want to do?"
    assert interface.text(QAccessible.Text.Description).startswith("New project, ")


def test_five_hundred_entries_are_searched_and_few_are_shown(qtbot: QtBot, opened: MainWindow) -> None:
    done: list[int] = []
    many = [Entry(f"Entry number {n}", "Nowhere", "", lambda n=n: done.append(n)) for n in range(500)]
    palette = palette_of(qtbot, opened)
    palette.open(many)
    assert palette.list.count() == SHOWN

    search(qtbot, palette, "number 499")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)

    assert done == [499]
    assert isinstance(palette.list, QListWidget)


# --- matching


def test_letters_must_stand_in_their_order() -> None:
    assert matching.fit("mrg", "Merge now") is not None
    assert matching.fit("gm", "Merge now") is None
    assert matching.fit("", "Merge now") == matching.Fit(0.0, ())


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("mn", "Merge now", "Comment"),
        ("export", "Export", "Export the selected items"),
        ("item", "Items", "Label with time"),
        ("rv", "Review", "Larger item text, overview"),
        ("ÄNDERN", "Tasten ändern", "Ach nein, der ernste"),
        ("标注", "标注条目", "标题 注"),
    ],
)
def test_beginnings_of_words_and_letters_in_a_row_count_more(typed: str, better: str, worse: str) -> None:
    assert matching.best(typed, [worse, better], 2)[0] == 1


def test_a_letter_that_begins_a_later_word_does_not_hide_the_one_before_it() -> None:
    found = matching.fit("abc", "a xbc b")

    assert found is not None
    assert found.places == (0, 3, 4)


# --- the file of actions


def test_the_file_of_actions_says_what_the_pages_say(opened: MainWindow) -> None:
    assert opened.view is not None

    found = action_catalogue.write(action_catalogue.collect(opened.view))

    assert action_catalogue.FILE.read_text(encoding="utf-8") == found, "run: python -m tests.ui.action_catalogue"


def test_actions_of_one_name_are_the_same_action(opened: MainWindow) -> None:
    found: dict[str, set[tuple[str, str]]] = {}
    for row in opened._changeable():
        if row.changeable:
            found.setdefault(row.action.name, set()).add((row.action.text, row.action.keys))

    assert [name for name, said in found.items() if len(said) > 1] == []


def test_a_page_is_told_from_what_is_done_on_it(opened: MainWindow) -> None:
    found = [entry.where for entry in commands.entries(opened, opened._usable()) if entry.text == "Export"]

    assert sorted(found) == ["Export", "Page"]
