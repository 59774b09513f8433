"""The real window in a benchmark: opened, waited for, and watched."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.ui.main_window import MainWindow
    from annotator.ui.pages.annotate import AnnotatePage

FRAME = 0.050  # seconds that the UI thread may be held
PAUSE = 0.120  # seconds between two presses: faster than anybody labels


@contextmanager
def window(folder: Path, path: Path | None = None) -> Iterator[MainWindow]:
    """Annotator's window, shown; its settings and backups lie in `folder`."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["ANNOTATOR_SETTINGS"] = str(folder / "settings.ini")
    os.environ["XDG_DATA_HOME"] = str(folder)
    from annotator import app

    made = app.make_window(app.application(), path)
    made.resize(1280, 800)
    made.show()
    made.activateWindow()  # the collector of garbage looks at what comes to the window that has the focus
    try:
        yield made
    finally:
        made.close()
        made.jobs.close()


def wait(seconds: float) -> None:
    """Go round in the event loop for so long."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(round(1_000 * seconds), loop.quit)
    loop.exec()


def until(what: Callable[[], object]) -> None:
    """Go round in the event loop until it is so."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    beat = QTimer(interval=2)
    beat.timeout.connect(lambda: what() and loop.quit())
    beat.start()
    loop.exec()


def settle(made: MainWindow) -> None:
    """Until the project has been counted, checked and backed up: opening is not what is measured then."""
    from annotator.ui.care import Care

    assert made.session is not None
    care = made.findChild(Care)
    ended: list[object] = []
    care.checked.connect(lambda: made.jobs.on_keeping(lambda: None, owner=made, done=lambda _: ended.append(True)))
    until(lambda: ended and made.session is not None and made.session.summary is not None)


def annotate_page(made: MainWindow, name: str) -> AnnotatePage:
    """The Annotate page with an item in front of the person of this name, and its numbers."""
    from annotator.ui.pages.annotate import AnnotatePage
    from annotator.ui.widgets.queue_counter import QueueCounter

    assert made.session is not None
    assert made.view is not None
    seated: list[bool] = []
    made.session.seat(name, made, lambda: seated.append(True))
    until(lambda: seated)
    made.view.go("annotate")
    page = made.view.page
    assert isinstance(page, AnnotatePage)
    shown: list[int] = []
    page.item_shown.connect(shown.append)
    counter = page.findChild(QueueCounter)
    until(lambda: shown and counter.progress is not None)
    return page


def press_label(page: AnnotatePage, label: int) -> None:
    """Press the key of one of the first labels (0, 1, ...), as a keyboard does: in the window that has it."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    QTest.keyClick(page.window().windowHandle(), Qt.Key(Qt.Key.Key_1 + label))


class Press(NamedTuple):
    """Seconds from a key press until it is answered, its label painted as chosen, and until the answer is stored, keys
    answer the next item, and the window has painted that by itself."""

    answered: float
    next_item: float


def presses(page: AnnotatePage) -> Callable[[int], Press]:
    """Gives what presses the key of a label."""
    from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject

    class Painted(QObject):
        at = 0.0  # when first, since this was set to 0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint and not self.at:
                self.at = time.perf_counter()
            return False

    loop, label_painted, item_painted = QEventLoop(page), Painted(page), Painted(page)
    page.item_shown.connect(lambda _: loop.quit())
    page.view.item_view.viewport().installEventFilter(item_painted)

    def press(label: int) -> Press:
        button = page.view.pad.buttons()[label]
        button.installEventFilter(label_painted)
        label_painted.at = item_painted.at = 0.0
        started = time.perf_counter()
        press_label(page, label)
        loop.exec()
        shown = time.perf_counter()
        while not item_painted.at:
            QCoreApplication.processEvents()
        button.removeEventFilter(label_painted)
        return Press((label_painted.at or item_painted.at) - started, max(item_painted.at, shown) - started)

    return press


def stolen() -> float:
    """Seconds that the machine's processors were taken away by the host it is a guest of, all in all; 0 where nobody
    tells. A counter of hundredths: what is less may be missed."""
    with contextlib.suppress(OSError, IndexError, ValueError):
        return int(Path("/proc/stat").read_text(encoding="ascii").split(maxsplit=9)[8]) / 100
    return 0.0


class Held(NamedTuple):
    """Seconds for which the UI thread did not come back to its event loop, at most.

    own: while the machine was left its processors. any: at any time.
    """

    own: float
    any: float


class Watch:
    """The longest time for which the UI thread did not come back to its event loop."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._longest = Held(0.0, 0.0)
        self._last = (time.perf_counter(), stolen())
        self._timer = QTimer(interval=2, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def stop(self) -> Held:
        self._beat()
        self._timer.stop()
        return self._longest

    def _beat(self) -> None:
        now = (time.perf_counter(), stolen())
        wall, taken = (after - before for after, before in zip(now, self._last, strict=True))
        self._longest = Held(max(self._longest.own, 0.0 if taken else wall), max(self._longest.any, wall))
        self._last = now
