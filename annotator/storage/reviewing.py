"""What there is to review: the items by kind, and what ordering them takes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.storage import decisions, posteriors, queue, sending_back, setup
from annotator.storage.database import Db
from annotator.storage.some_rows import some_at_once

CONFLICTS, LLM, UNSETTLED, SENT_BACK, NO_ANSWER, SETTLED = "conflicts", "llm", "all", "sent", "none", "settled"
CONTESTED = "contested"  # decided differently in two copies of the project
ONLY = (CONFLICTS, CONTESTED, LLM, UNSETTLED, SENT_BACK, NO_ANSWER, SETTLED)

_DECIDED = (
    "exists (select 1 from gold d where d.item_id = p.item_id and d.question_id = :question"
    " and d.source = 'adjudicated')"
)
_GOLD = "select item_id from gold where question_id = :question and source = 'adjudicated'"


class Listed(NamedTuple):
    """Items in the order of import; (n_items,) each. entropy: NaN where nothing is merged."""

    item_ids: NDArray[np.int64]
    entropy: NDArray[np.float64]
    answers: NDArray[np.int64]
    llm_differs: NDArray[np.int64]


class Given(NamedTuple):
    """Labels given to some items; (n_answers,) each."""

    item_ids: NDArray[np.int64]
    annotator_ids: NDArray[np.int64]
    label_ids: NDArray[np.int64]


def listed(db: Db, question_id: int, only: str) -> Listed:
    """All items of a kind. only: one of ONLY; "all" are those that are not settled, whatever the answers."""
    source, parameters = _source(db, question_id, only)
    rows = db.conn.execute(
        f"select p.item_id, p.entropy, coalesce(p.answers, 0), coalesce(p.llm_differs, 0) {source} order by p.item_id",
        parameters,
    )
    found = _table(rows, [("item", "i8"), ("entropy", "f8"), ("answers", "i8"), ("llm", "i8")])
    return Listed(found["item"], found["entropy"], found["answers"], found["llm"])


def count(db: Db, question_id: int, only: str) -> int:
    source, parameters = _source(db, question_id, only)
    return int(db.value(f"select count(*) {source}", parameters))


def posterior_of(db: Db, item_ids: NDArray[np.int64], n_labels: int) -> NDArray[np.float64]:
    """(n_items, n_labels) of merged items, ascending; even where there is no result."""
    found = np.full((item_ids.size, n_labels), 1 / max(n_labels, 1))
    rows = db.conn.execute(
        # "cross join": from the items to their rows; the other way round takes minutes.
        "select p.item_id, p.probabilities from json_each(:items) wanted cross join posterior p"
        " on p.item_id = wanted.value and p.aggregation_id = :aggregation order by p.item_id",
        {"items": _json(item_ids), "aggregation": setup.setting(db, posteriors.CURRENT)},
    )
    for batch in some_at_once(rows):
        place = np.searchsorted(item_ids, [row[0] for row in batch])
        found[place] = np.frombuffer(b"".join(row[1] for row in batch)).reshape(len(batch), -1)
    return found


def given(db: Db, question_id: int, item_ids: NDArray[np.int64]) -> Given:
    """The labels that anybody gave to these items."""
    rows = db.conn.execute(
        "select a.item_id, a.annotator_id, a.label_id from json_each(:items) wanted cross join annotation a"
        " on a.item_id = wanted.value and a.question_id = :question and a.status = 'label'",
        {"items": _json(item_ids), "question": question_id},
    )
    found = _table(rows, [("item", "i8"), ("who", "i8"), ("label", "i8")])
    return Given(found["item"], found["who"], found["label"])


def unanimous(db: Db, question_id: int, above: float) -> list[tuple[int, int]]:
    """(item id, label) where all of two or more answers are the merged label, as probable as `above` or more.

    Nobody skipped or flagged it or is still asked about it, it has no gold of any kind, and no
    decisions on it contradict one another.
    """
    waiting, parameters = queue.still_waiting(db, question_id)
    rows = db.conn.execute(
        f"""
        select p.item_id, p.label_id from posterior p where p.aggregation_id = :aggregation and p.differing = 0
        and p.answers > 1 and p.probability >= :above
        and not exists (select 1 from gold g where g.item_id = p.item_id and g.question_id = :question)
        and not exists (select 1 from annotation a where a.item_id = p.item_id and a.question_id = :question
                        and (a.label_id is not p.label_id or a.flagged))
        and not exists (select 1 from mark m where m.item_id = p.item_id and m.name = '')
        and p.item_id not in ({decisions.CONTESTED})
        and not ({waiting}) and not {sending_back.waiting("p.item_id")} order by p.item_id
        """,
        parameters | {"aggregation": setup.setting(db, posteriors.CURRENT), "question": question_id, "above": above},
    )
    return rows.fetchall()


def _source(db: Db, question_id: int, only: str) -> tuple[str, dict[str, Any]]:
    """ "from ... where ..." with the columns of `p`, and its parameters."""
    base: dict[str, Any] = {"aggregation": setup.setting(db, posteriors.CURRENT), "question": question_id}
    sent = sending_back.waiting("p.item_id")
    if only in (NO_ANSWER, SETTLED, SENT_BACK, CONTESTED):
        # Also what was never merged.
        merged = (
            "(select i.id as item_id, m.entropy, m.answers, m.llm_differs from item i left join posterior m"
            " on m.item_id = i.id and m.aggregation_id = :aggregation) p"
        )
        among = {
            SETTLED: f"p.item_id in ({_GOLD})",
            NO_ANSWER: f"p.item_id in ({_GOLD} and label_id is null)",
            CONTESTED: f"p.item_id in ({decisions.CONTESTED})",
            SENT_BACK: f"p.item_id in (select item_id from sent_back) and {sent}",
        }[only]
        return f"from {merged} where {among}", base
    source = f"from posterior p where p.aggregation_id = :aggregation and not {_DECIDED}"
    if only == UNSETTLED:
        return source, base
    if only == LLM:
        return f"{source} and p.llm_differs = 1 and not {sent}", base
    # A conflict is what people's answers leave open: an item that still waits for one is none yet.
    waiting, parameters = queue.still_waiting(db, question_id)
    open_ = f"p.differing = 1 and not ({waiting})"
    if not decisions.any_contested(db, question_id):
        return f"{source} and {open_} and not {sent}", parameters | base
    # Two copies of the project decided differently: such an item need not have been merged here.
    merged = (
        "(select i.id as item_id, m.entropy, m.answers, m.llm_differs, m.differing from item i left join posterior m"
        " on m.item_id = i.id and m.aggregation_id = :aggregation) p"
    )
    contested = f"p.item_id in ({decisions.CONTESTED})"
    return f"from {merged} where not {_DECIDED} and (({open_}) or {contested}) and not {sent}", parameters | base


def _table(rows: Any, dtype: Sequence[tuple[str, str]]) -> NDArray[Any]:
    parts = [np.empty(0, dtype=list(dtype))]
    for batch in some_at_once(rows):
        full = [tuple(np.nan if cell is None else cell for cell in row) for row in batch]
        parts.append(np.array(full, dtype=list(dtype)))
    return np.concatenate(parts)


def _json(item_ids: NDArray[np.int64]) -> str:
    return json.dumps(item_ids.tolist())
