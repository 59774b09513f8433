"""How the processes that answer and ask for us are started; each lives as long as its standard input is open."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

NOTHING_MORE: Mapping[str, str] = {}
GIVES_WAY = 15  # by so much nicer: the window is served first where processors are few


def start(
    module: str, flag: str, errors: IO[bytes], *, apart: bool, environment: Mapping[str, str] = NOTHING_MORE
) -> subprocess.Popen[bytes]:
    """A child with pipes to its input and from its output.

    errors: where what it says on standard error goes. apart: Ctrl+C in a terminal is for us, and not for it.
    environment: beside ours.
    """
    # A group and not a session of its own: Linux shares its processors out between sessions first, so that a nice child
    # in another one would still get as much as all of the window.
    ways: dict[str, Any] = {"process_group": 0} if apart else {}
    if sys.platform == "win32":
        group = subprocess.CREATE_NEW_PROCESS_GROUP if apart else 0
        ways = {"creationflags": subprocess.CREATE_NO_WINDOW | group}
    # No descriptor but the three standard ones is inherited, here or by any other child: the pipe's end in this
    # process is the only one, and the child reads its end of file when this process is gone.
    return subprocess.Popen(
        command(module, flag),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        close_fds=True,
        # The last tells a built application that it is started anew, and has to find its own libraries again.
        env=os.environ | dict(environment) | {"PYINSTALLER_RESET_ENVIRONMENT": "1"},
        **ways,
    )


def give_way(thread: int = 0) -> None:
    """Let the window be served before this process, or on Linux before one thread of it, by its native id."""
    if thread:
        if sys.platform == "linux":  # elsewhere that would be another process
            with suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, thread, GIVES_WAY)
    elif hasattr(os, "nice"):
        os.nice(GIVES_WAY)


def command(module: str, flag: str) -> list[str]:
    """By this Python, or, in the built application, by the application itself, called with the flag."""
    if not getattr(sys, "frozen", False):
        return [sys.executable, "-m", module]
    program = Path(sys.executable)
    if sys.platform == "win32":
        program = program.with_name("annotator.exe")  # the one for windows has no standard input to live by
    return [str(program), flag]
