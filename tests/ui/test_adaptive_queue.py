"""An adaptive queue in the window: chosen on the card, answered by keys, followed by refits beside it."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDoubleSpinBox, QRadioButton
from pytestqt.qtbot import QtBot

from annotator.domain.model import Kind, NewAnnotation, Status
from annotator.services import adaptive, annotating, merging, overview, project_file, routing
from annotator.storage import annotators, answers, posteriors
from annotator.ui.jobs import JobRunner
from annotator.ui.pages.agents import AgentsPage
from annotator.ui.pages.agents_people import PeopleTab
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from tests.ui.annotating import CONTROL, NEGATIVE, POSITIVE, Here
from tests.ui.conftest import MakeProject
from tests.ui.runs import labelled_by

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

ITEMS = 12


def labelled_by_an_llm(path: Path) -> None:
    """The LLM calls everything negative, the first items with the least confidence."""
    db = project_file.open_project(path)
    with db.atomic():
        llm = annotators.named(db, "small-model", kind=Kind.LLM)
    new = [NewAnnotation(n, Status.LABEL, NEGATIVE, confidence=0.4 + n / 40) for n in range(1, ITEMS + 1)]
    answers.record(db, llm.id, project_file.question(db).id, new, kind="prelabel")
    db.close()


@pytest.fixture
def path(make_project: MakeProject) -> Path:
    path = make_project(texts=tuple(f"text {n}" for n in range(1, ITEMS + 1)))
    labelled_by_an_llm(path)
    return path


@pytest.fixture
def session(jobs: JobRunner, settings: Settings, path: Path) -> Session:
    jobs.open(path)
    return Session(jobs, settings, jobs)


@pytest.fixture
def here(qtbot: QtBot, session: Session) -> Here:
    """Mira, before an adaptive queue that has a first fit."""
    session.refitting.pause = 0
    here = Here(qtbot, session)
    with qtbot.waitSignal(session.refitting.refitted):
        here.write(lambda db: adaptive.route(db, sure=0.75))
    return here.sit_down("Mira")


def waits(here: Here, item_id: int) -> bool:
    who = here.session.annotator
    assert who is not None
    return annotating.again(here.session.read, who.id, item_id) is not None


def probability(here: Here, item_id: int) -> float:
    return posteriors.of_items(here.session.read, [item_id])[item_id].probability


def test_an_answer_updates_its_item_before_the_next_one_is_shown_and_undo_brings_it_back(here: Here) -> None:
    first = here.page._item_id
    assert first == 1
    before = probability(here, first)

    here.press(Qt.Key.Key_2)

    assert here.label_of(first) == NEGATIVE
    assert here.page._item_id == 2
    assert probability(here, first) > before

    here.press(Qt.Key.Key_Z, CONTROL)

    assert here.page._item_id == first
    assert probability(here, first) == pytest.approx(before)
    assert waits(here, first)

    here.press(Qt.Key.Key_1)

    assert here.label_of(first) == POSITIVE
    assert here.page._item_id == 2


def test_a_refit_follows_the_answers_by_itself_and_the_item_shown_stays(here: Here) -> None:
    refitting = here.session.refitting
    refitting.answers = 3
    last = refitting.fit
    for key in (Qt.Key.Key_2, Qt.Key.Key_1):
        here.press(key)
    assert refitting.fit is last

    with here.qtbot.waitSignal(refitting.refitted):
        here.press(Qt.Key.Key_2)
        shown = here.page._item_id

    assert refitting.fit is not last
    assert here.page._item_id == shown
    state = merging.state(here.session.read)
    assert state is not None
    assert state.stale == 0
    assert len(posteriors.reliabilities(here.session.read)) == 2


def test_the_queue_is_empty_when_every_label_is_sure_or_answered(here: Here) -> None:
    seen = set()
    while (item := here.page._item_id) is not None and item not in seen:
        seen.add(item)
        shown: list[int] = []
        here.page.item_shown.connect(shown.append)
        here.qtbot.keyClick(here.page, Qt.Key.Key_2)
        here.qtbot.waitUntil(lambda shown=shown: bool(shown) or here.page._turn is None)

    assert seen == set(range(1, ITEMS + 1))
    summary = overview.summary(here.session.read)
    assert summary.waiting == overview.waiting(here.session.read)
    who = here.session.annotator
    assert who is not None
    assert annotating.progress(here.session.read, who.id).open == 0


def test_without_an_adaptive_routing_nothing_is_merged_by_itself(qtbot: QtBot, session: Session) -> None:
    here = Here(qtbot, session).sit_down("Mira")
    session.refitting.answers, session.refitting.pause = 1, 0

    for _ in range(3):
        here.press(Qt.Key.Key_1)

    assert not session.refitting.under_way
    assert session.refitting.fit is None
    assert merging.state(session.read) is None


def test_another_routing_ends_it(here: Here) -> None:
    here.write(lambda db: routing.route(db, threshold=0.6))

    assert here.session.refitting.fit is None


def test_a_method_that_the_lead_chose_stays_in_force(here: Here) -> None:
    refitting = here.session.refitting
    refitting.answers = 1
    here.write(lambda db: merging.merge_and_store(db, "majority-vote"))
    here.qtbot.waitUntil(lambda: not refitting.under_way)

    here.press(Qt.Key.Key_2)
    here.qtbot.waitUntil(lambda: not refitting.under_way)

    state = merging.state(here.session.read)
    assert state is not None
    assert state.method == "majority-vote"


def test_a_project_that_is_closed_during_a_refit_leaves_no_thread_and_opens_again(
    qtbot: QtBot, here: Here, settings: Settings, path: Path
) -> None:
    refitting, jobs = here.session.refitting, here.session.jobs
    refitting.answers = 1
    with qtbot.waitSignal(here.page.item_shown):
        qtbot.keyClick(here.page, Qt.Key.Key_2)
        qtbot.waitUntil(lambda: refitting.under_way)

    jobs.close()

    assert not [t for t in threading.enumerate() if t.name.startswith(("project", "compute"))]
    jobs.open(path)
    again = Session(jobs, settings, jobs)
    with qtbot.waitSignal(again.refitting.refitted):
        pass
    assert again.refitting.fit is not None
    state = merging.state(again.read)
    assert state is not None
    assert state.stale == 0


def test_adaptive_is_chosen_on_the_card(
    qtbot: QtBot, jobs: JobRunner, settings: Settings, make_project: MakeProject
) -> None:
    jobs.open(make_project(texts=tuple(f"text {n}" for n in range(1, ITEMS + 1))))
    session = Session(jobs, settings, jobs)
    labelled_by(qtbot, session, lambda request: f"negative | {40 + 5 * int(request.text.split()[1]) // 2}")
    page = AgentsPage(session)
    qtbot.addWidget(page)
    page.show()
    page.shown("people")
    people = page.tab("people")
    assert isinstance(people, PeopleTab)
    card = people.routing
    qtbot.waitUntil(lambda: card.number("people") == "12")  # below the threshold that is offered first
    qtbot.mouseClick(card.findChild(QRadioButton, "route_by_adaptive"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: card.number("people") == "12")

    card.adaptive.findChild(QDoubleSpinBox, "adaptive_sure").setValue(60.0)
    card.adaptive.most.setValue(3)
    assert (card.number("people"), card.number("accepted")) == ("7", "5")
    with qtbot.waitSignal(session.refitting.refitted), qtbot.waitSignal(session.told) as told:
        qtbot.mouseClick(card.send, Qt.MouseButton.LeftButton)

    assert told.args == ["7 items wait for people.", "good"]
    current = routing.current(session.read)
    assert current is not None
    assert (current.parameters["mode"], current.parameters["sure"]) == ("adaptive", 0.6)
    in_force = card.findChild(object, "routing_in_force")
    said = "In force: adaptive, until 60 % sure or 3 answers; 7 to people. Counted when sent. Now: 7 items wait."
    qtbot.waitUntil(lambda: in_force.text() == said)
