"""Keys pressed while a decision or an answer is still being written, on a real project file and real threads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.session import Session
from tests.ui import annotating
from tests.ui.reviewing import NEGATIVE, Here, unmerged_review

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def here(qtbot: QtBot, session: Session) -> Here:
    here = unmerged_review(qtbot, session)
    here.merge()
    return here


@pytest.fixture
def annotator(qtbot: QtBot, session: Session) -> annotating.Here:
    return annotating.Here(qtbot, session).sit_down("Mira")


def type_at(page: QWidget, qtbot: QtBot, text: str) -> None:
    """To whatever has the keys now, as a keyboard does."""
    for letter in text:
        focused = page.focusWidget()
        qtbot.keyClicks(focused if focused is not None else page, letter)


def line(page: QWidget, name: str) -> QLineEdit:
    found: QLineEdit = page.findChild(QLineEdit, name)
    return found


@pytest.mark.parametrize(("key", "name"), [("s", "send_back_note"), ("c", "why_edit")])
def test_a_line_asked_for_while_a_decision_is_written_takes_the_text_after_it(here: Here, key: str, name: str) -> None:
    first = here.item_id
    with here.qtbot.waitSignal(here.page.case_shown):
        here.qtbot.keyClick(here.page, Qt.Key.Key_2)
        type_at(here.page, here.qtbot, f"{key}1 or 3, an A?")

    assert here.item_id != first
    assert line(here.page, name).isVisible()
    assert line(here.page, name).text() == "1 or 3, an A?"
    assert first is not None
    assert here.gold_of(first) == (NEGATIVE, "adjudicated", "")
    assert [here.gold_of(item_id) for item_id in here.listed()] == [None] * len(here.listed())


def test_a_note_is_not_sent_for_an_item_that_was_not_in_sight(here: Here) -> None:
    with here.qtbot.waitSignal(here.page.case_shown):
        here.qtbot.keyClick(here.page, Qt.Key.Key_2)
        type_at(here.page, here.qtbot, "slook")
        here.qtbot.keyClick(here.page, Qt.Key.Key_Return)

    second, note = here.item_id, line(here.page, "send_back_note")
    assert note.isVisible()
    with here.qtbot.waitSignal(here.page.deeds.sent) as sent:
        here.qtbot.keyClick(note, Qt.Key.Key_Return)
    assert sent.args == [second]


def test_escape_forgets_the_line_that_was_asked_for(here: Here) -> None:
    with here.qtbot.waitSignal(here.page.case_shown):
        here.qtbot.keyClick(here.page, Qt.Key.Key_2)
        type_at(here.page, here.qtbot, "s")
        here.qtbot.keyClick(here.page, Qt.Key.Key_Escape)

    assert not line(here.page, "send_back_note").isVisible()
    second = here.item_id
    assert second is not None
    here.press(Qt.Key.Key_2)
    assert here.gold_of(second) == (NEGATIVE, "adjudicated", "")


def test_a_comment_begun_while_an_answer_is_written_answers_nothing(annotator: annotating.Here) -> None:
    with annotator.qtbot.waitSignal(annotator.page.item_shown):
        annotator.qtbot.keyClick(annotator.page, Qt.Key.Key_1)
        type_at(annotator.page, annotator.qtbot, "c2 in one")

    assert line(annotator.page, "comment_edit").isVisible()
    assert line(annotator.page, "comment_edit").text() == "2 in one"
    assert not annotator.everybody(2)


def test_skip_asked_for_while_an_answer_is_written_asks_why_about_the_next_item(annotator: annotating.Here) -> None:
    with annotator.qtbot.waitSignal(annotator.page.item_shown):
        annotator.qtbot.keyClick(annotator.page, Qt.Key.Key_1)
        type_at(annotator.page, annotator.qtbot, "s1")

    assert annotator.page.view.skip_choice.is_open
    assert not annotator.everybody(2)
    with annotator.qtbot.waitSignal(annotator.page.item_shown):
        annotator.qtbot.keyClick(annotator.page.view.skip_choice, Qt.Key.Key_Return)
    assert annotator.everybody(2)
