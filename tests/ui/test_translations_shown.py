"""The window in a language that nobody speaks: no text bypasses the catalogs, and longer words have room."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.services import project_file
from annotator.ui import catalogue, language
from annotator.ui.dialogs.annotator import AnnotatorDialog
from annotator.ui.dialogs.crash import CrashDialog
from annotator.ui.dialogs.keys import KeySheet
from annotator.ui.dialogs.new_project import NewProjectWizard
from annotator.ui.main_window import MainWindow
from annotator.ui.project_view import PAGES
from annotator.ui.widgets.command_palette import CommandPalette
from annotator.ui.widgets.records import Records
from tests import quality_project
from tests.ui import accessible, pseudo, windows
from tests.ui.conftest import MakeProject

PLACES = [(page, "") for page in PAGES if page not in {tab.page for tab in catalogue.tabs()}] + [
    (tab.page, tab.tab) for tab in catalogue.tabs()
]
LABELS = ("да", "нет", "не знаю")  # data in letters of their own cannot be taken for a text of ours
DATA = re.compile(
    r"The parcel number \d+ came, and how\.?|Ada|Ben|Cleo|oracle|parcels|What is the sentiment\?|Sentiment|"
    r"Be \*?kind\*?\.?|Review|\b[ir]\d+\b|\bid\b|\btext\b|How does the customer feel\?|Reviews|(dis)?pleased|neither|"
    r"positive|negative|neutral|Read all of it\.|Jon|Mira|reviews"
)
AS_IN_THE_FILE = (
    "export_preview",  # shows what will be written, and files are not translated
    "preview_table",  # what an import reads
    "details",  # a bug is reported in English
)


class Look:
    """What is wrong with the widgets that were looked at. Each thing is told once, with where it was first."""

    def __init__(self) -> None:
        self.english: dict[str, str] = {}
        self.cut: dict[str, str] = {}
        self.sideways: dict[str, str] = {}

    def at(self, root: QWidget, place: str) -> None:
        for widget, text in pseudo.visible_texts(root):
            left = "" if widget.objectName() in AS_IN_THE_FILE else pseudo.untranslated(text, DATA)
            if left:
                self.english.setdefault(f"{left} | {text[:80]}", f"{place}: {accessible.describe(widget)}")
        for widget in pseudo.cut(root):
            self.cut.setdefault(accessible.describe(widget), f"{place}, {pseudo.room(widget)}")
        for table in root.findChildren(Records):
            over = table.horizontalHeader().length() - table.viewport().width()
            if table.isVisible() and over > 0 and table.objectName() not in AS_IN_THE_FILE:
                self.sideways.setdefault(accessible.describe(table), f"{place}, {over} px too wide")

    def found(self) -> list[str]:
        return [f"{text}: {where}" for text, where in self.english.items()] + [
            f"cut at {where}: {widget}" for widget, where in self.cut.items()
        ]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    db = quality_project.make(tmp_path, labels=LABELS)
    db.close()
    return tmp_path / f"parcels{project_file.SUFFIX}"


@contextmanager
def opened(qtbot: QtBot, path: Path, who: str) -> Iterator[MainWindow]:
    with pseudo.spoken(), windows.shown(qtbot, path) as window:
        session = window.session
        assert session is not None
        session.seat(who, window, lambda: None)
        qtbot.waitUntil(lambda: session.annotator is not None)
        window.resize(1280, 800)
        yield window


def every_place(qtbot: QtBot, window: MainWindow) -> Look:
    look = Look()
    for page, tab in PLACES:
        assert window.view is not None
        window.view.go(page, tab or None)
        windows.calm(qtbot, window)
        look.at(window, f"{page} {tab}")
    return look


def test_every_text_on_every_page_is_translated_and_has_room(qtbot: QtBot, project: Path) -> None:
    with opened(qtbot, project, "Ada") as window:
        assert every_place(qtbot, window).found() == []


@pytest.mark.parametrize("spoken", sorted(set(language.NAMES) - {"en"}))
def test_every_page_has_room_in_the_languages_that_there_are(qtbot: QtBot, project: Path, spoken: str) -> None:
    language.install(spoken)
    try:
        with windows.shown(qtbot, project) as window:
            look = every_place(qtbot, window)
            assert list(look.cut.items()) == []
            assert look.sideways == {}
    finally:
        language.install("en")


def test_pages_without_anything_to_show_are_translated_too(qtbot: QtBot, make_project: MakeProject) -> None:
    with opened(qtbot, make_project(texts=()), "Mira") as window:
        assert every_place(qtbot, window).found() == []


def test_pages_before_any_answer_are_translated_too(qtbot: QtBot, make_project: MakeProject) -> None:
    with opened(qtbot, make_project(), "Mira") as window:
        assert every_place(qtbot, window).found() == []


def test_dialogs_and_the_start_page_are_translated(qtbot: QtBot, make_project: MakeProject) -> None:
    look = Look()
    with opened(qtbot, make_project(), "Mira") as window:
        for dialog in (AnnotatorDialog(["Jon", "Mira"], "Mira", window), CrashDialog("ValueError", window)):
            dialog.show()
            look.at(dialog, type(dialog).__name__)
            dialog.reject()
        window.show_keys()
        sheet = window.findChildren(KeySheet)[-1]
        look.at(sheet, "keys")
        sheet.edit()
        look.at(sheet, "keys to change")
        sheet.reject()
        window.show_palette()
        look.at(window.findChildren(CommandPalette)[0], "palette")
        window.show_palette()
        window.close_project()
        look.at(window, "start")

    assert look.found() == []


def test_the_wizard_for_a_new_project_is_translated(qtbot: QtBot, tmp_path: Path) -> None:
    look = Look()
    file = tmp_path / "тексты.csv"
    file.write_text("номер,слова\n1,да и нет\n2,нет и да\n", encoding="utf-8")
    with pseudo.spoken(), windows.shown(qtbot) as window:
        wizard = NewProjectWizard(window.jobs, window)
        wizard.show()
        for number in range(6):
            page = wizard.currentPage()
            if page is wizard.file_page:
                look.at(wizard, "file")
                wizard.file_page.choose(file)
            elif page is wizard.question_page:
                QTest.keyClicks(wizard.question_page.text, "?!")
                for row, label in enumerate(LABELS[:2]):
                    wizard.question_page.labels.name_edit(row).setText(label)
            elif page is wizard.name_page:
                wizard.name_page.folder.setText(str(tmp_path))
            qtbot.waitUntil(page.isComplete)
            look.at(wizard, f"page {number}")
            if number < 5:
                wizard.next()
                qtbot.waitUntil(lambda page=page: wizard.currentPage() is not page)
        wizard.accept()

    assert look.found() == []
