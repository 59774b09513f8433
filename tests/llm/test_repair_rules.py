"""Rules of people about what replies mean: what they are about, and what they leave alone."""

from __future__ import annotations

import pytest

from annotator.errors import UserError
from annotator.llm import repair_rules
from annotator.llm.protocol import BETWEEN
from annotator.llm.repair_rules import How, Rule

NAMES = {1: "spam", 2: "not spam", 3: "other"}


def rule(how: How, text: str, label_id: int = 1) -> Rule:
    return Rule(1, how, text, label_id)


@pytest.mark.parametrize(
    ("how", "text", "reply", "about"),
    [
        (How.IS, "thumbs up", "  **Thumbs Up!** ", True),
        (How.IS, "thumbs up", "<think>bad?</think>thumbs up", True),
        (How.IS, "thumbs up", "a thumbs up", False),
        (How.IS, "ＪＵＮＫ", "junk.", True),
        (How.CONTAINS, "junk", "It is junk, I think.", True),
        (How.CONTAINS, "junk", "junkyard", False),
        (How.CONTAINS, "junk", "junkyards sell junk", True),
        (How.CONTAINS, "垃圾", "这是垃圾邮件", True),
        (How.PATTERN, r"^class\s+\d$", "Class 3", True),
        (How.PATTERN, r"^class\s+\d$", "Class three", False),
    ],
)
def test_a_rule_is_about_replies_as_people_read_them(how: How, text: str, reply: str, about: bool) -> None:
    assert repair_rules.matches(rule(how, text), reply) is about


def test_a_rule_must_be_about_every_one_of_several_replies() -> None:
    assert repair_rules.matches(rule(How.IS, "junk"), BETWEEN.join(["junk", "Junk."]))
    assert not repair_rules.matches(rule(How.IS, "junk"), BETWEEN.join(["junk", "spam"]))
    assert not repair_rules.matches(rule(How.CONTAINS, "junk"), "")


def test_another_labels_name_makes_a_match_doubtful_unless_the_rule_says_it() -> None:
    junk = rule(How.CONTAINS, "junk")
    assert repair_rules.names_another(junk, "junk or other", NAMES)
    assert repair_rules.names_another(junk, "junk, but not spam", NAMES)
    assert not repair_rules.names_another(junk, "junk, so spam", NAMES)
    assert not repair_rules.names_another(
        rule(How.CONTAINS, "nothing other than junk"), "nothing other than junk", NAMES
    )
    assert not repair_rules.names_another(rule(How.IS, "junk or other"), "junk or other", NAMES)
    assert repair_rules.names_another(rule(How.PATTERN, "junk.*"), "junk or other", NAMES)


def test_a_pattern_that_takes_for_ever_is_given_up_and_said_to_be_one() -> None:
    slow = rule(How.PATTERN, r"(a|aa|a?)+(b|c)+$")
    reply = "a" * 5_000 + "d"
    assert not repair_rules.matches(slow, reply)
    with pytest.raises(UserError, match="takes too long"):
        repair_rules.matches(slow, reply, strict=True)


@pytest.mark.parametrize(
    ("how", "text", "told"),
    [(How.IS, " . ", "no text"), (How.PATTERN, "(a", "no pattern"), (How.CONTAINS, "x" * 501, "501 characters")],
)
def test_a_rule_that_cannot_be_used_is_refused_in_words(how: How, text: str, told: str) -> None:
    with pytest.raises(UserError, match=told):
        repair_rules.check(how, text)


def test_rules_are_the_same_where_people_would_not_tell_them_apart() -> None:
    assert repair_rules.same(rule(How.IS, "Thumbs up!"), How.IS, "thumbs  up")
    assert not repair_rules.same(rule(How.IS, "thumbs up"), How.CONTAINS, "thumbs up")
    assert not repair_rules.same(rule(How.PATTERN, "A"), How.PATTERN, "a")


def test_a_rule_is_the_same_after_it_was_stored() -> None:
    made = Rule(7, How.PATTERN, "x+", 2, by=3)
    assert Rule.from_content(made.to_content()) == made
