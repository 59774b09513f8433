"""Who gets which items: loads alike, and every two people often about the same item."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Assignment:
    """work: the items of each annotator, in the order in which they see them, shared ones hidden among them.

    shared: items that all get, for checking; those of `work` that an annotator has not had yet. left_over: items that
    nobody gets. short: items that fewer people get than were wanted, since the others have had them.
    """

    work: tuple[tuple[int, ...], ...]
    shared: tuple[int, ...] = ()
    left_over: tuple[int, ...] = ()
    short: tuple[int, ...] = field(default=())

    def meetings(self) -> NDArray[np.int64]:
        """(annotators, annotators): how many items two of them have in common; their own number on the diagonal."""
        items = sorted({item for own in self.work for item in own})
        place = {item: number for number, item in enumerate(items)}
        member = np.zeros((len(self.work), len(items)), dtype=np.int64)
        for who, own in enumerate(self.work):
            member[who, [place[item] for item in own]] = 1
        found: NDArray[np.int64] = member @ member.T
        return found


def assign(
    items: Sequence[int],
    annotators: int,
    *,
    overlap: int = 1,
    each: int | None = None,
    shared: Sequence[int] = (),
    shuffled: bool = True,
    had: Sequence[Set[int]] = (),
    seed: int = 0,
) -> Assignment:
    """Each item to `overlap` different annotators; the same seed gives the same plan.

    each: at most so many for each annotator, beside the shared ones; the first items are taken. had: by annotator,
    items that are not given to them again. Where nobody has had any, loads differ by one item at most. shuffled:
    whether everybody sees their items in an order of their own; otherwise in that of `items`.
    """
    assert 1 <= overlap <= annotators, "more people for an item than there are"
    random = np.random.default_rng(seed)
    had = had or [frozenset()] * annotators
    own: list[list[int]] = [[] for _ in range(annotators)]
    pool = [item for item in dict.fromkeys(items) if item not in set(shared)]
    left_over, short = [], []
    deal = _Deal(annotators, random)
    for item in pool:
        full = each is not None and deal.loads.sum() + overlap > each * annotators
        free = [] if full else [who for who in range(annotators) if item not in had[who] and deal.has_room(who, each)]
        chosen = deal.next(free, overlap)
        for who in chosen:
            own[who].append(item)
        if not chosen:
            left_over.append(item)
        elif len(chosen) < overlap:
            short.append(item)
    work = tuple(
        _ordered(given, [item for item in shared if item not in had[who]], random, shuffled=shuffled)
        for who, given in enumerate(own)
    )
    return Assignment(work, tuple(shared), tuple(left_over), tuple(short))


class _Deal:
    """How much everybody has, and how often two have met."""

    def __init__(self, annotators: int, random: np.random.Generator) -> None:
        self.loads = np.zeros(annotators, dtype=np.int64)
        self._met = np.zeros((annotators, annotators), dtype=np.int64)
        self._random = random

    def has_room(self, who: int, each: int | None) -> bool:
        return each is None or int(self.loads[who]) < each

    def next(self, free: Sequence[int], count: int) -> list[int]:
        """Those of the free with the least to do, of equals those who have met the others least, then by lot."""
        chosen: list[int] = []
        rest = np.array(free, dtype=np.int64)
        while rest.size and len(chosen) < count:
            met = self._met[rest][:, chosen].sum(axis=1) if chosen else self._met[rest].sum(axis=1)
            lots = self._random.random(rest.size)
            best = int(np.lexsort((lots, met, self.loads[rest]))[0])
            chosen.append(int(rest[best]))
            rest = np.delete(rest, best)
        self.loads[chosen] += 1
        for who in chosen:
            self._met[who, [other for other in chosen if other != who]] += 1
        return chosen


def _ordered(given: list[int], shared: list[int], random: np.random.Generator, *, shuffled: bool) -> tuple[int, ...]:
    """The shared items among the others, so that nobody can tell them by where they stand: at random places; but in an
    order that rises where they belong, as an item out of line would be seen there."""
    own = [given[int(place)] for place in random.permutation(len(given))] if shuffled else given
    rises = not shuffled and len(given) > 1 and all(first < second for first, second in pairwise(given))
    fitting = [item for item in shared if rises and given[0] < item < given[-1]]
    own = sorted([*own, *fitting]) if rises else own
    rest = [item for item in shared if item not in fitting]
    hidden = [rest[int(place)] for place in random.permutation(len(rest))]
    total = len(own) + len(hidden)
    places = set(random.choice(total, size=len(hidden), replace=False).tolist()) if hidden else set()
    ours, theirs = iter(own), iter(hidden)
    return tuple(next(theirs) if place in places else next(ours) for place in range(total))
