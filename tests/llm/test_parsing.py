"""Tests of annotator.llm.parsing: one permitted label, or invalid with a reason, and never a wrong one."""

from __future__ import annotations

import pytest

from annotator.llm.parsed import ALIKE, CUT_OFF, EMPTY, NONE_NAMED, ONLY_NEGATED
from annotator.llm.parsing import parse_reply

SPAM = ("not spam", "spam")
MOOD = ("positive", "negative", "neutral")


@pytest.mark.parametrize(
    ("reply", "names", "label"),
    [
        ("positive", MOOD, "positive"),
        ("  Positive.\n", MOOD, "positive"),
        ("POSITIVE", MOOD, "positive"),
        ('"positive"', MOOD, "positive"),
        ("“positive”", MOOD, "positive"),
        ("**Positive**", MOOD, "positive"),
        ("`negative`", MOOD, "negative"),
        ("```\nnegative\n```", MOOD, "negative"),
        ("```text\nnegative\n```", MOOD, "negative"),
        ('```json\n{"label": "negative", "why": "not positive at all, or positive"}\n```', MOOD, "negative"),
        ('{"label": "spam", "confidence": 80}', SPAM, "spam"),
        ("1. neutral", MOOD, "neutral"),
        ("- neutral", MOOD, "neutral"),
        ("Label: neutral", MOOD, "neutral"),
        ("The answer is neutral.", MOOD, "neutral"),
        ("I think this review is clearly negative, since it says so.", MOOD, "negative"),
        ("Options: positive, negative, neutral.\nAnswer: negative", MOOD, "negative"),
        ("negative\n\nThe reviewer has nothing positive to say.", MOOD, "negative"),
        ("There is praise in it, but it is outweighed.\n\nnegative", MOOD, "negative"),
        ("It is not positive; it is negative.", MOOD, "negative"),
        ("<think>positive? no</think>negative", MOOD, "negative"),
        ("positive or not? no</think>negative", MOOD, "negative"),
        ("not spam", SPAM, "not spam"),
        ("Not Spam!", SPAM, "not spam"),
        ("not_spam", SPAM, "not spam"),
        ("not-spam", SPAM, "not spam"),
        ("This message is not spam.", SPAM, "not spam"),
        ("Spam", SPAM, "spam"),
        ("This is spam", SPAM, "spam"),
        ("4", ("1", "2", "3", "4", "5"), "4"),
        ("4 | 85", ("1", "2", "3", "4", "5"), "4"),
        ("Rating: 4.", ("1", "2", "3", "4", "5"), "4"),
        ("C++", ("C", "C++", "C#"), "C++"),
        ("It is written in C#.", ("C", "C++", "C#"), "C#"),
        ("N/A", ("yes", "no", "N/A"), "N/A"),
        ("👍", ("👍", "👎"), "👍"),
        ("الجواب: إيجابي", ("إيجابي", "سلبي"), "إيجابي"),
        ("这条评论是正面的。", ("正面", "负面"), "正面"),
        ("答えは「否定的」です", ("肯定的", "否定的"), "否定的"),
        ("ПОЛОЖИТЕЛЬНЫЙ", ("положительный", "отрицательный"), "положительный"),
        ("ΑΡΝΗΤΙΚΌΣ", ("θετικός", "αρνητικός"), "αρνητικός"),
        ("ｐｏｓｉｔｉｖｅ", MOOD, "positive"),
        ("Größe", ("GRÖSSE", "Farbe"), "GRÖSSE"),
        ("us", ("US", "us"), "us"),
        ("location", ("location", "location, other"), "location"),
        ("location, other", ("location", "location, other"), "location, other"),
    ],
)
def test_a_reply_that_names_one_label_gives_it(reply: str, names: tuple[str, ...], label: str) -> None:
    position = parse_reply(reply, names).position
    assert position is not None
    assert names[position] == label


@pytest.mark.parametrize(
    ("reply", "names", "reason"),
    [
        ("", MOOD, EMPTY),
        (" \n ```\n``` ", MOOD, EMPTY),
        ("I cannot say.", MOOD, NONE_NAMED),
        ("...", MOOD, NONE_NAMED),
        ("A", MOOD, NONE_NAMED),
        ("positively glowing", MOOD, NONE_NAMED),
        ("spammy", SPAM, NONE_NAMED),
        ("It isn't spam", SPAM, ONLY_NEGATED),
        ("It is not a spam message", SPAM, ONLY_NEGATED),
        ("non-spam", SPAM, ONLY_NEGATED),
        ("Neither positive nor negative", MOOD, ONLY_NEGATED),
        ("Das ist nicht positive", MOOD, ONLY_NEGATED),
        ("positive, negative", MOOD, "The reply names “positive” and “negative”."),
        ("positive or neutral", MOOD, "The reply names “positive” and “neutral”."),
        ("positive\nnegative", MOOD, "The reply names “positive” and “negative”."),
        ("Answer: positive or negative", MOOD, "The reply names “positive” and “negative”."),
        ("spam or not spam?", SPAM, "The reply names “not spam” and “spam”."),
        ("4/5", ("1", "2", "3", "4", "5"), "The reply names “4” and “5”."),
        ("The options are:\n1. positive\n2. neg", MOOD, CUT_OFF),
        ("<think>it could be positive", MOOD, CUT_OFF),
        ("It is Us", ("US", "us"), ALIKE),
    ],
)
def test_a_reply_that_names_no_single_label_is_invalid_with_its_reason(
    reply: str, names: tuple[str, ...], reason: str
) -> None:
    parsed = parse_reply(reply, names)
    assert parsed.position is None
    assert parsed.reason == reason


@pytest.mark.parametrize(
    ("reply", "stated"),
    [
        ("spam | 85", 0.85),
        ("spam | 85%", 0.85),
        ("spam | 100", 1.0),
        ("spam | confidence: 70", 0.7),
        ("spam (confidence: 70)", 0.7),
        ("spam\nConfidence: 7", 0.07),
        ('{"label": "spam", "confidence": 80}', 0.8),
        ("spam | 850", None),
        ("spam", None),
    ],
)
def test_a_stated_confidence_is_read_and_out_of_range_is_none(reply: str, stated: float | None) -> None:
    parsed = parse_reply(reply, SPAM)
    assert parsed.position == 1
    assert parsed.stated == stated


@pytest.mark.parametrize("unit", ["( ", ", ", "| ", "- ", "5% ", "0.5 ", "confidence "])
def test_a_long_run_of_anything_is_read_once(unit: str) -> None:
    """Where it is read again from each of its places, this takes hours."""
    assert parse_reply(f"=1+1{unit * 50_000}=1+1", ("good", "bad")).position is None
