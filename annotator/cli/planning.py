"""Commands on how much people are asked: `route` and `plan` in a project, `simulate` from collected answers."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path

import click

from annotator.cli.terminal import FILE, as_json, opened, out
from annotator.domain.words import counted
from annotator.services import adaptive, auditing, outlook, routing, simulating
from annotator.services.project_file import Db


@click.command(short_help="Send items to people.")
@click.argument("project", type=FILE)
@click.option("--threshold", type=float, metavar="P", help="Below this confidence people are asked.")
@click.option("--target-accuracy", type=float, metavar="A", help="Accept what can be promised to be right so often.")
@click.option("--delta", type=float, metavar="D", help="Risk that the promise is false.  [default: 0.05]")
@click.option("--budget", type=int, metavar="N", help="So many answers of people, where they help most.")
@click.option("--adaptive", "adaptively", is_flag=True, help="Where an answer helps most, until each label is sure.")
@click.option("--sure", type=float, metavar="P", help="With --adaptive: this probability is enough.  [default: 0.95]")
@click.option("--most", type=int, metavar="N", help="With --adaptive: so many answers an item.  [default: 5]")
@click.option(
    "--audit",
    type=float,
    metavar="N",
    help="With --threshold the share of the others that is asked too [default: 0.05];"
    " with --target-accuracy the items to audit, estimated by default.",
)
@click.option("--answers", type=int, help="Answers wanted for each such item.  [default: 1]")
@click.option("--agent", metavar="NAME", help="Whose confidence decides.  [default: the LLM that answered last]")
@click.option("--seed", type=int, default=0, show_default=True, help="Draws the audit sample.")
@as_json
def route(
    project: Path,
    threshold: float | None,
    target_accuracy: float | None,
    delta: float | None,
    budget: int | None,
    adaptively: bool,
    sure: float | None,
    most: int | None,
    audit: float | None,
    answers: int | None,
    agent: str | None,
    seed: int,
    as_json: bool,
) -> None:
    """Send items to people: the unsure ones, what it takes to promise an accuracy, or what a budget allows.

    Give exactly one of --threshold, --target-accuracy, --budget and --adaptive. With --target-accuracy a random audit
    sample goes to people first; once it is answered, the same command accepts what can be promised and sends the rest
    to people. With --adaptive the window offers each person the item that their answer helps most.
    """
    _check(threshold, target_accuracy, delta, budget, adaptively, audit, answers)
    if not adaptively and (sure is not None or most is not None):
        raise click.UsageError("--sure and --most belong to --adaptive.")
    if adaptively and agent is not None:
        raise click.UsageError("--agent does not go with --adaptive, which goes by all answers together.")
    needed = 1 if answers is None else answers
    with opened(project) as db:
        llm = None if agent is None else routing.llm_named(db, agent).id
        if target_accuracy is not None:
            _to_target(db, target_accuracy, delta, audit, needed, llm, seed, as_json)
            return
        if threshold is not None:
            share = routing.AUDIT_SHARE if audit is None else audit
            result = routing.route(
                db, threshold=threshold, audit_share=share, answers_per_item=needed, annotator_id=llm, seed=seed
            )
        elif adaptively:
            sure, most = adaptive.SURE if sure is None else sure, adaptive.MOST if most is None else most
            result = adaptive.route(db, sure=sure, most=most)
        else:
            result = routing.route_budget(db, budget=budget or 0, annotator_id=llm)
    split = result.split
    content = {
        **split._asdict(),
        "waiting": result.waiting,
        "answered": result.answered,
        "asked_again": result.again,
        "calibrated_on": result.gold,
        "warning": result.warning,
    }
    out(as_json, content, *_told(result, budget), result.warning)


def _told(result: routing.RouteResult, budget: int | None) -> list[str]:
    """Where the items go; each is in exactly one of the numbers named first."""
    split = result.split
    asked = result.waiting + result.answered
    if asked:
        sample = f", {split.audit:,} of them as an audit sample" if split.audit else ""
        goes = f"{counted(asked, 'item')} {'goes' if asked == 1 else 'go'} to people{sample}"
    else:
        goes = "No item goes to people"
    rest = f"; {result.accepted}."
    return [
        goes + (f", for {counted(budget, 'answer')} at most" if asked and budget else "") + rest,
        f"Not accepted, as they are without a label: {split.without_label:,}." if split.without_label else "",
        *result.already,
        f"The confidences are calibrated on {counted(result.gold, 'gold item')}." if result.gold else "",
        f"{counted(split.not_answered, 'item')} without an answer of {result.llm}: pre-label to route them, too."
        if split.not_answered
        else "",
    ]


def _check(
    threshold: float | None,
    target: float | None,
    delta: float | None,
    budget: int | None,
    adaptively: bool,
    audit: float | None,
    answers: int | None,
) -> None:
    if sum(value is not None for value in (threshold, target, budget, adaptively or None)) != 1:
        raise click.UsageError("Give exactly one of --threshold, --target-accuracy, --budget and --adaptive.")
    if delta is not None and target is None:
        raise click.UsageError("--delta belongs to --target-accuracy.")
    if budget is not None and (audit is not None or answers is not None):
        raise click.UsageError("--audit and --answers do not go with --budget.")
    if adaptively and (audit is not None or answers is not None):
        raise click.UsageError("--audit and --answers do not go with --adaptive; give --most.")
    if target is not None and audit is not None and not audit.is_integer():
        raise click.UsageError("With --target-accuracy, --audit is a number of items.")


def _to_target(
    db: Db,
    target: float,
    delta: float | None,
    audit: float | None,
    answers: int,
    llm: int | None,
    seed: int,
    as_json: bool,
) -> None:
    found = auditing.route_to_target(
        db,
        target=target,
        delta=auditing.DELTA if delta is None else delta,
        audit=None if audit is None else int(audit),
        answers_per_item=answers,
        annotator_id=llm,
        seed=seed,
    )
    split = found.split
    accepted = split.accepted + split.audit
    goes = (
        f"{counted(found.waiting, 'item')} {'waits' if found.waiting == 1 else 'wait'} for people;"
        f" {accepted:,} {'is' if accepted == 1 else 'are'} accepted from the LLM"
        f"{f', {split.audit:,} of which people checked in the audit' if split.audit else ''}."
    )
    out(as_json, found.as_dict(), found.look.sentence, goes if found.look.promised else "", *found.already)
    if found.look.hopeless:
        sys.exit(1)  # nothing was routed


@click.command(short_help="What more answers of people would bring.")
@click.argument("project", type=FILE)
@click.option("--target", type=float, metavar="A", help="How many answers until this accuracy is expected?")
@click.option("--answers", type=click.IntRange(min=0), metavar="N", help="What accuracy is expected after so many?")
@as_json
def plan(project: Path, target: float | None, answers: int | None, as_json: bool) -> None:
    """Expected accuracy against human answers still to come, and how many are enough. Changes nothing.

    People are thought of as asked where an answer helps most, as with `route --adaptive`, until each label is sure.
    """
    outlook.check_target(target)
    with opened(project, read_only=True) as db:
        found = outlook.prospect(db)
    told = found.sentences(target)
    if answers is not None:
        told.insert(1, found.after(answers))
    out(as_json, found.as_dict(target, answers), *told)


@click.command(short_help="How many answers does such a project need?")
@click.argument("labels", type=FILE)
@click.argument("gold", type=FILE)
@click.option("--llm", metavar="ANNOTATOR", help="The annotator whose answers are there from the start.")
@click.option("--llm-accuracy", type=float, metavar="A", help="Simulate an LLM that is right so often.")
@click.option("--policy", type=click.Choice(simulating.POLICIES), default="adaptive", show_default=True)
@click.option("--seed", type=int, default=0, show_default=True, help="Draws the order of answers.")
@click.option("--ordinal", is_flag=True, help="The labels are numbers with an order, as ratings are.")
@as_json
def simulate(
    labels: Path,
    gold: Path,
    llm: str | None,
    llm_accuracy: float | None,
    policy: simulating.Policy,
    seed: int,
    ordinal: bool,
    as_json: bool,
) -> None:
    """Replay collected answers as if asked for one by one: how many answers does such a project need?"""
    if llm is not None and llm_accuracy is not None:
        raise click.UsageError("Give --llm or --llm-accuracy, not both.")
    plan = simulating.simulate(
        labels, gold, llm=llm, llm_accuracy=llm_accuracy, policy=policy, seed=seed, ordinal=ordinal
    )
    out(as_json, asdict(plan), *plan.sentences())
