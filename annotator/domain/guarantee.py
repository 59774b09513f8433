"""Target quality: the lowest confidence threshold whose accepted labels are right often enough, with a guarantee.

The guarantee rests on an audit sample drawn uniformly at random from all labels of the LLM, whatever their confidence:
for every threshold, the audited items above it are then a uniform sample of what that threshold would accept.
Thresholds are tried in an order fixed before any audit answer is looked at, from strict to lax, each with an exact
(Clopper-Pearson) bound at the full level, up to the first that fails (fixed-sequence testing). A promise is false only
if the first threshold in that order whose accepted labels miss the target passes its test: a risk of at most `delta`,
over the choice as well.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.domain.words import counted
from annotator.texts import figure, numeral, say, say_count

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

# The strictest threshold tried is to pass with so many errors among the audited: with fewer, a single unlucky answer at
# the very start would end the sequence; with more, a small set of good labels would never be found.
_ERRORS_AT_START = 4
_SHARE_AT_START = 0.4  # but never with more of the audit sample than this
_STEP = 1.02  # each threshold accepts so many times what the one before it did
_MOST = 10_000_000  # audit answers; nobody pays for more


class Promise(NamedTuple):
    """What can be said about the labels at or above a threshold.

    threshold: None where nothing can be promised; accepted: number of items at or above it, 0 then.
    lower_bound: of the accuracy of the accepted labels, at confidence 1 - delta; without a promise that of the
    threshold that comes closest, None with too few audit answers.
    audited: audit answers that counted. observed: share of right ones among those that lower_bound is about.
    needed_more: further audit answers, roughly, until something can be promised; 0 with a promise, None where the
    target is out of reach.
    sentence: the same in words.
    """

    threshold: float | None
    accepted: int
    lower_bound: float | None
    audited: int
    observed: float | None
    needed_more: int | None
    sentence: str


class _Tried(NamedTuple):
    """The thresholds in the order of testing, with the audited items at or above each."""

    threshold: Floats
    accepted: Ints
    audited: Ints
    right: Ints
    bound: Floats


def guarantee(
    confidence: Floats, audited: Ints, right: NDArray[np.bool_], target: float, delta: float, *, look: int = 0
) -> Promise:
    """The lowest threshold that allows to say, with confidence 1 - delta: `target` of the accepted labels are right.

    confidence: (n,), of all labels of the LLM, NaN where a reply was invalid and nothing can be accepted.
    audited: (m,), positions in it, drawn uniformly at random from those with a label; right: (m,), whether the LLM's
    label is the person's, which counts as the truth.
    look: 0 where the sample is looked at once, as planned. Where it grows until something can be promised, 1, 2, ...:
    the k-th look spends delta / 2**k, so that all of them together keep delta.
    """
    valid = np.sort(confidence[~np.isnan(confidence)])
    valued = ~np.isnan(confidence[audited])
    audited, right = audited[valued], right[valued]
    if not audited.size or not valid.size:
        return _too_few(0, valid.size, target, _level(delta, look))
    tried = _try(valid, confidence[audited], right, target, _level(delta, look))
    passed = tried.bound >= target
    number = int(passed.size if passed.all() else passed.argmin())
    if number:
        return _promised(tried, number - 1, audited.size, target, delta)
    return _not_yet(tried, audited.size, valid.size, target, _level(delta, look + 1) if look else delta)


def lower_bound(right: Ints | int, of: Ints | int, delta: float) -> Floats:
    """Exact (Clopper-Pearson) lower bound of a share, one-sided at confidence 1 - delta; 0 where nothing was right."""
    from scipy.special import betaincinv

    right, of = np.asarray(right), np.asarray(of)
    return np.where(right > 0, betaincinv(np.maximum(right, 1.0), of - right + 1.0, delta), 0.0)


@lru_cache(maxsize=4096)
def fewest(target: float, delta: float, errors: int = 0) -> int:
    """The fewest audited items that pass with so many errors among them."""
    low, high = errors, 1
    while not _passes(high, errors, target, delta):
        low, high = high, 2 * high
        if high > _MOST:
            return _MOST
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if _passes(middle, errors, target, delta) else (middle, high)
    return high


def needed(rate: float, target: float, delta: float) -> int | None:
    """Audited items at or above a threshold that pass when this share of them is right; None where none ever do."""
    if rate <= target:
        return None
    errors = 0
    while True:
        size = max(fewest(target, delta, errors), math.ceil(errors / (1 - rate)) if rate < 1 else 0)
        allowed = 0 if rate == 1 else math.floor(size * (1 - rate) + 1e-9)
        if allowed <= errors:
            return size
        if size >= _MOST:
            return None
        errors = max(allowed, errors + 1)


def first_sample(target: float, delta: float, items: int) -> int:
    """A sensible first audit sample of so many labels: a tenth of them, within bounds.

    At least what takes to see that the LLM makes three fifths of the errors that the target allows, at most what it
    takes where it makes 85 % of them: more answers save more of them below the threshold, as long as items are many.
    """
    least, most = (needed(target + share * (1 - target), target, delta) or _MOST for share in (0.4, 0.15))
    return min(max(least, min(items // 10, most)), items)


def thresholds(valid: Floats, audit: int, target: float, delta: float) -> Floats:
    """The thresholds to try, falling: fixed by the confidences and the size of the audit sample, not by its answers.

    valid: (n,), rising. The first is where about as many audited items are expected as the test needs to stand some
    errors; each next one accepts 2 % more.
    """
    start = fewest(target, delta, 0)
    for errors in range(1, _ERRORS_AT_START + 1):
        size = fewest(target, delta, errors)
        if size <= _SHARE_AT_START * audit:
            start = size
    first = min(start / audit, 1.0)
    steps = int(math.log(1 / first) / math.log(_STEP))
    shares = np.append(first * _STEP ** np.arange(steps + 1), 1.0)
    places = valid.size - np.clip(np.round(shares * valid.size), 1, valid.size).astype(np.int64)
    return np.unique(valid[places])[::-1]


def _level(delta: float, look: int) -> float:
    return float(delta * 0.5**look)


def _try(valid: Floats, confidence: Floats, right: NDArray[np.bool_], target: float, delta: float) -> _Tried:
    grid = thresholds(valid, confidence.size, target, delta)
    order = np.argsort(confidence)
    above = confidence.size - np.searchsorted(confidence[order], grid)
    hits = np.concatenate([[0], np.cumsum(right[order][::-1])])[above]
    accepted = valid.size - np.searchsorted(valid, grid)
    return _Tried(grid, accepted, above, hits, lower_bound(hits, above, delta))


def _passes(size: int, errors: int, target: float, delta: float) -> bool:
    """Whether the bound reaches the target, asked the other way round: so few errors are unlikely below the target."""
    from scipy.special import bdtr

    return size > errors and bool(bdtr(errors, size, 1 - target) <= delta)


def _promised(tried: _Tried, at: int, audited: int, target: float, delta: float) -> Promise:
    above, hits = int(tried.audited[at]), int(tried.right[at])
    accepted, bound = int(tried.accepted[at]), float(tried.bound[at])
    sentence = say(
        "At least {percent} of the {accepted} accepted labels are right, with {percent_2}"
        " confidence: people checked {above} of them at random and found {hits} right. Their answers count as the"
        " truth here.",
        percent=_percent(target),
        accepted=figure(accepted),
        percent_2=_percent(1 - delta),
        above=figure(above),
        hits=figure(hits),
    )
    return Promise(float(tried.threshold[at]), accepted, bound, audited, hits / above, 0, sentence)


def _not_yet(tried: _Tried, audited: int, items: int, target: float, delta: float) -> Promise:
    some = np.flatnonzero(tried.audited)
    least = fewest(target, delta)
    if audited < least or not some.size:
        return _too_few(audited, items, target, delta)
    at = int(some[_closest(tried.right[some] / tried.audited[some], target)])
    above, bound = int(tried.audited[at]), float(tried.bound[at])
    observed = int(tried.right[at]) / above
    size = needed(observed, target, delta)
    total = None if size is None else math.ceil(size * audited / above)
    if total is None and 1 - lower_bound(above - int(tried.right[at]), above, delta) >= target:
        start = first_sample(target, delta, items)  # too few to rule the target out
        total = start if start > audited else None
    more = None
    if total is None:
        sentence = say(
            "{percent} cannot be reached by choosing a threshold: even where this LLM did best, only"
            " {percent_2} of {above} audited labels were right, which is not above the target.",
            percent=_percent(target),
            percent_2=_percent(observed),
            above=figure(above),
        )
    elif total > items:
        sentence = say(
            "{percent} cannot be promised: {percent_2} of {above} audited labels were right where"
            " it looks best, and telling that from the target would take about {total} audit answers, more than"
            " there are labels with a confidence ({items}).",
            percent=_percent(target),
            percent_2=_percent(observed),
            above=figure(above),
            total=figure(total),
            items=figure(items),
        )
    else:
        more = max(1, min(max(total - audited, least // 2), items - audited))
        sentence = say(
            "{percent} cannot be promised yet: {percent_2} of {above} audited labels were right"
            " where it looks best; about {missing} needed.",
            percent=_percent(target),
            percent_2=_percent(observed),
            above=figure(above),
            missing=_missing(more),
        )
    return Promise(None, 0, bound, audited, observed, more, sentence)


def _closest(rate: Floats, target: float) -> int:
    """Where the fewest audit answers are missing; where the rate is highest when none is above the target."""
    if (rate <= target).all():
        return int(rate.argmax())
    gap = np.maximum(rate - target, 1e-9)
    cost = rate * (1 - rate) / gap**2 + 1 / gap  # variance over squared distance, and what no errors at all would take
    return int(np.where(rate > target, cost, np.inf).argmin())


def _too_few(audited: int, items: int, target: float, delta: float) -> Promise:
    """Nothing can pass with so few answers, whatever they say."""
    least = fewest(target, delta)
    if items < least:
        few = say(
            "{percent} cannot be promised from {items} labels: it takes {least} audit answers or more.",
            percent=_percent(target),
            items=figure(items),
            least=figure(least),
        )
        return Promise(None, 0, None, audited, None, None, few)
    more = first_sample(target, delta, items) - audited
    so_far = counted(audited, "audit answer")
    sentence = say(
        "Nothing can be promised from {so_far}; about {missing} needed for a start.",
        so_far=so_far,
        missing=_missing(more),
    )
    return Promise(None, 0, None, audited, None, more, sentence)


def _missing(more: int) -> str:
    return say_count(more, "{n} more audit answer is", "{n} more audit answers are")


def _percent(share: float) -> str:
    return f"{numeral(f'{100 * share:.4g}')} %"
