"""Prices of models that nobody lists, or lists wrongly, as the user knows them; kept with the project by model.

A price is no part of an agent: changing it makes no new version, and no answer worth less.
"""

from __future__ import annotations

import asyncio
import math
from contextlib import AbstractContextManager
from typing import NamedTuple

from annotator.domain.model import Changes
from annotator.errors import UserError
from annotator.llm import pricing
from annotator.llm.agents import AgentSpec
from annotator.llm.pricing import Price, price_of
from annotator.llm.spending import Cap
from annotator.storage import setup
from annotator.storage.database import Db
from annotator.texts import figure, say

SETTING = "prices of models"
MOST = 100_000.0  # US dollars for a million tokens; more is a slip


class ModelPrice(NamedTuple):
    """What a model costs, in US dollars for a million tokens in and out. model: as `AgentSpec.model` has it."""

    model: str
    each_in: float
    each_out: float


def every(db: Db) -> list[ModelPrice]:
    """The prices that the user has set, by the models' names."""
    return [ModelPrice(model, *each) for model, each in sorted(setup.setting(db, SETTING, {}).items())]


def set_price(db: Db, model: str, each_in: float, each_out: float) -> Changes:
    """US dollars for a million tokens in and out, each from 0 to 100,000; goes before what a price list says."""
    if not model.strip():
        raise UserError(say("No model is named."), hint=say("Say which model has that price."))
    for price in (each_in, each_out):
        if not (math.isfinite(price) and 0 <= price <= MOST):
            raise UserError(
                say("{price} is no price.", price=format(price, "g")),
                hint=say("Give US dollars for a million tokens, 0 to {most}.", most=figure(MOST)),
            )
    return setup.set_setting(db, SETTING, setup.setting(db, SETTING, {}) | {model.strip(): [each_in, each_out]})


def forget(db: Db, model: str) -> Changes:
    """Go by the price list again."""
    known = setup.setting(db, SETTING, {})
    if model.strip() not in known:
        raise UserError(
            say("No price was set for “{model}”.", model=model.strip()), hint=say("There is none to take back.")
        )
    return setup.set_setting(db, SETTING, {name: each for name, each in known.items() if name != model.strip()})


def in_force(db: Db) -> AbstractContextManager[None]:
    """What must be entered for a project's own prices to count in what a task does."""
    return pricing.setting({each.model: Price.by_user(each.each_in, each.each_out) for each in every(db)})


def of(db: Db, spec: AgentSpec, goes_to: str) -> Price:
    """The agent's price for this project; goes_to: "" where the model runs on this machine. It may load litellm."""
    with in_force(db):
        return price_of(spec.model, spec.api_base, local=not goes_to)


async def check_cap(cap: Cap, spec: AgentSpec, goes_to: str) -> None:
    """Raises UserError where it cannot be known when the cap is reached."""
    if cap.money is None:
        return
    price = await asyncio.to_thread(lambda: price_of(spec.model, spec.api_base, local=not goes_to))
    if not price.known:
        raise UserError(
            say(
                "The price of {display_name} is unknown, so a cap in money cannot be kept.",
                display_name=spec.display_name,
            ),
            hint=say("Say what it costs, or cap the number of calls or of tokens instead."),
        )
