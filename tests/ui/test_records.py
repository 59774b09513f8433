"""The table of a few rows: filling it anew is cheap, however many rows it has."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.ui.widgets.records import Records

ROWS = [(f"item {n}", f"{n}") for n in range(200)]


@pytest.fixture
def table(qtbot: QtBot) -> Records:
    table = Records(("Item", "Number"), numbers=(1,))
    qtbot.addWidget(table)
    table.resize(400, 300)
    table.show()
    with qtbot.waitSignal(table.model().dataChanged):
        table.show_rows(ROWS)
    return table


def test_rows_that_replace_others_are_laid_out_once(qtbot: QtBot, table: Records) -> None:
    told: list[object] = []
    table.model().dataChanged.connect(lambda *changed: told.append(changed))

    with qtbot.waitSignal(table.model().dataChanged):
        table.show_rows([(item.upper(), number) for item, number in ROWS])
        for row in range(len(ROWS)):
            table.mark(row, 0, "robot-outline", "LLM")

    assert len(told) == 1
    assert (table.text(199, 0), table.text(199, 1)) == ("ITEM 199", "199")
    assert table.item(199, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "ITEM 199 (LLM)"


def test_the_chosen_row_and_the_place_in_the_list_stay(qtbot: QtBot, table: Records) -> None:
    table.setCurrentCell(120, 0)
    place = table.verticalScrollBar().value()
    assert place > 0

    with qtbot.waitSignal(table.model().dataChanged):
        table.show_rows(ROWS)

    assert table.currentRow() == 120
    assert table.verticalScrollBar().value() == place


def test_a_column_that_became_wider_is_given_its_room(qtbot: QtBot, table: Records) -> None:
    before = table.columnWidth(1)

    table.show_rows([("item", "1,000,000,000,000,000")])

    qtbot.waitUntil(lambda: table.columnWidth(1) > before)


def test_enter_and_a_double_click_open_a_row(qtbot: QtBot, table: Records) -> None:
    table.setCurrentCell(3, 0)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [3]

    place = table.visualItemRect(table.item(4, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [4]
