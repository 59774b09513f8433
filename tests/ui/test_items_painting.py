"""The cells of the table of items are painted by hand, for speed, and look as the style would paint them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from annotator.domain.model import Label
from annotator.services.browsing import ItemRow
from annotator.ui.item_table import Column, ItemTable
from annotator.ui.widgets.cells import CutCells
from annotator.ui.widgets.items_view import ItemsView
from annotator.ui.widgets.label_delegate import LabelDelegate

LONG = "A text that is much longer than its cell and is cut where the cell ends, with three dots."
WHITE = 0xFFFFFFFF


@pytest.fixture
def view(qtbot: QtBot) -> ItemsView:
    row = ItemRow(1, "a-very-long-name-of-an-item-0001", LONG, "good", 0.91, "bad", 0.6, 12, "")
    model = ItemTable(lambda ids: [row])
    made = ItemsView(model, lambda: None)
    qtbot.addWidget(made)
    made.set_labels((Label("good"), Label("bad")))
    model.set_ids([1])
    made.resize(700, 200)
    made.show()
    return made


def painted(view: ItemsView, delegate: LabelDelegate | CutCells, column: Column, *, selected: bool) -> QImage:
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    option.rect = QRect(0, 0, 140, 36)
    option.widget = view
    option.state |= QStyle.StateFlag.State_Enabled
    if selected:
        option.state |= QStyle.StateFlag.State_Selected
    image = QImage(140, 36, QImage.Format.Format_RGB32)
    image.fill(WHITE)
    painter = QPainter(image)
    painter.setFont(option.font)
    delegate.paint(painter, option, view.model().index(0, column))
    painter.end()
    return image


@pytest.mark.parametrize("selected", [False, True])
@pytest.mark.parametrize("column", [Column.ID, Column.TEXT, Column.ANSWERS, Column.GOLD])
def test_a_cell_of_text_is_painted_as_the_style_paints_it(view: ItemsView, column: Column, selected: bool) -> None:
    ours = painted(view, LabelDelegate(view, names=(Column.ID,)), column, selected=selected)
    styles = painted(view, CutCells(view, names=(Column.ID,)), column, selected=selected)

    assert ours == styles


def test_a_label_is_painted_with_its_dot_and_its_number(view: ItemsView) -> None:
    delegate = view.itemDelegate()
    assert isinstance(delegate, LabelDelegate)
    image = painted(view, delegate, Column.LLM, selected=False)
    coloured = {image.pixelColor(x, 18).name() for x in range(8, 18)} - {"#ffffff"}
    number = {image.pixelColor(x, y).name() for x in range(100, 132) for y in range(8, 28)} - {"#ffffff"}

    assert coloured
    assert number


def test_what_the_mouse_points_at_is_shown(view: ItemsView) -> None:
    delegate = view.itemDelegate()
    assert isinstance(delegate, LabelDelegate)
    image = painted(view, delegate, Column.TEXT, selected=False)
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    option.rect, option.widget = QRect(0, 0, 140, 36), view
    option.state |= QStyle.StateFlag.State_Enabled | QStyle.StateFlag.State_MouseOver
    pointed = QImage(140, 36, QImage.Format.Format_RGB32)
    pointed.fill(WHITE)
    painter = QPainter(pointed)
    delegate.paint(painter, option, view.model().index(0, Column.TEXT))
    painter.end()

    assert pointed != image


NAMES = ("delivery and packaging", "not a complaint at all", "billing or a refund")


def of_three(qtbot: QtBot, said: str, gold: str) -> ItemsView:
    """A table in a small window; said: the LLM's label, if any."""
    row = ItemRow(1, "i1", LONG, said, 0.91 if said else None, NAMES[0], 0.999, 12, gold)
    model = ItemTable(lambda ids: [row])
    made = ItemsView(model, lambda: None)
    qtbot.addWidget(made)
    made.set_labels(tuple(map(Label, NAMES)))
    model.set_ids([1])
    made.share_room()
    made.resize(700, 200)
    made.show()
    return made


def test_the_room_of_columns_without_labels_is_for_the_others(qtbot: QtBot) -> None:
    full, bare = of_three(qtbot, NAMES[1], NAMES[2]), of_three(qtbot, "", "")

    header = bare.horizontalHeader()
    for column in (Column.LLM, Column.GOLD):
        assert bare.columnWidth(column) < full.columnWidth(column)
        assert bare.columnWidth(column) >= header.sectionSizeHint(column)  # its title is whole
    assert bare.columnWidth(Column.CONSENSUS) > full.columnWidth(Column.CONSENSUS)
    metrics = bare.fontMetrics()
    whole = metrics.horizontalAdvance(NAMES[0]) + metrics.horizontalAdvance("> .99")
    assert bare.columnWidth(Column.CONSENSUS) > whole
    assert bare.columnWidth(Column.TEXT) >= bare.viewport().width() // 4


def test_a_column_gets_its_room_as_soon_as_labels_come_into_it(qtbot: QtBot) -> None:
    rows = [ItemRow(1, "i1", LONG, "", None, "", None, 0, "")]
    model = ItemTable(lambda ids: rows)
    view = ItemsView(model, lambda: None)
    qtbot.addWidget(view)
    view.set_labels(tuple(map(Label, NAMES)))
    view.resize(900, 200)
    view.show()
    model.set_ids([1])
    view.share_room()
    before = view.columnWidth(Column.CONSENSUS)

    rows[:] = [ItemRow(1, "i1", LONG, "", None, NAMES[0], 0.999, 2, "")]
    model.refresh()

    assert view.columnWidth(Column.CONSENSUS) > before


def test_in_a_small_window_columns_give_way_to_the_text_and_come_back_whole(qtbot: QtBot) -> None:
    view = of_three(qtbot, NAMES[1], "")
    widths = [view.columnWidth(column) for column in Column]

    for _ in range(2):
        view.resize(384, 200)
        assert view.isColumnHidden(Column.GOLD)
        assert not view.isColumnHidden(Column.CONSENSUS)
        assert view.horizontalHeader().length() <= view.viewport().width()
        assert view.columnWidth(Column.TEXT) >= 120
        view.resize(700, 200)
        assert [view.columnWidth(column) for column in Column] == widths
