"""From a key press to the answer on disk and the next item painted, in a small and in a large project."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from pathlib import Path

from tests.bench.importing import MAPPING, write_items
from tests.bench.table import Row

FEW, MANY = 1_000, 1_000_000
PRESSES = 150
WARM_UP = 20


def run() -> list[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ANNOTATOR_SETTINGS"] = str(Path(folder, "settings.ini"))
        few, many = (_measure(Path(folder), count) for count in (FEW, MANY))
    ratio = statistics.median(many) / statistics.median(few)
    return [
        Row(
            f"key press to next item painted, {MANY:,} items",
            f"median {_ms(statistics.median(many))}, p95 {_ms(_p95(many))}",
            f"{FEW:,} items: median {_ms(statistics.median(few))}, p95 {_ms(_p95(few))}",
            ratio,
            "<= 1.5",
            ratio <= 1.5,
        )
    ]


def _measure(folder: Path, count: int) -> list[float]:
    """Seconds of each key press, after some to warm up."""
    from PySide6.QtCore import QEventLoop, Qt
    from PySide6.QtTest import QTest

    from annotator import app
    from annotator.services import importing, project_file
    from annotator.ui.pages.annotate import AnnotatePage
    from annotator.ui.widgets.queue_counter import QueueCounter

    question = project_file.make_question("Sentiment", "What is the sentiment?", ["good", "bad"])
    db = project_file.create(folder / f"{count}.annotator", name="bench", question=question)
    importing.import_items(db, write_items(folder / f"{count}.csv", count), mapping=MAPPING)
    mira = project_file.add_person(db, "Mira")
    db.close()
    window = app.make_window(app.application(), db.path)
    window.show()
    assert window.session is not None
    assert window.view is not None
    window.session.set_annotator(mira)
    window.view.go("annotate")
    page = window.view.page
    assert isinstance(page, AnnotatePage)
    loop = QEventLoop()
    page.item_shown.connect(lambda _: loop.quit())
    loop.exec()
    counter = page.findChild(QueueCounter)
    while window.session.summary is None or counter.progress is None:  # opening is not what is measured here
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    found = []
    for number in range(WARM_UP + PRESSES):
        started = time.perf_counter()
        QTest.keyClick(page, Qt.Key.Key_1 if number % 2 else Qt.Key.Key_2)
        loop.exec()
        page.repaint()  # paints at once, as the screen would show it
        found.append(time.perf_counter() - started)
    window.close()
    window.jobs.close()
    return found[WARM_UP:]


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def _ms(seconds: float) -> str:
    return f"{1000 * seconds:.1f} ms"
