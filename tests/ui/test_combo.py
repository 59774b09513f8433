"""Boxes to choose from say where their text is cut."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QColor, QHelpEvent, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

import annotator.ui
from annotator.ui.widgets.combo import ComboBox

LONG = "Everything that nobody has settled yet"


@pytest.fixture
def box(qtbot: QtBot) -> ComboBox:
    box = ComboBox()
    qtbot.addWidget(box)
    box.addItem(LONG)
    box.addItem("yes")
    box.resize(140, 34)
    box.show()
    return box


def test_a_text_that_does_not_fit_ends_in_three_dots_and_is_whole_in_the_list(box: ComboBox) -> None:
    assert box.shown_text().endswith("…")
    assert LONG.startswith(box.shown_text()[:-1])
    assert (box.currentText(), box.itemText(0)) == (LONG, LONG)
    box.resize(600, 34)
    assert box.shown_text() == LONG


@pytest.mark.parametrize("text", [LONG, "Field (text to label)", "yes", "\u6587\u672c"])
@pytest.mark.parametrize("pictured", [False, True])
def test_a_box_as_wide_as_it_wants_shows_everything(qtbot: QtBot, text: str, pictured: bool) -> None:
    box = ComboBox()
    qtbot.addWidget(box)
    picture = QPixmap(16, 16)
    picture.fill(QColor("red"))
    box.addItem(QIcon(picture) if pictured else QIcon(), text)
    box.resize(box.sizeHint())
    assert box.shown_text() == text


def test_an_icon_takes_its_room_from_the_text(box: ComboBox) -> None:
    alone = box.shown_text()
    picture = QPixmap(16, 16)
    picture.fill(QColor("red"))
    box.setItemIcon(0, QIcon(picture))
    assert len(box.shown_text()) < len(alone)


def test_the_whole_text_is_in_the_tool_tip_where_it_is_cut(qtbot: QtBot, box: ComboBox) -> None:
    asked = QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), box.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(box, asked)
    qtbot.waitUntil(lambda: LONG in QToolTip.text())
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_every_box_of_the_window_is_of_this_kind() -> None:
    sources = [path for folder in annotator.ui.__path__ for path in Path(folder).rglob("*.py")]
    plain = [path.name for path in sources if re.search(r"\bQComboBox\(\)", path.read_text(encoding="utf-8"))]
    assert plain == []
