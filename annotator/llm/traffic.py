"""The requests of a run to its model: each in its turn, paid from a budget, and counted for the item it is about."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol

from annotator.errors import ModelProblem, NoMoreCalls
from annotator.llm import reach
from annotator.llm.pacing import Pace
from annotator.llm.pricing import UNKNOWN, Price, PriceSource, charged
from annotator.llm.protocol import CallFailed, Fault
from annotator.llm.responses import Response
from annotator.llm.spending import NOTHING, Account, Amount
from annotator.llm.tokens import Message, most_in, most_out
from annotator.texts import say

# Nothing was answered, so that nothing is paid; after the others an answer may have been on its way.
UNPAID = frozenset(Fault) - {Fault.TIMEOUT, Fault.NETWORK}


class Stopped(NoMoreCalls):
    """Whoever wanted the calls has stopped them."""

    def __init__(self) -> None:
        super().__init__(say("Stopped; start again to go on with the rest."))


class Kept(Protocol):
    """The replies that came for a run, from when they are paid for until they are saved."""

    @property
    def file(self) -> int:
        """Where the caller writes them down."""
        ...

    def take(self, key: str) -> Response | None:
        """The reply to just such a request that came when nobody was left to save it; each is given once."""
        ...


@dataclass
class Tally:
    """What the requests about one item came to.

    numbers: of the requests that were answered. sent: also those that failed and were tried again. money: US dollars as
    far as they are known; unpriced: requests that were answered, or may have been, at a price that nobody knows. lost:
    what requests without an answer may have cost at most.
    """

    numbers: list[str] = field(default_factory=list)
    sent: int = 0
    answered: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    money: float = 0.0
    unpriced: int = 0
    lost: Amount = NOTHING
    sources: set[PriceSource] = field(default_factory=set)

    @property
    def cost(self) -> float | None:
        """US dollars; None where any of it is unknown."""
        return None if self.unpriced else self.money

    @property
    def source(self) -> PriceSource:
        """Where the price comes from: the least certain of several."""
        return next((known for known in _BY_DOUBT if known in self.sources), PriceSource.UNKNOWN)


async def _always() -> bool:
    return True


@dataclass
class Traffic:
    """How a run's requests are sent.

    find_price: may wait for litellm, which sending does anyway. timeout: seconds for one request, None for what its
    endpoint has. kept: the run's replies that are not saved yet. may_go_on: waits while no request is to be sent; False
    when none will be any more.
    """

    pace: Pace
    account: Account
    find_price: Callable[[], Price] = lambda: UNKNOWN
    timeout: float | None = None
    kept: Kept | None = None
    may_go_on: Callable[[], Awaitable[bool]] = _always
    _dearest: Amount = field(default=NOTHING, init=False)

    @contextmanager
    def on(self) -> Iterator[None]:
        """Meanwhile everything that this task, and those that it starts, ask of a model goes this way."""
        token = _current.set(self)
        try:
            yield
        finally:
            _current.reset(token)

    async def send(
        self,
        model: str,
        messages: Sequence[Message],
        parameters: Mapping[str, Any],
        request: Callable[[], Awaitable[Any]],
    ) -> Any:
        """The response to one request; raises CallFailed, and NoMoreCalls before anything is sent."""
        worst = self._worst(model, messages, parameters)
        tally = _tally.get() or Tally()
        async with self.pace.turn(worst.tokens) as turn:
            turn.tokens = 0.0  # until something is sent
            await self._still_wanted()  # the turn may have been long in coming
            # Some servers count, or charge, more than can be foreseen: then the most so far is to be expected again.
            worst = worst.most(self._dearest)
            await self.account.hold(worst)
            actual = NOTHING
            try:
                await self._still_wanted()  # this, too
                actual = worst
                tally.sent += 1
                response = await self._in_time(request)
                actual = self._booked(tally, response, worst)
                self._dearest = self._dearest.most(actual)
                return response
            except CallFailed as failed:
                if failed.kind in UNPAID:
                    actual = Amount(calls=1)
                raise
            finally:
                if actual is worst:
                    tally.lost = tally.lost.plus(worst)
                    tally.unpriced += not self.price.known  # it may have cost something, and nobody can say how much
                self.account.settle(worst, actual)
                turn.tokens = actual.tokens

    def came_before(
        self, model: str, messages: Sequence[Message], parameters: Mapping[str, Any], response: Response
    ) -> Response:
        """The response, which was paid for before this run went on: what the run had spent holds what it cost, or at
        its worst where nobody heard it come."""
        worst = self._worst(model, messages, parameters)
        tally = _tally.get() or Tally()
        tally.sent += 1
        actual = self._booked(tally, response, worst)
        if not self.account.complete:
            self.account.correct(NOTHING, actual)
        elif response.unheard:
            self.account.correct(worst, actual)
        return response

    async def _still_wanted(self) -> None:
        """Waits during a pause. Raises NoMoreCalls, and NotAllowed, where a request is not to be sent."""
        if not await self.may_go_on():
            raise Stopped
        reach.check_again()

    @cached_property
    def price(self) -> Price:
        return self.find_price()

    async def _in_time(self, request: Callable[[], Awaitable[Any]]) -> Any:
        try:
            async with asyncio.timeout(self.timeout):
                return await request()
        except TimeoutError:
            raise CallFailed(Fault.TIMEOUT, "The model's server did not answer in time.") from None

    def _worst(self, model: str, messages: Sequence[Message], parameters: Mapping[str, Any]) -> Amount:
        longest = most_out(model, parameters)
        if longest is None:
            cap = self.account.cap
            if cap.tokens is not None or (cap.money is not None and self.price.most_out):
                raise ModelProblem(
                    say("Nothing limits how long an answer of this model may be, so no cap can be kept."),
                    hint=say("Give the agent the parameter max_tokens, or cap the number of calls."),
                )
            longest = 0
        tokens = most_in(messages, parameters)
        return Amount(1, tokens + longest, self.price.most(tokens, longest) if self.price.known else 0.0)

    def _booked(self, tally: Tally, response: Any, worst: Amount) -> Amount:
        """What the response cost, in the tally too."""
        usage = getattr(response, "usage", None)
        tokens_in = getattr(usage, "prompt_tokens", 0) or 0
        tokens_out = getattr(usage, "completion_tokens", 0) or 0
        money, source = charged(response, self.price)
        tally.answered += 1
        if number := getattr(response, "number", ""):
            tally.numbers.append(number)
        tally.tokens_in += tokens_in
        tally.tokens_out += tokens_out
        tally.sources.add(source)
        if money is None:
            tally.unpriced += 1
        else:
            tally.money += money
        # A server that does not count is taken at its worst: a cap is to hold.
        return Amount(1, tokens_in + tokens_out or worst.tokens, worst.money if money is None else money)


@contextmanager
def tallied() -> Iterator[Tally]:
    """The tally of what is asked meanwhile."""
    tally = Tally()
    token = _tally.set(tally)
    try:
        yield tally
    finally:
        _tally.reset(token)


def current() -> Traffic | None:
    """How requests are to be sent here; None for straight away, as when trying a prompt out."""
    return _current.get()


_current: ContextVar[Traffic | None] = ContextVar("traffic", default=None)
_tally: ContextVar[Tally | None] = ContextVar("tally", default=None)
_BY_DOUBT = (PriceSource.UNKNOWN, PriceSource.TABLE, PriceSource.USER, PriceSource.PROVIDER, PriceSource.LOCAL)
