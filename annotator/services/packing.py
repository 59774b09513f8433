"""The lead sends work out: who gets which items, looked at before it is written, and one file for each annotator."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from annotator.domain.annotator_signs import LEAST_CHECKS
from annotator.domain.assignment import Assignment, assign
from annotator.domain.ids import uuid7
from annotator.domain.model import Changes, Kind
from annotator.domain.quoting import in_a_row, quoted
from annotator.errors import FileProblem, UserError
from annotator.formats import package_file, package_rows
from annotator.services import feedback, package_contents, package_names, packages, project_file
from annotator.storage import (
    annotators,
    audit,
    filtering,
    gold,
    identities,
    items,
    package_order,
    queue,
    run_items,
    takings,
)
from annotator.storage import packages as sent_packages
from annotator.storage.database import Db, now
from annotator.texts import figure, say, say_count

KIND = "pack"  # of the operations


class Order(StrEnum):
    """In which order everybody sees their items."""

    GIVEN = "given"
    QUEUE = "queue"
    RANDOM = "random"


@dataclass(frozen=True)
class Wish:
    """What is to be sent. to: names. item_ids: () for the queue of people, or all items where there is none.

    what: how people call the items. overlap: people for each item. each: items for each annotator at most, beside the
    gold: so many items whose label is known, hidden among those of everybody. blind: without suggestions of LLMs.
    questions: () for the one that is looked at. metadata: columns that go with the items. feedback: whether everybody
    gets to see what they got wrong so far. seed: None for a new one.
    """

    to: tuple[str, ...]
    item_ids: tuple[int, ...] = ()
    what: str = ""
    overlap: int = 1
    each: int | None = None
    gold: int = 0
    blind: bool = True
    order: Order = Order.RANDOM
    deadline: str = ""
    note: str = ""
    questions: tuple[int, ...] = ()
    metadata: tuple[str, ...] = ()
    feedback: bool = False
    seed: int | None = None


@dataclass(frozen=True)
class Load:
    """What one annotator gets. items: all of them, gold among them. already: chosen items that they have had; left:
    those that they have not, gold left out."""

    name: str
    items: int
    gold: int
    already: int
    left: int


@dataclass(frozen=True)
class Meeting:
    """How many items two annotators both get."""

    first: str
    second: str
    items: int


@dataclass(frozen=True)
class Plan:
    """What would be sent. items: different ones, without gold; left_over: of those chosen, that nobody gets
    or was sent before.

    short: items that fewer people get than were wished, since the others have had them. sentences: all of this in
    words. warnings: what is better changed before anything is written, in words.
    """

    wish: Wish
    assignment: Assignment
    loads: tuple[Load, ...]
    pairs: tuple[Meeting, ...]
    items: int
    left_over: int
    short: int
    gold: int
    sentences: tuple[str, ...]
    warnings: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "to": [{"name": load.name, "items": load.items, "gold": load.gold} for load in self.loads],
            "pairs": [{"first": met.first, "second": met.second, "items": met.items} for met in self.pairs],
            "items": self.items,
            "left_over": self.left_over,
            "short": self.short,
            "overlap": self.wish.overlap,
            "gold": self.gold,
            "blind": self.wish.blind,
            "seed": self.wish.seed,
            "warnings": list(self.warnings),
        }


@dataclass(frozen=True)
class Written:
    """The files, one for each annotator in the order of the wish."""

    files: tuple[Path, ...]
    changes: Changes


def columns(db: Db) -> list[str]:
    """The columns of metadata that may go with the items, as the first thousand items have them."""
    return filtering.metadata_columns(db)


def preview(db: Db, wish: Wish) -> Plan:
    """Who would get what; changes nothing."""
    packages.check_lead(db)
    wish = _checked(db, wish)
    with db.snapshot():
        had = [_had(db, name) for name in wish.to]
        pool = _pool(db, wish)
        shared = _shared(db, wish, had)
        plan = assign(
            pool,
            len(wish.to),
            overlap=wish.overlap,
            each=wish.each,
            shared=shared,
            shuffled=wish.order is Order.RANDOM,
            had=had,
            seed=wish.seed or 0,
        )
        without = set(plan.left_over) - sent_packages.sent(db, wish.questions)
    return _told(wish, plan, pool, had, len(without))


def write(db: Db, plan: Plan, folder: Path, *, passphrase: str = "", by: int | None = None) -> Written:
    """Write the packages into the folder, and keep in the project who has what, as one operation.

    A UserError, and nothing is written, where a file is there already or somebody would get nothing. by: the lead.
    """
    folder = Path(folder)
    for problem in _nothing_for(plan):
        raise problem
    taken = {package_names.folded(each.settings["file_name"]) for each in sent_packages.every(db)}
    made = [_prepared(db, plan, number, folder, taken) for number in range(len(plan.loads))]
    return put(db, made, passphrase, lambda: _kept(db, made, plan, by))


Prepared = tuple[Path, dict[str, Any], package_contents.Chosen]


def put(db: Db, made: Sequence[Prepared], passphrase: str, keep: Callable[[], Changes]) -> Written:
    """Write the files, and keep in the project what they are; neither without the other. No file is written over."""
    for path, _, _ in made:
        if path.exists():
            raise FileProblem(
                say("“{file}” is there already.", file=path.name), hint=say("Move it away, or choose another folder.")
            )
    done: list[Path] = []
    try:
        for path, told, chosen in made:
            package_file.write(path, told, package_contents.members(db, chosen, told["annotator"]), passphrase)
            done.append(path)
        changes = keep()
    except BaseException:  # a package that the project knows nothing of is of no use to anybody
        for path in done:
            path.unlink(missing_ok=True)
        raise
    return Written(tuple(done), changes)


def manifest(db: Db, name: str, number: int, *, blind: bool, deadline: str, note: str) -> dict[str, Any]:
    """What a new package says of itself. number: of those of this annotator."""
    return {
        "kind": "package",
        "project": identities.project(db),
        "project_name": project_file.name(db),
        "package": uuid7(),
        "annotator": name,
        "base": max(audit.last_operation(db), takings.highest(db)),
        "made": now(),
        "number": number,
        "blind": blind,
        "deadline": deadline,
        "note": note,
    }


def settings_of(db: Db, settings: Mapping[str, Any], chosen: package_contents.Chosen) -> dict[str, Any]:
    """What is kept of a package, with all that it takes to write it again."""
    return {
        **settings,
        "questions": list(chosen.questions),
        "metadata": list(chosen.metadata),
        "feedback": [asdict(mistake) for mistake in chosen.mistakes],
        "made_of": package_contents.made_of(db, chosen),
        package_order.SETTING: package_order.packed(chosen.item_ids),
    }


def _prepared(db: Db, plan: Plan, number: int, folder: Path, taken: set[str]) -> Prepared:
    """What goes into a package, and its file. taken: see `package_names.free`."""
    wish, name = plan.wish, plan.wish.to[number]
    person = next((p for p in annotators.every(db, Kind.HUMAN) if p.name == name), None)
    earlier = 0 if person is None else sum(p.annotator.id == person.id for p in packages.sent(db))
    said = manifest(db, name, earlier + 1, blind=wish.blind, deadline=wish.deadline, note=wish.note)
    chosen = package_contents.Chosen(
        item_ids=plan.assignment.work[number],
        questions=wish.questions,
        metadata=wish.metadata,
        blind=wish.blind,
        mistakes=tuple(feedback.mistakes(db, person.id)) if wish.feedback and person is not None else (),
    )
    return folder / package_names.free(said["project_name"], name, earlier + 1, taken), said, chosen


def _kept(db: Db, made: Sequence[Prepared], plan: Plan, by: int | None) -> Changes:
    wish, checks = plan.wish, set(plan.assignment.shared)
    with db.atomic():
        op = audit.begin(db, KIND, annotator_id=by)
        logged = []
        for path, told, chosen in made:
            settings = {
                "overlap": wish.overlap,
                "blind": wish.blind,
                "deadline": wish.deadline,
                "note": wish.note,
                "what": wish.what,
                "order": wish.order.value,
                "seed": wish.seed,
                "file_name": path.name,
            }
            settings = settings_of(db, settings, chosen)
            who = project_file.add_person(db, told["annotator"])
            found = [(item_id, item_id in checks) for item_id in chosen.item_ids]
            uid, number, base = told["package"], told["number"], told["base"]
            row = sent_packages.add(db, op, uid, who.id, number=number, base=base, settings=settings, items=found)
            logged.append(row)
        audit.append(db, op, logged)
    return Changes(op, setup=True)


def _checked(db: Db, wish: Wish) -> Wish:
    to = tuple(" ".join(name.split()) for name in wish.to)
    if not to or not all(to):
        raise UserError(say("Nobody is named to send work to."), hint=say("Give the names of the annotators."))
    if not all(map(package_rows.text(), (*to, wish.deadline, wish.note))):  # a terminal may hand on any bytes
        raise UserError(say("A name or a note has letters that cannot be read."), hint=say("Type it once more."))
    if len({name.casefold() for name in to}) < len(to):
        raise UserError(say("A name is there twice."), hint=say("Give everybody a name of their own."))
    for known in annotators.every(db):
        if known.name in to and (known.kind is not Kind.HUMAN or known.simulated):
            raise UserError(
                say("“{name}” is not a person in this project.", name=known.name), hint=say("Choose another name.")
            )
    if not 1 <= wish.overlap <= len(to):
        raise UserError(
            say("Each item is to go to {overlap} people, and there are {count}.", overlap=wish.overlap, count=len(to)),
            hint=say("Choose a number from 1 to the number of people."),
        )
    if wish.each is not None and wish.each < 1:
        raise UserError(say("Everybody needs at least one item."), hint=say("Choose 1 or more."))
    _check_columns(db, wish.metadata)
    seed = secrets.randbits(31) if wish.seed is None else wish.seed
    questions = wish.questions or (project_file.question(db).id,)
    return replace(wish, to=to, seed=seed, questions=questions)


def _check_columns(db: Db, wanted: Sequence[str]) -> None:
    unknown = next((column for column in wanted if not filtering.has_metadata(db, column)), None)
    if unknown is None:
        return
    known = ", ".join(quoted(name) for name in filtering.metadata_columns(db))
    raise UserError(
        say("No item has metadata “{column}”.", column=unknown),
        hint=say("There are: {names}.", names=known) if known else say("The items have no metadata."),
    )


def _had(db: Db, name: str) -> frozenset[int]:
    person = next((p for p in annotators.every(db, Kind.HUMAN) if p.name == name), None)
    return frozenset() if person is None else sent_packages.had_by(db, person.id)


def _pool(db: Db, wish: Wish) -> Sequence[int]:
    """The chosen items, in the order in which they are dealt out."""
    waits = run_items.waiting(db, wish.questions[0]) if queue.current(db) is not None else []
    if not wish.item_ids:
        return waits if queue.current(db) is not None else items.ids(db)
    if wish.order is not Order.QUEUE:
        return wish.item_ids
    place = {item_id: number for number, item_id in enumerate(waits)}
    return sorted(wish.item_ids, key=lambda item_id: place.get(item_id, len(place)))


def _shared(db: Db, wish: Wish, had: Sequence[frozenset[int]]) -> list[int]:
    """Items whose label is known, drawn by lot, first of those that nobody has had."""
    if not wish.gold:
        return []
    question_id = wish.questions[0]
    looked_at = {item_id for item_id, _ in gold.looked_at(db, question_id)}
    known = [
        found.item_id
        for found in gold.every(db, question_id)
        if found.label_id is not None and (found.source == "imported" or found.item_id in looked_at)
    ]
    seen = frozenset().union(*had)
    alike = set(known) if wish.blind else package_contents.suggested(db, known, wish.questions)
    lots = np.random.default_rng(wish.seed).permutation(len(known))
    # Whoever sees suggestions would know an item without one among items that have some.
    drawn = sorted((known[int(place)] for place in lots), key=lambda item_id: (item_id in seen, item_id not in alike))
    fresh = sum(item_id not in seen for item_id in drawn)
    if wish.gold > fresh:
        few = say_count(
            fresh,
            "There is only {n} item with a known label that none of them has had.",
            "There are only {n} items with a known label that none of them has had.",
        )
        raise UserError(
            few if fresh else say("There is no item with a known label that none of them has had."),
            hint=say("Choose fewer checks, or import more known labels."),
        )
    return drawn[: wish.gold]


def _told(wish: Wish, plan: Assignment, pool: Sequence[int], had: Sequence[frozenset[int]], left_over: int) -> Plan:
    checks = set(plan.shared)
    chosen = set(pool)
    loads = tuple(
        Load(name, len(own), sum(item in checks for item in own), len(chosen & before), len(chosen - before - checks))
        for name, own, before in zip(wish.to, plan.work, had, strict=True)
    )
    met = plan.meetings()
    pairs = tuple(Meeting(wish.to[a], wish.to[b], int(met[a, b])) for a, b in combinations(range(len(wish.to)), 2))
    different = len({item for own in plan.work for item in own} - checks)
    found = Plan(wish, plan, loads, pairs, different, left_over, len(plan.short), len(checks), sentences=())
    return replace(found, sentences=tuple(_sentences(found)), warnings=tuple(_warnings(found)))


def _nothing_for(plan: Plan) -> Iterator[UserError]:
    """About those who would get nothing: why, and what helps."""
    nothing = [load for load in plan.loads if not load.items]
    had = [load.name for load in nothing if not load.left and load.already]
    without = [load.name for load in nothing if not load.left and not load.already]
    others = [load.name for load in nothing if load.left]
    if had:
        yield UserError(
            say_count(
                len(had),
                "{names} has had all of these items already.",
                "{names} have had all of these items already.",
                names=in_a_row(had),
            ),
            hint=say("Choose other items, or import more; a package that was lost can be written again."),
        )
    if without:
        yield UserError(
            say("There is nothing to send to {name}.", name=in_a_row(without)),
            hint=say("Choose other items, or import more."),
        )
    if others:
        yield UserError(
            say("There are too few items for everybody: nothing is left for {names}.", names=in_a_row(others)),
            hint=say("Choose more items, more people for each item, or fewer people."),
        )


def _warnings(plan: Plan) -> Iterator[str]:
    yield from map(str, _nothing_for(plan))
    if 0 < plan.gold < LEAST_CHECKS:
        yield say_count(
            plan.gold,
            "{n} hidden check is too few to judge anybody by: hide {least} or more.",
            "{n} hidden checks are too few to judge anybody by: hide {least} or more.",
            least=LEAST_CHECKS,
        )


def _sentences(plan: Plan) -> Iterator[str]:
    wish = plan.wish
    yield say(
        "{items} for {people}, each item to {overlap}.",
        items=say_count(plan.items, "{n} item", "{n} items"),
        people=say_count(len(wish.to), "{n} person", "{n} people"),
        overlap=say_count(wish.overlap, "{n} person", "{n} people"),
    )
    for load in plan.loads:
        yield say("{name}: {items}.", name=load.name, items=say_count(load.items, "{n} item", "{n} items"))
    if plan.gold:
        yield say_count(
            plan.gold,
            "{n} item with a known label lies hidden in each package.",
            "{n} items with a known label lie hidden in each package.",
        )
    if wish.metadata:
        yield say("Metadata sent along: {names}.", names=", ".join(wish.metadata))
    if len(plan.pairs) > 0:
        low, high = min(met.items for met in plan.pairs), max(met.items for met in plan.pairs)
        if low == high:
            yield say_count(low, "Two people have {n} item in common.", "Two people have {n} items in common.")
        else:
            yield say("Two people have {low} to {high} items in common.", low=figure(low), high=figure(high))
    if plan.left_over:
        yield say_count(plan.left_over, "{n} item is left over.", "{n} items are left over.")
    if plan.short:
        yield say_count(
            plan.short,
            "{n} item goes to fewer people, since the others have had it.",
            "{n} items go to fewer people, since the others have had them.",
        )
