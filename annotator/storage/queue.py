"""Routing decisions, and the queue of items that wait for people."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from annotator.domain.ids import uuid7
from annotator.domain.model import Changes
from annotator.storage import audit, setup
from annotator.storage.database import Db, now

CURRENT = "routing"  # the setting that names the routing in force; older ones stay for undo until the next


class Route(NamedTuple):
    """Where an item goes: `position` in the queue of people, or None when the LLM's answer is accepted."""

    item_id: int
    reason: str
    position: int | None


class Routing(NamedTuple):
    """A routing in force."""

    id: int
    op_id: int
    parameters: dict[str, Any]
    counts: dict[str, int]
    at: str


class Queued(NamedTuple):
    """An item that waits for an annotator; `position` is where to go on from."""

    item_id: int
    position: int
    reason: str


# Answers given before the routing do not count: routing asks for new ones. The log's order decides, not clocks.
_OPEN = """
    not exists (select 1 from annotation a
                where a.item_id = r.item_id and a.question_id = :question and a.annotator_id = :annotator)
    and not exists (select 1 from gold g where g.item_id = r.item_id and g.question_id = :question
                    and g.source = 'adjudicated')
    and (select count(*) from annotation a join annotator w on w.id = a.annotator_id
         where a.item_id = r.item_id and a.question_id = :question and w.kind = 'human'
         and a.status = 'label' and a.op_id > :since) < :needed
"""


def route(
    db: Db, question_id: int, routes: Iterable[Route], parameters: dict[str, Any], counts: dict[str, int]
) -> Changes:
    """Put a new routing in force, as one operation; the one before is kept, older ones are removed."""
    with db.atomic():
        op = audit.begin(db, "route")
        cursor = db.conn.execute(
            "insert into routing (uid, question_id, op_id, parameters, counts, at) values (?, ?, ?, ?, ?, ?)",
            (uuid7(), question_id, op, json.dumps(parameters), json.dumps(counts), now()),
        )
        db.conn.executemany(
            "insert into route (routing_id, item_id, reason, position) values (?, ?, ?, ?)",
            ((cursor.lastrowid, *r) for r in routes),
        )
        previous = setup.setting(db, CURRENT)
        setup.put_setting(db, CURRENT, cursor.lastrowid)
        audit.append(db, op, [("project", [CURRENT], {"value": previous}, {"value": cursor.lastrowid})])
        db.conn.execute("delete from routing where id not in (?, ?)", (cursor.lastrowid, previous))
    return Changes(op, queue=True)


def current(db: Db) -> Routing | None:
    id_ = setup.setting(db, CURRENT)
    if id_ is None:
        return None
    _, op_id, parameters, counts, at = db.conn.execute(
        "select id, op_id, parameters, counts, at from routing where id = ?", (id_,)
    ).fetchone()
    return Routing(id_, op_id, json.loads(parameters), json.loads(counts), at)


def following(db: Db, question_id: int, annotator_id: int, *, after: int = -1, limit: int = 1) -> list[Queued]:
    """The next items for this annotator behind a position. Without a routing, all items in order of import."""
    routing = current(db)
    rows = db.conn.execute(
        f"{_candidates(routing)} and r.position > :after and {_OPEN} order by r.position limit :limit",
        _parameters(routing, question_id, annotator_id) | {"after": after, "limit": limit},
    )
    return [Queued(*row) for row in rows]


def open_count(db: Db, question_id: int, annotator_id: int) -> int:
    """How many items still wait for this annotator."""
    routing = current(db)
    return int(
        db.value(
            f"select count(*) from ({_candidates(routing)} and {_OPEN})",
            _parameters(routing, question_id, annotator_id),
        )
    )


def done_count(db: Db, question_id: int, annotator_id: int) -> int:
    """How many items of the queue this annotator has answered or skipped."""
    routing = current(db)
    answered = (
        "exists (select 1 from annotation a where a.item_id = r.item_id and a.question_id = :question"
        " and a.annotator_id = :annotator and a.op_id > :since)"
    )
    return int(
        db.value(
            f"select count(*) from ({_candidates(routing)} and {answered})",
            _parameters(routing, question_id, annotator_id),
        )
    )


def waiting_count(db: Db, question_id: int) -> int:
    """How many items of the routing still need an answer from anybody."""
    routing = current(db)
    if routing is None:
        return 0
    return int(
        db.value(f"select count(*) from ({_candidates(routing)} and {_OPEN})", _parameters(routing, question_id, 0))
    )


def still_waiting(db: Db, question_id: int) -> tuple[str, dict[str, Any]]:
    """An SQL condition on `p.item_id`, with its parameters: the item waits for an answer of people."""
    routing = current(db)
    if routing is None:
        return "0", {}
    condition = (
        "exists (select 1 from route r where r.routing_id = :routing and r.item_id = p.item_id"
        f" and r.position is not null and {_OPEN})"
    )
    return condition, _parameters(routing, question_id, 0)


def reasons(db: Db) -> dict[str, int]:
    """Number of items by reason in the routing in force; empty without one."""
    routing = current(db)
    if routing is None:
        return {}
    return dict(db.conn.execute("select reason, count(*) from route where routing_id = ? group by 1", (routing.id,)))


def _candidates(routing: Routing | None) -> str:
    if routing is None:
        return (
            "select r.item_id, r.position, r.reason from"
            " (select id as item_id, id as position, 'all' as reason from item) r where :routing is null"
        )
    return (
        "select r.item_id, r.position, r.reason from route r where r.routing_id = :routing and r.position is not null"
    )


def _parameters(routing: Routing | None, question_id: int, annotator_id: int) -> dict[str, Any]:
    return {
        "routing": None if routing is None else routing.id,
        "since": 0 if routing is None else routing.op_id,
        # Without a routing everybody may answer everything: people are never in each other's way.
        "needed": 1_000_000 if routing is None else routing.parameters.get("answers_per_item", 1),
        "question": question_id,
        "annotator": annotator_id,
    }
