"""What every command needs: the project file it works on, and how it tells what came of it."""

from __future__ import annotations

import json
import math
import os
import shlex
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.services import project_file
from annotator.services.project_file import Db

if TYPE_CHECKING:
    from annotator.services.prelabelling import Progress

FILE = click.Path(path_type=Path)
JSON = "--json"
as_json = click.option(JSON, "as_json", is_flag=True, help="Print one JSON object instead of sentences.")
BAR_EVERY = 0.2  # seconds


@contextmanager
def opened(path: Path, *, read_only: bool = False) -> Iterator[Db]:
    """The project at `path`, whose suffix may be left out."""
    with closing(project_file.open_project(path, read_only=read_only)) as db:
        yield db


def out(as_json: bool, content: Any, *sentences: str) -> None:
    """The result: `content` as JSON, or the sentences, of which empty ones are left out."""
    if as_json:
        click.echo(json.dumps(_finite(content), ensure_ascii=False, indent=2, default=str, allow_nan=False))
    else:
        click.echo("\n".join(line for line in sentences if line))


def say(as_json: bool) -> Callable[[str], None]:
    """Says what is going on, unless there is to be JSON only."""
    return lambda sentence: None if as_json else click.echo(sentence)


def complain(message: str, hint: str = "") -> None:
    """An error on stderr; with --json also as JSON on stdout, for a script that reads nothing else."""
    if JSON in sys.argv:
        click.echo(json.dumps({"error": message, "hint": hint}, ensure_ascii=False))
    click.echo(f"{message} {hint}".strip(), err=True)


def program() -> str:
    """How this command line is called from where the user is, for commands to copy."""
    if shutil.which("annotator"):
        return "annotator"
    script = Path(sys.executable).with_name("annotator")
    if not script.is_file():
        return f"{shlex.quote(sys.executable)} -m annotator"
    return shlex.quote(os.path.relpath(script) if script.is_relative_to(Path.cwd()) else str(script))


def items_line(what: str) -> Callable[[Progress], None]:
    """Shows how far a run is in one line that is written over, on a terminal only."""

    def show(state: Progress) -> None:
        left = "" if state.seconds_left is None else f", about {state.seconds_left:.0f} s left"
        _line(f"{what}: {state.done:,} of {state.total:,}, {state.rate:.1f} a second{left}", state.done == state.total)

    return show


def bytes_line(what: str) -> Callable[[int, int | None], None]:
    """A Report that shows how much of a file is read, in one line that is written over, on a terminal only."""
    shown = 0.0

    def report(done: int, total: int | None) -> None:
        nonlocal shown
        now = time.monotonic()
        if total and (now - shown > BAR_EVERY or done == total):
            shown = now
            _line(f"{what}: {100 * done / total:.0f} %", done == total)

    return report


def _line(text: str, last: bool) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r\033[K{text}", nl=last, err=True)


def _finite(value: Any) -> Any:
    """The value with null for NaN and infinity, for which JSON has no word."""
    if isinstance(value, dict):
        return {name: _finite(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(part) for part in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
