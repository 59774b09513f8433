"""Tests of annotator.llm.traffic: what requests cost, and what is booked for those that get no answer."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from types import SimpleNamespace
from typing import Any

import pytest

from annotator.errors import ModelProblem
from annotator.llm.pacing import Limits, Pace
from annotator.llm.pricing import LOCAL, UNKNOWN, Price, PriceSource
from annotator.llm.protocol import CallFailed, Fault
from annotator.llm.spending import Account, Amount, Budget, Cap, CapReached
from annotator.llm.traffic import Stopped, Tally, Traffic, current, tallied
from annotator.services.run_control import Control
from tests import virtual_time

MESSAGES = [{"role": "user", "content": "x" * 100}]
PARAMETERS = {"max_tokens": 50}
WORST = 100 + 8 + 64 + 50  # tokens of such a request
PRICE = Price(PriceSource.TABLE, 0.001, 0.002, 0.0, 0.001, 0.002)


def answer(tokens_in: int = 30, tokens_out: int = 5, **more: Any) -> Any:
    usage = SimpleNamespace(prompt_tokens=tokens_in, completion_tokens=tokens_out, **more)
    return SimpleNamespace(usage=usage, _hidden_params={"response_cost": tokens_in * 0.001 + tokens_out * 0.002})


async def answers(**more: Any) -> Any:
    await asyncio.sleep(1)
    return answer(**more)


def fails(kind: Fault) -> Callable[[], Awaitable[Any]]:
    async def call() -> Any:
        await asyncio.sleep(1)
        raise CallFailed(kind, "It failed.")

    return call


class Way:
    """Traffic with an account that can be looked at."""

    def __init__(self, cap: Cap | None = None, price: Price = PRICE, timeout: float | None = None) -> None:
        self.account = Account(Budget(cap))
        self.traffic = Traffic(Pace(Limits(), at_once=8), self.account, lambda: price, timeout)

    def send(
        self, request: Callable[[], Awaitable[Any]] = answers, parameters: dict[str, Any] | None = None
    ) -> Awaitable[Any]:
        return self.traffic.send(
            "openai/nobody-knows", MESSAGES, PARAMETERS if parameters is None else parameters, request
        )

    def ask(self, *requests: Callable[[], Awaitable[Any]], parameters: dict[str, Any] | None = None) -> Tally:
        """One after the other, for one item; what fails is passed over."""

        async def scenario() -> Tally:
            with tallied() as tally:
                for request in requests:
                    with suppress(CallFailed):
                        await self.send(request, parameters)
            return tally

        return virtual_time.run(scenario())


def test_what_an_answer_cost_is_booked_and_counted_for_its_item() -> None:
    way = Way()
    tally = way.ask(answers, answers)
    assert (tally.sent, tally.answered, tally.tokens_in, tally.tokens_out) == (2, 2, 60, 10)
    assert tally.cost == pytest.approx(0.08)
    assert tally.source is PriceSource.TABLE
    assert way.account.spent == Amount(2, 70, pytest.approx(0.08))


@pytest.mark.parametrize("kind", [Fault.RATE, Fault.SERVER, Fault.KEY, Fault.CONTEXT, Fault.REFUSED])
def test_a_refused_request_is_a_call_that_costs_nothing(kind: Fault) -> None:
    way = Way()
    tally = way.ask(fails(kind), answers)
    assert (tally.sent, tally.answered, tally.lost) == (2, 1, Amount())
    assert way.account.spent == Amount(2, 35, pytest.approx(0.04))


@pytest.mark.parametrize("kind", [Fault.TIMEOUT, Fault.NETWORK])
def test_a_request_whose_answer_is_lost_is_booked_at_its_worst(kind: Fault) -> None:
    way = Way()
    tally = way.ask(fails(kind))
    assert tally.lost.tokens == WORST
    assert way.account.spent == Amount(1, WORST, pytest.approx((WORST - 50) * 0.001 + 50 * 0.002))
    assert tally.cost == 0.0


def test_a_call_that_is_cancelled_is_booked_at_its_worst_too() -> None:
    way = Way()

    async def scenario() -> None:
        call = asyncio.ensure_future(way.send())
        await asyncio.sleep(0.5)
        call.cancel()
        await asyncio.gather(call, return_exceptions=True)

    virtual_time.run(scenario())
    assert way.account.spent.tokens == WORST


def test_a_call_may_take_only_so_long() -> None:
    async def silence() -> Any:
        await asyncio.sleep(1_000)

    async def scenario() -> float:
        with pytest.raises(CallFailed) as caught:
            await Way(timeout=20).send(silence)
        assert caught.value.kind is Fault.TIMEOUT
        return virtual_time.now()

    assert virtual_time.run(scenario()) == 20


def test_the_provider_says_what_an_answer_cost_before_the_list_does() -> None:
    async def priced() -> Any:
        return answer(cost=0.5)

    tally = Way().ask(priced)
    assert (tally.cost, tally.source) == (0.5, PriceSource.PROVIDER)


def test_an_unknown_price_is_unknown_and_this_machine_is_free() -> None:
    unknown, local = Way(price=UNKNOWN).ask(answers), Way(price=LOCAL).ask(answers)
    assert (unknown.cost, unknown.unpriced, unknown.source) == (None, 1, PriceSource.UNKNOWN)
    assert (local.cost, local.unpriced, local.source) == (0.0, 0, PriceSource.LOCAL)


@pytest.mark.parametrize("kind", [Fault.TIMEOUT, Fault.NETWORK])
def test_a_lost_answer_at_an_unknown_price_may_have_cost_nobody_knows_what(kind: Fault) -> None:
    assert (Way(price=UNKNOWN).ask(fails(kind)).unpriced, Way().ask(fails(kind)).unpriced) == (1, 0)


def test_a_server_that_does_not_count_tokens_is_taken_at_its_worst() -> None:
    async def uncounted() -> Any:
        return SimpleNamespace(usage=None, _hidden_params={})

    way = Way()
    way.ask(uncounted)
    assert way.account.spent.tokens == WORST


def test_nothing_is_sent_that_could_pass_the_cap() -> None:
    way = Way(Cap(money=0.5))

    async def scenario() -> int:
        sent = 0
        with suppress(CapReached):
            while sent < 1_000:
                await way.send()
                sent += 1
        return sent

    worst = (WORST - 50) * 0.001 + 50 * 0.002
    assert virtual_time.run(scenario()) == int((0.5 - worst) / 0.04) + 1
    assert way.account.spent.money <= 0.5


@pytest.mark.parametrize("cap", [Cap(tokens=1_000), Cap(money=1.0)])
def test_a_server_that_counts_and_charges_more_than_can_be_foreseen_is_expected_to_do_so_again(cap: Cap) -> None:
    way = Way(cap)

    async def work() -> None:
        with suppress(CapReached):
            while True:
                await way.send(lambda: answers(tokens_in=300, tokens_out=20, cost=0.3))

    async def scenario() -> None:
        with suppress(CapReached):
            await way.send(lambda: answers(tokens_in=300, tokens_out=20, cost=0.3))
        await asyncio.gather(*(work() for _ in range(8)))

    virtual_time.run(scenario())
    assert not cap.broken_by(way.account.spent)
    assert way.account.spent.calls == 3


def test_what_waited_for_its_turn_is_not_sent_during_a_pause_nor_after_a_stop() -> None:
    control, way, sent = Control(), Way(), 0
    way.traffic.may_go_on = control.may_go_on

    async def counted() -> Any:
        nonlocal sent
        sent += 1
        return await answers()

    async def scenario() -> list[Any]:
        control.bind()
        calls = [asyncio.ensure_future(way.send(counted)) for _ in range(30)]
        await asyncio.sleep(0.5)
        control.pause()
        await asyncio.sleep(60)
        assert sent == 8
        control.resume()
        await asyncio.sleep(0.5)
        control.stop()
        return await asyncio.gather(*calls, return_exceptions=True)

    found = virtual_time.run(scenario())
    assert sent == way.account.spent.calls == sum(not isinstance(each, Stopped) for each in found) < 30


@pytest.mark.parametrize("cap", [Cap(tokens=1_000), Cap(money=1.0)])
def test_a_cap_on_answers_of_any_length_is_refused(cap: Cap) -> None:
    with pytest.raises(ModelProblem, match="no cap can be kept"):
        Way(cap).ask(answers, parameters={"temperature": 0})
    assert Way(Cap(calls=3)).ask(answers, parameters={"temperature": 0}).answered == 1


def test_the_way_and_the_tally_are_those_of_the_task_and_of_the_tasks_that_it_starts() -> None:
    way = Way()

    async def item(requests: int) -> int:
        with tallied() as tally:
            await asyncio.gather(*(asyncio.create_task(_sent()) for _ in range(requests)))
        return tally.sent

    async def _sent() -> None:
        traffic = current()
        assert traffic is not None
        await traffic.send("m", MESSAGES, PARAMETERS, answers)

    async def scenario() -> list[int]:
        with way.traffic.on():
            counts = await asyncio.gather(*(asyncio.create_task(item(number)) for number in (1, 2, 3)))
        assert current() is None
        return counts

    assert virtual_time.run(scenario()) == [1, 2, 3]
    assert way.account.spent.calls == 6
