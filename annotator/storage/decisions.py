"""Decisions that were made in another copy of the project, and those that contradict one another."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from annotator.storage import audit, gold, relabelling, setup
from annotator.storage.database import Db, Row
from annotator.storage.joining_labels import Relabellings

NOUN = "gold"
KNOWN, CONTRADICTED = "decision known", "decision contradicted"  # nouns of what the log says of `remember`
REMEMBERED = (KNOWN, CONTRADICTED)
_OF = "of"  # what the log keeps beside a decision that was taken over: the operation in which it was made
_NUMBER, _LABEL = "n", "said"  # the number of that operation, and the label that was decided
_AT = "r.key ->> '$[0]', r.key ->> '$[1]'"  # item and question of a row of the log
_SAID = ("label_id", "source", "how", "annotator_id", "why", "at")
_COLUMNS = "item_id, question_id, op, number, label_id, source, how, annotator_id, why, at, contested"
# Of operations that only bring decisions, or let them name other labels: the rest are of somebody who decides here.
_NOT_HERE = ("take", "join", "setup")

# How a decision that came from elsewhere stands: replaced, or the same one as in force; one of those that contradict
# one another, until somebody decides anew; one that says what the one in force says, or that it outranks.
REPLACED, OPPOSED, BESIDE = 0, 1, 2
_CONTESTED = (
    f"decided_elsewhere e where e.contested and e.contested = {OPPOSED} and not exists"
    " (select 1 from gold g where g.item_id = e.item_id and g.question_id = e.question_id)"
)
CONTESTED = f"select e.item_id from {_CONTESTED} and e.question_id = :question"  # the items that have such

_GOLD = (
    "select g.item_id, g.question_id, o.uid, o.id, g.label_id, g.source, g.how, g.annotator_id, g.why, g.at"
    " from gold g join op o on o.id = g.op_id"
)

Key = tuple[int, int]  # item, question


class Decision(NamedTuple):
    """What somebody decided about an item. op, number: uid of the operation, and its number in the copy in which it was
    made. label_id: None for no right answer. how: see `gold`."""

    item_id: int
    question_id: int
    op: str
    number: int
    label_id: int | None
    source: str
    how: str
    annotator_id: int | None
    why: str
    at: str


def standing(db: Db) -> dict[Key, dict[str, Decision]]:
    """By (item, question): the decisions that nobody replaced who knew of them, and known labels from files, by their
    operations. Several are of copies that did not know of each other. Their labels are as they were said."""
    found = {key: {each.op: each} for key, each in in_force(db).items()}
    settled = set(found)
    last, changed = _last_decided(db), _last_remembered(db)
    for each, how in _elsewhere(db):
        key = (each.item_id, each.question_id)
        number, uid = max(last.get(key, [(0, "")]))
        if key in settled and how == OPPOSED or how == REPLACED:
            continue
        if number < changed.get(key, 0):
            found.setdefault(key, {})[each.op] = each
        elif how == OPPOSED:  # what somebody settled, and took back again
            found.setdefault(key, {})[f"{uid}/{each.op}"] = each._replace(op=f"{uid}/{each.op}", number=number)
    return found


def _last_decided(db: Db) -> dict[Key, list[tuple[int, str]]]:
    """Number and id of the operations in which somebody decided here, for what was decided elsewhere too."""
    rows = db.conn.execute(
        f"select {_AT}, o.id, o.uid from op_row r join op o on o.id = r.op_id where r.noun = ? and o.kind not in"
        " (select value from json_each(?)) and exists (select 1 from decided_elsewhere e"
        " where e.item_id = r.key ->> '$[0]' and e.question_id = r.key ->> '$[1]')",
        (NOUN, json.dumps(_NOT_HERE)),
    )
    found: dict[Key, list[tuple[int, str]]] = {}
    for item_id, question_id, number, uid in rows:
        found.setdefault((item_id, question_id), []).append((number, uid))
    return found


def _last_remembered(db: Db) -> dict[Key, int]:
    """The last operation that let decisions of elsewhere stand beside others."""
    rows = db.conn.execute(
        f"select {_AT}, max(o.id) from op_row r join op o on o.id = r.op_id where r.noun in (?, ?)"
        " and o.action <> 'undo' and r.after ->> 'contested' > 0 group by 1, 2",
        REMEMBERED,
    )
    return {(item_id, question_id): op for item_id, question_id, op in rows}


class _Made:
    """Of decisions in force: the operations in which they were made, which are the same in all copies, and the labels
    that they named then."""

    def __init__(self, db: Db) -> None:
        rows = db.conn.execute(
            f"select r.op_id, {_AT}, r.after ->> '$.{_OF}', r.after ->> '$.{_NUMBER}', r.after ->> '$.{_LABEL}',"
            " r.after ->> 'label_id' from op_row r where r.noun = ? and r.after is not null and r.op_id in"
            " (select distinct op_id from gold) order by r.op_id, r.seq",
            (NOUN,),
        )
        self._rows = {tuple(row[:3]): row[3:] for row in rows}

    def of(self, row: Sequence[Any]) -> Decision:
        """Of a row of `_GOLD`."""
        each = Decision(*row)
        made = self._rows.get((each.number, each.item_id, each.question_id))
        if made is None:
            return each
        op, number, said, label_id = made
        return each._replace(label_id=label_id) if op is None else each._replace(op=op, number=number, label_id=said)


def in_force(db: Db) -> dict[Key, Decision]:
    """What counts, known labels from files among them, by (item, question)."""
    return {(each.item_id, each.question_id): each for each in map(_Made(db).of, db.conn.execute(_GOLD))}


def history(db: Db) -> list[Decision]:
    """All that this copy knows of: made here or elsewhere, also what was taken back or replaced."""
    elsewhere = [each for each, _ in _elsewhere(db)]
    last = _last_decided(db)
    again = [
        each._replace(op=f"{uid}/{each.op}", number=number)
        for each in elsewhere
        for number, uid in last.get((each.item_id, each.question_id), ())
    ]
    return [*made_here(db), *elsewhere, *again]


def made_here(db: Db) -> list[Decision]:
    """All that were ever made in this copy, also those that were taken back or replaced. The log of a stranger's file
    may hold anything: only what names things that are there."""
    names = {"label_id": "label", "annotator_id": "annotator"}
    there = " and ".join(
        f"(r.after ->> '{name}' is null or exists (select 1 from {table} where id = r.after ->> '{name}'))"
        for name, table in names.items()
    )
    rows = db.conn.execute(
        f"select {_AT}, o.uid, o.id, r.after ->> 'label_id', r.after ->> 'source',"
        " cast(r.after ->> 'how' as text), r.after ->> 'annotator_id',"
        " cast(r.after ->> 'why' as text), cast(r.after ->> 'at' as text)"
        " from op_row r join op o on o.id = r.op_id where r.noun = ? and o.kind <> 'take'"
        " and r.after ->> 'source' in ('imported', 'adjudicated')"  # where labels are merged, nothing is decided
        " and exists (select 1 from item where id = r.key ->> '$[0]')"
        f" and exists (select 1 from question where id = r.key ->> '$[1]') and {there}",
        (NOUN,),
    )
    return [Decision(*row) for row in rows if None not in (row[6], *row[-2:])]


def known(db: Db) -> set[str]:
    """The operations of all decisions that this copy has seen, its own and others'."""
    own = db.conn.execute("select distinct o.uid from op o join op_row r on r.op_id = o.id where r.noun = 'gold'")
    found = {row[0] for row in own} | {each.op for each in history(db)}
    return found | {op for decisions in standing(db).values() for op in decisions}


def remember(db: Db, decision: Decision, how: int) -> list[audit.LoggedRow]:
    """Keep a decision, so that it is known when it comes again, and how it stands; returns what is to be logged. Inside
    `atomic()`."""
    key = (decision.item_id, decision.question_id, decision.op)
    before = _remembered(db, key)
    if before is not None and before["contested"] == how:
        return []
    after = before or {name: getattr(decision, name) for name in ("number", *_SAID)}
    after = after | {"contested": how}
    restore_remembered(db, key, after)
    return [(CONTRADICTED if how == OPPOSED else KNOWN, key, before, after)]


def remember_new(db: Db, decision: Decision) -> list[audit.LoggedRow]:
    """Keep a decision that was replaced, unless it is kept already."""
    key = (decision.item_id, decision.question_id, decision.op)
    return [] if _remembered(db, key) is not None else remember(db, decision, REPLACED)


def relabel(db: Db, op: int, relabelled: Relabellings, seq: int) -> tuple[int, int]:
    """Let decisions name the labels that splitting and merging gave them, in whichever copy, as part of an operation
    that adds what came: (how many name others now, next row of the log)."""
    into = setup.successors(db)
    rows = db.conn.execute("select item_id, question_id, label_id from gold")
    named = {(item_id, question_id): label_id for item_id, question_id, label_id in rows}
    moved: list[audit.LoggedRow] = []
    for key, each in in_force(db).items():
        label_id = relabelled.now((NOUN, key), (each.number, each.op), {"label_id": each.label_id})["label_id"]
        label_id = into.get(label_id, label_id)
        if label_id != named[key]:
            moved.append((NOUN, key, {"label_id": named[key]}, {"label_id": label_id}))
    relabelling.write(db, moved)
    return len(moved), audit.append(db, op, moved, first=seq)


def put_in_force(
    db: Db, op: int, own: Decision | None, key: Key, standing: Mapping[str, Decision], now: str
) -> list[audit.LoggedRow]:
    """What stands of an item, as part of an operation; returns what is to be logged.

    own: what was in force. now: which is from now on, "" where they contradict one another, or nothing stands. One that
    is not in force and no longer stands was replaced; those that somebody settled come back where that is taken back.
    """
    logged: list[audit.LoggedRow] = []
    before = {each.op: (each, how) for each, how in _elsewhere(db, key)}
    settled = now and all(before.get(each, (None, REPLACED))[1] != OPPOSED for each in standing)
    for uid, (each, how) in before.items():
        if uid not in standing and not (how == OPPOSED and settled):
            logged += remember(db, each, REPLACED)
    people = any(each.source == "adjudicated" for each in standing.values())
    for each in standing.values():
        if each.op != now:
            opposed = not now and (each.source == "adjudicated" or not people)
            logged += remember(db, each, OPPOSED if opposed else BESIDE)
        elif each.op in before:
            logged += remember(db, each, REPLACED)
    if own is not None and own.op != now:
        logged.append(_drop(db, op, own) if not now else _put(db, op, standing[now], own))
    elif own is None and now:
        logged.append(_put(db, op, standing[now], None))
    return logged


def restore_remembered(db: Db, key: Sequence[Any], row: Row | None) -> None:
    """As it was logged; None for what is not known."""
    db.conn.execute("delete from decided_elsewhere where item_id = ? and question_id = ? and op = ?", tuple(key))
    if row is not None:
        values = (*key, row["number"], *(row[name] for name in _SAID), row["contested"])
        db.conn.execute(f"insert into decided_elsewhere ({_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)


def _remembered(db: Db, key: Sequence[Any]) -> Row | None:
    names = ("number", *_SAID, "contested")
    row = db.conn.execute(
        f"select {', '.join(names)} from decided_elsewhere where item_id = ? and question_id = ? and op = ?", tuple(key)
    ).fetchone()
    return None if row is None else dict(zip(names, row, strict=True))


def _put(db: Db, op: int, decision: Decision, own: Decision | None) -> audit.LoggedRow:
    """A decision of another copy in force here, as part of an operation; returns what is to be logged. own: what it
    takes the place of."""
    key = (decision.item_id, decision.question_id)
    before = _logged(db, key, own)
    after = {name: getattr(decision, name) for name in _SAID} | {"op_id": op}
    after |= _origin(decision)
    gold.restore(db, op, key, after)
    return (NOUN, key, before, after)


def _drop(db: Db, op: int, own: Decision) -> audit.LoggedRow:
    """Take a decision out of force, as part of an operation."""
    key = (own.item_id, own.question_id)
    before = _logged(db, key, own)
    gold.restore(db, op, key, None)
    return (NOUN, key, before, None)


def _logged(db: Db, key: tuple[int, int], own: Decision | None) -> Row | None:
    """What is in force, with the operation in which it was made: undo brings it back as that same decision."""
    row = gold.current(db, key)
    return None if row is None or own is None else row | _origin(own)


def _origin(decision: Decision) -> Row:
    return {_OF: decision.op, _NUMBER: decision.number, _LABEL: decision.label_id}


def restore(db: Db, op: int, key: Sequence[Any], left: Row | None, then: Row | None) -> bool:
    """For undo; False, and nothing is done, where somebody decided anew since."""
    current = gold.current(db, (int(key[0]), int(key[1])))
    if (current is None) != (left is None) or (current and left and current["label_id"] != left["label_id"]):
        return False
    gold.restore(db, op, key, then)
    return True


def _elsewhere(db: Db, key: Key | None = None) -> Iterator[tuple[Decision, int]]:
    """The decisions of other copies that this one has seen, and how each stands; of one item only."""
    chosen = "" if key is None else " where item_id = ? and question_id = ?"
    rows = db.conn.execute(f"select {_COLUMNS} from decided_elsewhere{chosen}", key or ()).fetchall()
    return ((Decision(*row[:-1]), row[-1]) for row in rows)


def contested(db: Db, question_id: int) -> dict[int, list[Decision]]:
    """By item, the decisions that contradict one another, of items on which nobody has decided anew."""
    rows = db.conn.execute(f"select {_COLUMNS} from {_CONTESTED} and e.question_id = ? order by 1, 3", (question_id,))
    found: dict[int, list[Decision]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(Decision(*row[:-1]))
    return found


def contested_of(db: Db, item_id: int, question_id: int) -> list[Decision]:
    """The decisions on one item that contradict one another, the latest of each person for each label, in the order in
    which they were made; none where somebody has decided anew."""
    rows = db.conn.execute(
        f"select {_COLUMNS} from {_CONTESTED} and e.item_id = ? and e.question_id = ? order by at, op",
        (item_id, question_id),
    )
    found: dict[tuple[int | None, int | None], Decision] = {}
    for decision in (Decision(*row[:-1]) for row in rows):
        key = (decision.annotator_id, decision.label_id)
        found.pop(key, None)
        found[key] = decision
    return list(found.values())


def contested_items(db: Db) -> set[int]:
    """The items of `contested`, of all questions."""
    return {row[0] for row in db.conn.execute(f"select e.item_id from {_CONTESTED}")}


def contested_among(db: Db, question_id: int, item_ids: Sequence[int]) -> set[int]:
    """Those of these items whose decisions contradict one another."""
    rows = db.conn.execute(
        f"{CONTESTED} and e.item_id in (select value from json_each(:items))",
        {"question": question_id, "items": json.dumps(list(item_ids))},
    )
    return {row[0] for row in rows}


def any_contested(db: Db, question_id: int) -> bool:
    """Whether there was ever any; quick."""
    return bool(db.value("select 1 from decided_elsewhere where contested and question_id = ? limit 1", (question_id,)))
