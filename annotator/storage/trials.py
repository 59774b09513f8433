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
        rows = [(agent_hash, at, *to_row(call)[1:]) for call in new if call.price_source != FROM_CACHE]
        db.conn.executemany(_ADD, rows)


def answered_before(db: Db, request_hashes: Sequence[str]) -> dict[str, Call]:
    """The first reply to each of these requests in a try; requests without one are absent."""
    rows = db.conn.execute(
        f"select 0, {_COLUMNS} from trial where request_hash in (select value from json_each(?))"
        " and parse_status <> 'failed' order by id desc",
        (json.dumps(list(request_hashes)),),
    )
    return {row[2]: from_row(row) for row in rows}


def sums(db: Db) -> TrialSums:
    """What all tries together have taken."""
    row = db.conn.execute(
        "select coalesce(sum(requests), 0), coalesce(sum(parse_status <> 'failed'), 0), coalesce(sum(tokens_in), 0),"
        " coalesce(sum(tokens_out), 0), total(cost), coalesce(sum(requests) filter (where cost is null), 0),"
        " total(seconds) from trial"
    ).fetchone()
    return TrialSums(*row)


_COLUMNS = ", ".join(Call._fields[1:])
_ADD = f"insert into trial (agent_hash, at, {_COLUMNS}) values ({', '.join('?' * (len(Call._fields) + 1))})"
