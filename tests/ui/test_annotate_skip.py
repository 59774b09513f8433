"""Skipping an item, and saying why, by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from annotator.domain.model import Status
from annotator.services import annotating
from annotator.ui.session import Session
from tests.ui.annotating import CONTROL, NEGATIVE, Here

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def here(qtbot: QtBot, session: Session) -> Here:
    return Here(qtbot, session).sit_down("Mira")


def reasons(here: Here) -> list[tuple[Status, str]]:
    return [(answer.status, answer.reason) for answer in here.everybody(1)]


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        (Qt.Key.Key_1, "unclear"),
        (Qt.Key.Key_2, "not my language"),
        (Qt.Key.Key_3, "technical problem"),
        (Qt.Key.Key_Return, ""),
        (Qt.Key.Key_S, ""),
    ],
)
def test_one_more_key_says_why(here: Here, key: Qt.Key, reason: str) -> None:
    here.skip(key)

    assert reasons(here) == [(Status.SKIPPED, reason)]
    assert here.text == "Lovely, thank you!"


def test_another_reason_is_written_in_its_place(here: Here) -> None:
    here.qtbot.keyClick(here.page, Qt.Key.Key_S)
    here.qtbot.keyClick(here.page.view.skip_choice, Qt.Key.Key_4)
    line = here.page.findChild(QLineEdit, "skip_reason")
    here.qtbot.keyClicks(line, "1 half is missing")
    with here.qtbot.waitSignal(here.page.item_shown):
        here.qtbot.keyClick(line, Qt.Key.Key_Return)

    assert reasons(here) == [(Status.SKIPPED, "1 half is missing")]
    assert here.page.view.history.rows()[0].text() == "Skipped: 1 half is missing"


def test_escape_leaves_the_item_as_it_was_and_the_keys_to_the_labels(here: Here) -> None:
    here.qtbot.keyClick(here.page, Qt.Key.Key_S)
    here.qtbot.keyClick(here.page.view.skip_choice, Qt.Key.Key_Escape)
    assert not here.page.view.skip_choice.isVisible()
    assert not here.everybody(1)

    here.press(Qt.Key.Key_2)

    assert here.label_of(1) == NEGATIVE


def test_while_it_asks_why_no_key_is_a_command(here: Here) -> None:
    here.qtbot.keyClick(here.page, Qt.Key.Key_S)
    choice = here.page.view.skip_choice
    for key in (Qt.Key.Key_F, Qt.Key.Key_C, Qt.Key.Key_Left, Qt.Key.Key_9, Qt.Key.Key_G):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(choice, event)
        assert event.isAccepted()  # so that it reaches the question and no shortcut
        here.qtbot.keyClick(choice, key)

    assert choice.isVisible()
    assert not here.page.view.comment.editing
    assert not annotating.turn_of(here.session.read, 1, 1).flagged


def test_a_label_clicked_while_it_asks_why_answers(here: Here) -> None:
    here.qtbot.keyClick(here.page, Qt.Key.Key_S)
    with here.qtbot.waitSignal(here.page.item_shown):
        here.qtbot.mouseClick(here.page.view.pad.buttons()[1], Qt.MouseButton.LeftButton)

    assert here.label_of(1) == NEGATIVE
    assert not here.page.view.skip_choice.isVisible()


def test_the_reason_is_shown_again_with_its_item_and_goes_with_another_answer(here: Here) -> None:
    here.skip(Qt.Key.Key_1)
    here.press(Qt.Key.Key_Left)
    assert here.page.findChild(QLabel, "before").text() == "skipped before: unclear"

    here.press(Qt.Key.Key_2)

    assert reasons(here) == [(Status.LABEL, "")]


def test_undo_keeps_the_comment_and_forgets_the_reason(here: Here) -> None:
    here.qtbot.keyClick(here.page, Qt.Key.Key_C)
    line = here.page.findChild(QLineEdit, "comment_edit")
    here.qtbot.keyClicks(line, "odd")
    here.qtbot.keyClick(line, Qt.Key.Key_Return)
    here.skip(Qt.Key.Key_1)
    assert [(a.reason, a.comment) for a in here.everybody(1)] == [("unclear", "odd")]

    here.press(Qt.Key.Key_Z, CONTROL)
    assert not here.everybody(1)
    assert here.page.view.comment.text == "odd"
    here.press(Qt.Key.Key_Y, CONTROL)

    assert [(a.reason, a.comment) for a in here.everybody(1)] == [("unclear", "odd")]


def test_a_flag_set_after_skipping_keeps_the_reason(here: Here) -> None:
    here.skip(Qt.Key.Key_3)
    here.press(Qt.Key.Key_Left)
    here.qtbot.keyClick(here.page, Qt.Key.Key_F)

    here.qtbot.waitUntil(lambda: here.everybody(1)[0].flagged)
    assert reasons(here) == [(Status.SKIPPED, "technical problem")]
