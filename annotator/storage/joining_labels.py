"""What splitting and merging labels did to answers and decisions, in several copies of a project: the same in all.

What an answer says now follows from what was said in it, and from all that was ever done to it since, in whichever
copy, one after the other in the order of the operations' numbers and ids.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from annotator.storage import audit, relabelling
from annotator.storage.database import Db, Row
from annotator.storage.joining import KIND, Maps

RELABELLED = "relabelled"  # the noun under which a join notes what was done in the other copy
# Rows of the log that only let an answer or a decision name another label.
_NAMES_LABELS = (
    "r.noun in ('annotation', 'gold') and r.before is not null and r.after is not null"
    " and r.after ->> 'status' is null and r.after ->> 'source' is null"
)

Of = tuple[str, tuple[int, ...]]
"""A noun, and the key of an answer (item, question, annotator) or of a decision (item, question)."""


class Relabelled(NamedTuple):
    """That an answer or a decision names another label: the operation, by its number and id, and the row in it."""

    number: int
    uid: str
    row: int
    of: Of
    before: Row
    after: Row


class Relabellings:
    """All that this copy knows of. said_before: what the log says that an answer said before it named another label."""

    def __init__(self, db: Db) -> None:
        self._db = db

    @cached_property
    def _known(self) -> dict[Of, list[Relabelled]]:
        found: dict[Of, list[Relabelled]] = defaultdict(list)
        for each in sorted(_every(self._db), key=lambda each: each[:3]):
            found[each.of].append(each)
        return found

    @cached_property
    def _said(self) -> dict[Of, list[tuple[int, Row]]]:
        rows = self._db.conn.execute(
            "select r.noun, r.key, o.id, r.before from op o cross join op_row r on r.op_id = o.id"
            f" where {_NAMES_LABELS} and o.kind in (?, ?) order by o.id, r.seq",
            (relabelling.KIND, KIND),
        )
        found: dict[Of, list[tuple[int, Row]]] = defaultdict(list)
        read = _Texts()
        for noun, key, op, before in rows:
            found[noun, tuple(json.loads(key))].append((op, read[before]))
        return found

    def keys(self, noun: str) -> list[tuple[int, ...]]:
        return [key for of, key in self._known if of == noun]

    def said(self, of: Of, op: int, row: Mapping[str, Any]) -> Row:
        """What names labels in a row of the table, which operation `op` wrote, as it was written."""
        now = {name: row[name] for name in relabelling.NAMING[of[0]]}
        return next((now | before for at, before in self._said.get(of, ()) if at > op), now)

    def now(self, of: Of, order: tuple[int, str], said: Row) -> Row:
        """What was said in an operation of this number and id, as it is now."""
        found = dict(said)
        for each in self._known.get(of, ()):
            if (each.number, each.uid) > order:
                for name, label_id in found.items():
                    if name in each.after and each.before[name] == label_id:
                        found[name] = each.after[name]
        return found


def note(db: Db, other: Db, maps: Maps, op: int, seq: int) -> int:
    """Keep what was done in the other copy and is not known here, as part of an operation of KIND; returns the next row
    of the log. The log of a stranger's file may hold anything: only what names things that are there."""
    known = {each[:3] for each in _every(db)}
    rows: list[audit.LoggedRow] = []
    for each in _every(other):
        if each[:3] not in known and (mapped := _mapped(each, maps)) is not None:
            noun, key = mapped.of
            rows.append((RELABELLED, (*mapped[:3], noun, *key), mapped.before, mapped.after))
    return audit.append(db, op, rows, first=seq)


def naming(db: Db, noun: str, label_ids: set[int]) -> list[tuple[int, ...]]:
    """The keys of the answers or decisions that name any of these labels."""
    columns, keys = relabelling.NAMING[noun], relabelling.KEYS[noun]
    wanted = " or ".join(f"{column} in (select value from json_each(:labels))" for column in columns)
    labels = json.dumps(sorted(label_ids))
    return db.conn.execute(f"select {', '.join(keys)} from {noun} where {wanted}", {"labels": labels}).fetchall()


class _Texts(dict[str, Row]):
    """Rows as the log has them: of many answers that were merged all are the same."""

    def __missing__(self, text: str) -> Row:
        found: Row = json.loads(text)
        self[text] = found
        return found


def _every(db: Db) -> list[Relabelled]:
    made = db.conn.execute(
        "select o.id, o.uid, r.seq, r.noun, r.key, r.before, r.after from op o cross join op_row r on r.op_id = o.id"
        f" where {_NAMES_LABELS} and o.kind = ?",
        (relabelling.KIND,),
    )
    read = _Texts()
    found = [
        Relabelled(number, uid, row, (noun, tuple(json.loads(key))), read[before], read[after])
        for number, uid, row, noun, key, before, after in made
    ]
    noted = db.conn.execute(
        "select r.key, r.before, r.after from op o cross join op_row r on r.op_id = o.id"
        " where o.kind = ? and r.noun = ?",
        (KIND, RELABELLED),
    )
    for text, before, after in noted:
        number, uid, row, noun, *key = json.loads(text)
        found.append(Relabelled(number, uid, row, (noun, tuple(key)), read[before], read[after]))
    return found


def _named(row: Row, maps: Maps) -> Row:
    return {name: None if id_ is None else maps.labels[id_] for name, id_ in row.items()}


def _mapped(each: Relabelled, maps: Maps) -> Relabelled | None:
    """With ids as they are here."""
    noun, key = each.of
    here: Sequence[Mapping[int, int]] = (maps.items, maps.questions, maps.annotators)
    try:
        return each._replace(
            of=(noun, tuple(ids[id_] for ids, id_ in zip(here, key, strict=False))),
            before=_named(each.before, maps),
            after=_named(each.after, maps),
        )
    except KeyError:
        return None
