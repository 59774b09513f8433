"""Tests of annotator.llm.pricing and annotator.llm.tokens."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from annotator.llm.litellm_setup import load_litellm
from annotator.llm.pricing import LOCAL, UNKNOWN, PriceSource, charged, price_of
from annotator.llm.tokens import counter, most_in, most_out

GPT = "openai/gpt-4o"


def response(**usage: Any) -> Any:
    return SimpleNamespace(usage=SimpleNamespace(**usage), _hidden_params={"response_cost": 0.25})


def test_a_listed_model_has_the_price_of_the_list() -> None:
    price = price_of(GPT)
    assert (price.source, price.each_in, price.each_out) == (PriceSource.TABLE, 2.5e-06, 1e-05)
    assert price.of(1_000, 100) == pytest.approx(0.0035)


@pytest.mark.parametrize(
    "model", ["gpt-4o", "o3", "gemini/gemini-2.5-pro", "claude-sonnet-4-5", "dashscope/qwen-flash"]
)
def test_nothing_costs_more_than_the_most_of_its_price(model: str) -> None:
    price, litellm = price_of(model), load_litellm()
    for tokens_in, tokens_out in [(100, 10), (150_000, 4_000), (300_000, 60_000)]:
        asked, answered = litellm.cost_per_token(model=model, prompt_tokens=tokens_in, completion_tokens=tokens_out)
        assert 0 < asked + answered <= price.most(tokens_in, tokens_out) * (1 + 1e-9)


@pytest.mark.parametrize(
    ("model", "address"),
    [("openai/nobody-knows-this", ""), (GPT, "https://llm.example.org/v1"), ("azure/container", ""), ("nonsense", "")],
)
def test_a_price_that_nobody_lists_is_unknown_and_not_nothing(model: str, address: str) -> None:
    price = price_of(model, address)
    assert price == UNKNOWN
    assert price.of(1_000, 100) is None


def test_a_model_on_this_machine_costs_nothing() -> None:
    assert price_of("openai/m", "http://127.0.0.1:1/v1", local=True).of(1_000, 100) == 0.0


def test_what_a_reply_cost_is_what_the_provider_says_before_the_list() -> None:
    listed = price_of(GPT)
    assert charged(response(cost=0.125), listed) == (0.125, PriceSource.PROVIDER)
    assert charged(response(), listed) == (0.25, PriceSource.TABLE)
    assert charged(response(), UNKNOWN) == (None, PriceSource.UNKNOWN)
    assert charged(response(cost=0.125), LOCAL) == (0.0, PriceSource.LOCAL)


@pytest.mark.parametrize("text", ["plain words", "Zażółć gęślą jaźń", "日本語の文章です。", "🙂" * 40, ""])
def test_there_are_never_more_tokens_than_the_bound(text: str) -> None:
    messages = [{"role": "system", "content": "You label data."}, {"role": "user", "content": text}]
    counted = load_litellm().token_counter(model="gpt-4o", messages=messages)
    assert counted <= most_in(messages, {}) < most_in(messages, {"response_format": {"type": "json_schema"}})


def test_the_longest_answer_is_what_is_asked_for_else_what_is_listed_else_unknown() -> None:
    assert most_out(GPT, {"max_tokens": 512}) == 512
    assert most_out(GPT, {"max_completion_tokens": 700, "max_tokens": 512, "n": 2}) == 1_400
    assert most_out(GPT, {}) == 16_384
    assert most_out("openai/nobody-knows-this", {}) is None


def test_tokens_are_counted_where_the_tokenizer_is_at_hand_and_estimated_elsewhere() -> None:
    count, exact = counter(GPT)
    assert (count("tokenization is fun"), exact) == (4, True)
    estimate, exact = counter("groq/llama-3.1-8b-instant")
    assert (estimate("tokenization is fun"), exact) == (5, False)
