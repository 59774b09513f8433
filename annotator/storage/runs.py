"""Agents, their runs over items, every call made, and the calibration of their confidence."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any, NamedTuple

from annotator.domain.ids import uuid7
from annotator.storage import setup
from annotator.storage.database import Db, now

KEPT = "kept agents"  # the setting with the hashes of agents that stay without having answered


class Agent(NamedTuple):
    """A model with its parameters, unchangeable; it answers as the annotator `annotator_id`."""

    id: int
    annotator_id: int
    hash: str
    spec: dict[str, Any]


class Spent(NamedTuple):
    """Requests sent, tokens in and out together, and US dollars, each at the most that it may have been."""

    calls: int = 0
    tokens: int = 0
    money: float = 0.0


class Run(NamedTuple):
    """One pass of an agent over items.

    selection: what it was to ask, and where the texts went. batch: equal for runs that were begun together.
    why: how it ended, where that is not by having asked about everything. seconds: in which it was at work.
    """

    id: int
    uid: str
    agent_id: int
    selection: dict[str, Any]
    status: str
    batch: str
    why: str
    cap: dict[str, Any]
    spent: Spent
    seconds: float
    started_at: str


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


def begin(
    db: Db,
    agent_id: int,
    question_id: int,
    selection: dict[str, Any],
    *,
    batch: str = "",
    cap: dict[str, Any] | None = None,
) -> Run:
    """A new run, under way. batch: of the runs that it is begun together with, if any."""
    uid = uuid7()
    db.conn.execute(
        "insert into run (uid, batch, agent_id, question_id, selection, cap, status, started_at)"
        " values (?, ?, ?, ?, ?, ?, 'running', ?)",
        (uid, batch or uid, agent_id, question_id, json.dumps(selection), json.dumps(cap or {}), now()),
    )
    found = latest(db, agent_id)
    assert found is not None
    return found


def go_on(db: Db, run: Run, selection: dict[str, Any], cap: dict[str, Any]) -> Run:
    """A run that was interrupted, under way again."""
    db.conn.execute(
        "update run set status = 'running', why = '', selection = ?, cap = ?, finished_at = null where id = ?",
        (json.dumps(selection), json.dumps(cap), run.id),
    )
    return run._replace(status="running", why="", selection=selection, cap=cap)


def note_spent(db: Db, run_id: int, spent: Spent) -> None:
    """Write down what a run has spent at most, whatever becomes of this program before the next note."""
    with db.atomic():
        _put_spent(db, run_id, spent)


def add_seconds(db: Db, run_id: int, seconds: float) -> None:
    """Count time at work. Inside `atomic()`."""
    db.conn.execute("update run set seconds = seconds + ? where id = ?", (seconds, run_id))


def saved_spending(db: Db, run_id: int) -> Spent:
    """What a run's calls took, of those that are saved."""
    sums = "select total(requests), total(tokens_in) + total(tokens_out), total(cost) from call where run_id = ?"
    calls, tokens, money = db.conn.execute(sums, (run_id,)).fetchone()
    return Spent(int(calls), int(tokens), money)


def finish(db: Db, run_id: int, status: str, *, why: str = "", spent: Spent | None = None, left: bool = False) -> None:
    """The end of a run; one without a single reply leaves nothing behind, unless it cost something, or replies are
    left for the run that goes on.

    Inside `atomic()`.
    """
    db.conn.execute("update run set status = ?, why = ?, finished_at = ? where id = ?", (status, why, now(), run_id))
    if spent is not None:
        _put_spent(db, run_id, spent)
    worth = "select exists (select 1 from call where run_id = ? and (parse_status <> 'failed' or tokens_in > 0))"
    capped = "select cap <> '{}' and spent_calls > 0 from run where id = ?"  # else the next start would spend it again
    if not left and not db.value(worth, (run_id,)) and not db.value(capped, (run_id,)):
        _forget(db, run_id)


def _put_spent(db: Db, run_id: int, spent: Spent) -> None:
    db.conn.execute("update run set spent_calls = ?, spent_tokens = ?, spent_money = ? where id = ?", (*spent, run_id))


def _forget(db: Db, run_id: int) -> None:
    """Remove a run with its calls, and its agent unless that was kept, has another run, or an answer."""
    agent_id, annotator_id = db.conn.execute(
        "select g.id, g.annotator_id from run r join agent g on g.id = r.agent_id where r.id = ?", (run_id,)
    ).fetchone()
    db.conn.execute("delete from call where run_id = ?", (run_id,))
    db.conn.execute("delete from run where id = ?", (run_id,))
    used = (
        "select exists (select 1 from run where agent_id = ?)"
        " or exists (select 1 from annotation where annotator_id = ?)"
        " or exists (select 1 from project, json_each(project.value) kept where project.key = ?"
        " and kept.value = (select hash from agent where id = ?))"
    )
    if not db.value(used, (agent_id, annotator_id, KEPT, agent_id)):
        db.conn.execute("delete from agent where id = ?", (agent_id,))
        db.conn.execute("delete from annotator where id = ?", (annotator_id,))


def latest(db: Db, agent_id: int) -> Run | None:
    """An agent's newest run for the question."""
    row = db.conn.execute(
        f"{_RUN} where agent_id = ? and question_id = ? order by id desc limit 1", (agent_id, setup.question_id(db))
    ).fetchone()
    return None if row is None else _run(row)


def of_agent(db: Db, agent_id: int) -> list[Run]:
    """An agent's runs for the question in their order."""
    wanted = (agent_id, setup.question_id(db))
    return [_run(row) for row in db.conn.execute(f"{_RUN} where agent_id = ? and question_id = ? order by id", wanted)]


def of_batch(db: Db, batch: str) -> list[Run]:
    """The runs that were begun together."""
    return [_run(row) for row in db.conn.execute(f"{_RUN} where batch = ? order by id", (batch,))]


_RUN = (
    "select id, uid, agent_id, selection, status, batch, why, cap, spent_calls, spent_tokens, spent_money, seconds,"
    " started_at from run"
)


def _run(row: tuple[Any, ...]) -> Run:
    id_, uid, agent_id, selection, status, batch, why, cap, calls, tokens, money, seconds, started_at = row
    return Run(
        id=id_,
        uid=uid,
        agent_id=agent_id,
        selection=json.loads(selection),
        status=status,
        batch=batch,
        why=why,
        cap=json.loads(cap),
        spent=Spent(calls, tokens, money),
        seconds=seconds,
        started_at=started_at,
    )


def raw_logprobs(db: Db, agent_id: int, question_id: int) -> Iterator[tuple[int, dict[int, float]]]:
    """(item id, raw label log-probabilities by label id) of every answer of the agent that has them."""
    rows = db.conn.execute(
        "select c.item_id, c.logprobs from call c join run r on r.id = c.run_id"
        " where r.agent_id = ? and r.question_id = ? and c.logprobs is not null order by c.id",
        (agent_id, question_id),
    )
    into = setup.successors(db)
    for item_id, text in rows:
        found: dict[int, float] = {}
        for name, value in json.loads(text).items():  # of labels merged since, the probabilities add up
            label_id = into.get(int(name), int(name))
            found[label_id] = value if label_id not in found else _log_of_sum(found[label_id], value)
        yield item_id, found


def _log_of_sum(one: float, other: float) -> float:
    high = max(one, other)
    return high if math.isinf(high) else high + math.log(math.exp(one - high) + math.exp(other - high))


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
    """(item id, annotator's name, raw reply, reason) of replies without a label that nobody repaired, newest first."""
    rows = db.conn.execute(
        "select c.item_id, w.name, c.reply, c.reason from call c join run r on r.id = c.run_id"
        " join agent g on g.id = r.agent_id join annotator w on w.id = g.annotator_id"
        " join annotation a on a.item_id = c.item_id and a.question_id = r.question_id and a.annotator_id = w.id"
        " and a.status = 'invalid' where c.parse_status = 'invalid' and r.question_id = ? order by c.id desc limit ?",
        (question_id, limit),
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
