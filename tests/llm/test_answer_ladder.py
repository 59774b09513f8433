"""Tests of the ways of answering and of confidence, with the real litellm client against a server of our own."""

from __future__ import annotations

import asyncio
import json
import math
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from annotator.errors import ModelProblem
from annotator.llm.agents import AgentSpec, make_spec
from annotator.llm.content_free import ContentFreeModel
from annotator.llm.litellm_model import open_litellm
from annotator.llm.methods import AnswerMode, ConfidenceMethod, Rung
from annotator.llm.pacing import Retries
from annotator.llm.protocol import BETWEEN, CallFailed, Fault, LabelRequest, Model, ParseStatus, Reply
from tests.llm.questions import SENTIMENT, question
from tests.loopback import Behaviour, Json, LoopbackServer, fails, says

NEGATIVE, POSITIVE = 11, 12
ITEM = LabelRequest("Loved every minute.", SENTIMENT)
BOTH = '{"label": "positive", "confidence": 60}'
NO_SCHEMA = fails(400, "response_format of type json_schema is not supported")
NO_JSON = fails(400, "response_format is not supported here")


def spec(answer: AnswerMode, confidence: ConfidenceMethod, **parameters: Any) -> AgentSpec:
    return make_spec("m", "http://localhost:1/v1", answer=answer, confidence=confidence, **parameters)


JSON = spec(AnswerMode.JSON, ConfidenceMethod.VERBAL)


class Asked:
    """What came of asking an agent about items at a server that behaves as told."""

    def __init__(
        self,
        agent: AgentSpec,
        behave: Callable[[int, Json], Behaviour] | Sequence[Behaviour],
        *,
        items: Sequence[LabelRequest] = (ITEM,),
        wrap: Callable[[Model], Model] = lambda model: model,
    ) -> None:
        self.replies: list[Reply] = []
        self.failed: CallFailed | None = None
        self._wrap = wrap
        turns = behave if callable(behave) else (lambda number, body: behave[min(number, len(behave) - 1)])
        with LoopbackServer(turns) as server:
            asyncio.run(self._ask(agent, server.address, items))
        self.requests = server.requests

    @property
    def reply(self) -> Reply:
        return self.replies[-1]

    @property
    def forms(self) -> list[str]:
        return [body.get("response_format", {}).get("type", "") for body in self.requests]

    async def _ask(self, agent: AgentSpec, address: str, items: Sequence[LabelRequest]) -> None:
        async def at_once(seconds: float) -> None:
            """No wait."""

        located = AgentSpec.from_content(agent.to_content() | {"api_base": address})
        model = self._wrap(await open_litellm(located, retries=Retries(attempts=2, sleep=at_once)))
        try:
            for item in items:
                self.replies.append(await model.ask(item))
        except CallFailed as failed:
            self.failed = failed
        finally:
            await model.close()


def places(*tokens: tuple[str, dict[str, float]]) -> list[tuple[str, dict[str, float]]]:
    """Tokens with the probability of each alternative."""
    return [(token, {text: math.log(share) for text, share in shares.items()}) for token, shares in tokens]


def test_answers_as_data_are_asked_for_by_a_schema_that_permits_nothing_but_the_labels() -> None:
    asked = Asked(JSON, [says(BOTH)])
    schema = asked.requests[0]["response_format"]["json_schema"]
    assert schema["schema"]["properties"]["label"]["enum"] == ["negative", "positive"]
    assert schema["schema"]["additionalProperties"] is False
    assert schema["strict"] is True
    assert (asked.reply.label_id, asked.reply.confidence, asked.reply.rung) == (POSITIVE, 0.6, Rung.SCHEMA)
    assert asked.reply.distribution == pytest.approx({NEGATIVE: 0.4, POSITIVE: 0.6})


def test_a_refused_schema_is_tried_as_a_plain_object_then_as_text_and_what_went_well_is_remembered() -> None:
    asked = Asked(JSON, [NO_SCHEMA, NO_JSON, says(BOTH)], items=(ITEM, ITEM))
    assert asked.forms == ["json_schema", "json_object", "", ""]
    assert [reply.rung for reply in asked.replies] == [Rung.TEXT, Rung.TEXT]
    assert [reply.confidence for reply in asked.replies] == [0.6, 0.6]


def test_a_server_that_takes_objects_is_asked_for_objects_from_then_on() -> None:
    asked = Asked(JSON, [NO_SCHEMA, says(BOTH)], items=(ITEM, ITEM))
    assert asked.forms == ["json_schema", "json_object", "json_object"]
    assert asked.reply.rung is Rung.OBJECT


@pytest.mark.parametrize("status", [500, 501])
def test_a_server_that_fails_over_a_schema_and_says_so_is_asked_for_less_from_then_on(status: int) -> None:
    def behave(number: int, body: Json) -> Behaviour:
        form = body.get("response_format", {}).get("type")
        return fails(status, "JSON schema conversion failed") if form == "json_schema" else says(BOTH)

    asked = Asked(JSON, behave, items=(ITEM, ITEM))
    assert asked.failed is None
    assert asked.forms == ["json_schema", "json_schema", "json_object", "json_object"]  # it was given a second chance
    assert [reply.rung for reply in asked.replies] == [Rung.OBJECT, Rung.OBJECT]


@pytest.mark.parametrize(
    ("said", "rung"),
    [
        (BOTH, Rung.SCHEMA),
        (f" {BOTH}\n", Rung.SCHEMA),
        (f"```json\n{BOTH}\n```", Rung.OBJECT),
        ('{"answer": "positive"}', Rung.OBJECT),
        ("positive", Rung.TEXT),
    ],
)
def test_what_does_not_keep_to_the_schema_is_recorded_as_what_it_is(said: str, rung: Rung) -> None:
    asked = Asked(JSON, [says(said)])
    assert (asked.forms, asked.reply.label_id, asked.reply.rung) == (["json_schema"], POSITIVE, rung)


def test_a_server_that_is_down_is_not_asked_for_less() -> None:
    asked = Asked(JSON, [fails(500, "Internal error while reading JSON")])
    assert asked.failed is not None
    assert asked.failed.kind is Fault.SERVER
    assert asked.forms == ["json_schema", "json_schema"]


def test_a_form_refused_by_its_number_is_refused_too() -> None:
    asked = Asked(JSON, [fails(422, "response_format: extra fields not permitted"), says(BOTH)])
    assert (asked.forms, asked.reply.rung) == (["json_schema", "json_object"], Rung.OBJECT)


def test_an_answer_that_is_no_data_although_it_was_asked_for_is_free_text() -> None:
    reply = Asked(JSON, [says("The review is positive. | 70")]).reply
    assert (reply.label_id, reply.confidence, reply.rung) == (POSITIVE, 0.7, Rung.TEXT)


def test_an_item_that_is_refused_for_itself_changes_nothing_for_the_next() -> None:
    bad = LabelRequest("bad", SENTIMENT)

    def behave(number: int, body: Json) -> Behaviour:
        return fails(400, "cannot process this") if "bad" in body["messages"][-1]["content"] else says(BOTH)

    asked = Asked(JSON, behave, items=(bad,))
    assert asked.failed is not None
    assert asked.failed.kind is Fault.OTHER
    asked = Asked(JSON, behave, items=(ITEM, ITEM))
    assert asked.forms == ["json_schema", "json_schema"]


def test_probabilities_and_schema_are_given_up_one_by_one_as_they_are_refused() -> None:
    agent = spec(AnswerMode.JSON, ConfidenceMethod.PLAIN)

    def behave(number: int, body: Json) -> Behaviour:
        if body.get("logprobs"):
            return fails(400, "logprobs are not available")
        return NO_SCHEMA if body.get("response_format", {}).get("type") == "json_schema" else says(BOTH)

    asked = Asked(agent, behave, items=(ITEM, ITEM, ITEM))
    assert [reply.confidence_source for reply in asked.replies] == ["stated by the model, uncalibrated"] * 3
    assert asked.forms[-1] == "json_object"
    assert not asked.requests[-1].get("logprobs")
    assert len(asked.requests) == 3 + 2 + 1


def test_the_probability_of_a_label_inside_data_is_read_at_the_labels_own_tokens() -> None:
    tokens = places(
        ('{"', {'{"': 0.9, "positive": 0.1}),
        ("label", {"label": 1.0}),
        ('":', {'":': 1.0}),
        (' "', {' "': 1.0}),
        ("pos", {"pos": 0.7, "neg": 0.2, "Pos": 0.1}),
        ("itive", {"itive": 1.0}),
        ('"}', {'"}': 1.0}),
    )
    reply = Asked(spec(AnswerMode.JSON, ConfidenceMethod.PROBABILITY), [says('{"label": "positive"}', tokens)]).reply
    assert reply.distribution == pytest.approx({NEGATIVE: 0.2, POSITIVE: 0.8})
    assert (reply.confidence_source, reply.rung) == ("label probability", Rung.SCHEMA)
    assert reply.logprobs is not None
    assert reply.confidence == pytest.approx(0.8)


def test_guesses_become_a_distribution() -> None:
    three = LabelRequest("x", question("a1", "b2", "c3"))
    raw = json.dumps({"guesses": [{"label": "b2", "confidence": 60}, {"label": "a1", "confidence": 30}]})
    asked = Asked(spec(AnswerMode.JSON, ConfidenceMethod.TOP_K), [says(raw)], items=(three,))
    assert asked.reply.distribution == pytest.approx({1: 0.3, 2: 0.6, 3: 0.1})
    assert (asked.reply.label_id, asked.reply.confidence) == (2, pytest.approx(0.6))
    assert "stated by the model for its best guesses" in asked.reply.confidence_source
    assert asked.requests[0]["response_format"]["json_schema"]["schema"]["properties"]["guesses"]["type"] == "array"
    assert not asked.requests[0].get("logprobs")


def by_letter(shares: dict[str, float], *, probabilities: bool) -> Callable[[int, Json], Behaviour]:
    """A model that always sees the labels so, whatever their letters; it leans to the letter A on top."""

    def behave(number: int, body: Json) -> Behaviour:
        lines = [line for line in body["messages"][0]["content"].split("\n") if line[1:3] == ". "]
        given = {line[0]: shares[line[3:].partition(":")[0]] * (3.0 if line[0] == "A" else 1.0) for line in lines}
        total = sum(given.values())
        given = {letter: share / total for letter, share in given.items()}
        best = max(given, key=lambda letter: given[letter])
        tokens = places((best, given | {f" {best.lower()}": 1e-6}))
        return says(best, tokens if probabilities else None)

    return behave


LETTERS = spec(AnswerMode.LETTERS, ConfidenceMethod.PROBABILITY)


def test_letters_in_turned_orders_cancel_the_leaning_to_a_letter_out() -> None:
    shares = {"negative": 0.4, "positive": 0.6}
    asked = Asked(LETTERS, by_letter(shares, probabilities=True))
    raw = asked.reply.raw.split(BETWEEN)
    assert raw == ["A", "A"]
    one, other = 0.6 * 3 / (0.6 * 3 + 0.4), 0.6 / (0.6 + 0.4 * 3)
    assert asked.reply.label_id == POSITIVE
    assert asked.reply.confidence == pytest.approx((one + other) / 2, abs=1e-4)
    assert asked.reply.logprobs is not None
    assert math.exp(asked.reply.logprobs[POSITIVE]) == pytest.approx(asked.reply.confidence)
    assert asked.reply.confidence_source == "probability of the label's letter, mean over 2 orders of the letters"
    assert (asked.reply.rung, asked.reply.calls, asked.reply.tokens_in) == (Rung.LETTERS, 2, 80)
    assert not any(body.get("response_format") for body in asked.requests)


def test_letters_without_probabilities_are_votes() -> None:
    reply = Asked(LETTERS, by_letter({"negative": 0.1, "positive": 0.9}, probabilities=False)).reply
    assert (reply.label_id, reply.confidence, reply.logprobs) == (POSITIVE, 1.0, None)
    assert reply.confidence_source == "share of 2 orders of the letters"
    reply = Asked(LETTERS, by_letter({"negative": 0.4, "positive": 0.6}, probabilities=False)).reply
    assert reply.confidence == 0.5
    assert reply.distribution == {NEGATIVE: 0.5, POSITIVE: 0.5}


def test_an_order_without_a_letter_says_nothing_and_none_at_all_is_invalid() -> None:
    reply = Asked(LETTERS, [says("hm"), says("A")]).reply
    assert (reply.parse_status, reply.confidence) == (ParseStatus.LABEL, 0.75)
    reply = Asked(LETTERS, [says("hm")]).reply
    assert (reply.parse_status, reply.label_id, reply.distribution) == (ParseStatus.INVALID, None, None)
    assert reply.invalid_reason


@pytest.mark.parametrize("names", [tuple(f"l{i}" for i in range(27)), ("A", "B")])
def test_labels_that_letters_cannot_stand_for_are_refused_with_a_way_out(names: tuple[str, ...]) -> None:
    with pytest.raises(ModelProblem, match="letter") as caught:
        Asked(LETTERS, [says("A")], items=(LabelRequest("x", question(*names)),))
    assert "label itself" in caught.value.hint


SAMPLES = spec(AnswerMode.JSON, ConfidenceMethod.CONSISTENCY)


def test_repeated_answers_give_the_share_of_the_label_that_most_of_them_name() -> None:
    said = [says(json.dumps({"label": name})) for name in ("positive", "negative", "positive", "positive")]
    asked = Asked(SAMPLES, [*said, says("no idea")])
    assert (asked.reply.label_id, asked.reply.confidence) == (POSITIVE, pytest.approx((3 + 0.5) / 5))
    assert asked.reply.distribution == pytest.approx({NEGATIVE: 0.3, POSITIVE: 0.7})
    assert asked.reply.confidence_source == "share of 5 answers at temperature 0.7"
    assert (asked.reply.calls, asked.reply.tokens_in, asked.reply.tokens_out) == (5, 200, 20)
    assert asked.reply.rung is Rung.TEXT  # the lowest of them
    assert {body["temperature"] for body in asked.requests} == {0.7}


def test_samples_differ_by_their_seed_and_are_the_same_when_the_item_is_asked_about_again() -> None:
    once, again = (Asked(SAMPLES, [says('{"label": "positive"}')]) for _ in range(2))
    seeds = [body["seed"] for body in once.requests]
    assert len(set(seeds)) == 5
    assert seeds == [body["seed"] for body in again.requests]
    own = Asked(spec(AnswerMode.JSON, ConfidenceMethod.CONSISTENCY, seed=7, temperature=1.0), [says(BOTH)])
    assert {(body["seed"], body["temperature"]) for body in own.requests} == {(7, 1.0)}


def test_of_labels_named_as_often_the_one_named_first_is_taken() -> None:
    said = [says(json.dumps({"label": name})) for name in ("negative", "positive", "positive", "negative")]
    agent = spec(AnswerMode.JSON, ConfidenceMethod.CONSISTENCY, asks=4)
    reply = Asked(agent, said).reply
    assert (reply.label_id, reply.confidence) == (NEGATIVE, 0.5)


def test_repeated_guesses_give_the_mean_of_what_they_state() -> None:
    def guess(share: int) -> Behaviour:
        return says(json.dumps({"guesses": [{"label": "positive", "confidence": share}]}))

    agent = spec(AnswerMode.JSON, ConfidenceMethod.HYBRID, asks=3)
    reply = Asked(agent, [guess(90), guess(30), says("?")]).reply
    assert reply.distribution == pytest.approx({NEGATIVE: (0.1 + 0.7 + 0.5) / 3, POSITIVE: (0.9 + 0.3 + 0.5) / 3})
    assert "mean stated for the best guesses of 3 answers" in reply.confidence_source


def test_samples_without_any_label_are_invalid_with_the_reason() -> None:
    reply = Asked(SAMPLES, [says("no idea")]).reply
    assert (reply.parse_status, reply.calls) == (ParseStatus.INVALID, 5)
    assert reply.invalid_reason == "The reply names none of the labels."


@pytest.mark.parametrize("agent", [SAMPLES, spec(AnswerMode.LETTERS, ConfidenceMethod.PROBABILITY, asks=4)])
def test_a_failure_in_the_middle_says_how_much_was_paid_for_until_then(agent: AgentSpec) -> None:
    three = LabelRequest("x", question("first", "second", "third"))
    asked = Asked(agent, [says("B"), says("A"), fails(401, "The key was revoked.")], items=(three,))
    assert asked.failed is not None
    assert asked.failed.kind is Fault.KEY
    assert asked.failed.paid == (2, 80, 8, 0.0)
    assert asked.replies == []


CONTENT_FREE = spec(AnswerMode.LETTERS, ConfidenceMethod.CONTENT_FREE)


def test_what_a_model_says_to_inputs_without_content_is_taken_off() -> None:
    leaning = {"negative": 0.2, "positive": 0.8}
    wrapped = [Asked(agent, by_letter(leaning, probabilities=True), items=(ITEM, ITEM), wrap=wrap)
               for agent, wrap in ((LETTERS, lambda model: model), (CONTENT_FREE, ContentFreeModel))]  # fmt: skip
    raw, calibrated = wrapped
    assert raw.reply.confidence == pytest.approx(0.75, abs=0.1)
    assert calibrated.reply.confidence == pytest.approx(0.5, abs=0.01)  # it says no more to the item than to nothing
    assert calibrated.reply.logprobs == raw.reply.logprobs
    assert calibrated.reply.confidence_source == "label probability, divided by the prior of 3 inputs without content"
    first, second = calibrated.replies
    assert (first.calls, second.calls) == (2 + 3 * 2, 2)
    assert first.tokens_in == 40 * 8


def test_items_asked_about_together_wait_for_one_asking_without_content() -> None:
    with LoopbackServer(by_letter({"negative": 0.3, "positive": 0.7}, probabilities=True)) as server:
        agent = AgentSpec.from_content(CONTENT_FREE.to_content() | {"api_base": server.address})

        async def ask() -> list[Reply]:
            model = ContentFreeModel(await open_litellm(agent))
            try:
                return await asyncio.gather(*(model.ask(LabelRequest(str(i), SENTIMENT)) for i in range(4)))
            finally:
                await model.close()

        replies = asyncio.run(ask())
    assert sum(reply.calls for reply in replies) == len(server.requests) == 3 * 2 + 4 * 2


def test_a_failure_while_asking_without_content_is_the_items_and_is_booked() -> None:
    asked = Asked(CONTENT_FREE, [says("A"), says("A"), fails(401, "no")], wrap=ContentFreeModel)
    assert asked.failed is not None
    assert asked.failed.paid.calls == 2
