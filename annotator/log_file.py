"""The file that the window's warnings go to. Most starts have none to write, so that none loads what it takes."""

from __future__ import annotations

import logging
from functools import cached_property
from typing import TYPE_CHECKING

from annotator import paths

if TYPE_CHECKING:
    from logging.handlers import RotatingFileHandler

MOST_BYTES = 500_000


class LogFile(logging.Handler):
    """Made with the first warning; it tells nothing of items, keys, or the home folder."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)

    def emit(self, record: logging.LogRecord) -> None:
        if self._file is not None:
            self._file.emit(record)

    def close(self) -> None:
        made = self.__dict__.get("_file")
        if made is not None:
            made.close()
        super().close()

    @cached_property
    def _file(self) -> RotatingFileHandler | None:
        """None where it cannot be written, which is no reason for the window to end."""
        from logging.handlers import RotatingFileHandler

        from annotator.logs import DiscreetFormatter

        path = paths.log_file()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            made = RotatingFileHandler(path, maxBytes=MOST_BYTES, backupCount=2, encoding="utf-8")
        except OSError:
            return None
        made.setFormatter(DiscreetFormatter())
        return made
