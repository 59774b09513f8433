"""`items`: what a search or a filter finds, listed, counted, or written as CSV."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from annotator.cli.replacing import check_free, replace_option
from annotator.cli.terminal import FILE, as_json, bytes_line, opened, out
from annotator.domain.filters import ORDERS, Agreement, Filter, Range, Sort, State
from annotator.domain.words import counted
from annotator.errors import UserError
from annotator.services import browsing, exporting, saved_filters, searching, written_before
from annotator.services.project_file import Db

STATES = {"in conflict" if state is State.CONFLICT else state.value: state for state in State}  # as status says them
SHOWN = 20  # items that are listed unless --limit says otherwise


@click.command(short_help="Search and filter the items.")
@click.argument("project", type=FILE)
@click.option("--search", default="", help="Words in ids, texts and metadata; each is found by its beginning.")
@click.option("--label", multiple=True, metavar="L", help="The merged label; may be repeated, as all below.")
@click.option("--llm-label", multiple=True, metavar="L", help="A label that an LLM gave.")
@click.option("--people-label", multiple=True, metavar="L", help="A label that a person gave.")
@click.option("--gold", multiple=True, metavar="L", help="The known label; “none” for no right answer.")
@click.option("--annotator", multiple=True, metavar="NAME", help="Somebody who has answered.")
@click.option("--status", multiple=True, type=click.Choice([*STATES]))
@click.option("--agreement", type=click.Choice([kind.value for kind in Agreement]))
@click.option("--confidence", type=(float, float), metavar="LOW HIGH", help="Of the LLM, from LOW to below HIGH.")
@click.option("--entropy", type=(float, float), metavar="LOW HIGH", help="Of the merged result: 0 sure, 1 open.")
@click.option("--metadata", multiple=True, metavar="COL=VALUE", help="A column of metadata and its value.")
@click.option("--comment", default="", help="A text within a comment.")
@click.option("--tag", multiple=True, metavar="TAG")
@click.option("--saved", default="", metavar="NAME", help="Begin with a saved filter.")
@click.option("--save", "save_as", default="", metavar="NAME", help="Keep this filter in the project.")
@click.option("--sort", type=click.Choice(ORDERS), help="By default in the order of import.")
@click.option("--down", is_flag=True, help="Sort the highest first.")
@click.option("--limit", type=click.IntRange(0), default=SHOWN, show_default=True, help="Items that are listed.")
@click.option("--csv", "csv_file", type=FILE, metavar="OUT", help="Write the labels of all that is found.")
@replace_option
@as_json
def items(
    project: Path,
    csv_file: Path | None,
    write_over: bool,
    as_json: bool,
    limit: int,
    saved: str,
    save_as: str,
    **asked: Any,
) -> None:
    """Search and filter the items, and list the first of them."""
    if csv_file is not None:
        exporting.check_suffix(csv_file)
    with opened(project, or_read=not save_as) as db:
        if csv_file is not None:
            exporting.check_place(db, csv_file)
            check_free(csv_file, replace=write_over, what="export", is_own=written_before.is_export)
        wanted = _filter(db, saved_filters.named(db, saved) if saved else Filter(), asked)
        if wanted.text and db.writes:  # what the index lacks is read from the items
            searching.fill(db, report=bytes_line("Getting the search ready"))
        if save_as:
            saved_filters.save(db, save_as, wanted)
        ids = browsing.find(db, wanted, Sort(asked["sort"] or "", asked["down"])).tolist()
        rows = browsing.rows(db, ids[:limit])
        told = wanted.sentence(saved_filters.names(db))
        written = None if csv_file is None else exporting.export(db, csv_file, only=ids)
    content = {
        "filter": wanted.as_dict(),
        "sentence": told,
        "count": len(ids),
        "items": [_listed(row) for row in rows],
        "written": None if written is None else str(written.path),
    }
    more = f"... and {len(ids) - len(rows):,} more; --limit lists them." if len(ids) > len(rows) else ""
    to = "" if written is None else f"{counted(written.rows, 'row')} written to {written.path.name}."
    out(as_json, content, f"{told}: {len(ids):,}", *(_line(row) for row in rows), more, to)


def _filter(db: Db, start: Filter, asked: dict[str, Any]) -> Filter:
    """The saved filter, with what is asked for beside it."""
    names = saved_filters.names(db)
    labels = {name: id_ for id_, name in names.labels.items()}
    given: dict[str, Any] = {
        "text": asked["search"],
        "consensus": _ids(asked["label"], labels, "label"),
        "llm": _ids(asked["llm_label"], labels, "label"),
        "people": _ids(asked["people_label"], labels, "label"),
        "gold": _gold(asked["gold"], labels),
        "annotators": _ids(asked["annotator"], {name: id_ for id_, name in names.annotators.items()}, "annotator"),
        "states": tuple(STATES[name] for name in asked["status"]),
        "agreement": Agreement(asked["agreement"]) if asked["agreement"] else None,
        "confidence": _range("confidence", asked["confidence"]),
        "entropy": _range("entropy", asked["entropy"]),
        "metadata": tuple(_pair(db, text) for text in asked["metadata"]),
        "comment": asked["comment"],
        "tags": asked["tag"],
    }
    return replace(start, **{name: value for name, value in given.items() if value})


def _ids(wanted: Sequence[str], known: dict[str, int], noun: str) -> tuple[int, ...]:
    for name in wanted:
        if name not in known:
            raise UserError(f"There is no {noun} “{name}”.", hint=f"There are: {', '.join(known)}.")
    return tuple(known[name] for name in wanted)


def _gold(wanted: Sequence[str], labels: dict[str, int]) -> tuple[int | None, ...]:
    nothing: tuple[None, ...] = (None,) if "none" in wanted and "none" not in labels else ()
    return (*nothing, *_ids([name for name in wanted if name in labels or name != "none"], labels, "label"))


def _range(what: str, pair: tuple[float, float] | None) -> Range | None:
    if pair is None:
        return None
    low, high = pair
    if not 0 <= low <= high <= 1:  # nor NaN
        hint = "Give LOW and HIGH from 0 to 1, as in 0.4 0.6."
        raise UserError(f"The {what} {low:g} to {high:g} is no range.", hint=hint)
    return Range(low, high)


def _pair(db: Db, text: str) -> tuple[str, str]:
    column, equals, value = text.partition("=")
    if not equals:
        raise UserError(f"“{text}” names no value.", hint="Write COLUMN=VALUE, such as shop=Berlin.")
    if not browsing.has_metadata(db, column):
        known = ", ".join(browsing.choices(db).metadata) or "none"
        raise UserError(f"No item has metadata “{column}”.", hint=f"There are: {known}.")
    return column, value


def _listed(row: browsing.ItemRow) -> dict[str, Any]:
    return {
        "id": row.external_id,
        "text": row.text,
        "llm_label": row.llm_label or None,
        "confidence": row.llm_confidence,
        "label": row.consensus or None,
        "probability": row.probability,
        "answers": row.answers,
        "gold": row.gold or None,
        "settled": row.settled,
    }


def _line(row: browsing.ItemRow) -> str:
    if row.settled:
        return f"  {row.external_id}  {row.gold} (settled)  {row.text}"
    label = f"{row.consensus} {row.probability:.2f}" if row.probability is not None else row.llm_label
    return f"  {row.external_id}  {label or '-'}  {row.text}"
