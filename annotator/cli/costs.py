"""`ledger` and `compare`: what everybody has cost, and how agents do beside people."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.terminal import FILE, as_json, opened, out
from annotator.services import alt_test, comparing, comparing_words, measuring
from annotator.services import ledger as ledger_


@click.command(short_help="What everybody has cost.")
@click.argument("project", type=FILE)
@click.option(
    "--energy",
    type=click.FloatRange(min=0),
    metavar="WH",
    help="Keep this factor, in Wh for 1,000 tokens, and estimate the energy by it.",
)
@as_json
def ledger(project: Path, energy: float | None, as_json: bool) -> None:
    """Money, tokens, time and energy of each LLM, minutes of each person, and what a right label costs.

    Energy is an estimate: tokens times the factor that you give.
    """
    with opened(project, read_only=energy is None) as db:
        if energy is not None:
            ledger_.set_energy_factor(db, energy)
        found = ledger_.ledger(db)
    out(as_json, found.as_dict(), *found.sentences)


@click.command(short_help="LLMs beside people, or two of them.")
@click.argument("project", type=FILE)
@click.argument("one", metavar="[A", required=False)
@click.argument("other", metavar="B]", required=False)
@click.option(
    "--epsilon",
    type=float,
    default=alt_test.EPSILON,
    show_default=True,
    help="The LLM's margin in the alternative annotator test.",
)
@as_json
def compare(project: Path, one: str | None, other: str | None, epsilon: float, as_json: bool) -> None:
    """How right, how sure, how dear and how fast each LLM and each person is; or where A and B differ.

    A and B are names of annotators, “gold”, or “consensus” for the merged labels. They are compared on the items that
    both labelled, without those that an LLM was shown as examples.
    """
    if one is not None and other is None:
        raise click.UsageError("Give two names to compare, or none.")
    with opened(project, read_only=True) as db:
        if one is None or other is None:
            found = comparing.compare(db, epsilon)
            out(as_json, [row.as_dict() for row in found], *comparing_words.sentences(found, measuring.left_out(db)))
            return
        pair = comparing.pair(db, comparing.side(db, one), comparing.side(db, other))
        out(as_json, pair.as_dict(), *comparing_words.pair_sentences(pair))
