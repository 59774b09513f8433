"""How many of a crowd's answers are enough beside an LLM: adaptive asking, a fixed overlap, and asking at random."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from annotator.domain import replay as replays
from annotator.domain.aggregation import choose
from annotator.domain.replay import FIRST_STEP, KEPT, LAST_STEP, POLICIES, Policy
from tests.bench.merge_quality import DATA, Crowd, people
from tests.bench.table import Row, print_table

BASELINE = "crowd-kit/DawidSkene"
LLM_BELOW = 0.05  # how much less accurate the simulated LLM is than the baseline on all answers
SEEDS = 6
MOST = 0.12

# Crowds whose gold is the majority of their own people: only nearly all answers reach what that calls right.
OWN_MAJORITY = frozenset({"pandalm"})


class Reached(NamedTuple):
    """Shares of all answers, 1 where never: kept for three refits, and kept for KEPT of all answers."""

    refits: float
    share: float


def run() -> list[Row]:
    """Shares of people's answers that were needed; one row where the crowds are not there."""
    if not DATA.is_dir():
        return [Row("answers that a replay needs", "not measured", "crowds with gold are absent", None, "", None)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # crowd-kit uses what pandas 4 will drop
        named = sorted(path.name for path in DATA.iterdir() if path.is_dir())
        crowds = [crowd for name in named if (crowd := people(name)) is not None]
        found = {policy: {crowd.name: _reached(crowd, policy) for crowd in crowds} for policy in POLICIES}
    return _rows(found)


def _rows(found: Mapping[Policy, Mapping[str, Reached]]) -> list[Row]:
    every = list(found["adaptive"])
    apart = [name for name in every if name not in OWN_MAJORITY]
    step = f"kept for three refits, each after {FIRST_STEP:.0%} of all answers at first and {LAST_STEP:.0%} later"
    what = f"share of people's answers until {BASELINE} on all is reached, simulated LLM {100 * LLM_BELOW:.0f} points"
    rows = [
        _row(f"{what} below, {len(apart)} crowds x {SEEDS} seeds, {step}", found, apart, "refits"),
        _row(f"  with {', '.join(sorted(OWN_MAJORITY))}, whose gold is its people's majority", found, every, "refits"),
        _row(f"  {len(apart)} crowds, kept for {KEPT:.0%} of all answers", found, apart, "share"),
        _row(f"  {len(every)} crowds, kept for {KEPT:.0%} of all answers", found, every, "share"),
    ]
    by_set = sorted(found["adaptive"].items(), key=lambda item: item[1].refits)
    named = ", ".join(f"{name} {reached.refits:.2f} ({reached.share:.2f})" for name, reached in by_set)
    return [*rows, Row(f"  by set (and kept for {KEPT:.0%})", "", named, None, "", None)]


def _row(what: str, found: Mapping[Policy, Mapping[str, Reached]], sets: list[str], kept: str) -> Row:
    mean = {policy: float(np.mean([getattr(of[name], kept) for name in sets])) for policy, of in found.items()}
    ours = mean["adaptive"]
    beside = f"fixed overlap {mean['fixed']:.3f}, at random {mean['random']:.3f}"
    return Row(what, f"{ours:.3f}", beside, None, f"at most {MOST}", ours <= MOST)


def _reached(crowd: Crowd, policy: Policy) -> Reached:
    """Mean over the seeds."""
    known = crowd.gold >= 0
    baseline = choose.merge(crowd.responses, method=BASELINE).consensus
    target = float((baseline[known] == crowd.gold[known]).mean())
    shares = []
    for seed in range(SEEDS):
        answers = replays.beside_llm(crowd.responses, crowd.gold, target - LLM_BELOW, seed=seed)
        found = replays.replay(answers, crowd.gold, policy=policy, seed=seed, until=target)
        reached = (found.reaches(target), found.reaches(target, over=KEPT))
        shares.append([1.0 if share is None else share for share in reached])
    return Reached(*np.mean(shares, axis=0).tolist())


if __name__ == "__main__":
    print_table(run())
