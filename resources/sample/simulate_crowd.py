"""Writes crowd.csv, the answers of a SIMULATED crowd of 12 to the sample reviews: no person gave any of them.

Run `python resources/sample/simulate_crowd.py`; the seed is fixed, so the file comes out the same byte for byte.
Each simulated annotator reads an item with their own skill per true label (`CROWD`), less well where the item is
listed in hard.csv (irony, mixed or lukewarm reviews), and answers gold or the other label accordingly.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

SEED = 2026
FOLDER = Path(__file__).resolve().parent
POSITIVE, NEGATIVE = "positive", "negative"
SEEN = 0.5  # share of the items that the crowd got to see; the others are left to the LLM and to you
FEWEST, MOST = 3, 5  # answers per item
# On a hard item this much of a skill's distance from guessing (0.5) is left.
LEFT_ON_HARD = 0.45

Floats = npt.NDArray[np.float64]


class Simulated(NamedTuple):
    """A simulated annotator: how often they are right on a positive and on a negative item, and how much they do."""

    name: str
    right_if_positive: float
    right_if_negative: float
    effort: float


class Answer(NamedTuple):
    """One row of crowd.csv, in crowd-kit's words: the item, the annotator, and the answer."""

    task: str
    worker: str
    label: str


CROWD = (
    Simulated("simulated-01", 0.98, 0.97, 1.6),
    Simulated("simulated-02", 0.96, 0.97, 1.3),
    Simulated("simulated-03", 0.95, 0.95, 1.0),
    Simulated("simulated-04", 0.94, 0.96, 0.6),
    Simulated("simulated-05", 0.91, 0.89, 1.2),
    Simulated("simulated-06", 0.88, 0.91, 1.0),
    Simulated("simulated-07", 0.87, 0.86, 0.8),
    Simulated("simulated-08", 0.80, 0.78, 1.0),  # hasty
    Simulated("simulated-09", 0.97, 0.66, 1.1),  # says positive too easily
    Simulated("simulated-10", 0.64, 0.97, 0.9),  # says negative too easily
    Simulated("simulated-11", 0.55, 0.47, 1.4),  # all but guesses, and answers a lot
    Simulated("simulated-12", 0.90, 0.92, 0.3),  # answers little
)


def simulate(gold: dict[str, str], hard: set[str], *, seed: int = SEED) -> list[Answer]:
    """The simulated answers, in the order of gold's items: 3 to 5 for the items that the crowd got to see.

    At most one answer per annotator and item.
    """
    # Only uniform numbers are drawn: numpy may change its other distributions between versions.
    rng = np.random.default_rng(seed)
    return [
        answer
        for item, label in gold.items()
        if rng.random() < SEEN
        for answer in _answers(item, label, hard=item in hard, draws=rng.random((3, len(CROWD))))
    ]


def _answers(item: str, gold: str, *, hard: bool, draws: Floats) -> list[Answer]:
    """draws: (3, annotators), uniform in [0, 1): how many answer, who, and whether each is right."""
    count = FEWEST + int(draws[0, 0] * (MOST - FEWEST + 1))
    effort = np.array([annotator.effort for annotator in CROWD])
    # The largest u ** (1 / weight): a weighted draw without replacement.
    chosen = np.sort(np.argsort(-(draws[1] ** (1 / effort)), kind="stable")[:count])
    return [
        Answer(item, CROWD[i].name, gold if draws[2, i] < _skill(CROWD[i], gold, hard=hard) else _other(gold))
        for i in chosen
    ]


def _skill(annotator: Simulated, gold: str, *, hard: bool) -> float:
    skill = annotator.right_if_positive if gold == POSITIVE else annotator.right_if_negative
    return 0.5 + LEFT_ON_HARD * (skill - 0.5) if hard else skill


def _other(label: str) -> str:
    return NEGATIVE if label == POSITIVE else POSITIVE


def _column(file: Path, name: str) -> list[str]:
    with file.open(encoding="utf-8", newline="") as lines:
        return [row[name] for row in csv.DictReader(lines)]


def main() -> None:
    """Rewrite crowd.csv beside this script from gold.csv and hard.csv."""
    gold_file = FOLDER / "gold.csv"
    gold = dict(zip(_column(gold_file, "id"), _column(gold_file, "label"), strict=True))
    answers = simulate(gold, set(_column(FOLDER / "hard.csv", "id")))
    with (FOLDER / "crowd.csv").open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(Answer._fields)
        rows.writerows(answers)


if __name__ == "__main__":
    main()
