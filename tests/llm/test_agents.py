"""Tests of annotator.llm.agents and of choosing an agent from what a user names."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from annotator.errors import ModelProblem
from annotator.llm.agents import AgentSpec, make_spec
from annotator.llm.methods import AnswerMode, ConfidenceMethod
from annotator.llm.model_names import model_family
from annotator.llm.registry import choose_spec
from tests.loopback import LoopbackServer, says


def test_the_default_agent_is_the_built_in_model_with_batch_calibration() -> None:
    spec = make_spec()
    assert spec == AgentSpec()
    assert (spec.answer, spec.confidence) == (AnswerMode.LIKELIHOOD, ConfidenceMethod.BATCH)
    assert (spec.family, spec.display_name) == ("smollm2", "SmolLM2 135M (built in)")


def test_equal_agents_have_equal_hashes_whatever_the_order_of_their_parameters() -> None:
    one = make_spec("openai/gpt-4o", temperature=0.5, seed=3)
    other = make_spec("openai/gpt-4o", seed=3, temperature=0.5)
    assert one.content_hash() == other.content_hash()


@pytest.mark.parametrize(
    "other",
    [
        make_spec("openai/gpt-4o-mini", temperature=0.5),
        make_spec("openai/gpt-4o", temperature=0.6),
        make_spec("openai/gpt-4o", "http://localhost:1/v1", temperature=0.5),
        make_spec("openai/gpt-4o", answer=AnswerMode.LIKELIHOOD, temperature=0.5),
    ],
)
def test_any_difference_gives_another_hash(other: AgentSpec) -> None:
    assert other.content_hash() != make_spec("openai/gpt-4o", temperature=0.5).content_hash()


def test_an_agent_survives_being_stored() -> None:
    spec = make_spec("qwen3", "localhost:8080/v1/", top_p=0.9, seed=1)
    assert AgentSpec.from_json(spec.to_json()) == spec
    assert (spec.model, spec.api_base) == ("openai/qwen3", "http://localhost:8080/v1")


@pytest.mark.parametrize(
    ("model", "family"),
    [
        ("openai/gpt-4o-mini", "gpt"),
        ("gpt-4o", "gpt"),
        ("anthropic/claude-3-5-haiku-20241022", "claude"),
        ("anthropic/claude-haiku-4-5", "claude"),
        ("ollama/qwen3:8b", "qwen3"),
        ("openai/SmolLM2-135M-Instruct.gguf", "smollm2"),
        ("mistral/mistral-large-latest", "mistral"),
        ("gemini/gemini-2.5-flash", "gemini"),
        ("openai/7b", "7b"),
    ],
)
def test_the_family_is_the_models_name_without_provider_size_and_version(model: str, family: str) -> None:
    assert model_family(model) == family


def test_an_address_without_a_model_is_asked_for_its_only_one() -> None:
    with LoopbackServer(lambda number, body: says("x"), models=["tiny-llama"]) as server:
        spec = asyncio.run(choose_spec(api_base=server.address))
    assert spec.model == "openai/tiny-llama"
    assert spec.api_base == server.address


def test_an_address_with_several_models_asks_to_choose() -> None:
    with (
        LoopbackServer(lambda number, body: says("x"), models=["a", "b"]) as server,
        pytest.raises(ModelProblem, match="offers 2 models: a, b"),
    ):
        asyncio.run(choose_spec("embedded", server.address))


def test_an_address_never_silently_means_the_built_in_model() -> None:
    with pytest.raises(ModelProblem, match="Name the model"):
        make_spec(api_base="http://localhost:8080/v1")


def test_the_built_in_model_is_the_default_and_an_empty_name_is_none() -> None:
    assert asyncio.run(choose_spec()) == AgentSpec()
    with pytest.raises(ModelProblem, match="No model is named"):
        asyncio.run(choose_spec(""))


def test_examples_are_part_of_an_agent_and_the_ids_of_their_items_are_not() -> None:
    bare = make_spec()
    shown = bare.with_examples((("fine", "good"), ("awful", "bad")), (3, 4))
    assert AgentSpec.from_json(shown.to_json()) == shown
    assert shown.content_hash() != bare.content_hash()
    assert shown.content_hash() == replace(shown, example_items=(7, 8)).content_hash()
    assert shown.display_name == "SmolLM2 135M (built in), 2 examples"
    assert shown.without_examples == bare
