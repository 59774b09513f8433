"""Tests of annotator.llm.pacing."""

from __future__ import annotations

import asyncio

import pytest

from annotator.llm.pacing import Retries
from annotator.llm.protocol import CallFailed, Fault


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
