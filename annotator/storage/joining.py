"""Two copies of one project that went apart: what the other one has is found here again, or added."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from annotator.domain.model import Kind
from annotator.storage import annotators, audit, identities, package_order
from annotator.storage import packages as sent_packages
from annotator.storage.database import Db, Row
from annotator.storage.items import content_hash

AT_ONCE = 5_000  # rows that are read together
KIND = "join"  # of the operation that adds what is missing


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


class ItemsCame(NamedTuple):
    """added: how many. renamed: new ids of those whose id stands for another text. differing: the ids of those whose
    text is another one here."""

    added: int
    renamed: list[str]
    differing: list[str]


def questions(db: Db, other: Db, maps: Maps) -> tuple[int, int]:
    """Add the questions and labels that are missing, under their own ids; how many. What they are called, and whether
    they are in use, is settled with all others."""
    here, labels = identities.questions(db), identities.labels(db)
    added = [0, 0]
    for row in _rows(other, "question"):
        if row["uid"] not in here:
            here[row["uid"]] = _insert(db, "question", row | {"name": f"\0{row['uid']}"})
            added[0] += 1
            _copy_guidelines(db, other, row["id"], here[row["uid"]])
        maps.questions[row["id"]] = here[row["uid"]]
    for row in _rows(other, "label"):
        if row["uid"] not in labels:
            own = {"question_id": maps.questions[row["question_id"]], "name": f"\0{row['uid']}", "merged_into": None}
            labels[row["uid"]] = _insert(db, "label", row | own)
            maps.new.add(labels[row["uid"]])
            added[1] += 1
        maps.labels[row["id"]] = labels[row["uid"]]
    return added[0], added[1]


def items(db: Db, other: Db, maps: Maps, op: int, seq: int) -> tuple[ItemsCame, int]:
    """Add the items that are missing; (what came of that, next row of the log)."""
    added, differing = 0, []
    ids, ids_there = _own_ids(db), _own_ids(other)
    taken: set[str] = set()
    for rows in _parts(other, "item"):
        here = identities.items(db, [row["uid"] for row in rows])
        hashes = identities.contents(db, here.values())
        names = _named(db, [name for row in rows for name in {row["external_id"], ids_there.get(row["id"], "")}])
        for row in rows:
            found, own = here.get(row["uid"]), ids_there.get(row["id"]) or str(row["external_id"])
            twin = None if found is not None or own not in names else _twin(db, row | {"external_id": own})
            if twin is not None:
                found, maps.uids[row["uid"]] = twin
            elif found is None:
                if content_hash(json.loads(row["fields"])) != row["content_hash"]:
                    raise TextsDiffer  # or damage would spread to a project that is sound
                if row["external_id"] in names or own != row["external_id"]:
                    taken.add(own)
                found = _insert(db, "item", row | {"external_id": _free_item(db, own)})
                ids[found] = own
                added += 1
            elif bytes.fromhex(hashes[found][1]) != row["content_hash"]:
                differing.append(row["external_id"])
            maps.items[row["id"]] = found
    renamed, seq = _tell_apart(db, op, taken, ids, seq)
    return ItemsCame(added, renamed, differing), seq


def _own_ids(db: Db) -> dict[int, str]:
    """The ids that items had of their own, of those that got another one, since theirs stood for another text."""
    rows = db.conn.execute(
        "select r.key ->> '$[0]', r.before ->> 'external_id' from op o cross join op_row r on r.op_id = o.id"
        " where o.kind = ? and r.noun = 'item' order by o.id desc, r.seq desc",
        (KIND,),
    )
    return {item_id: str(name) for item_id, name in rows}


def _tell_apart(db: Db, op: int, taken: Iterable[str], ids: Mapping[int, str], seq: int) -> tuple[list[str], int]:
    """Of several items of one id one keeps it, and the others get a number: by their texts, which are the same in all
    copies, whoever takes whose. ids: those that items had of their own. (New ids, next row of the log.)"""
    renamed: list[str] = []
    logged: list[audit.LoggedRow] = []
    for name in sorted(taken):
        among = [item_id for item_id, own in ids.items() if own == name]
        rows = db.conn.execute(
            "select id, external_id from item where id in (select value from json_each(?))"
            " or (external_id = ? and id not in (select value from json_each(?))) order by content_hash",
            (json.dumps(among), name, json.dumps([item_id for item_id in ids if item_id not in among])),
        ).fetchall()
        was = dict(rows)
        for item_id in was:  # out of the way first
            db.conn.execute("update item set external_id = ? where id = ?", (f"\0{item_id}", item_id))
        for item_id in was:
            found = _free_item(db, name)
            db.conn.execute("update item set external_id = ? where id = ?", (found, item_id))
            if found != was[item_id] or found != name:
                logged.append(("item", [item_id], {"external_id": name}, {"external_id": found}))
                renamed += [found] if found != name else []
    return renamed, audit.append(db, op, logged, first=seq)


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
                _insert(db, "call", row | labels_here(row, maps))
                added += 1
    return len(new), added


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


def labels_here(row: Mapping[str, Any], maps: Maps) -> Row:
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
