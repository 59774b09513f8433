"""What came back is put where it belongs: the answers in force follow from all operations that ever came."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from annotator.domain.drafts import Draft, answering, standing
from annotator.domain.model import Kind
from annotator.domain.union import HERE, Copy, Operation, in_force, numbered
from annotator.services.packages import of_whom
from annotator.storage import (
    annotators,
    answers,
    audit,
    drafts,
    identities,
    joining_answers,
    package_copy,
    packages,
    setup,
    takings,
)
from annotator.storage.database import Db, Row
from annotator.storage.joining_labels import Relabellings
from annotator.storage.packages import Sent
from annotator.texts import english

Key = tuple[int, int, int]  # item, question, annotator
Rows = tuple[Row | None, Row | None]  # before and after

# Why something is kept aside. Kept in the file, so in English there.
NO_PACKAGE = english("its package was not sent from this project")
NO_ITEM = english("the item is not in this project")
NOT_SENT = english("the item was not in the package")
NO_QUESTION = english("the question is not in this project")
NO_LABEL = english("the label is not in use any more")
UNDONE = english("the taking in which it found its place was undone")


@dataclass(frozen=True)
class Scope:
    """Whose operations are looked at: packages that were sent, and people, id by uid, with what they said without one
    in this or another copy of the project."""

    sent: tuple[Sent, ...]
    people: Mapping[str, int]

    @property
    def packages(self) -> list[str]:
        return [each.uid for each in self.sent]


@dataclass(frozen=True)
class State:
    """What decides for each key, and why operations have no place. numbers: which annotator of a name a copy is.
    drafts: flags and comments beside the answers, by key that ever had any."""

    scope: Scope
    decided: Mapping[Key, Operation]
    homeless: Mapping[str, str]
    numbers: Mapping[Copy, int]
    drafts: Mapping[Key, Draft]


def family(db: Db, packages_named: Iterable[str]) -> Scope:
    """These packages, those that were sent from here, with all others of the same annotators."""
    named = set(packages_named)
    everything = packages.every(db)
    whose = {sent.annotator_id for sent in everything if sent.uid in named}
    people = {who.uid: who.id for who in annotators.every(db, Kind.HUMAN) if who.id in whose}
    return Scope(tuple(sent for sent in everything if sent.annotator_id in whose), people)


def everybody(db: Db) -> Scope:
    """All packages and all people."""
    people = {who.uid: who.id for who in annotators.every(db, Kind.HUMAN)}
    return Scope(tuple(packages.every(db)), people)


def state(db: Db, scope: Scope) -> State:
    """What all operations in force come to."""
    by_uid = {each.uid: each for each in scope.sent}
    came = takings.operations(db, scope.packages, list(scope.people))
    of_packages = (operation.copy for operation in came if operation.copy.package)
    numbers = numbered(of_packages, {uid: each.annotator_id for uid, each in by_uid.items()})
    places = _Places(db, scope, came, numbers)
    keyed, homeless = list(takings.made_here(db, scope.people.values())), {}
    for operation in came:
        key, why = places.of(operation)
        if key is None:
            homeless[operation.id] = why
        else:
            keyed.append((key, operation))
    return State(scope, in_force(answering(keyed)), homeless, numbers, standing(keyed))


def place(db: Db, op: int, before: State, after: State, *, seq: int = 0) -> dict[Key, Rows]:
    """Write what is in force after and was not before, as part of an operation. Returns the answers that changed."""
    kept = takings.aside_of(db, after.scope.packages, list(after.scope.people))
    labels, gone, into = identities.labels_of(db), identities.gone(db), setup.successors(db)
    relabelled, uids = Relabellings(db), identities.labels(db)
    why: dict[str, str] = dict(after.homeless)
    logged: list[audit.LoggedRow] = []
    changes: dict[Key, Rows] = {}
    for key in {**before.decided, **after.decided}:
        winner = after.decided.get(key)
        then = before.decided.get(key)
        if winner is not None and then is not None and winner == then and winner.id not in kept:
            continue
        row, reason = _row(winner, labels.get(key[1], {}), gone)
        if winner is not None and reason:
            why[winner.id] = reason
        if row is not None and winner is not None:  # as it stands in the table, where one label may stand for another
            of = ("annotation", key)
            now = relabelled.now(of, (winner.counter, winner.id), labels_said(winner, uids))
            row = row | {name: into.get(label_id, label_id) for name, label_id in now.items()}
        current = answers.current(db, key)
        if (row is None and current is None) or _same(row, current):
            continue
        if row is None and current is not None and joining_answers.from_elsewhere(db, current):
            continue  # what somebody took back is not what a file says of them
        logged.append(("annotation", key, current, None if row is None else row | {"op_id": op}))
        changes[key] = current, row
        draft = drafts.current(db, key)
        answers.put(db, op, key, row)
        if key in before.drafts or key in after.drafts:  # else the comment of what is taken back stays as it is
            drafts.put(db, key, draft)
    takings.set_aside(db, {id_: "" for id_ in kept if id_ not in why} | why)
    audit.append(db, op, [*logged, *_drafted(db, before, after)], first=seq)
    return changes


def check(db: Db, keys: Iterable[Key]) -> None:
    """After a taking was undone or done again: what came in earlier files and found its place in that one is kept aside
    while it has none, and else would be in no list and never be tried again."""
    after = state(db, everybody(db))
    labels, gone = identities.labels_of(db), identities.gone(db)
    why: dict[str, str] = {}
    for key in keys:
        winner = after.decided.get(key)
        row, reason = _row(winner, labels.get(key[1], {}), gone)
        if winner is None or winner.copy == HERE or winner.answer is None:
            continue
        current = answers.current(db, key)
        placed = row is not None and current is not None and current["answered_at"] == row["answered_at"]
        why[winner.id] = "" if placed else reason or UNDONE
    takings.set_aside(db, why)


def _drafted(db: Db, before: State, after: State) -> Iterator[audit.LoggedRow]:
    """Write the flags and comments that are others now; they may be somebody else's, too."""
    for key in {**before.drafts, **after.drafts}:
        draft = after.drafts.get(key, Draft())
        row = None if draft == Draft() else {"comment": draft.comment, "flagged": int(draft.flagged)}
        current = drafts.current(db, key)
        if drafts.drafted(current) != draft:
            drafts.put(db, key, row)
            yield (drafts.NOUN, key, current, row)


def _row(winner: Operation | None, labels: Mapping[str, int], gone: set[int]) -> tuple[Row | None, str]:
    """The annotation that an operation stands for, and why it has none although it says something.

    labels: of the question, id by uid: a label of another question has no place.
    """
    if winner is None or winner.answer is None:
        return None, ""
    answer = json.loads(winner.answer)
    if winner.copy == HERE:
        return answer, ""
    label = answer["label"]
    if label is not None and (label not in labels or labels[label] in gone):
        return None, NO_LABEL
    return package_copy.row_of(answer, labels), ""


def labels_said(operation: Operation, labels: Mapping[str, int]) -> Row:
    """What names labels in an answer that somebody gave, as they gave it. labels: id by uid."""
    answer = json.loads(operation.answer or "{}")
    if operation.copy == HERE:
        return {name: answer.get(name) for name in ("label_id", "suggested_label_id")}
    return {"label_id": labels.get(answer["label"] or ""), "suggested_label_id": labels.get(answer["suggested"] or "")}


def _same(row: Row | None, current: Row | None) -> bool:
    if row is None or current is None:
        return False
    return all(row[name] == current[name] for name in row if name not in ("op_id", "confidence", "distribution"))


class _Places:
    """Where operations belong, by the ids of this file."""

    def __init__(self, db: Db, scope: Scope, came: Iterable[Operation], numbers: Mapping[Copy, int]) -> None:
        sent = {each.uid: each for each in scope.sent}
        self._items = identities.items(db, {operation.item for operation in came})
        self._questions = identities.questions(db)
        self._in = {uid: packages.items_of(db, each.id) for uid, each in sent.items()}
        self._known_as = {uid: each.settings.get(packages.UIDS, {}) for uid, each in sent.items()}
        self._who = {copy: _annotator(db, sent[copy.package], number) for copy, number in numbers.items()}
        self._who |= {Copy("", uid): id_ for uid, id_ in scope.people.items()}

    def of(self, operation: Operation) -> tuple[Key | None, str]:
        known_as = self._known_as.get(operation.copy.package, {})
        item_id = self._items.get(operation.item) or known_as.get(operation.item)
        question_id = self._questions.get(operation.question)
        if item_id is None:
            return None, NO_ITEM
        if question_id is None:
            return None, NO_QUESTION
        if operation.copy.package and item_id not in self._in[operation.copy.package]:
            return None, NOT_SENT
        return (item_id, question_id, self._who[operation.copy]), ""


def _annotator(db: Db, sent: Sent, number: int) -> int:
    """The annotator that the package was for, or somebody else who used it."""
    if number == 1:
        return sent.annotator_id
    return annotators.named(db, of_whom(annotators.get(db, sent.annotator_id).name, number)).id


def versions(db: Db) -> dict[int, int]:
    """The version of the guideline in force, by question id."""
    asked = [*setup.questions(db), *setup.questions(db, archived=True)]
    return {question.id: question.version for question in asked}
