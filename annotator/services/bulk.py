"""What is done to many items at once: counted and shown first, one operation in the log, taken back as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.domain.model import Changes
from annotator.domain.undo import Action
from annotator.domain.words import counted
from annotator.errors import UserError
from annotator.services import packages
from annotator.storage import audit, gold, items, marks, posteriors, queue, setup
from annotator.storage.database import Db, Row
from annotator.texts import english, figure, say, say_count, spoken

KIND = "bulk"  # of the operation, so that undo on one page never takes back what was done on another
NAMED = 3  # items whose ids are told
WHY = english("the merged label, accepted with others")


class Deed(StrEnum):
    """What can be done."""

    QUEUE = "queue"  # send to people
    ACCEPT = "accept"  # the merged label is decided
    FLAG = "flag"
    TAG = "tag"


@dataclass(frozen=True)
class Plan:
    """What a deed would come to. number: of the items that it would change; the others are `left_out`, for the reason
    `why`, in words that follow their number. names: of the first of those items, as people know them."""

    deed: Deed
    number: int
    left_out: int
    why: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """What was done to how many items."""

    number: int
    changes: Changes


_WHY = {
    Deed.QUEUE: english("in the queue already, answered, or settled"),
    Deed.ACCEPT: english("without a merged label, or with a known one already"),
    Deed.FLAG: english("flagged already"),
    Deed.TAG: english("tagged so already"),
}
_CHANGES = {"gold": Changes(gold=True), "route": Changes(queue=True), "mark": Changes(marks=True)}


def plan(db: Db, deed: Deed, item_ids: Sequence[int], tag: str = "") -> Plan:
    """Look before it is done; changes nothing."""
    with db.snapshot():
        fit = [item_id for item_id, _ in _fit(db, deed, item_ids, _tag(deed, tag))]
        names = tuple(item.external_id for item in items.page(db, fit[:NAMED]))
    return Plan(deed, len(fit), len(set(item_ids)) - len(fit), _WHY[deed], names)


def do(db: Db, annotator_id: int, deed: Deed, item_ids: Sequence[int], tag: str = "") -> Outcome:
    """Do it, for those of these items that it would change; nothing is logged where there are none."""
    packages.check_lead(db)
    name = _tag(deed, tag)
    with db.atomic():
        fit = _fit(db, deed, item_ids, name)
        if not fit:
            return Outcome(0, Changes())
        op = audit.begin(db, KIND, annotator_id=annotator_id)
        ids = [item_id for item_id, _ in fit]
        if deed is Deed.QUEUE:
            queue.append(db, op, ids)
            return Outcome(len(fit), Changes(op, queue=True))
        if deed is Deed.ACCEPT:
            gold.decide(db, op, setup.question(db).id, annotator_id, fit, WHY)
            return Outcome(len(fit), Changes(op, gold=True))
        marks.add(db, op, name, ids)
        return Outcome(len(fit), Changes(op, marks=True))


def undo(db: Db, annotator_id: int) -> Outcome | None:
    """Take back the latest of this person's deeds, also after a restart; None when there is none."""
    return _revert(db, annotator_id, Action.UNDO)


def redo(db: Db, annotator_id: int) -> Outcome | None:
    return _revert(db, annotator_id, Action.REDO)


def sentence(found: Plan, tag: str = "") -> str:
    """What would be done, as a question, with the items that are left out."""
    n = found.number
    asked = {
        Deed.QUEUE: say_count(n, "Send {n} item to people?", "Send {n} items to people?"),
        Deed.ACCEPT: say_count(
            n, "Accept the merged label of {n} item as decided?", "Accept the merged label of {n} items as decided?"
        ),
        Deed.FLAG: say_count(n, "Flag {n} item?", "Flag {n} items?"),
        Deed.TAG: say_count(n, "Tag {n} item “{tag}”?", "Tag {n} items “{tag}”?", tag=tag),
    }[found.deed]
    left = (
        say("{items} left out: {why}.", items=counted(found.left_out, "item"), why=spoken(found.why))
        if found.left_out
        else ""
    )
    if not found.number:
        return say("Nothing to do. {left}", left=left).strip()
    more = (
        say(" and {names} more", names=figure(found.number - len(found.names)))
        if found.number > len(found.names)
        else ""
    )
    return f"{asked} {', '.join(found.names)}{more}. {left}".strip()


def _fit(db: Db, deed: Deed, item_ids: Sequence[int], name: str) -> list[tuple[int, int]]:
    """(item id, merged label or 0) of the items that would change."""
    question_id = setup.question(db).id
    if deed is Deed.ACCEPT:
        return posteriors.decidable(db, question_id, item_ids)
    if deed is not Deed.QUEUE:
        return [(item_id, 0) for item_id in marks.unmarked(db, name, item_ids)]
    if queue.current(db) is None:
        raise UserError(
            say("Nothing is routed yet, so that every item waits for everybody already."),
            hint=say("Send items to people on the page Agents first; then more can be added here."),
        )
    return [(item_id, 0) for item_id in queue.not_queued(db, question_id, item_ids)]


def _tag(deed: Deed, tag: str) -> str:
    if deed is not Deed.TAG:
        return marks.FLAG
    name = " ".join(tag.split())
    if not name:
        raise UserError(say("The tag is empty."), hint=say("Type a word for it."))
    return name


def _revert(db: Db, annotator_id: int, action: Action) -> Outcome | None:
    nouns: set[str] = set()

    def restore(db: Db, op: int, noun: str, key: Sequence[int], row: Row | None) -> None:
        nouns.add(noun)
        {"gold": gold.restore, "route": queue.restore, "mark": marks.restore}[noun](db, op, key, row)

    number = audit.revert_rows(db, annotator_id, KIND, action, restore)
    changes = Changes()
    for noun in nouns:
        changes |= _CHANGES[noun]
    return Outcome(number, changes) if number else None
