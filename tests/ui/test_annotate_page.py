"""What stands around the item: guideline, focus, break, progress."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from annotator.services import adjudicating, annotating, importing
from annotator.services.project_file import Db
from annotator.ui.jobs import JobRunner
from annotator.ui.project_view import ProjectView
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from annotator.ui.widgets import label_keys
from annotator.ui.widgets.break_note import PAUSE, BreakNote, WorkMeter
from annotator.ui.widgets.markdown import GuidelineView
from tests.ui.annotating import CONTROL, POSITIVE, Here

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def here(qtbot: QtBot, session: Session) -> Here:
    return Here(qtbot, session).sit_down("Mira")


def guide(here: Here) -> str:
    return str(here.page.view.guideline.findChild(GuidelineView).toPlainText())


def test_labels_stand_below_the_guideline_with_key_and_meaning(here: Here) -> None:
    lines = guide(here).split("\n")

    assert lines[0] == "Read all of it."
    assert lines[1:5] == ["Labels", "● positive  1 P", "pleased", "● negative  2 E"]


def test_examples_are_what_people_settled_and_never_imported_gold(here: Here, tmp_path: Path) -> None:
    gold = tmp_path / "gold.csv"
    gold.write_text("item,label\nr3,negative\n", encoding="utf-8")
    here.write(lambda db: importing.import_gold(db, gold))
    assert here.session.annotator is not None
    lead = here.session.annotator.id
    here.write(lambda db: adjudicating.settle(db, lead, 4, POSITIVE))

    here.qtbot.waitUntil(lambda: "e.g." in guide(here))
    lines = guide(here).split("\n")
    assert lines[lines.index("pleased") + 1] == "e.g. “It broke on day one.”"
    assert "refund" not in guide(here)


def test_while_an_item_is_read_the_next_one_is_fetched_beside_the_window(
    here: Here, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetched: list[tuple[bool, str]] = []
    really = annotating.next_turn

    def seen(db: Db, annotator_id: int, *, after: int = -1) -> annotating.Turn | None:
        found = really(db, annotator_id, after=after)
        in_window = threading.current_thread() is threading.main_thread()
        fetched.append((in_window, "" if found is None else found.item.external_id))
        return found

    monkeypatch.setattr(annotating, "next_turn", seen)
    here.press(Qt.Key.Key_1)

    here.qtbot.waitUntil(lambda: len(fetched) == 2)
    assert fetched == [(True, "r2"), (False, "r3")]


def test_g_folds_the_guideline_and_it_stays_so(here: Here, qtbot: QtBot, settings: Settings) -> None:
    text = here.page.view.guideline.findChild(GuidelineView)
    here.qtbot.keyClick(here.page, Qt.Key.Key_G)
    assert not text.isVisible()
    here.qtbot.keyClick(here.page, Qt.Key.Key_G)
    assert text.isVisible()
    here.qtbot.keyClick(here.page, Qt.Key.Key_G)

    again = Here(qtbot, here.session)
    again.open()
    assert again.page.view.guideline.folded
    assert settings.guideline_folded


def test_focus_leaves_item_question_and_labels_alone(
    qtbot: QtBot, jobs: JobRunner, settings: Settings, make_project: Callable[..., Path]
) -> None:
    jobs.open(make_project())
    session = Session(jobs, settings, jobs)
    whole = ProjectView(session)
    qtbot.addWidget(whole)
    whole.resize(1280, 800)
    whole.show()
    session.seat("Mira", whole, lambda: whole.go("annotate"))
    qtbot.waitUntil(lambda: whole.page_name == "annotate" and whole.page.view.working)
    page = whole.page
    around = [whole.navigation, page.view.guideline, page.view.time_left, page.view.who, page.choices]
    assert all(widget.isVisible() for widget in around)

    qtbot.keyClick(page, Qt.Key.Key_F11)
    assert not any(widget.isVisible() for widget in around)
    assert page.view.item_view.isVisible()
    assert page.findChild(QLabel, "question_text").isVisible()
    with qtbot.waitSignal(page.item_shown):
        qtbot.keyClick(page, Qt.Key.Key_1)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert all(widget.isVisible() for widget in around)

    qtbot.keyClick(page, Qt.Key.Key_F, CONTROL | SHIFT)
    assert not whole.navigation.isVisible()
    whole.go("items")
    assert whole.navigation.isVisible()


def test_progress_and_time_left_can_be_put_away(here: Here) -> None:
    here.qtbot.waitUntil(lambda: here.page.findChild(QLabel, "place").text() == "0 of 4 done")
    for _ in range(3):
        here.press(Qt.Key.Key_1)
    assert "left at your pace" in here.page.view.time_left.text()
    assert "Nobody else sees this" in here.page.view.time_left.toolTip()

    action = next(a for a in here.page.choices.menu_now().actions() if a.text() == "Progress and time left")
    action.trigger()

    assert here.page.findChild(QLabel, "place").text() == ""
    assert here.page.view.time_left.text() == ""
    assert here.session.settings.progress_hidden


class Clock:
    def __init__(self) -> None:
        self.minutes = 0.0

    def __call__(self) -> float:
        return 60 * self.minutes


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def note(qtbot: QtBot, settings: Settings, clock: Clock) -> BreakNote:
    made = BreakNote(settings, WorkMeter(clock))
    qtbot.addWidget(made)
    return made


def work(note: BreakNote, clock: Clock, minutes: int) -> None:
    for _ in range(minutes):
        note.worked()
        clock.minutes += 1
    note.worked()


def test_after_fifty_minutes_a_break_is_suggested_and_comes_again(note: BreakNote, clock: Clock) -> None:
    work(note, clock, 49)
    assert note.isHidden()
    work(note, clock, 1)
    assert not note.isHidden()
    assert note.text.startswith("You have worked for 50 minutes.")

    note.close_note()
    work(note, clock, 49)
    assert note.isHidden()
    work(note, clock, 1)
    assert not note.isHidden()


def test_a_break_that_was_taken_starts_the_count_anew(note: BreakNote, clock: Clock) -> None:
    work(note, clock, 50)
    clock.minutes += PAUSE / 60
    note.worked()
    assert note.isHidden()

    work(note, clock, 49)

    assert note.isHidden()


def test_the_reminder_is_switched_off_in_its_place_and_on_in_the_menu(
    note: BreakNote, clock: Clock, settings: Settings, here: Here
) -> None:
    work(note, clock, 50)
    note.never.click()
    work(note, clock, 100)
    assert note.isHidden()
    assert settings.break_minutes == 0

    menu = next(a.menu() for a in here.page.choices.menu_now().actions() if a.menu() is not None)
    next(a for a in menu.actions() if a.text() == "after 25 minutes of work").trigger()
    work(note, clock, 1)

    assert settings.break_minutes == 25
    assert not note.isHidden()


def test_escape_closes_the_reminder_and_no_key_answers_it(here: Here) -> None:
    clock = Clock()
    note = here.page.view.break_note
    note._meter = WorkMeter(clock)
    for _ in range(3):
        clock.minutes += 4
        note.worked()
    here.session.settings.break_minutes = 8
    clock.minutes += 4
    here.press(Qt.Key.Key_1)
    assert note.isVisible()
    assert here.label_of(1) == POSITIVE
    here.press(Qt.Key.Key_1)
    assert here.label_of(2) == POSITIVE

    here.qtbot.keyClick(here.page, Qt.Key.Key_Escape)

    assert not note.isVisible()


def test_commands_work_where_the_layouts_letters_are_not_latin(here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(label_keys.QGuiApplication, "platformName", lambda: "xcb")
    russian_f = QKeyEvent(QEvent.Type.KeyPress, 0x0410, Qt.KeyboardModifier.NoModifier, 41, 0, 0, "а")
    QApplication.sendEvent(here.page, russian_f)

    here.qtbot.waitUntil(lambda: annotating.turn_of(here.session.read, 1, 1).flagged)


def test_everything_on_the_page_says_what_it_is(here: Here) -> None:
    view = here.page.view
    for widget in (view.skip_choice, view.pad.search, view.item_view, view.guideline.findChild(GuidelineView)):
        assert widget.accessibleName()
    rows = {row.name: row.text for row in here.page.shortcuts}
    assert rows["annotate_focus"] == "Item and labels alone"
    assert all(rows.values())
