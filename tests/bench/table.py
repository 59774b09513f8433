"""One row of the benchmark table, and how the table is printed."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NamedTuple


class Row(NamedTuple):
    """What was measured, beside what it is compared with.

    ratio: value to baseline, or the other way round as `what` says; None where there is no baseline.
    limit: what the ratio or the value has to keep to, in words; "" where nothing is promised.
    ok: whether it does; None where nothing is promised.
    """

    what: str
    value: str
    baseline: str
    ratio: float | None
    limit: str
    ok: bool | None


def print_table(rows: Sequence[Row]) -> None:
    """Print the rows under a heading, columns aligned."""
    heading = ("what", "value", "baseline", "ratio", "limit", "")
    cells = [heading, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(heading))]
    for line in cells:
        text = "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        sys.stdout.write(text.rstrip() + "\n")


def _cells(row: Row) -> tuple[str, ...]:
    verdict = "" if row.ok is None else ("ok" if row.ok else "MISSED")
    ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
    return row.what, row.value, row.baseline, ratio, row.limit, verdict
