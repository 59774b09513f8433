"""Dialogs for files and the guide: by keyboard, heard, in another language, in larger letters, from right to left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QLabel, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from annotator.services import backups
from annotator.services.backups import Reason
from annotator.ui import theme
from annotator.ui.dialogs.backups import BackupsDialog
from annotator.ui.dialogs.guide import GuideDialog
from annotator.ui.dialogs.passphrase import PassphraseDialog
from annotator.ui.dialogs.recovering import RecoverDialog
from annotator.ui.main_window import MainWindow
from tests.ui import pseudo, windows
from tests.ui.conftest import MakeProject
from tests.ui.test_accessible_dialogs import show, wrong
from tests.ui.test_care import damage
from tests.ui.test_translations_shown import Look

LARGER = 1.35
SOLID = (QAbstractButton, QLabel, QComboBox, QLineEdit)
Kind = TypeVar("Kind", bound=QDialog)
Seen = Callable[[str, QDialog], None]


def every(qtbot: QtBot, window: MainWindow, make_project: MakeProject, seen: Seen) -> None:
    """Each dialog in each of its states, with something in it."""
    path = make_project()
    assert backups.keep(path, Reason.OPENING) is not None
    window.show_backups()
    kept = dialog(qtbot, window, BackupsDialog)
    qtbot.waitUntil(lambda: kept.restore_button.isEnabled() and kept.changes.rowCount() > 0)
    look(seen, "backups", kept)

    window.recover()
    empty = dialog(qtbot, window, RecoverDialog)
    look(seen, "recover, no file", empty)
    damage(path, "label")
    window.recover(path)
    recovering = dialog(qtbot, window, RecoverDialog)
    seen("recover", recovering)
    recovering.recover()
    qtbot.waitUntil(recovering.open_button.isVisible)
    look(seen, "recovered", recovering)

    asking = PassphraseDialog("ада.annopackage", "", window)
    show(qtbot, asking)
    seen("passphrase", asking)
    asking.fields.first.setText("?!")
    look(seen, "passphrase given", asking)

    window.show_guide()
    guide = dialog(qtbot, window, GuideDialog)
    guide.text.left.emit("https://example.org/guide")
    box = dialog(qtbot, window, QMessageBox)
    look(seen, "message", box)
    look(seen, "guide", guide)


def dialog(qtbot: QtBot, window: MainWindow, kind: type[Kind]) -> Kind:
    """The one that was just opened."""
    found = window.findChildren(kind)[-1]
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    return found


def look(seen: Seen, name: str, shown: QDialog) -> None:
    seen(name, shown)
    shown.reject()


@contextmanager
def larger_letters(application: QApplication) -> Iterator[None]:
    before = application.font()
    larger = application.font()
    larger.setPointSizeF(before.pointSizeF() * LARGER)
    application.setFont(larger)
    theme.apply(application, "light")
    try:
        yield
    finally:
        application.setFont(before)
        theme.apply(application, "light")


def test_they_can_be_used_by_keyboard_alone_and_heard(qtbot: QtBot, make_project: MakeProject) -> None:
    found: dict[str, list[str]] = {}
    with windows.shown(qtbot) as window:
        every(qtbot, window, make_project, lambda name, root: found.update({name: wrong(root)}))

    assert len(found) == 8
    assert {name: rows for name, rows in found.items() if rows} == {}


def test_they_are_translated_and_have_room(qtbot: QtBot, make_project: MakeProject) -> None:
    seen = Look()
    with pseudo.spoken(), windows.shown(qtbot) as window:
        every(qtbot, window, make_project, lambda name, root: seen.at(root, name))

    assert seen.found() == []


def test_larger_letters_have_room(qtbot: QtBot, qapp: QApplication, make_project: MakeProject) -> None:
    seen = Look()
    with larger_letters(qapp), windows.shown(qtbot) as window:
        every(qtbot, window, make_project, lambda name, root: seen.at(root, name))

    assert seen.cut == {}


def test_they_are_mirrored_from_right_to_left(qtbot: QtBot, qapp: QApplication, make_project: MakeProject) -> None:
    before, after = dict[str, dict[str, QRect]](), dict[str, dict[str, QRect]]()
    with windows.shown(qtbot) as window:
        every(qtbot, window, make_project, lambda name, root: before.update({name: places(root)}))
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        with windows.shown(qtbot) as window:
            every(qtbot, window, lambda: make_project("again"), lambda name, root: after.update({name: places(root)}))
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    assert [name for name, rows in before.items() if set(rows) != set(after[name])] == []
    assert [
        f"{name}: {widget}: {area.getRect()} became {after[name][widget].getRect()}"
        for name, rows in before.items()
        for widget, area in rows.items()
        if abs(area.left() - after[name][widget].left()) > 24
    ] == []


def places(root: QWidget) -> dict[str, QRect]:
    """Where each button, label and field in sight lies, from the side where lines begin."""
    found = {}
    for widget in root.findChildren(QWidget):
        if isinstance(widget, SOLID) and widget.isVisible():
            area = QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())
            if root.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                area.moveLeft(root.width() - area.left() - area.width())
            found[f"{len(found)} {type(widget).__name__} {widget.objectName()}"] = area
    return found
