"""Tests of annotator.llm.few_shot: which examples go with an item."""

from __future__ import annotations

import numpy as np
import pytest

from annotator.llm.agents import make_spec
from annotator.llm.few_shot import ExampleChoice, Nearest, NearestInMeaning, chooser

POOL = (
    ("The train was late again and nobody said why.", "complaint"),
    ("Thank you for the quick refund.", "praise"),
    ("When does the next train to Leeds leave?", "question"),
    ("The refund never came.", "complaint"),
    ("这列火车晚点了", "complaint"),
)


def test_the_examples_most_like_an_item_come_last_next_to_it() -> None:
    found = Nearest(POOL).to("Is there a train to Leeds tonight?", 2)
    assert [label for _, label in found] == ["complaint", "question"]


def test_an_item_is_never_shown_its_own_text_with_a_label() -> None:
    text, _ = POOL[1]
    assert (text, "praise") not in Nearest(POOL).to(f" {text}\n", 5)
    assert len(Nearest(POOL).to(text, 5)) == 4


def test_with_nothing_in_common_the_pools_first_are_taken() -> None:
    assert Nearest(POOL).to("zzz", 2) == (POOL[1], POOL[0])
    assert Nearest((("!", "a"), ("?", "b"))).to("!!!", 1) == (("!", "a"),)


def test_words_of_scripts_without_spaces_count() -> None:
    assert Nearest(POOL).to("火车来了", 1) == (POOL[4],)


def test_equal_pools_give_equal_choices() -> None:
    for text in ("late train", "refund", ""):
        assert Nearest(POOL).to(text, 3) == Nearest(POOL).to(text, 3)


def test_an_agent_shows_all_its_examples_or_for_each_item_those_nearest_to_it() -> None:
    spec = make_spec("openai/m")
    assert chooser(spec)("refund") == ()
    for choice in (ExampleChoice.FIXED, ExampleChoice.BALANCED):
        assert chooser(spec.with_examples(POOL, choice=choice))("refund") == POOL
    nearest = spec.with_examples(POOL, choice=ExampleChoice.NEAREST, number=1)
    assert chooser(nearest)("Where is my refund?")[0][0].count("refund") == 1
    assert nearest.display_name == "openai/m, 1 example"


@pytest.mark.parametrize("choice", [ExampleChoice.FIXED, ExampleChoice.BALANCED, ExampleChoice.NEAREST])
def test_a_second_item_with_the_text_of_an_example_is_not_told_its_label(choice: ExampleChoice) -> None:
    text = POOL[0][0]
    shown = chooser(make_spec("offline").with_examples(POOL, choice=choice, number=len(POOL)))(f" {text}")

    assert sorted(shown) == sorted(POOL[1:])


def test_the_nearest_in_meaning_are_found_from_the_middle_of_the_pool() -> None:
    pool = (("north", "a"), ("east", "b"), ("south", "c"))
    far = 10.0  # what all have in common
    nearest = NearestInMeaning(pool, np.array([[far, 0, 1], [far, 1, 0], [far, 0, -1]]))
    assert nearest.to("north-east", np.array([far, 0.5, 0.9]), 2) == (pool[1], pool[0])
    assert nearest.to("south", np.array([far, 0, -1]), 3) == (pool[0], pool[1])
    assert nearest.to("middle", np.array([far, 1 / 3, 0]), 2) == (pool[1], pool[0])


def test_vectors_that_are_all_alike_choose_the_pools_first() -> None:
    nearest = NearestInMeaning(POOL, np.zeros((len(POOL), 3)))
    assert nearest.to("anything", np.zeros(3), 2) == (POOL[1], POOL[0])
