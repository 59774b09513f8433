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


# How many answers an item of the routing takes: some of the first in the queue may take more than the others.
NEEDED = "(:needed + (r.position < :for_two) + (r.position < :for_three))"

# Answers given before the routing do not count: routing asks for new ones. The log's order decides, not clocks.
# An audit is to say how right the LLM is, so that an answer given with its suggestion in view is none.
_OPEN = f"""
    not exists (select 1 from annotation a
                where a.item_id = r.item_id and a.question_id = :question and a.annotator_id = :annotator)
    and not exists (select 1 from gold g where g.item_id = r.item_id and g.question_id = :question
                    and g.source = 'adjudicated')
    and (select count(*) from annotation a join annotator w on w.id = a.annotator_id
         where a.item_id = r.item_id and a.question_id = :question and w.kind = 'human'
         and a.status = 'label' and a.op_id > :since
         and (a.exposure = 'blind' or r.reason <> 'audit')) < {NEEDED}
"""


def route(
    db: Db,
    question_id: int,
    routes: Iterable[Route],
    parameters: dict[str, Any],
    counts: dict[str, int],
    settings: dict[str, Any] | None = None,
) -> Changes:
    """Put a new routing in force, as one operation; the one before is kept, older ones are removed.

    settings: of the project, written with it.
    """
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
        logged: list[audit.LoggedRow] = [("project", [CURRENT], {"value": previous}, {"value": cursor.lastrowid})]
        for key, value in (settings or {}).items():
            logged.append(("project", [key], {"value": setup.setting(db, key)}, {"value": value}))
            setup.put_setting(db, key, value)
        audit.append(db, op, logged)
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


def more_needed(routing: Routing | None) -> dict[str, int]:
    """The parameters of NEEDED that say which of the first in the queue take more answers than the others."""
    first = [] if routing is None else routing.parameters.get("more_answers", [])
    return {name: first[n] if n < len(first) else 0 for n, name in enumerate(("for_two", "for_three"))}


def _candidates(routing: Routing | None) -> str:
    if routing is None:
        return (
            "select r.item_id, r.position, r.reason from"
            " (select id as item_id, id as position, 'all' as reason from item) r where :routing is null"
        )
    return (
        "select r.item_id, r.position, r.reason from route r where r.routing_id = :routing and r.position is not null"
    )


def audited(db: Db, question_id: int, llm_id: int) -> dict[int, bool]:
    """Whether the LLM's label is right, by item id, where people have said so without seeing it.

    A decision in review outranks answers. Of several answers most must be the LLM's label: a tie is not right, and
    neither is an item that people could only skip, so that hard items do not drop out of an audit.
    """
    rows = db.conn.execute(
        """
        with said as (
            select a.item_id, a.label_id, count(*) as people from annotation a
            join annotator w on w.id = a.annotator_id and w.kind = 'human'
            where a.question_id = :question and a.status in ('label', 'skipped')
            and (a.status = 'skipped' or a.exposure = 'blind') group by 1, 2
        ), votes as (
            select m.item_id, coalesce(sum(s.people) filter (where s.label_id = m.label_id), 0) as same,
                   coalesce(max(s.people) filter (where s.label_id <> m.label_id), 0) as other
            from annotation m join said s on s.item_id = m.item_id
            where m.annotator_id = :llm and m.question_id = :question and m.status = 'label' group by 1
        )
        select m.item_id, case when g.item_id is not null then g.label_id is m.label_id else v.same > v.other end
        from annotation m
        left join votes v on v.item_id = m.item_id
        left join gold g on g.item_id = m.item_id and g.question_id = :question and g.source = 'adjudicated'
        where m.annotator_id = :llm and m.question_id = :question and m.status = 'label'
        and (v.item_id is not null or g.item_id is not null)
        """,
        {"question": question_id, "llm": llm_id},
    )
    return {item_id: bool(right) for item_id, right in rows}


def given(db: Db, question_id: int) -> dict[int, int]:
    """How many labels people have given, by item id; items without any are absent."""
    return dict(
        db.conn.execute(
            "select a.item_id, count(*) from annotation a join annotator w on w.id = a.annotator_id"
            " where a.question_id = ? and w.kind = 'human' and a.status = 'label' group by 1",
            (question_id,),
        )
    )


def _parameters(routing: Routing | None, question_id: int, annotator_id: int) -> dict[str, Any]:
    return {
        "routing": None if routing is None else routing.id,
        "since": 0 if routing is None else routing.op_id,
        # Without a routing everybody may answer everything: people are never in each other's way.
        "needed": 1_000_000 if routing is None else routing.parameters.get("answers_per_item", 1),
        **more_needed(routing),
        "question": question_id,
        "annotator": annotator_id,
    }
