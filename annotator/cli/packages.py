"""`pack`, `unpack` and `hand-back`: work goes out as files, and comes back as files."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import click
from click.core import ParameterSource

from annotator.cli.replacing import check_free, replace_option
from annotator.cli.terminal import FILE, as_json, opened, out
from annotator.domain.words import counted
from annotator.errors import UserError
from annotator.services import (
    browsing,
    handing_back,
    opening_packages,
    packages,
    packing,
    packing_again,
    project_file,
    saved_filters,
    written_before,
)
from annotator.services.packing import Order, Plan, Wish
from annotator.services.project_file import Db

passphrase_option = click.option(
    "--passphrase-env", metavar="VARIABLE", help="Take the passphrase from this variable of the environment."
)
ask_option = click.option("--ask-passphrase", is_flag=True, help="Ask for a passphrase.")


@click.command(short_help="Send work out as files.")
@click.argument("project", type=FILE)
@click.argument("also", nargs=-1, metavar="")
@click.option("--to", multiple=True, metavar="NAME...", help="The annotators.")
@click.option("--again", metavar="NAME", help="Write a lost package again: that of a person, or of this file.")
@click.option("--out", "folder", type=FILE, required=True, metavar="DIR", help="Where the packages go.")
@click.option("--overlap", type=click.IntRange(1), default=1, show_default=True, help="People for each item.")
@click.option("--count", type=click.IntRange(1), metavar="N", help="Items for each annotator at most.")
@click.option("--filter", "saved", metavar="NAME", help="The items of a saved filter.  [default: the queue, or all]")
@click.option("--gold", type=click.IntRange(0), default=0, metavar="N", help="Known items, hidden in each package.")
@click.option("--suggestions", is_flag=True, help="Let the annotators see what the LLM says.")
@click.option("--order", type=click.Choice([order.value for order in Order]), default="random", show_default=True)
@click.option("--deadline", default="", metavar="TEXT", help="Until when; a note for the annotators.")
@click.option("--note", default="", metavar="TEXT", help="What else they should know.")
@click.option("--metadata", multiple=True, metavar="COL", help="A column of metadata that goes with the items.")
@click.option("--feedback", is_flag=True, help="Show everybody what they got wrong so far.")
@click.option("--seed", type=int, metavar="N", help="For the same plan again.")
@click.option("--dry-run", is_flag=True, help="Only say who would get what.")
@passphrase_option
@ask_option
@click.option("--by", metavar="PERSON", help="Who sends it.")
@as_json
def pack(
    project: Path,
    also: tuple[str, ...],
    to: tuple[str, ...],
    again: str | None,
    folder: Path,
    overlap: int,
    count: int | None,
    saved: str | None,
    gold: int,
    suggestions: bool,
    order: str,
    deadline: str,
    note: str,
    metadata: tuple[str, ...],
    feedback: bool,
    seed: int | None,
    dry_run: bool,
    passphrase_env: str | None,
    ask_passphrase: bool,
    by: str | None,
    as_json: bool,
) -> None:
    """Write one package for each annotator, with their items, the question, its labels and the guideline.

    Nobody gets the answers of others, known labels, or anything of an LLM but suggestions, and those only with
    --suggestions. “annotator take” takes back what they return.

    With --again nothing is dealt out anew: the same items go to the same person, in the same order, and whatever comes
    back of either file is theirs.
    """
    context = click.get_current_context()
    if again is not None:
        _alone(context)
    elif not to:
        raise click.MissingParameter(ctx=context, param_hint="'--to' or '--again'", param_type="option")
    secret = passphrase(passphrase_env, ask=ask_passphrase and not dry_run, twice=True)
    if again is not None:
        _pack_again(project, again, folder, secret, by, dry_run=dry_run, as_json=as_json)
        return
    wish = Wish(
        to=(*to, *also),
        overlap=overlap,
        each=count,
        gold=gold,
        blind=not suggestions,
        order=Order(order),
        deadline=deadline,
        note=note,
        metadata=metadata,
        feedback=feedback,
        seed=seed,
    )
    _pack_new(project, wish, saved, folder, secret, by, dry_run=dry_run, as_json=as_json)


def _pack_new(
    project: Path,
    wish: Wish,
    saved: str | None,
    folder: Path,
    secret: str,
    by: str | None,
    *,
    dry_run: bool,
    as_json: bool,
) -> None:
    with opened(project) as db:
        plan = packing.preview(db, replace(wish, item_ids=_filtered(db, saved), what=saved or ""))
        files = () if dry_run else packing.write(db, plan, folder, passphrase=secret, by=_lead(db, by)).files
    content = plan.as_dict() | {"files": [str(path) for path in files]}
    notes = [f"Note: {warning}" for warning in plan.warnings]
    out(as_json, content, *plan.sentences, *notes, _written(plan, files))


def _lead(db: Db, name: str | None) -> int | None:
    return None if name is None else project_file.add_person(db, name).id


_WITH_AGAIN = {"project", "again", "folder", "dry_run", "passphrase_env", "ask_passphrase", "by", "as_json"}


def _alone(context: click.Context) -> None:
    """A mistake in the command where something is wished beside --again, of which nothing is dealt out anew."""
    for parameter in context.command.params:
        name = parameter.name or ""
        if name not in _WITH_AGAIN and context.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            asked = "NAME" if name == "also" else parameter.opts[0]
            raise click.UsageError(f"--again writes the package as it was: leave out {asked}.", context)


def _pack_again(
    project: Path, name: str, folder: Path, secret: str, by: str | None, *, dry_run: bool, as_json: bool
) -> None:
    with opened(project) as db:
        package = packing_again.named(db, name)
        found = packing_again.preview(db, package.uid)
        files: tuple[Path, ...] = ()
        if not dry_run:
            files = packing_again.write(db, package.uid, folder, passphrase=secret, by=_lead(db, by)).files
    content = {
        "package": package.uid,
        "annotator": package.annotator.name,
        "items": len(found.chosen.item_ids),
        "same_order": found.ordered,
        "changed": list(found.changed),
        "files": [str(path) for path in files],
    }
    written = f"“{files[0].name}” written to “{files[0].parent}”." if files else "Nothing was written."
    out(as_json, content, *found.sentences(), written)


@click.command(short_help="Open a package without the window.")
@click.argument("package", type=FILE)
@click.option("--into", "folder", type=FILE, metavar="DIR", help="Where the project file goes.  [default: beside it]")
@passphrase_option
@ask_option
@as_json
def unpack(package: Path, folder: Path | None, passphrase_env: str | None, ask_passphrase: bool, as_json: bool) -> None:
    """Make the project file of a package, or say which one was made from it before."""
    secret = passphrase(passphrase_env, ask=ask_passphrase)
    before = opening_packages.opened_before(package, folder)
    made = before or opening_packages.open_package(package, folder, passphrase=secret)
    with opened(made, read_only=True) as db:
        role = packages.role(db)
        size = len(browsing.item_ids(db))
    assert role is not None
    content = {
        "project": str(made),
        "annotator": role.annotator,
        "items": size,
        "deadline": role.deadline,
        "opened_before": before is not None,
    }
    until = f" Until: {role.deadline}." if role.deadline else ""
    again = f"This package was opened before: its project is {made}. Nothing new was made." if before else ""
    out(as_json, content, again, f"{made.name}: {counted(size, 'item')} for {role.annotator}.{until}", role.note)


@click.command(name="hand-back", short_help="Hand back what was answered in a package.")
@click.argument("project", type=FILE)
@click.option("--out", "file", type=FILE, metavar="FILE", help="The return file.  [default: beside the project]")
@replace_option
@passphrase_option
@ask_option
@as_json
def hand_back(
    project: Path, file: Path | None, write_over: bool, passphrase_env: str | None, ask_passphrase: bool, as_json: bool
) -> None:
    """Write a return file from the project of a package that was opened; half done, and as often as you like.

    An earlier one of the same project is written over, any other file only with --replace.
    """
    secret = passphrase(passphrase_env, ask=ask_passphrase, twice=True)
    with opened(project, read_only=True) as db:
        path = file or handing_back.suggested(db)
        role = handing_back.own_role(db)
        written_before.check_return_place(path)
        check_free(
            path,
            replace=write_over or file is None,  # beside the project lies its own
            what="return file of this project",
            is_own=lambda found: written_before.is_return_of(found, role, secret),
        )
        done = handing_back.hand_back(db, path, passphrase=secret)
    content = {"file": str(done.path), "answers": done.answers, "skipped": done.skipped, "of": done.of}
    content |= {
        "operations": done.operations,
        "drafts": done.drafts,
        "stay": done.stay,
        "warning": done.warning or None,
    }
    out(as_json, content, *done.sentences())


def passphrase(variable: str | None, *, ask: bool, twice: bool = False) -> str:
    """From the environment, or typed; "" for none. It is never an argument, which others on the machine can read."""
    if variable is not None:
        found = os.environ.get(variable, "")
        if not found:
            raise UserError(f"The variable “{variable}” holds no passphrase.", hint=f"Set it: export {variable}=...")
        return found
    typed: str = click.prompt("Passphrase", hide_input=True, confirmation_prompt=twice) if ask else ""
    return typed


def _filtered(db: Db, saved: str | None) -> tuple[int, ...]:
    if saved is None:
        return ()
    found = tuple(int(item_id) for item_id in browsing.find(db, saved_filters.named(db, saved)))
    if not found:
        raise UserError(f"The filter “{saved}” finds nothing.", hint="“annotator items --saved” shows what it finds.")
    return found


def _written(plan: Plan, files: tuple[Path, ...]) -> str:
    written = f"{counted(len(files), 'package')} written to “{files[0].parent}”." if files else "Nothing was written."
    return f"{written} The same plan again: --seed {plan.wish.seed}."
