"""Review beyond one label: why the merge says so, sending back, hiding names, accepting all unanimous items."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from annotator.services import adjudicating, annotating, importing, merging, project_file, reviewing
from annotator.ui.jobs import JobRunner
from annotator.ui.pages.annotate import AnnotatePage
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from annotator.ui.widgets.empty import EmptyState
from annotator.ui.widgets.evidence_bar import EvidenceBar
from tests.ui.conftest import MakeProject
from tests.ui.reviewing import NEGATIVE, Here, add_answers, unmerged_review

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def here(qtbot: QtBot, session: Session) -> Here:
    here = unmerged_review(qtbot, session)
    here.merge()
    return here


def type_note(here: Here, text: str, *, downs: int = 0) -> None:
    here.qtbot.keyClick(here.page, Qt.Key.Key_S)
    note = here.page.findChild(QLineEdit, "send_back_note")
    here.qtbot.waitUntil(note.isVisible)
    for _ in range(downs):
        here.qtbot.keyClick(note, Qt.Key.Key_Down)
    here.qtbot.keyClicks(note, text)


def drawn_bars(here: Here) -> list[float]:
    return [bar.value for bar in here.page.findChildren(EvidenceBar) if bar.isVisible()]


def test_the_bars_are_the_weights_that_sum_up_to_the_merged_probabilities(here: Here) -> None:
    here.open(2)
    case = adjudicating.case(here.session.read, 2)
    assert case.weight is not None

    here.qtbot.waitUntil(lambda: bool(drawn_bars(here)))
    drawn = drawn_bars(here)

    parts = [*case.weight.answers.values(), case.weight.prior, case.weight.discount]
    expected = [part / case.weight.widest for part in parts if abs(part) >= 0.005]
    assert sorted(drawn) == pytest.approx(sorted(expected))
    assert sum(drawn) * case.weight.widest == pytest.approx(np.log(case.merged[0][1] / case.merged[1][1]), abs=0.02)
    sentence = here.label_text("why_merged")
    assert f"“{case.merged[0][0].name}” is " in sentence
    assert "times as likely as" in sentence


def test_what_each_answer_weighs_right_and_took_is_said_to_screen_readers(here: Here) -> None:
    here.open(2)

    mira, jon, llm = here.page.view.answer_texts()

    case = adjudicating.case(here.session.read, 2)
    for line, answer in zip((mira, jon, llm), case.answers, strict=True):
        assert f"right {100 * case.says[answer.annotator.id]:.0f} %" in line
        assert "weight " in line


def test_after_new_answers_the_page_says_why_there_are_no_weights(here: Here) -> None:
    jon = next(who for who in project_file.people(here.session.read) if who.name == "Jon")
    with here.qtbot.waitSignal(here.page.case_shown):
        here.page.shown(2)
    with here.qtbot.waitSignal(here.page.case_shown):
        here.write(lambda db: annotating.answer(db, jon.id, annotating.turn_of(db, jon.id, 2), NEGATIVE, seconds=1.0))

    assert "merge again" in here.label_text("why_merged")


def test_other_methods_say_that_they_have_no_breakdown(here: Here) -> None:
    with here.qtbot.waitSignal(here.page.case_shown):
        here.write(lambda db: merging.merge_and_store(db, "majority-vote"))

    assert "majority-vote does not tell" in here.label_text("why_merged")
    assert not drawn_bars(here)


def test_an_item_is_sent_back_to_a_person_with_a_note_by_keys_alone(here: Here) -> None:
    here.open(2)
    type_note(here, "1 Is it irony, or not a complaint?")
    mira = next(who for who in project_file.people(here.session.read) if who.name == "Mira")
    assert here.page.findChild(QComboBox, "send_back_who").currentText() == "Mira"

    with here.qtbot.waitSignal(here.page.case_shown):
        here.qtbot.keyClick(here.page.findChild(QLineEdit, "send_back_note"), Qt.Key.Key_Return)

    assert 2 not in here.listed()
    assert here.item_id != 2
    assert here.gold_of(2) is None
    turn = annotating.next_turn(here.session.read, mira.id)
    assert turn is not None
    assert (turn.item.id, turn.note, turn.by) == (2, "1 Is it irony, or not a complaint?", "Lea")
    here.choose("filter", "sent")
    assert here.listed() == [2]
    assert here.label_text("sent_back_to").startswith("Sent back to Mira: “1 Is it irony")


def test_the_arrow_keys_choose_anybody_and_undo_takes_it_back(here: Here) -> None:
    before = here.listed()
    here.open(2)
    type_note(here, "Look again", downs=1)
    assert here.page.findChild(QComboBox, "send_back_who").currentText() == "Anybody"
    with here.qtbot.assertNotEmitted(here.session.offered), here.qtbot.waitSignal(here.page.case_shown):
        here.qtbot.keyClick(here.page.findChild(QLineEdit, "send_back_note"), Qt.Key.Key_Return)
    said = here.label_text("last_settled")  # in the page's own line, with the one key of the page
    assert said.startswith("Sent back to anybody: ")
    assert said.endswith("Ctrl+Z takes it back.")
    sent = adjudicating.case(here.session.read, 2).sent_back
    assert sent is not None
    assert sent.annotator_id is None

    here.qtbot.keyClick(here.page, Qt.Key.Key_Z, CONTROL)

    here.qtbot.waitUntil(lambda: adjudicating.case(here.session.read, 2).sent_back is None)
    here.qtbot.waitUntil(lambda: here.listed() == before)
    here.qtbot.keyClick(here.page, Qt.Key.Key_Y, CONTROL)
    here.qtbot.waitUntil(lambda: adjudicating.case(here.session.read, 2).sent_back is not None)


def test_escape_sends_nothing_and_the_keys_settle_again(here: Here) -> None:
    first = here.listed()[0]
    type_note(here, "no")
    here.qtbot.keyClick(here.page.findChild(QLineEdit, "send_back_note"), Qt.Key.Key_Escape)

    here.press(Qt.Key.Key_2)

    assert adjudicating.case(here.session.read, first).sent_back is None
    assert here.gold_of(first) == (NEGATIVE, "adjudicated", "")


def test_the_note_stands_above_the_text_for_whom_it_was_sent_to(here: Here) -> None:
    mira = next(who for who in project_file.people(here.session.read) if who.name == "Mira")
    lea = here.session.annotator
    assert lea is not None
    here.write(lambda db: adjudicating.send_back(db, lea.id, 3, "Is it irony?", mira.id))
    page = AnnotatePage(here.session)
    here.qtbot.addWidget(page)
    here.session.set_annotator(mira)
    page.show()
    with here.qtbot.waitSignal(page.item_shown):
        page.shown()

    note = page.findChild(QLabel, "sent_back_note")

    assert note.isVisible()
    assert note.text() == "Sent back by Lea: “Is it irony?”"
    here.qtbot.keyClick(page, Qt.Key.Key_1)
    here.qtbot.waitUntil(lambda: adjudicating.case(here.session.read, 3).sent_back is None)
    here.qtbot.waitUntil(lambda: not note.isVisible())


def test_hidden_names_are_numbers_for_people_and_llms_alike(here: Here) -> None:
    here.open(2)

    here.press(Qt.Key.Key_H, CONTROL)

    lines = here.page.view.answer_texts()
    assert all(line.startswith("Annotator ") for line in lines)
    for name in ("Mira", "Jon", "small-model"):
        assert all(name not in label.text() for label in here.page.findChildren(QLabel) if label.isVisible())
    assert here.page.findChild(QPushButton, "anonymised").isChecked()
    assert here.page.findChild(QPushButton, "anonymised").text() == "Names hidden"
    assert reviewing.anonymised(here.session.read)
    here.press(Qt.Key.Key_H, CONTROL)
    assert here.page.view.answer_texts()[0].startswith("Mira, ")


def test_names_are_hidden_where_an_item_is_sent_to(here: Here) -> None:
    here.press(Qt.Key.Key_H, CONTROL)
    here.open(2)

    type_note(here, "x")

    combo = here.page.findChild(QComboBox, "send_back_who")
    texts = {combo.itemText(row) for row in range(combo.count())}
    assert "Anybody" in texts
    assert all(text == "Anybody" or text.startswith("Annotator ") for text in texts)


def test_all_unanimous_items_are_counted_accepted_and_taken_back_as_one(here: Here) -> None:
    here.qtbot.keyClick(here.page, Qt.Key.Key_U, CONTROL)
    bar = here.page.unanimous
    above = here.page.findChild(QDoubleSpinBox, "unanimous_above")
    above.selectAll()
    here.qtbot.keyClicks(above, "0.5")
    here.qtbot.keyClick(above, Qt.Key.Key_Return)  # counts, and accepts nothing before it is counted
    here.qtbot.waitUntil(lambda: bar.yes.text() == "Accept 1 item")
    assert here.gold_of(1) is None
    assert bar.text.text().startswith("1 item: everybody agrees")

    with here.qtbot.waitSignal(here.session.offered) as offered:
        here.qtbot.keyClick(above, Qt.Key.Key_Return)

    assert bar.isHidden()
    assert offered.args[0] == "1 item settled as everybody says."
    assert here.gold_of(1) == (1, "adjudicated", adjudicating.ACCEPTED)
    offered.args[2]()  # the button of the message
    here.qtbot.waitUntil(lambda: here.gold_of(1) is None)


def test_letters_settle_nothing_while_the_unanimous_items_are_looked_at(here: Here) -> None:
    first = here.item_id
    assert first is not None
    here.qtbot.keyClick(here.page, Qt.Key.Key_U, CONTROL)
    here.qtbot.waitUntil(lambda: here.page.unanimous.text.text() != "")
    for widget in (here.page.unanimous.no, here.page.unanimous.above):
        here.qtbot.keyClick(widget, Qt.Key.Key_N)
        here.qtbot.keyClick(widget, Qt.Key.Key_A)

    here.qtbot.keyClick(here.page.unanimous.no, Qt.Key.Key_Escape)

    assert here.page.unanimous.isHidden()
    assert here.item_id == first
    assert here.gold_of(first) is None


def test_items_without_a_right_answer_are_listed_and_can_be_settled_anew(here: Here) -> None:
    first = here.listed()[0]
    here.press(Qt.Key.Key_N)
    here.choose("filter", "none")
    assert here.listed() == [first]
    assert here.label_text("gold") == "Settled: no right answer"

    here.qtbot.keyClick(here.page, Qt.Key.Key_2)
    here.qtbot.waitUntil(lambda: here.page.findChild(EmptyState) is not None)

    assert here.page.findChild(EmptyState).title.text() == "Every item has a right answer"
    assert here.gold_of(first) == (NEGATIVE, "adjudicated", "")


def test_what_is_settled_stays_in_its_list_when_it_is_decided_anew(here: Here) -> None:
    for _ in range(2):
        here.press(Qt.Key.Key_1)
    here.choose("filter", "settled")
    listed = here.listed()
    assert len(listed) == 2

    here.press(Qt.Key.Key_2)

    assert sorted(here.listed()) == sorted(listed)
    assert here.item_id == listed[1]
    assert here.gold_of(listed[0]) == (NEGATIVE, "adjudicated", "")


def test_many_conflicts_are_listed_without_reading_their_titles(
    qtbot: QtBot, jobs: JobRunner, settings: Settings, make_project: MakeProject, tmp_path: Path
) -> None:
    jobs.open(make_project(texts=tuple(f"text {number}" for number in range(1, 1_201))))
    here = Here(qtbot, Session(jobs, settings, jobs))
    said = (("a", "positive"), ("b", "neutral"))
    add = "\n".join(f"r{number},{who},human,{label}," for number in range(1, 1_201) for who, label in said)
    path = tmp_path / "crowd.csv"
    path.write_text(f"item,annotator,kind,label,confidence\n{add}\n")
    here.write(lambda db: importing.import_labels(db, path))
    here.page.shown()
    here.merge()

    rows = here.page.view.conflicts.conflicts()

    assert rows.rowCount() == 1_200
    assert sum(len(page) for page in rows._pages.values()) <= 400
    assert rows.index(1_199).data().startswith("text ")


def test_without_answers_there_is_nothing_to_send_back(qtbot: QtBot, session: Session) -> None:
    here = Here(qtbot, session)
    here.page.shown()
    qtbot.waitUntil(lambda: here.page.findChild(EmptyState) is not None)

    qtbot.keyClick(here.page, Qt.Key.Key_S)

    assert here.page.view.send_back.isHidden()
    here.write(add_answers)
