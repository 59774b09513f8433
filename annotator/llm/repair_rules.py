"""Rules by which a person says what replies that name no label mean.

A rule is not part of an agent: what is sent and what came back stay as they are, and an agent that has answered never
changes. Rules are kept with the project beside the agent, and each answer that one of them repaired names it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from annotator.errors import UserError
from annotator.llm.mentions import mentions
from annotator.llm.protocol import BETWEEN
from annotator.llm.reply_text import cleaned
from annotator.llm.spelling import joined, normal, trimmed
from annotator.texts import figure, say

PATIENCE = 0.05  # seconds for one pattern on one reply: far more than a sound pattern takes
LONGEST = 500  # characters of a rule
MOST_REPLY = 20_000  # characters of a reply that are looked at


class How(StrEnum):
    """How the text of a rule is compared with a reply."""

    IS = "is"
    CONTAINS = "contains"
    PATTERN = "pattern"


@dataclass(frozen=True)
class Rule:
    """Replies that are, contain, or match `text` mean the label. id: never used again for another rule of the agent.

    by: the annotator's id of the person who made it, 0 where that is not known yet.
    IS and CONTAINS compare as people do, whatever case, quotes and full stops; CONTAINS finds whole words only.
    """

    id: int
    how: How
    text: str
    label_id: int
    by: int = 0

    def to_content(self) -> dict[str, Any]:
        return asdict(self) | {"how": self.how.value}

    @classmethod
    def from_content(cls, content: dict[str, Any]) -> Rule:
        return cls(content["id"], How(content["how"]), content["text"], content["label_id"], content["by"])


def check(how: How, text: str) -> None:
    """Raises UserError for a rule that cannot be used."""
    if not (normal(text) if how is How.PATTERN else trimmed(normal(text))):
        raise UserError(
            say("The rule has no text."), hint=say("Write what the replies say, for example “I would go with A”.")
        )
    if len(text) > LONGEST:
        raise UserError(
            say("The rule has {text} characters.", text=figure(len(text))),
            hint=say("Use {longest} at most.", longest=LONGEST),
        )
    if how is How.PATTERN:
        _compiled(text)


def matches(rule: Rule, raw: str, *, strict: bool = False) -> bool:
    """Whether the rule is about this reply; of several calls about an item, it must be about each of them.

    A pattern that takes too long on a reply does not match it; strict: a UserError says so.
    """
    parts = [part for part in raw.split(BETWEEN) if part.strip()]
    try:
        return bool(parts) and all(_matches(rule, part[:MOST_REPLY]) for part in parts)
    except TimeoutError:
        if not strict:
            return False
        raise UserError(
            say("The pattern “{text}” takes too long on a reply.", text=rule.text),
            hint=say("Write it without nested repetitions."),
        ) from None


def names_another(rule: Rule, raw: str, names: dict[int, str]) -> bool:
    """Whether the reply has the name of a label that is neither the rule's nor in its text; names: by label id.

    Never of a rule about the whole reply, since a person has read all of that.
    """
    if rule.how is How.IS:
        return False
    ids = list(names)
    known = [normal(names[label_id]) for label_id in ids]
    said = {ids[found.position] for found in mentions(normal(raw[:MOST_REPLY]), known)}
    own = {ids[found.position] for found in mentions(normal(rule.text), known)} if rule.how is How.CONTAINS else set()
    return bool(said - own - {rule.label_id})


def same(one: Rule, how: How, text: str) -> bool:
    """Whether the rule is about just these replies."""
    if one.how is not how:
        return False
    return one.text == text if how is How.PATTERN else _plain(one.text) == _plain(text)


def labels_of(rules: Sequence[Rule], raw: str) -> set[int]:
    """The labels that the rules about this reply say."""
    return {rule.label_id for rule in rules if matches(rule, raw)}


def _matches(rule: Rule, part: str) -> bool:
    if rule.how is How.PATTERN:
        return _compiled(rule.text).search(part, timeout=PATIENCE) is not None
    said, wanted = _plain(cleaned(part).text), _plain(rule.text)
    return said == wanted if rule.how is How.IS else _has_words(said, wanted)


def _plain(text: str) -> str:
    """In one line, without what only decorates it."""
    return trimmed(" ".join(normal(text).split()))


def _has_words(said: str, wanted: str) -> bool:
    """Whether the words stand in the text, and not only within longer ones."""
    start = said.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        before, after = said[start - 1 : start], said[end : end + 1]
        if not joined(before, wanted[0]) and not joined(wanted[-1], after):
            return True
        start = said.find(wanted, start + 1)
    return False


def _compiled(pattern: str) -> Any:
    """By `regex`, which can be told how long it may take; it keeps what it has compiled."""
    import regex

    try:
        return regex.compile(pattern, regex.IGNORECASE | regex.MULTILINE)
    except regex.error as error:
        raise UserError(
            say("“{pattern}” is no pattern: {msg}.", pattern=pattern, msg=error.msg),
            hint=say("Mend it, or give plain text."),
        ) from error
