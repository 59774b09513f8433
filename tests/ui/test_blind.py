"""Who has seen what LLMs say of an item, wherever in the window, does not answer it blind."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.domain.model import Exposure, Kind
from annotator.ui.pages.items import ItemsPage
from annotator.ui.pages.review import ReviewPage
from annotator.ui.session import Session
from tests.ui.annotating import Here, add_llm_answers


@pytest.fixture
def here(qtbot: QtBot, session: Session) -> Here:
    found = Here(qtbot, session)
    found.write(add_llm_answers)
    return found.sit_down("Mira")


def who(here: Here) -> int:
    assert here.session.annotator is not None
    return here.session.annotator.id


def exposures(here: Here, *item_ids: int) -> list[Exposure]:
    return [a.exposure for n in item_ids for a in here.everybody(n) if a.annotator.kind is Kind.HUMAN]


def test_an_item_looked_at_with_its_answers_is_not_answered_blind(qtbot: QtBot, here: Here) -> None:
    items = ItemsPage(here.session)
    qtbot.addWidget(items)
    items.show()
    items.shown()
    items.choose(1)
    qtbot.waitUntil(lambda: here.session.has_seen(who(here), 1))
    items.hide()

    here.press(Qt.Key.Key_1)
    here.press(Qt.Key.Key_1)

    assert exposures(here, 1, 2) == [Exposure.SHOWN, Exposure.BLIND]


def test_an_item_looked_at_in_review_is_not_answered_blind(qtbot: QtBot, here: Here) -> None:
    review = ReviewPage(here.session)
    qtbot.addWidget(review)
    review.show()
    with qtbot.waitSignal(review.case_shown):
        review.shown(2)
    review.hide()

    here.press(Qt.Key.Key_1)
    here.press(Qt.Key.Key_1)

    assert exposures(here, 1, 2) == [Exposure.BLIND, Exposure.SHOWN]


def test_what_one_person_has_seen_another_has_not(qtbot: QtBot, here: Here) -> None:
    mira = who(here)
    here.session.saw(1)
    here.add("Jon")

    assert here.session.has_seen(mira, 1)
    assert not here.session.has_seen(who(here), 1)
