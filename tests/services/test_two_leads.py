"""Two copies of one project go apart and become one again, the same from either side."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from annotator.domain.model import Label
from annotator.errors import UserError
from annotator.services import (
    adjudicating,
    annotating,
    browsing,
    guidelines,
    importing,
    joining,
    merging,
    overview,
    project_file,
    relabelling,
    setting_up,
    taking,
)
from annotator.services.packing import Wish
from annotator.services.project_file import Db
from annotator.storage import gold, items
from tests import projects
from tests.services import sending

Pair = tuple[Db, Db]


@contextmanager
def apart(db: Db, folder: Path) -> Iterator[Pair]:
    """The project, and a copy of it as it is now."""
    db.conn.execute("pragma wal_checkpoint(truncate)")
    shutil.copy(db.path, folder / "copy.annotator")
    with closing(project_file.open_project(folder / "copy.annotator")) as other:
        yield db, other


def both_ways(pair: Pair, rounds: int = 1) -> list[taking.Report]:
    """Each takes the other as it was before."""
    reports = []
    for _ in range(rounds):
        for db in pair:
            db.conn.execute("pragma wal_checkpoint(truncate)")
        there = shutil.copy(pair[1].path, pair[1].path.with_name("there.annotator"))
        here = shutil.copy(pair[0].path, pair[0].path.with_name("here.annotator"))
        reports += [taking.take(pair[0], [Path(there)]), taking.take(pair[1], [Path(here)])]
    return reports


def person(db: Db, name: str) -> int:
    return project_file.add_person(db, name).id


def settle(db: Db, item: str, label: str | None, by: str = "Lead") -> None:
    adjudicating.settle_named(db, person(db, by), [(item, label)])


def decided(db: Db) -> dict[str, str | None]:
    names = {id_: name for name, id_ in projects.label_ids(db).items()}
    found = gold.every(db, project_file.question(db).id)
    ids = {item.id: item.external_id for item in items.page(db, items.ids(db))}
    return {ids[each.item_id]: names.get(each.label_id or 0) for each in found}


def external(db: Db) -> set[str]:
    return {item.external_id for item in items.page(db, items.ids(db))}


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    with closing(projects.make_project(tmp_path)) as db:
        sending.answer_in(db, person(db, "Ann"), "i0", "good")
        settle(db, "i7", "bad")
        with apart(db, tmp_path) as both:
            yield both


def test_answers_of_both_are_there_in_both(pair: Pair) -> None:
    a, b = pair
    sending.answer_in(a, person(a, "Ann"), "i1", "good")
    sending.answer_in(b, person(b, "Bo"), "i1", "bad")
    sending.answer_in(b, person(b, "Cy"), "i2", None)
    sending.answer_in(a, person(a, "Cy"), "i3", "good")  # a name that both added is one person
    both_ways(pair)
    expected = {
        ("i0", "Ann"): "good",
        ("i1", "Ann"): "good",
        ("i1", "Bo"): "bad",
        ("i2", "Cy"): "skipped",
        ("i3", "Cy"): "good",
    }
    assert sending.said(a) == sending.said(b) == expected
    assert all(report.changed == 0 for report in both_ways(pair))
    assert sending.said(a) == sending.said(b) == expected


def test_what_was_taken_back_in_one_copy_is_taken_back(pair: Pair) -> None:
    a, b = pair
    assert annotating.undo(a, person(a, "Ann")) is not None
    sending.answer_in(b, person(b, "Bo"), "i1", "bad")
    both_ways(pair)
    assert sending.said(a) == sending.said(b) == {("i1", "Bo"): "bad"}


def test_one_answer_given_twice_is_the_same_in_both(pair: Pair) -> None:
    a, b = pair
    sending.answer_in(a, person(a, "Ann"), "i1", "good")
    sending.answer_in(b, person(b, "Ann"), "i1", "bad")
    both_ways(pair)
    assert sending.said(a) == sending.said(b)
    sending.answer_in(a, person(a, "Ann"), "i1", "good")  # later than all that both knew
    both_ways(pair)
    assert sending.said(a)["i1", "Ann"] == sending.said(b)["i1", "Ann"] == "good"


def test_items_and_their_answers_come_too(pair: Pair, tmp_path: Path) -> None:
    a, b = pair
    for db, rows in ((a, "n1,only here\nx,same id\n"), (b, "n2,only there\nx,another text\n")):
        (tmp_path / "more.csv").write_text(f"id,text\n{rows}", encoding="utf-8")
        importing.import_items(db, tmp_path / "more.csv")
    projects.llm_answers(b, tmp_path, "model", [("n2", "good", 0.9)])
    reports = both_ways(pair)
    assert external(a) == external(b) == {*(f"i{n}" for n in range(8)), "n1", "n2", "x", "x (2)"}
    [came] = reports[0].files
    assert came.joined is not None
    assert (came.joined.items, came.joined.renamed, came.joined.other_answers) == (2, ("x (2)",), 1)
    row = next(row for row in browsing.rows(a, items.ids(a)) if row.external_id == "n2")
    assert (row.llm_label, row.llm_confidence) == ("good", 0.9)
    assert external(a) == external(b)
    both_ways(pair)
    assert len(external(a)) == 12


def test_a_decision_that_only_one_made_or_took_back_counts_in_both(pair: Pair) -> None:
    a, b = pair
    settle(a, "i1", "good")
    adjudicating.undo(b, person(b, "Lead"))  # that of i7
    settle(b, "i2", None)
    both_ways(pair)
    assert decided(a) == decided(b) == {"i1": "good", "i2": None}


def test_decisions_that_contradict_each_other_count_in_neither_until_somebody_settles_them(pair: Pair) -> None:
    a, b = pair
    merging.merge_and_store(a)
    settle(a, "i1", "good", by="Lea")
    settle(b, "i1", "bad", by="Ben")
    settle(a, "i2", "bad", by="Lea")
    settle(b, "i2", "bad", by="Ben")
    reports = both_ways(pair)
    for db in pair:
        assert decided(db) == {"i7": "bad", "i2": "bad"}
        [both] = joining.contested(db).values()
        names = {id_: name for name, id_ in projects.label_ids(db).items()}
        assert sorted(names[each.label_id or 0] for each in both) == ["bad", "good"]
    assert reports[0].files[0].joined is not None
    assert reports[0].files[0].joined.contested == ("i1",)
    for db in pair:  # of which one was never merged
        assert [conflict.external_id for conflict in adjudicating.conflicts(db)] == ["i1"]
        found = adjudicating.case(db, 2)
        assert found.gold is None
        assert {names[each.label_id or 0] for each in found.contested} == {"bad", "good"}
        assert [conflict.external_id for conflict in adjudicating.conflicts(db, "contested")] == ["i1"]
        assert overview.summary(db).in_conflict == 1

    settle(a, "i1", "good", by="Lea")
    both_ways(pair)
    assert decided(a) == decided(b) == {"i7": "bad", "i2": "bad", "i1": "good"}
    assert adjudicating.conflict_count(a) == adjudicating.conflict_count(a, "contested") == 0
    assert adjudicating.case(a, 2).contested == ()
    assert joining.contested(a) == joining.contested(b) == {}
    settle(b, "i1", "bad", by="Ben")  # knowing what Lea said, so later
    both_ways(pair)
    assert decided(a)["i1"] == decided(b)["i1"] == "bad"


def test_what_two_leads_decided_differently_is_not_accepted_with_what_everybody_agrees_on(pair: Pair) -> None:
    a, b = pair
    for item in ("i1", "i2"):
        for name in ("Ann", "Bo"):
            sending.answer_in(a, person(a, name), item, "good")
    settle(a, "i1", "good", by="Lea")
    settle(b, "i1", "bad", by="Ben")
    both_ways(pair)
    merging.merge_and_store(a)
    assert adjudicating.unanimous(a, 0).names == ("i2",)


def test_both_files_are_sound_after_all_that(pair: Pair, tmp_path: Path) -> None:
    a, b = pair
    projects.llm_answers(b, tmp_path, "model", [("i2", "good", 0.9)])
    settle(a, "i1", "good", by="Lea")
    settle(b, "i1", "bad", by="Ben")
    settle(b, "i2", "bad", by="Ben")
    sending.answer_in(b, person(b, "Bo"), "i1", "bad")
    mine = sending.opened(sending.send(a, tmp_path / "out", Wish(to=("Dee",)))["Dee"])
    sending.answer(mine, {"i4": "good", "i5": "bad"})
    both_ways(pair)
    taking.take(b, [sending.hand_back(mine, tmp_path / "d.annoreturn")])
    both_ways(pair)
    taking.undo(a)
    for path in (a.path, b.path, mine):
        assert project_file.problems(path) == []


def test_a_guideline_and_labels_that_one_lead_changed_are_the_same_in_both(pair: Pair) -> None:
    a, b = pair
    lea, ben = person(a, "Lea"), person(b, "Ben")
    guidelines.save(b, "Be strict.", "stricter", ben)
    setting_up.save_labels(a, [*project_file.question(a).labels, Label("mixed")], lea)
    reports = both_ways(pair)
    for db in pair:
        question = project_file.question(db)
        assert (question.guideline, question.version) == ("Be strict.", 2)
        assert question.label_names() == ("good", "bad", "mixed")
    assert reports[0].files[0].joined is not None
    assert (reports[0].files[0].joined.taken_over, reports[0].files[0].joined.texts) == (("Sentiment",), ())
    guidelines.save(b, "Be kind again.", "", ben)  # after the other took the one before
    both_ways(pair)
    assert [project_file.question(db).guideline for db in pair] == ["Be kind again."] * 2


def test_a_label_that_one_lead_merged_is_merged_in_both(pair: Pair) -> None:
    a, b = pair
    ids = projects.label_ids(a)
    setting_up.save_labels(a, [*project_file.question(a).labels, Label("mixed")], person(a, "Lea"))
    both_ways(pair)
    sending.answer_in(b, person(b, "Bo"), "i1", "good")
    relabelling.merge(a, person(a, "Lea"), ids["good"], projects.label_ids(a)["mixed"])
    both_ways(pair)
    both_ways(pair)
    for db in pair:
        assert project_file.question(db).label_names() == ("bad", "mixed")
        assert sending.said(db) == {("i0", "Ann"): "mixed", ("i1", "Bo"): "mixed"}


def test_labels_of_one_name_that_both_added_stay_two(pair: Pair) -> None:
    for db, who in zip(pair, ("Lea", "Ben"), strict=True):
        setting_up.save_labels(db, [*project_file.question(db).labels, Label("mixed")], person(db, who))
    both_ways(pair, rounds=2)
    for db in pair:
        assert project_file.question(db).label_names() == ("good", "bad", "mixed", "mixed (2)")


def test_of_a_guideline_that_both_changed_the_later_one_counts_and_the_other_is_a_version(pair: Pair) -> None:
    a, b = pair
    guidelines.save(a, "Be strict.", "stricter", person(a, "Lea"))
    guidelines.save(b, "Be kind.", "", person(b, "Ben"))
    for report in both_ways(pair):
        assert report.files[0].joined is not None
        [told] = report.files[0].joined.texts
        assert told == "the guideline of “Sentiment”, whose other text is among its versions"
    for db in pair:
        assert project_file.question(db).guideline == "Be kind."
        versions = [(each.number, each.text, each.note, each.who) for each in guidelines.versions(db)]
        assert versions[:2] == [(3, "Be kind.", "", "Ben"), (2, "Be strict.", "stricter", "Lea")]
    guidelines.save(a, "Be fair.", "", person(a, "Lea"))  # knowing both
    both_ways(pair)
    assert [project_file.question(db).guideline for db in pair] == ["Be fair."] * 2


def test_settings_and_texts_that_differ_are_reported_and_stay(pair: Pair) -> None:
    a, b = pair
    project_file.set_setting(a, "about", "one")
    project_file.set_setting(b, "about", "another")
    [came] = both_ways(pair)[0].files
    assert came.joined is not None
    assert came.joined.settings == ("about",)
    assert project_file.setting(a, "about") == "one"


def test_packages_that_the_other_lead_sent_can_be_taken_back_here(pair: Pair, tmp_path: Path) -> None:
    a, b = pair
    mine = sending.opened(sending.send(b, tmp_path / "out", Wish(to=("Dee",)))["Dee"])
    sending.answer(mine, {"i4": "good"})
    back = sending.hand_back(mine, tmp_path / "d.annoreturn")
    [came] = taking.take(a, [back]).files
    assert [each.why for each in came.aside] == ["its package was not sent from this project"]
    report = both_ways(pair)[0]
    assert report.placed_later == 1
    assert "Added: 0 items, 0 answers of LLMs and files, 0 decisions, 0 calls, 1 package that was sent." in (
        report.sentences()
    )
    assert sending.said(a)["i4", "Dee"] == "good"


def test_taking_another_copy_is_undone_for_answers_and_decisions(pair: Pair) -> None:
    a, b = pair
    sending.answer_in(b, person(b, "Bo"), "i1", "bad")
    settle(b, "i3", "good")
    b.conn.execute("pragma wal_checkpoint(truncate)")
    before = sending.said(a), decided(a)
    taking.take(a, [b.path])
    assert (sending.said(a), decided(a)) != before
    taking.undo(a)
    assert (sending.said(a), decided(a)) == before


def test_another_project_is_no_copy(pair: Pair, tmp_path: Path) -> None:
    with closing(projects.make_project(tmp_path, name="other")) as other, pytest.raises(UserError, match="another"):
        taking.take(pair[0], [other.path])
    with pytest.raises(UserError, match="this project itself"):
        taking.take(pair[0], [pair[0].path])
