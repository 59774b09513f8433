"""A project that another program changes while the window has it open."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.domain.model import NewItem
from annotator.services import backups, project_file, putting_back
from annotator.services.backups import Reason
from annotator.storage import items
from annotator.ui.main_window import MainWindow
from tests.projects import make_project
from tests.ui.windows import shown

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    db = make_project(tmp_path, ["one", "two", "three"])
    db.close()
    return db.path


def elsewhere(path: Path, text: str) -> None:
    with closing(project_file.open_project(path)) as db, db.atomic():
        items.add(db, [NewItem(external_id=text, fields={"text": text}, metadata={})], update=False)


def counted(window: MainWindow) -> int | None:
    found = window.session.summary if window.session is not None else None
    return None if found is None else found.items


def test_items_that_another_program_adds_are_counted_and_told(qtbot: QtBot, path: Path) -> None:
    with shown(qtbot, path) as window:
        assert counted(window) == 3

        elsewhere(path, "four")

        qtbot.waitUntil(lambda: counted(window) == 4, timeout=10_000)
        qtbot.waitUntil(lambda: "added or changed elsewhere" in window.toast.text.text())


def test_a_backup_that_another_program_puts_back_is_shown_on_the_same_page_and_told(qtbot: QtBot, path: Path) -> None:
    kept = backups.keep(path, Reason.WISH)
    assert kept is not None
    elsewhere(path, "four")
    with shown(qtbot, path) as window:
        assert counted(window) == 4
        assert window.view is not None
        window.view.go("setup")
        before = window.session

        putting_back.restore(path, kept)

        qtbot.waitUntil(lambda: window.session is not before and counted(window) == 3, timeout=10_000)
        assert window.view.page_name == "setup"
        assert "put back elsewhere" in window.toast.text.text()
        window.session.write(lambda db: project_file.add_person(db, "Ada"), owner=window)
    with closing(project_file.open_project(path, read_only=True)) as db:
        assert "Ada" in [person.name for person in project_file.people(db)]


def test_what_the_window_itself_writes_is_not_told_as_another_s(qtbot: QtBot, path: Path) -> None:
    with shown(qtbot, path) as window:
        session = window.session
        assert session is not None
        told: list[str] = []
        session.told.connect(lambda text, level: told.append(text))
        session.write(lambda db: project_file.add_person(db, "Ada"), owner=window)
        qtbot.waitUntil(lambda: not session.jobs.writing)
        session.look_around()
        QApplication.processEvents()

        assert window.session is session
        assert not told
