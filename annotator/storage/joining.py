"""Two copies of one project that went apart: what the other one has is found here again, or added."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from annotator.domain.model import Kind
from annotator.storage import annotators, answers, audit, identities, package_order, setup
from annotator.storage import packages as sent_packages
from annotator.storage.database import Db, Row
from annotator.storage.items import content_hash

AT_ONCE = 5_000  # rows that are read together
KIND = "join"  # of the operation that adds what is missing
SAID_ONE_BY_ONE = ("annotate", "take")  # kinds of operations whose answers travel as operations
_OF = "of"  # what the log keeps beside an answer that came with another copy: the operation in which it was given
_SAYS = ("status", "label_id", "comment")
_BROUGHT = (
    "from op o join op_row r on r.op_id = o.id where o.kind = ? and r.noun = 'annotation'"
    " and r.after ->> '$.of[1]' is not null"
)


class TextsDiffer(Exception):  # noqa: N818 - it is told as what it means, that a file is damaged
    """An item of the other copy has another text than its own hash says."""


@dataclass
class Maps:
    """Ids of the other copy as they are here.

    uids: of items that both imported, by the uid that the other copy gave them. new: labels that are added here.
    """

    questions: dict[int, int] = field(default_factory=dict)
    labels: dict[int, int] = field(default_factory=dict)
    items: dict[int, int] = field(default_factory=dict)
    annotators: dict[int, int] = field(default_factory=dict)
    agents: dict[int, int] = field(default_factory=dict)
    runs: dict[int, int] = field(default_factory=dict)
    uids: dict[str, str] = field(default_factory=dict)
    new: set[int] = field(default_factory=set)


class Asked(NamedTuple):
    """questions, labels: how many were added. renamed: new names of those whose own is another one's. rows: of the
    log, for those of them that were here before."""

    questions: int
    labels: int
    renamed: list[str]
    rows: list[audit.LoggedRow]


def questions(db: Db, other: Db, maps: Maps) -> Asked:
    """Add the questions and labels that are missing, under their own ids."""
    here, labels = identities.questions(db), identities.labels(db)
    added = [0, 0]
    renamed: list[str] = []
    logged: list[audit.LoggedRow] = []
    for row in _rows(other, "question"):
        if row["uid"] not in here:
            _make_room(db, "question", row, renamed, logged)
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
                _make_room(db, "label", row, renamed, logged)
            labels[row["uid"]] = _insert(db, "label", row)
            maps.new.add(labels[row["uid"]])
            added[1] += 1
        maps.labels[row["id"]] = labels[row["uid"]]
    for id_, into in merged.items():
        setup.put_label(db, maps.labels[id_], {"merged_into": maps.labels[into]})
    return Asked(added[0], added[1], renamed, logged)


def _make_room(db: Db, table: str, row: Row, renamed: list[str], logged: list[audit.LoggedRow]) -> None:
    """Where both copies added one of the same name, the elder keeps it and the other gets a number: the same two names
    in both copies, whoever takes whose."""
    question_id = row["question_id"] if table == "label" else None
    names = _names(db, table, question_id)
    if row["name"].casefold() in names:
        id_, uid = names[row["name"].casefold()]
        free = free_name(row["name"], names)
        renamed.append(free)
        if uid < row["uid"]:
            row["name"] = free
        else:
            change = setup.change_question if table == "question" else setup.change_label
            logged.append(change(db, id_, name=free))
    same_key = "select id, uid from label where question_id = ? and key = ? and key <> '' and not retired"
    if question_id and (found := db.conn.execute(same_key, (question_id, row["key"])).fetchone()):
        if found[1] < row["uid"]:
            row["key"] = ""  # its number chooses it
        else:
            logged.append(setup.change_label(db, found[0], key=""))


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
            twin = None if found is not None or row["external_id"] not in names else _twin(db, row)
            if twin is not None:
                found, maps.uids[row["uid"]] = twin
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
            row["name"] = free_name(row["name"], by_name)
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
    of the log). What this copy knows of already stays as it is here; of two others the later operation counts: the one
    in which the answer was given, whichever copies it came through."""
    known = {row[0] for row in db.conn.execute("select uid from op")} | _known_through_others(db)
    origins = _origins(db)
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
            if uid in known or (current is not None and not _earlier(db, current, origins, key, operation, uid)):
                continue
            run = None if row["run_id"] is None else maps.runs[row["run_id"]]
            after = row | _labels(row, maps) | {"run_id": run, "op_id": op}
            answers.put(db, op, key, after)
            logged.append(("annotation", key, current, after | {_OF: [operation, uid]}))
            same = current is not None and all(current[name] == after[name] for name in _SAYS)
            count += not same
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
        row["settings"] = _settings(json.loads(row["settings"]), maps, len(sent), _other_uids(other, maps, sent))
        id_ = _insert(db, "package", row | {"annotator_id": maps.annotators[row["annotator_id"]], "op_id": op})
        db.conn.executemany(
            "insert into package_item values (?, ?, ?)", [(id_, maps.items[item_id], gold) for item_id, gold in sent]
        )
        added += 1
    return added


def _other_uids(other: Db, maps: Maps, sent: Iterable[tuple[int, int]]) -> dict[str, int]:
    """The items in a package that have another uid there than here, where both imported them: id here by uid there.
    What comes back from the package says the uid there."""
    if not maps.uids:
        return {}
    uids = identities.contents(other, [item_id for item_id, _ in sent])
    return {uid: maps.items[item_id] for item_id, (uid, _) in uids.items() if uid in maps.uids}


def _settings(there: dict[str, Any], maps: Maps, size: int, uids: Mapping[str, int]) -> str:
    """Of a package, with the ids as they are here."""
    here = there | {"questions": [maps.questions[id_] for id_ in there["questions"]]}
    known = {uid: maps.items[id_] for uid, id_ in there.get(sent_packages.UIDS, {}).items()} | dict(uids)
    if known:
        here[sent_packages.UIDS] = known
    if package_order.SETTING in there:
        order = package_order.unpacked(there[package_order.SETTING], size)
        here[package_order.SETTING] = package_order.packed([maps.items.get(item_id, 0) for item_id in order])
    return json.dumps(here, ensure_ascii=False)


def settings(db: Db, other: Db) -> list[str]:
    """The names of settings that both have and that are not the same."""
    there = dict(other.conn.execute("select key, value from project"))
    here = dict(db.conn.execute("select key, value from project"))
    return sorted(key for key in here.keys() & there.keys() if here[key] != there[key])


def _earlier(
    db: Db,
    current: Row,
    origins: Mapping[tuple[int, ...], tuple[int, int, str]],
    key: tuple[int, ...],
    operation: int,
    uid: str,
) -> bool:
    """Whether an answer here gives way: never one that somebody gave, else the earlier operation."""
    kind, own = db.conn.execute("select kind, uid from op where id = ?", (current["op_id"],)).fetchone()
    return kind not in SAID_ONE_BY_ONE and _origin(origins, key, current["op_id"], own) < (operation, uid)


def _origins(db: Db) -> dict[tuple[int, ...], tuple[int, int, str]]:
    """By (item, question, annotator) of answers that came with another copy: the operation that brought the last one,
    and number and uid of the one in which it was given."""
    rows = db.conn.execute(
        "select r.key ->> '$[0]', r.key ->> '$[1]', r.key ->> '$[2]', o.id, cast(r.after ->> '$.of[0]' as integer),"
        f" cast(r.after ->> '$.of[1]' as text) {_BROUGHT} order by o.id",
        (KIND,),
    )
    return {tuple(row[:3]): row[3:] for row in rows}


def _origin(
    origins: Mapping[tuple[int, ...], tuple[int, int, str]], key: tuple[int, ...], op: int, uid: str
) -> tuple[int, str]:
    """Number and uid of the operation in which an answer was given that operation `op` of this copy wrote."""
    brought, number, given = origins.get(key, (0, op, uid))
    return (number, given) if brought == op else (op, uid)


def _known_through_others(db: Db) -> set[str]:
    """The operations of other copies whose answers came here at any time."""
    return {row[0] for row in db.conn.execute(f"select distinct r.after ->> '$.of[1]' {_BROUGHT}", (KIND,))}


def _bulk(other: Db) -> Iterator[list[tuple[int, str, Row]]]:
    """(number and uid of the operation in which it was given, answer), in parts."""
    origins = _origins(other)
    rows = other.conn.execute(
        "select a.*, o.uid as operation_uid from annotation a join op o on o.id = a.op_id"
        " where o.kind not in (select value from json_each(?)) order by a.item_id",
        (json.dumps(SAID_ONE_BY_ONE),),
    )
    names = [column[0] for column in rows.description]
    while part := rows.fetchmany(AT_ONCE):
        found = [dict(zip(names, row, strict=True)) for row in part]
        yield [(*_origin(origins, _key(row), row["op_id"], row.pop("operation_uid")), row) for row in found]


def _key(row: Row) -> tuple[int, ...]:
    return row["item_id"], row["question_id"], row["annotator_id"]


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


def _names(db: Db, table: str, question_id: int | None = None) -> dict[str, tuple[int, str]]:
    """(id, uid) by name, as it is compared: of all questions, or of the labels in use of one."""
    where = "" if question_id is None else "where question_id = :question and not retired"
    rows = db.conn.execute(
        f"select name, id, uid from {table} {where}", {"question": question_id} if question_id else {}
    )
    return {row[0].casefold(): (row[1], row[2]) for row in rows}


def _named(db: Db, external_ids: Iterable[str]) -> set[str]:
    """Those of these ids that items have here."""
    rows = db.conn.execute(
        "select i.external_id from json_each(?) wanted join item i on i.external_id = wanted.value",
        (json.dumps(list(external_ids)),),
    )
    return {row[0] for row in rows}


def _twin(db: Db, row: Row) -> tuple[int, str] | None:
    """The same row of the same file, imported in both copies: (id, uid). It may stand behind others of its id, “x (2)”,
    as what came from a third copy does."""
    number, name = 2, row["external_id"]
    while found := db.conn.execute("select id, uid, content_hash from item where external_id = ?", (name,)).fetchone():
        if found[2] == row["content_hash"]:
            return found[0], found[1]
        name, number = f"{row['external_id']} ({number})", number + 1
    return None


def _free_item(db: Db, name: str) -> str:
    return _numbered(name, lambda found: bool(db.value("select 1 from item where external_id = ?", (found,))))


def free_name(name: str, taken: Iterable[str]) -> str:
    """The name, with a number behind it where it is taken."""
    names = {each.casefold() for each in taken}
    return _numbered(name, lambda found: found.casefold() in names)


def _numbered(name: str, is_taken: Callable[[str], bool]) -> str:
    number, found = 2, name
    while is_taken(found):
        found, number = f"{name} ({number})", number + 1
    return found
