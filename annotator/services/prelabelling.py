"""An LLM labels the items, with a confidence; every answer is saved as it comes, and a run goes on where it stopped."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, field
from itertools import islice
from typing import Protocol, TypeVar

from annotator.domain.model import Annotator, Changes, Item, Question
from annotator.errors import ModelProblem
from annotator.llm.agents import AgentSpec, ConfidenceMethod
from annotator.llm.confidence import BATCH_AT_LEAST
from annotator.llm.protocol import CallFailed, LabelRequest, Model
from annotator.llm.registry import choose_spec, open_model
from annotator.services import agents, calibrating, replies
from annotator.services.agents import AgentChoice
from annotator.services.examples import rendered
from annotator.services.replies import Answered, Asked, request_hash
from annotator.storage import annotators, items, runs, setup
from annotator.storage.database import Db

T = TypeVar("T")
Opener = Callable[[AgentSpec], Awaitable[Model]]

SAVE_EVERY = 0.5  # seconds: what a crash can cost at most, beside the calls under way
PAGE = 200
# A server that fails this often in a row, after retries, is down: going on would only mark every item as failed.
FAILURES_IN_A_ROW = 10
GRACE = 3.0  # seconds that calls under way are given to finish when the run is stopped; they may be paid for


class Store(Protocol):
    """Runs work on the thread that owns the project's write connection."""

    async def __call__(self, work: Callable[[Db], T]) -> T: ...


@dataclass(frozen=True)
class Progress:
    """How far a run is; rate in items a second, seconds_left None until it can be told."""

    done: int
    total: int
    labelled: int
    invalid: int
    failed: int
    rate: float
    seconds_left: float | None


@dataclass(frozen=True)
class Summary:
    """What a run came to. model: as litellm names it, also where the server was asked for it.

    failures: (class, sentence, number of items) of items that got no reply.
    """

    agent_name: str
    model: str
    asked: int
    labelled: int
    invalid: int
    failed: int
    failures: tuple[tuple[str, str, int], ...]
    stopped: bool
    seconds: float
    changes: Changes = field(default_factory=lambda: Changes(annotations=True, runs=True))


class Control:
    """Pauses, resumes and stops a run, from any thread."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._go = asyncio.Event()
        self._stop = asyncio.Event()
        self.paused = False
        self.stopped = False

    def pause(self) -> None:
        self.paused = True
        self._apply()

    def resume(self) -> None:
        self.paused = False
        self._apply()

    def stop(self) -> None:
        self.stopped = True
        self._apply()

    def bind(self) -> None:
        """Called by the run, in its loop."""
        self._loop = asyncio.get_running_loop()
        self._set()

    async def may_go_on(self) -> bool:
        """Waits while paused; False when the run has been stopped."""
        while self.paused and not self.stopped:
            self._go.clear()
            await self._go.wait()
        return not self.stopped

    async def stopping(self) -> None:
        await self._stop.wait()

    def _apply(self) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._set)

    def _set(self) -> None:
        if self.stopped:
            self._stop.set()
        if self.stopped or not self.paused:
            self._go.set()


def sentences(summary: Summary) -> list[str]:
    """What a run came to, for people."""
    told = [
        f"{summary.agent_name} labelled {summary.labelled:,} of {summary.asked:,} items in {summary.seconds:.0f} s;"
        f" {summary.invalid:,} replies named no label, {summary.failed:,} items got no reply."
    ]
    told += [f"  {number:,} items: {sentence}" for _, sentence, number in summary.failures]
    if summary.stopped:
        told.append("Stopped; start again to go on with the rest.")
    return told


async def run(
    store: Store,
    choice: AgentChoice,
    *,
    limit: int | None = None,
    concurrency: int | None = None,
    control: Control | None = None,
    progress: Callable[[Progress], None] = lambda _: None,
    api_key: str = "",
    opener: Opener = open_model,
) -> Summary:
    """Ask the model about every item that it has not answered yet; returns when all are done or it is stopped.

    Items that serve as its examples are not asked about. Raises ModelProblem when the model cannot be used at all;
    what was answered until then is kept.
    api_key: for this run only, instead of the one from the environment or the keyring. opener: opens the model of an
    agent.
    """
    control = control or Control()
    control.bind()
    spec = await choose_spec(choice.model, choice.api_base, api_key=api_key)
    pending = await store(lambda db: _begin(db, spec, choice.examples, limit))
    if not pending.item_ids:
        await store(lambda db: runs.finish(db, pending.run_id, "finished"))
        return Summary(pending.agent.name, pending.spec.model, 0, 0, 0, 0, (), False, 0.0)
    under_way = _Run(store, pending, control, progress)
    status = "failed"
    try:
        model = await (open_model(pending.spec, api_key=api_key) if api_key else opener(pending.spec))
        try:
            await under_way.ask_all(model, concurrency or model.in_flight)
            await under_way.calibrate(model)
        finally:
            await model.close()
        if under_way.fatal is None:
            status = "stopped" if control.stopped else "finished"
    finally:
        await asyncio.shield(under_way.save())
        await asyncio.shield(store(lambda db: runs.finish(db, pending.run_id, status)))
    if under_way.fatal is not None:
        raise under_way.fatal
    failures = await store(lambda db: tuple(runs.failures(db, pending.run_id)))
    return under_way.summary(failures)


@dataclass(frozen=True)
class _Pending:
    """A run as it begins. agent: the annotator that the answers will be by."""

    run_id: int
    agent_id: int
    spec: AgentSpec
    agent: Annotator
    question: Question
    item_ids: list[int]


def _begin(db: Db, spec: AgentSpec, examples: int, limit: int | None) -> _Pending:
    question = setup.question(db)
    with db.atomic():
        chosen = agents.find(db, spec, examples)
        agent = agents.stored(db, chosen)
        item_ids = _to_ask(db, question.id, agent.annotator_id, chosen.spec.example_items, limit)
        run_id = runs.begin(db, agent.id, question.id, {"limit": limit, "items": len(item_ids)})
    return _Pending(run_id, agent.id, chosen.spec, annotators.get(db, agent.annotator_id), question, item_ids)


def _to_ask(db: Db, question_id: int, annotator_id: int, shown: Collection[int], limit: int | None) -> list[int]:
    """Items without an answer, but for those that the model is shown with their labels."""
    found = runs.unanswered(db, question_id, annotator_id, None if limit is None else limit + len(shown))
    return [item_id for item_id in found if item_id not in shown][:limit]


class _Run:
    """Asks about one item after the other, several at once, and saves what comes back."""

    def __init__(self, store: Store, pending: _Pending, control: Control, progress: Callable[[Progress], None]) -> None:
        self._store, self._spec, self._pending = store, pending.spec, pending
        self._control, self._progress = control, progress
        self._left = iter(pending.item_ids)
        self._texts: dict[int, Item] = {}
        self._loading = asyncio.Lock()
        self._unsaved: list[Answered] = []
        self._saving = asyncio.Lock()
        self._counts = dict.fromkeys(("label", "invalid", "failed"), 0)
        self._failed_in_a_row = 0
        self._started = time.monotonic()
        self.fatal: ModelProblem | None = None

    async def ask_all(self, model: Model, concurrency: int) -> None:
        """Workers take items until there are none; stopping lets calls under way finish for a moment."""
        workers = [asyncio.create_task(self._work(model)) for _ in range(max(1, concurrency))]
        saver = asyncio.create_task(self._save_regularly())
        stopper = asyncio.create_task(self._control.stopping())
        everything = asyncio.create_task(_all(workers))
        try:
            await asyncio.wait({everything, stopper}, return_when=asyncio.FIRST_COMPLETED)
            if not everything.done():
                await asyncio.wait({everything}, timeout=GRACE)
        finally:
            for task in (everything, *workers, saver, stopper):
                task.cancel()
            results = await asyncio.gather(everything, *workers, saver, stopper, return_exceptions=True)
            await self.save()
        for result in results:
            if isinstance(result, Exception):
                raise result

    async def calibrate(self, model: Model) -> None:
        """Work the confidences out anew from everything that the agent has answered so far."""
        if self._spec.confidence is not ConfidenceMethod.BATCH:
            return
        question, agent_id, annotator_id = self._pending.question, self._pending.agent_id, self._pending.agent.id
        few = await self._store(lambda db: runs.raw_count(db, agent_id, question.id)) < BATCH_AT_LEAST
        free = await calibrating.content_free(model, question, self._spec.examples) if few else []
        await self._store(lambda db: calibrating.recalibrate(db, question, agent_id, annotator_id, content_free=free))

    async def save(self) -> None:
        """Write what has come back since the last time, in one transaction."""
        async with self._saving:
            batch, self._unsaved = self._unsaved, []
            if batch:
                await asyncio.shield(self._write(batch))

    async def _write(self, batch: list[Answered]) -> None:
        pending = self._pending
        await self._store(lambda db: replies.save(db, pending.agent.id, pending.question, batch))
        for answered in batch:
            self._counts[answered.call.parse_status] += 1
        self._progress(self._state())

    def summary(self, failures: tuple[tuple[str, str, int], ...]) -> Summary:
        labelled, invalid, failed = self._counts.values()
        return Summary(
            agent_name=self._pending.agent.name,
            model=self._spec.model,
            asked=labelled + invalid + failed,
            labelled=labelled,
            invalid=invalid,
            failed=failed,
            failures=failures,
            stopped=self._control.stopped,
            seconds=time.monotonic() - self._started,
        )

    async def _work(self, model: Model) -> None:
        while self.fatal is None and await self._control.may_go_on():
            item = await self._next_item()
            if item is None:
                return
            answered = await self._ask(model, item)
            self._unsaved.append(answered)  # not in one line: the list may have been replaced while waiting

    async def _ask(self, model: Model, item: Item) -> Answered:
        request = LabelRequest(rendered(item), self._pending.question, self._spec.examples)
        asked = Asked(self._pending.run_id, item.id, request_hash(self._spec, request))
        started = time.monotonic()
        try:
            reply = await model.ask(request)
        except CallFailed as failed:
            self._note_failure(failed)
            return replies.unanswered(asked, failed, time.monotonic() - started)
        self._failed_in_a_row = 0
        return replies.answered(asked, reply)

    def _note_failure(self, failed: CallFailed) -> None:
        self._failed_in_a_row += 1
        if failed.hopeless or self._failed_in_a_row >= FAILURES_IN_A_ROW:
            self.fatal = ModelProblem(
                f"The run was stopped: {failed.message}",
                hint="What was answered is kept; start again to go on with the rest.",
            )

    async def _next_item(self) -> Item | None:
        """The next item with its text, read a page at a time."""
        async with self._loading:
            if not self._texts:
                ids = list(islice(self._left, PAGE))
                found = await self._store(lambda db: items.page(db, ids))
                self._texts = {item.id: item for item in found}
            if not self._texts:
                return None
            return self._texts.pop(next(iter(self._texts)))

    async def _save_regularly(self) -> None:
        while True:
            await asyncio.sleep(SAVE_EVERY)
            await self.save()

    def _state(self) -> Progress:
        labelled, invalid, failed = self._counts.values()
        done, total = labelled + invalid + failed, len(self._pending.item_ids)
        rate = done / max(time.monotonic() - self._started, 1e-9)
        return Progress(done, total, labelled, invalid, failed, rate, (total - done) / rate if rate else None)


async def _all(tasks: list[asyncio.Task[None]]) -> None:
    await asyncio.gather(*tasks)
