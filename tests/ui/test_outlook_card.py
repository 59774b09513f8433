"""The card that shows what more answers would bring: its curve, its target, and when it reads anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from annotator.domain.model import Changes
from annotator.services import merging, outlook, project_file
from annotator.ui import theme
from annotator.ui.jobs import JobRunner
from annotator.ui.pages.overview import OverviewPage
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from annotator.ui.widgets.outlook_card import OutlookCard
from annotator.ui.widgets.plot import Plot
from tests.projects import crowd, gold
from tests.ui.conftest import MakeProject

ITEMS = 40
NAMES = ("positive", "negative", "neutral")
MakeSession = Callable[..., Session]


@pytest.fixture
def make_session(jobs: JobRunner, settings: Settings, make_project: MakeProject, tmp_path: Path) -> MakeSession:
    """make_session(merged=True): forty items that three people answered, one of whom often errs."""

    def make(*, merged: bool = True) -> Session:
        path = make_project(texts=tuple(f"text {n}" for n in range(ITEMS)))
        db = project_file.open_project(path)
        rows = [(f"r{n + 1}", f"w{who}", NAMES[(n + (n % 3 == who)) % 3]) for n in range(ITEMS) for who in range(3)]
        crowd(db, tmp_path, rows)
        if merged:
            merging.merge_and_store(db)
        db.close()
        jobs.open(path)
        return Session(jobs, settings, jobs)

    return make


def opened(qtbot: QtBot, session: Session) -> OutlookCard:
    card = OutlookCard(session)
    qtbot.addWidget(card)
    card.resize(1000, 460)
    card.show()
    return card


def drawn(qtbot: QtBot, card: OutlookCard) -> Plot:
    """The plot, once it is there. Loading it takes a second, or some on a busy machine."""
    qtbot.waitUntil(lambda: card.plot_card is not None and card.plot_card.isVisible(), timeout=20_000)
    assert card.plot_card is not None
    return card.plot_card.plot


def merge(session: Session, owner: OutlookCard) -> None:
    session.write(merging.merge_and_store, owner=owner)


def test_it_shows_what_the_service_says_and_says_it_to_screen_readers(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session()
    card = opened(qtbot, session)
    plot = drawn(qtbot, card)
    told = outlook.prospect(session.read).headline(0.95)

    assert [line.text() for line in card.lines if line.isVisible()] == told
    assert plot.accessibleDescription() == " ".join(told)
    assert plot.accessibleName() == "Expected accuracy against answers still to come"
    assert card.accessibleName() == "What more answers would bring"
    assert card.target.accessibleName() == "Target accuracy"


def test_before_a_merge_it_says_what_is_missing_and_fills_once_that_is_done(
    qtbot: QtBot, make_session: MakeSession
) -> None:
    session = make_session(merged=False)
    card = opened(qtbot, session)
    qtbot.waitUntil(lambda: card.nothing_text.text().startswith("Merge the answers"))
    assert card.nothing.isVisible()
    assert card.plot_card is None

    merge(session, card)

    drawn(qtbot, card)
    assert not card.nothing.isVisible()


def test_another_target_is_answered_at_once_without_reading_anew(qtbot: QtBot, make_session: MakeSession) -> None:
    card = opened(qtbot, make_session())
    plot = drawn(qtbot, card)
    prospect, before = card.prospect, plot.accessibleDescription()

    card.target.setFocus()
    card.target.selectAll()
    qtbot.keyClicks(card.target, "50")
    qtbot.keyClick(card.target, Qt.Key.Key_Return)

    assert card.lines[1].text() == "That is the 50 % wanted already."
    assert plot.accessibleDescription() != before
    assert card.prospect is prospect


def test_an_answer_alone_changes_nothing_and_a_merge_or_gold_does(
    qtbot: QtBot, make_session: MakeSession, tmp_path: Path
) -> None:
    session = make_session()
    card = opened(qtbot, session)
    drawn(qtbot, card)
    before = card.prospect
    assert "without gold" in card.origin.text()

    session.announce(Changes(annotations=True))
    qtbot.waitSignal(session.summarised).wait()
    assert card.prospect is before

    rows = [(f"r{n + 1}", NAMES[n % 3]) for n in range(ITEMS)]
    session.write(lambda db: gold(db, tmp_path, rows), owner=card)
    qtbot.waitUntil(lambda: card.origin.text().startswith("On 40 items with gold"))


def test_out_of_sight_it_reads_nothing_until_it_is_seen(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session()
    card = OutlookCard(session)
    qtbot.addWidget(card)

    session.announce(Changes(posteriors=True))
    qtbot.waitSignal(session.summarised).wait()
    assert card.prospect is None

    card.show()
    drawn(qtbot, card)


def test_it_is_copied_as_picture_and_as_numbers(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session()
    card = opened(qtbot, session)
    plot = drawn(qtbot, card)
    clipboard = QGuiApplication.clipboard()

    with qtbot.waitSignal(session.told):
        qtbot.mouseClick(card.findChild(QPushButton, "copy_numbers"), Qt.MouseButton.LeftButton)
    assert clipboard.text() == outlook.prospect(session.read).numbers()

    with qtbot.waitSignal(session.told):
        qtbot.mouseClick(card.findChild(QPushButton, "copy_picture"), Qt.MouseButton.LeftButton)
    assert clipboard.pixmap().size() == plot.size()


def test_the_curve_follows_the_theme(qtbot: QtBot, make_session: MakeSession, qapp: QGuiApplication) -> None:
    plot = drawn(qtbot, opened(qtbot, make_session()))
    ground = [plot.grab().toImage().pixelColor(3, 3)]
    theme.apply(qapp, "dark")  # type: ignore[arg-type]
    ground.append(plot.grab().toImage().pixelColor(3, 3))
    assert [colour.name().upper() for colour in ground] == [theme.LIGHT.surface, theme.DARK.surface]


def test_the_overview_shows_the_curve_without_scrolling_and_says_the_number_now_once(
    qtbot: QtBot, make_session: MakeSession
) -> None:
    session = make_session()
    page = OverviewPage(session)
    qtbot.addWidget(page)
    page.resize(1092, 800)
    page.show()
    page.shown()

    plot = drawn(qtbot, page.outlook)
    area = page.findChild(QScrollArea)
    qtbot.waitUntil(lambda: plot.height() >= theme.px(260))
    qtbot.waitUntil(lambda: plot.mapTo(area.viewport(), plot.rect().bottomLeft()).y() <= area.viewport().height())
    qtbot.waitUntil(lambda: not plot.canvas.viewport().visibleRegion().isEmpty())
    assert area.horizontalScrollBar().maximum() == 0
    assert page.accuracy.number.isVisible()
    assert not any(line.text().startswith("Expected accuracy now") for line in page.outlook.lines)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0.0, 358.0, [0, 100, 200, 300]),
        (0.0, 5.0, [0, 1, 2, 3, 4, 5]),
        (0.78, 0.96, [0.8, 0.85, 0.9, 0.95]),
        (0.0, 1_000_000.0, [0, 200_000, 400_000, 600_000, 800_000, 1_000_000]),
    ],
)
def test_axes_have_round_numbers(low: float, high: float, expected: list[float]) -> None:
    from annotator.ui.widgets.outlook_curve import ticks

    assert ticks(low, high) == pytest.approx(expected)
