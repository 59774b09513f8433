"""A cheap agent first, a better one for what it is unsure of, people for the rest; split and cost are told before."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from annotator.domain.intervals import to_come
from annotator.domain.routing import AUDIT_SHARE, Confidences, audit_size, decide
from annotator.domain.words import counted
from annotator.errors import UserError
from annotator.services import agents, confidence, estimating, routing, selecting
from annotator.services.agents import Agent, AgentChoice
from annotator.services.caching import Cache
from annotator.services.estimating import ENOUGH
from annotator.services.feeding import Store
from annotator.services.routing import RouteResult
from annotator.services.run_summary import Summary, dollars
from annotator.services.selecting import Selection, Which, everything
from annotator.services.together import Joint, Terms
from annotator.storage import annotators, answers, calls, items, setup
from annotator.storage.database import Db
from annotator.texts import figure, say

EVERYTHING = everything()
USUAL = Terms()

Range = tuple[int, int]  # at least, at most


@dataclass(frozen=True)
class Stage:
    """An agent, and how sure it must be (0 to 1, calibrated) for its label to be left at that."""

    choice: AgentChoice
    threshold: float

    def __post_init__(self) -> None:
        if not 0 < self.threshold <= 1:
            raise UserError(
                say("The threshold is {threshold}.", threshold=format(self.threshold, "g")),
                hint=say("Choose a confidence above 0, up to 1."),
            )


@dataclass(frozen=True)
class StagePreview:
    """What a stage will do. items: that reach it; asked: those of them that it has not answered yet.

    money: US dollars, None where the price is unknown. goes_to: as in `agents.Plan`. learnt: whether how many go on is
    known from its own answers; else it may be none or all. warning: why its threshold is a bad guide, else "".
    """

    agent_name: str
    goes_to: str
    items: Range
    asked: Range
    money: tuple[float, float] | None
    learnt: bool
    warning: str


@dataclass(frozen=True)
class Preview:
    """What a cascade will do, at least and at most. people: items that are left to them; audit: of the rest, items
    that are drawn for them too."""

    stages: tuple[StagePreview, ...]
    people: Range
    audit: Range = (0, 0)

    @property
    def money(self) -> tuple[float, float] | None:
        """US dollars for all stages, None where the price of one is unknown."""
        known = [stage.money for stage in self.stages if stage.money is not None]
        return None if len(known) < len(self.stages) else (sum(m[0] for m in known), sum(m[1] for m in known))

    @property
    def sentences(self) -> list[str]:
        """For people, before anything is sent."""
        told = [
            say(
                "{agent_name}: {between}, of which {between_2} asked.",
                agent_name=s.agent_name,
                between=_between(s.items),
                between_2=_between(s.asked),
            )
            for s in self.stages
        ]
        told += [say("People: {between}.", between=_between(self.people))]
        told += (
            [say("They get an audit sample of the rest, too: {between}.", between=_between(self.audit))]
            if self.audit[1]
            else []
        )
        told += [
            say(
                "How many of its items go on is known when {agent_name} has answered {enough}.",
                agent_name=s.agent_name,
                enough=ENOUGH,
            )
            for s in self.stages
            if not s.learnt
        ]
        told += [stage.warning for stage in self.stages if stage.warning]
        if self.money is None:
            return [*told, say("The price is unknown.")]
        low, high = self.money
        if not high:
            return [*told, say("It costs nothing.")]
        return [*told, say("It costs {money} to {money_2}.", money=dollars(low), money_2=dollars(high))]


@dataclass(frozen=True)
class Outcome:
    """What came of each stage that was begun, and where its items went; routed is None where it did not end."""

    stages: tuple[Summary | UserError, ...]
    routed: RouteResult | None


def preview(
    db: Db,
    stages: Sequence[Stage],
    selection: Selection = EVERYTHING,
    *,
    audit_share: float = AUDIT_SHARE,
    cache: Cache = Cache.PROJECT,
) -> Preview:
    """What a cascade over these items will do, as far as its agents' answers so far tell.

    It may load litellm, so it belongs on a background thread.
    """
    _check(stages)
    chosen = _chosen(db, selection)
    reached = _Reached(chosen)
    told = []
    for stage in stages:
        seen, reached = _through(db, stage, reached, cache)
        told.append(seen)
    unheard = _shown_to_all(db, stages)
    people = _sum([item_id for item_id in reached.known if item_id not in unheard], reached.more)
    answered = len(chosen) - len(unheard.intersection(chosen))
    low, high = (audit_size(max(answered - number, 0), audit_share) for number in reversed(people))
    return Preview(tuple(told), people, (low, high))


async def run_cascade(
    store: Store,
    stages: Sequence[Stage],
    *,
    selection: Selection = EVERYTHING,
    terms: Terms = USUAL,
    audit_share: float = AUDIT_SHARE,
    seed: int = 0,
) -> Outcome:
    """Each agent in turn about what those before it are unsure of, or have no valid answer to; then people.

    The cap is for all of them together. People get what the last one is unsure of and an audit sample of the rest; this
    replaces the routing in force. A cascade that is stopped routes nothing, and goes on when it is started again.
    """
    _check(stages)
    joint = await Joint.meet(store, [stage.choice for stage in stages], terms)
    stages = [replace(s, choice=joint.resolved(place) or s.choice) for place, s in enumerate(stages)]
    thresholds = [stage.threshold for stage in stages]
    await joint.begin({"kind": "cascade", "selection": selection.content(), "thresholds": thresholds})
    outcomes: list[Summary | UserError] = []
    for place in range(len(stages)):
        before = list(stages[:place])
        left = selection if not before else await store(lambda db, b=before: _left(db, b, selection))  # type: ignore[misc]
        outcomes.append(await joint.run(place, left))
        if isinstance(outcomes[-1], UserError) or outcomes[-1].stopped:
            return Outcome(tuple(outcomes), None)
    routed = await store(lambda db: _route(db, stages, selection, audit_share, seed))
    await joint.end(outcomes)
    return Outcome(tuple(outcomes), routed)


def _shown_to_all(db: Db, stages: Sequence[Stage]) -> set[int]:
    """The items that are examples of every stage: none is asked about them, so nothing is routed."""
    specs = [agents.find(db, stage.choice.place(), stage.choice.examples).spec for stage in stages]
    return set.intersection(*(set(spec.example_items) for spec in specs))


@dataclass(frozen=True)
class _Reached:
    """Items that reach a stage: all of `known`, and `more` of `may`."""

    known: list[int]
    may: list[int] = field(default_factory=list)
    more: Range = (0, 0)


@dataclass(frozen=True)
class _Split:
    """Of items that reach a stage: shown is examples of its agent, who is not asked about them, so they go on;
    unanswered is those that it will be asked about, unsure those that it has answered and that go on."""

    here: list[int]
    shown: list[int]
    unanswered: list[int]
    unsure: list[int]


def _through(db: Db, stage: Stage, reached: _Reached, cache: Cache) -> tuple[StagePreview, _Reached]:
    """What the stage does, and what goes on from it."""
    goes_to = agents.destination(stage.choice.place())
    agent = agents.find(db, stage.choice.place(), stage.choice.examples)
    sure = _sureness(db, agent)
    surely, perhaps = (_split(ids, agent, sure, stage.threshold) for ids in (reached.known, reached.may))

    def some(part: list[int]) -> Range:
        """How many of a part of `may` are among the `more`."""
        least, most = reached.more
        return max(0, least - (len(reached.may) - len(part))), min(most, len(part))

    asked = _sum(surely.unanswered, some(perhaps.unanswered))
    sample = _sample(surely.unanswered + perhaps.unanswered) or _sample(surely.here)
    each = estimating.of_each(db, agent, goes_to, sample, cache)
    costs = [each.times(number, agent.name, goes_to).money for number in asked]
    seen = StagePreview(
        agent_name=agent.name,
        goes_to=goes_to,
        items=_sum(surely.here, some(perhaps.here)),
        asked=asked,
        money=None if costs[0] is None or costs[1] is None else (costs[0][0], costs[1][1]),
        learnt=sure.enough,
        warning=sure.warning,
    )
    going = (sure.below(stage.threshold, asked), some(perhaps.unsure), some(perhaps.shown))
    may = surely.unanswered + perhaps.unanswered + perhaps.unsure + perhaps.shown
    more = sum(low for low, _ in going), min(sum(high for _, high in going), len(may))
    return seen, _Reached(surely.unsure + surely.shown, may, more)


def _split(item_ids: list[int], agent: Agent, sure: _Sureness, threshold: float) -> _Split:
    examples = set(agent.spec.example_items)
    here = [item_id for item_id in item_ids if item_id not in examples]
    return _Split(
        here=here,
        shown=[item_id for item_id in item_ids if item_id in examples],
        unanswered=[item_id for item_id in here if item_id not in sure.confidence],
        unsure=[item_id for item_id in here if sure.confidence.get(item_id, 1.0) < threshold],
    )


def _sample(item_ids: Sequence[int]) -> list[int]:
    """Evenly from all of them."""
    return list(item_ids[:: max(1, len(item_ids) // estimating.SAMPLE)][: estimating.SAMPLE])


@dataclass(frozen=True)
class _Sureness:
    """Calibrated confidence by item id, -1 for an invalid answer."""

    confidence: dict[int, float]
    warning: str

    @property
    def enough(self) -> bool:
        return len(self.confidence) >= ENOUGH

    def below(self, threshold: float, coming: Range) -> Range:
        """Of so many answers to come: a 95 % interval by those that there are, none to all where they are few."""
        if not self.enough:
            return 0, coming[1]
        below, of = sum(value < threshold for value in self.confidence.values()), len(self.confidence)
        least, most = coming
        low = math.floor(to_come(below, of, least)[0] * least) if least else 0
        return low, math.ceil(to_come(below, of, most)[1] * most) if most else 0


def _sureness(db: Db, agent: Agent) -> _Sureness:
    if agent.stored is None:
        return _Sureness({}, "")
    llm = annotators.get(db, agent.stored.annotator_id)
    claimed = answers.confidences(db, setup.question(db).id, llm.id)
    if not claimed.item_ids.size:
        return _Sureness({}, "")
    known = confidence.learnt(db, llm).applied(claimed)
    values = np.nan_to_num(known.confidence, nan=-1.0)
    return _Sureness(dict(zip(known.item_ids.tolist(), values.tolist(), strict=True)), known.warning)


def _chosen(db: Db, selection: Selection) -> list[int]:
    """All items of the selection, whoever has answered them."""
    if selection.which is Which.ALL:
        return items.ids(db)
    return selecting.unanswered(db, selection, 0)


def _left(db: Db, stages: Sequence[Stage], selection: Selection) -> Selection:
    """The items that all of these stages are unsure of, or have no valid answer to."""
    settled = _deciding(db, stages)
    chosen = _chosen(db, selection)
    left = [i for i in chosen if i not in settled or settled[i] < 1.0]
    names = ", ".join(agents.find(db, s.choice.place(), s.choice.examples).name for s in stages)
    return selecting.these(left, say("{names} unsure", names=names))


def _deciding(db: Db, stages: Sequence[Stage]) -> dict[int, float]:
    """By item id: 1 where one of the stages is sure enough, else the last one's confidence, -1 where it is invalid.

    Items that none has answered are absent.
    """
    found: dict[int, float] = {}
    for stage in stages:
        agent = agents.find(db, stage.choice.place(), stage.choice.examples)
        for item_id, value in _sureness(db, agent).confidence.items():
            if found.get(item_id, 0.0) < 1.0:
                found[item_id] = 1.0 if value >= stage.threshold else value
    return found


def _route(db: Db, stages: Sequence[Stage], selection: Selection, audit_share: float, seed: int) -> RouteResult:
    deciding = _deciding(db, stages)
    chosen = [item_id for item_id in _chosen(db, selection) if item_id in deciding]
    value = np.array([deciding[item_id] for item_id in chosen])
    value[value < 0] = np.nan
    held = np.isin(chosen, calls.suspect_items(db))
    together = Confidences(np.array(chosen, dtype=np.int64), value, items.count(db) - len(chosen), held=held)
    names = [agents.find(db, stage.choice.place(), stage.choice.examples).name for stage in stages]
    parameters = {
        "mode": "cascade",
        "agents": names,
        "thresholds": [stage.threshold for stage in stages],
        "audit_share": audit_share,
        "answers_per_item": 1,
        "annotator": names[-1],
        "seed": seed,
    }
    routes = decide(together, threshold=1.0, audit_share=audit_share, seed=seed)
    return routing.put_in_force(db, routes, parameters, together.split(1.0, audit_share))


def _check(stages: Sequence[Stage]) -> None:
    if not stages:
        raise UserError(
            say("A cascade needs at least one agent."), hint=say("Choose a cheap one, and a better one after it.")
        )
    if len({replace(stage, threshold=1.0) for stage in stages}) < len(stages):
        raise UserError(say("The same agent stands twice in the cascade."), hint=say("Choose each agent once."))


def _sum(known: Sequence[int], more: Range) -> Range:
    return len(known) + more[0], len(known) + more[1]


def _between(number: Range) -> str:
    low, high = number
    return (
        counted(low, "item") if low == high else say("{low} to {items}", low=figure(low), items=counted(high, "item"))
    )
