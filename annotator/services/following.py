"""What an answer changes at once, and the refit behind it that the adaptive queue follows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from annotator.domain.model import Annotation, Changes, Kind, Report, silent
from annotator.services import adaptive, merging
from annotator.services.fit import Fit
from annotator.services.merging import Computed
from annotator.services.putting_in_force import BATCH, Storing, Superseded
from annotator.storage import annotators, answers, posteriors, queue, setup
from annotator.storage.database import Db
from annotator.storage.posteriors import Posterior
from annotator.storage.queue import Route

# So many items are kept in order; those behind them, which nobody reaches before the next refit, stay as they are.
FRONT = 5_000
TIE = 1e-9

Step = Callable[[Db], Changes | None]


@dataclass(frozen=True, eq=False)
class Refit:
    """A refit that is not stored yet, and where it puts the items of the adaptive routing."""

    computed: Computed
    fit: Fit
    routing_id: int
    routes: Sequence[Route]  # of those that move
    known: bool  # whether the result in force has all answers already, so that it stays

    def steps(self) -> list[Step]:
        """Short writes that put it in force, one after the other; between any two of them anything may be written.

        They do nothing more once somebody merges or routes otherwise meanwhile.
        """
        following = _Following(self)
        places = [partial(following.place, first=first) for first in range(0, len(self.routes), BATCH)]
        if self.known:
            return [*places, following.end] if places else []
        *before, last = Storing(self.computed).steps()
        return [
            *(partial(following.store, step=step) for step in before),
            partial(following.put_in_force, step=last),
            *places,
            following.end,
        ]


def refit(db: Db, last: Fit | None, report: Report = silent) -> Refit | None:
    """Merge from the last solution and rank all items anew; only reads. It is what a restart begins with, too.

    None where there is nothing to follow: no adaptive routing, no answer, or a result that the lead merged by a
    method of their own choice.
    """
    routing = adaptive.in_force(db)
    merged = posteriors.current(db)
    chosen = merged is not None and merged.parameters.get("asked", merging.AUTO) != merging.AUTO
    if routing is None or chosen or not answers.count_labels(db, setup.question(db).id):
        return None
    computed = merging.refit(db, last, report)
    if computed.fit is None:
        return None
    known = merged is not None and not posteriors.changed_since(db, merged.op_id)
    several = len(computed.reliabilities) > 1  # else an LLM's confidence says more
    rows = (posteriors.every(db) if known else computed.rows) if several else ()
    ranking = adaptive.rank(db, routing.parameters["sure"], rows, _right(db, computed))
    report(3, 3)
    return Refit(computed, computed.fit, routing.id, _moving(queue.routes_of(db, routing.id), ranking), known)


def update(db: Db, fit: Fit, item_ids: Iterable[int]) -> None:
    """Let the merged results of these items say what all their answers say now, everything else as in the last fit.

    They stay provisional: the answers still count as newer than the result in force, so that an export merges.
    An item that is not sure any more waits for people again.
    """
    merged = posteriors.current(db)
    if merged is None or merged.labels != fit.label_ids:
        return
    question_id = setup.question(db).id
    for item_id, given in _labels(db, question_id, item_ids).items():
        if not given:
            posteriors.remove(db, merged.id, item_id)
            continue
        row = _row(item_id, given, merging.update_item(fit, given), posteriors.of_items(db, [item_id]).get(item_id))
        posteriors.put(db, merged.id, row)
        routing = adaptive.in_force(db)
        if routing is not None and row.probability < routing.parameters["sure"]:
            queue.ask_again(db, routing.id, item_id)


class _Following:
    """Gives way, without a word, to what somebody else put in force meanwhile."""

    def __init__(self, found: Refit) -> None:
        self._found = found
        self._superseded = False

    def store(self, db: Db, *, step: Callable[[Db], object]) -> None:
        if not self._superseded:
            try:
                step(db)
            except Superseded:
                self._superseded = True

    def put_in_force(self, db: Db, *, step: Callable[[Db], object]) -> None:
        """What was answered while it was computed is taken into account at once."""
        with db.atomic():
            self.store(db, step=step)
            if not self._superseded:
                update(db, self._found.fit, posteriors.items_answered_since(db, self._found.computed.header["op_id"]))

    def place(self, db: Db, *, first: int) -> None:
        if not self._superseded:
            queue.reposition(db, self._found.routing_id, self._found.routes[first : first + BATCH])

    def end(self, db: Db) -> Changes:
        return Changes(posteriors=True, queue=True)


def _moving(before: dict[int, Route], ranking: adaptive.Ranking) -> list[Route]:
    """Items whose place at the front changes, and those that enter or leave the queue."""
    found = []
    for item_id, reason, place in ranking.routes():
        new, old = Route(item_id, reason.value, place), before.get(item_id)
        enters_or_leaves = old is None or (old.position is None) != (place is None)
        if enters_or_leaves or (old != new and min(_place(old), _place(new)) < FRONT):
            found.append(new)
    return found


def _place(route: Route | None) -> int:
    return FRONT if route is None or route.position is None else route.position


def _labels(db: Db, question_id: int, item_ids: Iterable[int]) -> dict[int, list[Annotation]]:
    chosen = list(item_ids)
    found = answers.of_items(db, question_id, chosen)
    return {item_id: [a for a in found.get(item_id, []) if a.label_id is not None] for item_id in chosen}


def _row(item_id: int, given: Sequence[Annotation], found: dict[int, float], before: Posterior | None) -> Posterior:
    """Of labels that are equally likely the one before stays, else the first is taken."""
    from annotator.domain.aggregation.consensus import entropy

    probabilities = np.array(list(found.values()))
    highest = probabilities.max()
    tied = [label_id for label_id, p in found.items() if p >= highest - TIE]
    best = before.label_id if before is not None and before.label_id in tied else tied[0]
    return Posterior(
        item_id=item_id,
        label_id=best,
        probability=min(1.0, found[best]),
        entropy=float(entropy(probabilities[None])[0]),
        answers=len(given),
        differing=int(len({a.label_id for a in given}) > 1),
        llm_differs=int(_llm_differs(given)),
        probabilities=probabilities.tobytes(),
    )


def _llm_differs(given: Sequence[Annotation]) -> bool:
    """Whether an LLM's label is not the one, or one of those, that most people gave."""
    people = [a.label_id for a in given if a.annotator.kind is Kind.HUMAN]
    most = max((people.count(label_id) for label_id in people), default=0)
    llms = {a.label_id for a in given if a.annotator.kind is Kind.LLM}
    return bool(people) and any(people.count(label_id) < most for label_id in llms)


def _right(db: Db, computed: Computed) -> float | None:
    """How often an answer of a person is right by this result; None where no person answered."""
    people = {person.id for person in annotators.every(db, Kind.HUMAN)}
    found = [r for r in computed.reliabilities if r.annotator_id in people and r.reliability is not None]
    total = sum(r.answers for r in found)
    return sum((r.reliability or 0.0) * r.answers for r in found) / total if total else None
