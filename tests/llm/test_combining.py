"""Tests of annotator.llm.combining."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.llm.combining import Opinion, certain, even, likeliest, mean, panel, spread

IDS = [1, 2, 3]


def test_what_is_stated_for_some_labels_leaves_the_rest_evenly_to_the_others() -> None:
    assert spread({1: 0.7}, IDS) == pytest.approx({1: 0.7, 2: 0.15, 3: 0.15})
    assert spread({1: 0.6, 2: 0.2}, IDS) == pytest.approx({1: 0.6, 2: 0.2, 3: 0.2})


def test_more_than_everything_or_less_with_no_label_left_is_scaled() -> None:
    assert spread({1: 0.9, 2: 0.6}, IDS) == pytest.approx({1: 0.6, 2: 0.4, 3: 0.0})
    assert spread({1: 0.3, 2: 0.2}, [1, 2]) == pytest.approx({1: 0.6, 2: 0.4})
    assert spread({1: 0.0}, IDS) == even(IDS)


@given(st.dictionaries(st.sampled_from(IDS), st.floats(0, 1), max_size=3))
def test_it_is_a_distribution_whatever_is_stated(stated: dict[int, float]) -> None:
    found = spread(stated, IDS)
    assert list(found) == IDS
    assert sum(found.values()) == pytest.approx(1)
    assert min(found.values()) >= 0


def test_votes_are_averaged_and_of_equal_labels_the_one_named_first_wins() -> None:
    shares = mean([certain(2, IDS), certain(3, IDS), certain(2, IDS), certain(3, IDS)])
    assert shares == {1: 0.0, 2: 0.5, 3: 0.5}
    assert likeliest(shares, [3, 2, 3, 2]) == 3
    assert likeliest(shares, []) == 2
    assert likeliest({1: 0.2, 2: 0.7, 3: 0.1}, [3]) == 2


def test_siblings_on_a_panel_share_one_vote() -> None:
    opinions = [Opinion("gpt", 1), Opinion("gpt", 1), Opinion("gpt", 2), Opinion("claude", 2), Opinion("qwen", 2)]
    found = panel(opinions, IDS)
    assert found.label_id == 2
    assert found.confidence == pytest.approx((1 / 3 + 1 + 1) / 3)
    assert found.distribution == pytest.approx({1: 2 / 9, 2: 7 / 9, 3: 0.0})
    assert found.source == "vote share of 3 model families"


def test_a_panels_tie_goes_to_the_label_that_more_models_named() -> None:
    opinions = [Opinion("gpt", 1), Opinion("claude", 3), Opinion("claude", 3)]
    assert (panel(opinions, IDS).label_id, panel(opinions, IDS).confidence) == (3, 0.5)


def test_models_without_an_answer_have_no_vote() -> None:
    assert panel([Opinion("gpt", None), Opinion("qwen", 2)], IDS).confidence == 1.0
    assert panel([Opinion("gpt", None)], IDS) == (None, None, None, "")
    assert panel([], IDS).label_id is None
