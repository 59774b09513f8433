"""Agents beside people: how right, how sure, how dear and how fast each is, and where any two of them differ."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from annotator.domain.agreement import Estimate, Statistic, Table, measure
from annotator.domain.intervals import Share, wilson
from annotator.domain.model import Label, Report, silent
from annotator.domain.quoting import quoted
from annotator.errors import UserError
from annotator.services import measuring
from annotator.services.alt_test import EPSILON, codes
from annotator.services.standings import NO_MEETING, Standing, Standings
from annotator.storage import annotators, pairs, posteriors, setup
from annotator.storage.database import Db
from annotator.texts import figure, say

__all__ = ["Other", "Pair", "Side", "Standing"]


class Other(StrEnum):
    """What an annotator is compared with besides another one."""

    GOLD = pairs.GOLD
    CONSENSUS = pairs.CONSENSUS


Side = int | Other  # an annotator's id, gold, or the merged labels in force


@dataclass(frozen=True, eq=False)
class Pair:
    """Two sides on the items that both labelled, without those that an LLM among them was shown as examples.

    counts: (n_labels, n_labels); [r, c] is how many items `one` gave labels[r] and `other` labels[c]. accuracy_one,
    accuracy_other: on gold that measures, of these items; only_one, only_other: how many of them just one side has
    right.
    shown: items whose person had seen an LLM's suggestion. notes: what makes the comparison less than fair.
    """

    one: str
    other: str
    labels: tuple[Label, ...]
    counts: NDArray[np.int64]
    kappa: Estimate
    accuracy_one: Share
    accuracy_other: Share
    only_one: int
    only_other: int
    shown: int
    notes: tuple[str, ...]

    @property
    def items(self) -> int:
        return int(self.counts.sum())

    @property
    def same(self) -> Share:
        """On how many of the items both say the same."""
        return wilson(int(np.trace(self.counts)), self.items)

    def as_dict(self) -> dict[str, Any]:
        """For --json; rows of `counts` are labels of `one`."""
        return {
            "one": self.one,
            "other": self.other,
            "items": self.items,
            "same": self.same._asdict(),
            "kappa": self.kappa._asdict(),
            "labels": [label.name for label in self.labels],
            "counts": self.counts.tolist(),
            "accuracy_one": self.accuracy_one._asdict(),
            "accuracy_other": self.accuracy_other._asdict(),
            "only_one_right": self.only_one,
            "only_other_right": self.only_other,
            "shown": self.shown,
            "notes": list(self.notes),
        }


def compare(db: Db, epsilon: float = EPSILON, report: Report = silent) -> list[Standing]:
    """Every agent that has answered, then people together where there are several, then each person; only reads.

    It reads all answers and calls, so it belongs on the compute thread.
    """
    with db.snapshot():
        return Standings(db, epsilon, report).every(report)


def pair(db: Db, one: Side, other: Side) -> Pair:
    """The two on the items that both labelled. Raises UserError where they are the same, or nothing is merged."""
    with db.snapshot():
        return _pair(db, one, other)


def cells(db: Db, one: Side, other: Side) -> NDArray[np.int64]:
    """The `counts` of a pair alone: (n_labels, n_labels), labels in the question's order."""
    question = setup.question(db)
    ids = [label.id for label in question.labels]
    return _cells(pairs.pairs(db, question.id, one, other), ids)


def items_behind(
    db: Db, one: Side, other: Side, label_one: int, label_other: int, *, limit: int = 1_000, offset: int = 0
) -> list[int]:
    """The ids of the items in one cell of `pair`, by label ids, in the order of import."""
    return pairs.items_behind(db, setup.question(db).id, one, other, label_one, label_other, limit, offset)


def side(db: Db, name: str) -> Side:
    """Who is meant: an annotator's name, or “gold” or “consensus”. Raises UserError with the names that there are."""
    everybody = {annotator.name: annotator.id for annotator in annotators.every(db)}
    if name in everybody:
        return everybody[name]
    if name in set(Other):
        return Other(name)
    names = ", ".join(quoted(known) for known in [*everybody, *Other])
    raise UserError(
        say("Nobody in this project is called “{name}”.", name=name), hint=say("There are {names}.", names=names)
    )


def side_name(db: Db, which: Side) -> str:
    """What people call it."""
    if isinstance(which, Other):
        return say("Gold") if which is Other.GOLD else say("Merged labels")
    return annotators.get(db, which).name


def _pair(db: Db, one: Side, other: Side) -> Pair:
    if one == other:
        raise UserError(say("Nothing differs from itself."), hint=say("Choose two different ones."))
    if Other.CONSENSUS in (one, other) and posteriors.current(db) is None:
        raise UserError(say("Nothing has been merged yet."), hint=say("Merge the answers first."))
    question = setup.question(db)
    ids = [label.id for label in question.labels]
    found = pairs.pairs(db, question.id, one, other)
    known = found.gold >= 0
    right, also = (found.one == found.gold)[known], (found.other == found.gold)[known]
    return Pair(
        one=side_name(db, one),
        other=side_name(db, other),
        labels=question.labels,
        counts=_cells(found, ids),
        kappa=_kappa_of(found, ids),
        accuracy_one=wilson(int(right.sum()), right.size),
        accuracy_other=wilson(int(also.sum()), also.size),
        only_one=int((right & ~also).sum()),
        only_other=int((also & ~right).sum()),
        shown=int(found.shown.sum()),
        notes=tuple(_notes(db, one, other, found)),
    )


def _cells(found: pairs.Pairs, ids: list[int]) -> NDArray[np.int64]:
    counted_ = np.zeros((len(ids), len(ids)), dtype=np.int64)
    np.add.at(counted_, (codes(found.one, ids), codes(found.other, ids)), 1)
    return counted_


def _notes(db: Db, one: Side, other: Side, found: pairs.Pairs) -> list[str]:
    told = [measuring.left_out(db)] if Other.GOLD in (one, other) or (found.gold >= 0).any() else []
    told = list(filter(None, told))
    if Other.CONSENSUS in (one, other):
        name = next((side_name(db, which) for which in (one, other) if which != Other.CONSENSUS), "")
        if name and Other.GOLD not in (one, other):
            told.append(
                say(
                    "The merged labels were made from the answers of {name}, too, so the two agree more for that.",
                    name=name,
                )
            )
        if posteriors.changed_since(db, posteriors.current(db).op_id):  # type: ignore[union-attr]
            told.append(say("There are answers that the merged labels do not know yet."))
    if found.shown.any():
        number = int(found.shown.sum())
        told.append(
            say(
                "In {number} of {size} items the person had seen an LLM's suggestion, so the two may"
                " agree more for that.",
                number=figure(number),
                size=figure(found.item_id.size),
            )
        )
    return told


def _kappa_of(found: pairs.Pairs, ids: list[int]) -> Estimate:
    size = found.item_id.size
    if not size:
        return Estimate(None, None, None, 0, 0, NO_MEETING)
    table = Table.from_codes(
        np.tile(found.item_id, 2),
        np.repeat([0, 1], size),
        np.concatenate([codes(found.one, ids), codes(found.other, ids)]),
        n_labels=len(ids),
    )
    return measure(table, Statistic.COHEN)
