"""Two and three copies of one project, in whatever order they are taken: the same result, and nothing is lost."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from annotator.domain.model import Label
from annotator.services import (
    adjudicating,
    browsing,
    differing,
    importing,
    joining,
    packages,
    project_file,
    relabelling,
    setting_up,
    taking,
)
from annotator.services.packing import Wish
from annotator.services.project_file import Db
from annotator.storage import items
from tests import projects
from tests.services import sending
from tests.services.test_two_leads import both_ways, decided, person, settle

Three = tuple[Db, Db, Db]


@pytest.fixture
def three(tmp_path: Path) -> Iterator[Three]:
    """A project and two copies of it, open."""
    with closing(projects.make_project(tmp_path)) as a:
        _settled(a)
        paths = [Path(shutil.copy(a.path, tmp_path / f"{name}.annotator")) for name in "bc"]
        with closing(project_file.open_project(paths[0])) as b, closing(project_file.open_project(paths[1])) as c:
            yield a, b, c


def _settled(db: Db) -> None:
    db.conn.execute("pragma wal_checkpoint(truncate)")


def take_copy(db: Db, *others: Db) -> list[taking.Report]:
    """Each of the others, one after the other, as it is now."""
    for other in others:
        _settled(other)
    return [taking.take(db, [other.path]) for other in others]


def every_way(three: Three, seen: Callable[[Db], object], folder: Path) -> list[object]:
    """What is seen in each copy that has taken the two others, in both orders."""
    for db in three:
        _settled(db)
    found = []
    for mine, *others in itertools.permutations(three):
        with closing(project_file.open_project(Path(shutil.copy(mine.path, folder / "tried.annotator")))) as db:
            for _ in range(2):  # the second time changes nothing
                for other in others:
                    taking.take(db, [other.path])
                found.append(seen(db))
    return found


def llm_labels(db: Db) -> dict[str, str]:
    rows = browsing.rows(db, items.ids(db))
    return {row.external_id: row.llm_label for row in rows if row.llm_label}


def add_rows(db: Db, folder: Path, rows: str) -> None:
    (folder / "more.csv").write_text(f"id,text\n{rows}", encoding="utf-8")
    importing.import_items(db, folder / "more.csv")


def contested(db: Db) -> set[str]:
    return {item.external_id for item in items.page(db, sorted(joining.contested(db)))}


def label_names(db: Db) -> Sequence[str]:
    return project_file.question(db).label_names()


def save_labels(db: Db, *labels: Label) -> None:
    setting_up.save_labels(db, labels, person(db, "Lead"))


def test_answers_to_an_item_that_both_leads_imported_have_their_place(three: Three, tmp_path: Path) -> None:
    a, b, _ = three
    for db in (a, b):
        add_rows(db, tmp_path, "n1,the same in both\n")
    sending.answer_in(a, person(a, "Ann"), "n1", "good")
    sending.answer_in(b, person(b, "Bo"), "n1", "bad")
    mine = sending.opened(sending.send(b, tmp_path / "out", Wish(to=("Dee",), each=9))["Dee"])
    sending.answer(mine, {"n1": "bad"})
    both_ways((a, b))
    back = sending.hand_back(mine, tmp_path / "d.annoreturn")
    for db in (a, b):
        assert [came.aside for came in taking.take(db, [back]).files] == [()]
    expected = {("n1", "Ann"): "good", ("n1", "Bo"): "bad", ("n1", "Dee"): "bad"}
    assert sending.said(a) == sending.said(b) == expected
    assert packages.aside(a) == packages.aside(b) == []
    both_ways((a, b))
    assert sending.said(a) == sending.said(b) == expected
    assert not differing.diff(a.path, b.path).differs


def test_llm_answers_of_three_copies_are_the_same_in_every_order(three: Three, tmp_path: Path) -> None:
    a, b, c = three
    for item in ("i1", "i2", "i3"):
        settle(b, item, "good")  # b says more, so that what it says after that is the latest
    settle(c, "i3", "good")
    for db, label in ((a, "good"), (b, "bad"), (c, "good")):
        projects.llm_answers(db, tmp_path, "model", [("i1", label, 0.9), ("i2", label, 0.9)])
    found = every_way(three, llm_labels, tmp_path)
    assert found == [{"i1": "bad", "i2": "bad"}] * len(found)


def test_who_knew_of_a_decision_through_another_copy_decides_later(three: Three) -> None:
    a, b, c = three
    settle(b, "i1", "good", by="Ben")
    take_copy(c, b)
    settle(b, "i1", "bad", by="Ben")
    take_copy(b, c)  # c has but what b said before
    assert contested(b) == set()
    assert decided(b) == {"i1": "bad"}
    take_copy(c, b)
    assert decided(c) == {"i1": "bad"}
    take_copy(a, c)
    settle(a, "i1", None, by="Lea")
    take_copy(b, a)
    assert decided(b) == {"i1": None}
    assert contested(b) == set()


def test_no_third_copy_settles_what_two_leads_contradict_one_another_in(three: Three, tmp_path: Path) -> None:
    a, b, c = three
    projects.gold(a, tmp_path, [("i1", "good")])
    settle(a, "i2", "good", by="Lea")
    for item in ("i1", "i2"):
        settle(b, item, "good", by="Ben")
        settle(c, item, "bad", by="Cem")
    found = every_way(three, lambda db: (decided(db), contested(db)), tmp_path)
    assert found == [({}, {"i1", "i2"})] * len(found)


def test_a_copy_whose_taking_was_undone_comes_again_with_its_decisions(three: Three) -> None:
    a, b, _ = three
    settle(a, "i2", "good", by="Lea")
    settle(b, "i1", "good", by="Ben")
    settle(b, "i2", "bad", by="Ben")
    before = decided(a)
    take_copy(a, b)
    assert (decided(a), contested(a)) == ({"i1": "good"}, {"i2"})
    taking.undo(a)
    assert (decided(a), contested(a)) == (before, set())
    taking.redo(a)
    assert (decided(a), contested(a)) == ({"i1": "good"}, {"i2"})
    taking.undo(a)
    assert project_file.problems(a.path) == []

    take_copy(b, a)  # which does not know of b any more
    assert decided(b) == {"i1": "good"}
    [report] = take_copy(a, b)
    assert report.brought
    assert decided(a) == decided(b) == {"i1": "good"}
    assert contested(a) == contested(b) == {"i2"}


def test_what_another_copy_keeps_aside_is_placed_where_it_has_a_place(three: Three, tmp_path: Path) -> None:
    a, b, c = three
    mine = sending.opened(sending.send(a, tmp_path / "out", Wish(to=("Dee",)))["Dee"])
    sending.answer(mine, {"i4": "good"})
    taking.take(b, [sending.hand_back(mine, tmp_path / "d.annoreturn")])  # b never sent that package
    assert len(packages.aside(b)) == 1
    take_copy(c, b)
    assert [each.why for each in packages.aside(c)] == ["its package was not sent from this project"]
    assert [each.annotator for each in packages.aside(c)] == ["Dee"]
    take_copy(a, c)
    assert sending.said(a) == {("i4", "Dee"): "good"}
    assert packages.aside(a) == []
    take_copy(c, a)
    assert sending.said(c) == {("i4", "Dee"): "good"}
    assert packages.aside(c) == []


def test_answers_follow_a_label_that_was_split_in_a_copy_that_came_through_another(three: Three) -> None:
    a, b, c = three
    sending.answer_in(a, person(a, "Ann"), "i0", "good")
    settle(a, "i0", "good")
    for db in (b, c):
        take_copy(db, a)
    relabelling.split(b, person(b, "Ben"), projects.label_ids(b)["good"], "great", search="lovely")
    take_copy(a, b)
    take_copy(c, a, b)
    for db in three:
        assert sending.said(db) == {("i0", "Ann"): "great"}
        assert decided(db) == {"i0": "great"}
    sending.answer_in(c, person(c, "Ann"), "i0", "good")  # and what is said anew stays
    take_copy(c, a, b)
    assert sending.said(c) == {("i0", "Ann"): "good"}


def test_a_copy_is_sound_after_labels_were_merged_in_the_other(three: Three) -> None:
    a, b, _ = three
    save_labels(a, *project_file.question(a).labels, Label("mixed"))
    take_copy(b, a)
    sending.answer_in(b, person(b, "Bo"), "i1", "good")
    ids = projects.label_ids(a)
    relabelling.merge(a, person(a, "Lead"), ids["good"], ids["mixed"])
    both_ways((a, b))
    for db in (a, b):
        assert sending.said(db) == {("i1", "Bo"): "mixed"}
        assert project_file.problems(db.path) == []


def test_a_label_that_one_removed_and_the_other_merged_is_merged_in_both(three: Three) -> None:
    a, b, _ = three
    for db in (a, b):
        save_labels(db, *project_file.question(db).labels, Label("mixed"))
    both_ways((a, b))  # two labels of one name
    for db in (a, b):
        assert len({label.key for label in project_file.question(db).labels}) == 4  # each has its own
    good, bad, *_ = project_file.question(a).labels
    save_labels(b, *[label for label in project_file.question(b).labels if label.name != "good"])
    sending.answer_in(a, person(a, "Ann"), "i1", "good")
    relabelling.merge(a, person(a, "Lead"), good.id, bad.id)
    both_ways((a, b))
    assert sending.said(a) == sending.said(b) == {("i1", "Ann"): "bad"}
    assert packages.aside(a) == packages.aside(b) == []


def test_a_label_that_one_removed_and_the_other_used_is_back_in_both(three: Three) -> None:
    a, b, _ = three
    save_labels(a, *project_file.question(a).labels, Label("mixed"))
    take_copy(b, a)
    save_labels(a, *[label for label in project_file.question(a).labels if label.name != "mixed"])
    sending.answer_in(b, person(b, "Bo"), "i1", "mixed")
    settle(b, "i2", "mixed")
    reports = both_ways((a, b))
    for db in (a, b):
        assert label_names(db) == ("good", "bad", "mixed")
        assert sending.said(db) == {("i1", "Bo"): "mixed"}
        assert decided(db) == {"i2": "mixed"}
        assert packages.aside(db) == []
    assert reports[0].files[0].joined is not None
    assert "mixed" in reports[0].files[0].joined.taken_over
    assert not differing.diff(a.path, b.path).differs


def test_of_two_labels_of_one_name_the_same_one_keeps_it_in_every_copy(three: Three) -> None:
    a, b, _ = three
    for db, item in ((a, "i1"), (b, "i2")):
        save_labels(db, *project_file.question(db).labels, Label("mixed"))
        sending.answer_in(db, person(db, "Ann"), item, "mixed")
    both_ways((a, b))
    assert sending.said(a) == sending.said(b)
    assert sorted(sending.said(a).values()) == ["mixed", "mixed (2)"]
    assert not differing.diff(a.path, b.path).differs


def test_no_question_and_no_label_is_taken_away_that_a_project_cannot_do_without(three: Three) -> None:
    a, b, _ = three
    save_labels(a, *project_file.question(a).labels, Label("mixed"))
    setting_up.add_question(a, project_file.make_question("Other", "Which?", ["x", "y"]), person(a, "Lead"))
    take_copy(b, a)
    for db, question, label in ((a, "Other", "good"), (b, "Sentiment", "bad")):
        save_labels(db, *[each for each in project_file.question(db).labels if each.name != label])
        found = next(info.question.id for info in setting_up.overview(db) if info.question.name == question)
        setting_up.remove_question(db, found)
    for db, report in zip((a, b), both_ways((a, b)), strict=True):
        assert [info.archived for info in setting_up.overview(db)] == [False, True]
        asked = next(info.question for info in setting_up.overview(db) if info.question.name == "Sentiment")
        assert len(asked.labels) == 2
        assert report.files[0].joined is not None
        assert {"Sentiment", "Other"} & {*report.files[0].joined.texts}


def test_a_question_that_one_lead_removed_is_removed_in_both(three: Three) -> None:
    a, b, _ = three
    setting_up.add_question(a, project_file.make_question("Other", "Which?", ["x", "y"]), person(a, "Lead"))
    both_ways((a, b))
    other = next(info.question.id for info in setting_up.overview(a) if info.question.name == "Other")
    setting_up.remove_question(a, other, by=person(a, "Lead"))
    both_ways((a, b))
    for db in (a, b):
        assert [(info.question.name, info.archived) for info in setting_up.overview(db)] == [
            ("Sentiment", False),
            ("Other", True),
        ]
    assert adjudicating.conflict_count(a) == 0
