"""Labels, drift, soft labels and agreement on the Quality page: numbers, plots, copies, and empty tabs that lead on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from annotator.services import drift, label_shares, soft_labels
from annotator.ui import theme
from annotator.ui.jobs import JobRunner
from annotator.ui.pages.export import ExportPage
from annotator.ui.pages.quality import QualityPage
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from tests import quality_project
from tests.projects import crowd, make_project

LOADED = 20_000  # milliseconds; loading the plots takes a second, or some on a busy machine
OpenPage = Callable[[Path], QualityPage]


@pytest.fixture
def open_page(qtbot: QtBot, jobs: JobRunner, settings: Settings) -> OpenPage:
    """open_page(path): the Quality page on a project."""

    def opened(path: Path) -> QualityPage:
        jobs.open(path)
        page = QualityPage(Session(jobs, settings, jobs))
        qtbot.addWidget(page)
        page.resize(1092, 800)
        page.show()
        return page

    return opened


@pytest.fixture
def page(open_page: OpenPage, tmp_path: Path) -> QualityPage:
    db = quality_project.make(tmp_path)
    db.close()
    return open_page(db.path)


def tab_of(page: QualityPage, name: str) -> Any:
    page.shown(name)
    return page.tab(name)


def click(qtbot: QtBot, widget: Any, name: str) -> None:
    qtbot.mouseClick(widget.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_every_tab_can_be_gone_to_by_its_name(page: QualityPage) -> None:
    for name in ("people", "agreement", "calibration", "labels", "drift", "soft"):
        page.shown(name)
        assert page.tab_name == name
    page.shown()
    assert page.tab_name == "soft"


def test_labels_by_source_are_listed_and_drawn(qtbot: QtBot, page: QualityPage) -> None:
    tab = tab_of(page, "labels")
    qtbot.waitUntil(lambda: tab.plot is not None, timeout=LOADED)
    found = label_shares.distribution(page.session.read)

    assert [tab.table.text(row, 0) for row in range(tab.table.rowCount())] == [s.name for s in found.sources]
    assert tab.table.text(0, 2).startswith(f"{100 * (found.sources[0].shares[0].value or 0):.1f} %")
    assert "oracle: positive" in tab.plot.accessibleDescription()
    click(qtbot, tab, "copy_numbers")
    assert QGuiApplication.clipboard().text() == found.numbers()
    click(qtbot, tab, "copy_picture")
    assert QGuiApplication.clipboard().pixmap().width() > 300


def test_sources_are_told_apart_without_colour(qtbot: QtBot, page: QualityPage) -> None:
    tab = tab_of(page, "labels")
    qtbot.waitUntil(lambda: tab.plot is not None, timeout=LOADED)
    from annotator.ui.widgets.grouped_bars import PATTERNS, brush, shade

    assert len({brush(place).style() for place in range(len(PATTERNS))}) == len(PATTERNS)
    for scheme in ("light", "dark"):
        theme.apply(QGuiApplication.instance(), scheme)  # type: ignore[arg-type]
        for place in range(len(PATTERNS)):
            assert theme.contrast(shade(place), theme.colour("surface")) >= 3


def test_only_common_items_are_compared_when_wished(qtbot: QtBot, open_page: OpenPage, tmp_path: Path) -> None:
    db = make_project(tmp_path)
    crowd(db, tmp_path, [("i6", "a", "bad"), ("i7", "a", "good")])
    db.close()
    page = open_page(db.path)
    tab = tab_of(page, "labels")
    qtbot.waitUntil(lambda: tab.table.rowCount() == 1, timeout=LOADED)

    tab.common.click()

    qtbot.waitUntil(lambda: "Sources differ also" not in tab._note.text(), timeout=LOADED)
    assert tab.table.text(0, 1) == "2"


def test_the_course_of_the_chosen_annotator_is_drawn(qtbot: QtBot, page: QualityPage) -> None:
    tab = tab_of(page, "drift")
    qtbot.waitUntil(lambda: tab.plot("agreement") is not None, timeout=LOADED)
    tracks = drift.tracks(page.session.read)
    names = [tab.table.text(row, 0) for row in range(tab.table.rowCount())]
    assert names == [track.annotator.name for track in tracks]
    assert tracks[tab.table.currentRow()].agreement is not None, "the first one with a curve is chosen"

    tab.table.setCurrentCell(names.index("Cleo"), 0)

    cleo = tracks[names.index("Cleo")]
    assert cleo.agreement is not None
    assert f"{100 * cleo.agreement.value[0]:.0f} % in the first" in tab.plot("agreement").accessibleDescription()
    assert tab.plot("seconds").isVisible()
    click(qtbot, tab, "copy_numbers")
    assert QGuiApplication.clipboard().text() == drift.numbers(cleo.agreement)

    tab.table.setCurrentCell(names.index("oracle"), 0)

    assert not tab.plot("seconds").isVisible()
    assert "came all at once" in tab.note.text


def test_differing_answers_stand_beside_the_posterior(qtbot: QtBot, page: QualityPage) -> None:
    tab = tab_of(page, "soft")
    qtbot.waitUntil(lambda: tab.plot is not None, timeout=LOADED)
    found = soft_labels.soft_labels(page.session.read)

    assert tab.items.rowCount() == len(found.items)
    assert "Merged probabilities" in tab.plot.accessibleDescription()
    click(qtbot, tab, "copy_numbers")
    assert QGuiApplication.clipboard().text() == found.numbers()

    tab.items.setFocus()
    with qtbot.waitSignal(page.session.go_requested) as gone:
        qtbot.keyClick(tab.items, Qt.Key.Key_Return)
    assert gone.args == ["review", found.items[0].item_id]


def test_soft_labels_lead_to_an_export_that_keeps_all_opinions(qtbot: QtBot, page: QualityPage) -> None:
    tab = tab_of(page, "soft")
    qtbot.waitUntil(lambda: tab.plot is not None, timeout=LOADED)
    with qtbot.waitSignal(page.session.go_requested) as gone:
        tab.findChild(QPushButton, "export_opinions").click()
    export = ExportPage(page.session)
    qtbot.addWidget(export)
    export.show()

    export.shown(gone.args[1])

    assert gone.args[0] == "export"
    qtbot.waitUntil(lambda: export.preview.columnCount() == 21, timeout=LOADED)
    heads = [export.preview.horizontalHeaderItem(n).text() for n in range(21)]
    assert heads[-3:] == ["people: positive", "people: negative", "people: mixed"]


def test_agreement_beyond_chance_is_drawn_with_its_intervals(qtbot: QtBot, page: QualityPage) -> None:
    tab = tab_of(page, "agreement")
    qtbot.waitUntil(lambda: tab.plot is not None, timeout=LOADED)

    lines = tab.plot.numbers().splitlines()

    assert lines[0] == "name,value,low,high"
    assert lines[1].startswith('"People, blind: Krippendorff')
    assert not any("Percent" in line for line in lines)


@pytest.mark.parametrize(
    ("name", "button", "where"),
    [
        ("people", "Pre-label with an LLM", "agents"),
        ("agreement", "Send to people", "agents"),
        ("labels", "Pre-label with an LLM", "agents"),
        ("drift", "Send to people", "agents"),
        ("soft", "Send to people", "agents"),
    ],
)
def test_a_tab_without_anything_to_show_leads_on(
    qtbot: QtBot, open_page: OpenPage, tmp_path: Path, name: str, button: str, where: str
) -> None:
    db = make_project(tmp_path)
    db.close()
    page = open_page(db.path)
    tab = tab_of(page, name)
    qtbot.waitUntil(lambda: tab.empty.isVisible(), timeout=LOADED)
    assert tab.empty.button.text() == button

    with qtbot.waitSignal(page.session.go_requested) as gone:
        qtbot.mouseClick(tab.empty.button, Qt.MouseButton.LeftButton)

    assert gone.args[0] == where
    assert not page.merging.isVisible()
