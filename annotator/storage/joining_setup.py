"""Questions, labels and guidelines that changed in one of two copies, or in both, of a project."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto
from typing import Any, NamedTuple

from annotator.storage import audit, relabelling, setup
from annotator.storage.database import Db, Row
from annotator.storage.joining import KIND, Maps, free_name

SEEN = "seen"  # the noun under which a join notes which changes of the other copy it knows of
_NOUNS = {
    "question": ("name", "text", "noun", "guideline", "archived"),
    "label": ("name", "description", "colour", "key", "retired", "position"),
}
_KINDS = ("setup", "guideline")

_BESIDE = (  # the other labels in use of the question that a label is of
    "from label where not retired and id <> ?1 and question_id = (select question_id from label where id = ?1)"
)
_OF = "of"  # what the log keeps beside a row that was repeated: the operation of another copy that it is of
# Rows of the log that only let an answer or a decision name another label.
_NAMES_LABELS = (
    "r.noun in ('annotation', 'gold') and r.before is not null and r.after is not null"
    " and r.after ->> 'status' is null and r.after ->> 'source' is null"
)
_FEWEST = 2  # labels that a question has
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
        standing = _standing(db, other, maps, id_, there) if noun == "label" and "retired" in names else None
        if standing is not None:
            wanted = wanted | {"retired"} if standing is Standing.AS_THERE else wanted - {"retired"}
        if standing is Standing.AS_THERE and not there["retired"]:
            there |= _free_again(db, id_, there)
        wanted -= _impossible(db, noun, id_, wanted, there)
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
    """What these operations did to answers and decisions of the other copy, with ids as they are here; those of a third
    copy too, which were repeated there. With each row stays by which operation it was."""
    rows = other.conn.execute(
        f"select r.noun, r.key, r.before, r.after, coalesce(r.after ->> '{_OF}', o.uid) as made"
        " from op o join op_row r on r.op_id = o.id"
        f" where {_NAMES_LABELS} and o.kind in (select value from json_each(?))"
        " and made in (select value from json_each(?)) order by o.id, r.seq",
        (json.dumps([*_KINDS, KIND]), json.dumps(sorted(uids))),
    )
    return [
        (
            noun,
            _key(json.loads(key), maps),
            _labels(json.loads(before), maps),
            _labels(json.loads(after), maps) | {_OF: made},
        )
        for noun, key, before, after, made in rows
    ]


def _key(key: Sequence[int], maps: Maps) -> Sequence[int]:
    """(item, question), and of an answer the annotator."""
    return [here[id_] for here, id_ in zip((maps.items, maps.questions, maps.annotators), key, strict=False)]


def _labels(row: dict[str, Any], maps: Maps) -> Row:
    return {name: None if id_ is None else maps.labels[id_] for name, id_ in row.items() if name != _OF}


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
            if noun == "label" and _successor(other, there, maps.labels) != _successor(db, here):
                names.add("retired")
            if names and not (noun == "label" and here in maps.new):
                yield noun, here, names, theirs | {"id": there}


class Standing(Enum):
    """Which of two copies is right about whether a label is in use, where that does not follow from who changed it."""

    AS_HERE = auto()
    AS_THERE = auto()


def _standing(db: Db, other: Db, maps: Maps, id_: int, there: Row) -> Standing | None:
    """A label that one lead removed, and that somebody in the other copy used, is in use, or answers would lose their
    place; one that another label stands for is so in both. None where the change counts that was made."""
    here = setup.label_row(db, id_)
    assert here is not None
    gone_here, gone_there = (row["retired"] and row["merged_into"] is None for row in (here, there))
    if here["retired"] and there["retired"]:
        return Standing.AS_HERE if gone_there else Standing.AS_THERE if gone_here else None
    if gone_there and _is_used(db, id_):
        return Standing.AS_HERE
    return Standing.AS_THERE if gone_here and _is_used(other, int(there["id"])) else None


def _is_used(db: Db, label_id: int) -> bool:
    used = " union all ".join(f"select 1 from {table} where label_id = :label" for table in ("annotation", "gold"))
    return db.value(f"{used} limit 1", {"label": label_id}) is not None


def _free_again(db: Db, id_: int, there: Row) -> Row:
    """Name and key of a label that comes back into use, where others have them by now."""
    beside = dict(db.conn.execute(f"select name, key {_BESIDE}", (id_,)))
    return {"name": free_name(there["name"], beside), "key": "" if there["key"] in beside.values() else there["key"]}


def _impossible(db: Db, noun: str, id_: int, wanted: set[str], there: Row) -> set[str]:
    """What cannot be taken over: a name or a key that is taken here, and the last that a project cannot do without."""
    found = set()
    if wanted & {"name", "retired"} and not _name_is_free(db, noun, id_, there):
        found |= {"name", "retired"}
    if noun == "question":
        last = there["archived"] and not db.value("select 1 from question where not archived and id <> ?", (id_,))
        return found | ({"archived"} if last else set())
    if there["retired"] and db.value(f"select count(*) {_BESIDE}", (id_,)) < _FEWEST:
        found.add("retired")
    if there["key"] and db.value(f"select count(*) {_BESIDE} and key = ?2", (id_, there["key"])):
        found.add("key")
    return found


def _successor(db: Db, id_: int, here: Mapping[int, int] | None = None) -> int | None:
    """The label in use that stands for this one; None for one that is in use itself, or that none stands for."""
    found = setup.successors(db).get(id_)
    return found if found is None or here is None else here[found]


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
    if not there["retired"]:
        values |= {"name": there["name"], "key": there["key"]}
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
        rows = db.conn.execute("select name from question where id <> ?", (id_,))
    elif there["retired"]:
        return True
    else:
        rows = db.conn.execute(f"select name {_BESIDE}", (id_,))
    return there["name"].casefold() not in {row[0].casefold() for row in rows}


def _copy_versions(db: Db, other: Db, there: int, here: int) -> None:
    """The versions of a guideline that this copy has not; where both wrote one of a number, it stays as it is here."""
    rows = other.conn.execute("select version, text, note, at from guideline where question_id = ?", (there,))
    db.conn.executemany(
        "insert or ignore into guideline (question_id, version, text, note, annotator_id, at)"
        " values (?, ?, ?, ?, null, ?)",
        [(here, *row) for row in rows.fetchall()],
    )
