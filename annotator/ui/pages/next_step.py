"""What is sensible to do next, from the numbers alone."""

from __future__ import annotations

from enum import Enum

from annotator.services.overview import Summary


class Step(Enum):
    """The steps of the main job, in order."""

    WATCH = "watch"
    PRELABEL = "prelabel"
    ROUTE = "route"
    ANNOTATE = "annotate"
    MERGE = "merge"
    REVIEW = "review"
    EXPORT = "export"


def next_step(summary: Summary, *, running: bool = False) -> Step:
    """People's time first: whoever waits for an answer comes before anything that a machine can do later.

    running: an LLM is labelling just now. What follows from its answers waits for the last of them.
    """
    if running and not summary.waiting:
        return Step.WATCH
    if summary.waiting:
        return Step.ANNOTATE
    if not summary.llm_answered and summary.merge is None:
        return Step.PRELABEL
    if summary.llm_answered and (summary.routable or not summary.routed):
        return Step.ROUTE
    if summary.merge is None or summary.merge.stale:
        return Step.MERGE
    return Step.REVIEW if summary.in_conflict else Step.EXPORT
