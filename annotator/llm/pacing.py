"""Tries a call again while its fault is a passing one."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from annotator.llm.protocol import CallFailed

T = TypeVar("T")


@dataclass(frozen=True)
class Retries:
    """How often and how patiently; times in seconds.

    longest_ask: a server that asks for more patience than this is not waited for.
    """

    attempts: int = 5
    first: float = 0.5
    longest: float = 30.0
    longest_ask: float = 120.0
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    uniform: Callable[[float, float], float] = random.uniform

    async def run(self, call: Callable[[], Awaitable[T]]) -> T:
        """The call's result; its last CallFailed when the fault is final or the attempts are used up."""
        for attempt in range(1, self.attempts + 1):
            try:
                return await call()
            except CallFailed as failed:
                asked = failed.retry_after or 0.0
                if not failed.passing or attempt == self.attempts or asked > self.longest_ask:
                    raise
                await self.sleep(self._delay(attempt, asked))
        raise ValueError("attempts must be at least 1")

    def _delay(self, attempt: int, asked: float) -> float:
        """Exponential with jitter, so that calls refused together do not come back together."""
        grown = min(self.longest, self.first * 2.0 ** (attempt - 1))
        return asked + self.uniform(0.5, 1.0) * grown
