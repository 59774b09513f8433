"""One of the four at work together, in a process of their own: `python -m tests.e2e.team_member WHO FOLDER`.

The folder is what they share: the packages and return files that go to and fro, and the pictures of the story.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.exceptions import TimeoutError
from pytestqt.qt_compat import qt_api
from pytestqt.qtbot import QtBot

from tests.e2e.person import Person
from tests.e2e.reviews import KEYS, REVIEWS
from tests.e2e.watchdog import Watchdog

PATIENCE = 90.0  # seconds; four programs begin at once
SIZE = (1280, 840)  # of the window in pictures
_FIELDS = 40  # at most, from one to another
CAPTION = "Caption"  # of a picture, kept in its file
QUESTION, DEADLINE = "Sentiment", "Friday, 12 o'clock"
PASSPHRASE = "kept between us two"
GOLD = {"r4": "negative", "r9": "positive"}
IDS = {text: f"r{number}" for number, text in enumerate(REVIEWS, 1)}
MISTAKEN = {"Ann": "r2", "Ben": "r7", "Cleo": "r12"}  # what somebody gets wrong, where they are asked about it


class InCompany(Watchdog):
    """Four programs that share a few cores say nothing of how long one of them keeps its user waiting."""

    def check(self) -> None:
        return


class Member(Person):
    """Somebody with a home of their own, and the folder that all four see."""

    def __init__(self, name: str, shared: Path) -> None:
        super().__init__(QtBot(None))  # type: ignore[arg-type]  # it is not asked who wants it
        self.watchdog = InCompany()
        self.name, self.shared = name, shared
        self.pressed: dict[str, str] = {}  # what counts in the end: label by item

    @property
    def home(self) -> Path:
        return Path(os.environ["HOME"])

    def see(self, what: Callable[[], object], within: float = PATIENCE) -> None:
        try:
            super().see(what, within)
        except TimeoutError:
            self.window.grab().save(str(self.home / "gave up.png"))
            raise

    def package(self, number: int = 1, name: str = "") -> Path:
        """The file with work for somebody."""
        return self.shared / "sent" / f"Reviews - {name or self.name}{f' {number}' if number > 1 else ''}.annopack"

    def returned(self, version: int, name: str = "") -> Path:
        return self.shared / "returned" / f"{name or self.name}.{version}.annoreturn"

    def label_for(self, text: str) -> str:
        """What they think of it."""
        right = REVIEWS[text]
        wrong = IDS[text] == MISTAKEN.get(self.name)
        return next(label for label in KEYS if (label == right) != wrong)

    def go_to(self, field: QWidget) -> None:
        """By Tab, which scrolls to what is out of sight."""
        for _ in range(_FIELDS):
            if field.hasFocus():
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {field.objectName()}")

    def picture(self, number: int, caption: str) -> None:
        """Keep what the window shows, with what is open above it, as the picture of this number."""
        self.window.resize(*SIZE)
        QApplication.processEvents()
        shown = self.window.grab()
        self._add_dialogs(shown)
        image = shown.toImage()
        image.setText(CAPTION, f"{self.name}: {caption}")
        (self.shared / "pictures").mkdir(exist_ok=True)
        assert image.save(str(self.shared / "pictures" / f"{number:02}.png"))

    def _add_dialogs(self, shown: QPixmap) -> None:
        """Each in its place: a grab of the window is without them."""
        painter = QPainter(shown)
        painter.setPen(QColor("#8890A0"))
        for dialog in QApplication.topLevelWidgets():
            if dialog.isVisible() and dialog.isWindow() and dialog is not self.window:
                place = QRect(self._place(dialog), dialog.size())
                painter.drawPixmap(place, dialog.grab())
                painter.drawRect(place)  # for the frame that a desktop would give it
        painter.end()

    def _place(self, dialog: QWidget) -> QPoint:
        middle = self.window.rect().center() - dialog.rect().center()
        return QPoint(max(middle.x(), 0), max(middle.y(), 0))

    def keep_pressed(self) -> None:
        (self.home / "pressed.json").write_text(json.dumps(self.pressed), encoding="utf-8")


def main(name: str, shared: Path) -> None:
    """Raises what goes wrong, which ends the process with 1."""
    from tests.e2e import team_annotators, team_lead
    from tests.e2e.person import use

    qt_api.set_qt_api("pyside6")  # as pytest does for its own process
    member = Member(name, shared)
    stories = {"Lead": team_lead.Lead, "Ann": team_annotators.Ann, "Ben": team_annotators.Ben}
    story = stories.get(name, team_annotators.Cleo)(member)
    patch = pytest.MonkeyPatch()
    code = use(member, story, *map(str, story.arguments), monkeypatch=patch)
    patch.undo()
    assert code == 0
    member.keep_pressed()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
