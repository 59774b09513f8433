"""The Items page with 1,000,000 items: how soon it shows them, and how long a frame takes while they are scrolled,
sorted, searched and jumped through."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench import large
from tests.bench.table import Row
from tests.bench.windows import FRAME, Watch, settle, until, window

if TYPE_CHECKING:
    from annotator.ui.pages.items import ItemsPage

STEPS = 100  # turns of the wheel, presses of a key
FIRST = 1.0  # seconds
SORTS = ("id", "probability", "entropy")


def run() -> list[Row]:
    with items_page(large.path()) as (page, seconds):
        opened = Row(
            f"Items page of {large.ITEMS:,} items, first rows painted",
            f"{1000 * seconds:.0f} ms",
            "",
            None,
            f"< {FIRST:.0f} s",
            seconds < FIRST,
        )
        return [opened, *(_row(page, what, deed) for what, deed in deeds(page).items())]


@contextmanager
def items_page(path: Path) -> Iterator[tuple[ItemsPage, float]]:
    """The page, once all items are listed and nothing is read any more, and the seconds to its first rows."""
    with tempfile.TemporaryDirectory() as name, window(Path(name), path) as made:
        settle(made)
        assert made.view is not None
        begun = time.perf_counter()
        made.view.go("items")
        page: Any = made.view.page
        until(page.model.rowCount)
        page.repaint()
        seconds = time.perf_counter() - begun
        until(lambda: page._complete)
        _quiet(page)
        yield page, seconds


def deeds(page: ItemsPage) -> dict[str, Callable[[], None]]:
    """What somebody does there, each until everything has come."""
    return {
        "scrolling by the wheel": lambda: _wheel(page),
        "paging down": lambda: _keys(page, "PageDown"),
        "dragging the bar through all rows": lambda: _drag(page),
        "jumping to the end and back": lambda: _jump(page),
        **{f"sorting by {by}": lambda by=by: _sort(page, by) for by in SORTS},  # type: ignore[misc]
        "selecting all items": lambda: _select(page),
        "a search that finds all": lambda: _search(page),
    }


def _row(page: ItemsPage, what: str, deed: Callable[[], None]) -> Row:
    _at_hand(page)
    watch = Watch()
    deed()
    held = watch.stop()
    return Row(
        f"UI thread held: {what}, {large.ITEMS:,} items",
        f"{1000 * held.own:.0f} ms",
        f"with the processors taken away meanwhile: {1000 * held.any:.0f} ms",
        None,
        f"< {1000 * FRAME:.0f} ms",
        held.own < FRAME,
    )


def _wheel(page: ItemsPage) -> None:
    bar = page.table.verticalScrollBar()
    for _ in range(STEPS):
        _at_hand(page)
        bar.setValue(bar.value() + 3 * page.table.rowHeight(0))
        _painted()


def _at_hand(page: ItemsPage) -> None:
    """The mouse moves: somebody is at work, so garbage that takes long to look through is left for later."""
    from PySide6.QtCore import QPoint
    from PySide6.QtTest import QTest

    window = page.window().windowHandle()
    assert window is not None
    QTest.mouseMove(window, QPoint(600, 400))


def _keys(page: ItemsPage, key: str) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    for _ in range(STEPS):
        _at_hand(page)
        QTest.keyClick(page.table, getattr(Qt.Key, f"Key_{key}"))
        _painted()
    _quiet(page)


def _drag(page: ItemsPage) -> None:
    bar = page.table.verticalScrollBar()
    for step in range(STEPS):
        _at_hand(page)
        bar.setValue(bar.maximum() * step // STEPS)
        _painted()


def _jump(page: ItemsPage) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    for key in (Qt.Key.Key_End, Qt.Key.Key_Home):
        QTest.keyClick(page.table, key, Qt.KeyboardModifier.ControlModifier)
        _at_hand(page)
        _painted()
        _quiet(page)


def _sort(page: ItemsPage, by: str) -> None:
    from annotator.domain.filters import Sort

    _at_hand(page)
    page.sort_by(Sort(by))
    until(lambda: page._complete)
    _quiet(page)


def _search(page: ItemsPage) -> None:
    from annotator.domain.filters import Filter

    page.shown(Filter(text="order"))
    until(lambda: page._complete)
    _quiet(page)


def _select(page: ItemsPage) -> None:
    page.table.selectAll()
    _painted()
    page.table.clearSelection()
    _painted()


def _painted() -> None:
    """A turn of the event loop and what it paints."""
    from PySide6.QtCore import QTimer

    seen: list[bool] = []
    QTimer.singleShot(15, lambda: seen.append(True))
    until(lambda: seen)


def _quiet(page: ItemsPage) -> None:
    """Until the detail pane and the histogram have come, too."""
    until(lambda: all(job.finished for job in page.finding._jobs))
    _painted()
    _painted()
    _painted()


if __name__ == "__main__":
    for row in run():
        sys.stdout.write(f"{row}\n")
