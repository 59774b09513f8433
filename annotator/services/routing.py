"""Sending the items that the LLM is unsure of to people."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from annotator.domain.model import Annotator, Changes, Kind
from annotator.domain.routing import AUDIT_SHARE, Confidences, Outlook, Split, decide, decide_budget
from annotator.errors import UserError
from annotator.storage import annotators, answers, gold, posteriors, queue, setup
from annotator.storage.database import Db
from annotator.storage.queue import Routing

__all__ = ["AUDIT_SHARE", "Confidences", "Outlook", "Routing", "Split"]


@dataclass(frozen=True)
class RouteResult:
    """What was put in force."""

    split: Split
    changes: Changes


def preview(db: Db, annotator_id: int | None = None) -> Confidences:
    """An LLM's confidences, to try thresholds on; by default those of the LLM that answered last."""
    return answers.confidences(db, setup.question(db).id, _llm(db, annotator_id).id)


def llm_answers(db: Db, annotator_id: int | None = None) -> tuple[Annotator, Confidences]:
    """An LLM with its confidences, by default the one that answered last; a UserError where it has answered nothing."""
    llm = _llm(db, annotator_id)
    confidences = answers.confidences(db, setup.question(db).id, llm.id)
    if not confidences.item_ids.size:
        raise UserError("No item has an LLM's answer yet.", hint="Pre-label the items first.")
    return llm, confidences


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

    Each is to be answered by `answers_per_item` people, not counting answers given before. Replaces the routing
    in force.
    """
    _check(threshold, audit_share, answers_per_item)
    llm, confidences = llm_answers(db, annotator_id)
    split = confidences.split(threshold, audit_share)
    routes = decide(confidences, threshold=threshold, audit_share=audit_share, seed=seed)
    parameters = {
        "threshold": threshold,
        "audit_share": audit_share,
        "answers_per_item": answers_per_item,
        "annotator": llm.name,
        "seed": seed,
    }
    changes = queue.route(
        db,
        setup.question(db).id,
        (queue.Route(item, reason.value, position) for item, reason, position in routes),
        parameters,
        split._asdict(),
    )
    return RouteResult(split, changes)


def outlook(db: Db, annotator_id: int | None = None) -> Outlook:
    """How likely each item's label is wrong: 1 - posterior where answers of several annotators are merged, else
    1 - the LLM's confidence. Items settled in review cannot be wrong."""
    question_id = setup.question(db).id
    _, confidences = llm_answers(db, annotator_id)
    doubt = np.nan_to_num(1 - confidences.confidence, nan=1.0)
    error = dict(zip(confidences.item_ids.tolist(), doubt.tolist(), strict=True))
    merged = len(posteriors.reliabilities(db)) > 1
    if merged:
        error |= {row.item_id: 1 - row.probability for row in posteriors.every(db)}
    error |= {g.item_id: 0.0 for g in gold.every(db, question_id) if g.source == "adjudicated" and g.item_id in error}
    items = sorted(error)
    given = queue.given(db, question_id)
    return Outlook(
        np.array(items, dtype=np.int64),
        np.array([error[item] for item in items]),
        np.array([given.get(item, 0) for item in items], dtype=np.int64),
        merged,
    )


def route_budget(db: Db, *, budget: int, annotator_id: int | None = None) -> RouteResult:
    """Ask people for so many answers, each where it lowers the expected error most. Replaces the routing in force."""
    if budget < 1:
        raise UserError(f"The budget is {budget:,} answers.", hint="Choose 1 or more answers.")
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
    changes = queue.route(
        db,
        setup.question(db).id,
        (queue.Route(item, reason.value, position) for item, reason, position in routes),
        parameters,
        split._asdict(),
    )
    return RouteResult(split, changes)


def budget_split(confidences: Confidences, forecast: Outlook, budget: int) -> Split:
    """The items that a budget asks about, and the rest, without putting anything in force."""
    people = int(np.count_nonzero(forecast.spend(budget)))
    invalid = int(np.isnan(confidences.confidence).sum())
    return Split(people, 0, forecast.item_ids.size - people, invalid, confidences.not_answered)


def _check(threshold: float, audit_share: float, answers_per_item: int) -> None:
    if not 0 <= threshold <= 1:
        raise UserError(f"The threshold is {threshold:g}.", hint="Choose a confidence from 0 to 1, for example 0.8.")
    if not 0 <= audit_share <= 1:
        raise UserError(f"The audit share is {audit_share:g}.", hint="Choose a share from 0 to 1, for example 0.05.")
    if answers_per_item < 1:
        raise UserError("Each item needs at least one answer.", hint="Choose 1 or more answers per item.")


def _llm(db: Db, annotator_id: int | None) -> Annotator:
    if annotator_id is not None:
        return annotators.get(db, annotator_id)
    found = annotators.every(db, Kind.LLM)
    if not found:
        raise UserError("No item has an LLM's answer yet.", hint="Pre-label the items first.")
    latest = answers.latest_annotator(db, setup.question(db).id, [llm.id for llm in found])
    return annotators.get(db, found[-1].id if latest is None else latest)
