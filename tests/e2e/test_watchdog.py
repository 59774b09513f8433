"""The watchdog barks at work, and says where; not at waiting."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.e2e.watchdog import LIMIT, Watchdog


def busy_for(seconds: float) -> None:
    """At work for so long, by the thread's own time."""
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


@pytest.fixture
def watchdog(qtbot: QtBot) -> Watchdog:
    found = Watchdog()
    found.start()
    return found


def run_in_loop(qtbot: QtBot, seconds: float) -> None:
    done: list[bool] = []

    def work() -> None:
        busy_for(seconds)
        QTimer.singleShot(0, lambda: done.append(True))

    QTimer.singleShot(0, work)
    qtbot.waitUntil(lambda: bool(done), timeout=10_000)


def test_a_block_of_the_ui_thread_fails_and_is_named(qtbot: QtBot, watchdog: Watchdog) -> None:
    run_in_loop(qtbot, 3 * LIMIT)
    watchdog.stop()

    with pytest.raises(AssertionError, match=r"(?s)blocked.*in busy_for"):
        watchdog.check()


def test_short_work_and_long_waiting_pass(qtbot: QtBot, watchdog: Watchdog) -> None:
    run_in_loop(qtbot, LIMIT / 5)
    waiting = QTimer(watchdog, singleShot=True, interval=round(2_000 * LIMIT))
    with qtbot.waitSignal(waiting.timeout):
        waiting.start()
    watchdog.stop()

    watchdog.check()


def test_a_first_look_at_a_page_may_take_longer_and_a_later_one_not(qtbot: QtBot) -> None:
    watchdog = Watchdog(lambda: ["annotate"])
    watchdog.start()
    run_in_loop(qtbot, 1.5 * LIMIT)
    watchdog.check()
    qtbot.waitUntil(lambda: watchdog.fresh < 0)

    run_in_loop(qtbot, 3 * LIMIT)
    watchdog.stop()

    with pytest.raises(AssertionError, match="blocked"):
        watchdog.check()
