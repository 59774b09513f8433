"""PySide6 itself: some builds lose references and crash after hours of work."""

from __future__ import annotations

import sys

from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

REPAINTS = 500


class Painted(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen())
        painter.drawLine(0, 0, 9, 9)


def test_painting_leaves_the_reference_count_of_none_alone(qtbot: QtBot) -> None:
    widget = Painted()
    qtbot.addWidget(widget)
    widget.show()
    before = sys.getrefcount(None)
    for _ in range(REPAINTS):
        widget.repaint()
    assert abs(sys.getrefcount(None) - before) < REPAINTS / 2
