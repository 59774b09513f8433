"""How every annotator does, beside all the others: what the comparison shows, a row each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from annotator.domain.agreement import Estimate, Statistic, Table, measure
from annotator.domain.agreement.many import ENOUGH, Meetings, cohen
from annotator.domain.confidence_quality import Quality
from annotator.domain.intervals import Share, wilson
from annotator.domain.model import Annotator, Kind, Report, Status
from annotator.services import alt_test, reliability
from annotator.services.alt_test import Verdict
from annotator.storage import annotators, answers, gold, pairs, setup, spending
from annotator.storage.database import Db
from annotator.storage.pairs import Rest
from annotator.storage.spending import AgentSums
from annotator.texts import english, say, spoken

PEOPLE = english("People")
NO_MEETING = english("no item has an answer of both")
MOST_MEETINGS = 5_000_000  # that are held at once
NOTHING = Rest(0, 0, 0.0)
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Standing:
    """How one annotator does, or all people taken together (`who` None): an average answer of a person.

    labels: given; skipped, invalid: answers without a label. accuracy: on gold that measures, without examples that an
    LLM was shown; `invalid_on_gold` of these answers are invalid replies, which are wrong. Its interval takes answers
    of several people to one item as independent. with_gold: Cohen's kappa with gold. with_people: Cohen's kappa with
    people's blind answers, the mean over them, weighted by the items in common; of a person, with the other people; of
    all people, between them. quality: of the confidence that is shown (calibrated where gold allows it), None without
    gold or confidence; `stage` says which it is. money: US dollars, None where nothing is known to have been paid or to
    be free; per_1000: for so many items, None where a price is unknown. seconds: for an answer; of an agent at work as
    it was, several at once. all_known: whether all its replies came from the cache, so that neither can be told.
    verdict: of the alternative annotator test, None for people.
    """

    who: Annotator | None
    labels: int
    skipped: int
    invalid: int
    accuracy: Share
    invalid_on_gold: int
    with_gold: Estimate
    with_people: Estimate
    quality: Quality | None
    stage: str
    money: float | None
    per_1000: float | None
    seconds: float | None
    verdict: Verdict | None
    all_known: bool = False

    @property
    def name(self) -> str:
        return spoken(PEOPLE) if self.who is None else self.who.name

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
            "invalid_on_gold": self.invalid_on_gold,
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


class Standings:
    """Everything that all standings need, read once."""

    def __init__(self, db: Db, epsilon: float, report: Report) -> None:
        question = setup.question(db)
        with db.stoppable(report):
            self._annotators = annotators.every(db)
            self._said, self._rest = pairs.said(db, question.id)
            self._scores = answers.scores(db, question.id)
            self._invalid = answers.invalid_on_gold(db, question.id)
            self._gold = gold.measuring(db, question.id)
            self._examples = pairs.examples_seen(db)
            self._spent = spending.by_agent(db, question.id)
            self._qualities = reliability.shown(db)
        self._n_labels = len(question.labels)
        self._code = alt_test.codes(self._said.label_id, [label.id for label in question.labels])
        known = np.array(self._gold, dtype=np.int64).reshape(-1, 2)
        self._gold_items = known[:, 0]
        self._gold_code = alt_test.codes(known[:, 1], [label.id for label in question.labels])
        ids, self._who = np.unique(self._said.annotator_id, return_inverse=True)
        self._place = {int(id_): place for place, id_ in enumerate(ids)}
        self._order = np.argsort(self._who, kind="stable")
        self._ends = np.searchsorted(self._who[self._order], np.arange(ids.size + 1))
        people = [a.id for a in self._annotators if a.kind is Kind.HUMAN]
        self._blind = np.isin(ids, people)[self._who] & ~self._said.shown
        self._verdicts = {verdict.llm.id: verdict for verdict in alt_test.verdicts(db, epsilon, self._said)}

    def every(self, report: Report) -> list[Standing]:
        """LLMs, people together where they are several, and each person; those who have answered."""
        answering = {*self._place, *(who for who, _ in self._rest)}
        everybody = [a for a in self._annotators if a.id in answering]
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
        own = self._own(who)
        measured = own
        if who.kind is Kind.LLM:
            measured = own[~np.isin(self._said.item_id[own], list(self._examples.get(who.id, ())))]
        sums = self._spent.get(who.id)
        return Standing(
            who=who,
            labels=own.size,
            skipped=self._without_label([who], Status.SKIPPED),
            invalid=self._without_label([who], Status.INVALID),
            accuracy=wilson(*self._scores.get(who.id, (0, 0))),
            invalid_on_gold=self._invalid.get(who.id, 0),
            with_gold=self._with_gold(measured),
            with_people=self._with_people(who, measured),
            quality=quality,
            stage=stage,
            money=None if sums is None else sums.money,
            per_1000=None if sums is None else _per_1000(sums),
            seconds=self._seconds(who, sums),
            verdict=self._verdicts.get(who.id),
            all_known=sums is not None and 0 < sums.answers == sums.cached,
        )

    def _together(self, people: list[Annotator]) -> Standing:
        """An average answer of a person. Its kappa with gold is left out: it would be one of all answers at once."""
        right, of = (sum(self._scores.get(a.id, (0, 0))[part] for a in people) for part in (0, 1))
        timed = [self._timed(person) for person in people if not person.simulated]
        number = sum(each.timed for each in timed)
        return Standing(
            who=None,
            labels=sum(self._own(a).size for a in people),
            skipped=self._without_label(people, Status.SKIPPED),
            invalid=0,
            accuracy=wilson(right, of),
            invalid_on_gold=0,
            with_gold=Estimate(None, None, None, 0, 0, say("people together have no one answer to an item")),
            with_people=self._between_people(),
            quality=None,
            stage="",
            money=None,
            per_1000=None,
            seconds=sum(each.seconds for each in timed) / number if number else None,
            verdict=None,
        )

    def _own(self, who: Annotator) -> Ints:
        """Positions of the labels that somebody gave, in the order of items."""
        place = self._place.get(who.id)
        return np.zeros(0, np.int64) if place is None else self._order[self._ends[place] : self._ends[place + 1]]

    def _without_label(self, who: list[Annotator], status: Status) -> int:
        return sum(self._rest.get((a.id, status), NOTHING).answers for a in who)

    def _timed(self, who: Annotator) -> Rest:
        """All answers with a measured time; what was skipped is none, and takes time all the same."""
        seconds = self._said.seconds[self._own(who)]
        known = seconds[~np.isnan(seconds)]
        skipped, invalid = (self._rest.get((who.id, status), NOTHING) for status in (Status.SKIPPED, Status.INVALID))
        return Rest(0, known.size + invalid.timed, float(known.sum()) + skipped.seconds + invalid.seconds)

    def _seconds(self, who: Annotator, sums: AgentSums | None) -> float | None:
        """For an answer; None where not known."""
        if sums is not None:
            sent = sums.answers - sums.cached  # what was known took next to no time
            return sums.seconds / sent if sent else None
        if who.kind is Kind.LLM or who.simulated:
            return None
        found = self._timed(who)
        return found.seconds / found.timed if found.timed else None

    def _with_gold(self, own: Ints) -> Estimate:
        place = np.searchsorted(self._gold_items, self._said.item_id[own])
        met = np.flatnonzero(place < self._gold_items.size)
        met = met[self._gold_items[place[met]] == self._said.item_id[own[met]]]
        if not met.size:
            return Estimate(None, None, None, 0, 0, NO_MEETING)
        one, other = self._code[own[met]], self._gold_code[place[met]]
        found = cohen(Meetings(np.zeros_like(one), np.arange(met.size), one, other), n_pairs=1, n_labels=self._n_labels)
        if found is not None:
            return found
        item, sides = np.tile(np.arange(met.size), 2), np.repeat([0, 1], met.size)
        return measure(
            Table.from_codes(item, sides, np.concatenate([one, other]), n_labels=self._n_labels), Statistic.COHEN
        )

    def _with_people(self, who: Annotator, own: Ints) -> Estimate:
        """With people's blind answers to the items that this annotator labelled, but for its examples."""
        if who.kind is Kind.HUMAN:
            own = own[~self._said.shown[own]]
        ids = self._said.item_id
        start, end = (np.searchsorted(ids, ids[own], side) for side in ("left", "right"))
        size = end - start
        met = np.repeat(start - np.cumsum(size) + size, size) + np.arange(size.sum())  # all answers to these items
        of = np.repeat(np.arange(own.size), size)
        kept = np.flatnonzero(self._blind[met] & (self._who[met] != self._place.get(who.id, -1)))
        met, of = met[kept], of[kept]
        if met.size >= ENOUGH:
            meetings = Meetings(self._who[met], of, self._code[own[of]], self._code[met])
            if (found := cohen(meetings, n_pairs=len(self._place), n_labels=self._n_labels)) is not None:
                return found
        chosen = np.concatenate([own, met])
        return self._resampled(chosen, np.arange(chosen.size) < own.size)

    def _between_people(self) -> Estimate:
        blind = np.flatnonzero(self._blind)
        item = np.unique(self._said.item_id[blind], return_inverse=True)[1]
        times = np.bincount(item)
        if ENOUGH <= int((times * (times - 1) // 2).sum()) <= MOST_MEETINGS:
            one, other = _every_two(item)
            people, who = np.unique(self._who[blind], return_inverse=True)
            code = self._code[blind]
            meetings = Meetings(who[one] * people.size + who[other], item[one], code[one], code[other])
            if (found := cohen(meetings, n_pairs=people.size**2, n_labels=self._n_labels)) is not None:
                return found
        return self._resampled(blind, None)

    def _resampled(self, chosen: Ints, own: NDArray[np.bool_] | None) -> Estimate:
        """Of the answers at these places; own: (n_chosen,), the one side."""
        table = Table.from_codes(
            self._said.item_id[chosen], self._who[chosen], self._code[chosen], n_labels=self._n_labels, second=own
        )
        return measure(table, Statistic.COHEN)


def _every_two(item: Ints) -> tuple[Ints, Ints]:
    """Positions of every two answers to one item, the earlier one first. item: rising codes."""
    ones: list[Ints] = []
    others: list[Ints] = []
    apart = 1
    while (one := np.flatnonzero(item[apart:] == item[:-apart])).size:
        ones.append(one)
        others.append(one + apart)
        apart += 1
    return np.concatenate(ones), np.concatenate(others)


def _per_1000(sums: AgentSums) -> float | None:
    """As if none were known before: what a cached answer saves is no property of the agent."""
    asked = sums.answers - sums.cached
    return None if sums.unpriced or not asked else sums.money / asked * 1_000
