"""The detail pane of the Items page: who answered when, the history, and similar items."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from annotator.domain.filters import Filter
from annotator.ui.item_table import Column
from annotator.ui.jobs import JobRunner
from annotator.ui.pages.items import ItemsPage
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from annotator.ui.widgets.flowing_text import FlowingText
from tests.ui.items_project import CONTROL, fill, shown

TEXTS = ("The parcel came late.", "Lovely, thank you!", "My parcel came very late.", "It broke on day one.")


@pytest.fixture
def page(qtbot: QtBot, jobs: JobRunner, settings: Settings, make_project: object) -> ItemsPage:
    path = make_project(texts=TEXTS)  # type: ignore[operator]
    fill(path)
    jobs.open(path)
    page = ItemsPage(Session(jobs, settings, jobs))
    qtbot.addWidget(page)
    page.resize(1092, 800)
    page.show()
    page.shown()
    qtbot.waitUntil(lambda: page.model.rowCount() == 4 and page._complete)
    return page


def texts(page: ItemsPage) -> list[str]:
    return [text.toPlainText() for text in page.detail.findChildren(FlowingText) if text.isVisible()]


def similar(page: ItemsPage) -> list[QPushButton]:
    return [button for button in page.detail.findChildren(QPushButton, "similar_item") if button.isVisible()]


def test_the_pane_follows_the_chosen_row(qtbot: QtBot, page: ItemsPage) -> None:
    qtbot.waitUntil(lambda: "The parcel came late." in texts(page))

    qtbot.keyClick(page.table, Qt.Key.Key_Down)

    qtbot.waitUntil(lambda: "Lovely, thank you!" in texts(page))


def test_the_history_stays_open_from_item_to_item(qtbot: QtBot, page: ItemsPage) -> None:
    qtbot.waitUntil(lambda: bool(texts(page)))
    qtbot.keyClick(page.table, Qt.Key.Key_J, CONTROL)
    qtbot.waitUntil(lambda: any(text.endswith("gpt: positive") for text in texts(page)))

    for _ in range(2):
        qtbot.keyClick(page.table, Qt.Key.Key_Down)

    qtbot.waitUntil(lambda: any(text.endswith("Mira: negative") for text in texts(page)))
    qtbot.keyClick(page.table, Qt.Key.Key_J, CONTROL)
    qtbot.waitUntil(lambda: not any(text.endswith("Mira: negative") for text in texts(page)))


def test_a_similar_item_is_gone_to_also_where_a_filter_left_it_out(qtbot: QtBot, page: ItemsPage) -> None:
    page.shown(Filter(text="parcel very"))
    qtbot.waitUntil(lambda: shown(page) == ["r3"] and page._complete)
    qtbot.keyClick(page.table, Qt.Key.Key_M, CONTROL)
    qtbot.waitUntil(lambda: len(similar(page)) == 1, timeout=20_000)  # scikit-learn is loaded first
    assert similar(page)[0].text().startswith("r1 · The parcel")

    qtbot.mouseClick(similar(page)[0], Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: len(shown(page)) == 4)
    qtbot.waitUntil(lambda: page.table.currentIndex().siblingAtColumn(Column.ID).data() == "r1")
    assert page.filters.filter == Filter()
