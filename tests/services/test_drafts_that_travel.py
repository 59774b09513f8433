"""Flags and comments on items that nobody has answered go back to the lead with everything else."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from annotator.domain.filters import Filter, State
from annotator.formats import package_file
from annotator.services import annotating, browsing, handing_back, item_story, packages, project_file, taking
from annotator.services.packing import Order, Wish
from annotator.services.project_file import Db
from tests import projects
from tests.services import sending


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Db]:
    with closing(projects.make_project(tmp_path)) as db:
        yield db


@pytest.fixture
def mine(lead: Db, tmp_path: Path) -> Path:
    """Ann's opened package, with i0 to i3."""
    wish = Wish(to=("Ann",), order=Order.GIVEN, each=4)
    return sending.opened(sending.send(lead, tmp_path / "out", wish)["Ann"], tmp_path / "ann")


def test_flags_and_comments_without_an_answer_come_back_and_are_found(lead: Db, mine: Path, tmp_path: Path) -> None:
    sending.draft(mine, "i0", "is this German?", flagged=True)
    sending.draft(mine, "i1", flagged=True)
    with closing(project_file.open_project(mine, read_only=True)) as db:
        done = handing_back.hand_back(db, tmp_path / "r.annoreturn")
    assert (done.answers, done.drafts, done.stay) == (0, 2, 0)
    assert "flags and comments on 2 items without an answer go along" in done.sentences()[1]

    [came] = taking.take(lead, [done.path]).files

    assert came.drafts == 2
    assert "Flags and comments on 2 items without an answer came along." in list(came.sentences())
    assert sending.drafts(lead) == {("i0", "Ann"): ("is this German?", True), ("i1", "Ann"): ("", True)}
    assert sending.said(lead) == {}
    assert browsing.find(lead, Filter(states=(State.FLAGGED,))).tolist() == [1, 2]
    assert browsing.find(lead, Filter(states=(State.COMMENTED,))).tolist() == [1]
    assert browsing.find(lead, Filter(comment="German")).tolist() == [1]
    [event] = item_story.of_item(lead, 1).events
    assert (event.who, event.what) == ("Ann", "without an answer: “is this German?”, flagged")


def test_a_draft_that_is_changed_answered_or_taken_off_later_is_the_same_in_every_order(
    lead: Db, mine: Path, tmp_path: Path
) -> None:
    versions = []
    for number, step in enumerate(
        (
            lambda: [sending.draft(mine, item, "odd", flagged=True) for item in ("i0", "i1", "i2")],
            lambda: [sending.draft(mine, "i0"), sending.draft(mine, "i1", "very odd")],
            lambda: sending.answer(mine, {"i2": "good"}),
        )
    ):
        step()
        versions.append(sending.hand_back(mine, tmp_path / f"{number}.annoreturn"))
    for number, order in enumerate(itertools.permutations(versions)):
        copy = tmp_path / f"copy{number}.annotator"
        lead.conn.execute("vacuum into ?", (str(copy),))
        with closing(project_file.open_project(copy)) as db:
            for path in (*order, order[0]):
                taking.take(db, [path])
            assert sending.drafts(db) == {("i1", "Ann"): ("very odd", False)}
            assert sending.said(db) == {("i2", "Ann"): "good"}


def test_an_answer_that_is_taken_back_leaves_its_comment_in_every_order(lead: Db, mine: Path, tmp_path: Path) -> None:
    with closing(project_file.open_project(mine)) as db:
        sending.answer_in(db, sending.role_of(db).annotator_id, "i0", None, comment="why?")
    early = sending.hand_back(mine, tmp_path / "early.annoreturn")
    sending.take_back(mine)
    late = sending.hand_back(mine, tmp_path / "late.annoreturn")
    sending.draft(mine, "i0")
    last = sending.hand_back(mine, tmp_path / "last.annoreturn")

    taking.take(lead, [early])
    assert sending.drafts(lead) == {}
    taking.take(lead, [late])
    assert (sending.said(lead), sending.drafts(lead)) == ({}, {("i0", "Ann"): ("why?", False)})
    taking.take(lead, [last])
    taking.take(lead, [early, late])
    assert (sending.said(lead), sending.drafts(lead)) == ({}, {})


def test_a_draft_takes_no_answer_away_that_the_same_person_gave_in_another_package(lead: Db, tmp_path: Path) -> None:
    sent = sending.send(lead, tmp_path / "out", Wish(to=("Ann",)))["Ann"]
    first, second = (sending.opened(sent, tmp_path / name) for name in ("a", "b"))
    sending.answer(first, {"i0": "good"})
    taking.take(lead, [sending.hand_back(first, tmp_path / "1.annoreturn")])
    who = next(iter(project_file.people(lead))).id
    annotating.save_draft(lead, who, 2, comment="here", flagged=False)
    sending.draft(second, "i0", "odd")
    sending.draft(first, "i1", "there")

    taking.take(lead, [sending.hand_back(first, tmp_path / "2.annoreturn")])

    assert sending.said(lead) == {("i0", "Ann"): "good"}
    assert sending.drafts(lead) == {("i1", "Ann"): ("there\nhere", False)}
    taking.take(lead, [sending.hand_back(second, tmp_path / "3.annoreturn")])
    assert set(sending.said(lead).values()) == {"good"}
    assert "odd" in {comment for comment, _ in sending.drafts(lead).values()}


def test_a_taking_that_is_undone_takes_its_drafts_back(lead: Db, mine: Path, tmp_path: Path) -> None:
    sending.draft(mine, "i0", "odd")
    taking.take(lead, [sending.hand_back(mine, tmp_path / "1.annoreturn")])
    before = sending.drafts(lead)
    sending.draft(mine, "i0")
    with closing(project_file.open_project(mine)) as db:
        sending.answer_in(db, sending.role_of(db).annotator_id, "i1", "good", comment="yes")
    taking.take(lead, [sending.hand_back(mine, tmp_path / "2.annoreturn")])
    after = sending.said(lead)

    assert taking.undo(lead) == 1
    assert (sending.said(lead), sending.drafts(lead)) == ({}, before)
    assert taking.redo(lead) == 1
    assert (sending.said(lead), sending.drafts(lead)) == (after, {})
    taking.undo(lead)
    taking.undo(lead)
    assert sending.drafts(lead) == {}


def test_a_draft_about_an_item_that_was_not_sent_is_kept_aside(lead: Db, mine: Path, tmp_path: Path) -> None:
    sending.draft(mine, "i0", "odd")
    path = sending.hand_back(mine, tmp_path / "r.annoreturn")
    lead.conn.execute("delete from package_item where item_id = 1")
    [came] = taking.take(lead, [path]).files
    assert sending.drafts(lead) == {}
    assert [(each.answer, each.why) for each in came.aside] == [("a flag or comment", packages.aside(lead)[0].why)]


def test_drafts_of_two_leads_come_together(lead: Db, tmp_path: Path) -> None:
    who = project_file.add_person(lead, "Lea").id
    annotating.save_draft(lead, who, 1, comment="odd", flagged=False)
    other = tmp_path / "other.annotator"
    lead.conn.execute("vacuum into ?", (str(other),))
    with closing(project_file.open_project(other)) as db:
        annotating.save_draft(db, who, 1, comment="", flagged=False)
        annotating.save_draft(db, who, 2, comment="look", flagged=True)
    annotating.save_draft(lead, who, 3, comment="", flagged=True)

    taking.take(lead, [other])

    assert sending.drafts(lead) == {("i1", "Lea"): ("look", True), ("i2", "Lea"): ("", True)}
    with closing(project_file.open_project(other)) as db:
        taking.take(db, [lead.path])
        assert sending.drafts(db) == sending.drafts(lead)


def test_a_draft_from_before_they_travelled_is_told_until_it_is_written_anew(mine: Path, tmp_path: Path) -> None:
    with closing(project_file.open_project(mine)) as db:
        who = sending.role_of(db).annotator_id
        db.conn.execute("insert into draft values (?, 1, 1, 'old', 0)", (who,))
        done = handing_back.hand_back(db, tmp_path / "r.annoreturn")
        assert (done.drafts, done.stay) == (0, 1)
        assert "on 1 item without an answer stays here" in done.sentences()[1]
        annotating.save_draft(db, who, 1, comment="old", flagged=True)
        done = handing_back.hand_back(db, tmp_path / "r.annoreturn")
        assert (done.drafts, done.stay) == (1, 0)


def as_an_older_annotator(path: Path, to: Path) -> Path:
    """The same return file without drafts: what is taken back leaves nothing."""
    with package_file.opened(path) as contents:
        manifest = {name: value for name, value in contents.manifest.items() if name not in ("format", "counts")}
        rows = list(contents.rows("operations"))
    said = [row for row in rows if not _is_draft(row) or row["action"] == "undo"]
    operations = [row | {"answer": None} if _is_draft(row) else row for row in said]
    package_file.write(to, manifest, {"operations": operations})
    return to


def _is_draft(row: dict[str, Any]) -> bool:
    return row["answer"] is not None and row["answer"]["status"] == "draft"


@pytest.mark.parametrize("newer_first", [False, True])
def test_a_return_file_of_an_older_annotator_says_the_same_without_drafts(
    lead: Db, mine: Path, tmp_path: Path, *, newer_first: bool
) -> None:
    sending.draft(mine, "i0", "odd")
    with closing(project_file.open_project(mine)) as db:
        sending.answer_in(db, sending.role_of(db).annotator_id, "i1", "good", comment="why?")
    sending.take_back(mine)
    sending.answer(mine, {"i2": "bad"})
    newer = sending.hand_back(mine, tmp_path / "newer.annoreturn")
    older = as_an_older_annotator(newer, tmp_path / "older.annoreturn")
    with package_file.opened(older) as contents:
        assert contents.manifest["format"] == 1

    taking.take(lead, [newer if newer_first else older])
    assert sending.said(lead) == {("i2", "Ann"): "bad"}
    left = {("i1", "Ann"): ("why?", False)}  # by the answer that was taken back
    assert sending.drafts(lead) == ({("i0", "Ann"): ("odd", False)} | left if newer_first else left)
    taking.take(lead, [older, newer])

    assert sending.said(lead) == {("i2", "Ann"): "bad"}
    assert sending.drafts(lead) == {("i0", "Ann"): ("odd", False), ("i1", "Ann"): ("why?", False)}
