"""Tests of what makes an agent: parts that go together, reading that takes nothing for granted, and the diff."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.redaction import Private, Redaction
from annotator.errors import UserError
from annotator.llm.agent_diff import Difference, diff
from annotator.llm.agents import EMBEDDED, AgentSpec, make_spec
from annotator.llm.few_shot import ExampleChoice, FewShot
from annotator.llm.methods import SUITS, AnswerMode, ConfidenceMethod
from annotator.llm.prompts import PromptTemplate, ready

PAIRS = (("fine", "good"), ("awful", "bad"))
FULL = replace(
    make_spec("openai/m", "http://localhost:1/v1", temperature=0.5, redaction=Redaction((Private.EMAIL,), ("Lee",))),
    few_shot=FewShot(ExampleChoice.NEAREST, 1),
    examples=PAIRS,
    example_items=(3, 4),
)


@pytest.mark.parametrize("answer", list(AnswerMode))
@pytest.mark.parametrize("method", list(ConfidenceMethod))
def test_each_way_of_answering_takes_the_confidences_that_suit_it_and_no_other(
    answer: AnswerMode, method: ConfidenceMethod
) -> None:
    model = EMBEDDED if answer is AnswerMode.LIKELIHOOD else "openai/m"
    if method in SUITS[answer]:
        spec = make_spec(model, answer=answer, confidence=method)
        assert AgentSpec.from_json(spec.to_json()) == spec
    else:
        with pytest.raises(UserError, match="cannot come from"):
            make_spec(model, answer=answer, confidence=method)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"asks": 2}, "asks about an item once"),
        ({"confidence": ConfidenceMethod.CONSISTENCY}, "3 to 20 times, not 1"),
        ({"answer": AnswerMode.LETTERS, "confidence": ConfidenceMethod.PROBABILITY}, "2 to 10 times"),
        ({"model": EMBEDDED, "api_base": ""}, "too small"),
        ({"parameters": (("api_key", "x"),)}, "“api_key” is not a parameter"),
        ({"parameters": (("base_url", "http://elsewhere"),)}, "“base_url” is not a parameter"),
        ({"parameters": (("extra_headers", "x"),)}, "not a parameter"),
        ({"parameters": (("temperature", float("nan")),)}, "is not a number"),
        ({"api_base": "https://me:secret@host/v1"}, "cannot hold a user's name or a key"),
        ({"api_base": "https://host/v1?key=secret"}, "cannot hold a user's name or a key"),
        ({"api_base": "http://[::1/v1"}, "is no address"),
        ({"few_shot": FewShot(ExampleChoice.FIXED, 0)}, "do not go together"),
        ({"few_shot": FewShot()}, "do not go together"),
        ({"few_shot": FewShot(ExampleChoice.FIXED, 1)}, "show 1 examples and has 2"),
        ({"example_items": (1,)}, "items that they come from"),
        ({"template": ready("likelihood").template}, "goes with label likelihood"),
    ],
)
def test_parts_that_do_not_go_together_are_one_clear_error(changes: dict[str, Any], told: str) -> None:
    with pytest.raises(UserError, match=told) as caught:
        replace(FULL, **changes)
    assert "secret" not in str(caught.value)


def test_label_likelihood_needs_the_start_of_the_answer() -> None:
    with pytest.raises(UserError, match="start of an answer"):
        replace(AgentSpec(), template=PromptTemplate("mine", "{{ item.text }}"))


def test_calibration_without_content_needs_the_same_examples_for_every_item() -> None:
    spec = make_spec(answer=AnswerMode.LIKELIHOOD, confidence=ConfidenceMethod.CONTENT_FREE)
    assert spec.with_examples(PAIRS).examples == PAIRS
    with pytest.raises(UserError, match="after the same examples"):
        spec.with_examples(PAIRS, choice=ExampleChoice.NEAREST, number=1)


def test_everything_that_decides_how_it_answers_is_in_the_hash_and_nothing_else() -> None:
    for other in (
        replace(FULL, template=replace(FULL.template, user=FULL.template.user + " ")),
        replace(FULL, template=replace(FULL.template, turns=True)),
        replace(FULL, confidence=ConfidenceMethod.VERBAL),
        replace(FULL, few_shot=FewShot(ExampleChoice.NEAREST, 2)),
        replace(FULL, examples=PAIRS[::-1]),
        replace(FULL, redaction=Redaction((Private.EMAIL,))),
        FULL.without_examples,
    ):
        assert other.content_hash() != FULL.content_hash()
    for same in (
        replace(FULL, example_items=()),
        replace(FULL, template=replace(FULL.template, name="another name")),
        replace(FULL, template=replace(FULL.template, user=FULL.template.user.replace("\n", "\r\n"))),
    ):
        assert same.content_hash() == FULL.content_hash()


def test_what_is_shared_with_another_project_has_no_ids_and_only_on_demand_its_texts() -> None:
    shared = FULL.shareable()
    assert "example_items" not in shared
    assert json.dumps(shared).count("awful") == 0
    assert AgentSpec.from_content(shared) == replace(
        FULL, examples=(), example_items=(), redaction=Redaction((Private.EMAIL,))
    )
    assert AgentSpec.from_content(FULL.shareable(texts=True)) == replace(FULL, example_items=())


CONTENT = FULL.to_content()
WRONG: list[tuple[dict[str, Any], str]] = [
    ({"surprise": 1}, "“surprise” in the agent is not known"),
    ({"model": 7}, "“model” in the agent is not a text"),
    ({"model": "m" * 201}, "at most 200 characters"),
    ({"model": "\ud800"}, "is not a text"),
    ({"answer": "guess"}, "“answer” in the agent is “guess”, which is none of “JSON”"),
    ({"answer": ["JSON"]}, "is “a list”"),
    ({"confidence": None}, "is “a NoneType”"),
    ({"asks": True}, "not a whole number"),
    ({"asks": 1.0}, "not a whole number"),
    ({"asks": 0}, "from 1 to 100"),
    ({"parameters": [1]}, "“parameters” in the agent is not a table"),
    ({"parameters": {"stop": ["x"]}}, "neither a text nor a number"),
    ({"parameters": {"temperature": float("inf")}}, "neither a text nor a number"),
    ({"template": "hello"}, "“template” in the agent is not a table"),
    ({"template": {"user": "x", "file": "/etc/passwd"}}, "“file” in “template” in the agent is not known"),
    ({"template": {"system": "x"}}, "“user” in “template” in the agent is missing"),
    ({"template": {"user": "x" * 20_001}}, "at most 20,000 characters"),
    ({"few_shot": {"choice": "all"}}, "which is none of “none”"),
    ({"examples": "abc"}, "“examples” in the agent is not a list"),
    ({"examples": [["only text"]]}, "an example is not a text and a label"),
    ({"examples": [["a", 1]]}, "an example is not a text and a label"),
    ({"example_items": ["3", "4"]}, "are not numbers"),
    ({"redaction": {"kinds": ["EVERYTHING"]}}, "which is none of “IBAN”"),
    ({"redaction": {"names": [1]}}, "a name that is to be taken out is not a text"),
]


@pytest.mark.parametrize(("changes", "told"), WRONG, ids=[told[:40] for _, told in WRONG])
def test_an_agent_that_is_not_as_it_should_be_is_one_clear_error(changes: dict[str, Any], told: str) -> None:
    with pytest.raises(UserError) as caught:
        AgentSpec.from_content(CONTENT | changes)
    assert told in caught.value.message
    assert len(caught.value.message) < 500


@pytest.mark.parametrize("name", ["model", "answer", "confidence", "template"])
def test_what_an_agent_cannot_do_without_has_to_be_there(name: str) -> None:
    with pytest.raises(UserError, match=f"“{name}” in the agent is missing"):
        AgentSpec.from_content({key: value for key, value in CONTENT.items() if key != name})


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "[" * 100_000, '{"model": ' + "9" * 5_000 + "}"])
def test_what_is_no_agent_at_all_is_a_clear_error_too(text: str) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        AgentSpec.from_json(text)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@settings(deadline=None)
@given(st.sampled_from([*CONTENT, "other"]), JSON)
def test_no_value_anywhere_makes_it_raise_anything_else(name: str, value: object) -> None:
    try:
        spec = AgentSpec.from_content(CONTENT | {name: value})
    except UserError:
        return
    assert AgentSpec.from_json(spec.to_json()) == spec


def test_the_diff_of_two_versions_says_in_words_what_was_and_what_is() -> None:
    before = make_spec("openai/gpt-4o", temperature=0.5)
    after = replace(
        make_spec("openai/gpt-4o-mini", seed=3, confidence=ConfidenceMethod.CONSISTENCY),
        redaction=Redaction((Private.EMAIL, Private.PHONE), ("Lee",)),
        template=replace(before.template, user=f"Read this.\n{before.template.user}"),
    ).with_examples(PAIRS)
    assert diff(before, after) == [
        Difference("model", "openai/gpt-4o", "openai/gpt-4o-mini"),
        Difference("seed", "not set", "3"),
        Difference("temperature", "0.5", "not set"),
        Difference("confidence", "label probability, else stated by the model", "share of repeated answers"),
        Difference("calls for an item", "1", "5"),
        Difference("taken out before sending", "not set", "email, phone, 1 name"),
        Difference("prompt, line 1", "", "Read this."),
        Difference("examples", "none", "2, balanced over the labels"),
        Difference("example", "", "good: fine"),
        Difference("example", "", "bad: awful"),
    ]


def test_the_diff_of_prompts_is_line_by_line() -> None:
    before = replace(FULL, template=PromptTemplate("a", "one\ntwo\nthree\nfour", "s"))
    after = replace(FULL, template=PromptTemplate("b", "one\n2\nfour\nfive", "", turns=True))
    assert diff(before, after) == [
        Difference("system prompt, line 1", "s", ""),
        Difference("prompt, line 2", "two\nthree", "2"),
        Difference("prompt, line 5", "", "five"),
        Difference("examples are", "part of the prompt", "turns of their own"),
    ]


def test_examples_in_another_order_are_a_difference_and_equal_agents_have_none() -> None:
    turned = replace(FULL, examples=PAIRS[::-1])
    assert diff(FULL, turned) == [Difference("order of the examples", "good, bad", "bad, good")]
    assert diff(FULL, replace(FULL, example_items=(7, 8))) == []


@pytest.mark.parametrize(
    "address", ["http://me:hunter2hunter2@[::1/v1", "me:hunter2hunter2@[::1/v1", "http://[::1/v1?key=hunter2hunter2"]
)
def test_an_address_that_is_none_is_named_without_the_key_in_it(address: str) -> None:
    with pytest.raises(UserError, match="is no address") as caught:
        make_spec("openai/m", address)
    assert "hunter2" not in str(caught.value)
    assert "[::1/v1" in str(caught.value)
