"""`merge`, `status` and `export`: what came of it all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from annotator.cli.terminal import FILE, as_json, opened, out
from annotator.domain.words import counted
from annotator.services import exporting, merging, overview


@click.command(short_help="Merge all answers into label probabilities.")
@click.argument("project", type=FILE, required=False)
@click.option("--method", default="auto", show_default=True, help="See --list.")
@click.option("--list", "list_", is_flag=True, help="List the methods; needs no project.")
@as_json
def merge(project: Path | None, method: str, list_: bool, as_json: bool) -> None:
    """Merge everybody's answers into label probabilities."""
    if list_:
        found = merging.methods()
        out(as_json, found, *(f"{name:28} {text}" for name, text in found.items()))
        return
    if project is None:
        raise click.MissingParameter(ctx=click.get_current_context(), param_hint="'PROJECT'", param_type="argument")
    with opened(project) as db:
        result = merging.merge_and_store(db, method)
        reports = merging.annotator_report(db)
    content = {
        "method": result.method,
        "reason": result.reason,
        "warnings": list(result.warnings),
        "items": result.items,
        "annotators": [_reported(report) for report in reports],
    }
    out(
        as_json,
        content,
        f"Answers to {counted(result.items, 'item')} merged by {result.method}. {result.reason}",
        *(f"Note: {warning}" for warning in result.warnings),
    )


@click.command()
@click.argument("project", type=FILE)
@as_json
def status(project: Path, as_json: bool) -> None:
    """Where the project stands."""
    with opened(project, read_only=True) as db:
        found = overview.summary(db)
    out(as_json, found.as_dict(), *overview.sentences(found))


@click.command(short_help="Write labels or annotations as CSV.")
@click.argument("project", type=FILE)
@click.argument("out_file", metavar="OUT", type=FILE)
@click.option("--what", type=click.Choice(["labels", "annotations"]), default="labels", show_default=True)
@click.option("--per-annotator", is_flag=True, help="One more column for each annotator.")
@click.option("--raw-cells", is_flag=True, help="Leave cells as they are that a spreadsheet would run as a formula.")
@click.option("--excel", is_flag=True, help="Begin with a byte order mark, so that Excel shows accents.")
@as_json
def export(
    project: Path,
    out_file: Path,
    what: exporting.What,
    per_annotator: bool,
    raw_cells: bool,
    excel: bool,
    as_json: bool,
) -> None:
    """Write labels with probabilities, or every annotation, as CSV. docs/export.md explains the columns."""
    with opened(project) as db:
        merged_anew = what == "labels" and exporting.merge_if_stale(db)
        result = exporting.export(
            db, out_file, what=what, per_annotator=per_annotator, defuse=not raw_cells, excel=excel
        )
    content = {
        "path": str(result.path),
        "rows": result.rows,
        "expected": result.expected,
        "reconciled": result.reconciled,
        "sources": result.sources,
        "waiting": result.waiting,
        "merged_anew": merged_anew,
    }
    note = "Merged first, since there were answers that the last merge does not know." if merged_anew else ""
    out(as_json, content, note, result.sentence)


def _reported(report: merging.AnnotatorReport) -> dict[str, Any]:
    return {
        "annotator": report.annotator.name,
        "kind": report.annotator.kind.value,
        "answers": report.answers,
        "reliability": report.reliability,
        "accuracy": report.accuracy._asdict(),
        "labels": list(report.labels),
        "confusion": None if report.confusion is None else report.confusion.tolist(),
    }
