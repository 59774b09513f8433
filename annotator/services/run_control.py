"""Pausing, resuming and stopping a run, from any thread."""

from __future__ import annotations

import asyncio
import time


class Control:
    """Pauses, resumes and stops a run, or several that it was given to."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._go = asyncio.Event()
        self._stop = asyncio.Event()
        self.paused = False
        self.stopped = False
        self._paused_at = self._rested = 0.0

    def pause(self) -> None:
        if not self.paused:
            self._paused_at = time.monotonic()
        self.paused = True
        self._apply()

    def resume(self) -> None:
        self._rested, self.paused = self.rested, False
        self._apply()

    @property
    def rested(self) -> float:
        """Seconds in which it was paused, up to now."""
        return self._rested + (time.monotonic() - self._paused_at if self.paused else 0.0)

    def stop(self) -> None:
        self.stopped = True
        self._apply()

    def bind(self) -> None:
        """Called by the run, in its loop."""
        self._loop = asyncio.get_running_loop()
        self._set()

    async def may_go_on(self) -> bool:
        """Waits while paused; False when the run has been stopped."""
        while self.paused and not self.stopped:
            self._go.clear()
            await self._go.wait()
        return not self.stopped

    async def stopping(self) -> None:
        await self._stop.wait()

    def _apply(self) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._set)

    def _set(self) -> None:
        if self.stopped:
            self._stop.set()
        if self.stopped or not self.paused:
            self._go.set()
