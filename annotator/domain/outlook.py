"""What accuracy to expect of merged labels after more answers of people, and where enough lies.

Simulated: a truth is drawn for each item from its posterior, people answer as their confusion matrices say, and the
posterior follows. An item's course does not depend on the others', so all courses are drawn first; asking adaptively
and giving every item one more in turn differ only in the order in which the answers come.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.domain import queueing
from annotator.domain.aggregation.tempered import CORRELATION, design_effect
from annotator.domain.queueing import AVERAGE_RIGHT, LIKELY, MEETING, MOST, SURE, Standing

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

ITEMS = 2_000  # looked at; of more items a sample stands for all
COURSES = 40_000  # of items, over all draws
CELLS = 2_000_000  # probabilities in memory at a time
FEWEST, MOST_DRAWS = 10, 200
POINTS = 81
PEOPLE = 60  # whose matrices are looked at, those with the most answers
TINY = 1e-9  # of a sum of rounded numbers
Z = 1.959963984540054  # 95 % of a normal lie within

WORTHWHILE = 20  # answers for a label set right: what costs more is not worth asking for
SPAN = 100  # answers over which that is looked at, so that chance does not decide; a tenth of all where there are few


class People(NamedTuple):
    """Who will answer. confusion: (n_people, n_labels, n_labels), [a, answered, truth]; share: (n_people,), sum to 1.

    assumed: nothing shows yet how right they are.
    """

    confusion: Floats
    share: Floats
    assumed: bool = False

    @classmethod
    def unknown(cls, n_labels: int) -> People:
        """An average person."""
        coin = queueing.one_coin(AVERAGE_RIGHT, n_labels)
        return cls(coin[None], np.ones(1), assumed=True)

    @classmethod
    def met(cls, confusion: Floats, answers: Ints, met: float) -> People:
        """Those who answered, each as often as before; average people as long as they hardly met.

        answers: (n_people,), how many each gave. met: answers of people to items that other people answered too: where
        nobody else answered, nothing shows how right an answer is.
        """
        if not answers.sum() or met < MEETING:
            return cls.unknown(confusion.shape[-1])
        busiest = np.argsort(-answers, kind="stable")[:PEOPLE]
        return cls(confusion[busiest], answers[busiest] / answers[busiest].sum())

    @property
    def average(self) -> Floats:
        """(n_labels, n_labels): the matrix of whoever comes."""
        matrix: Floats = np.tensordot(self.share, self.confusion, axes=1)
        return matrix


@dataclass(frozen=True, eq=False)
class Curve:
    """Expected accuracy by answers still to come; (n_points,) each. low, high: what chance alone leaves, 95 %.

    The interval knows nothing of posteriors that are wrong altogether: only gold shows that.
    """

    answers: Floats
    expected: Floats
    low: Floats
    high: Floats

    def at(self, answers: float) -> float:
        return float(np.interp(answers, self.answers, self.expected))

    def reaches(self, accuracy: float) -> int | None:
        """The answers after which it is expected; None where it is not on the curve."""
        found = np.flatnonzero(self.expected >= accuracy - 1e-12)
        if not found.size:
            return None
        after = int(found[0])
        if after == 0:
            return 0
        x, y = self.answers[after - 1 : after + 1], self.expected[after - 1 : after + 1]
        return int(np.ceil(np.interp(accuracy, y, x)))


@dataclass(frozen=True, eq=False)
class Forecast:
    """n_items: that it speaks of. stops: answers after which nothing more is asked, on average.

    adaptive: asked for where an answer helps most, and never about a sure label. overlap: every item gets one more
    answer in turn. unsure: items that are not sure when nothing more is asked.
    """

    n_items: float
    adaptive: Curve
    overlap: Curve
    stops: float
    unsure: float

    @property
    def now(self) -> float:
        return float(self.adaptive.expected[0])

    @property
    def best(self) -> float:
        """The highest accuracy that asking adaptively is expected to reach."""
        return float(self.adaptive.expected.max())

    def enough(self) -> int:
        """The answers after which it always takes more than WORTHWHILE to set one more label right.

        Counted in labels, not in points: a hundred answers are much for a small project and nothing for a large one.
        """
        curve = self.adaptive
        end, step = float(curve.answers[-1]), float(curve.answers[1])
        width = np.minimum(max(step, min(SPAN, end / 10)), end - curve.answers)
        gained = np.interp(curve.answers + width, curve.answers, curve.expected) - curve.expected
        worthwhile = np.flatnonzero((width > 0) & (gained * self.n_items * WORTHWHILE >= width))
        return int(np.ceil(curve.answers[worthwhile[-1] + 1])) if worthwhile.size else 0


def sample_size(n_labels: int) -> int:
    """How many items are enough to look at, so that it takes about a second whatever the number of labels."""
    return int(np.clip(_fitting(n_labels) // FEWEST, 50, ITEMS))


def _fitting(n_labels: int) -> int:
    """Courses that fit: of each the queue looks at the answers times the truths that are likely."""
    return min(COURSES, CELLS // max(n_labels, min(n_labels, LIKELY) ** 2, 1))


def sample(top: Floats, sure: float, size: int, seed: int = 0) -> tuple[Ints, Floats]:
    """(rows, how many items each stands for): most of those that may be asked about, some of those that are sure.

    top: (n_items,), probability of the likeliest label.
    """
    if top.size <= size:
        return np.arange(top.size), np.ones(top.size)
    random = np.random.default_rng(seed)
    rows, weights = [], []
    groups = [np.flatnonzero(top < sure), np.flatnonzero(top >= sure)]
    wanted = min(groups[0].size, max(size * 3 // 4, size - groups[1].size))
    for group, number in zip(groups, (wanted, size - wanted), strict=True):
        taken = min(group.size, number)
        rows.append(np.sort(random.choice(group, taken, replace=False)))
        weights.append(np.full(taken, group.size / max(taken, 1)))
    return np.concatenate(rows), np.concatenate(weights)


def forecast(
    standing: Standing,
    people: People,
    *,
    weight: Floats | None = None,
    now: float | None = None,
    sure: float = SURE,
    most: int = MOST,
    answers: int | None = None,
    seed: int = 0,
) -> Forecast:
    """The expected accuracy of the consensus while people answer.

    weight: (n_items,), how many items each one stands for. now: expected accuracy of all of them, where these are a
    sample. sure, most: nobody is asked about a label this sure, or that has so many answers of people. answers: how
    far to look; by default until nothing more is asked.
    """
    weight = np.ones(len(standing.posterior)) if weight is None else weight
    courses = _courses(standing, people, sure, most, seed)
    total = float(weight.sum())
    share = weight / max(total, 1e-12)
    now = float(share @ standing.posterior.max(axis=1)) if now is None else now
    asked = np.where(courses.asked, weight[:, None], 0.0)
    stops = asked.sum(axis=(1, 2))  # (n_draws,)
    end = float(np.ceil(stops.max(initial=1.0))) if answers is None else float(answers)
    grid = np.linspace(0, max(end, 1.0), POINTS)
    adaptive = _curve(courses, courses.by_worth, weight, grid, now)
    overlap = _curve(courses, courses.in_turn, weight, grid, now)
    unsure = float((courses.left @ weight).mean())
    return Forecast(total, adaptive, overlap, float(stops.mean()), unsure)


class _Courses(NamedTuple):
    """What becomes of each item in each draw with answer after answer; (n_draws, n_items, n_steps) but for `left`.

    worth: what the answer is expected to gain, as the queue sees it. asked: whether an adaptive queue asks for it.
    top: by how much the probability of the likeliest label changes. hit: the same of being right, -1, 0 or 1.
    first: (n_draws, n_items), whether the label is right before. left: (n_draws, n_items), not sure at the end.
    """

    worth: Floats
    asked: Bools
    top: Floats
    hit: Floats
    first: Bools
    left: Bools

    def by_worth(self, draw: int) -> Ints:
        """Answers in the order of an adaptive queue; an answer cannot come before the one before it."""
        worth = np.minimum.accumulate(np.round(self.worth[draw], 12), axis=1).ravel()
        asked = np.flatnonzero(self.asked[draw].ravel())
        order: Ints = asked[np.argsort(-worth[asked], kind="stable")]
        return order

    def in_turn(self, draw: int) -> Ints:
        """Every item once, then every item again."""
        n_items, n_steps = self.asked.shape[1:]
        mixed = np.random.default_rng(draw).permutation(n_items)
        order: Ints = (mixed[None, :] * n_steps + np.arange(n_steps)[:, None]).ravel()
        return order


def _courses(standing: Standing, people: People, sure: float, most: int, seed: int) -> _Courses:
    n_items, n_labels = standing.posterior.shape
    n_steps = max(1, most - int(standing.given.min(initial=most)))
    fitting = _fitting(n_labels) * MOST // max(n_steps, MOST)
    n_draws = int(np.clip(fitting // max(n_items, 1), FEWEST, MOST_DRAWS))
    random, average = np.random.default_rng(seed), people.average
    posterior, given = np.tile(standing.posterior, (n_draws, 1)), np.tile(standing.given, n_draws)
    truth = _draw(random, posterior)
    first = right = posterior.argmax(axis=1) == truth
    worth, top, hit = (np.empty((n_draws * n_items, n_steps)) for _ in range(3))
    asked = np.empty((n_draws * n_items, n_steps), dtype=np.bool_)
    for step in range(n_steps):
        before, was_right = posterior.max(axis=1), right
        asked[:, step] = (given < most) & (before < sure) & (asked[:, step - 1] if step else True)
        worth[:, step] = queueing.gain(Standing(posterior, given), average)
        posterior = _answered(random, posterior, truth, given, people)
        right = posterior.argmax(axis=1) == truth
        top[:, step] = posterior.max(axis=1) - before
        hit[:, step] = right.astype(np.float64) - was_right
        given = given + 1
    last = np.tile(standing.posterior.max(axis=1), n_draws) + np.where(asked, top, 0.0).sum(axis=1)
    shape, steps = (n_draws, n_items), (n_draws, n_items, n_steps)
    return _Courses(
        worth.reshape(steps),
        asked.reshape(steps),
        top.reshape(steps),
        hit.reshape(steps),
        first.reshape(shape),
        last.reshape(shape) < sure - TINY,
    )


def _answered(random: np.random.Generator, posterior: Floats, truth: Ints, given: Ints, people: People) -> Floats:
    """The posteriors after one more answer to each item.

    Only a part of the answers that come after others tells something new; the rest says what is believed anyhow.
    Nobody can tell which is which, so each moves the posterior by this part of what an independent answer would. Thus
    the posterior stays calibrated by what is assumed here.
    """
    part = _new(given)
    who = random.choice(people.share.size, truth.size, p=people.share)
    told = random.random(truth.size) < part
    after = np.empty_like(posterior)
    meant = np.where(told, truth, _draw(random, posterior))  # what the answer is about
    for person in np.unique(who):
        rows = np.flatnonzero(who == person)
        confusion = people.confusion[person]
        answer = _draw(random, confusion.T[meant[rows]])
        joint = posterior[rows] * confusion[answer]
        chance = joint.sum(axis=1, keepdims=True)
        moved = np.divide(joint, chance, out=posterior[rows].copy(), where=chance > 0)
        after[rows] = posterior[rows] + part[rows, None] * (moved - posterior[rows])
    return after


def _new(given: Ints) -> Floats:
    """(n_rows,): how much of one more answer is new, after so many: what merging makes of correlated answers."""
    before = given.astype(np.float64)
    after = before + 1
    part: Floats = after / design_effect(after, CORRELATION) - before / design_effect(before, CORRELATION)
    return part


def _draw(random: np.random.Generator, chances: Floats) -> Ints:
    """(n_rows,): one column of each row of (n_rows, n_columns), by its chance."""
    up_to = np.cumsum(chances, axis=1)
    passed = (up_to < random.random(len(chances))[:, None] * up_to[:, -1:]).sum(axis=1)
    found: Ints = np.minimum(passed, chances.shape[1] - 1)
    return found


def _curve(courses: _Courses, order_of: Callable[[int], Ints], weight: Floats, grid: Floats, now: float) -> Curve:
    """The mean over the draws, and the spread of the share that is right."""
    n_draws, _, n_steps = courses.worth.shape
    total = max(float(weight.sum()), 1e-12)
    each = np.repeat(weight, n_steps)
    gains, hits = np.zeros((n_draws, grid.size)), np.zeros((n_draws, grid.size))
    for draw in range(n_draws):
        order = order_of(draw)
        asked = np.concatenate(([0.0], np.cumsum(each[order])))
        up = np.concatenate(([0.0], np.cumsum(each[order] * courses.top[draw].ravel()[order])))
        # Items that stand for others vary as one each, not all together.
        alone = np.concatenate(([0.0], np.cumsum(np.sqrt(each[order]) * courses.hit[draw].ravel()[order])))
        gains[draw] = np.interp(grid, asked, up)
        hits[draw] = np.interp(grid, asked, alone) + np.sqrt(weight) @ courses.first[draw]
    expected = np.clip(now + gains.mean(axis=0) / total, 0, 1)
    spread = Z * hits.std(axis=0) / total
    return Curve(grid, expected, np.clip(expected - spread, 0, 1), np.clip(expected + spread, 0, 1))
