"""The forecast of accuracy on real crowds: from a third of the answers, against what all of them came to."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from annotator.domain import outlook, replay
from annotator.domain.aggregation import choose
from annotator.domain.outlook import People
from annotator.domain.queueing import Standing
from tests.bench.merge_quality import DATA, Crowd, people, thinned
from tests.bench.table import Row, print_table

SHARE = 1 / 3
DRAWS = 3
USUAL = 10  # answers an item in the end, at most: more are rarely paid for


class Outcome(NamedTuple):
    """claimed: mean posterior of the labels; right: their accuracy on gold; each then and after all answers."""

    crowd: str
    per_item: float
    claimed: float
    right: float
    forecast: float
    claimed_then: float
    right_then: float


def run() -> list[Row]:
    """One row where the crowds are not there."""
    if not DATA.is_dir():
        return [Row("forecast of accuracy", "not measured", "crowds with gold are absent", None, "", None)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        crowds = [crowd for name in sorted(p.name for p in DATA.iterdir() if p.is_dir()) if (crowd := people(name))]
        found = [_mean([_outcome(crowd, seed) for seed in range(DRAWS)]) for crowd in crowds]
    usual = [one for one in found if one.per_item <= USUAL]
    return [
        *_rows(f"{len(found)} crowds", found),
        *_rows(f"the {len(usual)} crowds of at most {USUAL} answers an item", usual),
    ]


def _outcome(crowd: Crowd, seed: int) -> Outcome:
    """As many more answers as were held back, one more for every item in turn, as crowds are asked."""
    answers, gold = crowd.responses, crowd.gold
    first = thinned(answers, max(1, round(SHARE * answers.mean_answers_per_item)), seed)
    merged, full = choose.merge(first), choose.merge(answers)
    assert merged.confusion is not None
    given = first.answers_per_item
    coming = answers.n_answers - first.n_answers
    found = outlook.forecast(
        Standing(merged.posterior, given),
        People.met(merged.confusion, first.answers_per_annotator, float(given[given > 1].sum())),
        most=int(answers.answers_per_item.max()),
        answers=coming,
        seed=seed,
    )
    known = gold >= 0
    return Outcome(
        crowd.name,
        answers.mean_answers_per_item,
        float(merged.posterior.max(axis=1).mean()),
        float((merged.consensus[known] == gold[known]).mean()),
        found.overlap.at(coming),
        float(full.posterior.max(axis=1).mean()),
        replay.accuracy_of_all(answers, gold),
    )


def _mean(outcomes: Sequence[Outcome]) -> Outcome:
    numbers = np.mean([outcome[1:] for outcome in outcomes], axis=0)
    return Outcome(outcomes[0].crowd, *numbers.tolist())


def _rows(what: str, found: Sequence[Outcome]) -> list[Row]:
    """Beside each the naive forecast: that everything stays as it is."""
    claimed, right, forecast, claimed_then, right_then = np.array([one[2:] for one in found]).T
    return [
        _row(f"accuracy forecast from a third of the answers, {what}", forecast - right_then, claimed - right_then),
        _row(
            "  gain alone, as if today's accuracy were known",
            forecast - claimed - right_then + right,
            right - right_then,
        ),
        _row("  against what merging claims then", forecast - claimed_then, claimed - claimed_then),
    ]


def _row(what: str, off: np.ndarray, naive: np.ndarray) -> Row:
    ratio = float(np.abs(off).mean() / np.abs(naive).mean())
    return Row(f"{what}: mean distance (sign)", _words(off), f"it stays: {_words(naive)}", ratio, "below 1", ratio < 1)


def _words(off: np.ndarray) -> str:
    return f"{np.abs(off).mean():.3f} ({off.mean():+.3f})"


if __name__ == "__main__":
    print_table(run())
