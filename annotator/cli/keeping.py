"""`check`, `backups` and `recover`: whether a project file is sound, and what to do when it is not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from annotator.cli.terminal import FILE, as_json, bytes_line, out
from annotator.errors import UserError
from annotator.services import backups as backups_
from annotator.services import project_file, putting_back, recovering
from annotator.services.backups import Backup, Reason
from annotator.services.putting_back import Difference
from annotator.texts import say


@click.command(short_help="Is the project file sound?")
@click.argument("project", type=FILE)
@as_json
def check(project: Path, as_json: bool) -> None:
    """Whether every page, reference and row of the log of a project file is sound. Exits with 1 when not."""
    found = project_file.problems(project)
    sentences = found or [say("“{name}” is sound.", name=project_file.existing(project).name)]
    advice = say("Go back to a backup, or recover what can be read into a new file.") if found else ""
    out(as_json, {"sound": not found, "problems": found}, *sentences, advice)
    if found:
        click.get_current_context().exit(1)


@click.command(short_help="List, make or put back backups.")
@click.argument("project", type=FILE)
@click.option("--restore", type=int, metavar="N", help="Put backup N back; the project of now is kept as a backup.")
@click.option("--to", type=FILE, metavar="FILE", help="With --restore: as a new project; this one stays as it is.")
@click.option("--preview", type=int, metavar="N", help="What putting backup N back would change.")
@click.option("--make", is_flag=True, help="Make one now, unless nothing has changed since the last one.")
@click.option("--keep-within", type=click.IntRange(0), metavar="MB", help="How much they take a project; 0: none.")
@as_json
def backups(
    project: Path,
    restore: int | None,
    to: Path | None,
    preview: int | None,
    make: bool,
    keep_within: int | None,
    as_json: bool,
) -> None:
    """The backups of a project, the latest first.

    They are made by themselves: when it is opened in the window, every hour of use, and before merging,
    taking files, changing labels by command and what is done to many items.
    The project file may be gone: its backups are found by its place.
    """
    project = project_file.existing(project)
    if not project.suffix and not project.exists():  # its backups are found by its place, where it is gone
        project = project_file.with_suffix(project)
    if to is not None and restore is None:
        raise click.UsageError("--to goes with --restore.")
    if keep_within is not None:
        backups_.set_limit(keep_within)
    if make:
        backups_.keep(project, Reason.WISH)
    if preview is not None:
        rows = putting_back.preview(project, backups_.named(project, preview))
        lines = [_difference(row) for row in rows if row.changes]
        out(as_json, [row.as_dict() for row in rows], *(lines or [say("Nothing would change.")]))
    elif restore is not None:
        _restore(project, restore, to, as_json)
    else:
        found = backups_.of(project)
        if not found and not project.is_file():
            _refuse(project)
        _list(found, as_json)


@click.command(short_help="Save what can be read of a damaged project.")
@click.argument("file", type=FILE)
@click.option("--to", type=FILE, required=True, metavar="NEW", help="The new project.")
@as_json
def recover(file: Path, to: Path, as_json: bool) -> None:
    """Save what can be read of a damaged project file as a new project, and list what could not be.

    FILE stays as it is, and nothing in it is run. Close it first where it is open.
    """
    source = project_file.existing(file)
    done = recovering.recover(source, project_file.with_suffix(to), bytes_line(say("Reading")))
    out(as_json, done.as_dict(), done.sentence, *done.lost)


def _restore(project: Path, number: int, to: Path | None, as_json: bool) -> None:
    backup = backups_.named(project, number)
    if to is None:
        done = putting_back.restore(project, backup, bytes_line(say("Putting back")))
    else:
        done = putting_back.restore_to(backup, project_file.with_suffix(to))
    kept = say("The project of before is kept as {file}.", file=str(done.kept)) if done.kept else ""
    content = {"project": str(done.path), "kept": str(done.kept) if done.kept else None}
    out(as_json, content, say("“{name}” is as it was in backup {number}.", name=done.path.name, number=number), kept)


def _refuse(project: Path) -> None:
    elsewhere = [kept.project for kept in backups_.everything() if kept.project.stem == project.stem]
    places = ", ".join(f"“{place}”" for place in elsewhere)
    hint = say("There are backups of {places}.", places=places) if elsewhere else say("Check its name and folder.")
    raise UserError(say("There is no project “{name}”, and there are no backups of it.", name=str(project)), hint=hint)


def _list(found: Sequence[Backup], as_json: bool) -> None:
    lines = [_line(backup) for backup in found] or [say("There are no backups of this project yet.")]
    out(as_json, [backup.as_dict() for backup in found], *lines)


def _line(backup: Backup) -> str:
    at = f"{backup.at.astimezone():%Y-%m-%d %H:%M:%S}"
    return f"{backup.number:>5}  {at}  {backups_.told(backup.reason):<24}  {backup.size / 1e6:,.1f} MB"


def _difference(row: Difference) -> str:
    now = "?" if row.now is None else _value(row.now)
    return f"  {row.what}: {now} -> {_value(row.then)}"


def _value(value: int | str) -> str:
    return f"{value:,}" if isinstance(value, int) else value or say("(nothing)")
