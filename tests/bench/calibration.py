"""What gold makes of confidences: calibration error before and after, on kinds of agents that LLMs are like.

The agents are simulated. Each row says what a user sees (cross-fitted, on the gold items), and what 20,000 other items
show. "By chance" is what a confidence that means exactly what it says shows on as few gold items: the ECE of few items
is too high by itself, and what the 20,000 others show is the truth. So it is said, too, in how many draws such a
confidence would show no more than is wanted. (Taking chance off, as Kumar, Liang and Ma 2019 do, leaves 0 for all of
these: cross-fitting deals out what chance did to a fold with the other sign.)
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import numpy as np

from annotator.domain.confidence_calibration import cross_fitted, fit
from annotator.domain.confidence_quality import Bools, Floats, Quality, quality, reliability
from tests.bench.importing import MAPPING, write_items
from tests.bench.table import Row, print_table

GOLD, OTHERS, DRAWS = 200, 20_000, 40
HONEST = 200  # draws of a confidence that means what it says, for each of those
REACH = 0.05
ITEMS, KNOWN = 1_000_000, 100_000
SECONDS = 2.0  # of computing: the machine is shared
SPOKEN = np.array([0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0])

Claims = tuple[Floats, Bools]


class Draw(NamedTuple):
    """One agent with 200 gold items: as given, calibrated (cross-fitted), and what other items show.

    reachable: the share of draws in which a confidence like the calibrated one that means what it says has the ECE
    that is wanted, 1 where it is useless.
    """

    given: Quality
    calibrated: Quality
    others: Quality
    useless: bool
    reachable: float


def run() -> list[Row]:
    rows = [_row(name, agent) for name, agent in AGENTS.items()]
    return [*rows, _time()]


def _row(name: str, agent: Callable[[np.random.Generator, int], Claims]) -> Row:
    draws = [_draw(agent, seed) for seed in range(DRAWS)]
    given, shown, chance, true = (
        np.mean([value(draw) for draw in draws])
        for value in (
            lambda draw: draw.given.error,
            lambda draw: draw.calibrated.error,
            lambda draw: draw.calibrated.chance_error,
            lambda draw: draw.others.error,
        )
    )
    within = np.mean([draw.useless or draw.calibrated.error <= REACH for draw in draws])
    useless = np.mean([draw.useless for draw in draws])
    reachable = np.mean([draw.reachable for draw in draws])
    return Row(
        what=f"confidence {name}, {GOLD} gold items, {DRAWS} draws",
        value=f"ECE {shown:.3f} (by chance {chance:.3f}), on other items {true:.3f}; called useless {useless:.0%}",
        baseline=f"as given {given:.3f}",
        ratio=float(shown / given),
        limit=f"mean ECE <= {REACH}; so it was, or called useless, in {within:.0%} of the draws,"
        f" by chance in {reachable:.0%}",
        ok=bool(shown <= REACH or useless > 0.5),
    )


def _draw(agent: Callable[[np.random.Generator, int], Claims], seed: int) -> Draw:
    random = np.random.default_rng(seed)
    confidence, right = agent(random, GOLD)
    others, met = agent(random, OTHERS)
    curve = fit(confidence, right)
    held_out = cross_fitted(confidence, right)
    return Draw(
        given=quality(confidence, right),
        calibrated=quality(held_out, right),
        others=quality(curve.of(others), met),
        useless=curve.useless,
        reachable=1.0 if curve.useless else float((honest_errors(held_out, HONEST) <= REACH).mean()),
    )


def honest_errors(confidence: Floats, draws: int) -> Floats:
    """(draws,): the ECE of a confidence that means exactly what it says, on as many items; each right with its own."""
    right = np.random.default_rng(0).random((draws, confidence.size)) < confidence
    return np.array([reliability(confidence, row).error for row in right])


def _truth(random: np.random.Generator, n: int) -> Claims:
    """(n,): how likely each answer is right, four times in five on average, and whether it is."""
    likely = random.beta(4, 1.2, n)
    return likely, random.random(n) < likely


def _honest(random: np.random.Generator, n: int) -> Claims:
    return _truth(random, n)


def _boastful(random: np.random.Generator, n: int) -> Claims:
    likely, right = _truth(random, n)
    return _logistic(2.5 * _logit(likely) + 1), right


def _strong(random: np.random.Generator, n: int) -> Claims:
    likely = random.beta(9, 0.8, n)
    return _logistic(_logit(likely) + 3), random.random(n) < likely


def _noisy(random: np.random.Generator, n: int) -> Claims:
    likely, right = _truth(random, n)
    return _logistic(_logit(likely) + random.normal(0, 2, n)), right


def _spoken(random: np.random.Generator, n: int) -> Claims:
    likely, right = _truth(random, n)
    heard = _logit(likely) + random.normal(0, 1.5, n)
    return SPOKEN[np.digitize(heard, [-1, 0, 0.8, 1.4, 2, 3])], right


def _two_words(random: np.random.Generator, n: int) -> Claims:
    _, right = _truth(random, n)
    return np.where(random.random(n) < 0.3 + 0.3 * right, 0.95, 0.9), right


def _samples(random: np.random.Generator, n: int) -> Claims:
    likely, right = _truth(random, n)
    return np.maximum(random.binomial(5, likely) / 5, 0.4), right


def _weak(random: np.random.Generator, n: int) -> Claims:
    likely, right = _truth(random, n)
    return _logistic(0.3 * _logit(likely) + random.normal(0, 1, n) + 2), right


def _empty(random: np.random.Generator, n: int) -> Claims:
    return random.beta(9, 1, n), random.random(n) < 0.8


AGENTS: dict[str, Callable[[np.random.Generator, int], Claims]] = {
    "that means what it says": _honest,
    "that boasts": _boastful,
    "of a strong model, nearly all above .95": _strong,
    "with noise": _noisy,
    "stated, in seven steps": _spoken,
    "stated, only .90 or .95": _two_words,
    "by five samples": _samples,
    "that hardly tells": _weak,
    "that tells nothing": _empty,
}


def _time() -> Row:
    """Reading and measuring everything in a project of a million items."""
    from annotator.services import importing, merging, project_file, reliability

    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        question = project_file.make_question("Sentiment", "What is the sentiment?", ["good", "bad"])
        db = project_file.create(place / "large.annotator", name="bench", question=question)
        importing.import_items(db, write_items(place / "items.csv", ITEMS), mapping=MAPPING)
        ids = [row[0] for row in db.conn.execute("select external_id from item order by id")]
        _write(place / "llm.csv", "item,annotator,kind,label,confidence", ids)
        _write(place / "gold.csv", "item,label", ids[:KNOWN])
        importing.import_labels(db, place / "llm.csv")
        importing.import_gold(db, place / "gold.csv")
        merging.merge_and_store(db)
        started = time.process_time()
        found = reliability.report(db)
        seconds = time.process_time() - started
        db.close()
    assert [source.quality.items for source in found.sources] == [KNOWN] * 3
    what = f"calibration report, {ITEMS:,} items, {KNOWN:,} gold items"
    return Row(what, f"{seconds:.2f} s of computing", "", None, f"< {SECONDS:g} s", seconds < SECONDS)


def _write(path: Path, head: str, ids: list[str]) -> None:
    """Answers of the boastful agent, or with two columns the truth, which is always "good"."""
    confidence, right = _boastful(np.random.default_rng(0), len(ids))
    with path.open("w", encoding="utf-8") as file:
        file.write(head + "\n")
        for item, claimed, correct in zip(ids, confidence, right, strict=True):
            answer = f"{item},oracle,llm,{'good' if correct else 'bad'},{claimed:.6f}"
            file.write(f"{answer if 'kind' in head else f'{item},good'}\n")


def _logit(share: Floats) -> Floats:
    found: Floats = np.log(share / (1 - share))
    return found


def _logistic(logit: Floats) -> Floats:
    found: Floats = 1 / (1 + np.exp(-logit))
    return found


if __name__ == "__main__":
    print_table(run())
