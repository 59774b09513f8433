"""Two and three copies of one project, in whatever order they are taken: the same result, and nothing is lost."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.domain.model import Label
from annotator.services import (
    adjudicating,
    annotating,
    browsing,
    differing,
    guidelines,
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
from annotator.storage import gold, items
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
        assert report.files[0].joined.needed == ("Sentiment", "bad")
        assert project_file.question(db).label_names() == ("bad", "mixed")


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


def reorder(db: Db, *names: str) -> None:
    labels = {label.name: label for label in project_file.question(db).labels}
    save_labels(db, *[labels[name] for name in names])


def rename(db: Db, label: str, name: str) -> None:
    save_labels(
        db, *[replace(each, name=name) if each.name == label else each for each in project_file.question(db).labels]
    )


def merge(db: Db, label: str, into: str) -> None:
    ids = projects.label_ids(db)
    relabelling.merge(db, person(db, "Lead"), ids[label], ids[into])


def split(db: Db, label: str, new: str, search: str) -> None:
    relabelling.split(db, person(db, "Lead"), projects.label_ids(db)[label], new, search=search)


def draw(db: Db, item: str, label: str, by: str) -> None:
    """Settle an item that came up at random."""
    item_id = items.ids_by_external(db, [item])[item]
    adjudicating.settle(db, person(db, by), item_id, projects.label_ids(db)[label], drawn=True)


def measuring(db: Db) -> int:
    return len(gold.measuring(db, project_file.question(db).id))


@pytest.fixture
def more(three: Three) -> Three:
    """The three, with a label more in each."""
    a, b, c = three
    save_labels(a, *project_file.question(a).labels, Label("mixed"))
    take_copy(b, a)
    take_copy(c, a)
    return three


def same_in_every_way(three: Three, seen: Callable[[Db], object], folder: Path) -> object:
    found = every_way(three, seen, folder)
    assert found == [found[0]] * len(found)
    return found[0]


def test_labels_that_all_sorted_are_in_the_same_order_in_every_copy(more: Three, tmp_path: Path) -> None:
    a, b, c = more
    reorder(a, "mixed", "good", "bad")
    reorder(b, "bad", "mixed", "good")
    reorder(c, "good", "mixed", "bad")
    assert same_in_every_way(more, label_names, tmp_path) == ("good", "mixed", "bad")
    [report] = take_copy(a, c)
    assert report.files[0].joined is not None
    assert report.files[0].joined.texts == ("the order of the labels of “Sentiment”, and not mixed, good, bad",)


def test_what_all_called_differently_is_called_the_same_in_every_copy(three: Three, tmp_path: Path) -> None:
    for db, name in zip(three, ("fine", "bad", "nice"), strict=True):
        if name == "bad":
            rename(db, "bad", "poor")
        rename(db, "good", name)
        setting_up.edit_question(db, project_file.question(db).id, text=f"{name}?", by=person(db, "Lead"))
        guidelines.save(db, f"Be {name}.", "", person(db, "Lead"))

    def seen(db: Db) -> object:
        question = project_file.question(db)
        versions = [(each.number, each.text, each.who) for each in guidelines.versions(db)]
        return question.label_names(), question.text, question.guideline, versions

    names, text, guideline, versions = same_in_every_way(three, seen, tmp_path)  # type: ignore[misc]
    assert (names, text) == (("bad", "poor"), "bad?")  # b did one thing more, so it is the latest
    assert guideline == versions[0][1] == "Be bad."
    assert {each[1:] for each in versions[:3]} == {(f"Be {name}.", "Lead") for name in ("fine", "bad", "nice")}


def test_questions_that_two_sorted_are_asked_in_the_same_order(three: Three, tmp_path: Path) -> None:
    a, b, c = three
    for name in ("One", "Two"):
        setting_up.add_question(a, project_file.make_question(name, "Which?", ["x", "y"]), person(a, "Lead"))
    take_copy(b, a)
    take_copy(c, a)
    for db, name, places in ((b, "Two", -2), (c, "One", 1), (c, "Sentiment", 1)):
        asked = {question.name: question.id for question in project_file.questions(db)}
        setting_up.move_question(db, asked[name], places, by=person(db, "Lead"))
    same_in_every_way(three, lambda db: [question.name for question in project_file.questions(db)], tmp_path)


def test_labels_that_two_merged_into_each_other_are_one_in_every_copy(more: Three, tmp_path: Path) -> None:
    a, b, _ = more
    sending.answer_in(a, person(a, "Ann"), "i1", "good")
    sending.answer_in(b, person(b, "Bo"), "i2", "bad")
    merge(a, "good", "bad")
    merge(b, "bad", "good")
    found = same_in_every_way(more, lambda db: (label_names(db), sending.said(db)), tmp_path)
    assert found == (("bad", "mixed"), {("i1", "Ann"): "bad", ("i2", "Bo"): "bad"})


def test_answers_to_a_label_that_one_split_and_another_merged_say_the_same(more: Three, tmp_path: Path) -> None:
    a, b, c = more
    sending.answer_in(a, person(a, "Ann"), "i0", "good")
    settle(a, "i0", "good")
    projects.llm_answers(a, tmp_path, "model", [("i0", "good", 0.9), ("i1", "good", 0.9)])
    take_copy(b, a)
    take_copy(c, a)
    settle(b, "i3", "good")  # so that what b does after it is later
    split(b, "good", "great", "lovely")
    merge(c, "good", "mixed")
    found = same_in_every_way(more, lambda db: (sending.said(db), decided(db), llm_labels(db)), tmp_path)
    everything = ({("i0", "Ann"): "mixed"}, {"i0": "mixed", "i3": "mixed"}, {"i0": "mixed", "i1": "mixed"})
    assert found == everything


def test_answers_that_came_while_labels_were_merged_say_what_they_said_when_that_is_undone(
    more: Three, tmp_path: Path
) -> None:
    a, b, c = more
    merge(a, "good", "mixed")
    projects.llm_answers(b, tmp_path, "model", [("i0", "good", 0.9)])
    settle(b, "i1", "good")
    take_copy(a, b)
    setting_up.undo(a, person(a, "Lead"))
    take_copy(c, b)
    found = same_in_every_way(more, lambda db: (llm_labels(db), decided(db)), tmp_path)
    assert found == ({"i0": "good"}, {"i1": "good"})


def test_a_decision_about_a_drawn_item_measures_in_every_copy(three: Three, tmp_path: Path) -> None:
    a, b, c = three
    draw(a, "i1", "good", "Lea")
    draw(b, "i2", "good", "Ben")
    settle(c, "i2", "good", by="Cem")  # in dispute there
    settle(c, "i3", "good", by="Cem")
    looked_at = lambda db: len(gold.looked_at(db, project_file.question(db).id))  # noqa: E731
    found = same_in_every_way(three, lambda db: (decided(db), measuring(db), looked_at(db)), tmp_path)
    assert found == (dict.fromkeys(("i1", "i2", "i3"), "good"), 2, 3)


def test_a_decision_that_two_made_alike_stands_where_only_one_takes_it_back(three: Three, tmp_path: Path) -> None:
    a, b, c = three
    settle(a, "i1", "good", by="Lea")
    settle(b, "i1", "good", by="Ben")
    take_copy(c, b, a)
    adjudicating.undo(b, person(b, "Ben"))
    found = same_in_every_way(three, lambda db: (decided(db), contested(db)), tmp_path)
    assert found == ({"i1": "good"}, set())


def test_who_decides_like_the_other_ends_the_conflict_in_every_copy(three: Three, tmp_path: Path) -> None:
    a, b, c = three
    settle(a, "i1", "good", by="Lea")
    settle(b, "i1", "bad", by="Ben")
    take_copy(c, a, b)
    settle(a, "i1", "bad", by="Lea")
    found = same_in_every_way(three, lambda db: (decided(db), contested(db)), tmp_path)
    assert found == ({"i1": "bad"}, set())


def test_a_settled_conflict_is_one_again_in_every_copy_when_that_is_taken_back(three: Three, tmp_path: Path) -> None:
    a, b, c = three
    settle(a, "i1", "good", by="Lea")
    settle(b, "i1", "bad", by="Ben")
    take_copy(a, b)
    settle(a, "i1", "bad", by="Lea")
    take_copy(c, a)
    take_copy(b, a)
    assert decided(c) == decided(b) == {"i1": "bad"}
    adjudicating.undo(a, person(a, "Lea"))
    assert contested(a) == {"i1"}
    found = same_in_every_way(three, lambda db: (decided(db), contested(db)), tmp_path)
    assert found == ({}, {"i1"})


def test_items_of_one_id_have_the_same_ids_in_every_copy(three: Three, tmp_path: Path) -> None:
    for db, text in zip(three, ("one", "two", "three"), strict=True):
        add_rows(db, tmp_path, f"n1,{text}\n")
        sending.answer_in(db, person(db, "Ann"), "n1", "good")
    texts = lambda db: {item.external_id: item.fields["text"] for item in items.page(db, items.ids(db))}  # noqa: E731
    found = same_in_every_way(three, lambda db: (texts(db), sending.said(db)), tmp_path)
    names = {"n1", "n1 (2)", "n1 (3)"}
    assert {name for name, text in found[0].items() if text in ("one", "two", "three")} == names  # type: ignore[index]
    assert found[1] == {(name, "Ann"): "good" for name in names}  # type: ignore[index]


def test_a_comment_stands_once_when_an_answer_is_taken_back_and_given_again(three: Three, tmp_path: Path) -> None:
    a, *_ = three
    ann = person(a, "Ann")
    sending.answer_in(a, ann, "i1", None, comment="why?")
    annotating.undo(a, ann)
    assert sending.drafts(a) == {("i1", "Ann"): ("why?", False)}
    annotating.redo(a, ann)
    assert same_in_every_way(three, sending.drafts, tmp_path) == {}


def test_an_answer_that_somebody_took_back_takes_none_away_that_a_file_has_of_them(
    three: Three, tmp_path: Path
) -> None:
    a, b, _ = three
    projects.crowd(a, tmp_path, [("i1", "Ann", "good")])
    sending.answer_in(b, person(b, "Ann"), "i1", "bad")
    annotating.undo(b, person(b, "Ann"))
    assert same_in_every_way(three, sending.said, tmp_path) == {("i1", "Ann"): "good"}


def test_what_a_file_has_of_somebody_comes_with_what_they_took_back(three: Three, tmp_path: Path) -> None:
    a, b, _ = three
    sending.answer_in(b, person(b, "Ann"), "i1", "bad")
    take_copy(a, b)
    annotating.undo(b, person(b, "Ann"))
    projects.crowd(b, tmp_path, [("i1", "Ann", "good")])
    assert same_in_every_way(three, sending.said, tmp_path) == {("i1", "Ann"): "good"}


def test_the_comment_of_what_was_taken_back_is_the_same_where_another_answer_stood(
    three: Three, tmp_path: Path
) -> None:
    a, b, _ = three
    sending.answer_in(b, person(b, "Cy"), "i1", None, comment="hm")
    settle(a, "i2", "good")  # so that what is said in a is later
    settle(a, "i3", "good")
    sending.answer_in(a, person(a, "Cy"), "i1", None)
    take_copy(b, a)
    annotating.undo(b, person(b, "Cy"))
    assert same_in_every_way(three, sending.drafts, tmp_path) == {("i1", "Cy"): ("hm", False)}
