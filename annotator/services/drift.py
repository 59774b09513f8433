"""How each annotator's work changes over time: agreement with the rest, and speed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from annotator.domain.annotator_checks import Drift
from annotator.domain.model import Annotator
from annotator.domain.windows import FEWEST, LEAST, Course, means, medians, shares_of_others
from annotator.services import agreement
from annotator.storage import annotators, answer_tables, setup
from annotator.storage.database import Db
from annotator.texts import say

__all__ = ["Course", "Drift", "Track", "numbers", "too_few", "tracks"]


@dataclass(frozen=True)
class Track:
    """One annotator's course. agreement: share of the others' answers that say the same; seconds: median for an answer.

    Each is None where too few answers can be compared, or were timed. drift: the last third against the first, as the
    annotators' report tests it. dated: whether the order of the answers is known.
    """

    annotator: Annotator
    answers: int
    agreement: Course | None
    seconds: Course | None
    drift: Drift | None
    dated: bool


def tracks(db: Db) -> list[Track]:
    """Everybody who gave labels, people first; reads all answers, so it belongs on the compute thread."""
    question_id = setup.question(db).id
    given = answer_tables.circumstances(db, question_id)
    same = shares_of_others(given.item_id, given.label_id)
    drifts = {id_: check.drift for id_, check in agreement.checks(db).items()}
    found = []
    for who in sorted(annotators.answering(db, question_id), key=lambda a: (a.kind, a.id)):
        own = np.flatnonzero(given.annotator_id == who.id)
        if not own.size:
            continue
        own = own[np.argsort(given.op_id[own], kind="stable")]
        dated = np.unique(given.op_id[own]).size >= min(3, own.size)
        found.append(
            Track(
                annotator=who,
                answers=own.size,
                agreement=means(same[own]) if dated else None,
                seconds=medians(given.seconds[own]) if dated else None,
                drift=drifts.get(who.id),
                dated=dated,
            )
        )
    return found


def too_few(track: Track) -> str:
    """Why there is no line, in a sentence; "" where there is one."""
    if track.agreement is not None or track.seconds is not None:
        return ""
    name = track.annotator.name
    if not track.dated:
        return say("The answers of {name} came all at once, from a file, so their order is not known.", name=name)
    return say(
        "Fewer than {least} answers of {name} were timed or can be compared with others, too few for a line.",
        least=FEWEST * LEAST,
        name=name,
    )


def numbers(course: Course | None) -> str:
    """What a plot of it shows, as CSV, one line for each window."""
    names = ("first_answer", "last_answer", "answers", "value", "low", "high")
    if course is None:
        return ",".join(names) + "\n"
    rows = zip(course.first, course.last, course.answers, course.value, course.low, course.high, strict=True)
    return "\n".join([",".join(names), *(",".join(f"{value:.6g}" for value in row) for row in rows)]) + "\n"
