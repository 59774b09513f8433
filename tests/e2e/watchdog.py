"""Fails a test in which the UI thread works for so long that somebody would feel it."""

from __future__ import annotations

import signal
import sys
import time
import traceback
from collections.abc import Callable, Collection
from types import FrameType
from typing import Any, NamedTuple

import pytest
from PySide6.QtCore import QObject, Qt, QTimer

LIMIT = 0.100  # seconds of the UI thread's own work between two returns to its event loop
FREEZE = 5.0  # seconds by the clock, as the machine may be busy with something else
TICK = 10  # ms

# Where a project is opened, or a page or dialog is made and first shown, it may take longer: 40 to 70 ms each on a
# quiet machine, and up to 140 where others work, since they lengthen a thread's own time, too. No answer to a key is
# among them.
LONGER = 0.200
OPENING = ("annotator/ui/main_window.py", "annotator/ui/project_view.py")
FIRST_LOOK = 20  # beats from when a page or dialog is first in sight until it has been laid out, filled and painted

MOST_SLOWER = 2.0  # that other programs can make the UI's thread

BLOCKED = "the UI thread was blocked"
# What the app does comes again when the same is done again; what only the machine did, does not.
again_if_blocked = pytest.mark.flaky(reruns=2, only_rerun=BLOCKED)


class Block(NamedTuple):
    """seconds: of work. where: what the UI thread was doing when LIMIT had passed, innermost first; "" if unknown.

    first_look: at a page or dialog that was not in sight before.
    """

    seconds: float
    where: str
    first_look: bool

    @property
    def limit(self) -> float:
        where = self.where.replace("\\", "/")
        return LONGER if self.first_look or any(f'{name}"' in where for name in OPENING) else LIMIT


class Watchdog(QObject):
    """Beats in the UI's event loop, and measures the thread's own processor time between two beats.

    Other programs lengthen that, too, where processors are shared. So a fixed piece of work is measured at each beat,
    and a block counts for as much less as that takes longer around it than at its best.

    in_sight: names the pages and dialogs that are. fresh: beats that are left of a first look; below 0 when over.
    """

    def __init__(self, in_sight: Callable[[], Collection[object]] = tuple) -> None:
        super().__init__()
        self._in_sight = in_sight
        self._seen: set[object] = set()
        self.fresh = 0
        self.blocks: list[Block] = []
        self.longest = 0.0  # seconds by the clock
        self._last = self._worked = 0.0
        self._pace = self._best = pace()
        self._glance = _Glance()
        self._timer = QTimer(self, interval=TICK, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        self._glance.begin()
        self._begin()
        self._timer.start()

    def stop(self) -> None:
        if self._timer.isActive():
            self._beat()
            self._timer.stop()
            self._glance.end()

    def check(self) -> None:
        """Fail for every block that is longer than it may be."""
        found = [block for block in self.blocks if block.seconds > block.limit]
        told = "\n".join(f"{1000 * block.seconds:.0f} ms of work at one go:\n{block.where}" for block in found)
        assert not found, f"{BLOCKED}\n{told}"
        assert self.longest < FREEZE, f"{BLOCKED} for {self.longest:.1f} s by the clock"

    def _beat(self) -> None:
        now, worked = time.monotonic(), time.thread_time()
        self.longest = max(self.longest, now - self._last)
        before, self._pace = self._pace, pace()
        self._best = min(self._best, self._pace)
        self._look()
        slower = min(max(before, self._pace) / self._best, MOST_SLOWER)
        if worked - self._worked > LIMIT * slower:
            self.blocks.append(Block((worked - self._worked) / slower, self._glance.where, self.fresh > 0))
        self._begin()

    def _look(self) -> None:
        in_sight = set(self._in_sight())
        self.fresh = self.fresh - 1 if in_sight <= self._seen else FIRST_LOOK
        self._seen |= in_sight

    def _begin(self) -> None:
        self._last, self._worked = time.monotonic(), time.thread_time()
        self._glance.again()


class _Glance:
    """Looks, once LIMIT has passed since `again`, and every now and then from there on, at what the UI thread is doing.

    That thread does so itself, told by a signal. Another one must not: `faulthandler` crashes over frames that go
    meanwhile, and who holds a frame for longer than it runs keeps a painter in it at work on what others paint on.
    """

    def __init__(self) -> None:
        self.where = ""  # innermost first; "" when there was no need to look, or on Windows, which has no such signal
        self._before: Any = None

    def begin(self) -> None:
        if sys.platform != "win32":
            self._before = signal.signal(signal.SIGALRM, self._look)
            signal.siginterrupt(signal.SIGALRM, False)

    def again(self) -> None:
        self.where = ""
        if sys.platform != "win32":
            signal.setitimer(signal.ITIMER_REAL, LIMIT, LIMIT / 4)

    def end(self) -> None:
        if sys.platform != "win32":
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, self._before)

    def _look(self, number: int, frame: FrameType | None) -> None:
        self.where = "".join(reversed(traceback.format_stack(frame)))


def pace() -> float:
    """Seconds that a fixed piece of work takes this thread: a quarter of a millisecond or so."""
    begun = time.thread_time()
    for number in range(2_000):
        str(number)
    return time.thread_time() - begun
