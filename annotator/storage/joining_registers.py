"""What was ever written about questions and labels, in any copy of a project that this one knows of.

Each thing that can be changed by itself, as a label's name or its colour, is a register. The log keeps every write.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from annotator.storage import audit, setup
from annotator.storage.database import Db, Row
from annotator.storage.joining import KIND, Maps

SEEN = "seen"  # the noun under which a join notes what was written in the other copy
NOUNS = {
    "question": ("name", "text", "noun", "guideline", "archived", "position"),
    "label": ("name", "description", "colour", "key", "retired", "position"),
}
INTO = "merged_into"  # is part of what "retired" says of a label
ORDER = "position"  # where something stands among the others: all places are told together
_KINDS = ("setup", "guideline")

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


def read(db: Db) -> Registers:
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
            was.pop(ORDER, None)
        for name in is_.keys() & set(NOUNS[noun]):
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
    return ORDER in was and ORDER in is_ and was[ORDER] != is_[ORDER]


def _value(row: Row, name: str) -> Any:
    """Whether a label is out of use, and which one stands for it, is one thing."""
    return [row.get(name), row.get(INTO)] if name == "retired" else row.get(name)


def mapped(registers: Registers, maps: Maps) -> Registers:
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


def noted(theirs: Registers, known: set[str]) -> list[audit.LoggedRow]:
    """What the log keeps of writes in another copy. known: the operations that were known here before."""
    return [
        (SEEN, (write.uid, *thing), None, {"n": write.number, "value": write.value})
        for thing, writes in theirs.items()
        for write in writes.values()
        if write.uid not in known
    ]


def add_unlogged(db: Db, other: Db, maps: Maps, both: Registers) -> None:
    """What no log says, as that of a project which was salvaged: of two values the greater."""
    for noun, known, row_of in (
        ("question", maps.questions, setup.question_row),
        ("label", maps.labels, setup.label_row),
    ):
        for there, here in known.items():
            own, theirs = row_of(db, here) or {}, row_of(other, there) or {}
            if theirs.get(INTO) is not None:
                theirs[INTO] = maps.labels[theirs[INTO]]
            for name in NOUNS[noun]:
                if (noun, here, name) not in both:
                    rows = [theirs] if noun == "label" and here in maps.new else [own, theirs]
                    value = max((_value(row, name) for row in rows), key=json.dumps)
                    both[noun, here, name] = {"": Write(0, "", value)}


def last(writes: Mapping[str, Write], otherwise: Any) -> Any:
    return max(writes.values(), key=lambda write: write.order).value if writes else otherwise


def latest(writes: Mapping[str, Write]) -> tuple[int, str]:
    return max((write.order for write in writes.values()), default=(0, ""))
