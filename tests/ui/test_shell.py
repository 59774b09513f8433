"""The window around the pages: start, navigation, who is sitting here, saving, closing, and what goes wrong."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator import app
from annotator.domain.model import Annotator, Changes
from annotator.errors import ProjectProblem, UserError
from annotator.services import annotating, merging, overview, project_file
from annotator.services.project_file import Db
from annotator.ui import theme
from annotator.ui.dialogs.annotator import AnnotatorDialog
from annotator.ui.dialogs.crash import CrashDialog, describe, show_crash
from annotator.ui.dialogs.keys import KeySheet
from annotator.ui.main_window import MainWindow
from annotator.ui.page_table import PAGES, page_title
from annotator.ui.pages.next_step import Step, next_step
from annotator.ui.pages.overview import OverviewPage
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.text import ElidedLabel
from tests.ui.conftest import MakeProject


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    """The window as app.run makes it, on its start page."""
    made = app.make_window(qapp)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):  # keys reach the active window only
        made.show()
        made.activateWindow()
    yield made
    made.close()


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, make_project: MakeProject) -> MainWindow:
    """The window with a project of four items open, its numbers shown."""
    assert window.open_project(make_project())
    qtbot.waitUntil(lambda: session_of(window).summary is not None)
    return window


def session_of(window: MainWindow) -> Session:
    assert window.session is not None
    return window.session


def overview_of(window: MainWindow) -> OverviewPage:
    assert window.view is not None
    page = window.view.page
    assert isinstance(page, OverviewPage)
    return page


def answer_all(path: Path, *labels: int) -> None:
    """Person number n answers every item with the label at labels[n]."""
    db = project_file.open_project(path)
    label_ids = [label.id for label in project_file.question(db).labels]
    for n, label in enumerate(labels):
        person = project_file.add_person(db, f"Person {n}")
        while (turn := annotating.next_turn(db, person.id)) is not None:
            annotating.answer(db, person.id, turn, label_ids[label], seconds=1)
    db.close()


# --- start page


def test_a_recent_project_opens_on_a_click(qtbot: QtBot, window: MainWindow, make_project: MakeProject) -> None:
    path = make_project()
    window.settings.remember(path)
    window.start.refresh()
    row = next(button for button in window.start.recent_projects() if button.accessibleName() == "reviews")

    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)

    assert session_of(window).name == "Reviews"
    assert window.windowTitle() == "Reviews — Annotator"


def test_a_file_that_is_no_project_leaves_the_start_page_with_a_message(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "notes.annotator"
    path.write_text("no")

    assert not window.open_project(path)
    assert window.session is None
    assert window.start.isVisible()
    assert "is not an Annotator project" in window.toast.text.text()


def test_the_sample_is_made_in_the_background_and_opened(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.mouseClick(window.start.sample_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session is not None, timeout=20_000)
    qtbot.waitUntil(lambda: session_of(window).summary is not None)

    summary = session_of(window).summary
    assert summary is not None
    assert summary.items >= 150


# --- navigation


def test_the_navigation_shows_the_project_and_that_it_is_saved(opened: MainWindow) -> None:
    assert opened.view is not None
    navigation = opened.view.navigation

    assert navigation.state.text() == "4 items · saved"
    assert "nothing leaves this computer" in navigation.locality.text()


def test_what_the_disk_could_not_take_is_not_called_saved(qtbot: QtBot, opened: MainWindow) -> None:
    assert opened.view is not None
    state, session = opened.view.navigation.state, session_of(opened)

    def broken(db: Db) -> None:
        raise ProjectProblem("The disk failed.")

    session.write(broken, owner=opened)
    qtbot.waitUntil(lambda: state.text() == "4 items · not saved")
    session.refresh_summary()
    qtbot.waitSignal(session.summarised).wait()
    assert state.text() == "4 items · not saved"

    session.write(lambda db: project_file.add_person(db, "Mira"), owner=opened)
    qtbot.waitUntil(lambda: state.text() == "4 items · saved")


@pytest.mark.parametrize(("number", "name"), list(enumerate(PAGES, 1)))
def test_control_and_a_number_go_to_a_page(qtbot: QtBot, opened: MainWindow, number: int, name: str) -> None:
    assert opened.view is not None

    qtbot.keyClick(opened, str(number), Qt.KeyboardModifier.ControlModifier)

    assert opened.view.page_name == name
    assert opened.view.navigation.buttons[name].isChecked()


@pytest.mark.parametrize("name", ["agents", "quality", "export"])
def test_a_page_has_the_keyboard_and_not_whatever_field_comes_first(opened: MainWindow, name: str) -> None:
    assert opened.view is not None
    assert opened.focusWidget() is opened.view.page

    opened.view.go(name)

    page = opened.view.page
    assert opened.focusWidget() is (page.focusProxy() or page)  # of a page with tabs the tab in sight


class WindowsShown(QObject):
    """Counts the windows that appear, however briefly."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.names.append(type(watched).__name__)
        return False


def test_no_page_flashes_a_window_of_its_own(
    qtbot: QtBot, qapp: QApplication, window: MainWindow, make_project: MakeProject
) -> None:
    path = make_project()
    answer_all(path, 0)
    shown = WindowsShown()
    qapp.installEventFilter(shown)
    try:
        window.open_project(path)
        for name in PAGES:
            session_of(window).go(name)
        with qtbot.waitSignal(session_of(window).summarised):
            session_of(window).refresh_summary()
    finally:
        qapp.removeEventFilter(shown)

    assert shown.names == []


def test_a_page_gets_the_argument_it_is_sent(opened: MainWindow) -> None:
    session_of(opened).go("items", "late parcel")

    assert opened.view is not None
    assert opened.view.page_name == "items"


def test_counters_stand_at_annotate_and_review(qtbot: QtBot, window: MainWindow, make_project: MakeProject) -> None:
    path = make_project()
    answer_all(path, 0, 1)
    db = project_file.open_project(path)
    merging.merge_and_store(db)
    db.close()
    window.open_project(path)
    assert window.view is not None
    buttons = window.view.navigation.buttons

    qtbot.waitUntil(lambda: buttons["review"].count == 4)
    assert buttons["annotate"].count == 0


def test_question_mark_shows_every_key_and_closes_again(qtbot: QtBot, opened: MainWindow) -> None:
    qtbot.keyClicks(opened, "?")
    sheet = opened.findChild(KeySheet)
    assert sheet is not None
    assert sheet.isVisible()

    qtbot.keyClicks(sheet, "?")

    assert not sheet.isVisible()


@pytest.mark.parametrize("name", list(PAGES))
def test_the_key_sheet_begins_with_the_keys_of_the_page_in_sight(qtbot: QtBot, opened: MainWindow, name: str) -> None:
    assert opened.view is not None
    session_of(opened).go(name)
    qtbot.keyClicks(opened.view.page, "?")
    sheet = opened.findChild(KeySheet)
    assert sheet is not None

    titles = [card.title.text() for card in sheet.findChildren(Card)]
    said = [label.accessibleName() for label in sheet.findChildren(Card)[0].findChildren(ElidedLabel)]

    assert titles == [page_title(name), "Everywhere"]
    rows = opened.view.page.keys()
    assert said == [row.text for row in rows]
    assert said
    sheet.reject()


def test_without_a_project_the_key_sheet_has_only_what_works(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClicks(window, "?")
    sheet = window.findChild(KeySheet)
    assert sheet is not None

    said = [label.accessibleName() for label in sheet.findChildren(ElidedLabel)]

    assert "New project" in said
    assert "Annotate" not in said
    assert "All projects" not in said
    sheet.reject()


def test_the_colours_switch_by_key_and_are_remembered(qtbot: QtBot, opened: MainWindow) -> None:
    for _ in range(2):
        qtbot.keyClick(opened, "L", Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)

    assert theme.is_dark()
    assert Settings().scheme == "dark"


# --- session


def test_changes_are_announced_before_the_writer_goes_on(qtbot: QtBot, session: Session) -> None:
    order: list[object] = []
    session.changed.connect(order.append)

    session.write(lambda db: Changes(items=True), owner=session, done=lambda changes: order.append("done"))
    qtbot.waitUntil(lambda: "done" in order)

    assert order == [Changes(items=True), "done"]


def test_a_result_that_carries_changes_announces_them_too(qtbot: QtBot, session: Session) -> None:
    answer_all(session.path, 0)

    with qtbot.waitSignal(session.changed) as changed:
        session.write(lambda db: merging.merge_and_store(db), owner=session)

    assert changed.args is not None
    assert changed.args[0].posteriors


def test_the_numbers_follow_a_change(qtbot: QtBot, session: Session) -> None:
    with qtbot.waitSignal(session.summarised):
        session.announce(Changes(annotations=True))

    assert session.summary is not None
    assert session.summary.items == 4


def test_a_name_is_asked_for_once_and_remembered(qtbot: QtBot, opened: MainWindow) -> None:
    session = session_of(opened)
    seated: list[str] = []
    session.choose_annotator(opened, lambda: seated.append(name_of(session.annotator)))
    dialog = opened.findChild(AnnotatorDialog)
    assert dialog is not None
    qtbot.keyClicks(dialog.names.name, "Mira")
    qtbot.keyClick(dialog.names.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: seated == ["Mira"])

    session.choose_annotator(opened, lambda: seated.append("again"))

    assert seated == ["Mira", "again"]
    path = session.path
    opened.open_project(path)
    assert name_of(session_of(opened).annotator) == "Mira"


def name_of(annotator: Annotator | None) -> str:
    return annotator.name if annotator else ""


def test_the_dialog_takes_a_known_name_by_arrow_key_and_enter(qtbot: QtBot, opened: MainWindow) -> None:
    session = session_of(opened)
    for name in ("Jon", "Mira"):
        session.write(lambda db, name=name: project_file.add_person(db, name), owner=opened)
    qtbot.waitUntil(lambda: session.people_names() == ["Jon", "Mira"])
    session.choose_annotator(opened, lambda: None)
    dialog = opened.findChild(AnnotatorDialog)
    assert dialog is not None

    qtbot.keyClick(dialog.names.name, Qt.Key.Key_Up)
    qtbot.keyClick(dialog.names.name, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: name_of(session.annotator) == "Mira")


def test_an_empty_name_cannot_be_chosen(qtbot: QtBot, opened: MainWindow) -> None:
    session_of(opened).choose_annotator(opened, lambda: None)
    dialog = opened.findChild(AnnotatorDialog)
    assert dialog is not None

    dialog.names.name.setText("   ")

    assert not dialog.names.ok.isEnabled()
    dialog.reject()


# --- overview


def test_the_numbers_of_the_overview_lead_to_their_pages(qtbot: QtBot, opened: MainWindow) -> None:
    page = overview_of(opened)
    qtbot.waitUntil(lambda: page.flow.numbers["not_routed"].number == 4)

    page.flow.numbers["not_routed"].setFocus()
    qtbot.keyClick(page.flow.numbers["not_routed"], Qt.Key.Key_Space)

    assert opened.view is not None
    assert opened.view.page_name == "items"


def test_merging_from_the_overview_shows_what_it_expects(
    qtbot: QtBot, window: MainWindow, make_project: MakeProject
) -> None:
    path = make_project()
    answer_all(path, 0, 0, 0)
    window.open_project(path)
    page = overview_of(window)
    qtbot.waitUntil(page.accuracy.merge_button.isEnabled)

    qtbot.mouseClick(page.accuracy.merge_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.next_button.text() == "Export", timeout=20_000)

    assert page.accuracy.number.text().endswith("%")
    assert "not measured" in page.accuracy.meaning.toolTip()
    assert page.flow.numbers["answered_by_people"].number == 4


def test_a_project_without_items_says_what_to_do(qtbot: QtBot, window: MainWindow, make_project: MakeProject) -> None:
    window.open_project(make_project(texts=()))
    page = overview_of(window)
    qtbot.waitUntil(lambda: page.empty.isVisible())

    qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)

    assert window.view is not None
    assert window.view.page_name == "items"


def test_the_next_step_follows_the_main_job(make_project: MakeProject) -> None:
    path = make_project()

    def step() -> Step:
        db = project_file.open_project(path, read_only=True)
        try:
            return next_step(overview.summary(db))
        finally:
            db.close()

    assert step() is Step.PRELABEL
    answer_all(path, 0)
    db = project_file.open_project(path)
    merging.merge_and_store(db)
    db.close()
    assert step() is Step.EXPORT
    answer_all(path, 0, 1)
    assert step() is Step.MERGE
    db = project_file.open_project(path)
    merging.merge_and_store(db)
    db.close()
    assert step() is Step.REVIEW


# --- settings


def test_recent_projects_come_last_first_and_only_while_they_exist(settings: Settings, tmp_path: Path) -> None:
    files = [tmp_path / f"{n}.annotator" for n in range(10)]
    for file in files:
        file.touch()
        settings.remember(file)
    settings.remember(files[5])
    files[9].unlink()

    assert settings.recent()[:3] == [files[5], files[8], files[7]]
    assert len(settings.recent()) < 9


def test_zoom_stays_within_its_steps(settings: Settings) -> None:
    for _ in range(30):
        settings.zoom_by(1)

    assert settings.zoom == 2.5


# --- closing


def test_closing_the_window_waits_for_writes(qtbot: QtBot, window: MainWindow, make_project: MakeProject) -> None:
    path = make_project()
    window.open_project(path)
    for n in range(30):
        session_of(window).write(lambda db, n=n: project_file.set_setting(db, "n", n), owner=window)

    window.close()

    db = project_file.open_project(path, read_only=True)
    assert project_file.setting(db, "n") == 29
    db.close()
    assert window.jobs.path is None


def test_a_write_that_fails_while_closing_keeps_the_window_with_the_reason(
    window: MainWindow, make_project: MakeProject
) -> None:
    window.open_project(make_project())
    session_of(window).write(lambda db: project_file.add_person(db, " "), owner=window)

    assert not window.close()

    assert window.isVisible()
    assert "Your name is empty" in window.toast.text.text()


def test_running_and_closing_the_window_ends_the_program(qapp: QApplication, make_project: MakeProject) -> None:
    path = make_project()
    seen: list[str] = []

    def close() -> None:
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, MainWindow):
                seen.append(widget.windowTitle())
                widget.close()

    QTimer.singleShot(0, qapp, close)

    assert app.run(path) == 0
    assert seen == ["Reviews — Annotator"]


def test_the_window_starts_without_the_slow_packages_and_ends_cleanly() -> None:
    script = """
        import sys
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication
        from annotator import app
        application = app.application()
        QTimer.singleShot(0, application.closeAllWindows)
        code = app.run(None)
        slow = {"litellm", "pandas", "crowdkit", "sklearn", "scipy", "xllamacpp", "keyring", "pyqtgraph"}
        slow |= {"numpy", "sqlite3", "sqlite_utils", "annotator.ui.session"}  # what only an open project needs
        print(sorted(slow & set(sys.modules)), code)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, timeout=60, check=False
    )

    assert done.stdout.strip() == "[] 0"
    assert done.returncode == 0


def test_the_command_opens_the_window_without_what_commands_messages_and_bugs_need() -> None:
    """Nobody waits for the database, or for what a warning is written with, to see the start page."""
    script = """
        import sys
        from PySide6.QtCore import QTimer
        from annotator import app
        from annotator.cli import main
        application = app.application()
        QTimer.singleShot(0, application.closeAllWindows)
        sys.argv = ["annotator"]
        code = None
        try:
            main()
        except SystemExit as ended:
            code = ended.code
        late = {"numpy", "sqlite3", "sqlite_utils", "annotator.services.project_file", "annotator.services.packages"}
        late |= {"annotator.ui.dialogs.crash", "importlib.metadata", "annotator.logs", "logging.handlers"}
        late |= {f"annotator.ui.widgets.{name}" for name in ("toast", "language_menu", "two_lines", "written_line")}
        print(sorted(late & set(sys.modules)), code)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, timeout=60, check=False
    )

    assert done.stdout.strip() == "[] 0", done.stderr


def test_no_garbage_is_looked_for_while_the_window_is_made() -> None:
    script = """
        import gc
        from annotator import app
        began = []
        gc.callbacks.append(lambda phase, about: began.append(about["generation"]))
        application = app.application()
        on_between = gc.isenabled()
        window = app.make_window(application)
        print(began, on_between, gc.isenabled())
        window.close()
        window.jobs.close()
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, timeout=60, check=False
    )

    assert done.stdout.strip() == "[] True False", done.stderr


def test_what_the_start_page_leads_to_is_loaded_beside_the_window() -> None:
    """Nothing but a window that is looked at, so the wizard and the first project do not wait for their modules."""
    script = """
        import sys, threading
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication
        from annotator import app
        from annotator.ui.page_table import AHEAD_AT_START
        application = app.application()
        where = set()
        class Seen:
            def find_spec(self, name, path=None, target=None):
                if name in AHEAD_AT_START:
                    where.add(threading.current_thread().name.partition("_")[0])
        sys.meta_path.insert(0, Seen())
        def look():
            if all(name in sys.modules for name in AHEAD_AT_START):
                application.closeAllWindows()
        timer = QTimer(interval=20)
        timer.timeout.connect(look)
        timer.start()
        code = app.run(None)
        print(sorted(where), code, "pandas" in sys.modules)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, timeout=60, check=False
    )

    assert done.stdout.strip() == "['background'] 0 False", done.stderr


# --- what goes wrong


def test_a_bug_is_shown_with_details_that_hold_no_item_text(
    qtbot: QtBot, opened: MainWindow, caplog: pytest.LogCaptureFixture
) -> None:
    try:
        raise KeyError("The parcel came late.")
    except KeyError as error:
        text = describe(KeyError, error.__traceback__)

    assert "The parcel came late." not in text
    assert "test_a_bug_is_shown" in text
    assert "Qt 6" in text


@pytest.mark.expects_warnings
def test_a_bug_while_the_window_is_open_reaches_the_dialog(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the hook that app.run sets, though what it shows is loaded with the first bug."""
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)  # pytest-qt has its own
    found: list[str] = []

    def look() -> None:
        dialogs = [widget for widget in qapp.topLevelWidgets() if isinstance(widget, CrashDialog)]
        found.extend(dialog.details.toPlainText() for dialog in dialogs)
        for dialog in dialogs:
            dialog.accept()

    with app._crash_dialog():
        sys.excepthook(ZeroDivisionError, ZeroDivisionError(), None)
        look()

    assert len(found) == 1
    assert "ZeroDivisionError" in found[0]
    assert sys.excepthook is sys.__excepthook__


@pytest.mark.expects_warnings
def test_the_crash_dialog_can_be_copied_and_closed(qtbot: QtBot, opened: MainWindow) -> None:
    show_crash(ZeroDivisionError, ZeroDivisionError(), None)
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, CrashDialog))
    dialog.copy()

    assert "ZeroDivisionError" in QApplication.clipboard().text()
    dialog.accept()


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("libEGL.so.1: cannot open shared object file: No such file or directory", "libEGL.so.1"),
        ("libxcb-cursor.so.0: cannot open shared object file: No such file or directory", "libxcb-cursor.so.0"),
    ],
)
def test_a_missing_system_library_is_named_with_the_line_that_installs_it(said: str, named: str) -> None:
    error = app.missing_library(said)

    assert named in error.message
    assert "apt-get install" in error.hint or "dnf install" in error.hint


def test_a_platform_plugin_that_cannot_be_loaded_is_a_user_error(tmp_path: Path) -> None:
    broken = tmp_path / "libqxcb.so"
    broken.write_bytes(b"not a library")

    with pytest.raises(UserError, match="cannot be shown"):
        app.check_plugin(broken)


def test_a_window_needs_a_display_on_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)

    assert not app.display_available()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert app.display_available()
