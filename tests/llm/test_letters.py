"""Tests of annotator.llm.letters: which letter a reply gives, and orders that cancel a model's leanings out."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.model import Label
from annotator.llm.letters import CONTRADICTS, TWO_LETTERS, orders, parse_letter
from annotator.llm.parsed import CUT_OFF, EMPTY, NONE_NAMED

ORDER = (Label("negative", id=1), Label("positive", id=2), Label("a bit of both", id=3))


@pytest.mark.parametrize(
    ("reply", "letter"),
    [
        ("B", "B"),
        ("b", "B"),
        (" B.\n", "B"),
        ("(B)", "B"),
        ("B)", "B"),
        ("**B**", "B"),
        ("B) positive", "B"),
        ("B. positive", "B"),
        ("B - positive", "B"),
        ("B: positive, since it praises.", "B"),
        ("Answer: B", "B"),
        ("The answer is B.", "B"),
        ("The correct option is (C).", "C"),
        ("A. negative\nB. positive\nC. a bit of both\n\nAnswer: C", "C"),
        ("<think>A or B?</think>\nA", "A"),
        ("I think it is **C**, a bit of both.", "C"),
        ("$\\boxed{A}$", "A"),
        ('{"answer": "B"}', "B"),
        ("positive", "B"),
        ("The review is positive.", "B"),
        ("B\nConfidence: 80", "B"),
    ],
)
def test_a_reply_that_gives_one_letter_or_its_label_is_read(reply: str, letter: str) -> None:
    position = parse_letter(reply, ORDER).position
    assert position is not None
    assert "ABC"[position] == letter


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        ("", EMPTY),
        ("<think>B", CUT_OFF),
        ("D", NONE_NAMED),
        ("A lovely film that I liked.", NONE_NAMED),
        ("I am not sure.", NONE_NAMED),
        ("B) negative", CONTRADICTS),
        ("Answer: A (positive)", CONTRADICTS),
        ("A or B", NONE_NAMED),
        ("A\nB", TWO_LETTERS),
        ("Answer: A. Or is the answer B?", TWO_LETTERS),
    ],
)
def test_no_letter_two_letters_or_one_that_contradicts_its_label_are_invalid(reply: str, reason: str) -> None:
    parsed = parse_letter(reply, ORDER)
    assert (parsed.position, parsed.reason) == (None, reason)


@pytest.mark.parametrize(
    "reply",
    [
        "B) not positive",
        "A, B",
        "**A** is incorrect",
        "Option A is not right",
        "Answer: A is wrong",
        "Answer: B\nWait, A",
        "A) Negative or B) Positive",
        '{"answer": "A", "label": "positive"}',
        "A - not applicable",
        "(A) vs (B)",
        "Answer: A or B",
        "Answer: A/B",
        "Letter: A? No, B",
        "label A does not fit",
        "Answer = A (wrong)",
        "Wrong answer: A",
        "Second option: B",
        "A ❌",
    ],
)
def test_a_letter_that_is_taken_back_or_stands_beside_another_is_invalid(reply: str) -> None:
    parsed = parse_letter(reply, ORDER)
    assert parsed.position is None
    assert parsed.reason


def test_a_letter_that_is_said_not_to_be_it_beside_the_one_that_is_does_no_harm() -> None:
    assert parse_letter("Final answer: B (not A)", ORDER).position == 1
    assert parse_letter("~~A~~ B", ORDER).position == 1


@settings(deadline=None)
@given(
    st.text(max_size=30)
    | st.lists(st.sampled_from(["A", "B", "C", "a", ".", ")", "(", "\n", " ", "answer", "positive"])).map("".join)
)
def test_no_reply_makes_it_raise(reply: str) -> None:
    assert parse_letter(reply, ORDER).position in (None, 0, 1, 2)


def test_orders_are_the_same_for_the_same_item_and_differ_between_items() -> None:
    labels = [Label(name, id=i) for i, name in enumerate("abcdefgh", 1)]
    assert orders(labels, 4, seed="an item") == orders(labels, 4, seed="an item")
    assert len({orders(labels, 1, seed=str(item))[0] for item in range(20)}) > 15


@pytest.mark.parametrize("number", [2, 3, 4, 5, 8])
@pytest.mark.parametrize("count", [2, 3, 5])
def test_every_label_is_in_every_order_and_stands_early_in_one_and_late_in_another(number: int, count: int) -> None:
    labels = [Label(str(i), id=i) for i in range(count)]
    made = orders(labels, number, seed="x")
    assert len(made) == len(set(made)) == min(number, math.factorial(count))
    assert all(sorted(label.id for label in order) == list(range(count)) for order in made)
    for first, second in zip(made[::2], made[1::2], strict=False):
        assert second == first[::-1]
