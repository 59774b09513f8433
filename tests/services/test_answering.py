"""What one person's answering leaves behind: reasons for skipping, examples for others, the look of items."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.domain.appearance import Appearance, Fields, beside, runs_rightwards
from annotator.domain.model import Status
from annotator.services import adjudicating, annotating, appearance, exporting, project_file
from annotator.services.project_file import Db
from tests.projects import gold, label_ids, make_project

LINE = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=30)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Db]:
    made = make_project(tmp_path)
    yield made
    made.close()


def skip(db: Db, item_id: int, reason: str, comment: str = "") -> int:
    who = project_file.add_person(db, "Mira").id
    turn = annotating.turn_of(db, who, item_id)
    annotating.skip(db, who, turn, seconds=1.0, comment=comment, reason=reason)
    return who


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(reason=LINE, comment=st.one_of(LINE, st.just("two\nlines"), st.just("\n")))
def test_reason_and_comment_come_back_as_they_were_given_also_after_undo(db: Db, reason: str, comment: str) -> None:
    who = skip(db, 1, reason, comment)

    own = annotating.turn_of(db, who, 1).own
    assert own is not None
    assert (own.status, own.reason, own.comment) == (Status.SKIPPED, " ".join(reason.split()), comment)
    assert annotating.undo(db, who) is not None
    annotating.redo(db, who)
    again = annotating.turn_of(db, who, 1).own
    assert again is not None
    assert (again.reason, again.comment) == (own.reason, own.comment)


def test_undoing_a_skip_keeps_its_comment_as_a_draft_without_the_reason(db: Db) -> None:
    who = skip(db, 1, "unclear", "odd")
    annotating.undo(db, who)

    turn = annotating.turn_of(db, who, 1)
    assert turn.own is None
    assert turn.comment == "odd"


def test_the_export_of_answers_says_why_an_item_was_skipped(db: Db, tmp_path: Path) -> None:
    skip(db, 1, "technical problem", "no text")
    skip(db, 2, "")
    exporting.export(db, tmp_path / "out.csv", what="annotations")

    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        found = {row["item_id"]: (row["status"], row["skip_reason"], row["comment"]) for row in csv.DictReader(file)}
    assert found == {"i0": ("skipped", "technical problem", "no text"), "i1": ("skipped", "", "")}


def test_examples_of_a_label_are_what_people_settled_last_one_by_one(db: Db, tmp_path: Path) -> None:
    good, bad = label_ids(db)["good"], label_ids(db)["bad"]
    gold(db, tmp_path, [("i7", "bad")])
    lead = project_file.add_person(db, "Lead").id
    for item_id in (1, 3, 5):
        adjudicating.settle(db, lead, item_id, good)
    adjudicating.settle(db, lead, 2, None)

    assert annotating.label_examples(db) == {good: ("superb", "fine")}
    adjudicating.settle(db, lead, 4, bad)
    assert annotating.label_examples(db, 1) == {good: ("superb",), bad: ("awful",)}


@given(st.text(min_size=1, max_size=600))
def test_an_example_is_one_line_of_bounded_length_that_begins_as_the_text_does(text: str) -> None:
    shown = annotating.shortened(text)

    assert "\n" not in shown
    assert len(shown) <= annotating.EXAMPLE_LENGTH + 1
    assert " ".join(text.split()).startswith(shown.removesuffix("…"))


def test_the_look_of_items_is_kept_and_an_unknown_one_is_as_if_never_chosen(db: Db) -> None:
    assert appearance.appearance(db) == Appearance(Fields.AUTO, markdown=False)
    appearance.set_appearance(db, Appearance(Fields.STACKED, markdown=True))
    assert appearance.appearance(db) == Appearance(Fields.STACKED, markdown=True)

    project_file.set_setting(db, appearance.SETTING, {"fields": "in a spiral"})

    assert appearance.appearance(db) == Appearance()


def test_a_short_first_field_heads_what_stands_side_by_side() -> None:
    fields = {"title": "short", "a": "x" * 200, "b": "y" * 300}

    assert beside(fields, Fields.AUTO) == ("a", "b")
    assert beside(fields, Fields.STACKED) == ()
    assert beside({"title": "short", "a": "x" * 200}, Fields.BESIDE) == ("title", "a")


def test_the_first_letter_says_in_which_direction_a_text_runs() -> None:
    assert [runs_rightwards(text) for text in ("12 ab שלום", "«שלום» ab", "العربية", "1–2 …", "")] == [
        True, False, False, None, None,
    ]  # fmt: skip
