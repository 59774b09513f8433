"""Replies that name no label: listed with their raw text, and given a label by a person or by a person's rule.

Nothing is guessed: a rule leaves alone what it is not plainly about. The raw reply stays as it is, a repaired answer
has no confidence, and who repaired it, when and by which rule stays with it. See `llm/repair_rules` for why rules are
no part of an agent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from annotator.domain.model import Annotator, Changes, Kind, Status
from annotator.domain.undo import Action
from annotator.errors import UserError
from annotator.llm import repair_rules
from annotator.llm.agents import AgentSpec
from annotator.llm.repair_rules import How, Rule
from annotator.services.restoring import restored
from annotator.storage import annotators, answers, items, repairs, runs, setup
from annotator.storage.database import Db
from annotator.texts import say, say_count

__all__ = ["How", "Rule"]

SHOWN = 200  # replies of a preview


@dataclass(frozen=True)
class InvalidReply:
    """An LLM's answer to an item that names no label, the reply as it came, and why it is none."""

    item_id: int
    external_id: str
    agent: Annotator
    raw: str
    reason: str

    def as_dict(self) -> dict[str, Any]:
        """For --json."""
        return {"item": self.external_id, "agent": self.agent.name, "reason": self.reason, "reply": self.raw}


@dataclass(frozen=True)
class Repair:
    """An answer that was repaired. by: the person who did it, or whose rule it was; at: when.

    rule: by which one, None where by hand.
    """

    item_id: int
    agent: Annotator
    label_id: int
    by: Annotator | None
    at: str
    rule: Rule | None

    @property
    def sentence(self) -> str:
        """For people."""
        who = say(" by {name}", name=self.by.name) if self.by is not None else ""
        how = say("by the rule “{rule}”", rule=self.rule.text) if self.rule is not None else say("by hand")
        return say("The reply named no label; it was repaired {how}{who}, {date}.", how=how, who=who, date=self.at[:10])


@dataclass(frozen=True)
class RulePreview:
    """What a rule would do to the agent's invalid replies. matched: how many it is about.

    repaired: those that it gives its label; ambiguous: those left alone, since they have the name of another label, or
    another rule says another label. Both are the first of them only; the numbers are of all.
    """

    rule: Rule
    matched: int
    repaired: tuple[InvalidReply, ...]
    ambiguous: tuple[InvalidReply, ...]
    to_repair: int
    to_leave: int

    @property
    def sentence(self) -> str:
        """For people."""
        left = say_count(
            self.to_leave,
            "; {n} more could mean another label and stays invalid",
            "; {n} more could mean another label and stay invalid",
        )
        return say_count(
            self.to_repair,
            "It repairs {n} invalid reply{left}.",
            "It repairs {n} invalid replies{left}.",
            left=left if self.to_leave else "",
        )


def invalid(db: Db, agent_id: int | None = None, *, limit: int = 1_000, offset: int = 0) -> list[InvalidReply]:
    """Replies that name no label, of one agent (by its annotator's id) or of all, in the order of items.

    Those that were repaired are not among them.
    """
    return _replies(db, _invalid(db, agent_id, limit=limit, offset=offset))


def repair_by_hand(db: Db, item_id: int, agent_id: int, label_id: int, by: int) -> Changes:
    """Say what an agent's reply means, as the person `by`; undone by `undo`.

    Raises UserError unless the agent's answer is invalid, or was repaired before.
    """
    _check_label(db, label_id)
    question_id = setup.question(db).id
    answer = next((a for a in answers.of_item(db, question_id, item_id) if a.annotator.id == agent_id), None)
    before = {found.annotator_id for found in repairs.of_items(db, question_id, [item_id])}
    if answer is None or (answer.status is not Status.INVALID and agent_id not in before):
        raise UserError(
            say("{name} has no invalid reply about this item.", name=annotators.get(db, agent_id).name),
            hint=say("Only replies that name no label are repaired."),
        )
    return repairs.store(db, question_id, agent_id, [(item_id, label_id)], by=by)


def check_rule(how: How, text: str) -> None:
    """Raises UserError for a rule without text or with a wrong pattern, whosever replies it would be about."""
    repair_rules.check(how, text)


def preview_rule(db: Db, agent_id: int, how: How, text: str, label_id: int) -> RulePreview:
    """What the rule would do, before it is kept. It reads all invalid replies of the agent.

    Raises UserError for a rule without text, with a wrong pattern or one that takes too long, and where there is such a
    rule already.
    """
    _check_label(db, label_id)
    repair_rules.check(how, text)
    agent = annotators.get(db, agent_id)
    kept = rules(db, agent_id)
    if any(repair_rules.same(rule, how, text) for rule in kept):
        raise UserError(say("There is such a rule for this agent already."), hint=say("Remove it first."))
    rule = Rule(repairs.free_id(db, agent.uid), how, text, label_id)
    found = _invalid(db, agent_id)
    sure, unsure = _sorted(db, rule, kept, found, strict=True)
    return RulePreview(
        rule=rule,
        matched=len(sure) + len(unsure),
        repaired=tuple(_replies(db, sure[:SHOWN])),
        ambiguous=tuple(_replies(db, unsure[:SHOWN])),
        to_repair=len(sure),
        to_leave=len(unsure),
    )


def apply_rule(db: Db, agent_id: int, how: How, text: str, label_id: int, by: int) -> Changes:
    """Keep the rule and repair by it, as one operation of the person `by` that `undo` takes back.

    The agent's later replies are repaired by it as they come.
    """
    with db.atomic():
        rule = preview_rule(db, agent_id, how, text, label_id).rule
        question_id, agent = setup.question(db).id, annotators.get(db, agent_id)
        sure, _ = _sorted(db, rule, rules(db, agent_id), _invalid(db, agent_id))
        labels = [(reply.item_id, label_id) for reply in sure]
        rule = replace(rule, by=by)
        return repairs.add_rule(db, question_id, agent_id, agent.uid, rule.to_content(), labels, by)


def remove_rule(db: Db, agent_id: int, rule_id: int, by: int) -> Changes:
    """Apply the rule to no more replies; those that it has repaired stay so. Undone by `undo`."""
    known = {rule.id: rule for rule in rules(db, agent_id)}
    if rule_id not in known:
        raise UserError(
            say("There is no rule {rule_id} for this agent.", rule_id=rule_id), hint=say("Look at its rules again.")
        )
    return repairs.remove_rule(db, annotators.get(db, agent_id).uid, known[rule_id].to_content(), by)


def rules(db: Db, agent_id: int) -> list[Rule]:
    """The agent's rules, in the order in which they were made."""
    return [Rule.from_content(content) for content in repairs.rules(db, annotators.get(db, agent_id).uid)]


def apply_kept(db: Db, agent_id: int, item_ids: Sequence[int]) -> int:
    """Repair what an agent has just said about these items by the rules that are kept; returns how many answers.

    Part of the caller's operation on the file, so that no reply is saved without it.
    """
    kept = rules(db, agent_id)
    if not kept or not item_ids:
        return 0
    question_id = setup.question(db).id
    found = _invalid(db, agent_id, item_ids=item_ids)
    repaired = 0
    for rule in kept:
        sure, _ = _sorted(db, rule, kept, found)
        if sure:
            labels = [(reply.item_id, rule.label_id) for reply in sure]
            repairs.store(db, question_id, agent_id, labels, by=None, rule=rule.to_content())
            done = {reply.item_id for reply in sure}
            found = [reply for reply in found if reply.item_id not in done]
            repaired += len(done)
    return repaired


def undo(db: Db, by: int) -> int | None:
    """Take back this person's latest repair or rule; how many answers changed, None where there was nothing.

    Raises UserError where that would take back what somebody else has made of an answer since.
    """
    return _revert(db, by, Action.UNDO)


def redo(db: Db, by: int) -> int | None:
    """Do again what this person took back last; how many answers changed, None where there was nothing.

    Raises UserError as `undo` does.
    """
    return _revert(db, by, Action.REDO)


def repaired(db: Db, agent_id: int) -> list[Repair]:
    """All repaired answers of an agent, in the order of items."""
    return [_repair(db, found) for found in repairs.of_annotator(db, setup.question(db).id, agent_id)]


def of_item(db: Db, item_id: int) -> list[Repair]:
    """The repaired answers to an item."""
    return [_repair(db, found) for found in repairs.of_items(db, setup.question(db).id, [item_id])]


def _revert(db: Db, by: int, action: Action) -> int | None:
    with db.atomic():
        if number := repairs.corrected_by_others(db, by, action):
            raise UserError(
                say_count(
                    number,
                    "Somebody else has repaired {n} of these replies since.",
                    "Somebody else has repaired {n} of these replies since.",
                ),
                hint=say("Repair single replies by hand; a rule can be removed, and what it has repaired stays."),
            )
        return repairs.revert(db, by, action)


def _invalid(
    db: Db, agent_id: int | None, *, item_ids: Sequence[int] | None = None, limit: int = -1, offset: int = 0
) -> list[repairs.Invalid]:
    """As people read them: what was taken out before it was sent is put back, also for rules, which people write."""
    found = repairs.invalid(db, setup.question(db).id, agent_id, item_ids=item_ids, limit=limit, offset=offset)
    taken_out = {agent.annotator_id: AgentSpec.from_content(agent.spec).redaction for agent in runs.agents(db)}
    return [
        reply._replace(
            raw=restored(db, reply.raw, reply.item_id, taken_out[reply.annotator_id]),
            reason=restored(db, reply.reason, reply.item_id, taken_out[reply.annotator_id]),
        )
        if reply.annotator_id in taken_out
        else reply
        for reply in found
    ]


def _sorted(
    db: Db, rule: Rule, kept: Sequence[Rule], found: Sequence[repairs.Invalid], *, strict: bool = False
) -> tuple[list[repairs.Invalid], list[repairs.Invalid]]:
    """The replies that the rule is about: those that it repairs, and those that could mean another label."""
    names = {label.id: label.name for label in setup.question(db).labels}
    about = [reply for reply in found if repair_rules.matches(rule, reply.raw, strict=strict)]
    unsure = [
        reply
        for reply in about
        if repair_rules.names_another(rule, reply.raw, names)
        or repair_rules.labels_of(kept, reply.raw) - {rule.label_id}
    ]
    doubtful = {(reply.item_id, reply.annotator_id) for reply in unsure}
    return [reply for reply in about if (reply.item_id, reply.annotator_id) not in doubtful], unsure


def _replies(db: Db, found: Sequence[repairs.Invalid]) -> list[InvalidReply]:
    names = {item.id: item.external_id for item in items.page(db, sorted({reply.item_id for reply in found}))}
    who = {agent.id: agent for agent in annotators.every(db, Kind.LLM)}
    return [
        InvalidReply(reply.item_id, names[reply.item_id], who[reply.annotator_id], reply.raw, reply.reason)
        for reply in found
    ]


def _repair(db: Db, found: repairs.Repaired) -> Repair:
    rule = None if found.rule is None else Rule.from_content(found.rule)
    by_id = rule.by if found.by_id is None and rule is not None else found.by_id
    return Repair(
        item_id=found.item_id,
        agent=annotators.get(db, found.annotator_id),
        label_id=found.label_id,
        by=annotators.get(db, by_id) if by_id else None,
        at=found.at,
        rule=rule,
    )


def _check_label(db: Db, label_id: int) -> None:
    if label_id not in {label.id for label in setup.question(db).labels}:
        raise UserError(say("The question has no such label."), hint=say("Choose one of its labels."))
