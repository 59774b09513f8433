"""Tests of annotator.llm.spending: a cap that holds whatever is under way."""

from __future__ import annotations

import asyncio
import random
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import UserError
from annotator.llm.spending import NOTHING, Account, Amount, Budget, Cap, CapReached
from tests import virtual_time


class Spender:
    """Makes calls from an account; watches what is spent and under way at every moment."""

    def __init__(self, account: Account, seed: int = 0) -> None:
        self.account = account
        self.random = random.Random(seed)
        self.spent = NOTHING
        self.under_way = NOTHING
        self.most = NOTHING
        self.stopped = 0

    async def call(self, worst: Amount) -> None:
        await self.account.hold(worst)
        self.under_way = self.under_way.plus(worst)
        self.most = self.most.most(self.spent.plus(self.under_way))
        await asyncio.sleep(self.random.uniform(0.1, 2))
        actual = Amount(1, int(worst.tokens * self.random.random()), worst.money * self.random.random())
        self.under_way = self.under_way.minus(worst)
        self.spent = self.spent.plus(actual)
        self.account.settle(worst, actual)

    async def work(self) -> None:
        with suppress(CapReached):
            while True:
                tokens = self.random.randint(1, 500)
                await self.call(Amount(1, tokens, tokens / 10_000))
        self.stopped += 1


def spend(cap: Cap, *, workers: int = 16, seed: int = 0) -> Spender:
    async def everybody() -> Spender:
        spender = Spender(Account(Budget(cap)), seed)
        await asyncio.gather(*(spender.work() for _ in range(workers)))
        return spender

    return virtual_time.run(everybody())


def interrupted(cap: Cap, spent: Amount) -> Account:
    budget = Budget(cap)
    budget.book(spent)
    return Account(budget, spent=spent)


@given(
    cap=st.sampled_from([Cap(money=0.9), Cap(tokens=9_000), Cap(calls=70), Cap(money=2.0, tokens=9_000, calls=500)]),
    workers=st.integers(1, 40),
    seed=st.integers(0, 1_000),
)
def test_a_cap_is_never_passed_not_even_by_the_calls_under_way(cap: Cap, workers: int, seed: int) -> None:
    spender = spend(cap, workers=workers, seed=seed)
    assert not cap.broken_by(spender.most)
    assert spender.stopped == workers


def test_a_cap_is_used_up_to_the_last_call_that_surely_fits() -> None:
    assert spend(Cap(calls=70)).spent.calls == 70
    assert spend(Cap(tokens=9_000)).spent.tokens > 9_000 - 500
    assert spend(Cap(money=0.9)).spent.money > 0.9 - 0.05


def test_the_sentence_says_which_cap_and_what_was_used() -> None:
    async def scenario() -> None:
        account = interrupted(Cap(money=0.5), Amount(1_200, 34_000, 0.49))
        await account.hold(Amount(1, 100, 0.02))

    with pytest.raises(CapReached, match=r"cap of \$0\.50 \(so far 1,200 calls, 34,000 tokens, \$0\.4900;") as caught:
        virtual_time.run(scenario())
    assert "the next call may take up to 100 tokens, $0.0200)." in caught.value.message
    assert "higher cap" in caught.value.hint


def test_what_an_interrupted_run_had_spent_counts_against_its_cap() -> None:
    async def scenario() -> Spender:
        spender = Spender(interrupted(Cap(calls=70), Amount(60)))
        await spender.work()
        return spender

    assert virtual_time.run(scenario()).spent.calls == 10


def test_runs_that_share_a_budget_share_its_cap() -> None:
    async def scenario() -> list[Spender]:
        budget = Budget(Cap(calls=50))
        spenders = [Spender(Account(budget), seed) for seed in range(3)]
        await asyncio.gather(*(spender.work() for spender in spenders for _ in range(4)))
        return spenders

    spenders = virtual_time.run(scenario())
    assert sum(spender.spent.calls for spender in spenders) == 50
    assert min(spender.spent.calls for spender in spenders) > 10


def test_what_is_noted_down_is_what_is_spent_or_under_way_and_no_call_that_is_not_sent() -> None:
    noted = [NOTHING]

    async def scenario() -> None:
        async def note(amount: Amount) -> None:
            await asyncio.sleep(0.3)
            noted.append(amount)

        spender = Spender(Account(Budget(Cap(tokens=60_000, calls=1_000)), note=note))

        async def watched() -> None:
            with suppress(CapReached):
                while True:
                    await spender.call(Amount(1, 300, 0.0))
                    assert spender.spent.plus(spender.under_way).within(noted[-1])
                    assert noted[-1].calls <= spender.spent.calls + 8

        await asyncio.gather(*(watched() for _ in range(8)))
        assert spender.spent.calls > 200

    virtual_time.run(scenario())
    assert noted[-1].tokens <= 60_000


def test_calls_that_wait_for_a_note_share_the_next_one() -> None:
    noted: list[Amount] = []

    async def scenario() -> None:
        async def note(amount: Amount) -> None:
            await asyncio.sleep(10)
            noted.append(amount)

        account = Account(Budget(Cap(calls=100)), note=note)
        await asyncio.gather(*(account.hold(Amount(1)) for _ in range(20)))

    virtual_time.run(scenario())
    assert [amount.calls for amount in noted] == [1, 20]


def test_without_a_cap_nothing_waits_and_nothing_is_noted_down() -> None:
    async def scenario() -> Amount:
        async def note(amount: Amount) -> None:
            raise AssertionError("written down")

        account = Account(Budget(), note=note)
        for _ in range(100):
            await account.hold(Amount(1, 10, 0.1))
        for _ in range(100):
            account.settle(Amount(1, 10, 0.1), Amount(1, 5, 0.05))
        return account.spent

    spent = virtual_time.run(scenario())
    assert (spent.calls, spent.tokens, spent.money) == (100, 500, pytest.approx(5.0))


def test_a_call_that_is_cancelled_while_it_is_noted_down_gives_back_what_it_held() -> None:
    async def scenario() -> int:
        async def note(amount: Amount) -> None:
            await asyncio.sleep(10)

        account = Account(Budget(Cap(calls=1)), note=note)
        first = asyncio.create_task(account.hold(Amount(1)))
        await asyncio.sleep(1)
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)
        await account.hold(Amount(1))
        return 1

    assert virtual_time.run(scenario()) == 1


@pytest.mark.parametrize("wrong", [{"money": 0.0}, {"calls": -1}, {"tokens": 0}, {"money": float("nan")}])
def test_a_cap_that_allows_nothing_is_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(UserError, match="The cap on"):
        Cap(**wrong)  # type: ignore[arg-type]
