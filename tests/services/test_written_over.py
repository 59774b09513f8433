"""What was written over a question that somebody else has changed since: both changes stand, in any order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.model import Label, Question
from annotator.services.setting_up import rebased

BEFORE = Question(
    name="Sentiment",
    text="What is it?",
    noun="Review",
    labels=(Label("good", id=1), Label("bad", id=2), Label("so-so", id=3)),
)


def changed(**labels: str | None) -> Question:
    """The question with labels renamed, taken away (None), or added after the others."""
    kept = [
        replace(label, name=labels.get(label.name) or label.name)
        for label in BEFORE.labels
        if labels.get(label.name, label.name) is not None
    ]
    known = {label.name for label in BEFORE.labels}
    new = [Label(name, id=int(place or 0)) for name, place in labels.items() if name not in known]
    return replace(BEFORE, labels=(*kept, *new))


def names(question: Question) -> list[tuple[int, str]]:
    return [(label.id, label.name) for label in question.labels]


@pytest.mark.parametrize(
    ("written", "now", "both"),
    [
        ({"good": "fine"}, {"other": "4"}, [(1, "fine"), (2, "bad"), (3, "so-so"), (4, "other")]),
        ({"mine": "0"}, {"theirs": "4"}, [(1, "good"), (2, "bad"), (3, "so-so"), (4, "theirs"), (0, "mine")]),
        ({"bad": None}, {"good": "fine"}, [(1, "fine"), (3, "so-so")]),
        ({"good": "fine"}, {"bad": None}, [(1, "fine"), (3, "so-so")]),
        ({"good": "fine"}, {"good": "great"}, [(1, "fine"), (2, "bad"), (3, "so-so")]),  # what is written about stands
        ({"same": "0"}, {"same": "4"}, [(1, "good"), (2, "bad"), (3, "so-so"), (4, "same")]),
    ],
)
def test_labels_changed_by_both(
    written: dict[str, str | None], now: dict[str, str | None], both: list[tuple[int, str]]
) -> None:
    assert names(rebased(changed(**written), BEFORE, changed(**now))) == both


def test_of_the_words_those_that_were_written_about_stand() -> None:
    found = rebased(replace(BEFORE, text="Mine?"), BEFORE, replace(BEFORE, text="Theirs?", noun="Text"))

    assert (found.text, found.noun) == ("Mine?", "Text")


@given(st.permutations(BEFORE.labels), st.sets(st.integers(1, 3)))
def test_what_only_one_of_both_has_changed_is_as_they_left_it(order: list[Label], renamed: set[int]) -> None:
    labels = tuple(replace(label, name=f"{label.name}!") if label.id in renamed else label for label in order)
    written = replace(BEFORE, labels=labels)

    assert rebased(written, BEFORE, BEFORE) == written
    assert rebased(BEFORE, BEFORE, written) == written
