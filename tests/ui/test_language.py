"""Which language the window speaks, and how it is chosen."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from annotator import texts
from annotator.ui import commands, language
from annotator.ui.settings import Settings
from annotator.ui.widgets.keycap import KeyCap
from annotator.ui.widgets.language_menu import LanguageMenu
from tests.ui import windows
from tests.ui.conftest import MakeProject


@pytest.fixture
def spoken(qapp: QApplication) -> Iterator[None]:
    yield
    language.install("en")


@pytest.mark.parametrize(
    ("system", "expected"),
    [
        (["de-AT", "de"], "de"),
        (["fr-FR", "fr", "de"], "de"),
        (["fr-FR", "fr"], "en"),
        (["zh-Hans-CN", "zh-CN", "zh"], "zh_CN"),
        (["zh-Hant-TW", "zh-TW", "zh"], "en"),
        (["zh-Hant-TW", "zh-TW", "zh", "de"], "de"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_the_system_s_first_language_with_a_catalog_is_spoken(system: list[str], expected: str) -> None:
    assert language.of_system(system) == expected


def test_a_choice_of_one_s_own_counts_more_than_the_system() -> None:
    assert language.chosen("zh_CN") == "zh_CN"
    assert language.chosen("en") == "en"
    assert language.chosen("klingon") == language.chosen("system")


def test_german_brings_its_numbers_and_qt_s_own_words(spoken: None) -> None:
    language.install("de")

    assert texts.figure(1234.5, 1) == "1.234,5"
    assert texts.language() == "de"
    assert QLocale().toString(1.5) == "1,5"
    assert texts.moment(datetime.datetime(2026, 1, 31, 14, 5)) == "31.01.26 14:05"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"

    language.install("en")

    assert texts.figure(1234.5, 1) == "1,234.5"
    assert texts.language() == "en"
    assert texts.moment(datetime.datetime(2026, 1, 31, 14, 5)) == "2026-01-31 14:05"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_a_text_without_a_translation_stays_english(spoken: None) -> None:
    language.install("de")

    assert QCoreApplication.translate("MainWindow", "There is no such text in any catalog.") == (
        "There is no such text in any catalog."
    )


def test_a_language_is_chosen_in_the_palette_for_the_next_start(qtbot: QtBot, settings: Settings) -> None:
    with windows.shown(qtbot) as window:
        offered = {entry.text: entry for entry in commands.entries(window, []) if entry.where == "Language"}
        assert list(offered) == ["Language of the system", "English", "Deutsch", "简体中文"]

        offered["Deutsch"].run()

        assert window.toast.text.text() == "Annotator speaks it when it is started again."
        assert settings.language == "de"
        offered["Language of the system"].run()
        assert settings.language == "system"


@pytest.mark.parametrize("place", ["start page", "project"])
def test_a_language_is_chosen_without_the_palette(
    qtbot: QtBot, settings: Settings, make_project: MakeProject, place: str
) -> None:
    with windows.shown(qtbot, make_project() if place == "project" else None) as window:
        root = window.start if window.view is None else window.view.navigation
        button = root.findChild(QPushButton, "language")
        assert button.isVisibleTo(window)

        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        [menu] = window.findChildren(LanguageMenu)
        rows = {row.text(): row for row in menu.actions()}
        assert list(rows) == [
            "Language, from the next start on",
            *("Language of the system", "English", "Deutsch", "简体中文"),
        ]
        assert rows["Language of the system"].isChecked()
        rows["简体中文"].trigger()
        menu.close()

        assert settings.language == "zh_CN"
        assert window.toast.text.text() == "Annotator speaks it when it is started again."
        assert window.start.language_button.text() == "简体中文"


def test_the_start_page_shows_the_keys_of_its_buttons_also_those_of_one_s_own(qtbot: QtBot, settings: Settings) -> None:
    with windows.shown(qtbot) as window:

        def keys() -> list[str]:
            return [cap.text() for cap in window.start.findChildren(KeyCap) if cap.isVisibleTo(window)]

        assert keys() == ["Ctrl+N", "Ctrl+O", "F1"]

        window.settings.own_keys = {"open_project": "Ctrl+Shift+F9", "guide": ""}

        assert keys() == ["Ctrl+N", "Ctrl+Shift+F9"]
        qtbot.waitUntil(lambda: not overlapping(window.start.findChildren(QPushButton)))


def overlapping(shown: list[QPushButton]) -> list[str]:
    areas = [(each.text(), QRect(each.mapToGlobal(QPoint()), each.size())) for each in shown if each.isVisible()]
    return [
        f"{one} over {other}"
        for n, (one, area) in enumerate(areas)
        for other, place in areas[n + 1 :]
        if area.intersects(place)
    ]
