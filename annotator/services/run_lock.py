"""One run of an agent at a time: two at once would ask about the same items, or one wait for the other without a word.

The lock is the system's, so that it goes with a program that is killed. It is on a file among those of the user and not
beside the project, which may lie where nothing else can be written; on another computer the project is not opened at
all while it is open here (see `presence`).
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from annotator import paths
from annotator.errors import UserError
from annotator.llm.caller_file import lock
from annotator.services.agents import Agent
from annotator.storage import setup
from annotator.storage.database import Db
from annotator.texts import say


class RunLock:
    """Held from the start, until the block is left or nobody has it any more."""

    def __init__(self, path: Path, file: IO[bytes] | None) -> None:
        self._path, self._file = path, file

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        if self._file is not None:
            with contextlib.suppress(OSError):  # on Windows, where an open file cannot be deleted: it is empty
                self._path.unlink()
            self._file.close()


def claim(db: Db, agent: Agent) -> RunLock:
    """That the agent is asked about this question by this run alone. UserError while another run does.

    Where no file can be locked, nobody is kept out.
    """
    path = _path(db, agent)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        while True:
            file = path.open("ab")
            if not lock(file.fileno()):
                file.close()
                raise _taken(agent.name)
            if _is_at(file, path):
                return RunLock(path, file)
            file.close()  # a run that has ended meanwhile has deleted it, and a new one may stand there
    except OSError:
        return RunLock(path, None)


def _path(db: Db, agent: Agent) -> Path:
    about = f"{db.path.resolve()}\n{agent.spec.content_hash()}\n{setup.question(db).id}"
    return paths.locks() / f"{hashlib.sha256(about.encode()).hexdigest()[:32]}.lock"


def _is_at(file: IO[bytes], path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _taken(name: str) -> UserError:
    return UserError(
        say("“{agent}” is labelling items of this project already, in another window or command.", agent=name),
        hint=say("Wait until that run has ended, or stop it there."),
    )
