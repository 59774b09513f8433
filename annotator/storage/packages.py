"""The packages that were sent out: to whom, and which items are in them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from annotator.storage import audit, package_order
from annotator.storage.database import Db, now


class Sent(NamedTuple):
    """A package. number: 1 for the first one of its annotator. base: the counters of its operations are above it."""

    id: int
    uid: str
    annotator_id: int
    number: int
    base: int
    settings: dict[str, Any]
    at: str


class Done(NamedTuple):
    """What one annotator has done of a package. seconds: of `timed` answers and of skips, pauses left out; last: when
    they answered last, by their clock. right, of: labels of items for checking, `right` of them as known. checked:
    items for checking that were answered or skipped."""

    answered: int
    skipped: int
    timed: int
    seconds: float
    last: str
    right: int
    of: int
    checked: int


UIDS = "uids"  # in the settings: items that another copy of the project sent under other uids, id here by uid there
PAUSE = 600  # seconds from which an answer was interrupted, rather than slow


def add(
    db: Db,
    op: int,
    uid: str,
    annotator_id: int,
    *,
    number: int,
    base: int,
    settings: Mapping[str, Any],
    items: Sequence[tuple[int, bool]],
) -> audit.LoggedRow:
    """Keep what is sent as part of an operation, which logs it. items: (id, whether it is there for checking)."""
    told = {name: value for name, value in settings.items() if name != package_order.SETTING}  # too long for the log
    row = {"annotator_id": annotator_id, "number": number, "base": base, "settings": told}
    cursor = db.conn.execute(
        "insert into package (uid, annotator_id, number, base, settings, op_id, at) values (?, ?, ?, ?, ?, ?, ?)",
        (uid, annotator_id, number, base, json.dumps(settings, ensure_ascii=False), op, now()),
    )
    db.conn.executemany(
        "insert into package_item (package_id, item_id, gold) values (?, ?, ?)",
        [(cursor.lastrowid, item_id, int(gold)) for item_id, gold in items],
    )
    return ("package", [uid], None, row | {"items": len(items)})


def every(db: Db) -> list[Sent]:
    """In the order in which they were sent."""
    rows = db.conn.execute("select id, uid, annotator_id, number, base, settings, at from package order by id")
    return [
        Sent(id_, uid, annotator_id, number, base, json.loads(settings), at)
        for id_, uid, annotator_id, number, base, settings, at in rows
    ]


def items_of(db: Db, package_id: int) -> dict[int, bool]:
    """By item id, whether it is there for checking."""
    rows = db.conn.execute("select item_id, gold from package_item where package_id = ?", (package_id,))
    return {item_id: bool(gold) for item_id, gold in rows}


def had_by(db: Db, annotator_id: int) -> frozenset[int]:
    """The items of all packages of an annotator, and those that they have answered here."""
    rows = db.conn.execute(
        "select i.item_id from package p join package_item i on i.package_id = p.id where p.annotator_id = :who"
        " union select item_id from annotation where annotator_id = :who",
        {"who": annotator_id},
    )
    return frozenset(row[0] for row in rows)


def sent(db: Db, questions: Sequence[int]) -> frozenset[int]:
    """The items of all packages that ask one of these questions."""
    rows = db.conn.execute(
        "select distinct i.item_id from package p join package_item i on i.package_id = p.id"
        " where exists (select 1 from json_each(p.settings, '$.questions') asked"
        " join json_each(?) wanted on wanted.value = asked.value)",
        (json.dumps(list(questions)),),
    )
    return frozenset(row[0] for row in rows)


def counts(db: Db) -> dict[int, tuple[int, int]]:
    """By package id: (items, items for checking among them)."""
    rows = db.conn.execute("select package_id, count(*), sum(gold) from package_item group by 1")
    return {row[0]: (row[1], row[2]) for row in rows}


def done(db: Db, question_id: int) -> dict[tuple[int, int], Done]:
    """By (package id, annotator id), of everybody who has answered anything that is in a package."""
    rows = db.conn.execute(
        "select i.package_id, a.annotator_id, count(*) filter (where a.status = 'label'),"
        " count(*) filter (where a.status = 'skipped'),"
        " count(*) filter (where a.status = 'label' and a.seconds < :pause),"
        " coalesce(sum(a.seconds) filter (where a.seconds < :pause), 0.0), max(a.answered_at),"
        " count(*) filter (where i.gold and a.status = 'label' and a.label_id = g.label_id),"
        " count(*) filter (where i.gold and a.status = 'label' and g.label_id is not null),"
        " count(*) filter (where i.gold)"
        " from package_item i join annotation a on a.item_id = i.item_id and a.question_id = :question"
        " join annotator w on w.id = a.annotator_id and w.kind = 'human'"
        " left join gold g on g.item_id = i.item_id and g.question_id = :question group by 1, 2",
        {"question": question_id, "pause": PAUSE},
    )
    return {(row[0], row[1]): Done(*row[2:]) for row in rows}
