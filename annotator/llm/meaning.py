"""What texts mean, as vectors by the built-in model: texts that are alike lie near each other. Nothing leaves this
machine for it."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from annotator.errors import ModelProblem
from annotator.llm.embedded import WEIGHTS, EmbeddedServer, check_processor, find_weights
from annotator.llm.endpoint import Endpoint
from annotator.llm.protocol import CallFailed
from annotator.texts import say

Vector = NDArray[np.float16]

READ = 1_000  # bytes of a text that are read, about 170 words; never more than as many tokens
SIZE = 576  # numbers of a vector
BYTES = 2 * SIZE  # of a vector
BATCH = 16  # texts that are read with one request
RATE = 3.5  # short texts a second on two cores that others use, too; before any has been read here
_READING = f"{WEIGHTS}, mean, {READ}"  # a vector that was made in another way is another one
_TIMEOUT = 120.0  # seconds


class CannotRead(ModelProblem):
    """The built-in model does not run on this machine; the message says why."""


class Reader:
    """The built-in model while it reads; a process of its own."""

    def __init__(self, server: EmbeddedServer) -> None:
        self._server = server
        self._endpoint = Endpoint("openai/reader", f"{server.address}/v1", server.key, timeout=_TIMEOUT)

    @classmethod
    async def start(cls) -> Reader:
        """Ready in about a second. Raises CannotRead."""
        try:
            return cls(await EmbeddedServer.start(reading=True))
        except ModelProblem as problem:
            raise CannotRead(problem.message, hint=problem.hint) from problem

    async def vectors(self, texts: Sequence[str]) -> list[Vector]:
        """(SIZE,) of each text, of length 1; zeros for one without any character. Equal texts have equal vectors."""
        begun = [_begun(text) for text in texts]
        asked = [text for text in begun if text]
        found = iter(await self._read(asked) if asked else [])
        return [next(found) if text else np.zeros(SIZE, np.float16) for text in begun]

    async def close(self) -> None:
        await self._endpoint.close()
        self._server.stop()

    async def _read(self, texts: Sequence[str]) -> list[Vector]:
        body = {"input": list(texts), "encoding_format": "base64"}
        try:
            answer = await self._endpoint.post("/v1/embeddings", body)
        except CallFailed as problem:
            raise ModelProblem(
                say("The built-in model could not read a text: {reason}", reason=str(problem)),
                hint=say("Start again: what was read is kept. It needs about 250 MB of free memory."),
            ) from problem
        rows = sorted(answer["data"], key=lambda row: row["index"])
        return [np.frombuffer(base64.b64decode(row["embedding"]), "<f4").astype(np.float16) for row in rows]


def key_of(text: str) -> bytes:
    """16 bytes, equal for texts that have the same vector by the same model."""
    return hashlib.sha256(f"{_READING}\n{_begun(text)}".encode()).digest()[:16]


def why_not() -> str:
    """Why the built-in model is known not to run on this machine, in a sentence; "" where nothing speaks against it."""
    try:
        find_weights()
        check_processor()
    except ModelProblem as problem:
        return problem.message
    return ""


def _begun(text: str) -> str:
    """The start of a text, without half a character at its end."""
    return text.strip().encode("utf-8", "ignore")[:READ].decode("utf-8", "ignore").strip()
