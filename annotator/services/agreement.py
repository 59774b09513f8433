"""How far people and LLMs agree, and what each annotator's answers show about their work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from annotator.domain.agreement import MEANINGS, NOMINAL, TITLES, Estimate, Statistic, Table, measure_all
from annotator.domain.annotator_checks import Check, Given, check_all
from annotator.domain.annotator_signs import SIGNS
from annotator.domain.model import Annotator, Changes, Kind, Question, Report, silent
from annotator.domain.words import counted
from annotator.storage import annotators, answer_tables, gold, setup
from annotator.storage.answer_tables import Circumstances
from annotator.storage.database import Db
from annotator.texts import english, figure, say, spoken

__all__ = [
    "SIGNS",
    "MEANINGS",
    "NOMINAL",
    "Check",
    "TITLES",
    "AgreementReport",
    "Estimate",
    "Group",
    "Statistic",
    "checks",
    "is_ordinal",
    "report",
    "set_ordinal",
]

SETTING = "ordinal"
BETWEEN = {
    "people_blind": english("People, blind"),
    "people_assisted": english("People, suggestion shown"),
    "people_llm_blind": english("People and LLMs, blind"),
    "people_llm_assisted": english("People and LLMs, suggestion shown"),
    "llm": english("LLMs"),
}

Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Group:
    """Agreement between two kinds of answers; `name` is a key of BETWEEN. annotators: who gave them."""

    name: str
    answers: int
    annotators: int
    estimates: Mapping[Statistic, Estimate]

    @property
    def title(self) -> str:
        return spoken(BETWEEN[self.name])


@dataclass(frozen=True)
class AgreementReport:
    """groups: those that have answers. checks: by annotator id. ordinal: whether the order of the labels was meant."""

    groups: tuple[Group, ...]
    checks: Mapping[int, Check]
    annotators: Mapping[int, Annotator]
    ordinal: bool

    def as_dict(self) -> dict[str, Any]:
        """For JSON; an undefined value is null, with its reason."""
        return {
            "ordinal": self.ordinal,
            "groups": [
                {
                    "group": group.name,
                    "title": group.title,
                    "answers": group.answers,
                    "annotators": group.annotators,
                    "statistics": {name.value: found._asdict() for name, found in group.estimates.items()},
                }
                for group in self.groups
            ],
            "annotators": [self._check(id_, check) for id_, check in self.checks.items()],
        }

    def sentences(self) -> list[str]:
        """A table in words, one line for each statistic and each annotator."""
        if not self.checks:
            return [say("There are no answers yet.")]
        lines = []
        for group in self.groups:
            lines.append(
                say(
                    "{title}: {answers} by {annotators} annotators",
                    title=group.title,
                    answers=counted(group.answers, "answer"),
                    annotators=figure(group.annotators),
                )
            )
            lines.extend(f"  {spoken(TITLES[name]):33} {in_words(found)}" for name, found in group.estimates.items())
        if self.groups:
            lines.append(say("What these numbers mean:"))
            shown = dict.fromkeys(name for group in self.groups for name in group.estimates)
            lines.extend(f"  {spoken(TITLES[name]):33} {spoken(MEANINGS[name])}" for name in shown)
        lines.append(say("Annotators, by agreement with the others beyond chance:"))
        for id_, check in self.checks.items():
            value = "undefined" if check.kappa.value is None else figure(check.kappa.value, 3)
            lines.append(f"  {self.annotators[id_].name:33} {value}   {counted(check.answers, 'answer')}")
            lines.extend(say("    Note: {reason}", reason=suspicion.reason) for suspicion in check.suspicions)
            if not check.suspicions:
                lines.extend(say("    Not judged yet: {what}", what=what) for what in check.unjudged)
        return lines

    def _check(self, id_: int, check: Check) -> dict[str, Any]:
        return {
            "annotator": self.annotators[id_].name,
            "kind": self.annotators[id_].kind.value,
            "answers": check.answers,
            "agreement_with_rest": check.with_rest._asdict(),
            "kappa_with_rest": check.kappa._asdict(),
            "median_seconds": check.seconds,
            "fast_share": check.fast_share,
            "drift": check.drift._asdict(),
            "independence_p": check.independence,
            "warnings": [{"sign": s.sign.value, "reason": s.reason} for s in check.suspicions],
            "not_judged": list(check.unjudged),
        }


def in_words(found: Estimate) -> str:
    """ "0.712 (0.650 to 0.771), 120 items, 340 pairs", or why there is no value."""
    if found.value is None:
        return say("undefined: {reason}", reason=spoken(found.reason))
    bounds = (
        f" ({found.reason})"
        if found.low is None or found.high is None
        else say(" ({low} to {high})", low=figure(found.low, 3), high=figure(found.high, 3))
    )
    seen = f"{counted(found.items, 'item')}, {counted(found.pairs, 'pair')}"
    return f"{figure(found.value, 3)}{bounds if bounds != ' ()' else ''}, {seen}"


def report(db: Db, ordinal: bool | None = None, progress: Report = silent) -> AgreementReport:
    """Agreement of each group and the checks of each annotator; only reads.

    ordinal: whether the order of the question's labels is meant, such as in ratings; None: as the project says.
    """
    question = setup.question(db)
    given = answer_tables.circumstances(db, question.id)
    label = _codes(question, given)
    people = {a.id: a for a in annotators.every(db)}
    by_llm = np.isin(given.annotator_id, [id_ for id_, a in people.items() if a.kind is Kind.LLM])
    meant = is_ordinal(db) if ordinal is None else ordinal
    parts = _parts(given, by_llm)
    groups = []
    for done, (name, (chosen, sided)) in enumerate(parts.items()):
        progress(done, len(parts) + 1)
        sides = by_llm if sided else None
        groups.append(_group(name, given, label, chosen, sides, len(question.labels), ordinal=meant))
    progress(len(parts), len(parts) + 1)
    found = _checks(db, question, given, label, people)
    return AgreementReport(tuple(g for g in groups if g), found, people, meant)


def checks(db: Db, *, most: int | None = None) -> dict[int, Check]:
    """What each annotator's answers show about their work, by annotator id, people first; without the statistics of
    groups, whose intervals take long.

    most: answers that are looked at, those to every k-th item, where there are more.
    """
    question = setup.question(db)
    given = answer_tables.circumstances(db, question.id, most=most)
    return _checks(db, question, given, _codes(question, given), {a.id: a for a in annotators.every(db)})


def _checks(
    db: Db, question: Question, given: Circumstances, label: NDArray[np.int64], people: Mapping[int, Annotator]
) -> dict[int, Check]:
    label_ids = [label.id for label in question.labels]
    right = _gold(db, question.id, given.item_id, label_ids)
    found = check_all(
        Given(
            item=given.item_id,
            annotator=given.annotator_id,
            label=label,
            order=_order(given),
            seconds=given.seconds,
            gold=right,
            people=frozenset(id_ for id_, a in people.items() if a.kind is Kind.HUMAN),
            labels=question.label_names(),
        )
    )
    return {c.annotator: c for c in sorted(found, key=lambda c: (people[c.annotator].kind, c.annotator))}


def _order(given: Circumstances) -> NDArray[np.int64]:
    """(n_answers,): rises with time. What was taken back from a package is one operation, but was given one by one."""
    place = np.lexsort((given.at, given.op_id))
    op_id, at = given.op_id[place], given.at[place]
    later = (np.diff(op_id, prepend=op_id[:1]) != 0) | (np.diff(at, prepend=at[:1]) != 0)
    order = np.empty_like(place)
    order[place] = np.cumsum(later)
    return order.astype(np.int64)


def _codes(question: Question, given: Circumstances) -> NDArray[np.int64]:
    """(n_answers,): the places of the labels among the question's."""
    label_ids = [label.id for label in question.labels]
    order = np.argsort(label_ids)
    return order[np.searchsorted(np.array(label_ids), given.label_id, sorter=order)].astype(np.int64)


def is_ordinal(db: Db) -> bool:
    """Whether the project takes the order of its labels as meant."""
    return bool(setup.setting(db, SETTING, False))


def set_ordinal(db: Db, ordinal: bool) -> Changes:
    return setup.set_setting(db, SETTING, ordinal)


def _parts(given: Circumstances, by_llm: Bools) -> dict[str, tuple[Bools, bool]]:
    """By group: which answers, and whether only people against LLMs count. An LLM's answers are always blind."""
    blind, shown = ~by_llm & ~given.shown, ~by_llm & given.shown
    return {
        "people_blind": (blind, False),
        "people_assisted": (shown, False),
        "people_llm_blind": (blind | by_llm, True),
        "people_llm_assisted": (shown | by_llm, True),
        "llm": (by_llm, False),
    }


def _group(
    name: str,
    given: Circumstances,
    label: NDArray[np.int64],
    chosen: Bools,
    sides: Bools | None,
    n_labels: int,
    *,
    ordinal: bool,
) -> Group | None:
    """None where nobody answered, or only one of two sides, or one annotator alone."""
    if not chosen.any() or (sides is not None and np.unique(sides[chosen]).size < 2):
        return None
    who = np.unique(given.annotator_id[chosen]).size
    if who < 2:
        return None
    table = Table.from_codes(
        given.item_id[chosen],
        given.annotator_id[chosen],
        label[chosen],
        n_labels=n_labels,
        second=None if sides is None else sides[chosen],
    )
    return Group(name, int(chosen.sum()), who, measure_all(table, ordinal=ordinal))


def _gold(db: Db, question_id: int, item_id: NDArray[np.int64], label_ids: list[int]) -> NDArray[np.int64]:
    """(n_answers,): the code of the right label of each answer's item, -1 where no gold measures it."""
    code = {label_id: number for number, label_id in enumerate(label_ids)}
    known = {item_id: code[label_id] for item_id, label_id in gold.measuring(db, question_id)}
    right = np.full(item_id.size, -1)
    if known:
        items, codes = (np.array(list(values)) for values in (known.keys(), known.values()))
        place = np.minimum(np.searchsorted(items, item_id), items.size - 1)
        right = np.where(items[place] == item_id, codes[place], -1)
    return right
