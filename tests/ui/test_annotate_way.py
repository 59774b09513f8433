"""Going back to earlier answers and returning to where one was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.ui.jobs import JobRunner
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from tests.ui.annotating import CONTROL, NEGATIVE, NEUTRAL, POSITIVE, Here

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

ALT = Qt.KeyboardModifier.AltModifier
KEYS = {POSITIVE: Qt.Key.Key_1, NEGATIVE: Qt.Key.Key_2, NEUTRAL: Qt.Key.Key_3}


@pytest.fixture
def here(qtbot: QtBot, session: Session) -> Here:
    return Here(qtbot, session).sit_down("Mira")


def test_alt_and_the_arrows_walk_down_and_up_the_history(here: Here) -> None:
    for _ in range(3):
        here.press(Qt.Key.Key_1)

    here.press(Qt.Key.Key_Down, ALT)
    here.press(Qt.Key.Key_Down, ALT)
    assert here.text == "Lovely, thank you!"
    assert [row.isChecked() for row in here.page.view.history.rows()] == [False, True, False]
    here.press(Qt.Key.Key_Up, ALT)
    assert here.text == "Where is my refund?"
    here.press(Qt.Key.Key_Up, ALT)

    assert here.text == "It broke on day one."


def test_a_changed_answer_returns_to_the_item_that_was_left(here: Here) -> None:
    here.open(3)  # not the next of the queue
    here.press(Qt.Key.Key_1)
    here.press(Qt.Key.Key_1)
    assert here.text == "Lovely, thank you!"
    here.press(Qt.Key.Key_Down, ALT)
    here.press(Qt.Key.Key_Down, ALT)
    assert here.text == "Where is my refund?"
    assert here.page.findChild(QLabel, "returning").isVisible()

    here.press(Qt.Key.Key_3)

    assert here.label_of(3) == NEUTRAL
    assert here.text == "Lovely, thank you!"
    assert not here.page.findChild(QLabel, "returning").isVisible()


def test_n_returns_to_the_item_that_waits_from_however_far_back(here: Here) -> None:
    for _ in range(3):
        here.press(Qt.Key.Key_1)
    for _ in range(3):
        here.press(Qt.Key.Key_Down, ALT)
    assert here.text == "The parcel came late."

    here.press(Qt.Key.Key_N)

    assert here.text == "It broke on day one."
    here.qtbot.keyClick(here.page, Qt.Key.Key_N)  # it is there already
    assert here.text == "It broke on day one."


def test_undo_after_jumping_back_takes_the_change_back_and_forward_still_returns(here: Here) -> None:
    here.press(Qt.Key.Key_1)
    here.press(Qt.Key.Key_2)
    here.press(Qt.Key.Key_Down, ALT)
    here.press(Qt.Key.Key_3)
    assert here.text == "Where is my refund?"

    here.press(Qt.Key.Key_Z, CONTROL)

    assert here.text == "Lovely, thank you!"
    assert here.label_of(2) == NEGATIVE
    here.press(Qt.Key.Key_Right)
    assert here.text == "Where is my refund?"


MOVES = st.lists(
    st.one_of(
        st.sampled_from(sorted(KEYS)),
        st.sampled_from(["older", "newer", "undo", "redo"]),
    ),
    max_size=12,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(MOVES)
def test_however_one_walks_answers_and_undoes_what_is_stored_is_what_was_said(
    qtbot: QtBot, settings: Settings, make_project: Callable[..., Path], moves: list[int | str]
) -> None:
    """Against a model of the log: a list of deeds with a pointer, as Ctrl+Z is understood everywhere."""
    jobs = JobRunner()
    jobs.open(make_project(name=f"walk-{abs(hash(tuple(moves)))}-{len(list(_SEEN))}"))
    _SEEN.append(1)
    here = Here(qtbot, Session(jobs, settings, jobs)).sit_down("Mira")
    done: list[tuple[int, int]] = []
    undone: list[tuple[int, int]] = []
    try:
        for move in moves:
            _do(here, move, done, undone)
            said = dict(done)
            assert {n: here.label_of(n) for n in range(1, 5)} == {n: said.get(n) for n in range(1, 5)}
    finally:
        here.page.close()
        jobs.close()


_SEEN: list[int] = []


def _do(here: Here, move: int | str, done: list[tuple[int, int]], undone: list[tuple[int, int]]) -> None:
    item = here.page.view.item_view.item
    if isinstance(move, int):
        if not here.page.view.working or item is None:
            return
        shown: list[int] = []
        here.page.item_shown.connect(shown.append)
        here.qtbot.keyClick(here.page, KEYS[move])
        here.qtbot.waitUntil(lambda: bool(shown) or not here.page.view.working)
        done.append((item.id, move))
        undone.clear()
    elif move == "undo" and done:
        here.press(Qt.Key.Key_Z, CONTROL)
        undone.append(done.pop())
    elif move == "redo" and undone:
        here.press(Qt.Key.Key_Y, CONTROL)
        done.append(undone.pop())
    elif move == "older" and done and not _oldest(here):
        here.press(Qt.Key.Key_Down, ALT)
    elif move == "newer" and _answered(here):
        here.qtbot.keyClick(here.page, Qt.Key.Key_Up, ALT)
        here.qtbot.waitUntil(lambda: not here.page._busy)


def _oldest(here: Here) -> bool:
    return here.page._way.earlier(here.page._item_id) is None


def _answered(here: Here) -> bool:
    return here.page._turn is not None and here.page._turn.own is not None
