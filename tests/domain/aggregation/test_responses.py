"""Answers as arrays: what is kept, refused and derived."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from annotator.domain.aggregation.responses import Responses
from annotator.domain.model import Kind
from annotator.errors import UserError


def responses(
    item: list[int], annotator: list[int], label: list[int], *, shape: tuple[int, int, int] = (3, 2, 2), **options: Any
) -> Responses:
    items, annotators, labels = shape
    return Responses.from_codes(
        item, annotator, label, n_items=items, n_annotators=annotators, n_labels=labels, **options
    )


def test_votes_have_one_column_for_each_annotator_and_label() -> None:
    votes = responses([0, 2, 0], [0, 1, 1], [1, 0, 1]).votes().toarray()

    assert votes.tolist() == [[0, 1, 0, 1], [0, 0, 0, 0], [0, 0, 1, 0]]


def test_votes_carry_the_weights_of_the_answers() -> None:
    made = responses([2, 0], [1, 0], [0, 1])

    votes = made.votes(np.array([0.5, 0.25])).toarray()

    assert votes[0, 1] == 0.5
    assert votes[2, 2] == 0.25


def test_of_two_answers_of_one_annotator_to_one_item_the_later_counts() -> None:
    made = responses([0, 1, 0], [1, 0, 1], [0, 1, 1], confidence=[0.1, 0.2, 0.3])

    assert made.n_answers == 2
    assert made.label.tolist() == [1, 1]
    assert made.confidence.tolist() == [0.3, 0.2]


def test_the_order_of_the_rows_does_not_matter_where_no_answer_is_given_twice(simulate: Callable[..., Any]) -> None:
    of = simulate(1).responses
    shuffled = np.random.default_rng(0).permutation(of.n_answers)

    again = responses(of.item[shuffled], of.annotator[shuffled], of.label[shuffled], shape=(60, 8, 3))

    assert (again.item == of.item).all()
    assert (again.annotator == of.annotator).all()
    assert (again.label == of.label).all()


def test_llms_are_pooled_by_family_and_people_together() -> None:
    made = responses(
        [0, 0, 1, 1],
        [0, 1, 2, 3],
        [0, 1, 0, 1],
        shape=(2, 4, 2),
        kinds=[Kind.LLM, Kind.HUMAN, Kind.LLM, Kind.HUMAN],
        families=["b", "ignored", "a", ""],
    )

    assert made.pool.tolist() == [2, 0, 1, 0]


def test_a_missing_confidence_is_nan() -> None:
    assert np.isnan(responses([0, 1], [0, 0], [0, 1], confidence=[np.nan, 1.0]).confidence[0])


@pytest.mark.parametrize("wrong", [-0.01, 1.01, np.inf, -np.inf])
def test_a_confidence_outside_0_to_1_is_refused_with_a_hint(wrong: float) -> None:
    with pytest.raises(UserError, match="outside 0 to 1") as refused:
        responses([0, 1], [0, 0], [0, 1], confidence=[0.5, wrong])

    assert refused.value.hint


@pytest.mark.parametrize(("item", "annotator", "label"), [([3], [0], [0]), ([0], [-1], [0]), ([0], [0], [2])])
def test_codes_out_of_range_are_a_bug_of_the_caller(item: list[int], annotator: list[int], label: list[int]) -> None:
    with pytest.raises(ValueError, match="must lie in"):
        responses(item, annotator, label)


def test_columns_of_different_length_are_a_bug_of_the_caller() -> None:
    with pytest.raises(ValueError, match="same length"):
        responses([0, 1], [0], [0, 0])


def test_labels_that_are_no_integers_are_a_bug_of_the_caller() -> None:
    with pytest.raises(TypeError, match="integers"):
        responses([0], [0], [0.5])


def test_answers_cannot_be_changed_afterwards() -> None:
    with pytest.raises(ValueError, match="read-only"):
        responses([0], [0], [0]).label[0] = 1


def test_a_part_keeps_all_items_annotators_and_labels() -> None:
    whole = Responses.from_codes(
        [1, 0, 2],
        [0, 1, 1],
        [2, 0, 1],
        n_items=4,
        n_annotators=2,
        n_labels=3,
        kinds=[Kind.HUMAN, Kind.LLM],
        confidence=[np.nan, 0.5, 0.7],
        ordinal=True,
    )

    part = whole.part(whole.item != 1)

    assert (part.item.tolist(), part.annotator.tolist(), part.label.tolist()) == ([0, 2], [1, 1], [0, 1])
    assert part.confidence is not None
    assert part.confidence.tolist() == [0.5, 0.7]
    assert (part.n_items, part.n_annotators, part.n_labels, part.kinds) == (4, 2, 3, whole.kinds)
    assert part.ordinal
    assert part.answers_per_item.tolist() == [1, 0, 1, 0]
    assert not part.item.flags.writeable
