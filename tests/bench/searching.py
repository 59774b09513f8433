"""The Items page on a million items: the first page of a search, and how long the UI thread is held meanwhile."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.domain.filters import Filter, Sort
from annotator.services import browsing, importing, project_file, searching
from annotator.services.project_file import Db
from tests.bench.importing import MAPPING, write_items
from tests.bench.table import Row

if TYPE_CHECKING:
    from annotator.ui.pages.items import ItemsPage

ITEMS = 1_000_000
ROUNDS = 5
# Words that stand in every item, in one of ten, in one, and in none; two words, and what begins many numbers.
WORDS = ("order", "late price", "77777", "item-5", "nowhere", "o", "7")
FRAME, FIRST = 0.050, 0.150  # seconds


def run() -> list[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ANNOTATOR_SETTINGS"] = str(Path(folder, "settings.ini"))
        db = _project(Path(folder))
        rows = [_filling(db), *_first_pages(db)]
        db.close()
        return [*rows, *_frames(db.path)]


def _project(folder: Path) -> Db:
    question = project_file.make_question("Sentiment", "What is the sentiment?", ["good", "bad"])
    db = project_file.create(folder / "many.annotator", name="bench", question=question)
    importing.import_items(db, write_items(folder / "many.csv", ITEMS), mapping=MAPPING)
    return db


def _filling(db: Db) -> Row:
    before, longest, started = _size(db), 0.0, time.perf_counter()
    left = ITEMS
    while left:
        begun = time.perf_counter()
        left = searching.step(db)
        longest = max(longest, time.perf_counter() - begun)
    seconds = time.perf_counter() - started
    grown = f"{(_size(db) - before) / 2**20:.0f} MB"
    what = f"search index of {ITEMS:,} items, once after an import"
    return Row(what, f"{seconds:.1f} s", f"{grown} on disk, longest write {1000 * longest:.0f} ms", None, "", None)


def _size(db: Db) -> int:
    db.execute("pragma wal_checkpoint(truncate)")
    return db.path.stat().st_size


def _first_pages(db: Db) -> list[Row]:
    found = []
    for typed in WORDS:
        first = [_seconds(lambda typed=typed: browsing.first_found(db, Filter(text=typed))) for _ in range(ROUNDS)]
        begun = time.perf_counter()
        number = browsing.find(db, Filter(text=typed)).size
        whole = time.perf_counter() - begun
        worst = max(first)
        what = f"first page of a search for “{typed}” in {ITEMS:,} items"
        told = f"all {number:,} in {1000 * whole:.0f} ms"
        found.append(Row(what, f"{1000 * worst:.0f} ms at most", told, None, "< 150 ms", worst < FIRST))
    return found


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _frames(path: Path) -> list[Row]:
    """How long the UI thread is held at most, by what somebody does on the page."""
    from PySide6.QtCore import QEventLoop, Qt
    from PySide6.QtTest import QTest

    from annotator import app
    from annotator.ui.pages.items import ItemsPage

    window = app.make_window(app.application(), path)
    window.resize(1280, 800)
    window.show()
    assert window.session is not None
    assert window.view is not None
    loop = QEventLoop()
    while window.session.summary is None:
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    begun = time.perf_counter()
    window.view.go("items")
    page = window.view.page
    assert isinstance(page, ItemsPage)
    while page.model.rowCount() == 0:
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    page.repaint()
    opened = time.perf_counter() - begun
    _until(page, lambda: page.model.rowCount() == ITEMS)
    rows = []

    def held(what: str, work: Callable[[], object], until: Callable[[], bool] = lambda: True) -> None:
        watch = Watch()
        work()
        _until(page, until)
        wall, own = watch.stop()
        at_work = f"{1000 * own:.0f} ms of it at work"
        name = f"UI thread held by {what}, {ITEMS:,} items"
        rows.append(Row(name, f"{1000 * wall:.0f} ms", at_work, None, "< 50 ms", wall < FRAME))

    bar = page.table.verticalScrollBar()
    held("scrolling through a million items", lambda: _scroll(page, bar.maximum()))
    held("jumping to the end", lambda: QTest.keyClick(page.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier))
    held("Ctrl+A", lambda: QTest.keyClick(page.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier))
    page.table.clearSelection()
    first = page.model.item_id(0)
    held("sorting by id", lambda: page.sort_by(Sort("id", descending=True)), lambda: page.model.item_id(0) != first)
    held("back to the order of import", lambda: page.sort_by(Sort()), lambda: page._complete)
    held("a search that finds all", lambda: page.shown(Filter(text="order")), lambda: page._complete)
    window.close()
    window.jobs.close()

    return [
        Row(
            f"Items page of {ITEMS:,} items, first rows painted",
            f"{1000 * opened:.0f} ms",
            "",
            None,
            "< 1 s",
            opened < 1,
        ),
        *rows,
    ]


class Watch:
    """The longest time for which the UI thread did not come back to its event loop."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._longest = (0.0, 0.0)  # wall clock, and what the thread worked itself
        self._last = (time.perf_counter(), time.thread_time())
        self._timer = QTimer(interval=2, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def stop(self) -> tuple[float, float]:
        """(seconds in all, seconds of them at work): both of the longest time, each by itself."""
        self._beat()
        self._timer.stop()
        return self._longest

    def _beat(self) -> None:
        now = (time.perf_counter(), time.thread_time())
        wall, own = (after - before for after, before in zip(now, self._last, strict=True))
        self._longest = (max(self._longest[0], wall), max(self._longest[1], own))
        self._last = now


def _scroll(page: ItemsPage, end: int) -> None:
    from PySide6.QtCore import QEventLoop

    loop = QEventLoop()
    for step in range(200):
        page.table.verticalScrollBar().setValue(round(end * step / 200) + step)
        loop.processEvents()


def _until(page: ItemsPage, what: Callable[[], bool]) -> None:
    from PySide6.QtCore import QEventLoop

    loop = QEventLoop()
    while not what():
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    for _ in range(20):
        loop.processEvents()
    page.repaint()
