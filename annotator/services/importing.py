"""Bringing in items, answers of others, and gold from files; rows that cannot be used are set aside, never lost."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import Literal, TypeVar

from annotator.domain.model import Changes, NewItem, Question, Report, silent
from annotator.errors import UserError
from annotator.formats import crowd, tabular
from annotator.formats import mapping as mapping_
from annotator.formats.layout import BadRow, Layout
from annotator.formats.mapping import Mapping
from annotator.formats.reader import Reader
from annotator.storage import annotators, answers, audit, gold, imports, items, setup
from annotator.storage.database import Db
from annotator.storage.imports import Rejected

__all__ = ["Layout", "Mapping", "Rejected"]

Duplicates = Literal["skip", "update", "refuse"]
BATCH = 2_000
RAW_KEPT = 2_000  # characters of a rejected row that are kept, to show what it was

T = TypeVar("T")
Placeable = TypeVar("Placeable", crowd.CrowdRow, crowd.GoldRow)


@dataclass(frozen=True)
class Inspection:
    """What a file looks like, before anything is imported. rows: the first 20."""

    layout: Layout
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    mapping: Mapping
    problems: tuple[BadRow, ...]


@dataclass(frozen=True)
class ImportResult:
    """What became of the rows: every row of the file is in exactly one of the counts."""

    added: int
    updated: int
    skipped: int
    rejected: int
    import_id: int
    changes: Changes

    @property
    def rows(self) -> int:
        return self.added + self.updated + self.skipped + self.rejected


def inspect(path: Path, layout: Layout | None = None) -> Inspection:
    """Layout, columns and first rows of a file; the layout is recognised unless given."""
    layout = layout or tabular.recognise(path)
    preview = tabular.preview(path, layout)
    suggested = mapping_.suggest(preview.columns, preview.rows)
    return Inspection(layout, preview.columns, preview.rows, suggested, preview.problems)


def import_items(
    db: Db,
    path: Path,
    *,
    layout: Layout | None = None,
    mapping: Mapping | None = None,
    duplicates: Duplicates = "skip",
    report: Report = silent,
) -> ImportResult:
    """Add the rows of a file as items, all or nothing; an id that is there already is skipped, updated or refused."""
    inspection = inspect(path, layout) if layout is None or mapping is None else None
    reader = tabular.read(path, layout or (inspection.layout if inspection else None))
    chosen = mapping or (inspection.mapping if inspection else None)
    assert chosen is not None
    rows = mapping_.to_items(reader, chosen)
    with db.atomic(), _no_collecting():
        importing = _Importing(db, path, "items", {"mapping": asdict(chosen), "duplicates": duplicates}, report)
        first = items.last_id(db) + 1
        for batch in importing.batches(rows, reader):
            _add(db, batch, duplicates, importing)
        if importing.added:
            importing.log.append(("item", [first, items.last_id(db)], None, {"added": importing.added}))
        return importing.finish(Changes(items=True))


def import_labels(
    db: Db, path: Path, *, layout: Layout | None = None, simulated: bool = False, report: Report = silent
) -> ImportResult:
    """Add answers of others, as `item, annotator, label` or crowd-kit's `task, worker, label`.

    Unknown items and labels are set aside; an answer given in this project is never replaced by one from a file.
    """
    reader = tabular.read(path, layout)
    rows = crowd.read_crowd(reader)
    question = setup.question(db)
    with db.atomic():
        importing = _Importing(db, path, "labels", {"simulated": simulated}, report)
        for batch in importing.batches(rows, reader):
            _add_answers(db, batch, question, importing, simulated=simulated)
        return importing.finish(Changes(annotations=True))


def import_gold(db: Db, path: Path, *, layout: Layout | None = None, report: Report = silent) -> ImportResult:
    """Add known labels, as `item, label`; what a person settled in review is kept."""
    reader = tabular.read(path, layout)
    rows = crowd.read_gold(reader)
    question = setup.question(db)
    with db.atomic():
        importing = _Importing(db, path, "gold", {}, report)
        for batch in importing.batches(rows, reader):
            found = _placed(db, batch, question, importing)
            pairs = [(item_id, label_id) for _, item_id, label_id in found]
            before = gold.of_items(db, question.id, [item_id for item_id, _ in pairs])
            importing.updated += sum(item_id in before for item_id, _ in pairs)
            importing.added += sum(item_id not in before for item_id, _ in pairs)
            gold.add_imported(db, importing.op, question.id, pairs, path.name)
            importing.log += [
                ("gold", [item_id, question.id], _gold_row(before.get(item_id)), {"label_id": label_id})
                for item_id, label_id in pairs
            ]
        return importing.finish(Changes(gold=True))


def rejected_rows(db: Db, import_id: int | None = None, limit: int = 1_000) -> list[Rejected]:
    """Rows that were set aside, by one import or by all."""
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


class _Importing:
    """One import under way: its operation in the log, its counts, and the rows it sets aside."""

    def __init__(self, db: Db, path: Path, what: str, settings: dict[str, object], report: Report) -> None:
        self.db, self.path, self.report = db, path, report
        self.id = imports.begin(db, path.name, what, settings)
        self.op = audit.begin(db, f"import {what}")
        self.log: list[audit.LoggedRow] = []
        self.added = self.updated = self.skipped = self.rejected = 0
        self._logged = 0

    def batches(self, rows: Iterable[T | BadRow], reader: Reader) -> Iterator[list[T]]:
        """The good rows in batches; bad ones are set aside, and progress is reported in bytes."""
        remaining = iter(rows)
        while batch := list(islice(remaining, BATCH)):
            good: list[T] = [row for row in batch if not isinstance(row, BadRow)]
            bad = [row for row in batch if isinstance(row, BadRow)] if len(good) < len(batch) else []
            yield from self._flush(good, [Rejected(row.line, row.reason, row.raw[:RAW_KEPT]) for row in bad], reader)

    def reject(self, rows: list[Rejected]) -> None:
        self.rejected += len(rows)
        imports.reject(self.db, self.id, rows)

    def finish(self, changes: Changes) -> ImportResult:
        self._write_log()
        counts = (self.added, self.updated, self.skipped, self.rejected)
        imports.finish(self.db, self.id, dict(zip(("added", "updated", "skipped", "rejected"), counts, strict=True)))
        return ImportResult(*counts, import_id=self.id, changes=changes | Changes(self.op))

    def _flush(self, good: list[T], bad: list[Rejected], reader: Reader) -> Iterator[list[T]]:
        if bad:
            self.reject(bad)
        if good:
            yield good
        self._write_log()
        self.report(reader.position, reader.size)

    def _write_log(self) -> None:
        self._logged = audit.append(self.db, self.op, self.log, first=self._logged)
        self.log.clear()


def _add(db: Db, batch: list[NewItem], duplicates: Duplicates, importing: _Importing) -> None:
    stored = items.add(db, batch, update=duplicates == "update")
    if stored.skipped and duplicates == "refuse":
        raise UserError(
            f"The id “{stored.skipped[0]}” occurs twice, or is in the project already.",
            hint="Nothing was imported. Mend the file, or choose to skip or update such items.",
        )
    importing.added += stored.added
    importing.updated += stored.updated
    importing.skipped += len(stored.skipped)
    importing.log += [
        ("item", [id_], {"fields": fields, "metadata": metadata}, {"updated": True})
        for id_, fields, metadata in stored.before
    ]


def _add_answers(
    db: Db, batch: list[crowd.CrowdRow], question: Question, importing: _Importing, *, simulated: bool
) -> None:
    who = {
        row.annotator: annotators.named(db, row.annotator, kind=row.kind, family=row.family, simulated=simulated)
        for row in batch
    }
    placed = _placed(db, batch, question, importing)
    new = [
        answers.Imported(row.line, item_id, who[row.annotator].id, label_id, row.confidence)
        for row, item_id, label_id in placed
    ]
    stored = answers.add_imported(db, importing.op, question.id, new)
    importing.added += stored.added
    importing.updated += stored.updated
    importing.skipped += stored.unchanged
    importing.log += stored.log
    importing.reject([Rejected(row.line, "answered in this project already", "") for row in stored.kept])


def _placed(
    db: Db, batch: list[Placeable], question: Question, importing: _Importing
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
        reason = "no such item in the project" if item_id is None else "not a label of the question"
        raw = "\t".join(str(cell) for cell in row[1:4])
        unplaced.append(Rejected(row.line, reason, raw[:RAW_KEPT]))
    importing.reject(unplaced)
    return placed


def _label_finder(question: Question) -> Callable[[str], int | None]:
    """A label's id by its name; another case will do where only one label fits."""
    exact = {label.name: label.id for label in question.labels}
    folded: dict[str, int | None] = {}
    for label in question.labels:
        name = label.name.casefold()
        folded[name] = None if name in folded else label.id
    return lambda name: exact.get(name, folded.get(name.casefold()))


def _gold_row(known: gold.Gold | None) -> dict[str, object] | None:
    return None if known is None else {"label_id": known.label_id, "source": known.source}
