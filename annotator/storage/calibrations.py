"""What LLMs and merging claimed of items whose gold label is known, and what was learnt from it for each LLM."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.domain.model import Changes
from annotator.storage import audit, gold, posteriors, setup
from annotator.storage.database import Db
from annotator.storage.some_rows import some_at_once


class Claims(NamedTuple):
    """Answers of LLMs to items with gold, one entry each, in the order of items. right: it is the gold label."""

    annotator_id: NDArray[np.int64]
    confidence: NDArray[np.float64]
    right: NDArray[np.bool_]


class MergedClaims(NamedTuple):
    """Merged items with gold, one entry each; probability: of the merged label."""

    label_id: NDArray[np.int64]
    gold_id: NDArray[np.int64]
    probability: NDArray[np.float64]


def claims(db: Db, question_id: int, annotator_id: int | None = None) -> Claims:
    """Of one LLM, or of all. Items that an LLM was shown as examples say nothing about it and are left out, as are
    those where no label is right."""
    rows = db.conn.execute(
        # "cross join": from gold to answers, never through all answers of an annotator.
        "select a.annotator_id, a.confidence, a.label_id = g.label_id from gold g"
        " cross join annotation a on a.item_id = g.item_id and a.question_id = g.question_id"
        " join annotator w on w.id = a.annotator_id where g.question_id = :question and g.label_id is not null"
        f" and w.kind = 'llm' and a.status = 'label' and a.confidence is not null and {gold.MEASURES}"
        " and (:annotator is null or a.annotator_id = :annotator)"
        " and (a.annotator_id, a.item_id) not in (select agent.annotator_id, shown.value"
        " from agent, json_each(agent.spec, '$.example_items') shown) order by g.item_id",
        {"question": question_id, "annotator": annotator_id},
    )
    batches = [np.zeros((0, 3))]
    for batch in some_at_once(rows):
        batches.append(np.array(batch, dtype=np.float64))
    who, confidence, right = np.concatenate(batches).T
    return Claims(who.astype(np.int64), confidence, right.astype(np.bool_))


def merged_claims(db: Db, question_id: int, aggregation_id: int) -> MergedClaims:
    """The items that a result of merging is measured by; see `posteriors.on_gold`."""
    rows = db.conn.execute(
        "select p.label_id, g.label_id, p.probability from gold g cross join posterior p"
        " on p.aggregation_id = ? and p.item_id = g.item_id join aggregation r on r.id = p.aggregation_id"
        f" where g.question_id = ? and g.label_id is not null and {posteriors.MEASURES} order by g.item_id",
        (aggregation_id, question_id),
    ).fetchall()
    codes = np.array([row[:2] for row in rows], dtype=np.int64).reshape(len(rows), 2)
    return MergedClaims(codes[:, 0], codes[:, 1], np.array([row[2] for row in rows], dtype=np.float64))


def source(db: Db, question_id: int, annotator_id: int) -> str:
    """Where the LLM's confidence comes from before gold, in words; "" where that is not known, as of a file."""
    found = db.value(
        "select coalesce(nullif((select k.method from calibration k join agent g on g.id = k.agent_id"
        " where g.annotator_id = :annotator and k.question_id = :question), ''),"
        " (select c.confidence_source from agent g join run r on r.agent_id = g.id join call c on c.run_id = r.id"
        " where g.annotator_id = :annotator and r.question_id = :question and c.confidence_source <> '' limit 1))",
        {"question": question_id, "annotator": annotator_id},
    )
    return str(found or "")


def learnt(db: Db, uid: str) -> dict[str, Any] | None:
    """What is in force for the annotator of this uid."""
    found: dict[str, Any] | None = setup.setting(db, _key(uid))
    return found


def put(db: Db, new: dict[str, dict[str, Any]]) -> Changes:
    """Put what was learnt in force, by the annotators' uids, as one operation."""
    with db.atomic():
        op = audit.begin(db, "calibrate")
        rows: list[audit.LoggedRow] = []
        for uid, content in new.items():
            before = learnt(db, uid)
            was = None if before is None else {"value": before}
            rows.append(("project", [setup.key_of(db, _key(uid))], was, {"value": content}))
            setup.put_setting(db, _key(uid), content)
        audit.append(db, op, rows)
    return Changes(op, runs=True)


def _key(uid: str) -> str:
    return f"confidence of {uid}"
