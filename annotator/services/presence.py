"""Who has a project open on which computer: SQLite's locks do not reach from one computer to another over a network.

A note beside the project says it, and is touched again and again while the project is open. One that has not been
touched for a while is from a computer that crashed or was cut off. Times are those of the disk, whose clock is the same
for everybody, so that a clock that is wrong does not matter.
"""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import platform
import stat
import uuid
from pathlib import Path
from typing import NamedTuple

from annotator.errors import ProjectProblem
from annotator.texts import say

TOUCHED_EVERY = 60  # seconds
FORGOTTEN_AFTER = 300  # seconds


class Holder(NamedTuple):
    """Who has it open."""

    computer: str
    person: str


def check(project: Path) -> None:
    """ProjectProblem where somebody has the project open on another computer."""
    note = _note(project)
    with contextlib.suppress(OSError):
        if not note.exists():
            return
        holder = _read(note)
        if holder is not None and holder.computer != _here().computer and not _forgotten(note):
            raise ProjectProblem(
                say(
                    "“{file}” is open on the computer “{computer}”, by {person}.",
                    file=project.name,
                    computer=holder.computer,
                    person=holder.person,
                ),
                hint=say("Close it there first. If it was not closed properly, try again in five minutes."),
            )


def hold(project: Path) -> None:
    """Say that the project is open here; to be said again every TOUCHED_EVERY seconds. Where no file can be written
    beside the project, nobody is told."""
    with contextlib.suppress(OSError):
        _write(_note(project), json.dumps(_here()._asdict(), ensure_ascii=False).encode())


def release(project: Path) -> None:
    """It is not open here any more."""
    note = _note(project)
    with contextlib.suppress(OSError):
        if _read(note) == _here():
            note.unlink()


def _note(project: Path) -> Path:
    return project.with_name(f".{project.name}.open")


def _here() -> Holder:
    try:
        person = getpass.getuser()
    except (OSError, KeyError, ImportError):  # a user without a name, as in some containers
        person = "?"
    return Holder(platform.node() or "?", person)


def _write(note: Path, content: bytes) -> None:
    """As a new file that takes the name: a link there, which may have come in a stranger's folder, is not followed."""
    part = note.with_name(f"{note.name}.{uuid.uuid4().hex[:8]}")
    try:
        with part.open("xb") as file:
            file.write(content)
        os.replace(part, note)
    finally:
        part.unlink(missing_ok=True)


def _read(note: Path) -> Holder | None:
    """None for whatever is no note; a link or a pipe is none."""
    try:
        if not stat.S_ISREG(note.lstat().st_mode):
            return None
        with note.open("rb") as file:
            found = json.loads(file.read(1_000))
        return Holder(str(found["computer"])[:80], str(found["person"])[:80])
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def _forgotten(note: Path) -> bool:
    """By the clock of the disk: a file that is written now tells it."""
    probe = note.with_name(f"{note.name}.{uuid.uuid4().hex[:8]}")
    try:
        probe.touch(exist_ok=False)
        now = probe.stat().st_mtime
    finally:
        with contextlib.suppress(OSError):
            probe.unlink()
    return now - note.stat().st_mtime > FORGOTTEN_AFTER
