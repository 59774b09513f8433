"""How much of a queue is done, as the page for annotating says it, and what stands beside the item."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSlider, QLabel
from pytestqt.qtbot import QtBot

from annotator.services import routing
from annotator.ui.session import Session
from annotator.ui.widgets.annotate_view import AnnotateView
from annotator.ui.widgets.annotator_button import AnnotatorButton
from annotator.ui.widgets.empty import EmptyState
from annotator.ui.widgets.markdown import GuidelineView
from annotator.ui.widgets.queue_counter import QueueCounter
from tests.ui.annotating import CONTROL, NEUTRAL, Here, add_llm_answers

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def here(qtbot: QtBot, session: Session) -> Here:
    return Here(qtbot, session).sit_down("Mira")


class Place:
    """The numbers above the item. `texts` has every one that was shown, also for a moment."""

    def __init__(self, here: Here) -> None:
        self._label = here.page.findChild(QLabel, "place")
        self._counter = here.page.findChild(QueueCounter)
        self._here = here
        here.qtbot.waitUntil(lambda: self.text != "")
        self.texts = [self.text]
        here.page.item_shown.connect(self._note)
        self._counter.counted.connect(self._note)

    @property
    def text(self) -> str:
        return str(self._label.text())

    def settled(self) -> list[str]:
        """What was shown until nothing is being counted any more."""
        self._here.qtbot.waitUntil(lambda: not self._counter.counting)
        return self.texts

    def _note(self) -> None:
        if self.text != self.texts[-1]:
            self.texts.append(self.text)


def test_the_numbers_count_answers_and_skipped_items_at_once(here: Here) -> None:
    place = Place(here)

    here.press(Qt.Key.Key_1)
    assert place.text == "1 of 4 done"
    here.skip()
    assert place.text == "1 of 4 answered, 1 skipped"

    assert place.settled() == ["0 of 4 done", "1 of 4 done", "1 of 4 answered, 1 skipped"]


def test_undo_and_redo_count_once_and_at_once(here: Here) -> None:
    here.press(Qt.Key.Key_1)
    here.press(Qt.Key.Key_2)
    place = Place(here)

    for expected in ("1 of 4 done", "0 of 4 done"):
        here.press(Qt.Key.Key_Z, CONTROL)
        assert place.text == expected
    here.press(Qt.Key.Key_Y, CONTROL)
    assert place.text == "1 of 4 done"
    here.press(Qt.Key.Key_Right)
    here.press(Qt.Key.Key_3)

    assert place.settled() == ["2 of 4 done", "1 of 4 done", "0 of 4 done", "1 of 4 done", "2 of 4 done"]


def test_an_undone_answer_given_anew_counts_again(here: Here) -> None:
    here.press(Qt.Key.Key_1)
    here.press(Qt.Key.Key_2)
    place = Place(here)

    here.press(Qt.Key.Key_Z, CONTROL)
    here.press(Qt.Key.Key_3)

    assert here.label_of(2) == NEUTRAL
    assert place.settled() == ["2 of 4 done", "1 of 4 done", "2 of 4 done"]


def test_looking_at_earlier_answers_and_changing_them_leaves_the_numbers(here: Here) -> None:
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        here.press(key)
    place = Place(here)

    here.press(Qt.Key.Key_Left)
    here.press(Qt.Key.Key_Left)
    with here.qtbot.waitSignal(here.page.item_shown):
        here.qtbot.mouseClick(here.page.view.history.rows()[2], Qt.MouseButton.LeftButton)
    assert here.text == "The parcel came late."
    here.press(Qt.Key.Key_2)
    here.press(Qt.Key.Key_Z, CONTROL)

    assert place.settled() == ["3 of 4 done"]


def test_an_item_gone_to_from_elsewhere_counts_once_it_is_answered(here: Here) -> None:
    place = Place(here)
    here.open(3)

    here.press(Qt.Key.Key_1)

    here.qtbot.waitUntil(lambda: place.text == "1 of 4 done")
    assert place.settled() == ["0 of 4 done", "1 of 4 done"]


def test_a_queue_that_others_have_answered_says_so(qtbot: QtBot, session: Session) -> None:
    here = Here(qtbot, session)
    here.write(add_llm_answers)
    here.write(lambda db: routing.route(db, threshold=1.0, audit_share=0.0))
    here.sit_down("Jon")
    for _ in range(3):
        here.press(Qt.Key.Key_1)
    here.qtbot.keyClick(here.page, Qt.Key.Key_1)
    here.qtbot.waitUntil(lambda: here.page.findChild(EmptyState) is not None)

    here.add("Mira")

    here.qtbot.waitUntil(lambda: "others have given it" in empty_text(here))
    assert here.page.findChild(QLabel, "place").text() == ""


def empty_text(here: Here) -> str:
    shown = [empty for empty in here.page.findChildren(EmptyState) if empty.isVisible()]
    return str(shown[0].text.text()) if shown else ""


def test_a_long_guideline_begins_at_its_beginning_in_every_size(qtbot: QtBot, session: Session) -> None:
    view = AnnotateView(session.settings, AnnotatorButton(session))
    qtbot.addWidget(view)
    guideline = "\n\n".join(f"## Section {n}\n\nChoose what is wanted first. | a | b |" for n in range(60))
    view.set_question(replace(session.question, guideline=guideline))
    view.show()
    text = view.findChild(GuidelineView)
    for width, height in ((700, 500), (1000, 700), (1600, 950)):
        view.resize(width, height)
        qtbot.waitUntil(lambda width=width: view.width() == width)
        assert text.verticalScrollBar().value() == 0

    text.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderPageStepAdd)
    scrolled = text.verticalScrollBar().value()
    view.resize(1600, 900)

    assert scrolled > 0
    assert text.verticalScrollBar().value() == scrolled


def test_skips_say_nothing_of_the_pace_and_are_no_answers_at_the_end(here: Here) -> None:
    for _ in range(3):
        here.skip()
    assert here.page.view.time_left.text() == ""

    here.qtbot.keyClick(here.page, Qt.Key.Key_1)

    here.qtbot.waitUntil(lambda: any(found.isVisible() for found in here.page.findChildren(EmptyState)))
    [empty] = [found for found in here.page.findChildren(EmptyState) if found.isVisible()]
    assert empty.text.text().startswith("Every item of your queue is answered but 3 that you skipped.")
