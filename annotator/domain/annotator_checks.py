"""What one annotator's answers show about their work: agreement with the rest, speed, drift, signs of spamming."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.domain.annotator_signs import (
    LEAST_ANSWERS,
    LEAST_EXPECTED,
    LEAST_RUN,
    Sign,
    Suspicion,
    Usual,
    always,
    guessing,
    hurrying,
    in_a_row,
    unjudged,
)
from annotator.texts import figure, numeral, say

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

LEAST_PER_THIRD = 10
FAST = 1 / 3  # of what people usually need
_IN_ORDER = 0.5  # of a rank correlation
_Z95, _Z99 = 1.959963984540054, 2.5758293035489004


class Bounded(NamedTuple):
    """A value with its 95 % interval; None with the reason where it is undefined. of: answers it rests on."""

    value: float | None
    low: float | None
    high: float | None
    of: int
    reason: str = ""


class Drift(NamedTuple):
    """Last third less first third of the answers.

    measure: "accuracy" on gold, or "agreement" with what most others said.
    """

    change: float | None
    low: float | None
    high: float | None
    measure: str
    reason: str = ""


@dataclass(frozen=True)
class Check:
    """One annotator. with_rest: share of the other answers to the same items that say the same; kappa: beyond chance.

    independence: chance (p) of so much dependence on what the others said if there were none; None with few answers.
    seconds: the median; fast_share: share of the timed answers that took less than a third of what people usually
    need (their own median where nobody else was timed). unjudged: signs that cannot be looked for yet, each with how
    much there is of what it takes.
    """

    annotator: int
    answers: int
    with_rest: Bounded
    kappa: Bounded
    seconds: float | None
    fast_share: float | None
    drift: Drift
    independence: float | None
    suspicions: tuple[Suspicion, ...]
    unjudged: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Given:
    """All answers, one entry each. label: codes from 0. order: rises with time for each annotator.

    seconds: NaN where unknown. gold: the right label's code, -1 where unknown, and where an item was only settled
    because the answers differ: that is no fair sample. people: annotators who are people.
    """

    item: Ints
    annotator: Ints
    label: Ints
    order: Ints
    seconds: Floats
    gold: Ints
    people: frozenset[int]
    labels: Sequence[str]


@dataclass(frozen=True, eq=False)
class _Own:
    """One annotator's answers in order of time, with what the others said to the same items.

    others: answers of others. same: share of them that agree, NaN where there are none. leading: the label most
    of them gave, the first of equals, -1 where there are none. leads: 1 where it is the annotator's own, divided by
    the number of equals; unlike `same`, it hardly moves when one of several others gets careless. gold:
    the right label's code, -1 where unknown. dated: whether the order says anything. mixed: whether
    the items came in another order than that of the project, in which labels may stand together. usual: how often
    labels are to be expected, None where there is nothing to go by.
    """

    label: Ints
    others: Ints
    same: Floats
    leading: Ints
    leads: Floats
    shares: Floats
    seconds: Floats
    right: Floats
    gold: Ints
    dated: bool
    mixed: bool
    usual: Usual | None


def check_all(given: Given) -> list[Check]:
    """Everybody who answered, in the order of their codes."""
    if not given.item.size:
        return []
    rest = _Rest(given)
    order = np.lexsort((given.order, given.annotator))
    who, first = np.unique(given.annotator[order], return_index=True)
    groups = dict(zip(who.tolist(), np.split(order, first[1:]), strict=True))
    own = {code: rest.own(rows) for code, rows in groups.items()}
    kappas = {code: _beyond_chance(answers) for code, answers in own.items()}
    known = [k.value for k in kappas.values() if k.value is not None and k.of >= LEAST_ANSWERS]
    typical = float(np.median(known)) if known else None
    pace = {code: _median(own[code].seconds) for code in own if code in given.people}
    ascending = np.sort([seconds for seconds in pace.values() if seconds is not None])
    return [
        _check(code, own[code], kappas[code], typical, _usual(ascending, pace.get(code)), given=given) for code in own
    ]


class _Rest:
    """What the others said to each item, from counts by item and label."""

    def __init__(self, given: Given) -> None:
        self._given = given
        size = len(given.labels)
        items, self._item = np.unique(given.item, return_inverse=True)
        cells, self._cell, counts = np.unique(self._item * size + given.label, return_inverse=True, return_counts=True)
        self._counts = counts
        self._cell_label = cells % size
        self._start = np.searchsorted(cells // size, np.arange(items.size + 1))
        self._total = np.bincount(self._item, minlength=items.size)
        self._labels = np.bincount(given.label, minlength=size)

    def own(self, rows: Ints) -> _Own:
        given = self._given
        item, label = self._item[rows], given.label[rows]
        others = self._total[item] - 1
        agreeing = self._counts[self._cell[rows]] - 1
        same = np.where(others > 0, agreeing / np.maximum(others, 1), np.nan)
        leading, leads, shares = self._leading(rows)
        gold = given.gold[rows]
        right = np.where(gold >= 0, (label == gold).astype(float), np.nan)
        dated = np.unique(given.order[rows]).size >= min(3, rows.size)
        return _Own(
            label=label,
            others=others,
            same=same,
            leading=leading,
            leads=leads,
            shares=shares,
            seconds=given.seconds[rows],
            right=right,
            gold=gold,
            dated=dated,
            mixed=_mixed(given.item[rows]),
            usual=self._usual(label, others, shares, gold[gold >= 0]),
        )

    def _usual(self, own: Ints, others: Ints, shares: Floats, gold: Ints) -> Usual | None:
        """By what others say of the same items where these are enough, or of any, or by the known labels."""
        compared = int(np.count_nonzero(others))
        if compared >= LEAST_ANSWERS:
            return Usual(shares, compared, of_others=True)
        for counts, least, of_others in (
            (self._labels - np.bincount(own, minlength=self._labels.size), LEAST_ANSWERS, True),
            (np.bincount(gold, minlength=self._labels.size), LEAST_EXPECTED, False),
        ):
            if (total := int(counts.sum())) >= least:
                return Usual(counts / total, total, of_others)
        return None

    def _leading(self, rows: Ints) -> tuple[Ints, Floats, Floats]:
        """`leading` and `leads` of _Own, and the mean of the others' shares by label over the items."""
        item = self._item[rows]
        width = self._start[item + 1] - self._start[item]
        place = np.repeat(np.arange(rows.size), width)
        cell = np.arange(width.sum()) - np.repeat(np.cumsum(width) - width, width) + self._start[item][place]
        count = self._counts[cell] - (cell == self._cell[rows][place])
        label = self._cell_label[cell]
        order = np.lexsort((label, -count, place))
        first = order[np.concatenate(([0], np.cumsum(width)[:-1]))]
        most = count[first]
        leading = np.where(most > 0, label[first], -1)
        own = self._counts[self._cell[rows]] - 1
        equals = np.bincount(place, count == most[place], minlength=rows.size)
        leads = np.where(most > 0, (own == most) / np.maximum(equals, 1), np.nan)
        others = self._total[item] - 1
        weights = count / np.maximum(others[place], 1)
        compared = max(int(np.count_nonzero(others)), 1)
        return leading, leads, np.bincount(label, weights, minlength=len(self._given.labels)) / compared


def _check(code: int, own: _Own, kappa: Bounded, typical: float | None, usual: float | None, *, given: Given) -> Check:
    timed = own.seconds[np.isfinite(own.seconds)]
    median = _median(own.seconds)
    reference = usual if usual is not None else median
    fast = float(np.mean(timed < FAST * reference)) if reference is not None and timed.size else None
    drift = _drift(own)
    p = _independence(own)
    is_person = code in given.people
    spamming = _spamming(own, kappa, typical, p, given.labels)
    found = (
        spamming,
        always(own.label, given.labels, own.usual) if spamming is None else None,
        guessing(own.label[own.gold >= 0], own.gold[own.gold >= 0]),
        _running(own, given.labels),
        _drifting(drift),
        hurrying(timed, fast, usual) if is_person else None,
    )
    suspicions = tuple(s for s in found if s is not None)
    open_ = tuple(unjudged(own.label.size, kappa.of, timed.size)) if is_person else ()
    return Check(code, own.label.size, _with_rest(own), kappa, median, fast, drift, p, suspicions, open_)


def _mixed(items: Ints) -> bool:
    """Whether the items, in the order of their answers, are not about in the order of their numbers."""
    if items.size < 2:
        return False
    place = np.argsort(np.argsort(items, kind="stable"), kind="stable")
    return bool(abs(np.corrcoef(place, np.arange(items.size))[0, 1]) < _IN_ORDER)


def _with_rest(own: _Own) -> Bounded:
    same = own.same[own.others > 0]
    if not same.size:
        return Bounded(None, None, None, 0, say("nobody else answered these items"))
    mean, error = float(same.mean()), _error(same)
    return Bounded(mean, max(0.0, mean - _Z95 * error), min(1.0, mean + _Z95 * error), same.size)


def _beyond_chance(own: _Own) -> Bounded:
    """(agreement - chance) / (1 - chance); chance from the annotator's and the others' label shares, taken as known."""
    compared = own.others > 0
    same = own.same[compared]
    if not same.size:
        return Bounded(None, None, None, 0, say("nobody else answered these items"))
    mine = np.bincount(own.label[compared], minlength=own.shares.size) / same.size
    chance = float(mine @ own.shares)
    if chance > 1 - 1e-9:
        return Bounded(
            None, None, None, same.size, say("only one label was given, so agreement cannot be told from chance")
        )
    value = (float(same.mean()) - chance) / (1 - chance)
    spread = _Z95 * _error(same) / (1 - chance)
    return Bounded(value, value - spread, min(1.0, value + spread), same.size)


def _error(shares: Floats) -> float:
    """Standard error of the mean of shares, with one more success and failure, so that it is never 0."""
    n = shares.size + 2
    return float(np.sqrt(_smoothed_variance(shares) / n))


def _smoothed_variance(shares: Floats) -> float:
    mean = (shares.sum() + 1) / (shares.size + 2)
    return float(((shares**2).sum() + 1) / (shares.size + 2) - mean**2)


def _independence(own: _Own) -> float | None:
    """Chi-square test of the annotator's labels against those that most others gave."""
    compared = own.leading >= 0
    n = int(np.count_nonzero(compared))
    if n < LEAST_ANSWERS:
        return None
    from scipy.stats import chi2

    _, mine = np.unique(own.label[compared], return_inverse=True)
    _, theirs = np.unique(own.leading[compared], return_inverse=True)
    rows, columns = int(mine.max()) + 1, int(theirs.max()) + 1
    if rows == 1 or columns == 1:
        return 1.0 if columns > 1 else None  # one label against several depends on nothing
    seen = np.bincount(mine * columns + theirs, minlength=rows * columns).reshape(rows, columns)
    expected = seen.sum(axis=1, keepdims=True) * seen.sum(axis=0, keepdims=True) / n
    statistic = float(((seen - expected) ** 2 / expected).sum()) * (n - 1) / n
    return float(chi2.sf(statistic, (rows - 1) * (columns - 1)))


def _spamming(
    own: _Own, kappa: Bounded, typical: float | None, p: float | None, labels: Sequence[str]
) -> Suspicion | None:
    """Answers that tell nothing about the item, where the others' do; or the opposite of it."""
    if kappa.value is None or kappa.high is None or kappa.of < LEAST_ANSWERS or typical is None:
        return None
    surely = kappa.high < 0 and p is not None and p < 0.01
    if surely or (kappa.value < 0 and kappa.high < typical / 2 and p is not None and p < 0.05):
        return Suspicion(
            Sign.OPPOSITE,
            say(
                "Agrees with the others less often than by chance (kappa {value} on {of} items); "
                "labels may be mixed up.",
                value=figure(kappa.value, 2),
                of=figure(kappa.of),
            ),
        )
    if p is None or p < 0.05 or kappa.high >= typical / 2:
        return None
    compared = own.label[own.leading >= 0]
    top = int(np.bincount(compared).argmax())
    share = float(np.mean(compared == top))
    only = (
        say(" “{labels}” is {share} % of these answers.", labels=labels[top], share=figure(100 * share))
        if share > 0.8
        else ""
    )
    return Suspicion(
        Sign.INDEPENDENT,
        say(
            "On {of} items that others answered, the answers have nothing to do with theirs"
            " (kappa {value}, usual here is {typical}; test of independence p = {p}).{only}",
            of=figure(kappa.of),
            value=figure(kappa.value, 2),
            typical=figure(typical, 2),
            p=numeral(format(p, ".2g")),
            only=only,
        ),
    )


def _running(own: _Own, labels: Sequence[str]) -> Suspicion | None:
    """A long run of one label in which the others agree clearly less than elsewhere; where they answered too little of
    it, one that is too long for chance."""
    if not own.dated or own.label.size < LEAST_ANSWERS:
        return None
    starts = np.flatnonzero(np.concatenate(([True], own.label[1:] != own.label[:-1])))
    lengths = np.diff(np.concatenate((starts, [own.label.size])))
    longest = int(lengths.argmax())
    within = np.zeros(own.label.size, np.bool_)
    within[starts[longest] : starts[longest] + lengths[longest]] = True
    inside, outside = (own.same[side & (own.others > 0)] for side in (within, ~within))
    if min(inside.size, outside.size) < LEAST_RUN:
        return in_a_row(own.label, int(starts[longest]), int(lengths[longest]), labels) if own.mixed else None
    change, _, high = _difference(outside, inside, _Z99)
    if change >= 0 or high >= 0:
        return None
    label = labels[int(own.label[starts[longest]])]
    return Suspicion(
        Sign.RUN,
        say(
            "Gave “{label}” {lengths} times in a row, where {mean} % of the others' answers"
            " say so; elsewhere {mean_2} % agree.",
            label=label,
            lengths=figure(lengths[longest]),
            mean=figure(100 * inside.mean()),
            mean_2=figure(100 * outside.mean()),
        ),
    )


def _drift(own: _Own) -> Drift:
    """On gold where there is enough of it, otherwise by agreement with what most others said."""
    gold = own.right[np.isfinite(own.right)]
    measure, values = ("accuracy", gold) if gold.size >= 3 * LEAST_PER_THIRD else ("agreement", own.leads)
    values = values[np.isfinite(values)]
    if not own.dated:
        return Drift(None, None, None, measure, say("the answers came all at once, so their order is not known"))
    third = values.size // 3
    if third < LEAST_PER_THIRD:
        least = 3 * LEAST_PER_THIRD
        return Drift(
            None,
            None,
            None,
            measure,
            say("fewer than {least} answers can be compared with others or with gold", least=least),
        )
    return Drift(*_difference(values[:third], values[-third:], _Z95), measure)


def _difference(first: Floats, last: Floats, z: float) -> tuple[float, float, float]:
    """last - first in the mean, with bounds (Agresti & Caffo 2000, for shares)."""
    spread = z * float(np.hypot(_error(first), _error(last)))
    middle = float((last.sum() + 1) / (last.size + 2) - (first.sum() + 1) / (first.size + 2))
    return float(last.mean() - first.mean()), max(-1.0, middle - spread), min(1.0, middle + spread)


def _drifting(drift: Drift) -> Suspicion | None:
    """Beyond a 99 % interval, since everybody is looked at."""
    if drift.change is None or drift.low is None or drift.high is None:
        return None
    middle, reach = (drift.low + drift.high) / 2, (drift.high - drift.low) / 2
    if abs(middle) <= reach * _Z99 / _Z95:
        return None
    what = say("Accuracy on gold") if drift.measure == "accuracy" else say("Agreement with what most others said")
    numbers = {
        "what": what,
        "abs": figure(100 * abs(drift.change)),
        "low": format(100 * drift.low, "+.0f"),
        "high": format(100 * drift.high, "+.0f"),
    }
    if drift.change < 0:
        said = say(
            "{what} fell by {abs} points from the first to the last third of the answers"
            " (95 % interval {low} to {high}).",
            **numbers,
        )
    else:
        said = say(
            "{what} rose by {abs} points from the first to the last third of the answers"
            " (95 % interval {low} to {high}).",
            **numbers,
        )
    return Suspicion(Sign.DRIFT, said)


def _usual(pace: Floats, own: float | None) -> float | None:
    """The median of the other people's medians (`pace`, ascending), None where nobody else was timed."""
    if own is not None:
        pace = np.delete(pace, np.searchsorted(pace, own)) if pace.size < 100 else pace
    return float(np.median(pace)) if pace.size else None


def _median(seconds: Floats) -> float | None:
    timed = seconds[np.isfinite(seconds)]
    return float(np.median(timed)) if timed.size else None
