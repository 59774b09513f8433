"""Takes personal data out of items before a model reads them."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from annotator.domain.model import Question
from annotator.domain.redaction import Redaction, redact, restore
from annotator.llm.few_shot import MOST_EXAMPLES
from annotator.llm.protocol import LabelRequest, Model, Reply


class RedactingModel:
    """A model that never sees what is to be taken out; its replies keep the placeholders, see `restored`."""

    def __init__(self, model: Model, redaction: Redaction) -> None:
        self.name, self.family, self.local, self.in_flight = model.name, model.family, model.local, model.in_flight
        self._model = model
        self._redaction = redaction

    async def ask(self, request: LabelRequest) -> Reply:
        return await self._model.ask(redacted(request, self._redaction))

    async def close(self) -> None:
        await self._model.close()


def redacted(request: LabelRequest, redaction: Redaction) -> LabelRequest:
    """The request as the model may see it. Placeholders of the question and of examples are others than the item's."""
    text, *fields = redact([request.text, *(value for _, value in request.fields)], redaction).texts
    names = [name for name, _ in request.fields]
    examples = tuple((_example(shown, redaction), label) for shown, label in request.examples)
    question = _question(request.question, redaction)
    fields_sent = tuple(zip(names, fields, strict=True))
    return replace(request, text=text, fields=fields_sent, examples=examples, question=question)


@lru_cache(maxsize=MOST_EXAMPLES)  # mostly the same with every item
def _example(text: str, redaction: Redaction) -> str:
    return redact([text], redaction, mark="E").texts[0]


@lru_cache(maxsize=8)  # the same with every item of a run
def _question(question: Question, redaction: Redaction) -> Question:
    """The names of labels stay as they are: the model has to answer with exactly these."""
    described = [label.description for label in question.labels]
    texts = [question.name, question.text, question.guideline, *described]
    name, text, guideline, *told = redact(texts, redaction, mark="Q").texts
    labels = tuple(replace(label, description=d) for label, d in zip(question.labels, told, strict=True))
    return replace(question, name=name, text=text, guideline=guideline, labels=labels)


def restored(reply: str, request: LabelRequest, redaction: Redaction) -> str:
    """A raw reply for display: what its placeholders stand for is worked out from the item again, and is not stored."""
    texts = [request.text, *(value for _, value in request.fields)]
    return restore(reply, redact(texts, redaction).mapping)
