"""From a key press to the answer on disk and the next item painted, in a small and in a large project."""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path
from typing import NamedTuple

from tests.bench import large
from tests.bench.table import Row
from tests.bench.windows import PAUSE, annotate_page, presses, settle, stolen, wait, window

FEW = 1_000
PRESSES = 150
WARM_UP = 20
FRAME, TIMES = 0.016, 1.5  # seconds; times the small project


def run() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        small = large.make(Path(folder), FEW, "small")
        small.close()
        few, many = (_measure(Path(folder), path) for path in (small.path, large.path()))
    ratio = statistics.median(many.own) / statistics.median(few.own)
    answers = large.ITEMS * large.ANSWERS_EACH
    return [
        Row(
            f"key press to next item painted, {large.ITEMS:,} items and {answers:,} answers",
            _told(many),
            f"{FEW:,} items: {_told(few)}",
            ratio,
            f"<= {TIMES}; p95 < {_ms(FRAME)}",
            ratio <= TIMES and _p95(many.own) < FRAME,
        )
    ]


class Times(NamedTuple):
    """Seconds of key presses: those in which the machine was left its processors, and all."""

    own: list[float]
    any: list[float]


def _measure(folder: Path, path: Path) -> Times:
    """After some to warm up."""
    with window(folder, path) as made:
        settle(made)  # opening is not what is measured here
        press = presses(annotate_page(made, "Mira"))
        times = Times([], [])
        for number in range(WARM_UP + PRESSES):
            before = stolen()
            seconds = press(number % 2).next_item
            if number >= WARM_UP:
                times.any.append(seconds)
                if stolen() == before:
                    times.own.append(seconds)
            wait(PAUSE)
    return times


def _told(times: Times) -> str:
    told = f"median {_ms(statistics.median(times.own))}, p95 {_ms(_p95(times.own))}"
    left_out = len(times.any) - len(times.own)
    return f"{told}; with the {left_out} in which the processors were taken away p95 {_ms(_p95(times.any))}"


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def _ms(seconds: float) -> str:
    return f"{1000 * seconds:.1f} ms"
