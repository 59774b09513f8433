"""Work that travels as files: what an opened package is, what was sent out, and what came back."""

from __future__ import annotations

import json
from collections.abc import Container, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from annotator.domain import drafts
from annotator.domain.model import Annotator
from annotator.errors import UserError
from annotator.storage import annotators, identities, items, package_copy, packages, setup, takings
from annotator.storage.database import Db
from annotator.storage.explaining import damaged
from annotator.storage.takings import Taking
from annotator.texts import say, spoken

__all__ = ["PACKAGE_SUFFIX", "RETURN_SUFFIX", "Taking"]

PACKAGE_SUFFIX, RETURN_SUFFIX = ".annopack", ".annoreturn"
SETTING = "package"  # of an opened package: what it is
AGAIN = "again"  # of a package that was written again: the uid of the first


@dataclass(frozen=True)
class Mistake:
    """An answer to an item whose label is known, that was another one. passage: what the guideline says of it."""

    item: str
    text: str
    said: str
    right: str
    question: str
    passage: str


@dataclass(frozen=True)
class Role:
    """What an opened package is. package, copy, project: uids. number: 1 for the annotator's first package.

    base: counters of its operations are above it. sealed: whether it came under a passphrase. content: the hash of
    the file that it was opened from. feedback: what they got wrong in the package before.
    """

    package: str
    copy: str
    project: str
    project_name: str
    annotator_id: int
    annotator: str
    number: int
    base: int
    deadline: str
    note: str
    blind: bool
    sealed: bool
    content: str
    feedback: tuple[Mistake, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True)
class Package:
    """One that was sent out. items: all of them; gold: those for checking among them. what: how they were chosen.
    questions: the names of those asked. again: the names of the files in which it was written again."""

    uid: str
    annotator: Annotator
    number: int
    items: int
    gold: int
    overlap: int
    blind: bool
    deadline: str
    note: str
    what: str
    file_name: str
    questions: tuple[str, ...]
    at: str
    id: int
    again: tuple[str, ...] = ()


@dataclass(frozen=True)
class Aside:
    """Something that came back and could not be placed; it is kept until it can be. item: its id, or its uid."""

    annotator: str
    question: str
    item: str
    answer: str
    why: str


def role(db: Db) -> Role | None:
    """What an opened package is; None for any other project. DamagedProject where a stranger's file says nonsense."""
    content = setup.setting(db, SETTING)
    if content is None:
        return None
    try:
        return Role(**content | {"feedback": tuple(Mistake(**row) for row in content["feedback"])})
    except (TypeError, KeyError) as error:
        raise damaged(db.path) from error


def check_lead(db: Db) -> None:
    """A UserError in an opened package, from which only answers go back: what else is changed there would be lost."""
    if role(db) is not None:
        raise UserError(
            say("“{name}” is an opened package, from which only answers go back.", name=db.path.name),
            hint=say("Ask whoever sent it to do this in their project."),
        )


def sent(db: Db) -> list[Package]:
    """In the order in which they were sent; one that was written again is still one."""
    who = {annotator.id: annotator for annotator in annotators.every(db)}
    size = packages.counts(db)
    every = packages.every(db)
    again: dict[str, list[str]] = {}
    for found in every:
        if AGAIN in found.settings:
            again.setdefault(found.settings[AGAIN], []).append(found.settings["file_name"])
    return [
        Package(
            uid=found.uid,
            annotator=who[found.annotator_id],
            number=found.number,
            items=size.get(found.id, (0, 0))[0],
            gold=size.get(found.id, (0, 0))[1],
            questions=tuple(setup.one_question(db, id_).name for id_ in found.settings["questions"]),
            at=found.at,
            id=found.id,
            again=tuple(again.get(found.uid, ())),
            **{name: found.settings[name] for name in ("overlap", "blind", "deadline", "note", "what", "file_name")},
        )
        for found in every
        if AGAIN not in found.settings
    ]


def first_of(db: Db) -> dict[str, str]:
    """By the uid of each package, that of the one which it was first written as: its own, mostly."""
    return {found.uid: found.settings.get(AGAIN, found.uid) for found in packages.every(db)}


def takings_of(db: Db) -> list[Taking]:
    """The files that were taken, the oldest first."""
    return takings.every(db)


def aside(db: Db, only: Container[str] | None = None) -> list[Aside]:
    """What is kept aside, the latest first. only: of these operations."""
    found = [row for row in takings.aside(db) if only is None or row[0].id in only]
    here = identities.items(db, {operation.item for operation, _, _ in found})
    labels = package_copy.label_names(db)
    names = {item.id: item.external_id for item in items.page(db, list(here.values()))}
    asked = {uid: setup.one_question(db, id_).name for uid, id_ in identities.questions(db).items()}
    people = {each.id: each for each in annotators.every(db)}
    whose = {each.uid: each.name for each in people.values()}
    whose |= {each.uid: people[each.annotator_id].name for each in packages.every(db)}
    return [
        Aside(
            annotator=whose.get(operation.copy.package or operation.copy.id, who),
            question=asked.get(operation.question, operation.question),
            item=names.get(here.get(operation.item, 0), operation.item),
            answer=_said(labels, operation.answer),
            why=spoken(why),
        )
        for operation, why, who in found
    ]


def _said(labels: Mapping[str, str], answer: str | None) -> str:
    """In a word: the label, where it is known here."""
    content = None if answer is None else json.loads(answer)
    if content is None:
        return say("taken back")
    if content["status"] == drafts.STATUS:
        return say("a flag or comment")
    return say("skipped") if content["label"] is None else labels.get(content["label"], content["label"])


def of_whom(name: str, number: int) -> str:
    """ "Ann", or "Ann (2)" for the second person who used a package of hers."""
    return name if number == 1 else f"{name} ({number})"
