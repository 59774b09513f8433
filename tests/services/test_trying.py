"""Trying an agent out: what comes back, what it costs, and that it answers nothing in the project."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from annotator.llm.agents import AgentSpec, make_spec
from annotator.llm.methods import AnswerMode
from annotator.llm.protocol import LabelRequest
from annotator.llm.scripted import Said, ScriptedModel
from annotator.services import agents, allowing, ledger, prelabelling, trying
from annotator.services.agents import AgentChoice
from annotator.services.project_file import Db
from annotator.services.try_outcome import Outcome
from tests.loopback import Behaviour, LoopbackServer, fails, says
from tests.projects import direct, gold, make_project

TEXTS = tuple(f"text {number}" for number in range(60))
HERE = AgentChoice("m", "http://localhost:1/v1")


def labels(number: int, body: dict[str, Any]) -> Behaviour:
    """Good with growing confidence; every fifth reply names no label."""
    return says("It depends." if number % 5 == 4 else json.dumps({"label": "good", "confidence": 60 + number % 5}))


def at(server: LoopbackServer) -> AgentChoice:
    return AgentChoice("m", server.address)


def attempt(db: Db, choice: AgentChoice, **more: Any) -> Outcome:
    return asyncio.run(trying.try_out(direct(db), choice, **more))


def scripted(db: Db, script: Any, choice: AgentChoice = HERE, **more: Any) -> tuple[Outcome, ScriptedModel]:
    model = ScriptedModel(script)

    async def opener(spec: AgentSpec) -> ScriptedModel:
        return model

    return attempt(db, choice, opener=opener, **more), model


@pytest.fixture
def db(tmp_path: Path) -> Any:
    """Sixty items, of which thirty have gold: even ones are good."""
    found = make_project(tmp_path, TEXTS)
    gold(found, tmp_path, [(f"i{number}", "good" if number % 2 == 0 else "bad") for number in range(30)])
    yield found
    found.close()


def test_a_try_says_what_came_back_and_how_often_it_agrees_with_gold(db: Db) -> None:
    with LoopbackServer(labels) as server:
        outcome = attempt(db, at(server), limits=prelabelling.Limits(at_once=1))

    assert len(outcome.tried) == len(server.requests) == 20
    assert {each.gold for each in outcome.tried} == {"good", "bad"}
    assert outcome.invalid == 4
    assert outcome.right == sum(each.label == each.gold == "good" for each in outcome.tried)
    assert outcome.accuracy.of == 20
    invalid = next(each for each in outcome.tried if each.status == "invalid")
    assert (invalid.reply, invalid.label, invalid.confidence, invalid.right) == ("It depends.", "", None, False)
    assert invalid.reason
    assert f"right on {outcome.right} of the 20 with gold (95 % interval" in outcome.sentence
    assert "4 invalid; mean confidence 0.6" in outcome.sentence
    assert "it cost nothing" in outcome.sentence


def test_a_try_leaves_no_agent_and_no_answer_but_the_later_run_takes_its_replies(db: Db) -> None:
    with LoopbackServer(labels) as server:
        tried = attempt(db, at(server), number=10)
        assert agents.agents(db) == []
        assert agents.plan(db, at(server)).to_ask == 60

        summary = asyncio.run(prelabelling.run(direct(db), at(server)))

        assert summary.used.cached == 10
        assert len(server.requests) == 60
    by_item = {each.item: each.label for each in tried.tried}
    assert agents.agents(db)[0].answered == 60
    assert len(by_item) == 10


def test_the_same_try_again_asks_nothing_and_says_the_same(db: Db) -> None:
    with LoopbackServer(labels) as server:
        first = attempt(db, at(server))
        again = attempt(db, at(server))

        assert len(server.requests) == 20
        assert trying.recall(db, again.spec, [each.item_id for each in first.tried]).tried == again.tried
    assert [(each.item, each.label, each.confidence) for each in again.tried] == [
        (each.item, each.label, each.confidence) for each in first.tried
    ]
    assert again.cached == 20
    assert "all replies known before, so it cost nothing" in again.sentence


def test_two_versions_are_tried_on_the_same_items_with_gold_first(db: Db) -> None:
    bare = make_spec("m", "http://localhost:1/v1")
    one = trying.items_for(db, bare, 20)
    labelled = {item_id for item_id in range(1, 31)}

    assert trying.items_for(db, make_spec("m", "http://localhost:1/v1", temperature=1.0), 20) == one
    assert set(one) <= labelled
    assert len(trying.items_for(db, bare, 40)) == 40
    assert set(trying.items_for(db, bare, 40)) >= labelled
    shown = bare.with_examples((("text 0", "good"),), (one[0],))
    assert trying.items_for(db, shown, 20)[:19] == one[1:]


def test_an_item_that_gets_no_reply_is_named_with_its_reason_and_not_scored(db: Db) -> None:
    def some(number: int, body: dict[str, Any]) -> Behaviour:
        too_long = "text 7" in body["messages"][-1]["content"]
        return fails(400, "maximum context length", code="context_length_exceeded") if too_long else says("good")

    with LoopbackServer(some) as server:
        outcome = attempt(db, at(server), item_ids=[7, 8, 9])

    [failed] = [each for each in outcome.tried if each.status == "failed"]
    assert (failed.item, failed.right) == ("i7", None)
    assert failed.reason
    assert outcome.failed == 1
    assert outcome.accuracy.of == 2


def test_a_stopped_try_keeps_what_came_and_says_what_was_not_asked(db: Db) -> None:
    control = prelabelling.Control()

    def stops(request: LabelRequest) -> Said:
        if len(model.asked) == 3:
            control.stop()
        return "good | 80"

    model = ScriptedModel(stops)
    model.in_flight = 1

    async def opener(spec: AgentSpec) -> ScriptedModel:
        return model

    outcome = attempt(db, HERE, opener=opener, control=control)

    assert 3 <= len(outcome.tried) < 20
    assert outcome.sentence.endswith("not asked about.")


def test_probabilities_are_calibrated_over_the_try_as_a_run_would_do_it(db: Db) -> None:
    def biased(request: LabelRequest) -> Said:
        number = int(request.text.split()[-1])
        return {"good": 0.9, "bad": 0.1} if number % 2 == 0 else {"good": 0.8, "bad": 0.2}

    likelihood = AgentChoice(
        "m", "http://localhost:1/v1", exact=make_spec("m", "http://localhost:1/v1", answer=AnswerMode.LIKELIHOOD)
    )
    outcome, _ = scripted(db, biased, likelihood)

    assert {each.label for each in outcome.tried} == {"good", "bad"}
    assert outcome.right == 20
    assert all("divided by the mean over 20 items" in each.confidence_source for each in outcome.tried)


def test_a_try_of_few_items_is_remembered_with_the_confidences_that_it_had(db: Db) -> None:
    def biased(request: LabelRequest) -> Said:
        if not request.text.startswith("text "):
            return {"good": 0.85, "bad": 0.15}
        return {"good": 0.9, "bad": 0.1} if int(request.text.split()[-1]) % 2 == 0 else {"good": 0.8, "bad": 0.2}

    likelihood = AgentChoice(
        "m", "http://localhost:1/v1", exact=make_spec("m", "http://localhost:1/v1", answer=AnswerMode.LIKELIHOOD)
    )
    outcome, model = scripted(db, biased, likelihood, number=8)
    assert {each.label for each in outcome.tried} == {"good", "bad"}
    assert all("inputs without content" in each.confidence_source for each in outcome.tried)
    assert len(model.asked) == 8 + 3

    known = trying.recall(db, outcome.spec, [each.item_id for each in outcome.tried])
    said = [(each.item, each.label, each.confidence, each.confidence_source) for each in outcome.tried]
    assert [(each.item, each.label, each.confidence, each.confidence_source) for each in known.tried] == said
    again, asked_again = scripted(db, biased, likelihood, number=8)
    assert asked_again.asked == []
    assert [each.label for each in again.tried] == [each.label for each in outcome.tried]


def test_what_a_try_costs_is_in_the_ledger(db: Db) -> None:
    with LoopbackServer(labels) as server:
        attempt(db, at(server))

    found = ledger.ledger(db)

    assert found.agents == ()
    assert found.tries.requests == 20
    assert found.tokens == 20 * 44
    assert any(sentence.startswith("Trying agents out: 880 tokens in 20 requests") for sentence in found.sentences)


def test_nothing_is_tried_at_a_place_that_is_not_allowed(db: Db) -> None:
    with pytest.raises(allowing.NotAllowed):
        scripted(db, lambda _: "good", AgentChoice("openai/scripted"))

    allowing.allow(db, "openai")
    outcome, model = scripted(db, lambda _: "good", AgentChoice("openai/scripted"), number=2)

    assert len(model.asked) == len(outcome.tried) == 2
