"""From what a model wrote to a label with a raw confidence."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

from annotator.domain.model import Label, Question
from annotator.llm.answer_logprobs import label_logprobs
from annotator.llm.chat_calls import Conversation, Heard
from annotator.llm.combining import Distribution, spread
from annotator.llm.confidence import plain
from annotator.llm.guesses import parse_guesses
from annotator.llm.methods import Rung, Shape
from annotator.llm.parsed import Parsed
from annotator.llm.parsing import parse_reply
from annotator.llm.protocol import LABEL_PROBABILITY, ParseStatus, Reply
from annotator.llm.reply_json import find
from annotator.texts import english

STATED = english("stated by the model, uncalibrated")
STATED_GUESSES = english("stated by the model for its best guesses, uncalibrated")
UNSTATED = english("none given: {confidence} assumed")
# Used where a model gives neither probabilities nor a number: half-way between a guess and certainty, so that
# such answers rank below those that come with a claim, and go to people at the usual thresholds.
ASSUMED = 0.5
_ORDER = list(Rung)


class Read(NamedTuple):
    """One answer, read. Without a label: the reason, and nothing else; confidence and source go with a label."""

    label_id: int | None
    reason: str = ""
    confidence: float | None = None
    source: str = ""
    distribution: Distribution | None = None
    logprobs: dict[int, float] | None = None
    note: str = ""


def read(heard: Heard, question: Question, shape: Shape) -> Read:
    """The label in one answer; its confidence by its tokens where their probabilities came along, else as stated."""
    names, labels = question.label_names(), question.labels
    if shape is Shape.GUESSES:
        return _guessed(heard, question)
    parsed = parse_reply(heard.raw, names)
    if parsed.position is None:
        return Read(None, unread(parsed, heard))
    label = labels[parsed.position]
    logprobs = label_logprobs(heard.places, labels, label.id)
    if logprobs is not None:
        probabilities = plain(logprobs)
        source = LABEL_PROBABILITY
        return Read(label.id, "", probabilities[label.id], source, probabilities, logprobs, parsed.note)
    confidence, source = _stated(parsed)
    return Read(label.id, "", confidence, source, _one(label, confidence, labels), None, parsed.note)


def unread(parsed: Parsed, heard: Heard) -> str:
    """Why an answer names no label."""
    if heard.cut:
        return english(
            "{reason} The model reached its limit of tokens before it came to an answer.", reason=parsed.reason
        )
    return parsed.reason


def rung_of(heard: Sequence[Heard]) -> Rung:
    """The lowest form that the answers came in: what was to be data and is none is free text, and data that does not
    keep to the schema asked for is an object."""
    return max((_really(one) for one in heard), key=_ORDER.index)


def reply(conversation: Conversation, answer: Read, *, seconds: float, rung: Rung | None = None) -> Reply:
    """What all calls about an item came to."""
    paid = conversation.paid
    return Reply(
        raw=conversation.raw,
        logprobs=answer.logprobs,
        label_id=answer.label_id,
        confidence=answer.confidence,
        confidence_source=answer.source,
        parse_status=ParseStatus.INVALID if answer.label_id is None else ParseStatus.LABEL,
        invalid_reason=answer.reason,
        tokens_in=paid.tokens_in,
        tokens_out=paid.tokens_out,
        seconds=seconds,
        cost=paid.cost,
        rung=rung or rung_of(conversation.heard),
        distribution=answer.distribution,
        calls=paid.calls,
        note=answer.note,
    )


def _guessed(heard: Heard, question: Question) -> Read:
    parsed, shares = parse_guesses(heard.raw, question.label_names())
    if parsed.position is None:
        return Read(None, unread(parsed, heard))
    labels = question.labels
    label = labels[parsed.position]
    if not shares:
        return Read(
            label.id,
            "",
            ASSUMED,
            UNSTATED.format(confidence=f"{ASSUMED:.2f}"),
            _one(label, ASSUMED, labels),
            None,
            parsed.note,
        )
    stated = {labels[position].id: share for position, share in shares.items()}
    distribution = spread(stated, [each.id for each in labels])
    return Read(label.id, "", distribution[label.id], STATED_GUESSES, distribution, None, parsed.note)


def _stated(parsed: Parsed) -> tuple[float, str]:
    return (ASSUMED, UNSTATED.format(confidence=f"{ASSUMED:.2f}")) if parsed.stated is None else (parsed.stated, STATED)


def _one(label: Label, confidence: float, labels: Sequence[Label]) -> Distribution:
    """So much for the label, the rest evenly for the others; a claim of 0 leaves everything to them."""
    others = len(labels) - 1
    return {each.id: confidence if each == label else (1.0 - confidence) / others for each in labels}


def _really(heard: Heard) -> Rung:
    if heard.rung not in (Rung.SCHEMA, Rung.OBJECT):
        return heard.rung
    if not find(heard.raw).values:
        return Rung.TEXT
    return heard.rung if _keeps_to_schema(heard.raw) else Rung.OBJECT


def _keeps_to_schema(raw: str) -> bool:
    """Whether it is nothing but an object of ours: many servers take a schema along and do not mind it."""
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and bool({"label", "guesses"} & value.keys())
