"""The main job in the window, from `main()` to the exported file, by keys and mouse, with the real built-in model."""

from __future__ import annotations

import csv
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDoubleSpinBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from annotator.services import browsing, project_file
from annotator.ui.pages.agents import AgentsPage
from annotator.ui.pages.agents_label import LabelTab
from annotator.ui.pages.annotate import AnnotatePage
from annotator.ui.pages.base import Page
from annotator.ui.pages.export import ExportPage
from annotator.ui.pages.overview import OverviewPage
from annotator.ui.pages.review import ReviewPage
from annotator.ui.widgets.empty import EmptyState
from annotator.ui.widgets.nothing_waits import NobodyHere
from tests.e2e import steps
from tests.e2e.person import CONTROL, Person, model_processes, use
from tests.e2e.reviews import KEYS, REVIEWS
from tests.e2e.watchdog import again_if_blocked
from tests.projects import make_project

TRUTH = dict(list(REVIEWS.items())[:12])
ASKED_AT_LEAST = 5  # items that people shall answer here
COMMENT = "surely not irony"
STILL_SAVED = 100  # items at most, of the 1,200: closing ends a run and does not wait for it
OURS = ("project", "compute", "calls", "background")


pytestmark = [
    again_if_blocked,
    # Said by the offscreen platform of whatever needs a window manager.
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
    pytest.mark.skipif(sys.platform != "linux", reason="child processes are looked up in /proc"),
]


@pytest.fixture
def person(qtbot: QtBot) -> Person:
    return Person(qtbot)


class MainJob:
    """What a new user does from the start page on, page by page."""

    def __init__(self, person: Person, folder: Path) -> None:
        self.person = person
        self.source, self.out = folder / "reviews.csv", folder / "labels.csv"
        self.project = folder / f"Reviews{project_file.SUFFIX}"
        self.asked: list[str] = []
        self.skipped = self.commented = self.settled = ""
        with self.source.open("w", encoding="utf-8", newline="") as file:
            rows = [(f"r{number}", text) for number, text in enumerate(TRUTH, 1)]
            csv.writer(file).writerows([("id", "text"), *rows])

    def __call__(self) -> None:
        self.make_project()
        self.prelabel()
        self.route()
        self.annotate()
        self.merge()
        self.review()
        self.export()
        self.person.press(Qt.Key.Key_Q, CONTROL)

    def make_project(self) -> None:
        steps.commit(self.person, steps.make_project(self.person, self.source, self.project.parent, KEYS))
        assert self.person.window.jobs.path == self.project

    def prelabel(self) -> None:
        page = label_tab(self.person)
        self.person.click(self.person.find(QPushButton, "start_run"))
        self.person.see(model_processes, within=30)
        self.person.see(lambda: page.outcome.text.startswith("Done."), within=60)
        assert "12 labelled · 0 invalid · 0 failed" in page.outcome.text

    def route(self) -> None:
        """Raise the threshold until enough items go to people."""
        person = self.person
        page = person.page(AgentsPage, 5)
        QTest.mouseClick(page.bar, Qt.MouseButton.LeftButton, pos=page.bar.tabRect(page.place("people")).center())
        box = person.find(QDoubleSpinBox, "threshold")
        people = person.find(QLabel, "split_people")
        person.see(lambda: people.text().isdigit())  # the confidences are read beside the window
        for threshold in (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0):
            person.click(box.lineEdit())
            person.type(box.locale().toString(threshold, "f", 2), instead=True)
            person.press(Qt.Key.Key_Tab)
            if int(people.text()) >= ASKED_AT_LEAST:
                break
        waiting = int(people.text()) + int(person.find(QLabel, "split_audit").text())
        assert waiting >= ASKED_AT_LEAST
        person.click(person.find(QPushButton, "send_to_people"))
        person.see(lambda: f"{waiting} items wait for people" in person.window.toast.text.text())

    def annotate(self) -> None:
        """The first answer is wrong and taken back; the next gets a comment; one is skipped."""
        person = self.person
        page = person.page(AnnotatePage, 3)
        assert page.findChild(NobodyHere) is not None
        person.type("Mira")
        with person.qtbot.waitSignal(page.item_shown):
            person.press(Qt.Key.Key_Return)
        first = steps.read(page)
        self._answer(page, "negative" if TRUTH[first] == "positive" else "positive")
        with person.qtbot.waitSignal(page.item_shown):
            person.press(Qt.Key.Key_Z, CONTROL)
        assert steps.read(page) == first
        self._answer(page, TRUTH[first])
        self.commented = self._comment(page)
        self._answer(page, TRUTH[self.commented])
        self.skipped = steps.read(page)
        person.press(Qt.Key.Key_S)
        with person.qtbot.waitSignal(page.item_shown):
            person.press(Qt.Key.Key_1)  # why: the first of the reasons
        while page.view.working:
            self._answer(page, TRUTH[steps.read(page)])
        assert self.skipped not in self.asked

    def merge(self) -> None:
        page = self.person.page(OverviewPage, 1)
        self.person.click(self.person.find(QPushButton, "merge"))
        self.person.see(lambda: page.session.summary is not None and page.session.summary.merge is not None, within=30)

    def review(self) -> None:
        """Settle the item that the merge is least sure of; where there is no conflict, of all of them."""
        person = self.person
        page = person.page(ReviewPage, 4)
        person.see(lambda: page.view.shown_item() is not None or page.findChild(EmptyState) is not None)
        if page.view.shown_item() is None:
            person.click(empty_state(page).button)  # "Show all by disagreement"
            person.see(lambda: page.view.shown_item() is not None)
        item_id = page.view.shown_item()
        assert item_id is not None
        self.settled = browsing.item(page.session.read, item_id).fields["text"]
        person.press(KEYS[TRUTH[self.settled]])
        person.see(lambda: TRUTH[self.settled] in person.find(QLabel, "last_settled").text())

    def export(self) -> None:
        person = self.person
        page = person.page(ExportPage, 7)
        person.click(page.per_annotator)
        person.click(person.find(QPushButton, "export"))
        steps.choose(person, self.out)
        person.see(lambda: "12 rows written to labels.csv, as many as the project has" in page.result.text)

    def _answer(self, page: AnnotatePage, label: str) -> None:
        self.asked.append(steps.read(page))
        steps.turn(self.person, page, KEYS[label])

    def _comment(self, page: AnnotatePage) -> str:
        self.person.press(Qt.Key.Key_C)
        self.person.type(COMMENT)
        self.person.press(Qt.Key.Key_Return)
        return steps.read(page)


def test_the_main_job_by_keys_and_mouse_with_the_built_in_model(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = MainJob(person, tmp_path)

    code = use(person, job, monkeypatch=monkeypatch)

    assert code == 0
    assert not model_processes()
    assert not [thread.name for thread in threading.enumerate() if thread.name.startswith(OURS)]
    check_export(job)
    check_answers(job)


def empty_state(page: Page) -> EmptyState:
    found = page.findChild(EmptyState)
    assert found is not None
    return found


def check_export(job: MainJob) -> None:
    with job.out.open(encoding="utf-8", newline="") as file:
        rows = {row["text"]: row for row in csv.DictReader(file)}
    assert [row["item_id"] for row in rows.values()] == [f"r{number}" for number in range(1, 13)]
    assert list(rows) == list(TRUTH)
    for row in rows.values():
        assert row["label"] in KEYS
        assert row["llm_label"] in KEYS
        assert 0 <= float(row["llm_confidence"]) <= 1
        assert 0 <= float(row["probability"]) <= 1
    assert [text for text, row in rows.items() if row["adjudicated"] == "1"] == [job.settled]
    assert rows[job.settled]["label"] == TRUTH[job.settled]
    answered = {text: row["annotator: Mira"] for text, row in rows.items() if row["annotator: Mira"] in KEYS}
    assert answered == {text: TRUTH[text] for text in job.asked}
    assert rows[job.skipped]["annotator: Mira"] == "(skipped)"


def check_answers(job: MainJob) -> None:
    """What the export of labels does not show: the comment."""
    db = project_file.open_project(job.project, read_only=True)
    found = {
        item.fields["text"]: answer.comment
        for item in (browsing.item(db, item_id) for item_id in browsing.item_ids(db))
        for answer in browsing.answers_to(db, item.id)
        if answer.comment
    }
    db.close()
    assert found == {job.commented: COMMENT}


def test_closing_the_window_in_the_middle_of_a_run_keeps_what_was_answered(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [f"{text} Visit number {visit}." for visit in range(100) for text in TRUTH]
    db = make_project(tmp_path, texts, labels=tuple(KEYS))
    path = db.path
    db.close()
    shown = 0

    def close_early() -> None:
        nonlocal shown
        page = label_tab(person)
        person.click(person.find(QPushButton, "start_run"))
        person.see(lambda: labelled(page) >= 5, within=60)
        assert model_processes()
        person.press(Qt.Key.Key_1, CONTROL)  # the run goes on without its page
        person.page(AgentsPage, 5)
        shown = labelled(page)
        person.press(Qt.Key.Key_Q, CONTROL)

    code = use(person, close_early, str(path), monkeypatch=monkeypatch)

    assert code == 0
    assert not model_processes()
    assert not [thread.name for thread in threading.enumerate() if thread.name.startswith(OURS)]
    db = project_file.open_project(path, read_only=True)
    rows = browsing.rows(db, browsing.item_ids(db))
    db.close()
    saved = [row for row in rows if row.llm_label]
    assert shown <= len(saved) <= shown + STILL_SAVED
    assert {row.llm_label for row in saved} <= set(KEYS)


def label_tab(person: Person) -> LabelTab:
    """The tab that the Agents page opens with."""
    found = person.page(AgentsPage, 5).tab("label")
    assert isinstance(found, LabelTab)
    assert found.isVisible()
    return found


def labelled(page: LabelTab) -> int:
    """The number of saved answers as the page says it."""
    number = page.planned.text().partition(" labelled")[0]
    return int(number.replace(",", "")) if number.replace(",", "").isdigit() else 0
