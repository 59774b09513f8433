"""Two agents side by side: in what they differ, and what the project knows that each said about the same items."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.domain.words import counted
from annotator.llm.agent_diff import diff
from annotator.llm.agents import AgentSpec
from annotator.services import agent_views, trying
from annotator.services.try_outcome import Outcome, Tried
from annotator.storage.database import Db
from annotator.texts import figure, say


@dataclass(frozen=True)
class Pair:
    """What two agents said about one item, for a table: labels as words, confidences with two digits, "" for none.

    before_right, after_right: whether gold agrees; None where that cannot be said.
    """

    item: str
    text: str
    gold: str
    before: str
    before_confidence: str
    before_right: bool | None
    after: str
    after_confidence: str
    after_right: bool | None
    differ: bool


@dataclass(frozen=True)
class SideBySide:
    """Two agents. differences: line by line, in words. missing: what was not tried yet, "" for nothing."""

    before: Outcome
    after: Outcome
    differences: tuple[str, ...]
    rows: tuple[Pair, ...]
    missing: str

    @property
    def sentence(self) -> str:
        """For people: how often each is right on the items that both were asked about, and how often they differ."""
        if not self.rows:
            return ""
        both = {each.item for each in self.rows}
        scored = [sum(t.right is not None for t in side.tried if t.item in both) for side in (self.before, self.after)]
        right = [sum(t.right is True for t in side.tried if t.item in both) for side in (self.before, self.after)]
        differ = sum(row.differ for row in self.rows)
        parts = [
            say("They differ on {differ} of {items}", differ=figure(differ), items=counted(len(self.rows), "item"))
        ]
        if all(scored):
            parts.append(
                say(
                    "one is right on {right} of {scored} with gold, the other on {right_2} of {scored_2}",
                    right=right[0],
                    scored=scored[0],
                    right_2=right[1],
                    scored_2=scored[1],
                )
            )
        for name, side in (("one", self.before), (say("the other"), self.after)):
            if side.invalid:
                parts.append(
                    say(
                        "{name} has {invalid_replies}",
                        name=name,
                        invalid_replies=counted(side.invalid, "invalid reply", "invalid replies"),
                    )
                )
        return "; ".join(parts) + "."


def side_by_side(db: Db, before: AgentSpec, after: AgentSpec, number: int = trying.USUAL) -> SideBySide:
    """What is known of both without asking anything: from tries, and from runs."""
    item_ids = list(dict.fromkeys([*trying.items_for(db, before, number), *trying.items_for(db, after, number)]))
    one, other = (trying.recall(db, spec, item_ids) for spec in (before, after))
    theirs = {each.item_id: each for each in other.tried}
    rows = [_pair(each, theirs[each.item_id]) for each in one.tried if each.item_id in theirs]
    untried = [name for name, side in ((say("One"), one), (say("The other"), other)) if not side.tried]
    missing = say("{untried} was not tried yet.", untried=untried[0]) if len(untried) == 1 else ""
    missing = say("Neither was tried yet.") if len(untried) == 2 else missing
    words = tuple(agent_views.in_words(diff(before, after)))
    return SideBySide(one, other, words, tuple(sorted(rows, key=lambda row: not row.differ)), missing)


def _pair(one: Tried, other: Tried) -> Pair:
    return Pair(
        item=one.item,
        text=" ".join(one.text.split()),
        gold=one.gold,
        before=_said(one),
        before_confidence=_sure(one),
        before_right=one.right,
        after=_said(other),
        after_confidence=_sure(other),
        after_right=other.right,
        differ=(one.status, one.label) != (other.status, other.label),
    )


def _said(tried: Tried) -> str:
    return tried.label or tried.status


def _sure(tried: Tried) -> str:
    return "" if tried.confidence is None else figure(tried.confidence, 2)
