"""The lead settles what the annotators disagree on; the decision is gold, kept beside the merged result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from annotator.domain.intervals import wilson
from annotator.domain.model import Annotation, Annotator, Changes, Item, Kind, Label
from annotator.domain.undo import Action
from annotator.errors import UserError
from annotator.services import packages, reviewing, weighing
from annotator.services.annotating import Undone
from annotator.services.merging import AnnotatorReport
from annotator.services.reviewing import RANDOM, Conflict, excerpt
from annotator.services.weighing import Weight
from annotator.storage import annotators, answers, audit, decisions, gold, items, posteriors, sending_back, setup
from annotator.storage import reviewing as listing
from annotator.storage.database import Db
from annotator.storage.decisions import Decision
from annotator.storage.gold import Gold
from annotator.storage.sending_back import SentBack
from annotator.texts import english, say

__all__ = ["RANDOM", "Conflict", "Decision", "Gold", "SentBack", "excerpt"]

LISTED = 1_000
ABOVE = 0.95  # the posterior from which unanimous items are accepted unless somebody says otherwise
NAMED = 3  # items whose ids are told
ACCEPTED = english("everybody agrees; accepted with others")


@dataclass(frozen=True)
class Case:
    """All that is known about one item. merged: (label, probability), the most probable first.

    says: by annotator id, how often the item is what they say when they give their label here, as merging estimates it.
    weight: what each answer weighs; None where the method of merging cannot tell, or answers came after it.
    sent_back: to whom and why, while it waits for them. contested: decisions of two copies of the project that
    contradict one another, while nobody has decided anew.
    """

    item: Item
    answers: tuple[Annotation, ...]
    reports: Mapping[int, AnnotatorReport]
    merged: tuple[tuple[Label, float], ...]
    entropy: float | None
    gold: Gold | None
    says: Mapping[int, float]
    weight: Weight | None
    breaks_down: bool
    sent_back: SentBack | None
    contested: tuple[Decision, ...]


@dataclass(frozen=True)
class Unanimous:
    """The items that would be accepted: (item id, label id). names: of the first of them, as people know them."""

    decisions: tuple[tuple[int, int], ...]
    above: float
    names: tuple[str, ...]


@dataclass(frozen=True)
class Accepted:
    """How many items were settled at once."""

    number: int
    changes: Changes


def conflicts(db: Db, only: str = "conflicts") -> list[Conflict]:
    """The first 1,000 items to settle, the least sure first; only: see `reviewing.listing`."""
    found = reviewing.listing(db, only, reviewing.UNSURE)
    return reviewing.rows(db, found.item_ids[:LISTED].tolist(), found.numbers[:LISTED].tolist())


def conflict_count(db: Db, only: str = "conflicts") -> int:
    return reviewing.count(db, only)


def reports(db: Db) -> dict[int, AnnotatorReport]:
    """Everybody whose answers are merged, by id; the same for all cases, so it is read once. answers: those merged."""
    question = setup.question(db)
    who = {annotator.id: annotator for annotator in annotators.every(db)}
    scores, size = answers.scores(db, question.id), len(question.labels)
    return {
        found.annotator_id: AnnotatorReport(
            annotator=who[found.annotator_id],
            answers=found.answers,
            reliability=found.reliability,
            accuracy=wilson(*scores.get(found.annotator_id, (0, 0))),
            confusion=None if found.confusion is None else np.frombuffer(found.confusion).reshape(size, size),
            labels=question.label_names(),
        )
        for found in posteriors.reliabilities(db)
    }


def case(db: Db, item_id: int, about: Mapping[int, AnnotatorReport] | None = None) -> Case:
    """One item with everybody's answer, the merged result, and the decision if there is one. about: see `reports`."""
    question = setup.question(db)
    found = posteriors.of_items(db, [item_id]).get(item_id)
    given = tuple(answers.of_item(db, question.id, item_id))
    merged = () if found is None else _ranked(db, found.probabilities)
    decided = gold.of_item(db, question.id, item_id)
    kept = weighing.kept(db)
    settled = decided is not None and decided.source == "adjudicated" and decided.label_id is not None
    about = reports(db) if about is None else about
    return Case(
        item=items.get(db, item_id),
        answers=given,
        reports=about,
        merged=merged,
        entropy=None if found is None else found.entropy,
        gold=decided,
        says=weighing.says(db, given, about),
        weight=None if kept is None else weighing.weight(kept, given, merged, settled=settled),
        breaks_down=kept is not None,
        sent_back=sending_back.of_item(db, question.id, item_id),
        contested=tuple(decisions.contested_of(db, item_id, question.id)),
    )


def settle(
    db: Db, annotator_id: int, item_id: int, label_id: int | None, why: str = "", *, drawn: bool = False
) -> Changes:
    """Decide an item; label_id None says that no label is right. Undoable, and never changes anybody's answer.

    drawn: it came up at random (RANDOM), and not for what was said of it: only then is anything measured by it.
    """
    packages.check_lead(db)
    question = setup.question(db)
    if label_id is not None and label_id not in {label.id for label in question.labels}:
        raise UserError(say("That is not a label of this question."), hint=say("Choose one of the labels shown."))
    return gold.adjudicate(db, question.id, annotator_id, [(item_id, label_id)], why, drawn=drawn)


def settle_named(db: Db, annotator_id: int, decisions: Sequence[tuple[str, str | None]], why: str = "") -> Changes:
    """Decide items by their ids and labels' names, None for no right answer; all of them or none, undone as one."""
    packages.check_lead(db)
    with db.atomic():
        named = dict(check_named(db, decisions))
        return gold.adjudicate(db, setup.question(db).id, annotator_id, list(named.items()), why)


def check_named(db: Db, decisions: Sequence[tuple[str, str | None]]) -> list[tuple[int, int | None]]:
    """(item id, label id) for each; a UserError for a name that there is not."""
    labels = {label.name: label.id for label in setup.question(db).labels}
    known = items.ids_by_external(db, [name for name, _ in decisions])
    for name, label in decisions:
        if name not in known:
            raise UserError(say("There is no item “{name}”.", name=name), hint=say("“annotator items” lists them."))
        if label is not None and label not in labels:
            raise UserError(
                say("There is no label “{label}”.", label=label),
                hint=say("There are: {labels}.", labels=", ".join(labels)),
            )
    return [(known[name], None if label is None else labels[label]) for name, label in decisions]


def replaced(db: Db, decisions: Sequence[tuple[str, str | None]]) -> list[str]:
    """What these decisions would take the place of, a sentence for each that says something else now."""
    wanted = dict(check_named(db, decisions))
    names = {item_id: name for name, item_id in items.ids_by_external(db, [name for name, _ in decisions]).items()}
    labels = {label.id: label.name for label in setup.question(db).labels}
    people = {annotator.id: annotator.name for annotator in annotators.every(db)}
    found = gold.of_items(db, setup.question(db).id, list(wanted))
    return [_was(names[id_], old, labels, people) for id_, old in found.items() if old.label_id != wanted[id_]]


def _was(name: str, old: gold.Gold, labels: Mapping[int, str], people: Mapping[int, str]) -> str:
    label = say("“{label}”", label=labels.get(old.label_id, "?")) if old.label_id is not None else say("no label")
    if old.annotator_id is None:
        return say("“{item}” was {label}, as known from a file.", item=name, label=label)
    return say("“{item}” was {label}, decided by {person}.", item=name, label=label, person=people[old.annotator_id])


def send_back(db: Db, by_id: int, item_id: int, note: str, to: int | None = None) -> Changes:
    """Ask a person, or whoever comes first, about an item again, with a note; a decision on it goes. Undoable."""
    packages.check_lead(db)
    note = " ".join(note.split())
    if not note:
        raise UserError(say("The note is empty."), hint=say("Say what they are to look at again."))
    if to is not None and annotators.get(db, to).kind is not Kind.HUMAN:
        raise UserError(say("An LLM cannot be asked again with a note."), hint=say("Choose a person, or anybody."))
    return gold.send_back(db, setup.question(db).id, by_id, item_id, note, to)


def people(db: Db) -> list[Annotator]:
    """Whom an item can be sent back to."""
    return [person for person in annotators.every(db, Kind.HUMAN) if not person.simulated]


def unanimous(db: Db, above: float = ABOVE) -> Unanimous:
    """The items on which two or more answers are all alike and the merged label is so probable; changes nothing.

    Left out is what somebody skipped or flagged, what still waits for people, and what has gold of any kind.
    """
    if not 0 <= above <= 1:
        raise UserError(
            say("The probability is {above}.", above=format(above, "g")), hint=say("Choose one from 0 to 1, as 0.95.")
        )
    with db.snapshot():
        found = listing.unanimous(db, setup.question(db).id, above)
        names = tuple(item.external_id for item in items.page(db, [item_id for item_id, _ in found[:NAMED]]))
    return Unanimous(tuple(found), above, names)


def accept_unanimous(db: Db, annotator_id: int, above: float = ABOVE) -> Accepted:
    """Settle all of them as they are merged, as one operation that is taken back as one; nothing where there are none.

    They neither teach the merge nor count for accuracy: nobody has looked at them.
    """
    packages.check_lead(db)
    with db.atomic():
        found = unanimous(db, above)
        if not found.decisions:
            return Accepted(0, Changes())
        op = audit.begin(db, "adjudicate", annotator_id=annotator_id)
        gold.decide(db, op, setup.question(db).id, annotator_id, found.decisions, ACCEPTED)
    return Accepted(len(found.decisions), Changes(op, gold=True))


def undo(db: Db, annotator_id: int) -> Undone | None:
    """Take back this person's latest decision, or what they last sent back; None when there is none."""
    return _revert(db, annotator_id, Action.UNDO)


def redo(db: Db, annotator_id: int) -> Undone | None:
    return _revert(db, annotator_id, Action.REDO)


def _revert(db: Db, annotator_id: int, action: Action) -> Undone | None:
    changed, changes = gold.revert(db, annotator_id, action)
    return Undone(tuple(changed), changes) if changed else None


def _ranked(db: Db, probabilities: bytes) -> tuple[tuple[Label, float], ...]:
    merging = posteriors.current(db)
    assert merging is not None  # a posterior belongs to the aggregation in force
    labels = {label.id: label for label in setup.question(db).labels}
    pairs = zip(merging.labels, np.frombuffer(probabilities), strict=True)
    return tuple(sorted(((labels[id_], float(p)) for id_, p in pairs), key=lambda pair: -pair[1]))
