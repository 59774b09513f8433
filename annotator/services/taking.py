"""The lead takes back what annotators said: any files, in any order, as often as they come."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from annotator.domain.drafts import Draft, standing
from annotator.domain.model import Changes
from annotator.domain.undo import Action
from annotator.domain.union import Copy, forked
from annotator.errors import UserError
from annotator.services import incoming, joining, packages, placing, project_file
from annotator.services.incoming import Incoming
from annotator.services.joining import Joined, Relabelled, relabel
from annotator.services.opening_packages import content_hash
from annotator.services.packages import Aside, of_whom
from annotator.services.placing import State
from annotator.storage import audit, identities, items, setup, takings
from annotator.storage.database import Db
from annotator.texts import say, say_count

LISTED = 10  # item ids that are told in a sentence


@dataclass(frozen=True)
class Came:
    """What became of one file. problem: why it was not taken, "" where it was.

    new, known: operations that were not there yet, and that were. answers_now: of this copy, in force. edited: ids of
    items whose text has changed since the package was made. merged_labels, older_guideline: answers with a label that
    another one stands for now, and answers given under an older guideline. drafts: flags and comments on items without
    an answer. aside: what could not be placed. warnings: what else is to be known, in sentences. joined: what came of
    another copy of the project.
    """

    path: Path
    name: str
    annotator: str = ""
    new: int = 0
    known: int = 0
    answers_now: int = 0
    edited: tuple[str, ...] = ()
    merged_labels: int = 0
    older_guideline: int = 0
    drafts: int = 0
    aside: tuple[Aside, ...] = ()
    warnings: tuple[str, ...] = ()
    problem: str = ""
    joined: Joined | None = None

    @property
    def brought(self) -> bool:
        """Whether operations came, or parts of another copy that stand in no operation."""
        return bool(self.new) or (self.joined is not None and self.joined.added)

    def sentences(self) -> Iterator[str]:
        if self.problem:
            yield say("{file}: not taken. {problem}", file=self.name, problem=self.problem)
            return
        if self.joined is not None:
            yield say(
                "{file}: another copy of this project, {new}.",
                file=self.name,
                new=say_count(self.new, "{n} new operation", "{n} new operations"),
            )
            yield from self.joined.sentences()
            return
        yield say(
            "{file}: {annotator}, {new}, {known} already; {answers} in force.",
            file=self.name,
            annotator=self.annotator,
            new=say_count(self.new, "{n} new operation", "{n} new operations"),
            known=say_count(self.known, "{n} known", "{n} known"),
            answers=say_count(self.answers_now, "{n} answer", "{n} answers"),
        )
        yield from self._since()
        yield from self.warnings

    def _since(self) -> Iterator[str]:
        if self.edited:
            more = "" if len(self.edited) <= LISTED else " …"
            yield say_count(
                len(self.edited),
                "The text of {n} item has changed since it was sent: {items}.",
                "The texts of {n} items have changed since they were sent: {items}.",
                items=", ".join(self.edited[:LISTED]) + more,
            )
        if self.merged_labels:
            yield say_count(
                self.merged_labels,
                "{n} answer has a label that was merged since, and counts for the one in its place.",
                "{n} answers have a label that was merged since, and count for the one in its place.",
            )
        if self.older_guideline:
            yield say_count(
                self.older_guideline,
                "{n} answer was given under an older guideline, and is marked with its version.",
                "{n} answers were given under an older guideline, and are marked with its version.",
            )
        if self.drafts:
            yield say_count(
                self.drafts,
                "A flag or comment on {n} item without an answer came along.",
                "Flags and comments on {n} items without an answer came along.",
            )
        if self.aside:
            yield say_count(
                len(self.aside),
                "{n} operation is kept aside, since {why}.",
                "{n} operations are kept aside, such as one since {why}.",
                why=self.aside[0].why,
            )

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "file": str(self.path),
            "annotator": self.annotator or None,
            "new": self.new,
            "known": self.known,
            "answers": self.answers_now,
            "edited": list(self.edited),
            "merged_labels": self.merged_labels,
            "older_guideline": self.older_guideline,
            "drafts": self.drafts,
            "aside": [vars(each) for each in self.aside],
            "warnings": list(self.warnings),
            "problem": self.problem or None,
            "joined": None if self.joined is None else self.joined.as_dict(),
        }


@dataclass(frozen=True)
class Report:
    """What came of taking files. changed: answers of the project that are others now.

    placed_later: operations from earlier that were kept aside and have a place now. brought: whether anything came
    that was not in the project yet.
    """

    files: tuple[Came, ...]
    changed: int = 0
    placed_later: int = 0
    changes: Changes = field(default_factory=Changes)
    brought: bool = False

    def sentences(self) -> list[str]:
        told = [sentence for came in self.files for sentence in came.sentences()]
        if self.placed_later:
            told.append(
                say_count(
                    self.placed_later,
                    "{n} operation that was kept aside has its place now.",
                    "{n} operations that were kept aside have their places now.",
                )
            )
        return told


def take(db: Db, paths: Sequence[Path], *, by: int | None = None, passphrase: str = "") -> Report:
    """Take files as one operation, with what was kept aside before and has a place now.

    Those that cannot be taken are reported; a UserError where it is the only one. by: who takes them.
    """
    found: list[Incoming | Path] = []
    problems: dict[Path, str] = {}
    for path in map(Path, paths):
        try:
            found.append(incoming.read(db, path, passphrase))
        except UserError as error:
            if len(paths) == 1:
                raise
            problems[path] = str(error)
    with db.atomic():
        report = _taken(db, found, by)
    came = iter(report.files)
    files = [
        Came(path, path.name, problem=problems[path]) if path in problems else next(came) for path in map(Path, paths)
    ]
    return replace(report, files=tuple(files))


def place_aside(db: Db) -> int:
    """Try again what is kept aside; the number of operations that have a place now."""
    return take(db, []).placed_later


def undo(db: Db) -> int | None:
    """Take back the last taking; the number of answers that changed, None where there is none."""
    return takings.revert(db, Action.UNDO)


def undone(db: Db) -> list[str]:
    """What else is to be said of the taking that was taken back just now: of decisions, and of what stays."""
    decisions, copies = takings.last_reverted(db)
    told = []
    if decisions:
        told.append(say_count(decisions, "{n} decision was taken back too.", "{n} decisions were taken back too."))
    if copies:
        told.append(
            say(
                "What else came with the other copy stays: items, questions, labels and their changes, runs and"
                " answers of LLMs. The backup from before the taking has none of it."
            )
        )
    return told


def redo(db: Db) -> int | None:
    return takings.revert(db, Action.REDO)


def waiting_to_undo(db: Db) -> bool:
    """Whether there is a taking that can be undone."""
    return takings.targets_now(db).undo is not None


def _taken(db: Db, found: Sequence[Incoming | Path], by: int | None) -> Report:
    packages.check_lead(db)
    waited = {operation.id: operation.copy.package for operation, _, _ in takings.aside(db)}
    copies = any(isinstance(each, Path) for each in found)
    named = [*(each.copy.package for each in found if isinstance(each, Incoming)), *waited.values()]
    scope = placing.everybody(db) if copies else placing.family(db, named)
    if not found and not scope.sent:
        return Report(())
    before, earlier = placing.state(db, scope), audit.last_operation(db)
    op = audit.begin(db, takings.KIND, annotator_id=by, above=_highest(db, found))
    seq, came, relabelled = 0, [], []
    for each in found:
        if isinstance(each, Path):
            told, seq, labels_there = _joined(db, each, op, seq)
            relabelled.append(labels_there)
        else:
            told, seq = _kept(db, each, op, seq)
        came.append(told)
    after = placing.state(db, placing.everybody(db) if copies else scope)
    changed, _ = placing.place(db, op, before, after, seq=seq)
    came = _relabelled(db, came, relabelled)
    still = {operation.id for operation, _, _ in takings.aside(db)}
    files = [
        _told(db, each, told, after) if isinstance(each, Incoming) else told
        for each, told in zip(found, came, strict=True)
    ]
    changes = Changes(op, annotations=True, setup=bool(found))
    if copies:
        changes |= Changes(items=True, gold=True, runs=True, marks=True, queue=True)
    brought = audit.changed_since(db, earlier, but=takings.NOUN) or any(each.brought for each in came)
    return Report(tuple(files), changed, len(waited.keys() - still), changes, brought)


def _highest(db: Db, found: Sequence[Incoming | Path]) -> int:
    """Above all counters that come, so that what is said here from now on is later."""
    counters = [operation.counter for each in found if isinstance(each, Incoming) for operation in each.operations]
    for each in found:
        if isinstance(each, Path):
            with closing(project_file.open_project(each, read_only=True)) as other:
                counters += [audit.last_operation(other), takings.highest(other)]
    return max(counters, default=0)


def _kept(db: Db, each: Incoming, op: int, seq: int) -> tuple[Came, int]:
    """The operations of a file are kept, wherever they belong."""
    taking = takings.start(db, content=each.content, source=each.path.name, copy=each.copy, annotator=each.annotator)
    new = takings.add(db, taking, each.operations)
    takings.set_aside_unknown(db, taking, placing.NO_PACKAGE)
    came = Came(each.path, each.path.name, new=new, known=len(each.operations) - new)
    return came, audit.append(db, op, [takings.logged(taking)], first=seq)


def _relabelled(db: Db, came: Sequence[Came], wanted: Sequence[Relabelled]) -> list[Came]:
    """When all answers have their places: what labels were split and merged into in other copies."""
    rest = iter(wanted)
    return [
        each if each.joined is None else replace(each, joined=replace(each.joined, relabelled=relabel(db, next(rest))))
        for each in came
    ]


def _joined(db: Db, path: Path, op: int, seq: int) -> tuple[Came, int, Relabelled]:
    """Another copy of the project."""
    with closing(project_file.open_project(path, read_only=True)) as other, other.snapshot():
        copy = Copy("", "")
        taking = takings.start(db, content=content_hash(path), source=path.name, copy=copy, annotator=path.stem)
        seq = audit.append(db, op, [takings.logged(taking)], first=seq)
        found, new, seq, relabelled = joining.join(db, other, op, taking, seq)
        takings.set_aside_unknown(db, taking, placing.NO_PACKAGE)
    return Came(path, path.name, new=new, joined=found), seq, relabelled


def _told(db: Db, each: Incoming, came: Came, after: State) -> Came:
    number = after.numbers.get(each.copy, 1)
    own = [(key, operation) for key, operation in after.decided.items() if operation.copy == each.copy]
    drafts = standing([((operation.item, operation.question), operation) for operation in each.operations])
    answers = [(key, json.loads(o.answer)) for key, o in own if o.answer is not None]
    labels, into = identities.labels(db), setup.successors(db)
    version = placing.versions(db)
    return replace(
        came,
        annotator=of_whom(each.annotator, number),
        answers_now=len(answers),
        edited=tuple(_edited(db, own)),
        merged_labels=sum(labels.get(said["label"] or "") in into for _, said in answers),
        older_guideline=sum(said["version"] < version[key[1]] for key, said in answers),
        drafts=sum(draft != Draft() for draft in drafts.values()),
        aside=tuple(_aside(db, each)),
        warnings=tuple(_warnings(each, after, number)),
    )


def _edited(db: Db, own: Sequence[tuple[placing.Key, Any]]) -> Iterator[str]:
    now = identities.contents(db, {key[0] for key, _ in own})
    changed = {key[0] for key, operation in own if now[key[0]][1] != operation.seen}
    return (item.external_id for item in items.page(db, sorted(changed)))


def _aside(db: Db, each: Incoming) -> list[Aside]:
    ids = {operation.id for operation in each.operations}
    return packages.aside(db, ids)


def _warnings(each: Incoming, after: State, number: int) -> Iterator[str]:
    if number > 1:
        yield say(
            "The package of {annotator} was used in more than one place; what came from here is kept as {name}.",
            annotator=each.annotator,
            name=of_whom(each.annotator, number),
        )
    if each.copy in forked(each.operations):
        yield say("The project file of {annotator} was copied, and both copies went on.", annotator=each.annotator)
