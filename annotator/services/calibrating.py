"""Turning an agent's raw label log-probabilities into confidences that can be trusted."""

from __future__ import annotations

import contextlib
from collections.abc import Awaitable, Callable, Sequence

import numpy as np

from annotator.domain.model import Question
from annotator.llm.confidence import BATCH_AT_LEAST, CONTENT_FREE, as_matrix, batch_calibration, calibrate
from annotator.llm.few_shot import Pairs
from annotator.llm.protocol import CallFailed, LabelRequest, Reply
from annotator.llm.reach import Withdrawn
from annotator.storage import answers, audit, runs
from annotator.storage.database import Db


def needs_content_free(replies: int) -> bool:
    """Whether so many replies are too few for batch calibration, so that inputs without content must say the prior."""
    return 0 < replies < BATCH_AT_LEAST


def without_content(question: Question, examples: Pairs = ()) -> list[LabelRequest]:
    """What is asked to learn the prior of a model for the labels, after the same examples."""
    return [LabelRequest(text, question, examples) for text in CONTENT_FREE]


async def content_free(
    ask: Callable[[LabelRequest], Awaitable[Reply]], question: Question, examples: Pairs = ()
) -> list[dict[int, float]]:
    """What a model that is asked so says to inputs without content: its prior for the labels, where items are too few
    for one."""
    found = []
    for request in without_content(question, examples):
        with contextlib.suppress(CallFailed, Withdrawn):  # the confidences are then what the model says, and called so
            reply = await ask(request)
            if reply.logprobs is not None:
                found.append(reply.logprobs)
    return found


def recalibrate(
    db: Db, question: Question, agent_id: int, annotator_id: int, *, content_free: Sequence[dict[int, float]] = ()
) -> None:
    """Set label, confidence and distribution of all the agent's answers from its raw log-probabilities.

    The raw values stay as they are, so that this can be done again whenever more answers are in.
    """
    label_ids = [label.id for label in question.labels]
    # Replies from before a label was added say nothing of it; their answers stay as they are.
    wanted = set(label_ids)
    raw = {item_id: z for item_id, z in runs.raw_logprobs(db, agent_id, question.id) if wanted <= z.keys()}
    if not raw:
        return
    z = as_matrix(list(raw.values()), label_ids)
    found = batch_calibration(z, content_free=as_matrix(list(content_free), label_ids))
    probabilities = calibrate(z, found.mean)
    best = probabilities.argmax(axis=1)
    parameters = {"mean": found.mean.tolist(), "labels": label_ids, "source": found.source}
    with db.atomic():
        op = audit.begin(db, "calibrate", annotator_id=annotator_id)
        audit.append(db, op, [("calibration", [agent_id, question.id], None, parameters)])
        runs.put_calibration(db, agent_id, question.id, method=found.method, parameters=parameters, answers=found.n)
        answers.rewrite_confidence(
            db,
            question.id,
            annotator_id,
            [
                (item_id, label_ids[k], float(np.clip(p[k], 0, 1)), dict(zip(label_ids, p.tolist(), strict=True)))
                for item_id, k, p in zip(raw, best, probabilities, strict=True)
            ],
        )
