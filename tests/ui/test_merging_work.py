"""One merge at a time in the window, stored by short writes between which people answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from annotator.domain.model import Changes, Kind, Label, NewAnnotation, Status
from annotator.services import adaptive, merging, project_file, putting_in_force, setting_up
from annotator.storage import annotators, answers, posteriors
from annotator.ui.jobs import JobRunner
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from annotator.ui.widgets.merge_banner import MergeBanner
from tests.ui.annotating import NEGATIVE, POSITIVE, Here
from tests.ui.conftest import MakeProject

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

ITEMS = 9


def answered(db: project_file.Db, name: str, label_id: int, kind: Kind = Kind.HUMAN) -> None:
    with db.atomic():
        who = annotators.named(db, name, kind=kind)
    new = [NewAnnotation(item, Status.LABEL, label_id) for item in range(1, ITEMS + 1)]
    answers.record(db, who.id, project_file.question(db).id, new)


@pytest.fixture
def path(make_project: MakeProject) -> Path:
    path = make_project(texts=tuple(f"text {n}" for n in range(1, ITEMS + 1)))
    db = project_file.open_project(path)
    answered(db, "Ann", POSITIVE)
    db.close()
    return path


@pytest.fixture
def session(jobs: JobRunner, settings: Settings, path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    """Stored in five parts and as many more."""
    monkeypatch.setattr(putting_in_force, "BATCH", 2)
    jobs.open(path)
    return Session(jobs, settings, jobs)


def merged(session: Session) -> int:
    """Items of the result in force."""
    state = merging.state(session.read)
    return 0 if state is None else state.items


def merge(qtbot: QtBot, session: Session) -> None:
    with qtbot.waitSignal(session.merging.ended, timeout=20_000):
        session.merging.start()


def while_stored(session: Session, deed: Callable[[], object]) -> None:
    """Do it once, between two writes of the result."""
    done: list[object] = []

    def now(stored: int, of: int | None) -> None:
        if stored and of == ITEMS and not done:
            done.append(True)
            deed()

    session.merging.progressed.connect(now)


def test_an_answer_is_stored_while_the_result_is_and_counts_as_newer(qtbot: QtBot, session: Session) -> None:
    here = Here(qtbot, session).sit_down("Mira")
    seen: list[int] = []
    while_stored(session, lambda: (seen.append(merged(session)), qtbot.keyClick(here.page, Qt.Key.Key_2)))

    merge(qtbot, session)

    assert seen == [0]  # of the result nothing was in force yet
    assert here.label_of(1) == NEGATIVE
    state = merging.state(session.read)
    assert state is not None
    assert (state.items, state.stale) == (ITEMS, 1)


def test_a_merge_that_is_stopped_while_it_is_stored_leaves_the_result_of_before(qtbot: QtBot, session: Session) -> None:
    merge(qtbot, session)
    before = posteriors.current(session.read)
    Here(qtbot, session).write(lambda db: answered(db, "Bob", NEGATIVE))
    while_stored(session, session.merging.stop)

    merge(qtbot, session)
    Here(qtbot, session).write(lambda db: None)  # what was handed in before is written

    assert not session.merging.running
    assert posteriors.current(session.read) == before

    merge(qtbot, session)

    assert posteriors.current(session.read) != before
    assert session.read.value("select count(*) from posterior where probabilities is null") == 0


def test_a_merge_begun_on_one_page_is_seen_on_another_and_none_is_begun_beside_it(
    qtbot: QtBot, session: Session
) -> None:
    told: list[str] = []
    session.told.connect(lambda text, level: told.append(text) if level == "good" else None)
    session.merging.start()
    banner = MergeBanner(session)
    qtbot.addWidget(banner)
    button = banner.findChild(QPushButton, "merge_now")
    assert button is not None
    assert (button.text(), button.isEnabled()) == ("Merging…", False)

    with qtbot.waitSignal(session.merging.ended, timeout=20_000):
        banner.merge()

    assert (button.text(), button.isEnabled()) == ("Merge now", True)
    assert len(told) == 1
    assert "Merged the answers to 9 items" in told[0]


def test_another_question_that_is_looked_at_meanwhile_gets_nothing_of_the_result(
    qtbot: QtBot, session: Session
) -> None:
    asked = session.question.id
    other = project_file.make_question("Topic", "What is it about?", [Label("parcel"), Label("money")])
    Here(qtbot, session).write(lambda db: setting_up.add_question(db, other))
    qtbot.waitUntil(lambda: len(session.questions) == 2)
    while_stored(session, lambda: session.set_question(session.questions[1].id))

    merge(qtbot, session)

    assert session.question.id != asked
    assert merged(session) == 0
    session.set_question(asked)
    assert merged(session) == ITEMS


def test_a_project_closed_while_a_result_is_stored_opens_without_it(
    qtbot: QtBot, session: Session, path: Path, jobs: JobRunner
) -> None:
    with qtbot.waitSignal(jobs.closed):
        while_stored(session, lambda: QTimer.singleShot(0, jobs.close))
        session.merging.start()

    db = project_file.open_project(path)
    assert merging.state(db) is None
    assert merging.merge_and_store(db).items == ITEMS
    assert db.value("select count(*) from aggregation") == 1
    db.close()


def test_a_refit_gives_way_to_a_merge_and_follows_it(qtbot: QtBot, session: Session) -> None:
    here = Here(qtbot, session)
    session.refitting.pause = 0
    here.write(lambda db: answered(db, "small-model", NEGATIVE, Kind.LLM))
    with qtbot.waitSignal(session.refitting.refitted):
        here.write(lambda db: adaptive.route(db, sure=0.75))
    before = posteriors.current(session.read)

    with qtbot.waitSignal(session.refitting.refitted):
        while_stored(session, lambda: session.refitting._changed(Changes(posteriors=True)))  # worth a refit
        merge(qtbot, session)
        by_hand = posteriors.current(session.read)
        assert by_hand != before

    assert session.refitting.fit is not None
    assert merged(session) == ITEMS
