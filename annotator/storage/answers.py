"""Annotations: one annotator's current answer to a question about an item, with its history in the log."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from annotator.domain.model import Annotation, Annotator, Changes, Exposure, NewAnnotation, Status
from annotator.domain.routing import Confidences
from annotator.domain.undo import Action
from annotator.storage import annotators, audit, gold, setup
from annotator.storage.database import Db, Row, now

FROM_A_FILE = 0  # the guideline version of answers from a file: nobody knows what their annotators had read
# True of every answer. A query that says it may use the index `annotation_counted`, a tenth of the table; no other one
# does, as SQLite would take it for queries of single items, too.
COUNTED = "guideline_version >= 0"

_STORED = (
    "status",
    "label_id",
    "confidence",
    "distribution",
    "comment",
    "flagged",
    "exposure",
    "suggested_label_id",
    "seconds",
    "guideline_version",
    "run_id",
    "op_id",
    "answered_at",
)
_PUT = (
    f"insert or replace into annotation (item_id, question_id, annotator_id, {', '.join(_STORED)})"
    f" values (?, ?, ?, {', '.join('?' * len(_STORED))})"
)
# When it was given: where a file did not say, what is stored is when it was imported, and nobody knows.
_ANSWERED_AT = (
    f"case when a.guideline_version = {FROM_A_FILE} and a.answered_at >= (select at from op where id = a.op_id)"
    " then '' else a.answered_at end"
)
_WITHOUT_REASON = "substr(comment, instr(comment, char(10)) + 1)"  # see `_with_reason`
_GET = f"select {', '.join(_STORED)} from annotation where item_id = ? and question_id = ? and annotator_id = ?"


class Imported(NamedTuple):
    """An answer from a file. comment, seconds, answered_at: "" and None where the file says nothing."""

    line: int
    item_id: int
    annotator_id: int
    label_id: int
    confidence: float | None
    exposure: Exposure = Exposure.UNKNOWN
    comment: str = ""
    seconds: float | None = None
    answered_at: str = ""


class Stored(NamedTuple):
    """What became of imported answers. unchanged: those that were there already; kept: those that were not stored,
    since there is one given here."""

    added: int
    updated: int
    unchanged: tuple[Imported, ...]
    kept: tuple[Imported, ...]
    log: tuple[audit.LoggedRow, ...]


def add_imported(db: Db, op: int, question_id: int, new: Sequence[Imported]) -> Stored:
    """Store answers from a file as part of an operation; never over one that was given in this project."""
    at = now()
    added = updated = 0
    unchanged: list[Imported] = []
    kept: list[Imported] = []
    logged: list[audit.LoggedRow] = []
    for row in new:
        key = (row.item_id, question_id, row.annotator_id)
        before = current(db, key)
        if before is not None and before["guideline_version"] != FROM_A_FILE:
            kept.append(row)
            continue
        said = _said_by(row)
        if before is not None and said.items() <= before.items():
            unchanged.append(row)
            continue
        answer = NewAnnotation(row.item_id, Status.LABEL, row.label_id, row.confidence, exposure=row.exposure)
        earlier = before if before is not None and before["label_id"] == row.label_id else {}
        kept_of_it = {name: earlier[name] for name in ("comment", "seconds") if name in earlier}
        after = _row(answer, FROM_A_FILE, op, at) | kept_of_it | said
        db.conn.execute(_PUT, (*key, *after.values()))
        logged.append(("annotation", key, before, after))
        added, updated = (added + 1, updated) if before is None else (added, updated + 1)
    return Stored(added, updated, tuple(unchanged), tuple(kept), tuple(logged))


def _said_by(row: Imported) -> Row:
    """The stored values that the file gives; what it leaves empty says nothing."""
    said: Row = {"label_id": row.label_id, "confidence": row.confidence}
    more = {"comment": row.comment, "seconds": row.seconds, "answered_at": row.answered_at}
    return said | {name: value for name, value in more.items() if value not in ("", None)}


def record(
    db: Db,
    annotator_id: int,
    question_id: int,
    new: Sequence[NewAnnotation],
    *,
    kind: str = "annotate",
    version: int = 1,
) -> Changes:
    """Store the answers as one operation of this kind; the annotator's earlier answer to an item is replaced.

    version: of the guideline that the annotator had before them.
    """
    at = now()
    with db.atomic():
        op = audit.begin(db, kind, annotator_id=annotator_id)
        into = setup.successors(db)
        rows = [(a.item_id, _in_use(_row(a, version, op, at), into)) for a in new]
        logged: list[audit.LoggedRow] = []
        for item_id, after in rows:
            key = (item_id, question_id, annotator_id)
            logged.append(("annotation", key, current(db, key), after))
            db.conn.execute(_PUT, (*key, *after.values()))
        audit.append(db, op, logged)
        db.conn.executemany(
            "delete from draft where annotator_id = ? and question_id = ? and item_id = ?",
            [(annotator_id, question_id, item_id) for item_id, _ in rows],
        )
    return Changes(op, annotations=True)


def revert(db: Db, annotator_id: int, action: Action) -> list[tuple[int, int]]:
    """Undo or redo this annotator's latest answer, to whichever question; returns (item id, question id) of what
    changed, none if there was nothing."""
    return [(int(key[0]), int(key[1])) for key in audit.revert(db, annotator_id, "annotate", action, _put_back)]


def _put_back(db: Db, op: int, key: Sequence[Any], row: Row | None) -> None:
    put(db, op, key, row)
    if row is not None:  # it has the comment and the flag again that it left
        db.conn.execute("delete from draft where item_id = ? and question_id = ? and annotator_id = ?", tuple(key))


def of_item(db: Db, question_id: int, item_id: int) -> list[Annotation]:
    """Everybody's answer to one item, people first, in the order in which the annotators joined."""
    return of_items(db, question_id, [item_id]).get(item_id, [])


def of_items(db: Db, question_id: int, item_ids: Sequence[int]) -> dict[int, list[Annotation]]:
    """Everybody's answers by item, in the order of `of_item`; items without any are absent."""
    rows = db.conn.execute(
        "select a.annotator_id, a.item_id, a.status, a.label_id, a.confidence, a.comment, a.flagged, a.exposure,"
        f" a.seconds, {_ANSWERED_AT} from annotation a join annotator w on w.id = a.annotator_id"
        " where a.item_id in (select value from json_each(?)) and a.question_id = ? order by w.kind, w.id",
        (json.dumps(list(item_ids)), question_id),
    ).fetchall()
    who = {id_: annotators.get(db, id_) for id_ in {row[0] for row in rows}}
    found: dict[int, list[Annotation]] = {}
    for row in rows:
        found.setdefault(row[1], []).append(_annotation(who[row[0]], row[1:]))
    return found


def recent(db: Db, question_id: int, annotator_id: int, limit: int) -> list[Annotation]:
    """The annotator's latest answers, newest first."""
    rows = db.conn.execute(
        "select item_id, status, label_id, confidence, comment, flagged, exposure, seconds, answered_at"
        " from annotation where annotator_id = ? and question_id = ? order by op_id desc limit ?",
        (annotator_id, question_id, limit),
    ).fetchall()
    annotator = annotators.get(db, annotator_id)
    return [_annotation(annotator, row) for row in rows]


def labels_of(db: Db, question_id: int, annotator_id: int) -> dict[int, int]:
    """What an annotator labelled: label id by item id."""
    return dict(
        db.conn.execute(
            "select item_id, label_id from annotation where annotator_id = ? and question_id = ? and status = 'label'",
            (annotator_id, question_id),
        )
    )


def scores(db: Db, question_id: int) -> dict[int, tuple[int, int]]:
    """By annotator id: (answers equal to gold, answers to items with gold). An invalid reply is a wrong answer; what
    was skipped is none, and neither is an LLM's to an item that it was shown as an example."""
    return {who: (right, of) for who, (right, of, _) in _on_gold(db, question_id).items()}


def invalid_on_gold(db: Db, question_id: int) -> dict[int, int]:
    """By annotator id how many of the answers that `scores` counts are invalid replies."""
    return {who: invalid for who, (_, _, invalid) in _on_gold(db, question_id).items()}


def _on_gold(db: Db, question_id: int) -> dict[int, tuple[int, int, int]]:
    """By annotator id: right, all and invalid answers to the items that are measured by."""
    rows = db.conn.execute(
        "select a.annotator_id, coalesce(sum(a.label_id = g.label_id), 0), count(*), sum(a.status = 'invalid')"
        " from gold g cross join annotation a on a.item_id = g.item_id and a.question_id = g.question_id"
        " where g.question_id = ? and g.label_id is not null and a.status in ('label', 'invalid')"
        f" and {gold.MEASURES}"
        " and (a.annotator_id, a.item_id) not in (select agent.annotator_id, shown.value"
        " from agent, json_each(agent.spec, '$.example_items') shown) group by 1",
        (question_id,),
    )
    return {annotator_id: (right, of, invalid) for annotator_id, right, of, invalid in rows}


def count(db: Db, question_id: int) -> int:
    """Number of annotations of any status."""
    return int(db.value(f"select count(*) from annotation where question_id = ? and {COUNTED}", (question_id,)))


def count_labels(db: Db, question_id: int) -> int:
    """Number of annotations that say a label."""
    sql = f"select count(*) from annotation where question_id = ? and status = 'label' and {COUNTED}"
    return int(db.value(sql, (question_id,)))


def count_of(db: Db, question_id: int, annotator_id: int) -> int:
    """Number of this annotator's annotations of any status."""
    return int(
        db.value(
            "select count(*) from annotation where question_id = ? and annotator_id = ?", (question_id, annotator_id)
        )
    )


def mean_confidences(db: Db, question_id: int) -> dict[int, float]:
    """Mean confidence by annotator id, of those that give one."""
    return dict(
        db.conn.execute(
            "select annotator_id, avg(confidence) from annotation where question_id = ? and status = 'label'"
            f" and confidence is not null and {COUNTED} group by 1",
            (question_id,),
        )
    )


def counts(db: Db, question_id: int) -> dict[tuple[int, Status], int]:
    """Number of annotations by (annotator id, status)."""
    rows = db.conn.execute(
        f"select annotator_id, status, count(*) from annotation where question_id = ? and {COUNTED} group by 1, 2",
        (question_id,),
    )
    return {(annotator_id, Status(status)): number for annotator_id, status, number in rows}


def rewrite_confidence(
    db: Db, question_id: int, annotator_id: int, new: Sequence[tuple[int, int, float, dict[int, float]]]
) -> None:
    """Set (item id, label id, confidence, distribution) anew after recalibration. Inside `atomic()`."""
    db.conn.executemany(
        "update annotation set label_id = ?, confidence = ?, distribution = ?"
        " where item_id = ? and question_id = ? and annotator_id = ?",
        [
            (label_id, confidence, json.dumps(distribution), item_id, question_id, annotator_id)
            for item_id, label_id, confidence, distribution in new
        ],
    )


def current(db: Db, key: Sequence[int]) -> Row | None:
    """An annotation by (item, question, annotator), as it is logged."""
    row = db.conn.execute(_GET, key).fetchone()
    return None if row is None else dict(zip(_STORED, row, strict=True))


def put(db: Db, op: int, key: Sequence[Any], row: Row | None) -> None:
    """Write an annotation as part of an operation, or remove it where `row` is None."""
    if row is None:
        db.conn.execute(  # a comment and a flag outlive the answer that they came with
            "insert or replace into draft select annotator_id, question_id, item_id,"
            f" case status when 'skipped' then {_WITHOUT_REASON} else comment end, flagged from annotation"
            " where item_id = ? and question_id = ? and annotator_id = ? and (comment <> '' or flagged)",
            key,
        )
        db.conn.execute("delete from annotation where item_id = ? and question_id = ? and annotator_id = ?", key)
    else:
        written = _in_use(row, setup.successors(db)) | {"op_id": op}
        db.conn.execute(_PUT, (*key, *(written[name] for name in _STORED)))


def _in_use(row: Row, into: dict[int, int]) -> Row:
    """With a label that was merged into another meanwhile as the one that stands for it now."""
    changed = {name: into[row[name]] for name in ("label_id", "suggested_label_id") if row[name] in into}
    return row | changed if changed else row


def _row(a: NewAnnotation, version: int, op: int, at: str) -> Row:
    values = (
        a.status.value,
        a.label_id,
        a.confidence,
        None if a.distribution is None else json.dumps(a.distribution),
        _with_reason(a) if a.status is Status.SKIPPED else a.comment,
        int(a.flagged),
        a.exposure.value,
        a.suggested_label_id,
        a.seconds,
        version,
        a.run_id,
        op,
        at,
    )
    return dict(zip(_STORED, values, strict=True))


def _annotation(annotator: Annotator, row: tuple[Any, ...]) -> Annotation:
    item_id, status, label_id, confidence, comment, flagged, exposure, seconds, answered_at = row
    reason = ""
    if status == Status.SKIPPED and "\n" in comment:
        reason, _, comment = comment.partition("\n")
    return Annotation(
        item_id=item_id,
        annotator=annotator,
        status=Status(status),
        label_id=label_id,
        confidence=confidence,
        comment=comment,
        flagged=bool(flagged),
        exposure=Exposure(exposure),
        seconds=seconds,
        answered_at=answered_at,
        reason=reason,
    )


def _with_reason(a: NewAnnotation) -> str:
    """Why an item was skipped stands as the first line of its comment, where searching in comments finds it too."""
    return f"{' '.join(a.reason.split())}\n{a.comment}" if a.reason or "\n" in a.comment else a.comment


def confidences(db: Db, question_id: int, annotator_id: int) -> Confidences:
    """One LLM's confidence in every item that it answered. A label without one, and one of an item that tries to give
    a model orders, is held back: nothing is accepted of it without people."""
    rows = db.conn.execute(
        "select item_id, case when status = 'label' and not exists (select 1 from call c"
        " where c.item_id = annotation.item_id and c.suspicion <> '') then confidence end, status = 'label'"
        " from annotation where annotator_id = ? and question_id = ? and status in ('label', 'invalid')"
        " order by item_id",
        (annotator_id, question_id),
    ).fetchall()
    total = int(db.value("select count(*) from item"))
    return Confidences(
        item_ids=np.array([row[0] for row in rows], dtype=np.int64),
        confidence=np.array([row[1] for row in rows], dtype=np.float64),
        not_answered=total - len(rows),
        held=np.array([row[1] is None and bool(row[2]) for row in rows], dtype=np.bool_),
    )


def latest_annotator(db: Db, question_id: int, annotator_ids: Sequence[int]) -> int | None:
    """Which of these annotators answered last; what people made of an LLM's reply later is not its answering."""
    row = db.conn.execute(
        "select annotator_id from annotation where question_id = ?"
        " and annotator_id in (select value from json_each(?))"
        " and op_id not in (select id from op where kind = 'repair') order by op_id desc limit 1",
        (question_id, json.dumps(list(annotator_ids))),
    ).fetchone()
    return None if row is None else int(row[0])
