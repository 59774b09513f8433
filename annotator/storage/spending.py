"""What agents and people have spent: sums over all calls, runs and answers."""

from __future__ import annotations

from typing import NamedTuple

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
    rows = db.conn.execute(
        "select a.annotator_id, count(*), count(a.seconds), total(a.seconds) from annotation a"
        " join annotator w on w.id = a.annotator_id where a.question_id = ? and w.kind = 'human' and not w.simulated"
        " group by 1",
        (question_id,),
    )
    return {who: PersonSums(*sums) for who, *sums in rows}


_COUNTED = AgentSums._fields[:5]
