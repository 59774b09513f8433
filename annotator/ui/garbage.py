"""Cyclic garbage is collected on the UI thread only, and all of it only while nobody is at work.

Left to itself, Python's collector runs on whichever thread happens to allocate. On a worker thread it destroys Qt
objects where they do not live: "Timers cannot be stopped from another thread", and sooner or later a crash. On the UI
thread it may run in the middle of Qt's own destroying, which holds a lock that the next destructor waits for: for ever.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication

LOOK_EVERY = 100  # ms; what even a busy thread can make in this time is looked through in half a frame
YOUNG = 700  # new containers that are worth a look, as in Python's own setting
IDLE = 3.0  # seconds without a key or the mouse
OLD_EVERY = 60.0  # seconds
AWAY = 30.0  # seconds without a key or the mouse
# Seconds between two looks at everything. That takes a tenth of one, most of it for what lives as long as the program,
# so what has outlived a look at the old is left out of the next ones until then.
ALL_EVERY = 1_800.0

_INPUT = {
    QEvent.Type.KeyPress,
    QEvent.Type.KeyRelease,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TabletPress,
    QEvent.Type.TabletMove,
}


class Collector(QObject):
    """Stands in for the automatic collection until close(), or until events are handled again after its destruction;
    then all is as it was before.

    now: the time in seconds, for tests.
    """

    def __init__(self, parent: QObject | None = None, *, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._now = now
        self._last_input = self._last_old = self._last_all = now()
        self._old_due = False
        paused = self._paused = _Paused()
        self.destroyed.connect(lambda: paused.end_later())
        app = QApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)
            self._watch(app.focusWindow())
        self._timer = QTimer(self, interval=LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect what is due; the timer calls this."""
        if gc.get_count()[0] > YOUNG:
            self._old_due = True  # what outlives this look is old from now on
            gc.collect(1)
        if self._old_due and self._now() - self._last_old >= OLD_EVERY and self._idle(IDLE):
            self._look_at_old()

    def _look_at_old(self) -> None:
        self._old_due, self._last_old = False, self._now()
        if self._now() - self._last_all >= ALL_EVERY and self._idle(AWAY):
            self._last_all = self._now()
            gc.unfreeze()
        gc.collect()
        gc.freeze()

    def close(self) -> None:
        """Leave the collecting to Python again. Idempotent."""
        self._timer.stop()
        self._paused.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Of the window that has the focus, not of the application, which sees every event of every widget.
        if event.type() in _INPUT:
            self._last_input = self._now()
        return False

    def _idle(self, seconds: float) -> bool:
        return self._now() - self._last_input >= seconds and QApplication.activePopupWidget() is None

    def _watch(self, window: QWindow | None) -> None:
        self._last_input = self._now()
        if window is not None:
            window.installEventFilter(self)  # Qt keeps it once, however often this is said


class _Paused:
    """Python's own collection is off until the last of these has ended."""

    _held: ClassVar[int] = 0
    _was_on: ClassVar[bool] = True

    def __init__(self) -> None:
        self._ended = False
        if not _Paused._held:
            _Paused._was_on = gc.isenabled()
            gc.disable()
            gc.freeze()  # modules and the window: they live as long as the program
        _Paused._held += 1

    def end(self) -> None:
        if self._ended:
            return
        self._ended = True
        _Paused._held -= 1
        if _Paused._held:
            return
        gc.unfreeze()
        if _Paused._was_on:
            gc.collect(1)  # here, where nothing is being destroyed, and not at the next allocation, wherever that is
            gc.enable()

    def end_later(self) -> None:
        """From the event loop. Where none runs any more the program ends, and nothing needs to be collected."""
        app = QCoreApplication.instance()
        if app is not None:
            QTimer.singleShot(0, app, lambda: self.end())
