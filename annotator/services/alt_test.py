"""May an LLM replace people? The alternative annotator test on a project's answers, one LLM after the other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from annotator.domain.alt_test import EPSILONS, AltTest, alt_test
from annotator.domain.model import Annotator, Kind
from annotator.errors import UserError
from annotator.storage import annotators, answers, pairs, setup
from annotator.storage.database import Db

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
        against = f"{sum(row.beaten for row in found.against)} of {len(found.against)} people"
        may = "Yes, it may replace people" if found.may_replace else "No, it may not replace people"
        return (
            f"{may}: it holds its ground against {against} (winning rate {found.winning_rate:.2f}, epsilon"
            f" {found.epsilon:g}); on {100 * found.advantage:.0f} % of the items it agrees with the others at least as"
            " well as a person."
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


def verdicts(db: Db, epsilon: float = EPSILON) -> list[Verdict]:
    """The test of every LLM that has answered, in the order in which they joined; only people's blind answers count."""
    if not 0 <= epsilon < 1:
        usual = ", ".join(f"{value:g} for {who}" for value, who in EPSILONS.items())
        raise UserError(f"Epsilon is {epsilon:g}.", hint=f"Choose a margin from 0 to 1: {usual}.")
    question_id = setup.question(db).id
    table = answers.blind_table(db, question_id)
    items, item = np.unique(table.item_id, return_inverse=True)
    ids, person = np.unique(table.annotator_id, return_inverse=True)
    codes = {label.id: code for code, label in enumerate(setup.question(db).labels)}
    label = np.array([codes[label_id] for label_id in table.label_id.tolist()], dtype=np.int64)
    people = tuple(annotators.get(db, int(id_)) for id_ in ids)
    found, seen = [], pairs.examples_seen(db)
    for llm in annotators.every(db, Kind.LLM):
        shown = seen.get(llm.id, set())
        said = {i: label for i, label in answers.labels_of(db, question_id, llm.id).items() if i not in shown}
        if said:
            own = np.array([codes[said[i]] if i in said else -1 for i in items.tolist()], dtype=np.int64)
            found.append(Verdict(llm, people, alt_test(own, item, person, label, epsilon)))
    return found
