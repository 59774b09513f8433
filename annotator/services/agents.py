"""The LLM agents of a project: which model is chosen, what a run would ask it, and what it has done so far."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import count
from typing import NamedTuple

from annotator.domain.intervals import Share, wilson
from annotator.domain.model import Annotator, Changes, Kind, Status
from annotator.domain.quoting import quoted
from annotator.errors import UserError
from annotator.llm import caller, keys, reach
from annotator.llm.agent_diff import diff
from annotator.llm.agents import EMBEDDED, AgentSpec
from annotator.llm.embedded import WARNING_TINY
from annotator.llm.few_shot import ExampleChoice
from annotator.llm.litellm_model import key_account, stays_here
from annotator.llm.places import host_of
from annotator.llm.probing import Probe as Probe
from annotator.llm.probing import probe, silent
from annotator.services import allowing, confidence, examples, prices, selecting
from annotator.services.agent_choice import AgentChoice as AgentChoice
from annotator.services.allowing import destination as destination
from annotator.services.feeding import Store
from annotator.services.restoring import restored
from annotator.services.selecting import Selection, Which
from annotator.storage import annotators, answers, items, runs, setup
from annotator.storage.database import Db
from annotator.texts import say, say_count

EMBEDDED_NOTE = WARNING_TINY
LONGEST_TEST = 60.0  # seconds, with finding out where the model is and starting it
_under_way: set[str] = set()  # uids of the runs of this program; written by their thread, read by others


@dataclass(frozen=True)
class Plan:
    """What a run would do. goes_to: the host that the texts would be sent to, "" when they stay on this machine.

    items: all in the project; those that are `examples` are not asked about. version_of: the name of the agents of
    which this would be a new version, "" for none; differs: in what from the latest of them. allowed: whether texts may
    go there; if not, the run is refused until `allowing.allow(db, goes_to, ...)`.
    """

    agent_name: str
    goes_to: str
    to_ask: int
    answered: int
    examples: int
    items: int
    version_of: str = ""
    differs: tuple[str, ...] = ()
    allowed: bool = True

    @property
    def local(self) -> bool:
        return not self.goes_to


@dataclass(frozen=True)
class AgentInfo:
    """An agent and what it has done so far. accuracy: on gold, without the items that it was shown as examples;
    `invalid_on_gold` of these answers are invalid replies, which are wrong.

    left: items that it could still be asked about. run_status: of its latest run; "running" only while this program
    runs it, since one that was killed cannot say so.
    """

    annotator: Annotator
    model: str
    spec: AgentSpec
    goes_to: str
    labelled: int
    invalid: int
    left: int
    mean_confidence: float | None
    accuracy: Share
    invalid_on_gold: int
    calibration: str
    run_status: str

    @property
    def answered(self) -> int:
        return self.labelled + self.invalid

    @property
    def unfinished(self) -> bool:
        """Whether its latest run broke off, or was stopped, and can go on."""
        return self.run_status in ("stopped", "failed") and self.answered > 0 and self.left > 0


class Agent(NamedTuple):
    """An agent of a project. name: its annotator's; stored: None before its first run."""

    spec: AgentSpec
    name: str
    stored: runs.Agent | None


@dataclass(frozen=True)
class Kept:
    """An agent in the project. new: whether it was not there before."""

    name: str
    new: bool
    changes: Changes = Changes(runs=True)


def find(db: Db, spec: AgentSpec, number: int) -> Agent:
    """The latest agent that is `spec` with so many examples, else a new one with examples from today's gold.

    An agent keeps the examples of its first run, so that all its answers are comparable and a run goes on where it
    stopped. One that has examples already is taken as it is, whatever `number` says.
    Raises UserError where there is not enough gold, or a person has the new agent's name.
    """
    hash_ = spec.content_hash()  # what a template is called makes no other agent
    for agent in reversed(runs.agents(db)):
        known = _spec_of(agent)
        if known.content_hash() == hash_ if spec.examples else _is(known, hash_, number):
            return Agent(known, annotators.get(db, agent.annotator_id).name, agent)
    if number and not spec.examples:
        picked = examples.pick(db, setup.question(db), number)
        spec = spec.with_examples(picked.pairs, picked.item_ids)
    return Agent(spec, _free_name(db, spec), None)


def _is(known: AgentSpec, hash_: str, number: int) -> bool:
    """Whether an agent is the one of this hash without examples, with so many balanced ones from this project's own
    gold."""
    own = len(known.examples) == len(known.example_items) == number
    balanced = known.few_shot.choice in (ExampleChoice.NONE, ExampleChoice.BALANCED)  # others were chosen, not drawn
    return own and balanced and known.without_examples.content_hash() == hash_


def stored(db: Db, agent: Agent) -> runs.Agent:
    """The agent as it is in the file, added with an annotator of its own when new. Inside `atomic()`."""
    if agent.stored is not None:
        return agent.stored
    annotator = annotators.named(db, agent.name, kind=Kind.LLM, family=agent.spec.family)
    return runs.add_agent(db, annotator.id, agent.spec.content_hash(), json.loads(agent.spec.to_json()))


def keep(db: Db, spec: AgentSpec) -> Kept:
    """Put an agent into the project before it has answered anything, so that it can be chosen by its name.

    One that is there already, whatever its prompt is called, stays the one that it is.
    """
    with db.atomic():
        found = find(db, spec, 0)
        agent = stored(db, found)
        kept = setup.setting(db, runs.KEPT, [])
        if agent.hash not in kept:
            setup.set_setting(db, runs.KEPT, [*kept, agent.hash])
    return Kept(found.name, new=found.stored is None)


def known(db: Db) -> list[Agent]:
    """The agents of the project, whether or not they have answered, in the order in which they came."""
    return [Agent(_spec_of(row), annotators.get(db, row.annotator_id).name, row) for row in runs.agents(db)]


def choice_of(db: Db, name: str) -> AgentChoice:
    """The agent whose annotator is called so, to be run again. Raises UserError with the names that there are."""
    found = {agent.name: agent.spec for agent in known(db)}
    if name not in found:
        names = ", ".join(quoted(each) for each in found)
        raise UserError(
            say("No agent of this project is called “{name}”.", name=name),
            hint=say_count(len(found), "There is {names}.", "There are {names}.", names=names)
            if found
            else say("None is saved here yet."),
        )
    spec = found[name]
    return AgentChoice(spec.model, spec.api_base, exact=spec)


def plan(db: Db, choice: AgentChoice, limit: int | None = None, selection: Selection = selecting.EVERYTHING) -> Plan:
    """What a run with this model would ask, before anything is sent."""
    where = destination(choice.place())  # first: with a name that nobody knows there is no plan
    with db.snapshot():
        return _plan(db, choice, limit, where, selection)


def _plan(db: Db, choice: AgentChoice, limit: int | None, where: str, selection: Selection) -> Plan:
    total, name, done, shown = (
        items.count(db),
        say("the model at {account_of}", account_of=keys.account_of(choice.place().api_base)),
        0,
        0,
    )
    version_of: str = ""
    differs: tuple[str, ...] = ()
    who, without = 0, tuple[int, ...]()
    if choice.named:
        agent = find(db, choice.spec(), choice.examples)
        name, without = agent.name, agent.spec.example_items
        shown = len(without)
        if agent.stored is not None:
            who = agent.stored.annotator_id
            done = answers.count_of(db, setup.question(db).id, agent.stored.annotator_id)
        else:
            version_of, differs = _news(db, agent.spec)
    elif choice.examples:
        shown = len(examples.pick(db, setup.question(db), choice.examples).pairs)
    left = total - done - shown
    if selection.which is not Which.ALL:
        left = selecting.count(db, selection, who, without=without)
    may = not where or where in allowing.names(db)
    return Plan(name, where, left if limit is None else min(left, limit), done, shown, total, version_of, differs, may)


def _news(db: Db, spec: AgentSpec) -> tuple[str, tuple[str, ...]]:
    """See `Plan.version_of` and `Plan.differs`, of an agent that is new."""
    for agent in reversed(runs.agents(db)):
        known = _spec_of(agent)
        if known.display_name == spec.display_name:
            parts = (found.what.partition(", line ")[0] for found in diff(known, spec))
            return spec.display_name, tuple(dict.fromkeys(parts))
    return "", ()


@contextmanager
def under_way(run: runs.Run) -> Iterator[None]:
    """While this lasts the run is known to go on in this program."""
    _under_way.add(run.uid)
    try:
        yield
    finally:
        _under_way.discard(run.uid)


async def named(store: Store, choice: AgentChoice) -> AgentChoice:
    """The choice with its model's name, which its server is asked for where only that knows it.

    Raises ModelProblem, and NotAllowed for a server at a place that the project does not allow.
    """
    if choice.named:
        return choice
    with await allowing.way(store, choice):
        return replace(choice, model=(await choice.resolved()).model)


async def tried(store: Store, choice: AgentChoice, *, api_key: str = "") -> Probe:
    """What the model does with a small request of our own, within a minute; no item is sent.

    Raises ModelProblem, and NotAllowed for a model at a place that the project does not allow.
    """
    with await allowing.way(store, choice), await store(prices.in_force):
        return await _tried(choice, api_key)


async def tried_alone(choice: AgentChoice, *, allow: bool = False, api_key: str = "") -> Probe:
    """As `tried`, without a project. allow: whether the request may leave this machine; else NotAllowed is raised."""
    place = await asyncio.to_thread(destination, choice.place())
    with reach.allowing([place] if allow else []):
        reach.check(place)
        return await _tried(choice, api_key)


async def _tried(choice: AgentChoice, api_key: str) -> Probe:
    try:
        async with asyncio.timeout(LONGEST_TEST):
            return await probe(await choice.resolved(api_key=api_key), api_key=api_key)
    except TimeoutError:
        model = choice.place().display_name if choice.named else choice.api_base
        raise silent(model, LONGEST_TEST) from None


def get_ready() -> None:
    """Have the process that asks models started by the time somebody wants it; returns at once."""
    caller.start_early()


def at_work(run: runs.Run) -> bool:
    """Whether this program is at work on the run."""
    return run.uid in _under_way


def store_key(choice: AgentChoice, key: str) -> None:
    """Keep an API key in the operating system's keyring; it never reaches the project file.

    It may wait for litellm, so it belongs on a background thread.
    """
    keys.store_key(key_account(choice.place()), key)


def agents(db: Db) -> list[AgentInfo]:
    """All agents of the project with their results so far."""
    with db.snapshot():  # an agent may go meanwhile, with a run that nobody answers
        return _agents(db)


def _agents(db: Db) -> list[AgentInfo]:
    question_id = setup.question(db).id
    counts = answers.counts(db, question_id)
    scores, invalid_on_gold = answers.scores(db, question_id), answers.invalid_on_gold(db, question_id)
    means = answers.mean_confidences(db, question_id)
    total = items.count(db)
    found = []
    for agent in runs.agents(db):
        spec, run = _spec_of(agent), runs.latest(db, agent.id)
        who = agent.annotator_id
        labelled, invalid = (counts.get((who, status), 0) for status in (Status.LABEL, Status.INVALID))
        found.append(
            AgentInfo(
                annotator=annotators.get(db, who),
                model=spec.model,
                spec=spec,
                goes_to=_went_to(run, spec),
                labelled=labelled,
                invalid=invalid,
                left=total - labelled - invalid - len(spec.example_items),
                mean_confidence=means.get(who),
                accuracy=wilson(*scores.get(who, (0, 0))),
                invalid_on_gold=invalid_on_gold.get(who, 0),
                calibration=confidence.origin(db, annotators.get(db, who)),
                run_status=_status(run),
            )
        )
    return found


def invalid_replies(db: Db, limit: int = 1_000) -> list[tuple[int, str, str, str]]:
    """(item id, agent's name, raw reply, reason) of replies that name no label, with what was taken out put back."""
    taken_out = {annotators.get(db, a.annotator_id).name: _spec_of(a).redaction for a in runs.agents(db)}
    found = runs.invalid_replies(db, setup.question(db).id, limit)
    return [
        (item_id, name, restored(db, reply, item_id, taken_out[name]), restored(db, reason, item_id, taken_out[name]))
        for item_id, name, reply, reason in found
    ]


def _went_to(run: runs.Run | None, spec: AgentSpec) -> str:
    """As its latest run found out, else as far as the name says: litellm is not loaded to list agents."""
    if run is not None and "goes_to" in run.selection:
        return str(run.selection["goes_to"])
    here = spec.model == EMBEDDED or stays_here(spec)
    return "" if here else host_of(spec.api_base) or spec.model.partition("/")[0]


def _status(run: runs.Run | None) -> str:
    if run is None:
        return ""
    return "failed" if run.status == "running" and run.uid not in _under_way else run.status


def _spec_of(agent: runs.Agent) -> AgentSpec:
    return AgentSpec.from_json(json.dumps(agent.spec))


def _free_name(db: Db, spec: AgentSpec) -> str:
    """The agent's name, or with another LLM of that name "... v2" and so on: answers of two are never mixed."""
    taken = {annotator.name: annotator for annotator in annotators.every(db)}
    name = spec.display_name
    if name in taken and taken[name].kind is not Kind.LLM:
        raise UserError(say("A person is called “{name}” in this project.", name=name), hint=say("Rename them."))
    return name if name not in taken else next(f"{name} v{n}" for n in count(2) if f"{name} v{n}" not in taken)
