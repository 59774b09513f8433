"""Merging against crowd-kit: the same EM on the same answers, timed in the same run."""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import numpy as np
import pandas as pd

from annotator.domain.aggregation import dawid_skene
from annotator.domain.aggregation.responses import Responses
from annotator.domain.aggregation.settings import PLAIN, Settings
from tests.bench.table import Row, print_table

Found = TypeVar("Found")

ITEMS = 100_000
ANSWERS_PER_ITEM = 5
ANNOTATORS = 500
LABELS = 5
ITERATIONS = 20
TIMES_FASTER = 8.0
ALL_ROUNDS = float("-inf")  # a tolerance that never stops the fit early


def run() -> list[Row]:
    """Time and posterior of our fits beside crowd-kit's."""
    answers = _crowd()
    coded = _responses(answers)
    plain = replace(PLAIN, iterations=ITERATIONS, tolerance=ALL_ROUNDS)
    ours, fitted = _best_of(3, lambda: dawid_skene.fit(coded, plain))
    shrunk, _ = _best_of(3, lambda: dawid_skene.fit(coded, Settings(iterations=ITERATIONS, tolerance=ALL_ROUNDS)))
    from_table, _ = _best_of(3, lambda: dawid_skene.fit(_responses(answers), plain))
    theirs, reference = _best_of(2, lambda: _crowdkit(answers))
    off = float(np.abs(fitted.posterior - reference).max())
    what = f"Dawid-Skene, {ITEMS:,} x {ANSWERS_PER_ITEM} answers, {ITERATIONS} iterations"
    return [
        _speed(f"{what} (times faster than crowd-kit)", ours, theirs),
        _speed(f"{what}, with prior counts", shrunk, theirs),
        _speed(f"{what}, coding the answers included", from_table, theirs),
        Row(f"{what}: largest difference of a posterior", f"{off:.0e}", "crowd-kit", None, "1e-6", off <= 1e-6),
    ]


def _speed(what: str, ours: float, theirs: float) -> Row:
    ratio = theirs / ours
    limit = f"at least {TIMES_FASTER:.0f}"
    return Row(what, f"{ours:.2f} s", f"{theirs:.2f} s", ratio, limit, ratio >= TIMES_FASTER)


def _crowd() -> pd.DataFrame:
    rng = np.random.default_rng(2)
    truth = rng.integers(LABELS, size=ITEMS)
    item = np.repeat(np.arange(ITEMS), ANSWERS_PER_ITEM)
    first = rng.integers(ANNOTATORS, size=ITEMS)
    annotator = (first[:, None] + np.arange(ANSWERS_PER_ITEM)).ravel() % ANNOTATORS
    accuracy = rng.uniform(0.4, 0.95, ANNOTATORS)
    right = rng.random(item.size) < accuracy[annotator]
    label = np.where(right, truth[item], rng.integers(LABELS, size=item.size))
    return pd.DataFrame({"task": item, "worker": annotator, "label": label})


def _responses(answers: pd.DataFrame) -> Responses:
    item, tasks = pd.factorize(answers["task"])
    annotator, workers = pd.factorize(answers["worker"])
    label, labels = pd.factorize(answers["label"], sort=True)
    return Responses.from_codes(
        item, annotator, label, n_items=len(tasks), n_annotators=len(workers), n_labels=len(labels)
    )


def _crowdkit(answers: pd.DataFrame) -> np.ndarray:
    from crowdkit.aggregation import DawidSkene

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # crowd-kit uses what pandas 4 will drop
        found = DawidSkene(n_iter=ITERATIONS, tol=ALL_ROUNDS).fit_predict_proba(answers)
    return found.sort_index(axis=0).sort_index(axis=1).to_numpy()


def _best_of(times: int, work: Callable[[], Found]) -> tuple[float, Found]:
    seconds = []
    for _ in range(times):
        start = time.perf_counter()
        found = work()
        seconds.append(time.perf_counter() - start)
    return min(seconds), found


if __name__ == "__main__":
    print_table(run())
