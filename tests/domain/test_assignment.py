"""Work is shared out alike, every two people meet, and the same seed gives the same plan."""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.assignment import assign


@st.composite
def tasks(draw: st.DrawFn) -> dict[str, Any]:
    annotators = draw(st.integers(1, 8))
    return {
        "items": list(range(draw(st.integers(0, 60)))),
        "annotators": annotators,
        "overlap": draw(st.integers(1, annotators)),
        "each": draw(st.none() | st.integers(1, 20)),
        "shared": list(range(1000, 1000 + draw(st.integers(0, 5)))),
        "shuffled": draw(st.booleans()),
        "seed": draw(st.integers(0, 5)),
    }


@given(tasks())
@settings(deadline=None)
def test_loads_differ_by_one_item_at_most_and_nobody_gets_an_item_twice(task: dict[str, Any]) -> None:
    plan = assign(**task)
    loads = [len(own) for own in plan.work]
    assert max(loads) - min(loads) <= 1
    assert all(len(set(own)) == len(own) for own in plan.work)
    assert all(set(task["shared"]) <= set(own) for own in plan.work)


@given(tasks())
@settings(deadline=None)
def test_each_item_goes_to_as_many_people_as_were_asked_for_or_to_nobody(task: dict[str, Any]) -> None:
    plan = assign(**task)
    times = Counter(item for own in plan.work for item in own if item < 1000)
    assert set(times.values()) <= {task["overlap"]}
    assert set(times) | set(plan.left_over) == set(task["items"])
    if task["each"] is None:
        assert not plan.left_over
    else:
        own = [len(work) - len(task["shared"]) for work in plan.work]
        assert max(own) <= task["each"]
        room = task["each"] * task["annotators"] - sum(own)
        assert not plan.left_over or room < task["overlap"]


@given(tasks())
@settings(deadline=None)
def test_the_same_seed_gives_the_same_plan(task: dict[str, Any]) -> None:
    assert assign(**task) == assign(**task)


@given(tasks(), st.data())
@settings(deadline=None)
def test_nobody_gets_again_what_they_have_had(task: dict[str, Any], data: st.DataObject) -> None:
    had = [
        frozenset(data.draw(st.lists(st.sampled_from([*task["items"], *task["shared"], -1]), max_size=20)))
        for _ in range(task["annotators"])
    ]
    plan = assign(**task, had=had)
    assert all(not had[who] & set(own) for who, own in enumerate(plan.work))


@given(st.integers(3, 9), st.integers(2, 4), st.integers(0, 3))
@settings(deadline=None, max_examples=40)
def test_every_two_people_meet_about_as_often_as_any_other_two(annotators: int, overlap: int, seed: int) -> None:
    overlap = min(overlap, annotators - 1)
    items = 40 * annotators
    met = assign(range(items), annotators, overlap=overlap, seed=seed).meetings()
    pairs = met[np.triu_indices(annotators, 1)]
    fair = items * overlap * (overlap - 1) / (annotators * (annotators - 1))
    assert abs(pairs - fair).max() <= max(3.0, 0.2 * fair)


def test_shared_items_lie_among_the_others_at_places_of_their_own_for_each_annotator() -> None:
    plan = assign(range(200), 4, shared=range(1000, 1020), seed=1, shuffled=False)
    places = [tuple(place for place, item in enumerate(own) if item >= 1000) for own in plan.work]
    assert len(set(places)) == 4
    assert all(min(found) < 20 < 50 < max(found) for found in places)
    assert [item for item in plan.work[0] if item < 1000] == sorted(item for item in plan.work[0] if item < 1000)


def test_in_an_order_that_rises_shared_items_stand_where_they_belong_and_not_out_of_line() -> None:
    chosen = [item for item in range(200) if item % 10]
    plan = assign(chosen, 4, shared=range(10, 200, 10), seed=1, shuffled=False)
    assert all(list(own) == sorted(own) and set(range(10, 190, 10)) <= set(own) for own in plan.work)
    falling = assign(chosen[::-1], 1, shared=range(10, 200, 10), seed=1, shuffled=False)
    assert [item for item in falling.work[0] if item % 10] == chosen[::-1]
    assert set(falling.work[0]) == set(chosen) | set(range(10, 200, 10))
