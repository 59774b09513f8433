"""Review of what two leads decided differently, each in a copy of the project of their own."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from annotator.services import adjudicating, joining, project_file, taking
from annotator.services.project_file import Db
from annotator.ui.pages.review import ReviewPage
from annotator.ui.session import Session
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.empty import EmptyState
from tests.ui.reviewing import NEGATIVE, POSITIVE, Here, unmerged_review

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
ITEM = 3  # never the first one by gain


def settle(db: Db, name: str, label_id: int, why: str = "") -> None:
    adjudicating.settle(db, project_file.add_person(db, name).id, ITEM, label_id, why)


@pytest.fixture
def here(qtbot: QtBot, session: Session, tmp_path: Path) -> Here:
    """Ann and Ben decided on one item, neither knowing of the other, and Ann took Ben's copy."""
    here = unmerged_review(qtbot, session)
    here.merge()
    copy = tmp_path / "copy.annotator"
    here.write(lambda db: db.conn.execute("pragma wal_checkpoint(truncate)").fetchall())
    shutil.copy(session.path, copy)
    with closing(project_file.open_project(copy)) as other:
        settle(other, "Ben", NEGATIVE, "clearly cross")
    here.write(lambda db: settle(db, "Ann", POSITIVE))
    here.write(lambda db: taking.take(db, [copy]))
    return here


def test_nothing_is_shown_beside_the_list_while_the_first_case_is_read(here: Here) -> None:
    page = ReviewPage(here.session)
    here.qtbot.addWidget(page)
    cards = page.view.findChildren(Card)
    assert [card for card in cards if card.isVisibleTo(page.view)] == []

    with here.qtbot.waitSignal(page.case_shown):
        page.shown()

    assert sum(card.isVisibleTo(page.view) for card in cards) == 3


def test_both_decisions_stand_beside_the_case_in_words(here: Here) -> None:
    here.open("contested")

    said = here.label_text("contested")

    assert here.listed() == [here.item_id] == [ITEM]
    assert said.startswith("Decided differently in both copies: Ben: negative, 20")
    assert ", “clearly cross”; Ann: positive, 20" in said


def test_they_are_the_first_of_the_conflicts_and_no_other_item_says_so(here: Here) -> None:
    here.open()
    here.page.step(-10)

    assert here.listed()[0] == ITEM
    assert len(here.listed()) == 3
    here.press(Qt.Key.Key_Down)
    assert here.item_id != ITEM
    assert here.label_text("contested") == ""


def test_hidden_names_stay_hidden_in_what_was_decided(here: Here) -> None:
    here.open("contested")

    here.page.switch_names()

    here.qtbot.waitUntil(lambda: "Annotator " in here.label_text("contested"))
    assert "Ben" not in here.label_text("contested")


def test_settling_ends_it_and_taking_that_back_brings_it_again(here: Here) -> None:
    here.open("contested")

    here.qtbot.keyClick(here.page, Qt.Key.Key_2)
    here.qtbot.waitUntil(lambda: here.page.findChild(EmptyState) is not None)

    assert here.page.findChild(EmptyState).title.text() == "Nothing is decided differently"
    assert here.gold_of(ITEM) == (NEGATIVE, "adjudicated", "")
    assert joining.contested(here.session.read) == {}
    combo = here.page.findChild(QComboBox, "filter")
    assert combo.currentText() == "Decided differently"

    with here.qtbot.waitSignal(here.page.case_shown):
        here.page.undo()
    assert here.label_text("contested").startswith("Decided differently in both copies: ")
