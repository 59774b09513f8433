"""Where the project stands: what is done, what waits, and what needs a look."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from annotator.domain.intervals import Share
from annotator.domain.model import Annotator, Kind, Status
from annotator.services import agents as agents_
from annotator.services import merging
from annotator.services.agents import AgentInfo
from annotator.services.merging import MergeState
from annotator.storage import annotators, answers, gold, imports, items, progress, queue, setup
from annotator.storage.database import Db


@dataclass(frozen=True)
class Notice:
    """Something that needs a look: what, why, and on which page, with what the page is to open."""

    icon: str
    title: str
    text: str
    page: str
    argument: str | None = None


@dataclass(frozen=True)
class Summary:
    """Numbers of items. `settled`, `waiting`, `in_conflict`, `answered_by_people`, `accepted` and `not_routed` are
    exclusive, in this order of precedence, and sum to `items`."""

    name: str
    items: int
    rejected: int
    llm_answered: int
    invalid: int
    settled: int
    waiting: int
    in_conflict: int
    answered_by_people: int
    accepted: int
    not_routed: int
    gold: int
    routed: bool
    annotators: tuple[tuple[Annotator, int], ...]
    agents: tuple[AgentInfo, ...]
    merge: MergeState | None
    attention: tuple[Notice, ...]

    def as_dict(self) -> dict[str, Any]:
        """For --json."""
        content = asdict(self)
        content["annotators"] = [
            {"name": a.name, "kind": a.kind.value, "simulated": a.simulated, "answers": n} for a, n in self.annotators
        ]
        content["agents"] = [
            {
                "name": agent.annotator.name,
                "labelled": agent.labelled,
                "invalid": agent.invalid,
                "mean_confidence": agent.mean_confidence,
                "accuracy": agent.accuracy._asdict(),
                "calibration": agent.calibration,
            }
            for agent in self.agents
        ]
        return content


def summary(db: Db) -> Summary:
    """The whole picture; reads everything once, so at a million items it belongs on the compute thread."""
    question_id = setup.question(db).id
    counts = answers.counts(db, question_id)
    by_annotator: dict[int, int] = {}
    for (annotator_id, _), number in counts.items():
        by_annotator[annotator_id] = by_annotator.get(annotator_id, 0) + number
    agents = tuple(agents_.agents(db))
    invalid = sum(number for (_, status), number in counts.items() if status is Status.INVALID)
    state = merging.state(db)
    found = progress.by_state(db, question_id)
    return Summary(
        name=setup.setting(db, "name", db.path.stem),
        items=items.count(db),
        rejected=imports.rejected_count(db),
        llm_answered=max((agent.labelled + agent.invalid for agent in agents), default=0),
        invalid=invalid,
        settled=found["settled"],
        waiting=found["waiting"],
        in_conflict=found["in_conflict"],
        answered_by_people=found["answered_by_people"],
        accepted=found["accepted"],
        not_routed=found["not_routed"],
        gold=gold.count(db, question_id, "imported"),
        routed=queue.current(db) is not None,
        annotators=tuple((a, by_annotator[a.id]) for a in annotators.every(db) if a.id in by_annotator),
        agents=agents,
        merge=state,
        attention=tuple(_notices(db, agents, state)),
    )


def sentences(found: Summary) -> list[str]:
    """The picture in words, for the command line."""
    told = [
        f"{found.name}: {found.items:,} items",
        f"  {found.accepted:,} accepted from the LLM, {found.answered_by_people:,} answered by people,"
        f" {found.waiting:,} waiting for people, {found.in_conflict:,} in conflict, {found.settled:,} settled,"
        f" {found.not_routed:,} not routed yet",
    ]
    for annotator, number in found.annotators:
        kind = "LLM" if annotator.kind is Kind.LLM else "simulated" if annotator.simulated else "person"
        told.append(f"  {annotator.name} ({kind}): {number:,} answers")
    for agent in found.agents:
        told.append(f"  {agent.annotator.name} {in_words(agent.accuracy)}; {agent.invalid:,} invalid replies")
    if found.merge is not None:
        told.append(f"  Merged by {found.merge.method}. {found.merge.reason}")
        told.append(f"  The merged labels: {in_words(found.merge.accuracy)}")
    told += [f"  Look at: {notice.title} - {notice.text}" for notice in found.attention]
    return told


def in_words(accuracy: Share) -> str:
    """Accuracy against gold as people read it."""
    if accuracy.value is None:
        return "has no gold to be measured on"
    return (
        f"is right on {accuracy.value:.0%} of {accuracy.of:,} gold items"
        f" (95 % interval {accuracy.low:.0%} to {accuracy.high:.0%})"
    )


def waiting(db: Db) -> int:
    """How many routed items still need a person's answer: cheap enough to ask after every answer."""
    return queue.waiting_count(db, setup.question(db).id)


def _notices(db: Db, agents: tuple[AgentInfo, ...], state: MergeState | None) -> list[Notice]:
    found = []
    rejected = imports.rejected_count(db)
    if rejected:
        found.append(Notice("file", f"{rejected:,} rows set aside", "they could not be imported", "items", "rejected"))
    for agent in agents:
        if agent.invalid:
            text = f"{agent.annotator.name} answered outside the labels"
            found.append(Notice("warning", f"{agent.invalid:,} invalid replies", text, "agents"))
        if agent.run_status in ("stopped", "failed", "running"):
            found.append(Notice("run", "A run is unfinished", f"{agent.annotator.name} can go on", "agents"))
    simulated = [a for a in annotators.every(db) if a.simulated]
    if simulated:
        text = f"{len(simulated)} annotators are made up by a script"
        found.append(Notice("simulated", "Simulated crowd", text, "quality"))
    if state is not None:
        found += [Notice("merge", "Merging says", warning, "quality") for warning in state.warnings]
        if state.stale:
            text = "merge again to take them into account"
            found.append(Notice("stale", f"{state.stale:,} answers since the last merge", text, "overview"))
    return found
