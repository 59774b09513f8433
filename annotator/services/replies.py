"""What a call to a model leaves in the file: the call itself and, where there was a reply, an annotation."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from annotator.domain.model import NewAnnotation, Question, Status
from annotator.llm.agents import AgentSpec
from annotator.llm.protocol import CallFailed, LabelRequest, ParseStatus, Reply
from annotator.storage import answers, runs
from annotator.storage.database import Db


@dataclass(frozen=True)
class Asked:
    """A call that was made: in which run, about which item, and what exactly (see `request_hash`)."""

    run_id: int
    item_id: int
    request_hash: str


@dataclass(frozen=True)
class Answered:
    """A call that is over, on its way into the file."""

    call: runs.Call
    annotation: NewAnnotation | None


def request_hash(spec: AgentSpec, request: LabelRequest) -> str:
    """Equal for requests that ask the same thing in the same way."""
    question = replace(request.question, id=0, version=0)
    content = [spec.content_hash(), repr(question), request.text, repr(request.examples)]
    return hashlib.sha256("\0".join(content).encode()).hexdigest()


def answered(asked: Asked, reply: Reply) -> Answered:
    """The raw reply is kept whatever it says; one that names no label is an invalid annotation."""
    labelled = reply.parse_status is ParseStatus.LABEL
    call = _call(asked, reply.parse_status.value, reply.seconds)
    call = call._replace(
        reply=reply.raw,
        reason=reply.invalid_reason or ("text cut to fit the model" if reply.truncated else ""),
        logprobs=reply.logprobs,
        confidence_source=reply.confidence_source,
        tokens_in=reply.tokens_in,
        tokens_out=reply.tokens_out,
        cost=reply.cost,
    )
    annotation = NewAnnotation(
        item_id=asked.item_id,
        status=Status.LABEL if labelled else Status.INVALID,
        label_id=reply.label_id if labelled else None,
        confidence=reply.confidence if labelled else None,
        seconds=reply.seconds,
        run_id=asked.run_id,
    )
    return Answered(call, annotation)


def unanswered(asked: Asked, failed: CallFailed, seconds: float) -> Answered:
    """A call without a reply is no annotation: the item is asked about again by the next run."""
    call = _call(asked, "failed", seconds)
    return Answered(call._replace(reason=failed.message, error_class=failed.kind.value), None)


def save(db: Db, annotator_id: int, question: Question, batch: Sequence[Answered]) -> None:
    """Store the calls and their annotations in one transaction."""
    with db.atomic():
        runs.add_calls(db, [answered.call for answered in batch])
        new = [answered.annotation for answered in batch if answered.annotation is not None]
        if new:
            answers.record(db, annotator_id, question.id, new, kind="prelabel", version=question.version)


def _call(asked: Asked, status: str, seconds: float) -> runs.Call:
    return runs.Call(
        run_id=asked.run_id,
        item_id=asked.item_id,
        request_hash=asked.request_hash,
        reply="",
        parse_status=status,
        reason="",
        error_class="",
        logprobs=None,
        confidence_source="",
        tokens_in=None,
        tokens_out=None,
        cost=None,
        seconds=seconds,
    )
