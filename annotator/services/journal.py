"""Paid replies on their way into the project, written down as they come in a file beside it: a program that is killed
before they are saved finds them there when the agent goes on, and does not pay for them again."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from annotator.services import replies, run_records
from annotator.services.replies import Answered
from annotator.services.run_records import Begun
from annotator.storage import calls
from annotator.storage.calls import Call
from annotator.storage.database import Db


class Journal:
    """The file is there only while something is at stake. Where it cannot be written, the run goes on without."""

    def __init__(self, path: Path, version: int) -> None:
        """version: of the question, since replies to an earlier one are not answers to the later."""
        self._path, self._version = path, version
        self._file: BinaryIO | None = None
        with contextlib.suppress(OSError):
            # Not buffered: what is written outlives this process, however it ends.
            self._file = path.open("ab", buffering=0)

    def note(self, answered: Answered) -> None:
        """Write down what has come; only what was paid for and answered."""
        if self._file is not None and answered.annotation is not None and answered.call.requests:
            with contextlib.suppress(OSError):
                self._file.write(_line(answered.call, self._version))

    def keep(self, unsaved: Iterable[Answered]) -> None:
        """All but these has been saved."""
        if self._file is None:
            return
        with contextlib.suppress(OSError):
            self._file.truncate(0)
        for answered in unsaved:
            self.note(answered)

    def close(self) -> None:
        """Nothing is left behind unless something could not be saved."""
        if self._file is None:
            return
        with contextlib.suppress(OSError):
            self._file.close()
            if not self._path.stat().st_size:
                self._path.unlink()


def take_up(db: Db, begun: Begun) -> tuple[Begun, Journal]:
    """Save what the agent's last run had been answered when it was killed; the run without these items, and its own
    journal."""
    path = db.path.with_name(f"{db.path.name}-{begun.agent.uid}-{begun.question.id}")
    version, wanted = begun.question.version, set(begun.item_ids)
    # By item: a file may hold a reply twice, and some that were saved just before the end.
    found = {call.item_id: call._replace(run_id=begun.run.id) for call in _read(path, version)}
    batch = [replies.read_back(call) for item_id, call in found.items() if item_id in wanted]
    if batch:
        run_records.save(db, begun, batch, 0.0)
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)
    left = [item_id for item_id in begun.item_ids if item_id not in found]
    return replace(begun, item_ids=left), Journal(path, version)


def _line(call: Call, version: int) -> bytes:
    return json.dumps([version, *calls.to_row(call)]).encode() + b"\n"


def _read(path: Path, version: int) -> list[Call]:
    """What stands in the file about this version of the question; lines that were cut off do not count."""
    try:
        lines = path.read_bytes().splitlines()
    except OSError:
        return []
    found = []
    for line in lines:
        with contextlib.suppress(ValueError):  # cut off, by the end or by a full disk
            of_version, *row = json.loads(line)
            found += [calls.from_row(tuple(row))] if of_version == version else []
    return found
