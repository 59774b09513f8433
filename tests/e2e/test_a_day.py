"""A day at the window by keys: labelling in the morning, and after a new start taking back, review and the files."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from annotator import paths
from annotator.services import annotating, browsing
from annotator.ui.pages.annotate import AnnotatePage
from annotator.ui.pages.export import ExportPage
from annotator.ui.pages.overview import OverviewPage
from annotator.ui.pages.review import ReviewPage
from annotator.ui.pages.setup import SetupPage
from annotator.ui.pages.setup_labels import LabelsTab
from annotator.ui.widgets.nothing_waits import NobodyHere
from tests.e2e import steps
from tests.e2e.person import CONTROL, Person, use
from tests.e2e.reviews import KEYS
from tests.e2e.watchdog import again_if_blocked
from tests.ui.windows import calm

NAME = "Mira"
RENAMED = {"positive": "delighted", "negative": "negative"}
BOTH = CONTROL | Qt.KeyboardModifier.ShiftModifier
ITEMS = 50
CONTRARY = 4  # every so many answers are another label than the known one, so that there is something to settle
COMMENT = "surely not irony"
WHY = "read twice"

# Said by the offscreen platform of whatever needs a window manager.
pytestmark = [again_if_blocked, pytest.mark.qt_log_ignore("This plugin does not support", extend=True)]


class Said(NamedTuple):
    """label: "" where the item was skipped."""

    label: str
    flagged: bool = False
    comment: str = ""
    reason: str = ""


class Day:
    """What the person does, and what the files must hold for it."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.person = Person(qtbot)
        self.answers, self.labels, self.report = (folder / name for name in ("answers.csv", "labels.csv", "day.html"))
        self.known = {row["id"]: row["label"] for row in rows(paths.resource("sample", "gold.csv"))}
        self.said: dict[str, Said] = {}  # by item, in the order of answering
        self.notes: dict[str, Said] = {}  # flags and comments, which stay when an answer is taken back
        self.taken: list[tuple[str, Said]] = []  # back, the last time that answers were
        self.settled: dict[str, tuple[str, str]] = {}  # label and reason

    def morning(self) -> None:
        person = self.person
        person.click(person.find(QPushButton, "open_sample"))
        person.see(lambda: person.window.view is not None)
        calm(self.qtbot, person.window)
        page = person.page(AnnotatePage, 3)
        self.sit_down(page)
        self.label(page, 14)
        self.skip(page)
        self.label(page, 10)
        self.flag(page)
        self.label(page, 2)
        self.comment(page)
        self.label(page, 2)
        self.take_back(page, 4)  # with the flag and the comment between them
        self.label(page, 6)
        self.take_back(page, 2)
        self.give_anew(page, 2)
        self.label(page, ITEMS - len(self.said))
        person.press(Qt.Key.Key_Q, CONTROL)

    def afternoon(self) -> None:
        """With a window of its own on what the settings and the project remember."""
        person = self.person
        [recent] = person.window.start.recent_projects()
        person.click(recent)
        person.see(lambda: person.window.view is not None)
        calm(self.qtbot, person.window)
        self.take_back_what_was_said_before()
        self.merge()
        self.review()
        self.rename()
        self.write_report()
        self.export()
        person.press(Qt.Key.Key_Q, CONTROL)

    def sit_down(self, page: AnnotatePage) -> None:
        assert page.findChild(NobodyHere) is not None
        self.person.type(NAME)
        with self.qtbot.waitSignal(page.item_shown):
            self.person.press(Qt.Key.Key_Return)

    def label(self, page: AnnotatePage, count: int) -> None:
        for _ in range(count):
            item = in_sight(page)
            known = self.known[item]
            contrary = len(self.said) % CONTRARY == 0
            label = next(name for name in KEYS if (name != known) == contrary)
            note = self.notes.get(item, Said(""))
            steps.turn(self.person, page, KEYS[label])
            self.remember(item, note._replace(label=label))

    def skip(self, page: AnnotatePage) -> None:
        item = in_sight(page)
        self.person.press(Qt.Key.Key_S)
        steps.turn(self.person, page, Qt.Key.Key_1)  # why: the first of the reasons
        self.remember(item, Said("", reason="unclear"))

    def flag(self, page: AnnotatePage) -> None:
        self.person.press(Qt.Key.Key_F)
        self.notes[in_sight(page)] = Said("", flagged=True)

    def comment(self, page: AnnotatePage) -> None:
        self.person.press(Qt.Key.Key_C)
        self.person.type(COMMENT)
        self.person.press(Qt.Key.Key_Return)
        self.notes[in_sight(page)] = Said("", comment=COMMENT)

    def take_back(self, page: AnnotatePage, count: int) -> None:
        """The latest answers, the last one first; each item is in sight again."""
        self.taken = []
        for _ in range(count):
            self.taken.append(self.said.popitem())
            steps.turn(self.person, page, Qt.Key.Key_Z, CONTROL)
            assert in_sight(page) == self.taken[-1][0]
            assert stored_label(page) is None

    def give_anew(self, page: AnnotatePage, count: int) -> None:
        """What was taken back just now, and then on to what waits."""
        for _ in range(count):
            item, said = self.taken.pop()
            steps.turn(self.person, page, Qt.Key.Key_Z, BOTH)
            assert in_sight(page) == item
            assert stored_label(page) == said.label
            self.said[item] = said
        steps.turn(self.person, page, Qt.Key.Key_N)

    def remember(self, item: str, said: Said) -> None:
        assert item not in self.said, "an item came a second time"
        self.said[item] = said

    def take_back_what_was_said_before(self) -> None:
        page = self.person.page(AnnotatePage, 3)
        assert page.session.annotator is not None, "who sits here is remembered with the project"
        assert page.session.annotator.name == NAME
        self.person.see(lambda: page.view.working and in_sight(page) not in self.said)
        calm(self.qtbot, self.person.window)
        self.take_back(page, 1)
        self.give_anew(page, 1)

    def merge(self) -> None:
        page = self.person.page(OverviewPage, 1)
        calm(self.qtbot, self.person.window)
        self.person.press(Qt.Key.Key_M, CONTROL)
        self.person.see(lambda: page.session.summary is not None and page.session.summary.merge is not None, within=30)
        calm(self.qtbot, self.person.window)

    def review(self) -> None:
        """Two conflicts: one with a reason, each with another label."""
        page = self.person.page(ReviewPage, 4)
        calm(self.qtbot, self.person.window)
        self.person.see(lambda: page.view.shown_item() is not None)
        self.person.press(Qt.Key.Key_C)
        self.person.type(WHY)
        self.person.press(Qt.Key.Key_Return)
        self.settle(page, "positive", WHY)
        self.settle(page, "negative", "")

    def settle(self, page: ReviewPage, label: str, why: str) -> None:
        item_id = page.view.shown_item()
        assert item_id is not None
        with self.qtbot.waitSignal(page.case_shown):
            self.person.press(KEYS[label])
        assert label in self.person.find(QLabel, "last_settled").text()
        item = browsing.item(page.session.read, item_id).external_id
        assert item not in self.settled
        self.settled[item] = (label, why)

    def rename(self) -> None:
        page = self.person.page(SetupPage, 8)
        calm(self.qtbot, self.person.window)
        tab = page.tab("questions")
        assert isinstance(tab, LabelsTab)
        edit = tab.form.labels.name_edit(0)
        assert edit.text() == "positive"
        self.person.click(edit)
        self.person.type(RENAMED["positive"], instead=True)
        self.person.press(Qt.Key.Key_S, CONTROL)
        self.person.see(lambda: page.session.question.label_names() == tuple(RENAMED.values()))
        calm(self.qtbot, self.person.window)

    def write_report(self) -> None:
        page = self.person.page(ExportPage, 7)
        calm(self.qtbot, self.person.window)
        self.person.click(page.report.write_button)
        steps.choose(self.person, self.report)
        self.person.see(lambda: self.report.name in page.report.result.text, within=30)

    def export(self) -> None:
        """The labels, and then every answer."""
        page = self.person.page(ExportPage, 7)
        self._export(page, self.labels)
        self.person.click(page.annotations)
        self._export(page, self.answers)

    def _export(self, page: ExportPage, file: Path) -> None:
        calm(self.qtbot, self.person.window)
        self.person.see(page.export_button.isEnabled)
        self.person.press(Qt.Key.Key_E, CONTROL)
        steps.choose(self.person, file)
        self.person.see(lambda: f"written to {file.name}, as many as the project has" in page.result.text)


def test_a_day_by_keys_and_what_is_in_the_files_in_the_evening(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = Day(qtbot, tmp_path)

    assert use(day.person, day.morning, monkeypatch=monkeypatch) == 0
    assert len(day.said) == ITEMS
    day.person = Person(qtbot)
    assert use(day.person, day.afternoon, monkeypatch=monkeypatch) == 0

    check_answers(day)
    check_labels(day)
    check_report(day)


def check_answers(day: Day) -> None:
    """Every answer once, with the label's new name: this person's and the crowd's."""
    written = rows(day.answers)
    own = [row for row in written if row["annotator"] == NAME]
    assert len(own) == ITEMS
    found = {
        row["item_id"]: Said(row["label"], row["flagged"] == "1", row["comment"], row["skip_reason"]) for row in own
    }
    assert found == {item: said._replace(label=RENAMED.get(said.label, "")) for item, said in day.said.items()}
    assert {row["item_id"] for row in own if row["status"] == "skipped"} == {
        item for item, said in day.said.items() if not said.label
    }
    crowd = sorted(
        (row["task"], row["worker"], RENAMED[row["label"]]) for row in rows(paths.resource("sample", "crowd.csv"))
    )
    assert sorted((row["item_id"], row["annotator"], row["label"]) for row in written if row not in own) == crowd


def check_labels(day: Day) -> None:
    written = {row["item_id"]: row for row in rows(day.labels)}
    assert set(written) == set(day.known)
    assert {row["label"] for row in written.values()} <= {*RENAMED.values(), ""}
    decided = {item: row for item, row in written.items() if row["source"] == "adjudicated"}
    assert {item: (row["label"], row["why"]) for item, row in decided.items()} == {
        item: (RENAMED[label], why) for item, (label, why) in day.settled.items()
    }
    assert {item for item, row in written.items() if row["adjudicated"] == "1"} == set(day.settled)
    assert {row["route"] for row in decided.values()} == {"settled"}


def check_report(day: Day) -> None:
    page = day.report.read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert RENAMED["positive"] in page
    assert NAME in page


def in_sight(page: AnnotatePage) -> str:
    """The id in its file of the item that takes keys."""
    item = page.view.item_view.item
    assert item is not None
    return item.external_id


def stored_label(page: AnnotatePage) -> str | None:
    """What the project has from the person here about the item in sight; None without an answer."""
    who, item = page.session.annotator, page.view.item_view.item
    assert who is not None
    assert item is not None
    own = annotating.turn_of(page.session.read, who.id, item.id).own
    names = {label.id: label.name for label in page.session.question.labels}
    return None if own is None else names.get(own.label_id or 0, "")


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))
