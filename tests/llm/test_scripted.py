"""Tests of annotator.llm.scripted: a model like the others, as far as anyone who asks can tell."""

from __future__ import annotations

import asyncio

import pytest

from annotator.llm.protocol import CallFailed, Fault, LabelRequest, Model, ParseStatus, Reply
from annotator.llm.scripted import Said, ScriptedModel
from tests.llm.questions import SENTIMENT

NEGATIVE, POSITIVE = 11, 12


def reply_to(said: Said) -> Reply:
    model: Model = ScriptedModel(lambda request: said)
    return asyncio.run(model.ask(LabelRequest("x", SENTIMENT)))


def test_words_are_parsed_like_any_models() -> None:
    assert (reply_to("positive | 80").label_id, reply_to("positive | 80").confidence) == (POSITIVE, 0.8)
    assert reply_to("no idea").parse_status is ParseStatus.INVALID


def test_probabilities_become_raw_log_probabilities() -> None:
    reply = reply_to({"negative": 0.3, "positive": 0.1})
    assert reply.label_id == NEGATIVE
    assert reply.confidence == pytest.approx(0.75)


def test_what_the_script_raises_comes_through_and_every_request_is_kept() -> None:
    def script(request: LabelRequest) -> Said:
        raise CallFailed(Fault.RATE, "Not now.")

    model = ScriptedModel(script)
    with pytest.raises(CallFailed):
        asyncio.run(model.ask(LabelRequest("x", SENTIMENT)))
    assert [request.text for request in model.asked] == ["x"]
