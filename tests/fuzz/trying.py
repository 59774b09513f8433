"""Tries a reader on many bad inputs, with a limit on time and memory."""

from __future__ import annotations

import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NamedTuple

from hypothesis import HealthCheck, Phase, given, seed, settings

from annotator.errors import UserError
from tests.fuzz.cases import Input, nearly

PATIENCE = 5.0  # seconds of work on one input
ROOM = 2**30  # bytes of memory beside what a process has when it begins

Work = Callable[[bytes], None]


class Target(NamedTuple):
    """A reader. make: opens what it needs in a folder; the work then takes any bytes, and may raise UserError only."""

    name: str
    make: Callable[[Path], Work]
    seeds: tuple[bytes, ...]
    tokens: tuple[bytes, ...] = ()
    in_place: bool = False  # see `nearly`


class Tried(NamedTuple):
    """refused: cases that were answered with a UserError, None where they were not counted.

    failure: how one went wrong, "" where none did.
    """

    name: str
    cases: int
    refused: int | None
    failure: str


class Hang(Exception):
    """An input on which a reader works for longer than anybody waits."""


def tried(target: Target, count: int, number: int) -> Tried:
    """The reader on `count` inputs; the same number gives the same ones."""
    cases = refused = 0
    with tempfile.TemporaryDirectory(prefix="annotator-fuzz-", ignore_cleanup_errors=True) as folder:
        work = target.make(Path(folder))

        @seed(number)
        @settings(
            max_examples=count,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.generate, Phase.shrink),
        )
        @given(nearly(target.seeds, target.tokens, in_place=target.in_place))
        def one(drawn: Input) -> None:
            nonlocal cases, refused
            cases += 1
            refused += not read(work, drawn.content())

        try:
            one()
            for content in target.seeds:  # hypothesis may leave some out
                read(work, content)
        except Exception:  # noqa: BLE001 - whatever it is, it is what we look for
            say(f"{target.name}: went wrong")
            return Tried(target.name, cases, refused, traceback.format_exc())
    say(f"{target.name}: {cases:,} cases, {refused:,} refused")
    return Tried(target.name, cases, refused, "")


def read(work: Work, content: bytes) -> bool:
    """Whether it was read; False where it was refused as it should be. Whatever else happens is raised."""
    try:
        with _patience():
            work(content)
    except UserError as error:
        said = error.message
    else:
        return True
    assert said.strip(), "a refusal without a word"
    assert len(said) < 1_000, f"a refusal that is no sentence: {said[:200]}"
    return False


def limit_memory() -> None:
    """From now on, what this process takes beyond some room ends in a MemoryError."""
    import resource

    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + ROOM, resource.RLIM_INFINITY))


def table(found: Sequence[Tried]) -> str:
    """For docs/reliability.md."""
    lines = [
        "| what was read | bad inputs tried | of them refused in a sentence | went wrong |",
        "|---|---:|---:|---:|",
    ]
    lines += [f"| {each.name} | {each.cases:,} | {_shown(each)} | {int(bool(each.failure))} |" for each in found]
    total = [sum(each.cases for each in found), sum(each.refused or 0 for each in found)]
    failed = sum(bool(each.failure) for each in found)
    return "\n".join([*lines, f"| **all** | **{total[0]:,}** | **{total[1]:,}** | **{failed}** |"])


def _shown(tried: Tried) -> str:
    return "not counted" if tried.refused is None else f"{tried.refused:,}"


@contextmanager
def _patience() -> Iterator[None]:
    def give_up(number: int, frame: FrameType | None) -> None:
        raise Hang(f"more than {PATIENCE:.0f} seconds")

    # Of the processor's time: on a machine that is busy with other things, waiting for it is no hang.
    before = signal.signal(signal.SIGPROF, give_up)
    signal.setitimer(signal.ITIMER_PROF, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def say(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()
