"""Starts the four, each with a home where nobody has been, and says what came of it."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from tests.e2e import team_member

ANNOTATORS = ("Ann", "Ben", "Cleo")
_WITHIN = 400  # seconds for the whole story; on a quiet machine it takes half a minute


@dataclass(frozen=True)
class Story:
    """pressed: label by item, of each annotator. labels, answers: the rows that the lead exported."""

    pressed: dict[str, dict[str, str]]
    labels: list[dict[str, str]]
    answers: list[dict[str, str]]
    pictures: list[Path]


def tell(folder: Path) -> Story:
    """Run it in an empty folder. AssertionError with what they said, where one of them does not come to the end."""
    shared = folder / "shared"
    shared.mkdir()
    with ExitStack() as stack:
        lead = _start(stack, "Lead", folder, shared)
        assert lead.stdout is not None
        assert lead.stdout.readline() == "sent\n", _said(folder)
        for process in [lead, *(_start(stack, name, folder, shared) for name in ANNOTATORS)]:
            assert process.wait(_WITHIN) == 0, _said(folder)
    return Story(
        {name: json.loads((folder / name / "pressed.json").read_text(encoding="utf-8")) for name in ANNOTATORS},
        _rows(shared / "labels.csv"),
        _rows(shared / "answers.csv"),
        sorted((shared / "pictures").iterdir()),
    )


def _start(stack: ExitStack, name: str, folder: Path, shared: Path) -> subprocess.Popen[str]:
    home = folder / name
    home.mkdir()
    said = stack.enter_context((folder / f"{name}.txt").open("w", encoding="utf-8"))
    command = [sys.executable, "-m", team_member.__name__, name, str(shared)]
    process = subprocess.Popen(command, env=_environment(home), stdout=subprocess.PIPE, stderr=said, text=True)
    stack.enter_context(process)
    stack.callback(process.kill)  # for a story that breaks off; nothing, when it has ended
    return process


def _environment(home: Path) -> dict[str, str]:
    """Ours without what would lead out of that home."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "ANNOTATOR_", "PYTEST_"))}
    own = {"HOME": str(home), "USERPROFILE": str(home), "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "1"}
    return kept | own | {"LC_ALL": "C.UTF-8", "LANGUAGE": "C.UTF-8", "OPENBLAS_NUM_THREADS": "1"}


def _said(folder: Path) -> str:
    """What each of them said, the lead first, since who waits for another gives up, too."""
    files = sorted(folder.glob("*.txt"), key=lambda file: file.stem != "Lead")
    return "\n".join(f"{file.stem}:\n{file.read_text(encoding='utf-8')}" for file in files)


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))
