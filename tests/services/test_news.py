"""What is told of a taking: news in answers, the same numbers everywhere, and no undo of what brought nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotator.domain.model import Label
from annotator.services import packages, project_file, setting_up, taking
from annotator.services.news import News
from annotator.services.packing import Order, Wish
from annotator.services.project_file import Db
from annotator.storage import audit
from tests import projects
from tests.services import sending


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Db]:
    with closing(projects.make_project(tmp_path)) as db:
        yield db


@pytest.fixture
def mine(lead: Db, tmp_path: Path) -> Path:
    """Ann's opened package of all items."""
    return sending.opened(sending.send(lead, tmp_path / "out", Wish(to=("Ann",), order=Order.GIVEN))["Ann"])


def told(report: taking.Report) -> list[str]:
    """Without the names of the files."""
    return [sentence.partition(": ")[2] for sentence in report.sentences()]


def test_new_changed_and_withdrawn_answers_are_told_apart_and_the_list_counts_the_same(
    lead: Db, mine: Path, tmp_path: Path
) -> None:
    sending.answer(mine, {"i0": "good", "i1": "bad", "i2": None})
    first = taking.take(lead, [sending.hand_back(mine, tmp_path / "1.annoreturn")])
    assert (told(first), first.together()) == (
        ["Ann, 2 new answers, 1 item skipped; 2 in all, 1 skipped."],
        "2 new answers, 1 item skipped.",
    )

    sending.take_back(mine)
    sending.answer(mine, {"i0": "bad", "i3": "good"})
    second = taking.take(lead, [sending.hand_back(mine, tmp_path / "2.annoreturn")])

    assert told(second) == ["Ann, 1 new answer, 1 answer changed, 1 answer taken back; 3 in all."]
    assert second.news == News(answers=1, changed=1, gone=1)
    assert [row.fresh for row in packages.takings_of(lead)] == [3, 3]


def test_of_two_files_of_one_person_each_is_told_what_came_in_it_first(lead: Db, mine: Path, tmp_path: Path) -> None:
    sending.answer(mine, {"i0": "good"})
    half = sending.hand_back(mine, tmp_path / "half.annoreturn")
    sending.answer(mine, {"i1": "bad", "i2": "bad"})
    whole = sending.hand_back(mine, tmp_path / "whole.annoreturn")

    report = taking.take(lead, [half, whole])

    assert told(report) == ["Ann, 1 new answer; 3 in all.", "Ann, 2 new answers; 3 in all."]
    assert report.together() == "3 new answers."


def test_what_is_known_already_is_nothing_to_undo_and_undo_reaches_what_came_before(
    lead: Db, mine: Path, tmp_path: Path
) -> None:
    sending.answer(mine, {"i0": "good", "i1": "bad"})
    back = sending.hand_back(mine, tmp_path / "1.annoreturn")
    assert taking.take(lead, [back]).undoable

    for _ in range(2):
        again = taking.take(lead, [back])
        assert (told(again), again.together()) == (["Ann, nothing new; 2 in all."], "Nothing was new.")
        assert not again.undoable

    assert taking.undo(lead) == 2
    assert sending.said(lead) == {}
    assert not taking.waiting_to_undo(lead)
    states = [(row.fresh, row.empty, row.in_force) for row in packages.takings_of(lead)]
    assert states == [(2, False, False), (0, True, True), (0, True, True)]
    assert taking.redo(lead) == 2
    assert taking.take(lead, [back]).together() == "Nothing was new."
    assert taking.undo(lead) == 2


def test_a_taking_that_was_undone_and_taken_again_is_undone_once(lead: Db, mine: Path, tmp_path: Path) -> None:
    sending.answer(mine, {"i0": "good"})
    back = sending.hand_back(mine, tmp_path / "1.annoreturn")
    taking.take(lead, [back])
    taking.undo(lead)

    again = taking.take(lead, [back])

    assert told(again) == ["Ann, 1 new answer; 1 in all."]
    assert taking.undo(lead) == 1
    assert taking.undo(lead) is None


def test_answers_that_are_kept_aside_are_none_of_the_new_ones_until_they_have_their_place(
    lead: Db, tmp_path: Path
) -> None:
    by = project_file.add_person(lead, "Lead").id
    labels = project_file.question(lead).labels
    setting_up.save_labels(lead, [*labels, Label("mixed")], by)
    mine = sending.opened(sending.send(lead, tmp_path / "out", Wish(to=("Ann",)))["Ann"])
    sending.answer(mine, {"i0": "mixed"})
    setting_up.save_labels(lead, labels, by)
    back = sending.hand_back(mine, tmp_path / "1.annoreturn")

    first = taking.take(lead, [back])
    assert first.sentences() == [
        "1.annoreturn: Ann, nothing that has its place yet: 1 answer is kept aside, since the label is not in use any"
        " more.",
    ]
    assert (first.together(), first.undoable) == ("1 answer is kept aside.", True)

    setting_up.undo(lead, by)
    again = taking.take(lead, [back])
    assert again.sentences() == [
        "1.annoreturn: Ann, nothing new; 1 in all.",
        "1 answer that was kept aside has its place now.",
    ]
    assert (again.together(), again.undoable) == ("1 new answer.", True)


def test_taking_nothing_new_logs_no_change(lead: Db, mine: Path, tmp_path: Path) -> None:
    sending.answer(mine, {"i0": "good"})
    back = sending.hand_back(mine, tmp_path / "1.annoreturn")
    taking.take(lead, [back])
    before = audit.last_operation(lead)
    assert not taking.take(lead, [back]).brought
    assert not audit.changed_since(lead, before, but="taking")
