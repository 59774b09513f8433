"""Contextual calibration: what a model says to inputs without content is taken off what it says to an item."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import numpy as np

from annotator.llm.confidence import CONTENT_FREE, Floats, as_matrix, calibrate
from annotator.llm.protocol import CallFailed, LabelRequest, Model, Paid, Reply
from annotator.texts import english

SOURCE = english("label probability, divided by the prior of {n} inputs without content")

_Key = tuple[object, ...]


class ContentFreeModel:
    """A model that gives label probabilities, calibrated by inputs without content ("Calibrate before use", ICML 2021).

    The inputs are asked about once for each question and set of examples; what that costs is booked with the item that
    came first. Raw log-probabilities stay as they are.
    """

    def __init__(self, model: Model) -> None:
        self.name, self.family, self.local, self.in_flight = model.name, model.family, model.local, model.in_flight
        self._model = model
        self._priors: dict[_Key, Floats] = {}
        self._asking = asyncio.Lock()

    async def ask(self, request: LabelRequest) -> Reply:
        prior, paid = await self._prior(request)
        try:
            reply = await self._model.ask(request)
        except CallFailed as failed:
            failed.paid = paid.plus(failed.paid)
            raise
        return _with(_calibrated(reply, prior), paid)

    async def close(self) -> None:
        await self._model.close()

    async def _prior(self, request: LabelRequest) -> tuple[Floats, Paid]:
        """(n_inputs, n_labels) log-probabilities, and what was paid for them now."""
        key = (request.question, request.examples)
        async with self._asking:
            if key in self._priors:
                return self._priors[key], Paid()
            paid, found = Paid(), []
            for text in CONTENT_FREE:
                reply = await self._ask_about(text, request, paid)
                paid = paid.plus(Paid(reply.calls, reply.tokens_in, reply.tokens_out, reply.cost))
                if reply.logprobs is not None:
                    found.append(reply.logprobs)
            self._priors[key] = as_matrix(found, [label.id for label in request.question.labels])
            return self._priors[key], paid

    async def _ask_about(self, text: str, request: LabelRequest, paid: Paid) -> Reply:
        fields = tuple((name, text) for name, _ in request.fields)
        try:
            return await self._model.ask(replace(request, text=text, fields=fields))
        except CallFailed as failed:
            failed.paid = paid.plus(failed.paid)
            raise


def _calibrated(reply: Reply, prior: Floats) -> Reply:
    """The reply with the label and confidence after calibration; as it is where there is nothing to calibrate."""
    if reply.logprobs is None or not len(prior):
        return reply
    label_ids = list(reply.logprobs)
    [shares] = calibrate(as_matrix([reply.logprobs], label_ids), prior.mean(axis=0))
    best = int(np.argmax(shares))
    return replace(
        reply,
        label_id=label_ids[best],
        confidence=float(shares[best]),
        confidence_source=SOURCE.format(n=len(prior)),
        distribution=dict(zip(label_ids, shares.tolist(), strict=True)),
    )


def _with(reply: Reply, paid: Paid) -> Reply:
    total = paid.plus(Paid(reply.calls, reply.tokens_in, reply.tokens_out, reply.cost))
    return replace(reply, calls=total.calls, tokens_in=total.tokens_in, tokens_out=total.tokens_out, cost=total.cost)
