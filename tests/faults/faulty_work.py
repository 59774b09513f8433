"""A session as the window has it, driven line by line from outside while its disk misbehaves.

Usage: faulty_work.py PROJECT NAME. Reads commands, says what came of each in one line of JSON.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEventLoop

from annotator.errors import UserError
from annotator.services import annotating, backups, merging, overview, project_file
from annotator.services.backups import Reason
from annotator.services.project_file import Db
from annotator.ui.jobs import JobRunner
from annotator.ui.session import Session
from annotator.ui.settings import Settings


class Work:
    """Each command hands work in as a page does, and waits for what the page would show."""

    def __init__(self, path: Path, name: str) -> None:
        self._jobs = JobRunner()
        self._jobs.open(path)
        self.session = Session(self._jobs, Settings(), self._jobs)
        self._name = name
        self.told: list[str] = []
        self.session.told.connect(lambda text, level: self.told.append(text))

    def answer(self) -> dict[str, Any]:
        """Answer the next item: {"item", "label"} once it is saved."""

        def write(db: Db) -> dict[str, Any]:
            me = project_file.add_person(db, self._name).id
            turn = annotating.next_turn(db, me)
            assert turn is not None
            label = project_file.question(db).labels[turn.item.id % 2].id
            annotating.answer(db, me, turn, label, seconds=0.1)
            return {"item": turn.item.id, "label": label}

        return self._wait(lambda **then: self.session.write(write, owner=self.session, **then))

    def undo(self) -> dict[str, Any]:
        def write(db: Db) -> dict[str, Any]:
            undone = annotating.undo(db, project_file.add_person(db, self._name).id)
            return {"undone": undone is not None}

        return self._wait(lambda **then: self.session.write(write, owner=self.session, **then))

    def count(self) -> dict[str, Any]:
        """Read on another thread, as the overview does."""
        return self._wait(
            lambda **then: self.session.compute(
                lambda db: {"items": overview.summary(db).items}, owner=self.session, **then
            )
        )

    def merge(self) -> dict[str, Any]:
        return self._wait(
            lambda **then: self.session.write(
                lambda db: {"items": merging.merge_and_store(db).items}, owner=self.session, **then
            )
        )

    def keep(self) -> dict[str, Any]:
        return self._wait(
            lambda **then: self._jobs.on_keeping(
                lambda: {"kept": backups.keep(self.session.path, Reason.HOUR) is not None}, owner=self.session, **then
            )
        )

    def close(self) -> dict[str, Any]:
        self._jobs.close()
        return {"closed": True}

    def _wait(self, hand_in: Callable[..., object]) -> dict[str, Any]:
        loop, outcome = QEventLoop(), {}

        def done(result: dict[str, Any]) -> None:
            outcome.update(result)
            loop.quit()

        def failed(error: UserError) -> None:
            outcome.update(told=error.message, hint=error.hint)
            loop.quit()

        hand_in(done=done, failed=failed)
        loop.exec()
        return outcome


def main() -> None:
    app = QCoreApplication([])
    sys.excepthook = lambda kind, error, trace: (say(bug=f"{kind.__name__}: {error}"), app.exit(1), sys.exit(1))
    try:
        work = Work(Path(sys.argv[1]), sys.argv[2])
    except UserError as error:
        say(told=error.message, hint=error.hint)
        return
    say(open=True)
    for line in sys.stdin:
        say(**getattr(work, line.strip())())


def say(**content: object) -> None:
    sys.stdout.write(json.dumps(content) + "\n")
    sys.stdout.flush()


main()
