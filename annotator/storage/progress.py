"""In which state each item is: where it stands on its way from the LLM over people to a label."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.storage import decisions, posteriors, queue, sending_back, setup
from annotator.storage.database import Db

STATES = ("settled", "waiting", "in_conflict", "answered_by_people", "accepted", "not_routed")

_ROUTABLE = """
    iif(r.item_id is null and exists (select 1 from annotation a where a.item_id = i.id
                and a.question_id = :question and a.annotator_id = :llm), 'routable', 'not_routed')
"""
# Whatever a routing said: only a label can be accepted, and an answer may have been taken back since.
_LABELLED = """
    exists (select 1 from annotation a where a.item_id = i.id and a.question_id = :question and a.status = 'label')
"""
_THESE = "in (select value from json_each(:items))"


class Counted(NamedTuple):
    """states: number of items in each of STATES; the first that fits counts. routable: how many of those not routed
    have an answer of the LLM, so that routing anew would place them."""

    states: dict[str, int]
    routable: int


def by_state(db: Db, question_id: int, llm_id: int | None = None) -> Counted:
    states = _states(db, "", unrouted=_ROUTABLE)
    bindings = _bindings(db, question_id) | {"llm": llm_id}
    rows = db.conn.execute(f"with state as ({states}) select state, count(*) from state group by 1", bindings)
    found = dict.fromkeys(STATES, 0) | dict(rows)
    routable = found.pop("routable", 0)
    found["not_routed"] += routable
    return Counted(found, routable)


def of_items(db: Db, question_id: int, item_ids: Sequence[int]) -> dict[int, str]:
    """Which of STATES each of these items is in."""
    bindings = _bindings(db, question_id) | {"items": json.dumps(list(item_ids))}
    return dict(db.conn.execute(_states(db, _THESE), bindings))


def in_states(
    db: Db, question_id: int, states: Sequence[str], among: Sequence[int] | None = None
) -> tuple[str, dict[str, Any]]:
    """A query for the ids of all items, or of those `among`, in these of STATES, with its parameters."""
    wanted = {f"state{position}": state for position, state in enumerate(states)}
    chosen = "" if among is None else _THESE
    sql = f"select id from ({_states(db, chosen)}) where state in ({', '.join(f':{name}' for name in wanted)})"
    items = {} if among is None else {"items": json.dumps(list(among))}
    return sql, _bindings(db, question_id) | wanted | items


def labelled(db: Db, question_id: int) -> NDArray[np.int64]:
    """The ids of the items that anybody, person or LLM, has given a label, rising."""
    rows = db.conn.execute(
        "select distinct item_id from annotation where question_id = ? and status = 'label' order by 1", (question_id,)
    )
    return np.fromiter((row[0] for row in rows), dtype=np.int64)


def count_by_llms(db: Db, question_id: int) -> int:
    """Number of items that any LLM has answered, be it with an invalid reply."""
    return int(
        db.value(
            "select count(*) from item i where exists (select 1 from annotation a join annotator w"
            " on w.id = a.annotator_id where a.item_id = i.id and a.question_id = ? and w.kind = 'llm')",
            (question_id,),
        )
    )


def _bindings(db: Db, question_id: int) -> dict[str, Any]:
    aggregation = setup.setting(db, posteriors.CURRENT)
    return queue.bindings(db, queue.current(db)) | {"question": question_id, "aggregation": aggregation}


def _states(db: Db, chosen: str, *, unrouted: str = "'not_routed'") -> str:
    """A query for (item id, state). chosen: a condition for the ids, "" for all items; unrouted: the last state."""
    sent = sending_back.waiting("i.id")
    return f"""
        with human as (
            select a.item_id, count(*) filter (where a.status = 'label' and {queue.COUNTS}) as answers,
                   count(*) filter (where a.status = 'label' and a.exposure <> 'shown' and {queue.COUNTS}) as blind,
                   max(a.status = 'label') as labelled
            from annotation a join annotator w on w.id = a.annotator_id
            where a.question_id = :question and w.kind = 'human' {chosen and f"and a.item_id {chosen}"}
            group by a.item_id
        )
        select i.id, case
                   when g.item_id is not null then 'settled'
                   when {sent} then 'waiting'
                   when i.id in ({decisions.CONTESTED}) then 'in_conflict'
                   when r.position is not null
                        and coalesce(iif(r.reason = 'audit', h.blind, h.answers), 0) < {queue.NEEDED}
                        and {queue.UNSURE} then 'waiting'
                   when p.differing then 'in_conflict'
                   when h.labelled then 'answered_by_people'
                   when r.item_id is not null and {_LABELLED} then 'accepted'
                   else {unrouted}
               end as state
        from item i
        left join gold g on g.item_id = i.id and g.question_id = :question and g.source = 'adjudicated'
        left join route r on r.item_id = i.id and r.routing_id = :routing
        left join human h on h.item_id = i.id
        left join posterior p on p.item_id = i.id and p.aggregation_id = :aggregation
        {chosen and f"where i.id {chosen}"}
    """
