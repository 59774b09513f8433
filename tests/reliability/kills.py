"""Random kills over every kind of work, counted."""

from __future__ import annotations

import random
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from annotator.errors import UserError
from tests.reliability.answering import Labelling, Prelabelling
from tests.reliability.killing import Kind, kill
from tests.reliability.migrating import Migrating
from tests.reliability.taking_back import HandingBack, TakingBack
from tests.reliability.whole_work import Bulk, Creating, Exporting, Importing, Merging

# By how much of the kills go to it.
KINDS: dict[type[Kind], float] = {
    Labelling: 0.16,
    Prelabelling: 0.14,
    Importing: 0.1,
    Exporting: 0.1,
    TakingBack: 0.12,
    HandingBack: 0.08,
    Creating: 0.08,
    Bulk: 0.08,
    Merging: 0.04,
    Migrating: 0.1,
}


class Survived(NamedTuple):
    """Kills of one kind of work. too_late: times at which the work had ended by itself, which are not counted."""

    name: str
    kills: int
    too_late: int
    lost: tuple[str, ...]


def survive(
    count: int, *, seed: int = 0, names: Sequence[str] = (), told: Callable[[str], None] = lambda _: None
) -> list[Survived]:
    """About so many kills in all, shared out among the kinds; at least two of each.

    names: words of the kinds that get their share; all of them without any.
    """
    folder = Path(tempfile.mkdtemp(prefix="annotator-kills-"))
    try:
        found = []
        for number, (kind, share) in enumerate(KINDS.items()):
            if names and not any(name in kind.name for name in names):
                continue
            own = folder / str(number)
            own.mkdir()
            found.append(_of_kind(kind(own), max(2, round(share * count)), random.Random(f"{seed} {number}")))
            told(f"{found[-1].name}: {found[-1].kills} kills, {len(found[-1].lost)} losses")
        return found
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def table(found: Sequence[Survived]) -> str:
    """For docs/reliability.md."""
    lines = ["| what was killed | kills | something lost, halved or doubled |", "|---|---:|---:|"]
    lines += [f"| {each.name} | {each.kills:,} | {len(each.lost):,} |" for each in found]
    total = sum(each.kills for each in found)
    return "\n".join([*lines, f"| **all** | **{total:,}** | **{sum(len(each.lost) for each in found):,}** |"])


def _of_kind(kind: Kind, wanted: int, rng: random.Random) -> Survived:
    kills = too_late = 0
    lost = []
    for number in range(4 * wanted):
        if kills == wanted:
            break
        kind.begin(number)
        said = kill(kind, number, rng)
        kills, too_late = kills + said.alive, too_late + (not said.alive)
        try:
            kind.check(number, said.lines)
        except (AssertionError, UserError, sqlite3.Error, ValueError) as error:
            lost.append(f"{kind.name}, kill {number}: {error}")
    return Survived(kind.name, kills, too_late, tuple(lost))
