"""`invalid`: replies that name no label, repaired by hand or by rule, and items that try to give orders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from annotator.cli.terminal import FILE, as_json, opened, out
from annotator.domain.model import Annotator
from annotator.domain.words import counted
from annotator.errors import UserError
from annotator.services import agent_views, backups, project_file, repairing, suspects, unanswered
from annotator.services.project_file import Db
from annotator.services.repairing import How

SHOWN = 200  # characters of a reply in a line


@click.command(short_help="Replies that name no label.")
@click.argument("project", type=FILE)
@click.option("--agent", metavar="NAME", help="Only this agent's.  [default: all; the only one with --rule]")
@click.option("--repair", "repairs", metavar="ITEM=LABEL", multiple=True, help="Say what the reply means.")
@click.option("--rule", metavar="TEXT=LABEL", help="Replies that are TEXT mean LABEL, also in later runs.")
@click.option("--contains", is_flag=True, help="With --rule: replies that contain TEXT, as whole words.")
@click.option("--pattern", is_flag=True, help="With --rule: TEXT is a regular expression.")
@click.option("--preview", is_flag=True, help="With --rule: only say what it would do.")
@click.option("--remove-rule", type=int, metavar="N", help="Apply this rule to no more replies.")
@click.option("--undo", is_flag=True, help="Take back the latest repair, rule or removal of --by.")
@click.option("--suspicious", is_flag=True, help="List items that try to give orders to a model instead.")
@click.option("--to-people", is_flag=True, help="With --suspicious: put them at the front of people's queue.")
@click.option("--no-reply", is_flag=True, help="List items that got no reply instead, each with the reason.")
@click.option("--by", metavar="PERSON", help="Who repairs.  [default: the only person of the project]")
@as_json
def invalid(
    project: Path,
    agent: str | None,
    repairs: tuple[str, ...],
    rule: str | None,
    contains: bool,
    pattern: bool,
    preview: bool,
    remove_rule: int | None,
    undo: bool,
    suspicious: bool,
    to_people: bool,
    no_reply: bool,
    by: str | None,
    as_json: bool,
) -> None:
    """List replies that name no label, with the raw text and the reason; or repair them.

    A repaired answer is one of the agent, without a confidence. Who repaired it, when and by which rule is kept, and
    --undo takes it back. A reply that could mean another label is left alone by a rule.
    """
    if no_reply and (suspicious or to_people):
        raise click.UsageError("Give --no-reply or --suspicious, not both.")
    _check(repairs, rule, contains or pattern or preview, remove_rule, undo, suspicious or no_reply, to_people)
    if contains and pattern:
        raise click.UsageError("Give --contains or --pattern, not both.")
    writes = bool(repairs) or (rule is not None and not preview) or remove_rule is not None or undo or to_people
    with opened(project, read_only=not writes) as db:
        if suspicious:
            _suspicious(db, to_people, as_json)
            return
        if no_reply:
            _without_reply(db, as_json)
            return
        how = How.PATTERN if pattern else How.CONTAINS if contains else How.IS
        told: list[str] = []
        with db.atomic() if writes else db.snapshot():  # the name of --by is kept with what it did only
            if repairs:
                told = _by_hand(db, repairs, agent, by)
            elif rule is not None:
                told = _by_rule(db, rule, how, agent, None if preview else lambda: _person(db, by).id)
            elif remove_rule is not None:
                repairing.remove_rule(db, _agent(db, agent).id, remove_rule, _person(db, by).id)
                told = [f"Rule {remove_rule} is applied to no more replies; what it repaired stays."]
            elif undo:
                told = [_undone(repairing.undo(db, _person(db, by).id))]
        found = repairing.invalid(db, None if agent is None else _agent(db, agent).id)
        kept = _rules(db, agent)
    content = {"said": told, "invalid": [reply.as_dict() for reply in found], "rules": kept}
    out(as_json, content, *(told or _listed(found, kept)))


def _check(
    repairs: tuple[str, ...],
    rule: str | None,
    of_rule: bool,
    remove: int | None,
    undo: bool,
    suspicious: bool,
    to_people: bool,
) -> None:
    if sum([bool(repairs), rule is not None, remove is not None, undo, suspicious]) > 1:
        raise click.UsageError("Give one of --repair, --rule, --remove-rule, --undo and --suspicious.")
    if of_rule and rule is None:
        raise click.UsageError("--contains, --pattern and --preview belong to --rule.")
    if to_people and not suspicious:
        raise click.UsageError("--to-people belongs to --suspicious.")


def _by_hand(db: Db, repairs: tuple[str, ...], agent: str | None, by: str | None) -> list[str]:
    person = _person(db, by).id
    replies = repairing.invalid(db, None if agent is None else _agent(db, agent).id, limit=-1)
    told = []
    with db.atomic():
        for item, label in (_split(text, "ITEM=LABEL") for text in repairs):
            about = [reply for reply in replies if reply.external_id == item]
            if len(about) != 1:
                why = "more than one agent has" if about else "no agent has"
                raise UserError(
                    f"{why.capitalize()} an invalid reply about “{item}”.",
                    hint="Name the agent with --agent." if about else "“annotator invalid” lists those that there are.",
                )
            repairing.repair_by_hand(db, about[0].item_id, about[0].agent.id, _label(db, label), person)
            told.append(f"{item}: {about[0].agent.name} now says “{label}”, repaired by hand.")
    return told


def _by_rule(db: Db, rule: str, how: How, agent: str | None, by: Callable[[], int] | None) -> list[str]:
    text, name = _split(rule, "TEXT=LABEL")
    repairing.check_rule(how, text)
    who, label = _agent(db, agent), _label(db, name)
    seen = repairing.preview_rule(db, who.id, how, text, label)
    told = [seen.sentence]
    told += [f"  {reply.external_id}: {_line(reply.raw)}" for reply in seen.repaired]
    told += [f"  {reply.external_id} stays invalid: {_line(reply.raw)}" for reply in seen.ambiguous]
    if by is None:
        return [*told, "Nothing has been changed."]
    person = by()
    backups.keep_if_possible(db.path, backups.Reason.BULK)  # of what is committed, so as it was before
    repairing.apply_rule(db, who.id, how, text, label, person)
    return [*told, f"Rule {seen.rule.id} is kept for {who.name}, and repairs its later replies too."]


def _suspicious(db: Db, to_people: bool, as_json: bool) -> None:
    told = []
    if to_people:
        _, more = suspects.send_to_people(db)
        told = [f"{counted(more, 'more item')} {'waits' if more == 1 else 'wait'} for people."]
    found = suspects.suspects(db)
    told += [_suspect_line(suspect) for suspect in found] or ["No item was found to give orders to a model."]
    out(as_json, [suspect.as_dict() for suspect in found], *told)


def _without_reply(db: Db, as_json: bool) -> None:
    found = unanswered.unanswered(db)
    told = [f"{each.item}, {each.agent}: {each.reason}" for each in found] or ["Every item that was asked has a reply."]
    out(as_json, [each._asdict() for each in found], *told)


def _suspect_line(suspect: suspects.Suspect) -> str:
    followed = f" {suspect.agent.name} followed it when it was only to repeat a word." if suspect.followed else ""
    where = "a person has labelled it" if suspect.seen else "waits for people" if suspect.waits else "not with people"
    return f"{suspect.external_id} ({where}): {suspect.reason}{followed}"


def _listed(found: Sequence[repairing.InvalidReply], kept: Sequence[dict[str, Any]]) -> list[str]:
    told = [
        f"{reply.external_id}, {reply.agent.name}: {reply.reason}\n    {_line(reply.raw) or '(nothing)'}"
        for reply in found
    ]
    told += [
        f"Rule {rule['id']} for {rule['agent']}: replies that {_verb(rule['how'])} “{rule['text']}” mean"
        f" “{rule['label']}”."
        for rule in kept
    ]
    return told or ["Every reply names a label."]


def _verb(how: str) -> str:
    return {How.IS: "are", How.CONTAINS: "contain", How.PATTERN: "match"}[How(how)]


def _rules(db: Db, agent: str | None) -> list[dict[str, Any]]:
    names = {label.id: label.name for label in project_file.question(db).labels}
    who = project_file.llms(db) if agent is None else [_agent(db, agent)]
    return [
        {"id": rule.id, "agent": llm.name, "how": rule.how.value, "text": rule.text, "label": names[rule.label_id]}
        for llm in who
        for rule in repairing.rules(db, llm.id)
    ]


def _undone(number: int | None) -> str:
    if number is None:
        raise UserError("There is nothing to take back.")
    return f"Taken back; {counted(number, 'reply', 'replies')} changed."


def _agent(db: Db, name: str | None) -> Annotator:
    if name is not None:
        return agent_views.named(db, name).annotator
    llms = project_file.llms(db)
    meant = llms if len(llms) == 1 else [llm for llm in llms if repairing.invalid(db, llm.id, limit=1)]
    if len(meant) != 1:
        has = f"{len(meant):,} agents have" if meant else f"None of the project's {counted(len(llms), 'agent')} has"
        names = ", ".join(f"“{llm.name}”" for llm in meant or llms)
        raise UserError(f"{has} invalid replies.", hint=f"Say which one is meant with --agent NAME: {names}.")
    return meant[0]


def _person(db: Db, name: str | None) -> Annotator:
    if name is not None:
        return project_file.add_person(db, name)
    people = [person for person in project_file.people(db) if not person.simulated]
    if len(people) != 1:
        raise UserError("It is not known who repairs.", hint="Give your name with --by NAME.")
    return people[0]


def _label(db: Db, name: str) -> int:
    found = {label.name: label.id for label in project_file.question(db).labels}
    if name not in found:
        raise UserError(f"There is no label “{name}”.", hint=f"The labels are {', '.join(found)}.")
    return found[name]


def _split(text: str, form: str) -> tuple[str, str]:
    """Around the last equals sign, since a reply may hold some."""
    left, sign, right = text.rpartition("=")
    if not sign or not left.strip() or not right.strip():
        raise click.UsageError(f"“{text}” is not {form}.")
    return left.strip(), right.strip()


def _line(raw: str) -> str:
    """In one line; control characters of a reply must not reach a terminal."""
    text = "".join(char if char.isprintable() else " " for char in " ".join(raw.split()))
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
