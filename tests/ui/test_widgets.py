"""The pieces that pages are built of."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QTextCursor, QTextDocument
from PySide6.QtWidgets import QListWidget, QMainWindow, QPushButton, QStyleOptionViewItem, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.domain.model import Item, Label
from annotator.ui import actions, theme
from annotator.ui.actions import Action
from annotator.ui.settings import Settings
from annotator.ui.widgets.bars import Bar, StackedBar
from annotator.ui.widgets.cells import WIDEST, CutCells
from annotator.ui.widgets.empty import EmptyState
from annotator.ui.widgets.file_progress import FileProgress
from annotator.ui.widgets.item_view import ItemView
from annotator.ui.widgets.job_bar import SHOWN_AFTER, JobBar, duration
from annotator.ui.widgets.keycap import KeyHint
from annotator.ui.widgets.label_button import LabelButton
from annotator.ui.widgets.markdown import GuidelineView
from annotator.ui.widgets.records import Records, signed
from annotator.ui.widgets.text import ElidedLabel, text_label, tool_tip
from annotator.ui.widgets.toast import Toast


def colours(widget: QWidget) -> list[str]:
    """The colours along the middle of a widget, each once, from left to right."""
    image = widget.grab().toImage()
    row = [image.pixelColor(x, image.height() // 2).name() for x in range(image.width())]
    return list(dict.fromkeys(row))


def at(widget: QWidget, share: float) -> QColor:
    image = widget.grab().toImage()
    return image.pixelColor(int(image.width() * share), image.height() // 2)


def test_a_bar_is_filled_up_to_its_fraction(qtbot: QtBot) -> None:
    bar = Bar(0.5, "good")
    qtbot.addWidget(bar)
    bar.resize(200, bar.height())

    assert at(bar, 0.4) == theme.colour("good")
    assert at(bar, 0.6) == theme.colour("line")


def test_a_small_part_of_a_stacked_bar_can_still_be_seen(qtbot: QtBot) -> None:
    bar = StackedBar([(1_000_000, "accent"), (1, "bad")], 1_000_001)
    qtbot.addWidget(bar)
    bar.resize(400, bar.height())

    assert theme.colour("bad").name() in colours(bar)


def test_a_bar_of_nothing_is_empty(qtbot: QtBot) -> None:
    bar = StackedBar([(0, "accent")])
    qtbot.addWidget(bar)
    bar.resize(100, bar.height())

    assert at(bar, 0.5) == theme.colour("line")


def test_a_label_button_is_pressed_by_a_click_and_says_what_it_is(qtbot: QtBot) -> None:
    button = LabelButton(Label("Refund", "money back"), "1")
    qtbot.addWidget(button)

    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert button.isChecked()
    assert button.accessibleName() == "Refund, 1"
    assert button.accessibleDescription() == "money back"


def test_a_suggestion_is_said_in_words(qtbot: QtBot) -> None:
    button = LabelButton(Label("Refund"), "1")
    qtbot.addWidget(button)

    button.set_suggested("suggested, .87")
    assert "suggested, .87" in button.accessibleName()
    button.set_suggested()
    assert not button.suggested
    assert "suggested" not in button.accessibleName()


def test_a_key_hint_does_the_same_on_a_click(qtbot: QtBot) -> None:
    done: list[str] = []
    hint = KeyHint("S", "Skip", lambda: done.append("skip"))
    qtbot.addWidget(hint)

    qtbot.mouseClick(hint, Qt.MouseButton.LeftButton)

    assert done == ["skip"]


def test_the_empty_state_leads_on(qtbot: QtBot) -> None:
    done: list[str] = []
    empty = EmptyState("inbox-outline", "No items yet", "Import a file.", "Import", lambda: done.append("import"))
    qtbot.addWidget(empty)

    qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)

    assert done == ["import"]


def test_a_long_text_of_an_empty_state_is_shown_whole(qtbot: QtBot) -> None:
    empty = EmptyState("inbox-outline", "A title " * 12, "Why there is nothing, and what to do. " * 8, "Go on")
    qtbot.addWidget(empty)
    empty.resize(1000, 600)
    empty.show()

    for words in (empty.title, empty.text):
        assert words.height() >= words.heightForWidth(words.width())


def test_markup_in_a_text_is_shown_as_it_is(qtbot: QtBot) -> None:
    label = text_label("<b>bold</b>")
    qtbot.addWidget(label)

    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_long_line_is_cut_with_the_whole_as_tool_tip(qtbot: QtBot) -> None:
    label = ElidedLabel("a rather long line that cannot fit")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()

    assert label.text().endswith("…")
    assert label.toolTip() == "a rather long line that cannot fit"


def test_a_name_is_cut_in_the_middle_where_names_differ_at_the_end(qtbot: QtBot) -> None:
    label = ElidedLabel("annotator with quite a long name 07", middle=True)
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.show()

    assert label.text().endswith("07")
    assert "…" in label.text()


def test_a_tool_tip_shows_markup_as_it_is_and_ends_somewhere() -> None:
    assert tool_tip("short") == "short"
    assert "&lt;img" in tool_tip("<img src=x>")
    assert len(tool_tip("x" * 20_000)) < 1_000


def test_a_table_cell_that_is_cut_says_the_whole_as_tool_tip(qtbot: QtBot) -> None:
    table = Records(("Name", "Count", "Said"), numbers=(1,), stretch=2)
    qtbot.addWidget(table)
    table.resize(500, 200)
    table.show_rows([("an annotator whose name goes on and on and on for ever", "7", "yes")])
    table.item(0, 1).setToolTip("seven")
    table.show()

    assert table.columnWidth(0) <= theme.px(WIDEST)
    assert [tip(table, column) for column in range(3)] == [table.text(0, 0), "seven", ""]


def tip(table: Records, column: int) -> str:
    delegate, index = table.itemDelegate(), table.model().index(0, column)
    assert isinstance(delegate, CutCells)
    option = QStyleOptionViewItem()
    option.rect, option.font = table.visualRect(index), table.font()
    return delegate.tip(option, index)


def test_a_table_is_as_high_as_the_rows_that_it_is_to_keep_whole(qtbot: QtBot) -> None:
    table = Records(("Who", "How many"))
    table.keep_whole(5)
    above = QWidget()
    qtbot.addWidget(above)
    column = QVBoxLayout(above)
    column.addWidget(table, 1)
    column.addWidget(QListWidget(), 9)
    above.resize(400, 300)
    above.show()

    for rows, whole in ((3, 3), (5, 5), (40, 5)):
        table.show_rows([("Ann", str(number)) for number in range(rows)])
        qtbot.waitUntil(
            lambda whole=whole: table.visualItemRect(table.item(whole - 1, 0)).bottom() < table.viewport().height()
        )
    assert table.height() < 300


def test_what_an_icon_in_a_table_means_is_copied_with_it(qtbot: QtBot) -> None:
    table = Records(("Name",))
    qtbot.addWidget(table)
    table.show_rows([("ann",)])
    table.mark(0, 0, "robot-outline", "LLM")

    table.copy()

    assert QGuiApplication.clipboard().text() == "Name\nann (LLM)"
    assert table.text(0, 0) == "ann"


@pytest.mark.parametrize(("value", "text"), [(-0.001, "0.00"), (-0.25, "−0.25"), (0.5, "0.50")])
def test_a_number_of_either_sign_has_a_true_minus(value: float, text: str) -> None:
    assert signed(value) == text


def test_a_long_label_name_keeps_its_button_as_it_is_and_is_said_whole(qtbot: QtBot) -> None:
    short, long = LabelButton(Label("Refund", "money back"), "1"), LabelButton(Label("Refund 👍 " * 12, "meaning"), "2")
    for button in (short, long):
        qtbot.addWidget(button)
        button.resize(220, button.height())
        button.show()

    assert short.height() == long.height()
    assert "meaning" in long.toolTip()
    assert long.grab().toImage() != short.grab().toImage()


def test_a_guideline_shows_markdown_but_neither_html_nor_pictures(qtbot: QtBot) -> None:
    view = GuidelineView("Choose **first**. <b>raw</b> ![x](https://example.org/x.png)")
    qtbot.addWidget(view)

    picture = view.document().resource(
        QTextDocument.ResourceType.ImageResource.value, QUrl("https://example.org/x.png")
    )

    assert "<b>raw</b>" in view.toPlainText()
    assert "**" not in view.toPlainText()
    assert picture is None or (picture.width(), picture.height()) == (1, 1)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_guideline_keeps_its_distance_from_its_scroll_bar(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    view = GuidelineView("Read **all** of it. " * 200)
    qtbot.addWidget(view)
    view.setLayoutDirection(direction)
    view.resize(300, 120)
    view.show()
    bar = view.verticalScrollBar()
    qtbot.waitUntil(bar.isVisible)

    here = QRect(bar.mapTo(view, QPoint()), bar.size())
    text = view.viewport().geometry()
    between = here.left() - text.right() if direction is Qt.LayoutDirection.LeftToRight else text.left() - here.right()
    assert between >= 8


def test_a_link_in_a_guideline_is_not_opened(qtbot: QtBot) -> None:
    view = GuidelineView("[here](https://example.org)")
    qtbot.addWidget(view)
    view.resize(200, 60)
    view.show()

    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, 8))

    assert view.source().isEmpty()
    assert view.toPlainText().strip() == "here"


MIXED = Item(1, "a", {"subject": "Charged twice", "message": "Hello <b>there</b>\nשלום עולם\nend"})


def test_an_item_is_shown_as_plain_text_under_its_field_names(qtbot: QtBot, settings: Settings) -> None:
    view = ItemView(settings)
    qtbot.addWidget(view)
    view.set_item(MIXED)

    assert view.toPlainText().split("\n") == [
        "SUBJECT", "Charged twice", "MESSAGE", "Hello <b>there</b>", "שלום עולם", "end",
    ]  # fmt: skip


def test_a_single_field_needs_no_name(qtbot: QtBot, settings: Settings) -> None:
    view = ItemView(settings)
    qtbot.addWidget(view)
    view.set_item(Item(1, "a", {"text": "It broke."}))

    assert view.toPlainText() == "It broke."


def test_each_paragraph_runs_in_its_own_direction(qtbot: QtBot, settings: Settings) -> None:
    view = ItemView(settings)
    qtbot.addWidget(view)
    view.set_item(MIXED)
    directions = {}
    block = view.document().begin()
    while block.isValid():
        directions[block.text()] = block.textDirection()
        block = block.next()

    assert directions["שלום עולם"] is Qt.LayoutDirection.RightToLeft
    assert directions["end"] is Qt.LayoutDirection.LeftToRight


def test_zoom_changes_the_item_text_only(qtbot: QtBot, settings: Settings) -> None:
    view = ItemView(settings)
    qtbot.addWidget(view)
    view.set_item(Item(1, "a", {"text": "It broke."}))

    def size() -> float:
        cursor = QTextCursor(view.document())
        cursor.movePosition(QTextCursor.MoveOperation.Right)
        return cursor.charFormat().font().pointSizeF()

    before = size()
    settings.zoom_by(1)
    assert size() > before
    settings.zoom_by(0)
    assert size() == before


def test_progress_appears_only_when_a_job_takes_longer(qtbot: QtBot) -> None:
    bar = JobBar()
    qtbot.addWidget(bar)
    bar.start("Importing")
    assert bar.isHidden()

    qtbot.waitUntil(lambda: not bar.isHidden(), timeout=SHOWN_AFTER * 5)
    bar.set_progress(50, 200, rate=5.2, seconds_left=29)

    assert bar.text.text() == "Importing — 50 of 200 · 5.2 a second · about 29 s left"
    bar.finish()
    assert bar.isHidden()


def test_the_rate_of_a_file_is_told_only_where_it_is_a_number_worth_reading(qtbot: QtBot) -> None:
    bar = FileProgress()
    qtbot.addWidget(bar)
    bar.begin("Importing small.csv")
    bar._begun -= 4  # seconds ago
    bar.show_progress(500, 1_000)
    assert bar.text.text() == "Importing small.csv — 50 %"
    bar.show_progress(40_000_000, 80_000_000)
    assert "MB a second · about" in bar.text.text()
    bar.show_progress(80_000_000, 80_000_000)
    assert bar.text.text() == "Importing small.csv — 100 %"
    bar.finish()


def test_a_job_can_be_paused_and_stopped_once(qtbot: QtBot) -> None:
    bar = JobBar(pausable=True)
    qtbot.addWidget(bar)
    bar.start("Pre-labelling")
    bar.show()

    with qtbot.waitSignal(bar.pause_toggled, check_params_cb=lambda paused: paused):
        qtbot.mouseClick(bar.pause_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(bar.stopped):
        qtbot.mouseClick(bar.stop_button, Qt.MouseButton.LeftButton)

    assert not bar.stop_button.isEnabled()


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.2, "1 s"), (60, "60 s"), (125, "2 min"), (3600, "60 min"), (7300, "2 h 2 min")]
)
def test_a_time_to_come_is_told_in_its_main_unit(seconds: float, text: str) -> None:
    assert duration(seconds) == text


def test_a_toast_shows_the_message_and_keeps_a_bad_one(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    toast = Toast(window)

    toast.tell("The disk is full.", "bad")

    assert toast.isVisible()
    assert toast.text.text() == "The disk is full."
    assert window.rect().contains(toast.geometry())
    assert toast.remaining is None
    toast.tell("Saved.", "good")
    assert toast.remaining is not None


def test_a_bad_message_comes_back_after_those_that_covered_it(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    toast = Toast(window)
    done: list[str] = []
    toast.offer("The server is away.", "Try again", lambda: done.append("again"), "bad")
    toast.tell("The disk is full.", "bad")
    toast.offer("12 items flagged.", "Undo", lambda: done.append("undo"))

    toast.act()
    assert (toast.text.text(), toast.offered, toast.remaining) == ("The disk is full.", "", None)
    close = next(button for button in toast.findChildren(QPushButton) if button.accessibleName() == "Close message")
    close.click()
    assert (toast.text.text(), toast.offered) == ("The server is away.", "Try again")
    toast.act()

    assert not toast.isVisible()
    assert done == ["undo", "again"]


def test_of_many_bad_messages_a_few_are_kept_and_none_twice(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    toast = Toast(window)
    for number in (1, 2, 3, 4, 5, 6, 5):
        toast.tell(f"Problem {number}.", "bad")
    seen = []
    close = next(button for button in toast.findChildren(QPushButton) if button.accessibleName() == "Close message")

    while toast.isVisible() and len(seen) < 20:
        seen.append(toast.text.text())
        close.click()

    assert seen == [f"Problem {number}." for number in (5, 6, 4, 3)]


def test_two_actions_cannot_have_one_key(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    rows = [Action("a", "A", "S", "annotate", widget.show), Action("b", "B", "s", "annotate", widget.hide)]

    with pytest.raises(ValueError, match="both want S"):
        actions.bind(widget, rows)
