"""Review by keyboard where items are long, or labels many."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.domain.model import Label, NewAnnotation, Status
from annotator.services import importing, merging, project_file
from annotator.storage import answers
from annotator.ui.jobs import JobRunner
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from tests.ui.reviewing import Here

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

LONG = " ".join(f"Sentence {n} of a long item that does not fit." for n in range(120))
MakeHere = Callable[..., Here]


@pytest.fixture
def make_here(qtbot: QtBot, jobs: JobRunner, settings: Settings, tmp_path: Path) -> MakeHere:
    """make_here(30): a reviewer in front of three items about which two people differ, with 30 labels."""

    def make(count: int, text: str = "A text", people: int = 2) -> Here:
        labels = [Label(f"topic {n}") for n in range(1, count + 1)]
        question = project_file.make_question("Topic", "Which?", labels)
        db = project_file.create(tmp_path / "many.annotator", name="many", question=question)
        (tmp_path / "rows.csv").write_text("id,text\n" + "".join(f"r{n},{text}\n" for n in range(3)))
        importing.import_items(db, tmp_path / "rows.csv")
        asked = project_file.question(db)
        for place in range(people):
            label = asked.labels[place % 2].id
            new = [NewAnnotation(item_id, Status.LABEL, label) for item_id in (1, 2, 3)]
            answers.record(db, project_file.add_person(db, f"P{place}").id, asked.id, new)
        merging.merge_and_store(db)
        db.close()
        jobs.open(db.path)
        here = Here(qtbot, Session(jobs, settings, jobs))
        here.sit_down()
        with qtbot.waitSignal(here.page.case_shown):
            here.page.shown()
        with qtbot.waitActive(here.page):
            here.page.activateWindow()
        here.page.setFocus()
        return here

    return make


def place(here: Here) -> tuple[int, int]:
    """How far down the item, and what was said of it, are read."""
    view = here.page.view
    return view._item.verticalScrollBar().value(), view._case_area.verticalScrollBar().value()


def test_space_reads_a_long_item_to_its_end_and_then_what_was_said_of_it(make_here: MakeHere) -> None:
    here = make_here(3, LONG, people=24)
    item, said = here.page.view._item.verticalScrollBar(), here.page.view._case_area.verticalScrollBar()
    assert item.maximum() > 0
    assert said.maximum() > 0

    places = [place(here)]
    while place(here) != (item.maximum(), said.maximum()):
        here.qtbot.keyClick(here.page, Qt.Key.Key_Space)
        assert place(here) > places[-1], "nothing moved"
        places.append(place(here))
    assert any(down and not beside for down, beside in places), "the item comes first"

    while place(here) != (0, 0):
        before = place(here)
        here.qtbot.keyClick(here.page, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
        assert place(here) < before
    assert here.gold_of(1) is None


def test_the_key_sheet_says_how_one_reads_on(make_here: MakeHere) -> None:
    here = make_here(3)

    rows = here.page.keys()
    assert {"Read on in a long text", "Back in a long text"} <= {row.text for row in rows}


def test_a_code_begun_for_one_item_does_not_settle_the_next(make_here: MakeHere) -> None:
    here = make_here(30)
    first, second, *_ = here.listed()
    here.qtbot.keyClick(here.page, Qt.Key.Key_0)
    assert here.label_text("label_state") == "0 _ — Esc forgets it"

    here.press(Qt.Key.Key_Down)
    assert here.label_text("label_state") == ""
    here.qtbot.keyClick(here.page, Qt.Key.Key_9)
    assert here.label_text("label_state") == ""  # no code begins so
    QApplication.processEvents()

    assert here.gold_of(first) is None
    assert here.gold_of(second) is None


def test_a_code_begun_is_shown_and_escape_forgets_it(make_here: MakeHere) -> None:
    here = make_here(30)
    item_id = here.item_id
    assert item_id is not None
    here.qtbot.keyClick(here.page, Qt.Key.Key_2)
    assert here.label_text("label_state") == "2 _ — Esc forgets it"

    here.qtbot.keyClick(here.page, Qt.Key.Key_Escape)
    assert here.label_text("label_state") == ""
    here.qtbot.keyClick(here.page, Qt.Key.Key_0)
    here.press(Qt.Key.Key_7)

    labels = here.session.question.labels
    assert here.gold_of(item_id) == (labels[6].id, "adjudicated", "")
