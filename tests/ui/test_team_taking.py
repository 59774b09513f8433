"""What the page for taking back says of a taking, and what it lets one undo."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.services import project_file
from annotator.services.packing import Order, Wish
from annotator.ui.main_window import MainWindow
from annotator.ui.pages.tabbed import TabbedPage
from annotator.ui.pages.team_send import SendTab
from annotator.ui.pages.team_take import TakeTab
from tests import projects
from tests.services import sending
from tests.ui import windows


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with closing(projects.make_project(tmp_path)) as db:
        projects.gold(db, tmp_path, [("i0", "good")])
        return db.path


@pytest.fixture
def back(path: Path, tmp_path: Path) -> Path:
    """Ann's return file with two answers and a skip."""
    with closing(project_file.open_project(path)) as db:
        package = sending.send(db, tmp_path / "out", Wish(to=("Ann",), order=Order.GIVEN))["Ann"]
    mine = sending.opened(package)
    sending.answer(mine, {"i1": "good", "i2": "bad", "i3": None})
    return sending.hand_back(mine, tmp_path / "ann.annoreturn")


@pytest.fixture
def window(qtbot: QtBot, path: Path, back: Path) -> Iterator[MainWindow]:
    with windows.shown(qtbot, path) as shown:
        yield shown


def tab(window: MainWindow, name: str, argument: object = None) -> object:
    assert window.view is not None
    window.view.go("team", (name, argument))
    page = window.view.page
    assert isinstance(page, TabbedPage)
    return page.tab(name)


@pytest.fixture
def take(window: MainWindow) -> TakeTab:
    found = tab(window, "take")
    assert isinstance(found, TakeTab)
    return found


def states(take: TakeTab) -> list[tuple[str, str]]:
    """What is new or changed, and the state, of each file in the list."""
    return [(take.taken.text(row, 2), take.taken.text(row, 4)) for row in range(take.taken.rowCount())]


def test_the_report_the_message_and_the_list_give_the_same_numbers(
    qtbot: QtBot, window: MainWindow, take: TakeTab, back: Path
) -> None:
    take.take([back])
    qtbot.waitUntil(lambda: states(take) == [("3", "taken")])
    assert take.report.text == "ann.annoreturn: Ann, 2 new answers, 1 item skipped; 2 in all, 1 skipped."
    assert window.toast.text.text() == "2 new answers, 1 item skipped."

    window.toast.act()
    qtbot.waitUntil(lambda: states(take) == [("3", "undone")])
    qtbot.waitUntil(lambda: window.toast.text.text().startswith("Undone: 3 answers or skips are as they were"))
    take.redo()
    qtbot.waitUntil(lambda: window.toast.text.text() == "Done again: 3 answers or skips came back.")


def test_what_brought_nothing_new_offers_no_undo_and_one_press_undoes_the_taking_before(
    qtbot: QtBot, window: MainWindow, take: TakeTab, back: Path
) -> None:
    take.take([back])
    qtbot.waitUntil(lambda: take.taken.rowCount() == 1)
    take.take([back])
    qtbot.waitUntil(lambda: states(take) == [("0", "nothing new"), ("3", "taken")])
    qtbot.waitUntil(lambda: window.toast.text.text() == "Nothing was new.")
    assert window.toast.offered == ""

    take.undo()

    qtbot.waitUntil(lambda: states(take) == [("0", "nothing new"), ("3", "undone")])
    qtbot.waitUntil(lambda: not take.undo_button.isEnabled())


def test_a_file_that_is_refused_stands_by_itself_and_the_others_are_no_error(
    qtbot: QtBot, window: MainWindow, take: TakeTab, back: Path, tmp_path: Path
) -> None:
    cut = tmp_path / "cut.annoreturn"
    cut.write_bytes(b"no package at all")
    take.take([cut, back])
    qtbot.waitUntil(lambda: take.taken.rowCount() == 1)
    assert take.report.text == "ann.annoreturn: Ann, 2 new answers, 1 item skipped; 2 in all, 1 skipped."
    assert take.refused.text.startswith("Not taken: “cut.annoreturn” is damaged, or no package.")
    assert take.refused.text.count("cut.annoreturn") == 1
    qtbot.waitUntil(lambda: window.toast.text.text() == "2 new answers, 1 item skipped. 1 file was not taken.")

    take.take([back])
    qtbot.waitUntil(lambda: "nothing new" in take.report.text)
    assert take.refused.isHidden()


def test_a_locked_file_leads_to_the_field_for_its_passphrase_and_enter_takes_it(
    qtbot: QtBot, window: MainWindow, take: TakeTab, back: Path, tmp_path: Path
) -> None:
    locked = sending.hand_back(tmp_path / "out" / "small - Ann.annotator", tmp_path / "locked.annoreturn", "between us")
    take.take([locked])
    qtbot.waitUntil(lambda: "the field “Passphrase” above" in take.report.text)
    field = take.card.passphrase.first
    qtbot.waitUntil(field.hasFocus)

    QTest.keyClicks(field, "not it")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "does not open" in take.report.text, timeout=20_000)
    QTest.keyClicks(field, "between us")  # over the one that was wrong
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: states(take) == [("3", "taken")], timeout=20_000)


def test_no_warning_stands_beside_packages_that_were_written_well_until_something_is_chosen_anew(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    send = tab(window, "send")
    assert isinstance(send, SendTab)
    send.people.tick(["Bo"])
    send.form.gold.setValue(1)  # the only known label
    qtbot.waitUntil(lambda: send.plan is not None and send.plan.gold == 1)
    send.write_to(tmp_path)
    qtbot.waitUntil(lambda: "is written" in send.result.text)
    said = "For further packages, choose other items or other people."
    qtbot.waitUntil(lambda: send.preview.notice.text == said)
    windows.calm(qtbot, window)
    assert send.preview.notice.text == said

    send.form.overlap.valueChanged.emit(1)

    qtbot.waitUntil(lambda: "no item with a known label" in send.preview.notice.text)


def test_feedback_for_the_next_package_says_what_is_still_to_be_done(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    send = tab(window, "send", ["Bo"])
    assert isinstance(send, SendTab)
    qtbot.waitUntil(lambda: send.plan is not None)
    assert "feedback for Bo goes along with the next package: choose items" in send.guide.text
    assert send.guide.isVisible()
    send.write_to(tmp_path)
    qtbot.waitUntil(lambda: "is written" in send.result.text)
    assert send.guide.isHidden()


def test_feedback_for_one_person_leaves_out_who_was_ticked_before_and_keeps_who_waits_for_theirs(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    send = tab(window, "send")
    assert isinstance(send, SendTab)
    send.people.tick(["Ann", "Cleo"])

    tab(window, "send", ["bo"])
    qtbot.waitUntil(lambda: send.plan is not None)
    assert send.people.chosen() == ("bo",)

    tab(window, "send", ["Cleo"])
    assert sorted(send.people.chosen()) == ["Cleo", "bo"]
    assert "feedback for bo, Cleo goes along" in send.guide.text
    qtbot.waitUntil(lambda: send.plan is not None and len(send.plan.loads) == 2)
    send.write_to(tmp_path)
    qtbot.waitUntil(lambda: "are written" in send.result.text)

    tab(window, "send", ["Ann"])
    assert send.people.chosen() == ("Ann",)


def test_the_titles_of_the_cards_are_in_line(qtbot: QtBot, window: MainWindow, take: TakeTab, back: Path) -> None:
    take.take([back])
    qtbot.waitUntil(lambda: states(take) == [("3", "taken")], timeout=20_000)
    titles = [label for label in take.findChildren(QLabel) if label.property("role") == "card-title"]
    seen = [label.mapTo(take, QPoint()).x() for label in titles if label.isVisible()]

    assert len(seen) == 2
    assert len(set(seen)) == 1
