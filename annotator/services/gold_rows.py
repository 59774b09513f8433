"""Gold from a file: rows that contradict each other or a decision are set aside, the others are stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from annotator.formats.crowd import GoldRow
from annotator.services.import_under_way import UnderWay
from annotator.storage import gold
from annotator.storage.database import Db
from annotator.storage.imports import Rejected
from annotator.texts import english

Placed = tuple[GoldRow, int, int]  # the row, item id, label id
_SAME = english("the same gold came before")


def agreeing(rows: Iterable[Placed], importing: UnderWay) -> list[Placed]:
    """One row for each item. Repeats of it are skipped; all rows of an item with several labels are set aside."""
    by_item: dict[int, list[Placed]] = {}
    for placed in rows:
        by_item.setdefault(placed[1], []).append(placed)
    agreed: list[Placed] = []
    repeats: list[tuple[int, str]] = []
    for same_item in by_item.values():
        first_of = {label_id: row for row, _, label_id in reversed(same_item)}
        if len(first_of) == 1:
            agreed.append(same_item[0])
            repeats += [(row.line, _SAME) for row, *_ in same_item[1:]]
        else:
            importing.reject([_contradicting(row, label_id, first_of) for row, _, label_id in same_item])
    importing.skip(sorted(repeats))
    return agreed


def store(db: Db, question_id: int, rows: Sequence[Placed], importing: UnderWay) -> None:
    """Keep the gold; what a person settled in review stays as it is. At most one row for each item."""
    before = gold.of_items(db, question_id, [item_id for _, item_id, _ in rows])
    pairs: list[tuple[int, int]] = []
    for row, item_id, label_id in rows:
        known = before.get(item_id)
        if known is not None and known.source == "adjudicated":
            importing.reject([_set_aside(row, english("settled in review already"))])
        elif known is not None and known.label_id == label_id:
            importing.skip([(row.line, _SAME)])
        else:
            pairs.append((item_id, label_id))
    importing.added += sum(item_id not in before for item_id, _ in pairs)
    importing.updated += sum(item_id in before for item_id, _ in pairs)
    gold.add_imported(db, importing.op, question_id, pairs, importing.path.name)
    importing.log += [
        ("gold", [item_id, question_id], _logged(before.get(item_id)), {"label_id": label_id})
        for item_id, label_id in pairs
    ]


def _contradicting(row: GoldRow, label_id: int, first_of: Mapping[int, GoldRow]) -> Rejected:
    other = next(other for id_, other in first_of.items() if id_ != label_id)
    return _set_aside(
        row,
        english(
            "“{item}” is “{label}” here, and “{label_2}” on line {line}",
            item=row.item,
            label=row.label,
            label_2=other.label,
            line=f"{other.line:,}",
        ),
    )


def _set_aside(row: GoldRow, reason: str) -> Rejected:
    return Rejected(row.line, reason, f"{row.item}\t{row.label}")


def _logged(known: gold.Gold | None) -> dict[str, object] | None:
    return None if known is None else {"label_id": known.label_id, "source": known.source}
