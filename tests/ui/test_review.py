"""Settling disagreement by keyboard, on a real project file and real threads."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from annotator.domain.model import Changes, Exposure, Kind, Label, NewAnnotation, Status
from annotator.services import adjudicating, merging, project_file
from annotator.services.adjudicating import Conflict
from annotator.services.project_file import Db
from annotator.storage import annotators, answers, audit, gold
from annotator.ui.pages.review import ReviewPage
from annotator.ui.session import Session
from annotator.ui.widgets.answer_rows import merged_text
from annotator.ui.widgets.conflict_list import ConflictModel, short
from annotator.ui.widgets.empty import EmptyState

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

POSITIVE, NEGATIVE, NEUTRAL = 1, 2, 3  # label ids of the fixture's question, in its order
# Item 1: all alike. Item 2: people against each other. Items 3 and 4: the LLM against people.
SAID = {
    "Mira": (POSITIVE, NEGATIVE, NEUTRAL, POSITIVE),
    "Jon": (POSITIVE, POSITIVE, NEUTRAL, POSITIVE),
    "small-model": (POSITIVE, NEUTRAL, NEGATIVE, NEUTRAL),
}


def add_answers(db: Db) -> Changes:
    """Two people, of whom one commented, and an LLM with confidences."""
    question = project_file.question(db)
    changes = Changes()
    for name, labels in SAID.items():
        llm = name == "small-model"
        with db.atomic():
            who = annotators.named(db, name, kind=Kind.LLM if llm else Kind.HUMAN, simulated=name == "Jon")
        new = [
            NewAnnotation(
                item_id,
                Status.LABEL,
                label_id,
                confidence=0.58 if llm else None,
                comment="could be both" if name == "Mira" and item_id == 2 else "",
                exposure=Exposure.SHOWN if name == "Mira" and item_id == 2 else Exposure.BLIND,
            )
            for item_id, label_id in enumerate(labels, 1)
        ]
        changes |= answers.record(db, who.id, question.id, new, kind="annotate")
    return changes


def add_gold(db: Db) -> None:
    with db.atomic():
        op = audit.begin(db, "gold")
        gold.add_imported(db, op, project_file.question(db).id, [(n, NEUTRAL) for n in (1, 2, 3, 4)], "from a file")


class Here:
    """A reviewer in front of the page."""

    def __init__(self, qtbot: QtBot, session: Session) -> None:
        self.qtbot = qtbot
        self.session = session
        self.page = ReviewPage(session)
        qtbot.addWidget(self.page)
        self.page.resize(1040, 760)
        self.page.show()

    def write(self, work: Callable[[Db], object]) -> None:
        done: list[object] = []
        self.session.write(work, owner=self.page, done=done.append)
        self.qtbot.waitUntil(lambda: bool(done))

    def sit_down(self, name: str = "Lea") -> None:
        with self.qtbot.waitSignal(self.session.annotator_changed):
            self.session.write(
                lambda db: project_file.add_person(db, name), owner=self.page, done=self.session.set_annotator
            )

    def open(self, argument: object = None) -> None:
        with self.qtbot.waitSignal(self.page.case_shown):
            self.page.shown(argument)

    def press(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        """A key press that leads to a case being shown."""
        with self.qtbot.waitSignal(self.page.case_shown):
            self.qtbot.keyClick(self.page, key, modifiers[0] if modifiers else Qt.KeyboardModifier.NoModifier)

    def gold_of(self, item_id: int) -> tuple[int | None, str, str] | None:
        found = adjudicating.case(self.session.read, item_id).gold
        return None if found is None else (found.label_id, found.source, found.why)

    def label_text(self, name: str) -> str:
        found = self.page.findChild(QLabel, name)
        return "" if found.isHidden() else str(found.text())

    def listed(self) -> list[int]:
        rows = self.page.view.conflicts.conflicts()
        return [found for row in range(rows.rowCount()) if (found := rows.item_id(row)) is not None]

    @property
    def item_id(self) -> int | None:
        return self.page.view.shown_item()


@pytest.fixture
def unmerged(qtbot: QtBot, session: Session) -> Here:
    here = Here(qtbot, session)
    here.write(add_answers)
    here.sit_down()
    qtbot.waitUntil(lambda: here.page.findChild(EmptyState) is not None)
    return here


@pytest.fixture
def here(unmerged: Here) -> Here:
    with unmerged.qtbot.waitSignal(unmerged.page.case_shown):
        unmerged.write(merging.merge_and_store)
    return unmerged


def test_without_a_merge_the_page_offers_to_merge(unmerged: Here) -> None:
    empty = unmerged.page.findChild(EmptyState)
    assert empty.title.text() == "Nothing is merged yet"

    with unmerged.qtbot.waitSignal(unmerged.page.case_shown, timeout=20_000):
        unmerged.qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)

    assert merging.state(unmerged.session.read) is not None
    assert set(unmerged.listed()) == {2, 3, 4}


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


def test_the_numbers_of_the_list_have_a_heading_that_says_what_they_are(here: Here) -> None:
    heading = here.page.findChild(QLabel, "disagreement")

    assert heading.text() == "Disagreement"
    assert heading.isVisible()
    assert "equally likely" in heading.toolTip()
    rows = here.page.view.conflicts.conflicts()
    assert rows.index(0).data() in rows.index(0).data(Qt.ItemDataRole.ToolTipRole)


def test_conflicts_are_listed_the_least_sure_first(here: Here) -> None:
    expected = [conflict.item_id for conflict in adjudicating.conflicts(here.session.read)]

    assert here.listed() == expected
    assert set(expected) == {2, 3, 4}
    assert here.item_id == expected[0]


def test_everybodys_answer_is_shown_with_what_it_weighs(here: Here) -> None:
    here.open(2)

    lines = here.page.view.answer_texts()

    assert lines[0].startswith("Mira, negative, reliability ")
    assert lines[1].startswith("Jon (simulated), positive, reliability ")
    assert lines[2] == "small-model, neutral, confidence .58"
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
    combo = here.page.findChild(QComboBox, "filter")
    with here.qtbot.waitSignal(here.page.case_shown):
        combo.setCurrentIndex(combo.findData("llm"))
        combo.activated.emit(combo.currentIndex())

    expected = [conflict.item_id for conflict in adjudicating.conflicts(here.session.read, "llm")]
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
    model = ConflictModel()
    model.set_conflicts([Conflict(n, f"r{n}", f"text {n}", 1 / n) for n in (1, 2, 3)])

    qtmodeltester.check(model)
    assert model.remove(2) == 1
    assert model.row_of(3) == 1
    assert model.remove(2) == -1


def test_probabilities_are_written_short() -> None:
    merged = [(Label("refund"), 0.552), (Label("billing"), 0.388), (Label("plan"), 0.0572), (Label("bug"), 0.0028)]

    assert merged_text(merged, "others") == "refund .55, billing .39, plan .06"
    assert (short(1.0), short(0.0), short(None)) == ("1.00", ".00", "")
