"""`prelabel`: an LLM answers."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypeVar, Unpack

import click

from annotator.cli.agent_options import Named, agent_options, chosen
from annotator.cli.terminal import FILE, as_json, items_line, opened, out, say
from annotator.domain.words import counted
from annotator.services import agents, estimating, prelabelling
from annotator.services.project_file import Db

T = TypeVar("T")


@click.command(short_help="Let an LLM label the items.")
@click.argument("project", type=FILE)
@agent_options
@click.option("--limit", type=click.IntRange(min=1), help="Ask about at most so many items.")
@click.option("--concurrency", type=click.IntRange(min=1), help="Requests at once, at most.")
@click.option("--rpm", type=click.FloatRange(min=0, min_open=True), help="Requests in a minute, at most.")
@click.option(
    "--max-cost", type=click.FloatRange(min=0, min_open=True), metavar="USD", help="Stop before the run costs more."
)
@click.option("--max-calls", type=click.IntRange(min=1), help="Stop before more requests are sent.")
@click.option("--max-tokens", type=click.IntRange(min=1), help="Stop before more tokens are used, in and out together.")
@click.option(
    "--cache",
    type=click.Choice(["project", "shared", "none"]),
    default="project",
    show_default=True,
    help="Where replies to the same request are looked for before it is sent: in this project, in all, or nowhere.",
)
@click.option("--estimate", is_flag=True, help="Only say what the run would take.")
@as_json
def prelabel(
    project: Path,
    limit: int | None,
    concurrency: int | None,
    rpm: float | None,
    max_cost: float | None,
    max_calls: int | None,
    max_tokens: int | None,
    cache: str,
    estimate: bool,
    as_json: bool,
    **named: Unpack[Named],
) -> None:
    """Let an LLM label the items that it has not labelled yet. Ctrl+C stops; the next run goes on.

    What an interrupted run has spent counts against --max-cost, --max-calls and --max-tokens when it goes on.
    """
    with opened(project) as db:
        choice = chosen(db, named)
        if estimate:
            found = estimating.estimate(db, choice, limit=limit)
            out(as_json, asdict(found) | {"sentence": found.sentence}, found.sentence)
            return
        plan = agents.plan(db, choice, limit)
        if plan.to_ask:
            say(as_json)(_announced(plan))
        control = prelabelling.Control()
        summary = _run_with_stop(
            control,
            prelabelling.run(
                _direct(db),
                choice,
                limit=limit,
                limits=prelabelling.Limits(concurrency, rpm),
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


def _announced(plan: agents.Plan) -> str:
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


def _direct(db: Db) -> prelabelling.Store:
    """Work on the project in place: without a window there is only one thread."""

    async def store(work: Callable[[Db], T]) -> T:
        return work(db)

    return store


def _run_with_stop(control: prelabelling.Control, run: Any) -> prelabelling.Summary:
    """Run to the end; the first Ctrl+C stops calmly, keeping the calls that are under way."""
    before = signal.signal(signal.SIGINT, lambda *_: control.stop())
    try:
        found: prelabelling.Summary = asyncio.run(run)
        return found
    finally:
        signal.signal(signal.SIGINT, before)
