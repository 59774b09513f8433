"""The window from right to left: what is mirrored, and what never is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QListWidget, QListWidgetItem, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui import theme
from annotator.ui.widgets.brush_histogram import BINS, BrushHistogram
from annotator.ui.widgets.cells import CutCells
from annotator.ui.widgets.keycap import KeyCap
from annotator.ui.widgets.keyed_rows import KEYS, KeyedRows
from annotator.ui.widgets.records import Records

LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


def painted(widget: QWidget, direction: Qt.LayoutDirection) -> QImage:
    widget.setLayoutDirection(direction)
    return widget.grab().toImage()


def left_edge(image: QImage) -> int:
    """Pixels from the left to the first one that is painted."""
    columns = (x for x in range(image.width()) if any(image.pixelColor(x, y).alpha() for y in range(image.height())))
    return next(columns)


def test_numbers_of_a_table_keep_their_minus_and_their_point_before_them(qtbot: QtBot) -> None:
    table = Records(("Who", "Agrees"), numbers=(1,))
    qtbot.addWidget(table)
    table.show_rows([("Mira", "−0.22")])
    delegate = table.itemDelegate()
    assert isinstance(delegate, CutCells)
    texts = {}
    for direction in (LTR, RTL):
        for column in (0, 1):
            option = QStyleOptionViewItem()
            option.direction = direction
            delegate.initStyleOption(option, table.model().index(0, column))
            texts[direction, column] = option.text

    assert texts == {(LTR, 0): "Mira", (LTR, 1): "−0.22", (RTL, 0): "\u2068Mira\u2069", (RTL, 1): "\u2066−0.22\u2069"}


def test_the_histogram_of_confidences_has_its_scale_below_its_bars_in_both_directions(qtbot: QtBot) -> None:
    histogram = BrushHistogram()
    qtbot.addWidget(histogram)
    histogram.set_counts(tuple(range(BINS)))
    histogram.show()

    assert painted(histogram, LTR) == painted(histogram, RTL)


def test_the_room_beside_an_icon_is_on_the_side_of_the_text(qtbot: QtBot, qapp: QApplication) -> None:
    wide = theme.icon("plus")
    from_left = left_edge(wide.pixmap(30, 16).toImage())
    qapp.setLayoutDirection(RTL)
    try:
        from_right = left_edge(theme.icon("plus").pixmap(30, 16).toImage())
    finally:
        qapp.setLayoutDirection(LTR)

    assert from_right - from_left == 30 - 16


def test_a_key_reads_the_same_in_both_directions(qtbot: QtBot) -> None:
    cap = KeyCap("Ctrl++")
    qtbot.addWidget(cap)

    assert painted(cap, LTR) == painted(cap, RTL)


def test_what_an_action_does_stands_at_the_start_of_its_row(qtbot: QtBot) -> None:
    rows = QListWidget()
    qtbot.addWidget(rows)
    rows.setItemDelegate(KeyedRows(rows, 32))
    item = QListWidgetItem("Quit", rows)
    item.setData(KEYS, ["F9"])
    rows.resize(400, 60)
    rows.show()
    text = theme.colour("text").rgb()
    halves = {}
    for direction in (LTR, RTL):
        image = painted(rows, direction)
        middle, band = image.width() // 2, range(4, 30)
        dark = [x for x in range(image.width()) for y in band if image.pixel(x, y) == text]
        halves[direction] = (any(x < middle for x in dark), any(x > middle for x in dark))

    assert halves == {LTR: (True, False), RTL: (False, True)}
