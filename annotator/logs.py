"""What may stand in a log or a crash report: no text of an item, no key, nothing of whose home folder this is."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path
from types import TracebackType

from annotator.llm.keys import scrub

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class DiscreetFormatter(logging.Formatter):
    """Writes a record without what it must not tell. Of an error that goes with it: where it happened and of what kind,
    since the words of an error may quote what was being worked on."""

    def __init__(self) -> None:
        super().__init__(FORMAT)

    def format(self, record: logging.LogRecord) -> str:
        return discreet(super().format(record))

    def formatException(self, ei: ExcInfo) -> str:
        return named(ei[0], ei[2])


def named(kind: type[BaseException] | None, where: TracebackType | None) -> str:
    """An error by its kind and the places it came through; without its words."""
    frames = traceback.extract_tb(where)
    lines = [f"  {frame.filename}, line {frame.lineno}, in {frame.name}" for frame in frames]
    title = "" if kind is None else f"{kind.__module__}.{kind.__qualname__}"
    return discreet("\n".join([title, *lines]))


def discreet(text: str) -> str:
    """Without anything that looks like a key, and with `~` for the user's home folder."""
    homes = {str(Path.home()), str(Path.home().resolve())}
    for home in sorted(homes, key=len, reverse=True):
        if len(home) > 1:  # a home at the root of everything names nobody
            for written in (home, Path(home).as_posix(), home.replace("\\", "\\\\")):
                text = text.replace(written, "~")
    return scrub(text)
