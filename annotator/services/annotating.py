"""One person answers one item after the other."""

from __future__ import annotations

from dataclasses import dataclass, replace

from annotator.domain.model import Annotation, Changes, Exposure, Item, Kind, Label, NewAnnotation, Status
from annotator.domain.undo import Action
from annotator.llm.injection import FOLLOWED
from annotator.services import adaptive, confidence, following
from annotator.services.fit import Fit
from annotator.services.project_file import looking_at
from annotator.storage import annotators, answers, calls, drafts, gold, items, queue, sending_back, setup
from annotator.storage.database import Db
from annotator.storage.drafts import Draft
from annotator.texts import english

SENT_BACK = english("sent back")  # why an item waits, beside the reasons of routing
EXAMPLE_LENGTH = 140  # characters of an item that is shown as an example


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
    first: the first position of the queue at which anything waits for them. note: what a reviewer wrote who sent the
    item back to them, "" otherwise; by: who that was. question_id: what is asked about it. suspicion: in what way the
    item tries to give a model orders, "" where it does not.
    """

    item: Item
    position: int
    reason: str
    suggestion: Suggestion | None
    own: Annotation | None
    comment: str
    flagged: bool
    first: int = -1
    note: str = ""
    by: str = ""
    question_id: int = 0
    suspicion: str = ""


@dataclass(frozen=True)
class Progress:
    """Items of the queue that this annotator has answered or skipped, and those that still wait for them."""

    done: int
    open: int


@dataclass(frozen=True)
class Recent:
    """An answer in the history strip; label None means skipped, for this reason if one was given."""

    item_id: int
    external_id: str
    label: Label | None
    seconds: float | None
    flagged: bool
    reason: str = ""


@dataclass(frozen=True)
class Undone:
    """What an undo or redo touched. question_id: of the answers, which need not be the question looked at."""

    item_ids: tuple[int, ...]
    changes: Changes
    question_id: int = 0


def next_turn(db: Db, annotator_id: int, *, after: int = -1) -> Turn | None:
    """The next item that waits for this annotator behind a position of the queue; None when there is none.

    What was sent back to them comes first. In an adaptive queue it is then the one of the next hundred that an answer
    of this annotator helps most.
    """
    question_id = setup.question(db).id
    sent = sending_back.waiting_for(db, question_id, annotator_id)
    if sent:
        return replace(_turn(db, annotator_id, sent[0], max(after, 0), SENT_BACK), first=after + 1)
    if adaptive.in_force(db) is not None:
        offer = adaptive.next_open(db, question_id, annotator_id, after=after)
        return None if offer is None else _queued_turn(db, annotator_id, offer.item, offer.first)
    found = queue.following(db, question_id, annotator_id, after=after)
    return _queued_turn(db, annotator_id, found[0], found[0].position) if found else None


def turn_after(db: Db, annotator_id: int, turn: Turn) -> Turn | None:
    """What comes after a turn where there are several questions; None when nothing waits for this annotator.

    First the other questions about the same item that wait for them, in the order of questions, then the next item.
    The turn says which question it is about; answering it needs no connection that looks at that question.
    """
    asked = [question.id for question in setup.questions(db)]
    later = asked[asked.index(turn.question_id) + 1 :] if turn.question_id in asked else []
    for question_id in later:
        with looking_at(db, question_id):
            found = still_waiting(db, annotator_id, turn.item.id)
        if found is not None:
            return found
    for question_id in asked:
        with looking_at(db, question_id):
            behind = queue.position_of(db, turn.item.id)
            found = next_turn(db, annotator_id, after=behind) or next_turn(db, annotator_id)
        if found is not None:
            return found
    return None


def again(db: Db, annotator_id: int, item_id: int) -> Turn | None:
    """An item whose answer was taken back, where the annotator would be asked about it next."""
    if adaptive.in_force(db) is None:
        turn = next_turn(db, annotator_id)
        return turn if turn is not None and turn.item.id == item_id else None
    found = queue.open_among(db, setup.question(db).id, annotator_id, [item_id])
    return _queued_turn(db, annotator_id, found[0], -1) if found else None


def still_waiting(db: Db, annotator_id: int, item_id: int) -> Turn | None:
    """An item that the annotator has left, as its turn, if it still waits for them. `first` is not known."""
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
    reason: str = "",
) -> Changes:
    """Store that the annotator passed the item on, and why if they say so; somebody else may answer it."""
    return _record(db, annotator_id, turn, Status.SKIPPED, None, seconds, comment, flagged, shown, fit, reason)


def save_draft(db: Db, annotator_id: int, item_id: int, *, comment: str, flagged: bool) -> Changes:
    """Keep a comment and a flag: with the answer where there is one already, for the coming answer otherwise."""
    turn = turn_of(db, annotator_id, item_id)
    if turn.own is None:
        drafts.save(db, annotator_id, setup.question(db).id, item_id, Draft(comment, flagged))
        return Changes()
    own = turn.own
    shown = own.exposure is Exposure.SHOWN
    return _record(
        db, annotator_id, turn, own.status, own.label_id, own.seconds, comment, flagged, shown, reason=own.reason
    )


def undo(db: Db, annotator_id: int, fit: Fit | None = None) -> Undone | None:
    """Take back this annotator's latest answer, also after a restart; None when there is nothing to take back."""
    return _revert(db, annotator_id, Action.UNDO, fit)


def redo(db: Db, annotator_id: int, fit: Fit | None = None) -> Undone | None:
    """Give again what was last taken back."""
    return _revert(db, annotator_id, Action.REDO, fit)


def progress(db: Db, annotator_id: int) -> Progress:
    question_id = setup.question(db).id
    sent = sending_back.waiting_for(db, question_id, annotator_id)
    twice = len(queue.open_among(db, question_id, annotator_id, sent)) if sent else 0
    left = queue.open_count(db, question_id, annotator_id) + len(sent) - twice
    return Progress(queue.done_count(db, question_id, annotator_id), left)


def skipped(db: Db, annotator_id: int) -> int:
    """Items of the queue that this annotator has skipped, which are among those done and are no answers; cheap enough
    to ask after every answer."""
    return queue.skipped_count(db, setup.question(db).id, annotator_id)


def met_by_others(db: Db, annotator_id: int) -> int | None:
    """How many answers of people an item is to get, where nothing waits for this person since others have given them;
    None where that keeps nothing from them."""
    routing = queue.current(db)
    if routing is None or "mode" in routing.parameters:  # where it is not a number of its own that was chosen
        return None
    met = queue.met_by_others(db, setup.question(db).id, annotator_id)
    return int(routing.parameters.get("answers_per_item", 1)) if met else None


def recent(db: Db, annotator_id: int, limit: int = 8) -> list[Recent]:
    """The annotator's latest answers, newest first."""
    question = setup.question(db)
    labels = {label.id: label for label in question.labels}
    found = answers.recent(db, question.id, annotator_id, limit)
    names = {item.id: item.external_id for item in items.page(db, [a.item_id for a in found])}
    return [
        Recent(a.item_id, names[a.item_id], labels.get(a.label_id or 0), a.seconds, a.flagged, a.reason) for a in found
    ]


def label_examples(db: Db, each: int = 2) -> dict[int, tuple[str, ...]]:
    """By label id, the texts of items that people settled with that label: the latest first, long ones cut."""
    question_id = setup.question(db).id
    found = gold.settled_examples(db, question_id, each)
    shown = items.page(db, [item_id for _, item_id in found])
    texts = {item.id: shortened(" · ".join(item.fields.values())) for item in shown}
    by_label: dict[int, tuple[str, ...]] = {}
    for label_id, item_id in found:
        by_label[label_id] = (*by_label.get(label_id, ()), texts[item_id])
    return by_label


def shortened(text: str) -> str:
    """In one line, cut at a word where it is longer than an example should be."""
    line = " ".join(text.split())
    if len(line) <= EXAMPLE_LENGTH:
        return line
    head = line[:EXAMPLE_LENGTH]
    cut = head[: head.rfind(" ")] if " " in head[EXAMPLE_LENGTH // 2 :] else head
    return f"{cut.rstrip(' .,;:·')}…"


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
    draft = drafts.of(db, annotator_id, question_id, item_id)
    sent = sending_back.of_item(db, question_id, item_id)
    if sent is not None and sent.annotator_id not in (None, annotator_id):
        sent = None
    return Turn(
        item=items.get(db, item_id),
        position=position,
        reason=reason,
        suggestion=suggestion,
        own=own,
        comment=own.comment if own else draft.comment,
        flagged=own.flagged if own else draft.flagged,
        note="" if sent is None else sent.note,
        by="" if sent is None else annotators.get(db, sent.by_id).name,
        question_id=question_id,
        suspicion=calls.suspicion(db, item_id).removesuffix(FOLLOWED).rstrip(),
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
    reason: str = "",
) -> Changes:
    question = setup.one_question(db, turn.question_id or setup.question_id(db))
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
        reason=reason,
    )
    with db.atomic(), looking_at(db, question.id):
        changes = answers.record(db, annotator_id, question.id, [new], version=question.version)
        if fit is not None:
            following.update(db, fit, [turn.item.id])
    return changes


def _revert(db: Db, annotator_id: int, action: Action, fit: Fit | None) -> Undone | None:
    with db.atomic():
        changed = answers.revert(db, annotator_id, action)
        if not changed:
            return None
        item_ids, question_id = tuple(item_id for item_id, _ in changed), changed[0][1]
        with looking_at(db, question_id):
            if fit is not None:
                following.update(db, fit, item_ids)
    return Undone(item_ids, Changes(annotations=True), question_id)
