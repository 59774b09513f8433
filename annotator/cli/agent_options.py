"""The options by which a command is told which agent is meant."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypedDict, TypeVar

import click

from annotator.cli.terminal import FILE, JSON, out
from annotator.domain.redaction import Redaction
from annotator.services import agent_files, agents, nearness, parameters, redacting, ways
from annotator.services.agents import AgentChoice
from annotator.services.project_file import Db

F = TypeVar("F", bound=Callable[..., Any])


class Named(TypedDict):
    """What the options gave."""

    model: str
    api_base: str
    agent: str | None
    template: str | None
    answer: str | None
    confidence: str | None
    examples: int
    example_choice: str
    parameters: tuple[str, ...]
    redact: str
    redact_names: Path | None


def _list(ctx: click.Context, param: click.Parameter, wanted: bool) -> None:
    """The ready templates, in place of the command."""
    if wanted:
        content = [{"key": prompt.key, "name": prompt.template.name, "about": prompt.about} for prompt in ways.listed()]
        out(JSON in sys.argv, content, *ways.sentences())
        ctx.exit()


_OPTIONS = (
    click.option("--model", default="embedded", show_default=True, help="embedded, or a name as litellm takes it."),
    click.option(
        "--api-base",
        default="",
        metavar="URL",
        help="An OpenAI-compatible server, asked for its model without --model.",
    ),
    click.option(
        "--agent",
        metavar="FILE.toml|NAME",
        help="The agent of this file, as “annotator agent export” wrote it, or the project's agent of this name.",
    ),
    click.option("--template", type=click.Choice(ways.TEMPLATES), help="A ready prompt; see --list-templates."),
    click.option("--answer", type=click.Choice(list(ways.ANSWERS)), help="The form in which the model is to answer."),
    click.option("--confidence", type=click.Choice(list(ways.CONFIDENCES)), help="Where its confidence comes from."),
    click.option(
        "--examples",
        type=click.IntRange(min=0),
        default=0,
        show_default=True,
        metavar="N",
        help="Show the model so many items with gold, which are then not asked about; 8 are a good start."
        " This is another agent than the same model without examples, with answers of its own.",
    ),
    click.option(
        "--example-choice",
        type=click.Choice(list(nearness.CHOICES)),
        default="balanced",
        show_default=True,
        help="The same examples for every item, each label as often; or for each item those of half of the gold that"
        " are nearest to it in their words, or in meaning as the built-in model reads them on this machine.",
    ),
    click.option(
        "--parameters",
        multiple=True,
        metavar="NAME=VALUE,...",
        help=f"The model's parameters, as in temperature=0.2,max_tokens=50. It takes {', '.join(parameters.NAMES)}.",
    ),
    click.option(
        "--redact",
        default="",
        metavar="KIND,...",
        help=f"Take these out of texts before they are sent: {', '.join(redacting.KINDS)}.",
    ),
    click.option(
        "--redact-names", type=FILE, metavar="FILE", help="Take out the names in this text file, one in a line, too."
    ),
    click.option(
        "--list-templates",
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_list,
        help="List the ready prompts; needs no project.",
    ),
)


def agent_options(command: F) -> F:
    """Adds the options, which arrive as `Named`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def chosen(db: Db, named: Named) -> AgentChoice:
    """The agent that is meant. A file or a name says all of an agent, so that no other option goes with it."""
    if named["agent"] is not None:
        _alone()
        path = Path(named["agent"])
        if path.suffix != ".toml" and not path.exists():
            return agents.choice_of(db, named["agent"])
        return agent_files.load(db, path)
    built_in = AgentChoice(named["model"], named["api_base"]).built_in
    way = ways.way(named["template"], named["answer"], named["confidence"], built_in=built_in)
    choice = AgentChoice(
        named["model"],
        named["api_base"],
        named["examples"],
        way,
        parameters=parameters.read(named["parameters"]),
        redaction=_redaction(named),
    )
    return nearness.chosen(db, choice, named["example_choice"])


def _redaction(named: Named) -> Redaction:
    names = named["redact_names"]
    return redacting.chosen(named["redact"].split(","), [] if names is None else redacting.names_in(names))


def _alone() -> None:
    ctx = click.get_current_context()
    for name in Named.__annotations__:
        given = ctx.get_parameter_source(name) is not click.core.ParameterSource.DEFAULT
        if name != "agent" and given:
            option = f"--{name.replace('_', '-')}"
            raise click.UsageError(f"--agent and {option} contradict each other: the file says all of an agent.")
