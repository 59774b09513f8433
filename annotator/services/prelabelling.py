"""An LLM labels the items, with a confidence; every answer is saved as it comes, and a run goes on where it stopped."""

from __future__ import annotations

import asyncio
import hashlib
import json
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Protocol, TypeVar
from urllib.parse import urlsplit

from annotator.domain.intervals import Share, wilson
from annotator.domain.model import Annotator, Changes, Item, Kind, NewAnnotation, Question, Status
from annotator.errors import ModelProblem, UserError
from annotator.llm import keys
from annotator.llm.agents import EMBEDDED, AgentSpec, ConfidenceMethod, make_spec
from annotator.llm.confidence import BATCH_AT_LEAST
from annotator.llm.embedded import WARNING_TINY
from annotator.llm.protocol import CallFailed, LabelRequest, Model, ParseStatus, Reply
from annotator.llm.registry import open_model
from annotator.services import calibrating
from annotator.storage import annotators, answers, items, runs, setup
from annotator.storage.database import Db

EMBEDDED_NOTE = WARNING_TINY

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
class AgentChoice:
    """Which model is to label: "embedded", a name as litellm takes it, or the address of a compatible server."""

    model: str = EMBEDDED
    api_base: str = ""

    def spec(self) -> AgentSpec:
        return make_spec(self.model.strip() or EMBEDDED, self.api_base.strip())


@dataclass(frozen=True)
class Plan:
    """What a run would do. goes_to: the host that the texts would be sent to, "" when they stay on this machine."""

    agent_name: str
    goes_to: str
    to_ask: int
    answered: int

    @property
    def local(self) -> bool:
        return not self.goes_to


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
    """What a run came to. failures: (class, sentence, number of items) of items that got no reply."""

    agent_name: str
    asked: int
    labelled: int
    invalid: int
    failed: int
    failures: tuple[tuple[str, str, int], ...]
    stopped: bool
    seconds: float
    changes: Changes = field(default_factory=lambda: Changes(annotations=True, runs=True))


@dataclass(frozen=True)
class AgentInfo:
    """An agent and what it has done so far."""

    annotator: Annotator
    model: str
    goes_to: str
    labelled: int
    invalid: int
    mean_confidence: float | None
    accuracy: Share
    calibration: str
    run_status: str


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


def plan(db: Db, choice: AgentChoice, limit: int | None = None) -> Plan:
    """What a run with this model would ask, before anything is sent."""
    spec = choice.spec()
    agent = runs.agent(db, spec.content_hash())
    total = items.count(db)
    done = 0 if agent is None else answers.count_of(db, setup.question(db).id, agent.annotator_id)
    left = total - done
    return Plan(spec.display_name, goes_to(spec), left if limit is None else min(left, limit), done)


def goes_to(spec: AgentSpec) -> str:
    """The host that item texts are sent to, "" for this machine."""
    if spec.model == EMBEDDED:
        return ""
    host = (urlsplit(spec.api_base).hostname or "") if spec.api_base else ""
    local = {"localhost", "127.0.0.1", "::1"}
    if host:
        return "" if host in local else host
    provider = spec.model.partition("/")[0]
    return "" if provider in {"ollama", "ollama_chat", "lm_studio"} else provider


def store_key(choice: AgentChoice, key: str) -> None:
    """Keep an API key in the operating system's keyring; it never reaches the project file."""
    spec = choice.spec()
    keys.store_key(keys.account_of(spec.api_base) if spec.api_base else spec.model.partition("/")[0], key)


def agents(db: Db) -> list[AgentInfo]:
    """All agents of the project with their results so far."""
    question_id = setup.question(db).id
    counts = answers.counts(db, question_id)
    scores = answers.scores(db, question_id)
    means = answers.mean_confidences(db, question_id)
    found = []
    for agent in runs.agents(db):
        annotator = annotators.get(db, agent.annotator_id)
        spec = AgentSpec.from_json(json.dumps(agent.spec))
        run = runs.latest(db, agent.id)
        found.append(
            AgentInfo(
                annotator=annotator,
                model=spec.model,
                goes_to=goes_to(spec),
                labelled=counts.get((annotator.id, Status.LABEL), 0),
                invalid=counts.get((annotator.id, Status.INVALID), 0),
                mean_confidence=means.get(annotator.id),
                accuracy=wilson(*scores.get(annotator.id, (0, 0))),
                calibration=runs.calibration_method(db, agent.id, question_id),
                run_status=run.status if run else "",
            )
        )
    return found


def invalid_replies(db: Db, limit: int = 1_000) -> list[tuple[int, str, str, str]]:
    """(item id, agent's name, raw reply, reason) of replies that name no label."""
    return runs.invalid_replies(db, setup.question(db).id, limit)


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

    Raises ModelProblem when the model cannot be used at all; what was answered until then is kept.
    api_key: for this run only, instead of the one from the environment or the keyring. opener: opens the model of an
    agent.
    """
    control = control or Control()
    control.bind()
    spec = choice.spec()
    pending = await store(lambda db: _begin(db, spec, limit))
    if not pending.item_ids:
        await store(lambda db: runs.finish(db, pending.run_id, "finished"))
        return Summary(pending.agent.name, 0, 0, 0, 0, (), False, 0.0)
    under_way = _Run(store, spec, pending, control, progress)
    status = "failed"
    try:
        model = await (open_model(spec, api_key=api_key) if api_key else opener(spec))
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
    """A run as it begins."""

    run_id: int
    agent_id: int
    agent: Annotator
    question: Question
    item_ids: list[int]


def _begin(db: Db, spec: AgentSpec, limit: int | None) -> _Pending:
    question = setup.question(db)
    with db.atomic():
        agent = runs.agent(db, spec.content_hash())
        if agent is None:
            annotator = annotators.named(db, spec.display_name, kind=Kind.LLM, family=spec.family)
            if annotator.kind is not Kind.LLM:
                raise UserError(f"A person is called “{spec.display_name}” in this project.", hint="Rename them.")
            agent = runs.add_agent(db, annotator.id, spec.content_hash(), json.loads(spec.to_json()))
        item_ids = runs.unanswered(db, question.id, agent.annotator_id, limit)
        run_id = runs.begin(db, agent.id, question.id, {"limit": limit, "items": len(item_ids)})
    return _Pending(run_id, agent.id, annotators.get(db, agent.annotator_id), question, item_ids)


@dataclass(frozen=True)
class _Answered:
    """A call that is over, on its way into the file."""

    call: runs.Call
    annotation: NewAnnotation | None


class _Run:
    """Asks about one item after the other, several at once, and saves what comes back."""

    def __init__(
        self,
        store: Store,
        spec: AgentSpec,
        pending: _Pending,
        control: Control,
        progress: Callable[[Progress], None],
    ) -> None:
        self._store, self._spec, self._pending = store, spec, pending
        self._control, self._progress = control, progress
        self._left = iter(pending.item_ids)
        self._texts: dict[int, Item] = {}
        self._loading = asyncio.Lock()
        self._unsaved: list[_Answered] = []
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
        pending = self._pending
        known = await self._store(lambda db: runs.raw_count(db, pending.agent_id, pending.question.id))
        free = await calibrating.content_free(model, pending.question) if known < BATCH_AT_LEAST else []
        await self._store(
            lambda db: calibrating.recalibrate(
                db, pending.question, pending.agent_id, pending.agent.id, content_free=free
            )
        )

    async def save(self) -> None:
        """Write what has come back since the last time, in one transaction."""
        async with self._saving:
            batch, self._unsaved = self._unsaved, []
            if batch:
                await asyncio.shield(self._write(batch))

    async def _write(self, batch: list[_Answered]) -> None:
        await self._store(lambda db: _save(db, self._pending, batch))
        for answered in batch:
            self._counts[answered.call.parse_status] += 1
        self._progress(self._state())

    def summary(self, failures: tuple[tuple[str, str, int], ...]) -> Summary:
        labelled, invalid, failed = self._counts.values()
        return Summary(
            agent_name=self._pending.agent.name,
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

    async def _ask(self, model: Model, item: Item) -> _Answered:
        request = LabelRequest(rendered(item), self._pending.question)
        started = time.monotonic()
        try:
            reply = await model.ask(request)
        except CallFailed as failed:
            self._note_failure(failed)
            return self._failure(item, request, failed, time.monotonic() - started)
        self._failed_in_a_row = 0
        return self._answer(item, request, reply)

    def _note_failure(self, failed: CallFailed) -> None:
        self._failed_in_a_row += 1
        if failed.hopeless or self._failed_in_a_row >= FAILURES_IN_A_ROW:
            self.fatal = ModelProblem(
                f"The run was stopped: {failed.message}",
                hint="What was answered is kept; start again to go on with the rest.",
            )

    def _answer(self, item: Item, request: LabelRequest, reply: Reply) -> _Answered:
        labelled = reply.parse_status is ParseStatus.LABEL
        call = self._call(item, request, reply.parse_status.value, reply.seconds)
        call = call._replace(
            reply=reply.raw,
            reason=reply.invalid_reason or ("text cut to fit the model" if reply.truncated else ""),
            logprobs=reply.logprobs,
            confidence_source=reply.confidence_source,
            tokens_in=reply.tokens_in,
            tokens_out=reply.tokens_out,
            cost=reply.cost,
        )
        annotation = NewAnnotation(
            item_id=item.id,
            status=Status.LABEL if labelled else Status.INVALID,
            label_id=reply.label_id if labelled else None,
            confidence=reply.confidence if labelled else None,
            seconds=reply.seconds,
            run_id=self._pending.run_id,
        )
        return _Answered(call, annotation)

    def _failure(self, item: Item, request: LabelRequest, failed: CallFailed, seconds: float) -> _Answered:
        call = self._call(item, request, "failed", seconds)
        return _Answered(call._replace(reason=failed.message, error_class=failed.kind.value), None)

    def _call(self, item: Item, request: LabelRequest, status: str, seconds: float) -> runs.Call:
        return runs.Call(
            run_id=self._pending.run_id,
            item_id=item.id,
            request_hash=request_hash(self._spec, request),
            reply="",
            parse_status=status,
            reason="",
            error_class="",
            logprobs=None,
            confidence_source="",
            tokens_in=None,
            tokens_out=None,
            cost=None,
            seconds=seconds,
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


def rendered(item: Item) -> str:
    """The item's fields as one text; with more than one, each under its name."""
    if len(item.fields) == 1:
        return next(iter(item.fields.values()))
    return "\n\n".join(f"{name}: {text}" for name, text in item.fields.items())


def request_hash(spec: AgentSpec, request: LabelRequest) -> str:
    """Equal for requests that ask the same thing in the same way."""
    question = replace(request.question, id=0, version=0)
    content = [spec.to_json(), repr(question), request.text, repr(request.examples)]
    return hashlib.sha256("\0".join(content).encode()).hexdigest()


def _save(db: Db, pending: _Pending, batch: list[_Answered]) -> None:
    with db.atomic():
        runs.add_calls(db, [answered.call for answered in batch])
        new = [answered.annotation for answered in batch if answered.annotation is not None]
        if new:
            question = pending.question
            answers.record(db, pending.agent.id, question.id, new, kind="prelabel", version=question.version)
