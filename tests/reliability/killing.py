"""SIGKILL at a random moment of work that says what it has done, in a process forked for it."""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from annotator.services import project_file
from annotator.services.project_file import Db

Say = Callable[[Any], None]

LOGGED = {"annotation": "item_id, question_id, annotator_id", "gold": "item_id, question_id"}


class Said(NamedTuple):
    """What a process wrote until it was killed, in its order. alive: it had not ended by itself."""

    lines: list[Any]
    alive: bool


class Kind(Protocol):
    """One kind of work. longest: seconds after its first word within which it is killed."""

    name: str
    longest: float

    def __init__(self, folder: Path) -> None:
        """folder: an empty one of its own."""

    def begin(self, number: int) -> None:
        """Make ready for the kill of this number; no file is open afterwards."""

    def work(self, number: int, say: Say) -> None:
        """In the process that is killed: works on until then, and says what is done after it is done."""

    def check(self, number: int, said: list[Any]) -> None:
        """After the kill: AssertionError for what is lost, halved or doubled."""


def kill(kind: Kind, number: int, rng: random.Random) -> Said:
    """Let it work, and kill it at a moment that is uniformly drawn. RuntimeError where the work itself failed."""
    read, write = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(read)
        _work(kind, number, write)
    os.close(write)
    content = _listen(read, None)  # its first word: the file is open
    content += _listen(read, rng.uniform(0, kind.longest))
    os.kill(process, signal.SIGKILL)
    while part := os.read(read, 2**16):
        content += part
    os.close(read)
    _, status = os.waitpid(process, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise RuntimeError(f"the work of “{kind.name}” {number} failed by itself")
    lines = [json.loads(line) for line in content.split(b"\n")[:-1]]
    return Said(lines, alive=os.WIFSIGNALED(status))


def checked(path: Path) -> Db:
    """The file, open, whole by SQLite's own checks, and with answers that are just what its log says."""
    db = project_file.open_project(path)
    assert db.value("pragma quick_check") == "ok"
    assert db.execute("pragma foreign_key_check").fetchall() == []
    for table, keys in LOGGED.items():
        rows = db.execute("select key, after from op_row where noun = ? order by op_id, seq", [table])
        logged = {tuple(json.loads(key)): after and json.loads(after) for key, after in rows}
        told = {key: row["label_id"] for key, row in logged.items() if row is not None}
        stored = {tuple(key): label for *key, label in db.execute(f"select {keys}, label_id from {table}")}
        assert stored == told, f"the table {table} is not what its log says"
    return db


def _work(kind: Kind, number: int, write: int) -> None:
    """Never returns."""

    def say(content: Any) -> None:
        os.write(write, json.dumps(content).encode() + b"\n")  # short enough to be written as a whole

    status = 1
    try:
        kind.work(number, say)
        status = 0
    except BaseException:  # noqa: BLE001 - the process ends here, whatever it is
        traceback.print_exc(file=sys.stderr)
    finally:
        os._exit(status)


def _listen(read: int, seconds: float | None) -> bytes:
    """What is said within so many seconds; without a number: until anything is."""
    if seconds is None:
        return os.read(read, 2**16)
    content, until = b"", time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0 and select.select([read], [], [], left)[0]:
        part = os.read(read, 2**16)
        if not part:
            break  # it has ended
        content += part
    return content
