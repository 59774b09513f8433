"""Calls by chat, on the highest rung of the ladder of answer forms that the server accepts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from annotator.llm import litellm_facts
from annotator.llm.agents import AgentSpec
from annotator.llm.endpoint import Endpoint
from annotator.llm.methods import AnswerMode, Rung, shape_of
from annotator.llm.pacing import Retries
from annotator.llm.pricing import charged, price_of
from annotator.llm.prompting import Message
from annotator.llm.protocol import BETWEEN, CallFailed, Fault, Paid
from annotator.llm.schemas import response_format

TOP_LOGPROBS = 20  # the most that OpenAI allows
MAX_TOKENS = 512
MAX_TOKENS_REASONING = 4096
_LADDER = (Rung.SCHEMA, Rung.OBJECT, Rung.TEXT)
_OF_LOGPROBS = re.compile(r"logprobs", re.IGNORECASE)
_OF_FORM = re.compile(r"response_format|json|schema|grammar|structured", re.IGNORECASE)
_NAMED = re.compile(r"response_format|json[ _]?schema|grammar|structured output|guided|logprobs", re.IGNORECASE)


@dataclass(frozen=True)
class Heard:
    """One answer as it came. places: its tokens with their log-probabilities, empty where the server gives none.

    rung: the form that was asked for. cut: whether the model reached its limit of tokens. model: its name as the
    server says it.
    """

    raw: str
    rung: Rung
    places: Sequence[Any]
    cut: bool
    paid: Paid
    model: str = ""


class ChatCalls:
    """Makes calls to one endpoint, and remembers which forms of answer it refused.

    To be made on a worker thread, since what litellm knows of the model is asked for.
    """

    def __init__(self, endpoint: Endpoint, spec: AgentSpec, *, local: bool, retries: Retries | None = None) -> None:
        self.endpoint = endpoint
        self.parameters: dict[str, Any] = _defaults(spec.model) | dict(spec.parameters)
        supported = litellm_facts.supported(spec.model)
        self.takes_seed = "seed" in supported and "seed" not in self.parameters
        self.rung = _first_rung(spec)
        self.logprobs = "logprobs" in supported
        self._shape = shape_of(spec.confidence)
        self._price = price_of(spec.model, spec.api_base, local=local)
        self._retries = retries or Retries()

    async def hear(
        self, turns: Sequence[Message], names: Sequence[str], *, logprobs: bool = False, **parameters: Any
    ) -> Heard:
        """The answer to one request; raises CallFailed.

        A request that is refused as a whole is made again without what may have been refused: what the refusal names,
        else probabilities first and then the form. What went well without is not asked for again.
        """
        wanted = logprobs and self.logprobs
        rung, with_logprobs = self.rung, wanted
        while True:
            try:
                response = await self._send(turns, names, rung, with_logprobs, parameters)
                break
            except CallFailed as failed:
                if not _refuses_form(failed) or (rung is Rung.TEXT and not with_logprobs):
                    raise
                rung, with_logprobs = _without_refused(failed.message, rung, with_logprobs)
        self._remember(rung, refused_logprobs=wanted and not with_logprobs)
        return self._heard(response, rung)

    async def say(self, turns: Sequence[Message]) -> tuple[str, Paid]:
        """What the model writes to a request without any form, and what it cost; raises CallFailed."""
        heard = self._heard(await self._send(turns, (), Rung.TEXT, False, {}), Rung.TEXT)
        return heard.raw, heard.paid

    def _remember(self, rung: Rung, *, refused_logprobs: bool) -> None:
        if _LADDER.index(rung) > _LADDER.index(self.rung):
            self.rung = rung  # what was wrong was the form; probabilities are tried again with the next item
        elif refused_logprobs and rung is self.rung:
            self.logprobs = False

    async def _send(
        self, turns: Sequence[Message], names: Sequence[str], rung: Rung, logprobs: bool, parameters: dict[str, Any]
    ) -> Any:
        wanted = self.parameters | parameters
        if logprobs:
            wanted |= {"logprobs": True, "top_logprobs": TOP_LOGPROBS}
        if form := response_format(rung, self._shape, names):
            wanted |= {"response_format": form}
        return await self._retries.run(lambda: self.endpoint.complete(turns, drop_params=True, **wanted))

    def _heard(self, response: Any, rung: Rung) -> Heard:
        choice = response.choices[0] if response.choices else None
        raw = (choice.message.content or "") if choice else ""
        finish = choice.finish_reason if choice else ""
        if finish == "content_filter" and not raw:
            raise CallFailed(Fault.REFUSED, "The provider refused the item's content.", paid=self._paid(response))
        places = getattr(getattr(choice, "logprobs", None), "content", None) or ()
        return Heard(raw, rung, places, finish == "length", self._paid(response), str(response.model or ""))

    def _paid(self, response: Any) -> Paid:
        usage = getattr(response, "usage", None)
        tokens_in = getattr(usage, "prompt_tokens", 0) or 0
        tokens_out = getattr(usage, "completion_tokens", 0) or 0
        return Paid(1, tokens_in, tokens_out, charged(response, self._price)[0])


class Conversation:
    """The calls about one item: all that was heard, and what it cost also where a later call fails."""

    def __init__(self, calls: ChatCalls) -> None:
        self.heard: list[Heard] = []
        self._calls = calls

    async def hear(self, turns: Sequence[Message], names: Sequence[str], **wanted: Any) -> Heard:
        """As `ChatCalls.hear`; a CallFailed tells what was paid for this item before."""
        try:
            heard = await self._calls.hear(turns, names, **wanted)
        except CallFailed as failed:
            failed.paid = self.paid.plus(failed.paid)
            raise
        self.heard.append(heard)
        return heard

    @property
    def paid(self) -> Paid:
        total = Paid()
        for heard in self.heard:
            total = total.plus(heard.paid)
        return total

    @property
    def raw(self) -> str:
        return BETWEEN.join(heard.raw for heard in self.heard)


def _refuses_form(failed: CallFailed) -> bool:
    """Whether less may be asked for instead. Some servers fail in place of refusing; they are only taken to refuse
    where they name the form themselves."""
    return failed.kind is Fault.OTHER or (failed.kind is Fault.SERVER and bool(_NAMED.search(failed.message)))


def _without_refused(refusal: str, rung: Rung, logprobs: bool) -> tuple[Rung, bool]:
    """What to ask for next after a request for this form, with or without probabilities, was refused."""
    below = _LADDER[min(_LADDER.index(rung) + 1, len(_LADDER) - 1)]
    if logprobs and (_OF_LOGPROBS.search(refusal) or not _OF_FORM.search(refusal)):
        return rung, False
    return (below if _OF_FORM.search(refusal) else Rung.TEXT), logprobs and rung is not Rung.TEXT


def _first_rung(spec: AgentSpec) -> Rung:
    """The highest form worth asking for: of models that litellm knows as it says, of servers by address all."""
    if spec.answer is not AnswerMode.JSON:
        return Rung.TEXT
    if spec.api_base or litellm_facts.supports_schema(spec.model):
        return Rung.SCHEMA
    return Rung.OBJECT if "response_format" in litellm_facts.supported(spec.model) else Rung.TEXT


def _defaults(model: str) -> dict[str, Any]:
    return {"temperature": 0, "max_tokens": MAX_TOKENS_REASONING if litellm_facts.reasons(model) else MAX_TOKENS}
