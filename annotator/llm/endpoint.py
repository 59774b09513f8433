"""One model at one address, asked through the caller's process (see `caller`)."""

from __future__ import annotations

import asyncio
import hashlib
import itertools
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from annotator.llm import caller, reach, traffic
from annotator.llm.caller import Caller
from annotator.llm.places import is_loopback, place_of
from annotator.llm.protocol import CallFailed, Fault
from annotator.llm.reach import NotAllowed
from annotator.llm.responses import Response, from_data

Message = dict[str, str]

_numbers = itertools.count(1)


@dataclass
class Endpoint:
    """A litellm model name with, for an OpenAI-compatible server, its address (ending in /v1) and key.

    Without an address litellm finds the provider's own, and its key in the environment unless one is given.
    timeout: seconds for one request.
    """

    model: str
    api_base: str = ""
    api_key: str = field(default="", repr=False)
    timeout: float = 60.0
    _number: int = field(default_factory=_numbers.__next__, init=False, repr=False)
    _caller: Caller | None = field(default=None, init=False, repr=False)

    async def complete(self, messages: Sequence[Message], **parameters: Any) -> Response:
        """The response to one request, sent once, in a run as its traffic says; raises CallFailed, and NotAllowed where
        it would leave for a place that is not allowed."""
        place = self.place
        with reach.bound_for(place):
            return await self._complete(messages, parameters, place)

    async def _complete(self, messages: Sequence[Message], parameters: dict[str, Any], place: str) -> Response:
        way = traffic.current()
        content = {"messages": messages, "parameters": parameters}
        if way is None:
            return await self._send(content, place, self.timeout)
        timeout, key = way.timeout or self.timeout, ""
        if way.kept is not None:
            key = _key(self.model, self.api_base, content)
            if (kept := way.kept.take(key)) is not None:
                return way.came_before(self.model, messages, parameters, kept)

        async def send() -> Response:
            return await self._send(content, place, timeout, 0 if way.kept is None else way.kept.file, key)

        response: Response = await way.send(self.model, messages, parameters, send)
        return response

    async def _send(
        self, content: dict[str, Any], place: str, timeout: float, file: int = 0, key: str = ""
    ) -> Response:
        answer = await self._ask("call", place, **content, timeout=timeout, file=file, key=key)
        return from_data(answer["reply"], answer["number"])

    async def post(self, path: str, body: dict[str, Any]) -> Any:
        """The JSON that the server itself answers outside /v1, as llama.cpp's /tokenize; raises CallFailed."""
        return await self._json("POST", f"{self.root}{path}", body)

    async def get(self, path: str) -> Any:
        return await self._json("GET", f"{self.root}{path}", None)

    async def get_v1(self, path: str) -> Any:
        return await self._json("GET", f"{self.api_base}{path}", None)

    @property
    def root(self) -> str:
        return self.api_base.removesuffix("/v1")

    @property
    def place(self) -> str:
        """See `places.place_of`; worked out for each request, since the environment may have its say in it."""
        return place_of(self.model, self.api_base)

    @property
    def loopback(self) -> bool:
        return is_loopback(self.api_base)

    async def close(self) -> None:
        used, self._caller = self._caller, None
        if used is not None:
            used.tell("close", endpoint=self._number)

    async def _json(self, method: str, url: str, body: dict[str, Any] | None) -> Any:
        place = self.place
        with reach.bound_for(place):
            return (await self._ask("json", place, method=method, url=url, body=body))["json"]

    async def _ask(self, what: str, place: str, **content: Any) -> Mapping[str, Any]:
        """What the caller answers; raises what went wrong there as if it had happened here."""
        if self._caller is None:
            self._caller = await asyncio.to_thread(caller.current)
        way_there = {"endpoint": self._number, "model": self.model, "api_base": self.api_base, "api_key": self.api_key}
        answer = await caller.answer_to(
            self._caller,
            what,
            **way_there,
            line_timeout=self.timeout,
            place=place,
            also=sorted(reach.allowed_now()),
            **content,
        )
        if "failed" in answer:
            raise CallFailed(Fault(answer["failed"]), answer["message"], retry_after=answer["retry_after"])
        if "not_allowed" in answer:
            raise NotAllowed(answer["not_allowed"])
        if "bug" in answer:
            raise RuntimeError(answer["bug"])
        return answer


def _key(model: str, api_base: str, content: Mapping[str, Any]) -> str:
    """The same for the same request, whatever key it is made with."""
    return hashlib.sha256(json.dumps([model, api_base, content]).encode()).hexdigest()[:32]
