"""The LLM agents of a project: which model is chosen, what a run would ask it, and what it has done so far."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from itertools import count
from typing import NamedTuple
from urllib.parse import urlsplit

from annotator.domain.intervals import Share, wilson
from annotator.domain.model import Annotator, Kind, Status
from annotator.errors import UserError
from annotator.llm import keys
from annotator.llm.agents import EMBEDDED, AgentSpec, make_spec, normal_address
from annotator.llm.embedded import WARNING_TINY
from annotator.llm.litellm_model import key_account, stays_here
from annotator.services import examples
from annotator.storage import annotators, answers, items, runs, setup
from annotator.storage.database import Db

EMBEDDED_NOTE = WARNING_TINY


@dataclass(frozen=True)
class AgentChoice:
    """Which model is to label: "embedded", a name as litellm takes it, or the address of a compatible server.

    model: "" or "embedded" beside an address leaves it to the server. examples: how many items with gold are shown
    to the model with every item.
    """

    model: str = EMBEDDED
    api_base: str = ""
    examples: int = 0

    @property
    def built_in(self) -> bool:
        return not self.api_base.strip() and self.model.strip() in ("", EMBEDDED)

    @property
    def named(self) -> bool:
        """False where only the server knows which model it is."""
        return not self.api_base.strip() or self.model.strip() not in ("", EMBEDDED)

    def spec(self) -> AgentSpec:
        """The agent without examples. Raises ModelProblem unless it is `named`."""
        return make_spec(self.model.strip() or EMBEDDED, self.api_base.strip())

    def place(self) -> AgentSpec:
        """As much of the agent as is known without asking: enough to say where it is."""
        return self.spec() if self.named else AgentSpec("openai/unnamed", normal_address(self.api_base))


@dataclass(frozen=True)
class Plan:
    """What a run would do. goes_to: the host that the texts would be sent to, "" when they stay on this machine.

    items: all in the project; those that are `examples` are not asked about.
    """

    agent_name: str
    goes_to: str
    to_ask: int
    answered: int
    examples: int
    items: int

    @property
    def local(self) -> bool:
        return not self.goes_to


@dataclass(frozen=True)
class AgentInfo:
    """An agent and what it has done so far. accuracy: on gold, without the items that it was shown as examples."""

    annotator: Annotator
    model: str
    goes_to: str
    labelled: int
    invalid: int
    mean_confidence: float | None
    accuracy: Share
    calibration: str
    run_status: str


class Agent(NamedTuple):
    """An agent of a project. name: its annotator's; stored: None before its first run."""

    spec: AgentSpec
    name: str
    stored: runs.Agent | None


def find(db: Db, spec: AgentSpec, number: int) -> Agent:
    """The latest agent that is `spec` with so many examples, else a new one with examples from today's gold.

    An agent keeps the examples of its first run, so that all its answers are comparable and a run goes on where it
    stopped. Raises UserError where there is not enough gold, or a person has the new agent's name.
    """
    for agent in reversed(runs.agents(db)):
        known = _spec_of(agent)
        if known.without_examples == spec and len(known.examples) == number:
            return Agent(known, annotators.get(db, agent.annotator_id).name, agent)
    if number:
        picked = examples.pick(db, setup.question(db), number)
        spec = replace(spec, examples=picked.pairs, example_items=picked.item_ids)
    return Agent(spec, _free_name(db, spec), None)


def stored(db: Db, agent: Agent) -> runs.Agent:
    """The agent as it is in the file, added with an annotator of its own when new. Inside `atomic()`."""
    if agent.stored is not None:
        return agent.stored
    annotator = annotators.named(db, agent.name, kind=Kind.LLM, family=agent.spec.family)
    return runs.add_agent(db, annotator.id, agent.spec.content_hash(), json.loads(agent.spec.to_json()))


def plan(db: Db, choice: AgentChoice, limit: int | None = None) -> Plan:
    """What a run with this model would ask, before anything is sent."""
    total, name, done, shown = items.count(db), f"the model at {keys.account_of(choice.place().api_base)}", 0, 0
    if choice.named:
        agent = find(db, choice.spec(), choice.examples)
        name, shown = agent.name, len(agent.spec.examples)
        if agent.stored is not None:
            done = answers.count_of(db, setup.question(db).id, agent.stored.annotator_id)
    elif choice.examples:
        shown = len(examples.pick(db, setup.question(db), choice.examples).pairs)
    left = total - done - shown
    return Plan(name, goes_to(choice.place()), left if limit is None else min(left, limit), done, shown, total)


def goes_to(spec: AgentSpec) -> str:
    """The host or provider that item texts are sent to, "" for this machine."""
    if spec.model == EMBEDDED or stays_here(spec):
        return ""
    return (urlsplit(spec.api_base).hostname or "") or spec.model.partition("/")[0]


def store_key(choice: AgentChoice, key: str) -> None:
    """Keep an API key in the operating system's keyring; it never reaches the project file.

    It loads litellm, so it belongs on a background thread.
    """
    keys.store_key(key_account(choice.place()), key)


def agents(db: Db) -> list[AgentInfo]:
    """All agents of the project with their results so far."""
    question_id = setup.question(db).id
    counts = answers.counts(db, question_id)
    scores = answers.scores(db, question_id)
    means = answers.mean_confidences(db, question_id)
    found = []
    for agent in runs.agents(db):
        spec, run = _spec_of(agent), runs.latest(db, agent.id)
        who = agent.annotator_id
        found.append(
            AgentInfo(
                annotator=annotators.get(db, who),
                model=spec.model,
                goes_to=goes_to(spec),
                labelled=counts.get((who, Status.LABEL), 0),
                invalid=counts.get((who, Status.INVALID), 0),
                mean_confidence=means.get(who),
                accuracy=wilson(*scores.get(who, (0, 0))),
                calibration=runs.calibration_method(db, agent.id, question_id),
                run_status=run.status if run else "",
            )
        )
    return found


def invalid_replies(db: Db, limit: int = 1_000) -> list[tuple[int, str, str, str]]:
    """(item id, agent's name, raw reply, reason) of replies that name no label."""
    return runs.invalid_replies(db, setup.question(db).id, limit)


def _spec_of(agent: runs.Agent) -> AgentSpec:
    return AgentSpec.from_json(json.dumps(agent.spec))


def _free_name(db: Db, spec: AgentSpec) -> str:
    """The agent's name, or with another LLM of that name "... v2" and so on: answers of two are never mixed."""
    taken = {annotator.name: annotator for annotator in annotators.every(db)}
    name = spec.display_name
    if name in taken and taken[name].kind is not Kind.LLM:
        raise UserError(f"A person is called “{name}” in this project.", hint="Rename them.")
    return name if name not in taken else next(f"{name} v{n}" for n in count(2) if f"{name} v{n}" not in taken)
