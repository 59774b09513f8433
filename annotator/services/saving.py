"""Saves answers in small batches as they come, so that a crash costs little and the disk is not worn for each."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import Protocol

from annotator.services.replies import Answered

SAVE_EVERY = 0.2  # seconds: what a power cut can cost, beside the calls under way
SHARE = 0.1  # of the time is spent on saving where the disk is slow, ...
SELDOMEST = 1.0  # seconds: ... but a power cut never costs more


class Notes(Protocol):
    """Where what has come can be found after a kill, until it is saved."""

    def saved(self, batch: Iterable[Answered]) -> None: ...

    def leave(self) -> None: ...


class Saver:
    """Holds what has come back until it is written. write: stores a batch for good; notes: of what it holds."""

    def __init__(self, write: Callable[[list[Answered]], Awaitable[None]], notes: Notes | None = None) -> None:
        self._write, self._notes = write, notes
        self._unsaved: list[Answered] = []
        self._came = asyncio.Event()
        self._one_at_a_time = asyncio.Lock()
        self._took = 0.0  # seconds for the last batch

    def add(self, answered: Answered) -> None:
        self._unsaved.append(answered)
        self._came.set()

    async def save_regularly(self) -> None:
        """Until cancelled; what is unsaved then is left to `save`."""
        while True:
            await self._came.wait()
            await asyncio.sleep(max(SAVE_EVERY, min(self._took / SHARE, SELDOMEST)))
            await self.save()

    async def save(self) -> None:
        """Write what has come back since the last time; what could not be written stays for the next attempt."""
        writing = asyncio.ensure_future(self._save())
        try:
            await asyncio.shield(writing)
        except asyncio.CancelledError:
            await asyncio.wait({writing})  # on its way to the disk whatever happens here
            raise

    async def _save(self) -> None:
        async with self._one_at_a_time:
            self._came.clear()
            batch, self._unsaved = self._unsaved, []
            if not batch:
                return
            now = asyncio.get_running_loop().time
            started = now()
            try:
                await self._write(batch)
            except BaseException:
                self._unsaved = batch + self._unsaved
                raise
            finally:
                self._took = now() - started
            if self._notes is not None:
                self._notes.saved(batch)
