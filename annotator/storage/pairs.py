"""Two annotators' labels of the same items, side by side; gold and the merged labels stand in for one."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.domain.model import Status
from annotator.storage import gold as known
from annotator.storage import posteriors, setup
from annotator.storage.database import Db
from annotator.storage.queue import MERGED
from annotator.storage.some_rows import some_at_once

GOLD, CONSENSUS = "gold", "consensus"
_SKIPPED, _INVALID = -1, -2  # in place of a label
Side = int | str  # an annotator's id, GOLD or CONSENSUS


class Pairs(NamedTuple):
    """The items that both sides labelled, one entry each, in the order of items.

    gold: the label id of the item's gold that measures, -1 where there is none. shown: whether one side saw an LLM's
    suggestion.
    """

    item_id: NDArray[np.int64]
    one: NDArray[np.int64]
    other: NDArray[np.int64]
    gold: NDArray[np.int64]
    shown: NDArray[np.bool_]


class Said(NamedTuple):
    """All labels given, one entry each, in the order of items and then of annotators; seconds is NaN where unknown.

    shown: whether an LLM's suggestion could be seen.
    """

    item_id: NDArray[np.int64]
    annotator_id: NDArray[np.int64]
    label_id: NDArray[np.int64]
    shown: NDArray[np.bool_]
    seconds: NDArray[np.float64]


class Rest(NamedTuple):
    """One annotator's answers without a label: how many, how many with a measured time, and the sum of those."""

    answers: int
    timed: int
    seconds: float


def said(db: Db, question_id: int) -> tuple[Said, dict[tuple[int, Status], Rest]]:
    """What people and LLMs labelled; and their other answers, by (annotator id, status). All answers are read once."""
    rows = db.conn.execute(
        f"select item_id, annotator_id, coalesce(label_id, case status when 'skipped' then {_SKIPPED} else {_INVALID}"
        " end), exposure = 'shown', seconds from annotation where question_id = ? order by item_id, annotator_id",
        (question_id,),
    )
    batches = [np.zeros((0, 5))]
    for batch in some_at_once(rows):
        batches.append(np.array(batch, dtype=np.float64))  # ids are far below 2**53
    item_id, annotator_id, label_id, shown, seconds = np.concatenate(batches).T
    labels = label_id > 0
    ids = (column[labels].astype(np.int64) for column in (item_id, annotator_id, label_id))
    return (
        Said(next(ids), next(ids), next(ids), shown[labels].astype(np.bool_), seconds[labels]),
        _rest(annotator_id[~labels].astype(np.int64), label_id[~labels], seconds[~labels]),
    )


def _rest(who: NDArray[np.int64], what: NDArray[np.float64], seconds: NDArray[np.float64]) -> dict[Any, Rest]:
    found = {}
    for annotator_id in np.unique(who).tolist():
        for code, status in ((_SKIPPED, Status.SKIPPED), (_INVALID, Status.INVALID)):
            own = seconds[(who == annotator_id) & (what == code)]
            if own.size:
                timed = own[~np.isnan(own)]
                found[annotator_id, status] = Rest(own.size, timed.size, float(timed.sum()))
    return found


def pairs(db: Db, question_id: int, one: Side, other: Side) -> Pairs:
    """What each side says of the items that both labelled, without those that an LLM was shown as examples."""
    rows = db.conn.execute(
        f"select x.item_id, x.label_id, y.label_id, coalesce(g.label_id, -1), x.shown or y.shown {_both(one, other)}"
        " left join gold g on g.item_id = x.item_id and g.question_id = :question"
        f" and {_measures(one, other)} order by x.item_id",
        _bindings(db, question_id, one, other),
    )
    batches = [np.zeros((0, 5), dtype=np.int64)]
    for batch in some_at_once(rows):
        batches.append(np.array(batch, dtype=np.int64))
    item_id, first, second, gold, shown = np.concatenate(batches).T
    return Pairs(item_id, first, second, gold, shown.astype(np.bool_))


def items_behind(
    db: Db, question_id: int, one: Side, other: Side, label_one: int, label_other: int, limit: int, offset: int
) -> list[int]:
    """The items of one cell: those that one side gave `label_one`, and the other `label_other`; in their order."""
    rows = db.conn.execute(
        f"select x.item_id {_both(one, other)} where x.label_id = :label_one and y.label_id = :label_other"
        " order by x.item_id limit :limit offset :offset",
        _bindings(db, question_id, one, other)
        | {"label_one": label_one, "label_other": label_other, "limit": limit, "offset": offset},
    )
    return [row[0] for row in rows]


def examples_seen(db: Db) -> dict[int, set[int]]:
    """By an agent's annotator id the items that it was shown as examples; agents without any are absent."""
    found: dict[int, set[int]] = {}
    rows = db.conn.execute(
        "select agent.annotator_id, shown.value from agent, json_each(agent.spec, '$.example_items') shown"
    )
    for annotator_id, item_id in rows:
        found.setdefault(annotator_id, set()).add(item_id)
    return found


def _both(one: Side, other: Side) -> str:
    measures = _measures(one, other)
    return (
        f"from ({_labels(one, 'one', measures)}) x join ({_labels(other, 'other', measures)}) y"
        " on y.item_id = x.item_id"
    )


def _measures(one: Side, other: Side) -> str:
    """What holds of the gold `g` that these two can be measured by."""
    if CONSENSUS not in (one, other):
        return known.MEASURES
    return f"exists (select 1 from aggregation r where r.id = :merged and {posteriors.MEASURES})"


def _labels(side: Side, name: str, measures: str) -> str:
    if side == GOLD:
        return (
            "select g.item_id, g.label_id, 0 as shown from gold g where g.question_id = :question"
            f" and g.label_id is not null and {measures}"
        )
    if side == CONSENSUS:
        return "select item_id, label_id, 0 as shown from posterior where aggregation_id = :merged"
    return (
        f"select item_id, label_id, exposure = 'shown' as shown from annotation where annotator_id = :{name}"
        " and question_id = :question and status = 'label' and item_id not in (select shown.value from agent,"
        f" json_each(agent.spec, '$.example_items') shown where agent.annotator_id = :{name})"
    )


def _bindings(db: Db, question_id: int, one: Side, other: Side) -> dict[str, Any]:
    return {"question": question_id, "merged": setup.setting(db, MERGED), "one": one, "other": other}
