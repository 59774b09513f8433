"""Files that carry a whole project: projects, what is recovered of them, packages and return files."""

from __future__ import annotations

import shutil
import sqlite3
import warnings
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from annotator.domain.filters import Filter
from annotator.errors import FileProblem, UserError
from annotator.formats import sealing
from annotator.services import (
    browsing,
    exporting,
    merging,
    opening_packages,
    overview,
    project_file,
    recovering,
    routing,
    taking,
)
from annotator.services.packages import PACKAGE_SUFFIX, RETURN_SUFFIX
from annotator.services.packing import Wish
from annotator.services.project_file import Db
from tests.fuzz.interchange import undone
from tests.fuzz.trying import Target, Work
from tests.projects import crowd, gold, llm_answers, make_project
from tests.services import sending

BETWEEN = b"\n-----\n"  # the members of a package, when its content is edited rather than its bytes
VALUES = (
    b'item.fields\n{"text": 5}',
    b"item.metadata\n[]",
    b"op_row.after\n{}",
    b"op_row.key\n[1]",
    b"label.name\nx",
    b"annotation.comment\nx",
    b"aggregation.labels\n[1]",
    b"aggregation.parameters\n{}",
    b"posterior.probabilities\nx",
    b"routing.parameters\n{}",
    b"gold.why\nx",
    b"annotator.name\nx",
)
PASSPHRASE = "a long passphrase"
FEW = 12  # items where every row of a column gets the value: more of them would only take longer


def targets(folder: Path) -> list[Target]:
    project = _project(folder)
    packages = _Packages(folder / "packages")
    bytes_of = packages.package.read_bytes(), packages.handed_back.read_bytes()
    contents = [_taken_apart(path) for path in (packages.package, packages.handed_back)]
    schema = (b"create trigger", b"create view v as select 1", b"SQLite format 3\0", b"sqlite_", b"item", b"\r\0\0\0")
    words = (b'"items"', b'"format": 99', b"1e999", BETWEEN, b'{"item": ', b'"uid"', b'"at"', b'"label"')
    return [
        Target("project files, opened and read", _projects, project, schema, in_place=True),
        Target("project files with a stranger's values", _values, VALUES, (b'{"a": ', b"[1, 2]", b'"x"', b"-1")),
        Target("project files, recovered", _recovered, project, schema, in_place=True),
        Target("packages, by their bytes", packages.opens(whole=True), bytes_of[:1], (b"PK\x03\x04", b"PK\x01\x02")),
        Target("packages, by what is in them", packages.opens(whole=False), (contents[0],), words),
        Target("return files, by their bytes", packages.takes(whole=True), bytes_of[1:], (b"PK\x05\x06",)),
        Target("return files, by what is in them", packages.takes(whole=False), (contents[1],), words),
        Target("sealed packages", packages.opens_sealed, packages.sealed, (b"PK\x03\x04", sealing.MAGIC)),
    ]


def _project(folder: Path, items: int = 60) -> tuple[bytes, ...]:
    """A project with some of everything, and one that is new."""
    (folder / "seed").mkdir()
    db = make_project(folder / "seed", [f"text {n} " * 20 for n in range(items)])
    empty = make_project(folder / "seed", (), name="empty")
    llm_answers(db, folder / "seed", "gpt", [(f"i{n}", "good", n / items) for n in range(items)])
    crowd(db, folder / "seed", [(f"i{n}", f"w{n % 3}", "bad") for n in range(items)])
    gold(db, folder / "seed", [(f"i{n}", "good") for n in range(min(items, 10))])
    merging.merge_and_store(db)
    routing.route(db, threshold=0.5)
    for each in (db, empty):
        each.close()
    return tuple(each.path.read_bytes() for each in (db, empty))


def _projects(folder: Path) -> Work:
    path = folder / f"stranger{project_file.SUFFIX}"

    def work(content: bytes) -> None:
        project_file.remove(path)
        path.write_bytes(content)
        try:
            db = project_file.open_project(path)
        except Exception:
            assert path.read_bytes() == content, "a file that was refused has been changed"
            raise
        db.close()
        _opened(path, folder)

    return work


def _values(folder: Path) -> Work:
    """A project that is whole to SQLite, in which somebody has changed a value: (table.column, condition, value)."""
    path, template = folder / f"stranger{project_file.SUFFIX}", folder / f"whole{project_file.SUFFIX}"
    template.write_bytes(_project(folder, FEW)[0])

    def work(content: bytes) -> None:
        place, _, value = content.decode("utf-8", "replace").partition("\n")
        table, _, column = place.partition(".")
        project_file.remove(path)
        shutil.copyfile(template, path)
        with closing(sqlite3.connect(path)) as connection, connection:
            for written in (value, value.encode()):
                with suppress(sqlite3.Error):  # no such place, or of another type
                    connection.execute(f"update or ignore {table} set {column} = ?", [written])
        _opened(path, folder)

    return work


def _opened(path: Path, folder: Path) -> None:
    try:
        with closing(project_file.open_project(path)) as db, db.explaining():
            _look(db, folder)
    except UserError:
        raise
    except Exception as error:
        # Nobody can foresee all that may stand in a place; but the check when it is opened must tell.
        if problems := project_file.problems(path):
            raise FileProblem(problems[0]) from error
        raise


def _look(db: Db, folder: Path) -> None:
    """What the window shows of a project that was opened."""
    project_file.problems(db.path)
    project_file.name(db), project_file.questions(db), project_file.people(db)
    found = browsing.find(db, Filter(text="text")).tolist()[:50]
    browsing.rows(db, found)
    for item_id in found[:5]:
        browsing.answers_to(db, item_id)
    overview.summary(db)
    exporting.export(db, folder / "out.csv", per_annotator=True)


def _recovered(folder: Path) -> Work:
    path, made = folder / f"damaged{project_file.SUFFIX}", folder / f"recovered{project_file.SUFFIX}"

    def work(content: bytes) -> None:
        project_file.remove(made)
        path.write_bytes(content)
        recovering.recover(path, made)
        assert path.read_bytes() == content, "what is recovered from has been changed"
        assert project_file.problems(made) == []

    return work


class _Packages:
    """A package, what one hands back of it, and the lead's project."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._folder = folder
        with closing(make_project(folder, name="lead")) as lead:
            self.package = sending.send(lead, folder / "out", Wish(to=("Ann",), gold=0))["Ann"]
            mine = sending.opened(self.package, folder / "ann")
            sending.answer(mine, {"i0": "good", "i1": "bad", "i2": None})
            self.handed_back = sending.hand_back(mine, folder / f"back{RETURN_SUFFIX}")
            with _quick_keys():
                sealed = sending.send(lead, folder / "sealed", Wish(to=("Bo",)), PASSPHRASE)["Bo"]
            self.sealed = sealed.read_bytes(), self.package.read_bytes()
            self._lead = lead.path

    def opens(self, *, whole: bool) -> Callable[[Path], Work]:
        def make(folder: Path) -> Work:
            path, into = folder / f"stranger{PACKAGE_SUFFIX}", folder / "into"

            def work(content: bytes) -> None:
                _write(path, content, whole=whole)
                shutil.rmtree(into, ignore_errors=True)
                into.mkdir()
                opening_packages.look(path)
                made = opening_packages.open_package(path, into)
                assert [made] == list(into.iterdir()), "something is written beside the project"
                with closing(project_file.open_project(made)) as db:
                    overview.summary(db)

            return work

        return make

    def takes(self, *, whole: bool) -> Callable[[Path], Work]:
        def make(folder: Path) -> Work:
            path, lead = folder / f"stranger{RETURN_SUFFIX}", folder / f"lead{project_file.SUFFIX}"
            shutil.copyfile(self._lead, lead)
            db = project_file.open_project(lead)

            def work(content: bytes) -> None:
                _write(path, content, whole=whole)
                with undone(db):
                    taking.take(db, [path])
                    assert db.execute("pragma foreign_key_check").fetchall() == []

            return work

        return make

    def opens_sealed(self, folder: Path) -> Work:
        """Bytes that are not sealed are sealed first: what somebody who knows the passphrase may send."""
        path, into = folder / f"stranger{PACKAGE_SUFFIX}", folder / "into"

        def work(content: bytes) -> None:
            with _quick_keys():
                path.write_bytes(content if sealing.is_sealed(content) else sealing.seal(content, PASSPHRASE))
                shutil.rmtree(into, ignore_errors=True)
                into.mkdir()
                opening_packages.look(path, PASSPHRASE)
                opening_packages.open_package(path, into, passphrase=PASSPHRASE)

        return work


@contextmanager
def _quick_keys() -> Iterator[None]:
    """The slow derivation of a key takes the same whatever is in a file: it would be all that is tried."""
    cost, sealing.COST = sealing.COST, 2**4
    try:
        yield
    finally:
        sealing.COST = cost


def _taken_apart(path: Path) -> bytes:
    """Names and contents of the members."""
    with zipfile.ZipFile(path) as archive:
        return BETWEEN.join(name.encode() + b"\n" + archive.read(name) for name in archive.namelist())


def _write(path: Path, content: bytes, *, whole: bool) -> None:
    if whole:
        path.write_bytes(content)
        return
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in content.split(BETWEEN):
            name, _, inside = part.partition(b"\n")
            with warnings.catch_warnings(action="ignore"):  # of names that come twice
                archive.writestr(zipfile.ZipInfo(name.decode("utf-8", "replace") or "x"), inside)
