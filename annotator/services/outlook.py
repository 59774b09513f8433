"""Expected accuracy of the merged labels against human answers still to come, and where enough lies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from annotator.domain.intervals import Share, wilson
from annotator.domain.model import Kind
from annotator.domain.queueing import AVERAGE_RIGHT, MEETING, Standing, one_coin
from annotator.domain.words import counted
from annotator.errors import UserError
from annotator.services import adaptive
from annotator.services.estimating import duration
from annotator.storage import annotators, gold, items, posteriors, queue, setup, spending
from annotator.storage.database import Db
from annotator.storage.posteriors import Merging

if TYPE_CHECKING:
    from annotator.domain.outlook import Forecast, People

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

MOST_CELLS = 4_000_000  # of confusion matrices in memory


@dataclass(frozen=True, eq=False)
class Prospect:
    """What more answers of people are expected to bring.

    sure, most: nobody is asked about a label this sure, or that has so many answers of people. unanswered: items of
    the forecast that nobody has answered. right: how often people are taken to be right where nothing shows it, else
    None. measured: the merged labels against imported gold; claimed: what was expected of these, None without gold.
    minutes_each: that people took for an answer, None where nobody's time is known.
    """

    forecast: Forecast
    sure: float
    most: int
    unanswered: int
    right: float | None
    measured: Share
    claimed: float | None
    minutes_each: float | None

    @property
    def items(self) -> int:
        return round(self.forecast.n_items)

    def sentences(self, target: float | None = None) -> list[str]:
        """For people. target: the accuracy that the lead wants, 0 to 1."""
        return [*self.headline(target), *self.origin()]

    def headline(self, target: float | None = None) -> list[str]:
        """Where things stand, what the target takes, and where enough lies."""
        found = [
            f"Expected accuracy now {_percent(self.forecast.now)} of {counted(self.items, 'item')}{self._of_all()}."
        ]
        if target is not None:
            found.append(self._to(target))
        return [*found, self._enough()]

    def origin(self) -> list[str]:
        """How far all this can be believed."""
        return [text for text in (self._gold(), self._basis()) if text]

    def doubts(self) -> list[str]:
        """The same without what gold says in its favour, for where the figure against gold stands beside it."""
        claimed, found = self.claimed, self.measured
        fits = found.value is not None and claimed is not None and found.low <= claimed <= found.high
        return [text for text in ("" if fits else self._gold(), self._basis()) if text]

    def after(self, answers: int) -> str:
        """What so many answers bring."""
        curve, plain = self.forecast.adaptive, self.forecast.overlap
        if answers > curve.answers[-1]:
            stops = counted(rounded(self.forecast.stops), "more answer")
            return (
                f"After about {stops} nothing more is asked: {_percent(self.forecast.best)} is the highest to expect."
            )
        return (
            f"{counted(answers, 'more answer')}, asked for where they help most, bring it to"
            f" {_percent(curve.at(answers))}; one more for every item in turn, to {_percent(plain.at(answers))}."
        )

    def as_dict(self, target: float | None = None, answers: int | None = None) -> dict[str, Any]:
        """For --json."""
        found, curve = self.forecast, self.forecast.adaptive
        columns = (curve.answers, curve.expected, curve.low, curve.high, found.overlap.expected)
        names = ("answers", "expected", "low", "high", "one_more_each")
        return {
            "items": self.items,
            "unanswered": self.unanswered,
            "expected_now": found.now,
            "best": found.best,
            "stops_after": round(found.stops),
            "unsure_then": round(found.unsure),
            "target": target,
            "answers_to_target": None if target is None else curve.reaches(target),
            "enough": found.enough(),
            "answers": answers,
            "expected_after": None if answers is None else curve.at(answers),
            "minutes_per_answer": self.minutes_each,
            "measured": self.measured._asdict(),
            "expected_on_gold": self.claimed,
            "points": [dict(zip(names, map(float, row), strict=True)) for row in zip(*columns, strict=True)],
            "sentences": self.sentences(target),
        }

    def numbers(self) -> str:
        """The curve as CSV."""
        points = self.as_dict()["points"]
        lines = [",".join(f"{value:.6g}" for value in point.values()) for point in points]
        return "\n".join([",".join(points[0]), *lines]) + "\n"

    def _of_all(self) -> str:
        return f", {self.unanswered:,} of which nobody has answered" if self.unanswered else ""

    def _to(self, target: float) -> str:
        found = self.forecast
        answers = found.adaptive.reaches(target)
        if answers == 0:
            return f"That is the {_percent(target)} wanted already."
        if answers is not None:
            number = rounded(answers)
            they = "bring" if number > 1 else "brings"
            return f"About {counted(number, 'more answer')}{self._time(number)} {they} it to {_percent(target)}."
        if not rounded(found.stops):
            return f"{_percent(target)} is out of reach. {self._why()}"
        return (
            f"{_percent(target)} is out of reach: about {counted(rounded(found.stops), 'more answer')}"
            f"{self._time(found.stops)} bring it to {_percent(found.best)}, the highest to expect. {self._why()}"
        )

    def _why(self) -> str:
        unsure = rounded(self.forecast.unsure)
        if not unsure:
            return f"Nobody is asked about a label that is {_percent(self.sure)} sure."
        they = "item stays" if unsure == 1 else "items stay"
        return (
            f"People agree too little: about {unsure:,} {they} below {_percent(self.sure)}"
            f" with {counted(self.most, 'answer')} of people each."
        )

    def _enough(self) -> str:
        from annotator.domain.outlook import WORTHWHILE

        enough = self.forecast.enough()
        if enough == 0:
            return f"More answers are hardly worth it: it takes over {WORTHWHILE} to set one label right."
        reached = _percent(self.forecast.adaptive.at(enough))
        number = rounded(enough)
        return (
            f"About {counted(number, 'answer')}{self._time(number)} {'is' if number == 1 else 'are'} enough"
            f" ({reached}): beyond that it takes over {WORTHWHILE} answers to set one more label right."
        )

    def _time(self, answers: float) -> str:
        return "" if self.minutes_each is None else f" ({duration(60 * self.minutes_each * answers)})"

    def _gold(self) -> str:
        if self.measured.value is None or self.claimed is None:
            return "This is what the posteriors claim; without gold nothing measures it."
        measured = (
            f"On {counted(self.measured.of, 'item')} with gold {_percent(self.measured.value)} are right"
            f" (95 % interval {_percent(self.measured.low)} to {_percent(self.measured.high)})"
        )
        if self.claimed > self.measured.high:
            return f"{measured}, where {_percent(self.claimed)} was expected: the forecast is too optimistic."
        if self.claimed < self.measured.low:
            return f"{measured}, where {_percent(self.claimed)} was expected: the forecast is too cautious."
        return f"{measured}, which agrees with the {_percent(self.claimed)} expected there."

    def _basis(self) -> str:
        if self.right is None:
            return ""
        return (
            "People have hardly answered the same items yet, so nothing shows how right they are;"
            f" {_percent(self.right)} is assumed."
        )


def prospect(db: Db) -> Prospect:
    """The forecast from the result in force; about a second, so in the window it belongs on the compute thread."""
    found = read(db)
    if found is None:
        raise UserError(
            "Nothing is merged yet, so there is no accuracy to expect.",
            hint="Merge the answers first: `annotator merge PROJECT`.",
        )
    return found


def read(db: Db) -> Prospect | None:
    """The same; None where nothing is merged."""
    with db.snapshot():
        merging = posteriors.current(db)
        if merging is None or not posteriors.mean_probability(db)[0]:
            return None
        return _prospect(db, merging)


def check_target(target: float | None) -> None:
    if target is not None and not 0 < target <= 1:
        raise UserError(f"The target accuracy is {target:g}.", hint="Give one above 0, at most 1, as 0.95.")


def rounded(answers: float) -> int:
    """To two digits, as chance decides the others."""
    return round(float(f"{round(answers):.2g}"))


def _prospect(db: Db, merging: Merging) -> Prospect:
    from annotator.domain import outlook

    question_id = setup.question(db).id
    routing = adaptive.in_force(db)
    rules = routing.parameters if routing is not None else {}
    sure, most = rules.get("sure", adaptive.SURE), rules.get("answers_per_item", adaptive.MOST)
    ids, top = posteriors.probabilities(db)
    prior = _prior(merging)
    unanswered = 0 if annotators.every(db, Kind.LLM) else max(items.count(db) - ids.size, 0)
    every = np.concatenate([top, np.full(unanswered, prior.max())])
    rows, weight = outlook.sample(every, sure, outlook.sample_size(prior.size))
    chosen = ids[rows[rows < ids.size]]
    standing = _standing(db, chosen, rows.size - chosen.size, prior)
    people = _people(db, standing, weight, prior.size)
    settled = [row.item_id for row in gold.every(db, question_id) if row.source == "adjudicated"]
    asked = np.concatenate([np.where(np.isin(chosen, settled), most, 0), np.zeros(rows.size - chosen.size, np.int64)])
    return Prospect(
        forecast=outlook.forecast(
            Standing(standing.posterior, np.maximum(standing.given, asked)),
            people,
            weight=weight,
            now=float(every.mean()),
            sure=sure,
            most=most,
        ),
        sure=sure,
        most=most,
        unanswered=unanswered,
        right=AVERAGE_RIGHT if people.assumed else None,
        measured=wilson(*posteriors.right_on_gold(db, question_id)),
        claimed=posteriors.expected_on_gold(db, question_id),
        minutes_each=_minutes(db, question_id),
    )


def _prior(merging: Merging) -> Floats:
    """(n_labels,): what an item is that nobody has answered."""
    prior = np.array(merging.parameters.get("class_prior", ()), dtype=np.float64)
    size = len(merging.labels)
    return prior if prior.size == size and prior.sum() > 0 else np.full(size, 1 / max(size, 1))


def _standing(db: Db, item_ids: Ints, unanswered: int, prior: Floats) -> Standing:
    """These merged items, and so many that nobody has answered."""
    ids = item_ids.tolist()
    found = posteriors.of_items(db, ids)
    merged = np.frombuffer(b"".join(found[item_id].probabilities for item_id in ids)).reshape(len(ids), prior.size)
    given = queue.given_to(db, setup.question(db).id, ids)
    count = [given.get(item_id, 0) for item_id in ids] + [0] * unanswered
    return Standing(np.concatenate([merged, np.tile(prior, (unanswered, 1))]), np.array(count, dtype=np.int64))


def _people(db: Db, standing: Standing, weight: Floats, n_labels: int) -> People:
    """Those who have answered, the busiest of them; average ones where they hardly met."""
    from annotator.domain import outlook

    met = float(weight @ np.where(standing.given > 1, standing.given, 0))
    humans = {person.id for person in annotators.every(db, Kind.HUMAN)}
    known = [r for r in posteriors.reliabilities(db) if r.annotator_id in humans and r.confusion is not None]
    known.sort(key=lambda r: (-r.answers, r.annotator_id))
    known = known[: int(np.clip(MOST_CELLS // max(n_labels, 1) ** 2, 1, outlook.PEOPLE))]
    if known:
        matrices = np.frombuffer(b"".join(r.confusion or b"" for r in known)).reshape(-1, n_labels, n_labels)
        return outlook.People.met(matrices, np.array([r.answers for r in known]), met)
    # With very many people and labels, merging keeps one number for each.
    right = posteriors.people_right(db)
    if right is None or met < MEETING:
        return outlook.People.unknown(n_labels)
    return outlook.People(one_coin(right, n_labels)[None], np.ones(1))


def _minutes(db: Db, question_id: int) -> float | None:
    """That people took for an answer, where it was measured."""
    sums = spending.by_person(db, question_id).values()
    timed = sum(one.timed for one in sums)
    return sum(one.seconds for one in sums) / 60 / timed if timed else None


def _percent(share: float) -> str:
    """ "87.3 %", and "95 %" for what is a round number."""
    return f"{round(100 * share, 1):g} %"
