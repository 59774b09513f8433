"""Two leads: two copies of a project that went apart become one again, the same from either side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from annotator.domain.model import Kind
from annotator.domain.union import Copy, Operation
from annotator.services import placing
from annotator.services.handing_back import said_by
from annotator.storage import (
    annotators,
    audit,
    decisions,
    gold,
    identities,
    items,
    joining,
    joining_answers,
    joining_labels,
    joining_setup,
    packages,
    setup,
    takings,
)
from annotator.storage.database import Db
from annotator.storage.decisions import Decision
from annotator.storage.joining import Maps, TextsDiffer
from annotator.storage.joining_answers import Origin
from annotator.storage.joining_labels import Relabellings
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
    taken_over: questions and labels that changed there, and are here as they are there now; texts: what changed in
    both, of which the later change counts in both, and the other one; needed: what was taken out of use in one, and
    is in use; numbered: questions and labels of a name that both copies gave to one of their own, by their new names.
    settings: those that are not the same, and stay as they are here.
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
    needed: tuple[str, ...] = ()
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
            (self.texts, say("Changed in both; what counts in both now: {names}.")),
            (self.needed, say("Taken out of use in one of the two, and still in use since it is needed: {names}.")),
            (self.settings, say("Settings that differ, and are left as they are here: {names}.")),
        )
        for names, sentence in told:
            if names:
                yield sentence.format(names=", ".join(names[:LISTED]) + (" …" if len(names) > LISTED else ""))


class Added(NamedTuple):
    """The operation that added what is missing, the number of its next row, and labels that came to stand for others,
    with those others."""

    op: int
    seq: int
    merged: set[int]


class Came(NamedTuple):
    """What came, how many operations on answers are new, the files in which some of them came to the other copy, the
    number of the next row of the log, which has the decisions, and the operation that added what is missing with the
    number of its next row: it goes on in `finish` when those operations have their places."""

    found: Joined
    fresh: int
    through: list[int]
    seq: int
    added: Added


def join(db: Db, other: Db, op: int, taking_id: int, seq: int) -> Came:
    """Add what the other copy has, decisions as part of `op`. What operations on answers come to is placed by the
    caller. Items, questions and the answers of LLMs are an operation of their own, which is not undone. The other copy
    is only read."""
    maps, added = Maps(), audit.begin(db, joining.KIND)
    new_questions, new_labels = joining.questions(db, other, maps)
    came, place = joining.items(db, other, maps, added, 0)
    joining.people(db, other, maps)
    new_runs, calls = joining.runs(db, other, maps)
    sent = joining.packages(db, other, maps, added)
    fresh = takings.add(db, taking_id, _operations(db, other, maps))
    through, waiting, seq = _waiting(db, other, maps, op, seq)
    place = joining_labels.note(db, other, maps, added, place)
    relabelled = Relabellings(db)
    other_answers, place = joining_answers.bulk(db, other, maps, added, relabelled, _taken_back(db), place)
    place = joining.marks(db, other, maps, added, place)
    setup_there = joining_setup.settle(db, other, maps, added, place)
    before = decisions.contested_items(db)
    decided, seq = _decide(db, other, maps, op, relabelled, seq)
    contested = decisions.contested_items(db) - before
    names = {item.id: item.external_id for item in items.page(db, sorted(contested))}
    found = Joined(
        items=came.added,
        questions=new_questions,
        labels=new_labels,
        runs=new_runs,
        calls=calls,
        other_answers=other_answers,
        packages=sent,
        decisions=decided,
        renamed=tuple(came.renamed),
        differing=tuple(came.differing),
        contested=tuple(names.values()),
        settings=tuple(key for key in joining.settings(db, other) if not key.startswith(_OWN)),
        texts=tuple(setup_there.differing),
        taken_over=tuple(setup_there.taken),
        needed=tuple(setup_there.needed),
        numbered=tuple(setup_there.numbered),
    )
    place = setup_there.seq
    if new_labels:
        place = joining_setup.out_of_force(db, added, place)
    return Came(found, fresh + waiting, through, seq, Added(added, place, setup_there.merged))


def _taken_back(db: Db) -> Callable[[int, int, int], bool]:
    """Whether an answer that somebody gave was taken back, as all operations that came say."""
    decided = cache(lambda: placing.state(db, placing.everybody(db)).decided)

    def asked(item_id: int, question_id: int, annotator_id: int) -> bool:
        found = decided().get((item_id, question_id, annotator_id))
        return found is not None and found.answer is None

    return asked


def finish(db: Db, added: Added, decided: Mapping[placing.Key, Operation]) -> int:
    """Give answers the labels that splitting and merging gave them in either copy; how many have another now. Then it
    is known which labels are used. decided: what decides about the answers of people."""
    op, relabelled = added.op, Relabellings(db)
    labels = identities.labels(db)
    given: dict[joining_answers.Key, Origin] = {
        key: Origin(operation.counter, operation.id, placing.labels_said(operation, labels))
        for key, operation in decided.items()
        if operation.answer is not None
    }
    count, seq = joining_answers.relabel(db, op, relabelled, given, added.merged, added.seq)
    decided_anew, seq = decisions.relabel(db, op, relabelled, seq)
    count += decided_anew
    if count:
        seq = joining_setup.out_of_force(db, op, seq)
    joining_setup.settle_again(db, op, seq)
    return count


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


def _decide(db: Db, other: Db, maps: Maps, op: int, relabelled: Relabellings, seq: int) -> tuple[int, int]:
    """(decisions taken over, next row of the log).

    Whoever knew of the other's decision when they decided is later: what one copy knows of and has no more was replaced
    there. What is left was decided by people who did not know of each other; where they say different labels, none of
    it counts, and the item is in conflict again.
    """
    here, known, counted = decisions.standing(db), decisions.known(db), decisions.in_force(db)
    there, known_there = _by_key(decisions.standing(other), maps), decisions.known(other)
    into = setup.successors(db)
    logged: list[audit.LoggedRow] = []
    taken = 0
    for key in {**here, **there}:
        own, theirs = here.get(key, {}), there.get(key, {})
        found = {uid: each for uid, each in own.items() if uid in theirs or uid not in known_there}
        found |= {uid: each for uid, each in theirs.items() if uid not in own and uid not in known}
        if len(found) == 1 and key in counted and counted[key].op in found:
            continue  # as nearly always
        now = _counts(found, into, relabelled)
        logged += decisions.put_in_force(db, op, counted.get(key), key, found, now)
        taken += now in theirs and now not in own
    # What was taken back or replaced there is known here too: it may come again from a third copy.
    seen = known | {uid for each in here.values() for uid in each}
    everything = [_mapped(each, maps) for each in decisions.history(other)]
    everything += [each for of_item in there.values() for each in of_item.values()]
    for each in everything:
        if each.op not in seen:
            logged += decisions.remember_new(db, each)
    return taken, audit.append(db, op, logged, first=seq)


def _by_key(
    there: Mapping[decisions.Key, Mapping[str, Decision]], maps: Maps
) -> dict[decisions.Key, dict[str, Decision]]:
    mapped = [{uid: _mapped(each, maps) for uid, each in of_item.items()} for of_item in there.values()]
    found: dict[decisions.Key, dict[str, Decision]] = {}
    for of_item in mapped:
        for uid, each in of_item.items():  # two items there may be one here
            found.setdefault((each.item_id, each.question_id), {})[uid] = each
    return found


def _counts(found: Mapping[str, Decision], into: Mapping[int, int], relabelled: Relabellings) -> str:
    """Which of these decisions counts; "" for none, since they contradict one another. A person's decision is never
    replaced by a label from a file; labels of which one was merged into the other are the same."""
    people = [each for each in found.values() if each.source == "adjudicated"] or list(found.values())
    labels = set()
    for each in people:
        of = (decisions.NOUN, (each.item_id, each.question_id))
        label_id = relabelled.now(of, (each.number, each.op), {"label_id": each.label_id})["label_id"]
        labels.add(into.get(label_id, label_id))
    if len(labels) != 1:
        return ""
    return max(people, key=lambda each: (each.how in (gold.FILE, gold.DRAWN), each.number, each.op)).op


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
