"""The project's name and settings, its questions, and their labels."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from annotator.domain.ids import uuid7
from annotator.domain.model import Changes, Label, Question
from annotator.errors import ProjectProblem
from annotator.storage import audit
from annotator.storage.database import Db, Row, now
from annotator.texts import say

# Settings that each question has its own of: what is in force for it, and what was learnt from its answers.
_PER_QUESTION = frozenset({"routing", "aggregation", "audits", "ordinal", "filters"})
_PER_QUESTION_AND_LLM = ("confidence of ", "repair rules of ")
_FIRST = 1  # the id of the question that a project begins with, whose settings have plain names

_QUESTION = ("name", "text", "noun", "guideline", "version", "position", "archived")
_LABEL = ("question_id", "name", "description", "colour", "key", "position", "retired", "merged_into")
_LOGGED = {"question": frozenset(_QUESTION), "label": frozenset(_LABEL)}


def question_id(db: Db) -> int:
    """The question that everything read and written with this connection is about."""
    if db.question_id is not None:
        return db.question_id
    return int(db.value("select id from question order by archived, position, uid limit 1") or _FIRST)


def key_of(db: Db, name: str) -> str:
    """How a setting is called in the file: those of a question that is not the first carry its number."""
    if name not in _PER_QUESTION and not name.startswith(_PER_QUESTION_AND_LLM):
        return name
    number = question_id(db)
    return name if number == _FIRST else f"{name} [question {number}]"


def setting(db: Db, key: str, default: Any = None) -> Any:
    """A JSON value kept with the project, such as "name", or with the question looked at, such as "routing"."""
    text = db.value("select value from project where key = ?", (key_of(db, key),))
    return default if text is None else json.loads(text)


def stored_setting(db: Db, key: str) -> Any:
    """By the name that it has in the file; None where there is none."""
    text = db.value("select value from project where key = ?", (key,))
    return None if text is None else json.loads(text)


def set_setting(db: Db, key: str, value: Any) -> Changes:
    with db.atomic():
        op = audit.begin(db, "setting")
        audit.append(db, op, [("project", [key_of(db, key)], {"value": setting(db, key)}, {"value": value})])
        put_setting(db, key, value)
    return Changes(op, setup=True)


def put_setting(db: Db, key: str, value: Any) -> None:
    """Write a setting as part of another operation."""
    restore_setting(db, key_of(db, key), value)


def restore_setting(db: Db, key: str, value: Any) -> None:
    """As `put_setting`, by the name that it has in the file."""
    db.conn.execute(
        "insert into project (key, value) values (?, ?) on conflict (key) do update set value = excluded.value",
        (key, json.dumps(value, ensure_ascii=False)),
    )


def add_question(db: Db, question: Question, annotator_id: int | None = None) -> Changes:
    """Store a new question with its labels, behind the others; their ids are given by the file."""
    with db.atomic():
        op = audit.begin(db, "setup", annotator_id=annotator_id)
        cursor = db.conn.execute(
            "insert into question (uid, name, kind, text, noun, guideline, version, position)"
            " values (?, ?, 'choice', ?, ?, ?, 1, (select count(*) from question))",
            (uuid7(), question.name, question.text, question.noun, question.guideline),
        )
        id_ = int(cursor.lastrowid or 0)
        db.conn.execute(
            "insert into guideline (question_id, version, text, note, annotator_id, at) values (?, 1, ?, '', ?, ?)",
            (id_, question.guideline, annotator_id, now()),
        )
        logged: list[audit.LoggedRow] = [("question", [id_], None, question_row(db, id_))]
        logged += [add_label(db, id_, label, position=position) for position, label in enumerate(question.labels)]
        audit.append(db, op, logged)
    return Changes(op, setup=True)


def question(db: Db) -> Question:
    """The question that this connection looks at, with the labels that are in use."""
    return one_question(db, question_id(db))


def one_question(db: Db, id_: int) -> Question:
    name, text, noun, guideline, version = db.conn.execute(
        "select name, text, noun, guideline, version from question where id = ?", (id_,)
    ).fetchone()
    found = db.conn.execute(
        "select name, description, colour, key, id from label where question_id = ? and retired = 0"
        " order by position, uid",  # those that two leads added in two copies: the same order in both
        (id_,),
    )
    labels = tuple(Label(*label) for label in found)
    return Question(name=name, text=text, labels=labels, guideline=guideline, noun=noun, version=version, id=id_)


def questions(db: Db, *, archived: bool = False) -> list[Question]:
    """All questions in their order; those that are archived instead."""
    rows = db.conn.execute("select id from question where archived = ? order by position, uid", (int(archived),))
    return [one_question(db, id_) for (id_,) in rows.fetchall()]


def label_names(db: Db) -> dict[int, str]:
    """The names of all labels of the question by their ids, also of those that are not in use any more."""
    return dict(db.conn.execute("select id, name from label where question_id = ?", (question_id(db),)))


def successors(db: Db) -> dict[int, int]:
    """By the id of a label that was merged into another, the label in use that stands for it now."""
    into = dict(db.conn.execute("select id, merged_into from label where merged_into is not null"))
    found = {}
    for id_, target in into.items():
        while target in into:
            target = into[target]
        found[id_] = target
    return found


def question_row(db: Db, id_: int) -> Row | None:
    """A question as it is logged, without its labels."""
    return _row(db, "question", _QUESTION, id_)


def change_question(db: Db, id_: int, **values: Any) -> audit.LoggedRow:
    """Write values of a question as part of an operation; returns what is to be logged: those alone."""
    before = question_row(db, id_)
    assert before is not None
    put_question(db, id_, values)
    return ("question", [id_], {name: before[name] for name in values}, values)


def put_question(db: Db, id_: int, row: Row | None) -> None:
    """A question as it was logged; one that was not there yet is archived, since answers may refer to it."""
    if row is None:
        db.conn.execute("update question set archived = 1 where id = ?", (id_,))
    else:
        _put(db, "question", id_, row)


def label_row(db: Db, id_: int) -> Row | None:
    return _row(db, "label", _LABEL, id_)


def add_label(db: Db, question_id: int, label: Label, *, position: int) -> audit.LoggedRow:
    """A new label as part of an operation; returns what is to be logged, whose key is the label's id."""
    cursor = db.conn.execute(
        "insert into label (uid, question_id, name, description, colour, key, position) values (?, ?, ?, ?, ?, ?, ?)",
        (uuid7(), question_id, label.name, label.description, label.colour, label.key, position),
    )
    id_ = int(cursor.lastrowid or 0)
    return ("label", [id_], None, label_row(db, id_))


def removed_label(db: Db, question_id: int, name: str) -> int | None:
    """The label of this name that was taken out of use last, and that no other one stands for."""
    found = db.value(
        "select max(id) from label where question_id = ? and name = ? and retired and merged_into is null",
        (question_id, name),
    )
    return None if found is None else int(found)


def change_label(db: Db, id_: int, **values: Any) -> audit.LoggedRow:
    """Write values of a label as part of an operation; returns what is to be logged: those alone."""
    before = label_row(db, id_)
    assert before is not None
    put_label(db, id_, values)
    return ("label", [id_], {name: before[name] for name in values}, values)


def put_label(db: Db, id_: int, row: Row | None) -> None:
    """A label as it was logged; one that was not there yet is taken out of use, since the log refers to it."""
    if row is None:
        db.conn.execute("update label set retired = 1 where id = ?", (id_,))
    else:
        _put(db, "label", id_, row)


def _row(db: Db, table: str, columns: Sequence[str], id_: int) -> Row | None:
    found = db.conn.execute(f"select {', '.join(columns)} from {table} where id = ?", (id_,)).fetchone()
    return None if found is None else dict(zip(columns, found, strict=True))


def _put(db: Db, table: str, id_: int, row: Row) -> None:
    if not row.keys() <= _LOGGED[table]:  # the log of a file that somebody else has made may hold anything
        raise ProjectProblem(
            say("The log of “{name}” is damaged.", name=db.path.name), hint=say("What it says cannot be taken back.")
        )
    assigned = ", ".join(f"{column} = ?" for column in row)
    db.conn.execute(f"update {table} set {assigned} where id = ?", (*row.values(), id_))
