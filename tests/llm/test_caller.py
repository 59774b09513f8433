"""Tests of annotator.llm.caller: a process that makes the requests, lives as long as this one, and keeps keys to
itself."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.errors import ModelProblem
from annotator.llm import caller, litellm_facts
from annotator.llm.caller import Caller, CallerEnded
from annotator.llm.endpoint import Endpoint
from annotator.llm.protocol import CallFailed
from tests.loopback import Behaviour, Exchange, LoopbackServer, fails, hangs, says

MESSAGES = [{"role": "user", "content": "Good?"}]
SECRET = "a-secret-of-somebody"


@pytest.fixture
def own() -> Iterator[Caller]:
    """A caller of the test's own, which may be ended."""
    caller.end()
    yield caller.current()
    caller.end()


def test_what_a_request_brings_is_what_the_server_sent() -> None:
    async def ask(address: str) -> object:
        return await Endpoint("openai/m", address, "k").complete(MESSAGES, max_tokens=5, logprobs=True)

    with LoopbackServer(lambda number, body: says("yes", [("yes", {"yes": -0.1, "no": -2.5})])) as server:
        found = asyncio.run(ask(server.address))
    [choice] = found.choices  # type: ignore[attr-defined]
    [place] = choice.logprobs.content
    assert (choice.message.content, choice.finish_reason, place.token) == ("yes", "stop", "yes")
    assert {top.token: top.logprob for top in place.top_logprobs} == {"yes": -0.1, "no": -2.5}
    assert found.usage[:2] == (40, 4)  # type: ignore[attr-defined]


def test_a_key_is_in_no_argument_no_variable_and_no_error(own: Caller) -> None:
    def refuses(number: int, body: object) -> Behaviour:
        return fails(400, f"Bad request by {SECRET}")

    with LoopbackServer(refuses) as server, pytest.raises(CallFailed) as caught:
        asyncio.run(Endpoint("openai/m", server.address, SECRET).complete(MESSAGES))
    assert {name.casefold(): value for name, value in server.headers[0].items()}["authorization"] == f"Bearer {SECRET}"
    assert SECRET not in str(caught.value)
    assert SECRET not in repr(vars(own))
    if sys.platform == "linux":
        about = Path("/proc", str(own.pid))
        assert SECRET.encode() not in (about / "cmdline").read_bytes() + (about / "environ").read_bytes()


def test_a_request_that_nobody_wants_any_more_is_given_up_at_once() -> None:
    there, closed = threading.Event(), threading.Event()

    def waits(exchange: Exchange) -> None:
        there.set()
        if not exchange._handler.connection.recv(1):  # the other side has closed
            closed.set()

    async def ask(address: str) -> None:
        task = asyncio.create_task(Endpoint("openai/m", address, "k").complete(MESSAGES))
        await asyncio.to_thread(there.wait, 60)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    with LoopbackServer(lambda number, body: waits) as server:
        asyncio.run(ask(server.address))
        assert closed.wait(60)


def test_when_the_process_is_gone_what_was_under_way_says_so_once_and_the_next_request_starts_another(
    own: Caller,
) -> None:
    there = threading.Event()

    def behave(number: int, body: object) -> Behaviour:
        there.set()
        return says("yes") if number else hangs

    async def ask(address: str) -> None:
        endpoint = Endpoint("openai/m", address, "k")
        task = asyncio.create_task(endpoint.complete(MESSAGES))
        await asyncio.to_thread(there.wait, 60)
        os.kill(own.pid, signal.SIGTERM)
        with pytest.raises(CallerEnded, match="has ended unexpectedly"):
            await task
        with pytest.raises(ModelProblem, match="has ended unexpectedly"):
            await endpoint.complete(MESSAGES)
        again = Endpoint("openai/m", address, "k")
        assert (await again.complete(MESSAGES)).choices[0].message.content == "yes"

    with LoopbackServer(behave) as server:
        asyncio.run(ask(server.address))
    assert caller.current().pid != own.pid


def test_it_ends_when_it_is_told_to_and_with_whoever_started_it(own: Caller) -> None:
    assert litellm_facts.provider_of("gpt-4o", "") == "openai"
    caller.end()
    assert not own.running
    code = "from annotator.llm import caller; print(caller.current().pid, flush=True); input()"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        parent.kill()
    while _exists(pid):  # its parent is another process now, so that it cannot be waited for
        os.sched_yield()


def test_with_other_variables_there_is_another_process(own: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    assert caller.current() is own
    monkeypatch.setenv("HOME", "/nowhere")
    assert caller.current() is own
    monkeypatch.setenv("MISTRAL_API_KEY", "k")
    assert litellm_facts.missing_keys("mistral/mistral-small-latest") is None
    assert caller.current() is not own
    assert not own.running


def test_litellm_stays_out_of_the_process_that_asks(own: Caller) -> None:
    code = (
        "import sys; from annotator.llm.tokens import counter; from annotator.llm.pricing import price_of;"
        "print(price_of('openai/gpt-4o').known, counter('openai/gpt-4o')[1], 'litellm' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.split() == ["True", "True", "False"]


def _exists(pid: int) -> bool:
    try:
        return Path("/proc", str(pid), "stat").read_text().split()[2] != "Z" if sys.platform == "linux" else _alive(pid)
    except OSError:
        return False


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    return True
