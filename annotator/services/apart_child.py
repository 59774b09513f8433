"""The process of `apart`: does one thing with a project that it only reads, and lives until its standard input ends."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import IO, Any

from numpy.typing import NDArray

from annotator import children
from annotator.domain.model import Report
from annotator.errors import Cancelled, UserError
from annotator.services import apart, exporting, merging, parcels, project_file
from annotator.services.parcels import Parcel

TELLS_EVERY = 0.1  # seconds


def main() -> None:
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    children.give_way()
    asked = parcels.receive(sys.stdin.buffer)
    if asked is not None:
        work = Work(asked, out)
        for beside in (work.watch, work.tell):
            threading.Thread(target=beside, daemon=True).start()
        work.do()
    os._exit(0)  # nothing is left to be done, and libraries would take their time


class Work:
    """What was asked for, while it is done."""

    def __init__(self, asked: Parcel, out: IO[bytes]) -> None:
        self._asked = asked
        self._out = out
        self._progress: tuple[int, int | None] = (0, None)
        self._unwanted, self._ended = threading.Event(), threading.Event()
        self._sending = threading.Lock()

    def do(self) -> None:
        try:
            answer = _answer(self._asked, self._report)
        except Cancelled:
            return
        except UserError:  # met again by who asked, who tells it in the language of the window
            answer = Parcel({"failed": ""}, {})
        except Exception as error:  # noqa: BLE001 - as above
            answer = Parcel({"failed": type(error).__name__}, {})
        self._ended.set()
        self._send(*answer)

    def tell(self) -> None:
        """How far it is, several times a second."""
        while not self._ended.is_set():
            self._send({"progress": self._progress})
            self._ended.wait(TELLS_EVERY)

    def watch(self) -> None:
        """Whether it is still wanted. Nothing is left behind: a half-written file is taken away first."""
        sys.stdin.buffer.read()
        self._unwanted.set()
        if self._asked.said["do"] != "export":
            os._exit(0)

    def _report(self, done: int, total: int | None) -> None:
        if self._unwanted.is_set():
            raise Cancelled
        self._progress = done, total

    def _send(self, said: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]] | None = None) -> None:
        with self._sending, suppress(OSError):  # who asked has ended: `watch` sees that too
            parcels.send(self._out, said, arrays)


def _answer(asked: Parcel, report: Report) -> Parcel:
    said: dict[str, Any] = asked.said
    with closing(project_file.open_project(Path(said["project"]), read_only=True)) as db:
        db.question_id = said["question_id"]
        with db.snapshot():
            if said["do"] == "merge":
                return apart.packed(merging.merge(db, said["method"], report))
            only = asked.arrays["only"].tolist() if "only" in asked.arrays else None
            written = exporting.export(db, Path(said["path"]), only=only, report=report, **said["options"])
    told = {field: getattr(written, field) for field in ("rows", "expected", "sources", "routes")}
    return Parcel(told, {})


if __name__ == "__main__":
    main()
