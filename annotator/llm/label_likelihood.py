"""Labels by their likelihood instead of by generation: what small models are good for.

The assistant's turn is started for the model ("Sentiment:"), and the probabilities of the tokens that open each
label are read from the reply. Works with any llama.cpp server, since it needs /tokenize and an answer's start.
"""

from __future__ import annotations

import asyncio
import math
import time
from dataclasses import dataclass, field
from typing import Any

from annotator.domain.model import Label, Question
from annotator.errors import ModelProblem
from annotator.llm.agents import AgentSpec
from annotator.llm.confidence import plain
from annotator.llm.endpoint import Endpoint
from annotator.llm.label_tree import Node, build_tree, spellings
from annotator.llm.methods import Rung
from annotator.llm.pacing import Retries
from annotator.llm.prompting import CUT_MARK, Message, answer_start, turns
from annotator.llm.protocol import LABEL_PROBABILITY, CallFailed, Fault, LabelRequest, Paid, ParseStatus, Reply
from annotator.texts import say

ALTERNATIVES = 100
DEFAULT_CONTEXT = 4096
_SPARE = 16  # tokens: the answer, and what joining the texts may add
_LEAST = 1e-12  # probability given where rounding leaves nothing


@dataclass
class _Usage:
    tokens_in: int = 0
    tokens_out: int = 0
    read: list[str] = field(default_factory=list)

    def add(self, response: Any) -> None:
        if response.usage is not None:
            self.tokens_in += response.usage.prompt_tokens
            self.tokens_out += response.usage.completion_tokens
        self.read.append(response.choices[0].message.content or "")


class LikelihoodModel:
    """Asks one llama.cpp endpoint for the likelihood of each label."""

    def __init__(self, endpoint: Endpoint, spec: AgentSpec, *, context: int, retries: Retries | None = None) -> None:
        self.name = spec.display_name
        self.family = spec.family
        self.local = endpoint.loopback
        self.in_flight = 2
        self._endpoint = endpoint
        self._context = context
        self._retries = retries or Retries()
        self._spec = spec
        self._parameters = dict(spec.parameters)
        # One item at a time: requests about two items in turns would each lose the other's cached prompt.
        self._turn = asyncio.Lock()
        self._trees: dict[tuple[Label, ...], Node] = {}
        self._texts: dict[tuple[int, ...], str] = {}

    @classmethod
    async def open(cls, endpoint: Endpoint, spec: AgentSpec) -> LikelihoodModel:
        """Checks that the server is one that this way of asking works with."""
        try:
            properties = await endpoint.get("/props")
            await endpoint.post("/tokenize", {"content": " a"})
        except CallFailed as failed:
            await endpoint.close()
            raise ModelProblem(
                say(
                    "The server at {api_base} does not give label likelihoods: {message}",
                    api_base=endpoint.api_base,
                    message=failed.message,
                ),
                hint=say("This works with llama.cpp servers; ask any other model by chat."),
            ) from failed
        context = properties.get("default_generation_settings", {}).get("n_ctx", DEFAULT_CONTEXT)
        return cls(endpoint, spec, context=context)

    async def ask(self, request: LabelRequest) -> Reply:
        started = time.perf_counter()
        usage = _Usage()
        text = await self._fitting(request)
        tree = await self._tree(request.question)
        asked = turns(self._spec, request, text=text)
        start = answer_start(self._spec, request)
        async with self._turn:
            probability = await self._walked(tree, asked, start, usage)
        logprobs = {label.id: math.log(max(probability[label.id], _LEAST)) for label in request.question.labels}
        shares = plain(logprobs)
        best = max(shares, key=lambda label: shares[label])
        return Reply(
            raw=" ".join(usage.read[:1]),
            logprobs=logprobs,
            label_id=best,
            confidence=shares[best],
            confidence_source=LABEL_PROBABILITY,
            parse_status=ParseStatus.LABEL,
            tokens_in=usage.tokens_in,
            tokens_out=usage.tokens_out,
            seconds=time.perf_counter() - started,
            cost=0.0 if self.local else None,
            truncated=text != request.text,
            rung=Rung.LIKELIHOOD,
            calls=len(usage.read),
            distribution=shares,
        )

    async def close(self) -> None:
        await self._endpoint.close()

    async def _walked(self, tree: Node, messages: list[Message], start: str, usage: _Usage) -> dict[int, float]:
        """Probability by label id; a CallFailed says what was used until then."""
        try:
            return await self._walk(tree, messages, start, usage)
        except CallFailed as failed:
            cost = 0.0 if self.local else None
            failed.paid = Paid(len(usage.read), usage.tokens_in, usage.tokens_out, cost if usage.read else 0.0)
            raise

    async def _walk(self, node: Node, messages: list[Message], start: str, usage: _Usage) -> dict[int, float]:
        """Probability by label id of all labels that go on from the node, given that the answer is there."""
        token = await self._tokens(node, messages, start, usage)
        found: dict[int, float] = {}
        for token_id, label in node.leaves.items():
            found[label] = found.get(label, 0.0) + token.get(token_id, 0.0)
        for token_id, inner in node.inner.items():
            below = await self._walk(inner, messages, start, usage)
            for label, share in below.items():
                found[label] = found.get(label, 0.0) + token.get(token_id, 0.0) * share
        if node.ended is not None:
            # The shorter label has what its longer neighbours leave.
            rest = max(_LEAST, 1.0 - sum(token.values()))
            found[node.ended] = found.get(node.ended, 0.0) + rest
        return found

    async def _tokens(self, node: Node, messages: list[Message], start: str, usage: _Usage) -> dict[int, float]:
        """Probability of the node's next tokens; at least one of each group is in it.

        A server reports its most probable tokens and the one it took. What is missing is asked for once more,
        with a bias that makes the server take the best of the group; the reported value is without the bias.
        """
        wanted = {token for group in node.groups() for token in group}
        found = await self._next_tokens(node, wanted, messages, start, usage)
        for group in node.groups():
            if not any(token in found for token in group):
                found |= await self._next_tokens(node, set(group), messages, start, usage)
        return {token: found[token] for token in wanted if token in found}

    async def _next_tokens(
        self, node: Node, wanted: set[int], messages: list[Message], start: str, usage: _Usage
    ) -> dict[int, float]:
        turn = [*messages, {"role": "assistant", "content": start + await self._text(node.path)}]
        parameters = self._parameters | {
            "max_tokens": 1,
            "temperature": 0,
            "logprobs": True,
            "top_logprobs": ALTERNATIVES,
            "logit_bias": {str(token): 100 for token in wanted},
        }
        response = await self._retries.run(lambda: self._endpoint.complete(turn, **parameters))
        usage.add(response)
        return _reported(response)

    async def _tree(self, question: Question) -> Node:
        key = question.labels
        if key not in self._trees:
            tokens = {tuple(await self._tokenize(text)): label for text, label in spellings(question.labels).items()}
            tree = build_tree(tokens)
            await self._check(tree)
            self._trees[key] = tree
        return self._trees[key]

    async def _check(self, node: Node) -> None:
        """Raises ModelProblem where a token that tells labels apart ends within a character: a server reports no
        probabilities for a reply of half a character."""
        for token in (token for group in node.groups() for token in group):
            if "\ufffd" in await self._text((token,)):
                raise ModelProblem(
                    say("This model splits the labels' letters into pieces and cannot tell the labels apart."),
                    hint=say("Give the labels names in Latin letters, or choose a model that is asked by chat."),
                )
        for inner in node.inner.values():
            await self._check(inner)

    async def _fitting(self, request: LabelRequest) -> str:
        """The item's text, cut at a word and marked so where the prompt would be too long for the model."""
        text = request.text
        room = self._context - _SPARE
        while True:
            joined = "\n".join(m["content"] for m in turns(self._spec, request, text=text))
            marks = 8 * (2 * len(request.examples) + 3)
            if len(joined.encode()) + marks <= room:  # a token is at least one byte
                return text
            needed = len(await self._tokenize(joined)) + marks
            if needed <= room:
                return text
            text = _cut(text, len(text) * room / needed - len(CUT_MARK) - 8)
            if not text:
                raise CallFailed(Fault.CONTEXT, say("The question and its examples are too long for this model."))

    async def _tokenize(self, text: str) -> list[int]:
        answer = await self._retries.run(lambda: self._endpoint.post("/tokenize", {"content": text}))
        return [int(token) for token in answer["tokens"]]

    async def _text(self, tokens: tuple[int, ...]) -> str:
        if tokens and tokens not in self._texts:
            answer = await self._retries.run(lambda: self._endpoint.post("/detokenize", {"tokens": list(tokens)}))
            self._texts[tokens] = str(answer["content"])
        return self._texts[tokens] if tokens else ""


def _reported(response: Any) -> dict[int, float]:
    """Probability by token id at the answer's next place."""
    logprobs = getattr(response.choices[0], "logprobs", None)
    places = logprobs.content if logprobs is not None else None
    if not places or getattr(places[0], "id", None) is None:
        raise ModelProblem(
            say("The server does not report the probabilities of single tokens."),
            hint=say("Label likelihood works with llama.cpp servers; ask any other model by chat."),
        )
    place = places[0]
    return {top.id: math.exp(top.logprob) for top in place.top_logprobs} | {place.id: math.exp(place.logprob)}


def _cut(text: str, length: float) -> str:
    """At most so many characters of the text, up to the end of a word if there is one near, with a mark."""
    kept = text.removesuffix(CUT_MARK)[: max(0, int(length))]
    at_word = kept.rsplit(maxsplit=1)[0] if kept.split() else ""
    if len(at_word) >= len(kept) // 2:
        kept = at_word
    return f"{kept}{CUT_MARK}" if kept else ""
