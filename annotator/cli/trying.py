"""`agent try`: an agent answers a few items, and nothing of it is kept as an annotation."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Unpack

import click

from annotator.cli.agent_options import Named, agent_options, chosen
from annotator.cli.asking import run_with_stop
from annotator.cli.permission import allow_option, settle
from annotator.cli.terminal import FILE, as_json, direct, items_line, opened, out
from annotator.services import agents, prelabelling, trying
from annotator.services.try_outcome import Tried


@click.command("try", short_help="Try an agent on a few items.")
@click.argument("project", type=FILE)
@agent_options
@click.option("--count", type=click.IntRange(min=1), default=trying.USUAL, show_default=True, help="On so many items.")
@click.option("--save", is_flag=True, help="Keep the agent in the project, for “prelabel --agent NAME”.")
@allow_option
@as_json
def try_(project: Path, count: int, save: bool, allow: bool, as_json: bool, **named: Unpack[Named]) -> None:
    """Try an agent on a few items, those with gold first: its replies, how it was read, and how often it is right.

    Nothing is annotated. The same items are taken for every agent, and a later run does not pay for these replies
    again.
    """
    with opened(project) as db:
        choice = chosen(db, named)
        settle(db, [choice], allow)
        control = prelabelling.Control()
        outcome = run_with_stop(
            control,
            trying.try_out(direct(db), choice, number=count, control=control, progress=items_line("Trying")),
        )
        name = agents.keep(db, outcome.spec).name if save else ""
    kept = f"It is in the project as “{name}”." if save else ""
    out(
        as_json,
        outcome.as_dict() | {"saved_as": name},
        *map(_line, outcome.tried),
        outcome.sentence,
        outcome.note,
        outcome.why,
        kept,
    )
    if control.stopped:
        sys.exit(130)
    if outcome.failed or outcome.why:
        sys.exit(1)


def _line(each: Tried) -> str:
    """An item in one line."""
    if each.label:
        said = each.label if each.confidence is None else f"{each.label} ({each.confidence:.2f})"
    else:
        said = f"{each.status}: {each.reason}" if each.reason else each.status
    mark = {True: "  right", False: f"  wrong, gold has {each.gold}", None: ""}[each.right]
    return f"{each.item}: {said}{mark}"
