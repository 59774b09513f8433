"""The guide beside the window: F1 opens it where one is, keys read and search it, nothing comes from outside."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QImage, QTextDocument
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from annotator.services.packing import Wish
from annotator.ui import guide
from annotator.ui.dialogs.guide import GuideDialog
from annotator.ui.main_window import MainWindow
from annotator.ui.page_table import PAGES
from annotator.ui.settings import Settings
from annotator.ui.widgets.command_palette import CommandPalette
from tests import projects
from tests.services import sending
from tests.ui import accessible, windows
from tests.ui.conftest import MakeProject

CONTROL = Qt.KeyboardModifier.ControlModifier
IMAGE = QTextDocument.ResourceType.ImageResource.value


@pytest.fixture
def read(qtbot: QtBot, settings: Settings) -> GuideDialog:
    """The guide alone, at its page about reviewing."""
    dialog = GuideDialog(settings)
    qtbot.addWidget(dialog)
    dialog.open_at("guide/06-review.md")
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def opened_by_key(qtbot: QtBot, window: MainWindow) -> str:
    """The page that F1 opens; the guide is closed again by the same key."""
    qtbot.keyClick(window, Qt.Key.Key_F1)
    dialog = window.findChild(GuideDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    assert not dialog.isModal()
    page = dialog.page
    qtbot.keyClick(dialog, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    window.activateWindow()  # which the offscreen platform leaves to us
    qtbot.waitUntil(window.isActiveWindow)
    return page


def test_f1_on_the_start_page_opens_the_first_page(qtbot: QtBot) -> None:
    with windows.shown(qtbot) as window:
        assert opened_by_key(qtbot, window) == guide.FIRST


def test_f1_opens_the_page_about_what_is_in_sight(qtbot: QtBot, make_project: MakeProject) -> None:
    with windows.shown(qtbot, make_project()) as window:
        assert window.view is not None
        assert set(PAGES) <= set(guide.ABOUT)
        for page in PAGES:
            window.view.go(page)
            windows.calm(qtbot, window)
            assert opened_by_key(qtbot, window) == guide.ABOUT[page]
        window.view.go("agents", "people")
        assert opened_by_key(qtbot, window) == "guide/04-who-answers-what.md"


def test_the_palette_and_the_keys_of_the_window_name_the_guide(qtbot: QtBot) -> None:
    with windows.shown(qtbot) as window:
        window.show_palette()
        palette = window.findChildren(CommandPalette)[0]
        qtbot.keyClicks(palette.field, "guide")
        assert palette.list.item(0).text() == "Guide"
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
        assert window.findChild(GuideDialog) is not None


def test_buttons_of_the_start_page_and_of_a_project_open_it_too(qtbot: QtBot, make_project: MakeProject) -> None:
    with windows.shown(qtbot) as window:
        link = next(button for button in window.start.findChildren(QPushButton) if button.text() == "Guide")
        link.click()
        dialog = window.findChild(GuideDialog)
        assert dialog is not None
        assert dialog.isVisible()
        dialog.close()
        assert window.open_project(make_project())
        assert window.view is not None
        window.view.go("setup")
        button = window.view.navigation.findChild(QPushButton, "guide")
        assert button is not None
        assert button.toolTip() == "Guide (F1)"
        button.click()
        assert dialog.isVisible()
        assert dialog.page == guide.ABOUT["setup"]


def test_f1_in_an_opened_package_is_about_annotating(qtbot: QtBot, tmp_path: Path) -> None:
    with closing(projects.make_project(tmp_path, texts=("lovely", "dreadful"))) as db:
        file = sending.send(db, tmp_path, Wish(to=("Ann",)))["Ann"]
    with windows.shown(qtbot) as window:
        window.open_file(file)
        qtbot.waitUntil(lambda: window.view is not None)
        assert opened_by_key(qtbot, window) == guide.ABOUT["annotate"]


def test_everything_is_read_by_keyboard_alone_and_says_what_it_is(read: GuideDialog) -> None:
    assert accessible.focusable(read) != []
    assert accessible.nameless(read) == []
    assert accessible.mouse_only(read) == []
    assert accessible.backwards(read) == []
    assert accessible.unmarked(read) == []


def test_the_list_and_keys_lead_from_page_to_page(qtbot: QtBot, read: GuideDialog) -> None:
    qtbot.keyClick(read, Qt.Key.Key_PageDown, CONTROL)
    assert read.page == "guide/07-quality.md"
    assert read.text.document().firstBlock().text() == guide.pages()[read.page].title
    read.list.setFocus()
    qtbot.keyClick(read.list, Qt.Key.Key_Home)
    assert read.page == guide.FIRST


def test_a_link_leads_to_another_page_and_a_key_back(qtbot: QtBot, read: GuideDialog) -> None:
    read.list.setCurrentRow(list(guide.pages()).index("guide/07-quality.md"))
    read.text.anchorClicked.emit(QUrl("../merging.md"))
    assert read.page == "merging.md"
    qtbot.keyClick(read, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert read.page == "guide/07-quality.md"


def test_a_search_marks_every_place_and_f3_goes_through_them(qtbot: QtBot, read: GuideDialog) -> None:
    qtbot.keyClick(read, Qt.Key.Key_F, CONTROL)
    assert read.search.hasFocus()
    qtbot.keyClicks(read.search, "MERGED LABEL")
    places = len(read.text.extraSelections())
    assert places > 1
    assert read.said.text() == f"1 of {places}"
    first = read.text.textCursor().selectionStart()
    qtbot.keyClick(read, Qt.Key.Key_F3)
    assert read.said.text() == f"2 of {places}"
    assert read.text.textCursor().selectedText().casefold() == "merged label"
    assert read.text.textCursor().selectionStart() > first


def test_what_is_not_on_the_page_is_found_on_another(qtbot: QtBot, read: GuideDialog) -> None:
    read.search.setText("IBANs")
    assert "3 LLMs as annotators" in read.said.text()
    qtbot.keyClick(read.search, Qt.Key.Key_Return)
    assert read.page == "guide/03-llms.md"
    assert read.said.text().startswith("1 of ")
    read.search.setText("no such words")
    assert read.said.text() == "Nowhere in the guide."


def test_the_text_follows_the_size_of_texts(qtbot: QtBot, settings: Settings, read: GuideDialog) -> None:
    before = read.text.document().defaultFont().pointSizeF()
    qtbot.keyClick(read, Qt.Key.Key_Plus, CONTROL)
    assert read.text.document().defaultFont().pointSizeF() == pytest.approx(before * settings.zoom)
    assert settings.zoom > 1


def test_pictures_are_as_wide_as_there_is_room(read: GuideDialog) -> None:
    def width() -> float:
        picture = read.text.loadResource(IMAGE, QUrl("pictures/review.png"))
        assert isinstance(picture, QImage)
        return picture.deviceIndependentSize().width()

    wide = width()
    assert wide > 400
    read.resize(read.width() - 200, read.height())
    assert width() == pytest.approx(wide - 200)


@pytest.mark.parametrize(
    "name", ["file:///etc/logo.png", "https://example.org/a.png", "../pictures/annotate.png", "pictures/none.png"]
)
def test_no_other_picture_is_read_or_fetched(read: GuideDialog, name: str) -> None:
    found = read.text.loadResource(IMAGE, QUrl(name))
    assert isinstance(found, QImage)
    assert found.size().toTuple() == (1, 1)


class Browser(QObject):
    """Stands where the system's browser would be told what to open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def browser(qapp: object) -> Iterator[Browser]:
    found = Browser()
    QDesktopServices.setUrlHandler("https", found, "open")
    yield found
    QDesktopServices.unsetUrlHandler("https")


@pytest.mark.parametrize(("button", "opened"), [("Cancel", []), ("Open", ["https://example.org/a"])])
def test_a_link_to_outside_is_opened_only_when_one_says_so(
    read: GuideDialog, browser: Browser, button: str, opened: list[str]
) -> None:
    read.text.anchorClicked.emit(QUrl("https://example.org/a"))
    box = read.findChild(QMessageBox)
    assert box is not None
    assert box.informativeText() == "https://example.org/a"
    assert browser.opened == []
    box.button(QMessageBox.StandardButton[button]).click()
    assert browser.opened == opened


def test_in_another_language_it_says_that_it_is_in_english(settings: Settings, read: GuideDialog) -> None:
    for language, said in (("de", True), ("en", False)):
        settings.language = language
        read.open_at(guide.FIRST)
        assert read.english.isVisible() is said
