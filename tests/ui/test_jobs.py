"""Background work: where it runs, what comes back, and that nothing is lost or left when it ends."""

from __future__ import annotations

import asyncio
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from annotator.errors import ProjectProblem, UserError
from annotator.services import project_file
from annotator.services.project_file import Db
from annotator.ui.jobs import JobRunner, Reporter
from annotator.ui.project_threads import TURN
from tests.ui.conftest import MakeProject


@pytest.fixture
def opened(jobs: JobRunner, make_project: MakeProject) -> JobRunner:
    jobs.open(make_project())
    return jobs


def test_while_a_project_is_open_no_thread_keeps_the_others_waiting_for_long(
    jobs: JobRunner, make_project: MakeProject
) -> None:
    before = sys.getswitchinterval()
    jobs.open(make_project())
    assert before > TURN
    assert sys.getswitchinterval() == pytest.approx(TURN)

    jobs.close()

    assert sys.getswitchinterval() == before


def test_what_is_calculated_is_of_one_moment(qtbot: QtBot, opened: JobRunner) -> None:
    seen: list[tuple[int, int]] = []

    def look(db: Db) -> tuple[int, int]:
        before = len(project_file.people(db))
        with closing(project_file.open_project(db.path)) as another:
            project_file.add_person(another, "Mira")
        return before, len(project_file.people(db))

    for _ in range(2):
        opened.on_compute(look, owner=opened, done=seen.append)
    qtbot.waitUntil(lambda: len(seen) == 2)

    assert seen == [(0, 0), (1, 1)]


def thread_name(db: Db) -> str:
    return threading.current_thread().name


def test_each_kind_of_work_has_one_thread_of_its_own(qtbot: QtBot, opened: JobRunner) -> None:
    names: list[str] = []

    async def call() -> str:
        return threading.current_thread().name

    for _ in range(2):
        opened.on_project(thread_name, owner=opened, done=names.append)
        opened.on_compute(thread_name, owner=opened, done=names.append)
        opened.on_calls(call(), owner=opened, done=names.append)
        opened.on_background(lambda: threading.current_thread().name, owner=opened, done=names.append)
    qtbot.waitUntil(lambda: len(names) == 8)

    assert {name.partition("_")[0] for name in names} == {"project", "compute", "calls", "background"}
    assert len(set(names)) == 4


def test_results_come_back_on_the_ui_thread(qtbot: QtBot, opened: JobRunner) -> None:
    where: list[threading.Thread] = []

    opened.on_compute(thread_name, owner=opened, done=lambda name: where.append(threading.current_thread()))
    qtbot.waitUntil(lambda: len(where) == 1)

    assert where == [threading.main_thread()]


def test_a_result_is_dropped_when_its_owner_has_gone(qtbot: QtBot, opened: JobRunner) -> None:
    owner, go_on, shown = QObject(), threading.Event(), []

    job = opened.on_project(lambda db: go_on.wait(5), owner=owner, done=shown.append)
    shiboken6.delete(owner)
    go_on.set()
    qtbot.waitUntil(lambda: job.finished)

    assert shown == []


def test_what_a_user_can_put_right_goes_to_failed(qtbot: QtBot, opened: JobRunner) -> None:
    told: list[UserError] = []

    opened.on_project(lambda db: project_file.add_person(db, "  "), owner=opened, failed=told.append)
    qtbot.waitUntil(lambda: len(told) == 1)

    assert "empty" in told[0].message


def test_a_user_error_without_a_listener_goes_to_the_default(qtbot: QtBot, opened: JobRunner) -> None:
    told: list[UserError] = []
    opened.default_failed = told.append

    opened.on_project(lambda db: project_file.add_person(db, ""), owner=opened)

    qtbot.waitUntil(lambda: len(told) == 1)


def test_a_bug_in_the_work_is_raised_on_the_ui_thread(qtbot: QtBot, opened: JobRunner) -> None:
    with qtbot.captureExceptions() as caught:
        job = opened.on_compute(lambda db: 1 // 0, owner=opened)
        qtbot.waitUntil(lambda: job.finished)

    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]


def test_writes_keep_their_order_and_are_finished_before_close_returns(
    jobs: JobRunner, make_project: MakeProject
) -> None:
    path = make_project()
    jobs.open(path)
    for n in range(50):
        jobs.on_project(lambda db, n=n: project_file.set_setting(db, "n", n), owner=jobs)
    jobs.close()

    db = project_file.open_project(path, read_only=True)
    assert project_file.setting(db, "n") == 49
    db.close()


def test_a_write_that_fails_while_closing_is_still_told(jobs: JobRunner, make_project: MakeProject) -> None:
    jobs.open(make_project())
    told: list[UserError] = []
    jobs.on_project(lambda db: project_file.add_person(db, ""), owner=jobs, failed=told.append)

    assert not jobs.close()
    assert len(told) == 1


def test_what_cannot_be_read_while_closing_is_told_and_leaves_nothing_unwritten(
    jobs: JobRunner, make_project: MakeProject
) -> None:
    def read(db: Db) -> None:
        raise UserError("The file is damaged.")

    jobs.open(make_project())
    told: list[UserError] = []
    jobs.on_compute(read, owner=jobs, failed=told.append)
    jobs.on_project(lambda db: project_file.add_person(db, "Mira"), owner=jobs)

    assert jobs.close()
    assert len(told) == 1


def test_writes_under_way_are_counted_until_they_are_known_to_be_saved(qtbot: QtBot, opened: JobRunner) -> None:
    counts: list[int] = []
    opened.writing_changed.connect(counts.append)

    opened.on_project(thread_name, owner=opened)
    opened.on_project(thread_name, owner=opened)
    qtbot.waitUntil(lambda: len(counts) == 4)

    assert counts == [1, 2, 1, 0]


def test_a_reporter_stops_its_job_without_a_message(qtbot: QtBot, opened: JobRunner) -> None:
    reporter, began, seen = Reporter(), threading.Event(), []

    def work(db: Db) -> None:
        for n in range(10_000_000):
            began.set()
            reporter.report(n, None)

    job = opened.on_compute(work, owner=opened, done=seen.append, failed=seen.append, reporter=reporter)
    assert began.wait(5)
    job.cancel()
    qtbot.waitUntil(lambda: job.finished)

    assert seen == []


def test_progress_arrives_on_the_ui_thread_with_the_last_number(qtbot: QtBot, opened: JobRunner) -> None:
    reporter, seen = Reporter(), []
    reporter.progressed.connect(lambda done, total: seen.append((done, total, threading.current_thread())))

    def work(db: Db) -> None:
        for n in range(1, 1001):
            reporter.report(n, 1000)

    job = opened.on_compute(work, owner=opened, reporter=reporter)
    qtbot.waitUntil(lambda: job.finished)

    assert seen[-1] == (1000, 1000, threading.main_thread())
    assert len(seen) < 100


def test_closing_stops_work_that_reports(jobs: JobRunner, make_project: MakeProject) -> None:
    jobs.open(make_project())
    reporter, began = Reporter(), threading.Event()

    def work(db: Db) -> None:
        while True:
            began.set()
            reporter.report(0, None)

    jobs.on_compute(work, owner=jobs, reporter=reporter)
    assert began.wait(5)
    jobs.close()

    assert jobs.path is None


def test_a_coroutine_stores_through_the_project_thread(qtbot: QtBot, opened: JobRunner) -> None:
    found: list[str] = []

    async def call() -> str:
        return await opened.store(thread_name)

    opened.on_calls(call(), owner=opened, done=found.append)
    qtbot.waitUntil(lambda: len(found) == 1)

    assert found[0].startswith("project")


def test_a_cancelled_coroutine_cleans_up_before_its_job_is_finished(qtbot: QtBot, opened: JobRunner) -> None:
    began, cleaned = threading.Event(), threading.Event()

    async def call() -> None:
        began.set()
        try:
            await asyncio.Event().wait()
        finally:
            await opened.store(lambda db: cleaned.set())

    job = opened.on_calls(call(), owner=opened)
    assert began.wait(5)
    job.cancel()
    qtbot.waitUntil(lambda: job.finished)

    assert cleaned.is_set()


def test_closing_lets_a_coroutine_save_what_it_has(jobs: JobRunner, make_project: MakeProject) -> None:
    path = make_project()
    jobs.open(path)
    began = threading.Event()

    async def call() -> None:
        began.set()
        try:
            await asyncio.Event().wait()
        finally:
            await jobs.store(lambda db: project_file.set_setting(db, "kept", True))

    jobs.on_calls(call(), owner=jobs)
    assert began.wait(5)
    jobs.close()

    db = project_file.open_project(path, read_only=True)
    assert project_file.setting(db, "kept") is True
    db.close()


def test_a_file_that_is_no_project_leaves_nothing_open(jobs: JobRunner, tmp_path: Path) -> None:
    other = tmp_path / "notes.annotator"
    other.write_text("nothing to see")

    with pytest.raises(ProjectProblem):
        jobs.open(other)

    assert jobs.path is None
    assert other.read_text() == "nothing to see"


def test_opening_another_project_closes_the_first(opened: JobRunner, make_project: MakeProject) -> None:
    opened.open(make_project("second"))
    opened.close()
    opened.close()

    assert opened.path is None
