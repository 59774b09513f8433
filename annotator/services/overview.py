"""Where the project stands: what is done, what waits, and what needs a look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from annotator.domain.filters import Filter, State
from annotator.domain.intervals import Share
from annotator.domain.model import Annotator, Kind, Status
from annotator.domain.quoting import quoted
from annotator.domain.words import counted, percent
from annotator.services import agents as agents_
from annotator.services import measuring, merging
from annotator.services.agents import AgentInfo
from annotator.services.merging import MergeState
from annotator.services.run_summary import suspects
from annotator.storage import (
    annotators,
    answers,
    calls,
    decisions,
    gold,
    guidelines,
    imports,
    items,
    posteriors,
    progress,
    queue,
    setup,
)
from annotator.storage.database import Db
from annotator.texts import figure, say, say_count

NAMED = 3  # suspicious items whose ids are told, and files with rows set aside

# The numbers of items in a summary that exclude each other, and what finds these items.
STATES = {
    "accepted": State.ACCEPTED,
    "answered_by_people": State.ANSWERED,
    "settled": State.SETTLED,
    "waiting": State.WAITING,
    "in_conflict": State.CONFLICT,
    "not_routed": State.NOT_ROUTED,
}


@dataclass(frozen=True)
class Notice:
    """Something that needs a look: what, why, and on which page, with what the page is to open."""

    icon: str
    title: str
    text: str
    page: str
    argument: str | tuple[str, int] | Filter | None = None


@dataclass(frozen=True)
class Summary:
    """Numbers of items. `settled`, `waiting`, `in_conflict`, `answered_by_people`, `accepted` and `not_routed` are
    exclusive, in this order of precedence, and sum to `items`. llm_answered: by any LLM; invalid: replies, of all LLMs.
    contested: of those in conflict, the ones that two copies of the project decided differently.
    routable: those not routed that the LLM which answered last has answered, so that routing anew would place them.
    annotators: who has answered, and how often, invalid replies included; people first, those with the most answers
    first. skipped: by annotator id, how many items they skipped, which is no answer; who did no more than that stands
    among the annotators with 0.
    out_of_force: there was a result of merging, and labels have changed since."""

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
    contested: int
    routable: int
    gold: int
    routed: bool
    annotators: tuple[tuple[Annotator, int], ...]
    agents: tuple[AgentInfo, ...]
    merge: MergeState | None
    attention: tuple[Notice, ...]
    out_of_force: bool = False
    skipped: Mapping[int, int] = field(default_factory=dict)

    @property
    def answered(self) -> bool:
        """Whether anybody has answered anything."""
        return any(number for _, number in self.annotators)

    def behind(self, number: str) -> Filter | None:
        """What finds just the items that a number counts: one of STATES, "items" or "llm_answered"; None where no
        filter could, as no LLM has answered any."""
        if number == "items":
            return Filter()
        if number in STATES:
            return Filter(states=(STATES[number],))
        llms = tuple(who.id for who, _ in self.annotators if who.kind is Kind.LLM)
        return Filter(annotators=llms) if llms else None

    def as_dict(self) -> dict[str, Any]:
        """For --json."""
        content = asdict(self)
        content["annotators"] = [
            {
                "name": a.name,
                "kind": a.kind.value,
                "simulated": a.simulated,
                "answers": n,
                "skipped": self.skipped.get(a.id, 0),
            }
            for a, n in self.annotators
        ]
        del content["skipped"]  # which tells it by ids of this file
        content["agents"] = [
            {
                "name": agent.annotator.name,
                "labelled": agent.labelled,
                "invalid": agent.invalid,
                "mean_confidence": agent.mean_confidence,
                "accuracy": agent.accuracy._asdict(),
                "invalid_on_gold": agent.invalid_on_gold,
                "calibration": agent.calibration,
            }
            for agent in self.agents
        ]
        return content


def summary(db: Db) -> Summary:
    """The whole picture; reads everything once, so at a million items it belongs on the compute thread."""
    with db.snapshot():  # or the numbers do not add up while somebody answers
        return _summary(db)


def _summary(db: Db) -> Summary:
    question_id = setup.question(db).id
    counts = answers.counts(db, question_id)
    by_annotator: dict[int, int] = {}
    for (annotator_id, status), number in counts.items():
        given = 0 if status is Status.SKIPPED else number
        by_annotator[annotator_id] = by_annotator.get(annotator_id, 0) + given
    agents = tuple(agents_.agents(db))
    invalid = sum(number for (_, status), number in counts.items() if status is Status.INVALID)
    state = merging.state(db)
    out_of_force = state is None and posteriors.has_been(db)
    llm_ids = [a.id for a in annotators.every(db, Kind.LLM)]
    found, routable = progress.by_state(db, question_id, answers.latest_annotator(db, question_id, llm_ids))
    return Summary(
        name=setup.setting(db, "name", db.path.stem),
        items=items.count(db),
        rejected=imports.rejected_count(db),
        llm_answered=progress.count_by_llms(db, question_id),
        invalid=invalid,
        settled=found["settled"],
        waiting=found["waiting"],
        in_conflict=found["in_conflict"],
        answered_by_people=found["answered_by_people"],
        accepted=found["accepted"],
        not_routed=found["not_routed"],
        contested=len(decisions.contested(db, question_id)),
        routable=routable,
        gold=gold.count(db, question_id, "imported"),
        routed=queue.current(db) is not None,
        annotators=_by_answers(annotators.every(db), by_annotator),
        agents=agents,
        merge=state,
        attention=(
            *_out_of_force(out_of_force),
            *_notices(db, agents, state),
            *_left_out(db, found["not_routed"], routable),
        ),
        out_of_force=out_of_force,
        skipped={who: number for (who, status), number in counts.items() if status is Status.SKIPPED},
    )


def sentences(found: Summary) -> list[str]:
    """The picture in words, for the command line."""
    states = {
        "waiting for people": found.waiting,
        "in conflict": found.in_conflict,
        "settled in review": found.settled,
        "answered by people": found.answered_by_people,
        "accepted from the LLM alone": found.accepted,
        "not routed yet": found.not_routed,
    }
    told = [f"{found.name}: {counted(found.items, 'item')}"]
    if found.items:
        told.append("  " + ", ".join(f"{figure(number)} {state}" for state, number in states.items() if number))
    if found.merge is None and not found.out_of_force and found.answered_by_people:
        told.append(say("  Which answers are in conflict is known after the first merge."))
    right = {agent.annotator.id: accuracy_words(agent.accuracy, agent.invalid_on_gold) for agent in found.agents}
    for annotator, number in found.annotators:
        kind = "LLM" if annotator.kind is Kind.LLM else "simulated" if annotator.simulated else "person"
        skips = found.skipped.get(annotator.id, 0)
        passed = say(", {skipped} skipped", skipped=figure(skips)) if skips else ""
        told.append(f"  {annotator.name} ({kind}): {counted(number, 'answer')}{passed}{right.get(annotator.id, '')}")
    if found.merge is not None:
        items = counted(found.merge.items, "item")
        told.append(
            say(
                "  Merged labels: {items}{accuracy_words}",
                items=items,
                accuracy_words=accuracy_words(found.merge.accuracy),
            )
        )
        told.append(say("  Merged by {method}. {reason}", method=found.merge.method, reason=found.merge.reason))
        told += [f"  {text}" for text in found.merge.left_out]
    told += [say("  Look at: {title}: {text}", title=notice.title, text=notice.text) for notice in found.attention]
    return told


def accuracy_words(accuracy: Share, invalid: int = 0) -> str:
    """Accuracy against gold as people read it, to follow a number of answers; "" without any gold. invalid: of the
    answers that it is measured on."""
    if accuracy.value is None:
        return ""
    measured = say_count(
        accuracy.of,
        ", {share} right on the {n} with gold (95 % interval {low} to {high})",
        ", {share} right on the {n} with gold (95 % interval {low} to {high})",
        share=percent(accuracy.value),
        low=percent(accuracy.low),
        high=percent(accuracy.high),
    )
    return measured + measuring.invalid(invalid)


def _by_answers(everybody: list[Annotator], answers_of: dict[int, int]) -> tuple[tuple[Annotator, int], ...]:
    answering = [(a, answers_of[a.id]) for a in everybody if a.id in answers_of]
    return tuple(sorted(answering, key=lambda who: (who[0].kind is Kind.LLM, -who[1], who[0].name)))


def waiting(db: Db) -> int:
    """How many routed items still need a person's answer: cheap enough to ask after every answer."""
    return queue.waiting_count(db, setup.question(db).id)


def _notices(db: Db, agents: tuple[AgentInfo, ...], state: MergeState | None) -> list[Notice]:
    found = []
    rejected = imports.rejected_count(db)
    if rejected:
        title = say_count(rejected, "{n} row set aside", "{n} rows set aside")
        text = say_count(
            rejected,
            "it could not be imported from {files}",
            "they could not be imported from {files}",
            files=_some(imports.rejected_files(db)),
        )
        found.append(Notice("file", title, text, "items", "rejected"))
    found += _contested(db) + _suspects(db)
    number = sum(guidelines.older(db))
    if number:
        title = say("{answers} older than the guideline", answers=counted(number, "answer"))
        found.append(
            Notice("stale", title, say("people can be asked again about those near the change"), "setup", "older")
        )
    for agent in agents:
        if agent.invalid:
            text = say("{annotator} answered outside the labels", annotator=agent.annotator.name)
            title = counted(agent.invalid, "invalid reply", "invalid replies")
            found.append(Notice("warning", title, text, "agents", "invalid"))
        if agent.run_status == "finished" and agent.left:
            found += _without_reply(db, agent)
        if agent.unfinished:
            found.append(
                Notice(
                    "run",
                    say("A run is unfinished"),
                    say("{annotator} can go on", annotator=agent.annotator.name),
                    "agents",
                    "label",
                )
            )
    simulated = [a for a in annotators.every(db) if a.simulated]
    if simulated:
        text = say_count(
            len(simulated), "{n} annotator is made up by a script", "{n} annotators are made up by a script"
        )
        found.append(Notice("simulated", say("Simulated crowd"), text, "quality", "people"))
    if state is not None:
        found += [Notice("merge", say("Merging says"), warning, "quality") for warning in state.warnings]
        if state.stale:
            title = say(
                "{answers_or_decisions} since the last merge",
                answers_or_decisions=counted(state.stale, "answer or decision", "answers or decisions"),
            )
            found.append(Notice("stale", title, say("merge again to take this into account"), "overview"))
    return found


def _some(files: list[str]) -> str:
    """The first names in quotation marks, and how many more there are."""
    told = ", ".join(map(quoted, files[:NAMED]))
    return told + (say(" and {names} more", names=figure(len(files) - NAMED)) if len(files) > NAMED else "")


def _without_reply(db: Db, agent: AgentInfo) -> list[Notice]:
    number = calls.without_reply(db, setup.question(db).id, agent.annotator.id)
    if not number:
        return []
    title = say_count(number, "{n} item without a reply", "{n} items without a reply")
    text = say("each says why {annotator} gave none, under “Replies and history”", annotator=agent.annotator.name)
    return [Notice("warning", title, text, "items", Filter(states=(State.FAILED,)))]


def _out_of_force(is_so: bool) -> list[Notice]:
    text = say("merge again: until then no item is known to be in conflict")
    return [Notice("stale", say("Labels have changed since the last merge"), text, "overview")] if is_so else []


def _contested(db: Db) -> list[Notice]:
    number = len(decisions.contested(db, setup.question(db).id))
    if not number:
        return []
    title = say_count(number, "{n} item decided differently", "{n} items decided differently")
    text = say("by two leads, so neither decision counts; settle again in Review")
    return [Notice("warning", title, text, "review", "contested")]


def _suspects(db: Db) -> list[Notice]:
    number, names = calls.suspicious(db, NAMED)
    more = say(" and {names} more", names=figure(number - len(names))) if number > len(names) else ""
    return (
        [
            Notice(
                "warning",
                suspects(number),
                say("look at {names}{more}", names=", ".join(names), more=more),
                "agents",
                "suspicious",
            )
        ]
        if number
        else []
    )


def _left_out(db: Db, number: int, routable: int) -> list[Notice]:
    """Before the first routing every item is, and the next step says so."""
    if not number or queue.current(db) is None:
        return []
    text = say("route again to place them") if routable else say("no LLM has answered them, so routing leaves them out")
    title = say("{items} not routed", items=counted(number, "item"))
    return [Notice("route", title, text, "agents", "people" if routable else "label")]
