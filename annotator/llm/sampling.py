"""Self-consistency: the same question asked several times at some temperature, and how far the answers agree."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from annotator.domain.model import Question
from annotator.llm.agents import AgentSpec
from annotator.llm.chat_calls import ChatCalls, Conversation
from annotator.llm.combining import Distribution, certain, even, likeliest, mean
from annotator.llm.methods import ConfidenceMethod, shape_of
from annotator.llm.prompting import turns
from annotator.llm.protocol import LabelRequest
from annotator.llm.reading import Read, read
from annotator.texts import english

TEMPERATURE = 0.7
SHARE = english("share of {n} answers at temperature {temperature}")
MEAN_STATED = english("mean stated for the best guesses of {n} answers at temperature {temperature}")


async def ask_samples(conversation: Conversation, spec: AgentSpec, request: LabelRequest, calls: ChatCalls) -> Read:
    """Asks `spec.asks` times. The confidence is the share of the answers, or with guesses the mean of what they state;
    an answer without a label counts as one that says nothing."""
    question, shape = request.question, shape_of(spec.confidence)
    asked = turns(spec, request)
    temperature = float(calls.parameters.get("temperature") or TEMPERATURE)
    answers = []
    for number in range(spec.asks):
        varied = {"temperature": temperature} | _seed(calls, request, number)
        heard = await conversation.hear(asked, question.label_names(), **varied)
        answers.append(read(heard, question, shape))
    return _agreed(answers, question, spec, temperature)


def _seed(calls: ChatCalls, request: LabelRequest, number: int) -> dict[str, Any]:
    """Where servers take one: the samples of an item differ, and are the same when it is asked about again."""
    if not calls.takes_seed:
        return {}
    digest = hashlib.sha256(f"{request.question.text}\0{request.text}\0{number}".encode()).digest()
    return {"seed": int.from_bytes(digest[:4], "big") >> 1}


def _agreed(answers: Sequence[Read], question: Question, spec: AgentSpec, temperature: float) -> Read:
    named = [answer.label_id for answer in answers if answer.label_id is not None]
    if not named:
        return answers[0]
    label_ids = [label.id for label in question.labels]
    guessed = spec.confidence is ConfidenceMethod.HYBRID
    shares = mean([_share(answer, label_ids, guessed=guessed) for answer in answers])
    label_id = likeliest(shares, named)
    source = (MEAN_STATED if guessed else SHARE).format(n=len(answers), temperature=f"{temperature:g}")
    note = next((answer.note for answer in answers if answer.note and answer.label_id == label_id), "")
    return Read(label_id, "", shares[label_id], source, shares, None, note)


def _share(answer: Read, label_ids: Sequence[int], *, guessed: bool) -> Distribution:
    if answer.label_id is None:
        return even(label_ids)
    if guessed and answer.distribution is not None:
        return answer.distribution
    return certain(answer.label_id, label_ids)
