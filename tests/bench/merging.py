"""Merging against crowd-kit: the same EM on the same answers, timed in the same run; and how it grows."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import numpy as np
import pandas as pd

from annotator.domain.aggregation import choose, dawid_skene
from annotator.domain.aggregation.pooling import ItemAnswers, Start, updated
from annotator.domain.aggregation.responses import Responses
from annotator.domain.aggregation.settings import PLAIN, Settings
from tests.bench.table import Row, print_table

Found = TypeVar("Found")

ITEMS = 100_000
ANSWERS_PER_ITEM = 5
ANNOTATORS = 500
LABELS = 5
ITERATIONS = 20
TIMES_FASTER = 10.0
TIMES_ITEMS = 10
TIMES_TIME = 12.0
MEMORY_MB = 2000
UPDATE_MS = 1.0
UPDATES = 200
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
        *_growing(),
        *_large(),
    ]


def _growing() -> list[Row]:
    """Time of ten times the items; of the processor, since on a busy machine the longer one waits more."""
    every_round = Settings(iterations=ITERATIONS, tolerance=ALL_ROUNDS)
    few, many = (_responses(_crowd(times * ITEMS)) for times in (1, TIMES_ITEMS))
    rows = []
    for what, work in (
        (f"Dawid-Skene, {ITERATIONS} iterations", lambda of: dawid_skene.fit(of, every_round)),
        ("auto", choose.merge),
    ):
        short, long = (min(_processor_time(work, of) for _ in range(3)) for of in (few, many))
        limit, ratio = f"at most {TIMES_TIME:.0f}", long / short
        rows.append(
            Row(
                f"{what}: {TIMES_ITEMS} times the items",
                f"{long:.2f} s",
                f"{short:.2f} s",
                ratio,
                limit,
                ratio <= TIMES_TIME,
            )
        )
    return rows


def _processor_time(work: Callable[[Responses], object], of: Responses) -> float:
    start = time.process_time()
    work(of)
    return time.process_time() - start


def _large() -> list[Row]:
    """A million items, in a process of its own, so that its memory is what merging took."""
    done = subprocess.run([sys.executable, "-m", __name__, "--large"], capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    what = f"auto, {TIMES_ITEMS * ITEMS:,} x {ANSWERS_PER_ITEM} answers"
    memory, update = found["megabytes"], found["update"]
    return [
        Row(f"{what}: time", f"{found['seconds']:.1f} s", "", None, "", None),
        Row(f"{what}: memory", f"{memory:.0f} MB", "", None, f"< {MEMORY_MB} MB", memory < MEMORY_MB),
        Row(f"{what}: one answer to updated posterior", f"{update:.3f} ms", "", None, "< 1 ms", update < UPDATE_MS),
        Row(f"{what}: refit from the last solution", f"{found['again']:.1f} s", "", None, "", None),
    ]


def _measure_large() -> dict[str, float]:
    of = _simulated(TIMES_ITEMS * ITEMS)
    seconds, merged = _best_of(1, lambda: choose.merge(of))
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    assert merged.fitted is not None
    fitted, items = merged.fitted, np.arange(of.n_items)
    first = ItemAnswers(of.annotator[of.item == 0], of.label[of.item == 0])
    times = [_best_of(1, lambda: updated(fitted, first))[0] for _ in range(UPDATES)]
    again, _ = _best_of(1, lambda: choose.merge(of, start=Start.after(fitted, items)))
    return {"seconds": seconds, "megabytes": megabytes, "update": float(np.median(times)) * 1000, "again": again}


def _speed(what: str, ours: float, theirs: float) -> Row:
    ratio = theirs / ours
    limit = f"at least {TIMES_FASTER:.0f}"
    return Row(what, f"{ours:.2f} s", f"{theirs:.2f} s", ratio, limit, ratio >= TIMES_FASTER)


def _crowd(items: int = ITEMS) -> pd.DataFrame:
    rng = np.random.default_rng(2)
    truth = rng.integers(LABELS, size=items)
    item = np.repeat(np.arange(items), ANSWERS_PER_ITEM)
    first = rng.integers(ANNOTATORS, size=items)
    annotator = (first[:, None] + np.arange(ANSWERS_PER_ITEM)).ravel() % ANNOTATORS
    accuracy = rng.uniform(0.4, 0.95, ANNOTATORS)
    right = rng.random(item.size) < accuracy[annotator]
    label = np.where(right, truth[item], rng.integers(LABELS, size=item.size))
    return pd.DataFrame({"task": item, "worker": annotator, "label": label})


def _simulated(items: int) -> Responses:
    """The same, without the memory that the codes of a table take."""
    table = _crowd(items)
    codes = [table[name].to_numpy() for name in ("task", "worker", "label")]
    return Responses.from_codes(*codes, n_items=items, n_annotators=ANNOTATORS, n_labels=LABELS)


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
    if "--large" in sys.argv:
        sys.stdout.write(json.dumps(_measure_large()))
    else:
        print_table(run())
