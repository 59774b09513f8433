"""Questions, labels and guidelines that changed in one of two copies, or in both, of a project."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from annotator.storage import audit, relabelling, setup
from annotator.storage.database import Db, Row
from annotator.storage.joining import KIND, Maps

SEEN = "seen"  # the noun under which a join notes which changes of the other copy it knows of
_NOUNS = {
    "question": ("name", "text", "noun", "guideline"),
    "label": ("name", "description", "colour", "key", "retired", "position"),
}
_KINDS = ("setup", "guideline")

_ORDER = "position"  # where a label stands among the others: taken over, and never told by itself

Thing = tuple[str, int, str]
"""A noun, an id as it is here, and what of it: each is compared by itself, so that a name that one lead changed and a
colour that the other did are both in both."""


class Settled(NamedTuple):
    """taken: what changed there alone, and is so here now. differing: what changed in both, or nobody knows where; it
    stays as it is here. Names as people know them. relabelled: what labels that were merged or split there changed
    answers and decisions from and to, as logged rows, in their order. seq: of the next row of the log."""

    taken: list[str]
    differing: list[str]
    relabelled: list[audit.LoggedRow]
    seq: int


def settle(db: Db, other: Db, maps: Maps, op: int, seq: int) -> Settled:
    """Take over what changed in the other copy alone, as part of an operation of KIND."""
    ours, theirs = _touched(db), {uid: _mapped(found, maps) for uid, found in _touched(other).items()}
    changed_here = {thing for uid, found in ours.items() if uid not in theirs for thing in found}
    changed_there = {thing for uid, found in theirs.items() if uid not in ours for thing in found}
    taken, differing = [], []
    for noun, id_, names, there in _differing(db, other, maps):
        wanted = {name for name in names if (noun, id_, name) in changed_there - changed_here}
        if wanted & {"name", "retired"} and not _name_is_free(db, noun, id_, there):
            wanted -= {"name", "retired"}
        if wanted:
            seq = _take(db, other, maps, op, noun, id_, wanted, there, seq)
        left = {n for n in names - wanted if (noun, id_, n) in changed_there or (noun, id_, n) not in changed_here}
        taken += [there["name"]] if wanted - {_ORDER} else []
        differing += [there["name"]] if left - {_ORDER} else []
    fresh = theirs.keys() - ours.keys()
    rows: list[audit.LoggedRow] = [
        (SEEN, (uid, *thing), None, {}) for uid in theirs if uid in fresh for thing in sorted(theirs[uid])
    ]
    return Settled(taken, differing, _relabelled(other, maps, fresh), audit.append(db, op, rows, first=seq))


def out_of_force(db: Db, op: int, seq: int) -> int:
    """What was merged is for labels that have changed; of all questions. Returns the next row of the log."""
    before = db.question_id
    try:
        for question in setup.questions(db):
            db.question_id = question.id
            seq = audit.append(db, op, relabelling.out_of_force(db), first=seq)
    finally:
        db.question_id = before
    return seq


def _touched(db: Db) -> dict[str, set[Thing]]:
    """By the operations that this copy made or knows of, what of which questions and labels they changed."""
    rows = db.conn.execute(
        "select o.uid, r.noun, r.key, r.before, r.after from op o join op_row r on r.op_id = o.id"
        " where r.noun in ('question', 'label') and o.kind in (select value from json_each(?))",
        (json.dumps(_KINDS),),
    )
    found: dict[str, set[Thing]] = {}
    for uid, noun, key, before, after in rows:
        was, is_ = (json.loads(row) if row else {} for row in (before, after))
        # Whoever saves a page logs all that is on it; only what is another now was changed.
        changed = {name for name in _NOUNS[noun] if was.get(name) != is_.get(name)}
        found.setdefault(uid, set()).update((noun, int(json.loads(key)[0]), name) for name in changed)
    seen = db.conn.execute(
        "select r.key from op o join op_row r on r.op_id = o.id where o.kind = ? and r.noun = ?", (KIND, SEEN)
    )
    for (key,) in seen:
        uid, noun, id_, *names = json.loads(key)
        found.setdefault(uid, set()).update((noun, id_, name) for name in names or _NOUNS[noun])
    return found


def _mapped(found: set[Thing], maps: Maps) -> set[Thing]:
    here = {"question": maps.questions, "label": maps.labels}
    return {(noun, here[noun][id_], name) for noun, id_, name in found}


def _relabelled(other: Db, maps: Maps, uids: set[str]) -> list[audit.LoggedRow]:
    """What these operations of the other copy did to answers and decisions, with ids as they are here."""
    rows = other.conn.execute(
        "select r.noun, r.key, r.before, r.after from op o join op_row r on r.op_id = o.id"
        " where r.noun in ('annotation', 'gold') and o.uid in (select value from json_each(?)) order by o.id, r.seq",
        (json.dumps(sorted(uids)),),
    )
    return [
        (noun, _key(json.loads(key), maps), _labels(json.loads(before), maps), _labels(json.loads(after), maps))
        for noun, key, before, after in rows
        if before and after
    ]


def _key(key: Sequence[int], maps: Maps) -> Sequence[int]:
    """(item, question), and of an answer the annotator."""
    return [here[id_] for here, id_ in zip((maps.items, maps.questions, maps.annotators), key, strict=False)]


def _labels(row: dict[str, Any], maps: Maps) -> Row:
    return {name: None if id_ is None else maps.labels[id_] for name, id_ in row.items()}


def _differing(db: Db, other: Db, maps: Maps) -> Iterator[tuple[str, int, set[str], Row]]:
    """What is not the same: noun, id as it is here, what of it, and how it is there."""
    for noun, known, row_of in (
        ("question", maps.questions, setup.question_row),
        ("label", maps.labels, setup.label_row),
    ):
        for there, here in known.items():
            theirs, own = row_of(other, there), row_of(db, here)
            assert theirs is not None  # the maps were made from what is there
            assert own is not None
            names = {name for name in _NOUNS[noun] if theirs[name] != own[name]}
            if names:
                yield noun, here, names, theirs | {"id": there}


def _take(db: Db, other: Db, maps: Maps, op: int, noun: str, id_: int, names: set[str], there: Row, seq: int) -> int:
    values = {name: there[name] for name in sorted(names)}
    if noun == "question":
        if "guideline" in names:
            _copy_versions(db, other, int(there["id"]), id_)
            versions = db.value("select max(version) from guideline where question_id = ?", (id_,))
            values |= {"version": int(versions)}
        return audit.append(db, op, [setup.change_question(db, id_, **values)], first=seq)
    if "retired" not in names:
        return audit.append(db, op, [setup.change_label(db, id_, **values)], first=seq)
    into = None if there["merged_into"] is None else maps.labels[there["merged_into"]]
    rows = [setup.change_label(db, id_, **values, merged_into=into)]
    if into is None:
        return audit.append(db, op, rows, first=seq)
    before, db.question_id = db.question_id, maps.questions[there["question_id"]]  # of several, the label's own
    try:
        rows += relabelling.out_of_force(db)
        return relabelling.move(db, op, id_, into, seq=audit.append(db, op, rows, first=seq))
    finally:
        db.question_id = before


def _name_is_free(db: Db, noun: str, id_: int, there: Row) -> bool:
    """Both may have added something of the same name."""
    if noun == "question":
        return db.value("select 1 from question where name = ? and id <> ?", (there["name"], id_)) is None
    if there["retired"]:
        return True
    same = "select 1 from label where name = ? and id <> ? and not retired and question_id ="
    return db.value(f"{same} (select question_id from label where id = ?)", (there["name"], id_, id_)) is None


def _copy_versions(db: Db, other: Db, there: int, here: int) -> None:
    """The versions of a guideline that this copy has not; where both wrote one of a number, it stays as it is here."""
    rows = other.conn.execute("select version, text, note, at from guideline where question_id = ?", (there,))
    db.conn.executemany(
        "insert or ignore into guideline (question_id, version, text, note, annotator_id, at)"
        " values (?, ?, ?, ?, null, ?)",
        [(here, *row) for row in rows.fetchall()],
    )
