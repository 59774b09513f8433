"""The inside of an opened package: filled once with what was sent, then read for what was said in it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from annotator.domain.model import Status
from annotator.storage import drafts, identities, items
from annotator.storage.database import Db, now


class Said(NamedTuple):
    """One operation on an answer of a copy, or on a draft. number: of the operation in its log. answer: see
    `answer_of` and `Draft.as_answer`."""

    uid: str
    number: int
    seq: int
    item_id: int
    question_id: int
    action: str
    answer: dict[str, Any] | None
    at: str


def add_question(db: Db, position: int, content: Mapping[str, Any]) -> int | None:
    """A question with its labels under the ids that they have where they come from; None where an id or a name is
    there twice. Inside `atomic()`."""
    try:
        return _add_question(db, position, content)
    except sqlite3.IntegrityError:
        return None


def _add_question(db: Db, position: int, content: Mapping[str, Any]) -> int:
    columns = ("name", "kind", "text", "noun", "guideline", "version")
    cursor = db.conn.execute(
        f"insert into question (uid, {', '.join(columns)}, position) values (?, {'?, ' * len(columns)}?)",
        (content["question"], *(content[name] for name in columns), position),
    )
    id_ = int(cursor.lastrowid or 0)
    db.conn.execute(
        "insert into guideline (question_id, version, text, note, annotator_id, at) values (?, ?, ?, '', null, ?)",
        (id_, content["version"], content["guideline"], now()),
    )
    db.conn.executemany(
        "insert into label (uid, question_id, name, description, colour, key, position) values (?, ?, ?, ?, ?, ?, ?)",
        [
            (label["label"], id_, label["name"], label["description"], label["colour"], label["key"], place)
            for place, label in enumerate(content["labels"])
        ],
    )
    return id_


def add_items(db: Db, rows: Iterable[Mapping[str, Any]]) -> bool:
    """The items under the ids that they have where they come from; False where a text is not what its hash says, or an
    id is there twice."""
    try:
        return _add_items(db, rows)
    except sqlite3.IntegrityError:
        return False


def _add_items(db: Db, rows: Iterable[Mapping[str, Any]]) -> bool:
    for row in rows:
        found = items.content_hash(row["fields"])
        if found.hex() != row["hash"]:
            return False
        db.conn.execute(
            "insert into item (uid, external_id, fields, metadata, content_hash) values (?, ?, ?, ?, ?)",
            (row["item"], row["id"], _encoded(row["fields"]), _encoded(row["metadata"]), found),
        )
    return True


def said(db: Db, annotator_id: int) -> list[Said]:
    """Everything that the annotator of an opened package ever said in it, undone or not, the oldest first."""
    labels = {id_: uid for uid, id_ in identities.labels(db).items()}
    rows = db.conn.execute(
        "select o.uid, o.id, r.seq, r.key, o.action, r.noun, case when r.after is null then r.before end, r.after, o.at"
        " from op o join op_row r on r.op_id = o.id where o.annotator_id = ?"
        " and (o.kind, r.noun) in (values ('annotate', 'annotation'), ('draft', 'draft')) order by o.id, r.seq",
        (annotator_id,),
    )
    found = []
    for uid, number, seq, key, action, noun, before, after, at in rows:
        item_id, question_id, _ = json.loads(key)
        then = None if after is None else json.loads(after)
        draft = drafts.left(noun, None if before is None else json.loads(before), then)
        row = draft.as_answer() if draft is not None else None if then is None else answer_of(then, labels)
        found.append(Said(uid, number, seq, item_id, question_id, action, row, at))
    return found


def answer_of(row: Mapping[str, Any], labels: Mapping[int, str]) -> dict[str, Any]:
    """An annotation as it travels. row: as it is logged. labels: uid by id."""
    return {
        "status": row["status"],
        "label": labels.get(row["label_id"]),
        "comment": row["comment"],
        "flagged": bool(row["flagged"]),
        "exposure": row["exposure"],
        "suggested": labels.get(row["suggested_label_id"]),
        "seconds": row["seconds"],
        "version": row["guideline_version"],
        "at": row["answered_at"],
    }


def row_of(answer: Mapping[str, Any], labels: Mapping[str, int]) -> dict[str, Any]:
    """The other way round: as it is logged, without its operation. labels: id by uid."""
    return {
        "status": answer["status"],
        "label_id": None if answer["label"] is None else labels[answer["label"]],
        "confidence": None,
        "distribution": None,
        "comment": answer["comment"],
        "flagged": int(answer["flagged"]),
        "exposure": answer["exposure"],
        "suggested_label_id": labels.get(answer["suggested"] or ""),
        "seconds": answer["seconds"],
        "guideline_version": answer["version"],
        "run_id": None,
        "op_id": 0,
        "answered_at": answer["at"],
    }


def done(db: Db, annotator_id: int) -> tuple[int, int]:
    """How many items the annotator has answered, and how many skipped, each question by itself."""
    counted = "select count(*) filter (where status <> ?1), count(*) filter (where status = ?1) from annotation"
    answered, skipped = db.conn.execute(f"{counted} where annotator_id = ?2", (Status.SKIPPED, annotator_id)).fetchone()
    return int(answered), int(skipped)


def unanswered_notes(db: Db, annotator_id: int) -> int:
    """How many items the annotator has flagged or commented, and neither answered nor skipped."""
    return int(
        db.value(
            "select count(*) from draft d where d.annotator_id = ? and (d.flagged or d.comment <> '') and not exists"
            " (select 1 from annotation a where a.item_id = d.item_id and a.question_id = d.question_id"
            " and a.annotator_id = d.annotator_id)",
            (annotator_id,),
        )
    )


def label_names(db: Db) -> dict[str, str]:
    """The names of all labels of all questions, also of those out of use, by uid."""
    return dict(db.conn.execute("select uid, name from label"))


def _encoded(texts: Mapping[str, str]) -> str:
    return json.dumps(texts, ensure_ascii=False, separators=(",", ":"))
