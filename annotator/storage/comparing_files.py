"""What is in a project, by ids that are the same in all its copies, for telling two copies apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from annotator.storage.database import Db


class Entry(NamedTuple):
    """about: of an answer the item. whose: or which it is. says: in words. means: what is compared, in which labels go
    by their ids, so that a label of another name is no other answer; the first part is the one that matters most."""

    about: str
    whose: str
    says: str
    means: tuple[object, ...]


def items(db: Db) -> Iterator[tuple[str, Entry]]:
    """(uid, (id, "", hash of the texts))."""
    for uid, name, content in db.conn.execute("select uid, external_id, hex(content_hash) from item"):
        yield uid, Entry(name, "", content, (content, name))


def twins(db: Db, other: Db) -> dict[str, str]:
    """Items that both projects imported from one row of a file, with other uids: uid in `db` by uid in `other`."""
    query = "select external_id || hex(content_hash), uid from item"
    here = dict(db.conn.execute(query))
    return {uid: here[row] for row, uid in other.conn.execute(query) if here.get(row, uid) != uid}


def questions(db: Db) -> Iterator[tuple[str, Entry]]:
    """Questions and labels; what they say is all that people read of them."""
    rows = db.conn.execute("select uid, name, text, noun, guideline, archived from question")
    for uid, name, *said in rows:
        yield uid, Entry(name, "", repr(said), (name, *said))
    rows = db.conn.execute(
        "select l.uid, q.name, l.name, l.description, l.retired, (select m.uid from label m where m.id = l.merged_into)"
        " from label l join question q on q.id = l.question_id"
    )
    for uid, question, name, *said in rows:
        yield uid, Entry(question, name, repr(said), (name, *said))


def answers(db: Db, kind: str) -> Iterator[tuple[str, Entry]]:
    """Of people ("human") or LLMs ("llm"): item, annotator, and the label or how else it was answered."""
    rows = db.conn.execute(
        "select i.uid, q.uid, w.name, i.external_id, coalesce(l.name, a.status), coalesce(l.uid, a.status), a.comment,"
        " a.flagged"
        " from annotation a join annotator w on w.id = a.annotator_id and w.kind = ? join item i on i.id = a.item_id"
        " join question q on q.id = a.question_id left join label l on l.id = a.label_id",
        (kind,),
    )
    for item, question, who, name, label, label_id, comment, flagged in rows:
        more = f" ({' '.join(comment.split())})" if comment else ""
        says = f"{label}{more}{', flagged' if flagged else ''}"
        yield f"{item} {question} {who}", Entry(name, who, says, (label_id, comment, flagged))


def decisions(db: Db) -> Iterator[tuple[str, Entry]]:
    """Decisions of people and known labels of files; no right answer is a dash."""
    rows = db.conn.execute(
        "select i.uid, q.uid, i.external_id, g.source, coalesce(l.name, '-'), l.uid from gold g"
        " join item i on i.id = g.item_id join question q on q.id = g.question_id"
        " left join label l on l.id = g.label_id"
    )
    for item, question, name, source, label, label_id in rows:
        yield f"{item} {question}", Entry(name, source, label, (label_id, source))


def packages(db: Db) -> Iterator[tuple[str, Entry]]:
    rows = db.conn.execute("select p.uid, w.name, p.number from package p join annotator w on w.id = p.annotator_id")
    for uid, name, number in rows:
        yield uid, Entry(name, str(number), "", (name, number))


def runs(db: Db) -> Iterator[tuple[str, Entry]]:
    """Runs, and how many calls each has."""
    rows = db.conn.execute(
        "select r.uid, w.name, r.started_at, (select count(*) from call c where c.run_id = r.id) from run r"
        " join agent a on a.id = r.agent_id join annotator w on w.id = a.annotator_id"
    )
    for uid, name, at, calls in rows:
        yield uid, Entry(name, at, str(calls), (name, at, calls))
