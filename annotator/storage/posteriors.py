"""Results of merging: immutable versions of label probabilities, one of which is in force."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.domain.ids import uuid7
from annotator.domain.model import Changes
from annotator.storage import audit, gold, queue, scales, setup
from annotator.storage.database import Db, now

CURRENT = queue.MERGED
# The method that says of a settled item what its answers say as they were learnt from without gold. What the others say
# of it leans on its decision, which taught them about its annotators: guesses pass for 80 % right by that.
APART = "auto"
# Of gold `g` and the result `r` for its item: what the merged label can be measured by.
MEASURES = f"({gold.MEASURES} and (g.source = 'imported' or g.op_id > r.op_id or r.method = '{APART}'))"
BLOCK = 2_000  # rows that are made of columns at a time


class Posterior(NamedTuple):
    """The merged result for one item. `probabilities` are float64 bytes in the order of the aggregation's labels.

    entropy: 0 (sure) to 1 (all labels alike). differing: 1 where not all answers are the same.
    llm_differs: 1 where the LLM's label is not the one most people gave.
    """

    item_id: int
    label_id: int
    probability: float
    entropy: float
    answers: int
    differing: int
    llm_differs: int
    probabilities: bytes


@dataclass(frozen=True, eq=False)
class Posteriors:
    """The merged results of many items as columns, (n_items,) each, since a million of rows would hold up everything
    else; `probabilities` is (n_items, n_labels). A slice gives rows."""

    item_id: NDArray[np.int64]
    label_id: NDArray[np.int64]
    probability: NDArray[np.float64]
    entropy: NDArray[np.float64]
    answers: NDArray[np.int64]
    differing: NDArray[np.int64]
    llm_differs: NDArray[np.int64]
    probabilities: NDArray[np.float64]

    def __len__(self) -> int:
        return int(self.item_id.size)

    def __getitem__(self, rows: slice) -> list[Posterior]:
        *columns, probabilities = (getattr(self, field)[rows] for field in Posterior._fields)
        written = [row.tobytes() for row in probabilities]
        return [Posterior(*row) for row in zip(*(column.tolist() for column in columns), written, strict=True)]

    def __iter__(self) -> Iterator[Posterior]:
        for first in range(0, len(self), BLOCK):
            yield from self[first : first + BLOCK]


class Reliability(NamedTuple):
    """How an annotator fared in an aggregation; the confusion matrix is float64 bytes, [answered, truth]."""

    annotator_id: int
    answers: int
    reliability: float | None
    confusion: bytes | None


class OnGold(NamedTuple):
    """The merged labels beside gold that measures. expected: mean probability of these labels, None without any.

    known: decisions that would measure, but for the method, which learnt from them.
    """

    right: int
    of: int
    expected: float | None
    known: int


class Merging(NamedTuple):
    """A stored result of merging; `op_id` is the newest operation that it took into account."""

    id: int
    op_id: int
    method: str
    reason: str
    parameters: dict[str, Any]
    labels: tuple[int, ...]
    at: str


def has_been(db: Db) -> bool:
    """Whether the answers to the question looked at were ever merged, be the result in force or not."""
    return bool(
        db.value(
            "select exists (select 1 from aggregation where question_id = ? and complete)", (setup.question_id(db),)
        )
    )


def begin(db: Db, question_id: int, header: dict[str, Any]) -> int:
    """A result without rows, not in force."""
    with db.atomic():
        cursor = db.conn.execute(
            "insert into aggregation (uid, question_id, op_id, method, reason, parameters, labels, complete, at)"
            " values (?, ?, ?, ?, ?, ?, ?, 0, ?)",
            (
                uuid7(),
                question_id,
                header["op_id"],
                header["method"],
                header["reason"],
                json.dumps(header["parameters"]),
                json.dumps(list(header["labels"])),
                now(),
            ),
        )
        assert cursor.lastrowid is not None
        if header.get("scales") is not None:
            scales.put(db, cursor.lastrowid, header["scales"])
    return cursor.lastrowid


def add(db: Db, aggregation_id: int, rows: Sequence[Posterior]) -> bool:
    """Add rows; False where another result was put in force meanwhile, which removes unfinished ones."""
    with db.atomic():
        if not _there(db, aggregation_id):
            return False
        db.conn.executemany(
            "insert into posterior values (?, ?, ?, ?, ?, ?, ?, ?, ?)", ((aggregation_id, *row) for row in rows)
        )
    return True


def thin_out(db: Db, aggregation_id: int, rows: int) -> None:
    """Remove so many rows of results that go once this one is in force, so that then little is left to remove."""
    with db.atomic():
        old = db.conn.execute(
            "select id from aggregation a where question_id = ? and id <> ? and (not complete or id <> ?)"
            " and exists (select 1 from posterior p where p.aggregation_id = a.id)",
            (setup.question_id(db), aggregation_id, setup.setting(db, CURRENT)),
        ).fetchone()
        if old is not None:
            db.conn.execute(
                "delete from posterior where aggregation_id = :old and item_id in"
                " (select item_id from posterior where aggregation_id = :old order by item_id limit :rows)",
                {"old": old[0], "rows": rows},
            )


def put_in_force(db: Db, aggregation_id: int, reliabilities: Sequence[Reliability]) -> Changes | None:
    """Let a result count, as one operation; None where it has been removed, or the labels were changed meanwhile."""
    with db.atomic():
        if not _there(db, aggregation_id) or not _for_these_labels(db, aggregation_id):
            return None
        db.conn.executemany(
            "insert into reliability values (?, ?, ?, ?, ?)", ((aggregation_id, *row) for row in reliabilities)
        )
        db.conn.execute("update aggregation set complete = 1 where id = ?", (aggregation_id,))
        previous = setup.setting(db, CURRENT)
        setup.put_setting(db, CURRENT, aggregation_id)
        op = audit.begin(db, "merge")
        row = ("project", [setup.key_of(db, CURRENT)], {"value": previous}, {"value": aggregation_id})
        audit.append(db, op, [row])
        # What was in force until now stays for comparison; older and unfinished ones go.
        db.conn.execute(
            "delete from aggregation where question_id = ? and id <> ? and (not complete or id <> ?)",
            (setup.question_id(db), aggregation_id, previous),
        )
    return Changes(op, posteriors=True)


def put(db: Db, aggregation_id: int, row: Posterior) -> None:
    """Replace the result for one item by what its answers say now.

    It stays provisional: the result in force does not count the answer as known, and merging replaces it.
    """
    db.conn.execute("insert or replace into posterior values (?, ?, ?, ?, ?, ?, ?, ?, ?)", (aggregation_id, *row))


def remove(db: Db, aggregation_id: int, item_id: int) -> None:
    """For an item whose last answer was taken back."""
    db.conn.execute("delete from posterior where aggregation_id = ? and item_id = ?", (aggregation_id, item_id))


def _for_these_labels(db: Db, aggregation_id: int) -> bool:
    labels = json.loads(db.value("select labels from aggregation where id = ?", (aggregation_id,)))
    return bool(labels == [label.id for label in setup.question(db).labels])


def _there(db: Db, aggregation_id: int) -> bool:
    return db.value("select 1 from aggregation where id = ?", (aggregation_id,)) is not None


def current(db: Db) -> Merging | None:
    id_ = setup.setting(db, CURRENT)
    if id_ is None:
        return None
    op_id, method, reason, parameters, labels, at = db.conn.execute(
        "select op_id, method, reason, parameters, labels, at from aggregation where id = ?", (id_,)
    ).fetchone()
    return Merging(id_, op_id, method, reason, json.loads(parameters), tuple(json.loads(labels)), at)


def of_items(db: Db, item_ids: Sequence[int]) -> dict[int, Posterior]:
    """The merged results of these items; items without one are absent."""
    rows = db.conn.execute(
        f"select {', '.join(Posterior._fields)} from posterior"
        " where aggregation_id = ? and item_id in (select value from json_each(?))",
        (setup.setting(db, CURRENT), json.dumps(list(item_ids))),
    )
    return {row[0]: Posterior(*row) for row in rows}


def every(db: Db) -> Iterator[Posterior]:
    """All merged results in the order of items, streamed."""
    rows = db.conn.execute(
        f"select {', '.join(Posterior._fields)} from posterior where aggregation_id = ? order by item_id",
        (setup.setting(db, CURRENT),),
    )
    return map(Posterior._make, rows)


def to_draw(db: Db, question_id: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """(item ids, entropy) of the merged items without gold that measures, by id: those settled for another reason are
    among them, since the others alone would be no sample of all."""
    rows = db.conn.execute(
        "select p.item_id, p.entropy from posterior p where p.aggregation_id = ? and not exists (select 1 from gold g"
        f" where g.item_id = p.item_id and g.question_id = ? and {gold.MEASURES}) order by p.item_id",
        (setup.setting(db, CURRENT), question_id),
    )
    found = np.fromiter(rows, dtype=[("item_id", np.int64), ("entropy", np.float64)])
    return found["item_id"], found["entropy"]


def decidable(db: Db, question_id: int, item_ids: Sequence[int]) -> list[tuple[int, int]]:
    """(item id, merged label) of those of these items that are merged and have no gold of any kind, each once."""
    rows = db.conn.execute(
        "select distinct p.item_id, p.label_id from json_each(:items) wanted join posterior p"
        " on p.item_id = wanted.value and p.aggregation_id = :aggregation where not exists (select 1 from gold g"
        " where g.item_id = p.item_id and g.question_id = :question) order by p.item_id",
        {"items": json.dumps(list(item_ids)), "aggregation": setup.setting(db, CURRENT), "question": question_id},
    )
    return rows.fetchall()


def on_gold(db: Db, question_id: int) -> OnGold:
    """How right the result in force is; an item is measured by what its answers say without its decision."""
    right, of, expected, known = db.conn.execute(
        f"select coalesce(sum(p.label_id = g.label_id) filter (where {MEASURES}), 0),"
        f" count(*) filter (where {MEASURES}), avg(p.probability) filter (where {MEASURES}),"
        f" count(*) filter (where not {MEASURES})"
        " from gold g cross join posterior p on p.item_id = g.item_id join aggregation r on r.id = p.aggregation_id"
        f" where g.question_id = ? and g.label_id is not null and {gold.MEASURES} and p.aggregation_id = ?",
        (question_id, setup.setting(db, CURRENT)),
    ).fetchone()
    return OnGold(int(right), int(of), expected, int(known))


def probabilities(db: Db) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """(item ids, probability of the merged label), (n_items,) each, in the order of items."""
    rows = db.conn.execute(
        "select item_id, probability from posterior where aggregation_id = ? order by item_id",
        (setup.setting(db, CURRENT),),
    )
    found = np.fromiter(rows, dtype=[("item_id", np.int64), ("probability", np.float64)])
    return found["item_id"], found["probability"]


def mean_probability(db: Db) -> tuple[int, float | None]:
    """(number of merged items, mean probability of their labels): what accuracy the result expects of itself."""
    count, mean = db.conn.execute(
        "select count(*), avg(probability) from posterior where aggregation_id = ?", (setup.setting(db, CURRENT),)
    ).fetchone()
    return int(count), mean


def reliabilities(db: Db) -> list[Reliability]:
    rows = db.conn.execute(
        "select annotator_id, answers, reliability, confusion from reliability where aggregation_id = ?"
        " order by annotator_id",
        (setup.setting(db, CURRENT),),
    )
    return [Reliability(*row) for row in rows]


def reliability_of(db: Db, annotator_id: int) -> Reliability | None:
    """How one annotator fared; None where they had not answered."""
    row = db.conn.execute(
        "select annotator_id, answers, reliability, confusion from reliability"
        " where aggregation_id = ? and annotator_id = ?",
        (setup.setting(db, CURRENT), annotator_id),
    ).fetchone()
    return None if row is None else Reliability(*row)


def people_right(db: Db) -> float | None:
    """How often an answer of a person is right, as merging estimates it; None where no person had answered."""
    right: float | None = db.value(
        "select sum(r.reliability * r.answers) / sum(r.answers) from reliability r join annotator w"
        " on w.id = r.annotator_id where r.aggregation_id = ? and w.kind = 'human' and r.reliability is not null",
        (setup.setting(db, CURRENT),),
    )
    return right


def several_answered(db: Db) -> bool:
    """Whether answers of more than one annotator are merged, so that there is more to it than their confidence."""
    return bool(
        db.value("select count(*) > 1 from reliability where aggregation_id = ?", (setup.setting(db, CURRENT),))
    )


def items_answered_since(db: Db, op_id: int) -> list[int]:
    """Items that a person has answered, or has taken an answer back, after this operation."""
    rows = db.conn.execute(
        "select distinct json_extract(o.key, '$[0]') from op_row o join annotator w"
        " on w.id = json_extract(o.key, '$[2]') where o.op_id > ? and o.noun = 'annotation' and w.kind = 'human'"
        " and json_extract(o.key, '$[1]') = ? order by 1",
        (op_id, setup.question_id(db)),
    )
    return [row[0] for row in rows]


def changed_since(db: Db, op_id: int) -> int:
    """How many annotations and decisions are newer than this operation."""
    return int(
        db.value(
            "select count(*) from op_row where op_id > ? and noun in ('annotation', 'gold')"
            " and json_extract(key, '$[1]') = ?",
            (op_id, setup.question_id(db)),
        )
    )
