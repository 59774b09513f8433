"""Tables and cards in the smallest window, 900 by 600, in English and in German: no column and no row is cut."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QTableWidget
from pytestqt.qtbot import QtBot

from annotator.services import taking
from annotator.services.packing import Wish
from annotator.ui.main_window import MainWindow
from annotator.ui.pages.quality_agreement import AgreementTab
from annotator.ui.pages.quality_calibration import CalibrationPage
from annotator.ui.pages.quality_people import AnnotatorsTab
from annotator.ui.pages.review import ReviewPage
from annotator.ui.pages.setup_labels import LabelsTab
from annotator.ui.pages.tabbed import TabbedPage
from annotator.ui.pages.team_progress import ProgressTab
from annotator.ui.widgets.evidence_bar import EvidenceBar
from annotator.ui.widgets.records import Records
from annotator.ui.widgets.workshop_editor import PromptEditor
from tests import quality_project
from tests.services import sending
from tests.ui import windows

SMALL = (900, 600)


@pytest.fixture(params=["en", "de"])
def language(request: pytest.FixtureRequest) -> str:
    if request.param == "de":
        request.getfixturevalue("german")
    return str(request.param)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, language: str) -> Iterator[MainWindow]:
    """A project with answers of four, packages of two people, one of whom returned a careless one."""
    with closing(quality_project.make(tmp_path)) as db:
        path = db.path
        packages = sending.send(db, tmp_path / "out", Wish(to=("Ann Lindqvist", "Bo"), each=20, gold=8, seed=3))
        mine = sending.opened(packages["Bo"])
        sending.answer(mine, dict.fromkeys(sending.items_in(mine), "mixed"))
        taking.take(db, [sending.hand_back(mine, tmp_path / "bo.annoreturn")])
    with windows.shown(qtbot, path) as shown:
        shown.resize(*SMALL)
        yield shown


def tab(qtbot: QtBot, window: MainWindow, page: str, name: str) -> object:
    assert window.view is not None
    window.view.go(page, name)
    found = window.view.page
    assert isinstance(found, TabbedPage)
    windows.calm(qtbot, window)
    return found.tab(name)


def cut_columns(table: QTableWidget) -> list[str]:
    """Titles of columns that are cut, or lie beyond the edge of the table."""
    header = table.horizontalHeader()
    shown = [column for column in range(table.columnCount()) if not table.isColumnHidden(column)]
    cut = []
    for column in shown:
        end = header.sectionViewportPosition(column) + header.sectionSize(column)
        if header.sectionSize(column) < header.sectionSizeHint(column) or end > table.viewport().width():
            cut.append(table.horizontalHeaderItem(column).text())
    return cut


def beyond_the_edge(table: QTableWidget) -> list[int]:
    """Columns that begin or end where nobody sees them."""
    header = table.horizontalHeader()
    shown = [column for column in range(table.columnCount()) if not table.isColumnHidden(column)]
    ends = {column: header.sectionViewportPosition(column) + header.sectionSize(column) for column in shown}
    return [column for column, end in ends.items() if end > table.viewport().width()]


def test_progress_has_room_for_what_was_noticed(qtbot: QtBot, window: MainWindow) -> None:
    progress = tab(qtbot, window, "team", "progress")
    assert isinstance(progress, ProgressTab)
    qtbot.waitUntil(lambda: progress.table.rowCount() == 2)
    assert any(progress.table.text(row, 6) for row in range(2))

    qtbot.waitUntil(lambda: not cut_columns(progress.table))
    row = next(row for row in range(2) if progress.table.text(row, 6))
    progress.table.setCurrentCell(row, 0)
    assert progress.table.text(row, 4) in progress.about.text()  # how far they agree, whose column gave way


def test_annotators_have_room_for_their_warnings(qtbot: QtBot, window: MainWindow) -> None:
    people = tab(qtbot, window, "quality", "people")
    assert isinstance(people, AnnotatorsTab)
    qtbot.waitUntil(lambda: people.annotators.rowCount() >= 4)

    qtbot.waitUntil(lambda: not cut_columns(people.annotators))
    assert people.card.mapTo(people, QPoint()).y() > people.annotators.mapTo(people, QPoint()).y()
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: people.card.mapTo(people, QPoint()).x() > people.annotators.mapTo(people, QPoint()).x())
    qtbot.waitUntil(lambda: not cut_columns(people.annotators))


@pytest.mark.parametrize("size", [SMALL, (1280, 800)])
def test_no_row_of_agreement_is_cut_at_the_lower_edge(qtbot: QtBot, window: MainWindow, size: tuple[int, int]) -> None:
    window.resize(*size)
    agreement = tab(qtbot, window, "quality", "agreement")
    assert isinstance(agreement, AgreementTab)
    table = agreement.card.table
    qtbot.waitUntil(lambda: table.rowCount() >= 5, timeout=20_000)

    def last_row() -> QRect:
        return table.visualItemRect(table.item(min(table.rowCount(), 12) - 1, 0))

    qtbot.waitUntil(lambda: last_row().bottom() < table.viewport().height())
    for area in agreement.findChildren(QScrollArea):
        assert area.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize(
    ("page", "name", "table"),
    [
        ("agents", "compare", "standings"),
        ("quality", "agreement", "agreement"),
        ("quality", "calibration", "calibration"),
        ("quality", "drift", "drift"),
        ("quality", "soft", "soft_items"),
    ],
)
def test_no_column_of_a_table_lies_beyond_its_edge(
    qtbot: QtBot, window: MainWindow, page: str, name: str, table: str
) -> None:
    tab(qtbot, window, page, name)
    found: list[Records] = []

    def filled() -> bool:
        found[:] = [each for each in window.findChildren(Records, table) if each.isVisible() and each.rowCount()]
        return bool(found)

    qtbot.waitUntil(filled, timeout=20_000)
    records = found[0]
    qtbot.waitUntil(lambda: not beyond_the_edge(records))
    hidden = [each for each in range(records.columnCount()) if records.isColumnHidden(each)]
    records.setCurrentCell(0, 0)
    line = window.findChild(QLabel, f"{table}_left_out")
    titles = [str(records.model().headerData(each, Qt.Orientation.Horizontal)) for each in range(records.columnCount())]
    said = [f"{titles[column]}: {text}" for column in hidden if (text := records.text(0, column))]
    assert all(text in line.text() for text in said if text) if line is not None else not hidden
    copied = records.as_text().splitlines()[0].split("\t")
    assert len(copied) == records.columnCount()  # what gave way is copied all the same


def test_every_tab_is_in_sight_and_beside_the_title_where_there_is_room(qtbot: QtBot, window: MainWindow) -> None:
    tab(qtbot, window, "quality", "people")
    page = windows.page_of(window)
    assert isinstance(page, TabbedPage)
    bar = page.bar

    def last_end() -> int:
        return bar.tabRect(bar.count() - 1).right()

    qtbot.waitUntil(lambda: last_end() < bar.width() and bar.mapTo(page, bar.rect().bottomRight()).x() < page.width())
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: bar.parentWidget() is page.header)
    assert last_end() < bar.width()


def test_nothing_of_calibration_lies_over_its_table(qtbot: QtBot, window: MainWindow) -> None:
    calibration = tab(qtbot, window, "quality", "calibration")
    assert isinstance(calibration, CalibrationPage)
    qtbot.waitUntil(lambda: calibration.calibration.view is not None, timeout=20_000)
    view = calibration.calibration.view
    assert view is not None
    qtbot.waitUntil(lambda: view.isVisible() and view.table.rowCount() > 0, timeout=20_000)
    windows.calm(qtbot, window)

    table = view.table
    end = table.mapTo(view, QPoint(0, table.height())).y()
    for notice in (view.verdict, view.warning, view.stale):
        assert not notice.isVisible() or notice.mapTo(view, QPoint()).y() >= end
    last = table.visualRect(table.model().index(min(table.rowCount(), 5) - 1, 0))
    assert last.bottom() < table.viewport().height()


def test_what_is_reviewed_ends_at_the_edge_of_the_window(qtbot: QtBot, window: MainWindow) -> None:
    assert window.view is not None
    window.view.go("review")
    page = windows.page_of(window)
    assert isinstance(page, ReviewPage)
    qtbot.waitUntil(lambda: bool(page.view.answer_texts()), timeout=20_000)
    windows.calm(qtbot, window)

    qtbot.waitUntil(lambda: _held(page.view.findChildren(QScrollArea)))
    assert page.view.findChildren(EvidenceBar) == []  # the numbers say the same
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: bool(page.view.findChildren(EvidenceBar)))
    qtbot.waitUntil(lambda: _held(page.view.findChildren(QScrollArea)))


def test_labels_are_merged_by_a_button_in_the_line_of_their_names(qtbot: QtBot, window: MainWindow) -> None:
    labels = tab(qtbot, window, "setup", "questions")
    assert isinstance(labels, LabelsTab)
    card = labels.relabel

    def beside() -> list[bool]:
        pairs = ((card.merge_button, card.into), (card.split_button, card.ask))
        return [abs(button.geometry().center().y() - line.geometry().center().y()) < 8 for button, line in pairs]

    assert all(card.rect().contains(each.geometry()) for each in (card.merge_button, card.split_button, card.into))
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: beside() == [True, True])


def _held(areas: list[QScrollArea]) -> bool:
    """Whether what can be scrolled is as wide as it is seen, at most."""
    shown = [(content, area) for area in areas if (content := area.widget()) is not None]
    return all(content.width() <= area.viewport().width() for content, area in shown)


def test_buttons_lose_their_words_before_any_is_cut(qtbot: QtBot, window: MainWindow) -> None:
    assert window.view is not None

    def cut(names: tuple[str, ...]) -> list[str]:
        found = [window.findChild(QPushButton, name) for name in names]
        return [button.objectName() for button in found if button.width() < button.sizeHint().width()]

    imports = ("import_items", "import_labels", "import_gold", "add_filter", "saved_filters")
    window.view.go("items")
    windows.calm(qtbot, window)
    qtbot.waitUntil(lambda: not cut(imports))
    assert all(window.findChild(QPushButton, name).accessibleName() for name in imports)
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: not cut(imports))
    assert all(window.findChild(QPushButton, name).text() for name in imports)

    window.resize(*SMALL)
    tab(qtbot, window, "agents", "workshop")
    qtbot.waitUntil(lambda: not cut(("save_agent", "insert_variable")), timeout=20_000)
    parts = window.findChild(PromptEditor).pages
    assert parts.tabBar().sizeHint().width() + parts.cornerWidget().width() <= parts.width()
    assert window.findChild(QPushButton, "save_agent").accessibleName()
