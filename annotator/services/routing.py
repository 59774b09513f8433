"""Sending the items that the LLM is unsure of to people."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.domain.model import Annotator, Changes, Kind
from annotator.domain.routing import AUDIT_SHARE, Confidences, Split, decide
from annotator.errors import UserError
from annotator.storage import annotators, answers, queue, setup
from annotator.storage.database import Db
from annotator.storage.queue import Routing

__all__ = ["AUDIT_SHARE", "Confidences", "Routing", "Split"]


@dataclass(frozen=True)
class RouteResult:
    """What was put in force."""

    split: Split
    changes: Changes


def preview(db: Db, annotator_id: int | None = None) -> Confidences:
    """An LLM's confidences, to try thresholds on; by default those of the LLM that answered last."""
    return answers.confidences(db, setup.question(db).id, _llm(db, annotator_id).id)


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
    confidences = preview(db, annotator_id)
    if not confidences.item_ids.size:
        raise UserError("No item has an LLM's answer yet.", hint="Pre-label the items first.")
    split = confidences.split(threshold, audit_share)
    routes = decide(confidences, threshold=threshold, audit_share=audit_share, seed=seed)
    parameters = {
        "threshold": threshold,
        "audit_share": audit_share,
        "answers_per_item": answers_per_item,
        "annotator": _llm(db, annotator_id).name,
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
