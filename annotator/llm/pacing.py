"""How fast a server is asked: as many calls at once as it bears, and calls tried again while their fault passes."""

from __future__ import annotations

import asyncio
import math
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import TypeVar

from annotator.errors import UserError
from annotator.llm.protocol import CallFailed, Fault
from annotator.texts import say

T = TypeVar("T")

LONGEST_ASK = 120.0  # seconds; a server that asks for more patience than this is not waited for
FIRST = 8  # calls at once to begin with
LESS = 0.7  # of the calls at once are left after a refusal
FIRST_PAUSE = 0.5  # seconds for everybody after a fault that may be the server's; doubled until it answers again
LONGEST_PAUSE = 30.0


@dataclass(frozen=True)
class Limits:
    """What a user allows; None for no limit. timeout: seconds that one call may take."""

    at_once: int | None = None
    requests_per_minute: float | None = None
    tokens_per_minute: float | None = None
    timeout: float | None = None

    def __post_init__(self) -> None:
        limits = (self.at_once, self.requests_per_minute, self.tokens_per_minute, self.timeout)
        if any(limit is not None and not limit > 0 for limit in limits):
            raise UserError(say("A limit on calls is nothing or less."), hint=say("Give more than 0, or none at all."))


@dataclass(frozen=True)
class Retries:
    """How often and how patiently a call is tried again; times in seconds.

    longest_ask: a server that asks for more patience than this is not waited for.
    """

    attempts: int = 5
    first: float = 0.5
    longest: float = 30.0
    longest_ask: float = LONGEST_ASK
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


@dataclass
class Turn:
    """One call's turn. tokens: what it is thought to use, until the caller puts in what it used."""

    number: int
    tokens: float


class Pace:
    """Whose turn it is to ask one server: shared by all calls to it, also by those of several runs.

    The number of calls at once grows while they succeed: with each until the first refusal, then by one a round. A
    refusal (429) takes some of them away, and a Retry-After holds for every call. After a fault that may be the
    server's own (silence, 500, no network) nobody asks for a moment, which grows until something is answered.
    Times are those of the running loop.
    """

    def __init__(
        self,
        limits: Limits,
        *,
        at_once: int,
        uniform: Callable[[float, float], float] = random.uniform,
    ) -> None:
        """at_once: the most calls at once, unless the limits say so."""
        self._most = max(1, limits.at_once or at_once)
        self._window = float(min(self._most, FIRST))
        self._requests = _Rate(limits.requests_per_minute)
        self._tokens = _Rate(limits.tokens_per_minute)
        self._uniform = uniform
        self._under_way = 0
        self._given = 0
        self._crowded = False  # somebody waits for a call to end
        self._cut_after = -1  # the last turn given before the window was cut
        self._refused = False
        self._troubles = 0  # pauses since the last success
        self._trouble_after = -1
        self._not_before = -math.inf
        self._in_order = asyncio.Lock()
        self._changed = asyncio.Event()

    @property
    def most(self) -> int:
        """More callers than this are never served at once."""
        return self._most

    @property
    def at_once(self) -> int:
        """How many calls are let through at once just now."""
        return int(self._window)

    @asynccontextmanager
    async def turn(self, tokens: float = 0.0) -> AsyncIterator[Turn]:
        """Wait for a turn, in the order of asking, and make the call in it; its CallFailed tells how the server is."""
        async with self._in_order:
            while (left := self._wait()) > 0.0:
                self._crowded = math.isinf(left)
                await self._something(left)
            self._crowded = False
            turn = self._give(tokens)
        try:
            yield turn
        except CallFailed as failed:
            self._failed(turn, failed)
            raise
        else:
            self._answered()
        finally:
            self._under_way -= 1
            self._tokens.give_back(tokens - turn.tokens)
            self._changed.set()

    def _wait(self) -> float:
        """Seconds until the next turn can be given, inf for as long as nothing ends."""
        if self._under_way >= self.at_once:
            return math.inf
        now = _now()
        return max(0.0, self._not_before - now, self._requests.wait(now), self._tokens.wait(now))

    async def _something(self, seconds: float) -> None:
        """Wait so long, or until a call has ended."""
        self._changed.clear()
        with suppress(TimeoutError):
            async with asyncio.timeout(None if math.isinf(seconds) else seconds):
                await self._changed.wait()

    def _give(self, tokens: float) -> Turn:
        now = _now()
        self._requests.take(now, 1.0)
        self._tokens.take(now, tokens)
        self._under_way += 1
        self._given += 1
        return Turn(self._given, tokens)

    def _answered(self) -> None:
        self._troubles = 0
        if self._crowded:  # else more at once would change nothing, and nothing is learnt
            self._window = min(float(self._most), self._window + (1.0 / self._window if self._refused else 1.0))

    def _failed(self, turn: Turn, failed: CallFailed) -> None:
        asked = failed.retry_after or 0.0
        if asked > LONGEST_ASK:
            return
        if failed.kind is Fault.RATE and turn.number > self._cut_after:  # calls refused together are one refusal
            self._refused, self._cut_after = True, self._given
            self._window = max(1.0, self._window * LESS)
        if failed.passing and not asked and turn.number > self._trouble_after:
            self._trouble_after = self._given
            asked = self._pause()
        self._not_before = max(self._not_before, _now() + asked)

    def _pause(self) -> float:
        """Nothing at the first fault since the last success: single ones are the calls' own matter."""
        self._troubles += 1
        if self._troubles == 1:
            return 0.0
        return self._uniform(0.5, 1.0) * min(LONGEST_PAUSE, FIRST_PAUSE * 2.0 ** (self._troubles - 1))


class _Rate:
    """An even flow of at most so much a minute: what is taken makes the next wait for its share of the minute."""

    def __init__(self, per_minute: float | None) -> None:
        self._seconds_each = 0.0 if per_minute is None else 60.0 / per_minute
        self._free_at = -math.inf

    def wait(self, now: float) -> float:
        return self._free_at - now

    def take(self, now: float, amount: float) -> None:
        self._free_at = max(self._free_at, now) + amount * self._seconds_each

    def give_back(self, amount: float) -> None:
        self._free_at -= amount * self._seconds_each


def _now() -> float:
    return asyncio.get_running_loop().time()
