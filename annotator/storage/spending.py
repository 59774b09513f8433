"""What agents and people have spent: sums over all calls, runs and answers."""

from __future__ import annotations

from typing import NamedTuple

from annotator.storage.answers import COUNTED
from annotator.storage.calls import FROM_CACHE
from annotator.storage.database import Db


class AgentSums(NamedTuple):
    """Over all calls of an agent.

    answers: items with a reply, `cached` of them known before. money: US dollars as far as prices are known; unpriced:
    requests without a known price. perhaps: money on top at most, which its runs set aside for requests whose answers
    never came; seconds: in which they worked.
    """

    requests: int
    answers: int
    cached: int
    tokens_in: int
    tokens_out: int
    money: float
    unpriced: int
    perhaps: float
    seconds: float


def by_agent(db: Db, question_id: int) -> dict[int, AgentSums]:
    """For a question, by the agent's annotator id; agents without any run are absent."""
    rows = db.conn.execute(
        f"""
        with made as (
            select run_id, sum(requests) as requests, sum(parse_status <> 'failed') as answers,
                   sum(price_source = '{FROM_CACHE}') as cached, sum(tokens_in) as tokens_in,
                   sum(tokens_out) as tokens_out, total(cost) as money,
                   sum(requests) filter (where cost is null) as unpriced
            from call group by run_id
        )
        select g.annotator_id, {", ".join(f"coalesce(sum(m.{name}), 0)" for name in _COUNTED)}, total(m.money),
               coalesce(sum(m.unpriced), 0), total(max(r.spent_money - coalesce(m.money, 0), 0)), total(r.seconds)
        from run r join agent g on g.id = r.agent_id left join made m on m.run_id = r.id
        where r.question_id = ? group by 1
        """,
        (question_id,),
    )
    return {who: AgentSums(*sums) for who, *sums in rows}


class PersonSums(NamedTuple):
    """Over the answers that a person gave here; seconds: of those whose time was measured."""

    answers: int
    timed: int
    seconds: float


def by_person(db: Db, question_id: int) -> dict[int, PersonSums]:
    """By annotator id; people made up by a script are left out."""
    counted = db.conn.execute(
        "select p.id, (select count(*) from annotation where question_id = ? and annotator_id = p.id"
        f" and {COUNTED}) from annotator p where p.kind = 'human' and not p.simulated",
        (question_id,),
    ).fetchall()
    # Most answers of a large project come from files, which seldom say how long they took: the index knows the others.
    timed = {
        who: (number, seconds)
        for who, number, seconds in db.conn.execute(
            "select annotator_id, count(*), total(seconds) from annotation where question_id = ?"
            " and seconds is not null group by annotator_id",
            (question_id,),
        )
    }
    return {who: PersonSums(answers, *timed.get(who, (0, 0.0))) for who, answers in counted if answers}


_COUNTED = AgentSums._fields[:5]
