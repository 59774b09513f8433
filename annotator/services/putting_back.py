"""What a backup holds beside the project of now, and putting it back, which never destroys the project of now."""

from __future__ import annotations

import contextlib
import os
import shutil
import uuid
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotator.domain.model import Report, silent
from annotator.errors import DamagedProject, ProjectProblem, UserError
from annotator.services import backups
from annotator.services.backups import Backup, Reason
from annotator.storage import checking, contents, database, snapshots
from annotator.storage.contents import Contents
from annotator.texts import say

LONGEST, BEFORE = 80, 20  # characters of a text that are shown, and of those that are the same


@dataclass(frozen=True)
class Difference:
    """One count, or what something says. now: None where the project of now cannot be read; "" for nothing."""

    what: str
    now: int | str | None
    then: int | str

    @property
    def changes(self) -> bool:
        return self.now != self.then

    def as_dict(self) -> dict[str, Any]:
        return {"what": self.what, "now": self.now, "in the backup": self.then}


@dataclass(frozen=True)
class PutBack:
    """path: the project as it was in the backup. kept: where the project of before is now, None where nothing was."""

    path: Path
    kept: Path | None


def preview(project: Path, backup: Backup) -> list[Difference]:
    """What putting the backup back would change, count by count, those that stay the same as well; and what questions,
    labels, guidelines and settings say, where that differs."""
    then, said_then = _contents(backup.path)
    now: Contents | None = None
    said_now = said_then
    with contextlib.suppress(UserError):  # gone or damaged, which is why somebody is here
        now, said_now = _contents(project)
    rows = [
        Difference(what, None if now is None else getattr(now, field), getattr(then, field))
        for field, what in _fields().items()
    ]
    names = dict.fromkeys([*then.answers, *(now.answers if now else ())])
    of_people = [
        Difference(
            say("Answers of {name}", name=name),
            None if now is None else now.answers.get(name, 0),
            then.answers.get(name, 0),
        )
        for name in names
    ]
    return [rows[0], *of_people, *rows[1:], *_said(said_now, said_then)]


def restore(project: Path, backup: Backup, report: Report = silent) -> PutBack:
    """Make the project what it was; the one of now becomes a backup first, also where it is damaged."""
    _check_sound(backup.path)
    kept = _keep(project, report)
    with closing(database.open_as_it_is(backup.path)) as source:
        snapshots.put_back(source, project, report)
    return PutBack(project, kept)


def restore_to(backup: Backup, path: Path) -> PutBack:
    """The backup as a new project, which has backups of its own from then on."""
    database.check_free(path)
    _check_sound(backup.path)
    part = path.with_name(f".{path.name[:100]}.{uuid.uuid4().hex[:8]}.part")  # a link of a name known before is no trap
    try:
        shutil.copyfile(backup.path, part)
        database.check_free(path)
        os.rename(part, path)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise ProjectProblem(
            say("“{name}” cannot be written: {why}.", name=path.name, why=error.strerror or str(error)),
            hint=say("Choose another folder."),
        ) from error
    return PutBack(path, None)


def _keep(project: Path, report: Report) -> Path | None:
    if not project.exists():
        return None
    try:
        made = backups.keep(project, Reason.RESTORE, report)
    except DamagedProject:
        return _set_aside(project)
    return made.path if made else backups.of(project)[0].path  # the latest holds the same


def _set_aside(project: Path) -> Path:
    """Move a file that cannot be read, with what SQLite has beside it, into the folder of its backups, as it is."""
    folder = backups.folder_of(project)
    number = 1
    while (aside := folder / f"damaged {number}" / project.name).parent.exists():
        number += 1
    try:
        aside.parent.mkdir(mode=0o700, parents=True)
        beside = [project.with_name(project.name + end) for end in ("-wal", "-shm", "-journal")]
        for file in (project, *filter(os.path.lexists, beside)):
            shutil.move(file, aside.parent / file.name)
    except OSError as error:
        raise ProjectProblem(
            say("“{name}” could not be set aside: {why}.", name=project.name, why=error.strerror or str(error)),
            hint=say("Nothing was put back. Save the backup as a new project instead."),
        ) from error
    return aside


def _check_sound(path: Path) -> None:
    with closing(database.open_as_it_is(path)) as db, db.explaining():
        if checking.problems(db):
            raise DamagedProject(
                say("The backup “{name}” is damaged.", name=path.name),
                hint=say("Choose another one, or recover what can be read of it."),
            )


def _contents(path: Path) -> tuple[Contents, dict[tuple[str, str], str]]:
    with closing(database.open_as_it_is(path)) as db, db.explaining():
        return contents.contents(db), contents.said(db)


def _said(now: dict[tuple[str, str], str], then: dict[tuple[str, str], str]) -> list[Difference]:
    words = {
        "question": say("Question “{name}”"),
        "labels": say("Labels of “{name}”"),
        "guideline": say("Guideline of “{name}”"),
        "setting": say("Setting “{name}”"),
    }
    return [
        Difference(words[what].format(name=name), *_shown(now.get((what, name), ""), then.get((what, name), "")))
        for what, name in sorted(now.keys() | then.keys())
        if now.get((what, name)) != then.get((what, name))
    ]


def _shown(now: str, then: str) -> tuple[str, str]:
    """Both from shortly before where they begin to differ."""
    same = len(os.path.commonprefix([now, then]))
    first = same - BEFORE if max(len(now), len(then)) > LONGEST and same > BEFORE else 0
    return _part(now, first), _part(then, first)


def _part(text: str, first: int) -> str:
    part = " ".join(text[first : first + LONGEST].split())
    return f"{'…' if first else ''}{part}{'…' if first + LONGEST < len(text) else ''}"


def _fields() -> dict[str, str]:
    return {
        "items": say("Items"),
        "decisions": say("Decisions"),
        "known": say("Known labels"),
        "labels": say("Labels"),
        "operations": say("Writes in the log"),
    }
