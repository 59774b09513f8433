"""Settling disagreement by keyboard, on a real project file and real threads."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from annotator.domain.model import Label
from annotator.services import adjudicating, merging, reviewing
from annotator.services.reviewing import Listing
from annotator.storage import gold
from annotator.ui.session import Session
from annotator.ui.widgets.answer_rows import merged_text
from annotator.ui.widgets.conflict_list import ConflictModel, short
from annotator.ui.widgets.empty import EmptyState
from tests.ui.reviewing import NEGATIVE, NEUTRAL, POSITIVE, Here, add_answers, add_gold, unmerged_review

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def unmerged(qtbot: QtBot, session: Session) -> Here:
    return unmerged_review(qtbot, session)


@pytest.fixture
def here(unmerged: Here) -> Here:
    unmerged.merge()
    return unmerged


def test_without_a_merge_the_page_offers_to_merge(unmerged: Here) -> None:
    empty = unmerged.page.findChild(EmptyState)
    assert empty.title.text() == "Nothing is merged yet"

    with unmerged.qtbot.waitSignal(unmerged.page.case_shown, timeout=20_000):
        unmerged.qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)

    assert merging.state(unmerged.session.read) is not None
    assert set(unmerged.listed()) == {2, 3, 4}


def test_after_merging_by_the_mouse_keys_settle_without_another_click(unmerged: Here) -> None:
    with unmerged.qtbot.waitActive(unmerged.page):
        unmerged.page.show()
        unmerged.page.activateWindow()
    button = unmerged.page.findChild(EmptyState).button
    button.setFocus()

    with unmerged.qtbot.waitSignal(unmerged.page.case_shown, timeout=20_000):
        unmerged.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert unmerged.page.hasFocus()


def test_without_answers_the_page_leads_to_who_could_give_some(qtbot: QtBot, session: Session) -> None:
    here = Here(qtbot, session)
    with qtbot.waitSignal(session.summarised):
        session.refresh_summary()
    here.page.shown()
    qtbot.waitUntil(lambda: here.page.findChild(EmptyState) is not None)
    empty = here.page.findChild(EmptyState)
    assert empty.title.text() == "No answers yet"

    with qtbot.waitSignal(session.go_requested) as went:
        qtbot.keyClick(here.page, Qt.Key.Key_Return)

    assert went.args[0] == "agents"


def test_only_decisions_about_items_that_came_at_random_measure(here: Here) -> None:
    question_id = here.session.question.id
    settled = here.item_id
    here.press(Qt.Key.Key_1)
    assert gold.measuring(here.session.read, question_id) == []

    here.open("random")
    assert set(here.listed()) == {1, 2, 3, 4}  # the one that was settled in dispute is drawn, too
    drawn = here.item_id
    here.press(Qt.Key.Key_1)

    assert gold.measuring(here.session.read, question_id) == [(drawn, POSITIVE)]
    assert drawn not in here.listed()
    assert adjudicating.case(here.session.read, settled or 0).gold is not None


def test_the_numbers_of_the_list_have_a_heading_that_says_what_they_are(here: Here) -> None:
    heading = here.page.findChild(QLabel, "ordered_by")
    assert heading.text() == "Gain"
    assert heading.isVisible()
    assert "expected to save" in heading.toolTip()

    here.choose("order", reviewing.UNSURE)

    assert heading.text() == "Disagreement"
    assert "equally likely" in heading.toolTip()
    rows = here.page.view.conflicts.conflicts()
    assert rows.index(0).data() in rows.index(0).data(Qt.ItemDataRole.ToolTipRole)


@pytest.mark.parametrize("order", reviewing.ORDERS)
def test_conflicts_are_listed_in_the_order_chosen_the_most_useful_first_by_default(here: Here, order: str) -> None:
    if order != reviewing.GAIN:
        here.choose("order", order)

    expected = reviewing.listing(here.session.read, "conflicts", order).item_ids.tolist()

    assert here.listed() == expected
    assert set(expected) == {2, 3, 4}
    assert here.item_id == expected[0]


def test_everybodys_answer_is_shown_with_what_it_weighs(here: Here) -> None:
    here.open(2)

    lines = here.page.view.answer_texts()

    assert [line.split(", ")[:2] for line in lines] == [
        ["Mira", "negative"],
        ["Jon (simulated)", "positive"],
        ["small-model", "neutral"],
    ]
    assert all(", weight " in line and ", right " in line for line in lines)
    assert "confidence .58" in lines[2]
    remarks = [label.text() for label in here.page.findChildren(QLabel)]
    assert "“could be both” · saw the suggestion" in remarks
    assert here.label_text("merged").startswith("Merged: ")


def test_a_number_key_settles_the_item_and_shows_the_next(here: Here) -> None:
    first, second, *_ = here.listed()

    here.press(Qt.Key.Key_2)

    assert here.gold_of(first) == (NEGATIVE, "adjudicated", "")
    assert first not in here.listed()
    assert here.item_id == second
    assert "negative" in here.label_text("last_settled")


def test_a_key_pressed_while_a_decision_is_being_stored_settles_nothing(here: Here) -> None:
    first, second, *_ = here.listed()
    with here.qtbot.waitSignal(here.page.case_shown):
        here.qtbot.keyClick(here.page, Qt.Key.Key_2)
        here.qtbot.keyClick(here.page, Qt.Key.Key_1)

    assert here.gold_of(first) == (NEGATIVE, "adjudicated", "")
    assert here.gold_of(second) is None


def test_letters_settle_while_the_list_has_the_focus(here: Here) -> None:
    first = here.listed()[0]
    letter = here.session.question.labels[2].key
    here.page.view.conflicts.setFocus()

    with here.qtbot.waitSignal(here.page.case_shown):
        here.qtbot.keyClick(here.page.view.conflicts, Qt.Key(ord(letter.upper())))

    assert here.gold_of(first) == (NEUTRAL, "adjudicated", "")


def test_no_right_answer_is_a_decision_of_its_own(here: Here) -> None:
    first = here.listed()[0]

    here.press(Qt.Key.Key_N)

    assert here.gold_of(first) == (None, "adjudicated", "")


def test_accepting_the_merged_label_settles_with_it(here: Here) -> None:
    first = here.listed()[0]
    merged = adjudicating.case(here.session.read, first).merged[0][0]

    here.press(Qt.Key.Key_A)

    assert here.gold_of(first) == (merged.id, "adjudicated", "")


def test_a_reason_is_kept_with_the_decision_and_its_keys_settle_nothing(here: Here) -> None:
    first = here.listed()[0]
    here.qtbot.keyClick(here.page, Qt.Key.Key_C)
    line = here.page.findChild(QLineEdit, "why_edit")
    here.qtbot.keyClicks(line, "1 of 2 says so")
    here.qtbot.keyClick(line, Qt.Key.Key_Return)
    assert here.gold_of(first) is None

    here.press(Qt.Key.Key_3)

    assert here.gold_of(first) == (NEUTRAL, "adjudicated", "1 of 2 says so")
    assert here.page.view.why.text == ""


def test_undo_brings_the_item_back_and_redo_settles_it_again(here: Here) -> None:
    before = here.listed()
    here.press(Qt.Key.Key_1)

    here.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert here.listed() == before
    assert here.item_id == before[0]
    assert here.gold_of(before[0]) is None
    here.press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)

    assert here.gold_of(before[0]) == (POSITIVE, "adjudicated", "")
    assert here.item_id == before[0]
    assert before[0] not in here.listed()
    assert here.label_text("gold") == "Settled: positive"


def test_undo_with_nothing_to_take_back_says_so(here: Here) -> None:
    with here.qtbot.waitSignal(here.session.told) as told:
        here.qtbot.keyClick(here.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert "no decision" in told.args[0]


def test_down_and_up_move_through_the_list(here: Here) -> None:
    first, second, *_ = here.listed()

    here.press(Qt.Key.Key_Down)
    assert here.item_id == second
    here.press(Qt.Key.Key_Up)

    assert here.item_id == first


def test_the_filter_shows_where_the_llm_stands_against_people(here: Here) -> None:
    here.choose("filter", "llm")

    expected = reviewing.listing(here.session.read, "llm").item_ids.tolist()
    assert here.listed() == expected
    assert {3, 4} <= set(expected)


def test_when_all_conflicts_are_settled_the_page_offers_the_rest(here: Here) -> None:
    here.press(Qt.Key.Key_1)
    here.press(Qt.Key.Key_1)
    here.qtbot.keyClick(here.page, Qt.Key.Key_1)
    here.qtbot.waitUntil(lambda: here.page.findChild(EmptyState) is not None)
    assert here.page.findChild(EmptyState).title.text() == "No conflicts"

    with here.qtbot.waitSignal(here.page.case_shown):
        here.qtbot.mouseClick(here.page.findChild(EmptyState).button, Qt.MouseButton.LeftButton)

    assert here.listed() == [1]


def test_imported_gold_is_hidden_until_asked_for_and_told_after_settling(here: Here) -> None:
    here.write(add_gold)
    here.open()
    assert here.label_text("gold") == ""
    here.qtbot.keyClick(here.page, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert here.label_text("gold") == "Imported gold: neutral — from a file"

    here.press(Qt.Key.Key_1)

    assert here.label_text("last_settled").endswith("The imported gold says neutral.")


def test_an_item_can_be_opened_that_is_no_conflict(here: Here) -> None:
    here.open(1)

    assert here.item_id == 1
    assert 1 not in here.listed()


def test_new_answers_make_the_merge_stale_and_one_click_merges_again(here: Here) -> None:
    assert here.page.banner.isHidden()
    here.write(add_answers)
    here.qtbot.waitUntil(lambda: here.page.banner.isVisible())

    with here.qtbot.waitSignal(here.session.told, timeout=20_000):
        here.page.banner.merge()

    here.qtbot.waitUntil(lambda: here.page.banner.isHidden())


def test_the_list_is_a_proper_model(qtmodeltester: ModelTester) -> None:
    model = ConflictModel(lambda ids: {item_id: f"text {item_id}" for item_id in ids})
    model.set_listing(Listing(np.array([1, 2, 3]), np.array([0.5, 0.25, np.nan])), reviewing.UNSURE)

    qtmodeltester.check(model)
    assert model.remove(2) == 1
    assert model.row_of(3) == 1
    assert model.remove(2) == -1


def test_probabilities_are_written_short() -> None:
    merged = [(Label("refund"), 0.552), (Label("billing"), 0.388), (Label("plan"), 0.0572), (Label("bug"), 0.0028)]

    assert merged_text(merged, "others") == "refund .55, billing .39, plan .06"
    assert (short(1.0), short(0.0), short(None)) == ("1.00", ".00", "")
