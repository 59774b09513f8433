"""People and LLMs together: what is learnt of each, and what few answers of people do beside an LLM."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.aggregation import beside_llms, blocks, choose, scoring
from annotator.domain.aggregation.auto import merge
from annotator.domain.aggregation.merged import Merged
from annotator.domain.aggregation.pooling import ItemAnswers, Panel, Start, updated
from annotator.domain.aggregation.responses import Responses
from annotator.domain.model import Kind

PEOPLE = 12


class Mixed(NamedTuple):
    """Answers of PEOPLE people and, after them, of LLMs to all items. truth: (n_items,)."""

    responses: Responses
    truth: np.ndarray


def mixed(
    seed: int,
    *,
    items: int = 200,
    labels: int = 3,
    per_item: int = 3,
    asked: float = 1.0,
    people_right: float = 0.8,
    llms: int = 1,
    llm_right: float = 0.75,
    told: bool = True,
    same_errors: bool = False,
) -> Mixed:
    """asked: share of the items that people answered. told: whether LLMs are surer where they are right.

    same_errors: whether all LLMs, which are of one family, give the same labels.
    """
    rng = np.random.default_rng(seed)
    truth = rng.integers(labels, size=items)
    item = np.repeat(np.flatnonzero(rng.random(items) < asked), per_item)
    who = np.concatenate([rng.choice(PEOPLE, per_item, replace=False) for _ in range(item.size // per_item)])
    label = np.where(rng.random(item.size) < people_right, truth[item], rng.integers(labels, size=item.size))
    right = rng.random((llms, items)) < llm_right
    said = np.where(right, truth, (truth + rng.integers(1, labels, (llms, items))) % labels)
    if same_errors:
        said[:], right[:] = said[0], right[0]
    sure = 1 / (1 + np.exp(-rng.normal(size=right.shape) - right))
    confidence = np.r_[np.full(item.size, np.nan), sure.ravel()]
    responses = Responses.from_codes(
        np.r_[item, np.tile(np.arange(items), llms)],
        np.r_[who, PEOPLE + np.repeat(np.arange(llms), items)],
        np.r_[label, said.ravel()],
        n_items=items,
        n_annotators=PEOPLE + llms,
        n_labels=labels,
        kinds=[Kind.HUMAN] * PEOPLE + [Kind.LLM] * llms,
        families=[""] * PEOPLE + (["one"] * llms if same_errors else [f"llm {number}" for number in range(llms)]),
        confidence=confidence if told else None,
    )
    return Mixed(responses, truth)


def some_gold(truth: np.ndarray, count: int) -> np.ndarray:
    return np.where(np.arange(truth.size) < count, truth, -1)


def is_sound(merged: Merged) -> None:
    for values in (merged.posterior, merged.reliability, merged.class_prior, merged.raw_posterior, merged.confusion):
        assert values is None or (np.isfinite(values).all() and (values >= 0).all() and (values <= 1 + 1e-9).all())
    np.testing.assert_allclose(merged.posterior.sum(axis=1), 1)


def model_of(merged: Merged) -> beside_llms.Beside:
    assert merged.fitted is not None
    assert isinstance(merged.fitted.learnt.model, beside_llms.Beside)
    return merged.fitted.learnt.model


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_few_answers_of_people_make_an_llm_better_and_never_worse(seed: int) -> None:
    responses, truth = mixed(seed, items=600, asked=0.3, per_item=1)
    alone = responses.part(responses.by_llm[responses.annotator])

    together, llm = merge(responses, None).posterior, merge(alone, None).posterior

    assert scoring.accuracy(together, truth) > scoring.accuracy(llm, truth)
    assert scoring.log_loss(together, truth) < scoring.log_loss(llm, truth)


@pytest.mark.parametrize(("people_right", "llm_right"), [(0.95, 0.4), (0.5, 0.95)])
def test_the_better_side_is_found_where_people_meet(people_right: float, llm_right: float) -> None:
    responses, truth = mixed(4, items=600, people_right=people_right, llm_right=llm_right)

    merged = merge(responses, None)

    people = merge(responses.part(~responses.by_llm[responses.annotator]), None)
    better = max(llm_right, scoring.accuracy(people.posterior, truth))
    assert scoring.accuracy(merged.posterior, truth) > better - 0.01
    assert abs(merged.reliability[PEOPLE] - llm_right) < 0.08


def test_an_llm_is_trusted_as_far_as_its_confidence_has_been_right() -> None:
    responses, truth = mixed(5, items=2_000, per_item=4)
    found = model_of(merge(responses, None))

    level = found.level[found.by_llm]
    right = responses.label[found.by_llm] == truth[responses.item[found.by_llm]]
    met = np.bincount(level, right) / np.maximum(np.bincount(level), 1)
    used = np.unique(level)

    assert used.size == beside_llms.MOST_BINS
    assert (np.diff(found.trust.right[used]) > 0).all()
    assert np.abs(found.trust.right[used] - met[used]).mean() < 0.07


def test_confidence_that_tells_nothing_is_not_gone_by() -> None:
    responses, _ = mixed(6, items=2_000, per_item=4)
    noise = np.random.default_rng(0).random(responses.n_answers)
    shuffled = replace(responses, confidence=np.where(np.isnan(responses.confidence), np.nan, noise))

    trust = [model_of(merge(of, None)).trust.right[1:] for of in (responses, shuffled)]

    assert np.ptp(trust[1]) < 0.3 * np.ptp(trust[0])


def test_an_llm_without_confidence_has_one_level() -> None:
    responses, truth = mixed(7, items=600, told=False, llm_right=0.6)

    merged = merge(responses, None)

    assert model_of(merged).trust.size == 1
    assert model_of(merged).trust.right[0] == pytest.approx(0.6, abs=0.07)
    assert scoring.accuracy(merged.posterior, truth) > 0.85


def test_llms_do_not_confirm_each_other_where_no_person_answered() -> None:
    responses, _ = mixed(8, items=400, asked=0.02, llms=6, same_errors=True, told=False, llm_right=0.5)
    trusted = model_of(merge(responses, None)).trust.right

    # Six that always agree would look right every time.
    assert (trusted < 0.85).all()
    assert model_of(merge(responses, None)).trust.answers.sum() <= 6 * 0.05 * 400


def test_a_family_that_errs_together_counts_as_one_beside_people() -> None:
    one, truth = mixed(9, items=400, llm_right=0.5, told=False)
    six = mixed(9, items=400, llm_right=0.5, told=False, llms=6, same_errors=True)

    assert np.array_equal(six.truth, truth)
    people = merge(one.part(~one.by_llm[one.annotator]), None).posterior
    assert scoring.accuracy(merge(six.responses, None).posterior, truth) > scoring.accuracy(people, truth) - 0.02


def test_people_whom_only_an_llm_checks_teach_less() -> None:
    met, unmet = mixed(10, items=60, per_item=2).responses, mixed(10, items=60, per_item=1).responses

    of_met, of_unmet = (model_of(merge(of, None))._told[~of.by_llm[of.annotator]] for of in (met, unmet))
    with_gold = model_of(merge(unmet, np.zeros(60, dtype=np.int64)))._told[~unmet.by_llm[unmet.annotator]]

    assert (of_met == 1).all()
    assert (of_unmet == 0).all()
    assert (with_gold == 1).all()


def test_labels_that_people_are_asked_about_more_often_do_not_spoil_what_is_learnt_of_an_llm() -> None:
    """People answer where the LLM said 1, which is where it is often wrong."""
    responses, truth = mixed(11, items=1_000, labels=2, told=False, llm_right=0.9)
    by_llm = responses.by_llm[responses.annotator]
    said = responses.label[by_llm]
    wrong_at_one = np.where((said == 1) & (np.random.default_rng(0).random(1_000) < 0.5), 1 - truth, truth)
    asked = (said == 1) | (np.random.default_rng(1).random(1_000) < 0.1)
    label = responses.label.copy()
    label[by_llm] = said
    of = replace(responses, label=np.where(by_llm, label, wrong_at_one[responses.item])).part(
        by_llm | asked[responses.item]
    )

    trusted = model_of(merge(of, None)).trust.right[0]

    in_all = (said == wrong_at_one).mean()
    among_asked = (said == wrong_at_one)[asked].mean()
    assert abs(trusted - in_all) < abs(trusted - among_asked)


@pytest.mark.parametrize("count", [0, 1, 20])
def test_gold_is_certain_and_teaches_how_good_an_llm_is(count: int) -> None:
    responses, truth = mixed(12, items=300, llm_right=0.6)

    merged = merge(responses, some_gold(truth, count) if count else None)

    assert merged.consensus[:count].tolist() == truth[:count].tolist()
    assert (merged.posterior[:count].max(axis=1) == 1).all()
    assert (merged.from_answers[:count].max(axis=1) < 1).all() or not count
    assert ("20 gold items" in merged.reason) == (count == 20)
    assert "how far each LLM can be trusted" in merged.reason


@pytest.mark.parametrize("count", [0, 20])
def test_names_of_items_annotators_and_labels_do_not_matter(count: int) -> None:
    responses, truth = mixed(13, items=80, llms=2)
    rng = np.random.default_rng(1)
    items, who, labels = rng.permutation(80), rng.permutation(PEOPLE + 2), rng.permutation(3)
    known = some_gold(truth, count) if count else None
    there = Responses.from_codes(
        items[responses.item],
        who[responses.annotator],
        labels[responses.label],
        n_items=80,
        n_annotators=PEOPLE + 2,
        n_labels=3,
        kinds=[responses.kinds[old] for old in np.argsort(who)],
        families=[responses.families[old] for old in np.argsort(who)],
        confidence=responses.confidence,
    )
    moved = None
    if known is not None:
        moved = np.full(80, -1)
        moved[items] = np.where(known >= 0, labels[known], -1)

    here, permuted = merge(responses, known), merge(there, moved)

    np.testing.assert_allclose(here.posterior, permuted.posterior[np.ix_(items, labels)], atol=1e-3 if count else 1e-9)


@pytest.mark.parametrize("count", [0, 15])
def test_going_on_from_the_last_fit_ends_in_the_same_place(count: int) -> None:
    responses, truth = mixed(14, items=300, asked=0.5)
    known = some_gold(truth, count) if count else None
    before = merge(responses.part(np.arange(responses.n_answers) % 50 > 0), known)

    cold = merge(responses, known)
    warm = merge(responses, known, Start.after(before.fitted, np.arange(300)))

    assert warm.iterations <= cold.iterations
    assert np.abs(warm.posterior - cold.posterior).max() < 0.01
    assert np.abs(warm.posterior - cold.posterior).mean() < 1e-3


@pytest.mark.parametrize("count", [0, 15])
@pytest.mark.parametrize("told", [True, False])
def test_one_more_answer_counts_as_much_at_once_as_in_the_batch(told: bool, count: int) -> None:
    responses, truth = mixed(15, items=60, llms=3, asked=0.6, told=told)
    merged = merge(responses, some_gold(truth, count) if count else None)

    for item in range(20, 60):
        rows = responses.item == item
        confidence = None if responses.confidence is None else responses.confidence[rows]
        one = updated(merged.fitted, ItemAnswers(responses.annotator[rows], responses.label[rows], confidence))
        np.testing.assert_allclose(one, merged.posterior[item], atol=1e-9)


def test_an_answer_of_somebody_new_moves_an_item_towards_it() -> None:
    responses, _ = mixed(16, asked=0.3)
    unanswered = np.flatnonzero(responses.answers_per_item == 1)[0]
    merged = merge(responses, None)
    llm = responses.item == unanswered
    said, other = int(responses.label[llm][0]), (int(responses.label[llm][0]) + 1) % 3

    moved = updated(
        merged.fitted,
        ItemAnswers(np.array([PEOPLE, 0]), np.array([said, other]), np.array([responses.confidence[llm][0], np.nan])),
    )

    assert moved[other] > merged.posterior[unanswered, other] + 0.05


def test_several_blocks_of_items_give_what_one_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    responses, truth = mixed(17, items=300)
    whole = merge(responses, some_gold(truth, 10))

    monkeypatch.setattr(blocks, "CELLS", 90)
    parts = merge(responses, some_gold(truth, 10))

    np.testing.assert_allclose(parts.posterior, whole.posterior, atol=1e-9)


def test_ratings_and_more_labels_than_fit_are_left_to_the_pooled_votes(monkeypatch: pytest.MonkeyPatch) -> None:
    responses, _ = mixed(18)

    assert Panel.of(responses).beside
    assert not Panel.of(replace(responses, ordinal=True)).beside
    assert not Panel.of(responses.part(~responses.by_llm[responses.annotator])).beside
    assert not Panel.of(responses.part(responses.by_llm[responses.annotator])).beside
    monkeypatch.setattr(beside_llms, "MAX_CELLS", 100)
    assert not Panel.of(responses).beside
    is_sound(merge(responses, None))


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_nothing_odd_gives_a_nan(data: st.DataObject) -> None:
    """Few answers of anybody to anything, any confidence, gold of a label that nobody gave."""
    n_items, n_labels = data.draw(st.integers(1, 6)), data.draw(st.integers(1, 4))
    kinds = [Kind.HUMAN, Kind.LLM, *data.draw(st.lists(st.sampled_from(Kind), max_size=3))]
    sure = st.one_of(st.just(float("nan")), st.sampled_from([0.0, 0.5, 1.0]), st.floats(0, 1))
    row = st.tuples(st.integers(0, n_items - 1), st.integers(0, len(kinds) - 1), st.integers(0, n_labels - 1), sure)
    first = [(0, who, data.draw(st.integers(0, n_labels - 1)), data.draw(sure)) for who in (0, 1)]
    item, who, label, confidence = zip(*first, *data.draw(st.lists(row, max_size=12)), strict=True)
    responses = Responses.from_codes(
        item,
        who,
        label,
        n_items=n_items,
        n_annotators=len(kinds),
        n_labels=n_labels + 1,
        kinds=kinds,
        families=[data.draw(st.sampled_from(["", "x"])) for _ in kinds],
        confidence=confidence if data.draw(st.booleans()) else None,
    )
    gold = np.array(data.draw(st.lists(st.integers(-1, n_labels), min_size=n_items, max_size=n_items)))

    for known in (None, gold if (gold >= 0).any() else None):
        merged = choose.merge(responses, known)
        assert merged.fitted is not None
        assert merged.fitted.panel.beside
        is_sound(merged)
        if known is not None:
            assert (merged.consensus[known >= 0] == known[known >= 0]).all()


def test_one_person_beside_one_llm_on_one_item() -> None:
    def both(label: int, confidence: float) -> np.ndarray:
        kinds = [Kind.HUMAN, Kind.LLM]
        sizes = {"n_items": 1, "n_annotators": 2, "n_labels": 2}
        of = Responses.from_codes([0, 0], [0, 1], [0, label], **sizes, kinds=kinds, confidence=[np.nan, confidence])
        return merge(of, None).posterior[0]

    assert both(0, 0.9)[0] > 0.7
    assert 0.3 < both(1, 0.9)[0] < 0.7
    assert both(1, 0.9)[0] > 0.5  # a person is expected to be right a little more often
