"""Commands that make and fill a project: `new`, `import`, `import-labels`."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click

from annotator.cli.terminal import FILE, as_json, bytes_line, opened, out, seen
from annotator.domain.quoting import quoted
from annotator.domain.words import counted
from annotator.errors import UserError
from annotator.services import backups, columns, creating, drives, importing, label_columns, project_file
from annotator.services.backups import Reason
from annotator.services.importing import ImportResult, ReasonCount, Rejected
from annotator.services.project_file import SUFFIX

SHOWN = 20  # reasons that are listed, and rows in JSON
LARGEST_TEXT = 8_000_000  # bytes of a guideline: more than one may have
_Command = TypeVar("_Command", bound=Callable[..., Any])
_bad_rows = click.option(
    "--bad-rows",
    type=click.Choice(["set-aside", "refuse"]),
    default="set-aside",
    show_default=True,
    help="What to do with a file that has rows which cannot be used.",
)


_encoding = click.option("--encoding", help="The file's encoding, where it is recognised wrongly.")
_delimiter = click.option("--delimiter", help="The file's delimiter, where it is recognised wrongly.")
_LABEL_COLUMNS = {
    "item": ("--id", "The column with the items' ids."),
    "annotator": ("--annotator", "The column that says who answered."),
    "label": ("--label", "The column with the labels; with --gold, with those that are known to be right."),
    "confidence": ("--confidence", "The column with confidences from 0 to 1; “--confidence ''” reads none."),
    "kind": ("--kind", "The column that says who is human and who is llm."),
    "family": ("--family", "The column with the families of LLMs."),
    "comment": ("--comment", "The column with comments."),
    "seconds": ("--seconds", "The column with the seconds that an answer took."),
}


def _label_columns(command: _Command) -> _Command:
    """The options that say which columns of a file of labels are which."""
    for word, (option, text) in reversed(_LABEL_COLUMNS.items()):
        command = click.option(option, word, metavar="COL", help=text)(command)
    return command


def _reading_options(command: _Command) -> _Command:
    """The options that say how a file of items is read."""
    for option in reversed(
        (
            click.option(
                "--text", "text", multiple=True, metavar="COL", help="A column that is labelled; may be repeated."
            ),
            click.option("--id", "id_column", metavar="COL", help="The column with the items' ids."),
            click.option(
                "--duplicates",
                type=click.Choice(["skip", "update", "both", "refuse"]),
                default="skip",
                show_default=True,
                help="What to do with a row whose id came before. With “both” it is kept as “id (2)”, unless its text"
                " is the same too.",
            ),
            _bad_rows,
            _encoding,
            _delimiter,
        )
    ):
        command = option(command)
    return command


@click.command()
@click.argument("project", type=FILE)
@click.option("--items", type=FILE, required=True, help="CSV, TSV, JSONL or plain text, one item per row.")
@click.option("--labels", required=True, metavar="A,B,C", help="The permitted labels, separated by commas.")
@click.option("--question", default="Which label fits?", show_default=True, help="What is asked of each item.")
@click.option("--short-name", default="Label", show_default=True, help="The question in a word, such as Sentiment.")
@click.option("--noun", default="Text", show_default=True, help="What an item is called, such as Review.")
@click.option("--guideline", type=FILE, help="A Markdown file with instructions.")
@click.option("--name", default="", help="The project's name; by default the file's.")
@_reading_options
@as_json
def new(
    project: Path,
    items: Path,
    labels: str,
    question: str,
    short_name: str,
    noun: str,
    guideline: Path | None,
    name: str,
    text: tuple[str, ...],
    id_column: str | None,
    duplicates: importing.Duplicates,
    bad_rows: importing.BadRows,
    encoding: str | None,
    delimiter: str | None,
    as_json: bool,
) -> None:
    """Make a project from a file of items."""
    if project.name in ("", ".."):
        raise UserError(f"“{project}” is a folder.", hint="Give the project a name of its own.")
    project = project if project.suffix else project.with_name(project.name + SUFFIX)
    asked = project_file.make_question(
        short_name, question, [label for label in labels.split(",") if label.strip()], read_text(guideline), noun
    )
    inspection = _inspected(items, encoding, delimiter)
    chosen = columns.choose(inspection, fields=text, id_column=id_column)
    result = creating.create_from_file(
        project,
        name=name or project.stem,
        question=asked,
        source=items,
        layout=inspection.layout,
        mapping=chosen.mapping,
        duplicates=duplicates,
        bad_rows=bad_rows,
        report=bytes_line("Importing"),
    ).items
    with opened(project, read_only=True) as db:
        became = _became(db, result)
    content = {"project": str(project), **became.content, **_columns(chosen)}
    out(as_json, content, f"Made {project}.", *_told(became, "item"), chosen.sentence, _note(chosen))
    if warning := drives.warning(project):
        click.echo(seen(f"Note: {warning}"), err=True)


@click.command("import")
@click.argument("project", type=FILE)
@click.argument("file", type=FILE)
@_reading_options
@as_json
def import_(
    project: Path,
    file: Path,
    text: tuple[str, ...],
    id_column: str | None,
    duplicates: importing.Duplicates,
    bad_rows: importing.BadRows,
    encoding: str | None,
    delimiter: str | None,
    as_json: bool,
) -> None:
    """Add more items to a project. The columns are those of an earlier import where the file has them."""
    with opened(project) as db:
        inspection = _inspected(file, encoding, delimiter)
        chosen = columns.choose(inspection, fields=text, id_column=id_column, db=db)
        if not text:
            columns.check_alike(db, file, inspection, chosen)
        backups.keep_if_possible(db.path, Reason.BULK)
        result = importing.import_items(
            db,
            file,
            layout=inspection.layout,
            mapping=chosen.mapping,
            duplicates=duplicates,
            bad_rows=bad_rows,
            report=bytes_line("Importing"),
        )
        became = _became(db, result)
    content = {**became.content, **_columns(chosen), "again": result.again}
    out(as_json, content, *_told(became, "item"), chosen.sentence, _note(chosen), _again(result))


@click.command("import-labels", short_help="Add answers of others, or known labels.")
@click.argument("project", type=FILE)
@click.argument("file", type=FILE)
@click.option("--gold", is_flag=True, help="The labels are known to be right: `item, label` without annotators.")
@_label_columns
@_bad_rows
@_encoding
@_delimiter
@as_json
def import_labels(
    project: Path,
    file: Path,
    gold: bool,
    bad_rows: importing.BadRows,
    encoding: str | None,
    delimiter: str | None,
    as_json: bool,
    **columns: str | None,
) -> None:
    """Add answers of others: `item/task, annotator/worker, label` as CSV, TSV or JSONL.

    --id, --annotator and the like say which columns these are where they have other names; a later file that has the
    same columns is read in the same way, and says so.
    """
    asked = {word: name for word, name in columns.items() if name is not None}
    what: label_columns.What = "gold" if gold else "labels"
    if foreign := [word for word in asked if gold and word not in label_columns.required(what)]:
        raise click.UsageError(f"--{foreign[0].replace('_', '-')} belongs to answers, and --gold has none.")
    with opened(project) as db:
        layout = importing.layout_of(file, delimiter=_character(delimiter), encoding=encoding or "")
        chosen = label_columns.choose(db, file, layout, what=what, asked=asked)
        read = importing.import_gold if gold else importing.import_labels
        result = read(db, file, layout=layout, columns=asked, bad_rows=bad_rows, report=bytes_line("Importing"))
        became = _became(db, result)
    content = {**became.content, "columns": chosen.columns, "as_before": chosen.before}
    told = _told(became, "gold label" if gold else "answer")
    out(as_json, content, *told, chosen.sentence, chosen.before_sentence)
    if not (result.added or result.updated or result.skipped):
        # A script must not go on as if it had labels; the rows and their reasons are told above all the same.
        why = "was set aside" if not result.without_gold else "is without gold"
        if result.rejected and result.without_gold:
            why = "was set aside or is without gold"
        raise UserError(f"Nothing of “{file.name}” was taken: every row {why}.")


def _inspected(path: Path, encoding: str | None, delimiter: str | None) -> importing.Inspection:
    """The file as it is recognised, but for what the command line says otherwise."""
    return importing.inspect(path, delimiter=_character(delimiter), encoding=encoding or "")


def _character(delimiter: str | None) -> str:
    """The delimiter that is meant; "" for none."""
    return {None: "", "\\t": "\t", "tab": "\t"}.get(delimiter, delimiter or "")


class _Became(NamedTuple):
    """What became of the rows of a file. rejected, reasons: the first SHOWN rows and the SHOWN reasons of most rows."""

    result: ImportResult
    rejected: list[Rejected]
    reasons: list[ReasonCount]

    @property
    def content(self) -> dict[str, Any]:
        """As JSON has it."""
        names = ("rows", "added", "updated", "skipped", "rejected", "without_gold", "replaced")
        return {
            **{name: getattr(self.result, name) for name in names},
            "skipped_rows": [{"line": row.line, "reason": row.reason} for row in self.result.skipped_rows],
            "skipped_reasons": [_reason(reason) for reason in self.result.skipped_reasons],
            "rejected_rows": [row._asdict() for row in self.rejected],
            "rejected_reasons": [_reason(reason) for reason in self.reasons],
        }


def _reason(found: ReasonCount) -> dict[str, Any]:
    examples = {"examples": list(found.examples)} if found.examples else {}
    return {"reason": found.reason, "rows": found.rows, "line": found.line, **examples}


def _became(db: project_file.Db, result: ImportResult) -> _Became:
    rejected = importing.rejected_rows(db, result.import_id, limit=SHOWN)
    return _Became(result, rejected, importing.reasons(db, result.import_id, SHOWN))


def _columns(chosen: columns.Chosen) -> dict[str, Any]:
    mapping = chosen.mapping
    return {"columns": {"id": mapping.id_column, "text": list(mapping.fields)}, "hint": chosen.hint}


def _told(became: _Became, noun: str) -> list[str]:
    """What became of the rows in one line, and why some are not in the project, equal reasons together."""
    result = became.result
    counts = [f"{counted(result.added, noun)} added"]
    counts += [f"{result.updated:,} updated"] if result.updated else []
    counts += [f"{counted(result.skipped, 'row')} skipped"] if result.skipped else []
    counts += [f"{counted(result.rejected, 'row')} set aside"] if result.rejected else []
    counts += [f"{counted(result.without_gold, 'row')} without gold"] if result.without_gold else []
    out_of_it = [(found.line, "skipped", found) for found in result.skipped_reasons]
    out_of_it += [(found.line, "set aside", found) for found in became.reasons]
    lines = [f"  {_why(what, found)}" for _, what, found in sorted(out_of_it)]
    more = {
        "skipped": result.skipped - sum(found.rows for found in result.skipped_reasons),
        "set aside, and kept in the project": result.rejected - sum(found.rows for found in became.reasons),
    }
    rest = [f"  ... and {number:,} more {what}" for what, number in more.items() if number]
    return [f"{', '.join(counts)}.", *lines, *rest, *_replaced(result)]


def _replaced(result: ImportResult) -> list[str]:
    if not result.replaced:
        return []
    rows, is_ = ("row that was", "is") if result.replaced == 1 else ("rows that were", "are")
    return [f"{result.replaced:,} {rows} set aside from a file of this name before {is_} replaced."]


def _why(what: str, found: ReasonCount) -> str:
    if found.rows == 1:
        return f"line {found.line}: {what}, {found.reason}"
    such = f", such as {', '.join(map(quoted, found.examples))}" if found.examples else ""
    return f"{what}, {found.reason}: {found.rows:,} rows, first in line {found.line}{such}"


def _note(chosen: columns.Chosen) -> str:
    return chosen.hint and f"Note: {chosen.hint}"


def _again(result: ImportResult) -> str:
    if not result.again:
        return ""
    has = "has a text" if result.again == 1 else "have texts"
    return f"Note: {result.again:,} of the added items {has} that the project had before, under another id."


def read_text(path: Path | None) -> str:
    """A guideline from a file; "" where none is given."""
    if path is None:
        return ""
    if not os.path.exists(path):  # which says no of a name that no file can have
        raise UserError(f"There is no file “{path}” for the guideline.", hint="Check the name, or leave it out.")
    if not path.is_file() or path.stat().st_size > LARGEST_TEXT:
        raise UserError(f"“{path}” cannot be read as text.", hint="Give a Markdown file in UTF-8.")
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"“{path}” cannot be read as text.", hint="Give a Markdown file in UTF-8.") from error
