"""Small things that the eye meets everywhere: names, keys, fields and their marks."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.domain.model import Item
from annotator.services.packages import Mistake, Role
from annotator.services.reviewing import excerpt
from annotator.ui import actions, theme
from annotator.ui.jobs import JobRunner
from annotator.ui.pages.workshop import WorkshopTab
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from annotator.ui.widgets.empty import EmptyState
from annotator.ui.widgets.evidence_words import simulated
from annotator.ui.widgets.item_view import ItemView
from annotator.ui.widgets.package_bar import PackageBar
from annotator.ui.widgets.routing_choices import decimal_box, whole_box
from annotator.ui.widgets.two_lines import TwoLineLabel
from annotator.ui.widgets.workshop_editor import PromptEditor
from tests.ui.conftest import MakeProject


def colours(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.fixture
def name(qtbot: QtBot) -> TwoLineLabel:
    label = TwoLineLabel("", "card-title")
    qtbot.addWidget(label)
    label.setFixedWidth(theme.px(164))
    label.show()
    return label


def test_a_long_name_goes_on_in_a_second_line(name: TwoLineLabel) -> None:
    name.set_text("Product reviews of the summer")

    assert name.text().count("\n") == 1
    assert " ".join(name.text().split()) == "Product reviews of the summer"
    assert name.toolTip() == ""


def test_a_name_of_one_line_stays_one(name: TwoLineLabel) -> None:
    name.set_text("Reviews")

    assert name.text() == "Reviews"


def test_what_two_lines_cannot_hold_is_cut_with_the_whole_as_tool_tip(name: TwoLineLabel) -> None:
    whole = "Averylongnamethatdoesnotendwithinoneline and even more of it, up to here"
    name.set_text(whole)

    assert name.text().count("\n") == 1
    assert name.text().endswith("…")
    assert whole in name.toolTip()
    assert name.accessibleName() == whole


@pytest.mark.skipif(sys.platform == "darwin", reason="there the key has another name")
@pytest.mark.parametrize(
    ("keys", "text"), [("Ctrl+Return", "Ctrl+Enter"), ("Return Esc", "Enter"), ("Ctrl+K", "Ctrl+K")]
)
def test_keys_are_called_as_the_guide_calls_them(keys: str, text: str) -> None:
    assert actions.native(keys) == text


@pytest.mark.skipif(sys.platform == "darwin", reason="there the key has another name")
def test_a_key_on_a_cap_is_called_so_too() -> None:
    assert actions.written(QKeySequence("Ctrl+Shift+Return")) == "Ctrl+Shift+Enter"


def test_a_made_up_annotator_is_called_simulated_once() -> None:
    assert simulated("Jon") == "Jon (simulated)"
    assert simulated("Simulated-03") == "Simulated-03"


def test_fields_and_buttons_of_a_row_are_equally_high(qtbot: QtBot) -> None:
    row = (QComboBox(), QLineEdit(), QPushButton("Go"), whole_box("whole", 0, 9), decimal_box("decimal", 9, 1))
    for widget in row:
        qtbot.addWidget(widget)
        widget.show()
        widget.adjustSize()

    assert {widget.height() for widget in row} == {row[0].height()}


def test_a_tick_in_a_list_looks_as_a_tick_elsewhere(qtbot: QtBot) -> None:
    rows = QListWidget()
    qtbot.addWidget(rows)
    entry = QListWidgetItem("Ann", rows)
    entry.setCheckState(Qt.CheckState.Checked)
    rows.show()
    ticked = colours(rows)
    entry.setCheckState(Qt.CheckState.Unchecked)

    assert theme.colour("accent").name() in ticked - colours(rows)


def test_the_parts_of_a_prompt_need_no_arrows(qtbot: QtBot) -> None:
    editor = PromptEditor()
    qtbot.addWidget(editor)
    editor.offer_start(True)
    pages = editor.findChild(QTabWidget)

    assert pages is not None
    assert pages.tabBar().sizeHint().width() + editor.insert.sizeHint().width() < theme.px(380)


def test_the_lines_of_an_empty_page_are_about_equally_long(qtbot: QtBot) -> None:
    empty = EmptyState("inbox-outline", "Nothing yet", "Once an agent has answered, this tab sets it beside gold.")
    qtbot.addWidget(empty)
    one = empty.text.sizeHint().height()

    empty.text.setText("Once an agent has answered, this tab sets it beside people and beside gold, label by label.")

    two = empty.text.sizeHint()
    assert one < two.height() < 3 * one
    empty.text.setMinimumWidth(0)  # else Qt measures no narrower ones
    assert QLabel.heightForWidth(empty.text, two.width() - 8) > two.height()  # as narrow as two lines can be


def test_only_the_main_button_of_a_page_is_filled(qtbot: QtBot) -> None:
    for main, role in ((True, "filled"), (False, "plain")):
        empty = EmptyState("inbox-outline", "Nothing yet", "Do this.", "Do it", main=main)
        qtbot.addWidget(empty)

        assert empty.button.property("role") == role


def test_a_page_of_a_long_text_begins_with_a_whole_line(qtbot: QtBot, settings: Settings) -> None:
    view = ItemView(settings, padding=30)
    qtbot.addWidget(view)
    view.resize(500, 333)
    view.show()
    view.set_item(Item(1, "i1", {"text": "A sentence that is read. " * 300}))
    line = view.cursorRect().height()

    for by in (1, 1, 1, -1, 1):
        view.page(by)

        assert view.cursorRect(view.cursorForPosition(QPoint(0, line // 2))).top() == 0


def test_a_workshop_without_items_leads_to_them(
    qtbot: QtBot, jobs: JobRunner, settings: Settings, make_project: MakeProject
) -> None:
    jobs.open(make_project(texts=()))
    tab = WorkshopTab(Session(jobs, settings, jobs))
    qtbot.addWidget(tab)
    tab.resize(1036, 680)
    tab.show()
    tab.shown()
    qtbot.waitUntil(tab.look_view.empty.isVisible, timeout=60_000)

    with qtbot.waitSignal(tab.session.go_requested) as went:
        qtbot.mouseClick(tab.look_view.empty.button, Qt.MouseButton.LeftButton)

    assert went.args is not None
    assert went.args[0] == "items"


def test_a_title_that_is_cut_says_so() -> None:
    assert excerpt(Item(1, "i1", {"text": "one two three"}), 8) == "one two…"
    assert excerpt(Item(1, "i1", {"text": "one two"}), 8) == "one two"


def test_a_narrow_package_bar_gives_its_room_to_the_deadline(qtbot: QtBot) -> None:
    role = Role(
        package="p", copy="c", project="q", project_name="Product reviews", annotator_id=1, annotator="Cleo", number=2,
        base=0, deadline="Friday, 12 o'clock", note="Irony counts.", blind=True, sealed=False, content="",
        feedback=(Mistake("i1", "A text.", "positive", "negative", "Sentiment", ""),),
    )  # fmt: skip
    bar = PackageBar(role)
    qtbot.addWidget(bar)
    bar.show()

    bar.resize(1_280, 60)
    assert bar.feedback.text() == "Feedback on earlier answers"
    bar.resize(900, 60)

    assert bar.feedback.text() == ""
    assert bar.feedback.toolTip() == bar.feedback.accessibleName() == "Feedback on earlier answers"
    qtbot.waitUntil(lambda: bar.deadline.text() == "Until: Friday, 12 o'clock")
