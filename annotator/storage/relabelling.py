"""Answers and known labels that go from one label to another, and how that is taken back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from annotator.domain.undo import Action
from annotator.errors import UserError
from annotator.storage import audit, posteriors, sending_back, setup
from annotator.storage.database import Db, Row
from annotator.texts import say, say_count

KIND = "setup"  # of the operations, so that Ctrl+Z on the Setup page takes back what was done there
RULES = "repair rules of "

# What of a row may name a label. The raw replies of models and what was worked out of them stay as they are.
NAMING = {"annotation": ("label_id", "suggested_label_id"), "gold": ("label_id",)}
KEYS = {"annotation": ("item_id", "question_id", "annotator_id"), "gold": ("item_id", "question_id")}


class Uses(NamedTuple):
    """What there is with a label. answers: of `annotators`, `by_llms` of them of LLMs, about `items` items.

    decided: by people in review; gold: known from a file; suggested: answers beside which it could be seen.
    """

    answers: int
    annotators: int
    by_llms: int
    items: int
    decided: int
    gold: int
    suggested: int


def uses(db: Db, label_id: int, item_ids: Sequence[int] | None = None) -> Uses:
    """item_ids: only of these items."""
    chosen = "" if item_ids is None else "and item_id in (select value from json_each(:items))"
    bindings = {"label": label_id, "question": setup.question_id(db), "items": json.dumps(list(item_ids or ()))}
    given = db.conn.execute(
        "select count(*), count(distinct a.annotator_id), count(*) filter (where w.kind = 'llm'),"
        " count(distinct a.item_id) from annotation a join annotator w on w.id = a.annotator_id"
        f" where a.question_id = :question and a.label_id = :label {chosen}",
        bindings,
    ).fetchone()
    known = db.conn.execute(
        "select count(*) filter (where source = 'adjudicated'), count(*) filter (where source = 'imported') from gold"
        f" where question_id = :question and label_id = :label {chosen}",
        bindings,
    ).fetchone()
    suggested = db.value(
        f"select count(*) from annotation where question_id = :question and suggested_label_id = :label {chosen}",
        bindings,
    )
    found: list[int] = [*given, *known, suggested]
    return Uses(*found)


def items_with(db: Db, label_id: int) -> list[int]:
    """The items that anybody gave this label, or whose known label it is, in their order."""
    bindings = {"label": label_id, "question": setup.question_id(db)}
    rows = db.conn.execute(
        "select item_id from annotation where question_id = :question and label_id = :label"
        " union select item_id from gold where question_id = :question and label_id = :label order by 1",
        bindings,
    )
    return [row[0] for row in rows]


def answered_by_people(db: Db, label_id: int) -> list[int]:
    """The items that a person gave this label and that are not settled, in their order."""
    rows = db.conn.execute(
        "select distinct a.item_id from annotation a join annotator w on w.id = a.annotator_id and w.kind = 'human'"
        " where a.question_id = :question and a.label_id = :label and not exists (select 1 from gold g where"
        " g.item_id = a.item_id and g.question_id = a.question_id and g.source = 'adjudicated') order by 1",
        {"label": label_id, "question": setup.question_id(db)},
    )
    return [row[0] for row in rows]


def move(db: Db, op: int, label_id: int, to: int, item_ids: Sequence[int] | None = None, *, seq: int = 0) -> int:
    """Let answers and known labels that name a label name another one, as part of an operation, logged from row `seq`.

    item_ids: only of these items. Who answered what when, and in which order, stays. Returns the next number of a row.
    """
    for noun, columns in NAMING.items():
        for rows in _naming(db, noun, label_id, item_ids):
            logged: list[audit.LoggedRow] = []
            for key, before in rows:
                after = {name: to if value == label_id else value for name, value in before.items()}
                logged.append((noun, key, before, after))
            _write(db, noun, columns, [(key, after) for _, key, _, after in logged if after is not None])
            seq = audit.append(db, op, logged, first=seq)
    return seq


def write(db: Db, rows: Sequence[audit.LoggedRow]) -> None:
    """Let answers or known labels name the labels of these rows, which the caller logs."""
    for noun, columns in NAMING.items():
        _write(db, noun, columns, [(key, after) for of, key, _, after in rows if of == noun and after is not None])


def move_rules(db: Db, label_id: int, to: int) -> list[audit.LoggedRow]:
    """Let rules for repairing replies mean the other label; returns what is to be logged."""
    logged: list[audit.LoggedRow] = []
    for key, text in db.conn.execute("select key, value from project where key glob ?", (f"{RULES}*",)).fetchall():
        before = json.loads(text)
        rules = [rule | {"label_id": to} if rule["label_id"] == label_id else rule for rule in before["rules"]]
        if rules != before["rules"]:
            setup.restore_setting(db, key, before | {"rules": rules})
            logged.append(("project", [key], {"value": before}, {"value": before | {"rules": rules}}))
    return logged


def out_of_force(db: Db) -> list[audit.LoggedRow]:
    """The result of merging is for labels that have changed, and counts no more; returns what is to be logged."""
    found = setup.setting(db, posteriors.CURRENT)
    if found is None:
        return []
    setup.put_setting(db, posteriors.CURRENT, None)
    return [("project", [setup.key_of(db, posteriors.CURRENT)], {"value": found}, {"value": None})]


def revert(db: Db, by: int, action: Action) -> int:
    """Undo or redo this person's latest operation of KIND; the number of rows, 0 where there was nothing.

    Raises UserError, and changes nothing, where what it did has been changed since.
    """
    with db.atomic():
        undo, redo = audit.undo_targets(db, by, KIND)
        target = undo if action is Action.UNDO else redo
        if target is None:
            return 0
        _check(db, target, action)
        merged = _merged_by(db, target)
        if action is Action.UNDO and (came := _taken_since(db, target, merged)):
            raise UserError(
                say_count(
                    came,
                    "{n} answer has come since from others that says the label which was merged.",
                    "{n} answers have come since from others that say the label which was merged.",
                ),
                hint=say("Take these files back first, then this; then take them again."),
            )
        rows = audit.revert_rows(db, by, KIND, action, _restore)
        if action is Action.REDO and (left := sum(uses(db, label_id).answers for label_id in merged)):
            raise UserError(
                say_count(
                    left,
                    "{n} answer has come since that says the label to be merged.",
                    "{n} answers have come since that say the label to be merged.",
                ),
                hint=say("Merge the labels anew."),
            )
        return rows


def _merged_by(db: Db, target: int) -> list[int]:
    """The labels that this operation let another one stand for."""
    rows = db.conn.execute("select key, after from op_row where op_id = ? and noun = 'label'", (target,))
    return [json.loads(key)[0] for key, after in rows if after and json.loads(after).get("merged_into")]


def _taken_since(db: Db, target: int, labels: Sequence[int]) -> int:
    """How many operations of others that are in force came after this operation, and say one of these labels."""
    return int(
        db.value(
            "select count(*) from json_each(?) merged join label l on l.id = merged.value"
            " join taken t on json_extract(t.answer, '$.label') = l.uid join taking k on k.id = t.taking_id"
            " where k.in_force"
            " and k.id in (select json_extract(key, '$[0]') from op_row where op_id > ? and noun = 'taking')",
            (json.dumps(list(labels)), target),
        )
    )


def _naming(
    db: Db, noun: str, label_id: int, item_ids: Sequence[int] | None
) -> Iterator[list[tuple[tuple[int, ...], Row]]]:
    """(key, what names labels) of the rows that name this one, in parts."""
    columns, keys = NAMING[noun], KEYS[noun]
    names = " or ".join(f"{column} = :label" for column in columns)
    chosen = "" if item_ids is None else "and item_id in (select value from json_each(:items))"
    found = db.conn.execute(  # all keys before the first is written, or rows would be met again
        f"select {', '.join((*keys, *columns))} from {noun} where question_id = :question and ({names}) {chosen}",
        {"label": label_id, "question": setup.question_id(db), "items": json.dumps(list(item_ids or ()))},
    ).fetchall()
    width = len(keys)
    for first in range(0, len(found), audit.AT_ONCE):
        part = found[first : first + audit.AT_ONCE]
        yield [(tuple(row[:width]), dict(zip(columns, row[width:], strict=True))) for row in part]


def _write(db: Db, noun: str, columns: Sequence[str], rows: Sequence[tuple[Sequence[Any], Row]]) -> None:
    assigned = ", ".join(f"{column} = ?" for column in columns)
    where = " and ".join(f"{key} = ?" for key in KEYS[noun])
    db.conn.executemany(
        f"update {noun} set {assigned} where {where}",
        [(*(row[column] for column in columns), *key) for key, row in rows],
    )


def _check(db: Db, target: int, action: Action) -> None:
    """Raises UserError where anything is not as the operation left it."""
    seq = changed = 0
    while rows := audit.rows_of(db, target, first=seq, limit=audit.AT_ONCE):
        for noun, key, before, after in rows:
            left, then = (after, before) if action is Action.UNDO else (before, after)
            changed += not _as_left(db, noun, key, left, then)
        seq += len(rows)
    if changed:
        raise UserError(
            say_count(
                changed,
                "One thing that this changed has been changed again since.",
                "{n} things that this changed have been changed again since.",
            ),
            hint=say("It can no longer be taken back as a whole."),
        )


def _as_left(db: Db, noun: str, key: Sequence[Any], left: Row | None, then: Row | None) -> bool:
    if noun in NAMING:
        return left is not None and _current(db, noun, key) == left
    if noun == "label":
        return _agrees(setup.label_row(db, key[0]), left) and _name_free(db, key[0], then)
    if noun == "question":
        return _agrees(setup.question_row(db, key[0]), left)
    if noun == "project" and key[0].startswith(RULES) and left is not None:
        return bool(setup.stored_setting(db, key[0]) == left["value"])
    return True


def _agrees(row: Row | None, left: Row | None) -> bool:
    return left is None or (row is not None and row | left == row)


def _name_free(db: Db, label_id: int, then: Row | None) -> bool:
    """Whether a label that is in use after this shares its name with no other one."""
    row = (setup.label_row(db, label_id) or {}) | (then or {"retired": 1})
    if row["retired"]:
        return True
    taken = "select 1 from label where question_id = ? and name = ? and retired = 0 and id <> ?"
    return db.value(taken, (row["question_id"], row["name"], label_id)) is None


def _current(db: Db, noun: str, key: Sequence[Any]) -> Row | None:
    columns, where = NAMING[noun], " and ".join(f"{name} = ?" for name in KEYS[noun])
    row = db.conn.execute(f"select {', '.join(columns)} from {noun} where {where}", tuple(key)).fetchone()
    return None if row is None else dict(zip(columns, row, strict=True))


def _restore(db: Db, op: int, noun: str, key: Sequence[Any], row: Row | None) -> None:
    if noun in NAMING and row is not None:
        _write(db, noun, NAMING[noun], [(key, row)])
    elif noun == "label":
        setup.put_label(db, key[0], row)
    elif noun == "question":
        setup.put_question(db, key[0], row)
    elif noun == sending_back.NOUN:
        sending_back.restore(db, op, key, row)
    elif noun == "project" and row is not None:
        value = row["value"]
        if key[0].startswith(posteriors.CURRENT) and not _there(db, value):
            value = None  # merged anew since
        setup.restore_setting(db, key[0], value)


def _there(db: Db, aggregation_id: int | None) -> bool:
    return db.value("select 1 from aggregation where id = ?", (aggregation_id,)) is not None
