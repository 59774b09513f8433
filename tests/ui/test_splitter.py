"""Parts beside one another, in both directions of writing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.widgets.splitter import Splitter


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_no_part_reaches_beyond_the_edge(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    splitter = Splitter()
    qtbot.addWidget(splitter)
    splitter.setLayoutDirection(direction)
    parts = [QWidget(), QWidget()]
    for part in parts:
        splitter.addWidget(part)
    splitter.resize(600, 200)
    splitter.show()

    for part in parts:
        assert splitter.rect().contains(part.geometry()), part.geometry()
    assert {part.width() > 200 for part in parts} == {True}
