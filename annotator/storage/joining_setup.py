"""What is asked, in two copies of a project that went apart: the same questions, labels and guidelines in both.

Each thing that can be changed by itself, as a label's name or its colour, is a register: what it is follows from all
that was ever written to it in any copy, and the later write counts. Whoever knew of the other's is later; where neither
did, the operations' numbers decide, and then their ids, which are the same in all copies. What cannot stand beside one
another, as two labels of one name, is told apart by the same rule everywhere. The log keeps every write.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from annotator.storage import audit, relabelling, setup
from annotator.storage.database import Db, Row
from annotator.storage.joining import KIND, Maps, free_name
from annotator.texts import say

SEEN = "seen"  # the noun under which a join notes what was written in the other copy
_NOUNS = {
    "question": ("name", "text", "noun", "guideline", "archived", "position"),
    "label": ("name", "description", "colour", "key", "retired", "position"),
}
_KINDS = ("setup", "guideline")
_INTO = "merged_into"  # is part of what "retired" says of a label
_ORDER = "position"  # where something stands among the others: all places are told together
_WORDS = frozenset({"name", "text", "noun", "description", "colour", "key"})  # of which both values are told
_FEWEST = 2  # labels that a question has
_LONGEST = 60  # characters of a value that is told

Thing = tuple[str, int, str]
"""A noun, an id as it is here, and what of it: each is a register of its own, so that a name that one lead changed and
a colour that the other did are both in both."""


class Write(NamedTuple):
    """In which operation something was written, by its number and id, and what."""

    number: int
    uid: str
    value: Any

    @property
    def order(self) -> tuple[int, str]:
        return self.number, self.uid


Registers = dict[Thing, dict[str, Write]]  # by operation


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
    ours, theirs = _registers(db), _mapped(_registers(other), maps)
    known = {uid for writes in ours.values() for uid in writes}
    fresh = {uid for writes in theirs.values() for uid in writes} - known
    rows: list[audit.LoggedRow] = [
        (SEEN, (write.uid, *thing), None, {"n": write.number, "value": write.value})
        for thing, writes in theirs.items()
        for write in writes.values()
        if write.uid in fresh
    ]
    both = {thing: ours.get(thing, {}) | theirs.get(thing, {}) for thing in (*ours, *theirs)}
    _unlogged(db, other, maps, both)
    before = _everything(db)
    stood = setup.successors(db)
    used = _used(db) | {maps.labels[id_] for id_ in _used(other)}
    seq = _show(db, op, both, used, maps.new, audit.append(db, op, rows, first=seq))
    for there, here in maps.questions.items():
        seq = _put_versions(db, other, maps, op, (there, here), seq)
    after, stands = _everything(db), setup.successors(db)
    apart = {thing: left for thing in both if (left := _left(thing, ours, theirs, both)) is not None}
    changed = [
        (noun, id_)
        for (noun, id_), row in after.items()
        if not (noun == "label" and id_ in maps.new)
        and any(row[n] != before[noun, id_][n] for n in _NOUNS[noun] if n != _ORDER and (noun, id_, n) not in apart)
    ]
    numbered = [key for key, row in after.items() if row["name"] != _last(both.get((*key, "name"), {}), row["name"])]
    numbered = [key for key in numbered if key in changed or key[1] in maps.new]
    return Settled(
        taken=[after[key]["name"] for key in changed if key not in numbered],
        differing=[_told(thing, after[thing[:2]], left) for thing, left in apart.items()]
        + _told_orders(ours, theirs, both, after),
        needed=sorted(_needed(both, ours, theirs, after)),
        numbered=[after[key]["name"] for key in numbered],
        merged=set() if stood == stands else {id_ for each in (stood, stands) for pair in each.items() for id_ in pair},
        seq=seq,
    )


def settle_again(db: Db, op: int, seq: int) -> int:
    """When all answers have their places: a label that was removed is in use only where any of them says it. Returns
    the next row of the log."""
    return _show(db, op, _registers(db), _used(db), set(), seq)


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


def _registers(db: Db) -> Registers:
    """All that was ever written, in this copy or in others that it knows of."""
    rows = db.conn.execute(
        "select o.uid, o.id, r.noun, r.key, r.before, r.after from op o cross join op_row r on r.op_id = o.id"
        " where r.noun in ('question', 'label') and o.kind in (select value from json_each(?)) order by o.id, r.seq",
        (json.dumps(_KINDS),),
    ).fetchall()
    found: Registers = {}
    positions = {row[:3] for row in rows if _is_sorted(row[4], row[5])}
    for uid, number, noun, key, before, after in rows:
        was = json.loads(before) if before else {}
        is_ = json.loads(after) if after else {"label": {"retired": 1}, "question": {"archived": 1}}[noun]
        if (uid, number, noun) in positions:  # an order is one thing: all places in it were written together
            was.pop(_ORDER, None)
        for name in is_.keys() & set(_NOUNS[noun]):
            # Whoever saves a page logs all that is on it; only what is another now was changed.
            if _value(was, name) != _value(is_, name):
                thing = (noun, int(json.loads(key)[0]), name)
                found.setdefault(thing, {})[uid] = Write(number, uid, _value(is_, name))
    seen = db.conn.execute(
        "select r.key, r.after from op o cross join op_row r on r.op_id = o.id where o.kind = ? and r.noun = ?",
        (KIND, SEEN),
    )
    for key, after in seen:
        uid, noun, id_, name = json.loads(key)
        row = json.loads(after)
        found.setdefault((noun, id_, name), {})[uid] = Write(row["n"], uid, row["value"])
    return found


def _is_sorted(before: str | None, after: str | None) -> bool:
    """Whether something that was there before stands in another place."""
    was, is_ = (json.loads(row) if row else {} for row in (before, after))
    return _ORDER in was and _ORDER in is_ and was[_ORDER] != is_[_ORDER]


def _value(row: Row, name: str) -> Any:
    """Whether a label is out of use, and which one stands for it, is one thing."""
    return [row.get(name), row.get(_INTO)] if name == "retired" else row.get(name)


def _mapped(registers: Registers, maps: Maps) -> Registers:
    """With ids as they are here. The log of a stranger's file may hold anything: only what names things that are
    there."""
    here = {"question": maps.questions, "label": maps.labels}
    found: Registers = {}
    for (noun, id_, name), writes in registers.items():
        if id_ in here[noun]:
            found[noun, here[noun][id_], name] = {uid: _write(write, name, maps) for uid, write in writes.items()}
    return found


def _write(write: Write, name: str, maps: Maps) -> Write:
    if name != "retired" or write.value[1] is None:
        return write
    return write._replace(value=[write.value[0], maps.labels[write.value[1]]])


def _unlogged(db: Db, other: Db, maps: Maps, both: Registers) -> None:
    """What no log says, as that of a project which was salvaged: of two values the greater."""
    for noun, known, row_of in (
        ("question", maps.questions, setup.question_row),
        ("label", maps.labels, setup.label_row),
    ):
        for there, here in known.items():
            own, theirs = row_of(db, here) or {}, row_of(other, there) or {}
            if theirs.get(_INTO) is not None:
                theirs[_INTO] = maps.labels[theirs[_INTO]]
            for name in _NOUNS[noun]:
                if (noun, here, name) not in both:
                    rows = [theirs] if noun == "label" and here in maps.new else [own, theirs]
                    value = max((_value(row, name) for row in rows), key=json.dumps)
                    both[noun, here, name] = {"": Write(0, "", value)}


def _everything(db: Db) -> dict[tuple[str, int], Row]:
    """All questions and labels as they are, by noun and id, the elder first."""
    found: dict[tuple[str, int], Row] = {}
    for noun, row_of in (("question", setup.question_row), ("label", setup.label_row)):
        for id_, uid in db.conn.execute(f"select id, uid from {noun} order by uid").fetchall():
            found[noun, id_] = (row_of(db, id_) or {}) | {"uid": uid}
    return found


def _last(writes: Mapping[str, Write], otherwise: Any) -> Any:
    return max(writes.values(), key=lambda write: write.order).value if writes else otherwise


def _show(db: Db, op: int, registers: Registers, used: set[int], new: set[int], seq: int) -> int:
    """Write what follows from the registers, logged from row `seq`; returns the next one. used: labels that somebody
    uses. new: labels that are not logged, since they came just now."""
    now = _everything(db)
    wanted = _wanted(now, registers, used)
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


def _wanted(now: Mapping[tuple[str, int], Row], registers: Registers, used: set[int]) -> dict[tuple[str, int], Row]:
    """How everything is to be, but for what cannot be: two of one name or key, and a project without a question."""
    found: dict[tuple[str, int], Row] = {}
    for (noun, id_), row in now.items():
        names = [name for name in _NOUNS[noun] if name != "retired"]
        found[noun, id_] = {name: _last(registers.get((noun, id_, name), {}), row[name]) for name in names}
    asked = [key for key in found if key[0] == "question"]
    if all(found[key]["archived"] for key in asked):
        last = max(asked, key=lambda key: (*_order(registers.get((*key, "archived"), {})), now[key]["uid"]))
        found[last]["archived"] = 0
    _tell_apart(found, asked)
    for question in asked:
        labels = [key for key, row in now.items() if key[0] == "label" and row["question_id"] == question[1]]
        for key, (retired, into) in _standing(now, registers, labels, used).items():
            found[key] |= {"retired": retired, _INTO: into}
        in_use = [key for key in labels if not found[key]["retired"]]
        _tell_apart(found, in_use)
        keys: set[str] = set()
        for key in in_use:
            found[key]["key"] = "" if found[key]["key"] in keys else found[key]["key"]
            keys.add(found[key]["key"])
    return found


def _order(writes: Mapping[str, Write]) -> tuple[int, str]:
    return max((write.order for write in writes.values()), default=(0, ""))


def _tell_apart(found: Mapping[tuple[str, int], Row], keys: Sequence[tuple[str, int]]) -> None:
    """Of several of one name the eldest keeps it, and the others get a number. keys: the elder first."""
    names = {found[key]["name"] for key in keys}
    met: set[str] = set()
    for key in keys:
        if found[key]["name"].casefold() in met:
            found[key]["name"] = free_name(found[key]["name"], names)
            names.add(found[key]["name"])
        met.add(found[key]["name"].casefold())


def _standing(
    now: Mapping[tuple[str, int], Row], registers: Registers, labels: Sequence[tuple[str, int]], used: set[int]
) -> dict[tuple[str, int], tuple[int, int | None]]:
    """Of the labels of one question: whether each is out of use, and the one that stands for it.

    Follows one write after the other. One that is merged stays so until that is taken back: a label that was removed in
    the meantime, or merged into another, is where its answers have gone. What would leave a question without two labels
    does not count, nor does what would let two labels stand for each other. A label that was removed, and that somebody
    uses, is in use, or answers would lose their place.
    """
    found: dict[int, tuple[int, int | None]] = {}
    writes = [
        (write.number, write.uid, bool(write.value[0]), now[key]["uid"], key[1], write.value)
        for key in labels
        for write in registers.get((*key, "retired"), {}).values()
    ]
    for key in labels:
        if not registers.get((*key, "retired")):
            found[key[1]] = (now[key]["retired"], now[key][_INTO])
    for *_, id_, (retired, into) in sorted(writes, key=lambda write: write[:4]):
        if not retired:
            found[id_] = (0, None)
            continue
        standing = found.get(id_, (0, None))
        others = [each for each, (gone, _) in found.items() if not gone and each != id_]
        if standing[1] is None and (standing[0] or len(others) >= _FEWEST) and id_ not in _way(found, into):
            found[id_] = (1, into)
    ends = {_way(found, into)[-1] for _, into in found.values() if into is not None}
    for id_, (retired, into) in found.items():
        if retired and into is None and (id_ in used or id_ in ends):
            found[id_] = (0, None)
    return {("label", id_): standing for id_, standing in found.items()}


def _way(found: Mapping[int, tuple[int, int | None]], id_: int | None) -> list[int]:
    """The label, the one that stands for it, and so on."""
    way: list[int] = []
    while id_ is not None:
        way.append(id_)
        id_ = found.get(id_, (0, None))[1]
    return way


def _used(db: Db) -> set[int]:
    """The labels that answers and known labels say."""
    return {
        row[0]
        for row in db.conn.execute(
            "select l.id from label l where exists (select 1 from annotation a where a.label_id = l.id)"
            " or exists (select 1 from gold g where g.label_id = l.id)"
        )
    }


def _told_orders(
    ours: Registers, theirs: Registers, both: Registers, after: Mapping[tuple[str, int], Row]
) -> list[str]:
    """Of the questions whose labels were sorted in both copies, in words: the order that does not count."""
    told: dict[int, str] = {}
    for thing in both:
        noun, id_, name = thing
        if (noun, name) == ("label", _ORDER) and _apart(thing, ours, theirs):
            question = int(after["label", id_]["question_id"])
            side = ours if _last(ours[thing], None) != _last(both[thing], None) else theirs
            labels = [
                (_last(side[thing_], 0), row["uid"], row["name"])
                for (noun_, id_there), row in after.items()
                if noun_ == "label"
                and row["question_id"] == question
                and not row["retired"]
                and (thing_ := (noun_, id_there, _ORDER)) in side
            ]
            if _last(side[thing], None) != _last(both[thing], None):
                names = ", ".join(label for *_, label in sorted(labels))
                told[question] = say(
                    "the order of the labels of “{question}”, and not {labels}",
                    question=after["question", question]["name"],
                    labels=names,
                )
    return list(told.values())


def _apart(thing: Thing, ours: Registers, theirs: Registers) -> bool:
    """Whether both copies changed it, neither knowing of the other."""
    here, there = ours.get(thing, {}).keys(), theirs.get(thing, {}).keys()
    return not here <= there and not there <= here


def _left(thing: Thing, ours: Registers, theirs: Registers, both: Registers) -> Any:
    """What does not count of what was changed in both copies, neither knowing of the other; None where it was not."""
    if thing[2] == _ORDER or not _apart(thing, ours, theirs):
        return None
    values = [_last(each[thing], None) for each in (ours, theirs)]
    counts = _last(both[thing], None)
    return next((value for value in values if value != counts), None)


def _told(thing: Thing, row: Row, left: Any) -> str:
    noun, _, name = thing
    if name == "guideline":
        return say("the guideline of “{question}”, whose other text is among its versions", question=row["name"])
    if name not in _WORDS:
        return str(row["name"])
    return say("“{kept}”, and not “{left}”", kept=_short(row[name]), left=_short(left))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _needed(both: Registers, ours: Registers, theirs: Registers, after: Mapping[tuple[str, int], Row]) -> set[str]:
    """The names of what one of the two took out of use, and what is in use since somebody uses it, or since a project
    cannot do without it."""
    found = set()
    for thing, writes in both.items():
        noun, id_, name = thing
        if name in ("archived", "retired") and not after[noun, id_][name]:
            last = [write for write in writes.values() if write.order == _order(writes)]
            gone = [write for write in last if write.value not in (0, [0, None])]
            known = ours.get(thing, {}).keys() & theirs.get(thing, {}).keys()
            found |= {str(after[noun, id_]["name"]) for write in gone if write.uid not in known}
    return found


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
