"""Which columns of a file hold the ids and the texts: as asked, else as in an earlier import, else as recognised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.domain.quoting import in_a_row, quoted
from annotator.errors import UserError
from annotator.formats import mapping as mapping_
from annotator.formats.mapping import Mapping
from annotator.services.importing import Inspection
from annotator.storage import imports
from annotator.storage.database import Db
from annotator.texts import say, say_count


@dataclass(frozen=True)
class Chosen:
    """How the columns are taken. as_before: what was not asked for is as in an earlier import of the project.

    hint: a column that looks like the ids and is not taken for them, with the reason; "" where there is none.
    """

    mapping: Mapping
    as_before: bool
    hint: str

    @property
    def sentence(self) -> str:
        """Which columns are the ids and the texts, for people."""
        texts = in_a_row([quoted(name) for name in self.mapping.fields])
        before = say(", as in the earlier import") if self.as_before else ""
        if self.mapping.id_column is None:
            return say(
                "Texts are from {texts}{before}; items without ids are called row-N after their line.",
                texts=texts,
                before=before,
            )
        return say(
            "Ids are from “{id_column}”, texts from {texts}{before}.",
            id_column=self.mapping.id_column,
            texts=texts,
            before=before,
        )


def choose(
    inspection: Inspection, *, fields: Sequence[str] = (), id_column: str | None = None, db: Db | None = None
) -> Chosen:
    """The columns to import. fields, id_column: as asked; db: a project whose earlier imports count.

    Raises FileProblem where the file has no such column.
    """
    found = None if db is None else _earlier(db, inspection, tuple(fields), id_column)
    mapping = found or _mapping(
        inspection, tuple(fields) or inspection.mapping.fields, id_column or _id(inspection, fields)
    )
    mapping.check(inspection.columns)
    as_before = found is not None and not (fields and id_column)
    return Chosen(mapping, as_before, _hint(inspection, mapping))


def check_alike(db: Db, file: Path, inspection: Inspection, chosen: Chosen) -> None:
    """A UserError where the file has none of the columns that earlier texts came from: it may not be the file that was
    meant."""
    before = imports.settings(db, "items")
    fields = tuple(before[0]["mapping"]["fields"]) if before else ()
    if chosen.as_before or not fields or set(fields) & set(inspection.columns):
        return
    names = ", ".join(map(quoted, fields))
    raise UserError(
        say_count(
            len(fields),
            "“{file}” has no column {names}, where the texts of this project come from.",
            "“{file}” has none of the columns {names}, where the texts of this project come from.",
            file=file.name,
            names=names,
        ),
        hint=say("If it is the right file, name the column of its texts with --text."),
    )


def _earlier(db: Db, inspection: Inspection, fields: tuple[str, ...], id_column: str | None) -> Mapping | None:
    """As in the latest import whose columns the file has, too; what is asked for stands."""
    for settings in imports.settings(db, "items"):
        before = settings["mapping"]
        texts = fields or tuple(before["fields"])
        id_ = id_column or before["id_column"]
        if id_ is None and _id(inspection, texts) not in before["metadata"]:
            id_ = _id(inspection, texts)  # the earlier file had no such column, so it was not turned down
        if {*texts, *([] if id_ is None else [id_])} <= set(inspection.columns):
            return _mapping(inspection, texts, id_)
    return None


def _mapping(inspection: Inspection, fields: tuple[str, ...], id_column: str | None) -> Mapping:
    rest = tuple(name for name in inspection.columns if name not in fields and name != id_column)
    return Mapping(fields, id_column, rest)


def _id(inspection: Inspection, fields: Sequence[str]) -> str | None:
    """The column that is recognised as the ids, unless it is asked for as a text."""
    found = inspection.mapping.id_column
    return None if found in fields else found


def _hint(inspection: Inspection, mapping: Mapping) -> str:
    unfit = mapping_.no_ids_in(inspection.columns, inspection.rows)
    if mapping.id_column is not None or unfit is None:
        return ""
    name, why = unfit
    return say(
        "The column “{name}” looks like the ids but {why}, so it is not used; “--id {name}” uses it all the same.",
        name=name,
        why=why,
    )
