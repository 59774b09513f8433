"""How an item came to what is known about it: what the LLMs were asked and replied, and everything that was done."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from annotator.domain.model import Report, Status, silent
from annotator.domain.undo import Action
from annotator.domain.words import counted
from annotator.services import provenance
from annotator.services.provenance import Call, Origin
from annotator.services.restoring import restored
from annotator.storage import annotators, audit, drafts, marks, sending_back, setup
from annotator.storage.audit import Happened
from annotator.storage.database import Db, Row
from annotator.texts import english, figure, moment, say, spoken

NOBODY = english("the program")
IMPORT = "import labels"  # the operation that brings answers from a file


@dataclass(frozen=True)
class Source:
    """One call to a model in words. facts: model, versions, time, tokens, price and confidence; reply: as it came, with
    what was taken out of the item before it was sent in its place."""

    who: str
    facts: str
    reply: str
    note: str


@dataclass(frozen=True)
class Event:
    """Something that was done to an item: when, by whom, and what, in words."""

    at: str
    who: str
    what: str


@dataclass(frozen=True)
class Story:
    """sources: the newest call first. events: in the order of the log, the oldest first."""

    sources: tuple[Source, ...]
    events: tuple[Event, ...]


def of_item(db: Db, item_id: int, report: Report = silent) -> Story:
    """All of it; reads the whole log, which takes a second for every few million answers."""
    with db.stoppable(report), db.snapshot():
        sources = tuple(_source(db, origin) for origin in provenance.of_item(db, item_id))
        names = {annotator.id: annotator.name for annotator in annotators.every(db)}
        labels, question_id = setup.label_names(db), setup.question_id(db)
        happened = [one for one in audit.of_item(db, item_id) if _about(one, question_id)]
        return Story(sources, tuple(_event(one, names, labels) for one in happened))


def _about(one: Happened, question_id: int) -> bool:
    """Whether it concerns the question; where an item was sent is told of every question."""
    return one.noun not in ("annotation", "draft", "gold") or one.key[1] == question_id


def when(at: str) -> str:
    """A time of the log as people read it, in their own time zone: "2026-01-31 14:05"."""
    try:
        return moment(datetime.datetime.fromisoformat(at))
    except ValueError:
        return at


def _source(db: Db, origin: Origin) -> Source:
    call, spec = origin.call, origin.spec
    if call.parse_status == "failed" and not call.tokens_in and not call.tokens_out:
        return _unanswered(origin)
    tokens = [counted(call.tokens_in, "token in", "tokens in")] if call.tokens_in is not None else []
    tokens += [counted(call.tokens_out, "token out", "tokens out")] if call.tokens_out is not None else []
    price = say("price unknown") if call.cost is None else f"{_dollars(call.cost)} ({spoken(call.price_source)})"
    facts = [
        spec.model,
        say("version {agent_hash}", agent_hash=origin.agent_hash[:8]),
        say("prompt “{template}”", template=spoken(spec.template.name)) if spec.template.name else "",
        when(origin.at),
        f"{figure(call.seconds, 1)} s",
        *tokens,
        price,
        say("answered by {rung}", rung=spoken(call.rung)) if call.rung else "",
        _confidence(call),
    ]
    said = [spoken(part) for part in (call.reason, call.note, call.suspicion) if part]
    reply, note = (restored(db, text, call.item_id, spec.redaction) for text in (call.reply, " ".join(said)))
    return Source(origin.annotator.name, " · ".join(fact for fact in facts if fact), reply, note)


def _unanswered(origin: Origin) -> Source:
    """Of a call without a reply: it has no tokens and no price."""
    call, spec = origin.call, origin.spec
    facts = [spec.model, say("version {agent_hash}", agent_hash=origin.agent_hash[:8]), when(origin.at)]
    note = " ".join(spoken(part) for part in (call.reason, call.note, call.suspicion) if part)
    return Source(origin.annotator.name, " · ".join([*facts, f"{figure(call.seconds, 1)} s"]), call.reply, note)


def _confidence(call: Call) -> str:
    """As it came, before any calibration, and how it came about."""
    if call.confidence is None:
        return ""
    value, source = figure(call.confidence, 2), spoken(call.confidence_source)
    return say("confidence {value}, {source}", value=value, source=source) if source else ""


def _dollars(cost: float) -> str:
    return f"${figure(cost, 6)}" if cost else say("free")


def _event(one: Happened, names: dict[int, str], labels: dict[int, str]) -> Event:
    by = one.key[2] if one.noun in ("annotation", "draft") else one.annotator_id
    return Event(one.at, names.get(by or 0, spoken(NOBODY)), f"{spoken(_UNDONE[one.action])}{_what(one, labels)}")


def _what(one: Happened, labels: dict[int, str]) -> str:
    before, after = one.before, one.after
    if one.noun == "mark":
        name = say("flagged") if one.key[0] == marks.FLAG else say("tagged “{key}”", key=one.key[0])
        return name if after is not None else say("no longer {name}", name=name)
    if one.noun == "route":
        return (
            say("sent to people")
            if after is not None and after["position"] is not None
            else say("taken out of the queue")
        )
    if one.noun == drafts.NOUN:
        return say("without an answer: {remarks}", remarks=", ".join(_remarked(before, after or {})))
    if one.noun == sending_back.NOUN:
        return say("no longer sent back") if after is None else say("sent back: “{after}”", after=after["note"])
    said, was = _label(one.noun, after, labels), _label(one.noun, before, labels)
    if after is None:
        return say("{was} taken back", was=was)
    kind = (
        "" if one.noun == "annotation" else say("settled as ") if after.get("source") == "adjudicated" else say("gold ")
    )
    changed = say(", before {was}", was=was) if before is not None and was != said else ""
    if one.kind == IMPORT and one.action is Action.DO:  # the time beside it is the import's
        changed += say(", imported")
    if one.noun == "gold" and _is_from_file(before) and not _is_from_file(after):
        changed = say(", in place of gold {was} from {file}", was=was, file=(before or {}).get("why", ""))
    return f"{kind}{said}{changed}{_remarks(before, after)}"


def _is_from_file(row: Row | None) -> bool:
    return row is not None and row.get("source", "imported") == "imported"


def _label(noun: str, row: Row | None, labels: dict[int, str]) -> str:
    if row is None:
        return ""
    if row.get("label_id") is not None:
        return labels.get(row["label_id"], say("a label that is gone"))
    return say("no right answer") if noun == "gold" else _status(row["status"])


def _status(status: str) -> str:
    return say("skipped") if status == Status.SKIPPED else say("invalid reply")


def _remarks(before: Row | None, after: Row) -> str:
    """A comment or a flag that came or went with it."""
    return "".join(f", {part}" for part in _remarked(before, after))


def _remarked(before: Row | None, after: Row) -> Iterator[str]:
    was: Row = before or {}
    said, now = was.get("comment") or "", after.get("comment") or ""
    if now != said and (now or "status" not in after):  # with an answer, the comment before stays told there
        yield f"“{now}”" if now else say("comment taken back")
    if bool(after.get("flagged")) != bool(was.get("flagged")):
        yield say("flagged") if after.get("flagged") else say("flag taken off")


_UNDONE = {Action.DO: "", Action.UNDO: english("undone: "), Action.REDO: english("done again: ")}
