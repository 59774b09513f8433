"""A guideline has versions; answers keep theirs, and people are asked again about items near a change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.domain.text_changes import Change, compared
from annotator.errors import UserError
from annotator.services import annotating, guidelines, overview, project_file, setting_up
from annotator.services.project_file import Db
from tests.projects import crowd, label_ids, make_project

TEXTS = (
    "The refund came late",
    "Lovely refund service",
    "I like this red shirt",
    "What a grey day",
    "The shirt broke",
    "No words",
    "The parcel came",
    "The parcel was heavy",
    "The box was empty",
    "The box was full",
)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Db]:
    db = make_project(tmp_path, TEXTS, labels=("good", "bad", "neither"))
    guidelines.save(db, "Be kind.\nA refund is good.", "how refunds count")
    yield db
    db.close()


@pytest.fixture
def mira(db: Db) -> int:
    return project_file.add_person(db, "Mira").id


def answer(db: Db, who: int, rows: dict[int, str]) -> None:
    ids = label_ids(db)
    for item_id, label in rows.items():
        annotating.answer(db, who, annotating.turn_of(db, who, item_id), ids[label], seconds=1.0)


def test_each_change_is_a_version_with_who_when_and_why(db: Db, mira: int) -> None:
    answer(db, mira, {1: "good", 2: "good"})
    guidelines.save(db, "Be kind.\nA refund is bad.", "as the client said", mira)

    newest, middle, first = guidelines.versions(db)

    assert (newest.number, newest.who, newest.note, newest.answers) == (3, "Mira", "as the client said", 0)
    assert (middle.number, middle.note, middle.answers) == (2, "how refunds count", 2)
    assert (first.text, first.who) == ("Be *kind*.", "")
    assert project_file.question(db).guideline == "Be kind.\nA refund is bad."


def test_saving_a_guideline_as_it_was_is_refused(db: Db) -> None:
    with pytest.raises(UserError, match="as it was"):
        guidelines.save(db, "Be kind.\nA refund is good.\n")


def test_answers_from_before_are_counted_and_named_on_the_overview(db: Db, mira: int, tmp_path: Path) -> None:
    answer(db, mira, {1: "good", 2: "good"})
    crowd(db, tmp_path, [("i5", "ann", "bad")])  # nobody knows what was read before this one
    assert guidelines.sentence(guidelines.older(db)) == ""

    guidelines.save(db, "Be kind.\nA refund is bad.")
    answer(db, mira, {3: "bad"})

    assert guidelines.sentence(guidelines.older(db)) == "2 answers are older than this guideline (2 by people)."
    [notice] = [found for found in overview.summary(db).attention if found.page == "setup"]
    assert notice.title == "2 answers older than the guideline"


def test_near_a_change_are_items_that_share_a_rare_word_or_a_label_with_the_changed_lines(db: Db, mira: int) -> None:
    labels = {1: "good", 2: "neither", 3: "neither", 4: "neither", 5: "neither", 6: "bad"}
    answer(db, mira, labels | {7: "neither", 8: "neither", 9: "neither", 10: "neither"})
    guidelines.save(db, "Be kind.\nThe refund is bad.")

    found = guidelines.near(db)

    assert found.item_ids == (1, 2, 6)  # refund, refund, and the label “bad”; “the” is in half of all texts
    assert (found.words, found.labels, found.older) == (("refund",), ("good", "bad"), 10)
    assert found.sentence.startswith("3 items of 10 answered before are near the change, by words of the changed lines")


def test_asking_again_puts_them_before_people_and_their_answers_stay_until_then(db: Db, mira: int) -> None:
    answer(db, mira, {1: "good", 3: "neither"})
    guidelines.save(db, "Be kind.\nA refund is bad.")
    before = overview.summary(db)

    number, changes = guidelines.ask_again(db, mira)

    turn = annotating.next_turn(db, mira)
    assert (number, changes.queue) == (1, True)
    assert turn is not None
    assert turn.own is not None
    assert (turn.item.id, turn.note) == (1, guidelines.NOTE)
    assert dict(before.annotators) == dict(overview.summary(db).annotators)
    assert guidelines.ask_again(db, mira)[0] == 0  # the same items are not asked about twice
    answer(db, mira, {1: "bad"})
    assert guidelines.near(db).item_ids == ()
    following = annotating.next_turn(db, mira)
    assert following is not None
    assert following.item.id == 2


def test_asking_again_is_taken_back_as_one(db: Db, mira: int) -> None:
    answer(db, mira, {1: "good", 2: "good"})
    guidelines.save(db, "Be kind.\nA refund is bad.")
    guidelines.ask_again(db, mira)

    assert setting_up.undo(db, mira) is not None

    turn = annotating.next_turn(db, mira)
    assert turn is not None
    assert turn.item.id == 3


def test_only_the_unsure_ones_are_asked_again_where_that_is_wished(db: Db, mira: int) -> None:
    other = project_file.add_person(db, "Otto").id
    answer(db, mira, {1: "good", 2: "good"})
    answer(db, other, {2: "bad"})
    guidelines.save(db, "Be kind.\nA refund is bad.")

    assert guidelines.near(db).unsure == (2,)
    assert guidelines.ask_again(db, mira, unsure_only=True)[0] == 1


def test_two_versions_are_compared_by_lines_and_within_them_by_words(db: Db) -> None:
    same, removed, added = guidelines.compare(db, 2, 2)[:1] + compared("A refund is good.", "A refund is bad.")

    assert same.change is Change.SAME
    assert (removed.change, removed.text) == (Change.REMOVED, "A refund is good.")
    assert (added.change, added.text) == (Change.ADDED, "A refund is bad.")
    assert [piece.text for piece in added.pieces if piece.change is Change.ADDED] == ["bad"]
    assert [line.change for line in compared("a\nb", "a\nb\nc")] == [Change.SAME, Change.SAME, Change.ADDED]
    with pytest.raises(UserError, match="no version 9"):
        guidelines.compare(db, 1, 9)
