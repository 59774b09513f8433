"""A disk and a clock that misbehave when they are told to, under real processes; see faulty.c."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
SCRIPT = HERE / "faulty_work.py"


class FaultyDisk:
    """Lets calls of processes that are started with its `environment` fail, from now on and while they run."""

    def __init__(self, folder: Path) -> None:
        """Skips the test where there is no compiler; in CI there is one, and its lack is a failure."""
        self._control = folder / "fault"
        self._library = folder / "faulty.so"
        compiler = shutil.which("cc")
        if compiler is None and not os.environ.get("CI"):
            pytest.skip("there is no C compiler here")
        assert compiler is not None, "CI has no C compiler"
        subprocess.run(
            [compiler, "-shared", "-fPIC", "-O1", "-o", str(self._library), str(HERE / "faulty.c"), "-ldl"], check=True
        )
        self.mend()

    @property
    def environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "LD_PRELOAD": str(self._library),
            "FAULTY_CONTROL": str(self._control),
            "PYTHONPATH": str(HERE.parents[1]),
            "PYTHONUNBUFFERED": "1",
        }

    def fail(self, code: int, *, calls: str, pattern: str, after: int = 0) -> None:
        """code: of errno. calls: letters, w: write, s: sync, t: truncate, r: read, o: open for writing."""
        self._say(f"{code} {after} {calls} 0 {pattern}")

    def full(self, pattern: str, after: int = 0) -> None:
        self.fail(errno.ENOSPC, calls="wt", pattern=pattern, after=after)

    def gone(self, pattern: str, after: int = 0) -> None:
        """As if the drive were unplugged."""
        self.fail(errno.EIO, calls="wstro", pattern=pattern, after=after)

    def late(self, seconds: int) -> None:
        """The clock is turned back by so much."""
        self._say(f"0 0 - {seconds} -")

    def mend(self) -> None:
        self.late(0)

    def _say(self, line: str) -> None:
        part = self._control.with_suffix(".part")
        part.write_text(line + "\n")
        part.replace(self._control)  # never half a line


class Worker:
    """A session in a process of its own."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.opened = self._read()

    def do(self, command: str) -> dict[str, Any]:
        """What the window would have shown: what was done, or {"told", "hint"}; a bug fails the test."""
        self.ask(command)
        return self._read()

    def ask(self, command: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{command}\n")
        self.process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, "the process has ended"
        found: dict[str, Any] = json.loads(line)
        assert "bug" not in found, found
        return found


@contextlib.contextmanager
def working(disk: FaultyDisk, project: Path, name: str = "Mira") -> Iterator[Worker]:
    with subprocess.Popen(
        [sys.executable, str(SCRIPT), str(project), name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=disk.environment,
    ) as process:
        try:
            yield Worker(process)
        finally:
            process.kill()


def command(disk: FaultyDisk, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run `annotator` with these arguments on the faulty disk."""
    line: Sequence[str] = [sys.executable, "-m", "annotator", *map(str, arguments)]
    return subprocess.run(line, capture_output=True, text=True, env=disk.environment, check=False)
