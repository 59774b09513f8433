"""A cap that holds: what a call can cost at most is set aside before it is sent, and settled by what it did cost."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import NamedTuple

from annotator.errors import NoMoreCalls, UserError
from annotator.texts import figure, say


class Amount(NamedTuple):
    """Calls sent, tokens in and out, and US dollars."""

    calls: int = 0
    tokens: int = 0
    money: float = 0.0

    def plus(self, other: Amount) -> Amount:
        return Amount(self.calls + other.calls, self.tokens + other.tokens, self.money + other.money)

    def minus(self, other: Amount) -> Amount:
        return Amount(self.calls - other.calls, self.tokens - other.tokens, self.money - other.money)

    def within(self, other: Amount) -> bool:
        return self.calls <= other.calls and self.tokens <= other.tokens and self.money <= other.money

    def most(self, other: Amount) -> Amount:
        """The larger of each."""
        return Amount(max(self.calls, other.calls), max(self.tokens, other.tokens), max(self.money, other.money))


NOTHING = Amount()


@dataclass(frozen=True)
class Cap:
    """What may be spent at most; None for no limit. money: US dollars. tokens: in and out together.

    calls: requests sent, also those that failed and were tried again.
    """

    money: float | None = None
    calls: int | None = None
    tokens: int | None = None

    def __post_init__(self) -> None:
        for name, value in (("money", self.money), ("calls", self.calls), ("tokens", self.tokens)):
            if value is not None and not value > 0:
                raise UserError(
                    say("The cap on {name} is {value}.", name=name, value=format(value, "g")),
                    hint=say("Give more than 0, or none at all."),
                )

    def __bool__(self) -> bool:
        return (self.money, self.calls, self.tokens) != (None, None, None)

    def broken_by(self, amount: Amount) -> str:
        """What of it such an amount passes, in words; "" where it stays within."""
        if self.money is not None and amount.money > self.money + _ROUNDING:
            return f"${figure(self.money, 2)}" if self.money >= 0.01 else f"${self.money:g}"
        if self.calls is not None and amount.calls > self.calls:
            return say("{calls} calls", calls=figure(self.calls))
        if self.tokens is not None and amount.tokens > self.tokens:
            return say("{tokens} tokens", tokens=figure(self.tokens))
        return ""


class CapReached(NoMoreCalls):
    """One more call could pass the cap, so it was not sent."""

    def __init__(self, cap: str, spent: Amount, worst: Amount) -> None:
        """worst: what the next call may take, with the longest answer that the model is let give."""
        used = say("{calls} calls, {tokens} tokens", calls=figure(spent.calls), tokens=figure(spent.tokens)) + (
            f", ${figure(spent.money, 4)}" if spent.money else ""
        )
        next_one = say("up to {tokens} tokens", tokens=figure(worst.tokens)) + (
            f", ${figure(worst.money, 4)}" if worst.money else ""
        )
        super().__init__(
            say(
                "The run has stopped before the next call could pass the cap of {cap} (so far {used};"
                " the next call may take {next_one}).",
                cap=cap,
                used=used,
                next_one=next_one,
            ),
            hint=say("What was answered is kept; start again with a higher cap to go on."),
        )


class Budget:
    """What runs that share a cap have spent, and what their calls under way may cost."""

    def __init__(self, cap: Cap | None = None) -> None:
        self.cap = cap or Cap()
        self.spent = NOTHING
        self._held = _Held()
        self._in_order = asyncio.Lock()
        self._settled = asyncio.Event()

    async def hold(self, worst: Amount) -> None:
        """Set so much aside, waiting for calls under way where it depends on them; raises CapReached."""
        async with self._in_order:
            while broken := self.cap.broken_by(self.spent.plus(self._held.amount).plus(worst)):
                if not self._held.calls:
                    raise CapReached(broken, self.spent, worst)
                self._settled.clear()
                await self._settled.wait()
            self._held.add(worst)

    def settle(self, worst: Amount, actual: Amount) -> None:
        """Give back what was set aside, and book what was spent."""
        self._held.remove(worst)
        self.book(actual)

    def book(self, actual: Amount) -> None:
        """Count what was spent without having been held."""
        self.spent = self.spent.plus(actual)
        self._settled.set()


Note = Callable[[Amount], Awaitable[None]]


class Account:
    """One run's part of a budget.

    What it spends is noted down before: whatever ends this program, the file says no less than what was spent.
    """

    def __init__(
        self, budget: Budget, *, spent: Amount = NOTHING, complete: bool = True, note: Note | None = None
    ) -> None:
        """spent: by the run before it was interrupted; whoever made the budget has booked that. complete: whether that
        is with what was under way then.

        note: writes down the most that is spent until the next note.
        """
        self.budget = budget
        self.spent = spent
        self.complete = complete
        self._held = _Held()
        self._noted = spent
        self._note = note if budget.cap else None
        self._noting = asyncio.Lock()

    @property
    def cap(self) -> Cap:
        return self.budget.cap

    @property
    def under_way(self) -> int:
        """Calls that are."""
        return self._held.calls

    async def hold(self, worst: Amount) -> None:
        """See `Budget.hold`."""
        await self.budget.hold(worst)
        self._held.add(worst)
        try:
            await self._note_down()
        except BaseException:
            self.settle(worst, NOTHING)
            raise

    def settle(self, worst: Amount, actual: Amount) -> None:
        self._held.remove(worst)
        self.spent = self.spent.plus(actual)
        self.budget.settle(worst, actual)

    def correct(self, booked: Amount, actual: Amount) -> None:
        """So much was booked for a call before the run went on, which took this."""
        more = actual.minus(booked)
        self.spent = self.spent.plus(more)
        self.budget.book(more)

    async def _note_down(self) -> None:
        if self._note is None or self.spent.plus(self._held.amount).within(self._noted):
            return
        async with self._noting:
            needed = self.spent.plus(self._held.amount)
            if needed.within(self._noted):
                return
            # For all calls that wait just now at once, and for none that is not about to be sent: after a crash nobody
            # could tell them from those that were.
            await self._note(needed)
            self._noted = needed


class _Held:
    """What calls under way may cost."""

    def __init__(self) -> None:
        self.amount = NOTHING
        self.calls = 0

    def add(self, worst: Amount) -> None:
        self.amount = self.amount.plus(worst)
        self.calls += 1

    def remove(self, worst: Amount) -> None:
        self.calls -= 1
        self.amount = self.amount.minus(worst) if self.calls else NOTHING  # no rest from rounding


_ROUNDING = 1e-9  # dollars; sums of small prices
