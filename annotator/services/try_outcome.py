"""What came of trying an agent out: what it said about every item, and what that is worth."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from annotator.domain.intervals import Share, wilson
from annotator.domain.words import counted
from annotator.llm.agents import AgentSpec
from annotator.llm.protocol import ParseStatus
from annotator.services import replies
from annotator.services.run_summary import dollars
from annotator.texts import figure, numeral, say

NO_RIGHT_ANSWER = "—"


@dataclass(frozen=True)
class Tried:
    """What came back about one item.

    status: "label", "invalid" or "failed", with its reason. label: its name, "" for none. gold: the known label's name,
    NO_RIGHT_ANSWER where none is right, "" where it is not known; measures: whether it is measured by that.
    cost: US dollars, None where unknown.
    cached: whether the reply was known before, and cost nothing.
    """

    item_id: int
    item: str
    text: str
    reply: str
    status: str
    reason: str
    note: str
    suspicion: str
    rung: str
    label: str
    confidence: float | None
    confidence_source: str
    gold: str
    measures: bool
    seconds: float
    tokens_in: int
    tokens_out: int
    cost: float | None
    cached: bool

    @property
    def right(self) -> bool | None:
        """Whether it agrees with gold that measures; None where there is none. An invalid reply is never right."""
        return None if not self.measures or self.status == replies.FAILED else self.label == self.gold


@dataclass(frozen=True)
class Outcome:
    """A try, with its items in the order in which they were chosen.

    wanted: how many were to be asked about. why: what ended it before that, "" where that was a person, or nothing.
    note: what was done in another way than was asked for, in a sentence.
    """

    spec: AgentSpec
    tried: tuple[Tried, ...]
    wanted: int
    why: str = ""
    note: str = ""

    @property
    def accuracy(self) -> Share:
        """How often it agrees with gold, with a 95 % interval; an invalid reply counts as wrong."""
        scored = [each.right for each in self.tried if each.right is not None]
        return wilson(sum(scored), len(scored))

    @property
    def right(self) -> int:
        return sum(each.right is True for each in self.tried)

    @property
    def invalid(self) -> int:
        return sum(each.status == ParseStatus.INVALID for each in self.tried)

    @property
    def failed(self) -> int:
        return sum(each.status == replies.FAILED for each in self.tried)

    @property
    def cached(self) -> int:
        return sum(each.cached for each in self.tried)

    @property
    def mean_confidence(self) -> float | None:
        known = [each.confidence for each in self.tried if each.confidence is not None]
        return sum(known) / len(known) if known else None

    @property
    def cost(self) -> float | None:
        """US dollars; None where that of any reply is unknown."""
        each = [tried.cost for tried in self.tried]
        return None if None in each else sum(cost or 0.0 for cost in each)

    @property
    def seconds_each(self) -> float | None:
        """Of the replies that were asked for; None where all were known."""
        asked = [each.seconds for each in self.tried if not each.cached]
        return sum(asked) / len(asked) if asked else None

    @property
    def sentence(self) -> str:
        """For people."""
        if not self.tried:
            return say("Nothing was answered.")
        accuracy = self.accuracy
        parts = [say("no gold to compare with")]
        if accuracy.value is not None:
            interval = say(
                "95 % interval {low} % to {high} %", low=figure(100 * accuracy.low), high=figure(100 * accuracy.high)
            )
            parts = [
                say(
                    "right on {right} of the {of} with gold ({interval})",
                    right=self.right,
                    of=accuracy.of,
                    interval=interval,
                )
            ]
        left_out = sum(bool(each.gold) and not each.measures for each in self.tried)
        parts += [say("{left_out} with gold that does not count", left_out=left_out)] if left_out else []
        parts += [say("{invalid} invalid", invalid=self.invalid)] if self.invalid else []
        parts += [say("{failed} without a reply", failed=self.failed)] if self.failed else []
        parts += (
            [say("mean confidence {mean_confidence}", mean_confidence=figure(self.mean_confidence, 2))]
            if self.mean_confidence is not None
            else []
        )
        parts += [self._cost]
        parts += (
            [say("{seconds_each} s an item", seconds_each=numeral(format(self.seconds_each, ".2g")))]
            if self.seconds_each
            else []
        )
        told = "; ".join([counted(len(self.tried), "item"), *parts])
        left = self.wanted - len(self.tried)
        return say("{told}; {items} not asked about.", told=told, items=counted(left, "item")) if left else f"{told}."

    @property
    def _cost(self) -> str:
        if self.cached == len(self.tried):
            return say("all replies known before, so it cost nothing")
        known = say(", {cached} known before", cached=self.cached) if self.cached else ""
        said = (
            say("the price is unknown")
            if self.cost is None
            else say("it cost {money}", money=dollars(self.cost))
            if self.cost
            else say("it cost nothing")
        )
        return said + known

    def as_dict(self) -> dict[str, Any]:
        """For --json."""
        return {
            "agent": self.spec.display_name,
            "hash": self.spec.content_hash(),
            "items": [asdict(each) | {"right": each.right} for each in self.tried],
            "wanted": self.wanted,
            "right": self.right,
            "accuracy": self.accuracy._asdict(),
            "invalid": self.invalid,
            "failed": self.failed,
            "mean_confidence": self.mean_confidence,
            "cost": self.cost,
            "cached": self.cached,
            "seconds_each": self.seconds_each,
            "why": self.why,
            "note": self.note,
            "sentence": self.sentence,
        }
