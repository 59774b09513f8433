"""What is sensible to do next, from the numbers alone."""

from __future__ import annotations

from enum import Enum

from annotator.services.overview import Summary


class Step(Enum):
    """The steps of the main job, in order."""

    PRELABEL = "prelabel"
    ROUTE = "route"
    ANNOTATE = "annotate"
    MERGE = "merge"
    REVIEW = "review"
    EXPORT = "export"


def next_step(summary: Summary) -> Step:
    """People's time first: whoever waits for an answer comes before anything that a machine can do later."""
    if summary.waiting:
        return Step.ANNOTATE
    if not summary.llm_answered and summary.merge is None:
        return Step.PRELABEL
    if summary.llm_answered and (summary.not_routed or not summary.routed):
        return Step.ROUTE
    if summary.merge is None or summary.merge.stale:
        return Step.MERGE
    return Step.REVIEW if summary.in_conflict else Step.EXPORT
