"""The Calibration tab of the Quality page: numbers, plots, and copying them."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from annotator.services import adjudicating, merging, project_file, reliability, routing
from annotator.ui import theme
from annotator.ui.jobs import JobRunner
from annotator.ui.pages.quality import QualityPage
from annotator.ui.pages.review import ReviewPage
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from annotator.ui.widgets.calibration_tab import CalibrationTab
from annotator.ui.widgets.calibration_view import CalibrationView
from annotator.ui.widgets.routing_card import RoutingCard
from tests.projects import gold, llm_answers

ITEMS = 120
NAMES = ("positive", "negative")
MakeSession = Callable[..., Session]


@pytest.fixture
def make_session(jobs: JobRunner, settings: Settings, make_project: object, tmp_path: Path) -> MakeSession:
    """make_session(known=100, useless=False): 120 items answered by an LLM and merged, so many of them with gold."""

    def make(known: int = 100, *, useless: bool = False) -> Session:
        path = make_project(texts=tuple(f"text {n}" for n in range(ITEMS)))  # type: ignore[operator]
        db = project_file.open_project(path)
        wrong = [n % 4 == 0 for n in range(ITEMS)]
        sure = [(n % 7) / 10 + 0.3 if useless or not wrong[n] else 0.4 for n in range(ITEMS)]
        said = [(f"r{n + 1}", NAMES[(n + wrong[n]) % 2], sure[n]) for n in range(ITEMS)]
        llm_answers(db, tmp_path, "oracle", said)
        if known:
            gold(db, tmp_path, [(f"r{n + 1}", NAMES[n % 2]) for n in range(known)])
        merging.merge_and_store(db)
        db.close()
        jobs.open(path)
        return Session(jobs, settings, jobs)

    return make


def opened(qtbot: QtBot, session: Session) -> CalibrationTab:
    """The tab in sight, with all that it has to show."""
    page = QualityPage(session)
    qtbot.addWidget(page)
    page.resize(1092, 800)
    page.show()
    page.shown()
    page.open_tab("calibration")
    tab = page.tab("calibration").findChild(CalibrationTab)
    assert isinstance(tab, CalibrationTab)
    # Loading the plots takes a second, or some on a busy machine.
    shown = lambda: tab.empty is not None or (tab.view is not None and tab.view.table.rowCount() > 0)  # noqa: E731
    qtbot.waitUntil(shown, timeout=20_000)
    return tab


def view_of(tab: CalibrationTab) -> CalibrationView:
    assert tab.view is not None
    return tab.view


def test_the_tab_lists_merged_labels_and_every_llm_as_given_and_calibrated(
    qtbot: QtBot, make_session: MakeSession
) -> None:
    session = make_session()
    view = view_of(opened(qtbot, session))
    report = reliability.report(session.read)

    assert [view.table.text(row, 0) for row in range(3)] == ["merged labels", "oracle, as given", "oracle, calibrated"]
    for row, source in enumerate(report.sources):
        assert view.table.text(row, 1) == "100"
        assert view.table.text(row, 4) == f"{source.quality.error:.3f}  ({source.quality.chance_error:.3f})"
        assert view.table.text(row, 8) == source.method


def test_choosing_a_row_by_key_shows_its_plots_and_what_gold_says(qtbot: QtBot, make_session: MakeSession) -> None:
    view = view_of(opened(qtbot, make_session()))
    first = view.diagram.accessibleDescription()
    assert not view.verdict.isVisible()

    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Down)

    assert view.chosen.stage is reliability.Stage.GIVEN
    assert view.verdict.text.startswith("oracle is surer where it is right (AUROC")
    assert view.diagram.accessibleDescription() != first
    assert f"calibration error {view.chosen.quality.error:.3f}" in view.diagram.accessibleDescription()
    assert view.curve.accessibleDescription().endswith("on 75 % of all")


def test_each_plot_is_copied_as_picture_and_as_numbers(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session()
    view = view_of(opened(qtbot, session))
    view.table.setCurrentCell(1, 0)
    clipboard = QGuiApplication.clipboard()
    quality = view.chosen.quality
    expected = (reliability.bins_csv(quality.bins), reliability.risk_coverage_csv(quality.risk_coverage))
    pictures, numbers = (view.findChildren(QPushButton, name) for name in ("copy_picture", "copy_numbers"))

    for plot, picture, table, text in zip((view.diagram, view.curve), pictures, numbers, expected, strict=True):
        with qtbot.waitSignal(session.told):
            qtbot.mouseClick(table, Qt.MouseButton.LeftButton)
        assert clipboard.text() == text
        with qtbot.waitSignal(session.told):
            qtbot.mouseClick(picture, Qt.MouseButton.LeftButton)
        assert clipboard.pixmap().size() == plot.size()


def test_plots_follow_the_theme(qtbot: QtBot, make_session: MakeSession, qapp: QGuiApplication) -> None:
    view = view_of(opened(qtbot, make_session()))
    ground = [view.diagram.grab().toImage().pixelColor(3, 3)]
    theme.apply(qapp, "dark")  # type: ignore[arg-type]
    ground.append(view.diagram.grab().toImage().pixelColor(3, 3))
    assert [colour.name().upper() for colour in ground] == [theme.LIGHT.surface, theme.DARK.surface]


def test_without_gold_the_tab_leads_to_items_drawn_at_random(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session(known=0)
    tab = opened(qtbot, session)
    assert tab.empty is not None
    assert "about 50 items, drawn at random" in tab.empty.text.text()
    with qtbot.waitSignal(session.go_requested) as gone:
        qtbot.mouseClick(tab.empty.button, Qt.MouseButton.LeftButton)
    assert gone.args == ["review", "random"]

    review = ReviewPage(session)
    qtbot.addWidget(review)
    review.show()
    review.shown("random")

    qtbot.waitUntil(lambda: review.view.conflicts.conflicts().rowCount() == ITEMS)
    assert "120 items to measure by, at random" in review._header.subtitle.text()


def test_decisions_that_do_not_count_are_named_beside_the_figures(
    qtbot: QtBot, jobs: JobRunner, make_session: MakeSession
) -> None:
    session = make_session(known=30)
    done: list[object] = []
    session.write(
        lambda db: adjudicating.settle(db, project_file.add_person(db, "Lea").id, ITEMS, 1),
        owner=jobs,
        done=done.append,
    )
    qtbot.waitUntil(lambda: bool(done))
    why = "1 decision does not count as gold here: its item was not drawn at random, so it would bias the figures."

    tab = opened(qtbot, session)
    page = tab.window()
    assert isinstance(page, QualityPage)

    told = [label.text() for label in view_of(tab).findChildren(QLabel)]
    assert f"Measured on 30 items with gold, 0 of them settled in Review. {why}" in told
    assert why in page.merging.warnings.text()


def test_gold_that_comes_later_is_measured_at_once_and_calibrates_by_a_click(
    qtbot: QtBot, make_session: MakeSession
) -> None:
    session = make_session()
    view = view_of(opened(qtbot, session))
    assert view.recalibrate.isVisible()

    qtbot.mouseClick(view.recalibrate, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: not view.recalibrate.isVisible())
    assert not reliability.report(session.read).stale


def test_routing_warns_of_a_confidence_without_signal_where_a_threshold_is_chosen(
    qtbot: QtBot, make_session: MakeSession
) -> None:
    session = make_session(useless=True)
    card = RoutingCard()
    qtbot.addWidget(card)
    card.show()

    card.show_confidences(routing.preview(session.read), None)

    assert "does not tell its right answers from its wrong ones" in card.promise.text
    assert card.promise.isVisible()


def test_plots_are_loaded_only_for_who_looks_at_them() -> None:
    script = """
        import sys
        from annotator.ui.pages import quality
        from annotator.ui.widgets import calibration_tab
        before, hook = "pyqtgraph" in sys.modules, sys.excepthook
        from annotator.ui import plotting
        plotting.load()
        print(before, "pyqtgraph" in sys.modules, sys.excepthook is hook)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.split() == ["False", "True", "True"]
    assert done.returncode == 0
