from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain import replay as replays
from annotator.domain.aggregation.responses import Responses
from annotator.domain.model import Kind
from annotator.domain.replay import POLICIES, Policy, Replay, replay, simulated_llm, with_llm
from annotator.errors import UserError

N_ITEMS, N_PEOPLE = 120, 8


def crowd(seed: int = 0, answers_per_item: int = 5, skill: float = 0.8) -> tuple[Responses, np.ndarray]:
    """A crowd of equal skill, and gold."""
    random = np.random.default_rng(seed)
    gold = random.integers(0, 2, N_ITEMS)
    item = np.repeat(np.arange(N_ITEMS), answers_per_item)
    annotator = np.concatenate([random.permutation(N_PEOPLE)[:answers_per_item] for _ in range(N_ITEMS)])
    right = random.random(item.size) < skill
    label = np.where(right, gold[item], 1 - gold[item])
    return (
        Responses.from_codes(item, annotator, label, n_items=N_ITEMS, n_annotators=N_PEOPLE, n_labels=2),
        gold,
    )


@pytest.mark.parametrize("policy", POLICIES)
def test_a_replay_begins_with_nothing_and_never_asks_for_more_than_there_is(policy: Policy) -> None:
    answers, gold = crowd()
    found = replay(answers, gold, policy=policy)
    assert found.share[0] == 0
    assert np.isnan(found.accuracy[0])
    assert (np.diff(found.share) > 0).all()
    assert found.share[-1] <= 1
    np.testing.assert_allclose(found.answers_per_item, 5 * found.share)


@pytest.mark.parametrize("policy", ["fixed", "random"])
def test_when_all_is_asked_the_result_is_that_of_merging_all(policy: Policy) -> None:
    answers, gold = crowd()
    found = replay(answers, gold, policy=policy)
    assert found.share[-1] == pytest.approx(1)
    assert found.accuracy[-1] == pytest.approx(replays.accuracy_of_all(answers, gold))


def test_a_fixed_overlap_gives_every_item_a_first_answer_before_any_gets_a_second() -> None:
    answers, gold = crowd()
    running = replays._Replaying(answers, gold, "fixed", 0, "majority-vote")
    for _ in range(N_ITEMS // 10):
        running._reveal(running._choose(np.full(N_ITEMS, 0.5), 10))
    assert set(running._given.tolist()) == {1}


def test_adaptive_asks_where_the_label_is_least_sure_and_not_where_it_is_sure() -> None:
    answers, gold = crowd()
    running = replays._Replaying(answers, gold, "adaptive", 0, "majority-vote")
    sure = np.linspace(0.5, 1, N_ITEMS)
    assert running._choose(sure, 10).tolist() == list(range(10))
    assert (sure[running._choose(sure, N_ITEMS)] < replays.SURE).all()


def test_an_item_that_was_asked_about_often_gives_way() -> None:
    answers, gold = crowd()
    running = replays._Replaying(answers, gold, "adaptive", 0, "majority-vote")
    running._reveal(np.array([0]))
    running._reveal(np.array([0]))
    sure = np.full(N_ITEMS, 0.9)
    sure[0] = 0.88
    assert 0 not in running._choose(sure, 10)


def test_the_same_seed_replays_the_same() -> None:
    answers, gold = crowd()
    first, second = replay(answers, gold, seed=3), replay(answers, gold, seed=3)
    np.testing.assert_array_equal(first.accuracy, second.accuracy)


@settings(max_examples=20, deadline=None)
@given(accuracy=st.floats(0, 1), n_labels=st.integers(2, 6), seed=st.integers(0, 9))
def test_a_simulated_llm_is_as_right_as_it_should_be(accuracy: float, n_labels: int, seed: int) -> None:
    gold = np.random.default_rng(seed).integers(0, n_labels, 4_000)
    label, confidence = simulated_llm(gold, n_labels, accuracy, seed=seed)
    assert abs((label == gold).mean() - accuracy) < 0.04
    assert ((label >= 0) & (label < n_labels)).all()
    assert ((confidence > 0) & (confidence < 1)).all()


def test_its_confidence_tells_right_from_wrong_as_well_as_said() -> None:
    from sklearn.metrics import roc_auc_score

    gold = np.zeros(20_000, dtype=np.int64)
    label, confidence = simulated_llm(gold, 2, 0.7)
    assert roc_auc_score(label == gold, confidence) == pytest.approx(0.76, abs=0.01)


def test_an_llm_that_is_added_answers_where_there_is_gold_only() -> None:
    answers, gold = crowd()
    gold = gold.copy()
    gold[:10] = -1
    together = with_llm(answers, *simulated_llm(gold, 2, 0.9))
    llm = together.annotator == N_PEOPLE
    assert together.kinds[-1] is Kind.LLM
    assert set(together.item[llm].tolist()) == set(range(10, N_ITEMS))


def test_reaching_must_be_kept_for_three_steps() -> None:
    accuracy = np.array([0.5, 0.9, 0.5, 0.9, 0.9, 0.9, 0.4])
    found = Replay(np.arange(7.0), np.arange(7) / 6, accuracy, "fixed")
    assert found.reaches(0.9) == pytest.approx(0.5)
    assert found.reaches(0.95) is None


def test_without_gold_or_people_there_is_one_sentence() -> None:
    answers, gold = crowd()
    with pytest.raises(UserError, match="gold"):
        replay(answers, np.full(N_ITEMS, -1))
    with pytest.raises(UserError, match="policy"):
        replay(answers, gold, policy="clever")  # type: ignore[arg-type]
    llm_only = Responses.from_codes(
        np.arange(N_ITEMS),
        np.zeros(N_ITEMS, dtype=int),
        gold,
        n_items=N_ITEMS,
        n_annotators=1,
        n_labels=2,
        kinds=[Kind.LLM],
    )
    with pytest.raises(UserError, match="person"):
        replay(llm_only, gold)
