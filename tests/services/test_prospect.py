"""What more answers of people would bring, read from a real project file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from annotator.errors import UserError
from annotator.services import adaptive, adjudicating, annotating, merging, outlook, project_file
from annotator.services.project_file import Db
from annotator.storage import posteriors
from tests.projects import crowd, gold, label_ids, llm_answers, make_project

ITEMS = 120


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Db]:
    """120 items that nobody has answered."""
    db = make_project(tmp_path, [f"text {number}" for number in range(ITEMS)])
    yield db
    db.close()


def answer_all(db: Db, folder: Path, people: int = 2, wrong: float = 0.2, items: int = ITEMS) -> None:
    """So many people answer everything, each wrong so often; the truth alternates."""
    random = np.random.default_rng(0)
    rows = []
    for number in range(items):
        for person in range(people):
            right = random.random() >= wrong
            rows.append((f"i{number}", f"w{person}", ("good", "bad")[(number + (not right)) % 2]))
    crowd(db, folder, rows)


def known(db: Db, folder: Path, wrong: int) -> None:
    """Gold for all items: the merged labels, but for so many."""
    names = {label_id: name for name, label_id in label_ids(db).items()}
    other = {"good": "bad", "bad": "good"}
    labels = [names[row.label_id] for row in posteriors.every(db)]
    gold(db, folder, [(f"i{n}", other[name] if n < wrong else name) for n, name in enumerate(labels)])


def test_before_a_merge_one_sentence_says_what_to_do(db: Db, tmp_path: Path) -> None:
    answer_all(db, tmp_path)

    assert outlook.read(db) is None
    with pytest.raises(UserError, match="Nothing is merged yet") as failed:
        outlook.prospect(db)
    assert "annotator merge" in failed.value.hint


def test_the_forecast_starts_at_what_merging_expects_and_changes_nothing(db: Db, tmp_path: Path) -> None:
    answer_all(db, tmp_path)
    merging.merge_and_store(db)
    state = merging.state(db)
    assert state is not None

    found = outlook.prospect(db)

    assert found.forecast.now == pytest.approx(state.expected_accuracy)
    assert found.items == ITEMS
    assert found.unanswered == 0
    assert found.right is None
    assert found.forecast.best > found.forecast.now
    assert found.sentences()[0] == f"Expected accuracy now {100 * found.forecast.now:.3g} % of 120 items."
    assert outlook.prospect(db).as_dict() == found.as_dict()
    assert merging.state(db) == state


def test_a_target_costs_answers_or_is_there_already_or_is_out_of_reach_for_a_reason(db: Db, tmp_path: Path) -> None:
    answer_all(db, tmp_path)
    merging.merge_and_store(db)
    found = outlook.prospect(db)
    middle = round((found.forecast.now + found.forecast.best) / 2, 3)

    assert found.headline(middle)[1].startswith("About ")
    assert f"more answers bring it to {100 * middle:g} %." in found.headline(middle)[1]
    assert found.headline(0.5)[1] == "That is the 50 % wanted already."
    assert "99.9 % is out of reach" in found.headline(0.999)[1]
    assert "People agree too little" in found.headline(0.999)[1]
    assert found.as_dict(0.999)["answers_to_target"] is None
    assert 0 < found.as_dict(middle)["answers_to_target"] < found.forecast.stops


def test_people_who_agree_are_stopped_by_the_rule_that_nobody_is_asked_about_sure_labels(
    db: Db, tmp_path: Path
) -> None:
    answer_all(db, tmp_path, wrong=0.1)
    adaptive.route(db, sure=0.6, most=50)
    merging.merge_and_store(db)

    assert "Nobody is asked about a label that is 60 % sure." in outlook.prospect(db).headline(0.999)[1]


def test_where_every_label_is_sure_nothing_is_asked_for(db: Db, tmp_path: Path) -> None:
    answer_all(db, tmp_path, people=3, wrong=0.0)
    merging.merge_and_store(db)
    told = outlook.prospect(db).headline(1.0)

    assert told[1] == "100 % is out of reach. Nobody is asked about a label that is 95 % sure."
    assert told[2] == "More answers are hardly worth it: it takes over 20 to set one label right."


def test_the_rules_of_the_adaptive_routing_in_force_hold(db: Db, tmp_path: Path) -> None:
    answer_all(db, tmp_path)
    merging.merge_and_store(db)
    before = outlook.prospect(db)
    adaptive.route(db, sure=0.99, most=9)
    after = outlook.prospect(db)

    assert (before.sure, before.most) == (adaptive.SURE, adaptive.MOST)
    assert (after.sure, after.most) == (0.99, 9)
    assert after.forecast.stops > before.forecast.stops


def test_items_that_nobody_answered_count_where_no_llm_did(db: Db, tmp_path: Path) -> None:
    answer_all(db, tmp_path, items=40)
    merging.merge_and_store(db)
    found = outlook.prospect(db)
    state = merging.state(db)
    assert state is not None

    assert found.unanswered == 80
    assert found.items == ITEMS
    assert found.forecast.now < (state.expected_accuracy or 0)
    assert "120 items, 80 of which nobody has answered." in found.sentences()[0]


def test_without_people_an_average_person_is_assumed_and_said(db: Db, tmp_path: Path) -> None:
    llm_answers(db, tmp_path, "oracle", [(f"i{n}", ("good", "bad")[n % 2], 0.5 + n / 300) for n in range(ITEMS)])
    merging.merge_and_store(db)
    found = outlook.prospect(db)

    assert found.right == 0.8
    assert "80 % is assumed" in found.sentences()[-1]
    assert found.forecast.best > found.forecast.now + 0.05


def test_nobody_is_said_to_agree_too_little_where_nothing_shows_how_far_people_agree(db: Db, tmp_path: Path) -> None:
    llm_answers(db, tmp_path, "oracle", [(f"i{n}", ("good", "bad")[n % 2], 0.5 + n / 300) for n in range(ITEMS)])
    merging.merge_and_store(db)
    told = " ".join(outlook.prospect(db).sentences(0.9999))

    assert "If people are right in 80 % of their answers, about " in told
    assert "80 % is assumed" in told
    assert "People agree" not in told


def test_where_merging_keeps_one_number_for_each_person_that_number_is_used(db: Db, tmp_path: Path) -> None:
    answer_all(db, tmp_path)
    merging.merge_and_store(db)
    best = []
    for right in (0.55, 0.95):
        db.conn.execute("update reliability set confusion = null, reliability = ?", (right,))
        found = outlook.prospect(db)
        assert found.right is None
        best.append(found.forecast.best)

    assert best[0] < best[1] - 0.02


@pytest.mark.parametrize(("wrong", "verdict"), [(0.0, "too cautious"), (0.9, "too optimistic"), (None, "agrees with")])
def test_gold_says_whether_the_forecast_can_be_believed(
    db: Db, tmp_path: Path, wrong: float | None, verdict: str
) -> None:
    """None: as many labels are wrong as merging expects."""
    answer_all(db, tmp_path)
    merging.merge_and_store(db)
    now = outlook.prospect(db).forecast.now
    known(db, tmp_path, round(ITEMS * (1 - now if wrong is None else wrong)))
    found = outlook.prospect(db)

    assert found.measured.of == ITEMS
    assert found.claimed == pytest.approx(now)
    assert verdict in found.origin()[0]


def test_without_gold_it_is_said_that_nothing_measures_it(db: Db, tmp_path: Path) -> None:
    answer_all(db, tmp_path)
    merging.merge_and_store(db)

    assert outlook.prospect(db).origin() == [
        "This is what merging expects of itself; without gold nothing measures it."
    ]


def test_settled_items_are_asked_about_no_more(db: Db, tmp_path: Path) -> None:
    answer_all(db, tmp_path, wrong=0.4)
    merging.merge_and_store(db)
    before = outlook.prospect(db).forecast.stops
    lead = project_file.add_person(db, "Mira").id
    for conflict in adjudicating.conflicts(db)[:20]:
        adjudicating.settle(db, lead, conflict.item_id, label_ids(db)["good"])

    assert outlook.prospect(db).forecast.stops < before - 20


def test_minutes_are_told_once_somebody_has_answered_in_the_window(db: Db, tmp_path: Path) -> None:
    answer_all(db, tmp_path)
    merging.merge_and_store(db)
    assert outlook.prospect(db).minutes_each is None
    mira = project_file.add_person(db, "Mira").id
    turn = annotating.next_turn(db, mira)
    assert turn is not None
    annotating.answer(db, mira, turn, label_ids(db)["good"], seconds=30)

    found = outlook.prospect(db)

    assert found.minutes_each == pytest.approx(0.5)
    assert " min)" in found.headline(0.999)[1] or " h)" in found.headline(0.999)[1]


def test_the_numbers_are_the_points_of_the_curve(db: Db, tmp_path: Path) -> None:
    answer_all(db, tmp_path)
    merging.merge_and_store(db)
    found = outlook.prospect(db)
    lines = found.numbers().splitlines()

    assert lines[0] == "answers,expected,low,high,one_more_each"
    assert len(lines) == found.forecast.adaptive.answers.size + 1
    assert [float(line.split(",")[1]) for line in lines[1:]] == pytest.approx(
        found.forecast.adaptive.expected, abs=1e-5
    )


@pytest.mark.parametrize(("answers", "said"), [(0, 0), (1, 1), (99, 99), (347, 350), (12_345, 12_000)])
def test_answers_are_told_to_two_digits(answers: int, said: int) -> None:
    assert outlook.rounded(answers) == said
