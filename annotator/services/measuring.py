"""Why something is measured on fewer items than have gold, in sentences for wherever such a figure is shown."""

from __future__ import annotations

from annotator.storage import gold, setup
from annotator.storage.database import Db
from annotator.texts import say_count


def left_out(db: Db) -> str:
    """About decisions that nothing is measured by; "" where all gold measures. See `storage.gold.MEASURES`."""
    number = gold.not_measuring(db, setup.question(db).id)
    if not number:
        return ""
    return say_count(
        number,
        "{n} decision does not count as gold here: its item was not drawn at random, so it would bias the figures.",
        "{n} decisions do not count as gold here: their items were not drawn at random, so they would bias the"
        " figures.",
    )


def known_to(method: str, number: int) -> str:
    """About decisions on drawn items that a method of merging learnt from; "" without any."""
    if not number:
        return ""
    return say_count(
        number,
        "{n} decision measures the annotators, but not the merged labels: {method} learnt from it.",
        "{n} decisions measure the annotators, but not the merged labels: {method} learnt from them.",
        method=method,
    )


def invalid(number: int) -> str:
    """To follow a number of answers that were measured; "" where none of them is an invalid reply."""
    if not number:
        return ""
    return say_count(
        number,
        ", {n} of them an invalid reply, which is wrong",
        ", {n} of them invalid replies, which are wrong",
    )
