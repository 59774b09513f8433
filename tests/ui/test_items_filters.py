"""Finding items on the Items page: search, filters as chips, the histogram, sorting, saved filters."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from annotator.domain.filters import Filter, Range, State
from annotator.services import saved_filters
from annotator.ui.jobs import JobRunner
from annotator.ui.pages.items import ItemsPage
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from annotator.ui.widgets.popup import RangePopup, WordPopup
from tests.ui.items_project import CONTROL, SHIFT, choose, fill, shown


@pytest.fixture
def page(qtbot: QtBot, jobs: JobRunner, settings: Settings, make_project: object) -> ItemsPage:
    path = make_project()  # type: ignore[operator]
    fill(path)
    jobs.open(path)
    page = ItemsPage(Session(jobs, settings, jobs))
    qtbot.addWidget(page)
    page.resize(1092, 800)
    page.show()
    page.shown()
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)
    return page


def chips(page: ItemsPage) -> list[str]:
    return [
        chip.text().removesuffix("  ×") for chip in page.filters.findChildren(QPushButton, "chip") if chip.isVisible()
    ]


def test_a_search_finds_words_by_their_beginnings_in_any_case(qtbot: QtBot, page: ItemsPage) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_F, CONTROL)
    qtbot.keyClicks(page.search, "LOVE")
    qtbot.waitUntil(lambda: shown(page) == ["r2"])

    qtbot.keyClicks(page.search, " refund")

    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    page.search.clear()
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)


def test_a_filter_is_added_by_keys_and_taken_away_by_its_chip(qtbot: QtBot, page: ItemsPage) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_F, CONTROL | SHIFT)
    choose(qtbot, "Consensus", "negative")
    qtbot.waitUntil(lambda: shown(page) == ["r2", "r4"] or shown(page) == ["r2", "r3", "r4"])
    page.filters.open_menu()
    choose(qtbot, "Status", "Waiting for people")
    qtbot.waitUntil(lambda: shown(page) == ["r2"])
    qtbot.waitUntil(lambda: chips(page) == ["consensus negative", "status waiting"])

    chip = next(c for c in page.filters.findChildren(QPushButton, "chip") if c.isVisible())
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Delete)

    qtbot.waitUntil(lambda: chips(page) == ["status waiting"])
    assert page.filters.filter == Filter(states=(State.WAITING,))


def test_choosing_what_is_checked_takes_the_filter_away(qtbot: QtBot, page: ItemsPage) -> None:
    page.filters.open_menu()
    choose(qtbot, "Agreement", "Differing answers")
    qtbot.waitUntil(lambda: shown(page) == ["r3"])

    page.filters.open_menu()
    choose(qtbot, "Agreement", "Differing answers")

    qtbot.waitUntil(lambda: page.model.rowCount() == 4)


def test_the_histogram_is_brushed_by_mouse_and_by_keys(qtbot: QtBot, page: ItemsPage) -> None:
    histogram = page.filters.histogram
    qtbot.waitUntil(lambda: sum(histogram.counts) == 4)
    width, middle = histogram.width(), histogram.height() // 3

    qtbot.mousePress(histogram, Qt.MouseButton.LeftButton, pos=QPoint(round(width * 0.55), middle))
    qtbot.mouseMove(histogram, QPoint(round(width * 0.75), middle))
    qtbot.mouseRelease(histogram, Qt.MouseButton.LeftButton, pos=QPoint(round(width * 0.75), middle))

    qtbot.waitUntil(lambda: shown(page) == ["r3"])
    qtbot.waitUntil(lambda: chips(page) == ["confidence .55 to .80"])
    qtbot.waitUntil(lambda: sum(histogram.counts) == 4)  # the whole distribution stays in sight
    qtbot.keyClick(page.table, Qt.Key.Key_H, CONTROL)
    for _ in range(4):
        qtbot.keyClick(histogram, Qt.Key.Key_Right, SHIFT)
    qtbot.waitUntil(lambda: shown(page) == ["r1", "r3", "r4"])
    assert page.filters.filter.confidence == Range(0.55, 1.0)
    qtbot.keyClick(histogram, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)


def test_a_range_of_entropy_and_a_comment_are_asked_for(qtbot: QtBot, page: ItemsPage) -> None:
    page.filters.open_menu()
    choose(qtbot, "Entropy…")
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, RangePopup)
    popup.low.selectAll()
    qtbot.keyClicks(popup.low, "0.97")
    qtbot.keyClick(popup.low, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: chips(page) == ["entropy .97 to 1.00"])
    page.filters.clear()

    page.filters.open_menu()
    choose(qtbot, "Comment…")
    word = QApplication.activePopupWidget()
    assert isinstance(word, WordPopup)
    qtbot.keyClicks(word.line, "irony")
    qtbot.keyClick(word.line, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: chips(page) == ["“irony” in a comment"])
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    button = next(b for b in page.findChildren(QPushButton) if b.text() == "Show all items")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)


def test_titles_sort_up_down_and_back_to_the_order_of_import(qtbot: QtBot, page: ItemsPage) -> None:
    header = page.table.horizontalHeader()

    def click(column: int) -> None:
        place = QPoint(header.sectionViewportPosition(column) + 20, header.height() // 2)
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)

    click(2)
    qtbot.waitUntil(lambda: shown(page) == ["r2", "r3", "r4", "r1"])
    click(2)
    qtbot.waitUntil(lambda: shown(page) == ["r1", "r4", "r3", "r2"])
    assert header.isSortIndicatorShown()
    click(2)
    qtbot.waitUntil(lambda: shown(page) == ["r1", "r2", "r3", "r4"])
    assert not header.isSortIndicatorShown()


def test_a_column_is_sorted_by_keys_too(qtbot: QtBot, page: ItemsPage) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_S, CONTROL | SHIFT)
    choose(qtbot, "Answers, down")

    qtbot.waitUntil(lambda: shown(page) == ["r3", "r1", "r2", "r4"])


def test_a_filter_is_saved_taken_up_again_and_removed(qtbot: QtBot, page: ItemsPage) -> None:
    page.shown(Filter(text="parcel", states=(State.ACCEPTED,)))
    qtbot.waitUntil(lambda: shown(page) == ["r1"])
    qtbot.keyClick(page.table, Qt.Key.Key_B, CONTROL)
    choose(qtbot, "Save this filter…")
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, WordPopup)
    qtbot.keyClicks(popup.line, "late ones")
    with qtbot.waitSignal(page.session.told):
        qtbot.keyClick(popup.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.filters.saved_button.text() == "late ones")
    page.filters.clear()
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)

    page.filters.open_saved()
    choose(qtbot, "late ones")

    qtbot.waitUntil(lambda: shown(page) == ["r1"])
    assert page.search.text() == "parcel"
    qtbot.waitUntil(lambda: chips(page) == ["status accepted"])
    page.filters.open_saved()
    with qtbot.waitSignal(page.session.offered):
        choose(qtbot, "Remove", "late ones")
    assert saved_filters.every(page.session.read) == []


def test_another_page_can_send_a_filter_along(qtbot: QtBot, page: ItemsPage) -> None:
    page.shown(Filter(states=(State.WAITING,)))

    qtbot.waitUntil(lambda: shown(page) == ["r2"])
    qtbot.waitUntil(lambda: chips(page) == ["status waiting"])
    assert page.session.items_found is not None
    assert page.session.items_found.what == "Items with status waiting"


def test_an_answer_that_is_asked_for_twice_is_that_of_the_last_question(qtbot: QtBot, page: ItemsPage) -> None:
    page.shown(Filter(text="parcel"))
    page.shown(Filter(text="refund"))

    qtbot.waitUntil(lambda: shown(page) == ["r3"])
    with qtbot.waitSignal(page.finding.counted):
        page.filters.clear()
    assert len(shown(page)) == 4


def test_when_answers_change_what_is_shown_stays_and_says_so(qtbot: QtBot, page: ItemsPage) -> None:
    from annotator.domain.model import Changes

    page.shown(Filter(states=(State.WAITING,)))
    qtbot.waitUntil(lambda: shown(page) == ["r2"])

    page.session.announce(Changes(annotations=True))

    assert "F5" in page._header.subtitle.text()
    qtbot.keyClick(page.table, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: page._header.subtitle.text() == "1 found")
