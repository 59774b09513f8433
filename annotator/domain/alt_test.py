"""The alternative annotator test: may an LLM's labels stand in for a person's? (Calderon, Reichart and Dror, ACL 2025)

Each person in turn is left out, and the LLM and that person are compared, item by item, by how many of the remaining
people they agree with. The LLM may replace people when it holds its ground against at least half of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.texts import english, say, say_count

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

LEAST_PEOPLE = 3
LEAST_ITEMS = 30  # per person; the t-test is not to be trusted below
LEVEL = 0.05  # of false discoveries among the people beaten
WINNING = 0.5

# What a person's answer may cost more than an LLM's, as a margin in its favour: what the paper recommends.
EPSILONS: Mapping[float, str] = {0.2: english("experts"), 0.15: english("skilled people"), 0.1: english("a crowd")}


class Against(NamedTuple):
    """The LLM against one person that was left out. p: of "the LLM falls short by epsilon or more"."""

    person: int
    items: int
    llm_advantage: float  # share of items on which the LLM agrees with the others at least as well as the person
    person_advantage: float
    p: float
    beaten: bool


class AltTest(NamedTuple):
    """The outcome. winning_rate and advantage are None where the test cannot be made; `missing` says why.

    winning_rate: share of people that the LLM beats; advantage: mean chance that it agrees with the others as well as
    a person does. too_few: people with fewer than LEAST_ITEMS comparable items, left out of the test.
    """

    may_replace: bool
    winning_rate: float | None
    advantage: float | None
    epsilon: float
    against: tuple[Against, ...]
    too_few: tuple[int, ...]
    missing: str


def alt_test(llm: Ints, item: Ints, person: Ints, label: Ints, epsilon: float) -> AltTest:
    """Test one LLM against all people.

    llm: (n_items,), its label codes, -1 where it gave none. item, person, label: (n_answers,), codes of the people's
    blind answers, at most one of a person to an item. Compared are items with the LLM's label and two people's or more.
    """
    wins = _compare(llm, item, person, label)
    counts = np.bincount(wins.person, minlength=0)
    enough = np.flatnonzero(counts >= LEAST_ITEMS)
    too_few = tuple(int(code) for code in np.setdiff1d(np.unique(person), enough))
    if enough.size < LEAST_PEOPLE:
        return AltTest(False, None, None, epsilon, (), too_few, _missing(enough.size, too_few))
    rows = [
        _against(int(code), wins.llm[wins.person == code], wins.human[wins.person == code], epsilon) for code in enough
    ]
    adjusted = benjamini_yekutieli(np.array([row.p for row in rows]))
    against = tuple(row._replace(beaten=bool(p <= LEVEL)) for row, p in zip(rows, adjusted, strict=True))
    rate = float(np.mean([row.beaten for row in against]))
    advantage = float(np.mean([row.llm_advantage for row in against]))
    return AltTest(rate >= WINNING, rate, advantage, epsilon, against, too_few, "")


def benjamini_yekutieli(p: Floats) -> Floats:
    """p-values adjusted so that those at most q hold the share of false discoveries at q, however they depend."""
    order = np.argsort(p)
    ranks = np.arange(1, p.size + 1)
    scaled = p[order] * p.size * (1 / ranks).sum() / ranks
    adjusted: Floats = np.empty_like(scaled)
    adjusted[order] = np.minimum(np.minimum.accumulate(scaled[::-1])[::-1], 1.0)
    return adjusted


class _Wins(NamedTuple):
    """One entry for each comparable answer of a person: whether the LLM, and the person, did at least as well."""

    person: Ints
    llm: NDArray[np.bool_]
    human: NDArray[np.bool_]


def _compare(llm: Ints, item: Ints, person: Ints, label: Ints) -> _Wins:
    """Agreement with the others is a share of the same number of people on both sides, so counts are compared."""
    size = max(int(llm.max(initial=0)), int(label.max(initial=0))) + 1
    pairs, counts = np.unique(item * size + label, return_counts=True)
    people = np.bincount(item, minlength=llm.size)
    kept = (llm[item] >= 0) & (people[item] >= 2)
    item, person, label = item[kept], person[kept], label[kept]
    suggested = llm[item]
    with_person = _looked_up(pairs, counts, item * size + label) - 1
    with_llm = _looked_up(pairs, counts, item * size + suggested) - (suggested == label)
    return _Wins(person, with_llm >= with_person, with_person >= with_llm)


def _looked_up(keys: Ints, values: Ints, wanted: Ints) -> Ints:
    """The value of each wanted key, 0 where it does not occur. keys: rising, not empty when anything is wanted."""
    if not wanted.size:
        return np.zeros(0, dtype=np.int64)
    at = np.minimum(np.searchsorted(keys, wanted), keys.size - 1)
    return np.where(keys[at] == wanted, values[at], 0)


def _against(code: int, llm: NDArray[np.bool_], human: NDArray[np.bool_], epsilon: float) -> Against:
    difference = human.astype(float) - llm.astype(float)
    return Against(code, llm.size, float(llm.mean()), float(human.mean()), _p_below(difference, epsilon), False)


def _p_below(difference: Floats, epsilon: float) -> float:
    """One-sided t-test of "the mean difference is epsilon or more"."""
    from scipy.special import stdtr  # the whole of scipy.stats takes a second to load

    mean, spread = float(difference.mean()), float(difference.std(ddof=1))
    if spread == 0:
        return 0.0 if mean < epsilon else 1.0
    return float(stdtr(difference.size - 1, (mean - epsilon) / (spread / np.sqrt(difference.size))))


def _missing(enough: int, too_few: tuple[int, ...]) -> str:
    have = say_count(enough, "one person has", "{n} people have") if enough else say("nobody has")
    sentence = say(
        "The test takes {least_people} people with {least_items} items each, labelled without seeing a suggestion,"
        " that the LLM and somebody else labelled, too; {have} that many",
        least_people=LEAST_PEOPLE,
        least_items=LEAST_ITEMS,
        have=have,
    )
    if not too_few:
        return f"{sentence}."
    return say_count(len(too_few), "{sentence}, {n} has fewer.", "{sentence}, {n} have fewer.", sentence=sentence)
