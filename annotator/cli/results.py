"""`merge`, `status` and `export`: what came of it all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from annotator.cli.replacing import check_free, replace_option
from annotator.cli.terminal import FILE, as_json, asked_question, opened, out
from annotator.domain.model import Question
from annotator.domain.words import counted
from annotator.services import backups, exporting, exporting_questions, merging, overview, project_file, written_before
from annotator.services.project_file import looking_at


@click.command(short_help="Merge all answers into label probabilities.")
@click.argument("project", type=FILE, required=False)
@click.option("--method", default="auto", show_default=True, help="See --list.")
@click.option("--list", "list_", is_flag=True, help="List the methods; needs no project.")
@as_json
def merge(project: Path | None, method: str, list_: bool, as_json: bool) -> None:
    """Merge everybody's answers into label probabilities.

    With --json each annotator's confusion has a row for each label given and a column for each true label: a column
    says how often what is given when that label is right, and sums to 1.
    """
    if list_:
        found = merging.methods()
        out(as_json, found, *(f"{name:28} {text}" for name, text in found.items()))
        return
    if project is None:
        raise click.MissingParameter(ctx=click.get_current_context(), param_hint="'PROJECT'", param_type="argument")
    with opened(project) as db:
        backups.keep_if_possible(db.path, backups.Reason.MERGE)
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
@click.option("--people-shares", is_flag=True, help="One more column for each label: the share of people that gave it.")
@click.option("--raw-cells", is_flag=True, help="Leave cells as they are that a spreadsheet would run as a formula.")
@click.option("--excel", is_flag=True, help="Begin with a byte order mark, so that Excel shows accents.")
@replace_option
@as_json
def export(
    project: Path,
    out_file: Path,
    what: exporting.What,
    per_annotator: bool,
    people_shares: bool,
    raw_cells: bool,
    excel: bool,
    write_over: bool,
    as_json: bool,
) -> None:
    """Write labels with probabilities, or every annotation, as CSV. docs/export.md explains the columns.

    Of several questions each has a file of its own, with its name in it; --question writes one of them to OUT. An
    earlier export is written over, any other file only with --replace.
    """
    if what == "annotations" and (per_annotator or people_shares):
        option = "--per-annotator" if per_annotator else "--people-shares"
        raise click.UsageError(f"{option} adds columns to labels: leave it out, or leave out --what annotations.")
    exporting.check_suffix(out_file)
    found = []

    def keep() -> None:
        backups.keep_if_possible(db.path, backups.Reason.MERGE)

    with opened(project, or_read=True) as db:
        one = asked_question() is not None
        files = [(project_file.question(db), out_file)] if one else exporting_questions.files(db, out_file)
        for _, path in files:
            exporting.check_place(db, path)
            check_free(path, replace=write_over, what="export", is_own=written_before.is_export)
        for question, path in files:
            with looking_at(db, question.id):
                merged_anew = what == "labels" and exporting.merge_if_stale(db, keep)
                written = exporting.export(
                    db,
                    path,
                    what=what,
                    per_annotator=per_annotator,
                    shares=people_shares,
                    defuse=not raw_cells,
                    excel=excel,
                )
            found.append((question, written, merged_anew))
    content = [_exported(*each) for each in found]
    note = "Merged first, since there were answers that the last merge does not know."
    told = [note if any(merged for *_, merged in found) else "", *(result.sentence for _, result, _ in found)]
    out(as_json, content[0] if len(content) == 1 else {"files": content}, *told)


def _exported(question: Question, result: exporting.ExportResult, merged_anew: bool) -> dict[str, Any]:
    return {
        "question": question.name,
        "path": str(result.path),
        "rows": result.rows,
        "expected": result.expected,
        "reconciled": result.reconciled,
        "sources": result.sources,
        "waiting": result.waiting,
        "merged_anew": merged_anew,
    }


def _reported(report: merging.AnnotatorReport) -> dict[str, Any]:
    return {
        "annotator": report.annotator.name,
        "kind": report.annotator.kind.value,
        "answers": report.answers,
        "skipped": report.skipped,
        "reliability": report.reliability,
        "accuracy": report.accuracy._asdict(),
        "labels": list(report.labels),
        "confusion": None if report.confusion is None else report.confusion.tolist(),
    }
