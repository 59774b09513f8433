"""What a model's reply leaves in the file, the call itself and an annotation, and how it is found again there."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from annotator.domain.model import NewAnnotation, Question, Status
from annotator.llm.agents import AgentSpec
from annotator.llm.methods import Rung
from annotator.llm.pricing import PriceSource
from annotator.llm.protocol import CallFailed, LabelRequest, ParseStatus, Reply
from annotator.llm.traffic import Tally
from annotator.storage import answers, calls, trials
from annotator.storage.calls import Call
from annotator.storage.database import Db

FAILED = "failed"  # the parse status of a call without a reply
CAP = "cap"  # the error class of an item whose calls were broken off to keep a cap
# Another number where requests that look the same are made, or their replies read, in another way than before.
READING = 1


@dataclass(frozen=True)
class Asked:
    """What was asked: in which run, about which item, and what exactly (see `Hashes`)."""

    run_id: int
    item_id: int
    request_hash: str


@dataclass(frozen=True)
class Answered:
    """A call that is over, on its way into the file. reply: None where it failed. numbers: of the requests that were
    answered, until it is saved."""

    call: Call
    annotation: NewAnnotation | None
    reply: Reply | None
    numbers: tuple[str, ...] = ()


class Hashes:
    """Gives requests of one agent and question a hash, equal where they ask the same thing in the same way.

    Everything that decides the reply is in it, also how often an agent asks; nothing else is, so that it is the same in
    another project, and after what an agent is called, or could have been shown, has changed.
    """

    def __init__(self, spec: AgentSpec, question: Question) -> None:
        labels = [[label.name, label.description] for label in question.labels]
        asked = [question.name, question.text, question.noun, question.guideline, labels]
        self._base = hashlib.sha256(_text([READING, spec.without_examples.content_hash(), asked]))

    def of(self, request: LabelRequest) -> str:
        """32 hexadecimal digits."""
        found = self._base.copy()
        found.update(_text([request.text, request.fields, request.examples]))
        return found.hexdigest()[:32]


def answered(asked: Asked, reply: Reply, tally: Tally | None) -> Answered:
    """The raw reply is kept whatever it says; one that names no label is an invalid annotation.

    tally: of the requests that it took; None where the reply was known before.
    """
    labelled = reply.parse_status is ParseStatus.LABEL
    call = Call(
        run_id=asked.run_id,
        item_id=asked.item_id,
        request_hash=asked.request_hash,
        reply=reply.raw,
        parse_status=reply.parse_status.value,
        reason=reply.invalid_reason or ("text cut to fit the model" if reply.truncated else ""),
        note=reply.note,
        suspicion=reply.suspicion,
        error_class="",
        rung=reply.rung.value,
        label_id=reply.label_id,
        confidence=reply.confidence,
        confidence_source=reply.confidence_source,
        logprobs=reply.logprobs,
        distribution=reply.distribution,
        truncated=reply.truncated,
        answers=reply.calls,
        seconds=0.0 if tally is None else reply.seconds,
        **_used(tally, reply),
    )
    annotation = NewAnnotation(
        item_id=asked.item_id,
        status=Status.LABEL if labelled else Status.INVALID,
        label_id=reply.label_id if labelled else None,
        confidence=reply.confidence if labelled else None,
        distribution=reply.distribution if labelled else None,
        comment=reply.suspicion,
        flagged=bool(reply.suspicion),
        seconds=reply.seconds,
        run_id=asked.run_id,
    )
    return Answered(call, annotation, reply, () if tally is None else tuple(tally.numbers))


def unanswered(asked: Asked, kind: str, message: str, tally: Tally, seconds: float) -> Answered:
    """Calls without a reply are no annotation: the item is asked about again by the next run."""
    call = Call(
        run_id=asked.run_id,
        item_id=asked.item_id,
        request_hash=asked.request_hash,
        reply="",
        parse_status=FAILED,
        reason=message,
        note="",
        suspicion="",
        error_class=kind,
        rung="",
        label_id=None,
        confidence=None,
        confidence_source="",
        logprobs=None,
        distribution=None,
        truncated=False,
        answers=tally.answered,
        requests=tally.sent,
        tokens_in=tally.tokens_in,
        tokens_out=tally.tokens_out,
        cost=tally.cost,
        price_source=tally.source.value,
        seconds=seconds,
    )
    return Answered(call, None, None, tuple(tally.numbers))


def failed(asked: Asked, error: CallFailed, tally: Tally, seconds: float) -> Answered:
    return unanswered(asked, error.kind.value, error.message, tally, seconds)


def save(db: Db, annotator_id: int, question: Question, batch: Sequence[Answered]) -> None:
    """Store the calls and their annotations in one transaction."""
    with db.atomic():
        calls.add(db, [each.call for each in batch])
        new = [each.annotation for each in batch if each.annotation is not None]
        if new:
            answers.record(db, annotator_id, question.id, new, kind="prelabel", version=question.version)


def known(db: Db, request_hashes: Sequence[str]) -> dict[str, Reply]:
    """The replies that this project has to such requests, of runs and of tries; they cost nothing again."""
    found = trials.answered_before(db, request_hashes) | calls.answered_before(db, request_hashes)
    return {hash_: _reply(call) for hash_, call in found.items()}


def portable(reply: Reply, question: Question) -> str:
    """A reply as JSON, with the labels' names in place of their ids, for another project."""
    names = {label.id: label.name for label in question.labels}
    content: dict[str, Any] = {name: getattr(reply, name) for name in _PLAIN}
    content |= {name: _renamed(getattr(reply, name), names) for name in _BY_LABEL}
    content["label"] = None if reply.label_id is None else names[reply.label_id]
    return json.dumps(content | {"parse_status": reply.parse_status.value, "rung": reply.rung.value})


def from_portable(text: str, question: Question) -> Reply | None:
    """The reply for this project's labels; None where it is not one that fits them."""
    ids = {label.name: label.id for label in question.labels}
    try:
        content = json.loads(text)
        label = content["label"]
        values: dict[str, Any] = {name: content[name] for name in _PLAIN}
        values |= {name: _renamed(content[name], ids) for name in _BY_LABEL}
        values |= {"parse_status": ParseStatus(content["parse_status"]), "rung": Rung(content["rung"])}
        return Reply(**values, label_id=None if label is None else ids[label])
    except (ValueError, KeyError, TypeError):
        return None


def _used(tally: Tally | None, reply: Reply) -> dict[str, Any]:
    """The columns of a call for what the reply took."""
    if tally is None:
        return _columns(0, 0, 0, 0.0, PriceSource.CACHE)
    if not tally.sent:  # a model that does not go through an endpoint says itself what it took
        source = PriceSource.LOCAL if reply.cost == 0 else PriceSource.UNKNOWN
        return _columns(reply.calls, reply.tokens_in, reply.tokens_out, reply.cost, source)
    return _columns(tally.sent, tally.tokens_in, tally.tokens_out, tally.cost, tally.source)


def _columns(requests: int, tokens_in: int, tokens_out: int, cost: float | None, source: PriceSource) -> dict[str, Any]:
    tokens = {"tokens_in": tokens_in, "tokens_out": tokens_out}
    return {"requests": requests, **tokens, "cost": cost, "price_source": source.value}


def _reply(call: Call) -> Reply:
    return Reply(
        raw=call.reply,
        logprobs=call.logprobs,
        label_id=call.label_id,
        confidence=call.confidence,
        confidence_source=call.confidence_source,
        parse_status=ParseStatus(call.parse_status),
        invalid_reason=call.reason if call.parse_status == ParseStatus.INVALID else "",
        tokens_in=call.tokens_in or 0,
        tokens_out=call.tokens_out or 0,
        seconds=call.seconds,
        cost=call.cost,
        truncated=call.truncated,
        rung=Rung(call.rung),
        distribution=call.distribution,
        calls=call.answers,
        note=call.note,
        suspicion=call.suspicion,
    )


def _renamed(by_label: dict[Any, float] | None, names: dict[Any, Any]) -> dict[Any, float] | None:
    return None if by_label is None else {names[label]: value for label, value in by_label.items()}


def _text(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


_BY_LABEL = ("logprobs", "distribution")
_PLAIN = (
    "raw",
    "confidence",
    "confidence_source",
    "invalid_reason",
    "tokens_in",
    "tokens_out",
    "seconds",
    "cost",
    "truncated",
    "calls",
    "note",
    "suspicion",
)
