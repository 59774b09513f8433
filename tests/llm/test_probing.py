"""Tests of annotator.llm.probing, and of choosing the way of asking by what a server can."""

from __future__ import annotations

import asyncio
import math

import pytest

from annotator.errors import ModelProblem
from annotator.llm import probing
from annotator.llm.agents import AgentSpec, make_spec
from annotator.llm.methods import AnswerMode
from annotator.llm.probing import Probe, probe
from annotator.llm.registry import suited_spec
from tests.loopback import Behaviour, Json, LoopbackServer, fails, hangs, says

PLACES = [("pleased", {"pleased": math.log(0.9), "dis": math.log(0.1)})]


def tried(behaviour: Behaviour, *, key: str = "") -> Probe:
    with LoopbackServer(lambda number, body: behaviour, key=key) as server:
        return asyncio.run(probe(make_spec("m", server.address)))


def test_a_server_that_keeps_to_schemas_and_gives_probabilities_is_said_to() -> None:
    found = tried(says('{"label": "pleased"}', PLACES))
    assert (found.schemas, found.probabilities, found.model) == (True, True, "m")
    assert (found.price_in, found.price_out) == (0.0, 0.0)
    assert found.sentence == (
        f"“m” answered in {found.seconds:.1f} s and supports probabilities and JSON schemas; it costs nothing."
    )


def test_a_server_that_takes_a_schema_and_does_not_keep_to_it_does_not_support_it() -> None:
    found = tried(says("pleased", PLACES))
    assert (found.schemas, found.probabilities) == (False, True)
    assert "supports probabilities; it costs nothing." in found.sentence


def test_a_server_that_refuses_both_still_answers() -> None:
    def behave(number: int, body: Json) -> Behaviour:
        wanted = body.get("logprobs") or body.get("response_format")
        return fails(400, "response_format and logprobs are unknown") if wanted else says("pleased")

    with LoopbackServer(behave) as server:
        found = asyncio.run(probe(make_spec("m", server.address)))
    assert (found.schemas, found.probabilities) == (False, False)
    assert "supports neither probabilities nor JSON schemas" in found.sentence


@pytest.mark.parametrize("finish", ["stop", "length"])
def test_a_server_that_answers_with_nothing_does_not_pass(finish: str) -> None:
    with pytest.raises(ModelProblem, match="“m” answered with nothing") as caught:
        tried(says(" ", finish=finish))
    assert caught.value.hint


@pytest.mark.parametrize(
    ("price", "words"),
    [
        ((0.15, 0.6), "a million tokens cost $0.15 in and $0.60 out."),
        ((None, None), "its price is unknown."),
        ((0.0, 0.0), "it costs nothing."),
    ],
)
def test_the_price_is_said_in_words_and_an_unknown_one_is_called_so(
    price: tuple[float | None, float | None], words: str
) -> None:
    assert Probe(0.4, True, True, *price, "gpt-4o-mini").sentence.endswith(words)


def test_a_wrong_key_is_a_problem_with_a_next_step() -> None:
    with pytest.raises(ModelProblem, match="API key") as caught:
        tried(says("pleased"), key="right")
    assert caught.value.hint


@pytest.mark.parametrize("silent_from", [0, 1])
def test_a_server_that_hangs_is_waited_for_so_long_and_asked_no_second_time(
    monkeypatch: pytest.MonkeyPatch, silent_from: int
) -> None:
    monkeypatch.setattr(probing, "LONGEST", 0.2)
    answer = says('{"label": "pleased"}')
    with LoopbackServer(lambda number, body: hangs if number >= silent_from else answer) as server:
        with pytest.raises(ModelProblem, match="“m at .*” did not answer within 0.2 s") as caught:
            asyncio.run(probe(make_spec("m", server.address)))
        assert len(server.requests) == silent_from + 1
    assert "still loading" in caught.value.hint


def test_a_server_that_asks_for_patience_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probing, "LONGEST", 5.0)
    with pytest.raises(ModelProblem, match="refuses more requests for now"):
        tried(fails(429, "slow down", headers={"Retry-After": "60"}))


def test_no_item_is_sent_and_the_agents_parameters_are() -> None:
    with LoopbackServer(lambda number, body: says('{"label": "pleased"}')) as server:
        asyncio.run(probe(make_spec("m", server.address, top_p=0.5).with_examples((("secret item", "positive"),))))
    assert "secret" not in str(server.requests)
    assert {body["top_p"] for body in server.requests} == {0.5}


def test_a_server_that_is_no_llama_cpp_is_asked_for_data() -> None:
    with LoopbackServer(lambda number, body: says("x"), models=["big"]) as server:
        spec = asyncio.run(suited_spec("", server.address))
    assert (spec.model, spec.answer) == ("openai/big", AnswerMode.JSON)


def test_without_an_address_nothing_is_asked() -> None:
    assert asyncio.run(suited_spec()) == AgentSpec()
    assert asyncio.run(suited_spec("openai/gpt-4o")).answer is AnswerMode.JSON
