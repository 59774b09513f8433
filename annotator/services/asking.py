"""A run at work: asks about one item after the other, several at once, and saves what comes back."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from annotator.errors import ModelProblem, NoMoreCalls
from annotator.llm.protocol import CallFailed, Fault, Model, ParseStatus, Reply
from annotator.llm.spending import Account, CapReached
from annotator.llm.traffic import Stopped, tallied
from annotator.services import replies
from annotator.services.feeding import Feed, Wanted
from annotator.services.replies import Answered, Asked
from annotator.services.run_control import Control
from annotator.services.run_summary import Progress, Used
from annotator.services.saving import Notes, Saver
from annotator.texts import english, say

# A server that fails this often in a row, after retries, is down: going on would only mark every item as failed.
FAILURES_IN_A_ROW = 10
ITEMS_OWN = frozenset({Fault.CONTEXT, Fault.REFUSED})  # faults that say nothing about the server
KEPT = english("What was answered is kept; start again to go on with the rest.")
NOTHING = english("Nothing was answered; check the model's name, its address and its key.")
WITHDRAWN = "withdrawn"  # the error class of an item whose calls were broken off for want of a permission
GRACE = 3.0  # seconds that calls under way are waited for when the run is stopped; later they come home by themselves


@dataclass(frozen=True)
class Job:
    """What a run is to do.

    total: how many items the feed has; write: stores a batch of answers for good; notes: of those that are not stored.
    """

    run_id: int
    total: int
    feed: Feed
    account: Account
    write: Callable[[list[Answered]], Awaitable[None]]
    notes: Notes | None = None


class Asking:
    """The workers of one run. fatal: why no other item can succeed; reached: the cap that ended it, or the permission
    that was taken back."""

    def __init__(self, job: Job, control: Control, progress: Callable[[Progress], None]) -> None:
        self._job, self._control, self._progress = job, control, progress
        self._saver = Saver(self._write, job.notes)
        self._under_way: dict[str, asyncio.Future[None]] = {}
        self._counts = dict.fromkeys((ParseStatus.LABEL, ParseStatus.INVALID, replies.FAILED), 0)
        self._requests = self._cached = self._tokens_in = self._tokens_out = self._unpriced = 0
        self._money = 0.0
        self._started, self._rested = time.monotonic(), control.rested
        self._failed_in_a_row = 0
        self._last_reply = self._started
        self._replied = False
        self.fatal: ModelProblem | None = None
        self.reached: NoMoreCalls | None = None

    async def ask_all(self, model: Model, workers: int) -> None:
        """Workers take items until there are none; stopping lets calls under way finish for a moment."""
        tasks = [asyncio.create_task(self._work(model)) for _ in range(max(1, workers))]
        everything: asyncio.Future[Any] = asyncio.ensure_future(asyncio.gather(*tasks))
        saver = asyncio.create_task(self._saver.save_regularly())
        stopper = asyncio.create_task(self._control.stopping())
        ends: list[asyncio.Future[Any]] = [everything, saver, stopper]
        try:
            await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
            if not everything.done():
                await asyncio.wait({everything}, timeout=0.0 if saver.done() else GRACE)
        finally:
            if not everything.done() and self._job.notes is not None and self._job.account.under_way:
                self._job.notes.leave()
            for task in (*ends, *tasks):
                task.cancel()
            results = await asyncio.gather(*ends, *tasks, return_exceptions=True)
            await self.save()
        for result in results:
            if isinstance(result, Exception):
                raise result

    async def save(self) -> None:
        """Write what is not written yet."""
        await self._saver.save()

    @property
    def done(self) -> int:
        return sum(self._counts.values())

    @property
    def seconds(self) -> float:
        """At work, without the time in which it was paused."""
        return time.monotonic() - self._started - (self._control.rested - self._rested)

    @property
    def status(self) -> str:
        """How the run ended; stopping it after its last answer changes nothing."""
        if self.fatal is not None:
            return "failed"
        # What could not be asked for a cap is counted as done where some of its requests were sent.
        broken_off = self.reached is not None or (self._control.stopped and self.done < self._job.total)
        return "stopped" if broken_off else "finished"

    @property
    def why(self) -> str:
        """What ended the run before it had asked about everything, in words; "" where that was a person, or nothing."""
        return str(self.fatal or self.reached or "")

    @property
    def state(self) -> Progress:
        labelled, invalid, failed = self._counts.values()
        left, rate = self._job.total - self.done, self.done / max(self.seconds, 1e-9)
        seconds_left = left / rate if rate else None
        return Progress(self.done, self._job.total, labelled, invalid, failed, rate, seconds_left, self._used)

    @property
    def _used(self) -> Used:
        return Used(
            requests=self._requests,
            cached=self._cached,
            tokens_in=self._tokens_in,
            tokens_out=self._tokens_out,
            money=self._money,
            unpriced=self._unpriced,
            spent=self._job.account.spent,
        )

    async def _work(self, model: Model) -> None:
        while self.fatal is None and self.reached is None and await self._control.may_go_on():
            wanted = await self._job.feed.next()
            if wanted is None:
                return
            await self._answer(model, wanted)

    async def _answer(self, model: Model, wanted: Wanted) -> None:
        """From what is known; else, unless just this is being asked about another item, from the model."""
        while (under_way := self._under_way.get(wanted.request_hash)) is not None:
            await asyncio.wait({under_way})
        reply = wanted.known or self._job.feed.lately(wanted.request_hash)
        if reply is not None:
            self._saver.add(replies.answered(self._asked(wanted), reply, None))
            return
        over = asyncio.get_running_loop().create_future()
        self._under_way[wanted.request_hash] = over
        try:
            await self._ask(model, wanted)
        finally:
            del self._under_way[wanted.request_hash]
            over.set_result(None)

    async def _ask(self, model: Model, wanted: Wanted) -> None:
        asked, started = self._asked(wanted), time.monotonic()
        with tallied() as tally:
            try:
                reply = await model.ask(wanted.request)
            except CallFailed as failed:
                self._note_failure(failed, started)
                self._saver.add(replies.failed(asked, failed, tally, time.monotonic() - started))
            except Stopped:
                pass  # what it was answered in part is found again by the run that goes on
            except NoMoreCalls as reached:
                self.reached = reached
                if tally.sent:
                    seconds = time.monotonic() - started
                    kind = replies.CAP if isinstance(reached, CapReached) else WITHDRAWN
                    self._saver.add(replies.unanswered(asked, kind, reached.message, tally, seconds))
            else:
                self._note_reply(wanted.request_hash, reply)
                self._saver.add(replies.answered(asked, reply, tally))

    def _asked(self, wanted: Wanted) -> Asked:
        return Asked(self._job.run_id, wanted.item_id, wanted.request_hash)

    def _note_reply(self, request_hash: str, reply: Reply) -> None:
        self._failed_in_a_row = 0
        self._last_reply = time.monotonic()
        self._replied = True
        self._job.feed.remember(request_hash, reply)

    def _note_failure(self, failed: CallFailed, started: float) -> None:
        """Calls that were under way when another was answered do not show that the server is down."""
        if failed.kind not in ITEMS_OWN and (started >= self._last_reply or not self._replied):
            self._failed_in_a_row += 1
        if failed.hopeless or self._failed_in_a_row >= FAILURES_IN_A_ROW:
            self.fatal = ModelProblem(
                say("The run was stopped: {message}", message=failed.message), hint=KEPT if self._replied else NOTHING
            )

    async def _write(self, batch: list[Answered]) -> None:
        await self._job.write(batch)
        for answered in batch:
            self._count(answered)
        self._progress(self.state)

    def _count(self, answered: Answered) -> None:
        call = answered.call
        self._counts[call.parse_status] += 1
        self._requests += call.requests
        self._cached += not call.requests
        self._tokens_in += call.tokens_in or 0
        self._tokens_out += call.tokens_out or 0
        self._money += call.cost or 0.0
        self._unpriced += call.requests if call.cost is None else 0
