"""The versions of a question's guideline, and the answers that were given under an older one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

from annotator.domain.model import Changes
from annotator.storage import audit, queue, sending_back, setup
from annotator.storage.answers import FROM_A_FILE
from annotator.storage.database import Db, now


class Version(NamedTuple):
    """One version. annotator_id: who wrote it, None where that is not known."""

    number: int
    text: str
    note: str
    annotator_id: int | None
    at: str


class Older(NamedTuple):
    """Answers that are older than the guideline in force: of people, and of LLMs."""

    by_people: int
    by_llms: int


def save(db: Db, text: str, note: str, annotator_id: int | None) -> Changes:
    """Put a new version of the question's guideline in force, as one operation."""
    with db.atomic():
        id_ = setup.question_id(db)
        number = int(db.value("select version from question where id = ?", (id_,))) + 1
        op = audit.begin(db, "guideline", annotator_id=annotator_id)
        row = setup.change_question(db, id_, guideline=text, version=number)
        db.conn.execute(
            "insert into guideline (question_id, version, text, note, annotator_id, at) values (?, ?, ?, ?, ?, ?)",
            (id_, number, text, note, annotator_id, now()),
        )
        audit.append(db, op, [row])
    return Changes(op, setup=True)


def versions(db: Db) -> list[Version]:
    """All versions of the question's guideline, the oldest first."""
    rows = db.conn.execute(
        "select version, text, note, annotator_id, at from guideline where question_id = ? order by version",
        (setup.question_id(db),),
    )
    return [Version(*row) for row in rows]


_OLDER = (
    f"a.question_id = :question and a.status = 'label' and a.guideline_version <> {FROM_A_FILE}"
    " and a.guideline_version < :version"
)


def older(db: Db) -> Older:
    """How many answers given here are older than the guideline in force; those from a file never count."""
    bindings = _bindings(db)
    if bindings["version"] == 1:  # as in most projects, which are then spared counting all answers
        return Older(0, 0)
    row = db.conn.execute(
        "select count(*) filter (where w.kind = 'human'), count(*) filter (where w.kind = 'llm')"
        f" from annotation a join annotator w on w.id = a.annotator_id where {_OLDER}",
        bindings,
    ).fetchone()
    return Older(*row)


def from_files(db: Db) -> int:
    """The number of answers that were given elsewhere, under nobody knows what."""
    found = db.value(
        f"select count(*) from annotation where question_id = ? and guideline_version = {FROM_A_FILE}",
        (setup.question_id(db),),
    )
    return int(found)


def answered_under(db: Db) -> dict[int, int]:
    """The number of answers given here by the version that was in force."""
    rows = db.conn.execute(
        "select guideline_version, count(*) from annotation where question_id = ? and status = 'label'"
        f" and guideline_version <> {FROM_A_FILE} group by 1",
        (setup.question_id(db),),
    )
    return dict(rows)


def older_of_people(db: Db) -> dict[int, tuple[int, frozenset[int]]]:
    """By item id, for items that are not settled: the oldest version that a person answered it under, and the labels
    that people gave it; only where every answer of people is older than the guideline in force, and nobody is asked
    about it again already."""
    rows = db.conn.execute(
        "select a.item_id, min(a.guideline_version), json_group_array(a.label_id) from annotation a"
        " join annotator w on w.id = a.annotator_id and w.kind = 'human' where a.question_id = :question"
        f" and a.guideline_version <> {FROM_A_FILE} and not exists (select 1 from gold g where g.item_id = a.item_id"
        " and g.question_id = a.question_id and g.source = 'adjudicated')"
        f" and not {sending_back.waiting('a.item_id')}"
        " group by a.item_id having max(a.guideline_version) < :version order by a.item_id",
        _bindings(db),
    )
    return {row[0]: (row[1], frozenset(id_ for id_ in json.loads(row[2]) if id_ is not None)) for row in rows}


def unsure(db: Db, item_ids: Sequence[int], below: float) -> set[int]:
    """Those of these items whose merged label is less probable than this, or whose answers differ."""
    bindings = {"items": json.dumps(list(item_ids)), "question": setup.question_id(db), "below": below}
    rows = db.conn.execute(
        "select wanted.value from json_each(:items) wanted where exists (select 1 from posterior p where"
        " p.aggregation_id = :merged and p.item_id = wanted.value and p.probability < :below)"
        " or (select count(distinct a.label_id) from annotation a where a.item_id = wanted.value"
        " and a.question_id = :question) > 1",
        bindings | {"merged": setup.setting(db, queue.MERGED)},
    )
    return {row[0] for row in rows}


def _bindings(db: Db) -> dict[str, int]:
    id_ = setup.question_id(db)
    return {"question": id_, "version": int(db.value("select version from question where id = ?", (id_,)))}
