"""Tests of annotator.llm.answer_logprobs."""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import SimpleNamespace

import pytest

from annotator.llm.answer_logprobs import label_logprobs
from annotator.llm.confidence import plain
from tests.llm.questions import question

SPAM = question("spam", "not spam").labels  # ids 1 and 2
Token = tuple[str, Mapping[str, float]]


def places(*tokens: Token) -> list[SimpleNamespace]:
    """Tokens as a server reports them, from the token taken and the probability of each alternative."""
    return [
        SimpleNamespace(
            token=taken,
            logprob=math.log(alternatives[taken]),
            top_logprobs=[SimpleNamespace(token=t, logprob=math.log(p)) for t, p in alternatives.items()],
        )
        for taken, alternatives in tokens
    ]


def shares(*tokens: Token, chosen: int) -> dict[int, float]:
    found = label_logprobs(places(*tokens), SPAM, chosen)
    assert found is not None
    return plain(found)


def test_tokens_that_open_one_label_in_several_ways_are_summed() -> None:
    found = shares(("spam", {"spam": 0.5, " Spam": 0.2, "SP": 0.1, "not": 0.2}), chosen=1)
    assert found == pytest.approx({1: 0.8, 2: 0.2})


def test_what_comes_before_the_label_is_passed_over() -> None:
    found = shares(('"', {'"': 0.9, "spam": 0.1}), ("not", {"not": 0.75, "spam": 0.25}), chosen=2)
    assert found == pytest.approx({1: 0.25, 2: 0.75})


def test_labels_that_start_alike_are_told_apart_where_they_part() -> None:
    labels = question("not sure", "not spam", "spam").labels
    tokens = places(("not", {"not": 0.8, "spam": 0.2}), (" spam", {" spam": 0.75, " sure": 0.25}))
    found = label_logprobs(tokens, labels, 2)
    assert found is not None
    assert plain(found) == pytest.approx({1: 0.2, 2: 0.6, 3: 0.2})


def test_a_label_inside_a_longer_one_has_what_the_longer_one_leaves() -> None:
    labels = question("spam", "spam folder").labels
    tokens = places(("spam", {"spam": 1.0}), (" |", {" |": 0.6, " folder": 0.3, "\n": 0.1}))
    found = label_logprobs(tokens, labels, 1)
    assert found is not None
    assert plain(found) == pytest.approx({1: 0.7, 2: 0.3})


def test_a_label_that_never_shows_gets_no_more_than_what_is_left() -> None:
    found = shares(("spam", {"spam": 0.9, "ham": 0.06}), chosen=1)
    assert found == pytest.approx({1: 0.9 / 0.94, 2: 0.04 / 0.94})


def test_an_answer_that_starts_with_other_words_gives_none() -> None:
    assert label_logprobs(places(("The", {"The": 0.9, "spam": 0.1})), SPAM, 1) is None


def test_labels_that_differ_in_case_only_give_none() -> None:
    labels = question("us", "US").labels
    assert label_logprobs(places(("us", {"us": 1.0})), labels, 1) is None


def test_no_tokens_give_none() -> None:
    assert label_logprobs([], SPAM, 1) is None
