"""What spares the lead a wrong step while work is sent out and taken back."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from annotator.services import project_file
from annotator.services.packing import Wish
from annotator.ui.main_window import MainWindow
from annotator.ui.pages.tabbed import TabbedPage
from annotator.ui.pages.team_send import SendTab
from annotator.ui.pages.team_take import TakeTab
from tests import projects
from tests.services import sending
from tests.ui import windows

READ = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('select * from item').fetchall(); c.close()"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with closing(projects.make_project(tmp_path)) as db:
        return db.path


@pytest.fixture
def window(qtbot: QtBot, path: Path) -> Iterator[MainWindow]:
    with windows.shown(qtbot, path) as shown:
        yield shown


def tab(window: MainWindow, name: str) -> object:
    assert window.view is not None
    window.view.go("team", (name, None))
    page = window.view.page
    assert isinstance(page, TabbedPage)
    return page.tab(name)


def test_two_passphrases_that_differ_are_told_before_a_folder_is_asked_for(qtbot: QtBot, window: MainWindow) -> None:
    send = tab(window, "send")
    assert isinstance(send, SendTab)
    send.people.tick(["Ann"])
    send.people.changed.emit()
    qtbot.waitUntil(lambda: send.plan is not None)
    QTest.keyClicks(send.form.passphrase.first, "secret words")
    QTest.keyClicks(send.form.passphrase.again, "other words")

    send.choose_folder()

    assert "differ" in send.result.text
    assert send.findChildren(QFileDialog) == []


def test_no_known_label_that_is_left_for_checks_is_said_without_a_number(
    qtbot: QtBot, window: MainWindow, path: Path, tmp_path: Path
) -> None:
    send = tab(window, "send")
    assert isinstance(send, SendTab)
    send.people.tick(["Ann"])
    send.form.gold.setValue(2)
    send.people.changed.emit()

    said = "There is no item with a known label that none of them has had."
    qtbot.waitUntil(lambda: said in send.preview.notice.text)


def test_a_file_in_the_watched_folder_that_cannot_be_taken_is_no_good_news(
    qtbot: QtBot, window: MainWindow, path: Path, tmp_path: Path
) -> None:
    with closing(project_file.open_project(path)) as db:
        sending.send(db, tmp_path / "out", Wish(to=("Ann",)))
    shared = tmp_path / "shared"
    shared.mkdir()
    assert window.session is not None
    window.session.watching.start(shared)
    qtbot.waitUntil(lambda: window.session is not None and window.session.watching.folder is not None)

    with qtbot.waitSignal(window.session.offered, timeout=20_000) as offered:
        (shared / "cut.annoreturn").write_bytes(b"no package at all")

    assert offered.args is not None
    assert "Not taken" in offered.args[0]
    assert offered.args[3] == "warn"


@pytest.mark.skipif(sys.platform == "win32", reason="locks of a process end with a handle on POSIX only")
def test_the_project_itself_among_the_files_to_take_keeps_its_locks(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    take = tab(window, "take")
    assert isinstance(take, TakeTab)
    take.take([path])
    qtbot.waitUntil(lambda: "this project itself" in take.report.text)

    subprocess.run([sys.executable, "-c", READ, str(path)], check=True)

    assert path.with_name(f"{path.name}-wal").exists()
    with closing(sqlite3.connect(path)) as seen:
        assert seen.execute("select count(*) from item").fetchone() == (8,)
