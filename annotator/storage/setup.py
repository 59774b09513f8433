"""The project's name and settings, its question, and the question's labels."""

from __future__ import annotations

import json
from typing import Any

from annotator.domain.ids import uuid7
from annotator.domain.model import Changes, Label, Question
from annotator.storage import audit
from annotator.storage.database import Db


def setting(db: Db, key: str, default: Any = None) -> Any:
    """A JSON value kept with the project, such as "name"."""
    text = db.value("select value from project where key = ?", (key,))
    return default if text is None else json.loads(text)


def set_setting(db: Db, key: str, value: Any) -> Changes:
    with db.atomic():
        op = audit.begin(db, "setting")
        audit.append(db, op, [("project", [key], {"value": setting(db, key)}, {"value": value})])
        put_setting(db, key, value)
    return Changes(op, setup=True)


def put_setting(db: Db, key: str, value: Any) -> None:
    """Write a setting as part of another operation."""
    db.conn.execute(
        "insert into project (key, value) values (?, ?) on conflict (key) do update set value = excluded.value",
        (key, json.dumps(value, ensure_ascii=False)),
    )


def add_question(db: Db, question: Question) -> Changes:
    """Store a new question with its labels; their ids are given by the file."""
    with db.atomic():
        op = audit.begin(db, "setup")
        cursor = db.conn.execute(
            "insert into question (uid, name, kind, text, noun, guideline, version, position)"
            " values (?, ?, 'choice', ?, ?, ?, 1, (select count(*) from question))",
            (uuid7(), question.name, question.text, question.noun, question.guideline),
        )
        db.conn.executemany(
            "insert into label (uid, question_id, name, description, colour, key, position)"
            " values (?, ?, ?, ?, ?, ?, ?)",
            [
                (uuid7(), cursor.lastrowid, label.name, label.description, label.colour, label.key, position)
                for position, label in enumerate(question.labels)
            ],
        )
        after = {"name": question.name, "text": question.text, "labels": list(question.label_names())}
        audit.append(db, op, [("question", [cursor.lastrowid], None, after)])
    return Changes(op, setup=True)


def question(db: Db) -> Question:
    """The project's question. A project has one; the tables allow for more."""
    row = db.conn.execute(
        "select id, name, text, noun, guideline, version from question order by position limit 1"
    ).fetchone()
    id_, name, text, noun, guideline, version = row
    found = db.conn.execute(
        "select name, description, colour, key, id from label where question_id = ? order by position", (id_,)
    )
    labels = tuple(Label(*label) for label in found)
    return Question(name=name, text=text, labels=labels, guideline=guideline, noun=noun, version=version, id=id_)
