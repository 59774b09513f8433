"""`question`, `label` and `guideline`: what is asked, changed without losing an answer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from annotator.cli.filling import read_text
from annotator.cli.terminal import FILE, as_json, opened, out
from annotator.domain.model import Annotator, Label
from annotator.domain.text_changes import Change, Line
from annotator.domain.words import counted
from annotator.errors import UserError
from annotator.services import backups, guidelines, project_file, relabelling, setting_up
from annotator.services.backups import Reason
from annotator.services.item_story import when
from annotator.services.project_file import Db, make_question
from annotator.services.setting_up import QuestionInfo

_by = click.option("--by", metavar="PERSON", help="Who does it.  [default: the only person of the project]")
_preview = click.option("--preview", is_flag=True, help="Only say what it would do.")


@click.group()
def question() -> None:
    """List, add and change the questions of a project."""


@question.command("list", short_help="The questions in their order.")
@click.argument("project", type=FILE)
@as_json
def list_(project: Path, as_json: bool) -> None:
    """The questions in the order in which they are asked, with their labels."""
    with opened(project, read_only=True) as db:
        found = setting_up.overview(db)
    out(as_json, [_as_dict(info) for info in found], *map(_line, found))


@question.command("add", short_help="Ask one more.")
@click.argument("project", type=FILE)
@click.argument("name")
@click.option("--text", required=True, help="The whole question.")
@click.option("--labels", required=True, metavar="A,B,C", help="The permitted labels, separated by commas.")
@click.option("--noun", default="Text", show_default=True, help="What an item is called.")
@click.option("--guideline", type=FILE, help="A Markdown file with instructions.")
@as_json
def add_question(
    project: Path, name: str, text: str, labels: str, noun: str, guideline: Path | None, as_json: bool
) -> None:
    """Ask a further question of every item, under this NAME."""
    asked = make_question(name, text, labels.split(","), read_text(guideline), noun)
    with opened(project) as db:
        setting_up.add_question(db, asked)
    out(as_json, {"name": asked.name}, f"“{asked.name}” is asked too; “--question {asked.name}” names it.")


@question.command("edit", short_help="Change its words or its place.")
@click.argument("project", type=FILE)
@click.argument("name")
@click.option("--rename", metavar="NAME")
@click.option("--text", help="The whole question.")
@click.option("--noun", help="What an item is called.")
@click.option("--earlier", is_flag=True, help="Ask it before the one before it.")
@click.option("--later", is_flag=True, help="Ask it after the one after it.")
@as_json
def edit_question(
    project: Path,
    name: str,
    rename: str | None,
    text: str | None,
    noun: str | None,
    earlier: bool,
    later: bool,
    as_json: bool,
) -> None:
    """Change how a question is asked; its answers stay."""
    if (rename, text, noun) == (None, None, None) and not (earlier or later):
        raise click.UsageError("Give what is to be changed: --rename, --text, --noun, --earlier or --later.")
    with opened(project) as db:
        asked = project_file.look_at(db, name)
        with db.atomic():
            if (rename, text, noun) != (None, None, None):
                setting_up.edit_question(db, asked.id, name=rename, text=text, noun=noun)
            if earlier != later:
                setting_up.move_question(db, asked.id, -1 if earlier else 1)
        found = setting_up.overview(db)
    out(as_json, [_as_dict(info) for info in found], *map(_line, found))


@question.command("remove", short_help="Ask it no more; its answers stay.")
@click.argument("project", type=FILE)
@click.argument("name")
@click.option("--undo", is_flag=True, help="Ask it again.")
@as_json
def remove_question(project: Path, name: str, undo: bool, as_json: bool) -> None:
    """Ask a question no more. What was answered stays in the file."""
    with opened(project) as db:
        asked = project_file.look_at(db, name)
        (setting_up.restore_question if undo else setting_up.remove_question)(db, asked.id)
        found = setting_up.overview(db)
    out(as_json, [_as_dict(info) for info in found], *map(_line, found))


@click.group()
def label() -> None:
    """Rename, add, merge and split labels; answers follow."""


@label.command("list", short_help="The labels and what names them.")
@click.argument("project", type=FILE)
@as_json
def list_labels(project: Path, as_json: bool) -> None:
    """The labels in their order, with the number of answers."""
    with opened(project, read_only=True) as db:
        found = [(each, setting_up.uses(db, each.id).answers) for each in project_file.question(db).labels]
    content = [{"name": each.name, "key": each.key, "description": each.description, "answers": n} for each, n in found]
    out(as_json, content, *(f"{each.name} ({each.key or '-'}): {counted(n, 'answer')}" for each, n in found))


@label.command(short_help="Another name for the same label.")
@click.argument("project", type=FILE)
@click.argument("name")
@click.argument("new")
@_by
@as_json
def rename(project: Path, name: str, new: str, by: str | None, as_json: bool) -> None:
    """Call label NAME NEW; its answers stay."""
    with opened(project) as db:
        which = setting_up.label_named(db, name)
        backups.keep_if_possible(db.path, Reason.LABELS)
        labels = project_file.question(db).labels
        renamed = [replace(each, name=new) if each == which else each for each in labels]
        with db.atomic():
            setting_up.save_labels(db, renamed, _id(db, by))
    out(as_json, {"before": which.name, "after": new}, f"“{which.name}” is called “{new}” now; its answers stay.")


@label.command("add", short_help="One more label.")
@click.argument("project", type=FILE)
@click.argument("name")
@click.option("--means", default="", help="When to choose it.")
@_by
@as_json
def add_label(project: Path, name: str, means: str, by: str | None, as_json: bool) -> None:
    """Permit one more label, behind the others."""
    with opened(project) as db:
        labels = [*project_file.question(db).labels, Label(name, means)]
        with db.atomic():
            setting_up.save_labels(db, labels, _id(db, by))
        names = project_file.question(db).label_names()
    out(as_json, list(names), f"The labels are {', '.join(names)}.")


@label.command(short_help="Two labels become one.")
@click.argument("project", type=FILE)
@click.argument("name")
@click.argument("into")
@_preview
@_by
@as_json
def merge(project: Path, name: str, into: str, preview: bool, by: str | None, as_json: bool) -> None:
    """Everything that names label NAME names INTO from now on; “label undo” takes it back."""
    with opened(project, read_only=preview) as db:
        ids = setting_up.label_named(db, name).id, setting_up.label_named(db, into).id
        plan = relabelling.plan_merge(db, *ids)
        if not preview:
            backups.keep_if_possible(db.path, Reason.LABELS)
            with db.atomic():  # the name of --by is kept with what it did only; so below
                relabelling.merge(db, _person(db, by).id, *ids)
    out(as_json, plan.uses._asdict() | {"done": not preview}, plan.sentence, _after(preview))


@label.command(short_help="One label becomes two.")
@click.argument("project", type=FILE)
@click.argument("name")
@click.argument("new")
@click.option(
    "--search",
    default="",
    metavar="WORDS",
    help="Answers to items with these words become NEW; “soap, refund” means one or the other.",
)
@click.option("--ask-again", is_flag=True, help="Ask people again about the other items that they gave it.")
@_preview
@_by
@as_json
def split(
    project: Path, name: str, new: str, search: str, ask_again: bool, preview: bool, by: str | None, as_json: bool
) -> None:
    """A label NEW beside label NAME; “label undo” takes it back."""
    with opened(project, read_only=preview) as db:
        id_ = setting_up.label_named(db, name).id
        plan = relabelling.plan_split(db, id_, new, search=search, ask=ask_again)
        if not preview:
            backups.keep_if_possible(db.path, Reason.LABELS)
            with db.atomic():
                relabelling.split(db, _person(db, by).id, id_, new, search=search, ask=ask_again)
    content = plan.moved._asdict() | {"asked": plan.asked, "done": not preview}
    out(as_json, content, plan.sentence, _after(preview))


@label.command(short_help="Take back the latest change.")
@click.argument("project", type=FILE)
@_by
@as_json
def undo(project: Path, by: str | None, as_json: bool) -> None:
    """Take back what this person changed last about questions and labels, exactly as it was."""
    with opened(project) as db:
        backups.keep_if_possible(db.path, Reason.LABELS)
        with db.atomic():
            if setting_up.undo(db, _person(db, by).id) is None:
                raise UserError("There is nothing to take back.")
    out(as_json, {"undone": True}, "Taken back.")


@click.command(short_help="The guideline, its versions, and who is asked again.")
@click.argument("project", type=FILE)
@click.option("--set", "file", type=FILE, metavar="FILE", help="Put this Markdown file in force as a new version.")
@click.option("--note", default="", help="With --set: what changed, and why.")
@click.option("--history", is_flag=True, help="All versions.")
@click.option("--diff", nargs=2, type=int, metavar="A B", help="In what version B differs from version A.")
@click.option("--ask-again", is_flag=True, help="Ask people again about items near the latest changes.")
@click.option("--unsure", is_flag=True, help="With --ask-again: only about those that are unsure.")
@_preview
@_by
@as_json
def guideline(
    project: Path,
    file: Path | None,
    note: str,
    history: bool,
    diff: tuple[int, int] | None,
    ask_again: bool,
    unsure: bool,
    preview: bool,
    by: str | None,
    as_json: bool,
) -> None:
    """Print the guideline, or change it. Answers keep the version that they were given under.

    Near a change are items whose text shares a word with the changed lines that few items have, and those that were
    given a label which the changed lines name. --ask-again puts them before people; “label undo” takes that back.
    """
    if sum([file is not None, history, diff is not None, ask_again]) > 1:
        raise click.UsageError("Give one of --set, --history, --diff and --ask-again.")
    writes = file is not None or (ask_again and not preview)
    with opened(project, read_only=not writes) as db:
        if file is not None:
            text = read_text(file)
            if not text.strip():
                raise UserError(f"“{file}” is empty.", hint="A guideline needs some text.")
            with db.atomic():
                guidelines.save(db, text, note, _id(db, by))
        content, told = _about_guideline(db, history, diff, ask_again, unsure)
        if ask_again and not preview:
            backups.keep_if_possible(db.path, Reason.BULK)
            number = guidelines.ask_again(db, _person(db, by).id, unsure_only=unsure)[0] if content["near"] else 0
            told.append(f"People are asked again about {counted(number, 'item')}.")
    out(as_json, content, *told)


def _about_guideline(
    db: Db, history: bool, diff: tuple[int, int] | None, ask_again: bool, unsure: bool
) -> tuple[dict[str, Any], list[str]]:
    asked, older = project_file.question(db), guidelines.older(db)
    content: dict[str, Any] = {"version": asked.version, "text": asked.guideline, "older": older._asdict()}
    if history:
        versions = guidelines.versions(db)
        told = [f"{v.number}  {when(v.at)}  {v.who or '-'}  {v.note}  {counted(v.answers, 'answer')}" for v in versions]
        return {"versions": [vars(v) for v in versions]}, told
    if diff is not None:
        lines = guidelines.compare(db, *diff)
        return {"lines": [{"change": line.change.value, "text": line.text} for line in lines]}, [*map(_changed, lines)]
    told = [guidelines.sentence(older), guidelines.left_out(db) if sum(older) else ""]
    if ask_again:
        near = guidelines.near(db)
        content["near"] = len(near.chosen(unsure_only=unsure))
        return content, [*told, near.sentence]
    return content, [f"Version {asked.version}:", asked.guideline or "(nothing)", *told]


def _changed(line: Line) -> str:
    return f"{ {Change.SAME: ' ', Change.ADDED: '+', Change.REMOVED: '-'}[line.change] } {line.text}"


def _after(preview: bool) -> str:
    return "Nothing has been changed." if preview else "Merge the answers again: “annotator merge”."


def _as_dict(info: QuestionInfo) -> dict[str, Any]:
    asked = info.question
    return {
        "name": asked.name,
        "text": asked.text,
        "noun": asked.noun,
        "labels": list(asked.label_names()),
        "guideline_version": asked.version,
        "answers": info.answers,
        "known": info.known,
        "archived": info.archived,
    }


def _line(info: QuestionInfo) -> str:
    asked = info.question
    state = "not asked any more, " if info.archived else ""
    return f"{asked.name}: {asked.text} [{', '.join(asked.label_names())}] ({state}{counted(info.answers, 'answer')})"


def _person(db: Db, name: str | None) -> Annotator:
    if name is not None:
        return project_file.add_person(db, name)
    people = [person for person in project_file.people(db) if not person.simulated]
    if len(people) != 1:
        raise UserError("It is not known who does this.", hint="Give your name with --by NAME.")
    return people[0]


def _id(db: Db, name: str | None) -> int | None:
    """Where it need not be known who it was."""
    people = [person for person in project_file.people(db) if not person.simulated]
    return None if name is None and len(people) != 1 else _person(db, name).id
