"""Operations of many copies come to the same, whatever came first, together, or twice."""

from __future__ import annotations

import itertools
import random

from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.union import Copy, Operation, forked, in_force, numbered, union

copies = st.builds(Copy, st.sampled_from(["p", "q"]), st.sampled_from(["a", "b", "c"]))
operations = st.builds(
    Operation,
    id=st.sampled_from([f"id{n}" for n in range(12)]),
    copy=copies,
    counter=st.integers(1, 6),
    question=st.just("question"),
    item=st.sampled_from(["x", "y", "z"]),
    seen=st.just(""),
    action=st.sampled_from(["do", "undo"]),
    answer=st.sampled_from([None, "good", "bad"]),
    at=st.sampled_from(["2020", "1970", "2999"]),
)
sets = st.lists(operations, max_size=12)


def keyed(found: dict[str, Operation]) -> list[tuple[tuple[object, ...], Operation]]:
    numbers = numbered([o.copy for o in found.values()], {"p": "Ann", "q": "Ann"})
    return [((numbers[o.copy], o.question, o.item), o) for o in found.values()]


@given(sets, sets)
def test_the_order_of_two_sets_does_not_matter(a: list[Operation], b: list[Operation]) -> None:
    assert union(a, b) == union(b, a)


@given(sets, sets, sets)
def test_it_does_not_matter_which_two_sets_come_together_first(
    a: list[Operation], b: list[Operation], c: list[Operation]
) -> None:
    assert union(union(a, b).values(), c) == union(a, union(b, c).values())


@given(sets, sets)
def test_what_came_already_changes_nothing(a: list[Operation], b: list[Operation]) -> None:
    once = union(a, b)
    assert union(once.values(), a, b, a) == once


@given(sets, st.randoms(use_true_random=False))
def test_what_is_in_force_depends_on_the_set_alone(a: list[Operation], shuffle: random.Random) -> None:
    found = union(a)
    again = list(found.items())
    shuffle.shuffle(again)
    assert in_force(keyed(found)) == in_force(keyed(dict(again)))


@given(sets)
def test_clocks_say_nothing(a: list[Operation]) -> None:
    """Whatever the clocks of the copies say, the same operations are in force."""
    found = union(a)
    other = {id_: operation._replace(at="1900") for id_, operation in found.items()}
    before = {key: operation.id for key, operation in in_force(keyed(found)).items()}
    assert before == {key: operation.id for key, operation in in_force(keyed(other)).items()}


@given(st.lists(copies, max_size=8))
def test_every_package_has_one_copy_that_is_the_annotators_own(found: list[Copy]) -> None:
    numbers = numbered(found, {"p": "Ann", "q": "Ann"})
    assert sum(n == 1 for n in numbers.values()) == len({copy.package for copy in found})
    others = sorted(n for n in numbers.values() if n > 1)
    assert others == list(range(2, 2 + len(others)))
    assert all(numbers == numbered(order, {"p": "Ann", "q": "Ann"}) for order in itertools.permutations(set(found)))


def test_the_last_operation_of_a_copy_counts_also_when_it_takes_an_answer_back() -> None:
    copy = Copy("p", "a")
    said = Operation("1", copy, 5, "q", "x", "", "do", "good", "2999")
    undone = Operation("0", copy, 6, "q", "x", "", "undo", None, "1970")
    assert in_force([("x", undone), ("x", said)])["x"] is undone


def test_a_copied_copy_is_noticed_by_its_counters() -> None:
    copy = Copy("p", "a")
    first = Operation("1", copy, 5, "q", "x", "", "do", "good", "")
    same = first._replace(id="1.1", item="y")
    other = first._replace(id="2")
    assert forked([first, same]) == set()
    assert forked([first, same, other]) == {copy}
