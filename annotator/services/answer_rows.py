"""Answers of others from a file: of an annotator who answered an item twice in it, equal rows count once and
contradicting ones are set aside."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.formats.crowd import CrowdRow
from annotator.formats.layout import BadRow
from annotator.services.import_under_way import UnderWay
from annotator.storage.imports import Rejected
from annotator.texts import english

Placed = tuple[CrowdRow, int, int]  # the row, item id, label id


def repeated(rows: Iterable[CrowdRow | BadRow]) -> frozenset[int]:
    """Keys (see `key`) that occur more than once; in a pass of its own, so that a long file takes little memory."""
    seen: set[int] = set()
    found: set[int] = set()
    for row in rows:
        if not isinstance(row, BadRow):
            code = key(row)
            (found if code in seen else seen).add(code)
    return frozenset(found)


def key(row: CrowdRow) -> int:
    """Equal for rows of the same annotator about the same item, and hardly ever for others."""
    return hash((row.item, row.annotator))


def agreeing(rows: Iterable[Placed], importing: UnderWay) -> list[Placed]:
    """The first row of each annotator about an item. Repeats are skipped; where labels differ all are set aside."""
    together: dict[tuple[int, str], list[Placed]] = {}
    for placed in rows:
        together.setdefault((placed[1], placed[0].annotator), []).append(placed)
    agreed: list[Placed] = []
    repeats: list[tuple[int, str]] = []
    for same in together.values():
        first_of = {label_id: row for row, _, label_id in reversed(same)}
        if len(first_of) == 1:
            agreed.append(same[0])
            repeats += [(row.line, english("the same answer came before")) for row, *_ in same[1:]]
            continue
        for row, _, label_id in same:
            other = next(other for id_, other in first_of.items() if id_ != label_id)
            importing.reject([_contradicting(row, other)])
    importing.skip(sorted(repeats))
    return agreed


def _contradicting(row: CrowdRow, other: CrowdRow) -> Rejected:
    reason = english(
        "“{annotator}” says “{label}” of “{item}” here, and “{label_2}” on line {line}",
        annotator=row.annotator,
        label=row.label,
        item=row.item,
        label_2=other.label,
        line=f"{other.line:,}",
    )
    return Rejected(row.line, reason, f"{row.item}\t{row.annotator}\t{row.label}")
