"""How much a project file holds, to be set beside another state of it."""

from __future__ import annotations

from typing import NamedTuple

from annotator.storage.database import Db


class Contents(NamedTuple):
    """answers: by annotator's name, people first. operations: writes in the log. last: when the latest of them was."""

    items: int
    answers: dict[str, int]
    decisions: int
    known: int
    labels: int
    operations: int
    last: str


def contents(db: Db) -> Contents:
    """Counts of a file of any format: only what every format has is read."""
    with db.snapshot():
        return Contents(
            items=_count(db, "item"),
            answers=_answers(db),
            decisions=_count(db, "gold where source = 'adjudicated'"),
            known=_count(db, "gold where source = 'imported'"),
            labels=_count(db, "label where retired = 0"),
            operations=_count(db, "op"),
            last=str(db.value("select at from op order by id desc limit 1") or ""),
        )


def said(db: Db) -> dict[tuple[str, str], str]:
    """What is asked and set, in words, by (what, of which question or setting): "question", "labels", "guideline" (its
    version and text) and "setting"."""
    found = {}
    for name, text, guideline, version in db.conn.execute("select name, text, guideline, version from question"):
        found["question", name] = str(text)
        found["guideline", name] = f"{version}: {guideline}"
    labels = db.conn.execute(
        "select q.name, group_concat(l.name, ', ') from (select * from label where retired = 0 order by position) l"
        " join question q on q.id = l.question_id group by q.id"
    )
    found |= {("labels", name): str(names) for name, names in labels}
    return found | {("setting", key): str(value) for key, value in db.conn.execute("select key, value from project")}


def _count(db: Db, what: str) -> int:
    return int(db.value(f"select count(*) from {what}"))


def _answers(db: Db) -> dict[str, int]:
    rows = db.conn.execute(
        "select w.name, count(*) from annotation a join annotator w on w.id = a.annotator_id"
        " group by w.id order by w.kind, w.name"
    )
    return {str(name): int(number) for name, number in rows}
