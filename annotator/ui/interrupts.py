"""Ctrl+C in the terminal that the window was started from: asks the window to close, as its own key for that does.

Python runs its handlers of signals between two of its own instructions, and Qt waits in none of them: a byte on a pipe,
which Python writes the moment the signal comes, wakes Qt. A press while the window is being made stays in the pipe.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

from PySide6.QtCore import QSocketNotifier

STOPPED = 130  # exit code: as shells have it for Ctrl+C


class Interrupts:
    """A context in which Ctrl+C raises nothing. Without effect where Ctrl+C is ignored or somebody else sees to it."""

    def __init__(self) -> None:
        self.code = 0  # that the program is to end with
        self._ends: tuple[int, ...] = ()
        self._sockets: tuple[Any, ...] = ()  # on Windows; they close their ends themselves
        self._notifier: QSocketNotifier | None = None
        self._before: Any = None
        self._woken_before = -1

    def __enter__(self) -> Self:
        ours = signal.getsignal(signal.SIGINT) is signal.default_int_handler
        if ours and threading.current_thread() is threading.main_thread():
            self._open()
            self._woken_before = signal.set_wakeup_fd(self._ends[1], warn_on_full_buffer=False)
            self._before = signal.signal(signal.SIGINT, self._pressed)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        if not self._ends:
            return
        signal.signal(signal.SIGINT, self._before)
        signal.set_wakeup_fd(self._woken_before)
        self._notifier = None
        self._close()

    def call(self, close: Callable[[], bool]) -> None:
        """What closes the window, and tells whether it did: from Qt's loop, once it runs, for each press."""
        if not self._ends:
            return
        self._notifier = QSocketNotifier(self._ends[0], QSocketNotifier.Type.Read)

        def woken() -> None:
            if signal.SIGINT in self._bytes():  # other signals with a handler wake Qt too
                self.code = STOPPED if close() else 0

        self._notifier.activated.connect(woken)

    def _pressed(self, number: int, frame: object) -> None:
        """Nothing, as it may be in the midst of anything: the byte on the pipe sees to it."""

    def _open(self) -> None:
        if sys.platform == "win32":  # where only sockets wake Qt
            import socket

            self._sockets = socket.socketpair()
            for each in self._sockets:
                each.setblocking(False)
            self._ends = tuple(each.fileno() for each in self._sockets)
        else:
            self._ends = os.pipe()
            for end in self._ends:
                os.set_blocking(end, False)

    def _bytes(self) -> bytes:
        try:
            return bytes(self._sockets[0].recv(100)) if self._sockets else os.read(self._ends[0], 100)
        except BlockingIOError:
            return b""

    def _close(self) -> None:
        for each in self._sockets:
            each.close()
        if not self._sockets:
            for end in self._ends:
                os.close(end)
        self._ends = ()
