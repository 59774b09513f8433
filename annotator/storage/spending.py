"""What agents and people have spent: sums over all calls, runs and answers."""

from __future__ import annotations

from typing import Any, NamedTuple

from annotator.storage.answers import COUNTED
from annotator.storage.calls import FROM_CACHE
from annotator.storage.database import Db


class AgentSums(NamedTuple):
    """Over all calls of an agent.

    answers: items with a reply, `cached` of them known before. money: US dollars as far as prices are known; unpriced:
    requests without a known price. perhaps: money on top at most, which its runs set aside for requests whose answers
    never came; seconds: in which they worked.
    """

    requests: int = 0
    answers: int = 0
    cached: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    money: float = 0.0
    unpriced: int = 0
    perhaps: float = 0.0
    seconds: float = 0.0


def by_agent(db: Db, question_id: int) -> dict[int, AgentSums]:
    """For a question, by the agent's annotator id; agents without any run are absent."""
    return {who: AgentSums(*sums) for who, *sums in _sums(db, "r.question_id = ? group by 1", question_id)}


def by_agents_elsewhere(db: Db, question_id: int) -> AgentSums:
    """For all questions but this one, by all agents."""
    if not db.value("select exists (select 1 from run where question_id <> ?)", (question_id,)):
        return AgentSums()  # most projects have one question; all calls are not read for nothing
    [(_, *sums)] = _sums(db, "r.question_id <> ?", question_id)
    return AgentSums(*sums)


def _sums(db: Db, which: str, question_id: int) -> list[tuple[Any, ...]]:
    """Of the calls of these runs, behind the annotator id of an agent among them."""
    return db.conn.execute(
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
        where {which}
        """,
        (question_id,),
    ).fetchall()


class PersonSums(NamedTuple):
    """Over the answers that a person gave here; `timed` of them were measured. seconds: of these and of what they
    skipped, which is no answer, but takes time."""

    answers: int = 0
    timed: int = 0
    seconds: float = 0.0
    skipped: int = 0


def by_person(db: Db, question_id: int) -> dict[int, PersonSums]:
    """By annotator id; people made up by a script are left out."""
    counted = db.conn.execute(
        "select p.id, (select count(*) from annotation where question_id = :question and annotator_id = p.id"
        f" and status = 'label' and {COUNTED}), (select count(*) from annotation where question_id = :question"
        f" and annotator_id = p.id and status = 'skipped' and {COUNTED})"
        " from annotator p where p.kind = 'human' and not p.simulated",
        {"question": question_id},
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
    skips = dict(
        db.conn.execute(
            "select annotator_id, count(seconds) from annotation where question_id = ? and status = 'skipped'"
            f" and {COUNTED} group by annotator_id",
            (question_id,),
        )
        if any(skipped for *_, skipped in counted)
        else ()
    )
    found = {}
    for who, answers, skipped in counted:
        if answers or skipped:
            number, seconds = timed.get(who, (0, 0.0))
            found[who] = PersonSums(answers, number - skips.get(who, 0), seconds, skipped)
    return found


def by_people_elsewhere(db: Db, question_id: int) -> PersonSums:
    """For all questions but this one, by all people but those made up by a script."""
    others = db.conn.execute("select id from question where id <> ?", (question_id,)).fetchall()
    sums = [each for (other,) in others for each in by_person(db, other).values()]
    return PersonSums(*map(sum, zip(*sums, strict=True))) if sums else PersonSums()


_COUNTED = AgentSums._fields[:5]
