"""Every dialog, wizard page and small panel by keyboard and by screen reader."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from annotator.domain.filters import Range
from annotator.paths import resource
from annotator.services.label_columns import What
from annotator.ui.dialogs.annotator import AnnotatorDialog
from annotator.ui.dialogs.crash import CrashDialog
from annotator.ui.dialogs.import_items import ImportItemsWizard
from annotator.ui.dialogs.import_labels import ImportLabelsWizard
from annotator.ui.dialogs.new_project import NewProjectWizard
from annotator.ui.dialogs.wizard import Wizard
from annotator.ui.main_window import MainWindow
from annotator.ui.widgets.command_palette import CommandPalette
from annotator.ui.widgets.popup import RangePopup, WordPopup
from tests.ui import accessible, windows
from tests.ui.conftest import MakeProject


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    with windows.shown(qtbot) as shown:
        yield shown


def show(qtbot: QtBot, dialog: QDialog) -> None:
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)


def wrong(root: QWidget) -> list[str]:
    """Everything that somebody without a mouse or without eyes would stumble over."""
    if not accessible.focusable(root):
        return ["nothing takes the keyboard"]
    return [
        *accessible.nameless(root),
        *accessible.mouse_only(root),
        *accessible.backwards(root),
        *accessible.unmarked(root),
    ]


def next_page(qtbot: QtBot, wizard: Wizard) -> None:
    """Go on as soon as the page in sight is complete."""
    before = wizard.currentPage()
    qtbot.waitUntil(before.isComplete)
    wizard.next()
    qtbot.waitUntil(lambda: wizard.currentPage() is not before)


def sample() -> Path:
    return Path(str(resource("sample", "items.csv")))


def test_the_dialog_for_ones_name_can_be_used_by_keyboard_alone(qtbot: QtBot, window: MainWindow) -> None:
    dialog = AnnotatorDialog(["Jon", "Mira"], "Mira", window)
    show(qtbot, dialog)

    assert wrong(dialog) == []
    dialog.reject()


def test_the_dialog_for_a_bug_can_be_used_by_keyboard_alone(qtbot: QtBot, window: MainWindow) -> None:
    dialog = CrashDialog("Annotator 1, line 3", window)
    show(qtbot, dialog)

    assert wrong(dialog) == []
    dialog.reject()


def test_every_page_of_the_new_project_wizard_can_be_used_by_keyboard_alone(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    wizard = NewProjectWizard(window.jobs, window)
    show(qtbot, wizard)
    found = {"file": wrong(wizard)}
    wizard.file_page.choose(sample())
    next_page(qtbot, wizard)
    found["preview"] = wrong(wizard)
    next_page(qtbot, wizard)
    found["columns"] = wrong(wizard)
    next_page(qtbot, wizard)
    QTest.keyClicks(wizard.question_page.text, "What is it?")
    for row, label in enumerate(("good", "bad")):
        QTest.keyClicks(wizard.question_page.labels.name_edit(row), label)
    found["question"] = wrong(wizard)
    next_page(qtbot, wizard)
    found["name"] = wrong(wizard)
    wizard.name_page.folder.setText(str(tmp_path))
    next_page(qtbot, wizard)
    found["result"] = wrong(wizard)

    assert {page: rows for page, rows in found.items() if rows} == {}
    wizard.accept()


def test_every_page_of_the_wizard_for_more_items_can_be_used_by_keyboard_alone(
    qtbot: QtBot, window: MainWindow
) -> None:
    wizard = ImportItemsWizard(window.jobs, window)
    show(qtbot, wizard)
    found = {"file": wrong(wizard)}
    wizard.file_page.choose(sample())
    next_page(qtbot, wizard)
    found["preview"] = wrong(wizard)
    next_page(qtbot, wizard)
    found["columns"] = wrong(wizard)

    assert {page: rows for page, rows in found.items() if rows} == {}
    wizard.reject()


@pytest.mark.parametrize("what", ["labels", "gold"])
def test_every_page_of_the_wizard_for_labels_can_be_used_by_keyboard_alone(
    qtbot: QtBot, make_project: MakeProject, what: What
) -> None:
    with windows.shown(qtbot, make_project()) as window:
        assert window.session is not None
        wizard = ImportLabelsWizard(window.session, sample(), what, window)
        show(qtbot, wizard)
        found = {"preview": wrong(wizard)}
        next_page(qtbot, wizard)
        qtbot.waitUntil(lambda: bool(wizard.columns_page.columns.chosen()))
        found["columns"] = wrong(wizard)

        assert {page: rows for page, rows in found.items() if rows} == {}
        wizard.reject()


def test_the_command_palette_says_what_it_is_and_what_is_chosen(qtbot: QtBot, make_project: MakeProject) -> None:
    with windows.shown(qtbot, make_project()) as window:
        window.show_palette()
        palette = window.findChildren(CommandPalette)[0]
        qtbot.waitUntil(palette.isVisible)

        assert accessible.nameless(palette) == []
        assert accessible.mouse_only(palette) == []
        assert palette.field.accessibleDescription()


def test_the_small_surfaces_that_ask_for_a_word_or_a_range_can_be_used_by_keyboard_alone(
    qtbot: QtBot, window: MainWindow
) -> None:
    word = WordPopup("Tag for the selected items", "Tag", window, ["later"], text="soon")
    word.show_under(window, word.line)
    qtbot.waitUntil(word.isVisible)
    found = {"word": wrong(word)}
    word.close()
    range_ = RangePopup("LLM confidence", "Filter", window, Range(0.2, 0.8))
    range_.show_under(window, range_.low)
    qtbot.waitUntil(range_.isVisible)
    found["range"] = wrong(range_)
    range_.close()

    assert {surface: rows for surface, rows in found.items() if rows} == {}
