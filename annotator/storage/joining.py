"""Two copies of one project that went apart: what the other one has is found here again, or added."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from annotator.domain.model import Kind
from annotator.storage import annotators, answers, audit, identities, package_order, setup
from annotator.storage.database import Db, Row
from annotator.storage.items import content_hash

AT_ONCE = 5_000  # rows that are read together
KIND = "join"  # of the operation that adds what is missing
SAID_ONE_BY_ONE = ("annotate", "take")  # kinds of operations whose answers travel as operations


class TextsDiffer(Exception):  # noqa: N818 - it is told as what it means, that a file is damaged
    """An item of the other copy has another text than its own hash says."""


@dataclass
class Maps:
    """Ids of the other copy as they are here."""

    questions: dict[int, int] = field(default_factory=dict)
    labels: dict[int, int] = field(default_factory=dict)
    items: dict[int, int] = field(default_factory=dict)
    annotators: dict[int, int] = field(default_factory=dict)
    agents: dict[int, int] = field(default_factory=dict)
    runs: dict[int, int] = field(default_factory=dict)


def questions(db: Db, other: Db, maps: Maps) -> tuple[int, int]:
    """Add the questions and labels that are missing, under their own ids; (questions, labels) added."""
    here, labels = identities.questions(db), identities.labels(db)
    added = [0, 0]
    for row in _rows(other, "question"):
        if row["uid"] not in here:
            row["name"] = _free(row["name"], _names(db, "question"))
            here[row["uid"]] = _insert(db, "question", row)
            added[0] += 1
            _copy_guidelines(db, other, row["id"], here[row["uid"]])
        maps.questions[row["id"]] = here[row["uid"]]
    merged: dict[int, int] = {}
    for row in _rows(other, "label"):
        if row["uid"] not in labels:
            row["question_id"] = maps.questions[row["question_id"]]
            if row["merged_into"] is not None:
                merged[row["id"]] = row["merged_into"]
                row["merged_into"] = None
            if not row["retired"]:
                row["name"] = _free(row["name"], _names(db, "label", row["question_id"]))
            labels[row["uid"]] = _insert(db, "label", row)
            added[1] += 1
        maps.labels[row["id"]] = labels[row["uid"]]
    for id_, into in merged.items():
        setup.put_label(db, maps.labels[id_], {"merged_into": maps.labels[into]})
    return added[0], added[1]


def items(db: Db, other: Db, maps: Maps) -> tuple[int, list[str], list[str]]:
    """Add the items that are missing: (how many, the new ids of those whose id was taken by another text, the ids of
    those whose text is another one here)."""
    added, renamed, differing = 0, [], []
    for rows in _parts(other, "item"):
        here = identities.items(db, [row["uid"] for row in rows])
        hashes = identities.contents(db, here.values())
        names = _named(db, [row["external_id"] for row in rows])
        for row in rows:
            found = here.get(row["uid"])
            if found is None and names.get(row["external_id"], (0, b""))[1] == row["content_hash"]:
                found = names[row["external_id"]][0]  # the same row of the same file, imported in both
            elif found is None:
                if row["external_id"] in names:
                    row["external_id"] = _free_item(db, row["external_id"])
                    renamed.append(row["external_id"])
                if content_hash(json.loads(row["fields"])) != row["content_hash"]:
                    raise TextsDiffer  # or damage would spread to a project that is sound
                found = _insert(db, "item", row)
                added += 1
            elif bytes.fromhex(hashes[found][1]) != row["content_hash"]:
                differing.append(row["external_id"])
            maps.items[row["id"]] = found
    return added, renamed, differing


def people(db: Db, other: Db, maps: Maps) -> None:
    """Find or add all annotators: by their id, a person also by the name, an LLM by its agent."""
    everybody = annotators.every(db)
    by_uid = {who.uid: who.id for who in everybody}
    by_name = {who.name: who for who in everybody}
    by_hash = dict(db.conn.execute("select hash, annotator_id from agent"))
    agents = {row["annotator_id"]: row for row in _rows(other, "agent")}
    for row in _rows(other, "annotator"):
        agent = agents.get(row["id"])
        found = by_uid.get(row["uid"]) or (by_hash.get(agent["hash"]) if agent else None)
        same = by_name.get(row["name"])
        if found is None and same is not None and same.kind == row["kind"] and (same.kind is Kind.HUMAN or not agent):
            found = same.id
        if found is None:
            row["name"] = _free(row["name"], by_name)
            found = _insert(db, "annotator", row)
            by_name[row["name"]] = annotators.get(db, found)
        maps.annotators[row["id"]] = found
        if agent:
            maps.agents[agent["id"]] = _agent(db, agent | {"annotator_id": found})


def runs(db: Db, other: Db, maps: Maps) -> tuple[int, int]:
    """Add the runs that are missing, with their calls; (runs, calls) added. One under way there has ended here."""
    here = dict(db.conn.execute("select uid, id from run"))
    new = set()
    for row in _rows(other, "run"):
        if row["uid"] not in here:
            new.add(row["id"])
            row |= {"agent_id": maps.agents[row["agent_id"]], "question_id": maps.questions[row["question_id"]]}
            row["status"] = "stopped" if row["status"] == "running" else row["status"]
            here[row["uid"]] = _insert(db, "run", row)
        maps.runs[row["id"]] = here[row["uid"]]
    added = 0
    for rows in _parts(other, "call"):
        for row in rows:
            if row["run_id"] in new or not _called(db, maps, row):
                row |= {"run_id": maps.runs[row["run_id"]], "item_id": maps.items[row["item_id"]]}
                _insert(db, "call", row | _labels(row, maps))
                added += 1
    return len(new), added


def bulk_answers(db: Db, other: Db, maps: Maps, op: int, seq: int) -> tuple[int, int]:
    """Answers of LLMs and of files, which have no operations of their own that travel: (added or replaced, next row
    of the log). What this copy knows of already stays as it is here; of two others the later operation counts."""
    known = {row[0] for row in db.conn.execute("select uid from op")}
    count = 0
    for rows in _bulk(other):
        logged: list[audit.LoggedRow] = []
        for operation, uid, row in rows:
            key = (
                maps.items[row.pop("item_id")],
                maps.questions[row.pop("question_id")],
                maps.annotators[row.pop("annotator_id")],
            )
            current = answers.current(db, key)
            if uid in known or (current is not None and not _earlier(db, current, operation, uid)):
                continue
            run = None if row["run_id"] is None else maps.runs[row["run_id"]]
            after = row | _labels(row, maps) | {"run_id": run, "op_id": op}
            if current is not None and all(current[name] == after[name] for name in ("status", "label_id", "comment")):
                continue
            answers.put(db, op, key, after)
            logged.append(("annotation", key, current, after))
        count += len(logged)
        seq = audit.append(db, op, logged, first=seq)
    return count, seq


def marks(db: Db, other: Db, maps: Maps, op: int, seq: int) -> int:
    """Tags and flags of items, put together; the number of the next row of the log."""
    logged: list[audit.LoggedRow] = []
    for name, item_id in other.conn.execute("select name, item_id from mark"):
        cursor = db.conn.execute("insert or ignore into mark values (?, ?, ?)", (name, maps.items[item_id], op))
        if cursor.rowcount:
            logged.append(("mark", (name, maps.items[item_id]), None, {}))
    return audit.append(db, op, logged, first=seq)


def packages(db: Db, other: Db, maps: Maps, op: int) -> int:
    """The packages that were sent from the other copy; how many those are."""
    here = {row[0] for row in db.conn.execute("select uid from package")}
    added = 0
    for row in _rows(other, "package"):
        if row["uid"] in here:
            continue
        inside = other.conn.execute("select item_id, gold from package_item where package_id = ?", (row["id"],))
        sent = inside.fetchall()
        row["settings"] = _settings(json.loads(row["settings"]), maps, len(sent))
        id_ = _insert(db, "package", row | {"annotator_id": maps.annotators[row["annotator_id"]], "op_id": op})
        db.conn.executemany(
            "insert into package_item values (?, ?, ?)", [(id_, maps.items[item_id], gold) for item_id, gold in sent]
        )
        added += 1
    return added


def _settings(there: dict[str, Any], maps: Maps, size: int) -> str:
    """Of a package, with the ids as they are here."""
    here = there | {"questions": [maps.questions[id_] for id_ in there["questions"]]}
    if package_order.SETTING in there:
        order = package_order.unpacked(there[package_order.SETTING], size)
        here[package_order.SETTING] = package_order.packed([maps.items.get(item_id, 0) for item_id in order])
    return json.dumps(here, ensure_ascii=False)


def settings(db: Db, other: Db) -> list[str]:
    """The names of settings that both have and that are not the same."""
    there = dict(other.conn.execute("select key, value from project"))
    here = dict(db.conn.execute("select key, value from project"))
    return sorted(key for key in here.keys() & there.keys() if here[key] != there[key])


def _earlier(db: Db, current: Row, operation: int, uid: str) -> bool:
    """Whether an answer here gives way: never one that somebody gave, else the earlier operation."""
    kind, own = db.conn.execute("select kind, uid from op where id = ?", (current["op_id"],)).fetchone()
    return kind not in SAID_ONE_BY_ONE and (current["op_id"], own) < (operation, uid)


def _bulk(other: Db) -> Iterator[list[tuple[int, str, Row]]]:
    rows = other.conn.execute(
        "select a.*, o.uid as operation_uid from annotation a join op o on o.id = a.op_id"
        " where o.kind not in (select value from json_each(?)) order by a.item_id",
        (json.dumps(SAID_ONE_BY_ONE),),
    )
    names = [column[0] for column in rows.description]
    while part := rows.fetchmany(AT_ONCE):
        found = [dict(zip(names, row, strict=True)) for row in part]
        yield [(row["op_id"], row.pop("operation_uid"), row) for row in found]


def _labels(row: Mapping[str, Any], maps: Maps) -> Row:
    """What in a row names labels, as they are here."""
    found: Row = {}
    for name in ("label_id", "suggested_label_id"):
        if name in row:
            found[name] = None if row[name] is None else maps.labels[row[name]]
    if row.get("distribution"):
        shares = json.loads(row["distribution"])
        found["distribution"] = json.dumps({str(maps.labels[int(id_)]): share for id_, share in shares.items()})
    return found


def _called(db: Db, maps: Maps, row: Row) -> bool:
    key = (maps.runs[row["run_id"]], maps.items[row["item_id"]], row["request_hash"], row["at"])
    return bool(db.value("select 1 from call where run_id = ? and item_id = ? and request_hash = ? and at = ?", key))


def _agent(db: Db, row: Row) -> int:
    found = db.value("select id from agent where hash = ?", (row["hash"],))
    return _insert(db, "agent", row) if found is None else int(found)


def _copy_guidelines(db: Db, other: Db, there: int, here: int) -> None:
    rows = other.conn.execute("select version, text, note, at from guideline where question_id = ?", (there,))
    db.conn.executemany(
        "insert into guideline (question_id, version, text, note, annotator_id, at) values (?, ?, ?, ?, null, ?)",
        [(here, *row) for row in rows],
    )


def _insert(db: Db, table: str, row: Mapping[str, Any]) -> int:
    """A row with an id of its own; the names of its columns are those of our own tables."""
    names = [name for name in row if name != "id"]
    cursor = db.conn.execute(
        f"insert into {table} ({', '.join(names)}) values ({', '.join('?' * len(names))})",
        [row[name] for name in names],
    )
    return int(cursor.lastrowid or 0)


def _rows(db: Db, table: str) -> list[Row]:
    return [row for part in _parts(db, table) for row in part]


def _parts(db: Db, table: str) -> Iterator[list[Row]]:
    found = db.conn.execute(f"select * from {table} order by id")
    names = [column[0] for column in found.description]
    while part := found.fetchmany(AT_ONCE):
        yield [dict(zip(names, row, strict=True)) for row in part]


def _names(db: Db, table: str, question_id: int | None = None) -> set[str]:
    where = "" if question_id is None else "where question_id = :question and not retired"
    rows = db.conn.execute(f"select name from {table} {where}", {"question": question_id} if question_id else {})
    return {row[0] for row in rows}


def _named(db: Db, external_ids: Iterable[str]) -> dict[str, tuple[int, bytes]]:
    rows = db.conn.execute(
        "select i.external_id, i.id, i.content_hash from json_each(?) wanted"
        " join item i on i.external_id = wanted.value",
        (json.dumps(list(external_ids)),),
    )
    return {row[0]: (row[1], row[2]) for row in rows}


def _free_item(db: Db, name: str) -> str:
    return _numbered(name, lambda found: bool(db.value("select 1 from item where external_id = ?", (found,))))


def _free(name: str, taken: Iterable[str]) -> str:
    names = set(taken)
    return _numbered(name, names.__contains__)


def _numbered(name: str, is_taken: Callable[[str], bool]) -> str:
    number, found = 2, name
    while is_taken(found):
        found, number = f"{name} ({number})", number + 1
    return found
