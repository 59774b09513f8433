"""Colours that can be read, in light and dark."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from annotator.domain.model import Label
from annotator.domain.questions import COLOURS
from annotator.services.annotating import Recent
from annotator.ui import theme
from annotator.ui.theme import DARK, LIGHT, Tokens
from annotator.ui.widgets.history import HistoryRow

READ = [(front, back) for front in ("text", "muted", "accent", "good", "warn", "bad") for back in ("bg", "surface")] + [
    ("text", "accent_soft"),
    ("accent", "accent_soft"),
    ("on_accent", "accent"),
    ("muted", "key"),
    ("text", "hover"),
]


@pytest.mark.parametrize("tone", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "back"), READ)
def test_writing_stands_out_as_wcag_aa_asks(tone: Tokens, front: str, back: str) -> None:
    colours = tone._asdict()

    assert theme.contrast(QColor(colours[front]), QColor(colours[back])) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("colour", [*COLOURS, "#FFFF00", "#000000", "#FFFFFF", ""])
def test_every_label_colour_stands_out_from_a_card(scheme: str, colour: str) -> None:
    surface = QColor({"light": LIGHT, "dark": DARK}[scheme].surface)

    assert theme.contrast(theme.label_colour(Label("a", colour=colour), 0, scheme), surface) >= 3


def test_black_on_white_has_the_highest_contrast() -> None:
    assert theme.contrast(QColor("black"), QColor("white")) == pytest.approx(21)


def test_icons_follow_the_theme(qapp: QApplication) -> None:
    icon = theme.icon("robot-outline", "text")
    light = darkest(icon.pixmap(QSize(32, 32)).toImage())

    theme.apply(qapp, "dark")

    assert light == QColor(LIGHT.text)
    assert darkest(icon.pixmap(QSize(32, 32)).toImage()) == QColor(DARK.text)


def darkest(image: QImage) -> QColor:
    """The colour of the most opaque point."""
    points = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    found = max(points, key=lambda point: point.alpha())
    return QColor(found.red(), found.green(), found.blue())


def test_an_icon_that_is_not_in_the_set_is_an_error() -> None:
    with pytest.raises(KeyError):
        theme.icon("no-such-icon")


def test_sizes_follow_the_font_of_the_system(qapp: QApplication) -> None:
    before = qapp.font()
    small = theme.pt(theme.TITLE), theme.px(34)
    larger = qapp.font()
    larger.setPointSizeF(before.pointSizeF() * 2)
    qapp.setFont(larger)
    try:
        assert theme.pt(theme.TITLE) == pytest.approx(2 * small[0], rel=0.05)
        assert theme.px(34) > 1.5 * small[1]
    finally:
        qapp.setFont(before)


def test_the_scheme_of_the_system_is_used_unless_one_is_chosen(qapp: QApplication) -> None:
    system = "dark" if qapp.styleHints().colorScheme() is Qt.ColorScheme.Dark else "light"

    assert theme.resolved(qapp, "system") == system
    assert theme.resolved(qapp, "dark") == "dark"


def test_the_style_sheet_gives_titles_their_size(qapp: QApplication) -> None:
    title = QLabel("Overview")
    theme.role(title, "title")
    title.ensurePolished()

    assert title.font().pointSizeF() == pytest.approx(theme.pt(theme.TITLE), abs=0.1)


def test_an_icon_is_as_sharp_as_the_screen() -> None:
    found = theme.icon("plus").pixmap(QSize(16, 16), 2.0)

    assert (found.size(), found.devicePixelRatio()) == (QSize(32, 32), 2.0)


def test_the_dot_of_an_answer_given_before_follows_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    row = HistoryRow()
    qtbot.addWidget(row)
    row.set_answer(Recent(1, "r1", None, 2.0, False), current=False)
    row.resize(row.sizeHint())

    def dot() -> QColor:
        return row.grab().toImage().pixelColor(theme.px(12), row.height() // 2)

    light = dot()
    theme.apply(qapp, "dark")

    assert light == QColor(LIGHT.faint)
    assert dot() == QColor(DARK.faint)
