"""Starts the window: checks that Qt can run, dresses the application, shows the window, waits."""

from __future__ import annotations

import builtins
import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from annotator import paths
from annotator.errors import UserError

if TYPE_CHECKING:  # Qt is imported only after it was checked that it can be
    from types import TracebackType

    from PySide6.QtWidgets import QApplication

    from annotator.ui.interrupts import Interrupts
    from annotator.ui.main_window import MainWindow

APT = (
    "sudo apt-get install libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libxcb-cursor0 libxcb-icccm4"
    " libxcb-keysyms1 libxcb-image0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libxcb-xkb1 libxkbcommon-x11-0"
)
DNF = (
    "sudo dnf install mesa-libEGL mesa-libGL libxkbcommon libxkbcommon-x11 dbus-libs fontconfig xcb-util-cursor"
    " xcb-util-wm xcb-util-keysyms xcb-util-image xcb-util-renderutil"
)
ICON_SIZES = (16, 32, 48, 128, 256)  # pixels
PAINTED = 50  # ms after it is shown, when a window has surely been painted

_plain_import = builtins.__import__


def run(path: Path | None = None) -> int:
    """Show the window, with the project or package at `path` or the start page, until it is closed.

    Returns the exit code; Ctrl+C in the terminal closes it as a person would.

    UserError when Qt cannot start here; it says which line installs what is missing.
    """
    with _uncollected():
        check_qt()
        from annotator.ui.interrupts import Interrupts

    with _log_file(), Interrupts() as interrupts:
        app = application()
        with _crash_dialog():
            try:
                return _until_closed(app, path, interrupts)
            finally:
                _fall_silent()
                gc.collect()  # an icon in what is left of the window must not outlive Qt: freeing it would crash


def display_available() -> bool:
    """Whether a window could be shown at all."""
    if os.environ.get("QT_QPA_PLATFORM") or not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def check_qt() -> None:
    """UserError when a system library is missing that Qt needs; Qt itself would abort without a word on the remedy."""
    try:
        import PySide6
        from PySide6 import QtWidgets  # noqa: F401
    except ImportError as error:
        raise missing_library(str(error)) from error
    if not display_available():  # Qt would abort, and blame a library for it
        raise UserError(
            "There is no display to show the window on.",
            hint="Start it in a desktop session, or use the commands: annotator --help.",
        )
    x11 = os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY")
    if sys.platform.startswith("linux") and x11 and not os.environ.get("QT_QPA_PLATFORM"):
        check_plugin(Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so")


def check_plugin(plugin: Path) -> None:
    """UserError when the plugin exists but cannot be loaded for want of a library."""
    import ctypes

    if not plugin.exists():
        return
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        raise missing_library(str(error)) from error


def missing_library(said: str) -> UserError:
    """`said`: what the loader said, such as "libEGL.so.1: cannot open shared object file"."""
    library = said.partition(":")[0].strip() if ".so" in said.partition(":")[0] else ""
    what = f"the system library {library} is missing" if library else said
    hint = f"Install what Qt needs, then try again: {_install_line()}"
    return UserError(f"The window cannot be shown: {what}.", hint=f"{hint}. The command line works without it.")


def application() -> QApplication:
    """The one QApplication, dressed as the settings say and following the system's colours."""
    with _uncollected():
        from PySide6 import QtWidgets  # noqa: F401

        # PySide6 reads the source of every module that is imported after it, in search of a switch that we do not use.
        builtins.__import__ = _plain_import
        return _dressed()


def _dressed() -> QApplication:
    from PySide6.QtWidgets import QApplication

    from annotator.ui import language, theme
    from annotator.ui.settings import Settings

    _keep_locks()
    # The style is named so, not by `setStyle`, whose class in Python takes as long to make as a page.
    app = QApplication.instance() or _kind()([*sys.argv[:1], "-style", "fusion"])
    if not isinstance(app, QApplication):
        raise RuntimeError("another kind of Qt application runs in this process")
    app.setApplicationName(paths.APP)
    app.setApplicationDisplayName(paths.APP)
    app.setDesktopFileName("annotator")
    settings = Settings()
    language.install(settings.language)
    theme.apply(app, settings.scheme)
    return app


def _kind() -> type[QApplication]:
    """Elsewhere than on a Mac, the file that the system wants to be opened is an argument of the program."""
    if sys.platform == "darwin":
        from annotator.ui.application import Application

        return Application
    from PySide6.QtWidgets import QApplication

    return QApplication


def _keep_locks() -> None:
    """Keep file dialogs from looking into files, which outside Windows would end SQLite's locks on the open project:
    other programs would then delete what is saved beside it. Qt's dialogs know our files by their names; those of GTK
    cannot be told, and run in this process too."""
    from PySide6.QtCore import QCoreApplication, Qt

    if not sys.platform.startswith("linux"):  # the dialogs of macOS run in a process of their own
        return
    ours = str(paths.resource("types"))
    known = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    if ours not in known.split(os.pathsep):
        os.environ["XDG_DATA_DIRS"] = os.pathsep.join((known, ours))
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)


def set_icon(app: QApplication) -> None:
    """Give the windows the icon that packaging/icon.py renders. Its pictures are read when somebody shows them."""
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QIcon

    icon = QIcon()
    for size in ICON_SIZES:
        icon.addFile(str(paths.resource("icon", f"annotator-{size}.png")), QSize(size, size))
    app.setWindowIcon(icon)


def make_window(app: QApplication, path: Path | None = None) -> MainWindow:
    """The window, not shown yet, with the project at `path` open if there is one and it can be; a package follows."""
    with _uncollected():
        from annotator.ui.garbage import Collector

        window = _empty_window()
    Collector(window)
    app.styleHints().colorSchemeChanged.connect(window.apply_scheme)
    asked = getattr(app, "asked_to_open", None)  # on a Mac
    if asked is not None:
        asked.connect(lambda name: window.open_file(Path(name)))
    if path is not None:
        window.open_file(path)
    return window


def _empty_window() -> MainWindow:
    from annotator.ui.jobs import JobRunner
    from annotator.ui.main_window import MainWindow
    from annotator.ui.settings import Settings

    settings = Settings()
    window = MainWindow(JobRunner(), settings)
    settings.setParent(window)
    window.jobs.setParent(window)
    return window


@contextmanager
def _uncollected() -> Iterator[None]:
    """Nothing that is loaded at the start is garbage; looking for it would keep the window waiting."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()  # else all of it is looked at as soon as Python's collector is on again
            gc.enable()


def _until_closed(app: QApplication, path: Path | None, interrupts: Interrupts) -> int:
    import shiboken6
    from PySide6.QtCore import QTimer

    window = make_window(app, path)
    window.show()
    QTimer.singleShot(0, lambda: set_icon(app))  # looking for Qt's readers of pictures would keep the window waiting
    QTimer.singleShot(PAINTED, window.load_ahead)
    interrupts.call(window.close)
    try:
        return app.exec() or interrupts.code
    finally:
        window.jobs.close()  # for a quit that asked no window
        shiboken6.delete(window)  # before Qt goes, while Python is still whole


def _fall_silent() -> None:
    from annotator.ui import language

    language.uninstall()


@contextmanager
def _log_file() -> Iterator[None]:
    """Warnings of ours go to a file."""
    import logging

    from annotator.log_file import LogFile

    logger, file = logging.getLogger("annotator"), LogFile()
    logger.addHandler(file)
    try:
        yield
    finally:
        logger.removeHandler(file)
        file.close()


@contextmanager
def _crash_dialog() -> Iterator[None]:
    """Bugs are shown and logged instead of lost. A hook that somebody else has set, such as a debugger's, is kept."""
    if sys.excepthook is not sys.__excepthook__:
        yield
        return
    sys.excepthook = _show_crash
    try:
        yield
    finally:
        sys.excepthook = sys.__excepthook__


def _show_crash(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
    from annotator.ui.dialogs.crash import show_crash  # loaded beside the window

    show_crash(kind, error, where)


def _install_line() -> str:
    import platform

    try:
        about = platform.freedesktop_os_release()
    except OSError:
        about = {}
    family = f"{about.get('ID', '')} {about.get('ID_LIKE', '')}"
    if "fedora" in family or "rhel" in family:
        return DNF
    return APT if "debian" in family or "ubuntu" in family else f"{APT} (Debian, Ubuntu) or {DNF} (Fedora)"
