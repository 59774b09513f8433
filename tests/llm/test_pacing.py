"""Tests of annotator.llm.pacing."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise

import pytest

from annotator.llm.pacing import LESS, Limits, Pace, Retries
from annotator.llm.protocol import CallFailed, Fault
from tests import virtual_time


class Calls:
    """Fails as listed, then succeeds; waits are noted instead of slept."""

    def __init__(self, *failures: CallFailed) -> None:
        self.failures = list(failures)
        self.made = 0
        self.waits: list[float] = []

    async def __call__(self) -> str:
        self.made += 1
        if self.failures:
            raise self.failures.pop(0)
        return "done"

    def run(self, **settings: float) -> str:
        async def wait(seconds: float) -> None:
            self.waits.append(seconds)

        attempts = int(settings.pop("attempts", 5))
        retries = Retries(attempts=attempts, sleep=wait, uniform=lambda low, high: high, **settings)
        return asyncio.run(retries.run(self))


def failure(kind: Fault, retry_after: float | None = None) -> CallFailed:
    return CallFailed(kind, "It failed.", retry_after=retry_after)


@pytest.mark.parametrize("kind", [Fault.RATE, Fault.SERVER, Fault.TIMEOUT, Fault.NETWORK])
def test_passing_faults_are_tried_again_with_growing_waits(kind: Fault) -> None:
    calls = Calls(*[failure(kind)] * 3)
    assert calls.run(first=1.0) == "done"
    assert calls.waits == [1, 2, 4]


@pytest.mark.parametrize("kind", [Fault.KEY, Fault.CREDIT, Fault.CONTEXT, Fault.REFUSED, Fault.ADDRESS, Fault.OTHER])
def test_final_faults_are_not_tried_again(kind: Fault) -> None:
    calls = Calls(failure(kind))
    with pytest.raises(CallFailed):
        calls.run()
    assert (calls.made, calls.waits) == (1, [])


def test_the_last_failure_comes_through_when_the_attempts_are_used_up() -> None:
    calls = Calls(*[failure(Fault.SERVER)] * 9)
    with pytest.raises(CallFailed) as caught:
        calls.run(attempts=4)
    assert caught.value.kind is Fault.SERVER
    assert (calls.made, len(calls.waits)) == (4, 3)


def test_waits_stop_growing() -> None:
    calls = Calls(*[failure(Fault.SERVER)] * 5)
    calls.run(attempts=6, first=1.0, longest=3.0)
    assert calls.waits == [1, 2, 3, 3, 3]


def test_the_server_is_given_the_time_it_asks_for() -> None:
    calls = Calls(failure(Fault.RATE, retry_after=20))
    calls.run(first=1.0)
    assert calls.waits == [21]


def test_a_server_that_asks_for_too_much_patience_is_not_waited_for() -> None:
    calls = Calls(failure(Fault.RATE, retry_after=3600))
    with pytest.raises(CallFailed):
        calls.run()
    assert calls.waits == []


class Server:
    """Takes a second for each call; refuses what it is asked at once beyond `bears`."""

    def __init__(self, bears: int = 1_000, *, retry_after: float | None = None) -> None:
        self.bears = bears
        self.retry_after = retry_after
        self.under_way = self.most = self.refused = 0
        self.starts: list[float] = []

    async def call(self, seconds: float = 1.0) -> None:
        self.starts.append(virtual_time.now())
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        try:
            if self.under_way > self.bears:
                self.refused += 1
                raise failure(Fault.RATE, self.retry_after)
            await asyncio.sleep(seconds)
        finally:
            self.under_way -= 1


def paced(limits: Limits | None = None, at_once: int = 64) -> Pace:
    return Pace(limits or Limits(), at_once=at_once, uniform=lambda low, high: high)


def ask(pace: Pace, server: Server, calls: int, *, tokens: float = 0.0, used: float | None = None) -> float:
    """So many calls by as many callers as the pace may let through; returns the seconds that all took."""

    async def one() -> None:
        with suppress(CallFailed):
            async with pace.turn(tokens) as turn:
                if used is not None:
                    turn.tokens = used
                await server.call()

    async def work(left: Iterator[int]) -> None:
        for _ in left:
            await one()

    async def everybody() -> float:
        left = iter(range(calls))
        await asyncio.gather(*(work(left) for _ in range(pace.most)))
        return virtual_time.now()

    return virtual_time.run(everybody())


def test_calls_at_once_grow_to_what_is_allowed_and_no_further() -> None:
    server = Server()
    pace = paced(at_once=64)
    took = ask(pace, server, 1_000)
    assert server.most == pace.at_once == 64
    assert took <= 1_000 / 64 + 4


def test_what_the_user_allows_overrules_what_the_model_is_worth() -> None:
    server = Server()
    ask(paced(Limits(at_once=3), at_once=64), server, 30)
    assert server.most == 3


def test_calls_at_once_settle_near_what_the_server_bears() -> None:
    server = Server(bears=20)
    pace = paced(at_once=64)
    ask(pace, server, 4_000)
    assert 14 <= pace.at_once <= 21
    assert server.refused < 0.02 * 4_000


def test_calls_refused_together_count_as_one_refusal() -> None:
    async def scenario() -> int:
        pace = paced(at_once=64)

        async def refused() -> None:
            with suppress(CallFailed):
                async with pace.turn():
                    await asyncio.sleep(1)
                    raise failure(Fault.RATE)

        before = pace.at_once
        await asyncio.gather(*(refused() for _ in range(before)))
        assert pace.at_once == int(before * LESS)
        return pace.at_once

    assert virtual_time.run(scenario()) > 1


def test_a_retry_after_holds_for_every_call_to_the_server() -> None:
    async def scenario() -> list[float]:
        pace, starts = paced(), []

        async def call(fails: bool) -> None:
            with suppress(CallFailed):
                async with pace.turn():
                    starts.append(virtual_time.now())
                    if fails:
                        raise failure(Fault.RATE, retry_after=40)

        await call(fails=True)
        await asyncio.gather(*(call(fails=False) for _ in range(5)))
        return starts

    assert virtual_time.run(scenario()) == [0.0] + [40.0] * 5


def test_a_server_that_asks_for_an_hour_does_not_hold_the_others_up() -> None:
    async def scenario() -> float:
        pace = paced()
        with suppress(CallFailed):
            async with pace.turn():
                raise failure(Fault.RATE, retry_after=3600)
        async with pace.turn():
            return virtual_time.now()

    assert virtual_time.run(scenario()) == 0.0


def test_nobody_asks_for_longer_and_longer_while_a_server_is_down() -> None:
    async def scenario() -> list[float]:
        pace, starts = paced(), []
        for _ in range(9):
            with suppress(CallFailed):
                async with pace.turn():
                    starts.append(virtual_time.now())
                    raise failure(Fault.NETWORK)
        return [later - earlier for earlier, later in pairwise(starts)]

    assert virtual_time.run(scenario()) == [0, 1, 2, 4, 8, 16, 30, 30]


def test_a_single_fault_holds_nobody_up() -> None:
    async def scenario() -> float:
        pace = paced()
        for fails in (True, False) * 10:
            with suppress(CallFailed):
                async with pace.turn():
                    if fails:
                        raise failure(Fault.SERVER)
        return virtual_time.now()

    assert virtual_time.run(scenario()) == 0.0


def test_requests_a_minute_are_never_more_than_allowed() -> None:
    server = Server()
    ask(paced(Limits(requests_per_minute=30)), server, 100)
    for start in server.starts:
        assert sum(start <= other < start + 60 for other in server.starts) <= 30


def test_tokens_a_minute_count_what_was_used_and_not_what_was_feared() -> None:
    feared, used = Server(), Server()
    limits = Limits(tokens_per_minute=6_000)
    slow = ask(paced(limits), feared, 61, tokens=1_000)
    fast = ask(paced(limits), used, 61, tokens=1_000, used=100)
    assert slow == pytest.approx(601, abs=2)
    assert fast < 130


def test_callers_are_served_in_the_order_of_asking() -> None:
    async def scenario() -> list[int]:
        pace, served = paced(Limits(at_once=1)), []

        async def call(number: int) -> None:
            async with pace.turn():
                await asyncio.sleep(1)
                served.append(number)

        await asyncio.gather(*(call(number) for number in range(20)))
        return served

    assert virtual_time.run(scenario()) == list(range(20))


def test_a_caller_that_gives_up_while_waiting_leaves_its_place_to_the_next() -> None:
    async def scenario() -> str:
        pace = paced(Limits(at_once=1))

        async def call() -> str:
            async with pace.turn():
                await asyncio.sleep(1)
            return "served"

        first, second, third = (asyncio.create_task(call()) for _ in range(3))
        await asyncio.sleep(0.5)
        second.cancel()
        await asyncio.gather(first, second, return_exceptions=True)
        return await third

    assert virtual_time.run(scenario()) == "served"
