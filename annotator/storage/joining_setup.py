"""What is asked, in two copies of a project that went apart: the same questions, labels and guidelines in both.

What something is follows from all that was ever written to it in any copy, and the later write counts. Whoever knew of
the other's is later; where neither did, the operations' numbers decide, and then their ids, which are the same in all
copies. What cannot stand beside one another, as two labels of one name, is told apart by the same rule everywhere.
"""

from __future__ import annotations

from typing import NamedTuple

from annotator.storage import audit, joining_outcome, joining_registers, joining_told, relabelling, setup
from annotator.storage.database import Db, Row
from annotator.storage.joining import Maps
from annotator.storage.joining_registers import NOUNS, ORDER, Registers, last


class Settled(NamedTuple):
    """taken: what changed there, and is so here now. differing: what was changed in both, as it is told. needed: what
    one took out of use, and what is in use. numbered: new names of what shared its name with another. merged:
    labels that others stand for now, or did before, with those others. seq: of the next row of the log."""

    taken: list[str]
    differing: list[str]
    needed: list[str]
    numbered: list[str]
    merged: set[int]
    seq: int


def settle(db: Db, other: Db, maps: Maps, op: int, seq: int) -> Settled:
    """Let everything be as all that was written in both copies says, as part of an operation of KIND."""
    ours, theirs = joining_registers.read(db), joining_registers.mapped(joining_registers.read(other), maps)
    rows = joining_registers.noted(theirs, {uid for writes in ours.values() for uid in writes})
    both = {thing: ours.get(thing, {}) | theirs.get(thing, {}) for thing in (*ours, *theirs)}
    joining_registers.add_unlogged(db, other, maps, both)
    before = _everything(db)
    stood = setup.successors(db)
    used = _used(db) | {maps.labels[id_] for id_ in _used(other)}
    seq = _show(db, op, both, used, maps.new, audit.append(db, op, rows, first=seq))
    for there, here in maps.questions.items():
        seq = _put_versions(db, other, maps, op, (there, here), seq)
    after, stands = _everything(db), setup.successors(db)
    apart = {thing: joining_told.overruled(thing, ours, theirs, both) for thing in both}
    apart = {thing: value for thing, value in apart.items() if value is not None}
    changed = [
        (noun, id_)
        for (noun, id_), row in after.items()
        if not (noun == "label" and id_ in maps.new)
        and any(row[n] != before[noun, id_][n] for n in NOUNS[noun] if n != ORDER and (noun, id_, n) not in apart)
    ]
    numbered = [key for key, row in after.items() if row["name"] != last(both.get((*key, "name"), {}), row["name"])]
    numbered = [key for key in numbered if key in changed or key[1] in maps.new]
    return Settled(
        taken=[after[key]["name"] for key in changed if key not in numbered],
        differing=[joining_told.in_words(thing, after[thing[:2]], value) for thing, value in apart.items()]
        + joining_told.orders(ours, theirs, both, after),
        needed=sorted(joining_told.needed(both, ours, theirs, after)),
        numbered=[after[key]["name"] for key in numbered],
        merged=set() if stood == stands else {id_ for each in (stood, stands) for pair in each.items() for id_ in pair},
        seq=seq,
    )


def settle_again(db: Db, op: int, seq: int) -> int:
    """When all answers have their places: a label that was removed is in use only where any of them says it. Returns
    the next row of the log."""
    return _show(db, op, joining_registers.read(db), _used(db), set(), seq)


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


def _everything(db: Db) -> dict[tuple[str, int], Row]:
    """All questions and labels as they are, by noun and id, the elder first."""
    found: dict[tuple[str, int], Row] = {}
    for noun, row_of in (("question", setup.question_row), ("label", setup.label_row)):
        for id_, uid in db.conn.execute(f"select id, uid from {noun} order by uid").fetchall():
            found[noun, id_] = (row_of(db, id_) or {}) | {"uid": uid}
    return found


def _show(db: Db, op: int, registers: Registers, used: set[int], new: set[int], seq: int) -> int:
    """Write what follows from the registers, logged from row `seq`; returns the next one. used: labels that somebody
    uses. new: labels that are not logged, since they came just now."""
    now = _everything(db)
    wanted = joining_outcome.wanted(now, registers, used)
    changed = {key: {n: v for n, v in row.items() if v != now[key][n]} for key, row in wanted.items()}
    renamed = [key for key, values in changed.items() if values.keys() & {"name", "retired"}]
    put = {"question": setup.put_question, "label": setup.put_label}
    for noun, id_ in renamed:  # out of the way first, or two names that are exchanged would be the same for a moment
        put[noun](db, id_, {"name": f"\0{id_}"})
    rows: list[audit.LoggedRow] = []
    for (noun, id_), values in changed.items():
        key = (noun, id_)
        values |= {"name": wanted[key]["name"]} if key in renamed else {}
        if values:
            put[noun](db, id_, values)
            if not (noun == "label" and id_ in new):
                rows.append((noun, [id_], {name: now[key][name] for name in values}, values))
    return audit.append(db, op, rows, first=seq)


def _used(db: Db) -> set[int]:
    """The labels that answers and known labels say."""
    return {
        row[0]
        for row in db.conn.execute(
            "select l.id from label l where exists (select 1 from annotation a where a.label_id = l.id)"
            " or exists (select 1 from gold g where g.label_id = l.id)"
        )
    }


def _put_versions(db: Db, other: Db, maps: Maps, op: int, pair: tuple[int, int], seq: int) -> int:
    """The versions of a guideline that either copy has, in the order in which they were written, and that in force
    behind all others. pair: the question there and here."""
    there, here = pair
    own, theirs = _versions(db, here), _versions(other, there)
    who = {id_: maps.annotators.get(id_) for id_ in (*theirs.values(), None) if id_ is not None}
    found = {version: None if id_ is None else who[id_] for version, id_ in theirs.items()}
    found |= {version: id_ if id_ is not None else found.get(version) for version, id_ in own.items()}
    text = db.value("select guideline from question where id = ?", (here,))
    order = sorted(found)
    in_force = [version for version in order if version[1] == text][-1:]
    order = [version for version in order if version not in in_force] + in_force
    first = min(
        int(at.value("select coalesce(min(version), 1) from guideline where question_id = ?", (id_,)))
        for at, id_ in ((db, here), (other, there))
    )
    db.conn.execute("delete from guideline where question_id = ?", (here,))
    db.conn.executemany(
        "insert into guideline (question_id, version, at, text, note, annotator_id) values (?, ?, ?, ?, ?, ?)",
        [(here, number, *version, found[version]) for number, version in enumerate(order, first)],
    )
    number = first + len(order) - 1
    if not order or number == db.value("select version from question where id = ?", (here,)):
        return seq
    return audit.append(db, op, [setup.change_question(db, here, version=number)], first=seq)


def _versions(db: Db, question_id: int) -> dict[tuple[str, str, str], int | None]:
    """(when, text, note) of the versions of a guideline, and who wrote each."""
    rows = db.conn.execute("select at, text, note, annotator_id from guideline where question_id = ?", (question_id,))
    return {tuple(row[:3]): row[3] for row in rows}
