"""How the processes that answer and ask for us are started; each lives as long as its standard input is open."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

NOTHING_MORE: Mapping[str, str] = {}


def start(
    module: str, flag: str, errors: IO[bytes], *, apart: bool, environment: Mapping[str, str] = NOTHING_MORE
) -> subprocess.Popen[bytes]:
    """A child with pipes to its input and from its output.

    errors: where what it says on standard error goes. apart: Ctrl+C in a terminal is for us, and not for it.
    environment: beside ours.
    """
    ways: dict[str, Any] = {"start_new_session": apart}
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


def command(module: str, flag: str) -> list[str]:
    """By this Python, or, in the built application, by the application itself, called with the flag."""
    if not getattr(sys, "frozen", False):
        return [sys.executable, "-m", module]
    program = Path(sys.executable)
    if sys.platform == "win32":
        program = program.with_name("annotator.exe")  # the one for windows has no standard input to live by
    return [str(program), flag]
