"""`make fuzz`: bad input for every reader, counted. `python -m tests.fuzz --count 500 CSV agent` for some of them."""

from __future__ import annotations

import argparse
import logging
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="tests.fuzz", description=__doc__)
    parser.add_argument("names", nargs="*", help="words of the readers to try; all of them without any")
    parser.add_argument("--count", type=int, default=10_000, help="bad inputs for each reader")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--guided", action="store_true", help="with atheris, which must be installed")
    chosen = parser.parse_args(arguments)
    logging.disable(logging.WARNING)

    from tests.fuzz import guided
    from tests.fuzz.targets import every
    from tests.fuzz.trying import limit_memory, table, tried

    if chosen.guided and not guided.available():
        sys.stdout.write("atheris is not here (it is made for Linux and macOS): nothing was tried with it.\n")
        return 0
    limit_memory()
    found = []
    with tempfile.TemporaryDirectory(prefix="annotator-fuzz-") as folder:
        for target in every(Path(folder)):
            if chosen.names and not any(name in target.name for name in chosen.names):
                continue
            if chosen.guided:
                found.append(guided.guided(target.name, chosen.count, chosen.seed))
            else:
                found.append(tried(target, chosen.count, chosen.seed))
    sys.stdout.write("\n".join([table(found), *(each.failure for each in found if each.failure)]) + "\n")
    return int(any(each.failure for each in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
