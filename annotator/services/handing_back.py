"""An annotator hands back what they have said so far: everything, as often as they like."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotator.domain.drafts import Draft, standing
from annotator.domain.union import Copy, Operation, canonical
from annotator.errors import UserError
from annotator.formats import package_file
from annotator.services import packages
from annotator.services.packages import RETURN_SUFFIX, Role
from annotator.storage import identities, items, package_copy, setup
from annotator.storage.database import Db, now
from annotator.texts import figure, say, say_count


@dataclass(frozen=True)
class HandedBack:
    """answers, skipped: items answered and items skipped now, of so many; each question counts by itself. operations:
    all that was ever said, also what was taken back. drafts: flags and comments on items without an answer, which go
    along; stay: those from an older Annotator, which cannot. bare: the package came with a passphrase, and the return
    file has none."""

    path: Path
    answers: int
    of: int
    operations: int
    skipped: int = 0
    drafts: int = 0
    stay: int = 0
    bare: bool = False

    @property
    def warning(self) -> str:
        """In a sentence, "" for nothing to warn of."""
        if not self.bare:
            return ""
        return say(
            "“{file}” has no passphrase, though the package came with one: whoever gets hold of it can read it.",
            file=self.path.name,
        )

    def far(self) -> str:
        """How much is done: "8 of 21 answered, 2 skipped."."""
        answers, of = figure(self.answers), figure(self.of)
        if self.skipped:
            return say(
                "{answers} of {of} answered, {skipped} skipped.", answers=answers, of=of, skipped=figure(self.skipped)
            )
        return say("{answers} of {of} answered.", answers=answers, of=of)

    def sentences(self) -> list[str]:
        told = [f"{self.far()} " + say("{file} can go back.", file=self.path.name)]
        if self.drafts:
            told.append(
                say_count(
                    self.drafts,
                    "The flag or comment on {n} item without an answer goes along.",
                    "The flags and comments on {n} items without an answer go along.",
                )
            )
        if self.stay:
            told.append(
                say_count(
                    self.stay,
                    "A flag or comment on {n} item without an answer stays here: answer or skip it to hand it back.",
                    "Flags and comments on {n} items without an answer stay here: answer or skip those to hand them"
                    " back.",
                )
            )
        return [*told, self.warning] if self.bare else told


def suggested(db: Db) -> Path:
    """Where the return file goes unless somebody says otherwise: beside the project file."""
    return db.path.with_suffix(RETURN_SUFFIX)


def hand_back(db: Db, path: Path, *, passphrase: str = "") -> HandedBack:
    """Write a return file with everything that was said in this copy of a package; one that is there is replaced."""
    role = own_role(db)
    with db.snapshot():
        found = operations(db, role)
        answered, skipped = package_copy.done(db, role.annotator_id)
        size = items.count(db) * len(setup.questions(db))
        unanswered = package_copy.unanswered_notes(db, role.annotator_id)
    manifest = {
        "kind": "return",
        "project": role.project,
        "project_name": role.project_name,
        "package": role.package,
        "annotator": role.annotator,
        "copy": role.copy,
        "base": role.base,
        "made": now(),
    }
    package_file.write(Path(path), manifest, {"operations": map(_row, found)}, passphrase)
    drafts = sum(draft != Draft() for draft in standing([((o.item, o.question), o) for o in found]).values())
    bare = role.sealed and not passphrase
    return HandedBack(Path(path), answered, size, len(found), skipped, drafts, max(0, unanswered - drafts), bare)


def own_role(db: Db) -> Role:
    """What this opened package is; a UserError for any other project."""
    role = packages.role(db)
    if role is None:
        raise UserError(
            say("“{name}” is no package that was opened.", name=db.path.name),
            hint=say("Only the project made from a package can be handed back."),
        )
    return role


def operations(db: Db, role: Role) -> list[Operation]:
    """All that was said in an opened package, as it travels."""
    return said_by(db, role.annotator_id, Copy(role.package, role.copy), role.base)


def said_by(db: Db, annotator_id: int, copy: Copy, base: int = 0) -> list[Operation]:
    """All that somebody said in this file, as it travels. base: added to the numbers of their operations."""
    questions = {id_: uid for uid, id_ in identities.questions(db).items()}
    found = package_copy.said(db, annotator_id)
    known = identities.contents(db, {each.item_id for each in found})
    return [
        Operation(
            id=f"{each.uid}.{each.seq}" if each.seq else each.uid,
            copy=copy,
            counter=base + each.number,
            question=questions[each.question_id],
            item=known[each.item_id][0],
            seen=known[each.item_id][1],
            action=each.action,
            answer=None if each.answer is None else canonical(each.answer),
            at=each.at,
        )
        for each in found
    ]


def from_rows(rows: Iterator[dict[str, Any]], copy: Copy) -> Iterator[Operation]:
    """The operations of a return file."""
    for row in rows:
        answer = None if row["answer"] is None else canonical(row["answer"])
        yield Operation(
            row["op"], copy, row["n"], row["question"], row["item"], row["hash"], row["action"], answer, row["at"]
        )


def _row(operation: Operation) -> dict[str, Any]:
    return {
        "op": operation.id,
        "n": operation.counter,
        "question": operation.question,
        "item": operation.item,
        "hash": operation.seen,
        "action": operation.action,
        "answer": None if operation.answer is None else json.loads(operation.answer),
        "at": operation.at,
    }
