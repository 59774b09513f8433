"""Opening the window: empty, on a project, or on the sample that `demo` makes."""

from __future__ import annotations

from pathlib import Path

import click

from annotator import paths
from annotator.cli.terminal import FILE, as_json, items_line, out, program, say


def show(project: Path | None) -> int:
    """Open the window and wait until it is closed; returns the exit code."""
    from annotator import app

    if project is None:
        return app.run(None)
    from annotator.services import project_file

    return app.run(project_file.existing(project))


@click.command("open", hidden=True)
@click.argument("project", type=FILE)
def open_window(project: Path) -> None:
    """Open the window on a project."""
    click.get_current_context().exit(show(project))


@click.command(short_help="See it work on a sample project.")
@click.option("--headless", is_flag=True, help="Do the same without a window, and print a summary.")
@click.option("--dir", "folder", type=FILE, default=None, help="Where the sample project goes.")
@as_json
def demo(headless: bool, folder: Path | None, as_json: bool) -> None:
    """Make the sample project, pre-label it with the built-in LLM, and open it."""
    from annotator import app
    from annotator.services import demo

    shown = not headless and not as_json and app.display_available()
    if not shown and not headless and not as_json:
        click.echo("There is no display here, so the same is done without a window.", err=True)
    if shown:
        app.check_qt()  # before the work, not after it
        folder = folder or paths.documents()  # where the start page looks for the sample, too
    made = demo.make(folder, items_line("Pre-labelling"), say(as_json))
    if shown:
        click.get_current_context().exit(show(made.project))
    finished = demo.finish(made)
    out(as_json, finished.as_dict(), *finished.sentences(program()))
