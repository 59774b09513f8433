"""`panel` and `cascade`: several agents over the same items, at once or one after the other."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypedDict, TypeVar, Unpack

import click

from annotator.cli.asking import announced, looking, run_with_stop
from annotator.cli.named_agents import HELP, meant
from annotator.cli.permission import allow_option, settle
from annotator.cli.terminal import FILE, Positive, agents_line, as_json, direct, opened, out, say
from annotator.domain.words import counted
from annotator.errors import UserError
from annotator.services import agents, cascade, estimating, panel, prelabelling, routing
from annotator.services.cascade import Stage
from annotator.services.project_file import Db
from annotator.services.routing import RouteResult
from annotator.services.run_summary import Summary, dollars
from annotator.services.together import Terms

F = TypeVar("F", bound=Callable[..., Any])
Outcomes = Sequence[Summary | UserError]


class Bounds(TypedDict):
    """What the options about the requests gave."""

    concurrency: int | None
    rpm: float | None
    timeout: float | None
    max_cost: float | None
    max_calls: int | None
    max_tokens: int | None
    cache: str


_OPTIONS = (
    click.option("--concurrency", type=click.IntRange(min=1), help="Requests at once, at most."),
    click.option("--rpm", type=Positive(), help="Requests in a minute, at most."),
    click.option("--timeout", type=Positive(), metavar="S", help="Seconds that one request may take.  [default: 60]"),
    click.option("--max-cost", type=Positive(), metavar="USD", help="Stop before all cost more."),
    click.option("--max-calls", type=click.IntRange(min=1), help="Stop before more requests are sent, by all of them."),
    click.option("--max-tokens", type=click.IntRange(min=1), help="Stop before more tokens are used, in and out."),
    click.option(
        "--cache",
        type=click.Choice(["project", "shared", "none"]),
        default="project",
        show_default=True,
        help="Where replies to the same request are looked for before it is sent.",
    ),
    allow_option,
    click.option("--estimate", is_flag=True, help="Only say what it would take."),
)


def _bounds(command: F) -> F:
    """Adds the options, which arrive as `Bounds` and `estimate`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.command("panel", short_help="Let several LLMs label the same items.", epilog=HELP)
@click.argument("project", type=FILE)
@click.argument("names", metavar="AGENT AGENT...", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=1), help="Ask each about at most so many items.")
@_bounds
@as_json
def panel_(
    project: Path,
    names: tuple[str, ...],
    limit: int | None,
    allow: bool,
    estimate: bool,
    as_json: bool,
    **bounds: Unpack[Bounds],
) -> None:
    """Let several LLMs label the same items at once, out of one budget. Ctrl+C stops; the next run goes on."""
    with opened(project) as db:
        choices = [meant(db, name) for name in names]
        if estimate:
            _estimated(db, choices, limit, _cache(bounds), as_json)
            return
        looking(choices)
        settle(db, choices, allow)
        for choice in choices:
            plan = agents.plan(db, choice, limit)
            if plan.to_ask:
                say(as_json)(announced(plan))
        control = prelabelling.Control()
        terms = _terms(bounds, control)
        found = run_with_stop(control, panel.run_panel(direct(db), choices, limit=limit, terms=terms))
    content = {"agents": [_content(name, outcome) for name, outcome in zip(names, found, strict=True)]}
    out(as_json, content, *_sentences(names, found))
    _leave(found)


@click.command("cascade", short_help="A cheap LLM first, a better one for the rest.", epilog=HELP)
@click.argument("project", type=FILE)
@click.argument("stages", metavar="AGENT:THRESHOLD...", nargs=-1, required=True)
@click.option(
    "--audit",
    type=click.FloatRange(0, 1),
    default=routing.AUDIT_SHARE,
    show_default=True,
    metavar="SHARE",
    help="This share of what is accepted goes to people, too.",
)
@click.option("--seed", type=int, default=0, show_default=True, help="Draws the audit sample.")
@_bounds
@as_json
def cascade_(
    project: Path,
    stages: tuple[str, ...],
    audit: float,
    seed: int,
    allow: bool,
    estimate: bool,
    as_json: bool,
    **bounds: Unpack[Bounds],
) -> None:
    """Each LLM labels what those before it are unsure of (below their THRESHOLD, 0 to 1); people get the rest.

    What each of them will do and cost is told first. The items are routed when all is done. Ctrl+C stops; the same
    command goes on.
    """
    with opened(project) as db:
        chosen = [_stage(db, word) for word in stages]
        looking(stage.choice for stage in chosen)
        seen = cascade.preview(db, chosen, audit_share=audit, cache=_cache(bounds))
        if estimate:
            out(as_json, asdict(seen) | {"money": seen.money, "sentences": seen.sentences}, *seen.sentences)
            return
        settle(db, [stage.choice for stage in chosen], allow)
        for sentence in [*seen.sentences, *_leaving(seen)]:
            say(as_json)(sentence)
        control = prelabelling.Control()
        run = cascade.run_cascade(direct(db), chosen, terms=_terms(bounds, control), audit_share=audit, seed=seed)
        found = run_with_stop(control, run)
    names = [stage.agent_name for stage in seen.stages]
    content = {
        "stages": [_content(name, outcome) for name, outcome in zip(names, found.stages, strict=False)],
        "routed": None if found.routed is None else found.routed.split._asdict() | {"waiting": found.routed.waiting},
    }
    out(as_json, content, *_sentences(names, found.stages), *_routed(found.routed))
    _leave(found.stages)


def _stage(db: Db, word: str) -> Stage:
    name, _, threshold = word.rpartition(":")
    try:
        sure = float(threshold)
    except ValueError:
        sure = -1.0
    if not name or sure < 0:
        raise click.UsageError(f"“{word}” has no threshold: write AGENT:THRESHOLD, for example “embedded:0.9”.")
    return Stage(meant(db, name), sure)


def _terms(bounds: Bounds, control: prelabelling.Control) -> Terms:
    return Terms(
        limits=prelabelling.Limits(bounds["concurrency"], bounds["rpm"], timeout=bounds["timeout"]),
        cap=prelabelling.Cap(bounds["max_cost"], bounds["max_calls"], bounds["max_tokens"]),
        cache=_cache(bounds),
        control=control,
        progress=agents_line(),
    )


def _cache(bounds: Bounds) -> prelabelling.Cache:
    return prelabelling.Cache[bounds["cache"].upper()]


def _estimated(
    db: Db, choices: Sequence[agents.AgentChoice], limit: int | None, cache: prelabelling.Cache, as_json: bool
) -> None:
    found = [estimating.estimate(db, choice, limit=limit, cache=cache) for choice in choices]
    known = [each.money for each in found if each.money is not None]
    total = None if len(known) < len(found) else (sum(low for low, _ in known), sum(high for _, high in known))
    content = {"agents": [asdict(each) | {"sentence": each.sentence} for each in found], "money": total}
    if total is None:
        told = "In all the price is unknown."
    else:
        told = "In all it costs nothing." if not total[1] else f"In all {dollars(total[0])} to {dollars(total[1])}."
    out(as_json, content, *(f"{each.agent_name}: {each.sentence}" for each in found), told)


def _leaving(seen: cascade.Preview) -> list[str]:
    """Where the texts go, before anything is sent."""
    places = dict.fromkeys(stage.goes_to for stage in seen.stages if stage.goes_to)
    return [f"Their texts go to {', '.join(places)}."] if places else ["Nothing leaves this machine."]


def _content(name: str, outcome: Summary | UserError) -> dict[str, Any]:
    if isinstance(outcome, Summary):
        return outcome.as_dict()
    return {"agent_name": name, "error": outcome.message, "hint": outcome.hint}


def _sentences(names: Sequence[str], outcomes: Outcomes) -> list[str]:
    told = []
    for name, outcome in zip(names, outcomes, strict=False):
        if isinstance(outcome, Summary):
            told += prelabelling.sentences(outcome)
        else:
            told.append(f"{name}: {outcome.message} {outcome.hint}".rstrip())
    return told


def _routed(found: RouteResult | None) -> list[str]:
    if found is None:
        return ["The items are not routed: the cascade did not end."]
    people = found.split.people + found.split.audit
    sample = f", {found.split.audit:,} of them as an audit sample" if found.split.audit else ""
    goes = f"{counted(people, 'item')} {'goes' if people == 1 else 'go'} to people{sample}; {found.accepted}."
    return [goes, *found.already]


def _leave(outcomes: Outcomes) -> None:
    """With the exit code that tells how it ended."""
    summaries = [outcome for outcome in outcomes if isinstance(outcome, Summary)]
    if any(summary.stopped and not summary.why for summary in summaries):
        sys.exit(130)
    if len(summaries) < len(outcomes) or any(summary.failed or summary.stopped for summary in summaries):
        sys.exit(1)
