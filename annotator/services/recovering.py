"""Saving what can be read of a damaged project file, or one that somebody has tampered with, as a new project."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotator.domain.model import Report, silent
from annotator.domain.words import counted
from annotator.errors import FileProblem, ProjectProblem
from annotator.services import creating
from annotator.storage import checking, contents, database, mending, salvage, setup
from annotator.storage.contents import Contents
from annotator.storage.mending import Mended
from annotator.storage.salvage import Salvage
from annotator.texts import say, say_count

LISTED = 10  # ids that are told in a sentence


@dataclass(frozen=True)
class Recovered:
    """path: the new project. name: as it calls itself. holds: what it has. lost: what could not be saved, a sentence
    each."""

    path: Path
    name: str
    holds: Contents
    lost: tuple[str, ...]

    @property
    def sentence(self) -> str:
        text = say(
            "“{file}” holds {items}, {answers} and {decisions} of “{name}”.",
            file=self.path.name,
            items=counted(self.holds.items, "item"),
            answers=counted(sum(self.holds.answers.values()), "answer"),
            decisions=counted(self.holds.decisions, "decision"),
            name=self.name,
        )
        return text if self.lost else f"{text} {say('Everything in it could be read.')}"

    def as_dict(self) -> dict[str, Any]:
        return {"project": str(self.path), "holds": self.holds._asdict(), "lost": list(self.lost)}


def recover(source: Path, target: Path, report: Report = silent) -> Recovered:
    """Read `source` page by page, without running anything in it, into a new project; `source` stays as it is.

    Close it first where it is open: what is written meanwhile may be missing. ProjectProblem where there is something
    at `target` already, or nothing in `source` that could be saved.
    """
    if not source.is_file():
        raise FileProblem(say("There is no file “{file}”.", file=source.name), hint=say("Check its name."))
    with creating.whole(target) as place, closing(database.create(place)) as db:
        try:
            found = salvage.salvage(source, db, report)
        except OSError as error:
            hint = say("Copy it to another disk if you can, and recover the copy.")
            raise FileProblem(say("“{file}” cannot be read.", file=source.name), hint=hint) from error
        if not sum(found.rows[name] for name in ("item", "annotation", "question")):
            raise ProjectProblem(
                say("Nothing of an Annotator project is left in “{file}”.", file=source.name),
                hint=say("Go back to a backup."),
            )
        mended = mending.mend(db)
        holds = contents.contents(db)
        mended = mended._replace(changed=max(0, mended.changed - found.texts))  # these are told of by name
        lost = (*_lost(found), *_inexact(found), *_mended(mended), *checking.problems(db, report))
        name = str(setup.setting(db, "name", source.stem))
    return Recovered(target, name, holds, lost)


def _noun(table: str) -> str:
    """A table as people know it; those that nobody sees keep their name."""
    known = {
        "item": say("items"),
        "annotation": say("answers"),
        "gold": say("known labels and decisions"),
        "op": say("operations"),
        "op_row": say("log"),
        "annotator": say("annotators"),
        "label": say("labels"),
        "question": say("questions"),
        "guideline": say("guidelines"),
        "posterior": say("merged results"),
        "call": say("replies of models"),
        "route": say("queue"),
    }
    return known.get(table, table)


def _lost(found: Salvage) -> list[str]:
    sentences = [
        say_count(
            number, "{n} page of “{what}” cannot be read.", "{n} pages of “{what}” cannot be read.", what=_noun(table)
        )
        for table, number in found.pages.items()
    ]
    sentences += [
        say_count(number, "{n} row of “{what}” is damaged.", "{n} rows of “{what}” are damaged.", what=_noun(table))
        for table, number in found.damaged.items()
        if number
    ]
    if found.nowhere:
        one = "{n} page holds rows that belong to nothing that is known."
        sentences.append(say_count(found.nowhere, one, "{n} pages hold rows that belong to nothing that is known."))
    return sentences


def _inexact(found: Salvage) -> list[str]:
    """What could be read but for single characters."""
    names = ", ".join(list(found.items.values())[:LISTED]) + (" …" if len(found.items) > LISTED else "")
    sentences = [
        say_count(
            number,
            "{n} row of “{what}” has characters that cannot be read; they are shown as �.",
            "{n} rows of “{what}” have characters that cannot be read; they are shown as �.",
            what=_noun(table),
        )
        for table, number in found.inexact.items()
        if table != "item"
    ]
    if found.items:
        one = "{n} item has characters that cannot be read, which are shown as �: {names}."
        many = "{n} items have characters that cannot be read, which are shown as �: {names}."
        sentences.insert(0, say_count(len(found.items), one, many, names=names))
    return sentences


def _mended(mended: Mended) -> list[str]:
    sentences = [
        say_count(
            number,
            "{n} of “{what}” was lost; what belongs to it is kept under a new name.",
            "{n} of “{what}” were lost; what belongs to them is kept under new names.",
            what=_noun(table),
        )
        for table, number in mended.stand_ins.items()
        if table != "op"
    ]
    sentences += [
        say_count(
            number,
            "{n} row of “{what}” was left out, since what it belongs to is lost.",
            "{n} rows of “{what}” were left out, since what they belong to is lost.",
            what=_noun(table),
        )
        for table, number in mended.dropped.items()
    ]
    sentences += [
        say_count(
            number,
            "{n} row of “{what}” lost a part that cannot be read; the rest is kept.",
            "{n} rows of “{what}” lost a part that cannot be read; the rest is kept.",
            what=_noun(table),
        )
        for table, number in mended.shortened.items()
    ]
    if mended.changed:
        one = "{n} item has another text than the one that was imported; it is kept as it is."
        many = "{n} items have other texts than those that were imported; they are kept as they are."
        sentences.append(say_count(mended.changed, one, many))
    if mended.relogged:
        one = "{n} answer has lost its history; the answer itself is kept."
        many = "{n} answers have lost their history; the answers themselves are kept."
        sentences.append(say_count(mended.relogged, one, many))
    return sentences
