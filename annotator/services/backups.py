"""Backups of a project: whole copies that come by themselves, are thinned out, and can be looked into and put back.

They lie in the application's data folder, a folder for each project, by its place: so they outlive a folder that is
deleted, a drive that is lost, and a project file that cannot be read. A backup is an ordinary project file.

Kept are the latest, then the last of each ten minutes of three hours, of each hour of a day, of each day of a month,
and of each month; after that the oldest go until all fit into the limit. The latest stays even where it alone does not
fit. Within a day each reason counts by itself: many takings do not push out the one of opening.
"""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from annotator import paths
from annotator.domain.model import Report, silent
from annotator.errors import ProjectProblem, UserError
from annotator.storage import database, snapshots
from annotator.storage.database import SUFFIX
from annotator.texts import say

MEGABYTES = 2_000  # of one project's backups, unless the user says otherwise
ALWAYS = 5  # the latest that are kept, whenever they were made
UNDER_WAY = datetime.timedelta(hours=6)  # longer than any copy goes without a write
_STATE, _SETTINGS = "state.json", "settings.json"
_NAMED = re.compile(r"(\d{6}) (\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d) (\w+)" + re.escape(SUFFIX))
_CLOCK = "%Y-%m-%d %H.%M.%S"


class Reason(StrEnum):
    """What a backup was made before, or at."""

    OPENING = "opening"
    HOUR = "hour"
    MIGRATION = "migration"
    MERGE = "merge"
    TAKE = "take"
    LABELS = "labels"
    BULK = "bulk"
    RESTORE = "restore"
    WISH = "wish"


def told(reason: Reason) -> str:
    """Why a backup was made, in a few words."""
    return {
        Reason.OPENING: say("when it was opened"),
        Reason.HOUR: say("after an hour of use"),
        Reason.MIGRATION: say("before a new format"),
        Reason.MERGE: say("before merging"),
        Reason.TAKE: say("before taking files"),
        Reason.LABELS: say("before labels changed"),
        Reason.BULK: say("before many items"),
        Reason.RESTORE: say("before a backup came back"),
        Reason.WISH: say("by hand"),
    }[reason]


@dataclass(frozen=True)
class Backup:
    """One copy. number: rises with each, whatever the clock says. at: UTC. size: in bytes."""

    path: Path
    number: int
    at: datetime.datetime
    reason: Reason
    size: int

    def as_dict(self) -> dict[str, Any]:
        return {
            "number": self.number,
            "at": self.at.isoformat(),
            "reason": self.reason.value,
            "bytes": self.size,
            "file": str(self.path),
        }


@dataclass(frozen=True)
class Kept:
    """The backups of one project, the latest first. project: where its file is, or was."""

    project: Path
    backups: tuple[Backup, ...]


def folder_of(project: Path) -> Path:
    place = project.resolve()
    return paths.backups() / f"{place.stem[:60]}-{hashlib.sha256(str(place).encode()).hexdigest()[:8]}"


def of(project: Path) -> list[Backup]:
    """The backups of the project at this place, the latest first."""
    return _in(folder_of(project))


def everything() -> list[Kept]:
    """Every project that has backups, also where its file is gone; the one with the latest backup first."""
    found = []
    for folder in _folders():
        backups, project = _in(folder), _state(folder).get("project")
        if backups and project:
            found.append(Kept(Path(project), tuple(backups)))
    return sorted(found, key=lambda kept: kept.backups[0].at, reverse=True)


def named(project: Path, number: int) -> Backup:
    """UserError where there is no backup of this number."""
    found = of(project)
    for backup in found:
        if backup.number == number:
            return backup
    known = ", ".join(str(backup.number) for backup in found)
    hint = say("There are: {numbers}.", numbers=known) if known else say("There are none yet.")
    raise UserError(say("There is no backup {number} of “{name}”.", number=number, name=project.name), hint=hint)


def keep(project: Path, reason: Reason, report: Report = silent) -> Backup | None:
    """A backup of what is in the file now; None where nothing has changed since the last one, or none are wanted.

    Reads on a connection of its own: answers are written meanwhile. UserError where there is no room for it.
    """
    limit = limit_megabytes() * 1_000_000
    if not limit and reason is not Reason.RESTORE:
        return None
    folder = folder_of(project)
    with _told(project):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        before, marks = _in(folder), _marks(project)
        if before and _state(folder).get("marks") == marks:
            return None
        _clear(folder)
        _check_room(project, folder)
        made = _write(project, folder, reason, 1 + max((each.number for each in before), default=0), report)
        _note(folder, project=str(project.resolve()), marks=marks)
        if before and snapshots.same(made.path, before[0].path):
            made.path.unlink()
            return None
        if reason is not Reason.TAKE:  # which `settle` ends
            thin(folder, limit)
    return made


def keep_if_possible(project: Path, reason: Reason) -> Backup | None:
    """As `keep`; what it is made for goes on where there is no room, as it can be undone."""
    with contextlib.suppress(UserError):
        return keep(project, reason)
    return None


def settle(project: Path, made: Backup | None, *, needed: bool) -> None:
    """After a taking: its backup stays, and older ones are thinned, or it goes where the taking brought nothing."""
    if made is None:
        return
    folder = folder_of(project)
    with contextlib.suppress(OSError):
        if needed:
            thin(folder, limit_megabytes() * 1_000_000)
            return
        made.path.unlink(missing_ok=True)
        _note(folder, marks=[])  # the one before may hold something else


def thin(folder: Path, limit: int) -> None:
    """Delete what the rule above does not keep. limit: bytes."""
    found = _in(folder)
    wanted = _spread(found)
    for backup in found:
        if backup not in wanted:
            backup.path.unlink(missing_ok=True)
    total = 0
    for place, backup in enumerate(wanted):
        total += backup.size
        if place and total > limit:
            backup.path.unlink(missing_ok=True)


def limit_megabytes() -> int:
    """How much the backups of one project may take; 0 for no backups."""
    try:
        found = json.loads((paths.backups() / _SETTINGS).read_text(encoding="utf-8"))
        return max(0, int(found["megabytes"]))
    except (OSError, ValueError, TypeError, KeyError):
        return MEGABYTES


def set_limit(megabytes: int) -> None:
    """For every project on this computer; what is over it goes with the next backup. 0 makes no more backups."""
    with _told(paths.backups()):
        paths.backups().mkdir(mode=0o700, parents=True, exist_ok=True)
        _replace(paths.backups() / _SETTINGS, {"megabytes": megabytes})


def _spread(found: Sequence[Backup]) -> list[Backup]:
    """The latest, and the last of each span. By number, so that a clock turned back loses nothing."""
    now = datetime.datetime.now(datetime.UTC)
    spans: set[str] = set()
    wanted = []
    for place, backup in enumerate(found):
        span = _span(backup, now - backup.at)
        if place < ALWAYS or span not in spans:
            wanted.append(backup)
        spans.add(span)
    return wanted


def _span(backup: Backup, age: datetime.timedelta) -> str:
    """The part of the time that backups of this age have one of."""
    if age < datetime.timedelta(hours=3):
        return f"{backup.at:%Y-%m-%d %H:%M}"[:-1] + backup.reason
    if age < datetime.timedelta(days=1):
        return f"{backup.at:%Y-%m-%d %H}" + backup.reason
    return f"{backup.at:%Y-%m-%d}" if age < datetime.timedelta(days=30) else f"{backup.at:%Y-%m}"


def _write(project: Path, folder: Path, reason: Reason, number: int, report: Report) -> Backup:
    at = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
    path = folder / f"{number:06} {at.strftime(_CLOCK)} {reason.value}{SUFFIX}"
    with closing(database.open_as_it_is(project)) as db:
        snapshots.write(db, path, report)
    path.chmod(0o600)
    return Backup(path, number, at, reason, path.stat().st_size)


def _in(folder: Path) -> list[Backup]:
    found = [(path, _NAMED.fullmatch(path.name)) for path in _files(folder)]
    backups = [_backup(path, *match.groups()) for path, match in found if match]
    return sorted(filter(None, backups), key=lambda backup: backup.number, reverse=True)


def _backup(path: Path, number: str, at: str, reason: str) -> Backup | None:
    with contextlib.suppress(ValueError, OSError):
        when = datetime.datetime.strptime(at, _CLOCK).replace(tzinfo=datetime.UTC)
        return Backup(path, int(number), when, Reason(reason), path.stat().st_size)
    return None


def _files(folder: Path) -> Iterable[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _folders() -> list[Path]:
    return [folder for folder in _files(paths.backups()) if folder.is_dir()]


def _marks(project: Path) -> list[int]:
    """Size and time of the file and of what is beside it and not in it yet: while they stay, nothing was written."""
    marks = []
    for file in (project, project.with_name(f"{project.name}-wal")):
        with contextlib.suppress(FileNotFoundError):
            about = file.stat()
            marks += [about.st_size, about.st_mtime_ns] if about.st_size else []
    return marks


def _clear(folder: Path) -> None:
    """A copy that a kill or a power cut has ended would take its room for ever; one under way is younger."""
    old = datetime.datetime.now(datetime.UTC) - UNDER_WAY
    for path in _files(folder):
        if path.suffix == ".part":
            with contextlib.suppress(OSError):
                if path.stat().st_mtime < old.timestamp():
                    path.unlink()


def _check_room(project: Path, folder: Path) -> None:
    """A backup must not be what fills the disk."""
    needed = project.stat().st_size
    if shutil.disk_usage(folder).free < 2 * needed:
        raise UserError(
            say("There is no room for a backup of “{name}”.", name=project.name),
            hint=say("Free some space, or let backups take less."),
        )


def _state(folder: Path) -> dict[str, Any]:
    try:
        found = json.loads((folder / _STATE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _note(folder: Path, **values: Any) -> None:
    _replace(folder / _STATE, _state(folder) | values)


def _replace(path: Path, content: dict[str, Any]) -> None:
    part = path.with_name(f"{path.name}.part")
    part.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    os.replace(part, path)


@contextlib.contextmanager
def _told(project: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ProjectProblem(
            say("No backup of “{name}” could be made: {why}.", name=project.name, why=error.strerror or str(error)),
            hint=say("The project itself is untouched."),
        ) from error
