"""What keeps the window quick: nothing waits for what is for nobody any more, and pages are loaded beside it."""

from __future__ import annotations

import importlib
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from annotator.errors import Cancelled
from annotator.services import backups, project_file
from annotator.services.backups import Reason
from annotator.services.project_file import Db
from annotator.ui import page_table
from annotator.ui.dialogs.crash import CrashDialog
from annotator.ui.dialogs.new_project import NewProjectWizard
from annotator.ui.jobs import JobRunner, Reporter
from annotator.ui.pages.tabbed import TabbedPage
from annotator.ui.project_view import ProjectView
from annotator.ui.session import Session
from tests.projects import make_project

MANY = (
    "insert into rejected_row (import_id, line, reason, raw) with recursive n (i) as (select 1 union all select i + 1"
    " from n where i < 100000) select (select min(id) from import), i, 'no text', printf('%0100d', i) from n"
)
ENDLESS = "with recursive endless (n) as (select 1 union all select n + 1 from endless) select count(*) from endless"


def test_a_statement_that_another_thread_stops_is_cancelled(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    ended = threading.Event()

    def stop() -> None:
        while not ended.wait(0.01):
            db.stop()

    stopping = threading.Thread(target=stop)
    stopping.start()
    with pytest.raises(Cancelled), db.explaining():
        db.value(ENDLESS)
    ended.set()
    stopping.join()
    db.close()


@pytest.mark.parametrize("beside", ["on_compute", "on_browsing"])
def test_closing_a_project_does_not_wait_for_what_is_being_read(qtbot: QtBot, tmp_path: Path, beside: str) -> None:
    db = make_project(tmp_path)
    db.close()
    jobs, owner = JobRunner(), QObject()
    jobs.open(db.path)
    begun = threading.Event()
    found: list[object] = []

    def read(db: Db) -> object:
        begun.set()
        return db.value(ENDLESS)

    getattr(jobs, beside)(read, owner=owner, done=found.append)
    assert begun.wait(10)
    jobs.close()

    assert jobs.path is None
    assert found == []


def test_closing_a_project_stops_the_check_of_its_file_though_its_statement_never_reports(
    qtbot: QtBot, tmp_path: Path
) -> None:
    db = make_project(tmp_path)
    db.close()
    jobs, owner, reporter = JobRunner(), QObject(), Reporter()
    jobs.open(db.path)
    begun = threading.Event()
    found: list[object] = []

    def check() -> object:
        with closing(project_file.open_project(db.path, read_only=True)) as own, own.explaining():
            reporter.interrupts(own.stop)
            begun.set()
            return own.value(ENDLESS)

    jobs.on_keeping(check, owner=owner, done=found.append, reporter=reporter, checks=True)
    assert begun.wait(10)
    jobs.close()

    assert found == []


def test_sqlites_own_check_of_the_pages_ends_when_another_thread_stops_it(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    with db.atomic():
        db.conn.execute(MANY)
    db.close()
    ended, stopping = threading.Event(), []

    def until_ended(stop: Callable[[], object]) -> None:
        def again() -> None:
            while not ended.wait(0.001):
                stop()

        stopping.append(threading.Thread(target=again))
        stopping[0].start()

    with pytest.raises(Cancelled):
        project_file.problems(db.path, interrupts=until_ended)
    ended.set()
    stopping[0].join()
    assert project_file.problems(db.path) == []


def test_a_backup_does_not_wait_for_the_check_of_the_file(qtbot: QtBot, session: Session) -> None:
    made, checked = threading.Event(), []
    session.jobs.on_keeping(lambda: made.wait(10), owner=session, done=checked.append, checks=True)
    session.keep(Reason.WISH, made.set)
    qtbot.waitUntil(lambda: checked == [True])

    assert [backup.reason for backup in backups.of(session.path)] == [Reason.WISH]


def test_counting_that_is_asked_for_meanwhile_follows_once(qtbot: QtBot, session: Session) -> None:
    with qtbot.waitSignals([session.summarised] * 2, timeout=10_000):
        for _ in range(5):
            session.refresh_summary()
    with qtbot.assertNotEmitted(session.summarised, wait=600):
        pass


def test_every_page_and_tab_is_loaded_ahead(qtbot: QtBot, session: Session) -> None:
    view = ProjectView(session)
    qtbot.addWidget(view)
    wanted = {NewProjectWizard.__module__, CrashDialog.__module__} | {
        row.where.partition(":")[0] for row in page_table.PAGES.values()
    }
    for name in page_table.PAGES:
        view.go(name)
        page = view.page
        if isinstance(page, TabbedPage):
            wanted |= {type(page.tab(tab)).__module__ for tab, _ in page.tab_names()}

    assert wanted == set(page_table.AHEAD)
    assert all(importlib.import_module(module) for module in page_table.AHEAD)
