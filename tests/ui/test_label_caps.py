"""Which keys are drawn on a label: its number, and its letter where one works."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from annotator.domain.model import Label
from annotator.services import project_file
from annotator.ui import actions
from annotator.ui.pages.review import ReviewPage
from annotator.ui.session import Session
from annotator.ui.widgets import label_keys
from annotator.ui.widgets.keycap import KeyHint, keys_size, paint_keys
from tests.ui.annotating import Here

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


def labels(*names: str) -> tuple[Label, ...]:
    return project_file.make_question("Mood", "Which?", list(names)).labels


def test_each_button_says_its_number_and_its_letter_and_both_answer(qtbot: QtBot, session: Session) -> None:
    here = Here(qtbot, session).sit_down("Mira")
    said = [button.accessibleName() for button in here.page.view.pad.buttons()]
    assert said == ["positive, 1, P", "negative, 2, E", "neutral, 3, U"]

    here.press(Qt.Key.Key_E)
    here.press(Qt.Key.Key_2)

    assert [here.label_of(1), here.label_of(2)] == [2, 2]


def test_a_label_without_a_letter_shows_its_number_alone() -> None:
    caps = label_keys.assign(labels("sa", "gaffsa", "be")).caps()
    assert caps == ("1", "2", "3 B")


def test_a_letter_that_was_given_to_a_command_is_not_shown() -> None:
    asked = labels("positive", "negative")
    actions.use({"annotate_flag": "P"})
    try:
        assert label_keys.assign(asked).caps() == ("1", "2 E")
    finally:
        actions.use({})


def test_codes_are_shown_as_they_are_typed() -> None:
    caps = label_keys.assign([Label(f"topic {n}") for n in range(40)]).caps()
    assert (caps[0], caps[39]) == ("01", "40")


def test_review_and_the_guideline_show_the_same_keys(qtbot: QtBot, session: Session) -> None:
    review = ReviewPage(session)
    qtbot.addWidget(review)
    here = Here(qtbot, session).sit_down("Mira")

    hints = [hint.accessibleName() for hint in review.view.findChildren(KeyHint)]
    assert "positive (1, P)" in hints
    assert "positive  1 P" in here.page.view.guideline._text.toPlainText()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_caps_of_a_wide_and_a_narrow_key_change_sides_with_the_language(
    qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    hint = KeyHint("1", "x")
    qtbot.addWidget(hint)
    size = keys_size(["1", "WWWWWW"], hint.font())
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.magenta)
    painter = QPainter(image)
    painter.setLayoutDirection(direction)

    paint_keys(painter, QRectF(image.rect()), ["1", "WWWWWW"], hint.font())

    painter.end()
    bare = [x for x in range(image.width()) if image.pixelColor(x, size.height() // 2) == Qt.GlobalColor.magenta]
    gap_is_left = sum(bare) / len(bare) < image.width() / 2
    assert gap_is_left == (direction is Qt.LayoutDirection.LeftToRight)
