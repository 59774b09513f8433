"""`make bench`: every benchmark, in one table. Name some to run only these: `python -m tests.bench merging`."""

from __future__ import annotations

import datetime
import importlib
import platform
import sys
from importlib.metadata import version

from tests.bench.table import Row, print_table

ALL = (
    "starting",
    "merging",
    "importing",
    "keypress",
    "searching",
    "steady",
    "scrolling",
    "embedded",
    "merge_quality",
    "replaying",
    "guarantee",
    "planning",
    "calibration",
    "comparing",
    "agents",
    "keypress_run",
)
PACKAGES = ("pyside6-essentials", "numpy", "scipy", "crowd-kit", "litellm", "xllamacpp", "sqlite-utils")


def main(chosen: list[str]) -> int:
    unknown = set(chosen) - set(ALL)
    if unknown:
        sys.stderr.write(f"No such benchmark: {', '.join(sorted(unknown))}. There are: {', '.join(ALL)}.\n")
        return 2
    rows: list[Row] = []
    for name in chosen or ALL:
        sys.stderr.write(f"{name} ...\n")
        rows += importlib.import_module(f"tests.bench.{name}").run()
    today = datetime.datetime.now(datetime.UTC).date()
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    sys.stdout.write(f"{today}, Python {platform.python_version()}, {versions}\n\n")
    print_table(rows)
    return int(any(row.ok is False for row in rows))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
