"""Target quality over 1,000 simulated projects: how often a promise is false, and how much it lets one accept."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.domain.guarantee import first_sample, guarantee
from tests.bench.table import Row, print_table

PROJECTS = 1_000
SIZES = (2_000, 5_000, 10_000, 30_000)
AUDIT = 1_000
TARGET, DELTA = 0.95, 0.05
LEAST_SHARE = 0.8
LOOKS = 4
# Confidences as LLMs give them, from spread out to nearly all at the top: parameters of a Beta on .5 to 1.
SHAPES = ((5.0, 1.0), (3.0, 1.0), (8.0, 1.5), (2.0, 1.0), (10.0, 0.5))


class Project(NamedTuple):
    """The most confident item first; order: a random order of the items, for auditing."""

    confidence: NDArray[np.float64]
    right: NDArray[np.bool_]
    order: NDArray[np.int64]


class Outcome(NamedTuple):
    """Items accepted, whether they miss the target, and audit answers that it took."""

    accepted: int
    missed: bool
    audited: int


def run() -> list[Row]:
    random = np.random.default_rng(0)
    projects = [_project(random) for _ in range(PROJECTS)]
    possible = sum(_oracle(project) for project in projects)
    naive = _naive(projects)
    baseline = f"threshold {TARGET}: {_share(naive):.3f} missed, {_accepted(naive) / possible:.2f} of the oracle"
    rows: list[Row] = []
    for what, outcomes in (
        (f"one audit of {AUDIT:,}", [_once(project) for project in projects]),
        (f"estimated audits, at most {LOOKS} looks", [_until_promised(project) for project in projects]),
    ):
        missed, share = _share(outcomes), _accepted(outcomes) / possible
        answers = np.mean([outcome.audited for outcome in outcomes])
        value = f"{missed:.3f} missed, {share:.2f} of the oracle, {answers:,.0f} audit answers"
        limit = f"missed at most {DELTA}, accepted at least {LEAST_SHARE} of the oracle"
        ok = missed <= DELTA and share >= LEAST_SHARE
        rows.append(Row(f"95 % promised, {what}", value, baseline, missed / max(_share(naive), 1e-9), limit, ok))
    return rows


def _project(random: np.random.Generator) -> Project:
    """Accuracy follows confidence along a logistic curve, from over- to underconfident."""
    size = int(random.choice(SIZES))
    a, b = SHAPES[random.integers(len(SHAPES))]
    confidence = np.sort(0.5 + 0.5 * random.beta(a, b, size))[::-1]
    odds = np.log(confidence / np.maximum(1 - confidence, 1e-9))
    accuracy = 1 / (1 + np.exp(-(random.uniform(-0.5, 1.2) + random.uniform(0.6, 1.6) * odds)))
    return Project(confidence, random.random(size) < accuracy, random.permutation(size))


def _oracle(project: Project) -> int:
    """The most that any threshold may accept, known only to one who knows which labels are right."""
    enough = np.flatnonzero(np.cumsum(project.right) >= TARGET * np.arange(1, project.right.size + 1))
    return int(enough[-1]) + 1 if enough.size else 0


def _once(project: Project) -> Outcome:
    audited = project.order[:AUDIT]
    promise = guarantee(project.confidence, audited, project.right[audited], TARGET, DELTA)
    return _outcome(project, promise.accepted, AUDIT)


def _until_promised(project: Project) -> Outcome:
    """As `annotator route --target-accuracy` goes on: the sample grows by what is said to be missing."""
    size, accepted = first_sample(TARGET, DELTA / 2, project.order.size), 0
    for look in range(1, LOOKS + 1):
        audited = project.order[:size]
        promise = guarantee(project.confidence, audited, project.right[audited], TARGET, DELTA, look=look)
        accepted = promise.accepted
        if accepted or promise.needed_more is None or look == LOOKS:
            break
        size = min(size + promise.needed_more, project.order.size)
    return _outcome(project, accepted, size)


def _naive(projects: list[Project]) -> list[Outcome]:
    """Believe the confidence: accept from the target on."""
    return [_outcome(project, int((project.confidence >= TARGET).sum()), 0) for project in projects]


def _outcome(project: Project, accepted: int, audited: int) -> Outcome:
    missed = bool(accepted and project.right[:accepted].mean() < TARGET)
    return Outcome(accepted, missed, audited)


def _share(outcomes: list[Outcome]) -> float:
    return float(np.mean([outcome.missed for outcome in outcomes]))


def _accepted(outcomes: list[Outcome]) -> int:
    """Labels accepted in projects that keep the target: what misses it is no gain."""
    return sum(outcome.accepted for outcome in outcomes if not outcome.missed)


if __name__ == "__main__":
    print_table(run())
