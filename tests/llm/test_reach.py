"""Tests of annotator.llm.reach and annotator.llm.places: where a request goes, and that it goes nowhere else."""

from __future__ import annotations

import asyncio
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from annotator.errors import ModelProblem
from annotator.llm import caller, reach
from annotator.llm.agents import make_spec
from annotator.llm.caller_calls import Line
from annotator.llm.endpoint import Endpoint
from annotator.llm.litellm_setup import load_litellm
from annotator.llm.places import is_own_address, place_of
from annotator.llm.protocol import CallFailed
from annotator.llm.reach import NotAllowed
from annotator.llm.registry import open_model
from tests.loopback import LoopbackServer, says

MESSAGES = [{"role": "user", "content": "Good?"}]
ELSEWHERE = "192.0.2.1"  # kept for documentation; nobody has it
OUTSIDE = "0.0.0.0"  # reaches this machine, and is not literally it, so that it counts as a place elsewhere
not_on_windows = pytest.mark.skipif(sys.platform == "win32", reason="0.0.0.0 reaches nothing there")


@contextmanager
def sending_elsewhere(address: str, status: int = 307) -> Iterator[str]:
    """A server on this machine that redirects whatever it is sent; gives its own address."""

    class Redirecting(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"] or 0))
            self.send_response(status)
            self.send_header("Location", f"{address}{self.path}")
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_GET = do_POST

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Redirecting)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class Overheard:
    """A server on this machine that refuses all it is sent. heard: the path and headers of each request."""

    def __enter__(self) -> Overheard:
        heard: list[str] = []

        class Refusing(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["Content-Length"] or 0))
                heard.append(f"{self.path} {self.headers}")
                self.send_response(401)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.heard = heard
        self._server = HTTPServer(("127.0.0.1", 0), Refusing)
        self._thread = threading.Thread(target=self._server.serve_forever)
        self._thread.start()
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        return self

    def __exit__(self, *exc: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@contextmanager
def watched(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """The addresses that sockets were told to connect to and that are not literally this machine; none elsewhere is
    connected to."""
    tried: list[object] = []
    real = socket.socket.connect

    def connect(self: socket.socket, address: object) -> None:
        if isinstance(address, tuple) and address[0] not in ("127.0.0.1", "::1"):
            tried.append(address)
            if address[0] != OUTSIDE:
                raise OSError("refused by the test")
        real(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", connect)
    yield tried


def port_of(address: str) -> int:
    return int(address.rpartition(":")[2])


def complete(model: str, address: str = "", *, through_the_caller: bool = False) -> object:
    """A request as the caller's process makes it, or through that."""

    async def ask() -> object:
        if through_the_caller:
            endpoint = Endpoint(model, address, "key", timeout=20.0)
            return await endpoint.complete(MESSAGES, max_tokens=5)
        line = Line(model, address, "key")
        try:
            return await line.complete(MESSAGES, 20.0, {"max_tokens": 5})
        finally:
            await line.close()

    return asyncio.run(ask())


@pytest.mark.parametrize(
    ("model", "address", "place"),
    [
        ("openai/m", "http://127.0.0.1:8080/v1", ""),
        ("openai/m", "http://[::1]:8080/v1", ""),
        ("openai/m", "http://localhost:8080/v1", ""),
        ("openai/m", "http://LOCALHOST:8080/v1", ""),
        ("openai/m", "http://127.9.9.9/v1", ""),
        ("openai/m", "http://192.168.1.5:8080/v1", "192.168.1.5"),
        ("openai/m", "http://gpu.local:8080/v1", "gpu.local"),
        ("openai/m", "http://localhost.example.org/v1", "localhost.example.org"),
        ("openai/m", "http://127.0.0.1.nip.io/v1", "127.0.0.1.nip.io"),
        ("openai/m", "http://localhost@example.org/v1", "example.org"),
        ("openai/m", "http://0.0.0.0:8080/v1", "0.0.0.0"),
        ("openai/gpt-4o", "", "openai"),
        ("anthropic/claude-x", "", "anthropic"),
        ("ollama/qwen3", "", ""),
        ("lm_studio/m", "", ""),
    ],
)
def test_only_what_is_literally_this_machine_is_no_place(model: str, address: str, place: str) -> None:
    assert place_of(model, address) == place


@pytest.mark.parametrize(
    ("variable", "value", "model", "place"),
    [
        ("OPENAI_API_BASE", "https://llm.example.org/v1", "openai/gpt-4o", "llm.example.org"),
        ("OPENAI_BASE_URL", "https://llm.example.org/v1", "gpt-4o", "llm.example.org"),
        ("OPENAI_API_BASE", "http://localhost:4000/v1", "openai/gpt-4o", ""),
        ("ANTHROPIC_BASE_URL", "https://llm.example.org", "anthropic/claude-x", "llm.example.org"),
        ("OLLAMA_API_BASE", "http://192.168.1.5:11434", "ollama/qwen3", "192.168.1.5"),
        ("OLLAMA_API_BASE", "192.168.1.5:11434", "ollama_chat/qwen3", "192.168.1.5"),
        ("OLLAMA_HOST", "http://gpu.local:11434", "ollama/qwen3", "gpu.local"),
        ("LM_STUDIO_API_BASE", "http://10.0.0.7:1234/v1", "lm_studio/m", "10.0.0.7"),
        ("HF_API_BASE", "https://llm.example.org", "huggingface/m", "llm.example.org"),
        ("OPENAI_API_BASE", "https://llm.example.org/v1", "anthropic/claude-x", "anthropic"),
    ],
)
def test_an_address_in_the_environment_is_where_the_texts_really_go(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, model: str, place: str
) -> None:
    monkeypatch.setenv(variable, value)
    assert place_of(model) == place


def test_addresses_that_contradict_each_other_are_told_and_not_chosen_from(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_BASE", "http://localhost:4000/v1")
    monkeypatch.setenv("OPENAI_BASE_URL", "https://llm.example.org/v1")
    with pytest.raises(ModelProblem, match="OPENAI_API_BASE and OPENAI_BASE_URL give different addresses for openai"):
        place_of("openai/gpt-4o")


@pytest.mark.parametrize(
    ("model", "address", "place"),
    [("openai/m", f"http://{ELSEWHERE}/v1", ELSEWHERE), ("anthropic/claude-x", "", "anthropic")],
)
def test_unless_somebody_opens_the_wall_a_request_is_not_made(
    monkeypatch: pytest.MonkeyPatch, model: str, address: str, place: str
) -> None:
    with watched(monkeypatch) as tried:
        with pytest.raises(NotAllowed, match=f"Nothing may be sent to {place} before it is allowed") as refused:
            complete(model, address)
        with pytest.raises(NotAllowed):
            asyncio.run(open_model(make_spec(model, address), api_key="key"))
        with reach.allowing(["llm.example.org"]), pytest.raises(NotAllowed):
            complete(model, address)
    assert refused.value.place == place
    assert tried == []


def test_what_is_allowed_is_sent_and_only_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    with watched(monkeypatch) as tried:
        with reach.allowing([ELSEWHERE]), pytest.raises(Exception, match="reached"):
            complete("openai/m", f"http://{ELSEWHERE}:81/v1")
        assert tried == [(ELSEWHERE, 81)]
        with pytest.raises(NotAllowed):
            complete("openai/m", f"http://{ELSEWHERE}:81/v1")
    assert len(tried) == 1


@pytest.mark.parametrize("through_the_caller", [False, True])
@pytest.mark.parametrize("model", ["openai/m", "ollama/m"])
def test_a_server_on_this_machine_cannot_send_a_request_on(model: str, through_the_caller: bool) -> None:
    with sending_elsewhere(f"http://{ELSEWHERE}") as address, pytest.raises(NotAllowed, match=f"sent to {ELSEWHERE}"):
        complete(model, address, through_the_caller=through_the_caller)


@not_on_windows
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("model", ["openai/m", "ollama/m", "anthropic/claude-x"])
def test_nor_can_one_at_a_place_that_is_allowed(monkeypatch: pytest.MonkeyPatch, model: str, status: int) -> None:
    with (
        watched(monkeypatch) as tried,
        sending_elsewhere(f"http://{ELSEWHERE}:81", status) as address,
        reach.allowing([OUTSIDE]),
        pytest.raises(NotAllowed, match=f"sent to {ELSEWHERE}"),
    ):
        complete(model, address.replace("127.0.0.1", OUTSIDE))
    assert set(tried) == {(OUTSIDE, port_of(address))}


@not_on_windows
def test_nor_through_the_caller_nor_to_a_program_on_this_machine() -> None:
    with (
        LoopbackServer(lambda number, body: says("yes")) as here,
        sending_elsewhere(here.address.removesuffix("/v1")) as address,
        reach.allowing([OUTSIDE, "llm.example.org"]),
    ):
        with pytest.raises(NotAllowed, match=r"on to 127\.0\.0\.1, which is this machine"):
            complete("ollama/m", address.replace("127.0.0.1", OUTSIDE), through_the_caller=True)
        assert here.requests == []


@not_on_windows
@pytest.mark.parametrize("model", ["openai/m", "ollama/m"])
def test_it_is_sent_on_where_that_is_allowed_too(monkeypatch: pytest.MonkeyPatch, model: str) -> None:
    with (
        watched(monkeypatch) as tried,
        sending_elsewhere(f"http://{ELSEWHERE}:81") as address,
        reach.allowing([OUTSIDE, ELSEWHERE]),
        pytest.raises(CallFailed),
    ):
        complete(model, address.replace("127.0.0.1", OUTSIDE))
    assert set(tried) == {(OUTSIDE, port_of(address)), (ELSEWHERE, 81)}


@pytest.mark.parametrize(
    ("start", "end", "refused"),
    [
        (
            "https://llm.example.org/v1",
            "http://llm.example.org/v1",
            r"on to http://llm\.example\.org, without encryption",
        ),
        ("https://llm.example.org/v1", "http://llm.example.org:443/v1", "without encryption"),
        ("https://llm.example.org/v1", "http://more.example.org/v1", r"http://more\.example\.org, without encryption"),
        ("https://llm.example.org/v1", "https://llm.example.org/v2", ""),
        ("http://llm.example.org/v1", "http://llm.example.org/v2", ""),
        ("http://llm.example.org/v1", "https://llm.example.org/v1", ""),
        ("https://127.0.0.1/v1", "http://127.0.0.1/v1", ""),
    ],
)
def test_what_was_sent_with_encryption_is_not_sent_on_without(start: str, end: str, refused: str) -> None:
    import httpx

    load_litellm()
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        return httpx.Response(307, headers={"Location": end}) if len(asked) == 1 else httpx.Response(200)

    async def send() -> None:
        async with httpx.AsyncClient(transport=httpx.MockTransport(answer), follow_redirects=True) as client:
            await client.post(start, content="an item", headers={"Authorization": "Bearer key"})

    place = "" if "127.0.0.1" in start else "llm.example.org"
    with (
        reach.allowing(["llm.example.org", "more.example.org"]),
        pytest.raises(NotAllowed, match=refused) if refused else nullcontext(),
        reach.bound_for(place),
    ):
        asyncio.run(send())
    assert asked == ([start] if refused else [start, end])


@not_on_windows
@pytest.mark.parametrize(("allowed", "refused"), [(["host.invalid"], CallFailed), ([], NotAllowed)])
def test_the_caller_knows_what_else_is_allowed(allowed: list[str], refused: type[Exception]) -> None:
    with (
        sending_elsewhere("http://host.invalid") as address,
        reach.allowing([OUTSIDE, *allowed]),
        pytest.raises(refused),
    ):
        complete("ollama/m", address.replace("127.0.0.1", OUTSIDE), through_the_caller=True)


def test_the_caller_sends_nothing_to_a_place_that_nobody_has_allowed_whoever_asks_it() -> None:
    there = {"endpoint": -1, "model": "openai/m", "api_base": f"http://{ELSEWHERE}:81/v1", "api_key": "k"}
    asked = {"messages": MESSAGES, "parameters": {}, "timeout": 20.0, "line_timeout": 20.0, "file": 0, "key": ""}
    answer = caller.current().ask("call", **there, **asked, place="").result()
    assert answer["not_allowed"] == ELSEWHERE


def test_nor_does_it_look_up_the_name_that_it_was_to_be_sent_on_to(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up: list[object] = []
    real = socket.getaddrinfo

    def look_up(host: object, *more: object, **named: object) -> object:
        found = real(host, *more, **named)  # type: ignore[call-overload]
        looked_up.append(host)
        return found

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    with sending_elsewhere("http://host.invalid") as address, pytest.raises(NotAllowed, match=r"sent to host\.invalid"):
        complete("ollama/m", address)
    assert "host.invalid" not in looked_up


def test_while_the_wall_is_shut_a_library_finds_nothing_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    with reach.shut(), pytest.raises(NotAllowed):
        socket.getaddrinfo("llm.example.org", 80)
    with reach.shut(), pytest.raises(NotAllowed):
        socket.create_connection((ELSEWHERE, 80), timeout=1)


@pytest.mark.parametrize(
    "reaching",
    [
        lambda: socket.create_connection((ELSEWHERE, 80), timeout=1),
        lambda: socket.getaddrinfo("llm.example.org", 80),
        lambda: socket.gethostbyname("llm.example.org"),
        lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", (ELSEWHERE, 53)),
        lambda: socket.socket(socket.AF_INET6).connect_ex(("2001:db8::1", 80)),
    ],
)
def test_while_a_request_to_this_machine_is_under_way_nothing_else_is_reached(reaching: Callable[[], object]) -> None:
    with pytest.raises(NotAllowed), reach.bound_for(""):
        reaching()


def test_what_hides_the_refusal_does_not_hide_where_it_was_about_to_go() -> None:
    def hidden() -> None:
        try:
            socket.create_connection((ELSEWHERE, 80), timeout=1)
        except Exception as error:
            raise ValueError("some library's own") from error

    with pytest.raises(NotAllowed, match=ELSEWHERE), reach.bound_for(""):
        hidden()


def test_outside_of_a_request_and_on_this_machine_nothing_is_in_the_way() -> None:
    with LoopbackServer(lambda number, body: says("yes")) as server:
        port = int(server.address.rpartition(":")[2].partition("/")[0])
        with reach.bound_for(""):
            socket.create_connection(("localhost", port), timeout=5).close()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as out:
        out.connect((ELSEWHERE, 9))  # sends nothing


@pytest.mark.parametrize("model", ["anthropic/claude-x", "mistral/m", "gemini/m", "azure/m"])
def test_the_key_of_a_provider_is_not_sent_to_a_stranger_in_its_place(
    monkeypatch: pytest.MonkeyPatch, model: str
) -> None:
    monkeypatch.setenv(f"{model.partition('/')[0].upper()}_API_KEY", "kept-for-its-provider")

    async def ask() -> None:
        line = Line(model, server.address)
        try:
            await line.complete(MESSAGES, 20.0, {"max_tokens": 5})
        finally:
            await line.close()

    with Overheard() as server, pytest.raises(CallFailed) as failed:
        asyncio.run(ask())
    assert failed.value.message == (
        "127.0.0.1 wants an API key and was sent none: a provider's key goes only to the provider's own servers. "
        "Set ANNOTATOR_API_KEY, or store a key for this address in the app."
    )
    assert server.heard
    assert not any("kept-for-its-provider" in said for said in server.heard)


@pytest.mark.parametrize(
    ("provider", "address", "own"),
    [
        ("anthropic", "https://api.anthropic.com", True),
        ("anthropic", "https://api.anthropic.com.example.org", False),
        ("anthropic", "https://notanthropic.com", False),
        ("azure", "https://mine.openai.azure.com", True),
        ("ollama", "http://127.0.0.1:11434", True),
        ("ollama", "http://192.0.2.1:11434", False),
        ("mistral", "http://127.0.0.1:8080/v1", False),
    ],
)
def test_an_address_is_a_providers_own_only_under_its_name(provider: str, address: str, own: bool) -> None:
    assert is_own_address(provider, address) is own
