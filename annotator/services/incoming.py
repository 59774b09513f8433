"""Files that come back are read and checked, before anything is written."""

from __future__ import annotations

import os
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from annotator.domain.union import Copy, Operation
from annotator.errors import DamagedProject, FileProblem, ProjectProblem, UserError
from annotator.formats import ordinary, package_file, package_rows
from annotator.services import handing_back, packages, project_file
from annotator.services.opening_packages import content_hash
from annotator.storage import audit, identities, takings
from annotator.storage import packages as sent_packages
from annotator.storage.database import Db
from annotator.storage.explaining import damaged
from annotator.texts import say

MOST_OPERATIONS = 100_000_000  # of one copy: the counters of a stranger's file reach no further
_SQLITE = b"SQLite format 3\0"


@dataclass(frozen=True)
class Incoming:
    """What a file brings. content: its hash. annotator: the name that the package was for."""

    path: Path
    content: str
    copy: Copy
    annotator: str
    operations: tuple[Operation, ...]


@dataclass(frozen=True)
class AnotherCopy:
    """Another copy of this project. highest: no counter of an operation in it is above."""

    path: Path
    highest: int


def read(db: Db, path: Path, passphrase: str = "") -> Incoming | AnotherCopy:
    """A return file, the project file of an opened package, or another copy of this project.

    A UserError where it does not belong to this project.
    """
    path = Path(path)
    # Before it is read by itself, which would drop SQLite's locks on it.
    if os.path.realpath(path) == os.path.realpath(db.path):
        raise ProjectProblem(say("“{name}” is this project itself.", name=path.name), hint=say("Choose another file."))
    found = _project(db, path) if is_project(path) else _return_file(db, path, passphrase)
    if isinstance(found, AnotherCopy):
        return found
    _check_counters(db, found)
    if takings.of_another(db, found.copy, (operation.id for operation in found.operations)):
        raise package_rows.damaged(path.name)  # or somebody could replace what others said
    return found


def is_project(path: Path) -> bool:
    """Whether it is an SQLite file, such as a project."""
    ordinary.check(path)
    try:
        with path.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except FileNotFoundError as error:
        raise FileProblem(
            say("There is no file “{name}”.", name=path), hint=say("Check its name and its folder.")
        ) from error
    except OSError as error:
        raise FileProblem(
            say("“{name}” cannot be read.", name=path.name), hint=say("Check that it is there and yours.")
        ) from error


def fault(path: Path, error: Exception) -> UserError | None:
    """What is wrong with another copy that was being read when `error` came up; None where nothing is.

    SQLite does not say of which of two files an error is, and a damaged row may come up as an error of any kind.
    """
    try:
        found = project_file.problems(path)
    except UserError as problem:
        return problem
    of_the_disk = isinstance(error, UserError) and not isinstance(error, DamagedProject)
    return damaged(path) if found and not of_the_disk else None


def check_project(db: Db, project: str, path: Path) -> None:
    if project != identities.project(db):
        raise FileProblem(
            say("“{name}” belongs to another project.", name=path.name), hint=say("Take it back into that project.")
        )


def _return_file(db: Db, path: Path, passphrase: str) -> Incoming:
    package_file.check_size(path)  # before it is read to its end
    content = content_hash(path)
    with package_file.opened(path, passphrase) as contents:
        if contents.kind != "return":
            raise FileProblem(
                say("“{name}” is a package, not a return file.", name=path.name),
                hint=say("Open it to label what is in it."),
            )
        said = contents.manifest
        check_project(db, said["project"], path)
        copy = Copy(said["package"], said["copy"])
        operations = tuple(handing_back.from_rows(contents.rows("operations"), copy))
    return Incoming(path, content, copy, said["annotator"], operations)


def _project(db: Db, path: Path) -> Incoming | AnotherCopy:
    try:
        with closing(project_file.open_project(path, read_only=True)) as other, other.explaining(), other.snapshot():
            role = packages.role(other)
            check_project(db, identities.project(other) if role is None else role.project, path)
            if role is None:
                return AnotherCopy(path, max(audit.last_operation(other), takings.highest(other)))
            operations = tuple(handing_back.operations(other, role))
    except LookupError as error:  # a row that belongs to one that is not there
        problem = fault(path, error)
        if problem is None:
            raise
        raise problem from error
    return Incoming(path, content_hash(path), Copy(role.package, role.copy), role.annotator, operations)


def _check_counters(db: Db, found: Incoming) -> None:
    """A counter from nowhere would put a stranger's operations before all that ever comes."""
    base = next((each.base for each in sent_packages.every(db) if each.uid == found.copy.package), None)
    low = 0 if base is None else base
    high = package_rows.HIGHEST // 2 if base is None else base + MOST_OPERATIONS
    if any(not low < operation.counter <= high for operation in found.operations):
        raise package_rows.damaged(found.path.name)
