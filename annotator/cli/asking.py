"""`prelabel`: an LLM answers."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Coroutine, Iterable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, TypeVar, Unpack

import click

from annotator.cli.agent_options import Named, agent_options, chosen
from annotator.cli.permission import allow_option, settle
from annotator.cli.terminal import FILE, Positive, as_json, bytes_line, direct, items_line, opened, out, say
from annotator.domain.filters import Filter
from annotator.domain.words import counted
from annotator.errors import UserError
from annotator.services import (
    agents,
    browsing,
    estimating,
    prelabelling,
    prices,
    redacting,
    saved_filters,
    searching,
    selecting,
)
from annotator.services.project_file import Db
from annotator.services.selecting import Selection

T = TypeVar("T")


def _price(ctx: click.Context, param: click.Parameter, text: str | None) -> tuple[float, float] | None:
    if text is None:
        return None
    try:
        each_in, each_out = (float(part) for part in text.split(","))
    except ValueError:
        raise click.BadParameter(f"“{text}” is not two numbers with a comma between, as in 0.15,0.60.") from None
    return each_in, each_out


@click.command(short_help="Let an LLM label the items.")
@click.argument("project", type=FILE)
@agent_options
@click.option("--filter", "saved", default="", metavar="NAME", help="Only the items that this saved filter finds.")
@click.option("--search", default="", metavar="TEXT", help="Only items that “annotator items --search” finds.")
@click.option("--limit", type=click.IntRange(min=1), help="Ask about at most so many items.")
@click.option("--concurrency", type=click.IntRange(min=1), help="Requests at once, at most.")
@click.option("--rpm", type=Positive(), help="Requests in a minute, at most.")
@click.option("--timeout", type=Positive(), metavar="S", help="Seconds that one request may take.  [default: 60]")
@click.option("--max-cost", type=Positive(), metavar="USD", help="Stop before the run costs more.")
@click.option("--max-calls", type=click.IntRange(min=1), help="Stop before more requests are sent.")
@click.option("--max-tokens", type=click.IntRange(min=1), help="Stop before more tokens are used, in and out together.")
@click.option(
    "--cache",
    type=click.Choice(["project", "shared", "none"]),
    default="project",
    show_default=True,
    help="Where replies to the same request are looked for before it is sent: in this project, in all, or nowhere.",
)
@click.option(
    "--price",
    callback=_price,
    metavar="IN,OUT",
    help="What the model costs, in US dollars for a million tokens in and out; kept with the project.",
)
@allow_option
@click.option("--estimate", is_flag=True, help="Only say what the run would take.")
@as_json
def prelabel(
    project: Path,
    saved: str,
    search: str,
    limit: int | None,
    concurrency: int | None,
    rpm: float | None,
    timeout: float | None,
    max_cost: float | None,
    max_calls: int | None,
    max_tokens: int | None,
    cache: str,
    price: tuple[float, float] | None,
    allow: bool,
    estimate: bool,
    as_json: bool,
    **named: Unpack[Named],
) -> None:
    """Let an LLM label the items that it has not labelled yet. Ctrl+C stops; the next run goes on.

    With --filter and --search only the items that both find; “annotator items --save NAME” keeps a filter.

    What an interrupted run has spent counts against --max-cost, --max-calls and --max-tokens when it goes on.
    """
    with opened(project) as db:
        choice, selection = chosen(db, named), _selection(db, saved, search)
        if price is not None:
            _keep_price(db, choice, price)
        if estimate:
            found = estimating.estimate(db, choice, selection, limit, cache=prelabelling.Cache[cache.upper()])
            out(as_json, asdict(found) | {"sentence": found.sentence}, found.sentence)
            return
        looking([choice])
        settle(db, [choice], allow, selection)
        choice = asyncio.run(agents.named(direct(db), choice))  # else nobody knows which items it has answered
        plan = agents.plan(db, choice, limit, selection)
        if plan.to_ask:
            say(as_json)(announced(plan))
            if choice.redaction:
                say(as_json)(redacting.found(db, choice.redaction, selection).sentence)
        control = prelabelling.Control()
        summary = run_with_stop(
            control,
            prelabelling.run(
                direct(db),
                choice,
                selection=selection,
                limit=limit,
                limits=prelabelling.Limits(concurrency, rpm, timeout=timeout),
                cap=prelabelling.Cap(max_cost, max_calls, max_tokens),
                cache=prelabelling.Cache[cache.upper()],
                control=control,
                progress=items_line("Pre-labelling"),
            ),
        )
    out(as_json, summary.as_dict(), *prelabelling.sentences(summary))
    if summary.stopped and not summary.why:
        sys.exit(130)
    if summary.failed or summary.stopped:
        sys.exit(1)


def _selection(db: Db, saved: str, search: str) -> Selection:
    """What a run is about: all items, or those that the filter and the words find now."""
    if not saved and not search.strip():
        return selecting.everything()
    wanted = saved_filters.named(db, saved) if saved else Filter()
    if search.strip():
        wanted = replace(wanted, text=" ".join([wanted.text, search.strip()]).strip())
    if wanted.text:
        searching.fill(db, report=bytes_line("Getting the search ready"))
    found = browsing.find(db, wanted).tolist()
    told = wanted.sentence(saved_filters.names(db))
    if not found:
        raise UserError(f"No item is found: {told}.", hint="“annotator items” shows what a filter finds.")
    return selecting.these(found, told)


def _keep_price(db: Db, choice: agents.AgentChoice, price: tuple[float, float]) -> None:
    if not choice.named:
        raise UserError(
            "A price belongs to a model, and none is named.",
            hint="Add --model NAME: with --price it cannot be left to the server.",
        )
    prices.set_price(db, choice.spec().model, *price)


def looking(choices: Iterable[agents.AgentChoice]) -> None:
    """That something goes on: until a model is found and can be asked, seconds may pass."""
    if not all(choice.built_in for choice in choices):
        click.echo("Looking at the model …", err=True)


def announced(plan: agents.Plan) -> str:
    """What is about to happen, and above all where the texts go, before anything is sent."""
    rest = [f", {plan.answered:,} done already"] if plan.answered else []
    rest += [f", {plan.examples:,} with gold as examples"] if plan.examples else []
    where = "nothing leaves this machine" if plan.local else f"their texts go to {plan.goes_to}"
    name = plan.agent_name if plan.agent_name.startswith("the model at ") else f"“{plan.agent_name}”"
    return f"Asking {name} about {counted(plan.to_ask, 'item')}{''.join(rest)}; {where}.{_new_version(plan)}"


def _new_version(plan: agents.Plan) -> str:
    """That answers of another way of asking are kept apart."""
    if not plan.version_of:
        return ""
    differs = f" It differs in: {', '.join(plan.differs)}." if plan.differs else ""
    return f" This is a new version of “{plan.version_of}”, with answers of its own.{differs}"


def run_with_stop(control: prelabelling.Control, run: Coroutine[Any, Any, T]) -> T:
    """Run to the end; the first Ctrl+C stops calmly, keeping the calls that are under way."""
    before = signal.signal(signal.SIGINT, lambda *_: control.stop())
    try:
        return asyncio.run(run)
    finally:
        signal.signal(signal.SIGINT, before)
