"""The page on which work is sent out as files and taken back, and on which one sees how it goes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from annotator.domain.filters import Filter
from annotator.services import adjudicating, opening_packages, packages, project_file, saved_filters, setting_up, taking
from annotator.services.packing import Order, Wish
from annotator.storage import items
from annotator.ui.dialogs.feedback_sheet import FeedbackSheet
from annotator.ui.dialogs.other_copy import OtherCopyDialog
from annotator.ui.dialogs.write_again import WriteAgainDialog
from annotator.ui.main_window import MainWindow
from annotator.ui.pages.tabbed import TabbedPage
from annotator.ui.pages.team_progress import ProgressTab
from annotator.ui.pages.team_send import SendTab
from annotator.ui.pages.team_take import TakeTab
from annotator.ui.widgets.empty import EmptyState
from tests import projects
from tests.services import sending
from tests.ui import accessible, windows

T = TypeVar("T", bound=QWidget)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with closing(projects.make_project(tmp_path)) as db:
        return db.path


@pytest.fixture
def window(qtbot: QtBot, path: Path) -> Iterator[MainWindow]:
    with windows.shown(qtbot, path) as shown:
        yield shown


def tab(window: MainWindow, name: str, kind: type[T], argument: object = None) -> T:
    assert window.view is not None
    window.view.go("team", (name, argument))
    page = window.view.page
    assert isinstance(page, TabbedPage)
    found = page.tab(name)
    assert isinstance(found, kind)
    return found


def sent(path: Path, folder: Path, wish: Wish, passphrase: str = "") -> dict[str, Path]:
    with closing(project_file.open_project(path)) as db:
        return sending.send(db, folder, wish, passphrase)


def returned(package: Path, said: dict[str, str | None], passphrase: str = "") -> Path:
    """The return file of somebody who answered in a package."""
    mine = sending.opened(package)
    sending.answer(mine, said)
    return sending.hand_back(mine, mine.with_suffix(packages.RETURN_SUFFIX), passphrase)


def dialog_of(qtbot: QtBot, window: MainWindow, kind: type[T]) -> T:
    qtbot.waitUntil(lambda: bool(window.findChildren(kind)))
    return window.findChildren(kind)[-1]


def test_the_plan_follows_the_people_and_the_numbers(qtbot: QtBot, window: MainWindow) -> None:
    send = tab(window, "send", SendTab)
    assert not send.write_button.isEnabled()
    QTest.keyClicks(send.people.name, "Ann, Bo,Cleo")
    QTest.keyClick(send.people.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: send.plan is not None)

    send.form.overlap.setValue(2)
    qtbot.waitUntil(lambda: send.plan is not None and send.plan.wish.overlap == 2)

    loads = {send.preview.loads.text(row, 0): int(send.preview.loads.text(row, 1)) for row in range(3)}
    assert sorted(loads) == ["Ann", "Bo", "Cleo"]
    assert sum(loads.values()) == 16
    assert max(loads.values()) - min(loads.values()) <= 1
    assert send.preview.pairs.rowCount() == 3
    assert sum(int(send.preview.pairs.text(row, 2)) for row in range(3)) == 8
    assert send.write_button.isEnabled()


def test_packages_are_written_as_the_plan_said_and_the_next_plan_leaves_those_items_out(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    send = tab(window, "send", SendTab)
    send.people.tick(["Ann"])
    send.form.each.setValue(3)
    send.form.deadline.setText("Friday")
    send.people.changed.emit()
    qtbot.waitUntil(lambda: send.plan is not None and send.plan.wish.deadline == "Friday")
    (tmp_path / "out").mkdir()

    send.write_to(tmp_path / "out")

    qtbot.waitUntil(lambda: "1 package is written" in send.result.text)
    written = tmp_path / "out" / "small - Ann.annopack"
    assert len(sending.items_in(sending.opened(written))) == 3
    assert not send.open_folder.isHidden()
    qtbot.waitUntil(lambda: send.plan is not None and send.plan.loads[0].already == 3)
    assert send.preview.loads.text(0, 3) == "3"


def test_a_package_goes_out_under_a_passphrase_that_was_typed_twice_the_same(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    send = tab(window, "send", SendTab)
    send.people.tick(["Ann"])
    send.people.changed.emit()
    qtbot.waitUntil(lambda: send.plan is not None)
    QTest.keyClicks(send.form.passphrase.first, "secret words")
    QTest.keyClicks(send.form.passphrase.again, "other words")
    send.write_to(tmp_path)
    assert "differ" in send.result.text
    assert list(tmp_path.glob("*.annopack")) == []

    send.form.passphrase.again.clear()
    QTest.keyClicks(send.form.passphrase.again, "secret words")
    send.write_to(tmp_path)

    qtbot.waitUntil(lambda: "is written" in send.result.text)
    with pytest.raises(opening_packages.PassphraseNeeded):
        opening_packages.look(tmp_path / "small - Ann.annopack")
    assert opening_packages.look(tmp_path / "small - Ann.annopack", "secret words").items == 8
    assert send.form.passphrase.text == ""


def test_items_of_a_saved_filter_are_sent(qtbot: QtBot, path: Path, tmp_path: Path) -> None:
    with closing(project_file.open_project(path)) as db:
        saved_filters.save(db, "lovely ones", Filter(text="lovely"))
    with windows.shown(qtbot, path) as window:
        send = tab(window, "send", SendTab)
        qtbot.waitUntil(lambda: send.form.source.findData("filter lovely ones") > 0)
        send.form.source.setCurrentIndex(send.form.source.findData("filter lovely ones"))
        send.people.tick(["Ann"])
        send.people.changed.emit()
        qtbot.waitUntil(lambda: send.plan is not None)
        assert send.plan is not None
        assert (send.plan.items, send.plan.wish.what) == (1, "lovely ones")


def test_what_cannot_be_planned_is_said_where_the_plan_stands(qtbot: QtBot, window: MainWindow) -> None:
    send = tab(window, "send", SendTab)
    send.people.tick(["Ann"])
    send.form.gold.setValue(2)
    qtbot.waitUntil(lambda: "known label" in send.preview.notice.text)
    assert not send.write_button.isEnabled()
    assert send.preview.loads.isHidden()


def test_too_few_hidden_checks_and_people_who_have_everything_are_told_in_the_plan(
    qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    with closing(project_file.open_project(path)) as db:
        projects.gold(db, tmp_path, [(f"i{number}", "good") for number in range(6)])
    sent(path, tmp_path / "out", Wish(to=("Bo",)))
    with windows.shown(qtbot, path) as window:
        send = tab(window, "send", SendTab)
        QTest.keyClicks(send.people.name, "Ann")
        QTest.keyClick(send.people.name, Qt.Key.Key_Return)
        send.people.choose(["Ann"])
        send.form.gold.setValue(2)
        few = "2 hidden checks are too few to judge anybody by: hide 5 or more."
        qtbot.waitUntil(lambda: send.preview.notice.text == few)
        assert send.write_button.isEnabled()

        send.form.gold.setValue(0)
        send.people.choose(["Bo"])
        qtbot.waitUntil(lambda: send.preview.notice.text.startswith("Bo has had all of these items already."))
        assert not send.write_button.isEnabled()


def test_return_files_that_are_dropped_are_taken_and_undone_from_the_message(
    qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    out = sent(path, tmp_path / "out", Wish(to=("Ann", "Bo"), overlap=2, order=Order.GIVEN))
    files = [returned(out["Ann"], {"i0": "good", "i1": "bad"}), returned(out["Bo"], {"i0": "bad"})]
    with windows.shown(qtbot, path) as window:
        take = tab(window, "take", TakeTab)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        move, buttons_, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        take.dropEvent(QDropEvent(QPointF(5, 5), move, data, buttons_, keys))
        qtbot.waitUntil(lambda: take.taken.rowCount() == 2)
        assert "Ann, 2 new answers" in take.report.text
        assert {take.taken.text(row, 1) for row in range(2)} == {"Ann", "Bo"}
        with closing(project_file.open_project(path, read_only=True)) as db:
            assert sending.said(db) == {("i0", "Ann"): "good", ("i1", "Ann"): "bad", ("i0", "Bo"): "bad"}
        assert window.toast.text.text() == "3 new answers."

        window.toast.act()

        qtbot.waitUntil(lambda: take.taken.rowCount() == 2 and take.taken.text(0, 4) == "undone")
        with closing(project_file.open_project(path, read_only=True)) as db:
            assert sending.said(db) == {}
        take.redo()
        qtbot.waitUntil(lambda: take.taken.text(0, 4) == "taken")


def test_a_watched_folder_is_watched_again_when_the_project_is_opened_again(
    qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    out = sent(path, tmp_path / "out", Wish(to=("Ann",), order=Order.GIVEN))
    with windows.shown(qtbot, path) as window:
        tab(window, "take", TakeTab).card.watch(out["Ann"].parent)
        assert window.session is not None
        qtbot.waitUntil(lambda: window.session is not None and window.session.watching.folder is not None)
    returned(out["Ann"], {"i0": "good"})
    with windows.shown(qtbot, path) as window:
        qtbot.waitUntil(lambda: "Ann, 1 new answer" in window.toast.text.text(), timeout=20_000)


def test_a_watched_stick_that_is_put_in_after_the_project_was_opened_is_looked_through(
    qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    out = sent(path, tmp_path / "out", Wish(to=("Ann",), order=Order.GIVEN))
    stick, away = tmp_path / "stick", tmp_path / "away"
    stick.mkdir()
    with windows.shown(qtbot, path) as window:
        tab(window, "take", TakeTab).card.watch(stick)
        qtbot.waitUntil(lambda: window.session is not None and window.session.watching.folder is not None)
    returned(out["Ann"], {"i0": "good"}).rename(stick / "a.annoreturn")
    stick.rename(away)
    with windows.shown(qtbot, path) as window:
        take = tab(window, "take", TakeTab)
        qtbot.waitUntil(lambda: "is away" in take.card.status.accessibleName(), timeout=20_000)
        away.rename(stick)
        qtbot.waitUntil(lambda: "Ann, 1 new answer" in window.toast.text.text(), timeout=20_000)
        qtbot.waitUntil(lambda: "Watching" in take.card.status.accessibleName())


def test_a_folder_that_is_not_there_is_not_watched(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    take = tab(window, "take", TakeTab)
    take.card.watch(tmp_path / "away")
    qtbot.waitUntil(lambda: "There is no folder" in take.card.status.accessibleName())
    assert not take.card.watching.isChecked()


def test_what_was_changed_just_before_writing_is_in_the_packages(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    send = tab(window, "send", SendTab)
    send.people.tick(["Ann"])
    send.people.changed.emit()
    qtbot.waitUntil(lambda: send.plan is not None)
    QTest.keyClicks(send.form.deadline, "tomorrow")
    send.form.each.setValue(2)
    send.write_to(tmp_path)
    qtbot.waitUntil(lambda: "is written" in send.result.text)
    found = opening_packages.look(tmp_path / "small - Ann.annopack")
    assert (found.items, found.deadline) == (2, "tomorrow")


def test_all_questions_of_a_project_can_go_out(qtbot: QtBot, path: Path, tmp_path: Path) -> None:
    with closing(project_file.open_project(path)) as db:
        lead = project_file.add_person(db, "Lee").id
        setting_up.add_question(db, project_file.make_question("Tone", "Which tone?", ["calm", "loud"], ""), lead)
    with windows.shown(qtbot, path) as window:
        send = tab(window, "send", SendTab)
        qtbot.waitUntil(lambda: not send.form.questions.isHidden())
        send.form.questions.click()
        send.people.tick(["Ann"])
        send.people.changed.emit()
        qtbot.waitUntil(lambda: send.plan is not None)
        send.write_to(tmp_path)
        qtbot.waitUntil(lambda: "is written" in send.result.text)
        assert opening_packages.look(tmp_path / "small - Ann.annopack").questions == 2


def test_a_file_that_cannot_be_taken_is_said_in_a_sentence(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "not one.annoreturn").write_bytes(b"no package at all")
    take = tab(window, "take", TakeTab)
    take.take([tmp_path / "not one.annoreturn"])
    qtbot.waitUntil(lambda: "not one.annoreturn" in take.report.text)
    assert take.taken.rowCount() == 0


def test_a_sealed_return_file_is_taken_with_its_passphrase(qtbot: QtBot, path: Path, tmp_path: Path) -> None:
    out = sent(path, tmp_path / "out", Wish(to=("Ann",), order=Order.GIVEN))
    file = returned(out["Ann"], {"i0": "good"}, passphrase="between us")
    with windows.shown(qtbot, path) as window:
        take = tab(window, "take", TakeTab)
        take.take([file])
        qtbot.waitUntil(lambda: "passphrase" in take.report.text.lower())
        QTest.keyClicks(take.card.passphrase.first, "between us")
        take.take([file])
        qtbot.waitUntil(lambda: take.taken.rowCount() == 1)


def test_a_folder_is_watched_whichever_page_is_in_sight(qtbot: QtBot, path: Path, tmp_path: Path) -> None:
    out = sent(path, tmp_path / "out", Wish(to=("Ann",), order=Order.GIVEN))
    shared = tmp_path / "shared"
    shared.mkdir()
    with windows.shown(qtbot, path) as window:
        take = tab(window, "take", TakeTab)
        take.card.watch(shared)
        qtbot.waitUntil(take.card.watching.isChecked)
        assert str(shared) in take.card.status.accessibleName()
        assert window.view is not None
        window.view.go("overview")
        returned(out["Ann"], {"i0": "good"}).rename(shared / "a.annoreturn")
        qtbot.waitUntil(lambda: "Ann, 1 new answer" in window.toast.text.text(), timeout=20_000)
        window.toast.act()
        assert window.view.page_name == "team"
        take.card.watching.click()
        assert not take.card.watching.isChecked()
        assert window.session is not None
        assert window.session.watching.folder is None


def test_another_leads_copy_is_compared_first_and_what_contradicts_goes_to_review(
    qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "theirs.annotator"
    other.write_bytes(path.read_bytes())
    for file, label in ((path, "good"), (other, "bad")):
        with closing(project_file.open_project(file)) as db:
            decide(db, "i0", label)
    with windows.shown(qtbot, path) as window:
        take = tab(window, "take", TakeTab)
        take.take([other])
        dialog = dialog_of(qtbot, window, OtherCopyDialog)
        qtbot.waitUntil(dialog.take_button.isEnabled)
        rows = {dialog.parts.text(row, 0): row for row in range(dialog.parts.rowCount())}
        dialog.parts.setCurrentCell(rows["Decisions and known labels"], 0)
        assert dialog.details.text(0, 1) == "i0, settled: here good, there bad"
        assert [*accessible.nameless(dialog), *accessible.mouse_only(dialog), *accessible.backwards(dialog)] == []

        dialog.take_button.click()

        qtbot.waitUntil(lambda: not take.review_button.isHidden())
        assert "Decided differently in both" in take.report.text
        take.review_button.click()
        assert window.view is not None
        assert window.view.page_name == "review"


def test_a_copy_of_another_project_is_not_taken_in(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    with closing(projects.make_project(tmp_path, name="other")) as db:
        other = db.path
    take = tab(window, "take", TakeTab)
    take.compare(other)
    dialog = dialog_of(qtbot, window, OtherCopyDialog)
    qtbot.waitUntil(lambda: "another project" in dialog.notice.text)
    assert not dialog.take_button.isEnabled()


def test_progress_shows_how_far_everybody_is_and_the_way_to_a_feedback_sheet(
    qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    with closing(project_file.open_project(path)) as db:
        projects.gold(db, tmp_path, [("i0", "good"), ("i1", "bad")])
    out = sent(path, tmp_path / "out", Wish(to=("Ann", "Bo"), gold=2, overlap=1, order=Order.GIVEN))
    file = returned(out["Ann"], {"i0": "bad", "i1": "bad"})
    with closing(project_file.open_project(path)) as db:
        taking.take(db, [file])
    with windows.shown(qtbot, path) as window:
        progress = tab(window, "progress", ProgressTab)
        qtbot.waitUntil(lambda: progress.table.rowCount() == 2)
        cells = {progress.table.text(row, 0): row for row in range(2)}
        assert progress.table.text(cells["Ann"], 1).startswith("2 of ")
        assert progress.table.text(cells["Ann"], 5).startswith("50 % of 2")
        assert progress.table.text(cells["Bo"], 3) == "never"
        progress.table.setCurrentCell(cells["Ann"], 0)

        progress.show_feedback()

        sheet = dialog_of(qtbot, window, FeedbackSheet)
        assert any("Said “bad”, expected “good”" in label.text() for label in texts(sheet))
        sheet.send.click()
        send = tab(window, "send", SendTab)
        assert send.people.chosen() == ("Ann",)
        assert send.form.feedback.isChecked()


def test_a_lost_package_is_written_again_under_a_new_passphrase(qtbot: QtBot, path: Path, tmp_path: Path) -> None:
    package = sent(path, tmp_path / "out", Wish(to=("Ann",)))["Ann"]
    again = tmp_path / "again"
    again.mkdir()
    with windows.shown(qtbot, path) as window:
        progress = tab(window, "progress", ProgressTab)
        qtbot.waitUntil(lambda: progress.table.rowCount() == 1)
        progress.table.setCurrentCell(0, 0)
        qtbot.mouseClick(progress.again, Qt.MouseButton.LeftButton)
        dialog = dialog_of(qtbot, window, WriteAgainDialog)
        assert "8 items, in the same order" in dialog.about.text()
        QTest.keyClicks(dialog.passphrase.first, "lamps")
        dialog.write_to(again)
        assert "differ" in dialog.notice.text
        QTest.keyClicks(dialog.passphrase.again, "lamps")
        dialog.write_to(again)
        qtbot.waitUntil(lambda: "is written to" in dialog.notice.text)
        qtbot.waitUntil(lambda: "small - Ann (2).annopack" in progress.about.text())
        dialog.accept()
    assert opening_packages.look(again / "small - Ann (2).annopack", "lamps").items == 8
    assert opening_packages.look(package).items == 8


def test_what_cannot_be_judged_yet_stands_below_the_packages(qtbot: QtBot, path: Path, tmp_path: Path) -> None:
    package = sent(path, tmp_path / "out", Wish(to=("Ann",)))["Ann"]
    back = returned(package, {"i0": "good", "i1": "bad"})
    with closing(project_file.open_project(path)) as db:
        taking.take(db, [back])
    with windows.shown(qtbot, path) as window:
        progress = tab(window, "progress", ProgressTab)
        qtbot.waitUntil(lambda: progress.table.rowCount() == 1)
        progress.table.setCurrentCell(0, 0)
        assert progress.table.text(0, 6) == "too few answers yet (2 of 20)"
        assert "One label always: too few answers yet (2 of 20)." in progress.unjudged.text()
        assert progress.unjudged.isVisible()
        assert progress.signs.isHidden()


def test_what_was_skipped_stands_beside_what_was_answered(qtbot: QtBot, path: Path, tmp_path: Path) -> None:
    package = sent(path, tmp_path / "out", Wish(to=("Ann",)))["Ann"]
    back = returned(package, {"i0": "good", "i1": None})
    with closing(project_file.open_project(path)) as db:
        taking.take(db, [back])
    with windows.shown(qtbot, path) as window:
        progress = tab(window, "progress", ProgressTab)
        qtbot.waitUntil(lambda: progress.table.rowCount() == 1)
        assert progress.table.text(0, 1) == "1 of 8, 1 skipped"


@pytest.mark.parametrize("name", ["take", "progress"])
def test_where_nothing_was_sent_out_one_click_leads_there(qtbot: QtBot, window: MainWindow, name: str) -> None:
    found = tab(window, name, QWidget)
    qtbot.waitUntil(lambda: any(empty.isVisible() for empty in found.findChildren(EmptyState)))
    next(empty for empty in found.findChildren(EmptyState) if empty.isVisible()).go_on()
    page = windows.page_of(window)
    assert isinstance(page, TabbedPage)
    assert page.tab_name == "send"


def texts(widget: QWidget) -> list[QLabel]:
    return widget.findChildren(QLabel)


def decide(db: project_file.Db, item: str, label: str) -> None:
    """Somebody settles an item."""
    lead = project_file.add_person(db, "Lee")
    adjudicating.settle(db, lead.id, items.ids_by_external(db, [item])[item], projects.label_ids(db)[label])
