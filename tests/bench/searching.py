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
from tests.bench import large
from tests.bench.importing import MAPPING, write_items
from tests.bench.large import ITEMS
from tests.bench.table import Row
from tests.bench.windows import FRAME, Watch, settle, window

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow
    from annotator.ui.pages.items import ItemsPage

INDEXED = 200_000  # items of which an index is made
ROUNDS = 5
# Words that stand in every item, in one of ten, in one, and in none; two words, and what begins many numbers.
WORDS = ("order", "late price", "77777", "item-5", "nowhere", "o", "7")
FIRST = 0.150  # seconds


def run() -> list[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ANNOTATOR_SETTINGS"] = str(Path(folder, "settings.ini"))
        rows = [_filling(Path(folder))]
        db = project_file.open_project(large.path())
        rows += _first_pages(db)
        db.close()
        return [*rows, *_frames(Path(folder), db.path)]


def _filling(folder: Path) -> Row:
    question = project_file.make_question("Sentiment", "What is the sentiment?", ["good", "bad"])
    db = project_file.create(folder / "many.annotator", name="bench", question=question)
    importing.import_items(db, write_items(folder / "many.csv", INDEXED), mapping=MAPPING)
    before, longest, started = _size(db), 0.0, time.perf_counter()
    left = INDEXED
    while left:
        begun = time.perf_counter()
        left = searching.step(db)
        longest = max(longest, time.perf_counter() - begun)
    seconds = time.perf_counter() - started
    grown = f"{(_size(db) - before) / 2**20:.0f} MB"
    what = f"search index of {INDEXED:,} items, once after an import"
    db.close()
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


def _frames(folder: Path, path: Path) -> list[Row]:
    with window(folder, path) as made:
        settle(made)
        return _frames_of(made)


def _frames_of(made: MainWindow) -> list[Row]:
    """How long the UI thread is held at most, by what somebody does on the page."""
    from PySide6.QtCore import QEventLoop, Qt
    from PySide6.QtTest import QTest

    from annotator.ui.pages.items import ItemsPage

    assert made.view is not None
    loop = QEventLoop()
    begun = time.perf_counter()
    made.view.go("items")
    page = made.view.page
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
