"""Ctrl+C in the terminal from which the program was started."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from annotator.services import project_file
from tests.projects import make_project

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C cannot be sent to one process there")

# A shell lets what it starts in the background ignore Ctrl+C, and that is inherited.
HEARD = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
"""
# Says when the window is in sight, with a write that is under way.
WINDOW = """
import sys
from annotator.cli import main
from annotator.services import project_file
from annotator.ui.main_window import MainWindow

def in_sight(window):
    if window.session is not None:
        window.session.write(lambda db: project_file.add_person(db, "Ada"), owner=window)
    print("ready", flush=True)

MainWindow.load_ahead = in_sight
main()
"""
# Says when so many modules of the command have been looked for, and waits there, as on a slow disk.
LOADING = """
import sys

class Slow:
    left = {count}
    def find_spec(self, name, *about):
        Slow.begun = getattr(Slow, "begun", False) or name == "annotator.cli.program"
        Slow.left -= Slow.begun
        if Slow.begun and not Slow.left:
            print("ready", flush=True)
            sys.stdin.readline()

sys.meta_path.insert(0, Slow())
sys.argv = ["annotator", "--version"]
from annotator.cli import main
main()
"""


@contextmanager
def _program(code: str, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """Once it has said that it is ready."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    command = [sys.executable, "-c", HEARD + code, *arguments]
    with subprocess.Popen(command, env={**os.environ}, text=True, **pipes) as running:
        assert running.stdout is not None
        try:
            assert running.stdout.readline() == "ready\n"
            yield running
        finally:
            if running.poll() is None:
                running.kill()


def test_ctrl_c_in_the_terminal_closes_the_window_once_everything_is_written(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    db.close()

    with _program(WINDOW, str(db.path)) as running:
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=60)

    assert (running.returncode, said) == (130, "")
    with closing(project_file.open_project(db.path, read_only=True)) as after:
        assert "Ada" in [person.name for person in project_file.people(after)]
    assert not list(tmp_path.glob("*-wal"))  # closed, not killed


def test_ctrl_c_closes_the_start_page_too(tmp_path: Path) -> None:
    with _program(WINDOW) as running:
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=60)

    assert (running.returncode, said) == (130, "")


@pytest.mark.parametrize("count", [1, 5, 40])
def test_ctrl_c_while_the_program_loads_ends_it_without_a_traceback(count: int) -> None:
    with _program(LOADING.format(count=count)) as running:
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=60)

    assert running.returncode in (130, -signal.SIGINT)
    assert "Traceback" not in said
