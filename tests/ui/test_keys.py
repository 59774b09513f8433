"""Keys as a person wants them: changed in the key sheet, kept, and the same wherever a key is written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.domain.model import Label
from annotator.ui import actions, key_rules
from annotator.ui.dialogs.key_editor import KeyEditor
from annotator.ui.dialogs.keys import KeySheet
from annotator.ui.main_window import MainWindow
from annotator.ui.settings import Settings
from annotator.ui.widgets import label_keys
from annotator.ui.widgets.keycap import KeyHint
from annotator.ui.widgets.keyed_rows import WHERE
from tests.ui import windows
from tests.ui.conftest import MakeProject

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def opened(qtbot: QtBot, make_project: MakeProject) -> Iterator[MainWindow]:
    with windows.shown(qtbot, make_project()) as window:
        yield window


def editor_of(qtbot: QtBot, window: MainWindow) -> KeyEditor:
    """The key sheet, opened by its key and turned to changing keys by another."""
    qtbot.keyClicks(window.focusWidget() or window, "?")
    sheet = window.findChildren(KeySheet)[-1]
    qtbot.waitUntil(sheet.isActiveWindow)
    sheet.change.setFocus()
    qtbot.keyClick(sheet.change, Qt.Key.Key_Space)
    assert sheet.editor is not None
    return sheet.editor


def choose(qtbot: QtBot, editor: KeyEditor, action: str) -> None:
    """Look for an action and begin to change its key, by keyboard alone."""
    editor.search.clear()
    qtbot.keyClicks(editor.search, action)
    editor.list.setFocus()
    qtbot.keyClick(editor.list, Qt.Key.Key_Return)
    assert editor.field.hasFocus()
    assert editor.chosen is not None
    assert editor.chosen.action.text == action


def close(qtbot: QtBot, window: MainWindow) -> None:
    for sheet in window.findChildren(KeySheet):
        sheet.reject()
    window.activateWindow()  # which the offscreen platform leaves to us
    qtbot.waitUntil(window.isActiveWindow)


def page_name(window: MainWindow) -> str:
    assert window.view is not None
    return window.view.page_name


def test_a_new_key_works_at_once_and_the_old_one_no_more(qtbot: QtBot, opened: MainWindow) -> None:
    editor = editor_of(qtbot, opened)
    choose(qtbot, editor, "Quality")
    qtbot.keyClick(editor.field, "J", CONTROL | SHIFT)
    assert "Ctrl+Shift+J now does “Quality”." in editor.said.text()
    close(qtbot, opened)

    qtbot.keyClick(opened, "6", CONTROL)
    assert page_name(opened) == "overview"
    qtbot.keyClick(opened, "J", CONTROL | SHIFT)
    assert page_name(opened) == "quality"


def test_every_text_that_names_the_key_follows(qtbot: QtBot, opened: MainWindow) -> None:
    assert opened.view is not None
    button = opened.view.navigation.buttons["quality"]
    assert button.toolTip() == "Quality (Ctrl+6)"

    opened.settings.own_keys = {"go_quality": "F9", "go_export": ""}

    assert button.toolTip() == "Quality (F9)"
    assert opened.view.navigation.buttons["export"].toolTip() == "Export"


def test_the_caps_below_annotate_follow(qtbot: QtBot, opened: MainWindow) -> None:
    assert opened.view is not None
    opened.view.go("annotate")
    hint = opened.findChild(KeyHint, "annotate_skip_hint")
    assert hint is not None
    assert hint.accessibleName() == "Skip (S)"

    opened.settings.own_keys = {"annotate_skip": "F6"}

    assert hint.accessibleName() == "Skip (F6)"


def test_keys_are_kept_for_the_next_start(qtbot: QtBot, opened: MainWindow, make_project: MakeProject) -> None:
    opened.settings.own_keys = {"go_quality": "F9", "annotate_skip": "Ctrl+, X"}
    opened.close()

    assert Settings().own_keys == {"go_quality": "F9", "annotate_skip": "Ctrl+, X"}
    with qtbot.waitExposed(opened):
        opened.show()
    with windows.shown(qtbot, make_project(name="again")) as window:
        qtbot.keyClick(window, Qt.Key.Key_F9)
        assert page_name(window) == "quality"


def test_settings_that_are_broken_leave_the_first_keys(settings: Settings) -> None:
    for broken in ("no json", "[1]", '{"keys": 1}'):
        settings.set_value("keys", broken)
        assert settings.own_keys == {}


# --- conflicts


def test_a_key_that_is_taken_is_told_in_one_sentence_and_can_be_taken_over(qtbot: QtBot, opened: MainWindow) -> None:
    editor = editor_of(qtbot, opened)
    choose(qtbot, editor, "Quality")

    qtbot.keyClick(editor.field, "N", CONTROL)
    assert editor.said.text() == "Ctrl+N does “New project” (Everywhere). Take it over, or press another one."
    assert opened.settings.own_keys == {}

    editor.take_over.setFocus()
    qtbot.keyClick(editor.take_over, Qt.Key.Key_Space)

    assert opened.settings.own_keys == {"go_quality": "Ctrl+N", "new_project": ""}
    close(qtbot, opened)
    qtbot.keyClick(opened, "N", CONTROL)
    assert page_name(opened) == "quality"


def test_a_key_of_the_window_meets_those_of_pages_that_nobody_has_opened(qtbot: QtBot, opened: MainWindow) -> None:
    editor = editor_of(qtbot, opened)
    choose(qtbot, editor, "New project")

    qtbot.keyClick(editor.field, "U", CONTROL)

    assert "does “Accept all unanimous” (Review)" in editor.said.text()


def test_another_key_can_be_pressed_instead(qtbot: QtBot, opened: MainWindow) -> None:
    editor = editor_of(qtbot, opened)
    choose(qtbot, editor, "Quality")

    qtbot.keyClick(editor.field, "N", CONTROL)
    qtbot.keyClick(editor.field, Qt.Key.Key_F9)

    assert opened.settings.own_keys == {"go_quality": "F9"}


@pytest.mark.parametrize(
    ("key", "modifiers"), [(Qt.Key.Key_C, CONTROL), (Qt.Key.Key_Return, NONE), (Qt.Key.Key_Tab, NONE)]
)
def test_keys_of_the_system_cannot_be_taken(
    qtbot: QtBot, opened: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    editor = editor_of(qtbot, opened)
    choose(qtbot, editor, "Quality")

    qtbot.keyClick(editor.field, key, modifiers)

    assert "is kept for the system" in editor.said.text()
    assert editor.take_over.isHidden()
    assert opened.settings.own_keys == {}


def test_the_key_of_a_label_stays_the_labels(qtbot: QtBot, opened: MainWindow) -> None:
    session = opened.session
    assert opened.view is not None
    assert session is not None
    session.seat("Mira", opened, lambda: None)
    qtbot.waitUntil(lambda: session.annotator is not None)
    opened.view.go("annotate")
    editor = editor_of(qtbot, opened)
    choose(qtbot, editor, "Flag")

    qtbot.keyClick(editor.field, "P")

    assert "P chooses the label “positive” in this project" in editor.said.text()
    assert editor.take_over.isHidden()


def test_the_key_of_a_label_stays_the_labels_also_where_nobody_has_opened_the_page(
    qtbot: QtBot, opened: MainWindow
) -> None:
    editor = editor_of(qtbot, opened)
    choose(qtbot, editor, "Flag")

    qtbot.keyClick(editor.field, "P")

    assert "P chooses the label “positive” in this project" in editor.said.text()
    assert opened.settings.own_keys == {}


@pytest.mark.parametrize("action", ["Flag", "Quality"])
def test_digits_stay_the_labels_in_every_project(qtbot: QtBot, opened: MainWindow, action: str) -> None:
    """A key is kept for every project, and the next one may have nine labels."""
    editor = editor_of(qtbot, opened)
    choose(qtbot, editor, action)

    qtbot.keyClick(editor.field, "7")

    assert editor.said.text() == "7 chooses labels. Press another one."
    assert editor.take_over.isHidden()
    assert opened.settings.own_keys == {}


def test_one_key_may_do_different_things_on_different_pages(qtbot: QtBot, opened: MainWindow) -> None:
    editor = editor_of(qtbot, opened)
    choose(qtbot, editor, "Hide or show names")

    qtbot.keyClick(editor.field, "E", CONTROL)  # Items and Export have it, Review has not

    assert opened.settings.own_keys == {"review_names": "Ctrl+E"}


def test_escape_leaves_the_key_as_it_is(qtbot: QtBot, opened: MainWindow) -> None:
    editor = editor_of(qtbot, opened)
    choose(qtbot, editor, "Quality")

    qtbot.keyClick(editor.field, Qt.Key.Key_Escape)

    assert opened.settings.own_keys == {}
    assert editor.list.hasFocus()
    assert opened.findChildren(KeySheet)[-1].isVisible()


def test_a_second_key_can_be_added_and_one_or_all_reset(qtbot: QtBot, opened: MainWindow) -> None:
    editor = editor_of(qtbot, opened)
    choose(qtbot, editor, "Quality")
    qtbot.keyClick(editor.field, Qt.Key.Key_F9)
    editor.add.setFocus()
    qtbot.keyClick(editor.add, Qt.Key.Key_Space)
    qtbot.keyClick(editor.field, Qt.Key.Key_F10)
    assert opened.settings.own_keys == {"go_quality": "F9 F10"}
    choose(qtbot, editor, "Export")
    qtbot.keyClick(editor.field, Qt.Key.Key_F8)

    editor.reset_one.setFocus()
    qtbot.keyClick(editor.reset_one, Qt.Key.Key_Space)
    assert opened.settings.own_keys == {"go_quality": "F9 F10"}
    editor.reset_every.setFocus()
    qtbot.keyClick(editor.reset_every, Qt.Key.Key_Space)
    assert opened.settings.own_keys == {}


def test_resetting_says_what_loses_the_key(qtbot: QtBot, opened: MainWindow) -> None:
    opened.settings.own_keys = {"go_quality": "Ctrl+N", "new_project": ""}
    editor = editor_of(qtbot, opened)
    editor.search.setText("New project")

    editor.reset()

    assert "“Quality” (Everywhere) has lost it." in editor.said.text()
    assert opened.settings.own_keys == {"go_quality": ""}


def test_labels_leave_a_letter_alone_that_became_a_command() -> None:
    labels = [Label(f"label {n}", key="z" if n == 0 else "") for n in range(3)]
    try:
        assert "z" in label_keys.assign(labels).targets
        actions.use({"annotate_skip": "Z"})
        assert "z" not in label_keys.assign(labels).targets
        assert len(label_keys.assign(labels).shown) == 3
    finally:
        actions.use({})


# --- keyboards


def cyrillic(letter: str, code: int, kind: QEvent.Type = QEvent.Type.KeyPress) -> QKeyEvent:
    """A press on a Russian keyboard without a Latin layout beside it."""
    return QKeyEvent(kind, ord(letter.upper()), NONE, code, 0, 0, letter)


def test_a_letter_works_by_its_place_on_a_keyboard_without_latin_letters(
    qtbot: QtBot, opened: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(label_keys._PLACES, "offscreen", label_keys._PLACES["xcb"])  # type: ignore[index]
    opened.settings.own_keys = {"overview_merge": "Z", "go_export": "X"}
    done: list[str] = []
    page = windows.page_of(opened)
    for owner, name in ((page, "overview_merge"), (opened, "go_export")):
        action_named(owner, name).triggered.connect(lambda _=False, name=name: done.append(name))

    for letter, code in (("я", 52), ("ч", 53)):  # on the places of Z and X
        QApplication.sendEvent(page, cyrillic(letter, code))

    assert done == ["overview_merge", "go_export"]


def action_named(owner: QWidget, name: str) -> QAction:
    return next(action for action in owner.actions() if action.objectName() == name)


@pytest.mark.parametrize(
    ("event", "key"),
    [
        (QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Question, SHIFT, "?"), "?"),
        (QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Z, CONTROL | SHIFT, ""), "Ctrl+Shift+Z"),
        (QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, NONE, "a"), "A"),
        (QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F5, SHIFT, ""), "Shift+F5"),
        (QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_5, Qt.KeyboardModifier.KeypadModifier, "5"), "5"),
        (QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Control, CONTROL, ""), ""),
        (QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Backtab, SHIFT, ""), "Shift+Backtab"),
    ],
)
def test_a_press_is_kept_as_a_key(qapp: QApplication, event: QKeyEvent, key: str) -> None:
    assert key_rules.pressed(event) == key


def test_tool_tips_and_messages_name_the_keys_of_this_person(qtbot: QtBot, opened: MainWindow) -> None:
    assert opened.view is not None
    for page, name in (("items", "import_items"), ("review", "anonymised"), ("setup", "setup_save")):
        opened.view.go(page)
        assert "(Ctrl+" in windows.page_of(opened).findChild(QPushButton, name).toolTip()

    opened.settings.own_keys = {"import_more": "F7", "review_names": "", "setup_save": "F8", "review_undo": "F9"}

    tips = {
        name: windows.page_of(opened).findChild(QPushButton, name).toolTip()
        for page, name in (("items", "import_items"), ("review", "anonymised"), ("setup", "setup_save"))
        if opened.view.go(page) is None
    }
    assert tips == {
        "import_items": "More items from a file (F7)",
        "anonymised": "Whether reviewers see who gave which answer",
        "setup_save": "Save (F8)",
    }
    assert actions.key_of("review_undo") == "F9"


def test_each_place_is_named_once_above_its_actions_and_not_stopped_at(qtbot: QtBot, opened: MainWindow) -> None:
    editor = editor_of(qtbot, opened)
    texts = [editor.list.item(row).text() for row in range(editor.list.count())]

    assert texts.count("Everywhere") == 1
    assert not any(text.startswith("Everywhere:") for text in texts)
    review = next(row for row, text in enumerate(texts) if text == "Review" and not editor.list.item(row).flags())
    editor.list.setFocus()
    editor.list.setCurrentRow(review - 1)
    qtbot.keyClick(editor.list, Qt.Key.Key_Down)
    assert editor.list.currentRow() == review + 1
    assert editor.chosen is not None
    assert editor.chosen.page == "review"


def test_what_was_searched_for_says_in_each_row_where_it_works(qtbot: QtBot, opened: MainWindow) -> None:
    editor = editor_of(qtbot, opened)

    qtbot.keyClicks(editor.search, "New project")

    first = editor.list.item(0)
    assert (first.text(), first.data(WHERE)) == ("New project", "Everywhere")
    assert editor.chosen is not None
    assert editor.chosen.action.name == "new_project"
