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
from annotator.services import adaptive, measuring
from annotator.services.estimating import duration
from annotator.storage import annotators, gold, items, posteriors, queue, setup, spending
from annotator.storage.database import Db
from annotator.storage.posteriors import Merging
from annotator.texts import figure, numeral, say, say_count

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
    None. measured: the merged labels against gold; claimed: what was expected of these, None without gold; left_out:
    why that is not all gold, in sentences. minutes_each: that people took for an answer, None where nobody's time is
    known.
    """

    forecast: Forecast
    sure: float
    most: int
    unanswered: int
    right: float | None
    measured: Share
    claimed: float | None
    left_out: tuple[str, ...]
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
            say(
                "Expected accuracy now {percent} of {items}{of_all}.",
                percent=_percent(self.forecast.now),
                items=counted(self.items, "item"),
                of_all=self._of_all(),
            )
        ]
        if target is not None:
            found.append(self._to(target))
        return [*found, self._enough()]

    def origin(self) -> list[str]:
        """How far all this can be believed."""
        return [text for text in (self._gold(), *self.left_out, self._basis()) if text]

    def doubts(self) -> list[str]:
        """The same without what gold says in its favour, for where the figure against gold stands beside it."""
        claimed, found = self.claimed, self.measured
        fits = found.value is not None and claimed is not None and found.low <= claimed <= found.high
        return [text for text in ("" if fits else self._gold(), *self.left_out, self._basis()) if text]

    def after(self, answers: int) -> str:
        """What so many answers bring."""
        curve, plain = self.forecast.adaptive, self.forecast.overlap
        if answers > curve.answers[-1]:
            stops = counted(rounded(self.forecast.stops), "more answer")
            return say(
                "After about {stops} nothing more is asked: {percent} is the highest to expect.",
                stops=stops,
                percent=_percent(self.forecast.best),
            )
        return say(
            "{more_answers}, asked for where they help most, bring it to"
            " {percent}; one more for every item in turn, to {percent_2}.",
            more_answers=counted(answers, "more answer"),
            percent=_percent(curve.at(answers)),
            percent_2=_percent(plain.at(answers)),
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
            "left_out": list(self.left_out),
            "points": [dict(zip(names, map(float, row), strict=True)) for row in zip(*columns, strict=True)],
            "sentences": self.sentences(target),
        }

    def numbers(self) -> str:
        """The curve as CSV."""
        points = self.as_dict()["points"]
        lines = [",".join(f"{value:.6g}" for value in point.values()) for point in points]
        return "\n".join([",".join(points[0]), *lines]) + "\n"

    def _of_all(self) -> str:
        return (
            say(", {unanswered} of which nobody has answered", unanswered=figure(self.unanswered))
            if self.unanswered
            else ""
        )

    def _to(self, target: float) -> str:
        found = self.forecast
        answers = found.adaptive.reaches(target)
        if answers == 0:
            return say("That is the {percent} wanted already.", percent=_percent(target))
        if answers is not None:
            number = rounded(answers)
            return say_count(
                number,
                "About {n} more answer{time} brings it to {percent}.",
                "About {n} more answers{time} bring it to {percent}.",
                time=self._time(number),
                percent=_percent(target),
            )
        if not rounded(found.stops):
            return say("{percent} is out of reach. {why}", percent=_percent(target), why=self._why())
        return say(
            "{percent} is out of reach: about {more_answers}"
            "{time} bring it to {percent_2}, the highest to expect. {why}",
            percent=_percent(target),
            more_answers=counted(rounded(found.stops), "more answer"),
            time=self._time(found.stops),
            percent_2=_percent(found.best),
            why=self._why(),
        )

    def _why(self) -> str:
        unsure = rounded(self.forecast.unsure)
        if not unsure:
            return say("Nobody is asked about a label that is {percent} sure.", percent=_percent(self.sure))
        they = say("item stays") if unsure == 1 else say("items stay")
        if self.right is not None:  # nothing shows how far people agree
            return say(
                "If people are right in {right} of their answers, about {unsure} {they} below {percent} with {answers}"
                " of people each.",
                right=_percent(self.right),
                unsure=figure(unsure),
                they=they,
                percent=_percent(self.sure),
                answers=counted(self.most, "answer"),
            )
        return say(
            "People agree too little: about {unsure} {they} below {percent} with {answers} of people each.",
            unsure=figure(unsure),
            they=they,
            percent=_percent(self.sure),
            answers=counted(self.most, "answer"),
        )

    def _enough(self) -> str:
        from annotator.domain.outlook import WORTHWHILE

        enough = self.forecast.enough()
        if enough == 0:
            return say(
                "More answers are hardly worth it: it takes over {worthwhile} to set one label right.",
                worthwhile=WORTHWHILE,
            )
        reached = _percent(self.forecast.adaptive.at(enough))
        number = rounded(enough)
        return say_count(
            number,
            "About {n} answer{time} is enough ({reached}): beyond that it takes over {worthwhile} answers to set one"
            " more label right.",
            "About {n} answers{time} are enough ({reached}): beyond that it takes over {worthwhile} answers to set one"
            " more label right.",
            time=self._time(number),
            reached=reached,
            worthwhile=WORTHWHILE,
        )

    def _time(self, answers: float) -> str:
        return "" if self.minutes_each is None else f" ({duration(60 * self.minutes_each * answers)})"

    def _gold(self) -> str:
        if self.measured.value is None or self.claimed is None:
            return say("This is what merging expects of itself; without gold nothing measures it.")
        measured = say(
            "On {items} with gold {percent} are right (95 % interval {percent_2} to {percent_3})",
            items=counted(self.measured.of, "item"),
            percent=_percent(self.measured.value),
            percent_2=_percent(self.measured.low),
            percent_3=_percent(self.measured.high),
        )
        if self.claimed > self.measured.high:
            return say(
                "{measured}, where {percent} was expected: the forecast is too optimistic.",
                measured=measured,
                percent=_percent(self.claimed),
            )
        if self.claimed < self.measured.low:
            return say(
                "{measured}, where {percent} was expected: the forecast is too cautious.",
                measured=measured,
                percent=_percent(self.claimed),
            )
        return say(
            "{measured}, which agrees with the {percent} expected there.",
            measured=measured,
            percent=_percent(self.claimed),
        )

    def _basis(self) -> str:
        if self.right is None:
            return ""
        return say(
            "People have hardly answered the same items yet, so nothing shows how right they are;"
            " {percent} is assumed.",
            percent=_percent(self.right),
        )


def prospect(db: Db) -> Prospect:
    """The forecast from the result in force; about a second, so in the window it belongs on the compute thread."""
    found = read(db)
    if found is None:
        raise UserError(
            say("Nothing is merged yet, so there is no accuracy to expect."),
            hint=say("Merge the answers first: `annotator merge PROJECT`."),
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
        raise UserError(
            say("The target accuracy is {target}.", target=format(target, "g")),
            hint=say("Give one above 0, at most 1, as 0.95."),
        )


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
    measured = posteriors.on_gold(db, question_id)
    left_out = (measuring.left_out(db), measuring.known_to(merging.method, measured.known))
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
        measured=wilson(measured.right, measured.of),
        claimed=measured.expected,
        left_out=tuple(filter(None, left_out)),
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
    return f"{numeral(f'{round(100 * share, 1):g}')} %"
