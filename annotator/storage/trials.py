"""Calls that tried an agent out: kept as calls of runs are, but they belong to no run and answer nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

from annotator.storage.calls import FROM_CACHE, Call, from_row, to_row
from annotator.storage.database import Db, now


class TrialSums(NamedTuple):
    """Over all tries. money: US dollars as far as prices are known; unpriced: requests without a known price."""

    requests: int = 0
    answers: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    money: float = 0.0
    unpriced: int = 0
    seconds: float = 0.0


def add(db: Db, agent_hash: str, new: Sequence[Call]) -> None:
    """Keep what was asked and answered; replies that were known before are not kept again."""
    at = now()
    with db.atomic():
        for statement in _TABLE:
            db.conn.execute(statement)
        rows = [(agent_hash, at, *to_row(call)[1:]) for call in new if call.price_source != FROM_CACHE]
        db.conn.executemany(_ADD, rows)


def answered_before(db: Db, request_hashes: Sequence[str]) -> dict[str, Call]:
    """The first reply to each of these requests in a try; requests without one are absent."""
    if not _there(db):
        return {}
    rows = db.conn.execute(
        f"select 0, {_COLUMNS} from trial where request_hash in (select value from json_each(?))"
        " and parse_status <> 'failed' order by id desc",
        (json.dumps(list(request_hashes)),),
    )
    return {row[2]: from_row(row) for row in rows}


def sums(db: Db) -> TrialSums:
    """What all tries together have taken."""
    if not _there(db):
        return TrialSums()
    row = db.conn.execute(
        "select coalesce(sum(requests), 0), coalesce(sum(parse_status <> 'failed'), 0), coalesce(sum(tokens_in), 0),"
        " coalesce(sum(tokens_out), 0), total(cost), coalesce(sum(requests) filter (where cost is null), 0),"
        " total(seconds) from trial"
    ).fetchone()
    return TrialSums(*row)


def _there(db: Db) -> bool:
    return bool(db.value("select exists (select 1 from sqlite_master where type = 'table' and name = 'trial')"))


_COLUMNS = ", ".join(Call._fields[1:])
_ADD = f"insert into trial (agent_hash, at, {_COLUMNS}) values ({', '.join('?' * (len(Call._fields) + 1))})"
# Made with the first try, so that a project of an Annotator without tries needs no step to another format.
_TABLE = (
    """
    create table if not exists trial (
        id integer primary key,
        agent_hash text not null,
        item_id integer not null references item (id),
        request_hash text not null,
        reply text not null,
        parse_status text not null check (parse_status in ('label', 'invalid', 'failed')),
        reason text not null,
        note text not null,
        suspicion text not null,
        error_class text not null,
        rung text not null,
        label_id integer references label (id),
        confidence real check (confidence between 0 and 1),
        confidence_source text not null,
        logprobs text,
        distribution text,
        truncated integer not null,
        answers integer not null,
        requests integer not null,
        tokens_in integer,
        tokens_out integer,
        cost real,
        price_source text not null,
        seconds real not null,
        at text not null
    ) strict
    """,
    "create index if not exists trial_request on trial (request_hash) where parse_status <> 'failed'",
)
