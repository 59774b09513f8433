"""Killed in the middle of what is done as a whole or not at all: imports, new projects, merging, bulk, exports."""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from typing import Any

from annotator.domain.aggregation.choose import MAJORITY
from annotator.services import bulk, creating, exporting, importing, merging, project_file
from annotator.services.bulk import Deed
from annotator.storage import posteriors
from tests.projects import crowd, make_project
from tests.reliability.killing import Say, checked

ROWS = 1_500
ITEMS = 300
COUNTS = "select (select count(*) from item), (select count(*) from annotation), (select count(*) from gold)"


class OnACopy:
    """Works on a fresh copy of one project each time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._template = self._make()
        self._path = folder / f"copy of {self._template.name}"

    def _make(self) -> Path:
        raise NotImplementedError

    def begin(self, number: int) -> None:
        project_file.remove(self._path)
        shutil.copyfile(self._template, self._path)


class Importing(OnACopy):
    """Items, answers and gold: each file is in the project as a whole, or not at all."""

    name, longest = "import", 0.35

    def _make(self) -> Path:
        db = make_project(self._folder, (), name="import")
        db.close()
        rows = "".join(f"i{n},text {n}\n" for n in range(ROWS))
        (self._folder / "items.csv").write_text(f"id,text\n{rows}", encoding="utf-8")
        answers = "".join(f"i{n},w{n % 3},{'good' if n % 2 else 'bad'}\n" for n in range(ROWS))
        (self._folder / "answers.csv").write_text(f"item,annotator,label\n{answers}", encoding="utf-8")
        known = "".join(f"i{n},good\n" for n in range(ROWS))
        (self._folder / "gold.csv").write_text(f"item,label\n{known}", encoding="utf-8")
        return db.path

    def work(self, number: int, say: Say) -> None:
        db = project_file.open_project(self._path)
        say(0)
        importing.import_items(db, self._folder / "items.csv")
        say(1)
        importing.import_labels(db, self._folder / "answers.csv")
        say(2)
        importing.import_gold(db, self._folder / "gold.csv")
        say(3)
        rest()

    def check(self, number: int, said: list[Any]) -> None:
        db = checked(self._path)
        found = db.execute(COUNTS).fetchone()
        files = db.value("select count(*) from import")
        db.close()
        allowed = [(ROWS,) * stage + (0,) * (3 - stage) for stage in range(said[-1], min(said[-1] + 2, 4))]
        assert found in allowed, f"{found} after {said[-1]}"
        assert files == sum(map(bool, found))


class Creating:
    """A project from a file is there with all its items, or there is no file of its name."""

    name, longest = "new projects from a file", 0.35

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._source = folder / "source.csv"
        self._source.write_text("id,text\n" + "".join(f"i{n},text {n}\n" for n in range(ROWS)), encoding="utf-8")
        self._into = folder

    def begin(self, number: int) -> None:
        self._into = self._folder / f"new {number}"
        self._into.mkdir()

    def work(self, number: int, say: Say) -> None:
        question = project_file.make_question("Sentiment", "What is it?", ["good", "bad"], "", "Review")
        say(0)
        for made in range(1, 1_000):
            path = self._into / f"{made}{project_file.SUFFIX}"
            creating.create_from_file(path, name="", question=question, source=self._source)
            say(made)

    def check(self, number: int, said: list[Any]) -> None:
        there = sorted(self._into.glob(f"*{project_file.SUFFIX}"))
        assert said[-1] <= len(there) <= said[-1] + 1
        for path in there[-2:]:
            db = checked(path)
            assert db.execute(COUNTS).fetchone() == (ROWS, 0, 0)
            db.close()
        shutil.rmtree(self._into)


class Merging(OnACopy):
    """The result in force is a whole one, and not older than the last that was said to be."""

    name, longest = "merging", 0.25

    def _make(self) -> Path:
        db = make_project(self._folder, [f"text {n}" for n in range(ITEMS)], name="merging")
        rng = random.Random(0)
        rows = [(f"i{n}", f"w{who}", rng.choice(("good", "bad"))) for n in range(ITEMS) for who in range(3)]
        crowd(db, self._folder, rows)
        db.close()
        return db.path

    def work(self, number: int, say: Say) -> None:
        db = project_file.open_project(self._path)
        say(0)
        while True:
            merging.merge_and_store(db, MAJORITY)
            merged = posteriors.current(db)
            assert merged is not None
            say(merged.id)

    def check(self, number: int, said: list[Any]) -> None:
        db = checked(self._path)
        merged = posteriors.current(db)
        assert (merged is None and said[-1] == 0) or (merged is not None and merged.id >= said[-1])
        if merged is not None:
            assert db.value("select count(*) from posterior where aggregation_id = ?", [merged.id]) == ITEMS
            assert db.value("select complete from aggregation where id = ?", [merged.id]) == 1
        db.close()


class Bulk(OnACopy):
    """All items of a deed have its tag, or none."""

    name, longest = "bulk actions and their undo", 0.15

    def _make(self) -> Path:
        db = make_project(self._folder, [f"text {n}" for n in range(ITEMS)], name="bulk")
        db.close()
        return db.path

    def work(self, number: int, say: Say) -> None:
        db = project_file.open_project(self._path)
        me = project_file.add_person(db, "Lead").id
        say(0)
        for turn in range(1, 10_000):
            bulk.do(db, me, Deed.TAG, range(1, ITEMS + 1), "later")
            say(2 * turn - 1)
            bulk.undo(db, me)
            say(2 * turn)

    def check(self, number: int, said: list[Any]) -> None:
        db = checked(self._path)
        found, done = db.value("select count(*) from mark"), db.value("select count(*) from op where kind = 'bulk'")
        db.close()
        assert said[-1] <= done <= said[-1] + 1
        assert found == (ITEMS if done % 2 else 0)


class Exporting(OnACopy):
    """The file is always a whole export: the one before, or the new one."""

    name, longest = "export over a file", 0.15

    def _make(self) -> Path:
        db = make_project(self._folder, [f"text {n}" for n in range(ITEMS)], name="export")
        crowd(db, self._folder, [(f"i{n}", "w", "good") for n in range(ITEMS)])
        self._target = self._folder / "labels out.csv"
        self._contents = []
        for excel in (True, False):  # two exports that can be told apart
            exporting.export(db, self._target, excel=excel)
            self._contents.append(self._target.read_bytes())
        db.close()
        return db.path

    def begin(self, number: int) -> None:
        super().begin(number)
        self._target.write_bytes(self._contents[0])

    def work(self, number: int, say: Say) -> None:
        db = project_file.open_project(self._path)
        say(0)
        for turn in range(1, 10_000):
            exporting.export(db, self._target, excel=turn % 2 == 0)
            say(turn)

    def check(self, number: int, said: list[Any]) -> None:
        checked(self._path).close()
        found = self._target.read_bytes()
        assert found in [self._contents[turn % 2] for turn in (said[-1], said[-1] + 1)]
        for left in self._folder.glob(".*.part"):  # which a kill cannot but leave; it is no export's name
            left.unlink()


def rest() -> None:
    """Until the kill."""
    import signal

    while True:
        signal.pause()
