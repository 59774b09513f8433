"""In which state each item is, counted."""

from __future__ import annotations

from annotator.storage import posteriors, queue, setup
from annotator.storage.database import Db

STATES = ("settled", "waiting", "in_conflict", "answered_by_people", "accepted", "not_routed")


def by_state(db: Db, question_id: int) -> dict[str, int]:
    """Number of items in each of STATES; the first that fits counts."""
    routing = queue.current(db)
    rows = db.conn.execute(
        f"""
        with human as (
            select a.item_id, count(*) filter (where a.op_id > :since and a.status = 'label') as answers,
                   max(a.status = 'label') as labelled
            from annotation a join annotator w on w.id = a.annotator_id
            where a.question_id = :question and w.kind = 'human' group by a.item_id
        )
        select case
                   when g.item_id is not null then 'settled'
                   when r.position is not null and coalesce(h.answers, 0) < {queue.NEEDED} then 'waiting'
                   when p.differing then 'in_conflict'
                   when h.labelled then 'answered_by_people'
                   when r.item_id is not null then 'accepted'
                   else 'not_routed'
               end as state, count(*)
        from item i
        left join gold g on g.item_id = i.id and g.question_id = :question and g.source = 'adjudicated'
        left join route r on r.item_id = i.id and r.routing_id = :routing
        left join human h on h.item_id = i.id
        left join posterior p on p.item_id = i.id and p.aggregation_id = :aggregation
        group by state
        """,
        {
            "question": question_id,
            "routing": None if routing is None else routing.id,
            "since": 0 if routing is None else routing.op_id,
            "needed": 1 if routing is None else routing.parameters.get("answers_per_item", 1),
            **queue.more_needed(routing),
            "aggregation": setup.setting(db, posteriors.CURRENT),
        },
    )
    return dict.fromkeys(STATES, 0) | dict(rows)
