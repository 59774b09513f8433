"""May an LLM replace people? The alternative annotator test on a project's answers, one LLM after the other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from annotator.domain.alt_test import EPSILONS, AltTest, alt_test
from annotator.domain.model import Annotator, Kind
from annotator.errors import UserError
from annotator.storage import annotators, pairs, setup
from annotator.storage.database import Db
from annotator.texts import figure, numeral, say

EPSILON = 0.15


@dataclass(frozen=True)
class Verdict:
    """The test of one LLM; the people in `result` are positions in `people`."""

    llm: Annotator
    people: tuple[Annotator, ...]
    result: AltTest

    @property
    def sentence(self) -> str:
        """The verdict in words."""
        found = self.result
        if found.winning_rate is None or found.advantage is None:
            return found.missing
        against = say(
            "{sum} of {against} people", sum=sum(row.beaten for row in found.against), against=len(found.against)
        )
        may = say("Yes, it may replace people") if found.may_replace else say("No, it may not replace people")
        return say(
            "{may}: it holds its ground against {against} (winning rate {winning_rate}, epsilon"
            " {epsilon}); on {advantage} % of the items it agrees with the others at least as"
            " well as a person.",
            may=may,
            against=against,
            winning_rate=figure(found.winning_rate, 2),
            epsilon=numeral(format(found.epsilon, "g")),
            advantage=figure(100 * found.advantage),
        )

    def as_dict(self) -> dict[str, object]:
        found = self.result
        return {
            "agent": self.llm.name,
            "may_replace": found.may_replace,
            "winning_rate": found.winning_rate,
            "advantage_probability": found.advantage,
            "epsilon": found.epsilon,
            "people": [{**row._asdict(), "person": self.people[row.person].name} for row in found.against],
            "too_few_items": [self.people[code].name for code in found.too_few],
            "missing": found.missing,
            "sentence": self.sentence,
        }


def verdicts(db: Db, epsilon: float = EPSILON, said: pairs.Said | None = None) -> list[Verdict]:
    """The test of every LLM that has answered, in the order in which they joined; only people's blind answers count.

    said: all labels, where they have been read before.
    """
    if not 0 <= epsilon < 1:
        usual = ", ".join(
            say("{value} for {who}", value=format(value, "g"), who=who) for value, who in EPSILONS.items()
        )
        raise UserError(
            say("Epsilon is {epsilon}.", epsilon=format(epsilon, "g")),
            hint=say("Choose a margin from 0 to 1: {usual}.", usual=usual),
        )
    said = said or pairs.said(db, setup.question(db).id)[0]
    by_people = np.isin(said.annotator_id, [person.id for person in annotators.every(db, Kind.HUMAN)])
    blind = np.flatnonzero(by_people & ~said.shown)
    items, item = np.unique(said.item_id[blind], return_inverse=True)
    ids, person = np.unique(said.annotator_id[blind], return_inverse=True)
    code = codes(said.label_id, [label.id for label in setup.question(db).labels])
    people = tuple(annotators.get(db, int(id_)) for id_ in ids)
    found, seen = [], pairs.examples_seen(db)
    for llm in annotators.every(db, Kind.LLM):
        given = np.flatnonzero(said.annotator_id == llm.id)
        given = given[~np.isin(said.item_id[given], list(seen.get(llm.id, ())))]
        if given.size:
            own = np.full(items.size, -1, dtype=np.int64)
            place = np.searchsorted(items, said.item_id[given])
            met = np.flatnonzero(place < items.size)
            met = met[items[place[met]] == said.item_id[given[met]]]
            own[place[met]] = code[given[met]]
            found.append(Verdict(llm, people, alt_test(own, item, person, code[blind], epsilon)))
    return found


def codes(label_id: NDArray[np.int64], ids: list[int]) -> NDArray[np.int64]:
    """Positions of the labels among the question's."""
    order = np.argsort(ids)
    return order[np.searchsorted(ids, label_id, sorter=order)].astype(np.int64)
