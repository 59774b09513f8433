"""Merging from the last solution, and the posterior of one item after one more answer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from annotator.domain.model import Annotation, NewAnnotation, Status
from annotator.services import agreement, merging, project_file
from annotator.services.project_file import Db
from annotator.storage import annotators, answers, posteriors, setup
from tests.projects import crowd, label_ids, llm_answers, make_project

ITEMS = 60


@pytest.fixture
def db(tmp_path: Path) -> Any:
    db = make_project(tmp_path, [f"text {number}" for number in range(ITEMS)])
    rng = np.random.default_rng(0)
    truth = rng.integers(2, size=ITEMS)
    rows = []
    for item in range(ITEMS - 2):
        for person in rng.choice(8, 3, replace=False):
            right = rng.random() < 0.6 + 0.04 * person
            rows.append((f"i{item}", f"p{person}", ("good", "bad")[truth[item] if right else 1 - truth[item]]))
    crowd(db, tmp_path, rows)
    yield db
    db.close()


def answer(db: Db, name: str, item: int, label: str) -> None:
    who = project_file.add_person(db, name)
    new = NewAnnotation(item, Status.LABEL, label_ids(db)[label])
    answers.record(db, who.id, setup.question(db).id, [new])


def given(db: Db, item: int) -> list[Annotation]:
    return answers.of_item(db, setup.question(db).id, item)


def posterior_of(computed: merging.Computed, item: int) -> dict[int, float]:
    row = next(row for row in computed.rows if row.item_id == item)
    return dict(zip(computed.header["labels"], np.frombuffer(row.probabilities), strict=True))


def close(found: dict[int, float], expected: dict[int, float], tolerance: float) -> bool:
    return found.keys() == expected.keys() and all(abs(found[k] - expected[k]) <= tolerance for k in found)


def test_a_refit_ends_where_a_fit_from_the_beginning_does(db: Db) -> None:
    last = merging.merge(db)
    answer(db, "p1", 5, "good")
    answer(db, "p2", ITEMS - 1, "bad")

    warm, cold = merging.refit(db, last.fit), merging.merge(db)

    rounds = [found.header["parameters"]["iterations"] for found in (warm, cold)]
    assert rounds[0] < rounds[1]
    assert [row.item_id for row in warm.rows] == [row.item_id for row in cold.rows]
    for item in (1, 5, 30, ITEMS - 1):
        assert close(posterior_of(warm, item), posterior_of(cold, item), 0.005)


def test_a_refit_without_a_last_solution_is_a_merge(db: Db) -> None:
    first, merged = merging.refit(db, None), merging.merge(db)

    assert [row.probabilities for row in first.rows] == [row.probabilities for row in merged.rows]
    assert merging.store(db, first).method == "auto"
    assert posteriors.current(db) is not None


def test_an_update_of_an_unchanged_item_is_its_merged_posterior(db: Db) -> None:
    computed = merging.merge(db)

    for item in (1, 7, 40):
        assert close(merging.update_item(computed.fit, given(db, item)), posterior_of(computed, item), 1e-9)


def test_one_more_answer_moves_its_item_at_once_and_much_as_a_refit_would(db: Db) -> None:
    computed = merging.merge(db)
    good = label_ids(db)["good"]
    before = posterior_of(computed, 12)[good]
    answer(db, "p7", 12, "good")
    answer(db, "p6", 12, "good")

    updated = merging.update_item(computed.fit, given(db, 12))

    assert updated[good] > before
    assert close(updated, posterior_of(merging.refit(db, computed.fit), 12), 0.05)


def test_an_item_without_answers_has_the_share_of_each_label(db: Db) -> None:
    computed = merging.merge(db)

    updated = merging.update_item(computed.fit, given(db, ITEMS))

    assert list(updated.values()) == pytest.approx(computed.header["parameters"]["class_prior"])


def test_who_joined_since_is_taken_for_an_average_person_and_a_new_llm_is_left_out(db: Db, tmp_path: Path) -> None:
    computed = merging.merge(db)
    good = label_ids(db)["good"]
    nothing = merging.update_item(computed.fit, given(db, ITEMS))
    llm_answers(db, tmp_path, "judge", [(f"i{ITEMS - 1}", "good", 0.9)])
    assert merging.update_item(computed.fit, given(db, ITEMS)) == nothing

    answer(db, "newcomer", ITEMS, "good")

    assert 0.5 < merging.update_item(computed.fit, given(db, ITEMS))[good] < 0.95


def test_skipped_items_tell_nothing(db: Db) -> None:
    computed = merging.merge(db)
    before = merging.update_item(computed.fit, given(db, 3))
    who = project_file.add_person(db, "skipper")
    answers.record(db, who.id, setup.question(db).id, [NewAnnotation(3, Status.SKIPPED)])

    assert merging.update_item(computed.fit, given(db, 3)) == before


@pytest.mark.parametrize("method", ["majority-vote", "dawid-skene"])
def test_only_the_automatic_method_leaves_a_fit(db: Db, method: str) -> None:
    assert merging.merge(db, method).fit is None


def test_labels_with_an_order_are_merged_as_such(db: Db) -> None:
    assert merging.merge(db).header["parameters"]["ordinal"] is False

    agreement.set_ordinal(db, True)

    assert merging.merge(db).header["parameters"]["ordinal"] is True


def names(found: Sequence[Any]) -> list[str]:
    return [one.name for one in found]


def test_the_newcomer_that_merging_reckons_with_shows_nowhere(db: Db) -> None:
    merging.merge_and_store(db)

    assert names(annotators.every(db)) == names([report.annotator for report in merging.annotator_report(db)])
