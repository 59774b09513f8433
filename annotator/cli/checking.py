"""`agreement`, `calibrate` and `alt-test`: how far annotators can be trusted."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.terminal import FILE, as_json, opened, out
from annotator.services import agreement as agreement_
from annotator.services import alt_test as alt_test_
from annotator.services import confidence, reliability


@click.command(short_help="How far people and LLMs agree.")
@click.argument("project", type=FILE)
@click.option("--ordinal", is_flag=True, help="The labels have an order, as ratings do.")
@as_json
def agreement(project: Path, ordinal: bool, as_json: bool) -> None:
    """How far people and LLMs agree, and whose answers look wrong."""
    with opened(project, read_only=True) as db:
        found = agreement_.report(db, ordinal or None)
    out(as_json, found.as_dict(), *found.sentences())


@click.command(short_help="How far probabilities can be trusted.")
@click.argument("project", type=FILE)
@as_json
def calibrate(project: Path, as_json: bool) -> None:
    """How far merged probabilities and LLMs' confidences can be trusted, by the items with gold.

    What it learns about each LLM's confidence is kept, and suggestions show it from then on. Runs and routing by
    threshold do the same by themselves; this is for gold that came later.
    """
    with opened(project) as db:
        confidence.on_gold(db)
        found = reliability.report(db)
    out(as_json, found.as_dict(), *reliability.sentences(found))


@click.command("alt-test", short_help="May an LLM replace people?")
@click.argument("project", type=FILE)
@click.option(
    "--epsilon",
    type=float,
    default=alt_test_.EPSILON,
    show_default=True,
    help="The LLM's margin: 0.2 against experts, 0.15 skilled people, 0.1 a crowd.",
)
@as_json
def alt_test(project: Path, epsilon: float, as_json: bool) -> None:
    """May an LLM replace people? The alternative annotator test, by agent."""
    with opened(project, read_only=True) as db:
        found = alt_test_.verdicts(db, epsilon)
    sentences = [f"{verdict.llm.name}: {verdict.sentence}" for verdict in found]
    out(as_json, [verdict.as_dict() for verdict in found], *(sentences or ["No LLM has answered yet."]))
