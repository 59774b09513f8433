"""What was taken back: every operation that ever came, and the files it came in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from annotator.domain.ids import uuid7
from annotator.domain.undo import Action, Targets, targets
from annotator.domain.undo import Operation as OneOf
from annotator.domain.union import HERE, Copy, Operation, canonical, union
from annotator.storage import answers, audit, decisions, drafts
from annotator.storage.database import Db, Row, now

KIND = "take"  # of the operations
NOUN = "taking"
SILENT = (NOUN, decisions.KNOWN)  # rows of the log that change nothing anybody sees

_COLUMNS = "t.id, t.package, t.copy, t.counter, t.question, t.item, t.seen, t.action, t.answer, t.at"
_IN_FORCE = "from taken t join taking k on k.id = t.taking_id where k.in_force"


# Of an operation: it changed something, or operations of others came in it, which change nothing as yet.
_BROUGHT = (
    "(exists (select 1 from op_row r where r.op_id = op.id and r.noun not in (select value from json_each(?)))"
    " or exists (select 1 from op_row r"
    " join taken t on t.taking_id = json_extract(r.key, '$[0]') where r.op_id = op.id))"
)

_OF = (
    "(t.package in (select value from json_each(:packages))"
    " or (t.package = '' and t.copy in (select value from json_each(:people))))"
)


class Taking(NamedTuple):
    """A file that was taken. fresh: answers that it brought, changed or took back. empty: whether nothing of what is
    kept came in it first. in_force: not undone."""

    id: int
    source: str
    package: str
    copy: str
    annotator: str
    fresh: int
    empty: bool
    in_force: bool
    at: str


def start(db: Db, *, content: str, source: str, copy: Copy, annotator: str) -> int:
    """A file that is being taken, as part of an operation. content: the hash of the file."""
    cursor = db.conn.execute(
        "insert into taking (uid, hash, source, package, copy, annotator, fresh, in_force, at)"
        " values (?, ?, ?, ?, ?, ?, 0, 1, ?)",
        (uuid7(), content, source, copy.package, copy.id, annotator, now()),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def add(db: Db, taking_id: int, operations: Iterable[Operation]) -> int:
    """Keep the operations that are not there yet, or whose taking was undone; returns how many those are."""
    incoming = union(operations)
    rows = db.conn.execute(
        f"select {_COLUMNS} {_IN_FORCE} and t.id in (select value from json_each(?))", (json.dumps(list(incoming)),)
    )
    known = {operation.id: operation for operation in map(_operation, rows)}
    fresh = [new for id_, new in union(known.values(), incoming.values()).items() if known.get(id_) != new]
    db.conn.executemany(
        "insert or replace into taken (id, package, copy, counter, question, item, seen, action, answer, at, taking_id)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(o.id, *o.copy, *o[2:], taking_id) for o in fresh],
    )
    return len(fresh)


def brought_by(db: Db, taking_ids: Iterable[int]) -> dict[str, int]:
    """In which of these takings an operation came first, by operation."""
    return dict(
        db.conn.execute(
            "select id, taking_id from taken where taking_id in (select value from json_each(?))",
            (json.dumps(list(taking_ids)),),
        )
    )


def set_fresh(db: Db, taking_id: int, answers: int) -> None:
    """Keep how many answers a taking brought, changed or took back."""
    db.conn.execute("update taking set fresh = ? where id = ?", (answers, taking_id))


def logged(taking_id: int) -> audit.LoggedRow:
    return (NOUN, [taking_id], {"in_force": 0}, {"in_force": 1})


def put_in_force(db: Db, taking_id: int, *, in_force: bool) -> None:
    db.conn.execute("update taking set in_force = ? where id = ?", (int(in_force), taking_id))


def operations(db: Db, packages: Sequence[str], people: Sequence[str] = ()) -> list[Operation]:
    """Everything in force that came of these packages, and that these people, by uid, said in other copies of the
    project itself."""
    rows = db.conn.execute(f"select {_COLUMNS} {_IN_FORCE} and {_OF}", _scope(packages, people))
    return [_operation(row) for row in rows]


class Unknown(NamedTuple):
    """A file that was taken of a package that was not sent from this project. content: its hash."""

    content: str
    source: str
    package: str
    copy: str
    annotator: str


def of_unknown(db: Db) -> list[tuple[Unknown, list[Operation]]]:
    """What is kept aside since its package is none of this project: file by file what came first in it."""
    rows = db.conn.execute(
        f"select {_COLUMNS}, k.hash, k.source, k.package, k.copy, k.annotator {_IN_FORCE} and t.package <> ''"
        " and t.package not in (select uid from package) order by k.id, t.id"
    )
    found: dict[Unknown, list[Operation]] = {}
    for row in rows:
        found.setdefault(Unknown(*row[10:]), []).append(_operation(row[:10]))
    return list(found.items())


def forget(db: Db, taking_id: int) -> None:
    """A file that was begun with `start` and brought nothing."""
    db.conn.execute("delete from taking where id = ?", (taking_id,))


def made_here(db: Db, annotator_ids: Iterable[int]) -> list[tuple[tuple[int, int, int], Operation]]:
    """What these people said in this file itself, by (item, question, annotator). `answer` is the row as logged, or a
    draft as it travels."""
    rows = db.conn.execute(
        "select o.uid, r.seq, o.id, o.action, o.at, r.key, r.noun, case when r.after is null then r.before end, r.after"
        " from op o join op_row r on r.op_id = o.id where o.annotator_id in (select value from json_each(?))"
        " and (o.kind, r.noun) in (values ('annotate', 'annotation'), ('draft', 'draft'))",
        (json.dumps(list(annotator_ids)),),
    )
    found = []
    for uid, seq, counter, action, at, key, noun, before, after in rows:
        item_id, question_id, annotator_id = json.loads(key)
        if after is None or noun == drafts.NOUN:
            draft = drafts.left(noun, before and json.loads(before), after and json.loads(after))
            after = None if draft is None else canonical(draft.as_answer())
        name = f"{uid}.{seq}" if seq else uid
        operation = Operation(name, HERE, counter, str(question_id), str(item_id), "", action, after, at)
        found.append(((item_id, question_id, annotator_id), operation))
    return found


def aside(db: Db) -> list[tuple[Operation, str, str]]:
    """What is in force and could not be placed: (operation, why, name of the annotator), the last counters first."""
    rows = db.conn.execute(
        f"select {_COLUMNS}, t.aside, k.annotator {_IN_FORCE} and t.aside <> '' order by t.counter desc, t.id desc"
    )
    return [(_operation(row[:10]), row[10], row[11]) for row in rows]


def aside_of(db: Db, packages: Sequence[str], people: Sequence[str] = ()) -> dict[str, str]:
    """Why operations of `operations` are not placed, by operation."""
    return dict(
        db.conn.execute(f"select t.id, t.aside {_IN_FORCE} and t.aside <> '' and {_OF}", _scope(packages, people))
    )


def set_aside(db: Db, why: Mapping[str, str]) -> None:
    """Keep why operations could not be placed, "" for those that were."""
    db.conn.executemany("update taken set aside = ? where id = ?", [(text, id_) for id_, text in why.items()])


def of_another(db: Db, copy: Copy, ids: Iterable[str]) -> bool:
    """Whether any of these operations is known as one of another copy."""
    found = db.value(
        "select 1 from json_each(?) wanted join taken t on t.id = wanted.value where (t.package, t.copy) <> (?, ?)",
        (json.dumps(list(ids)), *copy),
    )
    return found is not None


def set_aside_unknown(db: Db, taking_id: int, why: str) -> None:
    """Keep aside what a taking brought of packages that were not sent from here."""
    db.conn.execute(
        "update taken set aside = ? where taking_id = ? and package <> '' and package not in (select uid from package)",
        (why, taking_id),
    )


def copies(db: Db) -> set[Copy]:
    """All copies of packages that anything in force came of."""
    return {Copy(*row) for row in db.conn.execute("select distinct package, copy from taking where in_force")}


def every(db: Db) -> list[Taking]:
    rows = db.conn.execute(
        "select id, source, package, copy, annotator, fresh,"
        " not exists (select 1 from taken t where t.taking_id = taking.id), in_force, at from taking order by id"
    )
    return [Taking._make((*row[:6], bool(row[6]), bool(row[7]), row[8])) for row in rows]


def contents(db: Db) -> set[str]:
    """The hashes of all files that were taken."""
    return {row[0] for row in db.conn.execute("select hash from taking")}


def last_times(db: Db) -> dict[str, str]:
    """By package: when something of it was taken last."""
    return dict(db.conn.execute("select package, max(at) from taking where in_force group by 1"))


def highest(db: Db) -> int:
    """The highest counter of all that came."""
    return int(db.value("select coalesce(max(counter), 0) from taken"))


def targets_now(db: Db) -> Targets:
    """What undo and redo would act on, whoever took it; a taking that brought nothing is none of them."""
    rows = db.conn.execute(
        f"select id, action, target from op where kind = ? and (action <> ? or {_BROUGHT}) order by id desc limit ?",
        (KIND, Action.DO, json.dumps(SILENT), audit.REACH),
    ).fetchall()
    return targets(OneOf(id_, Action(action), target) for id_, action, target in reversed(rows))


def revert(db: Db, action: Action) -> int | None:
    """Undo or redo a taking, as one operation; the number of answers that changed, None when there is nothing to do.

    An answer that somebody changed here since then stays as it is.
    """
    with db.atomic():
        undo, redo = targets_now(db)
        target = undo if action is Action.UNDO else redo
        if target is None:
            return None
        op = audit.begin(db, KIND, action=action, target=target)
        seq = count = first = 0
        while rows := audit.rows_of(db, target, first=first, limit=audit.AT_ONCE):
            first += len(rows)
            logged: list[audit.LoggedRow] = []
            for noun, key, before, after in rows:
                left, then = (after, before) if action is Action.UNDO else (before, after)
                if noun == NOUN:
                    put_in_force(db, key[0], in_force=bool(then and then["in_force"]))
                elif noun == decisions.NOUN:
                    if not decisions.restore(db, op, key, left, then):
                        continue
                elif noun in decisions.REMEMBERED:
                    decisions.restore_remembered(db, key, then)
                elif noun == drafts.NOUN:
                    if drafts.current(db, key) != left:
                        continue
                    drafts.put(db, key, then)
                elif _as_left(answers.current(db, key), left):
                    draft = drafts.current(db, key)
                    answers.put(db, op, key, then)
                    drafts.put(db, key, draft)  # what came with the answer goes with it; what stays has its own row
                    count += 1
                else:
                    continue
                logged.append((noun, key, left, then))
            seq = audit.append(db, op, logged, first=seq)
    return count


def last_answers(db: Db) -> list[tuple[int, int, int]]:
    """The answers that the latest operation of KIND changed: (item, question, annotator)."""
    rows = db.conn.execute(
        "select key from op_row where noun = 'annotation' and op_id = (select max(id) from op where kind = ?)", (KIND,)
    )
    return [tuple(json.loads(key)) for (key,) in rows]


def last_reverted(db: Db) -> tuple[int, bool]:
    """Of the latest operation of KIND: (decisions that it changed, whether another copy of the project was in it)."""
    op = int(db.value("select coalesce(max(id), 0) from op where kind = ?", (KIND,)))
    decided = db.value("select count(*) from op_row where op_id = ? and noun = ?", (op, decisions.NOUN))
    copies = db.value(
        "select 1 from op_row r join taking t on t.id = json_extract(r.key, '$[0]')"
        " where r.op_id = ? and r.noun = ? and t.package = '' limit 1",
        (op, NOUN),
    )
    return int(decided), copies is not None


def _as_left(current: Row | None, left: Row | None) -> bool:
    if current is None or left is None:
        return current is left
    return all(current[name] == left[name] for name in _SAID)


_SAID = ("status", "comment", "flagged", "seconds", "guideline_version", "answered_at")  # a label may be merged since


def _scope(packages: Sequence[str], people: Sequence[str]) -> dict[str, str]:
    return {"packages": json.dumps(list(packages)), "people": json.dumps(list(people))}


def _operation(row: Sequence[object]) -> Operation:
    id_, package, copy, *rest = row
    return Operation(id_, Copy(package, copy), *rest)  # type: ignore[arg-type]  # as the table has them
