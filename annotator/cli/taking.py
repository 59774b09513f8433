"""`take`: what annotators return goes back into the project."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import click

from annotator.cli.packages import ask_option, passphrase, passphrase_option
from annotator.cli.terminal import FILE, as_json, complain, opened, out
from annotator.domain.words import counted
from annotator.errors import UserError
from annotator.services import backups, differing, package_quality, packages, project_file, taking, watching
from annotator.services.project_file import Db
from annotator.services.taking import Report


@click.command(short_help="Take back what annotators return.")
@click.argument("project", type=FILE)
@click.argument("files", nargs=-1, type=FILE)
@click.option("--watch", "folder", type=FILE, metavar="DIR", help="Take what comes into this folder, until Ctrl+C.")
@click.option("--once", is_flag=True, help="With --watch: take what is there now, and end.")
@click.option("--undo", is_flag=True, help="Take back the last taking.")
@click.option("--aside", is_flag=True, help="List what is kept aside since it has no place yet.")
@click.option("--try-again", is_flag=True, help="Find places for what is kept aside, as after a label came back.")
@passphrase_option
@ask_option
@click.option("--by", metavar="PERSON", help="Who takes it.")
@as_json
def take(
    project: Path,
    files: tuple[Path, ...],
    folder: Path | None,
    once: bool,
    undo: bool,
    aside: bool,
    try_again: bool,
    passphrase_env: str | None,
    ask_passphrase: bool,
    by: str | None,
    as_json: bool,
) -> None:
    """Take return files, in any order and as often as they come: what is known already changes nothing.

    A FILE may also be another copy of the same project, such as a second lead's: whatever that has and this one has
    not is added, and decisions that contradict one another are in conflict until somebody settles them.
    Whatever has no place, such as an answer with a label that is gone, is kept aside and placed by itself later.
    A file that is refused is named, and the exit code is 1 then; the others are taken all the same.
    """
    if sum([bool(files), folder is not None, undo, aside, try_again]) != 1:
        raise click.UsageError("Give one of FILE..., --watch, --undo, --aside and --try-again.")
    secret = passphrase(passphrase_env, ask=ask_passphrase)
    with opened(project, read_only=aside) as db:
        lead = None if by is None else project_file.add_person(db, by).id
        if undo:
            _undo(db, as_json)
        elif aside:
            _list_aside(db, as_json)
        elif try_again:
            _try_again(db, lead, as_json)
        elif folder is not None:
            _watch(db, folder, lead, secret, once=once, as_json=as_json)
        else:
            _take(db, files, lead, secret, as_json)


def _take(db: Db, files: tuple[Path, ...], lead: int | None, secret: str, as_json: bool) -> None:
    report = _after_backup(db, lambda: taking.take(db, files, by=lead, passphrase=secret))
    if report is not None:
        told(report, as_json)
        _exit_unless_whole(report)


def _after_backup(db: Db, work: Callable[[], Report | None]) -> Report | None:
    """What `work` takes; the backup from before goes again where nothing came."""
    made, report = backups.keep_if_possible(db.path, backups.Reason.TAKE), None
    try:
        report = work()
    finally:
        backups.settle(db.path, made, needed=report is not None and report.brought)
    return report


def told(report: Report, as_json: bool) -> None:
    """What came of taking files."""
    content = {
        "files": [came.as_dict() for came in report.files],
        "changed": report.changed,
        "placed_later": report.placed_later,
    }
    together = f"Together: {report.together()}" if report.changed else report.together()
    out(as_json, content, *report.sentences(), together if len(report.files) > 1 else "")


def _exit_unless_whole(report: Report) -> None:
    """A script is to notice that a file was refused, though the others were taken."""
    if report.refused:
        click.get_current_context().exit(1)


def _undo(db: Db, as_json: bool) -> None:
    changed = taking.undo(db)
    if changed is None:
        raise UserError("There is no taking to undo.")
    said, *notes = taking.undone(db, changed)
    out(as_json, {"changed": changed, "notes": notes}, said, *notes)


def _list_aside(db: Db, as_json: bool) -> None:
    found = packages.aside(db)
    lines = [f"  {each.annotator}, {each.item}: {each.answer} ({each.why})" for each in found]
    out(as_json, {"aside": [vars(each) for each in found]}, f"Kept aside: {len(found):,}", *lines)


def _try_again(db: Db, lead: int | None, as_json: bool) -> None:
    report = _after_backup(db, lambda: taking.take(db, [], by=lead))
    placed, left = (0 if report is None else report.placed_later), len(packages.aside(db))
    content = {"placed_later": placed, "aside": left}
    out(as_json, content, f"Placed now: {placed:,}", f"Still kept aside: {left:,}")


def _watch(db: Db, folder: Path, lead: int | None, secret: str, *, once: bool, as_json: bool) -> None:
    watch = watching.Watch(folder)
    watch.look(db)
    said, most = "", None if once else watching.AT_ONCE
    while True:
        time.sleep(watching.EVERY)  # a file that is the same after it is not being written any more
        report = None
        try:
            if watch.look(db):
                report = _after_backup(db, lambda: watch.take(db, by=lead, passphrase=secret, most=most))
            said = ""
        except UserError as error:  # of the project: it may pass, as a lock does
            if once:
                raise
            if str(error) != said:
                said = str(error)
                complain(error.message, error.hint)
        if report is not None:
            told(report, as_json)
        if once:
            if report is not None:
                _exit_unless_whole(report)
            return


@click.command(short_help="How two project files differ.")
@click.argument("a", type=FILE)
@click.argument("b", type=FILE)
@as_json
def diff(a: Path, b: Path, as_json: bool) -> None:
    """What is in one project file and not in the other: items, answers, decisions, packages, runs, settings.

    Ends with 0 whether they differ or not. “annotator take A B” brings what B has into A.
    """
    found = differing.diff(a, b)
    out(as_json, found.as_dict(), *found.sentences())


@click.command(name="packages", short_help="How the work that was sent out goes.")
@click.argument("project", type=FILE)
@as_json
def sent_packages(project: Path, as_json: bool) -> None:
    """Who has what, how far they are, how fast, how right on the hidden items, and signs of not reading."""
    with opened(project, read_only=True) as db:
        found = package_quality.standing(db)
        kept = len(packages.aside(db))
    lines = [
        line
        for each in found
        for line in (
            each.sentence(),
            f"  {package_quality.which(each)}",
            *(f"  Note: {sign}" for sign in each.signs),
            *([f"  Not judged: {' '.join(each.unjudged)}"] if each.unjudged else []),
        )
    ]
    content = {"packages": [each.as_dict() for each in found], "aside": kept}
    aside = f"{counted(kept, 'answer')} kept aside: “annotator take --aside” lists them." if kept else ""
    out(as_json, content, *(lines or ["Nothing was sent out yet."]), aside)
