"""Filters as SQL: one condition each on `i.id`, with every value bound."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from annotator.domain import search_words
from annotator.domain.filters import ORDERS, Agreement, Filter, Range, Sort, State
from annotator.storage import calls, decisions, gold, marks, posteriors, progress, search, setup
from annotator.storage.database import Db
from annotator.storage.some_rows import some_at_once

SOME = 20_000  # items of a search whose state is read by themselves
_HELD = 300  # bins of a histogram at most

_STATES = {
    State.ACCEPTED: "accepted",
    State.ANSWERED: "answered_by_people",
    State.WAITING: "waiting",
    State.CONFLICT: "in_conflict",
    State.SETTLED: "settled",
    State.NOT_ROUTED: "not_routed",
}
_LLMS = "select id from annotator where kind = 'llm'"
_PEOPLE = "select id from annotator where kind = 'human'"
_ANSWER = "select {what} from annotation a where a.item_id = i.id and a.question_id = :question"
_LAST_LLM = f"{_ANSWER} and a.annotator_id in ({_LLMS}) order by a.annotator_id desc limit 1"
_MERGED = "select {what} from posterior p where p.aggregation_id = :aggregation and p.item_id = i.id"
_GOLD = "select {what} from gold g where g.item_id = i.id and g.question_id = :question"

_EXTRA = {
    State.CONTESTED: f"i.id in ({decisions.CONTESTED})",
    State.INVALID: f"exists ({_ANSWER.format(what=1)} and a.status = 'invalid')",
    State.FAILED: f"exists ({calls.WITHOUT_REPLY} and c.item_id = i.id)",
    State.SUSPICIOUS: "exists (select 1 from call c where c.item_id = i.id and c.suspicion <> '')",
    State.FLAGGED: f"(exists ({_ANSWER.format(what=1)} and a.flagged)"
    " or exists (select 1 from draft d where d.item_id = i.id and d.question_id = :question and d.flagged)"
    f" or exists (select 1 from mark m where m.item_id = i.id and m.name = '{marks.FLAG}'))",
    State.COMMENTED: f"(exists ({_ANSWER.format(what=1)} and a.comment <> '')"
    " or exists (select 1 from draft d where d.item_id = i.id and d.question_id = :question and d.comment <> ''))",
    State.MEASURED_BY: f"exists ({_GOLD.format(what=1)} and g.label_id is not null and {gold.MEASURES})",
}
_LABELS_GIVEN = _ANSWER.format(what="{what}") + " and a.status = 'label'"
_BY_PEOPLE = f"{_LABELS_GIVEN} and a.annotator_id in ({_PEOPLE})"
_AGREEMENT = {
    Agreement.UNANIMOUS: f"({_LABELS_GIVEN.format(what='count(*) > 1 and count(distinct a.label_id) = 1')})",
    Agreement.DIFFERING: f"({_LABELS_GIVEN.format(what='count(distinct a.label_id) > 1')})",
    Agreement.LLM_AGAINST_PEOPLE: f"({_LAST_LLM.format(what='a.label_id')}) not in ("
    f"{_BY_PEOPLE.format(what='a.label_id')} group by a.label_id having count(*) = (select max(n) from"
    f" ({_BY_PEOPLE.format(what='count(*) as n')} group by a.label_id)))"
    f" and exists ({_BY_PEOPLE.format(what=1)})",
}

_NAME = "select label.name from label where label.id = ({found})"
_ORDER = {
    "id": "(select x.external_id from item x where x.id = i.id)",
    "text": "(select t.value from item x, json_each(x.fields) t where x.id = i.id and trim(t.value) <> '' limit 1)",
    "llm": f"({_NAME.format(found=_LAST_LLM.format(what='a.label_id'))})",
    "confidence": f"({_LAST_LLM.format(what='a.confidence')})",
    "consensus": f"({_NAME.format(found=_MERGED.format(what='p.label_id'))})",
    "probability": f"({_MERGED.format(what='p.probability')})",
    "entropy": f"({_MERGED.format(what='p.entropy')})",
    "answers": f"({_ANSWER.format(what='count(a.label_id)')})",
    "gold": f"({_NAME.format(found=_GOLD.format(what='g.label_id'))})",
}
assert tuple(_ORDER) == ORDERS


def ids(db: Db, wanted: Filter, sort: Sort | None = None, *, limit: int | None = None) -> NDArray[np.int64]:
    """The items that the filter finds: in the order of import, or sorted, with what has no such value at the end."""
    source, parameters = _found(db, wanted)
    order = "i.id" if sort is None or not sort.by else _order(sort)
    limited = "" if limit is None else f" limit {int(limit)}"
    rows = db.conn.execute(f"select i.id {source} order by {order}{limited}", parameters)
    return _column(rows)


def everything(db: Db) -> NDArray[np.int64]:
    """All items in the order of import, read from the index of their ids, which is a tenth of the table."""
    return np.sort(_column(db.conn.execute("select id from item indexed by sqlite_autoindex_item_2")))


def count(db: Db, wanted: Filter) -> int:
    source, parameters = _found(db, wanted)
    return int(db.value(f"select count(*) {source}", parameters))


def first(db: Db, text: str, *, among: int, enough: int, wanted: int) -> list[int]:
    """The first items that a search finds, in the order of import: see `search.first`."""
    return search.first(db, search_words.query(text), among=among, enough=enough, wanted=wanted)


def confidence_counts(db: Db, wanted: Filter, bins: int) -> list[int]:
    """How many of the items found have an LLM's confidence in each of so many equal parts of 0 to 1."""
    source, parameters = _found(db, wanted)
    rows = db.conn.execute(
        f"select min(cast(confidence * :bins as integer), :bins - 1), count(*) from"
        f" (select ({_LAST_LLM.format(what='a.confidence')}) as confidence {source})"
        " where confidence is not null group by 1",
        parameters | {"bins": min(bins, _HELD)},
    )
    counts = dict(rows.fetchall())
    return [counts.get(position, 0) for position in range(bins)]


def metadata_columns(db: Db, among: int = 1_000) -> list[str]:
    """The names of the metadata, as the first items have them."""
    rows = db.conn.execute(
        "select distinct key from (select metadata from item order by id limit ?) i, json_each(i.metadata)", (among,)
    )
    return [row[0] for row in rows]


def has_metadata(db: Db, column: str) -> bool:
    """Whether any item has metadata of this name."""
    return bool(db.value("select exists (select 1 from item i, json_each(i.metadata) m where m.key = ?)", (column,)))


def metadata_values(db: Db, column: str, limit: int, among: int = 5_000) -> list[str]:
    """The most frequent values of a column of metadata, as the first items have them."""
    rows = db.conn.execute(
        "select value from (select metadata from item order by id limit ?) i, json_each(i.metadata)"
        " where key = ? and value <> '' group by value order by count(*) desc, value limit ?",
        (among, column, limit),
    )
    return [row[0] for row in rows]


def _found(db: Db, wanted: Filter) -> tuple[str, dict[str, Any]]:
    """ "from ... where ..." with `i.id`, and its parameters."""
    parameters: dict[str, Any] = {
        "question": setup.question(db).id,
        "aggregation": setup.setting(db, posteriors.CURRENT),
    }
    source, among = "item i", None
    if wanted.text:
        text, more = search.source(db, search_words.query(wanted.text))
        source, parameters = f"({text}) i", parameters | more
        among = f"select id from ({text}) limit {SOME + 1}" if wanted.states else None
    few = None if among is None else _column(db.conn.execute(among, parameters)).tolist()
    conditions = []
    for condition, more in _conditions(db, wanted, parameters["question"], few):
        conditions.append(condition)
        parameters |= more
    return f"from {source} where {' and '.join(conditions) or '1'}", parameters


def _conditions(
    db: Db, wanted: Filter, question_id: int, few: Sequence[int] | None
) -> Iterator[tuple[str, dict[str, Any]]]:
    """few: the items that a search has found, if one was made; the state of some is read sooner than that of all."""
    if wanted.consensus:
        yield _among(f"({_MERGED.format(what='p.label_id')})", "consensus", wanted.consensus)
    if wanted.gold:
        yield _gold(wanted.gold)
    yield from _given(wanted)
    if wanted.confidence is not None:
        yield _between(f"({_LAST_LLM.format(what='a.confidence')})", "confidence", wanted.confidence)
    if wanted.entropy is not None:
        yield _between(f"({_MERGED.format(what='p.entropy')})", "entropy", wanted.entropy)
    if wanted.states:
        yield _in_state(db, wanted.states, question_id, few)
    if wanted.agreement is not None:
        yield _AGREEMENT[wanted.agreement], {}
    for position, (column, value) in enumerate(wanted.metadata):
        name = f"metadata{position}"
        yield (
            "exists (select 1 from item x, json_each(x.metadata) t where x.id = i.id"
            f" and t.key = :{name}_column and t.value = :{name}_value)",
            {f"{name}_column": column, f"{name}_value": value},
        )
    if wanted.comment:
        yield _commented(wanted.comment)
    if wanted.tags:
        marked, parameters = _among("m.name", "tag", wanted.tags)
        yield f"exists (select 1 from mark m where m.item_id = i.id and {marked})", parameters


def _given(wanted: Filter) -> Iterator[tuple[str, dict[str, Any]]]:
    """Labels by LLMs and by people, of the annotators alone where some are named."""
    by, parameters = _among("a.annotator_id", "annotator", wanted.annotators) if wanted.annotators else ("1", {})
    if wanted.annotators and not (wanted.llm or wanted.people):
        yield f"exists ({_ANSWER.format(what=1)} and {by})", parameters
    for name, labels, kind in (("llm", wanted.llm, _LLMS), ("people", wanted.people, _PEOPLE)):
        if labels:
            said, more = _among("a.label_id", name, labels)
            yield (
                f"exists ({_ANSWER.format(what=1)} and a.annotator_id in ({kind}) and {said} and {by})",
                parameters | more,
            )


def _gold(labels: Sequence[int | None]) -> tuple[str, dict[str, Any]]:
    known, parameters = _among("g.label_id", "gold", [label for label in labels if label is not None])
    nothing = " or g.label_id is null" if None in labels else ""
    return f"exists ({_GOLD.format(what=1)} and ({known}{nothing}))", parameters


def _in_state(
    db: Db, states: Sequence[State], question_id: int, few: Sequence[int] | None
) -> tuple[str, dict[str, Any]]:
    parts = [_EXTRA[state] for state in states if state in _EXTRA]
    parameters: dict[str, Any] = {}
    exclusive = [_STATES[state] for state in states if state in _STATES]
    if exclusive:
        among = few if few is not None and len(few) <= SOME else None
        found, parameters = progress.in_states(db, question_id, exclusive, among)
        # Read once, not for each item of a search.
        parts.append(f"i.id in (with chosen as materialized ({found}) select id from chosen)")
    return f"({' or '.join(parts)})", parameters


def _commented(text: str) -> tuple[str, dict[str, Any]]:
    pattern = "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    draft = "select 1 from draft a where a.item_id = i.id and a.question_id = :question"
    said = "a.comment like :comment escape '\\'"
    return f"(exists ({_ANSWER.format(what=1)} and {said}) or exists ({draft} and {said}))", {"comment": pattern}


def _between(value: str, name: str, wanted: Range) -> tuple[str, dict[str, Any]]:
    upper = "<=" if wanted.high >= 1 else "<"
    return (
        f"{value} >= :{name}_low and {value} {upper} :{name}_high",
        {f"{name}_low": wanted.low, f"{name}_high": wanted.high},
    )


def _among(value: str, name: str, wanted: Sequence[Any]) -> tuple[str, dict[str, Any]]:
    parameters = {f"{name}{position}": one for position, one in enumerate(wanted)}
    return f"{value} in ({', '.join(f':{key}' for key in parameters)})", parameters


def _order(sort: Sort) -> str:
    value = _ORDER[sort.by]
    return f"{value} {'desc' if sort.descending else 'asc'} nulls last, i.id"


def _column(rows: Any) -> NDArray[np.int64]:
    parts = [np.zeros(0, dtype=np.int64)]
    for batch in some_at_once(rows):
        parts.append(np.fromiter((row[0] for row in batch), dtype=np.int64, count=len(batch)))
    return np.concatenate(parts)
