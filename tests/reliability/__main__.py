"""`make reliability`: kills, and copies of a project that went apart, counted.

`python -m tests.reliability kills --count 50` for fewer of them, `kills migration` for one kind of work.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # a process that is forked must have one thread
os.environ.setdefault("OMP_NUM_THREADS", "1")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="tests.reliability")
    parser.add_argument("what", choices=["kills", "copies"])
    parser.add_argument("names", nargs="*", help="words of the kinds of work that get their share; all without any")
    parser.add_argument("--count", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_intermixed_args(arguments)
    return _copies(chosen.count, chosen.seed) if chosen.what == "copies" else _kills(chosen)


def _kills(chosen: argparse.Namespace) -> int:
    from tests.reliability import kills

    found = kills.survive(chosen.count, seed=chosen.seed, names=chosen.names, told=_told)
    lost = [line for each in found for line in each.lost]
    sys.stdout.write("\n".join([kills.table(found), *lost]) + "\n")
    return int(bool(lost))


def _copies(count: int, seed: int) -> int:
    from tests.reliability import copies

    differing = 0
    for number in range(seed, seed + count):
        with tempfile.TemporaryDirectory() as folder:
            found = copies.differences(Path(folder), number)
        differing += bool(found)
        _told(f"{number - seed + 1} of {count}")
        sys.stdout.writelines(f"{line}\n" for line in found)
    sys.stdout.write(f"{count} runs, of which {differing} did not come to the same in every order\n")
    return int(bool(differing))


def _told(line: str) -> None:
    sys.stderr.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
