"""Bringing in items, answers of others, and gold from files; rows that cannot be used are set aside, never lost."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Literal, TypeVar

from annotator.domain.model import Changes, NewItem, Question, Report, silent
from annotator.errors import UserError
from annotator.formats import crowd, tabular
from annotator.formats import mapping as mapping_
from annotator.formats.layout import BadRow, Layout
from annotator.formats.mapping import Mapping
from annotator.services import answer_rows, gold_rows, label_columns
from annotator.services.import_under_way import BadRows, ImportResult, UnderWay, in_words
from annotator.services.row_ids import first_number
from annotator.services.second_ids import SecondIds
from annotator.storage import annotators, answers, imports, items, setup
from annotator.storage.database import Db
from annotator.storage.imports import ReasonCount, Rejected
from annotator.texts import english, figure, say

__all__ = ["BadRows", "ImportResult", "Layout", "Mapping", "ReasonCount", "Rejected", "in_words"]

Duplicates = Literal["skip", "update", "both", "refuse"]

_NAMED = 60  # characters of a cell that a reason names
# Projects hold reasons as they were once given, and show them in the language of the window.
_FORMERLY = (
    english("no such item in the project"),
    english("not a label of the question"),
    english("a confidence that is no number from 0 to 1"),
)

Placeable = TypeVar("Placeable", crowd.CrowdRow, crowd.GoldRow)


@dataclass(frozen=True)
class Inspection:
    """What a file looks like, before anything is imported. rows: the first 20."""

    layout: Layout
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    mapping: Mapping
    problems: tuple[BadRow, ...]


def inspect(path: Path, layout: Layout | None = None, *, delimiter: str = "", encoding: str = "") -> Inspection:
    """Layout, columns and first rows of a file; the layout is recognised unless given, or given in part."""
    layout = layout or layout_of(path, delimiter=delimiter, encoding=encoding)
    preview = tabular.preview(path, layout)
    suggested = mapping_.suggest(preview.columns, preview.rows)
    # What counts the first rows may count something else further on, and rows with the same id would be skipped.
    counted = suggested.id_column in mapping_.by_count_name(preview.columns)
    if counted and not mapping_.is_unique(tabular.read(path, layout), str(suggested.id_column)):
        suggested = mapping_.suggest(preview.columns, preview.rows, counted=False)
    return Inspection(layout, preview.columns, preview.rows, suggested, preview.problems)


def layout_of(path: Path, *, delimiter: str = "", encoding: str = "") -> Layout:
    """How the file is laid out: as recognised, but for what is given."""
    layout = tabular.recognise(path, delimiter=delimiter)
    return replace(layout, encoding=encoding or layout.encoding)


def import_items(
    db: Db,
    path: Path,
    *,
    layout: Layout | None = None,
    mapping: Mapping | None = None,
    duplicates: Duplicates = "skip",
    bad_rows: BadRows = "set-aside",
    report: Report = silent,
) -> ImportResult:
    """Add the rows of a file as items, all or nothing; an id that is there already is skipped, updated or refused, or
    both rows are kept: the later one as “id (2)”, unless its text is the same too.

    bad_rows: whether those that cannot be used are set aside, or the whole file is refused with a UserError; so too in
    `import_labels` and `import_gold`.

    Raises UserError where the rows have no ids and all their texts are there already: then this is the same file
    again, read in another way.
    """
    inspection = inspect(path, layout) if layout is None or mapping is None else None
    reader = tabular.read(path, layout or (inspection.layout if inspection else None))
    chosen = mapping or (inspection.mapping if inspection else None)
    assert chosen is not None
    with db.atomic(), _no_collecting():
        settings: dict[str, object] = {"mapping": asdict(chosen), "duplicates": duplicates}
        number, texts, second = 1, items.content_hashes(db), SecondIds(db)
        if chosen.id_column is None:
            settings["first_number"] = number = first_number(db, reader, chosen)
        importing = UnderWay(db, path, "items", settings, report, bad_rows)
        first = items.last_id(db) + 1
        for batch in importing.batches(mapping_.to_items(reader, chosen, first_number=number), reader):
            _add(db, batch, duplicates, importing, texts, second)
        if chosen.id_column is None:
            _refuse_the_same_again(path, importing)
        if importing.added:
            importing.log.append(("item", [first, items.last_id(db)], None, {"added": importing.added}))
        return importing.finish(Changes(items=True))


def import_labels(
    db: Db,
    path: Path,
    *,
    layout: Layout | None = None,
    columns: crowd.Columns | None = None,
    simulated: bool = False,
    bad_rows: BadRows = "set-aside",
    report: Report = silent,
) -> ImportResult:
    """Add answers of others, as `item, annotator, label` or crowd-kit's `task, worker, label`.

    columns: those that are asked for, as `label_columns.choose` takes them; so too in `import_gold`. Unknown items and
    labels are set aside, and so are rows of the file by which an annotator contradicts themselves; an answer given in
    this project is never replaced by one from a file.
    """
    chosen = label_columns.choose(db, path, layout, what="labels", asked=columns)
    used = _every_word(chosen)
    twice = answer_rows.repeated(crowd.read_crowd(tabular.read(path, layout), used))
    reader = tabular.read(path, layout)
    rows = crowd.read_crowd(reader, used)
    question = setup.question(db)
    with db.atomic():
        settings: dict[str, object] = {"simulated": simulated, "columns": chosen.asked}
        importing = UnderWay(db, path, "labels", settings, report, bad_rows)
        held: list[crowd.CrowdRow] = []
        for batch in importing.batches(rows, reader):
            held += [row for row in batch if answer_rows.key(row) in twice]
            once = [row for row in batch if answer_rows.key(row) not in twice]
            _add_answers(db, _placed(db, once, question, importing), question, importing, simulated=simulated)
        agreed = answer_rows.agreeing(_placed(db, held, question, importing), importing)
        _add_answers(db, agreed, question, importing, simulated=simulated)
        return importing.finish(Changes(annotations=True))


def import_gold(
    db: Db,
    path: Path,
    *,
    layout: Layout | None = None,
    columns: crowd.Columns | None = None,
    bad_rows: BadRows = "set-aside",
    report: Report = silent,
) -> ImportResult:
    """Add known labels, as `item, label`; what a person settled in review is kept.

    Where a file knows two labels of one item, all its rows about the item are set aside. A row that knows none is
    counted, and no more: files often know some labels only.
    """
    chosen = label_columns.choose(db, path, layout, what="gold", asked=columns)
    reader = tabular.read(path, layout)
    rows = crowd.read_gold(reader, chosen.columns)
    question = setup.question(db)
    with db.atomic():
        importing = UnderWay(db, path, "gold", {"columns": chosen.asked}, report, bad_rows)
        found: list[gold_rows.Placed] = []
        for batch in importing.batches(rows, reader):
            known = [row for row in batch if row.label]
            importing.without_gold += len(batch) - len(known)
            found += _placed(db, known, question, importing)
        gold_rows.store(db, question.id, gold_rows.agreeing(found, importing), importing)
        return importing.finish(Changes(gold=True))


def gold_for_later(columns: Sequence[str], mapping: Mapping) -> str:
    """The column of known labels that `import_gold` would find in a file that is read as items with this mapping; ""
    where there is none, or where its items would not be these."""
    if mapping.id_column is None:
        return ""
    label = crowd.gold_columns(columns, {"item": mapping.id_column}).get("label", "")
    return "" if label in mapping.fields else label


def reasons(db: Db, import_id: int, limit: int) -> list[ReasonCount]:
    """Why rows were set aside by one import, the reasons of most rows, in the order of their first rows."""
    return imports.reasons(db, import_id, limit=limit)


def rejected_rows(db: Db, import_id: int | None = None, limit: int = 1_000) -> list[Rejected]:
    """Rows that were set aside, by one import or by all; a file that is imported again has those of the last time."""
    return imports.rejected(db, import_id, limit=limit)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Pause the collection of cyclic garbage: rows make none, and looking for it takes a fourth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _add(
    db: Db,
    batch: list[NewItem],
    duplicates: Duplicates,
    importing: UnderWay,
    texts: set[bytes],
    second: SecondIds,
) -> None:
    """texts: the content hashes of what was there before; second: ids for rows whose own is taken."""
    stored = items.add(db, batch, update=duplicates == "update")
    if stored.again and duplicates == "refuse":
        first = stored.again[0]
        raise UserError(
            say(
                "The id “{external_id}” on line {line} occurs twice, or is in the project already.",
                external_id=first.external_id,
                line=figure(first.line),
            ),
            hint=say("Nothing was imported. Mend the file, or choose to skip or update such items."),
        )
    importing.added += stored.added
    if duplicates == "update":
        importing.updated += len(stored.again)
    elif duplicates == "both":
        _keep_both(db, stored.again, importing, second)
    else:
        importing.skip(
            [
                (item.line, english("the id “{external_id}” came before", external_id=item.external_id))
                for item in stored.again
            ],
            sort=english("the id came before"),
            about=[item.external_id for item in stored.again],
        )
    if texts:
        there = {item.external_id for item in stored.again}
        added = [item for item in batch if item.external_id not in there]
        importing.again += sum(items.content_hash(item.fields) in texts for item in added)
    importing.log += [
        ("item", [id_], {"fields": fields, "metadata": metadata}, {"updated": True})
        for id_, fields, metadata in stored.before
    ]


def _keep_both(db: Db, again: Sequence[NewItem], importing: UnderWay, second: SecondIds) -> None:
    named = [(item, second.new(item)) for item in again]
    kept = [item._replace(external_id=name) for item, name in named if name is not None]
    importing.added += items.add(db, kept, update=False).added
    there = [item for item, name in named if name is None]
    importing.skip([(item.line, english("its id and its text came before")) for item in there])


def _refuse_the_same_again(path: Path, importing: UnderWay) -> None:
    if importing.added == importing.again > 0 and not importing.skipped:
        raise UserError(
            say(
                "The project has every text of “{file}” already, and without ids all of them would be there twice.",
                file=path.name,
            ),
            hint=say("Nothing was imported. Choose the column that holds the ids, or leave this file out."),
        )


def _add_answers(
    db: Db, placed: list[answer_rows.Placed], question: Question, importing: UnderWay, *, simulated: bool
) -> None:
    who = {
        row.annotator: annotators.named(db, row.annotator, kind=row.kind, family=row.family, simulated=simulated)
        for row, *_ in placed
    }
    new = [
        answers.Imported(
            *(row.line, item_id, who[row.annotator].id, label_id, row.confidence, row.exposure),
            *(row.comment, row.seconds, row.answered_at),
        )
        for row, item_id, label_id in placed
    ]
    stored = answers.add_imported(db, importing.op, question.id, new)
    importing.added += stored.added
    importing.updated += stored.updated
    importing.skip([(row.line, english("the same answer came before")) for row in stored.unchanged])
    importing.log += stored.log
    importing.reject([Rejected(row.line, english("answered in this project already"), "") for row in stored.kept])


def _placed(
    db: Db, batch: list[Placeable], question: Question, importing: UnderWay
) -> list[tuple[Placeable, int, int]]:
    """(row, item id, label id) of the rows whose item and label the project knows; the others are set aside."""
    known = items.ids_by_external(db, [row.item for row in batch])
    label_of = _label_finder(question)
    placed: list[tuple[Placeable, int, int]] = []
    unplaced: list[Rejected] = []
    for row in batch:
        item_id, label_id = known.get(row.item), label_of(row.label)
        if item_id is not None and label_id is not None:
            placed.append((row, item_id, label_id))
            continue
        reason = (
            english("no item “{item}” in the project", item=_shortened(row.item))
            if item_id is None
            else english("“{label}” is not one of this question's labels", label=_shortened(row.label))
        )
        raw = "\t".join(str(cell) for cell in row[1:4])
        unplaced.append(Rejected(row.line, reason, raw))
    importing.reject(unplaced)
    return placed


def _shortened(cell: str) -> str:
    """As a reason names it: a cell of a strange file can be of any length."""
    line = " ".join(cell[:_NAMED].split())
    return f"{line}…" if len(cell) > _NAMED else line


def _every_word(chosen: label_columns.Chosen) -> dict[str, str]:
    """What is read, without anything being recognised in the file for a second time."""
    return {word: chosen.columns.get(word, "") for word in crowd.CROWD_COLUMNS}


def _label_finder(question: Question) -> Callable[[str], int | None]:
    """A label's id by its name; another case will do where only one label fits."""
    exact = {label.name: label.id for label in question.labels}
    folded: dict[str, int | None] = {}
    for label in question.labels:
        name = label.name.casefold()
        folded[name] = None if name in folded else label.id
    return lambda name: exact.get(name, folded.get(name.casefold()))
