"""Annotators whose answers look unusual, as what needs a look."""

from __future__ import annotations

from annotator.domain.words import counted
from annotator.services.overview import Notice
from annotator.storage import annotators
from annotator.storage.database import Db
from annotator.texts import say, spoken

MOST = 500_000  # answers, by which even a hundred annotators are known; looking at ten times as many takes a gigabyte
NAMED = 3  # annotators; the rest is on the Quality page


def unusual(db: Db) -> tuple[Notice, ...]:
    """A notice for each of the first few, then one for all others; reads many answers, so no summary has it."""
    from annotator.services import agreement  # with all its statistics, which a project is opened without

    names = {who.id: who.name for who in annotators.every(db)}
    found = [(id_, check.suspicions) for id_, check in agreement.checks(db, most=MOST).items() if check.suspicions]
    notices = [
        Notice(
            "annotator",
            say("Annotator {names}", names=names[id_]),
            ", ".join(spoken(agreement.SIGNS[suspicion.sign]) for suspicion in suspicions),
            "quality",
            ("people", id_),
        )
        for id_, suspicions in found[:NAMED]
    ]
    rest = len(found) - NAMED
    if rest > 0:
        title = counted(rest, "more annotator")
        notices.append(Notice("annotator", title, say("their answers look unusual, too"), "quality", "people"))
    return tuple(notices)
