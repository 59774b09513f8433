"""Labels out: one row per item with its probability and where it comes from, or every annotation."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np

from annotator.domain import spreadsheets
from annotator.domain.model import Annotation, Annotator, Item, Kind, Question, Report, silent
from annotator.errors import UserError
from annotator.formats import writing
from annotator.services import merging
from annotator.services.export_words import DECIDED_DIFFERENTLY, ROUTES, STATUSES, Cell, ExportPlan, ExportResult, What
from annotator.storage import (
    annotators,
    answers,
    decisions,
    filtering,
    gold,
    imported_gold,
    imports,
    items,
    posteriors,
    progress,
    repairs,
    setup,
)
from annotator.storage.database import Db
from annotator.texts import say

__all__ = ["Cell", "ExportPlan", "ExportResult", "What"]

PAGE = 500
SUFFIXES = (".csv", "")  # of what is written

ANNOTATION_COLUMNS = (
    "item_id",
    "question",
    "annotator",
    "annotator_kind",
    "simulated",
    "status",
    "label",
    "confidence",
    "exposure",
    "flagged",
    "comment",
    "seconds",
    "answered_at",
    "repaired",
    "skip_reason",
)


NO_ANSWER = "no right answer"  # a source of its own: it is no label, and never counted as one


def plan(
    db: Db,
    what: What = "labels",
    *,
    per_annotator: bool = False,
    shares: bool = False,
    defuse: bool = True,
    rows: int = 10,
) -> ExportPlan:
    """A look at the export before it is written; the choices are those of `export`."""
    with db.snapshot():
        columns = _columns(db, what, per_annotator, shares)
        first = tuple(islice(_rows(db, what, per_annotator, shares=shares), rows))
        if defuse:
            first = tuple(tuple(spreadsheets.defuse(c) if isinstance(c, str) else c for c in row) for row in first)
        state = merging.state(db)
        return ExportPlan(_expected(db, what), columns, first, state.stale if state else 0, what, _kinds(db, what))


def _kinds(db: Db, what: What) -> dict[str, int]:
    """Rows by what they are, counted otherwise than by writing them."""
    question_id = setup.question(db).id
    if what == "labels":
        return {ROUTES[name]: number for name, number in progress.by_state(db, question_id).states.items()}
    found = Counter[str]()
    for (_, status), number in answers.counts(db, question_id).items():
        found[STATUSES[status]] += number
    return dict(found)


def table(db: Db, what: What = "labels") -> tuple[tuple[str, ...], Iterator[tuple[Cell, ...]]]:
    """Columns and rows of an export with a column for each annotator, as they are, for use without a file."""
    return _columns(db, what, per_annotator=True), _rows(db, what, per_annotator=True)


def merge_if_stale(db: Db, before: Callable[[], object] = lambda: None) -> bool:
    """Merge when there are answers that the result in force does not know; whether that was so. before: called then,
    such as for a backup."""
    state = merging.state(db)
    if (state is not None and not state.stale) or answers.count_labels(db, setup.question(db).id) == 0:
        return False
    before()
    merging.merge_and_store(db)
    return True


def export(
    db: Db,
    path: Path,
    *,
    what: What = "labels",
    per_annotator: bool = False,
    shares: bool = False,
    defuse: bool = True,
    excel: bool = False,
    only: Sequence[int] | None = None,
    report: Report = silent,
) -> ExportResult:
    """Write a CSV; the file at `path` is replaced only when the new one is complete.

    per_annotator: one more column for each annotator's label. shares: one more for each label, with the share of the
    people who labelled the item that gave it. defuse: make cells harmless that a spreadsheet would
    run as a formula. excel: begin with a byte order mark, without which Excel garbles accents.
    only: the labels of these items, in this order, each once.
    """
    check_place(db, path)
    check_suffix(path)
    columns = _columns(db, what, per_annotator, shares)
    chosen = None if only is None else list(dict.fromkeys(only))
    expected = len(chosen) if chosen is not None and what == "labels" else _expected(db, what)
    counts = {name: Counter[str]() for name in ("source", "route") if what == "labels"}
    rows = _counted(_rows(db, what, per_annotator, chosen, shares=shares), columns, counts)
    written = writing.write(path, columns, _reported(rows, expected, report), bom=excel, defused=defuse)
    return ExportResult(path, written, expected, dict(counts.get("source", {})), dict(counts.get("route", {})))


def check_place(db: Db, path: Path) -> None:
    """A UserError where nothing may be written: over the project itself, and over what was imported into it."""
    if os.path.realpath(path) == os.path.realpath(db.path):  # which takes links in a circle as they are
        raise UserError(say("That is the project file itself."), hint=say("Choose another name for the export."))
    if path.exists() and imports.came_from(db, path.name):
        raise UserError(
            say("A file named “{file}” was imported into this project, and is not written over.", file=path.name),
            hint=say("Choose another name for the export."),
        )


def check_suffix(path: Path) -> None:
    """A UserError where the name promises another sort of file than the one that is written."""
    if path.suffix.casefold() not in SUFFIXES:
        raise UserError(
            say("“{file}” is not written: labels are written as CSV, with the suffix .csv or none.", file=path.name),
            hint=say("Call it “{name}”.", name=f"{path.stem}.csv"),
        )


def write_bytes(path: Path, content: bytes) -> None:
    """A file that appears when it is complete and on disk; what was there stays until then."""
    writing.write_bytes(path, content)


def _counted(
    rows: Iterator[tuple[Cell, ...]], columns: Sequence[str], counts: dict[str, Counter[str]]
) -> Iterator[tuple[Cell, ...]]:
    """The rows as they are, counted by the cells of these columns."""
    places = {columns.index(name): counter for name, counter in counts.items()}
    for row in rows:
        for place, counter in places.items():
            counter[str(row[place])] += 1
        yield row


def _reported(rows: Iterator[tuple[Cell, ...]], expected: int, report: Report) -> Iterator[tuple[Cell, ...]]:
    for number, row in enumerate(rows):
        if number % PAGE == 0:
            report(number, expected)
        yield row


def _expected(db: Db, what: What) -> int:
    return items.count(db) if what == "labels" else answers.count(db, setup.question(db).id)


def _columns(db: Db, what: What, per_annotator: bool, shares: bool = False) -> tuple[str, ...]:
    if what == "annotations":
        return ANNOTATION_COLUMNS
    if what != "labels":
        raise UserError(say("There is no export of “{what}”.", what=what), hint=say("Choose labels or annotations."))
    people = tuple(f"annotator: {a.name}" for a in _answering(db)) if per_annotator else ()
    fields = tuple(_unique(name) for name in items.all_names(db))
    labels = setup.question(db).label_names()
    probabilities = tuple(f"p: {name}" for name in labels)
    opinions = tuple(f"people: {name}" for name in labels) if shares else ()
    return ("item_id", *fields, *RESULT_COLUMNS, *probabilities, *opinions, *people)


RESULT_COLUMNS = (
    "label",
    "source",
    "route",
    "probability",
    "merged_label",
    "merged_probability",
    "entropy",
    "answers",
    "llm_label",
    "llm_confidence",
    "adjudicated",
    "why",
    "gold",
)


def _unique(name: str) -> str:
    """A field must not hide one of our columns."""
    return f"field: {name}" if name in {"item_id", *RESULT_COLUMNS} else name


def _answering(db: Db) -> list[Annotator]:
    counts = answers.counts(db, setup.question(db).id)
    who = {annotator_id for annotator_id, _ in counts}
    return [a for a in annotators.every(db) if a.id in who]


def _rows(
    db: Db, what: What, per_annotator: bool, chosen: Sequence[int] | None = None, *, shares: bool = False
) -> Iterator[tuple[Cell, ...]]:
    question = setup.question(db)
    # Packed: a list of a million numbers takes longer than a frame to free.
    ids = filtering.everything(db) if chosen is None else np.array(chosen, dtype=np.int64)
    names = items.all_names(db)
    who = [a.id for a in _answering(db)] if per_annotator else []
    for first in range(0, ids.size, PAGE):
        page = ids[first : first + PAGE].tolist()
        if what == "annotations":
            yield from _annotation_rows(db, question, page)
        else:
            yield from _label_rows(db, question, page, names, who, shares)


def _annotation_rows(db: Db, question: Question, ids: Sequence[int]) -> Iterator[tuple[Cell, ...]]:
    """In the order of the items, and for each of them people first, in the order in which the annotators joined."""
    names = {label.id: label.name for label in question.labels}
    external = {item.id: item.external_id for item in items.page(db, ids)}
    given = answers.of_items(db, question.id, ids)
    repaired = {(found.item_id, found.annotator_id): _how(found) for found in repairs.of_items(db, question.id, ids)}
    for item_id in ids:
        for a in given.get(item_id, []):
            yield (
                external[item_id],
                question.name,
                a.annotator.name,
                a.annotator.kind.value,
                int(a.annotator.simulated),
                a.status.value,
                names.get(a.label_id or 0, ""),
                _number(a.confidence),
                a.exposure.value,
                int(a.flagged),
                a.comment,
                None if a.seconds is None else round(a.seconds, 3),
                a.answered_at,
                repaired.get((item_id, a.annotator.id), ""),
                a.reason,
            )


def _how(found: repairs.Repaired) -> str:
    """How an LLM's reply that named no label got one."""
    return "by hand" if found.rule is None else f"by rule: {found.rule['text']}"


def _label_rows(
    db: Db, question: Question, ids: Sequence[int], field_names: Sequence[str], who: Sequence[int], shares: bool
) -> Iterator[tuple[Cell, ...]]:
    names = {label.id: label.name for label in question.labels}
    merged = posteriors.of_items(db, ids)
    known = gold.of_items(db, question.id, ids)
    replaced = imported_gold.labels(db, question.id, ids)
    given = answers.of_items(db, question.id, ids)
    states = progress.of_items(db, question.id, ids)
    contested = decisions.contested_among(db, question.id, ids)
    for item in items.page(db, ids):
        mine = given.get(item.id, [])
        yield (
            item.external_id,
            *(_cell(item, name) for name in field_names),
            *_result(
                mine,
                merged.get(item.id),
                known.get(item.id),
                replaced.get(item.id),
                names,
                ROUTES[states[item.id]],
                item.id in contested,
            ),
            *_probabilities(merged.get(item.id), len(names)),
            *(_shares(mine, names) if shares else ()),
            *_by_annotator(mine, who, names),
        )


def _result(
    given: Sequence[Annotation],
    merged: posteriors.Posterior | None,
    known: gold.Gold | None,
    replaced: int | None,
    names: dict[int, str],
    route: str,
    contested: bool,
) -> tuple[Cell, ...]:
    """The cells of RESULT_COLUMNS. A decision in review outranks merging; imported gold is only shown beside.

    replaced: the label that was known from a file before the decision.
    """
    settled = known is not None and known.source == "adjudicated"
    merged_label = None if merged is None else names[merged.label_id]
    probability = None if merged is None else _number(merged.probability)
    label, sure = merged_label, probability
    if known is not None and settled:
        label, sure = (None, None) if known.label_id is None else (names[known.label_id], 1.0)
    llm = next((a for a in reversed(given) if a.annotator.kind is Kind.LLM), None)
    return (
        label,
        DECIDED_DIFFERENTLY if contested else _source(merged, known),
        route,
        sure,
        merged_label,
        probability,
        None if merged is None else _number(merged.entropy),
        sum(a.label_id is not None for a in given),
        None if llm is None else names.get(llm.label_id or 0, llm.status.value),
        None if llm is None else _number(llm.confidence),
        int(settled),
        known.why if known is not None and settled else None,
        names.get((known.label_id if known is not None and not settled else replaced) or 0),
    )


def _source(merged: posteriors.Posterior | None, known: gold.Gold | None) -> str:
    """Where the label comes from; an item that nobody was asked about, such as an example for an LLM, may have gold."""
    if known is not None and known.source == "adjudicated":
        return "adjudicated" if known.label_id is not None else NO_ANSWER
    if merged is None:
        return "none" if known is None else "gold only"
    if merged.differing:
        return "merged"
    return "unanimous" if merged.answers > 1 else "one answer"


def _probabilities(merged: posteriors.Posterior | None, count: int) -> Sequence[Cell]:
    import numpy as np

    if merged is None:
        return [None] * count
    return [_number(float(p)) for p in np.frombuffer(merged.probabilities)]


def _shares(given: Sequence[Annotation], names: dict[int, str]) -> list[Cell]:
    """What share of the people who labelled the item gave each label; nothing where none did."""
    said = [a.label_id for a in given if a.annotator.kind is Kind.HUMAN and a.label_id is not None]
    return [_number(said.count(id_) / len(said)) if said else None for id_ in names]


def _by_annotator(given: Sequence[Annotation], who: Sequence[int], names: dict[int, str]) -> list[Cell]:
    cells = {a.annotator.id: names.get(a.label_id or 0, f"({a.status.value})") for a in given}
    return [cells.get(annotator_id) for annotator_id in who]


def _cell(item: Item, name: str) -> str:
    return item.fields.get(name, item.metadata.get(name, ""))


def _number(value: float | None) -> float | None:
    return None if value is None else round(value, 6)
