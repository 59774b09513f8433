"""Tests of annotator.llm.guesses: replies that give several labels, each with a number."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.llm.guesses import NO_NUMBERS, SPLIT, parse_guesses
from annotator.llm.parsed import CUT_OFF, EMPTY, NONE_NAMED

MOOD = ("positive", "negative", "neutral")


@pytest.mark.parametrize(
    ("reply", "label", "shares"),
    [
        (
            '{"guesses": [{"label": "negative", "confidence": 70}, {"label": "neutral", "confidence": 20}]}',
            1,
            {1: 0.7, 2: 0.2},
        ),
        ('```json\n{"guesses": [{"label": "Negative", "confidence": "70%"}]}\n```', 1, {1: 0.7}),
        ('[{"label": "negative", "confidence": 0.7}, {"label": "strange", "confidence": 0.2}]', 1, {1: 0.7}),
        (
            '{"guesses": [{"label": "negative", "confidence": 40}, {"label": "neutral", "confidence": 60}]}',
            2,
            {1: 0.4, 2: 0.6},
        ),
        ('{"label": "negative", "confidence": 90}', 1, {1: 0.9}),
        ('{"positive": 20, "negative": 80}', 1, {0: 0.2, 1: 0.8}),
        ("1. negative | 70\n2. neutral | 20\n3. positive | 10", 1, {0: 0.1, 1: 0.7, 2: 0.2}),
        ("G1: Negative (70%)\nG2: neutral (30%)", 1, {1: 0.7, 2: 0.3}),
        ("negative: 70\nneutral: 30", 1, {1: 0.7, 2: 0.3}),
        ("Here are my guesses:\n1. negative | 70", 1, {1: 0.7}),
        ("<think>positive 90</think>negative | 55", 1, {1: 0.55}),
        ("negative | 50\npositive | 50", 1, {0: 0.5, 1: 0.5}),
        ("negative | 60\nnegative | 80", 1, {1: 0.8}),
        ("negative", 1, {}),
    ],
)
def test_the_likeliest_guess_is_the_answer(reply: str, label: int, shares: dict[int, float]) -> None:
    guessed = parse_guesses(reply, MOOD)
    assert guessed.parsed.position == label
    assert guessed.shares == pytest.approx(shares)
    assert guessed.parsed.stated == pytest.approx(max(shares.values())) if shares else guessed.parsed.stated is None


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        ("", EMPTY),
        ("<think>positive | 80", CUT_OFF),
        ('{"guesses": [{"label": "strange", "confidence": 70}, {"label": "negative", "confidence": 20}]}', NONE_NAMED),
        ('{"guesses": ["negative", "neutral"]}', NO_NUMBERS),
        ("positive\nnegative", NO_NUMBERS),
        ("neutral | 20\npositive | 40\nnegative | 40", SPLIT),
        ("I cannot say.", NONE_NAMED),
        ('{"guesses": []}', NONE_NAMED),
    ],
)
def test_a_reply_without_one_likeliest_label_is_invalid_with_its_reason(reply: str, reason: str) -> None:
    guessed = parse_guesses(reply, MOOD)
    assert (guessed.parsed.position, guessed.parsed.reason) == (None, reason)


PIECES = st.sampled_from(
    [*MOOD, "|", "70", "0.5", "%", "\n", "{", "}", "[", "]", '"label":', '"confidence":', ",", "1.", '"guesses":']
)


@settings(deadline=None)
@given(st.lists(PIECES | st.text(max_size=3), max_size=25).map(" ".join))
def test_no_reply_makes_it_raise(reply: str) -> None:
    guessed = parse_guesses(reply, MOOD)
    assert (guessed.parsed.position is None) == bool(guessed.parsed.reason)
    assert all(0 <= share <= 1 and position in range(3) for position, share in guessed.shares.items())
