"""`allow`: the places that a project's texts may go to; and how other commands ask for one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from annotator.cli.terminal import FILE, as_json, opened, out, seen
from annotator.errors import UserError
from annotator.services import agent_views, allowing
from annotator.services.agents import AgentChoice
from annotator.services.allowing import NotAllowed, Place
from annotator.services.item_story import when
from annotator.services.project_file import Db
from annotator.services.selecting import EVERYTHING, Selection

OPTION = "--allow"
_LOCAL_ONLY = "This project is local only: texts may go to models on this machine, and nowhere else."

allow_option = click.option(
    OPTION,
    is_flag=True,
    help="Let this project's texts go to the model's place from now on; prints the first request before it is sent.",
)


def settle(db: Db, choices: Sequence[AgentChoice], allow: bool, selection: Selection = EVERYTHING) -> None:
    """Raises UserError where an agent's texts would leave for a place that the project does not allow.

    With `allow` the place is allowed instead, after the first request to it has been printed, on stderr, so that it is
    read also where the output is JSON.
    """
    for choice in choices:
        for place in allowing.missing(db, [choice]):
            if not allow:
                raise refused(place)
            sent = agent_views.first_request(db, choice, selection)
            text = "" if sent is None else sent.text
            told = f"This is what leaves for {place}, first of all:\n{text}" if text else f"{place}:"
            click.echo(seen(told), err=True)
            allowing.allow(db, place, shown=text)
            click.echo(f"{place} is now allowed in this project.", err=True)


def refused(place: str) -> UserError:
    """What to do where a place is not allowed, on a command line."""
    found = NotAllowed(place)
    found.hint = f"Add {OPTION} to see what leaves for it and to allow it; “annotator allow” lists what is allowed."
    return found


@click.command(short_help="Where texts may go.")
@click.argument("project", type=FILE)
@click.argument("place", required=False)
@click.option("--forbid", is_flag=True, help="Take the permission back.")
@as_json
def allow(project: Path, place: str | None, forbid: bool, as_json: bool) -> None:
    """List the places that a project's texts may go to, or let them go to PLACE: a host, or a provider such as openai.

    Models on this machine need no permission.
    """
    if forbid and place is None:
        raise click.UsageError("--forbid needs a place.")
    with opened(project, read_only=place is None) as db:
        told = [] if place is None else [_forbidden(db, place) if forbid else _allowed(db, place)]
        found = allowing.allowed(db)
    out(as_json, [each._asdict() for each in found], *(told or _listed(found)))


def _allowed(db: Db, place: str) -> str:
    allowing.check_known(place)
    sent = agent_views.first_request(db, AgentChoice("openai/any"))
    text = "" if sent is None else sent.text
    allowing.allow(db, place, shown=text)
    named = allowing.allowed(db)[-1].name
    example = f"With the usual prompt this is sent about an item:\n{text}\n" if text else ""
    return f"{example}Texts may now go to {named}."


def _forbidden(db: Db, place: str) -> str:
    allowing.forbid(db, place)
    left = len(allowing.allowed(db))
    return "Texts may no longer go there." + ("" if left else f" {_LOCAL_ONLY}")


def _listed(found: Sequence[Place]) -> list[str]:
    return [f"{place.name}: allowed since {when(place.since)}." for place in found] or [_LOCAL_ONLY]
