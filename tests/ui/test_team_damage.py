"""Files that are taken in the window while something else is wrong with one of them, or is at work on the project."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.services import packages, project_file
from annotator.services.packing import Order, Wish
from annotator.ui.dialogs.other_copy import OtherCopyDialog
from annotator.ui.pages.team_take import TakeTab
from tests import projects
from tests.services import sending
from tests.services.test_damaged_copies import second_lead, spoil
from tests.test_command_line import annotator
from tests.ui import windows
from tests.ui.test_team import dialog_of, tab


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with closing(projects.make_project(tmp_path, [f"text {number}" for number in range(300)])) as db:
        return db.path


def returned(path: Path, folder: Path) -> Path:
    with closing(project_file.open_project(path)) as db:
        package = sending.send(db, folder / "out", Wish(to=("Ann",), order=Order.GIVEN, each=5))["Ann"]
    mine = sending.opened(package)
    sending.answer(mine, {"i0": "good"})
    return sending.hand_back(mine, mine.with_suffix(packages.RETURN_SUFFIX))


@pytest.mark.parametrize(("table", "told_at_once"), [("annotation", True), ("op_row", False)])
def test_a_copy_that_is_damaged_further_in_is_told_and_the_return_file_beside_it_is_taken(
    qtbot: QtBot, path: Path, tmp_path: Path, table: str, *, told_at_once: bool
) -> None:
    back = returned(path, tmp_path)
    with closing(project_file.open_project(path)) as db:
        bad = second_lead(db, tmp_path / "bad.annotator", "Bad")
    spoil(bad, table)
    with windows.shown(qtbot, path) as window:
        take = tab(window, "take", TakeTab)
        take.take([back, bad])
        qtbot.waitUntil(lambda: take.taken.rowCount() == 1)
        dialog = dialog_of(qtbot, window, OtherCopyDialog)
        if told_at_once:
            qtbot.waitUntil(lambda: "“bad.annotator” is damaged." in dialog.notice.text)
            assert not dialog.take_button.isEnabled()
            dialog.reject()
        else:
            qtbot.waitUntil(dialog.take_button.isEnabled)
            dialog.take_button.click()
            qtbot.waitUntil(lambda: "“bad.annotator” is damaged." in take.report.text)
        assert take.taken.rowCount() == 1
    with closing(project_file.open_project(path, read_only=True)) as db:
        assert sending.said(db) == {("i0", "Ann"): "good"}


def test_what_the_command_line_takes_while_a_window_is_open_is_shown_there_and_not_taken_twice(
    qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    back = returned(path, tmp_path)
    with windows.shown(qtbot, path) as window:
        take = tab(window, "take", TakeTab)
        qtbot.waitUntil(lambda: take.taken.rowCount() == 0 and take.isVisible())
        assert annotator("take", path, back).startswith("small - Ann.annoreturn: Ann, 1 new answer; 1 in all.")
        take.take([back])
        qtbot.waitUntil(lambda: "Ann, nothing new; 1 in all." in take.report.text)
        qtbot.waitUntil(lambda: take.taken.rowCount() == 2)
