"""Paid replies on their way into the project, which stand in a file beside it until they are saved: when an agent goes
on after this program was killed, they are there, and are not paid for again.

The caller's process writes them down as they come (`llm/caller_file`), and finishes what is under way also when this
program is gone. A reply is found again by its request, so that it is read as any other.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
from collections import defaultdict, deque
from collections.abc import Callable, Iterable
from pathlib import Path

from annotator.errors import UserError
from annotator.llm import caller, caller_file
from annotator.llm.caller import Caller, CallerEnded
from annotator.llm.caller_file import Kept
from annotator.llm.responses import Response, from_data, sound
from annotator.services import agents
from annotator.services.replies import Answered
from annotator.storage import annotators, runs, setup
from annotator.storage.database import Db
from annotator.texts import say

WAITS_AT_MOST = 150.0  # seconds; the caller gives requests somewhat less (caller_child.FINISHES_WITHIN)
LOOKS_EVERY = 0.1  # seconds

_numbers = itertools.count(1)


class Journal:
    """The replies of one run that are not saved yet (see `traffic.Kept`). The file is there only while something is at
    stake."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._number = next(_numbers)
        self._caller: Caller | None = None
        self._left = False  # to come home by itself
        self._came: defaultdict[str, deque[Kept]] = defaultdict(deque)
        for kept in caller_file.read(path):
            self._came[kept.key].append(kept)
        if self._came:
            self._open()

    @property
    def file(self) -> int:
        """Its number in the caller's process, where it is opened with the first request."""
        self._open()
        return self._number

    def take(self, key: str) -> Response | None:
        """See `traffic.Kept`. What is no reply, in a file that somebody else has written, is passed over."""
        while came := self._came.get(key):
            kept = came.popleft()
            if sound(kept.reply):
                return from_data(kept.reply, kept.number, unheard=kept.unheard)
        return None

    def saved(self, batch: Iterable[Answered]) -> None:
        """These are in the project for good."""
        numbers = [number for answered in batch for number in answered.numbers]
        if self._caller is not None and numbers:
            self._caller.tell("saved", file=self._number, numbers=numbers)

    def leave(self) -> None:
        """Nobody waits for what is under way any more. It may be paid for: it comes home for the run that goes on."""
        if self._caller is not None:
            self._left = True
            self._caller.tell("leave", file=self._number)

    async def close(self, *, drop: bool = False) -> bool:
        """Whether something is left behind: it could not be saved, was not asked about this time, or is still to come
        home. drop: what is left is about nothing that is to be asked still."""
        used, self._caller = self._caller, None
        if used is not None:
            used.files -= 1
            closed = used.ask("unfile", file=self._number, drop=drop)
            if not self._left:
                with contextlib.suppress(CallerEnded):
                    await asyncio.wrap_future(closed)
        return self._left or await asyncio.to_thread(self._path.exists)

    def _open(self) -> None:
        if self._caller is None:
            self._caller = caller.current()
            self._caller.files += 1
            self._caller.tell("file", file=self._number, path=str(self._path))


def path_of(db: Db, uid: str, question_id: int) -> Path:
    """Of the replies to an agent about a question."""
    return db.path.with_name(f"{db.path.name}-{uid}-{question_id}")


def before(db: Db, agent: agents.Agent) -> Path | None:
    """Where replies may still come in from an earlier run of the agent; None where there can be none."""
    if agent.stored is None:
        return None
    latest = runs.latest(db, agent.stored.id)
    if latest is None or agents.at_work(latest):
        return None
    return path_of(db, annotators.get(db, agent.stored.annotator_id).uid, setup.question(db).id)


async def all_home(path: Path, waiting: Callable[[int], None], stopped: Callable[[], bool]) -> None:
    """Wait until the replies that were under way when this program was killed have come, or nobody waits any more.

    waiting: told how many are missing, as far as is known. Raises UserError when it takes too long.
    """
    now = asyncio.get_running_loop().time
    until = now() + WAITS_AT_MOST
    while not stopped() and (left := await asyncio.to_thread(caller_file.on_their_way, path)) is not None:
        if now() > until:
            raise UserError(
                say("Replies to this agent are still on their way from before."),
                hint=say("Try again in a moment; if Annotator is open twice, wait for the other run of this agent."),
            )
        waiting(left)
        await asyncio.sleep(LOOKS_EVERY)
