"""The window from right to left, as for Arabic or Hebrew: everything is mirrored, and nothing lies over another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from annotator.services import project_file
from annotator.ui import catalogue, icons
from annotator.ui.main_window import MainWindow
from annotator.ui.project_view import PAGES
from tests import quality_project
from tests.ui import accessible, windows

PLACES = [(page, "") for page in PAGES if page not in {tab.page for tab in catalogue.tabs()}] + [
    (tab.page, tab.tab) for tab in catalogue.tabs()
]
NEAR = 24  # pixels: a scroll bar's width, and what rounding moves
WIDTH = 1280
QT_OWN = re.compile(r"Scroll(Left|Right)Button")  # of a bar of tabs, which Qt places itself
SOLID = (QAbstractButton, QLabel, QComboBox, QLineEdit)


Places = dict[tuple[str, str], dict[str, QRect]]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    quality_project.make(tmp_path).close()
    return tmp_path / f"parcels{project_file.SUFFIX}"


@pytest.fixture
def direction(qapp: QApplication) -> Iterator[None]:
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_every_page_is_mirrored_and_nothing_overlaps(
    qtbot: QtBot, qapp: QApplication, project: Path, direction: None
) -> None:
    before, wrong = seen(qtbot, project)
    assert wrong == []

    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    after, wrong = seen(qtbot, project)

    assert wrong == []
    assert [
        f"{place}: {widget}: {before[place][widget].getRect()} became {area.getRect()}"
        for place in PLACES
        for widget, area in after[place].items()
        if widget in before[place] and not QT_OWN.search(widget) and _astray(before[place][widget], area)
    ] == []


def test_arrows_point_the_other_way(qapp: QApplication, direction: None) -> None:
    assert icons.name_for("chevron-right") == "chevron-right"

    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert icons.name_for("chevron-right") == "chevron-left"
    assert icons.name_for("account-arrow-right-outline") == "account-arrow-left-outline"
    assert icons.name_for("bright") == "bright"


def seen(qtbot: QtBot, project: Path) -> tuple[Places, list[str]]:
    """Where everything lies on every page, by what describes it; and what lies over something else."""
    places: Places = {}
    wrong: list[str] = []
    with windows.shown(qtbot, project) as window:
        session = window.session
        assert session is not None
        session.seat("Ada", window, lambda: None)
        qtbot.waitUntil(lambda: session.annotator is not None)
        window.resize(WIDTH, 800)
        for place in PLACES:
            areas = _look(qtbot, window, *place)
            wrong += [
                f"{place}: {accessible.describe(one)} over {accessible.describe(other)}"
                for one, other in _overlapping(areas)
            ]
            count: Counter[str] = Counter()
            named = places[place] = {}
            for widget, area in areas.items():
                name = accessible.describe(widget)
                count[name] += 1
                named[f"{name} {count[name]}"] = area
    return places, wrong


def _look(qtbot: QtBot, window: MainWindow, page: str, tab: str) -> dict[QWidget, QRect]:
    """Where in the window each button, label and field in sight lies."""
    assert window.view is not None
    window.view.go(page, tab or None)
    windows.calm(qtbot, window)
    return {
        widget: QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
        for widget in window.findChildren(QWidget)
        if isinstance(widget, SOLID) and widget.isVisible() and not widget.visibleRegion().isEmpty()
    }


def _astray(was: QRect, now: QRect) -> bool:
    """Whether it does not stand where a mirror would show it."""
    return abs((WIDTH - was.right()) - now.left()) > NEAR or abs(was.top() - now.top()) > NEAR


def _overlapping(areas: dict[QWidget, QRect]) -> Iterator[tuple[QWidget, QWidget]]:
    """Pairs of one parent that lie over each other."""
    widgets = list(areas)
    for number, one in enumerate(widgets):
        for other in widgets[number + 1 :]:
            if one.parentWidget() is other.parentWidget() and not isinstance(one.parentWidget(), QScrollBar):
                common = areas[one].intersected(areas[other])
                if common.width() > 2 and common.height() > 2:
                    yield one, other
