"""`settle`: what a reviewer decides, item by item, or for all on which everybody agrees."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from annotator.cli.terminal import FILE, as_json, opened, out
from annotator.domain.model import Annotator
from annotator.domain.words import counted
from annotator.errors import UserError
from annotator.services import adjudicating, project_file
from annotator.services.adjudicating import ABOVE, Unanimous
from annotator.services.project_file import Db

NOTHING = "-"  # in place of a label: no label is right


@click.command(short_help="Decide items in review.")
@click.argument("project", type=FILE)
@click.argument("decisions", nargs=-1, metavar="[ITEM=LABEL]...")
@click.option("--unanimous", is_flag=True, help="Accept every item on which two or more answers are all alike.")
@click.option("--above", type=float, metavar="P", help=f"With --unanimous: this probable or more.  [default: {ABOVE}]")
@click.option("--dry-run", is_flag=True, help="Only say what would be settled.")
@click.option("--undo", is_flag=True, help="Take back the latest decision of --by.")
@click.option("--why", default="", help="The reason, kept with the decisions.")
@click.option("--by", metavar="PERSON", help="Who decides.  [default: the only person of the project]")
@as_json
def settle(
    project: Path,
    decisions: tuple[str, ...],
    unanimous: bool,
    above: float | None,
    dry_run: bool,
    undo: bool,
    why: str,
    by: str | None,
    as_json: bool,
) -> None:
    """Settle items: ITEM=LABEL, or ITEM=- where no label is right. A decision that this replaces is told.

    Nothing is measured by such items, as they were chosen: draw some at random in Review, or import gold.

    With --unanimous all items are accepted as merged on which everybody agrees, but for those that somebody skipped or
    flagged, that still wait for people, or that have gold already. They are one decision, which --undo takes back.
    """
    _check(decisions, unanimous, above, undo)
    pairs = [_pair(text) for text in decisions]
    before: list[str] = []
    with opened(project, read_only=dry_run) as db:
        if undo:
            said, content = _undo(db, by, dry_run)
        elif unanimous:
            found = adjudicating.unanimous(db, ABOVE if above is None else above)
            nobody = dry_run or (not found.decisions and by is not None)  # a name is kept with what it decided only
            said, content = _unanimous(db, found, None if nobody else _person(db, by))
        else:
            before = adjudicating.replaced(db, pairs)
            if not dry_run:
                with db.atomic():
                    adjudicating.settle_named(db, _person(db, by).id, pairs, why)
            would = "would be settled" if dry_run else "settled"
            said = f"{counted(len(pairs), 'item')} {would}."
            content = {"settled": 0 if dry_run else len(pairs), "found": len(pairs), "replaced": before}
    out(as_json, content, said, *before)


def _check(decisions: tuple[str, ...], unanimous: bool, above: float | None, undo: bool) -> None:
    if sum([bool(decisions), unanimous, undo]) != 1:
        raise click.UsageError("Give one of ITEM=LABEL, --unanimous and --undo.")
    if above is not None and not unanimous:
        raise click.UsageError("--above belongs to --unanimous.")


def _unanimous(db: Db, found: Unanimous, who: Annotator | None) -> tuple[str, dict[str, Any]]:
    """who: None says only what would be done."""
    number = len(found.decisions)
    settled = 0 if who is None else adjudicating.accept_unanimous(db, who.id, found.above).number
    content = {"found": number, "settled": settled, "above": found.above, "first": list(found.names)}
    if not number:
        return f"There is no item on which everybody agrees and the label is {found.above:g} probable or more.", content
    more = f" and {number - len(found.names):,} more" if number > len(found.names) else ""
    named = f"{', '.join(found.names)}{more}"
    agree = f"everybody agrees and the label is {found.above:g} probable or more"
    if who is None:
        return f"{counted(number, 'item')} would be settled ({named}): {agree}.", content
    return f"{counted(settled, 'item')} settled ({named}): {agree}. --undo takes it back.", content


def _undo(db: Db, by: str | None, dry_run: bool) -> tuple[str, dict[str, Any]]:
    if dry_run:
        raise click.UsageError("--undo has no --dry-run.")
    with db.atomic():  # a mistyped name is not kept
        who = _person(db, by)
        undone = adjudicating.undo(db, who.id)
        if undone is None:
            raise UserError(f"There is no decision of {who.name}'s to undo.")
    number = len(undone.item_ids)
    return f"Taken back for {counted(number, 'item')}.", {"taken_back": number}


def _person(db: Db, name: str | None) -> Annotator:
    if name is not None:
        return project_file.add_person(db, name)
    people = adjudicating.people(db)
    if len(people) != 1:
        raise UserError("It is not known who decides.", hint="Give your name with --by NAME.")
    return people[0]


def _pair(text: str) -> tuple[str, str | None]:
    item, sign, label = text.rpartition("=")
    if not sign or not item.strip() or not label.strip():
        raise click.UsageError(f"“{text}” is not ITEM=LABEL.")
    return item.strip(), None if label.strip() == NOTHING else label.strip()
