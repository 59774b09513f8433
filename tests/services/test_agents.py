"""Choosing an agent, its examples, its name, and where its texts and its key go."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path
from typing import Any

import pytest

from annotator.errors import ModelProblem, UserError
from annotator.llm import keys
from annotator.llm.scripted import ScriptedModel
from annotator.services import adjudicating, agents, allowing, importing, prelabelling, project_file
from annotator.services.agents import AgentChoice
from annotator.services.prelabelling import Summary
from annotator.services.project_file import Db
from tests.keyrings import memory_keyring
from tests.loopback import LoopbackServer, says
from tests.projects import TEXTS, crowd, direct, label_ids, make_project

GOLD = {"i0": "good", "i1": "bad", "i2": "good", "i3": "bad", "i4": "good"}
TWO = AgentChoice("ollama/scripted", examples=2)


def run(db: Db, model: ScriptedModel, choice: AgentChoice = TWO, **more: Any) -> Summary:
    async def opener(spec: object) -> ScriptedModel:
        return model

    return asyncio.run(prelabelling.run(direct(db), choice, opener=opener, **more))


def add_gold(db: Db, folder: Path, labels: dict[str, str]) -> None:
    path = folder / "gold.csv"
    path.write_text("item,label\n" + "".join(f"{item},{label}\n" for item, label in labels.items()), encoding="utf-8")
    importing.import_gold(db, path)


def test_examples_are_balanced_the_same_for_every_item_and_not_asked_about(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    add_gold(db, tmp_path, GOLD)
    model = ScriptedModel(lambda _: "good")

    summary = run(db, model, AgentChoice("ollama/scripted", examples=4))

    [examples] = {request.examples for request in model.asked}
    texts = [text for text, _ in examples]
    assert sorted(label for _, label in examples) == ["bad", "bad", "good", "good"]
    assert all(GOLD[f"i{TEXTS.index(text)}"] == label for text, label in examples)
    assert summary.agent_name == "ollama/scripted, 4 examples"
    assert sorted([request.text for request in model.asked] + texts) == sorted(TEXTS)
    db.close()


def test_labels_with_little_gold_leave_their_places_to_the_others(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    add_gold(db, tmp_path, {"i0": "good", "i1": "bad", "i3": "bad", "i5": "bad"})
    model = ScriptedModel(lambda _: "good")

    run(db, model, AgentChoice("ollama/scripted", examples=4))

    assert sorted(label for _, label in model.asked[0].examples) == ["bad", "bad", "bad", "good"]
    db.close()


def test_what_people_settled_is_shown_before_imported_gold(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    add_gold(db, tmp_path, GOLD)
    lead, labels = project_file.add_person(db, "Mira").id, label_ids(db)
    adjudicating.settle(db, lead, 7, labels["good"])
    adjudicating.settle(db, lead, 8, labels["bad"])
    model = ScriptedModel(lambda _: "good")

    run(db, model)

    assert model.asked[0].examples == (("great", "good"), ("useless", "bad"))
    db.close()


def test_a_run_goes_on_with_the_examples_it_began_with(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    add_gold(db, tmp_path, {"i0": "good", "i1": "bad"})
    first, second = ScriptedModel(lambda _: "good"), ScriptedModel(lambda _: "good")

    assert run(db, first, limit=3).asked == 3
    add_gold(db, tmp_path, {**GOLD, "i6": "good"})
    plan = agents.plan(db, TWO)
    assert (plan.to_ask, plan.answered, plan.examples, plan.items) == (3, 3, 2, 8)
    assert run(db, second).asked == 3

    assert {request.examples for request in first.asked + second.asked} == {(("lovely", "good"), ("dreadful", "bad"))}
    assert len(agents.agents(db)) == 1
    assert agents.plan(db, TWO).to_ask == 0
    db.close()


def test_with_and_without_examples_are_two_agents(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    add_gold(db, tmp_path, GOLD)
    bare = ScriptedModel(lambda _: "good")

    run(db, ScriptedModel(lambda _: "good"))
    run(db, bare, AgentChoice("ollama/scripted"))

    assert [agent.annotator.name for agent in agents.agents(db)] == ["ollama/scripted, 2 examples", "ollama/scripted"]
    assert [agent.labelled for agent in agents.agents(db)] == [6, 8]
    assert {request.examples for request in bare.asked} == {()}
    db.close()


@pytest.mark.parametrize(
    ("number", "gold", "told"),
    [
        (8, GOLD, "8 examples are asked for, and 5 items have gold"),
        (2, {"i0": "good"}, "“bad”"),
        (2, {}, "“good”, “bad”"),
        (1, GOLD, "cannot show all 2 labels"),
    ],
)
def test_too_little_gold_is_one_sentence_and_nothing_is_stored(
    tmp_path: Path, number: int, gold: dict[str, str], told: str
) -> None:
    db = make_project(tmp_path)
    if gold:
        add_gold(db, tmp_path, gold)
    choice = AgentChoice("ollama/scripted", examples=number)

    with pytest.raises(UserError, match=told):
        agents.plan(db, choice)
    with pytest.raises(UserError, match=told):
        run(db, ScriptedModel(lambda _: "good"), choice)

    assert agents.agents(db) == []
    assert project_file.llms(db) == []
    db.close()


def test_an_example_never_counts_in_the_agents_accuracy(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    add_gold(db, tmp_path, {"i0": "good", "i1": "bad"})
    run(db, ScriptedModel(lambda _: "good"))
    name = agents.agents(db)[0].annotator.name

    # Only by way of a file can it have answers to them.
    crowd(db, tmp_path, [("i0", name, "good"), ("i1", name, "bad"), ("i1", "ann", "bad")])
    add_gold(db, tmp_path, {"i2": "good", "i3": "bad"})

    accuracy = agents.agents(db)[0].accuracy
    assert (accuracy.value, accuracy.of) == (0.5, 2)
    db.close()


def test_inputs_without_content_come_after_the_same_examples(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    add_gold(db, tmp_path, GOLD)
    model = ScriptedModel(lambda request: {"good": 0.6, "bad": 0.4})

    run(db, model, AgentChoice(examples=2))

    assert len(model.asked) == 6 + 3
    assert len({request.examples for request in model.asked}) == 1
    assert len(model.asked[-1].examples) == 2
    assert "without content" in agents.agents(db)[0].calibration
    db.close()


def test_two_agents_of_one_name_are_two_annotators(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    choices = [AgentChoice(f"openai/{owner}/m", "http://localhost:1/v1") for owner in ("a", "b", "c")]

    for choice in choices:
        run(db, ScriptedModel(lambda _: "good"), choice, limit=2)

    name = "m at http://localhost:1/v1"
    assert [agent.annotator.name for agent in agents.agents(db)] == [name, f"{name} v2", f"{name} v3"]
    assert [agents.plan(db, choice).agent_name for choice in choices] == [name, f"{name} v2", f"{name} v3"]
    assert run(db, ScriptedModel(lambda _: "good"), choices[1]).agent_name == f"{name} v2"
    db.close()


def test_an_agent_never_takes_over_answers_from_a_file(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    path = tmp_path / "llm.csv"
    path.write_text("item,annotator,label,kind\ni0,ollama/scripted,bad,llm\n", encoding="utf-8")
    importing.import_labels(db, path)

    summary = run(db, ScriptedModel(lambda _: "good"), AgentChoice("ollama/scripted"))

    assert (summary.agent_name, summary.labelled) == ("ollama/scripted v2", 8)
    db.close()


def test_an_agent_cannot_have_a_persons_name(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    project_file.add_person(db, "ollama/scripted")

    with pytest.raises(UserError, match="A person is called “ollama/scripted”"):
        run(db, ScriptedModel(lambda _: "good"), AgentChoice("ollama/scripted"))

    db.close()


@pytest.mark.parametrize("model", ["", "embedded"])
def test_an_address_alone_is_planned_as_its_model_and_asked_for_it_in_the_run(tmp_path: Path, model: str) -> None:
    db = make_project(tmp_path)
    with LoopbackServer(lambda number, body: says("good | 80"), models=["tiny-llama"]) as server:
        choice = AgentChoice(model, server.address)
        plan = agents.plan(db, choice)
        first = asyncio.run(prelabelling.run(direct(db), choice, limit=3))
        second = asyncio.run(prelabelling.run(direct(db), choice))

    assert plan.agent_name == f"the model at {server.address.removeprefix('http://').removesuffix('/v1')}"
    assert (plan.to_ask, plan.answered, plan.local) == (8, 0, True)
    assert (first.labelled, second.labelled) == (3, 5)
    assert first.model == "openai/tiny-llama"
    assert agents.plan(db, AgentChoice(first.model, server.address)).answered == 8
    assert len(server.requests) == 8
    db.close()


@pytest.mark.parametrize(
    ("choice", "host"),
    [
        (AgentChoice(), ""),
        (AgentChoice("anthropic/claude-x"), "anthropic"),
        (AgentChoice("gpt-4o"), "openai"),
        (AgentChoice("ollama/qwen3"), ""),
        (AgentChoice("m", "http://localhost:1234/v1"), ""),
        (AgentChoice("", "127.0.0.2:1234/v1"), ""),
        (AgentChoice("m", "https://llm.example.org/v1"), "llm.example.org"),
        (AgentChoice("", "https://llm.example.org/v1"), "llm.example.org"),
    ],
)
def test_the_plan_says_where_the_texts_would_go(tmp_path: Path, choice: AgentChoice, host: str) -> None:
    db = make_project(tmp_path)
    assert agents.plan(db, choice).goes_to == host
    db.close()


@pytest.mark.parametrize(
    ("model", "told"),
    [
        ("anthropc/claude-x", "“anthropc/claude-x” names no provider"),
        ("gtp-4o", "“gtp-4o” names no provider"),
        ("openai/", "“openai/” names no model"),
        ("", "No model is named"),
        ("  ", "No model is named"),
    ],
)
def test_where_the_texts_would_go_is_not_said_of_a_model_that_nobody_knows(
    tmp_path: Path, model: str, told: str
) -> None:
    db = make_project(tmp_path)
    with pytest.raises(UserError, match=told):
        agents.plan(db, AgentChoice(model))
    with pytest.raises(UserError, match=told):
        asyncio.run(prelabelling.run(direct(db), AgentChoice(model)))
    assert project_file.llms(db) == []
    db.close()


def test_an_agent_says_where_the_texts_went(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    allowing.allow(db, "openai")
    for model in ("gpt-4o", "ollama/qwen3", "embedded"):
        run(db, ScriptedModel(lambda _: "good"), AgentChoice(model), limit=1)
    assert [agent.goes_to for agent in agents.agents(db)] == ["openai", "", ""]
    db.close()


def test_a_local_provider_that_was_moved_elsewhere_is_not_called_local(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = make_project(tmp_path)
    monkeypatch.setenv("OLLAMA_API_BASE", "https://llm.example.org")
    assert not agents.plan(db, AgentChoice("ollama/qwen3")).local
    db.close()


@pytest.mark.parametrize(
    ("choice", "account"),
    [
        (AgentChoice("anthropic/claude-haiku-4-5"), "anthropic"),
        (AgentChoice("gpt-4o"), "openai"),
        (AgentChoice("m", "llm.example.org:8080/v1"), "llm.example.org:8080"),
        (AgentChoice("", "https://llm.example.org/v1/"), "llm.example.org"),
    ],
)
def test_a_key_is_kept_where_the_run_looks_for_it(choice: AgentChoice, account: str) -> None:
    with memory_keyring() as keyring:
        agents.store_key(choice, "secret-1")
        assert keyring.stored == {(keys.SERVICE, account): "secret-1"}


@pytest.mark.parametrize("model", ["m", ""])
def test_a_test_ends_in_time_where_an_address_says_nothing_at_all(monkeypatch: pytest.MonkeyPatch, model: str) -> None:
    monkeypatch.setattr(agents, "LONGEST_TEST", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:  # takes connections, and no request
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/v1"
        with pytest.raises(ModelProblem, match=rf"“.*{address}” did not answer within 0.2 s") as caught:
            asyncio.run(agents.tried_alone(AgentChoice(model, address)))
    assert caught.value.hint
