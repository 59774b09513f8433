"""An OpenAI-compatible server on loopback that answers, fails or hangs as a test wants."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Mapping, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Json = dict[str, Any]


class Exchange:
    """One request to /v1/chat/completions and the ways to end it."""

    def __init__(self, handler: BaseHTTPRequestHandler, body: Json, closing: threading.Event) -> None:
        self.body = body
        self.closing = closing
        self._handler = handler

    def send(self, status: int, content: Json, headers: Mapping[str, str] | None = None) -> None:
        data = json.dumps(content).encode()
        self._head(status, len(data), headers or {})
        self._handler.wfile.write(data)

    def send_half(self, content: Json) -> None:
        data = json.dumps(content).encode()
        self._head(200, len(data), {})
        self._handler.wfile.write(data[: len(data) // 2])
        self._handler.wfile.flush()
        self._handler.connection.shutdown(socket.SHUT_RDWR)

    def _head(self, status: int, length: int, headers: Mapping[str, str]) -> None:
        self._handler.send_response(status)
        self._handler.send_header("Content-Type", "application/json")
        self._handler.send_header("Content-Length", str(length))
        for name, value in headers.items():
            self._handler.send_header(name, value)
        self._handler.end_headers()


Behaviour = Callable[[Exchange], None]
Place = tuple[str, Mapping[str, float]]  # the token taken, and the log-probability of each alternative


def says(text: str, places: Sequence[Place] | None = None, *, finish: str = "stop") -> Behaviour:
    """A right reply; with `places`, its tokens' log-probabilities where the request asks for them."""

    def behave(exchange: Exchange) -> None:
        wanted = places if exchange.body.get("logprobs") else None
        exchange.send(200, completion(text, wanted, finish=finish))

    return behave


def fails(status: int, message: str, *, code: str = "", headers: Mapping[str, str] | None = None) -> Behaviour:
    error = {"error": {"message": message, "type": code or "error", "code": code or None}}
    return lambda exchange: exchange.send(status, error, headers)


def hangs(exchange: Exchange) -> None:
    """Silence until the server is closed."""
    exchange.closing.wait()


def breaks_off(exchange: Exchange) -> None:
    """Half a reply, then the connection is cut."""
    exchange.send_half(completion("positive | 90", None))


def completion(text: str, places: Sequence[Place] | None, *, finish: str = "stop") -> Json:
    choice: Json = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": finish}
    if places is not None:
        choice["logprobs"] = {"content": [_place(*place) for place in places]}
    usage = {"prompt_tokens": 40, "completion_tokens": 4, "total_tokens": 44}
    return {"id": "x", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice], "usage": usage}


def _place(token: str, alternatives: Mapping[str, float]) -> Json:
    top = [{"token": text, "logprob": value, "bytes": None} for text, value in alternatives.items()]
    return {"token": token, "logprob": alternatives[token], "bytes": None, "top_logprobs": top}


class LoopbackServer:
    """Serves in a thread while its `with` block runs.

    behave: called with the number of the chat request (from 0) and its body, gives what to do.
    key: if set, requests without it are answered with 401.
    """

    def __init__(
        self, behave: Callable[[int, Json], Behaviour], *, models: Sequence[str] = ("m",), key: str = ""
    ) -> None:
        self.requests: list[Json] = []
        self.headers: list[dict[str, str]] = []
        self._behave = behave
        self._models = list(models)
        self._key = key
        self._closing = threading.Event()
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def __enter__(self) -> LoopbackServer:
        self._thread.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()  # waits for the handlers' threads
        self._thread.join()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                models = {"object": "list", "data": [{"id": name, "object": "model"} for name in outer._models]}
                found = self.path == "/v1/models"
                Exchange(self, {}, outer._closing).send(200 if found else 404, models if found else {})

            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                exchange = Exchange(self, body, outer._closing)
                if self.path != "/v1/chat/completions":
                    exchange.send(404, {})
                elif outer._key and self.headers["Authorization"] != f"Bearer {outer._key}":
                    fails(401, "Incorrect API key provided.", code="invalid_api_key")(exchange)
                else:
                    outer._take(dict(self.headers), body)(exchange)

            def log_message(self, format: str, *args: object) -> None:
                """Nothing: a test's output is its own."""

        return Handler

    def _take(self, headers: dict[str, str], body: Json) -> Behaviour:
        with self._lock:
            number = len(self.requests)
            self.requests.append(body)
            self.headers.append(headers)
        return self._behave(number, body)
