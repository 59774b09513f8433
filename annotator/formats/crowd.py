"""Answers of others, one per row: `item, annotator, label` in our words, `task, worker, label` in crowd-kit's."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from annotator.domain.model import Exposure, Kind
from annotator.domain.spreadsheets import armed
from annotator.errors import FileProblem
from annotator.formats.layout import BadRow
from annotator.formats.mapping import listed, no_column, plain
from annotator.formats.reader import Reader
from annotator.texts import english, say

# Our word, and the column names it is read from (as `mapping.plain` writes them), crowd-kit's first.
CROWD_COLUMNS: dict[str, tuple[str, ...]] = {
    "item": ("task", "item", "item_id", "task_id", "external_id", "instance_id", "example_id", "question_id", "id"),
    "annotator": (
        *("worker", "annotator", "worker_id", "workerid", "annotator_id", "annotator_name"),
        *("user", "user_id", "rater", "rater_id", "performer", "assessor", "judge"),
    ),
    "label": ("label", "answer", "response", "annotation", "value"),
    "kind": ("kind", "worker_kind", "annotator_kind", "annotator_type"),
    "confidence": ("confidence", "annotator_confidence"),
    "family": ("family", "worker_family", "annotator_family", "model_family"),
    "exposure": ("exposure",),
    "comment": ("comment",),
    "seconds": ("seconds",),
    "answered_at": ("answered_at",),
}
_GOLD_LABELS = ("gold", "gold_label", "true_label", "truth", "target")
_REQUIRED = ("item", "annotator", "label")

Columns = Mapping[str, str]
"""Our word, and the column of a file that somebody has chosen for it; "" for one that is not to be read."""

_KINDS = {
    **dict.fromkeys(("human", "person", "crowd", "worker", "expert"), Kind.HUMAN),
    **dict.fromkeys(("llm", "model", "machine", "ai"), Kind.LLM),
}
_EXPOSURES = {"": Exposure.UNKNOWN, **{exposure.value: exposure for exposure in Exposure}}
_LLM_PREFIX = "llm:"  # how exports name an annotator that is a model


class CrowdRow(NamedTuple):
    """One annotator's answer to one item. confidence: 0..1, or None where the file gives none.

    exposure: UNKNOWN unless the file says it, as our own export of annotations does. So with comment, seconds (from
    shown to answered) and answered_at (ISO 8601 in UTC), which are "" and None where the file says nothing.
    """

    line: int
    item: str
    annotator: str
    label: str
    kind: Kind
    confidence: float | None
    family: str
    exposure: Exposure = Exposure.UNKNOWN
    comment: str = ""
    seconds: float | None = None
    answered_at: str = ""


class GoldRow(NamedTuple):
    """A label taken as known. label: "" where the file knows none of the item."""

    line: int
    item: str
    label: str


def crowd_columns(columns: Sequence[str], chosen: Columns | None = None) -> dict[str, str]:
    """The file's column for each of our words that it has a column for: the chosen one, else what is called so.

    Raises FileProblem for a chosen column that the file does not have.
    """
    chosen = chosen or {}
    for name in filter(None, chosen.values()):
        if name not in columns:
            raise no_column(name, columns)
    known = {plain(name): name for name in reversed(columns) if name not in chosen.values()}
    found: dict[str, str] = {}
    for word, names in CROWD_COLUMNS.items():
        called = next((known[name] for name in names if name in known), "")
        if name := chosen.get(word, called):
            found[word] = name
    return found


def read_crowd(reader: Reader, chosen: Columns | None = None) -> Iterator[CrowdRow | BadRow]:
    """The file's answers, and its bad rows: those without an item, annotator or label, or with a false number or time.

    An annotator is a person unless the kind column says otherwise or the name begins with “llm:”. Spaces around
    cells are dropped. The columns are checked at once; FileProblem names those that are missing. chosen: the columns
    that are not to be recognised by their names; None where nobody could choose them.
    """
    found = crowd_columns(reader.columns, chosen)
    missing = [word for word in _REQUIRED if word not in found]
    if missing == ["annotator"]:
        raise FileProblem(
            say(
                "“{file}” does not say who gave the labels: it has no column “annotator” or “worker”.",
                file=reader.path.name,
            ),
            hint=say(
                "If the labels are known to be right, import them as gold (--gold on the command line); if another"
                " column says it, choose that (--annotator)."
            ),
        )
    if missing:
        wanted = english("item, annotator and label (or task, worker and label)")
        raise _missing(missing, reader.columns, wanted, "--id, --annotator, --label", chosen)
    return _answers(reader, {word: reader.columns.index(name) for word, name in found.items()})


def gold_columns(columns: Sequence[str], chosen: Columns | None = None) -> dict[str, str]:
    """The file's columns of the item and of its known label, under these two words, as far as it has them.

    A label that somebody else gave is none that is known, unless its column was chosen.
    """
    found = crowd_columns(columns, chosen)
    named = next((name for name in columns if plain(name) in _GOLD_LABELS and name != found.get("item")), "")
    if chosen and chosen.get("label"):
        named = chosen["label"]
    elif not named and "annotator" not in found:
        named = found.get("label", "")
    pairs = {"item": found.get("item", ""), "label": named}
    return {word: name for word, name in pairs.items() if name}


def read_gold(reader: Reader, chosen: Columns | None = None) -> Iterator[GoldRow | BadRow]:
    """The known labels of a file with the columns `item` and `label` (or `task`, `gold` and the like).

    An empty cell says that none is known; that is no bad row. chosen: as in `read_crowd`.
    """
    found, answers = gold_columns(reader.columns, chosen), crowd_columns(reader.columns, chosen)
    if missing := [word for word in ("item", "label") if word not in {**answers, **found}]:
        wanted = english("item and label (or item and gold)")
        raise _missing(missing, reader.columns, wanted, "--id, --label", chosen)
    if "label" not in found:
        raise FileProblem(
            say("“{file}” says who gave each label, so these are answers and not gold.", file=reader.path.name),
            hint=say("Import it as labels of others; gold has an item and a label only, or a column called gold."),
        )
    return _known(reader, reader.columns.index(found["item"]), reader.columns.index(found["label"]))


def _answers(reader: Reader, places: dict[str, int]) -> Iterator[CrowdRow | BadRow]:
    item_at, annotator_at, label_at = (places[word] for word in _REQUIRED)
    kind_at, confidence_at = places.get("kind"), places.get("confidence")
    family_at, exposure_at, comment_at = places.get("family"), places.get("exposure"), places.get("comment")
    seconds_at, answered_at_at = places.get("seconds"), places.get("answered_at")
    for row in reader:
        if isinstance(row, BadRow):
            yield row
            continue
        line, cells = row
        item, annotator, label = (
            cells[item_at].strip(),
            armed(cells[annotator_at].strip()),
            armed(cells[label_at].strip()),
        )
        kind = _kind(annotator, "" if kind_at is None else cells[kind_at])
        confidence = None if confidence_at is None else _number(cells[confidence_at])
        exposure = _EXPOSURES.get("" if exposure_at is None else cells[exposure_at].strip().casefold())
        seconds = None if seconds_at is None else _number(cells[seconds_at])
        answered_at = "" if answered_at_at is None else _moment(cells[answered_at_at])
        if not (item and annotator and label):
            reason = english("no item") if not item else english("no annotator" if not annotator else "no label")
        elif kind is None:
            reason = english("a kind that is neither human nor llm")
        elif confidence is not None and not 0 <= confidence <= 1:
            reason = english("a confidence must be a number from 0 to 1, such as 0.80 for 80 %")
        elif exposure is None:
            reason = english("an exposure that is none of blind, shown and unknown")
        elif seconds is not None and not 0 <= seconds < math.inf:
            reason = english("seconds that are no number from 0 up")
        elif answered_at is None:
            reason = english("an answered_at that is no time such as 2026-05-01T09:30:00")
        else:
            family = "" if family_at is None else cells[family_at].strip()
            comment = "" if comment_at is None else armed(cells[comment_at])
            given = (kind, confidence, family, exposure, comment, seconds, answered_at)
            yield CrowdRow(line, item, annotator, label, *given)
            continue
        yield BadRow(line, reason, reader.written(cells))


def _known(reader: Reader, item_at: int, label_at: int) -> Iterator[GoldRow | BadRow]:
    for row in reader:
        if isinstance(row, BadRow):
            yield row
            continue
        line, cells = row
        item, label = cells[item_at].strip(), cells[label_at].strip()
        if item:
            yield GoldRow(line, item, label)
        else:
            yield BadRow(line, english("no item"), reader.written(cells))


def _kind(annotator: str, cell: str) -> Kind | None:
    """None for a word that names no kind."""
    if cell and not cell.isspace():
        return _KINDS.get(cell.strip().casefold())
    return Kind.LLM if annotator.startswith(_LLM_PREFIX) else Kind.HUMAN


def _number(cell: str) -> float | None:
    """NaN, which is in no range, for a cell that is no number."""
    if not cell or cell.isspace():
        return None
    try:
        return float(cell)
    except ValueError:
        return float("nan")


def _moment(cell: str) -> str | None:
    """As we store times; one without a zone is in UTC. None for a cell that is no time."""
    if not cell or cell.isspace():
        return ""
    try:
        at = datetime.datetime.fromisoformat(cell.strip())
        at = at.replace(tzinfo=datetime.UTC) if at.tzinfo is None else at.astimezone(datetime.UTC)
    except (ValueError, OverflowError):
        return None
    return at.isoformat(timespec="milliseconds")


def _missing(
    words: Sequence[str], columns: Sequence[str], wanted: str, options: str, chosen: Columns | None
) -> FileProblem:
    """chosen: None where there are no such options."""
    missing = english(" and no column ").join(f"“{word}”" for word in words)
    return FileProblem(
        say(
            "There is no column {missing}; the file has: {columns}.",
            missing=missing,
            columns=listed(columns),
        ),
        hint=say("Name the columns {wanted} in the first line.", wanted=wanted)
        if chosen is None
        else say(
            "Name the columns {wanted} in the first line, or say which they are ({options} on the command line).",
            wanted=wanted,
            options=options,
        ),
    )
