"""Killed while return files are taken back, and while one is handed back."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

from annotator.formats import package_file
from annotator.services import handing_back, packages, project_file, taking
from annotator.services.packing import Wish
from tests.projects import make_project
from tests.reliability.killing import Say, checked
from tests.services import sending

ITEMS = 60
PEOPLE = ("Ann", "Bo", "Cy")
ANSWERS = "select count(*) from annotation"


class TakingBack:
    """A return file is in the project as a whole or not at all, and taking it again makes it whole."""

    name, longest = "taking back and its undo", 0.25

    def __init__(self, folder: Path) -> None:
        with closing(make_project(folder, [f"text {n}" for n in range(ITEMS)], name="lead")) as lead:
            sent = sending.send(lead, folder / "out", Wish(to=PEOPLE, overlap=3, gold=0))
            self._template = lead.path
        self._files = []
        for name in PEOPLE:
            mine = sending.opened(sent[name], folder / name)
            sending.answer(mine, {item: "good" for item in sending.items_in(mine)})
            self._files.append(sending.hand_back(mine, folder / f"{name}{packages.RETURN_SUFFIX}"))
        self._path = folder / f"taking{project_file.SUFFIX}"

    def begin(self, number: int) -> None:
        project_file.remove(self._path)
        shutil.copyfile(self._template, self._path)

    def work(self, number: int, say: Say) -> None:
        db = project_file.open_project(self._path)
        say(0)
        for turn in range(1_000):
            for taken, path in enumerate(self._files, start=1):
                taking.take(db, [path])
                say(2 * turn * len(self._files) + taken)
            for back in range(1, len(self._files) + 1):
                taking.undo(db)
                say((2 * turn + 1) * len(self._files) + back)

    def check(self, number: int, said: list[Any]) -> None:
        with closing(checked(self._path)) as db:
            found = db.value(ANSWERS)
            assert found in {self._answers(done) for done in (said[-1], said[-1] + 1)}, f"{found} after {said[-1]}"
            while taking.redo(db):
                pass
            taking.take(db, self._files)
            assert db.value(ANSWERS) == ITEMS * len(PEOPLE), "what was taken before cannot be made whole"

    def _answers(self, done: int) -> int:
        """After so many takings and their undoing in turn."""
        turn, left = divmod(done, 2 * len(PEOPLE))
        return ITEMS * min(left, 2 * len(PEOPLE) - left)


class HandingBack:
    """A return file is always a whole one, with at least the answers that were in it when it was said to be written."""

    name, longest = "answering and handing back", 0.25

    def __init__(self, folder: Path) -> None:
        with closing(make_project(folder, [f"text {n}" for n in range(ITEMS)], name="sent")) as lead:
            sent = sending.send(lead, folder / "out", Wish(to=("Ann",), gold=0))["Ann"]
        self._template = sending.opened(sent, folder / "ann")
        self._path = self._template.with_name(f"copy{project_file.SUFFIX}")
        self._back = folder / f"back{packages.RETURN_SUFFIX}"

    def begin(self, number: int) -> None:
        project_file.remove(self._path)
        self._back.unlink(missing_ok=True)
        shutil.copyfile(self._template, self._path)

    def work(self, number: int, say: Say) -> None:
        db = project_file.open_project(self._path)
        me = sending.role_of(db).annotator_id
        say(0)
        for done in range(1, ITEMS + 1):
            sending.answer_in(db, me, f"i{done - 1}", "good")
            handing_back.hand_back(db, self._back)
            say(done)

    def check(self, number: int, said: list[Any]) -> None:
        with closing(checked(self._path)) as db:
            assert db.value(ANSWERS) in (said[-1], said[-1] + 1)
        if said[-1] == 0 and not self._back.exists():
            return
        with package_file.opened(self._back) as contents:
            assert sum(1 for _ in contents.rows("operations")) in (said[-1], said[-1] + 1)
        for left in self._back.parent.glob(".*.part"):  # which a kill cannot but leave; it is no file of ours
            left.unlink()
