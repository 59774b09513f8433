"""With several questions the whole window is about one of them, which is chosen in the navigation."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.services import annotating, importing, project_file, setting_up
from annotator.services.project_file import Db, looking_at
from annotator.storage import answers
from annotator.ui.jobs import JobRunner
from annotator.ui.pages.annotate import AnnotatePage
from annotator.ui.pages.items import ItemsPage
from annotator.ui.project_view import ProjectView
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from tests.ui import runs

FIRST, SECOND = 1, 2


@pytest.fixture
def two(make_project: Callable[[], Path], tmp_path: Path) -> Path:
    path = make_project()
    db = project_file.open_project(path)
    setting_up.add_question(db, project_file.make_question("Topic", "About what?", ["price", "service"]))
    with looking_at(db, SECOND):
        file = tmp_path / "topics.tsv"
        file.write_text("task\tworker\tlabel\nr1\tann\tservice\nr2\tann\tprice\n", encoding="utf-8")
        importing.import_labels(db, file)
    db.close()
    return path


@pytest.fixture
def view(qtbot: QtBot, jobs: JobRunner, settings: Settings, two: Path) -> ProjectView:
    jobs.open(two)
    session = Session(jobs, settings, jobs)
    view = ProjectView(session)
    qtbot.addWidget(view)
    view.resize(1280, 800)
    view.show()
    with qtbot.waitSignal(session.summarised):
        view.go("overview")
    return view


def test_a_project_of_one_question_shows_no_switch(
    qtbot: QtBot, jobs: JobRunner, settings: Settings, make_project: Callable[[], Path]
) -> None:
    jobs.open(make_project())
    view = ProjectView(Session(jobs, settings, jobs))
    qtbot.addWidget(view)
    view.show()

    assert not view.navigation.questions.isVisible()


def test_another_question_is_chosen_by_keys_and_every_number_follows(qtbot: QtBot, view: ProjectView) -> None:
    session, box = view.session, view.navigation.questions.box
    assert box.isVisible()
    assert session.summary is not None
    assert [annotator.name for annotator, _ in session.summary.annotators] == []

    box.setFocus()
    with qtbot.waitSignal(session.summarised):
        qtbot.keyClick(box, Qt.Key.Key_Down)

    assert session.question.name == "Topic"
    assert session.summary is not None
    assert [(annotator.name, number) for annotator, number in session.summary.annotators] == [("ann", 2)]


def test_the_page_in_sight_is_made_anew_for_the_other_question(qtbot: QtBot, view: ProjectView) -> None:
    view.go("items")
    before = view.page

    view.session.set_question(SECOND)

    assert isinstance(view.page, ItemsPage)
    assert view.page is not before
    assert view.page_name == "items"


def test_the_question_is_remembered_for_the_project(
    qtbot: QtBot, view: ProjectView, jobs: JobRunner, settings: Settings, two: Path
) -> None:
    view.session.set_question(SECOND)
    jobs.close()

    jobs.open(two)

    assert Session(jobs, settings, jobs).question.name == "Topic"


def test_a_write_that_was_handed_in_before_the_switch_is_about_the_question_of_then(
    qtbot: QtBot, view: ProjectView
) -> None:
    seen: list[str] = []
    job = view.session.write(lambda db: seen.append(project_file.question(db).name), owner=view)
    view.session.set_question(SECOND)
    after = view.session.write(lambda db: seen.append(project_file.question(db).name), owner=view)

    qtbot.waitUntil(lambda: job.finished and after.finished)

    assert seen == ["Sentiment", "Topic"]


def test_a_run_goes_on_for_its_question_while_another_is_looked_at(qtbot: QtBot, view: ProjectView) -> None:
    session = view.session

    with runs.held(qtbot, session, lambda request: "positive | 80", after=1):
        session.set_question(SECOND)

    assert answers.count(session.read, FIRST) == 4
    assert answers.count(session.read, SECOND) == 2


def test_the_annotate_page_of_the_other_question_offers_its_labels(qtbot: QtBot, view: ProjectView) -> None:
    def person(db: Db) -> object:
        return project_file.add_person(db, "Mira")

    with qtbot.waitSignal(view.session.annotator_changed):
        view.session.write(person, owner=view, done=view.session.set_annotator)  # type: ignore[arg-type]
    view.session.set_question(SECOND)
    view.go("annotate")
    assert view.session.annotator is not None

    turn = annotating.next_turn(view.session.read, view.session.annotator.id)

    assert turn is not None
    assert turn.question_id == SECOND
    assert view.page is not None
    assert view.session.question.label_names() == ("price", "service")


def test_the_questions_of_an_item_are_answered_by_keys_one_after_the_other_and_taken_back_so(
    qtbot: QtBot, view: ProjectView
) -> None:
    session = view.session
    with qtbot.waitSignal(session.annotator_changed):
        session.write(lambda db: project_file.add_person(db, "Mira"), owner=view, done=session.set_annotator)
    view.go("annotate")
    page = view.page
    assert isinstance(page, AnnotatePage)
    with qtbot.waitSignal(page.item_shown):
        page.go_to(1)
    shown: list[int] = []
    page.item_shown.connect(shown.append)
    seen, shown[:] = [], [1]

    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        seen.append((shown[-1], session.question.name))
        with qtbot.waitSignal(page.item_shown):
            qtbot.keyClick(page, key)
    with qtbot.waitSignal(page.item_shown):
        qtbot.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    third = (shown[-1], session.question.name)
    with qtbot.waitSignal(page.item_shown):
        qtbot.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert seen == [(1, "Sentiment"), (1, "Topic"), (2, "Sentiment")]
    assert third == (2, "Sentiment")
    assert (shown[-1], session.question.name) == (1, "Topic")
    assert view.page is page
    assert view.navigation.questions.box.currentText() == "Topic"

    view.go("items")  # the question that a person chose for the window is what other pages show

    assert session.question.name == "Sentiment"
    assert view.navigation.questions.box.currentText() == "Sentiment"
    assert isinstance(view.page, ItemsPage)
    view.go("annotate")
    assert view.page is page
