"""Flags and comments of many copies come to the same in any order, and take no answer away."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.drafts import Draft, answering, drafted, standing
from annotator.domain.union import HERE, Copy, Operation, canonical, in_force, union

answers = st.one_of(
    st.none(),
    st.builds(Draft, st.sampled_from(["", "odd", "look"]), st.booleans()).map(lambda d: canonical(d.as_answer())),
    st.sampled_from([canonical({"status": "label", "comment": '"status":"draft"'}), '{"status": "skipped"}']),
)
operations = st.builds(
    Operation,
    id=st.sampled_from([f"id{n}" for n in range(12)]),
    copy=st.sampled_from([HERE, Copy("", "Ann"), Copy("p", "a"), Copy("p", "b"), Copy("q", "a")]),
    counter=st.integers(1, 6),
    question=st.just("question"),
    item=st.sampled_from(["x", "y"]),
    seen=st.just(""),
    action=st.sampled_from(["do", "undo"]),
    answer=answers,
    at=st.just("2020"),
)
sets = st.lists(operations, max_size=14)


def keyed(found: dict[str, Operation]) -> list[tuple[str, Operation]]:
    return [(operation.item, operation) for operation in found.values()]


@given(sets, sets, st.randoms(use_true_random=False))
def test_what_stands_depends_on_the_set_of_operations_alone(
    a: list[Operation], b: list[Operation], shuffle: random.Random
) -> None:
    mixed = [*a, *b, *a]
    once, again = keyed(union(a, b)), keyed(union(b, union(a, b).values(), a))
    shuffle.shuffle(again)
    assert standing(once) == standing(again)
    assert in_force(answering(once)) == in_force(answering(again))
    touched = {o.item for o in union(mixed).values() if drafted(o) is not None or o.answer is None}
    assert standing(keyed(union(mixed))).keys() == touched


@given(sets)
def test_a_draft_decides_about_no_answer(found: list[Operation]) -> None:
    everything = keyed(union(found))
    without = [each for each in everything if drafted(each[1]) is None or each[1].action == "undo"]
    assert in_force(answering(everything)) == in_force(answering(without))
    assert all(operation.answer is None or drafted(operation) is None for _, operation in answering(everything))


def said(counter: int, copy: Copy, answer: str | None, action: str = "do") -> tuple[str, Operation]:
    return "x", Operation(f"{copy}{counter}", copy, counter, "q", "x", "", action, answer, "")


def draft(comment: str, *, flagged: bool = False) -> str:
    return canonical(Draft(comment, flagged).as_answer())


def test_the_last_of_a_copy_counts_and_copies_count_together() -> None:
    a, b = Copy("p", "a"), Copy("p", "b")
    first, second = said(1, a, draft("odd", flagged=True)), said(2, b, draft("look"))
    assert standing([second, first]) == {"x": Draft("odd\nlook", flagged=True)}
    assert standing([second, first, said(3, a, draft("look"))]) == {"x": Draft("look")}
    assert standing([second, first, said(3, a, '{"status":"label"}')]) == {"x": Draft("look")}
    assert standing([first, said(3, a, draft(""))]) == {"x": Draft()}


def test_an_answer_that_is_taken_back_leaves_its_comment_and_a_skip_leaves_it_without_the_reason() -> None:
    a = Copy("p", "a")
    given = said(1, a, canonical({"status": "label", "comment": "why?", "flagged": True}))
    assert standing([said(2, a, None, "undo"), given]) == {"x": Draft("why?", flagged=True)}
    skipped = said(1, a, canonical({"status": "skipped", "comment": "Unclear\nwhy?", "flagged": False}))
    assert standing([skipped, said(2, a, None, "undo")]) == {"x": Draft("why?")}


def test_the_project_itself_is_one_wherever_its_files_went() -> None:
    here, elsewhere = said(5, HERE, draft("odd")), said(7, Copy("", "uid of Ann"), draft(""))
    assert standing([here, elsewhere]) == {"x": Draft()}


def test_an_answer_that_is_taken_back_leaves_its_comment_and_is_no_answer() -> None:
    copy = Copy("p", "a")
    given_, undone = said(1, copy, '{"status":"label","comment":"why"}'), said(2, copy, draft("why"), "undo")
    assert standing([given_, undone]) == {"x": Draft("why")}
    assert in_force(answering([given_, undone]))["x"].answer is None
