"""`report`: what a lead hands over, as a page of HTML or as PDF."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.replacing import check_free, replace_option
from annotator.cli.terminal import FILE, as_json, opened, out
from annotator.domain.words import counted
from annotator.errors import UserError
from annotator.services import exporting, report_page, reporting, written_before
from annotator.services.project_file import Db
from annotator.services.reporting import Content

KINDS = (".html", ".htm", ".pdf")


@click.command(short_help="Write a report as HTML or PDF.")
@click.argument("project", type=FILE)
@click.argument("out_file", metavar="OUT", type=FILE)
@click.option("--examples", is_flag=True, help="Show texts of items that the answers leave most open.")
@replace_option
@as_json
def report(project: Path, out_file: Path, examples: bool, write_over: bool, as_json: bool) -> None:
    """Write a report on the task, people and agents, agreement, calibration, cost and limits.

    OUT ends in .html, one file that loads nothing from elsewhere, or in .pdf. Besides the guideline no text of the
    project is in it, unless --examples is given. An earlier report is written over, any other file only with
    --replace.
    """
    kind = out_file.suffix.lower()
    if kind not in KINDS:
        raise UserError(f"A report is no “{kind or out_file.name}”.", hint="End the name in .html or .pdf.")
    with opened(project, read_only=True) as db:
        exporting.check_place(db, out_file)
        check_free(out_file, replace=write_over, what="report", is_own=written_before.is_report)
        found = reporting.content(db, examples=examples)
        pages = _write(db, out_file, found)
    content = {"path": str(out_file), "pages": pages, "items": found.items, "gold": found.gold}
    size = f", {counted(pages, 'page')}" if pages else ""
    out(as_json, content, f"{reporting.sentence(found)} Written to {out_file.name}{size}.")


def _write(db: Db, path: Path, found: Content) -> int | None:
    """Returns the pages of a PDF."""
    if path.suffix.lower() != ".pdf":
        report_page.write_html(db, path, found)
        return None
    try:
        from annotator.ui import printing
    except ImportError as error:
        raise UserError(
            f"PDF needs Qt, which cannot be loaded here: {error}.", hint="Write the report as .html, which needs no Qt."
        ) from error
    application = printing.without_window()
    try:
        return printing.write_pdf(db, path, found)
    finally:
        del application
