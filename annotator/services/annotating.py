"""One person answers one item after the other."""

from __future__ import annotations

from dataclasses import dataclass, replace

from annotator.domain.model import Annotation, Changes, Exposure, Item, Kind, Label, NewAnnotation, Status
from annotator.domain.undo import Action
from annotator.services import adaptive, confidence, following
from annotator.services.fit import Fit
from annotator.storage import answers, items, queue, setup
from annotator.storage.answers import Draft
from annotator.storage.database import Db


@dataclass(frozen=True)
class Suggestion:
    """What the LLM says about an item, for showing to a person who may see it; the confidence is calibrated."""

    label_id: int
    confidence: float | None
    by: str


@dataclass(frozen=True)
class Turn:
    """An item in front of an annotator.

    position: in the queue, -1 when the item was reached by going back. own: their answer, if they gave one.
    first: the first position of the queue at which anything waits for them.
    """

    item: Item
    position: int
    reason: str
    suggestion: Suggestion | None
    own: Annotation | None
    comment: str
    flagged: bool
    first: int = -1


@dataclass(frozen=True)
class Progress:
    """Items of the queue that this annotator has answered or skipped, and those that still wait for them."""

    done: int
    open: int


@dataclass(frozen=True)
class Recent:
    """An answer in the history strip; label None means skipped."""

    item_id: int
    external_id: str
    label: Label | None
    seconds: float | None
    flagged: bool


@dataclass(frozen=True)
class Undone:
    """What an undo or redo touched."""

    item_ids: tuple[int, ...]
    changes: Changes


def next_turn(db: Db, annotator_id: int, *, after: int = -1) -> Turn | None:
    """The next item that waits for this annotator behind a position of the queue; None when there is none.

    In an adaptive queue it is the one of the next hundred that an answer of this annotator helps most.
    """
    question_id = setup.question(db).id
    if adaptive.in_force(db) is not None:
        offer = adaptive.next_open(db, question_id, annotator_id, after=after)
        return None if offer is None else _queued_turn(db, annotator_id, offer.item, offer.first)
    found = queue.following(db, question_id, annotator_id, after=after)
    return _queued_turn(db, annotator_id, found[0], found[0].position) if found else None


def again(db: Db, annotator_id: int, item_id: int) -> Turn | None:
    """An item whose answer was taken back, where the annotator would be asked about it next."""
    if adaptive.in_force(db) is None:
        turn = next_turn(db, annotator_id)
        return turn if turn is not None and turn.item.id == item_id else None
    found = queue.open_among(db, setup.question(db).id, annotator_id, [item_id])
    return _queued_turn(db, annotator_id, found[0], -1) if found else None


def turn_of(db: Db, annotator_id: int, item_id: int) -> Turn:
    """Any item, to look at or answer again."""
    return _turn(db, annotator_id, item_id, -1, "")


def answer(
    db: Db,
    annotator_id: int,
    turn: Turn,
    label_id: int,
    *,
    seconds: float | None,
    comment: str = "",
    flagged: bool = False,
    shown: bool = False,
    fit: Fit | None = None,
) -> Changes:
    """Store the answer; when this returns it is on disk. shown: whether the LLM's suggestion could be seen.

    fit: what the last merge learnt; with it the item's merged result follows at once.
    """
    return _record(db, annotator_id, turn, Status.LABEL, label_id, seconds, comment, flagged, shown, fit)


def skip(
    db: Db,
    annotator_id: int,
    turn: Turn,
    *,
    seconds: float | None,
    comment: str = "",
    flagged: bool = False,
    shown: bool = False,
    fit: Fit | None = None,
) -> Changes:
    """Store that the annotator passed the item on; somebody else may answer it."""
    return _record(db, annotator_id, turn, Status.SKIPPED, None, seconds, comment, flagged, shown, fit)


def save_draft(db: Db, annotator_id: int, item_id: int, *, comment: str, flagged: bool) -> Changes:
    """Keep a comment and a flag: with the answer where there is one already, for the coming answer otherwise."""
    turn = turn_of(db, annotator_id, item_id)
    if turn.own is None:
        answers.save_draft(db, annotator_id, setup.question(db).id, item_id, Draft(comment, flagged))
        return Changes()
    own = turn.own
    shown = own.exposure is Exposure.SHOWN
    return _record(db, annotator_id, turn, own.status, own.label_id, own.seconds, comment, flagged, shown)


def undo(db: Db, annotator_id: int, fit: Fit | None = None) -> Undone | None:
    """Take back this annotator's latest answer, also after a restart; None when there is nothing to take back."""
    return _revert(db, annotator_id, Action.UNDO, fit)


def redo(db: Db, annotator_id: int, fit: Fit | None = None) -> Undone | None:
    """Give again what was last taken back."""
    return _revert(db, annotator_id, Action.REDO, fit)


def progress(db: Db, annotator_id: int) -> Progress:
    question_id = setup.question(db).id
    return Progress(queue.done_count(db, question_id, annotator_id), queue.open_count(db, question_id, annotator_id))


def recent(db: Db, annotator_id: int, limit: int = 8) -> list[Recent]:
    """The annotator's latest answers, newest first."""
    question = setup.question(db)
    labels = {label.id: label for label in question.labels}
    found = answers.recent(db, question.id, annotator_id, limit)
    names = {item.id: item.external_id for item in items.page(db, [a.item_id for a in found])}
    return [Recent(a.item_id, names[a.item_id], labels.get(a.label_id or 0), a.seconds, a.flagged) for a in found]


def _queued_turn(db: Db, annotator_id: int, found: queue.Queued, first: int) -> Turn:
    return replace(_turn(db, annotator_id, found.item_id, found.position, found.reason), first=first)


def _turn(db: Db, annotator_id: int, item_id: int, position: int, reason: str) -> Turn:
    question_id = setup.question(db).id
    everybody = answers.of_item(db, question_id, item_id)
    own = next((a for a in everybody if a.annotator.id == annotator_id), None)
    llm = [a for a in everybody if a.annotator.kind is Kind.LLM and a.label_id is not None]
    suggestion = None
    if llm and llm[-1].label_id is not None:
        by = llm[-1].annotator
        suggestion = Suggestion(llm[-1].label_id, confidence.calibrated(db, by, llm[-1].confidence), by.name)
    draft = answers.draft(db, annotator_id, question_id, item_id)
    return Turn(
        item=items.get(db, item_id),
        position=position,
        reason=reason,
        suggestion=suggestion,
        own=own,
        comment=own.comment if own else draft.comment,
        flagged=own.flagged if own else draft.flagged,
    )


def _record(
    db: Db,
    annotator_id: int,
    turn: Turn,
    status: Status,
    label_id: int | None,
    seconds: float | None,
    comment: str,
    flagged: bool,
    shown: bool,
    fit: Fit | None = None,
) -> Changes:
    question = setup.question(db)
    seen = shown and turn.suggestion is not None
    new = NewAnnotation(
        item_id=turn.item.id,
        status=status,
        label_id=label_id,
        comment=comment,
        flagged=flagged,
        exposure=Exposure.SHOWN if seen else Exposure.BLIND,
        suggested_label_id=turn.suggestion.label_id if seen and turn.suggestion else None,
        seconds=seconds,
    )
    with db.atomic():
        changes = answers.record(db, annotator_id, question.id, [new], version=question.version)
        if fit is not None:
            following.update(db, fit, [turn.item.id])
    return changes


def _revert(db: Db, annotator_id: int, action: Action, fit: Fit | None) -> Undone | None:
    with db.atomic():
        changed = answers.revert(db, annotator_id, action)
        if fit is not None:
            following.update(db, fit, changed)
    return Undone(tuple(changed), Changes(annotations=True)) if changed else None
