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
from typing import TYPE_CHECKING, Any, TypeVar

import click

from annotator.services import project_file
from annotator.services.project_file import Db

if TYPE_CHECKING:
    from annotator.services.feeding import Store
    from annotator.services.prelabelling import Progress

T = TypeVar("T")
FILE = click.Path(path_type=Path)
JSON = "--json"
as_json = click.option(JSON, "as_json", is_flag=True, help="Print one JSON object instead of sentences.")
BAR_EVERY = 0.2  # seconds
_QUESTION = "annotator.question"  # where the context keeps what --question says


class Positive(click.FloatRange):
    """A number above 0, which NaN is not: no comparison refuses it."""

    def __init__(self) -> None:
        super().__init__(min=0, min_open=True)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        found = super().convert(value, param, ctx)
        if math.isnan(found):
            self.fail(f"{value} is not a number.", param, ctx)
        return found


@contextmanager
def opened(path: Path, *, read_only: bool = False) -> Iterator[Db]:
    """The project at `path`, whose suffix may be left out, at the question of --question or else the first one."""
    with closing(project_file.open_project(path, read_only=read_only)) as db:
        name = asked_question()
        if name is not None:
            project_file.look_at(db, name)
        yield db


def asked_question() -> str | None:
    """What --question says, None without it."""
    ctx = click.get_current_context(silent=True)
    found: str | None = None if ctx is None else ctx.meta.get(_QUESTION)
    return found


def with_question(command: click.Command) -> click.Command:
    """The command, and those below it, with --question where it works on a project's answers."""
    if isinstance(command, click.Group):
        for below in command.commands.values():
            with_question(below)
    names = {parameter.name for parameter in command.params}
    if "project" in names and "question" not in names:
        places = [place for place, each in enumerate(command.params) if each.name == "as_json"]
        command.params.insert(places[0] if places else len(command.params), _question_option())
    return command


def _question_option() -> click.Option:
    def keep(ctx: click.Context, option: click.Parameter, value: str | None) -> None:
        ctx.meta[_QUESTION] = value

    text = "Which question this is about.  [default: the first]"
    return click.Option(["--question"], metavar="NAME", help=text, expose_value=False, callback=keep)


def direct(db: Db) -> Store:
    """Work on the project in place: without a window there is only one thread."""

    async def store(work: Callable[[Db], T]) -> T:
        return work(db)

    return store


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
    script = Path(sys.executable)
    if not getattr(sys, "frozen", False):
        script = script.with_name("annotator")
    if not script.is_file():
        return f"{shlex.quote(sys.executable)} -m annotator"
    return shlex.quote(os.path.relpath(script) if script.is_relative_to(Path.cwd()) else str(script))


def items_line(what: str) -> Callable[[Progress], None]:
    """Shows how far a run is in one line that is written over, on a terminal only."""

    def show(state: Progress) -> None:
        left = "" if state.seconds_left is None else f", about {state.seconds_left:.0f} s left"
        _line(f"{what}: {state.done:,} of {state.total:,}, {state.rate:.1f} a second{left}", state.done == state.total)

    return show


def agents_line() -> Callable[[int, Progress], None]:
    """Shows how far each of several agents is, by its place, in one line, on a terminal only."""
    states: dict[int, Progress] = {}

    def show(place: int, state: Progress) -> None:
        states[place] = state
        far = ", ".join(f"{states[at].done:,} of {states[at].total:,}" for at in sorted(states))
        _line(f"Answers: {far}", all(each.done == each.total for each in states.values()))

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
