"""Sending the items that the LLM is unsure of to people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from annotator.domain.model import Annotator, Changes, Kind
from annotator.domain.quoting import quoted
from annotator.domain.routing import AUDIT_SHARE, Confidences, Outlook, Reason, Split, decide, decide_budget
from annotator.errors import UserError
from annotator.services import confidence
from annotator.storage import annotators, answers, calls, gold, items, posteriors, progress, queue, setup
from annotator.storage.database import Db
from annotator.storage.queue import Routing
from annotator.texts import figure, say, say_count

__all__ = ["AUDIT_SHARE", "Confidences", "Outlook", "Routing", "Split"]


@dataclass(frozen=True)
class RouteResult:
    """What was put in force.

    llm: the name of the LLM whose answers were routed; items without one of it are `split.not_answered`. Of the items
    in the queue of people, `waiting` still need an answer; `answered` have all that are wanted already, or are settled
    in review. again: of those waiting, so many people have labelled already. gold: items that the confidences are
    calibrated on, 0 where they are as given. seen: of those accepted, so many people have answered or settled already,
    so that they count as that and not as accepted from the LLM alone. warning: why the threshold may be a bad guide, in
    a sentence, else "".
    """

    llm: str
    split: Split
    waiting: int
    answered: int
    changes: Changes
    warning: str = ""
    seen: int = 0
    again: int = 0
    gold: int = 0

    @property
    def accepted(self) -> str:
        """How many are accepted, in words that fit what the status counts."""
        already = (
            say(
                ", as far as nobody disagrees: people have answered or settled {seen} of them already",
                seen=figure(self.seen),
            )
            if self.seen
            else ""
        )
        return say_count(
            self.split.accepted,
            "{n} is accepted from the LLM{already}",
            "{n} are accepted from the LLM{already}",
            already=already,
        )

    @property
    def already(self) -> list[str]:
        """What people have done of it before, in sentences."""
        return done_before(self.answered, self.again)


def done_before(answered: int, again: int) -> list[str]:
    """What people have done already of what is sent to them, in sentences; the numbers are those of a RouteResult."""
    told = []
    if answered:
        told.append(
            say_count(
                answered,
                "{n} of the items for people is answered or settled already, and is not asked about again.",
                "{n} of the items for people are answered or settled already, and are not asked about again.",
            )
        )
    if again:
        told.append(
            say_count(
                again,
                "{n} of the items that wait has an answer of people already, and is to get more.",
                "{n} of the items that wait have answers of people already, and are to get more.",
            )
        )
    return told


def preview(db: Db, annotator_id: int | None = None) -> Confidences:
    """An LLM's confidences, to try thresholds on; by default those of the LLM that answered last.

    Calibrated on the gold that there is now.
    """
    llm = _llm(db, annotator_id)
    return confidence.learnt(db, llm).applied(answers.confidences(db, setup.question(db).id, llm.id))


def llm_answers(db: Db, annotator_id: int | None = None) -> tuple[Annotator, Confidences]:
    """An LLM with its confidences as it gave them, by default the one that answered last.

    A UserError where it has answered nothing.
    """
    llm = _llm(db, annotator_id)
    confidences = answers.confidences(db, setup.question(db).id, llm.id)
    if not confidences.item_ids.size:
        raise UserError(say("No item has an LLM's answer yet."), hint=say("Pre-label the items first."))
    return llm, confidences


def no_confidences() -> Confidences:
    """Where no LLM has answered anything."""
    return Confidences(np.empty(0, dtype=np.int64), np.empty(0), not_answered=0)


def llms(db: Db) -> list[Annotator]:
    """The LLMs whose confidence can route: those that have answered, the one that answered last first."""
    question_id = setup.question(db).id
    counts = answers.counts(db, question_id)
    found = [llm for llm in annotators.every(db, Kind.LLM) if any(who == llm.id for who, _ in counts)]
    latest = answers.latest_annotator(db, question_id, [llm.id for llm in found]) if found else None
    return sorted(found, key=lambda llm: llm.id != latest)


def llm_named(db: Db, name: str) -> Annotator:
    """The LLM of this name that has answered. Raises UserError with the names that there are."""
    found = {llm.name: llm for llm in llms(db)}
    if name in found:
        return found[name]
    names = ", ".join(quoted(known) for known in found)
    raise UserError(
        say("No LLM called “{name}” has answered here.", name=name),
        hint=say_count(len(found), "There is {names}.", "There are {names}.", names=names)
        if found
        else say("Pre-label the items first."),
    )


def current(db: Db) -> Routing | None:
    """The routing in force."""
    return queue.current(db)


def route(
    db: Db,
    *,
    threshold: float,
    audit_share: float = AUDIT_SHARE,
    answers_per_item: int = 1,
    annotator_id: int | None = None,
    seed: int = 0,
) -> RouteResult:
    """Send items with a confidence below the threshold, and an audit sample of the others, to people.

    Each is to be answered by `answers_per_item` people. Answers that are there already count, given here or imported.
    Replaces the routing in force.
    """
    _check(threshold, audit_share, answers_per_item)
    llm, claimed = llm_answers(db, annotator_id)
    learnt = confidence.on_gold(db, llm)
    confidences = confidence.learnt(db, llm).applied(claimed)
    split = confidences.split(threshold, audit_share)
    routes = decide(confidences, threshold=threshold, audit_share=audit_share, seed=seed)
    parameters = {
        "threshold": threshold,
        "audit_share": audit_share,
        "answers_per_item": answers_per_item,
        "annotator": llm.name,
        "confidence": confidences.origin,
        "seed": seed,
    }
    result = put_in_force(db, routes, parameters, split)
    return replace(result, changes=learnt.changes | result.changes, warning=confidences.warning, gold=confidences.gold)


def put_in_force(
    db: Db,
    routes: Sequence[tuple[int, Reason, int | None]],
    parameters: dict[str, Any],
    split: Split,
    settings: dict[str, Any] | None = None,
) -> RouteResult:
    """Replace the routing in force by what was decided; the settings are written with it."""
    question_id = setup.question(db).id
    stored = (queue.Route(item, reason.value, position) for item, reason, position in routes)
    changes = queue.route(db, question_id, stored, parameters, split._asdict(), settings)
    queued = sum(position is not None for *_, position in routes)
    waiting, again = queue.waiting_count(db, question_id), queue.waiting_again_count(db, question_id)
    alone = progress.by_state(db, question_id).states["accepted"]
    seen = max(split.accepted - alone, 0)
    return RouteResult(parameters["annotator"], split, waiting, queued - waiting, changes, seen=seen, again=again)


def outlook(db: Db, annotator_id: int | None = None) -> Outlook:
    """How likely each item's label is wrong: 1 - posterior where answers of several annotators are merged, else
    1 - the LLM's confidence, calibrated. Items settled in review cannot be wrong.

    Where no LLM has answered anything, these are all items, and every label of an item is as likely as the others."""
    question_id = setup.question(db).id
    error = _doubt(db, annotator_id)
    merged = len(posteriors.reliabilities(db)) > 1
    if merged:
        error |= {row.item_id: 1 - row.probability for row in posteriors.every(db)}
    given = queue.given(db, question_id)
    unseen = [id_ for id_ in calls.suspect_items(db) if id_ in error and id_ not in given]
    error |= dict.fromkeys(unseen, 1.0)  # whatever LLMs agree on: these items try to give them orders
    error |= {g.item_id: 0.0 for g in gold.every(db, question_id) if g.source == "adjudicated" and g.item_id in error}
    ids = sorted(error)
    return Outlook(
        np.array(ids, dtype=np.int64),
        np.array([error[item] for item in ids]),
        np.array([given.get(item, 0) for item in ids], dtype=np.int64),
        merged,
        np.isin(ids, progress.labelled(db, question_id)),
    )


def _doubt(db: Db, annotator_id: int | None) -> dict[int, float]:
    """By item id how likely the LLM's label is wrong."""
    if annotator_id is None and not llms(db):
        even = 1 - 1 / max(len(setup.question(db).labels), 1)
        return dict.fromkeys(items.ids(db), even)
    llm, claimed = llm_answers(db, annotator_id)
    confidences = confidence.learnt(db, llm).applied(claimed)
    doubt = np.nan_to_num(1 - confidences.confidence, nan=1.0)
    return dict(zip(confidences.item_ids.tolist(), doubt.tolist(), strict=True))


def route_budget(db: Db, *, budget: int, annotator_id: int | None = None) -> RouteResult:
    """Ask people for so many more answers, each where it lowers the expected error most.

    They come on top of those that are there already. Replaces the routing in force.
    """
    if budget < 1:
        raise UserError(
            say("The budget is {budget} answers.", budget=figure(budget)), hint=say("Choose 1 or more answers.")
        )
    llm, confidences = llm_answers(db, annotator_id)
    forecast = outlook(db, annotator_id)
    routes, more = decide_budget(confidences, forecast, budget)
    split = budget_split(confidences, forecast, budget)
    parameters = {
        "mode": "budget",
        "budget": budget,
        "answers": int(forecast.spend(budget).sum()),
        "merged": forecast.merged,
        "answers_per_item": 1,
        "more_answers": more,
        "annotator": llm.name,
    }
    return put_in_force(db, routes, parameters, split)


def budget_split(confidences: Confidences, forecast: Outlook, budget: int) -> Split:
    """The items that a budget asks about, and the rest, without putting anything in force."""
    asked = forecast.spend(budget) > 0
    accepted = int((~asked & forecast.acceptable()).sum())
    people, invalid = int(asked.sum()), int(confidences.invalid.sum())
    return Split(people, 0, accepted, invalid, confidences.not_answered, asked.size - people - accepted)


def _check(threshold: float, audit_share: float, answers_per_item: int) -> None:
    if not 0 <= threshold <= 1:
        raise UserError(
            say("The threshold is {threshold}.", threshold=format(threshold, "g")),
            hint=say("Choose a confidence from 0 to 1, for example 0.8."),
        )
    if not 0 <= audit_share <= 1:
        raise UserError(
            say("The audit share is {audit_share}.", audit_share=format(audit_share, "g")),
            hint=say("Choose a share from 0 to 1, for example 0.05."),
        )
    if answers_per_item < 1:
        raise UserError(say("Each item needs at least one answer."), hint=say("Choose 1 or more answers per item."))


def _llm(db: Db, annotator_id: int | None) -> Annotator:
    if annotator_id is not None:
        return annotators.get(db, annotator_id)
    found = annotators.every(db, Kind.LLM)
    if not found:
        raise UserError(say("No item has an LLM's answer yet."), hint=say("Pre-label the items first."))
    latest = answers.latest_annotator(db, setup.question(db).id, [llm.id for llm in found])
    return next((llm for llm in found if llm.id == latest), found[-1])
