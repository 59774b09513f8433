"""Agents, their runs over items, every call made, and the calibration of their confidence."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from annotator.domain.ids import uuid7
from annotator.storage.database import Db, now


class Agent(NamedTuple):
    """A model with its parameters, unchangeable; it answers as the annotator `annotator_id`."""

    id: int
    annotator_id: int
    hash: str
    spec: dict[str, Any]


class Call(NamedTuple):
    """One request to a model about one item, and what came back. `logprobs`: raw, by label id."""

    run_id: int
    item_id: int
    request_hash: str
    reply: str
    parse_status: str
    reason: str
    error_class: str
    logprobs: dict[int, float] | None
    confidence_source: str
    tokens_in: int | None
    tokens_out: int | None
    cost: float | None
    seconds: float


class Run(NamedTuple):
    """One pass of an agent over items."""

    id: int
    agent_id: int
    status: str
    started_at: str
    finished_at: str | None


def agent(db: Db, hash_: str) -> Agent | None:
    row = db.conn.execute("select id, annotator_id, hash, spec from agent where hash = ?", (hash_,)).fetchone()
    return None if row is None else Agent(row[0], row[1], row[2], json.loads(row[3]))


def agents(db: Db) -> list[Agent]:
    rows = db.conn.execute("select id, annotator_id, hash, spec from agent order by id")
    return [Agent(id_, annotator_id, hash_, json.loads(spec)) for id_, annotator_id, hash_, spec in rows]


def add_agent(db: Db, annotator_id: int, hash_: str, spec: dict[str, Any]) -> Agent:
    db.conn.execute(
        "insert into agent (annotator_id, hash, spec, created_at) values (?, ?, ?, ?)",
        (annotator_id, hash_, json.dumps(spec, ensure_ascii=False), now()),
    )
    found = agent(db, hash_)
    assert found is not None
    return found


def begin(db: Db, agent_id: int, question_id: int, selection: dict[str, Any]) -> int:
    cursor = db.conn.execute(
        "insert into run (uid, agent_id, question_id, selection, status, started_at) values (?, ?, ?, ?, 'running', ?)",
        (uuid7(), agent_id, question_id, json.dumps(selection), now()),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def finish(db: Db, run_id: int, status: str) -> None:
    with db.atomic():
        db.conn.execute("update run set status = ?, finished_at = ? where id = ?", (status, now(), run_id))


def latest(db: Db, agent_id: int) -> Run | None:
    row = db.conn.execute(
        "select id, agent_id, status, started_at, finished_at from run where agent_id = ? order by id desc limit 1",
        (agent_id,),
    ).fetchone()
    return None if row is None else Run(*row)


def unanswered(db: Db, question_id: int, annotator_id: int, limit: int | None = None) -> list[int]:
    """Items that this annotator has not answered, in the order of import; an invalid reply is an answer."""
    rows = db.conn.execute(
        "select i.id from item i where not exists (select 1 from annotation a where a.item_id = i.id"
        " and a.question_id = ? and a.annotator_id = ?) order by i.id limit ?",
        (question_id, annotator_id, -1 if limit is None else limit),
    )
    return [row[0] for row in rows]


def add_calls(db: Db, calls: Sequence[Call]) -> None:
    """Keep what was asked and answered. Part of the caller's operation."""
    at = now()
    db.conn.executemany(
        "insert into call (run_id, item_id, request_hash, reply, parse_status, reason, error_class, logprobs,"
        " confidence_source, tokens_in, tokens_out, cost, seconds, at)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(*c[:7], None if c.logprobs is None else json.dumps(c.logprobs), *c[8:], at) for c in calls],
    )


def raw_logprobs(db: Db, agent_id: int, question_id: int) -> Iterator[tuple[int, dict[int, float]]]:
    """(item id, raw label log-probabilities by label id) of every answer of the agent that has them."""
    rows = db.conn.execute(
        "select c.item_id, c.logprobs from call c join run r on r.id = c.run_id"
        " where r.agent_id = ? and r.question_id = ? and c.logprobs is not null order by c.id",
        (agent_id, question_id),
    )
    for item_id, text in rows:
        yield item_id, {int(label_id): value for label_id, value in json.loads(text).items()}


def raw_count(db: Db, agent_id: int, question_id: int) -> int:
    """Of how many items there are raw label log-probabilities of this agent."""
    return int(
        db.value(
            "select count(distinct c.item_id) from call c join run r on r.id = c.run_id"
            " where r.agent_id = ? and r.question_id = ? and c.logprobs is not null",
            (agent_id, question_id),
        )
    )


def invalid_replies(db: Db, question_id: int, limit: int = 1_000) -> list[tuple[int, str, str, str]]:
    """(item id, annotator's name, raw reply, reason) of replies that named no label, newest first."""
    rows = db.conn.execute(
        "select c.item_id, w.name, c.reply, c.reason from call c join run r on r.id = c.run_id"
        " join agent g on g.id = r.agent_id join annotator w on w.id = g.annotator_id"
        " where c.parse_status = 'invalid' and r.question_id = ? order by c.id desc limit ?",
        (question_id, limit),
    )
    return rows.fetchall()


def failures(db: Db, run_id: int) -> list[tuple[str, str, int]]:
    """(error class, reason, number of items) of the calls of a run that failed for good."""
    rows = db.conn.execute(
        "select error_class, min(reason), count(distinct item_id) from call"
        " where run_id = ? and parse_status = 'failed' group by error_class order by 3 desc",
        (run_id,),
    )
    return rows.fetchall()


def put_calibration(
    db: Db, agent_id: int, question_id: int, *, method: str, parameters: dict[str, Any], answers: int
) -> None:
    db.conn.execute(
        "insert or replace into calibration (agent_id, question_id, method, parameters, answers)"
        " values (?, ?, ?, ?, ?)",
        (agent_id, question_id, method, json.dumps(parameters), answers),
    )


def calibration_method(db: Db, agent_id: int, question_id: int) -> str:
    """Where the agent's confidence comes from, in words; "" before the first calibration."""
    found = db.value("select method from calibration where agent_id = ? and question_id = ?", (agent_id, question_id))
    return str(found or "")
