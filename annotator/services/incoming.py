"""Files that come back are read and checked, before anything is written."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from annotator.domain.union import Copy, Operation
from annotator.errors import FileProblem, ProjectProblem
from annotator.formats import package_file, package_rows
from annotator.services import handing_back, packages, project_file
from annotator.services.opening_packages import content_hash
from annotator.storage import identities, takings
from annotator.storage import packages as sent_packages
from annotator.storage.database import Db
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


def read(db: Db, path: Path, passphrase: str = "") -> Incoming | Path:
    """A return file, or the project file of an opened package; the path itself of another copy of this project.

    A UserError where it does not belong to this project.
    """
    path = Path(path)
    if path.resolve() == db.path.resolve():  # before it is read by itself, which would drop SQLite's locks on it
        raise ProjectProblem(say("“{name}” is this project itself.", name=path.name), hint=say("Choose another file."))
    if is_project(path) and _is_copy(db, path):
        return path
    found = _opened_package(db, path) if is_project(path) else _return_file(db, path, passphrase)
    _check_counters(db, found)
    if takings.of_another(db, found.copy, (operation.id for operation in found.operations)):
        raise package_rows.damaged(path.name)  # or somebody could replace what others said
    return found


def is_project(path: Path) -> bool:
    """Whether it is an SQLite file, such as a project."""
    try:
        with path.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError as error:
        raise FileProblem(
            say("“{name}” cannot be read.", name=path.name), hint=say("Check that it is there and yours.")
        ) from error


def _is_copy(db: Db, path: Path) -> bool:
    """Whether it is another copy of this project, and not a package of it."""
    with closing(project_file.open_project(path, read_only=True)) as other:
        if packages.role(other) is not None:
            return False
        check_project(db, identities.project(other), path)
    return True


def check_project(db: Db, project: str, path: Path) -> None:
    if project != identities.project(db):
        raise FileProblem(
            say("“{name}” belongs to another project.", name=path.name), hint=say("Take it back into that project.")
        )


def _return_file(db: Db, path: Path, passphrase: str) -> Incoming:
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


def _opened_package(db: Db, path: Path) -> Incoming:
    with closing(project_file.open_project(path, read_only=True)) as other, other.snapshot():
        role = packages.role(other)
        assert role is not None  # or it would be a copy
        check_project(db, role.project, path)
        operations = tuple(handing_back.operations(other, role))
    return Incoming(path, content_hash(path), Copy(role.package, role.copy), role.annotator, operations)


def _check_counters(db: Db, found: Incoming) -> None:
    """A counter from nowhere would put a stranger's operations before all that ever comes."""
    base = next((each.base for each in sent_packages.every(db) if each.uid == found.copy.package), None)
    low = 0 if base is None else base
    high = package_rows.HIGHEST // 2 if base is None else base + MOST_OPERATIONS
    if any(not low < operation.counter <= high for operation in found.operations):
        raise package_rows.damaged(found.path.name)
