"""Runs of agents: throughput beside a bare loop of litellm, faults of all kinds, caps, and estimates at full size."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from annotator.llm.parsing import parse_reply
from annotator.services import estimating, prelabelling, project_file
from annotator.services.agents import AgentChoice
from annotator.services.prelabelling import Limits
from annotator.services.project_file import Db
from tests.bench.bare_loop import AT_ONCE, bare_seconds
from tests.bench.table import Row, print_table
from tests.faults.under_fire import Outcome, capped, fault_table
from tests.llm.test_reply_shapes import REPLIES
from tests.projects import make_project
from tests.stub_server import Misbehaviour, StubServer

LATENCY = 0.05  # seconds
ITEMS = 1_000  # in a round
ROUNDS = 4  # after one that does not count
SLOWEST = 0.8  # of the bare loop
FIRED_AT = 10_000
FAULTS = {"refused": 0.05, "failed": 0.02, "hanging": 0.01, "cut": 0.01, "invalid": 0.03, "latency": 0.05}
CAP = 5_000  # calls
MANY = 1_000_000
ESTIMATED_WITHIN = 1.0  # seconds


def run() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        faults = _faults(Path(folder))
        return [_throughput(_made(folder, "speed")), *faults, _estimate(_made(folder, "many")), _shapes()]


def _made(folder: str, name: str) -> Path:
    path = Path(folder, name)
    path.mkdir()
    return path


def _throughput(folder: Path) -> Row:
    """Items a second of a run with all that it does, and calls a second of the bare loop with the same messages.

    In turns, since the machine's load changes; what it takes to start is not counted for either.
    """
    ours, bare = 0.0, 0.0
    with StubServer(Misbehaviour(latency=LATENCY)) as server:
        for number in range(ROUNDS + 1):
            took = (
                _run_seconds(folder / f"{number}", server.address),
                bare_seconds(folder / "0" / f"small{project_file.SUFFIX}", server.address, ITEMS),
            )
            if number:
                ours, bare = ours + took[0], bare + took[1]
    rate, baseline = ROUNDS * ITEMS / ours, ROUNDS * ITEMS / bare
    return Row(
        f"a run, {AT_ONCE} calls at once, {LATENCY * 1_000:.0f} ms each",
        f"{rate:.0f} items/s",
        f"{baseline:.0f} calls/s of litellm alone",
        rate / baseline,
        f"at least {SLOWEST}",
        rate >= SLOWEST * baseline,
    )


def _run_seconds(folder: Path, address: str) -> float:
    """With a thread of its own for the project, as in the window."""
    folder.mkdir()
    db = make_project(folder, [f"item {number}" for number in range(ITEMS)])
    path = db.path
    db.close()
    with ThreadPoolExecutor(1) as project:
        opened = project.submit(project_file.open_project, path).result()

        async def store(work: Callable[[Db], Any]) -> Any:
            return await asyncio.wrap_future(project.submit(work, opened))

        try:
            work = prelabelling.run(store, AgentChoice("m", address), limits=Limits(at_once=AT_ONCE))
            return asyncio.run(work).seconds
        finally:
            project.submit(opened.close).result()


def _faults(folder: Path) -> list[Row]:
    fired = fault_table(_made(str(folder), "faults"), FIRED_AT, FAULTS, at_once=AT_ONCE, timeout=10.0)
    counts, ends = capped(_made(str(folder), "cap"), FIRED_AT, CAP, at_once=AT_ONCE, timeout=10.0)
    held = counts.requests <= CAP and all(end["ended"] == "stopped" for end in ends)
    ended = ", ".join(f"{number:,} {what}" for what, number in sorted(fired.counts.ended.items()))
    return [
        _row(fired, f"{fired.unsettled} of {FIRED_AT:,} items unsettled", f"requests: {ended}", fired.unsettled == 0),
        _row(
            fired,
            f"{fired.twice} replies paid twice",
            f"{fired.unsaved} were under way or unsaved at the kill",
            fired.twice == 0,
        ),
        _row(
            fired, f"{fired.counts.requests:,} requests", f"a cap of {fired.cap:,}", fired.counts.requests <= fired.cap
        ),
        Row(
            f"a cap of {CAP:,} calls, a kill, two starts",
            f"{counts.requests:,} requests",
            "",
            None,
            "never passed",
            held,
        ),
    ]


def _row(fired: Outcome, value: str, baseline: str, ok: bool) -> Row:
    return Row(
        f"faults, a kill, a revoked key ({fired.seconds:.0f} s)", value, baseline, None, "none lost, none twice", ok
    )


def _estimate(folder: Path) -> Row:
    db = make_project(folder, [f"item {number} of very many" for number in range(MANY)])
    choice = AgentChoice("openai/gpt-4o")
    estimating.estimate(db, choice)  # litellm is loaded with the first
    seconds = _timed(lambda: estimating.estimate(db, choice))
    db.close()
    return Row(
        f"estimate of a run over {MANY:,} items", f"{seconds:.2f} s", "", None, f"{ESTIMATED_WITHIN:.0f} s",
        seconds <= ESTIMATED_WITHIN,
    )  # fmt: skip


def _shapes() -> Row:
    """Replies as models really give them: each is read as the one label that it names, or not at all."""
    found = [(parse_reply(reply, names).position, names, label) for reply, names, label in REPLIES]
    read = [(None if position is None else names[position], label) for position, names, label in found]
    right, invalid = (sum(got == label and (got is None) is none for got, label in read) for none in (False, True))
    wrong = sum(got not in (None, label) for got, label in read)
    return Row(
        f"{len(read)} shapes of replies",
        f"{right} read right, {invalid} rightly invalid, {wrong} wrong, {len(read) - right - invalid - wrong} missed",
        "",
        None,
        "none wrong, none missed",
        right + invalid == len(read),
    )


def _timed(work: Callable[[], Any]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    print_table(run())
