"""The caller's process: has litellm, one loop, and the files of replies that are not saved yet; see `caller`.

Each line on standard input is one thing to do, with the number that its answer has:
  call, json     a request to a model, and to its server for something else; answered by what came, or why nothing did
  fact           what litellm knows (`litellm_facts`)
  cancel         a request, or its answer, is not wanted any more
  file, saved    the file of a run (`caller_file`): open, what is saved by now
  leave          requests of that run which are cancelled from now on come home into its file all the same
  unfile         close it; answered when that is done, which waits for those
  close          an endpoint is not used any more
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
import threading
from collections.abc import Callable, Coroutine
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import Any, BinaryIO

from annotator.llm import caller, reach
from annotator.llm.caller_calls import Line
from annotator.llm.caller_file import Kept, ReplyFile
from annotator.llm.keys import scrub, withheld
from annotator.llm.litellm_facts import answer
from annotator.llm.litellm_setup import load_litellm
from annotator.llm.protocol import CallFailed
from annotator.llm.reach import NotAllowed
from annotator.llm.responses import to_data

FINISHES_WITHIN = 120.0  # seconds that requests of runs are given when nobody is left who asked for them

Message = dict[str, Any]


def main() -> None:
    caller.IS_HERE = True
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    out = _own_output()
    asyncio.run(_serve(out))


async def _serve(out: BinaryIO) -> None:
    child = Child(out)
    loop = asyncio.get_running_loop()
    threading.Thread(target=_read, args=(loop, child), daemon=True).start()
    load_litellm()  # in this thread: until it is there nothing can be done anyway, and all is read meanwhile
    await _warm_up()
    child.begin()
    await child.left_alone.wait()
    await child.finish()
    os._exit(0)  # nothing is left to be done, and libraries would take their time


class Child:
    """All that is under way here."""

    def __init__(self, out: BinaryIO) -> None:
        self.left_alone = asyncio.Event()
        self.alone = False  # as soon as it is known, in any thread: nothing new is sent from then on
        self.loading = True
        self._early: list[bytes] = []
        self._out = out
        self._lines: dict[int, Line] = {}
        self._files: dict[int, ReplyFile] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._of_runs: dict[str, int] = {}  # the file of each request of a run that is under way
        self._left: set[int] = set()  # files of runs that are over
        self._unheard: set[str] = set()  # requests of such runs
        self._closing: dict[int, Message] = {}  # by file, when its last request has come home

    def begin(self) -> None:
        """Litellm is there."""
        self.loading = False
        for line in self._early:
            self.take(line)

    def take(self, line: bytes) -> None:
        """Do what a line says."""
        if self.loading:
            self._early.append(line)
            return
        message: Message = json.loads(line)
        deeds: dict[str, Callable[[Message], object]] = {
            "call": self._call,
            "json": lambda it: self._begin(it, self._json(it)),
            "fact": lambda it: self._begin(it, self._fact(it)),
            "cancel": self._cancel,
            "file": self._open_file,
            "saved": self._saved,
            "leave": lambda it: self._left.add(it["file"]),
            "unfile": self._close_file,
            "close": self._close,
        }
        deeds[message["do"]](message)

    async def finish(self) -> None:
        """Whoever asked is gone: what is paid for comes home, into the runs' files; nothing else goes on."""
        for number, task in self._tasks.items():
            if number not in self._of_runs:
                task.cancel()
        wanted = list(self._of_runs.values())
        for file, replies in self._files.items():
            replies.note_left(wanted.count(file))
        if wanted:
            left = {self._tasks[number] for number in self._of_runs}
            await asyncio.wait(left, timeout=FINISHES_WITHIN)
        for replies in list(self._files.values()):
            replies.close()

    def _call(self, message: Message) -> None:
        if message["file"] in self._files:
            self._of_runs[message["number"]] = message["file"]
        self._begin(message, self._complete(message))

    def _begin(self, message: Message, work: Coroutine[Any, Any, Message]) -> None:
        number = message["number"]
        task = self._tasks[number] = asyncio.create_task(self._answer(number, work, message.get("api_key", "")))
        task.add_done_callback(lambda _: self._over(number))

    def _over(self, number: str) -> None:
        self._tasks.pop(number, None)
        self._unheard.discard(number)
        file = self._of_runs.pop(number, None)
        if file is not None and file in self._closing and not self._coming(file):
            self._closed(self._closing.pop(file))

    def _coming(self, file: int) -> int:
        """How many replies of a run that is over are still on their way."""
        return sum(self._of_runs.get(number) == file for number in self._unheard)

    async def _answer(self, number: str, work: Coroutine[Any, Any, Message], secret: str) -> None:
        try:
            found = await work
        except CallFailed as failed:
            found = {"failed": failed.kind.value, "message": failed.message, "retry_after": failed.retry_after}
        except NotAllowed as refused:
            found = {"not_allowed": refused.place}
        except Exception as error:  # noqa: BLE001 - a bug: it is raised where somebody can see it
            found = {"bug": scrub(f"{type(error).__name__}: {error}", secret)}
        self._say(found | {"number": number})

    async def _complete(self, message: Message) -> Message:
        if self.alone:
            raise asyncio.CancelledError
        line = self._line(message)
        with _allowing(message):
            response = await line.complete(message["messages"], message["timeout"], message["parameters"])
        reply = withheld(to_data(response), message["api_key"])
        if (replies := self._files.get(message["file"])) is not None:
            unheard = self.alone or message["number"] in self._unheard
            replies.note(Kept(message["number"], message["key"], reply, unheard))
        return {"reply": reply}

    async def _json(self, message: Message) -> Message:
        with _allowing(message):
            answer = await self._line(message).json(message["method"], message["url"], message["body"])
        return {"json": withheld(answer, message["api_key"])}

    async def _fact(self, message: Message) -> Message:
        return {"fact": await asyncio.to_thread(answer, message["name"], message["args"])}

    def _cancel(self, message: Message) -> None:
        number = message["number"]
        task = self._tasks.get(number)
        if task is None or task.done():
            for replies in self._files.values():
                replies.note_unheard(number)
        elif self._of_runs.get(number) in self._left:
            self._unheard.add(number)
            asyncio.get_running_loop().call_later(FINISHES_WITHIN, task.cancel)
        else:
            task.cancel()

    def _line(self, message: Message) -> Line:
        endpoint = message["endpoint"]
        if endpoint not in self._lines:
            self._lines[endpoint] = Line(
                message["model"], message["api_base"], message["api_key"], message["line_timeout"]
            )
        return self._lines[endpoint]

    def _close(self, message: Message) -> None:
        if (line := self._lines.pop(message["endpoint"], None)) is not None:
            task = asyncio.create_task(_shut(line, {self._tasks[number] for number in self._unheard}))
            self._tasks[f"close {message['endpoint']}"] = task
            task.add_done_callback(lambda _: self._over(f"close {message['endpoint']}"))

    def _open_file(self, message: Message) -> None:
        with suppress(BlockingIOError):  # somebody else's: this run goes on without
            self._files[message["file"]] = ReplyFile(Path(message["path"]))

    def _saved(self, message: Message) -> None:
        if (replies := self._files.get(message["file"])) is not None:
            replies.saved(message["numbers"])

    def _close_file(self, message: Message) -> None:
        file = message["file"]
        if (coming := self._coming(file)) and file in self._files:
            self._files[file].note_left(coming)
            self._closing[file] = message
        else:
            self._closed(message)

    def _closed(self, message: Message) -> None:
        self._left.discard(message["file"])
        if (replies := self._files.pop(message["file"], None)) is not None:
            replies.close(drop=message["drop"])
        self._say({"number": message["number"]})

    def _say(self, content: Message) -> None:
        with suppress(OSError):  # nobody is left to hear it
            self._out.write(json.dumps(content, separators=(",", ":")).encode() + b"\n")
            self._out.flush()


async def _shut(line: Line, coming: set[asyncio.Task[None]]) -> None:
    """coming: what was left to come home, perhaps over this line."""
    if coming:
        await asyncio.wait(coming)
    await line.close()


def _allowing(message: Message) -> AbstractContextManager[None]:
    """also: places that the request may be sent on to."""
    return reach.allowing([message["place"], *message.get("also", ())])


async def _warm_up() -> None:
    """The first request takes seconds, since libraries go on loading with it; they are not to count as its server's. So
    it is made to a port of this machine where nobody listens."""
    line = Line("openai/nobody", "http://127.0.0.1:9/v1", timeout=1.0)
    with suppress(CallFailed):
        await line.complete([{"role": "user", "content": "nobody"}], 1.0, {})
    await line.close()


def _read(loop: asyncio.AbstractEventLoop, child: Child) -> None:
    """In a thread, so that whoever writes never waits, also while litellm is being loaded."""
    for line in sys.stdin.buffer:
        if line.endswith(b"\n"):  # else whoever wrote it was ended in the middle
            loop.call_soon_threadsafe(child.take, line)
    if child.loading:
        os._exit(0)
    child.alone = True
    loop.call_soon_threadsafe(child.left_alone.set)


def _own_output() -> BinaryIO:
    """Where answers go; whatever a library prints goes to the errors instead."""
    own = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return own


if __name__ == "__main__":
    main()
