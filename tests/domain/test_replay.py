from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain import queueing
from annotator.domain import replay as replays
from annotator.domain.aggregation.merged import Merged, from_posterior
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
        running._reveal(running._choose(running._worth(running._merge()), 10))
    assert set(running._given.tolist()) == {1}


def test_adaptive_asks_where_the_label_is_least_sure_and_not_where_it_is_sure() -> None:
    answers, gold = crowd()
    running = replays._Replaying(answers, gold, "adaptive", 0, "majority-vote")
    worth = running._worth(merged_as(answers, np.linspace(0.5, 1, N_ITEMS)))
    assert sorted(running._choose(worth, 10).tolist()) == list(range(10))
    assert (np.linspace(0.5, 1, N_ITEMS)[running._choose(worth, N_ITEMS)] < replays.SURE).all()


def test_an_item_that_was_asked_about_often_gives_way() -> None:
    answers, gold = crowd()
    running = replays._Replaying(answers, gold, "adaptive", 0, "majority-vote")
    for _ in range(2):
        running._reveal(np.arange(60))
    sure = np.full(N_ITEMS, 0.85)
    sure[:60] = 0.84
    assert (running._choose(running._worth(merged_as(answers, sure)), 60) >= 60).all()


def test_whom_the_next_answer_comes_from_decides_where_it_is_worth_most() -> None:
    answers, gold = crowd(answers_per_item=1)
    running = replays._Replaying(answers, gold, "adaptive", 0, "majority-vote")
    good, other = (queueing.one_coin(right, 2) for right in (0.95, 0.55))
    by = np.stack([good if who == 3 else other for who in range(N_PEOPLE)])
    merged = replace(merged_as(answers, np.full(N_ITEMS, 0.7)), confusion=by)
    running._given[:] = 0
    running._given[0] = 1  # somebody answered, so that it is known who is how good
    best = running._choose(running._worth(merged), 5)
    assert set(answers.annotator[best].tolist()) == {3}


def merged_as(answers: Responses, sure: np.ndarray) -> Merged:
    """A merge that is so sure of the first label of each item, and knows nobody. sure: (n_items,)."""
    merged = from_posterior(answers, np.column_stack([sure, 1 - sure]), gold=None, method="majority-vote")
    return replace(merged, confusion=None)


def test_ratings_are_merged_as_ratings_in_each_step() -> None:
    answers, gold = crowd()
    answers = with_llm(replace(answers, ordinal=True), *simulated_llm(gold, 2, 0.9))
    running = replays._Replaying(answers, gold, "adaptive", 0, "auto")
    merged = running._merge()
    assert merged is not None
    assert merged.median is not None
    assert replays.beside_llm(answers, gold, 0.8).ordinal


def test_steps_are_small_at_first_and_never_more_than_a_twentieth() -> None:
    answers, gold = crowd()
    taken = np.diff(replay(answers, gold, policy="random").share)
    assert taken[0] == pytest.approx(replays.FIRST_STEP)
    assert taken.max() <= replays.LAST_STEP + 1e-9


def test_with_an_accuracy_to_reach_it_ends_soon_after_and_says_the_same() -> None:
    answers, gold = crowd()
    answers = with_llm(answers, *simulated_llm(gold, 2, 0.7))
    whole, ended = replay(answers, gold), replay(answers, gold, until=0.8)
    assert ended.share.size < whole.share.size
    assert ended.reaches(0.8) == whole.reaches(0.8)
    assert ended.reaches(0.8, over=replays.KEPT) == whole.reaches(0.8, over=replays.KEPT)


def test_the_same_seed_replays_the_same() -> None:
    answers, gold = crowd()
    first, second = replay(answers, gold, seed=3), replay(answers, gold, seed=3)
    np.testing.assert_array_equal(first.accuracy, second.accuracy)


@settings(max_examples=20, deadline=None)
@given(accuracy=st.floats(0, 1), n_labels=st.integers(2, 6), seed=st.integers(0, 9))
def test_a_simulated_llm_is_as_right_as_it_should_be(accuracy: float, n_labels: int, seed: int) -> None:
    gold = np.random.default_rng(seed).integers(0, n_labels, 4_000)
    label, confidence = simulated_llm(gold, n_labels, accuracy, seed=seed)
    assert abs((label == gold).mean() - accuracy) <= 0.5 / gold.size + 1e-12
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


NONE_LEFT = np.zeros(8, dtype=np.int64)  # items without an answer


def test_nothing_is_kept_where_too_little_follows() -> None:
    share = np.array([0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 1.0])

    def kept_from(*accuracy: float) -> float | None:
        return Replay(8 * share, share, np.array(accuracy), "fixed", NONE_LEFT).kept_from(0.9)

    assert kept_from(0.5, 0.5, 0.5, 0.5, 0.9, 0.9, 0.9, 0.9) == pytest.approx(0.8)
    assert kept_from(0.5, 0.5, 0.5, 0.5, 0.5, 0.9, 0.9, 0.9) is None  # two steps follow
    assert kept_from(0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.9) is None
    assert kept_from(0.5, 0.9, 0.9, 0.5, 0.9, 0.9, 0.5, 0.9) is None
    near = np.array([0.0, 0.9, 0.92, 0.94, 0.96, 0.97, 0.98, 1.0])
    right = np.array([0.5, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9])
    assert Replay(8 * near, near, right, "fixed", NONE_LEFT).kept_from(0.9) is None  # a tenth of all follows


def test_it_says_how_many_items_have_no_answer_yet() -> None:
    answers, gold = crowd()
    fixed, beside = replay(answers, gold, policy="fixed"), with_llm(answers, *simulated_llm(gold, 2, 0.9))
    given = (fixed.answers_per_item * N_ITEMS).round().astype(int)
    np.testing.assert_array_equal(fixed.unanswered, np.maximum(N_ITEMS - given, 0))
    assert not replay(beside, gold).unanswered.any()


def test_reaching_must_be_kept_for_three_steps() -> None:
    accuracy = np.array([0.5, 0.9, 0.5, 0.9, 0.9, 0.9, 0.4])
    found = Replay(np.arange(7.0), np.arange(7) / 6, accuracy, "fixed", NONE_LEFT)
    assert found.reaches(0.9) == pytest.approx(0.5)
    assert found.reaches(0.95) is None


def test_an_accuracy_can_be_asked_to_be_kept_over_a_share_of_the_answers() -> None:
    accuracy = np.array([0.5, 0.9, 0.9, 0.9, 0.5, 0.9, 0.9, 0.9])
    found = Replay(np.arange(8.0), np.array([0, 0.01, 0.02, 0.03, 0.1, 0.2, 0.3, 0.4]), accuracy, "fixed", NONE_LEFT)
    assert found.reaches(0.9) == pytest.approx(0.01)
    assert found.reaches(0.9, over=0.15) == pytest.approx(0.2)
    assert found.reaches(0.9, over=0.5) == pytest.approx(0.2)  # to the end, there is no more


def test_beside_a_simulated_llm_every_item_has_its_answer_with_gold_or_not() -> None:
    answers, gold = crowd()
    half = np.where(np.arange(N_ITEMS) < 60, gold, -1)
    together = replays.beside_llm(answers, half, 0.8, seed=2)
    own = together.annotator == N_PEOPLE
    assert own.sum() == N_ITEMS
    assert (together.label[own][:60] == gold[:60]).mean() == pytest.approx(0.8)


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
