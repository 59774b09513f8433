from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from annotator.domain.alt_test import LEAST_ITEMS, alt_test, benjamini_yekutieli


def _answers(table: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """item, person, label of a (people, items) table; -1 where nobody answered."""
    person, item = np.nonzero(table >= 0)
    return item, person, table[person, item]


def test_by_hand() -> None:
    """32 items, all three people say 0 but for person 0, who says 1 on the last 8; the LLM says 1 on the last 4.

    Person 0 left out: the others say 0. The LLM agrees on 28, person 0 on 24; where both say 1 they are level.
    Person 1 left out: the others say 0, and 1 on the last 8 by person 0. Where the LLM says 1 with person 0 it agrees
    with one of two, and so does person 1 with 0: level on all items. Person 2 the same.
    """
    people = np.zeros((3, 32), dtype=np.int64)
    people[0, 24:] = 1
    llm = np.zeros(32, dtype=np.int64)
    llm[28:] = 1
    found = alt_test(llm, *_answers(people), 0.1)
    first, second, third = found.against
    assert (first.llm_advantage, first.person_advantage) == (1.0, 28 / 32)
    assert (second.llm_advantage, second.person_advantage) == (1.0, 1.0)
    difference = np.repeat([0.0, -1.0], [28, 4])
    assert first.p == pytest.approx(stats.ttest_1samp(difference, 0.1, alternative="less").pvalue)
    assert second.p == third.p == 0.0  # always level, and a margin in the LLM's favour
    assert found.winning_rate == 1.0
    assert found.advantage == 1.0
    assert found.may_replace


def test_an_llm_that_guesses_may_not_replace_people_who_agree() -> None:
    random = np.random.default_rng(0)
    truth = random.integers(0, 3, 100)
    people = np.where(random.random((4, 100)) < 0.95, truth, (truth + 1) % 3)
    found = alt_test(random.integers(0, 3, 100), *_answers(people), 0.2)
    assert (found.may_replace, found.winning_rate) == (False, 0.0)
    assert found.advantage is not None
    assert found.advantage < 0.6
    assert alt_test(truth, *_answers(people), 0.1).may_replace


def test_it_equals_the_plain_procedure_on_answers_with_gaps() -> None:
    random = np.random.default_rng(5)
    truth = random.integers(0, 4, 90)
    people = np.where(random.random((6, 90)) < 0.7, truth, random.integers(0, 4, (6, 90)))
    people[random.random((6, 90)) < 0.3] = -1
    llm = np.where(random.random(90) < 0.75, truth, random.integers(0, 4, 90))
    llm[:5] = -1
    found = alt_test(llm, *_answers(people), 0.15)
    p_values, advantages = zip(*(_plain(llm, people, out, 0.15) for out in range(6)), strict=True)
    adjusted = stats.false_discovery_control(p_values, method="by")
    assert [row.p for row in found.against] == pytest.approx(list(p_values))
    assert found.winning_rate == (adjusted <= 0.05).mean()
    assert found.advantage == pytest.approx(np.mean(advantages))


def _plain(llm: np.ndarray, people: np.ndarray, out: int, epsilon: float) -> tuple[float, float]:
    """Item by item, as the paper has it: p-value, and the LLM's advantage."""
    differences, wins = [], []
    for item in range(llm.size):
        rest = [people[who, item] for who in range(len(people)) if who != out and people[who, item] >= 0]
        if llm[item] < 0 or people[out, item] < 0 or not rest:
            continue
        ours = np.mean([label == llm[item] for label in rest])
        theirs = np.mean([label == people[out, item] for label in rest])
        wins.append(ours >= theirs)
        differences.append(float(theirs >= ours) - float(ours >= theirs))
    return float(stats.ttest_1samp(differences, epsilon, alternative="less").pvalue), float(np.mean(wins))


@given(p=st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_adjusting_equals_scipy(p: list[float]) -> None:
    values = np.array(p)
    assert benjamini_yekutieli(values) == pytest.approx(stats.false_discovery_control(values, method="by"))


def test_without_three_people_of_thirty_items_it_says_what_is_missing() -> None:
    people = np.zeros((3, 40), dtype=np.int64)
    people[2, LEAST_ITEMS - 1 :] = -1
    found = alt_test(np.zeros(40, dtype=np.int64), *_answers(people), 0.1)
    assert (found.may_replace, found.winning_rate, found.too_few) == (False, None, (2,))
    assert "3 people with 30 items each" in found.missing
    assert "2 people have that many, 1 has fewer" in found.missing
    nobody = alt_test(np.zeros(4, dtype=np.int64), *_answers(np.full((3, 4), -1)), 0.1)
    assert "nobody has" in nobody.missing
