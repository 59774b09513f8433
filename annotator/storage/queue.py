"""Routing decisions, and the queue of items that wait for people."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from annotator.domain.ids import uuid7
from annotator.domain.model import Changes
from annotator.storage import audit, setup
from annotator.storage.database import Db, Row, now

CURRENT = "routing"  # the setting that names the routing in force; older ones stay for undo until the next
MERGED = "aggregation"  # the one that names the result of merging in force


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

# Which answers `a` count toward them. One that is there stays an answer, wherever it came from, so that importing and
# then routing leads to the same as routing and then importing. Only where a budget asks for more answers, it must be
# newer than the routing; the log's order decides, not clocks.
COUNTS = "(:keep or a.op_id > :since)"

_LABELLED_BY_PEOPLE = """
    exists (select 1 from annotation s join annotator w on w.id = s.annotator_id and w.kind = 'human'
            where s.item_id = r.item_id and s.question_id = :question and s.status = 'label')
"""

# An item that tries to give a model orders, and that no person has labelled: whatever LLMs say of it, people see it.
SUSPECT = f"""
    exists (select 1 from call s where s.item_id = r.item_id and s.suspicion <> '') and not {_LABELLED_BY_PEOPLE}
"""

# An adaptive queue stops asking when the merged label is sure, which each answer changes at once.
UNSURE = f"""
    (:sure > 1 or ({SUSPECT}) or coalesce((select sure.probability from posterior sure where sure.item_id = r.item_id
     and sure.aggregation_id = :merged), 0) < :sure)
"""

# An audit is to say how right the LLM is, so that an answer given with its suggestion in view is none.
_OPEN = f"""
    not exists (select 1 from annotation a
                where a.item_id = r.item_id and a.question_id = :question and a.annotator_id = :annotator)
    and not exists (select 1 from gold g where g.item_id = r.item_id and g.question_id = :question
                    and g.source = 'adjudicated')
    and (select count(*) from annotation a join annotator w on w.id = a.annotator_id
         where a.item_id = r.item_id and a.question_id = :question and w.kind = 'human'
         and a.status = 'label' and {COUNTS}
         and (a.exposure <> 'shown' or r.reason <> 'audit')) < {NEEDED}
    and {UNSURE}
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
        current = setup.key_of(db, CURRENT)
        logged: list[audit.LoggedRow] = [("project", [current], {"value": previous}, {"value": cursor.lastrowid})]
        for key, value in (settings or {}).items():
            logged.append(("project", [setup.key_of(db, key)], {"value": setup.setting(db, key)}, {"value": value}))
            setup.put_setting(db, key, value)
        audit.append(db, op, logged)
        db.conn.execute(
            "delete from routing where question_id = ? and id not in (?, ?)", (question_id, cursor.lastrowid, previous)
        )
    return Changes(op, queue=True)


def reposition(db: Db, routing_id: int, routes: Iterable[Route]) -> bool:
    """Give items another place in the routing, those new to it too; False, and nothing done, when it is in force
    no more."""
    with db.atomic():
        if setup.setting(db, CURRENT) != routing_id:
            return False
        db.conn.executemany(
            "insert into route (routing_id, item_id, reason, position) values (?, ?, ?, ?)"
            " on conflict (routing_id, item_id) do update set reason = excluded.reason, position = excluded.position",
            ((routing_id, *r) for r in routes),
        )
    return True


def not_queued(db: Db, question_id: int, item_ids: Sequence[int]) -> list[int]:
    """Those of these items that would wait for people if they were put into the queue, and are not in it."""
    routing = current(db)
    if routing is None:
        return []
    rows = db.conn.execute(
        "select r.item_id from json_each(:items) wanted join (select id as item_id, 0 as position from item) r"
        " on r.item_id = wanted.value where not exists (select 1 from route q where q.routing_id = :routing"
        " and q.item_id = r.item_id and q.position is not null) and not exists (select 1 from gold g"
        " where g.item_id = r.item_id and g.question_id = :question and g.source = 'adjudicated')"
        " and (select count(*) from annotation a join annotator w on w.id = a.annotator_id where a.item_id = r.item_id"
        " and a.question_id = :question and w.kind = 'human' and a.status = 'label'"
        f" and {COUNTS}) < :needed and {UNSURE} group by r.item_id order by min(wanted.key)",
        _parameters(db, routing, question_id, 0) | {"items": json.dumps(list(item_ids))},
    )
    return [row[0] for row in rows]


def append(db: Db, op: int, item_ids: Sequence[int]) -> None:
    """Put items that are not in the queue at its end, as part of an operation, which logs them."""
    routing = current(db)
    assert routing is not None  # or `not_queued` would have found none
    end = int(db.value("select coalesce(max(position) + 1, 0) from route where routing_id = ?", (routing.id,)))
    seq = 0
    for first in range(0, len(item_ids), audit.AT_ONCE):
        logged: list[audit.LoggedRow] = []
        for position, item_id in enumerate(item_ids[first : first + audit.AT_ONCE], end + first):
            key = (routing.id, item_id)
            after: Row = {"reason": "chosen", "position": position}
            logged.append(("route", key, _route(db, key), after))
            restore(db, op, key, after)
        seq = audit.append(db, op, logged, first=seq)


def restore(db: Db, op: int, key: Sequence[int], row: Row | None) -> None:
    """For undo: where an item went in a routing; nothing where that routing has been removed since."""
    db.conn.execute("delete from route where routing_id = ? and item_id = ?", tuple(key))
    if row is not None and db.value("select 1 from routing where id = ?", (key[0],)):
        db.conn.execute("insert into route values (?, ?, ?, ?)", (*key, row["reason"], row["position"]))


def _route(db: Db, key: tuple[int, int]) -> Row | None:
    row = db.conn.execute("select reason, position from route where routing_id = ? and item_id = ?", key).fetchone()
    return None if row is None else {"reason": row[0], "position": row[1]}


def routes_of(db: Db, routing_id: int) -> dict[int, Route]:
    """Where each item of a routing goes, by item id."""
    rows = db.conn.execute("select item_id, reason, position from route where routing_id = ?", (routing_id,))
    return {row[0]: Route(*row) for row in rows}


def ask_again(db: Db, routing_id: int, item_id: int) -> None:
    """Put an item that was accepted at the front of the queue."""
    db.conn.execute(
        "update route set position = 0, reason = 'uncertain'"
        " where routing_id = ? and item_id = ? and position is null and reason = 'confident'",
        (routing_id, item_id),
    )


def send(db: Db, routing_id: int, item_ids: Sequence[int]) -> Changes:
    """Put these items at the front of the queue of a routing, those new to it too, as one operation."""
    with db.atomic():
        op = audit.begin(db, "route")
        before = routes_of(db, routing_id)
        logged: list[audit.LoggedRow] = []
        for item_id in item_ids:
            after = Route(item_id, before[item_id].reason if item_id in before else "uncertain", 0)
            after = after._replace(reason="uncertain") if after.reason == "confident" else after
            earlier = before[item_id]._asdict() if item_id in before else None
            logged.append(("route", [routing_id, item_id], earlier, after._asdict()))
            db.conn.execute(
                "insert into route (routing_id, item_id, reason, position) values (?, ?, ?, ?)"
                " on conflict (routing_id, item_id) do update set reason = excluded.reason, position = 0",
                (routing_id, *after),
            )
        audit.append(db, op, logged)
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
        _parameters(db, routing, question_id, annotator_id) | {"after": after, "limit": limit},
    )
    return [Queued(*row) for row in rows]


def position_of(db: Db, item_id: int) -> int:
    """Where an item is in the queue; -1 where it is not in it."""
    routing = current(db)
    found = db.value(
        f"select position from ({_candidates(routing)} and r.item_id = :item)",
        {"routing": None if routing is None else routing.id, "item": item_id},
    )
    return -1 if found is None else int(found)


def open_among(db: Db, question_id: int, annotator_id: int, item_ids: Sequence[int]) -> list[Queued]:
    """Those of these items that wait for this annotator, in the order of the queue."""
    routing = current(db)
    rows = db.conn.execute(
        f"{_candidates(routing)} and r.item_id in (select value from json_each(:items)) and {_OPEN}"
        " order by r.position",
        _parameters(db, routing, question_id, annotator_id) | {"items": json.dumps(list(item_ids))},
    )
    return [Queued(*row) for row in rows]


def open_count(db: Db, question_id: int, annotator_id: int) -> int:
    """How many items still wait for this annotator."""
    routing = current(db)
    return int(
        db.value(
            f"select count(*) from ({_candidates(routing)} and {_OPEN})",
            _parameters(db, routing, question_id, annotator_id),
        )
    )


def met_by_others(db: Db, question_id: int, annotator_id: int) -> bool:
    """Whether this annotator has not answered an item of the queue that others have answered often enough; nobody has
    settled it."""
    routing = current(db)
    met = (
        "not exists (select 1 from annotation a where a.item_id = r.item_id and a.question_id = :question"
        " and a.annotator_id = :annotator) and not exists (select 1 from gold g where g.item_id = r.item_id"
        " and g.question_id = :question and g.source = 'adjudicated') and (select count(*) from annotation a"
        " join annotator w on w.id = a.annotator_id where a.item_id = r.item_id and a.question_id = :question"
        f" and w.kind = 'human' and a.status = 'label' and {COUNTS}) >= {NEEDED}"
    )
    found = f"select exists ({_candidates(routing)} and {met})"
    return bool(db.value(found, _parameters(db, routing, question_id, annotator_id)))


def done_count(db: Db, question_id: int, annotator_id: int) -> int:
    """How many items of the queue this annotator has answered or skipped."""
    routing = current(db)
    answered = (
        "exists (select 1 from annotation a where a.item_id = r.item_id and a.question_id = :question"
        f" and a.annotator_id = :annotator and {COUNTS})"
    )
    return int(
        db.value(
            f"select count(*) from ({_candidates(routing)} and {answered})",
            _parameters(db, routing, question_id, annotator_id),
        )
    )


def skipped_count(db: Db, question_id: int, annotator_id: int) -> int:
    """How many items of the queue this annotator has skipped. A narrow index knows the few skips there are."""
    routing = current(db)
    queued = (
        ""
        if routing is None
        else " and exists (select 1 from route r where r.routing_id = :routing and r.item_id = a.item_id"
        " and r.position is not null)"
    )
    return int(
        db.value(
            "select count(*) from annotation a where a.question_id = :question and a.annotator_id = :annotator"
            f" and a.status = 'skipped' and a.guideline_version >= 0 and {COUNTS}{queued}",
            _parameters(db, routing, question_id, annotator_id),
        )
    )


def waiting_count(db: Db, question_id: int) -> int:
    """How many items of the routing still need an answer from anybody."""
    routing = current(db)
    if routing is None:
        return 0
    return int(
        db.value(f"select count(*) from ({_candidates(routing)} and {_OPEN})", _parameters(db, routing, question_id, 0))
    )


def waiting_again_count(db: Db, question_id: int) -> int:
    """How many of the items that still need an answer people have labelled already."""
    routing = current(db)
    if routing is None:
        return 0
    return int(
        db.value(
            f"select count(*) from ({_candidates(routing)} and {_LABELLED_BY_PEOPLE} and {_OPEN})",
            _parameters(db, routing, question_id, 0),
        )
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
    return condition, _parameters(db, routing, question_id, 0)


def reasons(db: Db) -> dict[str, int]:
    """Number of items by reason in the routing in force; empty without one."""
    routing = current(db)
    if routing is None:
        return {}
    return dict(db.conn.execute("select reason, count(*) from route where routing_id = ? group by 1", (routing.id,)))


def bindings(db: Db, routing: Routing | None) -> dict[str, Any]:
    """What COUNTS, NEEDED and UNSURE are to be given, and which `routing` it is."""
    # Without a routing everybody may answer everything: people are never in each other's way.
    chosen: dict[str, Any] = {"answers_per_item": 1_000_000} if routing is None else routing.parameters
    first = chosen.get("more_answers", [])
    return {
        "routing": None if routing is None else routing.id,
        "since": 0 if routing is None else routing.op_id,
        "keep": chosen.get("mode") != "budget",
        "needed": chosen.get("answers_per_item", 1),
        "for_two": first[0] if first else 0,
        "for_three": first[1] if len(first) > 1 else 0,
        "merged": setup.setting(db, MERGED),
        "sure": chosen.get("sure", 2.0),  # 2: nobody stops asking because of it
    }


def _candidates(routing: Routing | None) -> str:
    if routing is None:
        return (
            "select r.item_id, r.position, r.reason from"
            " (select id as item_id, id as position, 'all' as reason from item) r where :routing is null"
        )
    return (
        "select r.item_id, r.position, r.reason from route r where r.routing_id = :routing and r.position is not null"
    )


def given(db: Db, question_id: int) -> dict[int, int]:
    """How many labels people have given, by item id; items without any are absent."""
    return dict(
        db.conn.execute(
            "select a.item_id, count(*) from annotation a join annotator w on w.id = a.annotator_id"
            " where a.question_id = ? and w.kind = 'human' and a.status = 'label' group by 1",
            (question_id,),
        )
    )


def given_to(db: Db, question_id: int, item_ids: Sequence[int]) -> dict[int, int]:
    """How many labels people have given to these items; those without any are absent."""
    return dict(
        db.conn.execute(
            "select a.item_id, count(*) from annotation a join annotator w on w.id = a.annotator_id"
            " where a.item_id in (select value from json_each(?)) and a.question_id = ? and w.kind = 'human'"
            " and a.status = 'label' group by 1",
            (json.dumps(list(item_ids)), question_id),
        )
    )


def lately_answered(db: Db, question_id: int, annotator_id: int, *, people: int = 20, each: int = 20) -> list[int]:
    """Items that others labelled last, of a few people a few each: for somebody new to answer too."""
    others = db.conn.execute(
        "select id from annotator where kind = 'human' and id <> ? order by id desc limit ?", (annotator_id, people)
    ).fetchall()
    found: dict[int, None] = {}
    for (other,) in others:
        rows = db.conn.execute(
            "select item_id from annotation where annotator_id = ? and question_id = ? and status = 'label'"
            " order by op_id desc limit ?",
            (other, question_id, each),
        )
        found |= dict.fromkeys(row[0] for row in rows)
    return list(found)


def first_shared(db: Db, question_id: int, annotator_id: int, first: int) -> tuple[int, int]:
    """Of an annotator's first labels: (how many there are, how many of their items another person labelled too)."""
    found = db.conn.execute(
        """
        select count(*), coalesce(sum(exists (
            select 1 from annotation b join annotator w on w.id = b.annotator_id and w.kind = 'human'
            where b.item_id = a.item_id and b.question_id = :question and b.annotator_id <> :annotator
            and b.status = 'label')), 0)
        from (select item_id from annotation where annotator_id = :annotator and question_id = :question
              and status = 'label' order by op_id limit :first) a
        """,
        {"question": question_id, "annotator": annotator_id, "first": first},
    ).fetchone()
    return int(found[0]), int(found[1])


def _parameters(db: Db, routing: Routing | None, question_id: int, annotator_id: int) -> dict[str, Any]:
    return bindings(db, routing) | {"question": question_id, "annotator": annotator_id}
