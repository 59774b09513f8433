"""Creating and opening a project, its question, its people, and its settings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from annotator.domain.model import Annotator, Changes, Kind, Question, Report, silent
from annotator.domain.questions import LONGEST_NAME, check_length, make_question
from annotator.domain.quoting import quoted
from annotator.errors import UserError
from annotator.services import presence
from annotator.storage import annotators, audit, checking, database, setup
from annotator.storage import standing as standing_
from annotator.storage.database import SUFFIX, Db
from annotator.storage.standing import Standing
from annotator.texts import say

__all__ = ["SUFFIX", "Db", "make_question"]


def create(path: Path, *, name: str, question: Question) -> Db:
    """A new project file with its question, open for writing."""
    question = make_question(question.name, question.text, question.labels, question.guideline, question.noun)
    db = database.create(path)
    with db.atomic():
        setup.set_setting(db, "name", name.strip() or path.stem)
        setup.add_question(db, question)
    return db


def existing(path: Path) -> Path:
    """The project file that is meant by a name whose suffix may be left out; the name itself where there is none."""
    if not path.name or path.is_file():
        return path
    full = path.with_name(path.name + SUFFIX)
    return full if full.is_file() else path


def with_suffix(path: Path) -> Path:
    """A new project's file: with our suffix where the name has none."""
    return path if path.suffix else path.with_name(path.name + SUFFIX)


def may_write(path: Path) -> bool:
    """Whether the project, whose suffix may be left out, can be written where it is; True where there is none."""
    path = existing(path)
    return not path.exists() or database.may_write(path)


def open_project(path: Path, *, read_only: bool = False) -> Db:
    """An existing project, whose suffix may be left out. It belongs to the thread that opens it."""
    path = existing(path)
    if not read_only:
        presence.check(path)
    return database.open_file(path, read_only=read_only, before_migration=_keep)


def problems(
    path: Path, report: Report = silent, *, interrupts: Callable[[Callable[[], object]], object] = lambda stop: None
) -> list[str]:
    """What is wrong with a project file, a sentence each, none for a sound one; read on a connection of its own.

    ProjectProblem when it cannot be opened at all. interrupts: is given what ends it from another thread.
    """
    with closing(open_project(path, read_only=True)) as db, db.explaining():
        interrupts(db.stop)
        return checking.problems(db, report)


def remove(path: Path) -> None:
    """Delete a project that was never finished, with what SQLite keeps beside it. Never call it for a user's file."""
    for file in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        with suppress(OSError):  # a folder that cannot be written has been told of already
            file.unlink(missing_ok=True)


def name(db: Db) -> str:
    return str(setup.setting(db, "name", db.path.stem))


def question(db: Db) -> Question:
    """The question that is looked at: everything that services read and write with this connection is about it."""
    return setup.question(db)


def questions(db: Db) -> list[Question]:
    """Those that are asked, in their order."""
    return setup.questions(db)


def look_at(db: Db, name: str) -> Question:
    """Let this connection be about the question of this name, also one that is archived."""
    everything = [*setup.questions(db), *setup.questions(db, archived=True)]
    found = [asked for asked in everything if asked.name == name] or [
        asked for asked in everything if asked.name.casefold() == name.strip().casefold()
    ]
    if not found:
        names = ", ".join(quoted(asked.name) for asked in everything)
        raise UserError(say("There is no question “{name}”.", name=name), hint=say("There is {names}.", names=names))
    db.question_id = found[0].id
    return found[0]


@contextmanager
def looking_at(db: Db, question_id: int) -> Iterator[None]:
    """For the length of a block the connection is about this question."""
    before, db.question_id = db.question_id, question_id
    try:
        yield
    finally:
        db.question_id = before


def standing(db: Db) -> Standing:
    """To be compared with one of later: what other programs have done to the file as a whole."""
    return standing_.standing(db)


def people(db: Db) -> list[Annotator]:
    return annotators.every(db, Kind.HUMAN)


def llms(db: Db) -> list[Annotator]:
    return annotators.every(db, Kind.LLM)


def add_person(db: Db, name: str) -> Annotator:
    """The person of this name, added when new."""
    name = " ".join(name.split())
    if not name:
        raise UserError(say("Your name is empty."), hint=say("Type the name under which your answers are kept."))
    check_length(name, LONGEST_NAME)
    with db.atomic():
        known = {annotator.name for annotator in people(db)}
        person = annotators.named(db, name)
        if person.kind is not Kind.HUMAN or person.simulated:
            raise UserError(
                say("“{name}” is not a person in this project.", name=name), hint=say("Choose another name.")
            )
        if name not in known:
            op = audit.begin(db, "annotator", annotator_id=person.id)
            audit.append(db, op, [("annotator", [person.uid], None, {"name": name})])
    return person


def setting(db: Db, key: str, default: Any = None) -> Any:
    return setup.setting(db, key, default)


def set_setting(db: Db, key: str, value: Any) -> Changes:
    return setup.set_setting(db, key, value)


def _keep(path: Path) -> None:
    from annotator.services import backups

    backups.keep(path, backups.Reason.MIGRATION)
