"""An LLM labels the items, with a confidence; every answer is saved as it comes, and a run goes on where it stopped."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from dataclasses import dataclass, field, replace

from annotator.llm.agents import AgentSpec
from annotator.llm.confidence import BATCH_AT_LEAST
from annotator.llm.meaning import CannotRead
from annotator.llm.methods import ConfidenceMethod
from annotator.llm.pacing import Limits, Pace
from annotator.llm.pricing import Price, price_of
from annotator.llm.protocol import Model
from annotator.llm.registry import open_model
from annotator.llm.spending import Account, Amount, Budget, Cap, CapReached
from annotator.llm.traffic import Stopped, Traffic
from annotator.services import agents, allowing, calibrating, journal, meaning, prices, run_lock, run_records
from annotator.services.agents import AgentChoice
from annotator.services.asking import Asking, Job
from annotator.services.caching import Cache, KnownReplies
from annotator.services.feeding import Feed, Requests, Store
from annotator.services.journal import Journal
from annotator.services.replies import Answered
from annotator.services.run_control import Control
from annotator.services.run_records import Begun, Task
from annotator.services.run_summary import Failures, Progress, Summary, sentences
from annotator.services.selecting import Selection, everything
from annotator.storage import runs
from annotator.storage.database import Db

__all__ = ["Cache", "Cap", "Control", "Limits", "Progress", "Store", "Summary", "run", "sentences"]

Opener = Callable[[AgentSpec], Awaitable[Model]]

# Calls at once that a hosted model is tried with at most; on this machine a model says itself what it is worth.
MOST_AWAY = 32
NO_LIMITS = Limits()
NO_CAP = Cap()
EVERYTHING = everything()


@dataclass
class Together:
    """What runs that are begun together share.

    paces: by the server's address, or a provider's model, so that two agents of one share it fairly.
    """

    batch: str
    budget: Budget
    paces: dict[str, Pace] = field(default_factory=dict)


async def run(
    store: Store,
    choice: AgentChoice,
    *,
    selection: Selection = EVERYTHING,
    limit: int | None = None,
    concurrency: int | None = None,
    limits: Limits = NO_LIMITS,
    cap: Cap = NO_CAP,
    cache: Cache = Cache.PROJECT,
    control: Control | None = None,
    progress: Callable[[Progress], None] = lambda _: None,
    api_key: str = "",
    opener: Opener = open_model,
    together: Together | None = None,
) -> Summary:
    """Ask the model about every item of the selection that it has not answered yet; returns when all are done, when it
    is stopped, or when a cap is reached.

    Items that serve as its examples are not asked about. Raises NotAllowed, before anything is sent, where the model is
    at a place that the project does not allow, UserError where another run of the agent is at work, and ModelProblem
    when the model cannot be used at all; what was answered until then is kept. An interrupted run with the same
    selection goes on: what it has spent counts against the cap.
    limit: items to ask about at most; concurrency: calls at once at most, instead of `limits.at_once`.
    api_key: for this run only, instead of the one from the environment or the keyring. opener: opens the model of an
    agent. together: with other runs, whose budget then takes the place of the cap.
    """
    control = control or Control()
    control.bind()
    limits = limits if concurrency is None else replace(limits, at_once=concurrency)
    with await allowing.way(store, choice), await store(prices.in_force):
        spec = await choice.resolved(api_key=api_key)
        goes_to = await asyncio.to_thread(agents.destination, spec)
        cap = together.budget.cap if together else cap
        task = Task(spec, choice.examples, selection, limit, goes_to, cap, together.batch if together else "")
        await prices.check_cap(cap, spec, goes_to)
        task, note = await _read(store, task, control, progress)
        chosen, item_ids = await store(lambda db: run_records.look(db, task))
        if not item_ids or control.stopped:
            await store(lambda db: run_records.tidy_up(db, chosen))
            nothing = Summary(chosen.name, chosen.spec.model, 0, 0, 0, 0, (), bool(item_ids), 0.0, note=note)
            return replace(nothing, total=len(item_ids))
        with await store(lambda db: run_lock.claim(db, chosen)):
            await _all_home(store, chosen, len(item_ids), control, progress)
            # Opened before anything is stored: a model that cannot be used leaves no agent behind.
            model = await (open_model(chosen.spec, api_key=api_key) if api_key else opener(chosen.spec))
            try:
                return replace(await _work(store, task, model, limits, cache, together, control, progress), note=note)
            finally:
                await model.close()


async def _all_home(
    store: Store, chosen: agents.Agent, items: int, control: Control, progress: Callable[[Progress], None]
) -> None:
    """Wait for replies to this agent that are still on their way from a program that was killed."""
    if (left := await store(lambda db: journal.before(db, chosen))) is not None:
        missing = _nothing_done(items)
        await journal.all_home(left, lambda n: progress(replace(missing, waiting=n)), lambda: control.stopped)


async def _work(
    store: Store,
    task: Task,
    model: Model,
    limits: Limits,
    cache: Cache,
    together: Together | None,
    control: Control,
    progress: Callable[[Progress], None],
) -> Summary:
    """Begin the run in the project, and do it; its journal is closed however that ends."""
    with ExitStack() as at_work:

        def begin(db: Db) -> tuple[Begun, Journal]:
            begun = run_records.begin(db, task)
            at_work.enter_context(agents.under_way(begun.run))  # before another start can look
            return begun, Journal(journal.path_of(db, begun.agent.uid, begun.question.id))

        begun, notes = await store(begin)
        work = _Run(store, task, begun, model, limits, cache, together, notes)
        try:
            return await work.work(control, progress)
        finally:
            await asyncio.shield(notes.close())


def _nothing_done(items: int) -> Progress:
    return Progress(0, items, 0, 0, 0, 0.0, None)


async def _read(store: Store, task: Task, control: Control, progress: Callable[[Progress], None]) -> tuple[Task, str]:
    """Has texts read where the agent's examples are chosen by what they mean. Returns what is to be done, and a note
    where that is something else than was asked for."""
    if not meaning.wanted(task.spec):
        return task, ""
    chosen, item_ids = await store(lambda db: run_records.look(db, task))
    missing = _nothing_done(len(item_ids))

    def report(left: int) -> None:
        progress(replace(missing, reading=left))

    try:
        await meaning.read_for(store, chosen.spec, item_ids, control, report)
    except CannotRead as problem:
        return replace(task, spec=meaning.by_words(chosen.spec)), meaning.instead(problem)
    return task, ""


class _Run:
    """One run with all that it needs."""

    def __init__(
        self,
        store: Store,
        task: Task,
        begun: Begun,
        model: Model,
        limits: Limits,
        cache: Cache,
        together: Together | None,
        notes: Journal,
    ) -> None:
        self._store, self._task, self._begun, self._model = store, task, begun, model
        self._limits, self._together, self._notes = limits, together, notes
        self._known = KnownReplies(begun.question, shared=cache is Cache.SHARED)
        known = None if cache is Cache.NONE else self._known.find
        self._feed = Feed(store, begun.item_ids, Requests(begun.spec, begun.question), known)
        self._account = self._new_account()
        self._seconds_saved = 0.0
        self._suspicious = self._cut = self._repaired = 0
        self.status = "failed"

    async def work(self, control: Control, progress: Callable[[Progress], None]) -> Summary:
        """Ask, work out the confidences, and close the run, however that ends."""
        pace = self._pace()
        way = Traffic(pace, self._account, self._price, self._limits.timeout, self._notes, may_go_on=control.may_go_on)
        job = Job(self._begun.run.id, len(self._begun.item_ids), self._feed, self._account, self._write, self._notes)
        asking = self._asking = Asking(job, control, progress)
        try:
            with way.on():
                await asking.ask_all(self._model, pace.most)
                await self._calibrate()
            self.status = asking.status
        finally:
            await asyncio.shield(asking.save())
            failures = await asyncio.shield(self._end(self.status))
        if asking.fatal is not None:
            raise asking.fatal
        return self._summary(failures)

    def _new_account(self) -> Account:
        before, complete = self._begun.before
        if self._together is not None:  # which knows what all of them have spent before
            return Account(self._together.budget, spent=before, complete=complete, note=self._note)
        budget = Budget(Cap(**self._begun.run.cap))
        budget.book(before)
        return Account(budget, spent=before, complete=complete, note=self._note)

    def _pace(self) -> Pace:
        at_once = self._model.in_flight if self._model.local else max(self._model.in_flight, MOST_AWAY)
        if self._together is None:
            return Pace(self._limits, at_once=at_once)
        where = self._begun.spec.api_base or self._begun.spec.model
        return self._together.paces.setdefault(where, Pace(self._limits, at_once=at_once))

    def _price(self) -> Price:
        spec = self._begun.spec
        return price_of(spec.model, spec.api_base, local=not self._task.goes_to)

    async def _note(self, amount: Amount) -> None:
        await self._store(lambda db: run_records.note_spent(db, self._begun, amount))

    async def _write(self, batch: list[Answered]) -> None:
        seconds = self._asking.seconds
        worked, self._seconds_saved = seconds - self._seconds_saved, seconds
        self._suspicious += sum(bool(each.call.suspicion) for each in batch)
        self._cut += sum(each.call.truncated for each in batch)

        def save(db: Db) -> int:
            repaired = run_records.save(db, self._begun, batch, worked)
            self._known.keep(batch)
            return repaired

        self._repaired += await self._store(save)

    async def _calibrate(self) -> None:
        """Work the confidences out anew from all that the agent has answered so far, and what gold says of them."""
        begun = self._begun
        free: list[dict[int, float]] = []
        if begun.spec.confidence is ConfidenceMethod.BATCH:
            raw = await self._store(lambda db: runs.raw_count(db, begun.run.agent_id, begun.question.id))
            free = await self._content_free() if 0 < raw < BATCH_AT_LEAST else []
        await self._store(lambda db: run_records.calibrate(db, begun.spec, begun.run.agent_id, begun.agent, free))

    async def _content_free(self) -> list[dict[int, float]]:
        begun = self._begun
        try:
            return await calibrating.content_free(self._model.ask, begun.question, begun.spec.shown_always)
        except (CapReached, Stopped):
            return []

    async def _end(self, status: str) -> Failures:
        why = self._asking.why
        left = await self._notes.close(drop=self._task.all_asked and status == "finished")

        def close(db: Db) -> Failures:
            self._known.close()
            return run_records.end(db, self._begun, status, why=why, spent=self._account.spent, left=left)

        return await self._store(close)

    def _summary(self, failures: Failures) -> Summary:
        state = self._asking.state
        return Summary(
            agent_name=self._begun.agent.name,
            model=self._begun.spec.model,
            asked=state.done,
            total=state.total,
            labelled=state.labelled,
            invalid=state.invalid,
            failed=state.failed,
            failures=failures,
            stopped=self._asking.status == "stopped",
            seconds=self._asking.seconds,
            why=self._asking.why,
            used=state.used,
            suspicious=self._suspicious,
            cut=self._cut,
            repaired=self._repaired,
        )
