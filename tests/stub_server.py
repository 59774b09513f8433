"""An OpenAI-compatible server in a process of its own, fast enough for 10,000 items, that misbehaves as it is told.

It answers about texts that hold "item 123", and what goes wrong depends on nothing but the seed, that number and how
often it was asked about. Usage of the process: python -m tests.stub_server '{"seed": 1, ...}'.
"""

from __future__ import annotations

import asyncio
import json
import random
import re
import subprocess
import sys
import time
import urllib.request
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from email.utils import formatdate
from pathlib import Path
from types import TracebackType
from typing import Any

LABELS = ("good", "bad")
MAIN = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Misbehaviour:
    """Shares of requests that go wrong, 0 to 1, and when; latency and retry_after in seconds.

    refused: 429, half of them with a Retry-After. revoked: the number of replies after which a key is answered 401.
    """

    seed: int = 0
    latency: float = 0.0
    refused: float = 0.0
    failed: float = 0.0
    hanging: float = 0.0
    cut: float = 0.0
    invalid: float = 0.0
    retry_after: float = 0.05
    revoked: Mapping[str, int] = field(default_factory=dict)


class StubServer:
    """The running process. `counts` is what it has seen so far."""

    def __init__(self, misbehaviour: Misbehaviour | None = None) -> None:
        self._settings = json.dumps(asdict(misbehaviour or Misbehaviour()))
        self.address = ""

    def __enter__(self) -> StubServer:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.stub_server", self._settings],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=MAIN,
        )
        assert self._process.stdout is not None
        self.address = f"http://127.0.0.1:{int(self._process.stdout.readline())}/v1"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()  # which ends it
        self._process.wait(10)
        self._process.stdout.close()

    def counts(self) -> Counts:
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(f"{self.address}/counts", timeout=10) as response:
            return Counts(**json.load(response))


@dataclass
class Counts:
    """requests: all that asked for a reply; paid: whole replies, by item; ended: requests by what became of them.

    at_once: the most requests that were under way together.
    """

    requests: int = 0
    paid: dict[str, int] = field(default_factory=dict)
    ended: dict[str, int] = field(default_factory=dict)
    at_once: int = 0

    @property
    def replies(self) -> int:
        return sum(self.paid.values())


class _Server:
    """What all connections share."""

    def __init__(self, how: Misbehaviour) -> None:
        self.how = how
        self.counts = Counts()
        self.under_way = 0
        self._asked: Counter[str] = Counter()
        self._served: Counter[str] = Counter()

    def decide(self, item: str, key: str) -> str:
        """What becomes of a request, as one of the names in `Counts.ended`."""
        self.counts.requests += 1
        if self._served[key] >= self.how.revoked.get(key, sys.maxsize):
            return "revoked"
        self._asked[item] += 1
        chance = random.Random(f"{self.how.seed} {item} {self._asked[item]}").random()
        for name in ("refused", "failed", "hanging", "cut"):
            chance -= getattr(self.how, name)
            if chance < 0:
                return name
        self._served[key] += 1
        return "paid"

    def reply(self, item: str, body: Mapping[str, Any]) -> bytes:
        wrong = random.Random(f"{self.how.seed} {item}").random() < self.how.invalid
        label = "neither of them" if wrong else LABELS[int(item) % len(LABELS)]
        text = json.dumps({"label": label, "confidence": 90}) if "response_format" in body else f"{label} | 90"
        message = {"role": "assistant", "content": text}
        usage = {"prompt_tokens": 40, "completion_tokens": 4, "total_tokens": 44}
        content = {"id": "x", "object": "chat.completion", "created": 1, "model": "m", "usage": usage}
        choices = [{"index": 0, "message": message, "finish_reason": "stop"}]
        return json.dumps(content | {"choices": choices}).encode()


class _Connection(asyncio.Protocol):
    """One connection: requests one after the other, kept alive."""

    def __init__(self, server: _Server) -> None:
        self._server = server
        self._buffer = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        while request := self._whole_request():
            self._take(*request)

    def _whole_request(self) -> tuple[str, dict[str, str], bytes] | None:
        """(request line, headers, body) when all of it is there."""
        end = self._buffer.find(b"\r\n\r\n")
        if end < 0:
            return None
        first, *lines = self._buffer[:end].decode("latin-1").split("\r\n")
        headers = {name.casefold(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        whole = end + 4 + int(headers.get("content-length", 0))
        if len(self._buffer) < whole:
            return None
        body, self._buffer = self._buffer[end + 4 : whole], self._buffer[whole:]
        return first, headers, body

    def _take(self, first: str, headers: Mapping[str, str], content: bytes) -> None:
        path = first.split()[1]
        if not path.endswith("/chat/completions"):
            found = asdict(self._server.counts) if path.endswith("/counts") else {"data": [{"id": "m"}]}
            self._send(200, json.dumps(found).encode())
            return
        body = json.loads(content)
        item = re.findall(r"item (\d+)", body["messages"][-1]["content"])[-1]
        fate = self._server.decide(item, headers.get("authorization", "").removeprefix("Bearer "))
        counts = self._server.counts
        self._server.under_way += 1
        counts.at_once = max(counts.at_once, self._server.under_way)
        if fate == "hanging":
            self._count(fate)
            return
        asyncio.get_running_loop().call_later(self._server.how.latency, self._end, fate, item, body)

    def _end(self, fate: str, item: str, body: Mapping[str, Any]) -> None:
        if self._transport.is_closing():
            self._count("given up")
            return
        self._count(fate)
        if fate == "paid":
            self._server.counts.paid[item] = self._server.counts.paid.get(item, 0) + 1
            self._send(200, self._server.reply(item, body))
        elif fate == "cut":
            self._send(200, self._server.reply(item, body), cut=True)
        elif fate == "refused":
            self._fail(429, "slow down", self._patience(item))
        elif fate == "revoked":
            self._fail(401, "Incorrect API key provided.")
        else:
            self._fail(500, "oops")

    def _patience(self, item: str) -> str:
        """A Retry-After in seconds or as a date, or none."""
        wanted = self._server.how.retry_after
        whole = formatdate(time.time() + 1, usegmt=True)
        return ("", f"Retry-After: {wanted}\r\n", "", f"Retry-After: {whole if wanted >= 1 else wanted}\r\n")[
            int(item) % 4
        ]

    def _fail(self, status: int, message: str, header: str = "") -> None:
        self._send(status, json.dumps({"error": {"message": message, "type": "error", "code": None}}).encode(), header)

    def _send(self, status: int, body: bytes, header: str = "", *, cut: bool = False) -> None:
        head = f"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n{header}\r\n"
        self._transport.write(head.encode() + (body[: len(body) // 2] if cut else body))
        if cut:
            self._transport.close()

    def _count(self, fate: str) -> None:
        self._server.under_way -= 1
        ended = self._server.counts.ended
        ended[fate] = ended.get(fate, 0) + 1


async def _serve(how: Misbehaviour) -> None:
    shared = _Server(how)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: _Connection(shared), "127.0.0.1", 0)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await loop.run_in_executor(None, sys.stdin.read)  # ends with whoever started it


if __name__ == "__main__":
    asyncio.run(_serve(Misbehaviour(**json.loads(sys.argv[1]))))
