"""The search index of a million items: what it takes to make, and the first page of a search."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from annotator.domain.filters import Filter
from annotator.services import browsing, importing, project_file, searching
from annotator.services.project_file import Db
from tests.bench import large
from tests.bench.importing import MAPPING, write_items
from tests.bench.large import ITEMS
from tests.bench.table import Row

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
        return rows


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
