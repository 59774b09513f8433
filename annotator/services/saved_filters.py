"""Filters under names, kept in the project."""

from __future__ import annotations

from annotator.domain.filters import Filter, Names, SavedFilter
from annotator.domain.model import Changes
from annotator.errors import UserError
from annotator.storage import annotators, setup
from annotator.storage.database import Db

_KEY = "filters"  # the setting: content by name


def every(db: Db) -> list[SavedFilter]:
    """In the order of the alphabet; those of a newer version are left out."""
    found = []
    for name, content in sorted(setup.setting(db, _KEY, {}).items(), key=lambda pair: pair[0].casefold()):
        try:
            found.append(SavedFilter(name, Filter.from_dict(content)))
        except UserError:
            continue
    return found


def named(db: Db, name: str) -> Filter:
    """A UserError that lists the others where there is none of this name."""
    content = setup.setting(db, _KEY, {})
    if name not in content:
        there = f"There are: {', '.join(sorted(content))}." if content else "Save one on the page Items."
        raise UserError(f"There is no saved filter “{name}”.", hint=there)
    return Filter.from_dict(content[name])


def save(db: Db, name: str, wanted: Filter) -> Changes:
    """Keep a filter; one of the same name is replaced."""
    name = " ".join(name.split())
    if not name:
        raise UserError("The filter has no name.", hint="Type a name for it.")
    with db.atomic():
        return setup.set_setting(db, _KEY, setup.setting(db, _KEY, {}) | {name: wanted.as_dict()})


def remove(db: Db, name: str) -> Changes:
    with db.atomic():
        kept = {other: content for other, content in setup.setting(db, _KEY, {}).items() if other != name}
        return setup.set_setting(db, _KEY, kept)


def names(db: Db) -> Names:
    """What labels and annotators are called, for `Filter.sentence`."""
    labels = {label.id: label.name for label in setup.question(db).labels}
    return Names(labels, {annotator.id: annotator.name for annotator in annotators.every(db)})
