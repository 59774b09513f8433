"""An annotator opens a package: a project file of their own is made from it once, and found again later."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from annotator.domain.ids import uuid7
from annotator.domain.model import Kind, Label, NewAnnotation, Status
from annotator.errors import FileProblem, ProjectProblem, UserError
from annotator.formats import ordinary, package_file, package_rows, text_file
from annotator.formats.package_file import Contents, PassphraseNeeded, WrongPassphrase
from annotator.services import packages, project_file
from annotator.services.packages import SETTING, Mistake, Role
from annotator.services.project_file import SUFFIX, looking_at
from annotator.storage import annotators, answers, database, identities, items, package_copy, queue, setup
from annotator.storage.database import Db
from annotator.storage.queue import Route
from annotator.texts import say

__all__ = ["Look", "PassphraseNeeded", "WrongPassphrase", "look", "open_package", "opened_before"]


@dataclass(frozen=True)
class Look:
    """What a package says of itself before it is opened."""

    project_name: str
    annotator: str
    number: int
    items: int
    questions: int
    deadline: str
    note: str
    blind: bool
    sealed: bool


def look(path: Path, passphrase: str = "") -> Look:
    """PassphraseNeeded, which is a UserError, where the package is sealed and no passphrase is given."""
    with package_file.opened(Path(path), passphrase) as contents:
        said = _package(contents, Path(path))
        return Look(
            project_name=said["project_name"],
            annotator=said["annotator"],
            number=said["number"],
            items=said["counts"].get("items", 0),
            questions=said["counts"].get("questions", 0),
            deadline=said["deadline"],
            note=said["note"],
            blind=said["blind"],
            sealed=contents.sealed,
        )


def open_package(path: Path, folder: Path | None = None, *, passphrase: str = "") -> Path:
    """The project file of a package, in the folder or beside it: the one made when it was opened first, or a new one.

    A new one gets an id of its own, so that two people who open the same package can be told apart.
    """
    path = Path(path)
    folder = path.parent if folder is None else Path(folder)
    while (found := opened_before(path, folder)) is None:
        content = content_hash(path)
        with package_file.opened(path, passphrase) as contents:
            role = _role(contents, _package(contents, path), content)
            target = _free_name(folder, path.stem)
            if _make(target, contents, role, path.name):
                return target
    return found


def opened_before(path: Path, folder: Path | None = None) -> Path | None:
    """The project file that was made from a package, in the folder or beside it; None where there is none."""
    if not os.path.exists(path):  # which says no of a name that no file can have
        raise FileProblem(say("There is no package “{name}”.", name=path), hint=say("Check its name and its folder."))
    package_file.check_size(path)
    return _opened_before(path.parent if folder is None else folder, path.stem, content_hash(path))


def content_hash(path: Path) -> str:
    """Of the whole file, as hexadecimal digits."""
    ordinary.check(path)
    found = blake2b(digest_size=16)
    try:
        with path.open("rb") as file:
            while part := file.read(1 << 20):
                found.update(part)
    except OSError as error:
        raise text_file.unreadable(path, error) from error
    return found.hexdigest()


def _package(contents: Contents, path: Path) -> dict[str, Any]:
    if contents.kind != "package":
        raise FileProblem(
            say("“{name}” is a return file, not a package.", name=path.name),
            hint=say("Whoever sent the package can take it back into the project."),
        )
    return contents.manifest


def _opened_before(folder: Path, stem: str, content: str) -> Path | None:
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        if not path.name.startswith(stem):
            continue
        try:
            with closing(project_file.open_project(path, read_only=True)) as db:
                found = packages.role(db)
        except ProjectProblem:
            continue
        if found is not None and found.content == content:
            return path
    return None


def _free_name(folder: Path, stem: str) -> Path:
    path, number = folder / f"{stem}{SUFFIX}", 2
    while os.path.lexists(path) or database.left_beside(path) is not None:
        path, number = folder / f"{stem} ({number}){SUFFIX}", number + 1
    return path


def _role(contents: Contents, said: dict[str, Any], content: str) -> Role:
    return Role(
        package=said["package"],
        copy=uuid7(),
        project=said["project"],
        project_name=said["project_name"],
        annotator_id=0,
        annotator=said["annotator"],
        number=said["number"],
        base=said["base"],
        deadline=said["deadline"],
        note=said["note"],
        blind=said["blind"],
        sealed=contents.sealed,
        content=content,
        feedback=tuple(Mistake(**row) for row in contents.rows("feedback")),
    )


def _make(target: Path, contents: Contents, role: Role, name: str) -> bool:
    """A file that is never seen half filled: it gets its name when everything is in it. False where another has got
    that name meanwhile, most likely the same package in another window."""
    under_way = target.with_name(f".{uuid7()}.part")
    try:
        under_way.touch()  # where that is not allowed, SQLite would name a file that nobody has heard of
        under_way.unlink()
        with closing(database.create(under_way)) as db, db.atomic():
            _fill(db, contents, role, name)
        _name(under_way, target)
    except FileExistsError:
        return False
    except OSError as error:
        raise ProjectProblem(
            say("“{name}” cannot be opened in “{folder}”.", name=name, folder=target.parent),
            hint=say("Choose another folder."),
        ) from error
    finally:
        project_file.remove(under_way)
    return True


def _name(under_way: Path, target: Path) -> None:
    """FileExistsError where something has the name; renaming alone would put this in its place."""
    try:
        os.link(under_way, target)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError, AttributeError):  # a drive without hard links
        if os.path.lexists(target):
            raise FileExistsError(target) from None
        under_way.rename(target)


def _fill(db: Db, contents: Contents, role: Role, name: str) -> None:
    setup.set_setting(db, "name", f"{role.project_name} - {role.annotator}")
    asked = [_question(db, position, row, name) for position, row in enumerate(contents.rows("questions"))]
    if not asked or not package_copy.add_items(db, contents.rows("items")):
        raise package_rows.damaged(name)
    person = project_file.add_person(db, role.annotator)
    content = role.as_dict() | {"annotator_id": person.id}
    setup.set_setting(db, SETTING, content)
    _suggest(db, contents.rows("suggestions"), name)
    for question_id in asked:
        with looking_at(db, question_id):
            routes = [Route(item_id, "chosen", place) for place, item_id in enumerate(items.ids(db))]
            counts = {"people": len(routes)}
            queue.route(db, question_id, routes, {"mode": SETTING, "answers_per_item": 1}, counts)


def _question(db: Db, position: int, row: dict[str, Any], name: str) -> int:
    """A question that could have been made here: with labels, names and keys as they must be."""
    labels = [Label(label["name"], label["description"], label["colour"], label["key"]) for label in row["labels"]]
    try:
        project_file.make_question(row["name"], row["text"], labels, row["guideline"], row["noun"])
    except UserError as error:
        raise package_rows.damaged(name) from error
    id_ = package_copy.add_question(db, position, row)
    if id_ is None:
        raise package_rows.damaged(name)
    return id_


def _suggest(db: Db, rows: Iterable[dict[str, Any]], name: str) -> None:
    """The suggestions as answers of LLMs under the names that they have where they come from."""
    found = list(rows)
    here = identities.items(db, {row["item"] for row in found})
    asked, labels = identities.questions(db), identities.labels_of(db)
    given: dict[tuple[str, int], list[NewAnnotation]] = {}
    for row in found:
        question_id = asked.get(row["question"], 0)
        label_id = labels.get(question_id, {}).get(row["label"])
        if row["item"] not in here or label_id is None:
            raise package_rows.damaged(name)
        answer = NewAnnotation(here[row["item"]], Status.LABEL, label_id, row["confidence"])
        given.setdefault((row["by"], question_id), []).append(answer)
    for (by, question_id), new in given.items():
        llm = annotators.named(db, by, kind=Kind.LLM)
        if llm.kind is not Kind.LLM:
            raise package_rows.damaged(name)
        answers.record(db, llm.id, question_id, new, kind="suggest", version=answers.FROM_A_FILE)
