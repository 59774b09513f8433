"""Asking who is here says what the name is needed for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from annotator.services import project_file
from annotator.ui.dialogs.annotator import AnnotatorDialog
from annotator.ui.main_window import MainWindow
from annotator.ui.pages.setup_labels import LabelsTab
from tests.ui import windows

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def window(qtbot: QtBot, make_project: Callable[[], Path]) -> Iterator[MainWindow]:
    with windows.shown(qtbot, make_project()) as window:
        yield window


def asked(qtbot: QtBot) -> AnnotatorDialog:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), AnnotatorDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, AnnotatorDialog)
    return dialog


def test_saving_labels_asks_who_changes_the_project_and_then_saves(qtbot: QtBot, window: MainWindow) -> None:
    assert window.view is not None
    window.view.go("setup")
    windows.calm(qtbot, window)
    tab = window.findChild(LabelsTab)
    name = tab.findChild(QLineEdit, "label_name_1")
    name.setFocus()
    qtbot.keyClicks(name, "ly")
    qtbot.keyClick(name, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    dialog = asked(qtbot)
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Who is changing the project?" in words
    assert "answers" not in words

    qtbot.keyClicks(dialog.names.name, "Ann")
    qtbot.keyClick(dialog.names.name, Qt.Key.Key_Return)

    session = window.session
    assert session is not None
    qtbot.waitUntil(lambda: project_file.question(session.read).labels[0].name != "positive")


@pytest.mark.parametrize(
    ("doing", "question"), [("annotating", "Who is annotating?"), ("reviewing", "Who is reviewing?")]
)
def test_each_work_has_its_question(qtbot: QtBot, window: MainWindow, doing: str, question: str) -> None:
    assert window.session is not None
    window.session.choose_annotator(window, lambda: None, doing=doing)  # type: ignore[arg-type]
    assert question in [label.text() for label in asked(qtbot).findChildren(QLabel)]
