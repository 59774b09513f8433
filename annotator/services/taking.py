"""The lead takes back what annotators said: any files, in any order, as often as they come."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from annotator.domain.drafts import Draft, standing
from annotator.domain.model import Changes
from annotator.domain.undo import Action
from annotator.domain.union import Copy, forked
from annotator.errors import Cancelled, UserError
from annotator.services import incoming, joining, packages, placing, project_file
from annotator.services.incoming import AnotherCopy, Incoming
from annotator.services.news import of_changes
from annotator.services.opening_packages import PassphraseNeeded, WrongPassphrase, content_hash
from annotator.services.packages import Aside, of_whom
from annotator.services.placing import State
from annotator.services.take_report import Came, Report
from annotator.storage import audit, identities, items, setup, takings
from annotator.storage.database import Db
from annotator.storage.explaining import damaged
from annotator.texts import say, say_count

__all__ = ["Came", "Report"]

_Found = Incoming | AnotherCopy


class _Untrue(Exception):  # noqa: N818 - never seen outside
    """Another copy holds a text that is not what its own hash says: the rest of it is not trusted either."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self.path, self.problem = path, damaged(path)


def take(db: Db, paths: Sequence[Path], *, by: int | None = None, passphrase: str = "") -> Report:
    """Take files as one operation, with what was kept aside before and has a place now.

    Those that cannot be taken are reported; a UserError where it is the only one. by: who takes them.
    """
    found, problems = _read(db, paths, passphrase)
    report = None
    while report is None:
        if len(paths) == 1 and problems:
            raise next(iter(problems.values()))
        report = _reported(db, paths, found, problems, by)
    return report


def take_or_refuse(db: Db, paths: Sequence[Path], *, by: int | None = None, passphrase: str = "") -> Report:
    """As `take`, but a file that cannot be taken is reported also where it is the only one: a UserError is then one of
    the project, and the files may well be taken later."""
    found, problems = _read(db, paths, passphrase)
    report = None
    while found and report is None:
        report = _reported(db, paths, found, problems, by)
    return report or Report(tuple(refusal(path, error) for path, error in problems.items()))


def _read(db: Db, paths: Sequence[Path], passphrase: str) -> tuple[list[_Found], dict[Path, UserError]]:
    """What can be taken, and what is wrong with each of the others."""
    found: list[_Found] = []
    problems: dict[Path, UserError] = {}
    for path in map(Path, paths):
        try:
            found.append(incoming.read(db, path, passphrase))
        except UserError as error:
            problems[path] = error
    return found, problems


def _reported(
    db: Db, paths: Sequence[Path], found: list[_Found], problems: dict[Path, UserError], by: int | None
) -> Report | None:
    """None, and nothing is taken, where another copy turns out to be damaged further in: it is moved from what was
    found to the problems, and the others can be taken then."""
    try:
        with db.atomic():
            report = _taken(db, found, by)
    except Cancelled:
        raise
    except Exception as error:  # raised again unless a copy is to blame
        blamed = _blamed(found, error)
        if not blamed:
            raise
        problems |= blamed
        found[:] = [each for each in found if each.path not in blamed]
        return None
    came = iter(report.files)
    files = [refusal(path, problems[path]) if path in problems else next(came) for path in map(Path, paths)]
    return replace(report, files=tuple(files))


def _blamed(found: Sequence[_Found], error: Exception) -> dict[Path, UserError]:
    """The copies that are to blame for an error, and what is wrong with them."""
    if isinstance(error, _Untrue):
        return {error.path: error.problem}
    faults = {each.path: incoming.fault(each.path, error) for each in found if isinstance(each, AnotherCopy)}
    return {path: problem for path, problem in faults.items() if problem is not None}


def refusal(path: Path, error: UserError) -> Came:
    """Of a file that could not be taken."""
    return Came(path, path.name, problem=str(error), locked=isinstance(error, PassphraseNeeded | WrongPassphrase))


def place_aside(db: Db) -> int:
    """Try again what is kept aside; the number of operations that have a place now."""
    return take(db, []).placed_later


def undo(db: Db) -> int | None:
    """Take back the last taking that brought anything; the number of answers that changed, None where there is none."""
    return _reverted(db, Action.UNDO)


def undone(db: Db, answers: int) -> list[str]:
    """What is to be said of the taking that was taken back just now: of answers, of decisions, and of what stays."""
    decisions, copies = takings.last_reverted(db)
    told = [
        say_count(
            answers,
            "Undone: {n} answer or skip is as it was before the taking.",
            "Undone: {n} answers or skips are as they were before the taking.",
        )
    ]
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
    return _reverted(db, Action.REDO)


def _reverted(db: Db, action: Action) -> int | None:
    with db.atomic():
        changed = takings.revert(db, action)
        if changed:
            placing.check(db, takings.last_answers(db))
    return changed


def redone(answers: int) -> list[str]:
    """What is to be said of the taking that was done again just now."""
    return [
        say_count(answers, "Done again: {n} answer or skip came back.", "Done again: {n} answers or skips came back.")
    ]


def waiting_to_undo(db: Db) -> bool:
    """Whether there is a taking that can be undone."""
    return takings.targets_now(db).undo is not None


def _taken(db: Db, found: Sequence[_Found], by: int | None) -> Report:
    packages.check_lead(db)
    waited = {operation.id: operation.copy.package for operation, _, _ in takings.aside(db)}
    copies = any(isinstance(each, AnotherCopy) for each in found)
    named = [*(each.copy.package for each in found if isinstance(each, Incoming)), *waited.values()]
    scope = placing.everybody(db) if copies else placing.family(db, named)
    if not found and not scope.sent:
        return Report(())
    before, earlier = placing.state(db, scope), audit.last_operation(db)
    op = audit.begin(db, takings.KIND, annotator_id=by, above=_highest(found))
    seq, came, added, taken = 0, [], [], []
    through: dict[int, int] = {}  # files that another copy had taken, and that copy
    for each in found:
        if isinstance(each, AnotherCopy):
            told, taking, seq, joined = _joined(db, each.path, op, seq)
            added.append(joined.added)
            through |= dict.fromkeys(joined.through, taking)
        else:
            told, taking, seq = _kept(db, each, op, seq)
        came.append(told)
        taken.append(taking)
    after = placing.state(db, placing.everybody(db) if copies else scope)
    changed = placing.place(db, op, before, after, seq=seq)
    came = _with_news(db, _finished(db, came, added, after), taken, through, changed, after)
    still = {operation.id for operation, _, _ in takings.aside(db)}
    files = [
        _told(db, each, told, after) if isinstance(each, Incoming) else told
        for each, told in zip(found, came, strict=True)
    ]
    changes = Changes(op, annotations=True, setup=bool(found))
    if copies:
        changes |= Changes(items=True, gold=True, runs=True, marks=True, queue=True)
    brought = audit.changed_since(db, earlier, but=takings.SILENT) or any(each.brought for each in came)
    undoable = takings.targets_now(db).undo == op
    return Report(tuple(files), of_changes(changed.values()), len(waited.keys() - still), changes, brought, undoable)


def _with_news(
    db: Db,
    came: Sequence[Came],
    taken: Sequence[int],
    through: Mapping[int, int],
    changed: Mapping[placing.Key, placing.Rows],
    after: State,
) -> list[Came]:
    """What each file did to answers: a change belongs to the file in which the operation came that decides now."""
    first = {id_: through.get(file, file) for id_, file in takings.brought_by(db, [*taken, *through]).items()}
    by_file: dict[int, list[placing.Rows]] = {taking: [] for taking in taken}
    for key, rows in changed.items():
        taking = first.get(after.decided[key].id) if key in after.decided else None
        if taking is not None:
            by_file[taking].append(rows)
    told = []
    for each, taking in zip(came, taken, strict=True):
        found = of_changes(by_file[taking])
        takings.set_fresh(db, taking, found.total)
        told.append(replace(each, news=found))
    return told


def _highest(found: Sequence[_Found]) -> int:
    """Above all counters that come, so that what is said here from now on is later."""
    copies = (each.highest for each in found if isinstance(each, AnotherCopy))
    said = (operation.counter for each in found if isinstance(each, Incoming) for operation in each.operations)
    return max([*copies, *said], default=0)


def _kept(db: Db, each: Incoming, op: int, seq: int) -> tuple[Came, int, int]:
    """The operations of a file are kept, wherever they belong."""
    taking = takings.start(db, content=each.content, source=each.path.name, copy=each.copy, annotator=each.annotator)
    new = takings.add(db, taking, each.operations)
    takings.set_aside_unknown(db, taking, placing.NO_PACKAGE)
    came = Came(each.path, each.path.name, new=new, known=len(each.operations) - new)
    return came, taking, audit.append(db, op, [takings.logged(taking)], first=seq)


def _finished(db: Db, came: Sequence[Came], added: Sequence[joining.Added], after: State) -> list[Came]:
    """When all answers have their places: what labels were split and merged into in other copies."""
    rest = iter(added)
    return [
        each
        if each.joined is None
        else replace(each, joined=replace(each.joined, relabelled=joining.finish(db, next(rest), after.decided)))
        for each in came
    ]


def _joined(db: Db, path: Path, op: int, seq: int) -> tuple[Came, int, int, joining.Came]:
    """Another copy of the project."""
    with closing(project_file.open_project(path, read_only=True)) as other, other.snapshot():
        copy = Copy("", "")
        taking = takings.start(db, content=content_hash(path), source=path.name, copy=copy, annotator=path.stem)
        seq = audit.append(db, op, [takings.logged(taking)], first=seq)
        try:
            came = joining.join(db, other, op, taking, seq)
        except joining.TextsDiffer as error:
            raise _Untrue(path) from error
        for file in (taking, *came.through):
            takings.set_aside_unknown(db, file, placing.NO_PACKAGE)
    return Came(path, path.name, new=came.fresh, joined=came.found), taking, came.seq, came


def _told(db: Db, each: Incoming, came: Came, after: State) -> Came:
    number = after.numbers.get(each.copy, 1)
    own = [(key, operation) for key, operation in after.decided.items() if operation.copy == each.copy]
    drafts = standing([((operation.item, operation.question), operation) for operation in each.operations])
    waiting = {operation.id for operation, _, _ in takings.aside(db)}
    answers = [(key, json.loads(o.answer)) for key, o in own if o.answer is not None and o.id not in waiting]
    labels, into = identities.labels(db), setup.successors(db)
    version = placing.versions(db)
    return replace(
        came,
        annotator=of_whom(each.annotator, number),
        answers_now=sum(said["label"] is not None for _, said in answers),
        skipped_now=sum(said["label"] is None for _, said in answers),
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
