"""The caller: the process that has litellm and makes the requests to models, so that the window's process has neither
its work nor its memory, and replies that are paid for come home when the window is gone.

It takes JSON lines on its standard input, and answers on its standard output; see `caller_child`. Keys go through
there and nowhere else. Its life is its standard input: when this process ends, however that happens, it finishes the
requests of runs that are under way, keeps their replies in the run's file (`caller_file`), and ends too.
"""

from __future__ import annotations

import asyncio
import atexit
import itertools
import json
import os
import secrets
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from typing import IO, Any

from annotator import children
from annotator.errors import ModelProblem
from annotator.llm.keys import scrub
from annotator.texts import say

MODULE = "annotator.llm.caller_child"
CHILD = "--caller-child"  # what the built application is called with to be the child; see __main__.py
IS_HERE = False  # set in the caller's own process
THREAD = "caller"  # reads what it says; ends with it
_ENDS_WITHIN = 3.0  # seconds, when nothing is under way
# Differences in these do not change what a request is; litellm_setup sets some of them where it is loaded.
_WITHOUT_MEANING = (
    *("ANNOTATOR_", "PYTEST_", "XDG_", "QT_", "HOME", "USERPROFILE", "TIKTOKEN_", "LITELLM_LOCAL"),
    *("NO_PROXY", "no_proxy", "KMP_"),  # the last are set by scikit-learn when it is loaded, which may be in a run
)


class CallerEnded(ModelProblem):
    """The caller's process is gone, with the requests that were under way."""

    def __init__(self, reason: str) -> None:
        told = say("The process that asks models has ended unexpectedly.")
        super().__init__(
            f"{told} ({reason})" if reason else told,
            hint=say("Start again: it goes on where it stopped."),
        )


class Caller:
    """One caller's process and the way to it, from any thread."""

    def __init__(self) -> None:
        self.environment = _environment()
        self.known: dict[tuple[str, str], Any] = {}  # what it has said of models
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - as long as the process
        # Apart: when Ctrl+C is pressed in a terminal, what is under way is to come home.
        self._process = children.start(MODULE, CHILD, self._errors, apart=True)
        self._writing = threading.Lock()
        self._waiting: dict[str, Future[dict[str, Any]]] = {}
        self._name, self._numbers = secrets.token_hex(6), itertools.count(1)
        self._reader = threading.Thread(target=self._read, name=THREAD, daemon=True)
        self._reader.start()
        self.files = 0  # of runs, that are open

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def running(self) -> bool:
        return self._process.poll() is None

    @property
    def idle(self) -> bool:
        return not self._waiting and not self.files

    def ask(self, what: str, **content: Any) -> Future[dict[str, Any]]:
        """Its answer to one question or request; it fails with CallerEnded. Cancelling takes the request back."""
        number = f"{self._name}-{next(self._numbers)}"
        future: Future[dict[str, Any]] = Future()
        self._waiting[number] = future
        future.add_done_callback(lambda done: self._give_up(number) if done.cancelled() else None)
        self.tell(what, number=number, **content)
        if not self.running:  # it may have ended before this was known to be waiting
            self._fail_all()
        return future

    def tell(self, what: str, **content: Any) -> None:
        """What needs no answer; nobody hears it when the process is gone."""
        line = json.dumps({"do": what, **content}).encode() + b"\n"
        assert self._process.stdin is not None
        with self._writing, suppress(OSError, ValueError):
            self._process.stdin.write(line)
            self._process.stdin.flush()

    def end(self) -> None:
        """Close its input. It ends at once, or when the requests of runs that it still has are answered."""
        assert self._process.stdin is not None
        with self._writing, suppress(OSError):
            self._process.stdin.close()
        if self.idle:
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(_ENDS_WITHIN)
            if self.running:
                self._process.kill()
                self._process.wait()
            self._reader.join(_ENDS_WITHIN)
            if self._process.stdout is not None and not self._reader.is_alive():
                self._process.stdout.close()

    def _give_up(self, number: str) -> None:
        if self._waiting.pop(number, None) is not None:
            self.tell("cancel", number=number)

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in _lines(self._process.stdout.fileno()):
            answer = json.loads(line)
            future = self._waiting.pop(answer["number"], None)
            if future is not None and future.set_running_or_notify_cancel():
                future.set_result(answer)
        self._process.wait()
        self._fail_all()

    def _fail_all(self) -> None:
        while self._waiting:
            with suppress(KeyError):
                _, future = self._waiting.popitem()
                if future.set_running_or_notify_cancel():
                    future.set_exception(CallerEnded(self._last_words()))

    def _last_words(self) -> str:
        with suppress(OSError, ValueError):
            self._errors.seek(0)
            lines = self._errors.read().decode(errors="replace").strip().splitlines()
            return scrub(lines[-1])[:200] if lines else ""
        return ""


def current() -> Caller:
    """The caller, started anew where there is none, or where the environment has changed, which says where providers
    are and holds keys."""
    global _caller
    with _starting:
        old = _caller
        if old is not None and old.running and old.environment == _environment():
            return old
        _caller = Caller()
        if old is not None and old.idle:
            old.end()
        return _caller


def start_early() -> None:
    """So that litellm is loaded there by the time somebody asks; returns at once."""
    current()


def end() -> None:
    """End the caller if there is one."""
    global _caller
    with _starting:
        old, _caller = _caller, None
    if old is not None:
        old.end()


def look_up(name: str, args: Sequence[Any]) -> Any:
    """What litellm knows; see `litellm_facts`. Waits for the answer, so it belongs on a worker thread."""
    caller = current()
    key = (name, json.dumps(args))
    if key not in caller.known:
        caller.known[key] = _fact(caller.ask("fact", name=name, args=list(args)).result())
    return caller.known[key]


def _fact(answer: Mapping[str, Any]) -> Any:
    if "bug" in answer:
        raise RuntimeError(answer["bug"])
    return answer["fact"]


async def answer_to(caller: Caller, what: str, **content: Any) -> dict[str, Any]:
    """As `Caller.ask`, in a loop."""
    future = caller.ask(what, **content)
    try:
        return await asyncio.wrap_future(future)
    except asyncio.CancelledError:
        future.add_done_callback(partial(_unheard, caller))
        raise


def _unheard(caller: Caller, done: Future[dict[str, Any]]) -> None:
    """An answer may come at the moment in which it is given up."""
    if not done.cancelled() and done.exception() is None:
        caller.tell("cancel", number=done.result()["number"])


def _lines(file: int) -> Iterator[bytes]:
    """Not by Python's buffered files: one that a thread still waits for breaks the end of the program."""
    rest = b""
    while chunk := os.read(file, 1 << 16):
        *lines, rest = (rest + chunk).split(b"\n")
        yield from lines


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith(_WITHOUT_MEANING)}


_caller: Caller | None = None
_starting = threading.Lock()
atexit.register(end)
