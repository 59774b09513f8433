"""Where messages stand: below what is worked with, which makes room for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.main_window import MainWindow
from tests.ui import windows

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
LONG = "Fewer than 2 answers per item (1.9 on average): the probabilities rest on little comparison, as is known."


@pytest.fixture
def window(qtbot: QtBot, make_project: Callable[[], Path]) -> Iterator[MainWindow]:
    with windows.shown(qtbot, make_project()) as window:
        yield window


def place_of(widget: QWidget, window: MainWindow) -> QRect:
    """What is seen of a widget, in the window."""
    seen = widget.visibleRegion().boundingRect()
    return QRect(widget.mapTo(window, seen.topLeft()), seen.size())


def covered(window: MainWindow) -> list[str]:
    """What can be pressed or read in lists, and lies under the message."""
    message, toast = window.toast.geometry(), window.toast
    found = [*window.findChildren(QAbstractButton), *window.findChildren(QAbstractItemView)]
    return [
        widget.objectName() or widget.accessibleName() or type(widget).__name__
        for widget in found
        if widget.isVisible() and not toast.isAncestorOf(widget) and place_of(widget, window).intersects(message)
    ]


@pytest.mark.parametrize("size", [(900, 600), (1280, 800)])
@pytest.mark.parametrize("page", ["annotate", "review", "items", "export", "setup", "team"])
def test_a_message_covers_nothing_that_is_worked_with(
    qtbot: QtBot, window: MainWindow, page: str, size: tuple[int, int]
) -> None:
    window.resize(*size)
    assert window.view is not None
    window.view.go(page)
    windows.calm(qtbot, window)

    window.toast.tell(LONG, "bad")

    qtbot.waitUntil(lambda: not covered(window))
    assert window.rect().contains(window.toast.geometry())


def test_the_content_has_its_room_back_when_the_message_goes(qtbot: QtBot, window: MainWindow) -> None:
    page = windows.page_of(window)
    before = page.height()
    window.toast.tell(LONG, "bad")
    qtbot.waitUntil(lambda: page.height() < before)

    window.toast._leave()

    qtbot.waitUntil(lambda: page.height() == before)


def test_a_message_goes_with_its_window_from_a_project_to_the_start_page(qtbot: QtBot, window: MainWindow) -> None:
    window.toast.tell(LONG, "bad")
    beside = window.toast.geometry().center().x()

    assert window.close_project()

    qtbot.waitUntil(lambda: abs(window.toast.geometry().center().x() - window.width() // 2) <= 1)
    assert beside > window.width() // 2 + 50


def test_the_message_follows_the_content_into_the_view_of_the_item_alone(qtbot: QtBot, window: MainWindow) -> None:
    assert window.view is not None
    window.view.go("annotate")
    windows.calm(qtbot, window)
    window.toast.tell(LONG, "bad")
    beside = window.toast.geometry().center().x()

    qtbot.keyClick(windows.page_of(window), Qt.Key.Key_F11)

    qtbot.waitUntil(lambda: window.toast.geometry().center().x() < beside)
    qtbot.waitUntil(lambda: not covered(window))
