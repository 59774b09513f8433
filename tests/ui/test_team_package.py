"""A package that somebody sent, opened in the window: the page for annotating alone, and the way to hand it back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from annotator import app
from annotator.errors import ProjectProblem
from annotator.services import packages, project_file, taking
from annotator.services.packing import Order, Wish
from annotator.ui import catalogue, commands
from annotator.ui.dialogs.feedback_sheet import FeedbackSheet
from annotator.ui.dialogs.hand_back import HandBackDialog
from annotator.ui.dialogs.passphrase import PassphraseDialog
from annotator.ui.main_window import MainWindow
from annotator.ui.package_opening import PackageOpening
from annotator.ui.pages.annotate import AnnotatePage
from annotator.ui.widgets.annotator_button import AnnotatorButton
from annotator.ui.widgets.empty import EmptyState
from annotator.ui.widgets.job_bar import JobBar
from tests import projects
from tests.services import sending
from tests.ui import accessible, windows

T = TypeVar("T", bound=QWidget)


@pytest.fixture
def lead(tmp_path: Path) -> Path:
    with closing(projects.make_project(tmp_path, texts=("lovely", "dreadful", "fine"))) as db:
        return db.path


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    with windows.shown(qtbot) as shown:
        yield shown


def package(lead: Path, folder: Path, passphrase: str = "", **wishes: object) -> Path:
    """Ann's package."""
    with closing(project_file.open_project(lead)) as db:
        wish = Wish(to=("Ann",), order=Order.GIVEN, **wishes)  # type: ignore[arg-type]
        return sending.send(db, folder, wish, passphrase)["Ann"]


def opened(qtbot: QtBot, window: MainWindow, file: Path) -> AnnotatePage:
    window.open_file(file)
    return annotating(qtbot, window)


def annotating(qtbot: QtBot, window: MainWindow) -> AnnotatePage:
    qtbot.waitUntil(lambda: window.view is not None)
    page = windows.page_of(window)
    assert isinstance(page, AnnotatePage)
    qtbot.waitUntil(lambda: page.view.working)
    return page


def answer(qtbot: QtBot, page: AnnotatePage, key: Qt.Key, then: int) -> None:
    """Press a label's key; `then`: answers in the file afterwards."""
    qtbot.waitUntil(lambda: not page._busy)
    QTest.keyClick(page, key)
    qtbot.waitUntil(lambda: answers(page.session.path) == then and not page._busy)


def answers(path: Path) -> int:
    with closing(project_file.open_project(path, read_only=True)) as db:
        return len(sending.said(db))


def dialog_of(qtbot: QtBot, window: MainWindow, kind: type[T]) -> T:
    qtbot.waitUntil(lambda: any(found.isVisible() for found in window.findChildren(kind)))
    return next(found for found in window.findChildren(kind) if found.isVisible())


def test_a_package_opens_as_the_page_for_annotating_alone(
    qtbot: QtBot, window: MainWindow, lead: Path, tmp_path: Path
) -> None:
    file = package(lead, tmp_path / "out", deadline="Friday, noon", note="Only the first sentence counts.")

    opened(qtbot, window, file)

    view, session = window.view, window.session
    assert view is not None
    assert session is not None
    assert view.package_bar is not None
    assert not view.navigation.isVisible()
    assert view.package_bar.deadline.text() == "Until: Friday, noon"
    assert "first sentence" in view.package_bar.note.accessibleName()
    deadline = view.package_bar.deadline
    deadline.set_text("Until: the Friday after the week in which everybody is back from the summer")
    view.layout().activate()
    qtbot.waitUntil(lambda: deadline.text().endswith("…"))
    assert deadline.fontMetrics().horizontalAdvance(deadline.text()) <= deadline.contentsRect().width()
    assert deadline.accessibleName() in deadline.toolTip()
    assert session.annotator is not None
    assert session.annotator.name == "Ann"
    for name in ("overview", "team", "items"):
        view.go(name)
        assert view.page_name == "annotate"
    names = {row.name for row in window._usable()}
    assert "hand_back" in names
    assert not {f"go_{page}" for page in ("items", "annotate", "team")} & names
    assert {row.page for row in catalogue.listed(view)} == {"annotate"}
    offered = {entry.text for entry in commands.entries(window, window._usable())}
    assert "Hand back what was answered" in offered
    assert "Team · Send out" not in offered


def test_answers_are_handed_back_by_keys_alone_as_often_as_one_likes(
    qtbot: QtBot, window: MainWindow, lead: Path, tmp_path: Path
) -> None:
    page = opened(qtbot, window, package(lead, tmp_path / "out"))
    answer(qtbot, page, Qt.Key.Key_1, 1)
    QTest.keyClick(window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = dialog_of(qtbot, window, HandBackDialog)
    QTest.keyClick(dialog.file, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "1 of 3 answered" in dialog.notice.text)
    dialog.accept()
    answer(qtbot, page, Qt.Key.Key_2, 2)
    window.hand_back()
    again = dialog_of(qtbot, window, HandBackDialog)
    again.write()
    qtbot.waitUntil(lambda: "2 of 3 answered" in again.notice.text)

    file = page.session.path.with_suffix(packages.RETURN_SUFFIX)
    with closing(project_file.open_project(lead)) as db:
        taking.take(db, [file])
        assert sending.said(db) == {("i0", "Ann"): "good", ("i1", "Ann"): "bad"}
    again.accept()


def test_another_file_that_is_there_is_written_over_only_when_that_is_asked_for_again(
    qtbot: QtBot, window: MainWindow, lead: Path, tmp_path: Path
) -> None:
    page = opened(qtbot, window, package(lead, tmp_path / "out"))
    answer(qtbot, page, Qt.Key.Key_1, 1)
    window.hand_back()
    dialog = dialog_of(qtbot, window, HandBackDialog)
    others, free = (tmp_path / f"{name}.annoreturn" for name in ("others", "free"))
    others.write_bytes(b"the work of somebody else")

    def type_place(path: Path) -> None:
        dialog.file.selectAll()
        QTest.keyClicks(dialog.file, str(path))
        QTest.keyClick(dialog.file, Qt.Key.Key_Return)

    type_place(others)
    qtbot.waitUntil(lambda: "is there already" in dialog.notice.text)
    assert others.read_bytes() == b"the work of somebody else"
    assert dialog.write_button.text() == "Write over it"

    type_place(free)
    qtbot.waitUntil(lambda: "1 of 3 answered" in dialog.notice.text)
    type_place(others)
    qtbot.waitUntil(lambda: "is there already" in dialog.notice.text)
    assert others.read_bytes() == b"the work of somebody else"
    dialog.write()
    qtbot.waitUntil(lambda: "1 of 3 answered" in dialog.notice.text)
    assert others.read_bytes() != b"the work of somebody else"
    dialog.write()  # its own by now
    qtbot.waitUntil(dialog.write_button.isEnabled)
    assert "1 of 3 answered" in dialog.notice.text
    dialog.accept()


def test_when_all_is_answered_the_page_leads_to_handing_back(
    qtbot: QtBot, window: MainWindow, lead: Path, tmp_path: Path
) -> None:
    page = opened(qtbot, window, package(lead, tmp_path / "out"))
    for number in range(1, 4):
        answer(qtbot, page, Qt.Key.Key_1, number)
    qtbot.waitUntil(lambda: any(empty.isVisible() for empty in page.findChildren(EmptyState)))
    empty = next(found for found in page.findChildren(EmptyState) if found.isVisible())
    assert "Hand your answers back" in empty.text.text()
    empty.go_on()
    dialog_of(qtbot, window, HandBackDialog).accept()


def test_a_sealed_package_asks_for_its_passphrase_until_it_is_right(
    qtbot: QtBot, window: MainWindow, lead: Path, tmp_path: Path
) -> None:
    file = package(lead, tmp_path / "out", passphrase="between us")
    window.open_file(file)
    dialog = dialog_of(qtbot, window, PassphraseDialog)
    assert not window.start.findChildren(JobBar, "opening")[0].isVisible()
    assert not dialog.open_button.isEnabled()
    QTest.keyClicks(dialog.fields.first, "something else")
    QTest.keyClick(dialog.fields.first, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(found.notice.text for found in window.findChildren(PassphraseDialog)), timeout=20_000)
    again = next(found for found in window.findChildren(PassphraseDialog) if found.notice.text)
    QTest.keyClicks(again.fields.first, "between us")
    QTest.keyClick(again.fields.first, Qt.Key.Key_Return)
    opening = window.start.findChild(JobBar, "opening")
    assert opening is not None
    assert opening.isVisible()  # at once: the key is slow to make
    assert opening.text.text() == "Opening “small - Ann.annopack”…"
    annotating(qtbot, window)
    assert opening.isHidden()
    window.hand_back()
    handing = dialog_of(qtbot, window, HandBackDialog)
    assert "passphrase" in handing.notice.text
    handing.accept()


def test_the_same_package_goes_on_where_it_was_left(
    qtbot: QtBot, window: MainWindow, lead: Path, tmp_path: Path
) -> None:
    file = package(lead, tmp_path / "out")
    page = opened(qtbot, window, file)
    answer(qtbot, page, Qt.Key.Key_1, 1)
    made = page.session.path
    window.close_project()
    page = opened(qtbot, window, file)
    assert page.session.path == made
    assert answers(made) == 1


def test_a_package_that_is_dropped_on_the_start_page_opens(
    qtbot: QtBot, window: MainWindow, lead: Path, tmp_path: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(package(lead, tmp_path / "out")))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.start.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, left, none))
    annotating(qtbot, window)


def test_the_program_started_with_a_package_shows_it(qtbot: QtBot, lead: Path, tmp_path: Path) -> None:
    file = package(lead, tmp_path / "out")
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    window = app.make_window(application, file)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    annotating(qtbot, window)
    window.close()


def test_a_project_that_cannot_lie_beside_the_package_is_made_where_one_says(
    qtbot: QtBot, window: MainWindow, lead: Path, tmp_path: Path
) -> None:
    file = package(lead, tmp_path / "out")
    opening = PackageOpening(window.jobs, file, window)
    opening.opened.connect(window.open_project)
    with qtbot.waitSignal(opening.folder_wished) as wished:
        opening.start_in(tmp_path / "gone")
    assert isinstance(wished.args[0], ProjectProblem)
    (tmp_path / "mine").mkdir()
    opening.start_in(tmp_path / "mine")
    page = annotating(qtbot, window)
    assert page.session.path.parent == tmp_path / "mine"


def test_nobody_else_can_sit_down_at_a_package(qtbot: QtBot, window: MainWindow, lead: Path, tmp_path: Path) -> None:
    page = opened(qtbot, window, package(lead, tmp_path / "out"))
    menu = page.findChildren(AnnotatorButton)[0].menu_now()
    assert "Somebody else…" not in [action.text() for action in menu.actions()]


def test_feedback_of_the_package_is_shown_once_by_itself_and_again_when_asked(
    qtbot: QtBot, window: MainWindow, lead: Path, tmp_path: Path
) -> None:
    first = package(lead, tmp_path / "out", each=2)
    mine = sending.opened(first)
    sending.answer(mine, {"i0": "bad"})
    file = sending.hand_back(mine, tmp_path / "r.annoreturn")
    with closing(project_file.open_project(lead)) as db:
        taking.take(db, [file])
        projects.gold(db, tmp_path, [("i0", "good")])
    second = package(lead, tmp_path / "out", feedback=True)

    opened(qtbot, window, second)

    sheet = dialog_of(qtbot, window, FeedbackSheet)
    assert any("Said “bad”, expected “good”" in label.text() for label in sheet.findChildren(QLabel))
    sheet.accept()
    window.close_project()
    opened(qtbot, window, second)
    assert not any(found.isVisible() for found in window.findChildren(FeedbackSheet))
    assert window.view is not None
    assert window.view.package_bar is not None
    window.view.package_bar.feedback.click()
    dialog_of(qtbot, window, FeedbackSheet).accept()


def test_what_is_no_package_ends_in_a_sentence(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "x.annopack").write_bytes(b"PK nothing")
    window.open_file(tmp_path / "x.annopack")
    qtbot.waitUntil(lambda: "x.annopack" in window.toast.text.text())
    (tmp_path / "y.annoreturn").write_bytes(b"PK nothing")
    window.open_file(tmp_path / "y.annoreturn")
    assert "return file" in window.toast.text.text()
    assert window.view is None


def test_the_bar_and_the_dialogs_of_a_package_can_be_used_by_keyboard_alone(
    qtbot: QtBot, window: MainWindow, lead: Path, tmp_path: Path
) -> None:
    opened(qtbot, window, package(lead, tmp_path / "out", deadline="soon"))
    windows.calm(qtbot, window)
    assert window.view is not None
    bar = window.view.package_bar
    assert bar is not None
    assert accessible.nameless(bar) == []
    assert accessible.mouse_only(bar) == []
    window.hand_back()
    sheet = FeedbackSheet("Ann", [], window, for_lead=True)
    asking = PassphraseDialog("x.annopack", "Wrong.", window)
    shown: list[QDialog] = [dialog_of(qtbot, window, HandBackDialog), sheet, asking]
    found = {}
    for dialog in shown:
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        nameless = [
            row for row in accessible.nameless(dialog) if not row.startswith("QScrollArea[")
        ]  # has no role in Qt
        wrong = [*nameless, *accessible.mouse_only(dialog), *accessible.unmarked(dialog)]
        found[dialog.objectName()] = [*wrong, *accessible.backwards(dialog)]
        dialog.accept()
    assert {name: rows for name, rows in found.items() if rows} == {}
