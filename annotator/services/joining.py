"""Two leads: two copies of a project that went apart become one again, the same from either side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from annotator.domain.model import Kind
from annotator.domain.union import Copy, Operation
from annotator.services.handing_back import said_by
from annotator.storage import (
    annotators,
    audit,
    decisions,
    items,
    joining,
    joining_setup,
    packages,
    relabelling,
    setup,
    takings,
)
from annotator.storage.database import Db
from annotator.storage.decisions import Decision
from annotator.storage.joining import Maps, TextsDiffer
from annotator.texts import say, say_count

__all__ = ["TextsDiffer"]

# Settings whose difference says nothing: what is in force here, and what the file is called.
_OWN = ("routing", "aggregation", "audits", "filters", "name", "confidence of ")
LISTED = 10  # ids that are told in a sentence


@dataclass(frozen=True)
class Joined:
    """What came of another copy.

    renamed: items whose id stands for another text here, by their new ids. differing: items whose text is another one
    here. contested: items with decisions that contradict one another, of which none counts until somebody decides
    anew. relabelled: answers and decisions that have another label, as a label was split or merged there.
    taken_over: questions and labels that changed there alone, and are here as they are there now; texts: those
    that changed in both; settings: those that are not the same. Both stay as they are here. numbered: questions and
    labels of a name that both copies gave to one of their own, by their new names.
    """

    items: int = 0
    questions: int = 0
    labels: int = 0
    runs: int = 0
    calls: int = 0
    other_answers: int = 0
    packages: int = 0
    decisions: int = 0
    renamed: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()
    contested: tuple[str, ...] = ()
    relabelled: int = 0
    settings: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    taken_over: tuple[str, ...] = ()
    numbered: tuple[str, ...] = ()

    @property
    def added(self) -> bool:
        """Whether rows came."""
        return any(value for value in vars(self).values() if isinstance(value, int))

    def as_dict(self) -> dict[str, Any]:
        return {name: list(value) if isinstance(value, tuple) else value for name, value in vars(self).items()}

    def sentences(self) -> Iterator[str]:
        counts = [
            say_count(self.items, "{n} item", "{n} items"),
            say_count(self.other_answers, "{n} answer of LLMs and files", "{n} answers of LLMs and files"),
            say_count(self.decisions, "{n} decision", "{n} decisions"),
            say_count(self.calls, "{n} call", "{n} calls"),
        ]
        seldom = [
            (self.questions, say_count(self.questions, "{n} question", "{n} questions")),
            (self.labels, say_count(self.labels, "{n} label", "{n} labels")),
            (self.packages, say_count(self.packages, "{n} package that was sent", "{n} packages that were sent")),
        ]
        counts += [told for number, told in seldom if number]
        yield say("Added: {counts}.", counts=", ".join(counts))
        if self.relabelled:
            yield say_count(
                self.relabelled,
                "{n} answer or decision has another label now, since labels were split or merged there.",
                "{n} answers and decisions have another label now, since labels were split or merged there.",
            )
        told = (
            (self.contested, say("Decided differently in both, so to be settled in Review: {names}.")),
            (self.differing, say("Another text there, which was not taken: {names}.")),
            (self.renamed, say("The id stood for another text, so it is a new one: {names}.")),
            (self.numbered, say("Both have one of this name, so one of the two is called differently now: {names}.")),
            (self.taken_over, say("Changed there, and here too now: {names}.")),
            (self.texts, say("Changed in both, and left as it is here: {names}.")),
            (self.settings, say("Settings that differ, and are left as they are here: {names}.")),
        )
        for names, sentence in told:
            if names:
                yield sentence.format(names=", ".join(names[:LISTED]) + (" …" if len(names) > LISTED else ""))


class Relabelled(NamedTuple):
    """What splitting and merging labels there did to answers: rows of the log, to go on in operation `op`."""

    op: int
    rows: list[audit.LoggedRow]
    seq: int


class Came(NamedTuple):
    """What came, how many operations on answers are new, the files in which some of them came to the other copy, the
    number of the next row of the log, which has the decisions, and what is done by `relabel` when those operations have
    their places."""

    found: Joined
    fresh: int
    through: list[int]
    seq: int
    relabelled: Relabelled


def join(db: Db, other: Db, op: int, taking_id: int, seq: int) -> Came:
    """Add what the other copy has, decisions as part of `op`. What operations on answers come to is placed by the
    caller. Items, questions and the answers of LLMs are an operation of their own, which is not undone. The other copy
    is only read."""
    maps, added = Maps(), audit.begin(db, joining.KIND)
    asked = joining.questions(db, other, maps)
    new_items, renamed, differing = joining.items(db, other, maps)
    joining.people(db, other, maps)
    new_runs, calls = joining.runs(db, other, maps)
    sent = joining.packages(db, other, maps, added)
    fresh = takings.add(db, taking_id, _operations(db, other, maps))
    through, waiting, seq = _waiting(db, other, maps, op, seq)
    place = audit.append(db, added, asked.rows)
    other_answers, place = joining.bulk_answers(db, other, maps, added, place)
    place = joining.marks(db, other, maps, added, place)
    setup_there = joining_setup.settle(db, other, maps, added, place)
    before = decisions.contested_items(db)
    decided, seq = _decide(db, other, maps, op, seq)
    contested = decisions.contested_items(db) - before
    names = {item.id: item.external_id for item in items.page(db, sorted(contested))}
    found = Joined(
        items=new_items,
        questions=asked.questions,
        labels=asked.labels,
        runs=new_runs,
        calls=calls,
        other_answers=other_answers,
        packages=sent,
        decisions=decided,
        renamed=tuple(renamed),
        differing=tuple(differing),
        contested=tuple(names.values()),
        settings=tuple(key for key in joining.settings(db, other) if not key.startswith(_OWN)),
        texts=tuple(setup_there.differing),
        taken_over=tuple(setup_there.taken),
        numbered=tuple(asked.renamed),
    )
    place = setup_there.seq
    if asked.labels or setup_there.relabelled:
        place = joining_setup.out_of_force(db, added, place)
    return Came(found, fresh + waiting, through, seq, Relabelled(added, setup_there.relabelled, place))


def relabel(db: Db, wanted: Relabelled) -> int:
    """Give answers and decisions the labels that splitting and merging gave them there; how many have another now."""
    return relabelling.repeat(db, wanted.op, wanted.rows, seq=wanted.seq)[0]


def _operations(db: Db, other: Db, maps: Maps) -> Iterator[Operation]:
    """All that people said there and what was taken back there, but for what was said in this file itself."""
    own = {operation.id for _, operation in takings.made_here(db, [who.id for who in annotators.every(db, Kind.HUMAN)])}
    uids = {who.id: who.uid for who in annotators.every(db)}
    theirs = {who.uid: who.id for who in annotators.every(other)}
    sent = [each.uid for each in packages.every(other)]
    for operation in takings.operations(other, sent, list(theirs)):
        if not operation.copy.package:
            who = uids[maps.annotators[theirs[operation.copy.id]]]
            operation = operation._replace(copy=Copy("", who))
        if operation.id not in own:
            yield _about_ours(operation, maps)
    for operation in said_here(other, {id_: uids[here] for id_, here in maps.annotators.items()}):
        if operation.id not in own:
            yield _about_ours(operation, maps)


def _about_ours(operation: Operation, maps: Maps) -> Operation:
    """An item that both copies imported has the uid that it has here."""
    return operation._replace(item=maps.uids.get(operation.item, operation.item))


def _waiting(db: Db, other: Db, maps: Maps, op: int, seq: int) -> tuple[list[int], int, int]:
    """What the other copy keeps aside, since its packages were not sent from there: they may have been sent from here,
    or from a third copy. Files under their own names, so that it can be told whose they are; (their takings, how many
    operations are new, next row of the log)."""
    takings_here, fresh = [], 0
    for file, operations in takings.of_unknown(other):
        copy = Copy(file.package, file.copy)
        taking = takings.start(db, content=file.content, source=file.source, copy=copy, annotator=file.annotator)
        if new := takings.add(db, taking, [_about_ours(operation, maps) for operation in operations]):
            takings_here.append(taking)
        else:
            takings.forget(db, taking)
        fresh += new
    return takings_here, fresh, audit.append(db, op, map(takings.logged, takings_here), first=seq)


def said_here(db: Db, people: Mapping[int, str]) -> Iterator[Operation]:
    """What people said in a project itself, as it travels. people: uid by id, as it is where the operations go."""
    for annotator_id, uid in people.items():
        yield from said_by(db, annotator_id, Copy("", uid))


def _decide(db: Db, other: Db, maps: Maps, op: int, seq: int) -> tuple[int, int]:
    """(decisions taken over, next row of the log).

    Whoever knew of the other's decision when they decided is later. Where neither did, and the labels differ, neither
    counts: the item is in conflict again.
    """
    here, there = decisions.every(db), {_key(d): d for d in (_mapped(d, maps) for d in decisions.every(other).values())}
    known, known_there = decisions.known(db), decisions.known(other)
    into = setup.successors(db)
    open_here = decisions.unsettled(db)
    open_there = {_key_there(key, maps): ops for key, ops in decisions.unsettled(other).items()}
    logged: list[audit.LoggedRow] = []
    taken = 0
    for key in {**here, **there}:
        own, theirs = here.get(key), there.get(key)
        if theirs is None and own is not None and not open_there.get(key, set()) <= known:
            logged.append(decisions.drop(db, op, own))  # one more of those that contradict one another there
            logged += decisions.remember(db, [own], contested=_ranks(own))
            continue
        if theirs is None or theirs.op in known:
            if theirs is None and own is not None and own.op in known_there:
                logged.append(decisions.drop(db, op, own))
            continue
        if own is None and not open_here.get(key, set()) <= known_there:
            logged += decisions.remember(db, [theirs], contested=_ranks(theirs))
            continue
        if own is None or own.op in known_there or _ranks(own) < _ranks(theirs):
            logged.append(decisions.put(db, op, theirs, own))
            taken += 1
        elif _differ(own, theirs, into) and _ranks(own) == _ranks(theirs):
            logged.append(decisions.drop(db, op, own))
            logged += decisions.remember(db, [own, theirs], contested=True)
            continue
        logged += decisions.remember(db, [theirs], contested=False)
    # What was taken back or replaced there is known here too: it may come again from a third copy.
    logged += decisions.remember(db, [_mapped(d, maps) for d in decisions.made_here(other)], contested=False)
    for is_contested in (False, True):
        seen = [_mapped(d, maps) for d in decisions.elsewhere(other, contested=is_contested)]
        logged += decisions.remember(db, seen, contested=is_contested)
    return taken, audit.append(db, op, logged, first=seq)


def _differ(one: Decision, other: Decision, into: Mapping[int, int]) -> bool:
    """Labels of which one was merged into the other are the same. into: see `setup.successors`."""
    labels = [None if each.label_id is None else into.get(each.label_id, each.label_id) for each in (one, other)]
    return labels[0] != labels[1]


def _ranks(decision: Decision) -> bool:
    """A person's decision is never replaced by a label from a file."""
    return decision.source == "adjudicated"


def _key(decision: Decision) -> tuple[int, int]:
    return decision.item_id, decision.question_id


def _key_there(key: tuple[int, int], maps: Maps) -> tuple[int, int]:
    return maps.items[key[0]], maps.questions[key[1]]


def _mapped(decision: Decision, maps: Maps) -> Decision:
    return decision._replace(
        item_id=maps.items[decision.item_id],
        question_id=maps.questions[decision.question_id],
        label_id=None if decision.label_id is None else maps.labels[decision.label_id],
        annotator_id=None if decision.annotator_id is None else maps.annotators[decision.annotator_id],
    )


def contested(db: Db) -> dict[int, Sequence[Decision]]:
    """Of the question that is looked at: the decisions that contradict one another, by item."""
    return dict(decisions.contested(db, setup.question(db).id))
