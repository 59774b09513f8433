"""The Overview page: what it says before there is anything to say, and while an LLM is at work."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.services import importing, merging, overview, project_file, routing
from annotator.ui.jobs import JobRunner
from annotator.ui.pages.next_step import Step, next_step
from annotator.ui.pages.overview import OverviewPage
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from tests.projects import llm_answers
from tests.ui.conftest import MakeProject
from tests.ui.runs import held


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> OverviewPage:
    """The page of a project of four items that nobody has answered."""
    return opened(qtbot, session)


def opened(qtbot: QtBot, session: Session) -> OverviewPage:
    page = OverviewPage(session)
    qtbot.addWidget(page)
    page.resize(1092, 800)
    page.show()
    with qtbot.waitSignal(session.summarised):
        page.shown()
    return page


def texts(page: OverviewPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def said(page: OverviewPage, beginning: str) -> bool:
    return any(text.startswith(beginning) for text in texts(page))


def bring(qtbot: QtBot, page: OverviewPage, folder: Path, *, gold: str = "", answers: str = "") -> None:
    """Import gold and answers, and wait until the page knows."""
    if gold:
        (folder / "gold.csv").write_text("item,label\n" + gold)
        with qtbot.waitSignal(page.session.summarised):
            page.session.write(lambda db: importing.import_gold(db, folder / "gold.csv"), owner=page)
    if answers:
        (folder / "crowd.csv").write_text("task,worker,label\n" + answers)
        with qtbot.waitSignal(page.session.summarised):
            page.session.write(lambda db: importing.import_labels(db, folder / "crowd.csv"), owner=page)


def test_conflicts_are_a_dash_before_the_first_merge_and_a_number_after_it(
    qtbot: QtBot, page: OverviewPage, tmp_path: Path
) -> None:
    conflicts = page.flow.numbers["in_conflict"]
    bring(qtbot, page, tmp_path, answers="r1,ann,negative\nr1,bob,positive\n")
    assert conflicts.shown == "–"
    assert "merged" in conflicts.toolTip()

    with qtbot.waitSignal(page.session.summarised):
        page.session.write(merging.merge_and_store, owner=page)

    assert conflicts.shown == "1"


def test_without_a_figure_against_gold_the_page_says_what_is_missing(
    qtbot: QtBot, page: OverviewPage, tmp_path: Path
) -> None:
    qtbot.waitUntil(lambda: said(page, "There is no gold yet"))
    bring(qtbot, page, tmp_path, gold="r1,negative\n")
    qtbot.waitUntil(lambda: "1 item has gold; nobody has answered yet." in texts(page))
    bring(qtbot, page, tmp_path, answers="r1,ann,negative\n")
    qtbot.waitUntil(lambda: said(page, "Nothing is merged yet"))

    with qtbot.waitSignal(page.session.summarised):
        page.session.write(merging.merge_and_store, owner=page)

    qtbot.waitUntil(lambda: any("100.0 % (20.7 to 100.0 %) measured on 1 gold item" in text for text in texts(page)))


def test_while_an_llm_labels_the_next_step_is_to_watch_it(qtbot: QtBot, page: OverviewPage) -> None:
    with held(qtbot, page.session, lambda request: "positive | 90", after=2):
        qtbot.waitUntil(lambda: page.run_bar.text.text().startswith("Labelling — 2 of 4"))
        assert page.next_button.text() == "Watch the run"
        assert page.run_bar.isVisible()
        qtbot.waitUntil(lambda: "2" in texts(page))  # its answers so far
        with qtbot.waitSignal(page.session.go_requested) as went:
            qtbot.mouseClick(page.next_button, Qt.MouseButton.LeftButton)
        assert went.args is not None
        assert went.args[0] == "agents"

    qtbot.waitUntil(lambda: page.next_button.text() == "Route")
    assert page.run_bar.isHidden()


def test_the_costs_so_far_stand_beside_a_run_that_goes_on(qtbot: QtBot, page: OverviewPage) -> None:
    assert not said(page, "Cost so far")
    with held(qtbot, page.session, lambda request: "positive | 90", after=2):
        later = opened(qtbot, page.session)  # a page read long ago reads again, too, but is not waited for here
        qtbot.waitUntil(lambda: said(later, "Cost so far: "))
        assert "token" in later.who.cost.text()


def test_a_merge_that_is_not_counted_yet_is_being_worked_out_and_no_more_unknown(
    qtbot: QtBot, page: OverviewPage, tmp_path: Path
) -> None:
    bring(qtbot, page, tmp_path, answers="r1,ann,negative\nr1,bob,negative\n")
    assert said(page, "Not known yet")
    shown_at_once: list[str] = []
    page.session.changed.connect(lambda changes: shown_at_once.append(page.accuracy.meaning.text()))

    with qtbot.waitSignal(page.session.summarised):
        page.session.write(merging.merge_and_store, owner=page)

    assert shown_at_once == ["Being worked out …"]
    assert said(page, "expected now of 1 merged item")


def test_the_number_of_the_merge_before_stays_until_the_new_one_is_counted(
    qtbot: QtBot, page: OverviewPage, tmp_path: Path
) -> None:
    bring(qtbot, page, tmp_path, answers="r1,ann,negative\nr1,bob,negative\n")
    with qtbot.waitSignal(page.session.summarised):
        page.session.write(merging.merge_and_store, owner=page)
    before = page.accuracy.number.text()
    bring(qtbot, page, tmp_path, answers="r2,ann,negative\nr2,bob,positive\n")
    shown_at_once: list[tuple[str, bool]] = []
    page.session.changed.connect(
        lambda changes: shown_at_once.append((page.accuracy.number.text(), page.accuracy.number.isVisible()))
    )

    with qtbot.waitSignal(page.session.summarised):
        page.session.write(merging.merge_and_store, owner=page)

    assert shown_at_once == [(before, True)]
    assert page.accuracy.number.text() != before
    assert said(page, "expected now of 2 merged items")


def test_who_waits_for_an_answer_comes_before_watching_a_run(make_project: MakeProject, tmp_path: Path) -> None:
    db = project_file.open_project(make_project())
    assert next_step(overview.summary(db), running=True) is Step.WATCH
    llm_answers(db, tmp_path, "oracle", [(f"r{n}", "negative", 0.6) for n in range(1, 5)])
    assert next_step(overview.summary(db), running=True) is Step.WATCH

    routing.route(db, threshold=0.8, audit_share=0.0)

    assert next_step(overview.summary(db), running=True) is Step.ANNOTATE
    db.close()


def test_enter_does_what_an_empty_page_offers(
    qtbot: QtBot, jobs: JobRunner, settings: Settings, make_project: MakeProject
) -> None:
    jobs.open(make_project(texts=()))
    page = opened(qtbot, Session(jobs, settings, jobs))
    assert page.empty.isVisible()

    with qtbot.waitSignal(page.session.go_requested) as went:
        qtbot.keyClick(page, Qt.Key.Key_Return)

    assert went.args is not None
    assert went.args[0] == "items"


def test_the_next_step_is_done_by_key(qtbot: QtBot, page: OverviewPage) -> None:
    with qtbot.waitSignal(page.session.go_requested) as went:
        qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert page.next_button.text() == "Pre-label"
    assert went.args is not None
    assert went.args[0] == "agents"
