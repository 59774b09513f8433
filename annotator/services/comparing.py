"""Agents beside people: how right, how sure, how dear and how fast each is, and where any two of them differ."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from annotator.domain.agreement import Estimate, Statistic, Table, measure
from annotator.domain.confidence_quality import Quality
from annotator.domain.intervals import Share, wilson
from annotator.domain.model import Annotator, Kind, Label, Report, Status, silent
from annotator.errors import UserError
from annotator.services import alt_test, ledger, reliability
from annotator.services.alt_test import EPSILON, Verdict
from annotator.services.ledger import AgentCost, Ledger
from annotator.storage import annotators, answers, pairs, posteriors, setup
from annotator.storage.answers import Circumstances
from annotator.storage.database import Db

PEOPLE = "People"
NO_MEETING = "no item has an answer of both"


class Other(StrEnum):
    """What an annotator is compared with besides another one."""

    GOLD = pairs.GOLD
    CONSENSUS = pairs.CONSENSUS


Side = int | Other  # an annotator's id, gold, or the merged labels in force


@dataclass(frozen=True)
class Standing:
    """How one annotator does, or all people taken together (`who` None): an average answer of a person.

    labels: given; skipped, invalid: answers without a label. accuracy: on gold, without the examples that an LLM was
    shown; its interval takes answers of several people to one item as independent. with_gold: Cohen's kappa with gold.
    with_people: Cohen's kappa with people's blind answers, the mean over them; of a person, with the other people; of
    all people, between them. quality: of the confidence that is shown (calibrated where gold allows it), None without
    gold or confidence; `stage` says which it is. money: US dollars, None where nothing is known to have been paid or to
    be free; per_1000: for so many items, None where a price is unknown. seconds: for an item; of an agent at work as it
    was, several at once. verdict: of the alternative annotator test, None for people.
    """

    who: Annotator | None
    labels: int
    skipped: int
    invalid: int
    accuracy: Share
    with_gold: Estimate
    with_people: Estimate
    quality: Quality | None
    stage: str
    money: float | None
    per_1000: float | None
    seconds: float | None
    verdict: Verdict | None

    @property
    def name(self) -> str:
        return PEOPLE if self.who is None else self.who.name

    @property
    def is_llm(self) -> bool:
        return self.who is not None and self.who.kind is Kind.LLM

    def as_dict(self) -> dict[str, Any]:
        """For --json."""
        found = self.quality
        return {
            "annotator": self.name,
            "kind": "people" if self.who is None else self.who.kind.value,
            "labels": self.labels,
            "skipped": self.skipped,
            "invalid": self.invalid,
            "accuracy": self.accuracy._asdict(),
            "kappa_with_gold": self.with_gold._asdict(),
            "kappa_with_people": self.with_people._asdict(),
            "confidence": self.stage,
            "expected_calibration_error": None if found is None else found.error,
            "auroc": None if found is None else found.auroc._asdict(),
            "money": self.money,
            "money_per_1000": self.per_1000,
            "seconds_per_item": self.seconds,
            "alt_test": None if self.verdict is None else self.verdict.as_dict(),
        }


@dataclass(frozen=True, eq=False)
class Pair:
    """Two sides on the items that both labelled, without those that an LLM among them was shown as examples.

    counts: (n_labels, n_labels); [r, c] is how many items `one` gave labels[r] and `other` labels[c]. accuracy_one,
    accuracy_other: on gold, of these items; only_one, only_other: how many of them just one side has right.
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
        return _Comparing(db, epsilon).standings(report)


def pair(db: Db, one: Side, other: Side) -> Pair:
    """The two on the items that both labelled. Raises UserError where they are the same, or nothing is merged."""
    with db.snapshot():
        return _pair(db, one, other)


def cells(db: Db, one: Side, other: Side) -> NDArray[np.int64]:
    """The `counts` of a pair alone: (n_labels, n_labels), labels in the question's order."""
    question = setup.question(db)
    ids = np.array([label.id for label in question.labels], dtype=np.int64)
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
    names = ", ".join(f"“{known}”" for known in [*everybody, *Other])
    raise UserError(f"Nobody in this project is called “{name}”.", hint=f"There are {names}.")


def side_name(db: Db, which: Side) -> str:
    """What people call it."""
    if isinstance(which, Other):
        return "Gold" if which is Other.GOLD else "Merged labels"
    return annotators.get(db, which).name


class _Comparing:
    """Everything that all standings need, read once."""

    def __init__(self, db: Db, epsilon: float) -> None:
        self._db, self._question = db, setup.question(db)
        self._ids = np.array([label.id for label in self._question.labels], dtype=np.int64)
        self._scores = answers.scores(db, self._question.id)
        self._counts = answers.counts(db, self._question.id)
        self._given = answers.circumstances(db, self._question.id)
        self._people = [a.id for a in annotators.every(db, Kind.HUMAN)]
        self._by_person = np.isin(self._given.annotator_id, self._people)
        self._order = np.argsort(self._given.annotator_id, kind="stable")
        self._examples = pairs.examples_seen(db)
        self._ledger: Ledger = ledger.ledger(db)
        self._verdicts = {verdict.llm.id: verdict for verdict in alt_test.verdicts(db, epsilon)}
        self._qualities = _qualities(reliability.report(db))

    def standings(self, report: Report) -> list[Standing]:
        answering = {who for who, _ in self._counts}
        everybody = [a for a in annotators.every(self._db) if a.id in answering]
        llms = [a for a in everybody if a.kind is Kind.LLM]
        people = [a for a in everybody if a.kind is Kind.HUMAN]
        found: list[Standing] = []
        for done, who in enumerate([*llms, *people]):
            report(done, len(everybody))
            found.append(self._standing(who))
        if len(people) > 1:
            found.insert(len(llms), self._together(people))
        return found

    def _standing(self, who: Annotator) -> Standing:
        quality, stage = self._qualities.get(who.id, (None, ""))
        money, per_1000, seconds = self._cost(who)
        return Standing(
            who=who,
            labels=self._number([who], Status.LABEL),
            skipped=self._number([who], Status.SKIPPED),
            invalid=self._number([who], Status.INVALID),
            accuracy=wilson(*self._scores.get(who.id, (0, 0))),
            with_gold=self._with_gold(who),
            with_people=self._with_people(who),
            quality=quality,
            stage=stage,
            money=money,
            per_1000=per_1000,
            seconds=seconds,
            verdict=self._verdicts.get(who.id),
        )

    def _together(self, people: list[Annotator]) -> Standing:
        """An average answer of a person. Its kappa with gold is left out: it would be one of all answers at once."""
        right, of = (sum(self._scores.get(a.id, (0, 0))[part] for a in people) for part in (0, 1))
        blind = np.flatnonzero(self._by_person & ~self._given.shown)
        costs = [person for person in self._ledger.people if person.timed]
        timed = sum(person.timed for person in costs)
        return Standing(
            who=None,
            labels=self._number(people, Status.LABEL),
            skipped=self._number(people, Status.SKIPPED),
            invalid=0,
            accuracy=wilson(right, of),
            with_gold=Estimate(None, None, None, 0, 0, "people together have no one answer to an item"),
            with_people=self._kappa(blind, None),
            quality=None,
            stage="",
            money=None,
            per_1000=None,
            seconds=sum(person.minutes for person in costs) * 60 / timed if timed else None,
            verdict=None,
        )

    def _number(self, who: list[Annotator], status: Status) -> int:
        return sum(self._counts.get((a.id, status), 0) for a in who)

    def _with_gold(self, who: Annotator) -> Estimate:
        found = pairs.pairs(self._db, self._question.id, who.id, Other.GOLD)
        return _kappa_of(found, self._ids)

    def _with_people(self, who: Annotator) -> Estimate:
        """With people's blind answers to the items that this annotator labelled, but for its examples."""
        given = self._given
        own = self._order[slice(*np.searchsorted(given.annotator_id[self._order], [who.id, who.id + 1]))]
        if who.kind is Kind.HUMAN:
            own = own[~given.shown[own]]
        else:
            own = own[~np.isin(given.item_id[own], list(self._examples.get(who.id, ())))]
        start, end = (np.searchsorted(given.item_id, given.item_id[own], side) for side in ("left", "right"))
        size = end - start
        met = np.repeat(start - np.cumsum(size) + size, size) + np.arange(size.sum())  # all answers to these items
        met = met[self._by_person[met] & ~given.shown[met] & (given.annotator_id[met] != who.id)]
        chosen = np.concatenate([own, met])
        return self._kappa(chosen, np.arange(chosen.size) < own.size)

    def _kappa(self, chosen: NDArray[np.int64], own: NDArray[np.bool_] | None) -> Estimate:
        """Of the answers at these places; own: (n_chosen,), the one side."""
        given: Circumstances = self._given
        table = Table.from_codes(
            given.item_id[chosen],
            given.annotator_id[chosen],
            _codes(given.label_id[chosen], self._ids),
            n_labels=self._ids.size,
            second=own,
        )
        return measure(table, Statistic.COHEN)

    def _cost(self, who: Annotator) -> tuple[float | None, float | None, float | None]:
        """(money, money for 1,000 items, seconds for an item), None where not known."""
        for cost in self._ledger.agents:
            if cost.annotator.id == who.id:
                seconds = cost.seconds / cost.answers if cost.answers else None
                return cost.money, _per_1000(cost), seconds
        for person in self._ledger.people:
            if person.annotator.id == who.id and person.timed:
                return None, None, person.minutes * 60 / person.timed
        return None, None, None


def _per_1000(cost: AgentCost) -> float | None:
    """As if none were known before: what a cached answer saves is no property of the agent."""
    asked = cost.answers - cost.cached
    return None if cost.unpriced or not asked else cost.money / asked * 1_000


def _qualities(found: reliability.Report) -> dict[int, tuple[Quality, str]]:
    """By annotator id the quality of the confidence that is shown: the calibrated one comes last in the report."""
    return {
        source.calibration.llm.id: (source.quality, source.stage.value)
        for source in found.sources
        if source.calibration is not None
    }


def _pair(db: Db, one: Side, other: Side) -> Pair:
    if one == other:
        raise UserError("Nothing differs from itself.", hint="Choose two different ones.")
    if Other.CONSENSUS in (one, other) and posteriors.current(db) is None:
        raise UserError("Nothing has been merged yet.", hint="Merge the answers first.")
    question = setup.question(db)
    ids = np.array([label.id for label in question.labels], dtype=np.int64)
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


def _cells(found: pairs.Pairs, ids: NDArray[np.int64]) -> NDArray[np.int64]:
    counted_ = np.zeros((ids.size, ids.size), dtype=np.int64)
    np.add.at(counted_, (_codes(found.one, ids), _codes(found.other, ids)), 1)
    return counted_


def _notes(db: Db, one: Side, other: Side, found: pairs.Pairs) -> list[str]:
    told = []
    if Other.CONSENSUS in (one, other):
        name = next((side_name(db, which) for which in (one, other) if which != Other.CONSENSUS), "")
        if name and Other.GOLD not in (one, other):
            told.append(f"The merged labels were made from the answers of {name}, too, so the two agree more for that.")
        if posteriors.changed_since(db, posteriors.current(db).op_id):  # type: ignore[union-attr]
            told.append("There are answers that the merged labels do not know yet.")
    if found.shown.any():
        number = int(found.shown.sum())
        told.append(
            f"In {number:,} of {found.item_id.size:,} items the person had seen an LLM's suggestion, so the two may"
            " agree more for that."
        )
    return told


def _kappa_of(found: pairs.Pairs, ids: NDArray[np.int64]) -> Estimate:
    size = found.item_id.size
    if not size:
        return Estimate(None, None, None, 0, 0, NO_MEETING)
    table = Table.from_codes(
        np.tile(found.item_id, 2),
        np.repeat([0, 1], size),
        np.concatenate([_codes(found.one, ids), _codes(found.other, ids)]),
        n_labels=ids.size,
    )
    return measure(table, Statistic.COHEN)


def _codes(label_id: NDArray[np.int64], ids: NDArray[np.int64]) -> NDArray[np.int64]:
    """Positions of the labels among the question's."""
    order = np.argsort(ids)
    return order[np.searchsorted(ids, label_id, sorter=order)].astype(np.int64)
