"""Filters under names, kept in the project."""

from __future__ import annotations

from typing import Any

from annotator.domain.filters import Filter, Names, SavedFilter
from annotator.domain.model import Changes
from annotator.errors import UserError
from annotator.storage import annotators, setup
from annotator.storage.database import Db
from annotator.texts import say

_KEY = "filters"  # the setting: content by name


def every(db: Db) -> list[SavedFilter]:
    """In the order of the alphabet; those of a newer version are left out."""
    found = []
    for name, content in sorted(_kept(db).items(), key=lambda pair: pair[0].casefold()):
        try:
            found.append(SavedFilter(name, Filter.from_dict(content)))
        except UserError:
            continue
    return found


def named(db: Db, name: str) -> Filter:
    """A UserError that lists the others where there is none of this name."""
    content = _kept(db)
    if name not in content:
        there = (
            say("There are: {content}.", content=", ".join(sorted(content)))
            if content
            else say("Save one on the page Items.")
        )
        raise UserError(say("There is no saved filter “{name}”.", name=name), hint=there)
    return Filter.from_dict(content[name])


def save(db: Db, name: str, wanted: Filter) -> Changes:
    """Keep a filter; one of the same name is replaced."""
    name = " ".join(name.split())
    if not name:
        raise UserError(say("The filter has no name."), hint=say("Type a name for it."))
    with db.atomic():
        return setup.set_setting(db, _KEY, _kept(db) | {name: wanted.as_dict()})


def remove(db: Db, name: str) -> Changes:
    with db.atomic():
        kept = {other: content for other, content in _kept(db).items() if other != name}
        return setup.set_setting(db, _KEY, kept)


def names(db: Db) -> Names:
    """What labels and annotators are called, for `Filter.sentence`."""
    labels = {label.id: label.name for label in setup.question(db).labels}
    return Names(labels, {annotator.id: annotator.name for annotator in annotators.every(db)})


def _kept(db: Db) -> dict[str, Any]:
    """Content by name, as it stands in the file, which may be anybody's."""
    found = setup.setting(db, _KEY, {})
    return found if isinstance(found, dict) else {}
