"""A package is written once more, as the file was lost: the same items for the same person, and what comes back of
either file is theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from annotator.domain.model import Changes
from annotator.errors import UserError
from annotator.services import package_contents, package_names, packages, packing
from annotator.services.item_story import when
from annotator.services.package_contents import Chosen
from annotator.services.packages import AGAIN, Mistake, Package
from annotator.services.packing import Order, Written
from annotator.storage import annotators, audit, package_order
from annotator.storage import packages as sent_packages
from annotator.storage.database import Db
from annotator.storage.packages import Sent
from annotator.texts import say, say_count


@dataclass(frozen=True)
class Again:
    """What would be written. ordered: as in the first file, whose order is known. changed: a sentence for each thing
    that is not as it was then, and goes along as it is now."""

    package: Package
    chosen: Chosen
    ordered: bool
    changed: tuple[str, ...]

    def sentences(self) -> Iterator[str]:
        name, number = self.package.annotator.name, self.package.number
        size = say_count(len(self.chosen.item_ids), "{n} item", "{n} items")
        if self.ordered:
            yield say(
                "Package {number} of {name} again: {items}, in the same order.", number=number, name=name, items=size
            )
        else:
            yield say(
                "Package {number} of {name} again: {items}. Their order was not kept, so it is a new one.",
                number=number,
                name=name,
                items=size,
            )
        yield from self.changed
        yield say("Nothing is answered in the new file. What comes back of either file counts for {name}.", name=name)


def named(db: Db, name: str) -> Package:
    """By the name of one of its files, with or without the ending, or by that of a person who has only one."""
    sent = packages.sent(db)
    wanted = name.removesuffix(packages.PACKAGE_SUFFIX)
    found = [
        each
        for each in sent
        if wanted in {file.removesuffix(packages.PACKAGE_SUFFIX) for file in (each.file_name, *each.again)}
    ] or [each for each in sent if each.annotator.name == name]
    if not found:
        files = ", ".join(each.file_name for each in sent)
        raise UserError(
            say("No package “{name}” was sent.", name=name),
            hint=say("There are: {names}.", names=files) if files else say("Nothing was sent out yet."),
        )
    if len(found) > 1:
        raise UserError(
            say("{name} has more than one package.", name=name),
            hint=say("Name the file: {names}.", names=", ".join(each.file_name for each in found)),
        )
    return found[0]


def preview(db: Db, uid: str) -> Again:
    """What writing a package again would write; changes nothing."""
    packages.check_lead(db)
    with db.snapshot():
        package = next((each for each in packages.sent(db) if each.uid == uid), None)
        if package is None:
            raise UserError(say("The package is not there any more."), hint=say("Look at the list once more."))
        first = _first(db, uid)
        settings = first.settings
        inside = sent_packages.items_of(db, first.id)
        kept = package_order.ordered(inside, settings.get(package_order.SETTING))
        chosen = Chosen(
            item_ids=tuple(_anew(inside, settings) if kept is None else kept),
            questions=tuple(settings["questions"]),
            metadata=tuple(settings.get("metadata", ())),
            blind=settings["blind"],
            mistakes=tuple(Mistake(**row) for row in settings.get("feedback", ())),
        )
        return Again(package, chosen, kept is not None, tuple(_changed(db, chosen, first)))


def write(db: Db, uid: str, folder: Path, *, passphrase: str = "", by: int | None = None) -> Written:
    """Write the file into the folder under a name of its own, and keep in the project that it is the same package.

    It has an id of its own: what is opened twice under one id is two people's. by: the lead.
    """
    again = preview(db, uid)
    first = _first(db, uid)
    taken = {package_names.folded(each.settings["file_name"]) for each in sent_packages.every(db)}
    name = annotators.get(db, first.annotator_id).name
    said = {key: first.settings[key] for key in ("blind", "deadline", "note")}
    manifest = packing.manifest(db, name, first.number, **said)
    path = Path(folder) / package_names.free(manifest["project_name"], name, first.number, taken)

    def keep() -> Changes:
        return _kept(db, first, again.chosen, manifest, path.name, by)

    return packing.put(db, [(path, manifest, again.chosen)], passphrase, keep)


def _first(db: Db, uid: str) -> Sent:
    return next(each for each in sent_packages.every(db) if each.uid == uid)


def _anew(inside: dict[int, bool], settings: dict[str, Any]) -> list[int]:
    """An order for a package that is older than the keeping of it."""
    ids = sorted(inside)
    if settings["order"] != Order.RANDOM:
        return ids
    mixed: list[int] = np.random.default_rng(settings["seed"]).permutation(ids).tolist()
    return mixed


def _changed(db: Db, chosen: Chosen, first: Sent) -> Iterator[str]:
    then, now = first.settings.get("made_of"), package_contents.made_of(db, chosen)
    sent = when(first.at)
    if then is None:
        yield say("What was in the file of {when} was not kept: all of it goes along as it is now.", when=sent)
        return
    if then.get("questions") != now["questions"]:
        yield say(
            "The question, its labels or its guideline changed since {when}: they go along as they are now.", when=sent
        )
    if then.get("items") != now["items"]:
        yield say("Texts of items changed since {when}: they go along as they are now.", when=sent)


def _kept(db: Db, first: Sent, chosen: Chosen, manifest: dict[str, Any], file_name: str, by: int | None) -> Changes:
    checks = sent_packages.items_of(db, first.id)
    settings = packing.settings_of(db, first.settings | {"file_name": file_name}, chosen) | {AGAIN: first.uid}
    with db.atomic():
        op = audit.begin(db, packing.KIND, annotator_id=by)
        found = [(item_id, checks[item_id]) for item_id in chosen.item_ids]
        uid, base = manifest["package"], manifest["base"]
        row = sent_packages.add(
            db, op, uid, first.annotator_id, number=first.number, base=base, settings=settings, items=found
        )
        audit.append(db, op, [row])
    return Changes(op, setup=True)
