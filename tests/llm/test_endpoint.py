"""Tests of annotator.llm.endpoint: one request through the real client, to a server that misbehaves on purpose."""

from __future__ import annotations

import asyncio
import time
from email.utils import formatdate

import pytest

from annotator.llm.endpoint import Endpoint
from annotator.llm.pacing import Limits, Pace
from annotator.llm.pricing import LOCAL
from annotator.llm.protocol import CallFailed, Fault
from annotator.llm.spending import Account, Budget, Cap, CapReached
from annotator.llm.traffic import Traffic, tallied
from tests.loopback import Behaviour, LoopbackServer, breaks_off, fails, hangs, says

MESSAGES = [{"role": "user", "content": "Good?"}]


def sent(behaviour: Behaviour, *, timeout: float = 20.0) -> CallFailed:
    """What a request failed with."""

    async def ask(address: str) -> None:
        endpoint = Endpoint("openai/m", address, timeout=timeout)
        try:
            await endpoint.complete(MESSAGES, max_tokens=5)
        finally:
            await endpoint.close()

    with LoopbackServer(lambda number, body: behaviour) as server, pytest.raises(CallFailed) as caught:
        asyncio.run(ask(server.address))
    assert len(server.requests) == 1
    return caught.value


@pytest.mark.parametrize(("value", "seconds"), [("7", 7), ("0.5", 0.5), ("Thu, 01 Jan 1970 00:00:00 GMT", 0)])
def test_a_server_can_say_how_long_to_wait_in_seconds_or_until_when(value: str, seconds: float) -> None:
    failed = sent(fails(429, "slow down", headers={"Retry-After": value}))
    assert failed.kind is Fault.RATE
    assert failed.retry_after == pytest.approx(seconds, abs=0.01)


def test_a_date_to_wait_for_is_counted_from_now() -> None:
    asked_at = time.time()
    failed = sent(fails(429, "slow down", headers={"Retry-After": formatdate(asked_at + 3600, usegmt=True)}))
    passed = time.time() - asked_at  # however long the call took here; the date has whole seconds
    assert failed.retry_after is not None
    assert 3600 - passed - 2 <= failed.retry_after <= 3600


def test_a_time_that_cannot_be_read_is_none() -> None:
    assert sent(fails(429, "slow down", headers={"Retry-After": "soon"})).retry_after is None


def test_half_a_reply_is_a_broken_connection_and_silence_is_a_timeout() -> None:
    assert sent(breaks_off).kind is Fault.NETWORK
    assert sent(hangs, timeout=0.2).kind is Fault.TIMEOUT


def test_in_a_run_requests_go_the_runs_way() -> None:
    account = Account(Budget(Cap(calls=2)))
    way = Traffic(Pace(Limits(), at_once=2), account, lambda: LOCAL, timeout=20)

    async def ask(address: str) -> int:
        endpoint = Endpoint("openai/m", address)
        try:
            with way.on(), tallied() as tally:
                for _ in range(2):
                    await endpoint.complete(MESSAGES, max_tokens=5)
                with pytest.raises(CapReached):
                    await endpoint.complete(MESSAGES, max_tokens=5)
            await endpoint.complete(MESSAGES, max_tokens=5)  # not part of the run
            return tally.tokens_in
        finally:
            await endpoint.close()

    with LoopbackServer(lambda number, body: says("yes")) as server:
        assert asyncio.run(ask(server.address)) == 80
    assert len(server.requests) == 3
    assert account.spent.calls == 2
