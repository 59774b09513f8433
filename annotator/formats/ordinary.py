"""Files that somebody names or sends are read only where they are ordinary ones: a pipe keeps its reader waiting for
ever, and a device never ends."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from annotator.errors import FileProblem
from annotator.texts import say


def check(path: Path) -> None:
    """A FileProblem for a pipe, a device and the like. What is not there, or is a folder, its reader finds out."""
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise FileProblem(
            say("“{file}” is no ordinary file, but a pipe or a device.", file=path.name),
            hint=say("Save what comes out of it as a file, and choose that one."),
        )
