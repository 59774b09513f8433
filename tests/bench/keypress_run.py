"""Key presses on the Annotate page while LLMs label the same project: what a person feels of a run, and what the run
feels of a person.

In turns, since the machine's load changes: presses without a run, presses beside a run that is limited by the latency
of its server, and a bare loop of litellm that does nothing else.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.agents import LATENCY, SLOWEST
from tests.bench.bare_loop import AT_ONCE, bare_seconds
from tests.bench.table import Row, print_table
from tests.bench.windows import PAUSE, Press, annotate_page, presses, wait
from tests.projects import make_project
from tests.stub_server import Misbehaviour, StubServer

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow

ITEMS = 600  # in a round
ROUNDS = 3  # after one that does not count
ALONE = 40  # presses without a run, in a round
TICK = 4  # ms between two looks at whether the UI thread's loop goes round
FRAME = 1 / 60  # seconds


@dataclass
class Felt:
    """presses: seconds from a key to the next item painted; answers: to its label painted as chosen; gap: the longest
    the loop stood still, in seconds."""

    presses: list[float] = field(default_factory=list)
    answers: list[float] = field(default_factory=list)
    gap: float = 0.0

    def add(self, press: Press) -> None:
        self.presses.append(press.next_item)
        self.answers.append(press.answered)

    def __str__(self) -> str:
        p95 = statistics.quantiles(self.presses, n=20)[-1]
        found = (statistics.median(self.presses), p95, max(self.presses), self.gap)
        return "median {:.0f}, p95 {:.0f}, worst {:.0f} ms, longest gap {:.0f} ms".format(*(1_000 * s for s in found))


def run() -> list[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder, StubServer(Misbehaviour(latency=LATENCY)) as server:
        os.environ["ANNOTATOR_SETTINGS"] = str(Path(folder, "settings.ini"))
        window = _Window(Path(folder))
        try:
            return _rows(window, server.address)
        finally:
            window.close()


def _rows(window: _Window, address: str) -> list[Row]:
    alone, beside = [], []
    ours, bare = 0.0, 0.0
    for number in range(ROUNDS + 1):
        quiet = window.press(ALONE)
        felt, seconds = window.press_beside_run(address)
        loop = bare_seconds(window.project, address, ITEMS)
        if number:
            alone.append(quiet)
            beside.append(felt)
            ours, bare = ours + seconds, bare + loop
    rate, baseline = ROUNDS * ITEMS / ours, ROUNDS * ITEMS / bare
    load = f"load {os.getloadavg()[0]:.1f}"
    best, quiet = (min(rounds, key=lambda felt: statistics.median(felt.presses)) for rounds in (beside, alone))
    every = [press for felt in beside for press in felt.presses]
    late = sum(press > FRAME for press in every) / len(every)
    late_alone = _late(alone)
    answers = sorted(seconds for felt in beside for seconds in felt.answers)
    p95 = statistics.quantiles(answers, n=20)[-1]
    return [
        Row(
            f"key press answered, its label painted as chosen, beside a run of {AT_ONCE} calls at once, all rounds",
            f"p95 {1_000 * p95:.1f}, worst {1_000 * answers[-1]:.1f} ms",
            "a frame",
            p95 / FRAME,
            f"within a frame of {1_000 * FRAME:.1f} ms",
            p95 <= FRAME,
        ),
        Row(
            f"key press to next item painted beside a run of {AT_ONCE} calls at once ({load})",
            str(best),
            f"without a run: {quiet}",
            statistics.median(best.presses) / statistics.median(quiet.presses),
            f"median within a frame of {1_000 * FRAME:.1f} ms",
            statistics.median(best.presses) <= FRAME,
        ),
        Row("... later than a frame, all rounds", f"{late:.0%}", f"without a run {late_alone:.0%}", None, "", None),
        Row(
            "... the run meanwhile",
            f"{rate:.0f} items/s",
            f"{baseline:.0f} calls/s of litellm alone",
            rate / baseline,
            f"at least {SLOWEST}",
            rate >= SLOWEST * baseline,
        ),
    ]


def _late(rounds: list[Felt]) -> float:
    every = [press for felt in rounds for press in felt.presses]
    return sum(press > FRAME for press in every) / len(every)


class _Window:
    """The real window on the Annotate page, with so many items that neither a person nor a run comes to the end."""

    def __init__(self, folder: Path) -> None:
        from annotator import app

        db = make_project(folder, [f"item {number}" for number in range((ROUNDS + 2) * ITEMS)])
        self.project = db.path
        db.close()
        self._window: MainWindow = app.make_window(app.application(), self.project)
        self._window.resize(1280, 800)
        self._window.show()
        assert self._window.session is not None
        self._session = self._window.session
        self._press = presses(annotate_page(self._window, "Mira"))

    def press(self, times: int) -> Felt:
        """One key after the other, with pauses."""
        felt, ticks = Felt(), _Ticks()
        for number in range(times):
            wait(PAUSE)
            felt.add(self._press(number % 2))
        felt.gap = ticks.end()
        return felt

    def press_beside_run(self, address: str) -> tuple[Felt, float]:
        """What was felt while the run was under way, from its first saved answers to its end, and its seconds."""
        from annotator.services.agents import AgentChoice
        from annotator.ui.labelling import Order

        labelling, summaries = self._session.labelling, []
        labelling.ended.connect(summaries.append)
        labelling.begin(Order((AgentChoice("m", address),), limit=ITEMS, concurrency=AT_ONCE))
        while labelling.progress is None:
            wait(PAUSE)
        felt, ticks = Felt(), _Ticks()
        while not summaries:
            felt.add(self._press(len(felt.presses) % 2))
            wait(PAUSE)
        felt.gap = ticks.end()
        labelling.ended.disconnect(summaries.append)
        assert summaries[0].labelled == ITEMS, summaries[0]
        return felt, summaries[0].seconds

    def close(self) -> None:
        self._window.close()
        self._window.jobs.close()


class _Ticks:
    """How long the loop of the UI thread stands still at most, until `end`."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._last, self._longest = time.perf_counter(), 0.0
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=TICK)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def end(self) -> float:
        self._timer.stop()
        return self._longest

    def _tick(self) -> None:
        now = time.perf_counter()
        self._longest = max(self._longest, now - self._last - TICK / 1_000)
        self._last = now


if __name__ == "__main__":
    print_table(run())
