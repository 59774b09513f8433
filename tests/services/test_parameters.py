"""Tests of annotator.services.parameters: what people write, and what of it an agent takes."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from annotator.errors import UserError
from annotator.services import agents, parameters, prelabelling
from annotator.services.agents import AgentChoice
from tests.loopback import LoopbackServer, says
from tests.projects import direct, make_project


def test_parameters_are_read_with_the_kind_that_each_has() -> None:
    found = parameters.read(["temperature=0.2, max_tokens = 50", "seed=-3,,reasoning_effort=LOW"])
    assert found == (("max_tokens", 50), ("reasoning_effort", "low"), ("seed", -3), ("temperature", 0.2))
    assert [type(value) for _, value in found] == [int, str, int, float]
    assert parameters.read([parameters.written(found)]) == found
    assert parameters.read([]) == parameters.read([" "]) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("temperature=3", "“3” is no value of “temperature”. It takes a number from 0 to 2."),
        ("temperature=warm", "“warm” is no value of “temperature”."),
        ("temperature=nan", "“nan” is no value of “temperature”."),
        ("temperature=", "“” is no value of “temperature”."),
        ("max_tokens=0", "“0” is no value of “max_tokens”."),
        ("max_tokens=1.5", "It takes a whole number from 1 to 1e"),
        ("top_k=-1", "It takes a whole number of at least 0."),
        ("seed=x", "It takes a whole number."),
        ("reasoning_effort=huge", "It takes one of none, minimal, low, medium, high, xhigh."),
        (
            "api_base=http://example.org",
            "“api_base” is not a parameter that an agent can set. It can set 15 parameters",
        ),
        ("temperature", "“temperature” is no parameter. Write NAME=VALUE, as in temperature=0.2."),
        ("seed=1,seed=2", "The parameter “seed” stands twice. Give it once."),
    ],
)
def test_what_is_wrong_is_told_in_one_sentence_with_what_is_right(text: str, told: str) -> None:
    with pytest.raises(UserError) as refused:
        parameters.read([text])
    assert told in str(refused.value)


def test_every_parameter_says_what_it_takes() -> None:
    kinds = dict(parameters.known())
    assert kinds["temperature"] == "a number from 0 to 2"
    assert len(kinds) == len(parameters.NAMES)


def test_they_are_part_of_the_agent_and_reach_the_server(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    with LoopbackServer(lambda number, body: says(json.dumps({"label": "good"}))) as server:
        choice = AgentChoice("m", server.address, parameters=parameters.read(["temperature=0.5,seed=7"]))
        asyncio.run(prelabelling.run(direct(db), AgentChoice("m", server.address), limit=1))
        asyncio.run(prelabelling.run(direct(db), choice, limit=1))
        plain, warm = server.requests
    assert (plain["temperature"], warm["temperature"], warm["seed"]) == (0, 0.5, 7)
    assert [dict(agent.spec.parameters) for agent in agents.agents(db)] == [{}, {"seed": 7, "temperature": 0.5}]
    db.close()
