"""Replies of LLMs that named no label, and what people made of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from annotator.domain.model import Changes
from annotator.domain.undo import Action
from annotator.storage import answers, audit, setup
from annotator.storage.database import Db, Row

KIND = "repair"  # of the operations; an annotation is a repaired one as long as such an operation wrote it
HOW, RULE = "how", "repair rule"  # nouns: an operation's first row says by which rule, if any


class Invalid(NamedTuple):
    """An annotation without a label, with the reply that it was read from. raw and reason: "" where it has no call."""

    item_id: int
    annotator_id: int
    raw: str
    reason: str


class Repaired(NamedTuple):
    """Who gave an LLM's reply its label, and when. rule: by which one, None where by hand; by_id: None for a run."""

    item_id: int
    annotator_id: int
    label_id: int
    by_id: int | None
    at: str
    rule: dict[str, Any] | None


def invalid(
    db: Db,
    question_id: int,
    annotator_id: int | None = None,
    *,
    item_ids: Sequence[int] | None = None,
    limit: int = -1,
    offset: int = 0,
) -> list[Invalid]:
    """Those of one LLM, or of all, in the order of items. item_ids: only about these; limit: -1 for all."""
    rows = db.conn.execute(
        "select a.item_id, a.annotator_id, coalesce(c.reply, ''), coalesce(c.reason, '') from annotation a"
        " join annotator w on w.id = a.annotator_id and w.kind = 'llm' left join call c on c.id ="
        " (select max(k.id) from call k where k.item_id = a.item_id and k.parse_status <> 'failed' and k.run_id in"
        " (select r.id from run r join agent g on g.id = r.agent_id where g.annotator_id = a.annotator_id"
        " and r.question_id = a.question_id))"
        " where a.question_id = :question and a.status = 'invalid'"
        " and (:annotator is null or a.annotator_id = :annotator)"
        " and (:items is null or a.item_id in (select value from json_each(:items))) order by a.item_id, a.annotator_id"
        " limit :limit offset :offset",
        {"question": question_id, "annotator": annotator_id, "limit": limit, "offset": offset}
        | {"items": None if item_ids is None else json.dumps(list(item_ids))},
    )
    return [Invalid(*row) for row in rows]


def store(
    db: Db,
    question_id: int,
    annotator_id: int,
    labels: Sequence[tuple[int, int]],
    *,
    by: int | None,
    rule: dict[str, Any] | None = None,
) -> Changes:
    """Give these items' annotations of an LLM their labels, (item id, label id), as one operation of the person `by`.

    Everything else about them stays, but for a confidence, which nobody has. rule: by which one, None by hand.
    """
    with db.atomic():
        op = audit.begin(db, KIND, annotator_id=by)
        logged = [_how(db, question_id, annotator_id, labels, rule)]
        logged += [_labelled(db, op, (item_id, question_id, annotator_id), label_id) for item_id, label_id in labels]
        audit.append(db, op, logged)
    return Changes(op, annotations=True)


def add_rule(
    db: Db,
    question_id: int,
    annotator_id: int,
    uid: str,
    rule: dict[str, Any],
    labels: Sequence[tuple[int, int]],
    by: int,
) -> Changes:
    """Keep a rule for the LLM of this uid, and repair these items by it, as one operation."""
    with db.atomic():
        op = audit.begin(db, KIND, annotator_id=by)
        logged = [_how(db, question_id, annotator_id, [], rule)]
        logged += [_labelled(db, op, (item_id, question_id, annotator_id), label_id) for item_id, label_id in labels]
        logged.append((RULE, [uid, rule["id"]], None, rule))
        _put_rule(db, uid, rule["id"], rule)
        audit.append(db, op, logged)
    return Changes(op, annotations=True, setup=True)


def remove_rule(db: Db, uid: str, rule: dict[str, Any], by: int) -> Changes:
    """Keep a rule no longer; what it has repaired stays repaired."""
    with db.atomic():
        op = audit.begin(db, KIND, annotator_id=by)
        _put_rule(db, uid, rule["id"], None)
        audit.append(db, op, [(RULE, [uid, rule["id"]], rule, None)])
    return Changes(op, setup=True)


def rules(db: Db, uid: str) -> list[dict[str, Any]]:
    """The rules for the LLM of this uid, in the order in which they were made."""
    return sorted(_kept(db, uid)["rules"], key=lambda rule: int(rule["id"]))


def free_id(db: Db, uid: str) -> int:
    """A number that no rule for this LLM has had."""
    return int(_kept(db, uid)["last"]) + 1


def revert(db: Db, by: int, action: Action) -> int | None:
    """Undo or redo this person's latest repair; returns how many answers changed, None where there was nothing."""
    keys = audit.revert(db, by, KIND, action, _restore)
    return sum(len(key) == _ANNOTATION for key in keys) if keys else None


def corrected_by_others(db: Db, by: int, action: Action) -> int:
    """How many of the answers that `revert` would write over another person has repaired since."""
    undo, redo = audit.undo_targets(db, by, KIND)
    target = undo if action is Action.UNDO else redo
    rows = [] if target is None else audit.rows_of(db, target)
    into = setup.successors(db)
    left: dict[tuple[int, int], dict[int, int]] = {}  # by question and LLM each item's label as it was left then
    for _, key, before, after in rows:
        if len(key) == _ANNOTATION:
            item_id, question_id, annotator_id = key
            row = (after if action is Action.UNDO else before) or {}
            label_id = row.get("label_id") or 0
            left.setdefault((question_id, annotator_id), {})[item_id] = into.get(label_id, label_id)
    return sum(
        found.annotator_id == annotator_id and found.by_id not in (None, by) and found.label_id != labels[found.item_id]
        for (question_id, annotator_id), labels in left.items()
        for found in of_items(db, question_id, list(labels))
    )


def of_items(db: Db, question_id: int, item_ids: Sequence[int]) -> list[Repaired]:
    """Every repaired answer to these items."""
    rows = db.conn.execute(
        f"{_REPAIRED} and a.item_id in (select value from json_each(?))", (question_id, json.dumps(list(item_ids)))
    )
    return [_repaired(row) for row in rows]


def of_annotator(db: Db, question_id: int, annotator_id: int) -> list[Repaired]:
    """Every repaired answer of an LLM, in the order of items."""
    rows = db.conn.execute(f"{_REPAIRED} and a.annotator_id = ? order by a.item_id", (question_id, annotator_id))
    return [_repaired(row) for row in rows]


_ANNOTATION, _RULE = 3, 2  # parts of their keys; that of HOW has one

_REPAIRED = (
    "select a.item_id, a.annotator_id, a.label_id, o.annotator_id, o.at, coalesce(h.after, h.before) from annotation a"
    " join annotator w on w.id = a.annotator_id and w.kind = 'llm'"
    f" join op o on o.id = a.op_id and o.kind = '{KIND}'"
    f" left join op_row h on h.op_id = o.id and h.seq = 0 and h.noun = '{HOW}'"
    " where a.question_id = ? and a.status = 'label'"
)


def _repaired(row: tuple[Any, ...]) -> Repaired:
    item_id, annotator_id, label_id, by_id, at, how = row
    content = {"rule": None} if how is None else json.loads(how)
    # Whoever takes a correction back has not repaired what stood there before.
    return Repaired(item_id, annotator_id, label_id, content.get("by", by_id), content.get("at", at), content["rule"])


def _how(
    db: Db, question_id: int, annotator_id: int, labels: Sequence[tuple[int, int]], rule: dict[str, Any] | None
) -> audit.LoggedRow:
    """The operation's first row, which also says how an answer was repaired before that is repaired anew."""
    earlier = of_items(db, question_id, [item_id for item_id, _ in labels]) if len(labels) == 1 else []
    before = next(
        ({"rule": each.rule, "by": each.by_id, "at": each.at} for each in earlier if each.annotator_id == annotator_id),
        None,
    )
    return (HOW, [HOW], before, {"rule": rule})


def _labelled(db: Db, op: int, key: Sequence[int], label_id: int) -> audit.LoggedRow:
    before = answers.current(db, key)
    assert before is not None
    new = {"status": "label", "label_id": label_id, "confidence": None, "distribution": None, "op_id": op}
    answers.put(db, op, key, before | new)
    return ("annotation", key, before, before | new)


def _restore(db: Db, op: int, key: Sequence[Any], row: Row | None) -> None:
    if len(key) == _ANNOTATION:
        answers.put(db, op, key, row)
    elif len(key) == _RULE:
        uid, id_ = key
        _put_rule(db, uid, id_, row)


def _kept(db: Db, uid: str) -> dict[str, Any]:
    found: dict[str, Any] = setup.setting(db, f"repair rules of {uid}", {"last": 0, "rules": []})
    return found


def _put_rule(db: Db, uid: str, id_: int, rule: dict[str, Any] | None) -> None:
    kept = _kept(db, uid)
    others = [known for known in kept["rules"] if known["id"] != id_]
    content = {"last": max(kept["last"], id_), "rules": [*others, rule] if rule else others}
    setup.put_setting(db, f"repair rules of {uid}", content)
