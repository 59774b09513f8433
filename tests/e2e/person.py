"""Somebody at the real program: starts it, presses keys and clicks where the widgets are, and waits for what shows."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from annotator.cli import main
from annotator.ui.main_window import MainWindow
from tests.e2e.watchdog import Watchdog

W = TypeVar("W", bound=QWidget)
P = TypeVar("P", bound=QWidget)

AT_THE_LEFT = 14  # px
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


class Person:
    """Input goes to windows, not to widgets: Qt decides who gets it, as it does with a keyboard and a mouse."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.watchdog = Watchdog(self._in_sight)

    @property
    def window(self) -> MainWindow:
        return next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow))

    def see(self, what: Callable[[], object], within: float = 10.0) -> None:
        """Wait until it is so; within: seconds."""
        self.qtbot.waitUntil(lambda: bool(what()), timeout=round(1000 * within))

    def dialog(self, kind: type[W]) -> W:
        """The dialog of this kind, once it has the keyboard."""
        self.see(lambda: isinstance(QApplication.activeWindow(), kind))
        found = QApplication.activeWindow()
        assert isinstance(found, kind)
        return found

    def find(self, kind: type[W], name: str) -> W:
        """A widget of the window in front by its object name, once it can be seen."""
        here = QApplication.activeWindow() or self.window
        self.see(lambda: any(widget.isVisible() for widget in here.findChildren(kind, name)))
        return next(widget for widget in here.findChildren(kind, name) if widget.isVisible())

    def page(self, kind: type[P], number: int) -> P:
        """Go to a page by its key."""
        self.press(Qt.Key(Qt.Key.Key_0 + number), CONTROL)
        view = self.window.view
        assert view is not None
        assert isinstance(view.page, kind)
        return view.page

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self._keyboard(), key, modifiers)

    def type(self, text: str, *, instead: bool = False) -> None:
        """instead: of what stands there."""
        if instead:
            self.press(Qt.Key.Key_A, CONTROL)
        for character in text:
            QTest.keyClick(self._keyboard(), character)  # type: ignore[call-overload]  # it takes characters, too

    def click(self, widget: QWidget | None) -> None:
        """Click a widget, once that is possible; near its left end, where a check box has its box."""
        assert widget is not None
        self.see(lambda: widget.isVisible() and widget.isEnabled())
        handle = widget.window().windowHandle()
        assert handle is not None
        middle = widget.rect().center()
        at = widget.mapTo(widget.window(), QPoint(min(middle.x(), AT_THE_LEFT), middle.y()))
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, NONE, at)

    def _in_sight(self) -> list[object]:
        """The page, and the dialogs over it."""
        seen: list[object] = []
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, MainWindow) and widget.view is not None:
                seen.append((widget.view.session.path, widget.view.page_name))
            elif isinstance(widget, QDialog) and widget.isVisible():
                seen.append(type(widget))
        return seen

    def _keyboard(self) -> QWindow:
        """The window that has it. When a dialog closes, a window manager gives it back; offscreen there is none."""
        if QApplication.activeWindow() is None:
            self.window.activateWindow()
            self.see(self.window.isActiveWindow)
        found = QGuiApplication.focusWindow()
        assert found is not None
        return found


def use(person: Person, story: Callable[[], None], *arguments: str, monkeypatch: pytest.MonkeyPatch) -> object:
    """Run `main()` with these arguments while the story happens in its event loop; returns the exit code.

    A story that fails ends the program, too, and is raised from here. So is a block of the UI thread.
    """
    failed: list[BaseException] = []

    def begin() -> None:
        person.watchdog.start()
        try:
            story()
            assert not person.window.isVisible(), "the story ends, and the program does not"
        except BaseException as error:  # noqa: BLE001 - it is raised again, outside of Qt
            failed.append(error)
            QApplication.exit(1)
        finally:
            person.watchdog.stop()

    monkeypatch.setattr(sys, "argv", ["annotator", *arguments])
    QTimer.singleShot(0, begin)
    with pytest.raises(SystemExit) as ended:
        main()
    if failed:
        raise failed[0]
    person.watchdog.check()
    return ended.value.code


def model_processes() -> set[int]:
    """Process ids of built-in models that this process has started and that run still."""

    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            if parent == os.getpid() and "annotator.llm.embedded_child" in (folder / "cmdline").read_text():
                found.add(int(folder.name))
        except OSError:  # ended meanwhile
            continue
    return found
