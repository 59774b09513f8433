"""Every step of the main job without a window, each with --json and a proper exit code."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, TypeVar

import click

from annotator import paths
from annotator.errors import Cancelled, UserError
from annotator.services import (
    agents,
    agreement,
    alt_test,
    auditing,
    creating,
    exporting,
    importing,
    merging,
    overview,
    prelabelling,
    project_file,
    routing,
    simulating,
)
from annotator.services.project_file import SUFFIX, Db

T = TypeVar("T")
FILE = click.Path(path_type=Path)
as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of sentences.")


class _Commands(click.Group):
    """Commands, and a project's file name in place of one, which opens the window; errors as one sentence."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.commands and (args[0].endswith(SUFFIX) or Path(args[0]).exists()):
            return "open", open_window, args
        return super().resolve_command(ctx, args)


@click.group(cls=_Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="annotator")
@click.pass_context
def commands(ctx: click.Context) -> None:
    """People and LLMs label data together.

    Without a command the window opens; `annotator PROJECT` opens it on a project.
    """
    if ctx.invoked_subcommand is None:
        ctx.exit(_window(None))


def main() -> None:
    """The program; exits with 0, with 1 for what the user can put right, 2 for a wrong command line, 130 if stopped."""
    try:
        sys.exit(commands.main(standalone_mode=False) or 0)
    except UserError as error:
        _fail(error)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (Cancelled, KeyboardInterrupt, click.Abort):
        click.echo("Stopped; what was saved stays saved.", err=True)
        sys.exit(130)
    except BrokenPipeError:
        sys.exit(1)


@commands.command("open", hidden=True)
@click.argument("project", type=FILE)
def open_window(project: Path) -> None:
    """Open the window on a project."""
    click.get_current_context().exit(_window(project))


@commands.command()
@click.option("--headless", is_flag=True, help="Do the same without a window, and print a summary.")
@click.option("--dir", "folder", type=FILE, default=None, help="Where the sample project goes.")
@as_json
def demo(headless: bool, folder: Path | None, as_json: bool) -> None:
    """Make the sample project, pre-label it with the built-in LLM, and open it."""
    from annotator.services import demo as demo_

    show = not headless and not as_json and _display_available()
    if not show and not headless and not as_json:
        click.echo("There is no display here, so the same is done without a window.", err=True)
    if show:
        _check_window()  # before the work, not after it
        folder = folder or paths.documents()  # where the start page looks for the sample, too
    made = demo_.make(folder, _progress_line("Pre-labelling"), _say(as_json))
    if show:
        click.get_current_context().exit(_window(made.project))
    finished = demo_.finish(made)
    _out(as_json, finished.as_dict(), *finished.sentences())


@commands.command()
@click.argument("project", type=FILE)
@click.option("--items", type=FILE, required=True, help="CSV, TSV, JSONL or plain text, one item per row.")
@click.option("--text", "text", multiple=True, metavar="COL", help="A column that is labelled; may be repeated.")
@click.option("--id", "id_column", metavar="COL", help="The column with the items' ids.")
@click.option("--labels", required=True, metavar="A,B,C", help="The permitted labels, separated by commas.")
@click.option("--question", default="Which label fits?", show_default=True, help="What is asked of each item.")
@click.option("--short-name", default="Label", show_default=True, help="The question in a word, such as Sentiment.")
@click.option("--noun", default="Text", show_default=True, help="What an item is called, such as Review.")
@click.option("--guideline", type=FILE, help="A Markdown file with instructions.")
@click.option("--name", default="", help="The project's name; by default the file's.")
@click.option("--duplicates", type=click.Choice(["skip", "update", "refuse"]), default="skip", show_default=True)
@click.option("--encoding", help="The file's encoding, where it is recognised wrongly.")
@click.option("--delimiter", help="The file's delimiter, where it is recognised wrongly.")
@as_json
def new(
    project: Path,
    items: Path,
    text: tuple[str, ...],
    id_column: str | None,
    labels: str,
    question: str,
    short_name: str,
    noun: str,
    guideline: Path | None,
    name: str,
    duplicates: importing.Duplicates,
    encoding: str | None,
    delimiter: str | None,
    as_json: bool,
) -> None:
    """Make a project from a file of items."""
    project = project if project.suffix else project.with_name(project.name + SUFFIX)
    asked = project_file.make_question(
        short_name, question, [label for label in labels.split(",") if label.strip()], _read(guideline), noun
    )
    layout, mapping = _reading(items, text, id_column, encoding, delimiter)
    result = creating.create_from_file(
        project,
        name=name or project.stem,
        question=asked,
        source=items,
        layout=layout,
        mapping=mapping,
        duplicates=duplicates,
        report=_bytes_line("Importing"),
    )
    with _opened(project, read_only=True) as db:
        _imported(db, result, "items", as_json, project=str(project))


@commands.command("import")
@click.argument("project", type=FILE)
@click.argument("file", type=FILE)
@click.option("--text", "text", multiple=True, metavar="COL", help="A column that is labelled; may be repeated.")
@click.option("--id", "id_column", metavar="COL", help="The column with the items' ids.")
@click.option("--duplicates", type=click.Choice(["skip", "update", "refuse"]), default="skip", show_default=True)
@click.option("--encoding", help="The file's encoding, where it is recognised wrongly.")
@click.option("--delimiter", help="The file's delimiter, where it is recognised wrongly.")
@as_json
def import_(
    project: Path,
    file: Path,
    text: tuple[str, ...],
    id_column: str | None,
    duplicates: importing.Duplicates,
    encoding: str | None,
    delimiter: str | None,
    as_json: bool,
) -> None:
    """Add more items to a project."""
    with _opened(project) as db:
        layout, mapping = _reading(file, text, id_column, encoding, delimiter)
        result = importing.import_items(
            db, file, layout=layout, mapping=mapping, duplicates=duplicates, report=_bytes_line("Importing")
        )
        _imported(db, result, "items", as_json)


@commands.command("import-labels")
@click.argument("project", type=FILE)
@click.argument("file", type=FILE)
@click.option("--gold", is_flag=True, help="The labels are known to be right: `item, label` without annotators.")
@as_json
def import_labels(project: Path, file: Path, gold: bool, as_json: bool) -> None:
    """Add answers of others: `item/task, annotator/worker, label` as CSV or TSV."""
    with _opened(project) as db:
        read = importing.import_gold if gold else importing.import_labels
        _imported(db, read(db, file, report=_bytes_line("Importing")), "gold labels" if gold else "answers", as_json)


@commands.command()
@click.argument("project", type=FILE)
@click.option("--model", default="embedded", show_default=True, help="embedded, or a name as litellm takes it.")
@click.option(
    "--api-base", default="", metavar="URL", help="An OpenAI-compatible server, asked for its model without --model."
)
@click.option(
    "--examples",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    metavar="N",
    help="Show the model so many items with gold, which are then not asked about; 8 are a good start.",
)
@click.option("--limit", type=click.IntRange(min=1), help="Ask about at most so many items.")
@click.option("--concurrency", type=click.IntRange(min=1), help="Requests at once.")
@as_json
def prelabel(
    project: Path,
    model: str,
    api_base: str,
    examples: int,
    limit: int | None,
    concurrency: int | None,
    as_json: bool,
) -> None:
    """Let an LLM label the items that it has not labelled yet. Ctrl+C stops; the next run goes on."""
    choice = agents.AgentChoice(model, api_base, examples)
    with _opened(project) as db:
        plan = agents.plan(db, choice, limit)
        where = "nothing leaves this machine" if plan.local else f"their texts go to {plan.goes_to}"
        rest = [f", {plan.answered:,} done already"] if plan.answered else []
        rest += [f", {plan.examples:,} with gold as examples"] if plan.examples else []
        _say(as_json)(f"{plan.agent_name}: {plan.to_ask:,} items to label{''.join(rest)}; {where}.")
        control = prelabelling.Control()
        summary = _run_with_stop(
            control,
            prelabelling.run(
                _direct(db),
                choice,
                limit=limit,
                concurrency=concurrency,
                control=control,
                progress=_progress_line("Pre-labelling"),
            ),
        )
    content = {name: value for name, value in vars(summary).items() if name != "changes"}
    _out(as_json, content, *prelabelling.sentences(summary))
    if summary.stopped:
        sys.exit(130)
    if summary.failed:
        sys.exit(1)


@commands.command()
@click.argument("project", type=FILE)
@click.option("--threshold", type=float, metavar="P", help="Below this confidence people are asked.")
@click.option("--target-accuracy", type=float, metavar="A", help="Accept what can be promised to be right so often.")
@click.option("--delta", type=float, metavar="D", help="Risk that the promise is false.  [default: 0.05]")
@click.option("--budget", type=int, metavar="N", help="So many answers of people, where they help most.")
@click.option(
    "--audit",
    type=float,
    metavar="N",
    help="With --threshold the share of the others that is asked too [default: 0.05];"
    " with --target-accuracy the items to audit, estimated by default.",
)
@click.option("--answers", type=int, help="Answers wanted for each such item.  [default: 1]")
@click.option("--seed", type=int, default=0, show_default=True, help="Draws the audit sample.")
@as_json
def route(
    project: Path,
    threshold: float | None,
    target_accuracy: float | None,
    delta: float | None,
    budget: int | None,
    audit: float | None,
    answers: int | None,
    seed: int,
    as_json: bool,
) -> None:
    """Send items to people: the unsure ones, what it takes to promise an accuracy, or what a budget allows.

    Give exactly one of --threshold, --target-accuracy and --budget. With --target-accuracy a random audit sample goes
    to people first; once it is answered, the same command accepts what can be promised and sends the rest to people.
    """
    _check_route(threshold, target_accuracy, delta, budget, audit, answers)
    needed = 1 if answers is None else answers
    with _opened(project) as db:
        if target_accuracy is not None:
            _route_to_target(db, target_accuracy, delta, audit, needed, seed, as_json)
            return
        if threshold is not None:
            share = routing.AUDIT_SHARE if audit is None else audit
            result = routing.route(db, threshold=threshold, audit_share=share, answers_per_item=needed, seed=seed)
        else:
            result = routing.route_budget(db, budget=budget or 0)
    split = result.split
    _out(
        as_json,
        split._asdict(),
        f"{split.people:,} items go to people, {split.audit:,} more as an audit sample;"
        f" {split.accepted:,} are accepted.",
        f"{split.not_answered:,} items have no LLM answer yet." if split.not_answered else "",
    )


def _check_route(
    threshold: float | None,
    target: float | None,
    delta: float | None,
    budget: int | None,
    audit: float | None,
    answers: int | None,
) -> None:
    if sum(value is not None for value in (threshold, target, budget)) != 1:
        raise click.UsageError("Give exactly one of --threshold, --target-accuracy and --budget.")
    if delta is not None and target is None:
        raise click.UsageError("--delta belongs to --target-accuracy.")
    if budget is not None and (audit is not None or answers is not None):
        raise click.UsageError("--audit and --answers do not go with --budget.")
    if target is not None and audit is not None and not audit.is_integer():
        raise click.UsageError("With --target-accuracy, --audit is a number of items.")


def _route_to_target(
    db: Db, target: float, delta: float | None, audit: float | None, answers: int, seed: int, as_json: bool
) -> None:
    found = auditing.route_to_target(
        db,
        target=target,
        delta=auditing.DELTA if delta is None else delta,
        audit=None if audit is None else int(audit),
        answers_per_item=answers,
        seed=seed,
    )
    split = found.split
    goes = f"{split.people:,} items go to people; {split.accepted + split.audit:,} are accepted."
    _out(as_json, found.as_dict(), found.look.sentence, goes if found.look.promised else "")


@commands.command("alt-test")
@click.argument("project", type=FILE)
@click.option(
    "--epsilon",
    type=float,
    default=alt_test.EPSILON,
    show_default=True,
    help="The LLM's margin: 0.2 against experts, 0.15 skilled people, 0.1 a crowd.",
)
@as_json
def test_for_replacing(project: Path, epsilon: float, as_json: bool) -> None:
    """May an LLM replace people? The alternative annotator test, by agent."""
    with _opened(project, read_only=True) as db:
        found = alt_test.verdicts(db, epsilon)
    sentences = [f"{verdict.llm.name}: {verdict.sentence}" for verdict in found]
    _out(as_json, [verdict.as_dict() for verdict in found], *(sentences or ["No LLM has answered yet."]))


@commands.command()
@click.argument("project", type=FILE, required=False)
@click.option("--method", default="auto", show_default=True, help="See --list.")
@click.option("--list", "list_", is_flag=True, help="List the methods; needs no project.")
@as_json
def merge(project: Path | None, method: str, list_: bool, as_json: bool) -> None:
    """Merge everybody's answers into label probabilities."""
    if list_:
        found = merging.methods()
        _out(as_json, found, *(f"{name:28} {text}" for name, text in found.items()))
        return
    if project is None:
        raise click.UsageError("Missing argument 'PROJECT'.")
    with _opened(project) as db:
        result = merging.merge_and_store(db, method)
        reports = merging.annotator_report(db)
    content = {
        "method": result.method,
        "reason": result.reason,
        "warnings": list(result.warnings),
        "items": result.items,
        "annotators": [_reported(report) for report in reports],
    }
    _out(
        as_json,
        content,
        f"{result.items:,} items merged by {result.method}. {result.reason}",
        *(f"Note: {warning}" for warning in result.warnings),
    )


@commands.command("agreement")
@click.argument("project", type=FILE)
@click.option("--ordinal", is_flag=True, help="The labels have an order, as ratings do.")
@as_json
def show_agreement(project: Path, ordinal: bool, as_json: bool) -> None:
    """How far people and LLMs agree, and whose answers look wrong."""
    with _opened(project, read_only=True) as db:
        found = agreement.report(db, ordinal or None)
    _out(as_json, found.as_dict(), *found.sentences())


@commands.command()
@click.argument("project", type=FILE)
@as_json
def status(project: Path, as_json: bool) -> None:
    """Where the project stands."""
    with _opened(project, read_only=True) as db:
        found = overview.summary(db)
    _out(as_json, found.as_dict(), *overview.sentences(found))


@commands.command()
@click.argument("labels", type=FILE)
@click.argument("gold", type=FILE)
@click.option("--llm", metavar="ANNOTATOR", help="The annotator whose answers are there from the start.")
@click.option("--llm-accuracy", type=float, metavar="A", help="Simulate an LLM that is right so often.")
@click.option("--policy", type=click.Choice(simulating.POLICIES), default="adaptive", show_default=True)
@click.option("--seed", type=int, default=0, show_default=True, help="Draws the order of answers.")
@as_json
def simulate(
    labels: Path,
    gold: Path,
    llm: str | None,
    llm_accuracy: float | None,
    policy: simulating.Policy,
    seed: int,
    as_json: bool,
) -> None:
    """Replay collected answers as if asked for one by one: how many answers does such a project need?"""
    if llm is not None and llm_accuracy is not None:
        raise click.UsageError("Give --llm or --llm-accuracy, not both.")
    plan = simulating.simulate(labels, gold, llm=llm, llm_accuracy=llm_accuracy, policy=policy, seed=seed)
    _out(as_json, asdict(plan), *plan.sentences())


@commands.command()
@click.argument("project", type=FILE)
@click.argument("out", type=FILE)
@click.option("--what", type=click.Choice(["labels", "annotations"]), default="labels", show_default=True)
@click.option("--per-annotator", is_flag=True, help="One more column for each annotator.")
@click.option("--raw-cells", is_flag=True, help="Leave cells as they are that a spreadsheet would run as a formula.")
@click.option("--excel", is_flag=True, help="Begin with a byte order mark, so that Excel shows accents.")
@as_json
def export(
    project: Path, out: Path, what: exporting.What, per_annotator: bool, raw_cells: bool, excel: bool, as_json: bool
) -> None:
    """Write labels with probabilities, or every annotation, as CSV."""
    with _opened(project) as db:
        merged_anew = what == "labels" and exporting.merge_if_stale(db)
        result = exporting.export(db, out, what=what, per_annotator=per_annotator, defuse=not raw_cells, excel=excel)
    content = {
        "path": str(result.path),
        "rows": result.rows,
        "expected": result.expected,
        "reconciled": result.reconciled,
        "sources": result.sources,
        "merged_anew": merged_anew,
    }
    note = "There were newer answers than the last merge, so they were merged first." if merged_anew else ""
    _out(as_json, content, note, result.sentence)


def _reading(
    path: Path, text: tuple[str, ...], id_column: str | None, encoding: str | None, delimiter: str | None
) -> tuple[importing.Layout, importing.Mapping]:
    """How to read the file: as recognised, but for what the command line says otherwise."""
    inspection = importing.inspect(path)
    layout = inspection.layout
    if encoding or delimiter:
        spelled = {"\\t": "\t", "tab": "\t"}
        chosen = spelled.get(delimiter, delimiter) if delimiter else layout.delimiter
        layout = replace(layout, encoding=encoding or layout.encoding, delimiter=chosen)
        inspection = importing.inspect(path, layout)
    found = inspection.mapping
    fields = text or found.fields
    id_ = id_column or (found.id_column if found.id_column not in fields else None)
    metadata = tuple(name for name in inspection.columns if name not in fields and name != id_)
    mapping = importing.Mapping(fields, id_, metadata)
    mapping.check(inspection.columns)
    return layout, mapping


def _imported(db: Db, result: importing.ImportResult, what: str, as_json: bool, **more: Any) -> None:
    rejected = importing.rejected_rows(db, result.import_id, limit=20)
    counts = {name: getattr(result, name) for name in ("rows", "added", "updated", "skipped", "rejected")}
    lines = [f"  line {row.line}: {row.reason}" for row in rejected]
    if result.rejected > len(rejected):
        lines.append(f"  ... and {result.rejected - len(rejected):,} more, kept in the project.")
    _out(
        as_json,
        {**more, **counts, "rejected_rows": [row._asdict() for row in rejected]},
        f"{result.added:,} {what} added, {result.updated:,} updated, {result.skipped:,} skipped,"
        f" {result.rejected:,} rows set aside.",
        *lines,
    )


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


@contextmanager
def _opened(path: Path, *, read_only: bool = False) -> Iterator[Db]:
    with closing(project_file.open_project(path, read_only=read_only)) as db:
        yield db


def _direct(db: Db) -> prelabelling.Store:
    """Work on the project in place: without a window there is only one thread."""

    async def store(work: Callable[[Db], T]) -> T:
        return work(db)

    return store


def _run_with_stop(control: prelabelling.Control, run: Any) -> prelabelling.Summary:
    """Run to the end; the first Ctrl+C stops calmly, keeping the calls that are under way."""
    import signal

    before = signal.signal(signal.SIGINT, lambda *_: control.stop())
    try:
        found: prelabelling.Summary = asyncio.run(run)
        return found
    finally:
        signal.signal(signal.SIGINT, before)


def _window(project: Path | None) -> int:
    from annotator import app

    return app.run(project)


def _check_window() -> None:
    from annotator import app

    app.check_qt()


def _display_available() -> bool:
    from annotator import app

    return app.display_available()


def _read(path: Path | None) -> str:
    if path is None:
        return ""
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"“{path}” cannot be read as text.", hint="Give a Markdown file in UTF-8.") from error


def _out(as_json: bool, content: Any, *sentences: str) -> None:
    if as_json:
        click.echo(json.dumps(content, ensure_ascii=False, indent=2, default=str))
    else:
        click.echo("\n".join(line for line in sentences if line))


def _say(as_json: bool) -> Callable[[str], None]:
    return lambda sentence: None if as_json else click.echo(sentence)


def _fail(error: UserError) -> None:
    if "--json" in sys.argv:
        click.echo(json.dumps({"error": error.message, "hint": error.hint}, ensure_ascii=False))
    click.echo(str(error), err=True)
    sys.exit(1)


def _progress_line(what: str) -> Callable[[prelabelling.Progress], None]:
    """One line that is written over, on a terminal only."""

    def show(state: prelabelling.Progress) -> None:
        left = "" if state.seconds_left is None else f", about {state.seconds_left:.0f} s left"
        _line(f"{what}: {state.done:,} of {state.total:,}, {state.rate:.1f} a second{left}", state.done == state.total)

    return show


def _bytes_line(what: str) -> Callable[[int, int | None], None]:
    shown = 0.0

    def report(done: int, total: int | None) -> None:
        nonlocal shown
        now = time.monotonic()
        if total and (now - shown > 0.2 or done == total):
            shown = now
            _line(f"{what}: {100 * done / total:.0f} %", done == total)

    return report


def _line(text: str, last: bool) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r\033[K{text}", nl=last, err=True)
