"""What is done to many items on the Items page: a look first, then one operation, then Undo."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.domain.filters import Filter, State
from annotator.services import browsing, project_file, selecting
from annotator.ui.jobs import JobRunner
from annotator.ui.pages.items import ItemsPage
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from annotator.ui.widgets.bulk_bar import BulkBar
from annotator.ui.widgets.popup import WordPopup
from annotator.ui.widgets.toast import Toast
from tests.ui.items_project import CONTROL, SHIFT, fill, selected, shown


@pytest.fixture
def page(qtbot: QtBot, jobs: JobRunner, settings: Settings, make_project: object) -> ItemsPage:
    path = make_project()  # type: ignore[operator]
    fill(path)
    db = project_file.open_project(path)
    mira = project_file.add_person(db, "Mira")
    db.close()
    jobs.open(path)
    session = Session(jobs, settings, jobs)
    session.set_annotator(mira)
    page = ItemsPage(session)
    qtbot.addWidget(page)
    page.resize(1092, 800)
    page.show()
    page.shown()
    qtbot.waitUntil(lambda: page.model.rowCount() == 4 and page._complete)
    return page


def found(page: ItemsPage, wanted: Filter) -> list[int]:
    ids: list[int] = browsing.find(page.session.read, wanted).tolist()
    return ids


def test_several_rows_are_selected_by_keys(qtbot: QtBot, page: ItemsPage) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_Down, SHIFT)
    assert selected(page) == ["r1", "r2"]

    qtbot.keyClick(page.table, Qt.Key.Key_A, CONTROL)

    assert selected(page) == ["r1", "r2", "r3", "r4"]
    assert page.bulk._count.text() == "4 selected"


@pytest.mark.parametrize(
    ("key", "wanted", "asked"),
    [
        (Qt.Key.Key_P, Filter(states=(State.WAITING,)), "Send 2 items to people? r1, r4. 2 items left out"),
        (Qt.Key.Key_D, Filter(states=(State.SETTLED,)), "Accept the merged label of 4 items as decided? r1"),
        (Qt.Key.Key_G, Filter(states=(State.FLAGGED,)), "Flag 4 items? r1, r2, r3 and 1 more."),
    ],
)  # fmt: skip
def test_a_deed_is_counted_confirmed_done_and_undone_by_keys(
    qtbot: QtBot, page: ItemsPage, key: Qt.Key, wanted: Filter, asked: str
) -> None:
    before = found(page, wanted)
    qtbot.keyClick(page.table, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(page.table, key, CONTROL)
    qtbot.waitUntil(lambda: page.bulk.asking)
    assert page.bulk.question.accessibleName().startswith(asked)
    assert found(page, wanted) == before

    with qtbot.waitSignal(page.session.offered) as offered:
        qtbot.keyClick(page.bulk.yes, Qt.Key.Key_Return)

    after = found(page, wanted)
    assert len(after) > len(before)
    assert offered.args is not None
    assert offered.args[1] == "Undo"
    with qtbot.waitSignal(page.session.told):
        qtbot.keyClick(page.table, Qt.Key.Key_Z, CONTROL)
    assert found(page, wanted) == before
    with qtbot.waitSignal(page.session.told):
        qtbot.keyClick(page.table, Qt.Key.Key_Y, CONTROL)
    assert found(page, wanted) == after


def test_escape_does_nothing_and_gives_the_keys_back_to_the_table(qtbot: QtBot, page: ItemsPage) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_G, CONTROL)
    qtbot.waitUntil(lambda: page.bulk.asking)

    qtbot.keyClick(page.bulk.yes, Qt.Key.Key_Escape)

    assert not page.bulk.asking
    assert page.table.hasFocus() or QApplication.focusWidget() is None
    assert found(page, Filter(states=(State.FLAGGED,))) == []


def test_items_are_tagged_found_by_their_tag_and_the_toast_takes_it_back(qtbot: QtBot, page: ItemsPage) -> None:
    toast = Toast(page)
    page.session.offered.connect(toast.offer)
    qtbot.keyClick(page.table, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(page.table, Qt.Key.Key_T, CONTROL)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, WordPopup)
    qtbot.keyClicks(popup.line, "odd {one}")
    qtbot.keyClick(popup.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.bulk.asking)
    with qtbot.waitSignal(page.session.offered) as offered:
        qtbot.keyClick(page.bulk.yes, Qt.Key.Key_Return)
    assert offered.args is not None
    assert offered.args[0] == "2 items tagged “odd {one}”."
    page.shown(Filter(tags=("odd {one}",)))
    qtbot.waitUntil(lambda: shown(page) == ["r1", "r2"])

    with qtbot.waitSignal(page.session.told):
        qtbot.mouseClick(toast._action, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: shown(page) == [])


def test_what_is_done_already_is_said_and_not_offered(qtbot: QtBot, page: ItemsPage) -> None:
    for _ in range(2):
        qtbot.keyClick(page.table, Qt.Key.Key_G, CONTROL)
        qtbot.waitUntil(lambda: page.bulk.asking)
        if page.bulk.yes.isVisible():
            with qtbot.waitSignal(page.session.offered):
                qtbot.keyClick(page.bulk.yes, Qt.Key.Key_Return)

    assert page.bulk.question.accessibleName() == "Nothing to do. 1 item left out: flagged already."
    assert not page.bulk.yes.isVisible()


def test_the_selected_items_are_exported_and_nothing_else(qtbot: QtBot, page: ItemsPage, tmp_path: Path) -> None:
    for _ in range(2):
        qtbot.keyClick(page.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.session.told) as told:
        page.work.export(tmp_path / "some.csv")

    assert told.args == ["1 item written to some.csv.", "good"]
    lines = (tmp_path / "some.csv").read_text(encoding="utf-8").splitlines()
    assert [line.split(",")[0] for line in lines] == ["item_id", "r3"]


def test_an_agent_gets_the_selected_items(qtbot: QtBot, page: ItemsPage) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_Down)

    with qtbot.waitSignal(page.session.go_requested) as went:
        qtbot.keyClick(page.table, Qt.Key.Key_R, CONTROL)

    assert went.args is not None
    name, (tab, selection) = went.args
    assert (name, tab) == ("agents", "label")
    assert selection == selecting.these([2], "1 selected item")


def test_nobody_is_asked_to_undo_what_was_not_done(qtbot: QtBot, page: ItemsPage) -> None:
    with qtbot.waitSignal(page.session.told) as told:
        qtbot.keyClick(page.table, Qt.Key.Key_Z, CONTROL)

    assert told.args is not None
    assert told.args[0] == "There is nothing to undo here."


def test_where_the_row_is_narrow_deeds_lose_their_words_but_not_their_names(qtbot: QtBot) -> None:
    bar = BulkBar()
    qtbot.addWidget(bar)
    bar.set_scope(1, 4)
    bar.resize(bar.minimumSizeHint().width(), bar.height())
    bar.show()

    assert {button.text() for button in bar.buttons.values()} == {""}
    assert bar.buttons["agent"].accessibleName() == "Label with an LLM"
    assert bar.buttons["agent"].toolTip().startswith("Label with an LLM: ")
    assert all(button.width() >= button.sizeHint().width() for button in bar.buttons.values())

    bar.resize(1600, bar.height())

    assert all(button.text() for button in bar.buttons.values())
