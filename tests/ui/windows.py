"""The real window on a project, for tests that press its keys."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator import app
from annotator.ui import actions
from annotator.ui.main_window import MainWindow
from annotator.ui.pages.base import Page


@contextmanager
def shown(qtbot: QtBot, path: Path | None = None) -> Iterator[MainWindow]:
    """The window as app.run makes it, active, with the project at `path` open and counted."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    window = app.make_window(application)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):  # keys reach the active window only
        window.show()
        window.activateWindow()
    if path is not None:
        assert window.open_project(path)
        assert window.session is not None
        qtbot.waitUntil(lambda: window.session is not None and window.session.summary is not None)
    try:
        yield window
    finally:
        window.close()
        actions.use({})


def calm(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until the page in sight has read what it shows, and what that made it read."""
    for _ in range(3):
        done: list[None] = []
        assert window.session is not None
        window.session.compute(lambda db: None, owner=window, done=done.append)
        qtbot.waitUntil(lambda done=done: bool(done), timeout=20_000)  # type: ignore[misc]
        QApplication.processEvents()


def page_of(window: MainWindow) -> Page:
    """The page in sight."""
    assert window.view is not None
    assert window.view.page is not None
    return window.view.page
