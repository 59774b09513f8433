"""Answers in two copies of a project that went apart, but for what people say one by one: the same in both."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from annotator.storage import answers, audit, relabelling, setup
from annotator.storage.database import Db, Row
from annotator.storage.joining import AT_ONCE, KIND, Maps, labels_here
from annotator.storage.joining_labels import Relabellings, naming

SAID_ONE_BY_ONE = ("annotate", "take")  # kinds of operations whose answers travel as operations
_OF = "of"  # what the log keeps beside an answer that came with another copy: its `Origin`
_SAYS = ("status", "label_id", "comment")
_BROUGHT = (
    "from op o cross join op_row r on r.op_id = o.id where o.kind = ? and r.noun = 'annotation'"
    " and r.after ->> '$.of[1]' is not null"
)

Key = tuple[int, ...]  # item, question, annotator


class Origin(NamedTuple):
    """The operation in which an answer was given, by its number and id, which are the same in all copies, and the
    labels that it named then."""

    number: int
    uid: str
    said: Row

    @property
    def order(self) -> tuple[int, str]:
        return self.number, self.uid


def bulk(
    db: Db,
    other: Db,
    maps: Maps,
    op: int,
    relabelled: Relabellings,
    taken_back: Callable[[int, int, int], bool],
    seq: int,
) -> tuple[int, int]:
    """Answers of LLMs and of files, which have no operations of their own that travel: (added or replaced, next row
    of the log). Of two the later operation counts: the one in which the answer was given, whichever copies it came
    through. taken_back: whether somebody took back what they had said there."""
    origins, begun = _origins(db), db.value("select at from op where id = ?", (op,))
    count = 0
    for rows in _bulk(other):
        logged: list[audit.LoggedRow] = []
        for origin, row in rows:
            key = (
                maps.items[row.pop("item_id")],
                maps.questions[row.pop("question_id")],
                maps.annotators[row.pop("annotator_id")],
            )
            current = answers.current(db, key)
            if current is not None and not _gives_way(db, current, origins, key, origin, taken_back):
                continue
            said = labels_here(origin.said, maps)
            now = relabelled.now(("annotation", key), origin.order, said)
            run = None if row["run_id"] is None else maps.runs[row["run_id"]]
            at = row["answered_at"] or begun
            after = row | labels_here(row, maps) | now | {"run_id": run, "op_id": op, "answered_at": at}
            answers.put(db, op, key, after)
            logged.append(("annotation", key, current, after | {_OF: origin._replace(said=said)}))
            same = current is not None and all(current[name] == after[name] for name in _SAYS)
            count += not same
        seq = audit.append(db, op, logged, first=seq)
    return count, seq


def relabel(
    db: Db, op: int, relabelled: Relabellings, given: Mapping[Key, Origin], merged: set[int], seq: int
) -> tuple[int, int]:
    """Let every answer that was ever relabelled, in whichever copy, name the labels that follow from all of that:
    (how many name others now, next row of the log). given: what people said one by one, as it decides now. merged:
    labels of which others stand for them now, or did."""
    origins, into = _origins(db), setup.successors(db)
    candidates = {*relabelled.keys("annotation"), *naming(db, "annotation", merged)}
    moved: list[audit.LoggedRow] = []
    rows = db.conn.execute(
        "select a.item_id, a.question_id, a.annotator_id, a.label_id, a.suggested_label_id, a.op_id, o.uid"
        " from annotation a join op o on o.id = a.op_id"
    )
    for *place, label_id, suggested, made, uid in rows if candidates or origins else ():
        key, now = tuple(place), {"label_id": label_id, "suggested_label_id": suggested}
        brought, origin = origins.get(key, (0, None))
        came = origin is not None and brought == made
        # One that came while its label was merged here may name what it named there, when that is taken back.
        if key not in candidates and not (came and origin is not None and origin.said != now):
            continue
        if key in given or origin is None or not came:
            of = ("annotation", key)
            origin = given.get(key) or Origin(made, uid, relabelled.said(of, made, now))
        wanted = relabelled.now(("annotation", key), origin.order, origin.said)
        wanted = {name: into.get(id_, id_) for name, id_ in wanted.items()}
        if wanted != now:
            moved.append(("annotation", key, now, wanted))
    relabelling.write(db, moved)
    return len(moved), audit.append(db, op, moved, first=seq)


def from_elsewhere(db: Db, row: Row) -> bool:
    """Whether an answer as it stands is of an LLM or a file, and not what somebody said one by one."""
    return db.value("select kind from op where id = ?", (row["op_id"],)) not in SAID_ONE_BY_ONE


def _gives_way(
    db: Db,
    current: Row,
    origins: Mapping[Key, tuple[int, Origin]],
    key: tuple[int, int, int],
    other: Origin,
    taken_back: Callable[[int, int, int], bool],
) -> bool:
    """Whether an answer here gives way: one that somebody gave where they took it back, else the earlier operation."""
    kind, uid = db.conn.execute("select kind, uid from op where id = ?", (current["op_id"],)).fetchone()
    brought, origin = origins.get(key, (0, None))
    order = origin.order if origin is not None and brought == current["op_id"] else (current["op_id"], uid)
    return taken_back(*key) if kind in SAID_ONE_BY_ONE else order < other.order


def _origins(db: Db) -> dict[Key, tuple[int, Origin]]:
    """By (item, question, annotator) of answers that came with another copy: the operation that brought the last one,
    and the one in which it was given."""
    rows = db.conn.execute(f"select r.key, o.id, r.after ->> '$.of' {_BROUGHT} order by o.id", (KIND,))
    return {tuple(json.loads(key)): (op, Origin(*json.loads(of))) for key, op, of in rows}


def _bulk(other: Db) -> Iterator[list[tuple[Origin, Row]]]:
    """(where it was given, answer), in parts."""
    relabelled, origins = Relabellings(other), _origins(other)
    rows = other.conn.execute(
        "select a.*, o.uid as operation_uid, o.at as operation_at from annotation a join op o on o.id = a.op_id"
        " where o.kind not in (select value from json_each(?)) order by a.item_id",
        (json.dumps(SAID_ONE_BY_ONE),),
    )
    names = [column[0] for column in rows.description]
    while part := rows.fetchmany(AT_ONCE):
        found = []
        for row in (dict(zip(names, values, strict=True)) for values in part):
            uid, at = row.pop("operation_uid"), row.pop("operation_at")
            key = row["item_id"], row["question_id"], row["annotator_id"]
            if row["guideline_version"] == answers.FROM_A_FILE and row["answered_at"] >= at:
                row["answered_at"] = None  # the file did not say when, and so it stays
            brought, origin = origins.get(key, (0, None))
            if origin is None or brought != row["op_id"]:
                origin = Origin(row["op_id"], uid, relabelled.said(("annotation", key), row["op_id"], row))
            found.append((origin, row))
        yield found
