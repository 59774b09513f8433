"""The text to be read: fields side by side, Markdown, several pages, any direction of writing."""

from __future__ import annotations

import csv
import socket
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QTextDocument
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.domain.appearance import Appearance, Fields
from annotator.domain.model import Item
from annotator.services import appearance, importing, project_file
from annotator.ui.jobs import JobRunner
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from annotator.ui.widgets import item_view
from annotator.ui.widgets.item_view import ItemView
from tests.ui.annotating import Here

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

SENTENCE = "The parcel came late and nobody told me why. "
HEBREW = "החבילה הגיעה מאוחר ואף אחד לא אמר לי למה. "
SHIFT = Qt.KeyboardModifier.ShiftModifier

MakeHere = Callable[[Sequence[str], Sequence[Sequence[str]]], Here]


@pytest.fixture
def make_here(qtbot: QtBot, jobs: JobRunner, settings: Settings, tmp_path: Path) -> MakeHere:
    """make_here(("question", "reply"), [("a", "b")]): somebody in front of items with these fields."""

    def make(fields: Sequence[str], rows: Sequence[Sequence[str]]) -> Here:
        db = project_file.create(
            tmp_path / "texts.annotator", name="texts", question=project_file.make_question("Q", "Good?", ["yes", "no"])
        )
        with (tmp_path / "rows.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("id", *fields), *((f"r{n}", *row) for n, row in enumerate(rows))])
        importing.import_items(db, tmp_path / "rows.csv", mapping=importing.Mapping(tuple(fields), "id", ()))
        db.close()
        jobs.open(db.path)
        return Here(qtbot, Session(jobs, settings, jobs)).sit_down("Mira")

    return make


@pytest.fixture
def view(qtbot: QtBot, settings: Settings) -> ItemView:
    made = ItemView(settings)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    return made


def place_of(view: ItemView, text: str) -> tuple[float, float]:
    """Where this text stands in the document: (left, top) of its paragraph."""
    block = view.document().find(text).block()
    box = view.document().documentLayout().blockBoundingRect(block)
    return box.left(), box.top()


TWO = Item(1, "a", {"title": "Ticket 7", "question": SENTENCE * 4, "reply": "Sorry for that. " * 12})


def test_two_long_texts_stand_side_by_side_under_what_is_short(view: ItemView) -> None:
    view.set_appearance(Appearance())
    view.set_item(TWO)

    (left, top), (right, same) = place_of(view, "The parcel"), place_of(view, "Sorry for")
    assert view.columns == 2
    assert left < right
    assert top == same
    assert place_of(view, "Ticket 7")[1] < top


def test_where_there_is_no_room_they_stand_one_below_the_other(view: ItemView, qtbot: QtBot) -> None:
    view.set_appearance(Appearance())
    view.set_item(TWO)
    view.resize(420, 500)
    qtbot.waitUntil(lambda: view.columns == 1)
    assert place_of(view, "Sorry for")[1] > place_of(view, "The parcel")[1]

    view.resize(900, 500)
    qtbot.waitUntil(lambda: view.columns == 2)


@pytest.mark.parametrize(
    ("fields", "wanted", "columns"),
    [
        ({"a": SENTENCE * 4, "b": SENTENCE * 5}, Fields.AUTO, 2),
        ({"a": SENTENCE * 4, "b": SENTENCE * 40}, Fields.AUTO, 1),
        ({"a": "short", "b": "too"}, Fields.AUTO, 1),
        ({"a": "short", "b": "too"}, Fields.BESIDE, 2),
        ({"a": SENTENCE * 4, "b": SENTENCE * 5}, Fields.STACKED, 1),
        ({"a": SENTENCE * 4}, Fields.BESIDE, 1),
    ],
)
def test_the_leads_choice_goes_before_what_the_texts_suggest(
    view: ItemView, fields: dict[str, str], wanted: Fields, columns: int
) -> None:
    view.set_appearance(Appearance(wanted))
    view.set_item(Item(1, "a", fields))

    assert view.columns == columns


def test_a_line_is_at_most_as_long_as_can_be_followed(view: ItemView, qtbot: QtBot) -> None:
    view.set_item(Item(1, "a", {"text": SENTENCE * 40}))
    view.resize(2400, 500)
    widest = QFontMetrics(view._text_font()).averageCharWidth() * item_view.MEASURE

    qtbot.waitUntil(lambda: widest - 20 <= view.viewport().width() <= widest)  # but for the scroll bar
    assert 70 <= item_view.MEASURE <= 80


def test_the_choice_is_kept_with_the_project_and_seen_at_once(make_here: MakeHere) -> None:
    here = make_here(("question", "reply"), [("What?", "That.")])
    assert here.page.view.item_view.columns == 1

    menu = here.page.choices.menu_now()
    action = next(a for a in menu.actions() if a.text() == "Fields side by side")
    action.trigger()

    here.qtbot.waitUntil(lambda: here.page.view.item_view.columns == 2)
    assert appearance.appearance(here.session.read) == Appearance(Fields.BESIDE)
    markdown = next(a for a in here.page.choices.menu_now().actions() if a.text() == "Texts are Markdown")
    markdown.trigger()
    here.qtbot.waitUntil(lambda: here.page.choices.chosen == Appearance(Fields.BESIDE, markdown=True))
    assert "QUESTION" in here.page.view.item_view.toPlainText()


MARKDOWN = (
    "# Head\n\nA *word* and **another**\n\n![a plan](https://example.org/plan.png) ![](private.txt)\n\n"
    "[our site](https://example.org/a?b=c) <b>raw</b>\n\n| a | b |\n|---|---|\n| c | d |\n"
)


def test_a_text_is_plain_unless_the_lead_says_markdown(view: ItemView) -> None:
    view.set_item(Item(1, "a", {"text": MARKDOWN}))

    assert view.toPlainText() == MARKDOWN


def test_markdown_shows_neither_pictures_nor_links_and_loads_nothing(
    view: ItemView, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    private = tmp_path / "private.txt"
    private.write_text("secret", encoding="utf-8")

    def refuse(*_: object) -> None:
        raise AssertionError("something was fetched")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    view.set_appearance(Appearance(markdown=True))
    view.set_item(Item(1, "a", {"text": MARKDOWN}))
    view.grab()

    text = view.toPlainText()
    assert "A word and another" in text
    assert "[picture: a plan]" in text
    assert "our site (https://example.org/a?b=c) <b>raw</b>" in text
    assert "\ufffc" not in text  # Qt's sign for a picture
    image, html = QTextDocument.ResourceType.ImageResource, QTextDocument.ResourceType.HtmlResource
    assert view.document().resource(image.value, private.as_uri()).width() == 1  # an empty dot
    assert view.document().resource(html.value, str(private)) == b" "


def test_a_paragraph_without_letters_follows_its_field(view: ItemView) -> None:
    view.set_item(Item(1, "a", {"x": f"{HEBREW}\n(1) 2–3", "y": "Latin\n(1) 2–3"}))

    directions = []
    block = view.document().begin()
    while block.isValid():
        directions.append((block.text(), block.textDirection()))
        block = block.next()
    right, left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    assert directions == [
        ("X", right), (HEBREW, right), ("(1) 2–3", right), ("Y", left), ("Latin", left), ("(1) 2–3", left),
    ]  # fmt: skip


def pages(here: Here) -> str:
    return str(here.page.findChild(QLabel, "pages").text())


@pytest.mark.parametrize(
    ("onwards", "back"),
    [((Qt.Key.Key_Space,), (Qt.Key.Key_Space, SHIFT)), ((Qt.Key.Key_PageDown,), (Qt.Key.Key_PageUp,))],
)
def test_a_long_text_is_paged_by_keys_while_the_labels_stay(
    make_here: MakeHere, onwards: tuple[Qt.Key], back: tuple[Qt.Key]
) -> None:
    here = make_here(("text",), [(SENTENCE * 400,), (SENTENCE * 300,)])
    view, bar = here.page.view.item_view, here.page.view.item_view.verticalScrollBar()
    assert pages(here).startswith("Page 1 of ")

    here.qtbot.keyClick(here.page, *onwards)
    assert pages(here).startswith("Page 2 of ")
    assert 0 < bar.value() < view.viewport().height()  # a line or two to read on from
    assert all(button.isVisible() for button in here.page.view.pad.buttons())
    here.qtbot.keyClick(view, *onwards)  # also after a click into the text
    assert pages(here).startswith("Page 3 of ")
    here.qtbot.keyClick(here.page, *back)
    assert pages(here).startswith("Page 2 of ")
    here.press(Qt.Key.Key_1)

    assert bar.value() == 0
    assert pages(here).startswith("Page 1 of ")


def test_the_last_page_is_counted_and_a_short_text_has_none(make_here: MakeHere) -> None:
    here = make_here(("text",), [(SENTENCE * 400,), ("short",)])
    total = here.page.view.item_view.place()[1]
    for _ in range(total + 3):
        here.qtbot.keyClick(here.page, Qt.Key.Key_Space)
    assert here.page.view.item_view.place() == (total, total)

    here.press(Qt.Key.Key_1)

    assert pages(here) == ""
