"""Which columns of a file hold the items, annotators and labels: as asked, else as asked in an earlier import that
stored something, else as they are called; and a column of items by what stands in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from annotator.domain.quoting import quoted
from annotator.formats import crowd, tabular
from annotator.formats import mapping as mapping_
from annotator.formats.crowd import Columns
from annotator.formats.layout import Layout
from annotator.storage import imports, items
from annotator.storage.database import Db
from annotator.texts import english, say, spoken

What = Literal["labels", "gold"]

_LOOKED_AT = 200  # rows, to see whether a column holds ids of items
OPTIONAL = ("confidence", "kind", "family", "exposure", "comment", "seconds", "answered_at")
"""Our words for what a file of answers may say besides; a file of gold says none of it."""
_CALLED = {
    "item": english("items"),
    "annotator": english("annotators"),
    "label": english("labels"),
    "confidence": english("confidence"),
    "kind": english("who is human or LLM"),
    "family": english("family of the LLM"),
    "exposure": english("whether a suggestion was seen"),
    "comment": english("comment"),
    "seconds": english("seconds"),
    "answered_at": english("time of the answer"),
}  # in the sentence about an earlier import


@dataclass(frozen=True)
class Chosen:
    """How the columns are taken. columns: our words and the file's columns, as far as it has them.

    asked: what was asked for, now or in an earlier import; before: of this, what an earlier one was told, "" for a
    thing that is not to be read.
    """

    what: What
    columns: dict[str, str]
    asked: dict[str, str]
    before: dict[str, str]

    @property
    def as_before(self) -> bool:
        """Whether an earlier import decided some of it."""
        return bool(self.before)

    @property
    def sentence(self) -> str:
        """Which columns these are, for people; "" where one is missing."""
        if not all(word in self.columns for word in required(self.what)):
            return ""
        names = {word: quoted(self.columns[word]) for word in required(self.what)}
        if self.what == "gold":
            return say("Items are from {item}, known labels from {label}.", **names)
        return say("Items are from {item}, annotators from {annotator}, labels from {label}.", **names)

    @property
    def before_sentence(self) -> str:
        """Every column that is taken as an earlier import took it, for people; "" where none is."""
        if not self.before:
            return ""
        told = [_told(spoken(_CALLED[word]), self.before[word]) for word in _CALLED if word in self.before]
        return say("As in the earlier import: {columns}.", columns=", ".join(told))


def required(what: What) -> tuple[str, ...]:
    """Our words for the columns that such a file must have."""
    return ("item", "label") if what == "gold" else ("item", "annotator", "label")


def choose(db: Db, path: Path, layout: Layout | None = None, *, what: What, asked: Columns | None = None) -> Chosen:
    """The columns to import. asked: as in `crowd.read_crowd`; a column may still be missing in what comes back.

    Raises FileProblem where the file has no column that is asked for.
    """
    found = tabular.preview(path, layout, rows=_LOOKED_AT)
    asked = dict(asked or {})
    before = _earlier(db, found.columns, what, asked)
    told = {**before, **asked}
    columns = _called(found.columns, what, told)
    if "item" not in told:
        taken = {name for word, name in columns.items() if word != "item"}
        item = _item(db, [name for name in found.columns if name not in taken], found, columns.get("item"))
        if item is not None and item != columns.get("item"):
            columns = _called(found.columns, what, {**told, "item": item})
    return Chosen(what, columns, told, before)


def _told(called: str, column: str) -> str:
    if not column:
        return say("{what} is not read", what=called)
    return say("{what} from {column}", what=called, column=quoted(column))


def _called(columns: Sequence[str], what: What, told: Columns) -> dict[str, str]:
    return crowd.gold_columns(columns, told) if what == "gold" else crowd.crowd_columns(columns, told)


def _earlier(db: Db, columns: Sequence[str], what: What, asked: Columns) -> dict[str, str]:
    """What the latest import that was told its columns, and stored something, was told, where the file has these."""
    for settings in imports.settings(db, what):
        before: dict[str, str] = settings.get("columns", {})
        if before and {name for name in before.values() if name} <= set(columns):
            return {word: name for word, name in before.items() if word not in asked and name not in asked.values()}
    return {}


def _item(db: Db, free: Sequence[str], found: tabular.Preview, called: str | None) -> str | None:
    """The column whose cells are ids of items of the project.

    The one that is called so, unless none of its cells is an id; then another that could be called so for ids of
    items, or that counts the rows, where at least half of the cells are.
    """

    def share(name: str) -> float:
        place = found.columns.index(name)
        cells = {row[place].strip() for row in found.rows if len(row) > place}
        return len(items.ids_by_external(db, cells)) / max(len(cells), 1)

    if called is not None and share(called) > 0:
        return called
    named = [before["mapping"]["id_column"] for before in imports.settings(db, "items")]
    others = [*named, *mapping_.by_id_name(free), *mapping_.by_count_name(free)]
    likely = (name for name in dict.fromkeys(others) if name in free and name != called)
    return next((name for name in likely if share(name) >= 1 / 2), called)
