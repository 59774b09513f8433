"""What a model costs: as the user says, from litellm's price list, nothing on this machine, else unknown, which is
never zero."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from annotator.errors import ModelProblem
from annotator.llm import litellm_facts
from annotator.llm.places import moved_to, provider
from annotator.texts import english


class PriceSource(StrEnum):
    """Where a call's price comes from."""

    PROVIDER = "provider"  # said by the provider with its reply
    TABLE = english("price list")
    USER = english("set by the user")
    LOCAL = english("this machine")
    CACHE = "cache"  # an answer that was paid for before
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Price:
    """US dollars for a token in, a token out and a call; `most` ones at the dearest step of the list.

    All are 0 exactly where the model runs on this machine, and mean nothing where the source is UNKNOWN.
    """

    source: PriceSource
    each_in: float = 0.0
    each_out: float = 0.0
    each_call: float = 0.0
    most_in: float = 0.0
    most_out: float = 0.0

    @classmethod
    def by_user(cls, million_in: float, million_out: float) -> Price:
        """From US dollars for a million tokens in and out."""
        each_in, each_out = million_in / MILLION, million_out / MILLION
        return cls(PriceSource.USER, each_in, each_out, most_in=each_in, most_out=each_out)

    @property
    def known(self) -> bool:
        return self.source is not PriceSource.UNKNOWN

    def of(self, tokens_in: float, tokens_out: float, calls: float = 1) -> float | None:
        """What calls cost as a rule; None where that is unknown."""
        if not self.known:
            return None
        return tokens_in * self.each_in + tokens_out * self.each_out + calls * self.each_call

    def most(self, tokens_in: float, tokens_out: float) -> float:
        """More is never asked for one call with no more tokens than these; only for a known price."""
        return tokens_in * self.most_in + tokens_out * self.most_out + self.each_call


MILLION = 1_000_000
LOCAL = Price(PriceSource.LOCAL)
UNKNOWN = Price(PriceSource.UNKNOWN)


def price_of(model: str, api_base: str = "", *, local: bool = False) -> Price:
    """The price of a model by litellm's name for it. It may wait for litellm, so it belongs on a worker thread.

    local: whether it runs on this machine; what the user has set counts there too, since it may be a way to one
    elsewhere.
    """
    if (own := _set.get().get(model)) is not None:
        return own
    if local:
        return LOCAL
    api_base = api_base or _moved(model)
    if api_base and not (model.startswith("openai/") and api_base.startswith(_OPENAI)):
        return UNKNOWN  # who sells a model of that name there, and for what, nobody here can know
    listed = _listed(model)
    each_in, each_out = (float(listed.get(name) or 0.0) for name in (_IN, _OUT))
    most_in, most_out = _dearest(listed, _INS), _dearest(listed, _OUTS)
    if not (each_in or most_in) and not (each_out or most_out):
        return UNKNOWN
    return Price(
        PriceSource.TABLE,
        each_in or most_in,
        each_out or most_out,
        float(listed.get("input_cost_per_request") or 0.0),
        most_in,
        most_out,
    )


@contextmanager
def setting(prices: Mapping[str, Price]) -> Iterator[None]:
    """Meanwhile these prices, by models' names, go before any list, for this task and those that it starts."""
    token = _set.set(prices)
    try:
        yield
    finally:
        _set.reset(token)


def charged(response: Any, price: Price) -> tuple[float | None, PriceSource]:
    """What one reply cost, in US dollars, and who says so; None where nobody does."""
    if price.source is PriceSource.LOCAL:
        return 0.0, PriceSource.LOCAL
    usage = getattr(response, "usage", None)
    said = getattr(usage, "cost", None)
    if isinstance(said, int | float) and said >= 0:
        return float(said), PriceSource.PROVIDER
    if price.source is PriceSource.USER:
        return _by_user(usage, price)
    listed = getattr(response, "_hidden_params", {}).get("response_cost")
    if price.known and listed:
        return float(listed), PriceSource.TABLE
    return None, PriceSource.UNKNOWN


def _by_user(usage: Any, price: Price) -> tuple[float | None, PriceSource]:
    """By the tokens that the server counted; one that counts none leaves what the answer cost unknown."""
    tokens = [getattr(usage, name, 0) or 0 for name in ("prompt_tokens", "completion_tokens")]
    if not any(tokens) and (price.each_in or price.each_out):
        return None, PriceSource.UNKNOWN
    return price.of(*tokens), PriceSource.USER


def _moved(model: str) -> str:
    """See `places.moved_to`; a model that nobody knows has no price anyway."""
    try:
        return moved_to(provider(model))
    except ModelProblem:
        return ""


def _listed(model: str) -> Mapping[str, Any]:
    return litellm_facts.listed(model)


def _dearest(listed: Mapping[str, Any], wanted: re.Pattern[str]) -> float:
    """The highest of the prices for a token, whatever a prompt's length and its tier."""
    steps = [listed, *(listed.get("tiered_pricing") or [])]
    found = [value for step in steps for name, value in step.items() if wanted.fullmatch(name) and _number(value)]
    return float(max(found, default=0.0))


def _number(value: object) -> bool:
    return isinstance(value, int | float)


_set: ContextVar[Mapping[str, Price]] = ContextVar("prices set by the user", default=MappingProxyType({}))
_OPENAI = "https://api.openai.com/"
_IN, _OUT = "input_cost_per_token", "output_cost_per_token"
# A prompt that is written into the provider's cache costs more than one that is not.
_INS = re.compile(r"(?:input_cost_per_token|cache_creation_input_token_cost)(?:_above_\d+k_tokens|_above_1hr)*")
_OUTS = re.compile(r"output_cost_per_(?:reasoning_)?token(?:_above_\d+k_tokens)*")
