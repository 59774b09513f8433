"""Tests of prices that the user sets: in estimates, caps, the ledger and a model's test."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotator.errors import UserError
from annotator.llm.pricing import PriceSource, price_of
from annotator.services import agents, estimating, ledger, prelabelling, prices
from annotator.services.agents import AgentChoice
from annotator.services.prelabelling import Cap, Limits
from annotator.services.prices import ModelPrice
from annotator.services.project_file import Db
from tests.loopback import Behaviour, Json, LoopbackServer, completion, says
from tests.projects import direct, make_project

# The loopback server counts 40 tokens in and 4 out for every answer.
EACH = (40 * 500 + 4 * 1_000) / 1_000_000


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Db]:
    made = make_project(tmp_path, [f"item {number}" for number in range(30)])
    yield made
    made.close()


def _good(number: int, body: Json) -> Behaviour:
    return says(json.dumps({"label": "good"}))


def _counting(**usage: float) -> Callable[[int, Json], Behaviour]:
    """Answers that took so many tokens, as the server says."""
    reply = completion(json.dumps({"label": "good"}), None) | {"usage": usage}
    return lambda number, body: lambda exchange: exchange.send(200, reply)


def test_a_price_that_is_set_goes_before_the_list_and_before_nothing_on_this_machine(db: Db) -> None:
    known, unknown = AgentChoice("openai/gpt-4o").spec(), AgentChoice("openai/nobody-knows-this").spec()
    assert prices.of(db, unknown, "openai").source is PriceSource.UNKNOWN
    for spec in (known, unknown):
        assert prices.set_price(db, f" {spec.model} ", 2, 8).setup
        found = prices.of(db, spec, "openai")
        assert (found.source, found.each_in, found.each_out) == (PriceSource.USER, 2e-6, 8e-6)
        assert found.most(1_000, 100) == pytest.approx(found.of(1_000, 100))
    assert prices.of(db, unknown, "").source is PriceSource.USER
    assert prices.every(db) == [ModelPrice("openai/gpt-4o", 2, 8), ModelPrice("openai/nobody-knows-this", 2, 8)]
    prices.forget(db, "openai/gpt-4o")
    assert prices.of(db, known, "openai").source is PriceSource.TABLE


def test_one_projects_price_is_none_outside_of_it(db: Db) -> None:
    prices.set_price(db, "openai/nobody-knows-this", 1, 1)
    with prices.in_force(db):
        assert price_of("openai/nobody-knows-this").source is PriceSource.USER
    assert price_of("openai/nobody-knows-this").source is PriceSource.UNKNOWN


@pytest.mark.parametrize("wrong", [-1.0, float("nan"), float("inf"), 100_001.0])
def test_what_is_no_price_is_refused(db: Db, wrong: float) -> None:
    with pytest.raises(UserError, match="is no price"):
        prices.set_price(db, "m", wrong, 1)
    with pytest.raises(UserError, match="is no price"):
        prices.set_price(db, "m", 1, wrong)
    assert prices.every(db) == []


def test_a_price_that_was_not_set_cannot_be_taken_back(db: Db) -> None:
    with pytest.raises(UserError, match="No price was set for “m”"):
        prices.forget(db, "m")
    with pytest.raises(UserError, match="No model is named"):
        prices.set_price(db, " ", 1, 1)


def test_the_estimate_goes_by_it_and_says_so(db: Db) -> None:
    choice = AgentChoice("openai/nobody-knows-this")
    assert "the price is unknown" in estimating.estimate(db, choice).sentence
    prices.set_price(db, "openai/nobody-knows-this", 500, 1_000)
    found = estimating.estimate(db, choice)
    assert found.source is PriceSource.USER
    assert found.money is not None
    low, high = ((found.tokens_in * 500 + tokens * 1_000) / 1_000_000 for tokens in found.tokens_out)
    assert 0 < found.money[0] < low  # nobody knows the model's tokenizer
    assert found.money[1] > high
    assert found.sentence.endswith("by the price that you have set.")


def test_a_run_is_paid_by_it_in_the_calls_and_in_the_ledger(db: Db) -> None:
    prices.set_price(db, "openai/m", 500, 1_000)
    with LoopbackServer(_good) as server:
        summary = asyncio.run(prelabelling.run(direct(db), AgentChoice("m", server.address)))
    assert summary.used is not None
    assert summary.used.money == pytest.approx(30 * EACH)
    assert {row[0] for row in db.conn.execute("select price_source from call")} == {"set by the user"}
    cost = ledger.ledger(db).agents[0]
    assert (cost.money, cost.unpriced) == (pytest.approx(30 * EACH), 0)


def test_thoughts_that_a_server_counts_in_the_sum_alone_are_paid_for(db: Db) -> None:
    prices.set_price(db, "openai/m", 500, 1_000)

    with LoopbackServer(_counting(prompt_tokens=40, completion_tokens=4, total_tokens=144)) as server:
        asyncio.run(prelabelling.run(direct(db), AgentChoice("m", server.address)))
    assert {tuple(row) for row in db.conn.execute("select tokens_in, tokens_out from call")} == {(40, 104)}
    assert ledger.ledger(db).agents[0].money == pytest.approx(30 * (40 * 500 + 104 * 1_000) / 1_000_000)


def test_what_replies_have_cost_by_their_provider_goes_before_every_price(db: Db) -> None:
    prices.set_price(db, "openai/m", 500, 1_000)

    with LoopbackServer(_counting(prompt_tokens=40, completion_tokens=4, total_tokens=44, cost=0.25)) as server:
        choice = AgentChoice("m", server.address)
        asyncio.run(prelabelling.run(direct(db), choice, limit=25))
        found = estimating.estimate(db, choice)
    assert (found.items, found.source) == (5, PriceSource.PROVIDER)
    assert found.money == (pytest.approx(1.25), pytest.approx(1.25))


def test_a_cap_in_money_holds_by_it(db: Db) -> None:
    with LoopbackServer(_good) as server:
        choice = AgentChoice("m", server.address, parameters=(("max_tokens", 10),))
        prices.set_price(db, "openai/m", 500, 1_000)
        cap = Cap(money=1.0)
        stopped = asyncio.run(prelabelling.run(direct(db), choice, cap=cap, limits=Limits(at_once=4)))
        assert len(server.requests) == stopped.asked
    assert stopped.stopped
    assert "cap of $1.00" in stopped.why
    assert 0 < stopped.asked < 30
    assert stopped.asked * EACH <= 1.0


def test_without_a_price_a_cap_in_money_is_refused_with_the_way_out(db: Db) -> None:
    from annotator.services import allowing

    allowing.allow(db, "openai")
    with pytest.raises(UserError, match="Say what it costs, or cap the number of calls"):
        asyncio.run(prelabelling.run(direct(db), AgentChoice("openai/nobody-knows-this"), cap=Cap(money=1)))


def test_a_models_test_tells_the_price_that_was_set(db: Db) -> None:
    prices.set_price(db, "openai/m", 0.5, 1.5)
    with LoopbackServer(_good) as server:
        found = asyncio.run(agents.tried(direct(db), AgentChoice("m", server.address)))
        alone = asyncio.run(agents.tried_alone(AgentChoice("m", server.address)))
    assert found.price_source is PriceSource.USER
    assert found.sentence.endswith("a million tokens cost $0.50 in and $1.50 out, as you have set it.")
    assert alone.sentence.endswith("it costs nothing.")


def test_an_address_in_the_environment_makes_the_listed_price_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("openai/gpt-4o", "gpt-4o")
    assert [price_of(name).known for name in names] == [True, True]
    monkeypatch.setenv("OPENAI_API_BASE", "https://llm.example.org/v1")
    assert [price_of(name).known for name in names] == [False, False]
