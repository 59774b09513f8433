"""Items that try to give a model orders: listed with what was found, and sent to people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from annotator.domain.model import Annotator, Changes
from annotator.errors import UserError
from annotator.llm.injection import FOLLOWED
from annotator.storage import annotators, answers, calls, items, queue, run_items, setup
from annotator.storage.database import Db
from annotator.texts import say


@dataclass(frozen=True)
class Suspect:
    """An item that tries to give orders, as one agent met it.

    reason: in what way, in a sentence. followed: whether this agent's model did something else than it was told when
    it was shown the item with a task of our own. label_id: what the agent said of it, None where that is invalid.
    waits: whether it waits for people; seen: whether a person has labelled it.
    """

    item_id: int
    external_id: str
    agent: Annotator
    reason: str
    followed: bool
    label_id: int | None
    waits: bool
    seen: bool

    def as_dict(self) -> dict[str, Any]:
        """For --json."""
        return {
            "item": self.external_id,
            "agent": self.agent.name,
            "reason": self.reason,
            "followed": self.followed,
            "waits": self.waits,
            "seen": self.seen,
        }


def suspects(db: Db, *, limit: int = 1_000, offset: int = 0) -> list[Suspect]:
    """One for each item and agent, in the order of items; only reads."""
    question_id = setup.question(db).id
    found = calls.suspects(db, limit, offset)
    ids = sorted({suspect.item_id for suspect in found})
    names = {item.id: item.external_id for item in items.page(db, ids)}
    given = answers.of_items(db, question_id, ids)
    seen, waiting = queue.given_to(db, question_id, ids), _waiting(db)
    said = {(a.item_id, a.annotator.id): a.label_id for each in given.values() for a in each}
    return [
        Suspect(
            item_id=suspect.item_id,
            external_id=names[suspect.item_id],
            agent=annotators.get(db, suspect.annotator_id),
            reason=suspect.suspicion.removesuffix(FOLLOWED).rstrip(),
            followed=suspect.suspicion.endswith(FOLLOWED),
            label_id=said.get((suspect.item_id, suspect.annotator_id)),
            waits=suspect.item_id in waiting if waiting is not None else suspect.item_id not in seen,
            seen=suspect.item_id in seen,
        )
        for suspect in found
    ]


def count(db: Db) -> int:
    """How many items try to give a model orders."""
    return len(calls.suspect_items(db))


def send_to_people(db: Db, item_ids: Sequence[int] | None = None) -> tuple[Changes, int]:
    """Put these items, by default all suspicious ones, at the front of the routing in force; returns how many more
    wait for people than before.

    Those that people have answered, or settled in review, stay where they are. Every later routing sends suspicious
    items to people by itself. Raises UserError without a routing, where people see all items anyway.
    """
    routing = queue.current(db)
    if routing is None:
        raise UserError(
            say("Nothing has been routed yet, so people see all items."),
            hint=say("Route; suspicious items go to people then."),
        )
    question_id = setup.question(db).id
    with db.atomic():
        wanted = calls.suspect_items(db) if item_ids is None else sorted(set(item_ids))
        before = _waiting(db) or set()
        seen = queue.given_to(db, question_id, wanted)
        sent = [item_id for item_id in wanted if item_id not in before and item_id not in seen]
        changes = queue.send(db, routing.id, sent)
        return changes, len((_waiting(db) or set()) - before)


def _waiting(db: Db) -> set[int] | None:
    """The items that wait for people; None without a routing, when all do."""
    return None if queue.current(db) is None else set(run_items.waiting(db, setup.question(db).id))
