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

from annotator.texts import say as say_

if TYPE_CHECKING:  # what a project needs is loaded with one: the window, and the help, open without
    from annotator.services.feeding import Store
    from annotator.services.prelabelling import Progress
    from annotator.services.project_file import Db

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
def opened(path: Path, *, read_only: bool = False, or_read: bool = False) -> Iterator[Db]:
    """The project at `path`, whose suffix may be left out, at the question of --question or else the first one.

    or_read: for reading only where it may not be written, for what need not write. Whatever does need to write is
    refused in an opened package, from which only answers go back.
    """
    from annotator.services import packages, project_file

    leads = not (read_only or or_read)
    read_only = read_only or (or_read and not project_file.may_write(path))
    with closing(project_file.open_project(path, read_only=read_only)) as db, db.explaining():
        if db.in_a_fixed_place:
            said = say_("“{file}” may not be written here, so it is only read.", file=db.path.name)
            click.echo(seen(said), err=True)
        if leads:
            packages.check_lead(db)
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
        click.echo(_as_json(_finite(content), indent=2))
    else:
        click.echo(seen("\n".join(line for line in sentences if line)))


def say(as_json: bool) -> Callable[[str], None]:
    """Says what is going on, unless there is to be JSON only."""
    return lambda sentence: None if as_json else click.echo(seen(sentence))


def complain(message: str, hint: str = "") -> None:
    """An error on stderr; with --json also as JSON on stdout, for a script that reads nothing else."""
    if JSON in sys.argv:
        click.echo(_as_json({"error": message, "hint": hint}))
    click.echo(seen(f"{message} {hint}".strip()), err=True)


def seen(text: str) -> str:
    """The text without characters that would command a terminal: an item may hold them, and whoever wrote it may have
    meant them to."""
    return text.translate(_COMMANDS)


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
    from annotator.services.run_summary import reading, waiting_for

    def show(state: Progress) -> None:
        if state.waiting is not None:
            _line(waiting_for(state.waiting), last=False)
            return
        if state.reading is not None:
            _line(reading(state.reading), last=False)
            return
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


def _as_json(content: Any, indent: int | None = None) -> str:
    """Commands for a terminal are escaped, so that a script reads what is there."""
    text = json.dumps(content, ensure_ascii=False, indent=indent, default=str, allow_nan=False)
    return text.translate(_ESCAPED)


def _finite(value: Any) -> Any:
    """The value with null for NaN and infinity, for which JSON has no word."""
    if isinstance(value, dict):
        return {name: _finite(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(part) for part in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


_HALVES = range(0xD800, 0xE000)  # of characters: escapes in a stranger's file can name them, and nothing can print them
_COMMANDS = {code: "�" for code in (*range(32), *range(127, 160), *_HALVES) if chr(code) not in "\n\t"}
_ESCAPED = {code: f"\\u{code:04x}" for code in _COMMANDS if code >= 127}  # json has done the others
