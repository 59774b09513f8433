"""Tests of annotator.llm.label_tree."""

from __future__ import annotations

from annotator.llm.label_tree import build_tree, spellings
from tests.llm.questions import question


def test_labels_may_follow_in_several_cases() -> None:
    assert spellings(question("not spam", "LOC").labels) == {
        " not spam": 1,
        " Not spam": 1,
        " LOC": 2,
        " loc": 2,
        " Loc": 2,
    }


def test_a_spelling_that_two_labels_share_belongs_to_the_one_written_so() -> None:
    found = spellings(question("us", "US").labels)
    assert (found[" us"], found[" US"]) == (1, 2)
    assert " Us" not in found


def test_labels_with_first_tokens_of_their_own_need_one_look() -> None:
    tree = build_tree({(5, 6): 1, (7,): 1, (8, 6): 2})
    assert tree.leaves == {5: 1, 7: 1, 8: 2}
    assert tree.inner == {}
    assert sorted(map(sorted, tree.groups())) == [[5, 7], [8]]


def test_labels_that_share_tokens_part_further_down() -> None:
    tree = build_tree({(5, 6, 7): 1, (5, 6, 8): 2, (9,): 3})
    assert tree.leaves == {9: 3}
    inner = tree.inner[5]
    assert (inner.path, inner.leaves) == ((5,), {})
    assert (inner.inner[6].path, inner.inner[6].leaves) == ((5, 6), {7: 1, 8: 2})


def test_a_label_that_another_goes_on_from_ends_inside() -> None:
    tree = build_tree({(5,): 1, (5, 6): 2})
    assert tree.inner[5].ended == 1
    assert tree.inner[5].leaves == {6: 2}
