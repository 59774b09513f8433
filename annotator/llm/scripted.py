"""A model whose replies are a function of the request: for trying a workflow without any real model."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from annotator.llm.confidence import plain
from annotator.llm.parsing import parse_reply
from annotator.llm.protocol import LABEL_PROBABILITY, LabelRequest, ParseStatus, Reply
from annotator.texts import english

STATED = english("stated by the script")

# A text is parsed like any model's; a mapping gives the probability of each label by name.
Said = str | Mapping[str, float]


class ScriptedModel:
    """Replies as `script` says; what it raises is raised. `asked` lists the requests in their order."""

    def __init__(self, script: Callable[[LabelRequest], Said], *, name: str = "scripted") -> None:
        self.name = name
        self.family = name
        self.local = True
        self.in_flight = 4
        self.asked: list[LabelRequest] = []
        self.closed = False
        self._script = script

    async def ask(self, request: LabelRequest) -> Reply:
        self.asked.append(request)
        said = self._script(request)
        return _spoken(said, request) if isinstance(said, str) else _probable(said, request)

    async def close(self) -> None:
        self.closed = True


def _spoken(said: str, request: LabelRequest) -> Reply:
    parsed = parse_reply(said, request.question.label_names())
    valid = parsed.position is not None
    return Reply(
        raw=said,
        logprobs=None,
        label_id=None if parsed.position is None else request.question.labels[parsed.position].id,
        confidence=(0.5 if parsed.stated is None else parsed.stated) if valid else None,
        confidence_source=STATED if valid else "",
        parse_status=ParseStatus.LABEL if valid else ParseStatus.INVALID,
        invalid_reason=parsed.reason,
        cost=0.0,
    )


def _probable(said: Mapping[str, float], request: LabelRequest) -> Reply:
    logprobs = {label.id: math.log(max(said.get(label.name, 0.0), 1e-12)) for label in request.question.labels}
    best = max(logprobs, key=lambda label: logprobs[label])
    return Reply(
        raw=max(said, key=lambda name: said[name]),
        logprobs=logprobs,
        label_id=best,
        confidence=plain(logprobs)[best],
        distribution=plain(logprobs),
        confidence_source=LABEL_PROBABILITY,
        parse_status=ParseStatus.LABEL,
        cost=0.0,
    )
