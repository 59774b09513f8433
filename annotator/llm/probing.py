"""Tries a model out with a small request: whether it answers, how fast, and what it supports."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, replace

from annotator.domain.model import Label, Question
from annotator.errors import ModelProblem
from annotator.llm.agents import EMBEDDED, AgentSpec, make_spec
from annotator.llm.chat_calls import ChatCalls, Heard
from annotator.llm.litellm_model import LitellmModel, open_litellm, stays_here
from annotator.llm.methods import AnswerMode, ConfidenceMethod, Rung
from annotator.llm.pacing import Retries
from annotator.llm.pricing import MILLION, Price, PriceSource, price_of
from annotator.llm.protocol import CallFailed, LabelRequest, Reply
from annotator.llm.reading import rung_of
from annotator.texts import figure, numeral, say

LONGEST = 30.0  # seconds for the answer to one request; whoever has pressed a button waits for no more
LONGEST_ASK = 5.0  # seconds; a server that asks for more patience has shown what it can
_QUESTION = Question("Sentiment", "Is this text pleased or not?", (Label("pleased", id=1), Label("displeased", id=2)))
_REQUEST = LabelRequest("What a lovely day!", _QUESTION)
_TURNS = (
    # Nothing of JSON: what answers with it keeps to the schema that goes along.
    {"role": "system", "content": "Is the text pleased or displeased? Reply with one of these words."},
    {"role": "user", "content": _REQUEST.text},
)


@dataclass(frozen=True)
class Probe:
    """What a request to a model showed.

    seconds: until the answer was there, with the start of the built-in model. probabilities, schemas: whether answers
    come with the probabilities of their tokens, and keep to a JSON schema. price_in, price_out: US dollars for a
    million tokens, None where nobody knows. model: the name by which the server calls it. price_source: who says them.
    """

    seconds: float
    probabilities: bool
    schemas: bool
    price_in: float | None
    price_out: float | None
    model: str
    price_source: PriceSource = PriceSource.UNKNOWN

    @property
    def sentence(self) -> str:
        supports = {
            (True, True): say("supports probabilities and JSON schemas"),
            (True, False): say("supports {able}", able=say("probabilities")),
            (False, True): say("supports {able}", able=say("JSON schemas")),
            (False, False): say("supports neither probabilities nor JSON schemas"),
        }[self.probabilities, self.schemas]
        return say(
            "“{model}” answered in {seconds} s and {supports}; {price}.",
            model=self.model,
            seconds=figure(self.seconds, 1),
            supports=supports,
            price=self._price,
        )

    @property
    def _price(self) -> str:
        if self.price_in is None or self.price_out is None:
            return say("its price is unknown")
        if self.price_in == self.price_out == 0:
            return say("it costs nothing")
        by = say(", as you have set it") if self.price_source is PriceSource.USER else ""
        return say(
            "a million tokens cost ${price_in} in and ${price_out} out{by}",
            price_in=figure(self.price_in, 2),
            price_out=figure(self.price_out, 2),
            by=by,
        )


async def probe(spec: AgentSpec, *, api_key: str = "") -> Probe:
    """Asks the agent's model one question of our own; no item is sent. Raises ModelProblem with the next step, also
    where a server is silent for `LONGEST`."""
    started = time.perf_counter()
    try:
        if spec.answer is AnswerMode.LIKELIHOOD:
            return await _likelihood(spec, api_key, started)
        return await _chat(spec, api_key)
    except TimeoutError:
        raise silent(spec.display_name, LONGEST) from None
    except CallFailed as failed:
        raise ModelProblem(failed.message, hint=say("Check the model's name, its address and its key.")) from failed


def silent(model: str, seconds: float) -> ModelProblem:
    """Of a model that has not answered for so long."""
    return ModelProblem(
        say("“{model}” did not answer within {seconds} s.", model=model, seconds=numeral(format(seconds, "g"))),
        hint=say("Check that its server is not busy; one that is still loading the model answers a later test."),
    )


async def _likelihood(spec: AgentSpec, api_key: str, started: float) -> Probe:
    """A llama.cpp server: it gives probabilities, or this fails; schemas are not needed."""
    from annotator.llm.registry import open_model

    plain = replace(spec.without_examples, confidence=ConfidenceMethod.PROBABILITY)
    model = await open_model(plain, api_key=api_key)
    try:
        async with asyncio.timeout(None if spec.model == EMBEDDED else LONGEST):
            reply: Reply = await model.ask(_REQUEST)
    finally:
        await model.close()
    seconds = time.perf_counter() - started if spec.model == EMBEDDED else reply.seconds
    price = price_of(spec.model, spec.api_base, local=model.local)
    return _found(spec, price, seconds, probabilities=reply.logprobs is not None, schemas=False, model="")


async def _chat(spec: AgentSpec, api_key: str) -> Probe:
    bare = make_spec(spec.model, spec.api_base, answer=AnswerMode.JSON, confidence=ConfidenceMethod.PROBABILITY)
    asked = replace(bare, parameters=spec.parameters)
    model = await open_litellm(asked, api_key=api_key, retries=Retries(attempts=2, longest_ask=LONGEST_ASK))
    assert isinstance(model, LitellmModel)
    try:
        heard, seconds = await _heard(model.calls)
    finally:
        await model.close()
    if not heard.raw.strip():
        raise ModelProblem(
            say("“{model}” answered with nothing.", model=heard.model or spec.display_name),
            hint=say("Check on its server whether it is loaded, or name another model."),
        )
    price = price_of(spec.model, spec.api_base, local=stays_here(spec))
    schemas = heard.rung is Rung.SCHEMA and rung_of([heard]) is Rung.SCHEMA
    return _found(spec, price, seconds, probabilities=bool(heard.places), schemas=schemas, model=heard.model)


async def _heard(calls: ChatCalls) -> tuple[Heard, float]:
    """The answer on the highest rung that the server takes, and the seconds that it took, once it is known which
    rung that is and the connection stands."""
    names = _QUESTION.label_names()
    async with asyncio.timeout(LONGEST):
        await calls.hear(_TURNS, names, logprobs=True)
    started = time.perf_counter()
    async with asyncio.timeout(LONGEST):
        heard = await calls.hear(_TURNS, names, logprobs=True)
    return heard, time.perf_counter() - started


def _found(spec: AgentSpec, price: Price, seconds: float, *, probabilities: bool, schemas: bool, model: str) -> Probe:
    return Probe(
        seconds=seconds,
        probabilities=probabilities,
        schemas=schemas,
        price_in=price.each_in * MILLION if price.known else None,
        price_out=price.each_out * MILLION if price.known else None,
        model=model or spec.display_name,
        price_source=price.source,
    )
