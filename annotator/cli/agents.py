"""`agent`: the LLM agents of a project, what each of them asks, and whether a model can be used."""

from __future__ import annotations

import asyncio
from dataclasses import asdict
from pathlib import Path

import click

from annotator.cli.permission import settle
from annotator.cli.replacing import check_free, replace_option
from annotator.cli.terminal import FILE, as_json, direct, opened, out
from annotator.cli.trying import try_
from annotator.errors import UserError
from annotator.services import agent_files, agent_views, agents, written_before
from annotator.services.agents import Probe
from annotator.services.allowing import NotAllowed

_NONE = "No LLM has been asked here yet; “annotator prelabel” does that."


@click.group()
def agent() -> None:
    """Look at, compare, export and test LLM agents."""


@agent.command("list", short_help="The agents and how well they do.")
@click.argument("project", type=FILE)
@as_json
def list_(project: Path, as_json: bool) -> None:
    """The project's agents: how they ask, where texts go, and how often they are right on items with gold."""
    with opened(project, read_only=True) as db:
        found = agents.agents(db)
    out(as_json, [agent_views.summed_up(info) for info in found], *([*map(agent_views.line, found)] or [_NONE]))


@agent.command(short_help="All that an agent is.")
@click.argument("project", type=FILE)
@click.argument("name")
@as_json
def show(project: Path, name: str, as_json: bool) -> None:
    """All that an agent is, and what exactly it is sent about the first item."""
    with opened(project, read_only=True) as db:
        info = agent_views.named(db, name)
        sent = agent_views.sent_first(db, info.spec)
    content = agent_views.described(info) | {"sent": None if sent is None else asdict(sent)}
    out(as_json, content, *agent_views.description(info), *agent_views.said(sent))


@agent.command("diff", short_help="In what two agents differ.")
@click.argument("project", type=FILE)
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@as_json
def diff_(project: Path, before: str, after: str, as_json: bool) -> None:
    """In what B differs from A; lines of a prompt are marked - for A and + for B."""
    with opened(project, read_only=True) as db:
        found = agent_views.differences(db, before, after)
    out(as_json, [part._asdict() for part in found], *agent_views.in_words(found))


@agent.command(short_help="Write an agent to a file.")
@click.argument("project", type=FILE)
@click.argument("name")
@click.argument("out_file", metavar="FILE.toml", type=FILE)
@click.option("--with-texts", is_flag=True, help="Also its examples and the names that it takes out of texts.")
@replace_option
@as_json
def export(project: Path, name: str, out_file: Path, with_texts: bool, write_over: bool, as_json: bool) -> None:
    """Write an agent to a file for another project: “annotator prelabel --agent FILE.toml” uses it there.

    The file holds no key and, unless asked for, no text of an item. An agent that is there already is written over,
    any other file only with --replace.
    """
    with opened(project, read_only=True) as db:
        check_free(out_file, replace=write_over, what="agent", is_own=written_before.is_agent)
        spec = agent_files.export(db, name, out_file, texts=with_texts)
    held = "with" if with_texts else "without"
    note = f" {held} its examples" if spec.examples else ""
    out(as_json, {"path": str(out_file), "hash": spec.content_hash()}, f"“{name}” is in {out_file}{note}.")


@agent.command(short_help="Try a model with one small request.")
@click.option("--model", default="embedded", show_default=True, help="embedded, or a name as litellm takes it.")
@click.option("--api-base", default="", metavar="URL", help="An OpenAI-compatible server.")
@click.option("--project", type=FILE, help="Go by this project's prices, and by where its texts may go.")
@click.option("--allow", is_flag=True, help="Send the request also to a model that is not on this machine.")
@as_json
def test(model: str, api_base: str, project: Path | None, allow: bool, as_json: bool) -> None:
    """Try a model: how fast it answers, whether it gives probabilities and keeps to schemas, and its price.

    It is asked about a sentence that comes with Annotator; no item is sent.
    """
    choice = agents.AgentChoice(model, api_base)
    if project is None:
        found = _tried_alone(choice, allow)
    else:
        with opened(project, read_only=not allow) as db:
            settle(db, [choice], allow)
            found = asyncio.run(agents.tried(direct(db), choice))
    out(as_json, asdict(found), found.sentence)


def _tried_alone(choice: agents.AgentChoice, allow: bool) -> Probe:
    try:
        return asyncio.run(agents.tried_alone(choice, allow=allow))
    except NotAllowed as found:
        raise UserError(
            f"Nothing may be sent to {found.place} before it is allowed.",
            hint="Add --allow to send it a sentence that comes with Annotator, and no item.",
        ) from found


agent.add_command(try_)
