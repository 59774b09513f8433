"""Labels are renamed, merged and split without losing an answer, and undo gives back exactly what was."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.domain.model import Label, NewAnnotation, Status
from annotator.errors import UserError
from annotator.llm.scripted import ScriptedModel
from annotator.services import (
    adjudicating,
    annotating,
    merging,
    prelabelling,
    project_file,
    relabelling,
    setting_up,
)
from annotator.services.agents import AgentChoice
from annotator.services.project_file import Db
from annotator.storage import answers, gold
from tests.projects import crowd, direct, label_ids, llm_answers, make_project
from tests.projects import gold as import_gold

LABELS = ("good", "bad", "fine", "odd")
TABLES = {
    "annotation": "select * from annotation order by 1, 2, 3",
    "gold": "select * from gold order by 1, 2",
    "label": "select * from label where retired = 0 order by id",
    "question": "select * from question order by id",
    "project": "select * from project order by key",
    "sent_back": "select item_id, question_id, annotator_id, note, by_id from sent_back order by 1",
}


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Db]:
    db = make_project(tmp_path, labels=LABELS)
    llm_answers(db, tmp_path, "gpt", [(f"i{n}", LABELS[n % 4], 0.9) for n in range(8)])
    crowd(db, tmp_path, [(f"i{n}", who, LABELS[(n + k) % 4]) for n in range(6) for k, who in enumerate("abc")])
    import_gold(db, tmp_path, [("i0", "fine"), ("i1", "good")])
    yield db
    db.close()


@pytest.fixture
def lead(db: Db) -> int:
    return project_file.add_person(db, "Lead").id


def state_of(db: Db) -> dict[str, list[tuple[object, ...]]]:
    tables = {row[0] for row in db.conn.execute("select name from sqlite_master")}
    return {name: db.conn.execute(sql).fetchall() for name, sql in TABLES.items() if name in tables}


def given(db: Db) -> set[tuple[int, int, int]]:
    return set(db.conn.execute("select item_id, annotator_id, question_id from annotation"))


def test_renaming_and_sorting_labels_keeps_every_answer(db: Db, lead: int) -> None:
    ids = label_ids(db)
    before = db.conn.execute("select * from annotation order by 1, 2, 3").fetchall()
    good, bad, fine, odd = project_file.question(db).labels

    setting_up.save_labels(db, [odd, replace(bad, name="good"), replace(good, name="bad", key="x"), fine], lead)

    assert db.conn.execute("select * from annotation order by 1, 2, 3").fetchall() == before
    assert label_ids(db) == {"odd": ids["odd"], "good": ids["bad"], "bad": ids["good"], "fine": ids["fine"]}
    assert project_file.question(db).label_names() == ("odd", "good", "bad", "fine")


def test_undo_of_a_rename_gives_back_the_names_and_redo_takes_them_again(db: Db, lead: int) -> None:
    before = state_of(db)
    first, *rest = project_file.question(db).labels
    setting_up.save_labels(db, [replace(first, name="superb"), *rest, Label("new")], lead)
    after = project_file.question(db).label_names()

    setting_up.undo(db, lead)
    assert state_of(db) == before
    setting_up.redo(db, lead)

    assert after == project_file.question(db).label_names() == ("superb", "bad", "fine", "odd", "new")


def test_a_label_in_use_is_not_removed_and_one_without_any_use_is(db: Db, lead: int) -> None:
    labels = project_file.question(db).labels
    with pytest.raises(UserError, match="“odd” cannot be removed"):
        setting_up.save_labels(db, labels[:3], lead)
    setting_up.save_labels(db, [*labels, Label("unused")], lead)

    setting_up.save_labels(db, project_file.question(db).labels[:4], lead)

    assert project_file.question(db).label_names() == LABELS


def test_the_plan_of_a_merge_counts_what_it_then_moves(db: Db, lead: int) -> None:
    ids = label_ids(db)
    adjudicating.settle(db, lead, 3, ids["odd"])
    plan = relabelling.plan_merge(db, ids["odd"], ids["bad"])
    named = db.value("select count(*) from annotation where label_id = ?", (ids["odd"],))
    bad = db.value("select count(*) from annotation where label_id = ?", (ids["bad"],))

    relabelling.merge(db, lead, ids["odd"], ids["bad"])

    assert plan.uses.answers == named > 0
    assert plan.uses.decided == 1
    assert f"“odd” becomes “bad” in {named} answers of" in plan.sentence
    assert plan.sentence.endswith("and 1 decision of review.")
    assert db.value("select count(*) from annotation where label_id = ?", (ids["bad"],)) == bad + named
    decided = gold.of_item(db, 1, 3)
    assert decided is not None
    assert decided.label_id == ids["bad"]
    assert project_file.question(db).label_names() == ("good", "bad", "fine")


def test_a_merged_result_for_other_labels_counts_no_more_and_comes_back_with_undo(db: Db, lead: int) -> None:
    merging.merge_and_store(db)
    ids = label_ids(db)
    before = state_of(db)

    relabelling.merge(db, lead, ids["odd"], ids["bad"])
    assert merging.state(db) is None
    setting_up.undo(db, lead)

    assert state_of(db) == before
    assert merging.state(db) is not None


def test_undo_gives_back_no_result_that_merging_anew_has_replaced(db: Db, lead: int) -> None:
    merging.merge_and_store(db)
    ids = label_ids(db)
    before = state_of(db)["annotation"]
    relabelling.merge(db, lead, ids["odd"], ids["bad"])
    merging.merge_and_store(db)
    merging.merge_and_store(db)

    setting_up.undo(db, lead)

    assert state_of(db)["annotation"] == before
    assert merging.state(db) is None
    assert merging.merge_and_store(db).items == 8


def test_a_merge_is_not_taken_back_once_an_answer_that_it_moved_was_changed(db: Db, lead: int) -> None:
    ids = label_ids(db)
    annotating.answer(db, lead, annotating.turn_of(db, lead, 8), ids["odd"], seconds=1.0)
    relabelling.merge(db, lead, ids["odd"], ids["bad"])
    annotating.answer(db, lead, annotating.turn_of(db, lead, 8), ids["good"], seconds=1.0)
    before = state_of(db)

    with pytest.raises(UserError, match="One thing that this changed has been changed again since"):
        setting_up.undo(db, lead)

    assert state_of(db) == before


def test_an_answer_that_undo_would_give_a_merged_label_gets_the_one_in_its_place(db: Db, lead: int) -> None:
    ids = label_ids(db)
    annotating.answer(db, lead, annotating.turn_of(db, lead, 8), ids["odd"], seconds=1.0)
    annotating.answer(db, lead, annotating.turn_of(db, lead, 8), ids["good"], seconds=1.0)
    relabelling.merge(db, lead, ids["odd"], ids["bad"])

    annotating.undo(db, lead)

    own = annotating.turn_of(db, lead, 8).own
    assert own is not None
    assert own.label_id == ids["bad"]


def test_a_split_by_words_moves_the_answers_to_items_that_have_them(db: Db, lead: int) -> None:
    ids = label_ids(db)
    annotating.answer(db, lead, annotating.turn_of(db, lead, 1), ids["good"], seconds=1.0)
    plan = relabelling.plan_split(db, ids["good"], "delighted", search="lovely")
    before = state_of(db)

    relabelling.split(db, lead, ids["good"], "delighted", search="lovely")

    new = label_ids(db)["delighted"]
    rows = db.conn.execute("select distinct item_id from annotation where label_id = ?", (new,)).fetchall()
    assert rows == [(1,)]  # i0, "lovely"
    assert plan.moved.answers == db.value("select count(*) from annotation where label_id = ?", (new,))
    assert project_file.question(db).label_names() == ("good", "delighted", "bad", "fine", "odd")
    setting_up.undo(db, lead)
    assert state_of(db) == before


def test_a_split_takes_what_has_the_words_of_one_side_of_a_comma_or_the_other(db: Db, lead: int) -> None:
    good = label_ids(db)["good"]

    def moved(search: str) -> int:
        return relabelling.plan_split(db, good, "delighted", search=search).moved.items

    assert moved("lovely") == 1
    assert moved("lovely zzzz") == 0
    for search in ("zzzz, lovely", "lovely,zzzz,", "lovely\uff0czzzz", "zzzz\u3001lovely", "zzzz\u060c lovely"):
        assert moved(search) == 1
    assert moved(" , ") == 0


def test_a_split_asks_people_again_about_the_items_that_they_gave_the_label(db: Db, lead: int) -> None:
    mira, ids = project_file.add_person(db, "Mira").id, label_ids(db)
    for item_id in (1, 2):
        annotating.answer(db, mira, annotating.turn_of(db, mira, item_id), ids["good"], seconds=1.0)
    plan = relabelling.plan_split(db, ids["good"], "delighted", search="lovely", ask=True)

    relabelling.split(db, lead, ids["good"], "delighted", search="lovely", ask=True)

    people = db.conn.execute(
        "select distinct a.item_id from annotation a join annotator w on w.id = a.annotator_id"
        " where w.kind = 'human' and a.label_id = ? order by 1",
        (ids["good"],),
    ).fetchall()
    assert plan.asked == len(people)
    turn = annotating.next_turn(db, mira)
    assert turn is not None
    assert (turn.item.id, turn.note) == (people[0][0], "“good” was split: there is also “delighted” now.")


def test_a_label_with_a_name_that_there_is_already_is_refused(db: Db, lead: int) -> None:
    with pytest.raises(UserError, match="“bad” occurs twice"):
        relabelling.plan_split(db, label_ids(db)["good"], "bad")
    with pytest.raises(UserError, match="into itself"):
        relabelling.plan_merge(db, label_ids(db)["good"], label_ids(db)["good"])


@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_done_no_answer_is_lost_and_undoing_it_all_gives_back_the_exact_state(
    db: Db, lead: int, seed: int
) -> None:
    rng = random.Random(seed)
    if seed % 2:
        merging.merge_and_store(db)
    everything, states = given(db), [state_of(db)]
    states[0].setdefault("sent_back", [])
    for number in range(6):
        labels = project_file.question(db).labels
        one, other = rng.sample(labels, 2)
        deed = rng.choice(("merge", "split", "rename"))
        if deed == "merge" and len(labels) > 2:
            relabelling.merge(db, lead, one.id, other.id)
        elif deed == "split":
            search = rng.choice(("", "lovely", "great"))
            relabelling.split(db, lead, one.id, f"new {number}", search=search, ask=rng.random() < 0.5)
        else:
            changed = [replace(each, name=f"name {number}") if each == one else each for each in labels]
            setting_up.save_labels(db, rng.sample(changed, len(changed)), lead)
        in_use = {label.id for label in project_file.question(db).labels}
        assert given(db) == everything
        assert {row[0] for row in db.conn.execute("select label_id from annotation")} <= in_use
        assert {row[0] for row in db.conn.execute("select label_id from gold")} <= in_use
        states.append(state_of(db))
        states[-1].setdefault("sent_back", [])

    for expected in reversed(states[:-1]):
        setting_up.undo(db, lead)
        found = state_of(db)
        found.setdefault("sent_back", [])
        assert found == expected
    for expected in states[1:]:
        setting_up.redo(db, lead)
        found = state_of(db)
        found.setdefault("sent_back", [])
        assert found == expected


def test_a_result_that_was_worked_out_before_labels_were_merged_is_not_put_in_force(db: Db, lead: int) -> None:
    ids = label_ids(db)
    computed = merging.merge(db)
    relabelling.merge(db, lead, ids["odd"], ids["bad"])

    with pytest.raises(UserError, match="labels were changed while the answers were merged"):
        merging.store(db, computed)

    assert merging.state(db) is None


def test_an_answer_of_a_run_under_way_with_a_merged_label_gets_the_one_in_its_place(db: Db, lead: int) -> None:
    ids, before = label_ids(db), project_file.question(db)
    relabelling.merge(db, lead, ids["odd"], ids["bad"])
    late = answers.record(db, lead, before.id, [NewAnnotation(8, Status.LABEL, ids["odd"])])

    assert late.annotations
    assert db.value("select label_id from annotation where item_id = 8 and annotator_id = ?", (lead,)) == ids["bad"]


def test_confidences_are_worked_out_anew_after_labels_were_merged_and_added(tmp_path: Path) -> None:
    db = make_project(tmp_path, labels=("good", "bad", "fine"))
    who = project_file.add_person(db, "Lead").id
    model = ScriptedModel(lambda request: {"good": 0.5, "bad": 0.3, "fine": 0.2})

    async def opener(spec: object) -> ScriptedModel:
        return model

    def ask(limit: int) -> None:
        asyncio.run(prelabelling.run(direct(db), AgentChoice(), opener=opener, limit=limit))

    ask(4)
    ids = label_ids(db)
    relabelling.merge(db, who, ids["bad"], ids["fine"])
    model._script = lambda request: {"good": 0.5, "fine": 0.5}
    ask(2)
    setting_up.save_labels(db, [*project_file.question(db).labels, Label("odd")], who)
    model._script = lambda request: {"good": 0.1, "fine": 0.1, "odd": 0.8}
    ask(2)

    given = db.conn.execute("select l.name, count(*) from annotation a join label l on l.id = a.label_id group by 1")
    assert sum(number for _, number in given) == 8
    assert db.value("select count(*) from annotation where label_id = ?", (ids["bad"],)) == 0
    db.close()
