"""Calls: what a model was asked about an item, what came back, and what that took."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from annotator.storage.database import Db, now

# Items that an agent was asked about in vain and has not answered; :question is the question's id.
_IN_VAIN = (
    " from call c join run r on r.id = c.run_id join agent g on g.id = r.agent_id"
    " where c.parse_status = 'failed' and r.question_id = :question and not exists (select 1 from annotation n"
    " where n.item_id = c.item_id and n.question_id = :question and n.annotator_id = g.annotator_id)"
)
WITHOUT_REPLY = f"select c.item_id{_IN_VAIN}"
FROM_CACHE = "cache"  # the price source of a reply that was not asked for again


class Call(NamedTuple):
    """All that was sent about one item in one go, and what came back.

    request_hash: equal for requests that ask the same thing in the same way. reply: raw; of several answers one after
    the other. label_id, confidence, logprobs and distribution (by label id): as read from the reply, before any
    calibration. answers: how many the model gave; requests: how many were sent, also those that were tried again.
    cost: in US dollars, None where it is unknown.
    """

    run_id: int
    item_id: int
    request_hash: str
    reply: str
    parse_status: str
    reason: str
    note: str
    suspicion: str
    error_class: str
    rung: str
    label_id: int | None
    confidence: float | None
    confidence_source: str
    logprobs: dict[int, float] | None
    distribution: dict[int, float] | None
    truncated: bool
    answers: int
    requests: int
    tokens_in: int | None
    tokens_out: int | None
    cost: float | None
    price_source: str
    seconds: float


_COLUMNS = ", ".join(Call._fields)
_ADD = f"insert into call ({_COLUMNS}, at) values ({', '.join('?' * len(Call._fields))}, ?)"


def add(db: Db, new: Sequence[Call]) -> None:
    """Keep what was asked and answered. Part of the caller's operation."""
    at = now()
    db.conn.executemany(_ADD, [(*to_row(call), at) for call in new])


def answered_before(db: Db, request_hashes: Sequence[str]) -> dict[str, Call]:
    """The first reply to each of these requests in this project; requests without one are absent."""
    rows = db.conn.execute(
        f"select {_COLUMNS} from call where request_hash in (select value from json_each(?))"
        f" and parse_status <> 'failed' and price_source <> '{FROM_CACHE}' order by id desc",
        (json.dumps(list(request_hashes)),),
    )
    return {row[2]: from_row(row) for row in rows}


def of_item(db: Db, item_id: int) -> list[tuple[str, Call]]:
    """When it was saved, and the call, of all calls about an item in their order."""
    rows = db.conn.execute(f"select {_COLUMNS}, at from call where item_id = ? order by id", (item_id,))
    return [(row[-1], from_row(row[:-1])) for row in rows]


def last_id(db: Db) -> int:
    """The id of the newest call, 0 without any."""
    return int(db.value("select coalesce(max(id), 0) from call"))


def failures(db: Db, run_id: int, *, after: int = 0) -> list[tuple[str, str, int]]:
    """(error class, reason, number of items) of the calls of a run that failed for good. after: a call's id."""
    rows = db.conn.execute(
        "select error_class, min(reason), count(distinct item_id) from call"
        " where run_id = ? and id > ? and parse_status = 'failed' group by error_class order by 3 desc",
        (run_id, after),
    )
    return rows.fetchall()


def without_reply(db: Db, question_id: int, annotator_id: int) -> int:
    """How many items an LLM was asked about in vain, and has not answered since; reads all of its calls."""
    return int(
        db.conn.execute(
            f"select count(distinct item_id) from ({WITHOUT_REPLY} and g.annotator_id = :annotator)",
            {"question": question_id, "annotator": annotator_id},
        ).fetchone()[0]
    )


def unanswered(db: Db, question_id: int, limit: int) -> list[tuple[int, int, str]]:
    """(item id, annotator's id, reason) of what LLMs were asked about in vain, with the reason of the latest call."""
    rows = db.conn.execute(
        f"select c.item_id, g.annotator_id, c.reason, max(c.id){_IN_VAIN} group by 1, 2 order by 1, 2 limit :limit",
        {"question": question_id, "limit": limit},
    )
    return [row[:3] for row in rows]


def suspicious(db: Db, limit: int) -> tuple[int, list[str]]:
    """How many items try to give a model orders, and the ids of the first few as people know them."""
    suspects = "select distinct item_id from call where suspicion <> ''"
    rows = db.conn.execute(
        f"select external_id from item where id in ({suspects}) order by id limit ?", (limit,)
    ).fetchall()
    return int(db.value(f"select count(*) from ({suspects})")), [external_id for (external_id,) in rows]


class Suspect(NamedTuple):
    """What was found about an item that tries to give a model orders, by the latest call of this annotator's agent."""

    item_id: int
    annotator_id: int
    suspicion: str


def suspects(db: Db, limit: int, offset: int) -> list[Suspect]:
    """One for each such item and agent, in the order of items."""
    rows = db.conn.execute(
        "select c.item_id, g.annotator_id, c.suspicion, max(c.id) from call c join run r on r.id = c.run_id"
        " join agent g on g.id = r.agent_id where c.suspicion <> '' group by 1, 2 order by 1, 2 limit ? offset ?",
        (limit, offset),
    )
    return [Suspect(*row[:3]) for row in rows]


def suspicion(db: Db, item_id: int) -> str:
    """In what way the item tries to give a model orders, by the latest call that found it; "" where none did."""
    found = db.conn.execute(
        "select suspicion from call where item_id = ? and suspicion <> '' order by id desc limit 1", (item_id,)
    ).fetchone()
    return found[0] if found else ""


def suspect_items(db: Db) -> list[int]:
    """The items that try to give a model orders, in their order."""
    return [row[0] for row in db.conn.execute("select distinct item_id from call where suspicion <> '' order by 1")]


def to_row(call: Call) -> tuple[Any, ...]:
    """The values of the columns, in their order."""
    values = call._asdict()
    values |= {name: _text(values[name]) for name in ("logprobs", "distribution")}
    return tuple(values.values())


def from_row(row: tuple[Any, ...]) -> Call:
    """From the values of the columns, in their order."""
    call = Call(*row)
    return call._replace(
        logprobs=_by_label(row[Call._fields.index("logprobs")]),
        distribution=_by_label(row[Call._fields.index("distribution")]),
        truncated=bool(call.truncated),
    )


def _text(by_label: dict[int, float] | None) -> str | None:
    return None if by_label is None else json.dumps(by_label)


def _by_label(text: str | None) -> dict[int, float] | None:
    return None if text is None else {int(label_id): value for label_id, value in json.loads(text).items()}


class Lately(NamedTuple):
    """What an agent's latest replies took, one entry each; cost None where it is unknown. source: of the price.

    seconds_each: that its latest run was at work for each item that it sent; 0 before the first.
    """

    tokens_in: Sequence[int] = ()
    tokens_out: Sequence[int] = ()
    cost: Sequence[float | None] = ()
    requests: Sequence[int] = ()
    source: Sequence[str] = ()
    seconds_each: float = 0.0


def lately(db: Db, agent_id: int, limit: int) -> Lately:
    """The latest replies of an agent's latest run that were asked for, among the newest calls of the project."""
    latest = db.conn.execute(
        "select id, seconds from run where agent_id = ? order by id desc limit 1", (agent_id,)
    ).fetchone()
    if latest is None:
        return Lately()
    rows = db.conn.execute(
        "select tokens_in, tokens_out, cost, requests, price_source from call where id > (select max(id) from call) - ?"
        f" and run_id = ? and parse_status <> 'failed' and price_source <> '{FROM_CACHE}' order by id desc limit ?",
        (_NEWEST, latest[0], limit),
    ).fetchall()
    # Replies that were known take next to no time: they would make all others look as fast.
    sent = f"select count(*) from call where run_id = ? and price_source <> '{FROM_CACHE}'"
    number = int(db.value(sent, (latest[0],)))
    tokens_in, tokens_out, cost, requests, source = ([row[column] for row in rows] for column in range(5))
    return Lately(tokens_in, tokens_out, cost, requests, source, latest[1] / max(1, number))


_NEWEST = 20_000  # calls; looking further back takes as long as reading all of them
