"""The window looks after the project: it checks the file, backs it up, puts backups back, and recovers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from annotator import app
from annotator.errors import UserError
from annotator.services import annotating, backups, drives, project_file
from annotator.services.backups import Reason
from annotator.services.project_file import Db
from annotator.ui.care import Care
from annotator.ui.dialogs.backups import BackupsDialog
from annotator.ui.dialogs.recovering import RecoverDialog
from annotator.ui.main_window import MainWindow
from tests.ui.conftest import MakeProject

PAGE = 4_096


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    made = app.make_window(qapp)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


def care_of(window: MainWindow) -> Care:
    assert window.session is not None
    found = window.session.findChild(Care)
    assert found is not None
    return found


def answer(path: Path, number: int) -> None:
    with closing(project_file.open_project(path)) as db:
        me = project_file.add_person(db, "Mira").id
        label = project_file.question(db).labels[0].id
        for _ in range(number):
            turn = annotating.next_turn(db, me)
            assert turn is not None
            annotating.answer(db, me, turn, label, seconds=1)


def answers(path: Path) -> int:
    with closing(project_file.open_project(path, read_only=True)) as db:
        return int(db.value("select count(*) from annotation"))


def damage(path: Path, name: str) -> None:
    """Overwrite the first page of a table or an index; the file still opens, and only its check finds that."""
    with closing(project_file.open_project(path)) as db:
        page = int(db.value("select rootpage from sqlite_schema where name = ?", (name,)))
    with path.open("r+b") as file:
        file.seek((page - 1) * PAGE)
        file.write(bytes(PAGE))


def unreadable(db: Db) -> None:
    raise UserError("A page cannot be read.")


def button(window: MainWindow, text: str) -> QPushButton:
    return next(found for found in window.start.findChildren(QPushButton) if found.text() == text)


def test_a_sound_project_becomes_a_backup_when_it_is_opened(
    qtbot: QtBot, window: MainWindow, make_project: MakeProject
) -> None:
    path = make_project()
    window.open_project(path)
    care_of(window).check()
    qtbot.waitUntil(lambda: [backup.reason for backup in backups.of(path)] == [Reason.OPENING])
    assert not window.toast.isVisible()


def test_every_hour_of_use_becomes_a_backup_while_something_changes(
    qtbot: QtBot, window: MainWindow, make_project: MakeProject
) -> None:
    path = make_project()
    window.open_project(path)
    care = care_of(window)
    assert care._hourly.interval() == 3_600_000
    assert care._hourly.isActive()
    care.check()
    qtbot.waitUntil(lambda: [backup.reason for backup in backups.of(path)] == [Reason.OPENING])
    answer(path, 1)

    for _ in range(2):  # nothing has changed when the second one is over
        care._hourly.timeout.emit()

    qtbot.waitUntil(lambda: [backup.reason for backup in backups.of(path)] == [Reason.HOUR, Reason.OPENING])


def test_a_damaged_project_is_told_with_what_helps_and_is_not_backed_up(
    qtbot: QtBot, window: MainWindow, make_project: MakeProject
) -> None:
    path = make_project()
    answer(path, 2)
    damage(path, "annotation_annotator")
    window.open_project(path)
    care_of(window).check()
    qtbot.waitUntil(lambda: window.toast.offered == "Recover…")
    assert window.toast.text.text().startswith("The project file is damaged:")
    assert window.toast.remaining is None
    assert backups.of(path) == []
    session = window.session
    assert session is not None
    session.compute(unreadable, owner=session)  # its end is told while the project is closed

    window.toast.act()

    dialog = window.findChild(RecoverDialog)
    assert window.session is None  # what is written while it is read would be missing
    assert dialog is not None
    dialog.reject()


def test_a_file_that_cannot_be_opened_offers_to_recover_it(
    qtbot: QtBot, window: MainWindow, make_project: MakeProject
) -> None:
    path = make_project()
    answer(path, 2)
    with closing(project_file.open_project(path)) as db:
        db.execute("create view people as select * from annotator")
    assert not window.open_project(path)
    assert "has not made" in window.toast.text.text()

    window.toast.act()
    dialog = window.findChild(RecoverDialog)
    assert dialog is not None
    qtbot.mouseClick(dialog.recover_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.open_button.isVisible)
    assert "Everything in it could be read." in dialog.notice.text
    qtbot.mouseClick(dialog.open_button, Qt.MouseButton.LeftButton)

    assert window.session is not None
    assert window.session.path.name == "reviews (recovered).annotator"
    assert answers(window.session.path) == 2


def test_what_could_not_be_recovered_is_listed(qtbot: QtBot, window: MainWindow, make_project: MakeProject) -> None:
    path = make_project()
    answer(path, 2)
    damaged = bytearray(path.read_bytes())
    with closing(project_file.open_project(path)) as db:
        page = int(db.value("select rootpage from sqlite_schema where name = 'label'"))
    damaged[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)
    path.write_bytes(damaged)
    window.recover(path)
    dialog = window.findChild(RecoverDialog)
    assert dialog is not None
    dialog.recover()
    qtbot.waitUntil(dialog.open_button.isVisible)
    assert "1 page of “labels” cannot be read." in dialog.lost.toPlainText()
    dialog.reject()


def test_the_start_page_leads_to_recovering_and_a_file_that_is_none_gets_a_sentence(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    qtbot.mouseClick(button(window, "Recover a damaged project…"), Qt.MouseButton.LeftButton)
    dialog = window.findChild(RecoverDialog)
    assert dialog is not None
    assert not dialog.recover_button.isEnabled()
    (tmp_path / "notes.txt").write_text("no")
    dialog.set_source(tmp_path / "notes.txt")
    dialog.recover()
    qtbot.waitUntil(lambda: "Nothing of an Annotator project" in dialog.notice.text)
    dialog.reject()


def test_a_backup_is_put_back_from_the_start_page(qtbot: QtBot, window: MainWindow, make_project: MakeProject) -> None:
    path = make_project()
    answer(path, 1)
    backups.keep(path, Reason.OPENING)
    answer(path, 2)
    qtbot.mouseClick(button(window, "Backups…"), Qt.MouseButton.LeftButton)
    dialog = window.findChild(BackupsDialog)
    assert dialog is not None
    assert dialog.notice.text == "Reading the backups…"
    qtbot.waitUntil(dialog.restore_button.isEnabled)
    shown = [[dialog.changes.text(row, column) for column in range(3)] for row in range(dialog.changes.rowCount())]
    assert ["Answers of Mira", "3", "1"] in shown
    assert "nothing is lost" in dialog.notice.text

    qtbot.mouseClick(dialog.restore_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session is not None)

    assert window.toast.text.text().startswith("“reviews” is as it was on ")
    assert window.toast.text.text().endswith("What it was until now is kept too.")
    assert answers(path) == 1
    assert backups.of(path)[0].reason is Reason.RESTORE


def test_the_project_that_is_open_is_closed_before_a_backup_of_it_comes_back(
    qtbot: QtBot, window: MainWindow, make_project: MakeProject
) -> None:
    path = make_project()
    backups.keep(path, Reason.OPENING)
    answer(path, 2)
    window.open_project(path)
    first = window.session
    window.show_backups()
    dialog = window.findChild(BackupsDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.restore_button.isEnabled)
    dialog.restore()
    qtbot.waitUntil(lambda: window.session is not None and window.session is not first)
    assert answers(path) == 0


def test_a_backup_is_saved_as_a_new_project(
    qtbot: QtBot, window: MainWindow, make_project: MakeProject, tmp_path: Path
) -> None:
    path = make_project()
    backups.keep(path, Reason.OPENING)
    answer(path, 2)
    window.show_backups()
    dialog = window.findChild(BackupsDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.save_button.isEnabled)
    dialog.save_as(tmp_path / "then.annotator")
    qtbot.waitUntil(lambda: window.session is not None)
    assert (answers(path), answers(tmp_path / "then.annotator")) == (2, 0)
    assert window.toast.text.text().startswith("“then” is a new project, made from the backup of ")


def test_how_much_backups_may_take_is_set_there(qtbot: QtBot, window: MainWindow) -> None:
    window.show_backups()
    dialog = window.findChild(BackupsDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: "There are no backups yet." in dialog.notice.text)
    dialog.limit.setValue(500)
    dialog.limit.editingFinished.emit()
    assert backups.limit_megabytes() == 500
    dialog.reject()


def test_the_palette_offers_backups_and_recovering(window: MainWindow) -> None:
    from annotator.ui import commands

    offered = [entry.text for entry in commands.entries(window, window._usable())]
    assert {"Backups", "Recover a damaged project"} <= set(offered)


def test_a_file_that_is_moved_while_it_is_open_is_told_without_waiting_for_an_answer(
    qtbot: QtBot, window: MainWindow, make_project: MakeProject
) -> None:
    path = make_project()
    answer(path, 2)
    window.open_project(path)
    path.rename(path.with_name("elsewhere.annotator"))
    care_of(window).look()
    qtbot.waitUntil(lambda: "was moved or deleted" in window.toast.text.text())
    assert answers(path.with_name("reviews (rescued).annotator")) == 2


def test_the_window_says_to_other_computers_that_it_has_the_project_open(
    qtbot: QtBot, window: MainWindow, make_project: MakeProject
) -> None:
    path = make_project()
    note = path.with_name(f".{path.name}.open")
    window.open_project(path)
    qtbot.waitUntil(note.exists)
    note.unlink()
    care_of(window).hold()
    qtbot.waitUntil(note.exists)
    window.close_project()
    assert not note.exists()


def test_a_project_in_a_synced_folder_is_told_once_with_what_to_do(
    qtbot: QtBot, window: MainWindow, make_project: MakeProject, tmp_path: Path
) -> None:
    synced = tmp_path / "Dropbox" / "reviews.annotator"
    synced.parent.mkdir()
    make_project().rename(synced)
    window.open_project(synced)
    assert window.session is not None
    warned: list[tuple[str, str]] = []
    window.session.told.connect(lambda text, level: warned.append((text, level)))

    with qtbot.waitSignal(care_of(window).checked):  # what is done once after opening, which nobody asked for here
        pass
    qtbot.waitUntil(lambda: warned != [])

    assert warned == [(drives.warning(synced), "warn")]
    assert window.toast.text.text().startswith("“reviews.annotator” is in a folder that Dropbox syncs")
    assert window.toast.text.text().endswith("move it to another folder, and open it there.")
    assert window.toast.remaining is not None
