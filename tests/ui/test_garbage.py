"""Where and when cyclic garbage is collected."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator import app
from annotator.ui import garbage
from annotator.ui.garbage import Collector


@pytest.fixture(autouse=True)
def collected_here() -> None:
    """These tests look after the collecting themselves."""


class Clock:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Cycle(QTimer):
    """A running timer that only the collector can free; `died_on` has the thread that it was freed on."""

    def __init__(self) -> None:
        super().__init__()
        self.myself = self
        self.start(60_000)


def abandon() -> list[threading.Thread]:
    died_on: list[threading.Thread] = []
    weakref.finalize(Cycle(), lambda: died_on.append(threading.current_thread()))
    return died_on


@pytest.fixture
def collecting(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Python's own collection as a fresh process has it, and back again."""
    # A test that has failed keeps its window, which holds the collection: without this, Qt objects would die anywhere.
    monkeypatch.setattr(garbage._Paused, "_held", 0)
    was_on = gc.isenabled()
    gc.enable()
    yield
    if not was_on:
        gc.disable()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def collector(qapp: QApplication, collecting: None, clock: Clock) -> Iterator[Collector]:
    made = Collector(now=clock)
    yield made
    made.close()
    shiboken6.delete(made)


def make_containers() -> list[list[int]]:
    """Enough of them that Python's own collector would have run many times."""
    return [[number] for number in range(100 * garbage.YOUNG)]


def test_a_timer_in_a_cycle_dies_on_the_ui_thread_while_a_worker_allocates(qtbot: QtBot, collector: Collector) -> None:
    died_on = abandon()

    with ThreadPoolExecutor(1) as pool:
        kept = pool.submit(make_containers).result()
    assert not died_on
    qtbot.waitUntil(lambda: bool(died_on))

    assert died_on == [threading.main_thread()]
    assert kept


def test_what_is_old_waits_until_nobody_has_pressed_a_key_for_a_while(
    qtbot: QtBot, collector: Collector, clock: Clock
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    cycle = Cycle()
    died_on: list[threading.Thread] = []
    weakref.finalize(cycle, lambda: died_on.append(threading.current_thread()))
    kept = make_containers()
    collector.look()  # grows old here
    del cycle

    clock.now = 2 * garbage.OLD_EVERY
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    collector.look()
    assert not died_on
    clock.now += garbage.IDLE
    collector.look()

    assert died_on == [threading.main_thread()]
    assert kept


def look_when_idle(collector: Collector, clock: Clock, seconds: float) -> None:
    """Where much was made, and so many seconds have passed without a key."""
    kept = make_containers()
    collector.look()
    clock.now += seconds
    collector.look()
    assert kept


def test_what_has_outlived_a_look_is_looked_at_again_only_when_everything_is(
    collector: Collector, clock: Clock
) -> None:
    cycle = Cycle()
    died_on: list[threading.Thread] = []
    weakref.finalize(cycle, lambda: died_on.append(threading.current_thread()))
    look_when_idle(collector, clock, garbage.OLD_EVERY)
    del cycle

    look_when_idle(collector, clock, garbage.OLD_EVERY)
    assert not died_on
    look_when_idle(collector, clock, garbage.ALL_EVERY)

    assert died_on == [threading.main_thread()]


def test_closing_leaves_the_collecting_to_python_again(qapp: QApplication, collecting: None) -> None:
    collector = Collector()
    other = Collector()
    assert not gc.isenabled()

    collector.close()
    collector.close()
    assert not gc.isenabled()
    assert gc.get_freeze_count()
    other.close()

    assert gc.isenabled()
    assert not gc.get_freeze_count()


def test_a_collection_that_was_off_before_stays_off(qapp: QApplication, collecting: None) -> None:
    gc.disable()
    Collector().close()

    assert not gc.isenabled()


def test_its_destruction_closes_it_as_soon_as_events_are_handled(qapp: QApplication, collecting: None) -> None:
    parent = QObject()
    Collector(parent)
    assert not gc.isenabled()

    shiboken6.delete(parent)
    qapp.processEvents()

    assert gc.isenabled()


def test_nothing_is_collected_while_qt_destroys(qapp: QApplication, collecting: None) -> None:
    parent = QObject()
    Collector(parent)
    died_on = [abandon() for _ in range(2 * garbage.YOUNG)]  # enough to wait for a lock that is held meanwhile

    shiboken6.delete(parent)

    assert not any(died_on)
    qapp.processEvents()
    assert all(died_on)


def test_the_window_has_one_as_long_as_it_lives(qapp: QApplication, collecting: None) -> None:
    window = app.make_window(qapp)
    assert window.findChild(Collector) is not None
    assert not gc.isenabled()
    window.close()

    shiboken6.delete(window)
    qapp.processEvents()

    assert gc.isenabled()
