"""Killed while a project of an earlier format is opened: during its backup, during its migration, and after it."""

from __future__ import annotations

import os
import random
import shutil
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from annotator.services import backups, merging, project_file
from annotator.services.backups import Reason
from annotator.storage import database, migrations
from tests import later_format
from tests.later_format import LATER
from tests.projects import crowd, make_project
from tests.reliability.killing import Say, checked
from tests.reliability.whole_work import OnACopy, rest

ITEMS = 2_000


class Migrating(OnACopy):
    """The project has the old format as a whole or the new one as a whole, and a backup of the old one before that.

    The later format is made up: so far there is one format only.
    """

    name = "migration to a later format"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.begin(0)
        began = time.monotonic()
        with later_format.known():
            project_file.open_project(self._path).close()
        self.longest = 1.3 * (time.monotonic() - began)  # on a busy machine too some of the kills come at its end

    def _make(self) -> Path:
        db = make_project(self._folder, [f"text {n} " + "word " * (n % 60) for n in range(ITEMS)], name="earlier")
        rng = random.Random(0)
        crowd(db, self._folder, [(f"i{n}", f"w{n % 3}", rng.choice(("good", "bad"))) for n in range(ITEMS)])
        with db.atomic():
            db.execute("update annotation set comment = 'it says ' || item_id where item_id % 7 = 0")
        merging.merge_and_store(db)
        db.close()
        self._format, self._old = later_format.contents(db.path)
        self._new = later_format.migrated(self._old)
        return db.path

    def begin(self, number: int) -> None:
        super().begin(number)
        self._at_home()
        shutil.rmtree(backups.folder_of(self._path), ignore_errors=True)

    def work(self, number: int, say: Say) -> None:
        self._at_home()
        with later_format.known():
            say("begun")
            project_file.open_project(self._path)
            say("open")
            rest()

    def check(self, number: int, said: list[Any]) -> None:
        found = self._whole(opened=said[-1] == "open")
        if found == migrations.FORMAT:
            checked(self._path).close()  # also by the program that knows no other
        with later_format.known():
            checked(self._path).close()
        assert self._whole(opened=True) == LATER
        (kept,) = {each.reason for each in backups.of(self._path)}
        assert kept is Reason.MIGRATION

    def _whole(self, *, opened: bool) -> int:
        """The format of the file, which is a whole one, as is each backup."""
        with later_format.known():
            found, rows = later_format.contents(self._path)
            assert found in ({LATER} if opened else {self._format, LATER}), f"the format is {found}"
            assert rows == (self._new if found == LATER else self._old), (
                f"rows of format {found} are not what they were"
            )
            kept = backups.of(self._path)
            assert kept or found == self._format, "there is no backup"
            for each in kept:
                assert later_format.contents(each.path) == (self._format, self._old), "a backup is not whole"
                with closing(database.open_as_it_is(each.path)) as copy:
                    assert copy.value("pragma integrity_check") == "ok"
        return found

    def _at_home(self) -> None:
        """Backups go to the user's folder, which is to be one of ours."""
        for variable in ("HOME", "XDG_DATA_HOME", "LOCALAPPDATA"):
            os.environ[variable] = str(self._folder / "home")
