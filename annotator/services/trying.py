"""Trying an agent out on a few items: its replies are looked at and kept, but they are nobody's annotations.

What a try has paid for is not paid for again: a later run, or another try, takes the same reply from the project.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from functools import partial

from annotator.domain.model import Question
from annotator.llm.agents import AgentSpec
from annotator.llm.confidence import as_matrix, batch_calibration, calibrate
from annotator.llm.meaning import CannotRead
from annotator.llm.methods import ConfidenceMethod
from annotator.llm.pacing import Limits, Pace
from annotator.llm.pricing import price_of
from annotator.llm.protocol import LabelRequest, Model, Reply
from annotator.llm.registry import open_model
from annotator.llm.spending import Account, Budget, Cap, CapReached
from annotator.llm.traffic import Stopped, Traffic, tallied
from annotator.services import agents, allowing, calibrating, examples, meaning, prices, replies
from annotator.services.adjudicating import excerpt
from annotator.services.agents import AgentChoice
from annotator.services.asking import Asking, Job
from annotator.services.caching import Cache, KnownReplies
from annotator.services.feeding import Feed, Requests, Store
from annotator.services.replies import Answered, Asked, Hashes
from annotator.services.restoring import restored
from annotator.services.run_control import Control
from annotator.services.run_summary import Progress
from annotator.services.try_outcome import NO_RIGHT_ANSWER, Outcome, Tried
from annotator.storage import gold, items, setup, trials
from annotator.storage.calls import FROM_CACHE, Call
from annotator.storage.database import Db

USUAL = 20  # items
SEED = 0
MOST_AWAY = 8  # calls at once

Opener = Callable[[AgentSpec], Awaitable[Model]]


def items_for(db: Db, spec: AgentSpec, number: int = USUAL) -> list[int]:
    """The items that a try asks about: those with gold that measures first, in one order for every agent.

    Examples are taken from the other end of that order, so that agents with and without them are tried on the same
    items as far as there is enough gold; an agent's own examples are always left out.
    """
    shown = set(spec.example_items)
    question_id = setup.question(db).id
    scored = {item_id for item_id, _ in gold.measuring(db, question_id)} - shown
    known = [row for row in gold.every(db, question_id) if row.label_id is not None]
    order = [item_id for item_id in reversed(examples.in_order(known)) if item_id in scored]
    if len(order) < number:
        others = shown | scored
        rest = [item_id for item_id in items.ids(db) if item_id not in others]
        order += random.Random(SEED).sample(rest, min(len(rest), number - len(order)))
    return order[:number]


async def try_out(
    store: Store,
    choice: AgentChoice,
    *,
    number: int = USUAL,
    item_ids: Sequence[int] | None = None,
    limits: Limits | None = None,
    cap: Cap | None = None,
    cache: Cache = Cache.PROJECT,
    control: Control | None = None,
    progress: Callable[[Progress], None] = lambda _: None,
    api_key: str = "",
    opener: Opener = open_model,
) -> Outcome:
    """Ask the agent about a few items. Nothing is annotated, and the agent need not be in the project.

    item_ids: instead of those of `items_for`. Raises NotAllowed before anything is sent where texts may not go to its
    model, and ModelProblem where that cannot be used; what was answered before is kept.
    """
    control = control or Control()
    control.bind()
    with await allowing.way(store, choice), await store(prices.in_force):
        spec = await choice.resolved(api_key=api_key)
        spec = (await store(lambda db: agents.find(db, spec, choice.examples))).spec
        goes_to = await asyncio.to_thread(allowing.destination, spec)
        await prices.check_cap(cap or Cap(), spec, goes_to)
        wanted = list(item_ids) if item_ids is not None else await store(lambda db: items_for(db, spec, number))
        note = ""
        missing = Progress(0, len(wanted), 0, 0, 0, 0.0, None)
        try:
            await meaning.read_for(store, spec, wanted, control, lambda n: progress(replace(missing, reading=n)))
        except CannotRead as problem:
            spec, note = meaning.by_words(spec), meaning.instead(problem)
        if control.stopped:
            return Outcome(spec, (), len(wanted), note=note)
        trial = _Trial(store, spec, await store(setup.question), wanted, cache)
        model = await (open_model(spec, api_key=api_key) if api_key else opener(spec))
        try:
            at_once = model.in_flight if model.local else max(model.in_flight, MOST_AWAY)
            way = Traffic(
                Pace(limits or Limits(), at_once=at_once),
                Account(Budget(cap)),
                lambda: price_of(spec.model, spec.api_base, local=not goes_to),
                may_go_on=control.may_go_on,
            )
            with way.on():
                return replace(await trial.work(model, way, control, progress), note=note)
        finally:
            await model.close()


async def served(store: Store, api_base: str, *, api_key: str = "") -> str:
    """The model at an address, as its server says. Raises NotAllowed, and ModelProblem where it is not one model."""
    choice = AgentChoice("", api_base)
    with await allowing.way(store, choice):
        return (await choice.resolved(api_key=api_key)).model


def recall(db: Db, spec: AgentSpec, item_ids: Sequence[int]) -> Outcome:
    """What the project knows of the agent's replies about these items, from tries and runs; nothing is asked."""
    question = setup.question(db)
    requests = Requests(spec, question)
    shown = set(spec.example_items)
    asked = [item for item in items.page(db, item_ids) if item.id not in shown]
    requests.look_up(db, asked)
    made = [(item.id, requests.about(item)[1]) for item in asked]
    known = replies.known(db, [hash_ for _, hash_ in made])
    found = [
        replies.answered(Asked(0, item_id, hash_), known[hash_], None).call for item_id, hash_ in made if hash_ in known
    ]
    return _outcome(db, spec, found, item_ids, "", content_free=_known_prior(db, spec, question, found))


class _Trial:
    """One try at work."""

    def __init__(self, store: Store, spec: AgentSpec, question: Question, wanted: list[int], cache: Cache) -> None:
        self._store, self._spec, self._question, self._wanted = store, spec, question, wanted
        self._known = KnownReplies(question, shared=cache is Cache.SHARED)
        find = None if cache is Cache.NONE else self._known.find
        self._feed = Feed(store, wanted, Requests(spec, question), find)
        self._cache = cache
        self._calls: list[Call] = []

    async def work(self, model: Model, way: Traffic, control: Control, progress: Callable[[Progress], None]) -> Outcome:
        asking = Asking(Job(0, len(self._wanted), self._feed, way.account, self._write), control, progress)
        try:
            await asking.ask_all(model, way.pace.most)
        finally:
            await asyncio.shield(asking.save())
            await asyncio.shield(self._store(lambda db: self._known.close()))
        if asking.fatal is not None:
            raise asking.fatal
        free = await self._content_free(model)
        return await self._store(
            lambda db: _outcome(db, self._spec, self._calls, self._wanted, asking.why, content_free=free)
        )

    async def _write(self, batch: list[Answered]) -> None:
        def save(db: Db) -> None:
            trials.add(db, self._spec.content_hash(), [each.call for each in batch])
            self._known.keep(batch)

        await self._store(save)
        self._calls += [each.call for each in batch]

    async def _content_free(self, model: Model) -> list[dict[int, float]]:
        """As a run of so few items would ask for it."""
        if not _needs_prior(self._spec, self._calls):
            return []
        try:
            ask = partial(self._ask_and_keep, model)
            return await calibrating.content_free(ask, self._question, self._spec.shown_always)
        except (CapReached, Stopped):
            return []

    async def _ask_and_keep(self, model: Model, request: LabelRequest) -> Reply:
        """Kept with the try, since without it nobody can say later what the try's confidences were."""
        hash_ = Hashes(self._spec, self._question).of(request)
        known = {} if self._cache is Cache.NONE else await self._store(lambda db: replies.known(db, [hash_]))
        if hash_ in known:
            return known[hash_]
        with tallied() as tally:
            reply = await model.ask(request)
        # A row belongs to an item; that this one is about none of them is seen by its hash.
        call = replies.answered(Asked(0, self._calls[0].item_id, hash_), reply, tally).call
        await self._store(lambda db: trials.add(db, self._spec.content_hash(), [call]))
        return reply


def _needs_prior(spec: AgentSpec, found: Sequence[Call]) -> bool:
    raw = sum(call.logprobs is not None for call in found)
    return spec.confidence is ConfidenceMethod.BATCH and calibrating.needs_content_free(raw)


def _known_prior(db: Db, spec: AgentSpec, question: Question, found: Sequence[Call]) -> list[dict[int, float]]:
    """What the agent has said to inputs without content in a try."""
    if not _needs_prior(spec, found):
        return []
    hashes = Hashes(spec, question)
    wanted = [hashes.of(request) for request in calibrating.without_content(question, spec.shown_always)]
    known = replies.known(db, wanted)
    priors = [known[hash_].logprobs for hash_ in wanted if hash_ in known]
    return [prior for prior in priors if prior is not None]


def _outcome(
    db: Db,
    spec: AgentSpec,
    found: Sequence[Call],
    item_ids: Sequence[int],
    why: str,
    *,
    content_free: Sequence[dict[int, float]] = (),
) -> Outcome:
    question = setup.question(db)
    if spec.confidence is ConfidenceMethod.BATCH:
        found = _calibrated(found, question, content_free)
    names = {label.id: label.name for label in question.labels}
    known, measuring = gold.of_items(db, question.id, item_ids), dict(gold.measuring(db, question.id, item_ids))
    by_item = {call.item_id: call for call in found}
    shown = items.page(db, [item_id for item_id in item_ids if item_id in by_item])
    tried = []
    for item in shown:
        call, row = by_item[item.id], known.get(item.id)
        tried.append(
            Tried(
                item_id=item.id,
                item=item.external_id,
                text=excerpt(item),
                reply=restored(db, call.reply, item.id, spec.redaction),
                status=call.parse_status,
                reason=call.reason,
                note=call.note,
                suspicion=call.suspicion,
                rung=call.rung,
                label=names.get(call.label_id or 0, ""),
                confidence=call.confidence,
                confidence_source=call.confidence_source,
                gold="" if row is None else names.get(row.label_id or 0, NO_RIGHT_ANSWER),
                measures=item.id in measuring,
                seconds=call.seconds,
                tokens_in=call.tokens_in or 0,
                tokens_out=call.tokens_out or 0,
                cost=call.cost,
                cached=call.price_source == FROM_CACHE,
            )
        )
    return Outcome(spec, tuple(tried), len(item_ids), why)


def _calibrated(found: Sequence[Call], question: Question, content_free: Sequence[dict[int, float]]) -> Sequence[Call]:
    """With labels and confidences as a run over just these items would work them out."""
    label_ids = [label.id for label in question.labels]
    raw = [call.logprobs for call in found if call.logprobs is not None]
    if not raw:
        return found
    z = as_matrix(raw, label_ids)
    prior = batch_calibration(z, content_free=as_matrix(list(content_free), label_ids))
    rows = iter(calibrate(z, prior.mean).tolist())
    new = []
    for call in found:
        if call.logprobs is not None:
            shares = dict(zip(label_ids, next(rows), strict=True))
            best = max(shares, key=lambda label: shares[label])
            call = call._replace(
                label_id=best, confidence=min(1.0, shares[best]), distribution=shares, confidence_source=prior.method
            )
        new.append(call)
    return new
