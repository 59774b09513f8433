"""Whatever a stranger's file, a model's reply or a template holds, it is read, or refused in one sentence."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.errors import UserError
from tests.fuzz.targets import every
from tests.fuzz.trying import Target, Work, tried

CASES = 500
ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is limited and time is watched as Linux does")


def test_no_reader_crashes_hangs_or_takes_all_memory_on_bad_input() -> None:
    # A process of its own, whose memory can be limited.
    command = [sys.executable, "-m", "tests.fuzz", "--count", str(CASES)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert ended.returncode == 0, ended.stdout[-4_000:] + ended.stderr[-2_000:]
    counted = re.search(r"\*\*all\*\* \| \*\*([\d,]+)\*\*", ended.stdout)
    assert counted is not None
    assert int(counted[1].replace(",", "")) >= CASES * 10


def test_every_good_example_is_read(tmp_path: Path) -> None:
    """A reader that refuses everything would pass for one that is never harmed."""
    read = {target.name: _read(target, tmp_path / str(number)) for number, target in enumerate(every(tmp_path))}

    assert all(read.values()), read


@pytest.mark.parametrize("harm", [ValueError("no sentence"), UserError(""), MemoryError()])
def test_harm_is_found(tmp_path: Path, harm: Exception) -> None:
    def make(folder: Path) -> Work:
        def work(content: bytes) -> None:
            if b"x" in content:
                raise harm

        return work

    assert type(harm).__name__ in tried(Target("broken", make, (b"x",)), 50, 0).failure or isinstance(harm, UserError)
    assert tried(Target("broken", make, (b"x",)), 50, 0).failure


def test_a_hang_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.fuzz.trying.PATIENCE", 0.1)

    def make(folder: Path) -> Work:
        def work(content: bytes) -> None:
            while content == b"x":
                pass

        return work

    assert "Hang" in tried(Target("endless", make, (b"x",)), 1, 0).failure


def test_taking_all_memory_is_found() -> None:
    # Twice, since memory that the process has set aside already may hold once.
    greedy = "from tests.fuzz.trying import ROOM, limit_memory; limit_memory(); bytearray(2 * ROOM)"
    ended = subprocess.run([sys.executable, "-c", greedy], cwd=ROOT, capture_output=True, text=True, check=False)

    assert ended.returncode == 1
    assert "MemoryError" in ended.stderr


def _read(target: Target, folder: Path) -> int:
    """How many of its examples are read."""
    folder.mkdir()
    work, number = target.make(folder), 0
    for content in target.seeds:
        try:
            work(content)
        except UserError:
            continue
        number += 1
    return number
